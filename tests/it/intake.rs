//! Words that come from elsewhere: many lines become findings, and what is typed where no text is open becomes one.

use assay::app::{EditorRow, Message};
use assay::assessment::{Kind, PeriodField, Place};

use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"improvement\"\ntext = \"The force needs to answer.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

/// What is copied from a document: bullets, a number, a blank line, a sentence over two lines.
const NOTES: &str =
    "• The force visits victims.\n• The force writes to them.\n\n1) The force trains its staff.\n";

/// Somebody at the first finding of a draft.
fn at_finding() -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.go_to_first("victims");
    sitting
}

fn texts_of(sitting: &Sitting) -> Vec<&str> {
    let findings = &sitting.editor().assessment.findings;
    findings.iter().map(|it| it.text.as_str()).collect()
}

const TAKEN: [&str; 3] = [
    "The force visits victims.",
    "The force writes to them.",
    "The force trains its staff.",
];

#[test]
fn lines_that_are_pasted_where_no_text_is_open_become_findings_of_the_kind_at_the_cursor_in_one_step()
 {
    let mut sitting = at_finding();
    sitting.paste(NOTES);
    let screen = sitting.screen();
    assert!(screen.contains("3 findings under Victims?"), "{screen}");
    assert!(screen.contains("• The force trains its staff."), "{screen}");
    assert_eq!(
        sitting.texts().len(),
        2,
        "nothing is done before the answer"
    );
    sitting.keys("<enter>");
    assert_eq!(texts_of(&sitting)[1..4], TAKEN);
    let kinds = sitting.editor().assessment.findings[1..4].iter();
    assert!(kinds.clone().all(|it| it.kind == Kind::Improvement));
    assert!(kinds.clone().all(|it| it.heading == "victims"));
    assert_eq!(
        sitting.editor().finding(),
        Some(1),
        "the cursor is on the first"
    );
    let screen = sitting.screen();
    assert!(screen.contains("3 findings added to Victims"), "{screen}");
    assert!(!screen.contains("words wait"), "{screen}");
    sitting.keys("u");
    let screen = sitting.screen();
    assert!(
        screen.contains("Undone: 3 findings added to Victims"),
        "{screen}"
    );
    assert_eq!(sitting.texts().len(), 2);
}

#[test]
fn lines_that_are_pasted_into_an_empty_finding_begin_with_it_and_one_undo_takes_it_back_too() {
    let mut sitting = at_finding();
    sitting.keys("-").paste(NOTES).keys("<enter>");
    assert_eq!(texts_of(&sitting)[1..4], TAKEN);
    assert_eq!(sitting.texts().len(), 5);
    sitting.keys("u");
    assert_eq!(sitting.texts().len(), 2, "{}", sitting.screen());
    // One that was written before stays, without words.
    sitting.keys("-The<esc><enter><backspace><backspace><backspace>");
    sitting.paste(NOTES).keys("<enter>");
    assert_eq!(texts_of(&sitting)[2..5], TAKEN);
    sitting.keys("u");
    assert_eq!(sitting.texts().len(), 3, "{}", sitting.screen());
}

#[test]
fn the_text_is_taken_as_it_is_from_another_row_and_waits_otherwise() {
    let mut sitting = at_finding();
    sitting.paste(NOTES).keys("<down><enter>");
    let one =
        "• The force visits victims. • The force writes to them. 1) The force trains its staff.";
    assert_eq!(texts_of(&sitting)[1], one);
    for keys in ["<esc>", "<down><down><enter>"] {
        let mut sitting = at_finding();
        sitting.paste(NOTES).keys(keys);
        assert_eq!(sitting.texts().len(), 2);
        assert!(
            sitting.screen().contains("words wait"),
            "{}",
            sitting.screen()
        );
        // They are there after a kill, and are asked about again by one key.
        let home = sitting.kill();
        let mut again = Sitting::resume(120, 40, home.clone(), &home.drafts().join("draft.toml"));
        again.keys("]<ctrl-v><enter>");
        assert_eq!(again.texts().len(), 5, "{}", again.screen());
        assert!(!again.screen().contains("words wait"), "{}", again.screen());
    }
}

