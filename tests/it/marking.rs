//! Several findings at once: they are marked, what is done is done to all of them, and one undo takes it back and says what
//! it was.

use assay::assessment::Kind;

use crate::support::sitting::Sitting;

/// A draft of so many strengths under one heading, and one under another.
fn draft(many: usize) -> String {
    let finding = |nth: usize, heading: &str| {
        format!(
            "\n[[findings]]\nid = \"f{nth}\"\nheading = \"{heading}\"\nkind = \"strength\"\ntext = \"The force does thing {nth}.\"\n"
        )
    };
    let mut draft = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[evidence]]\nid = \"e1\"\ntitle = \"Interview\"\n".to_owned();
    draft.extend((1..=many).map(|nth| finding(nth, "victims")));
    draft + &finding(many + 1, "finances")
}

/// Somebody at the first of four findings, behind which one stands under another heading.
fn at_first() -> Sitting {
    let mut sitting = Sitting::at(120, 40, &draft(4));
    sitting.go_to_first("victims");
    sitting
}

fn kinds(sitting: &Sitting) -> Vec<Kind> {
    let findings = sitting.editor().assessment.findings.iter();
    findings.map(|finding| finding.kind).collect()
}

fn ids(sitting: &Sitting, heading: &str) -> String {
    let findings = sitting.editor().assessment.findings.iter();
    let ids = findings.filter(|it| it.heading == heading);
    ids.map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn marks_are_seen_and_counted_and_esc_lets_go_of_them_first() {
    let mut sitting = at_first();
    sitting.keys("x<down><down>x");
    let screen = sitting.screen();
    assert!(screen.contains("● 2 marked"), "{screen}");
    assert_eq!(screen.matches('●').count(), 3, "{screen}");
    assert!(screen.contains("let go of 2"), "{screen}");
    // They are kept from page to page.
    sitting.keys("]");
    assert!(
        sitting.screen().contains("● 2 marked"),
        "{}",
        sitting.screen()
    );
    sitting.keys("[<tab><tab><tab>");
    let pane = sitting.editor().pane;
    sitting.keys("<esc>");
    assert_eq!(sitting.editor().marked(), 0);
    assert_eq!(sitting.editor().pane, pane, "the key does no more");
    assert!(!sitting.screen().contains("marked"), "{}", sitting.screen());
}

#[test]
fn from_here_to_there_or_all_of_the_page_or_all_that_have_the_words_are_marked() {
    let mut sitting = at_first();
    sitting.keys("<shift-down><shift-down>");
    assert_eq!(sitting.editor().marked(), 3);
    assert_eq!(sitting.editor().finding(), Some(2));
    sitting.keys("<esc>M");
    assert_eq!(sitting.editor().marked(), 4);
    sitting.keys("M");
    assert_eq!(sitting.editor().marked(), 0, "again, none");
    sitting.keys("/thing<enter>M");
    assert_eq!(sitting.editor().marked(), 5, "{}", sitting.screen());
    sitting.keys("<esc>");
    assert!(sitting.editor().search.is_some(), "the search goes on");
}

#[test]
fn the_kind_the_frame_and_the_evidence_are_given_to_all_that_are_marked_in_one_step() {
    let mut sitting = at_first();
    sitting.keys("x<down>xtcause<enter>");
    use Kind::{Concern, Strength};
    assert_eq!(
        kinds(&sitting),
        [Concern, Concern, Strength, Strength, Strength]
    );
    let screen = sitting.screen();
    assert!(
        screen.contains("Kind of 2 findings: “cause of concern”"),
        "{screen}"
    );
    sitting.keys("u");
    assert_eq!(kinds(&sitting), [Strength; 5]);
    let screen = sitting.screen();
    assert!(screen.contains("Undone: kind of 2 findings"), "{screen}");
    sitting.keys("fpleased<enter>");
    let stances = |sitting: &Sitting| {
        let findings = sitting.editor().assessment.findings.iter();
        findings.filter(|it| !it.stance.is_empty()).count()
    };
    assert_eq!(stances(&sitting), 2, "{}", sitting.screen());
    sitting.keys("u");
    assert_eq!(stances(&sitting), 0);
    // One stands on it already.
    sitting.keys("<esc>vInterview<enter>x<down>xvInterview<enter>");
    let on = |sitting: &Sitting| {
        let findings = sitting.editor().assessment.findings.iter();
        findings.map(|it| it.evidence.len()).collect::<Vec<_>>()
    };
    assert_eq!(on(&sitting), [1, 1, 0, 0, 0], "{}", sitting.screen());
    // New on record, it is one item for all.
    sitting.keys("vFiles<enter>");
    assert_eq!(on(&sitting), [2, 2, 0, 0, 0], "{}", sitting.screen());
    assert_eq!(sitting.editor().assessment.evidence.len(), 2);
    sitting.keys("u");
    assert_eq!(on(&sitting), [1, 1, 0, 0, 0]);
    assert_eq!(sitting.editor().assessment.evidence.len(), 1);
    let screen = sitting.screen();
    assert!(screen.contains("added to 2 findings"), "{screen}");
}

#[test]
fn all_that_are_marked_are_moved_up_and_down_to_another_heading_and_deleted_in_one_step_each() {
    let mut sitting = at_first();
    let before = sitting.editor().assessment.clone();
    sitting.keys("<down>x<down>xJ");
    assert_eq!(ids(&sitting, "victims"), "f1 f4 f2 f3");
    sitting.keys("J");
    assert_eq!(
        ids(&sitting, "victims"),
        "f1 f4 f2 f3",
        "at the end they stay"
    );
    sitting.keys("KK");
    assert_eq!(ids(&sitting, "victims"), "f2 f3 f1 f4");
    sitting.keys("uuu");
    assert_eq!(sitting.editor().assessment, before);
    assert!(
        sitting.screen().contains("2 findings moved"),
        "{}",
        sitting.screen()
    );
    sitting.keys("mFinances<enter>");
    assert_eq!(ids(&sitting, "victims"), "f1 f4", "{}", sitting.screen());
    assert_eq!(sitting.editor().heading_id(), Some("finances"));
    sitting.keys("u");
    assert_eq!(sitting.editor().assessment, before);
    let screen = sitting.screen();
    assert!(
        screen.contains("Undone: 2 findings moved to Finances"),
        "{screen}"
    );
    sitting.keys("d");
    assert_eq!(ids(&sitting, "victims"), "f1 f4");
    assert_eq!(sitting.editor().marked(), 0);
    let screen = sitting.screen();
    assert!(screen.contains("Deleted 2 findings"), "{screen}");
    sitting.keys("u");
    assert_eq!(sitting.editor().assessment, before);
    let screen = sitting.screen();
    assert!(screen.contains("Undone: 2 findings deleted"), "{screen}");
}

#[test]
fn a_command_that_knows_one_finding_alone_says_so_and_does_nothing() {
    let mut sitting = at_first();
    sitting.keys("x<down>x");
    let before = sitting.editor().assessment.clone();
    sitting.keys("P");
    assert_eq!(sitting.editor().assessment, before);
    let screen = sitting.screen();
    assert!(
        screen.contains("2 findings are marked: Esc lets go"),
        "{screen}"
    );
    sitting.keys("<esc>P");
    assert_ne!(sitting.editor().assessment, before);
}
