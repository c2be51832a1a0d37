//! Words that are looked for in a draft: found wherever they stand, lit, walked through, replaced in one step.

use proptest::prelude::*;
use ratatui::style::Modifier;

use crate::support::sitting::Sitting;

const DRAFT: &str = r#"format = 1
id = "d"
framework = "annual"

[subject]
name = "Wexmoor Constabulary"
noun = "constabulary"

[inspector]
name = "Siân Okafor"

[period]
label = "2023"

[grades.victims]
grade = "good"
rationale = "Callers wait less than they did."

[[figures]]
id = "wait"
value = "12"
unit = "minutes"
label = "how long callers wait"

[[evidence]]
id = "e1"
kind = "interview"
title = "Callers at Môn & King’s Lynn"

[[findings]]
id = "f1"
heading = "victims"
kind = "strength"
text = "The constabulary answers callers quickly."
evidence = ["e1"]

[[findings]]
id = "f2"
heading = "victims"
kind = "improvement"
text = "Callers are not always told what was done. Some callers ring twice."

[[findings]]
id = "f3"
heading = "crime-prevention"
kind = "strength"
text = "Its call handlers know the area."
"#;

fn sitting() -> Sitting {
    Sitting::at(120, 40, DRAFT)
}

/// Returns the words that are lit as found, each stretch of a row by itself.
fn lit(sitting: &Sitting) -> Vec<String> {
    let buffer = sitting.buffer();
    let mut all = Vec::new();
    for y in 0..buffer.area.height {
        let mut words = String::new();
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            if cell.modifier.contains(Modifier::UNDERLINED) {
                words.push_str(cell.symbol());
            } else if !words.is_empty() {
                all.push(std::mem::take(&mut words));
            }
        }
    }
    all
}

#[test]
fn words_are_found_wherever_they_stand_and_however_they_are_spelt() {
    for (typed, found, note) in [
        (
            "answers callers",
            "The constabulary answers callers quickly.",
            "finding · ",
        ),
        ("wait less", "Callers wait less than they did.", "why · "),
        ("how long", "how long callers wait", "figure"),
        ("mon and kings", "Callers at Môn & King’s Lynn", "evidence"),
        ("sian", "Siân Okafor", "name"),
        ("victims", "Victims", "page"),
        ("look-ah", "Look-ahead", "page"),
    ] {
        let mut sitting = sitting();
        sitting.keys("/").paste(typed);
        let screen = sitting.screen();
        assert!(screen.contains(found), "{typed}: {screen}");
        assert!(screen.contains(note), "{typed}: {screen}");
    }
}

#[test]
fn a_few_letters_go_to_a_heading_and_to_what_the_checks_tell() {
    let mut sitting = sitting();
    sitting.keys("/victi<enter>");
    assert_eq!(
        sitting.editor().page_title(sitting.editor().page),
        "Victims"
    );
    sitting.keys("<esc>/evidence<enter>");
    assert_eq!(
        sitting.editor().page_title(sitting.editor().page),
        "Evidence"
    );
}

#[test]
fn what_is_found_is_lit_and_walked_through_until_esc() {
    let mut sitting = sitting();
    sitting.keys("/callers<enter>");
    assert!(lit(&sitting).len() > 2, "{:?}", lit(&sitting));
    assert!(
        lit(&sitting)
            .iter()
            .all(|words| words.to_lowercase() == "callers")
    );
    let first = sitting.screen();
    assert!(first.contains("5 places"), "{first}");
    let mut walked = Vec::new();
    for _ in 0..6 {
        sitting.keys("n");
        walked.push((sitting.editor().page, sitting.editor().row));
    }
    let mut apart = walked.clone();
    apart.sort_by_key(|at| format!("{at:?}"));
    apart.dedup();
    assert_eq!(apart.len(), 5, "{walked:?}");
    assert_eq!(walked[0], walked[5]);
    sitting.keys("N");
    assert_eq!((sitting.editor().page, sitting.editor().row), walked[4]);
    sitting.keys("<esc>");
    assert_eq!(lit(&sitting), Vec::<String>::new());
    assert!(sitting.editor().search.is_none());
}

#[test]
fn in_the_statement_one_goes_from_sentence_to_sentence() {
    let mut sitting = sitting();
    sitting.keys("/callers<enter><tab><tab>");
    while sitting.editor().pane != assay::app::layout::Pane::Statement {
        sitting.keys("<tab>");
    }
    for _ in 0..3 {
        sitting.keys("n");
        let editor = sitting.editor();
        let sentence = editor.document().sentence(editor.sentence).unwrap();
        assert!(sentence.text.to_lowercase().contains("callers"));
    }
}

