//! A draft that is taken over, and taken back: whoever had it can have it again, with every word of both.

use std::fs;
use std::path::PathBuf;

use crate::cli::{Run as _, out};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

fn path(home: &Home) -> PathBuf {
    home.drafts().join("draft.toml")
}

/// Somebody at the draft, at a finding.
fn at(home: &Home, finding: usize) -> Sitting {
    let mut sitting = Sitting::resume(120, 40, home.clone(), &path(home));
    to(&mut sitting, finding);
    sitting
}

fn to(sitting: &mut Sitting, finding: usize) {
    while sitting.editor().typing.is_some() || !sitting.state.overlays.is_empty() {
        sitting.keys("<esc>");
    }
    while sitting.editor().pane != assay::app::layout::Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home><down><down><down><tab><home>");
    while sitting.editor().finding() != Some(finding) {
        sitting.keys("<down>");
    }
}

fn home() -> Home {
    let home = Home::new();
    home.write("data/assay/draft.toml", DRAFT);
    home
}

#[test]
fn a_draft_that_was_taken_over_is_taken_back_by_the_same_key_while_the_other_has_it() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("<enter> One.");
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    to(&mut second, 1);
    second.keys("<enter> Two.");
    second.pause();
    first.focus();
    assert!(first.screen().contains("Taken over"), "{}", first.screen());
    assert!(
        first.screen().contains("T takes it back"),
        "{}",
        first.screen()
    );
    // What is typed in a box here meanwhile waits, and so does what the other has open.
    first.keys("<esc>T<down><enter>");
    assert_eq!(first.editor().file.read_only, None, "{}", first.screen());
    let texts = first.texts();
    assert_eq!(
        texts,
        ["The force answers. One.", "The force listens. Two."]
    );
    to(&mut first, 0);
    first.keys("<enter> Three.<esc>");
    second.focus();
    assert!(second.editor().file.read_only.is_some());
    first.leave();
    let file = fs::read_to_string(path(&home)).unwrap();
    for words in ["answers. One. Three.", "listens. Two."] {
        assert!(file.contains(words), "{words}: {file}");
    }
}

#[test]
fn a_box_that_is_typed_in_stays_when_the_draft_is_had_again() {
    let home = home();
    let mut first = at(&home, 0);
    first.keys("vAn inter");
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.keys("v");
    assert!(first.screen().contains("Taken over"), "{}", first.screen());
    second.leave();
    // It is free, and whoever types in the box goes on.
    for _ in 0..20 {
        first.focus();
        std::thread::park_timeout(std::time::Duration::from_millis(5));
    }
    first.keys("iew");
    let overlay = first.state.overlays.last().expect("the box");
    assert_eq!(overlay.field().expect("a text").text(), "An interview");
    first.keys("<esc>");
    first.until(|screen| screen.contains("yours to change now"));
    to(&mut first, 0);
    first.keys("v<enter><esc>");
    let evidence = &first.editor().assessment.evidence;
    assert!(
        evidence.iter().any(|it| it.title == "An interview"),
        "{evidence:?}"
    );
}

#[test]
fn a_draft_that_was_taken_over_is_writable_again_when_the_other_lets_go_of_it() {
    for at_rest in [false, true] {
        let home = home();
        let mut first = at(&home, 0);
        first.keys("<enter> One.");
        let mut second = at(&home, 1);
        second.keys("T<down><enter>");
        to(&mut second, 1);
        second.keys("<enter> Two.<esc>vAn interview");
        if at_rest {
            first.focus();
            first.keys("<enter>");
        }
        second.leave();
        first.focus();
        // What came between is acknowledged first.
        if !first.state.overlays.is_empty() {
            first.keys("<enter>");
        }
        first.until(|screen| screen.contains("yours to change now"));
        assert_eq!(first.editor().file.read_only, None);
        let texts = first.texts();
        assert_eq!(
            texts,
            ["The force answers. One.", "The force listens. Two."]
        );
        to(&mut first, 1);
        first.keys("v");
        let screen = first.screen();
        assert!(screen.contains("An interview"), "{screen}");
        first.keys("<esc><enter> Three.");
        let third = at(&first.leave(), 0);
        assert_eq!(third.texts()[1], "The force listens. Two. Three.");
    }
}

#[test]
fn words_that_come_where_others_wait_already_are_kept_when_the_draft_was_taken_over() {
    let home = home();
    let mut before = at(&home, 0);
    before.paste("Waiting since Monday.");
    before.leave();
    let mut first = at(&home, 0);
    first.keys("<enter> One two three.").pause();
    let mut second = at(&home, 1);
    second.keys("T<down><enter>");
    first.keys(" Four").pause();
    first.focus();
    first.paste("And this.").paste("And that.");
    first.kill();
    second.kill();
    let told = out(&home.run(&["recover"]).success());
    for words in ["Waiting since Monday.", "And this.", "And that."] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let mut third = at(&home, 1);
    third.keys("<enter><end> <ctrl-v>");
    let text = third.texts().concat();
    for words in ["Waiting since Monday.", "And this.", "And that."] {
        assert_eq!(text.matches(words).count(), 1, "{words}: {text}");
    }
}
