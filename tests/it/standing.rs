//! Every sentence stands on something: evidence from a finding in a line, what leans on what, and words by
//! hand that go stale when the ground beneath them changes.

use assay::app::layout::Pane;

use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n\n[period]\nfieldwork-to = 2023-05-19\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The constabulary listens to victims.\"\njoin = \"never\"\n\n[[findings]]\nid = \"f2\"\nheading = \"offenders\"\nkind = \"strength\"\ntext = \"The constabulary watches over offenders.\"\njoin = \"never\"\n\n[[evidence]]\nid = \"e1\"\nkind = \"survey\"\ntitle = \"Survey of victims\"\ndate = 2021-03-01\n";

fn at_first() -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    to(&mut sitting, 0);
    sitting
}

fn to(sitting: &mut Sitting, finding: usize) {
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home>");
    while sitting.editor().finding() != Some(finding) {
        if sitting.editor().pane == Pane::Headings {
            sitting.keys("<down><tab>");
        }
        if sitting.editor().finding() != Some(finding) {
            sitting.keys("<shift-tab>");
        }
    }
}

#[test]
fn a_line_from_a_finding_is_evidence_and_a_few_letters_find_it_again() {
    let mut sitting = at_first();
    sitting.keys("vInterview with the head of custody<enter>");
    sitting.keys("Vsurv<enter>");
    let draft = &sitting.editor().assessment;
    assert_eq!(draft.evidence.len(), 2);
    assert_eq!(draft.findings[0].evidence, ["e2"]);
    assert_eq!(draft.findings[0].against, ["e1"]);
    assert_eq!(
        draft.evidence[1].title,
        "Interview with the head of custody"
    );
    sitting.keys("i");
    let screen = sitting.screen();
    for words in [
        "stands on: Interview with the head",
        "against it: Survey of victims",
    ] {
        assert!(screen.contains(words), "{words} is missing from\n{screen}");
    }
}

#[test]
fn the_ledger_shows_what_leans_on_each_item_and_only_what_is_asked_for() {
    let mut sitting = at_first();
    sitting.keys("vInterview with the head of custody<enter>");
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<end><up><tab>");
    let screen = sitting.screen();
    assert!(
        screen.contains("for 1 finding") && screen.contains("unused · old"),
        "{screen}"
    );
    sitting.keys("\\unused<enter>");
    let screen = sitting.screen();
    assert!(
        screen.contains("Survey of victims") && !screen.contains("Interview"),
        "{screen}"
    );
    sitting.keys("\\all<enter><end>i");
    let screen = sitting.screen();
    assert!(
        screen.contains("Spoken in") && screen.contains("listens to victims"),
        "{screen}"
    );
    sitting.keys("<esc>");
    // What is taken out of the ledger is taken out of what stands on it, and comes back with it.
    sitting.keys("d");
    assert!(sitting.editor().assessment.findings[0].evidence.is_empty());
    sitting.keys("u");
    assert_eq!(sitting.editor().assessment.findings[0].evidence, ["e2"]);
}

/// To the sentence of the first finding in the statement.
fn to_sentence(sitting: &mut Sitting) {
    to(sitting, 0);
    sitting.keys("<tab>");
    assert_eq!(sitting.editor().pane, Pane::Statement);
}

#[test]
fn every_sentence_that_leans_on_a_figure_is_marked_while_the_figure_is_changed() {
    let figure = "\n[[figures]]\nid = \"calls\"\nvalue = \"120\"\nunit = \"calls\"\n";
    let draft = DRAFT
        .replace("listens to victims", "answered {calls} from victims")
        .replace("watches over", "had {calls} about");
    let mut sitting = Sitting::at(120, 40, &format!("{draft}{figure}"));
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<end><tab>");
    assert_eq!(sitting.editor().dependents().len(), 2);
    // The first is lit, the others are marked.
    let marked = |screen: &str| screen.contains('▌') && screen.contains('›');
    assert!(marked(&sitting.screen()), "{}", sitting.screen());
    sitting.keys("<space>");
    while !sitting.screen().contains("▌Value") {
        sitting.keys("<down>");
    }
    sitting.keys("<enter>5<esc>");
    assert_eq!(
        sitting.editor().dependents().len(),
        2,
        "{}",
        sitting.screen()
    );
    assert!(
        sitting.statement().contains("1,205 calls"),
        "{}",
        sitting.statement()
    );
}

