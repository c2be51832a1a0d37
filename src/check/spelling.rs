//! Spelling, offline and in-process.
//!
//! The dictionary that comes with Assay is SCOWL's British English with -ise, whose licence allows it
//! (`assets/dictionary/LICENCE`). It is read when it is first asked for, which takes some hundredths of a second: a
//! screen asks for it off the thread that draws. Without the feature `spelling` there is none, and nothing is reported.

use std::collections::{HashMap, HashSet};

use super::front::each_text;
use super::text_context::TextProblem;
use super::words::{self, Word, spelt_out};
use super::{Problem, Rule, accepted};
use crate::assessment::{Address, Assessment, Framework, Place};

/// The words of a language.
pub struct Dictionary {
    #[cfg(feature = "spelling")]
    words: spellbook::Dictionary<foldhash::fast::FixedState>,
    /// Terms of the field and names of bodies, in small letters.
    known: HashSet<String>,
    /// Names of places, in small letters: known with a capital only.
    #[cfg(feature = "spelling")]
    places: HashSet<&'static str>,
    /// The nearest words that were looked for: each takes nearly as long as to read the dictionary.
    #[cfg(feature = "spelling")]
    nearest: std::sync::Mutex<HashMap<String, Option<String>>>,
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Dictionary({})",
            crate::text::counted(self.known.len(), "term")
        )
    }
}

#[cfg(feature = "spelling")]
mod shipped {
    use std::sync::{LazyLock, Mutex, PoisonError};

    use foldhash::fast::FixedState;

    use super::Dictionary;

    /// The most words that are suggested for one.
    const MOST: usize = 7;

    const AFFIXES: &str = include_str!("../../assets/dictionary/en_GB-ise.aff");
    /// The list of words, deflated.
    const WORDS: &[u8] = include_bytes!("../../assets/dictionary/en_GB-ise.dic.deflated");

    static BRITISH: LazyLock<Option<Dictionary>> = LazyLock::new(|| {
        let words = miniz_oxide::inflate::decompress_to_vec_zlib(WORDS).ok()?;
        Dictionary::new(AFFIXES, &String::from_utf8(words).ok()?)
    });

    impl Dictionary {
        /// Returns the dictionary that comes with Assay: British English, with -ise. Read when it is first asked for.
        pub fn british() -> Option<&'static Self> {
            BRITISH.as_ref()
        }

        /// Returns a dictionary in Hunspell's format: the text of its `.aff` and of its `.dic`. `None` where these are
        /// none.
        pub fn new(affixes: &str, words: &str) -> Option<Self> {
            // Where two words are as near, the same one is always suggested first.
            let order = FixedState::default();
            Some(Self {
                words: spellbook::Dictionary::new_with_hasher(affixes, words, order).ok()?,
                known: super::known(),
                places: super::places(),
                nearest: Mutex::default(),
            })
        }

        pub(super) fn is_place(&self, name: &str) -> bool {
            self.places.contains(name)
        }

        pub(super) fn has(&self, word: &str) -> bool {
            self.words.check(word)
        }

        /// Returns words that may be meant by one that is misspelt, the likeliest first. That takes some hundredths of a
        /// second.
        pub fn suggest(&self, word: &str) -> Vec<String> {
            let mut found = Vec::new();
            self.words.suggest(&word.replace('’', "'"), &mut found);
            found.truncate(MOST);
            found
        }

        pub(super) fn nearest(&self, word: &str) -> Option<String> {
            let nearest = || self.nearest.lock().unwrap_or_else(PoisonError::into_inner);
            let known = nearest().get(word).cloned();
            known.unwrap_or_else(|| {
                let mut found = Vec::new();
                self.words.suggest(word, &mut found);
                let found = found.into_iter().next();
                nearest().insert(word.to_owned(), found.clone());
                found
            })
        }
    }
}

#[cfg(not(feature = "spelling"))]
impl Dictionary {
    /// Returns `None`: this build has no dictionary.
    pub fn british() -> Option<&'static Self> {
        None
    }

    fn has(&self, _: &str) -> bool {
        true
    }

    fn is_place(&self, _: &str) -> bool {
        true
    }

    /// Returns no word: there is none to suggest.
    pub fn suggest(&self, _: &str) -> Vec<String> {
        Vec::new()
    }

    fn nearest(&self, _: &str) -> Option<String> {
        None
    }
}

