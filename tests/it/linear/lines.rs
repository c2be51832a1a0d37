//! A draft line by line: made, killed in the middle of a text, taken up again; and how a sitting begins and ends.

use crate::support::home::Home;
use crate::support::listener::Listener;

const WORDS: &str = "The constabulary listens to victims at every stage.";

/// A new draft of an invented body, at the heading of victims.
fn at_victims(home: &Home) -> Listener {
    let mut listener = Listener::start(home, &[]);
    listener.say("new");
    listener.say("Wexmoor Constabulary");
    let annual = listener.number("Annual assessment");
    listener.say(&annual.to_string());
    listener.say("go Victims");
    listener
}

fn draft(home: &Home) -> String {
    std::fs::read_to_string(home.drafts().join("wexmoor-constabulary.toml")).expect("the draft")
}

#[test]
fn a_draft_is_made_heard_printed_and_left() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("add-strength");
    listener.say(WORDS);
    listener.say(".");
    assert!(
        listener.heard().contains("Spoken as written."),
        "{}",
        listener.transcript
    );
    listener.say("undo");
    assert!(
        listener.heard().contains("Undone:"),
        "{}",
        listener.transcript
    );
    listener.say("redo");
    listener.say("read");
    assert!(listener.heard().contains(WORDS), "{}", listener.transcript);
    listener.say("grade");
    listener.say("good");
    listener.say("print");
    listener.say("print-write");
    assert!(
        listener.heard().contains("Printed to"),
        "{}",
        listener.transcript
    );
    listener.say("");
    listener.say("quit");
    let (status, _) = listener.hang_up();
    assert_eq!(status, 0);
    assert!(draft(&home).contains(WORDS));
    let printed = std::fs::read_to_string(home.drafts().join("wexmoor-constabulary.txt"));
    assert!(printed.expect("the print").contains(WORDS));
}

#[test]
fn what_was_sent_with_its_newline_is_back_after_a_kill_in_the_middle_of_a_text() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("add-strength");
    listener.say("The constabulary listens to victims");
    listener.say("at every stage.");
    listener.kill();
    let mut listener = Listener::start(&home, &["wexmoor-constabulary.toml"]);
    listener.say("read");
    assert!(listener.heard().contains(WORDS), "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn where_the_lines_end_everything_is_saved_and_the_program_ends_well() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("add-strength");
    listener.say(WORDS);
    let (status, _) = listener.hang_up();
    assert_eq!(status, 0);
    assert!(draft(&home).contains(WORDS));
}

#[test]
fn prose_where_no_text_is_open_is_kept_and_runs_no_command() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    let before = draft(&home);
    for prose in [
        "Delete nothing, said the officer.",
        "Close working with partners helps victims.",
        "Undo and redo are what they talk about.",
        "Open doors are what victims need.",
    ] {
        listener.say(prose);
        assert!(
            listener.heard().contains("is kept"),
            "{}",
            listener.transcript
        );
        assert!(
            listener.prompt.starts_with("Victims"),
            "{}",
            listener.transcript
        );
    }
    assert_eq!(draft(&home), before);
    listener.say("take-in");
    listener.say("");
    assert!(draft(&home).contains("Open doors are what victims need."));
    listener.hang_up();
}

#[test]
fn what_reaches_beyond_the_draft_is_done_by_its_number_and_by_no_empty_line() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("close");
    let path = home.drafts().join("wexmoor-constabulary.toml");
    for line in ["", "yes please do", "trash", "put", "yes"] {
        listener.say("trash");
        assert!(
            listener.heard().contains("in the trash?"),
            "{}",
            listener.transcript
        );
        listener.say(line);
        assert!(path.exists(), "{line:?}: {}", listener.transcript);
        listener.say("");
        listener.say("");
    }
    listener.say("trash");
    let number = listener.number("Put it in the trash");
    listener.say(&number.to_string());
    assert!(!path.exists(), "{}", listener.transcript);
    listener.say("restore");
    assert!(path.exists(), "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn a_line_that_is_no_text_is_told_and_nothing_of_it_is_taken() {
    use std::io::Write as _;
    use std::process::Stdio;
    let home = Home::new();
    let mut child = home
        .assay()
        .arg("--linear")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = child.stdin.take().expect("its input");
    lines.write_all(b"\xff\xfe\nwhere\n").expect("lines");
    drop(lines);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(said.contains("is not UTF-8"), "{said}");
    assert!(!said.contains('\u{FFFD}'), "{said}");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_as_the_end_of_its_lines_does() {
    use rustix::process::{Pid, Signal, kill_process};
    for sent in [Signal::INT, Signal::TERM, Signal::HUP] {
        let home = Home::new();
        let mut listener = at_victims(&home);
        listener.say("add-strength");
        listener.say(WORDS);
        let id = i32::try_from(listener.process_id()).expect("a process");
        kill_process(Pid::from_raw(id).expect("a process"), sent).expect("it can be sent");
        assert_eq!(listener.ended(), 0, "{sent:?}");
        assert!(draft(&home).contains(WORDS), "{sent:?}");
    }
}

#[test]
fn a_draft_that_is_taken_over_in_the_middle_of_a_text_loses_no_line() {
    let home = Home::new();
    let mut one = at_victims(&home);
    one.say("add-strength");
    one.say("The constabulary listens to victims");
    let mut other = Listener::start(&home, &["wexmoor-constabulary.toml"]);
    assert!(
        other.heard().contains("Open elsewhere"),
        "{}",
        other.transcript
    );
    other.say("take-over");
    // Not by an empty line, nor by the first answer.
    let number = other.number("Take it over");
    other.say("");
    other.say("take-over");
    other.say(&number.to_string());
    assert!(
        other.heard().contains("yours to change"),
        "{}",
        other.transcript
    );
    one.say("at every stage.");
    assert!(one.heard().contains("Taken over"), "{}", one.transcript);
    assert!(
        one.heard().contains("“at every stage.” is kept"),
        "{}",
        one.transcript
    );
    one.say("");
    one.say("read");
    assert!(
        one.heard().contains("The constabulary listens to victims"),
        "{}",
        one.transcript
    );
    let (status, _) = one.hang_up();
    assert_eq!(status, 0);
    // What was typed when the draft was somebody else's comes with it.
    other.say("close");
    other.say("open");
    let heard = other.heard();
    assert!(heard.contains("at every stage."), "{}", other.transcript);
    other.hang_up();
}

#[test]
fn a_day_is_taken_as_people_write_it_and_the_next_line_is_no_more_of_it() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("go about");
    let rows = listener.heard();
    let row = rows.lines().find(|line| line.contains("Fieldwork from"));
    let number = row
        .and_then(|line| line.split_once('.'))
        .expect("it is told")
        .0
        .to_owned();
    listener.say(&number);
    listener.say("30 November 2024");
    listener.say("where");
    listener.say("quit");
    let heard = listener.transcript.clone();
    listener.hang_up();
    assert!(draft(&home).contains("2024-11-30"), "{heard}");
}

#[test]
fn a_text_that_is_opened_again_is_begun_anew_and_a_command_of_another_place_is_no_words() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("add-strength");
    listener.say(WORDS);
    listener.say(".done");
    listener.say("edit");
    listener.say(".delete 3");
    assert!(
        !listener.heard().contains("Taken"),
        "{}",
        listener.transcript
    );
    listener.say("Another thing is so.");
    listener.say(".");
    listener.say("quit");
    listener.hang_up();
    let draft = draft(&home);
    assert!(draft.contains("\"Another thing is so.\""), "{draft}");
}
