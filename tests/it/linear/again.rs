//! What was told already is not told whole again, what was begun and given up is told of, and what narrows a list.

use crate::support::home::Home;
use crate::support::listener::{Listener, at_victims, hears};
use crate::support::pty::Pty;

fn is_short(listener: &Listener) {
    let many = listener.heard().lines().count();
    assert!(many < 9, "{many} lines: {}", listener.transcript);
}

#[test]
fn who_comes_back_to_a_place_or_is_led_to_a_row_hears_that_row_alone() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("print");
    let whole = listener.heard().lines().count();
    assert!(whole > 9, "{}", listener.transcript);
    listener.say("print-left-out");
    listener.say("back");
    hears(&listener, "“list” tells it again.");
    is_short(&listener);
    listener.say("list");
    assert!(
        listener.heard().lines().count() + 3 > whole,
        "{}",
        listener.transcript
    );
    listener.say("");
    listener.say("go About");
    listener.say("next-problem");
    assert_ne!(listener.prompt, "About>", "{}", listener.transcript);
    hears(&listener, "“list” tells what else is here.");
    is_short(&listener);
    listener.say("settings");
    let row = listener.find(|row| row.contains("ontracted") || row.starts_with("Autosave"));
    let row = row.unwrap_or(2);
    listener.say(&row.to_string());
    if listener.prompt != "Settings>" {
        listener.say("");
    }
    is_short(&listener);
    listener.hang_up();
}

#[test]
fn a_list_that_is_narrowed_says_so_when_it_is_opened_and_a_full_stop_shows_all_of_it() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("grade");
    let all = listener.heard().lines().count();
    listener.say("outst");
    listener.say("");
    listener.say("grade");
    hears(
        &listener,
        "It is narrowed by “outst”, which was typed before",
    );
    listener.say(".");
    assert!(
        listener.heard().lines().count() + 4 > all,
        "{}",
        listener.transcript
    );
    hears(&listener, "not inspected");
    listener.say("");
    listener.say("list 99");
    hears(&listener, "There is no 99 here: the numbers go from 1 to");
    listener.hang_up();
}

#[test]
fn a_draft_that_is_given_up_before_it_is_begun_is_told_of_and_the_same_name_offers_the_same() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &[]);
    listener.say("new");
    for _ in 0..2 {
        listener.say("Wexm");
        if listener.prompt.starts_with("Under which framework") {
            break;
        }
        hears(&listener, "1. ");
    }
    listener.say(".");
    assert!(
        listener.prompt.starts_with("Under which framework"),
        "{}",
        listener.transcript
    );
    listener.say("");
    hears(&listener, "No draft of Wexm was begun.");
    listener.say("new");
    for _ in 0..2 {
        listener.say("Norfolk");
        hears(&listener, "Names that “Norfolk” may mean");
        hears(&listener, "1. ");
    }
    listener.hang_up();
}

#[test]
fn the_statement_tells_its_paragraphs_and_what_was_written_by_hand() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("statement");
    hears(&listener, "New paragraph:");
    listener.say("go 3");
    listener.say("rewrite");
    listener.say("Every force is looked at by me.");
    listener.say("list");
    hears(&listener, "3. Every force is looked at by me. (by hand)");
    listener.say("read 3");
    let heard = listener.heard();
    let first = heard.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("3. Every force is looked at by me. (by hand)"),
        "{heard}"
    );
    listener.say("read 999");
    hears(&listener, "There is no sentence 999");
    listener.hang_up();
}

#[test]
fn a_report_is_heard_row_by_row_and_a_sentence_by_hand_is_given_up_as_its_help_says() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("print");
    listener.say("print-report");
    for line in listener.heard().lines() {
        let is_rule = !line.is_empty() && line.chars().all(|sign| matches!(sign, '-' | ' '));
        assert!(!is_rule && !line.contains('●'), "{line}");
        assert!(!line.trim().contains("   "), "columns of blanks: {line}");
    }
    hears(&listener, "Victims, Effectiveness: ");
    listener.say("");
    listener.say("statement");
    listener.say("rewrite 3");
    hears(&listener, "a full stop alone has the sentence woven again");
    listener.say("Every force is looked at by me.");
    listener.say("rewrite 3");
    listener.say(".select-all");
    listener.say(".erase-back");
    hears(&listener, "Taken out: “Every force is looked at by me.”");
    listener.say(".");
    assert!(
        !listener.heard().contains("Every force"),
        "{}",
        listener.transcript
    );
    listener.say("list");
    assert!(
        !listener.heard().contains("Every force"),
        "{}",
        listener.transcript
    );
    listener.hang_up();
}

#[test]
fn a_page_of_words_that_waits_is_told_by_its_beginning() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say(&"The officers are seen in every street. ".repeat(60));
    listener.say("waiting");
    hears(&listener, "characters)");
    let longest = listener.heard().lines().map(str::len).max();
    assert!(longest < Some(400), "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn where_the_lines_of_a_terminal_end_it_is_told_that_everything_is_saved() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["--linear"], (100, 40));
    pty.until("the library", || pty.before_cursor().contains("library>"));
    pty.send("\u{4}");
    pty.see("Everything is saved.");
    assert_eq!(pty.end(), 0);
}