/// Returns names of places, at which a sentence may begin, in small letters.
#[cfg(feature = "spelling")]
fn places() -> HashSet<&'static str> {
    const PLACES: &str = include_str!("../../assets/dictionary/places.txt");
    PLACES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
}

/// Returns words of the field that no general dictionary has.
#[cfg(feature = "spelling")]
fn known() -> HashSet<String> {
    const TERMS: &str = include_str!("../../assets/dictionary/terms.txt");
    let mut known: HashSet<String> = TERMS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(str::to_lowercase)
        .collect();
    for body in crate::assessment::bodies() {
        add(&mut known, body.name);
        add(&mut known, body.other_names);
    }
    // The dictionary has judgement, the house has judgment.
    for phrase in super::house::house().say.all() {
        add(&mut known, phrase.becomes);
    }
    known
}

fn add(known: &mut HashSet<String>, text: &str) {
    known.extend(words::words(text).iter().map(|word| bare(word.text)));
}

/// Returns a word without its possessive, in small letters.
fn bare(word: &str) -> String {
    let low = word.replace('’', "'").to_lowercase();
    match low.strip_suffix("'s").or_else(|| low.strip_suffix('\'')) {
        Some(bare) => bare.to_owned(),
        None => low,
    }
}

/// Reports the words of a draft that the dictionary does not know, each at every place with what was probably meant.
/// What the framework says, the words that the draft and the house have besides, the names of bodies and of the people in
/// the draft, words with a capital inside a sentence and shortenings in capitals are taken to be known.
///
/// Weights that are set, and what the draft accepts, are not applied: see [`with`].
pub fn check(
    dictionary: &Dictionary,
    assessment: &Assessment,
    framework: &Framework,
    levels: &super::Levels,
) -> Vec<Problem> {
    let mut known = HashSet::new();
    framework_words(framework, &mut known);
    add(&mut known, &levels.words);
    for word in &assessment.head.words {
        add(&mut known, word);
    }
    let (subject, inspector) = (&assessment.subject, &assessment.inspector);
    for name in [
        &subject.name,
        &subject.spoken,
        &inspector.name,
        &inspector.office,
    ] {
        add(&mut known, name);
    }
    for response in &assessment.responses {
        add(&mut known, &response.by);
    }
    for evidence in &assessment.evidence {
        add(&mut known, &evidence.place);
    }
    let mut speller = Speller {
        draft: assessment,
        framework,
        dictionary,
        known,
        judged: HashMap::new(),
        problems: Vec::new(),
    };
    each_text(assessment, &assessment.findings, |place, text| {
        speller.spell(&place, text);
    });
    speller.problems
}

/// Adds spelling problems to a report, with the weights that are set and apart from what the draft accepts.
pub fn with(
    mut report: super::CheckReport,
    mut spelling: Vec<Problem>,
    assessment: &Assessment,
    levels: &super::Levels,
) -> super::CheckReport {
    levels.apply(&mut spelling);
    // Where the house has its own word for one that no dictionary knows, that is enough to say.
    let words = |problem: &Problem| problem.words.clone();
    let reported: HashSet<_> = report.problems.iter().filter_map(words).collect();
    spelling.retain(|problem| words(problem).is_none_or(|spot| !reported.contains(&spot)));
    for problem in spelling {
        match accepted_by(assessment, &problem) {
            None => report.problems.push(problem),
            Some(by) => {
                let accepted = accepted::accepted(assessment, problem, by);
                report.accepted.push(accepted);
            }
        }
    }
    report.problems.sort_by_key(|problem| problem.severity);
    report
}

/// Returns the acceptance under which a word stands as it is spelt: of all words of its item, or of this one.
fn accepted_by(assessment: &Assessment, problem: &Problem) -> Option<usize> {
    let mut accepted = assessment.accepted.iter();
    let place = problem.place.to_string();
    accepted.position(|it| {
        let on = it.on.trim();
        let here = on == place || Address::item_in(on) == place;
        let word = || misspelt(assessment, problem).is_some_and(|word| it.words.trim() == word);
        it.rule.trim() == Rule::Spelling.id() && here && (it.words.trim().is_empty() || word())
    })
}