#[test]
fn words_that_waited_before_go_on_waiting() {
    let mut sitting = at_finding();
    sitting.paste("Jane Hartley");
    sitting.paste(NOTES).keys("<enter>");
    assert_eq!(sitting.texts().len(), 5);
    let screen = sitting.screen();
    assert!(screen.contains("words wait"), "{screen}");
    sitting.keys("<ctrl-v>");
    assert_eq!(
        texts_of(&sitting)[2],
        "Jane Hartley",
        "{}",
        sitting.screen()
    );
    assert!(
        !sitting.screen().contains("words wait"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn what_is_typed_where_no_text_is_open_becomes_a_finding_by_one_key_in_which_typing_goes_on() {
    let mut sitting = at_finding();
    sitting.keys("The force ");
    let screen = sitting.screen();
    assert!(screen.contains("Ctrl-V makes a finding of it"), "{screen}");
    sitting.keys("<ctrl-v>").types_on("acts.<esc>");
    assert_eq!(texts_of(&sitting)[1], "The force acts.");
    assert_eq!(
        sitting.editor().assessment.findings[1].kind,
        Kind::Improvement
    );
}

#[test]
fn what_comes_together_without_brackets_or_where_no_finding_can_stand_is_kept_and_asked_about_by_no_list()
 {
    let mut sitting = at_finding();
    sitting.message(Message::Burst(NOTES.to_owned()));
    assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
    assert!(
        sitting.screen().contains("words wait"),
        "{}",
        sitting.screen()
    );
    // Into words that stand there it goes as it is.
    let mut sitting = at_finding();
    sitting.keys("<enter>").paste(" a\nb");
    assert_eq!(texts_of(&sitting)[0], "The force needs to answer. a b");
    let mut sitting = at_finding();
    sitting.keys("<tab>").paste(NOTES);
    assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
    assert_eq!(sitting.texts().len(), 2);
}

/// Somebody at a finding that has a number, with these words around it.
fn at_number(text: &str) -> Sitting {
    let draft = DRAFT.replace("The force listens.", text);
    let mut sitting = Sitting::at(120, 40, &draft);
    sitting.keys("<home>");
    while sitting.editor().heading_id() != Some("victims") {
        sitting.keys("]");
    }
    sitting.keys("<tab><home>");
    while sitting.editor().finding() != Some(1) {
        sitting.keys("<down>");
    }
    sitting
}

#[test]
fn a_number_in_the_prose_becomes_a_figure_by_one_key_and_one_undo_takes_both_back() {
    let text = "The force answers 94 per cent of calls.";
    let mut sitting = at_number(text);
    let before = sitting.editor().assessment.clone();
    let spoken = sitting.statement();
    assert!(
        sitting.screen().contains("make it a figure"),
        "{}",
        sitting.screen()
    );
    sitting.keys(".");
    let screen = sitting.screen();
    assert!(
        screen.contains("What does “94 per cent” count?"),
        "{screen}"
    );
    sitting.keys("<enter>");
    assert!(
        sitting.screen().contains("A word is wanted"),
        "{}",
        sitting.screen()
    );
    sitting.keys("Calls answered<enter>");
    assert_eq!(
        texts_of(&sitting)[1],
        "The force answers {calls-answered} of calls."
    );
    let figure = sitting
        .editor()
        .assessment
        .figure("calls-answered")
        .expect("a figure");
    let figure = (
        figure.value.as_str(),
        figure.unit.as_str(),
        figure.label.as_str(),
    );
    assert_eq!(figure, ("94", "percent", "Calls answered"));
    assert_eq!(
        sitting.statement(),
        spoken.replace("94 per cent", "94 percent")
    );
    sitting.keys("u");
    assert_eq!(sitting.editor().assessment, before);
}

#[test]
fn a_number_that_is_typed_becomes_a_figure_without_leaving_the_text() {
    let mut sitting = at_number("The force answers");
    sitting.keys("<enter> 11 of 40<alt-.>Files<enter> calls.");
    assert_eq!(
        texts_of(&sitting)[1],
        "The force answers {files.part} calls."
    );
    // A name that is taken gets a number, and undo goes on word by word.
    sitting.keys(" It has 12<alt-.>files<enter>.");
    let text = "The force answers {files.part} calls. It has {files-2}.";
    assert_eq!(texts_of(&sitting)[1], text);
    sitting.keys("<ctrl-z><ctrl-z>");
    assert_eq!(
        texts_of(&sitting)[1],
        "The force answers {files.part} calls. It has 12"
    );
    assert!(sitting.editor().typing.is_some());
    // Where no number is, the key says what it needs.
    sitting.keys("<home><alt-.>");
    let screen = sitting.screen();
    assert!(screen.contains("Put the cursor on a word"), "{screen}");
}

#[test]
fn a_day_is_taken_as_people_write_it_and_what_is_none_is_refused_with_what_would_be_right() {
    let day = Place::Period(PeriodField::FieldworkFrom);
    let at_day = || {
        let mut sitting = Sitting::at(120, 40, DRAFT);
        sitting.keys("<home><tab><home>");
        while sitting.editor().current().and_then(EditorRow::place) != Some(day.clone()) {
            sitting.keys("<down>");
        }
        sitting.keys("<enter>");
        sitting
    };
    for typed in [
        "22 June 2023",
        "22/6/23",
        "22.06.2023",
        "June 22 2023",
        "2023-06-22",
    ] {
        let mut sitting = at_day();
        sitting.keys(&format!("{typed}<enter>"));
        let written = sitting.editor().assessment.text(&day);
        assert_eq!(written, Some("2023-06-22"), "{typed}");
    }
    let mut sitting = at_day();
    // It holds nobody: the words stay, and are marked.
    for key in ["<enter>", "<tab>"] {
        sitting = at_day();
        sitting.keys("<ctrl-u>next Friday").keys(key);
        let screen = sitting.screen();
        let place = sitting.editor().typing.as_ref().map(|it| &it.place);
        assert_ne!(place, Some(&day), "{screen}");
        assert_eq!(sitting.editor().assessment.text(&day), Some("next Friday"));
        assert!(
            screen.contains("“next Friday” stays, and is no day"),
            "{screen}"
        );
        assert!(screen.contains("22 June 2023"), "{screen}");
    }
    // Esc leaves it, and the words stay.
    sitting.keys("<esc>");
    assert!(sitting.editor().typing.is_none());
    assert_eq!(sitting.editor().assessment.text(&day), Some("next Friday"));
}
