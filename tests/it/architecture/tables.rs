//! What stands in one table stands nowhere else, and what shows it is made from it.

use assay::app::TABLE;
use assay::check::Rule;
use assay::render::PrintFormat;

use super::source::shipped;
use super::{all_but, refuse};

/// Where a text of the source is this word.
fn places(word: &str) -> Vec<&'static str> {
    let holds = |text: &String| text == word;
    let files = shipped().filter(|source| source.texts.iter().any(holds));
    files.map(|source| source.path.as_str()).collect()
}

#[test]
fn a_rule_stands_once() {
    assert!(Rule::ALL.len() > 100);
    for rule in Rule::ALL {
        let id = rule.entry().id;
        // A single word may mean something else elsewhere.
        if id.contains('-') {
            let places = places(id);
            assert!(
                places.len() == 1 && places[0].starts_with("check/table/"),
                "{id}: {places:?}"
            );
        }
        let same = Rule::ALL.iter().filter(|other| other.entry().id == id);
        assert_eq!(same.count(), 1, "{id}");
    }
}

/// Commands whose names are words of something else too, and of what.
const SAID_ELSEWHERE: &[(&str, &str)] = &[
    ("page-up", "config/keys.rs"),
    ("page-down", "config/keys.rs"),
    ("last-year", "assessment/report_words.rs"),
    ("needs-first", "assessment/records.rs"),
    ("set-aside", "store/versions.rs"),
];

#[test]
fn a_command_stands_once() {
    assert!(TABLE.len() > 100);
    for entry in TABLE {
        let mut places = places(entry.name);
        places.retain(|path| !SAID_ELSEWHERE.contains(&(entry.name, path)));
        // The name of a print's command is made of its format's.
        let print = |format: &PrintFormat| format!("print-{}", format.entry().id) == entry.name;
        if entry.name.contains('-') && !PrintFormat::ALL.iter().any(print) {
            assert_eq!(places, ["app/command.rs"], "{}", entry.name);
        }
        let same = TABLE.iter().filter(|other| other.name == entry.name);
        assert_eq!(same.count(), 1, "{}", entry.name);
    }
}

/// Where capitals are no matter of finding something: names of keys, hexadecimal digits, a title inside a sentence.
const OTHER_CAPITALS: &[&str] = &[
    "cli/keys.rs",
    "config/keys.rs",
    "store/attachments.rs",
    "render/left_out/words.rs",
    "tui/input/decode.rs",
    "tui/input/events.rs",
];

#[test]
fn words_are_looked_for_through_one_fold() {
    // `check`, `grammar` and `statement` read English, in which capitals mean something; `text` has the fold itself.
    let folders = all_but(&["check", "grammar", "statement", "text"]);
    let words = [
        "to_lowercase",
        "to_ascii_lowercase",
        "eq_ignore_ascii_case",
        "make_ascii_lowercase",
        "unicode_normalization",
    ];
    refuse(
        &folders,
        OTHER_CAPITALS,
        &words,
        "what is looked for is compared by `text`: `Query`, `same` or `fold`",
    );
}

/// Nouns of what is counted.
const NOUNS: &[&str] = &[
    "answer",
    "body",
    "byte",
    "change",
    "concern",
    "day",
    "draft",
    "edit",
    "error",
    "figure",
    "file",
    "finding",
    "grade",
    "heading",
    "improvement",
    "item",
    "line",
    "minute",
    "month",
    "name",
    "note",
    "problem",
    "record",
    "recommendation",
    "response",
    "second",
    "sentence",
    "step",
    "strength",
    "term",
    "text",
    "value",
    "version",
    "warning",
    "word",
];

/// Returns what stands behind a number in a text and is made for one count only: "{many} findings", "1 finding",
/// "finding{s}".
fn counts(text: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .contains("{s}")
        .then(|| "{s}".to_owned())
        .into_iter()
        .collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    for pair in words.windows(2) {
        let [number, noun] = pair else { continue };
        let noun = noun.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let many = NOUNS.iter().any(|it| noun == assay::text::noun_of(2, it));
        let is_slot = number.ends_with('}') && !number.contains('^') && !number.contains("{{");
        if is_slot && many || *number == "1" && NOUNS.contains(&noun) {
            found.push(format!("{number} {noun}"));
        }
    }
    found
}

#[test]
fn a_count_is_made_with_its_noun_in_one_place() {
    assert_eq!(
        counts("{} findings, {many} bodies"),
        ["{} findings", "{many} bodies"]
    );
    assert_eq!(counts("1 line differs"), ["1 line"]);
    assert!(counts("{name} findings{s}").contains(&"{s}".to_owned()));
    assert!(
        counts("a finding of 21 words; {findings} are; 2^{most} steps; {{{id}}} names").is_empty()
    );
    let made: Vec<String> = shipped()
        .flat_map(|source| {
            let texts = source.texts.iter().flat_map(|text| counts(text));
            texts.map(|count| format!("{}: {count}", source.path))
        })
        .collect();
    assert!(made.is_empty(), "`text::counted` makes these: {made:#?}");
}