/// Returns the word that a spelling problem is about, where the text still has it.
pub fn misspelt<'d>(assessment: &'d Assessment, problem: &Problem) -> Option<&'d str> {
    let spot = problem
        .words
        .as_ref()
        .filter(|_| problem.rule == Rule::Spelling)?;
    let text = assessment.text(&spot.place)?.get(spot.at..)?;
    let end = text.find(|sign: char| !(sign.is_alphabetic() || matches!(sign, '\'' | '’')));
    Some(
        text.get(..end.unwrap_or(text.len()))?
            .trim_end_matches(['\'', '’']),
    )
}

/// Returns the parts of a text's words that are to be spelt, each with the byte at which it begins.
pub fn spelt(text: &str) -> Vec<(usize, &str)> {
    let words = words::words(text).into_iter().filter(is_to_be_spelt);
    let parts =
        words.flat_map(|word| parts(word.text).map(move |(from, part)| (word.at + from, part)));
    parts.filter(|(_, part)| !part.is_empty()).collect()
}

fn framework_words(framework: &Framework, known: &mut HashSet<String>) {
    let words = &framework.words;
    for text in [
        &framework.title,
        &words.title,
        &words.greeting,
        &words.remit,
    ] {
        add(known, text);
    }
    known.extend(words.proper.iter().map(|word| word.to_lowercase()));
    for heading in &framework.headings {
        add(known, &heading.title);
        add(known, &heading.question);
    }
}

struct Speller<'d> {
    draft: &'d Assessment,
    framework: &'d Framework,
    dictionary: &'d Dictionary,
    /// Words that this draft makes known.
    known: HashSet<String>,
    /// Words that were looked up: `None` where they are right, else the nearest known word, if any.
    judged: HashMap<String, Option<Option<String>>>,
    problems: Vec<Problem>,
}

impl Speller<'_> {
    /// Reports the words of a text that nobody knows.
    fn spell(&mut self, place: &Place, text: &str) {
        for word in words::words(text) {
            if !is_to_be_spelt(&word) {
                continue;
            }
            for (from, part) in parts(word.text) {
                let Some(meant) = self.judge(part) else {
                    continue;
                };
                // The nearest word is a guess, and no guess is put in by a key.
                let problem = TextProblem::new(
                    Rule::Spelling,
                    format!("\"{part}\" is not in the dictionary"),
                    match &meant {
                        Some(meant) => format!("was \"{meant}\" meant?"),
                        None => "look whether it is spelt right".to_owned(),
                    },
                );
                let problem = problem.at(word.at + from);
                let problem = problem.to_problem_in(self.draft, self.framework, place);
                self.problems.extend(problem);
            }
        }
    }

    /// Returns `None` where a word is right, else the nearest known word, if any.
    fn judge(&mut self, word: &str) -> Option<Option<String>> {
        if let Some(judged) = self.judged.get(word) {
            return judged.clone();
        }
        // A word with a ligature is judged by its letters; that it has one is told by a rule of its own.
        let plain = spelt_out(word).replace('’', "'");
        let bare = bare(&plain);
        let right = bare.chars().count() < 2
            || self.known.contains(&bare)
            || self.dictionary.known.contains(&bare)
            || word.starts_with(char::is_uppercase) && self.dictionary.is_place(&bare)
            || self.dictionary.has(&plain)
            || self.dictionary.has(&bare);
        let judged = (!right).then(|| self.dictionary.nearest(&plain));
        self.judged.insert(word.to_owned(), judged.clone());
        judged
    }
}

/// Returns false for words with digits, names in braces, names inside a sentence and abbreviations in capitals.
fn is_to_be_spelt(word: &Word<'_>) -> bool {
    let odd = |sign: char| !(sign.is_alphabetic() || matches!(sign, '\'' | '’' | '-' | '–' | '/'));
    let capitals = word.text.chars().filter(|sign| sign.is_uppercase()).count();
    !word.text.contains(odd) && capitals < 2 && (word.opens || !word.has_capital())
}

/// Returns the parts of a word with hyphens, each with where it begins.
fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    word.split(['-', '–', '/']).map(move |part| {
        let from = at;
        // What parts them is one sign of one or three bytes.
        at += part.len();
        at += word
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        (from, part)
    })
}
