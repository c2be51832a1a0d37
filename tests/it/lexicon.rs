//! The lexicon is made from the dictionary and `assets/grammar.toml`, and this test says when it is old.
//! `ASSAY_LEXICON=new cargo test lexicon` makes it anew.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use assay::grammar::{Certainty, Classes, SET_BITS, SLOTS, hash, read, tag};

const DICTIONARY: &[u8] = include_bytes!("../../assets/dictionary/en_GB-ise.dic.deflated");
const GRAMMAR: &str = include_str!("../../assets/grammar.toml");
/// The prefixes that the dictionary's flags stand for.
const PREFIXES: [(char, &str); 7] = [
    ('A', "re"),
    ('C', "de"),
    ('E', "dis"),
    ('U', "un"),
    ('F', "con"),
    ('K', "pro"),
    ('I', "in"),
];

#[test]
fn the_lexicon_is_what_its_sources_make() {
    let made = table(&lexicon());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lexicon.bin");
    if std::env::var_os("ASSAY_LEXICON").is_some() {
        std::fs::write(&path, &made).expect("the lexicon can be written");
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    assert!(
        kept == made,
        "assets/lexicon.bin is old: ASSAY_LEXICON=new cargo test lexicon"
    );
}

#[test]
fn every_word_is_found_with_its_classes_and_no_other_word_is_found() {
    let lexicon = lexicon();
    for (word, classes) in &lexicon {
        assert_eq!(assay::grammar::classes(word), Some(*classes), "{word}");
        let other = format!("{word}qx");
        assert_eq!(assay::grammar::classes(&other), None, "{other}");
    }
    assert!(lexicon.len() > 40_000, "{}", lexicon.len());
}

#[test]
fn a_text_that_opens_with_a_verb_of_one_subject_has_the_body_put_in_or_is_told_of() {
    let lexicon = lexicon();
    let closed = Classes::CLOSED
        .or(Classes::MODAL)
        .or(Classes::BE)
        .or(Classes::MIDDLE_ADVERB);
    let verbs = lexicon.iter().filter(|(word, classes)| {
        classes.any(Classes::VERB) && !classes.any(closed) && word.is_ascii()
    });
    let mut passed_over = Vec::new();
    let mut many = 0;
    for (verb, _) in verbs {
        let third = third_person(verb);
        // A word of its own: "does", "always", "headquarters".
        let own = closed.or(Classes::DO).or(Classes::NO_VERB);
        if lexicon.get(&third).is_some_and(|it| it.any(own)) {
            continue;
        }
        for text in [
            format!("{third} victims every week"),
            format!("{third} with its partners."),
            format!("often {third} its victims"),
            format!("{third} risk"),
            format!("also {third} people well"),
        ] {
            many += 1;
            let reading = read(&text, &["force"]);
            if reading.lacks_subject == Certainty::No {
                passed_over.push(text);
            }
        }
    }
    println!("{} of {many} texts are passed over", passed_over.len());
    assert!(passed_over.is_empty(), "{passed_over:#?}");
}

/// Returns the third person of a verb: "carries", "passes", "records".
fn third_person(verb: &str) -> String {
    let hisses = ["s", "x", "z", "ch", "sh", "o"];
    let consonant = |stem: &&str| !stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match verb.strip_suffix('y').filter(consonant) {
        Some(stem) => format!("{stem}ies"),
        None if hisses.iter().any(|ending| verb.ends_with(ending)) => format!("{verb}es"),
        None => format!("{verb}s"),
    }
}

/// The words with their flags, as the dictionary has them.
fn dictionary() -> BTreeMap<String, BTreeSet<char>> {
    let text = miniz_oxide::inflate::decompress_to_vec_zlib(DICTIONARY).expect("it is deflated");
    let text = String::from_utf8(text).expect("it is text");
    let mut words: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for line in text.lines() {
        let (word, flags) = line.trim().split_once('/').unwrap_or((line.trim(), ""));
        words
            .entry(word.to_owned())
            .or_default()
            .extend(flags.chars());
    }
    words
}

struct Sources {
    /// The lists by name.
    lists: BTreeMap<String, Vec<String>>,
    /// Irregular verbs: base, pasts, participles.
    irregular: Vec<[Vec<String>; 3]>,
}

fn sources() -> Sources {
    let all: toml::Table = toml::from_str(GRAMMAR).expect("the lists can be read");
    let mut sources = Sources {
        lists: BTreeMap::new(),
        irregular: Vec::new(),
    };
    for (name, value) in all {
        let words = |text: &str, by: fn(char) -> bool| {
            text.split(by)
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        match value {
            toml::Value::String(list) => {
                sources
                    .lists
                    .insert(name, words(&list, char::is_whitespace));
            }
            toml::Value::Array(verbs) => {
                for verb in verbs {
                    let forms = words(verb.as_str().expect("a verb"), char::is_whitespace);
                    let [base, past, participle] = forms.as_slice() else {
                        panic!("{forms:?}")
                    };
                    let stroke = |forms: &str| words(forms, |sign| sign == '/');
                    sources
                        .irregular
                        .push([stroke(base), stroke(past), stroke(participle)]);
                }
            }
            other => panic!("{name}: {other:?}"),
        }
    }
    sources
}

/// Every word in small letters, with its classes.
fn lexicon() -> BTreeMap<String, Classes> {
    let dictionary = dictionary();
    let sources = sources();
    let nouns: BTreeSet<&str> = sources.lists["nouns"].iter().map(String::as_str).collect();
    let bases: BTreeSet<&str> = sources
        .irregular
        .iter()
        .map(|[base, ..]| base[0].as_str())
        .collect();
    let alphabetic = |word: &&String| word.chars().all(char::is_alphabetic);
    let has = |word: &str| dictionary.contains_key(word);
    let names: BTreeSet<String> = dictionary
        .keys()
        .filter(alphabetic)
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(|word| word.to_lowercase())
        .collect();
    let mut lexicon: BTreeMap<String, Classes> = BTreeMap::new();
    let mut add = |word: &str, classes: Classes| {
        let known = lexicon.entry(word.to_owned()).or_default();
        *known = known.or(classes);
    };
    for (word, flags) in &dictionary {
        let small = word.chars().all(char::is_lowercase) && word.chars().count() > 1;
        if !small {
            continue;
        }
        let any = |of: &str| of.chars().any(|flag| flags.contains(&flag));
        let last = word.chars().next_back().expect("a letter");
        let doubled = word.len() > 2
            && !"aeiouwy".contains(last)
            && (has(&format!("{word}{last}ed")) || has(&format!("{word}{last}ing")));
        let apart = has(&format!("{word}ed")) && has(&format!("{word}ing"))
            || word
                .strip_suffix('e')
                .is_some_and(|stem| has(&format!("{stem}ed")) && has(&format!("{stem}ing")));
        let verb = any("DG") || doubled || apart || bases.contains(word.as_str());
        let noun = any("M") || nouns.contains(word.as_str()) || any("S") && !verb;
        let adverb = word.strip_suffix("ly").is_some_and(|stem| {
            let shorter = |by: usize, end: &str| {
                let kept = word.chars().count().saturating_sub(by);
                has(&(word.chars().take(kept).collect::<String>() + end))
            };
            (has(stem) || shorter(3, "y") || shorter(1, "e") || shorter(4, "")) && !any("MPT")
        });
        add(word, Classes::NONE);
        for (is, class) in [
            (verb, Classes::VERB),
            (noun, Classes::NOUN),
            (any("YPT") && !word.ends_with("ly"), Classes::ADJECTIVE),
            (adverb, Classes::ADVERB),
            (names.contains(word), Classes::ALSO_NAME),
            (
                flags.contains(&'M') && flags.contains(&'S') && !verb && !any("YPT"),
                Classes::COUNTED,
            ),
        ] {
            if is {
                add(word, class);
            }
        }
        for (flag, prefix) in PREFIXES {
            let longer = format!("{prefix}{word}");
            if !flags.contains(&flag) {
                continue;
            }
            let verb = any("DG") || bases.contains(word.as_str());
            if has(&longer) {
                // "inform" has an entry of its own, and its endings are those of "form".
                if verb {
                    add(&longer, Classes::VERB);
                }
                continue;
            }
            add(&longer, Classes::NONE);
            if verb {
                add(&longer, Classes::VERB);
            } else if any("M") {
                add(&longer, Classes::NOUN);
            }
            if word.ends_with("ed") || any("YPT") {
                add(&longer, Classes::ADJECTIVE);
            }
        }
        if any("Y") {
            add(&format!("{word}ly"), Classes::ADVERB);
        }
    }
    let named: HashMap<&str, Classes> = Classes::NAMED.iter().copied().collect();
    for (name, words) in &sources.lists {
        let class = match name.as_str() {
            "nouns" => Classes::NOUN,
            "verbs" => Classes::VERB,
            name => *named
                .get(name)
                .unwrap_or_else(|| panic!("no class is called {name}")),
        };
        for word in words {
            add(word, class);
        }
    }
    let empty: BTreeSet<&str> = sources.lists["empty-it"]
        .iter()
        .map(String::as_str)
        .collect();
    for [base, past, participle] in &sources.irregular {
        for (forms, class) in [
            (base, Classes::BASE),
            (past, Classes::PAST),
            (participle, Classes::PARTICIPLE),
        ] {
            for form in forms {
                add(form, class);
                if empty.contains(base[0].as_str()) {
                    add(form, Classes::EMPTY_IT);
                }
            }
        }
    }
    lexicon
}

/// The table as `assay::grammar` reads it.
fn table(lexicon: &BTreeMap<String, Classes>) -> Vec<u8> {
    let sets: BTreeSet<u64> = lexicon.values().map(|classes| classes.0).collect();
    let sets: Vec<u64> = sets.into_iter().collect();
    assert!(
        sets.len() <= 1 << SET_BITS,
        "{} sets of classes",
        sets.len()
    );
    let mut slots = vec![0_u32; SLOTS];
    for (word, classes) in lexicon {
        let hash = hash(word);
        let set = sets.binary_search(&classes.0).expect("the set is there") as u32;
        let mut at = hash as usize & (SLOTS - 1);
        while slots[at] != 0 {
            assert_ne!(
                slots[at] >> SET_BITS,
                tag(hash),
                "two words share a tag: {word}"
            );
            at = (at + 1) & (SLOTS - 1);
        }
        slots[at] = tag(hash) << SET_BITS | set;
    }
    let slots = slots.into_iter().flat_map(u32::to_le_bytes);
    slots
        .chain(sets.into_iter().flat_map(u64::to_le_bytes))
        .collect()
}
