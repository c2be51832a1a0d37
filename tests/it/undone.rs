//! What undo and redo say that they did is what they did: the words that they name are those that differ.

use std::collections::BTreeMap;

use assay::assessment::Assessment;
use assay::text::{DiffPiece, word_difference};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers calls at night.\"\n";

fn at_finding() -> Sitting {
    let mut sitting = Sitting::at(200, 40, DRAFT);
    sitting.go_to_first("victims");
    sitting
}

/// What is told on the screen behind these words, up to the full stop that ends it.
fn told(sitting: &Sitting, lead: &str) -> Option<String> {
    let screen = sitting.screen();
    let line = screen.lines().find(|line| line.contains(lead))?;
    let (_, told) = line.split_once(lead)?;
    Some(told.trim().to_owned())
}

#[test]
fn what_is_typed_while_a_source_is_named_is_told_when_it_is_taken_back() {
    let mut sitting = at_finding();
    sitting
        .keys("e<end> foo<esc>")
        .keys("v")
        .keys("new source 1")
        .keys("<enter>");
    sitting.keys("e<end>").keys(" bar").keys("<ctrl-z><ctrl-z>");
    let screen = sitting.screen();
    assert!(!screen.contains("“”"), "{screen}");
    sitting.keys("<esc>");
    for key in [
        "<ctrl-z>", "<ctrl-z>", "<ctrl-z>", "<ctrl-y>", "<ctrl-y>", "<ctrl-y>", "<ctrl-y>",
    ] {
        sitting.keys(key);
        assert!(!sitting.screen().contains("“”"), "{}", sitting.screen());
    }
}

#[test]
fn a_finding_that_came_with_its_words_is_told_by_them() {
    let mut sitting = at_finding();
    sitting
        .keys("a")
        .keys("gamma")
        .keys("<ctrl-z>")
        .keys("<ctrl-z>")
        .keys("<ctrl-z>")
        .keys("<esc>");
    assert!(!sitting.texts().iter().any(|text| text == "gamma"));
    sitting.keys("U");
    assert!(
        sitting.texts().iter().any(|text| text == "gamma"),
        "{}",
        sitting.screen()
    );
    let told = told(&sitting, "Made again: ").unwrap();
    assert!(told.contains("gamma"), "{told}");
    let mut sitting = at_finding();
    sitting
        .keys("a")
        .keys("conc")
        .keys("<backspace><backspace><backspace><backspace>")
        .keys("<esc>");
    sitting.keys("u");
    if sitting.texts().iter().any(|text| text == "conc") {
        let told = self::told(&sitting, "Undone: ").unwrap();
        assert!(told.contains("conc"), "{told}");
    }
}

/// The words that are told in quotation marks: without what a long one was cut by.
fn quoted(told: &str) -> Vec<String> {
    let quotes = told.split('“').skip(1);
    let quotes = quotes.filter_map(|rest| Some(rest.split_once('”')?.0.to_owned()));
    quotes.collect()
}

fn many(text: &str) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for word in text.split(|sign: char| !sign.is_alphanumeric()) {
        *all.entry(word.to_owned()).or_default() += usize::from(!word.is_empty());
    }
    all
}

/// Whether all words that are told stand in these; the last may be cut.
fn all_in(told: &str, words: &str) -> bool {
    let (words, whole) = (many(words), many(told.trim_end_matches('…')));
    let cut = told.ends_with('…');
    whole.iter().all(|(word, times)| {
        let has = words.get(word).is_some_and(|there| there >= times);
        has || cut && words.keys().any(|there| there.starts_with(word.as_str()))
    })
}

fn differing(before: &Assessment, after: &Assessment) -> (String, String) {
    // Whatever a letter opened, its text stands in there.
    let (before, after) = (format!("{before:?}"), format!("{after:?}"));
    let pieces = word_difference(&before, &after);
    let (mut went, mut came) = (String::new(), String::new());
    for piece in pieces {
        match piece {
            DiffPiece::Removed(words) => went.push_str(&format!("{words} ")),
            DiffPiece::Added(words) => came.push_str(&format!("{words} ")),
            DiffPiece::Same(_) => {}
        }
    }
    (went, came)
}

