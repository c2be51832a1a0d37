//! Hints name what works in lines; signs and sentences beside a row say what is so.

use assay::app::TABLE;

use crate::support::home::Home;
use crate::support::listener::{Listener, begin_draft, hears};

fn at_victims(home: &Home) -> Listener {
    let mut listener = begin_draft(home);
    listener.say("go Victims");
    listener
}

#[test]
fn words_that_wait_are_told_of_with_the_names_of_lines() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("The officers of Wexmoor are seen in every street.");
    listener.say("add-strength");
    hears(&listener, "“.forget-waiting” is rid of it.");
    assert!(
        !listener.heard().contains("palette"),
        "{}",
        listener.transcript
    );
    listener.say(".forget-waiting");
    hears(&listener, "waits no more");
    listener.hang_up();
}

#[test]
fn no_help_of_a_command_names_a_key() {
    for entry in TABLE {
        let words = entry.help.split(|it: char| !it.is_alphanumeric());
        for word in words {
            let is_key = ["Esc", "Enter", "Tab", "Ctrl", "Alt", "Backspace"].contains(&word);
            assert!(!is_key, "{}: {}", entry.name, entry.help);
        }
    }
}

#[test]
fn now_is_what_is_chosen_and_nothing_is_now_before_it_is_chosen() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &[]);
    listener.say_all(&["new", "Wexmoor Constabulary"]);
    assert!(
        !listener.heard().contains("(now)"),
        "{}",
        listener.transcript
    );
    hears(&listener, "(suggested)");
    let peel = listener.find(|row| row.starts_with("PEEL") && !row.contains("(suggested)"));
    listener.say(&peel.expect("another framework").to_string());
    listener.say("change-framework");
    let heard = listener.heard();
    let now: Vec<&str> = heard
        .lines()
        .filter(|line| line.contains("(now)"))
        .collect();
    assert_eq!(now.len(), 1, "{}", listener.transcript);
    assert!(now[0].contains("PEEL"), "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn all_sentences_of_a_finding_are_told_and_none_that_is_the_text_word_for_word() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say_all(&["add-strength", "The constabulary listens to victims."]);
    listener.say("The constabulary keeps them informed.");
    listener.say(".");
    hears(&listener, "Spoken as written.");
    assert!(
        !listener.heard().contains("Spoken: "),
        "{}",
        listener.transcript
    );
    listener.say("frame 3");
    listener.say("pleased that");
    hears(
        &listener,
        "Spoken: “I am pleased that the constabulary listens to victims.",
    );
    hears(&listener, "keeps them informed.”");
    listener.say("details 3");
    listener.say("add");
    listener.say("The constabulary should go on.");
    listener.say(".");
    hears(&listener, "should go on.");
    assert!(
        !listener.heard().contains("Spoken"),
        "{}",
        listener.transcript
    );
    listener.hang_up();
}

#[test]
fn a_number_with_its_whole_that_becomes_a_figure_stays_as_it_was_and_is_told_as_used() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say_all(&[
        "add-strength",
        "The constabulary is late in 3 of 10 calls.",
        ".",
    ]);
    listener.say("problems");
    let row = listener
        .find(|row| row.contains("3 of 10"))
        .expect("a problem");
    listener.say(&format!("put-right {row}"));
    listener.say("late calls");
    hears(&listener, "is a figure now");
    listener.say("list");
    assert!(
        !listener.heard().contains("spoken by nothing"),
        "{}",
        listener.transcript
    );
    listener.say("");
    listener.say("go Victims");
    listener.say("go 3");
    hears(&listener, "in 3 of 10 calls.");
    listener.say("go Figures");
    hears(&listener, "3 of 10");
    listener.say("print");
    listener.say("print-report");
    hears(&listener, "3 of 10");
    assert!(
        !listener.heard().contains("three of 10"),
        "{}",
        listener.transcript
    );
    listener.hang_up();
}