#[test]
fn a_whole_paragraph_by_hand_stands_on_all_that_it_stood_on() {
    let mut sitting = at_first();
    to_sentence(&mut sitting);
    let woven = sitting.statement();
    sitting.keys("E<ctrl-a>In short: <enter>");
    let said = sitting.statement();
    assert!(
        said.contains("In short: The constabulary listens"),
        "{said}"
    );
    let at = sitting.editor().sentence;
    let sentence = sitting
        .editor()
        .document()
        .sentence(at)
        .expect("a sentence");
    let sources = format!("{:?}", sentence.sources);
    assert!(
        sources.contains("f1") && sources.contains("f2"),
        "{sources}"
    );
    // Any finding of the paragraph makes it stale; nothing is written over.
    to(&mut sitting, 1);
    sitting.keys("<enter> Daily.<esc>");
    let stale = sitting.editor().stale().to_vec();
    assert_eq!(stale.len(), 1, "{stale:?}");
    let changed = |reason: &str| reason.starts_with("finding “") && reason.ends_with("” changed");
    assert!(changed(&stale[0].reasons.join(", ")), "{stale:?}");
    assert!(sitting.statement().contains("In short: "));
    // Both texts stand side by side; the woven one is one key away, and undo brings the other back.
    to_sentence(&mut sitting);
    sitting.keys("e");
    assert!(
        sitting.screen().contains("woven now"),
        "{}",
        sitting.screen()
    );
    sitting.keys("t<esc>");
    assert!(!sitting.statement().contains("In short: "));
    to(&mut sitting, 1);
    sitting.keys("uuu");
    assert!(
        sitting.statement().contains("In short: "),
        "{}",
        sitting.statement()
    );
    while sitting.editor().undo_depth() > 0 {
        sitting.keys("u");
    }
    assert_eq!(sitting.statement(), woven);
}

#[test]
fn words_by_hand_are_spoken_and_go_stale_with_the_reason_when_their_ground_changes() {
    let mut sitting = at_first();
    to_sentence(&mut sitting);
    sitting.keys("e<ctrl-a>I saw for myself that <enter>");
    assert!(
        sitting.statement().contains("I saw for myself that"),
        "{}",
        sitting.statement()
    );
    assert!(sitting.editor().stale().is_empty());
    // Another finding changes: this sentence stands as it did.
    to(&mut sitting, 1);
    sitting.keys("<enter> Daily.<esc>");
    assert!(
        sitting.editor().stale().is_empty(),
        "{:?}",
        sitting.editor().stale()
    );
    // Its own finding is reworded, and comes to stand on more.
    to(&mut sitting, 0);
    sitting.keys("<enter><backspace> and families.<esc>vAn audit<enter>");
    let stale = sitting.editor().stale().to_vec();
    assert_eq!(stale.len(), 1, "{stale:?}");
    assert!(stale[0].reasons[0].starts_with("finding “"), "{stale:?}");
    assert_eq!(stale[0].reasons[1], "1 piece of evidence added");
    assert!(
        sitting.statement().contains("I saw for myself"),
        "nothing is overwritten"
    );
    to_sentence(&mut sitting);
    sitting.keys("e");
    let screen = sitting.screen();
    for words in [
        "by hand",
        "woven now",
        "1 piece of evidence added",
        "families",
    ] {
        assert!(screen.contains(words), "{words} is missing from\n{screen}");
    }
    sitting.keys("o");
    assert!(sitting.editor().stale().is_empty());
    assert!(sitting.statement().contains("I saw for myself"));
    // And the other way about.
    to(&mut sitting, 0);
    sitting.keys("<enter> Often.<esc>");
    to_sentence(&mut sitting);
    sitting.keys("et");
    assert!(
        !sitting.statement().contains("I saw for myself"),
        "{}",
        sitting.statement()
    );
    sitting.keys("<esc>u");
    assert!(
        sitting.statement().contains("I saw for myself"),
        "undo brings the words back"
    );
}