/// Checks what a step was told as that makes of one draft the other.
fn checked(told: &str, before: &Assessment, after: &Assessment) {
    let (went, came) = differing(before, after);
    let words = quoted(told);
    let said = |did: &str| told.contains(&format!("” {did}"));
    let first = words.first().map(String::as_str).unwrap_or_default();
    let state = format!("{told}\nwent: {went}\ncame: {came}");
    assert!(!told.contains("“”"), "nothing is told: {state}");
    if said("typed") || said("put in") {
        assert!(!first.is_empty() && all_in(first, &came), "{state}");
    }
    if said("erased") || said("taken out") {
        assert!(!first.is_empty() && all_in(first, &went), "{state}");
    }
    if said("became") {
        assert!(all_in(first, &went), "{state}");
        assert!(all_in(&words[1], &came), "{state}");
    }
    let has = |of: &Assessment| {
        let first = first.trim_end_matches('…').trim();
        of.findings
            .iter()
            .filter(|it| it.text.trim().starts_with(first))
            .count()
    };
    if said("added") && told.starts_with("finding") {
        assert!(has(after) > has(before), "{state}");
    }
    if said("deleted") && told.starts_with("finding") {
        assert!(has(before) > has(after), "{state}");
    }
    if told.starts_with("an empty finding") {
        let empty = |of: &Assessment| {
            of.findings
                .iter()
                .filter(|it| it.text.trim().is_empty())
                .count()
        };
        assert_ne!(empty(before), empty(after), "{state}");
    }
}

const KEYS: &[&str] = &[
    "a",
    "e",
    "<esc>",
    "<enter>",
    " foo",
    "bar",
    " a night.",
    "<backspace>",
    "<ctrl-w>",
    "<home>",
    "<end>",
    "<left><left>",
    "<ctrl-z>",
    "<ctrl-y>",
    "dd",
    "<down>",
    "<up>",
    "<esc>v",
    "<tab>",
    "<esc>u",
    "<esc>U",
    "<ctrl-u>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_words_that_undo_and_redo_name_are_those_that_differ(typed in vec(0..KEYS.len(), 1..14)) {
        let mut sitting = at_finding();
        for nth in typed {
            sitting.keys(KEYS[nth]);
        }
        sitting.keys("<esc>").keys("<esc>").keys("<esc>");
        for (key, lead, back) in [("<ctrl-z>", "Undone: ", true), ("<ctrl-y>", "Made again: ", false)] {
            for _ in 0..20 {
                let before = sitting.editor().assessment.clone();
                sitting.keys(key);
                let after = sitting.editor().assessment.clone();
                if before == after {
                    break;
                }
                if let Some(told) = told(&sitting, lead) {
                    let (one, other) = if back { (&after, &before) } else { (&before, &after) };
                    checked(&told, one, other);
                }
            }
        }
    }
}

#[test]
fn a_finding_that_was_split_is_one_again_where_it_was_and_typing_goes_on() {
    let mut sitting = at_finding();
    sitting.keys("<enter><end><ctrl-left><ctrl-left><enter>");
    let split = ["The force answers calls at", "Night."];
    assert_eq!(sitting.texts(), split, "{}", sitting.screen());
    sitting.keys("<ctrl-z>");
    let screen = sitting.screen();
    assert_eq!(sitting.texts(), ["The force answers calls at night."]);
    assert!(sitting.state.overlays.is_empty(), "{screen}");
    assert!(screen.contains("split in two"), "{screen}");
    sitting.keys("Xy ");
    let texts = sitting.texts();
    assert!(texts[0].contains("Xy "), "{texts:?} {}", sitting.screen());
    sitting.keys("<ctrl-z><ctrl-y>").keys("<esc>");
    assert!(
        !sitting.screen().contains("words wait"),
        "{}",
        sitting.screen()
    );
}