#[test]
fn other_words_are_put_in_their_place_in_one_step_that_undo_takes_back() {
    let mut sitting = sitting();
    let before = sitting.texts();
    sitting.keys("/callers<ctrl-r>people who ring<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("in 5 of 5 texts"), "{screen}");
    // The first is let be as it is.
    sitting.keys("<space><enter>");
    let after = sitting.texts();
    let changed: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
    let [(_, text)] = changed.as_slice() else {
        let with = after.iter().filter(|it| it.contains("ople who ring"));
        assert_eq!(with.count(), changed.len());
        assert!(after.contains(&"People who ring are not always told what was done. Some people who ring ring twice.".to_owned()), "{after:?}");
        sitting.keys("u");
        assert!(
            sitting.screen().contains("4 texts changed"),
            "{}",
            sitting.screen()
        );
        assert_eq!(sitting.texts(), before);
        return;
    };
    panic!("only {text} was changed");
}

#[test]
fn the_name_of_a_figure_in_a_text_stays_the_name_of_a_figure() {
    let draft = DRAFT.replace(
        "Its call handlers know the area.",
        "The wait is {wait} at most.",
    );
    let mut sitting = Sitting::at(120, 40, &draft);
    sitting.keys("/wait<ctrl-r>delay<enter><enter>");
    let texts = sitting.texts();
    assert!(
        texts.contains(&"The delay is {wait} at most.".to_owned()),
        "{texts:?}"
    );
    assert!(
        sitting.statement().contains("12 minutes at most"),
        "{}",
        sitting.statement()
    );
}

#[test]
fn a_part_of_a_longer_word_is_replaced_only_where_that_was_chosen() {
    let draft = DRAFT.replace(
        "Its call handlers know the area.",
        "Its callers know the call centre.",
    );
    let draft = draft.replace("Some callers ring twice.", "Some recall nothing.");
    let mut sitting = Sitting::at(120, 40, &draft);
    sitting.keys("/call<ctrl-r>phone<enter><enter>");
    let texts = sitting.texts();
    assert!(
        texts.contains(&"Its callers know the phone centre.".to_owned()),
        "{texts:?}"
    );
    let left = "Callers are not always told what was done. Some recall nothing.".to_owned();
    assert!(texts.contains(&left), "{texts:?}");
    sitting.keys("u");
    assert!(
        sitting.screen().contains("text changed") || sitting.screen().contains("Undone"),
        "{}",
        sitting.screen()
    );
    // Chosen after all.
    sitting.keys("/call<ctrl-r>phone<enter>a<down><space>aa<enter>");
    let texts = sitting.texts();
    assert!(
        texts.iter().any(|text| text.contains("rephone")),
        "{texts:?}"
    );
}

#[test]
fn nothing_is_replaced_that_nobody_chose_and_esc_changes_nothing() {
    let mut sitting = sitting();
    let before = sitting.file();
    sitting.keys("/callers<ctrl-r>people<enter>a<enter>");
    assert!(
        sitting.screen().contains("No text is chosen"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc><esc>").pause();
    assert_eq!(sitting.file(), before);
}

#[test]
fn after_a_jump_one_goes_back_to_where_one_was_and_forward_again() {
    let mut sitting = sitting();
    sitting.keys("/some callers<enter><esc>");
    let first = (sitting.editor().page, sitting.editor().row);
    sitting.keys("/call handlers<enter><esc>");
    let second = (sitting.editor().page, sitting.editor().row);
    assert_ne!(first.0, second.0);
    sitting.keys("/figures<enter><esc>");
    sitting.keys("<less>");
    assert_eq!((sitting.editor().page, sitting.editor().row), second);
    sitting.keys("<less>");
    assert_eq!((sitting.editor().page, sitting.editor().row), first);
    sitting.keys(">");
    assert_eq!((sitting.editor().page, sitting.editor().row), second);
    sitting.keys(">");
    let page = sitting.editor().page;
    assert_eq!(sitting.editor().page_title(page), "Figures");
    sitting.keys(">");
    let screen = sitting.screen();
    assert!(screen.contains("You have not gone back"), "{screen}");
}

#[test]
fn a_draft_is_opened_again_where_it_was_left() {
    let mut sitting = sitting();
    sitting.keys("/call handlers<enter><esc>");
    let left = (
        sitting.editor().page,
        sitting.editor().row,
        sitting.editor().pane,
    );
    sitting.keys("q<enter>");
    let now = (
        sitting.editor().page,
        sitting.editor().row,
        sitting.editor().pane,
    );
    assert_eq!(now, left);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_replaced_and_taken_back_is_as_it_was(
        sought in "[a-z]{1,4}|callers|the",
        by in "[A-Za-z ’é]{0,8}",
        skipped in 0..4usize,
    ) {
        let mut sitting = sitting();
        let before = sitting.file();
        sitting.keys(&format!("/{sought}<ctrl-r>"));
        sitting.paste(&by).keys("<enter>");
        sitting.keys(&"<down>".repeat(skipped)).keys("<space><enter>");
        while !sitting.state.overlays.is_empty() {
            sitting.keys("<esc>");
        }
        sitting.pause();
        if sitting.file() != before {
            sitting.keys("u").pause();
        }
        prop_assert_eq!(sitting.file(), before);
    }
}

#[test]
fn the_places_of_a_search_are_made_once_for_as_long_as_nothing_is_written() {
    let findings = (0..300).map(|nth| {
        format!(
            "\n[[findings]]\nid = \"n{nth}\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"Callers of place {nth} wait.\"\n"
        )
    });
    let draft = format!("{DRAFT}{}", findings.collect::<String>());
    let mut sitting = Sitting::at(120, 40, &draft);
    let made = |sitting: &Sitting| sitting.editor().search_indexes_made();
    sitting.pause();
    sitting.keys("/callers");
    assert_eq!(made(&sitting), 1, "no letter makes them anew");
    sitting.keys("<enter>").keys(&"n".repeat(40)).keys("NNN");
    assert_eq!(made(&sitting), 1);
    let row = sitting.editor().row;
    sitting.keys("M");
    assert_eq!(made(&sitting), 1);
    assert!(sitting.screen().contains("marked"), "{}", sitting.screen());
    sitting.keys("<esc>/callers<enter>n");
    assert_eq!(made(&sitting), 1);
    // What is written is found at the next key, and what is taken back no more.
    sitting.keys("+Callers are new here.<esc>").pause();
    sitting.keys("/are new here<enter>");
    assert!(sitting.screen().contains("1 place"), "{}", sitting.screen());
    let then = made(&sitting);
    sitting.keys("nnn");
    assert_eq!(made(&sitting), then);
    sitting.keys("uuuuuu").pause();
    sitting.keys("n");
    assert!(
        sitting.screen().contains("has these words any more"),
        "{row} {}",
        sitting.screen()
    );
}
