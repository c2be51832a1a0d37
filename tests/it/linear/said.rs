//! What an answer says of what the line came to: where one is, what a choice does to the checks, what was probably meant.

use crate::support::home::Home;
use crate::support::listener::{Listener, at_victims, example, hears};

#[test]
fn a_question_asks_about_the_body_by_its_own_noun() {
    let home = Home::new();
    let mut listener = Listener::start(&home, &[]);
    listener.say_all(&["new", "Norfolk"]);
    let number = listener.number("Norfolk Constabulary");
    listener.say(&number.to_string());
    let number = listener.number("PEEL 2023–25");
    listener.say(&number.to_string());
    listener.say("go Responding to the public");
    hears(
        &listener,
        "How good is the constabulary at responding to the public?",
    );
    listener.say("prompts");
    hears(&listener, "within the constabulary's own times?");
    listener.say("print");
    listener.say("print-report");
    hears(
        &listener,
        "How good is the constabulary at investigating crime?",
    );
    hears(
        &listener,
        "Responding to the public, Effectiveness: Not yet graded",
    );
    listener.hang_up();
}

#[test]
fn who_goes_where_they_are_hears_that_they_are_there() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("go vict");
    assert_eq!(listener.heard(), "You are at Victims already.");
    listener.say("go findings");
    assert_eq!(listener.heard(), "You are in the findings already.");
    listener.say("go evid");
    hears(&listener, "Evidence: ");
    listener.hang_up();
}

#[test]
fn a_grade_that_does_not_fit_is_told_of_where_it_is_chosen() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("add-concern");
    listener.say("Too many calls from children are not answered.");
    listener.say(".");
    listener.say("grade inadequate");
    assert!(
        !listener.heard().contains("graded good or better"),
        "{}",
        listener.transcript
    );
    listener.say("grade good");
    hears(&listener, "Chosen: good");
    hears(
        &listener,
        "Victims is graded good or better, and there is a cause of concern",
    );
    listener.hang_up();
}

#[test]
fn a_command_that_is_none_is_told_with_the_one_that_is_meant_and_opens_nothing() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("add-area");
    hears(&listener, "Did you mean “add-improvement”?");
    assert_eq!(listener.prompt, "Victims>", "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn prose_at_a_list_that_nobody_heard_of_waits_and_the_list_is_not_told_again() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    let prose = "Too many calls from children are not answered.";
    listener.say("grade");
    listener.say(prose);
    hears(&listener, "The words are kept");
    assert_eq!(
        listener.heard().lines().count(),
        1,
        "{}",
        listener.transcript
    );
    assert_eq!(listener.prompt, "Grade>");
    // What narrowed it before still does.
    listener.say("carried");
    listener.say("no such grade");
    hears(&listener, "the list is as it was");
    assert_eq!(
        listener.heard().lines().count(),
        1,
        "{}",
        listener.transcript
    );
    listener.say("list");
    hears(&listener, "1. outstanding, carried over");
    listener.say("");
    listener.say("waiting");
    hears(&listener, prose);
    listener.hang_up();
}

#[test]
fn a_print_in_another_form_is_heard_in_words() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("print");
    let words = "This is what I found.";
    hears(&listener, words);
    for form in ["print-html", "print-markdown", "print-json"] {
        listener.say(form);
        hears(&listener, words);
        hears(&listener, "without the marks of that form");
        for mark in ["<p", "# ", "{\""] {
            assert!(!listener.heard().contains(mark), "{}", listener.transcript);
        }
    }
    // In the file it has its marks.
    listener.say("print-html");
    listener.say("print-write");
    let written = std::fs::read_to_string(home.drafts().join("wexmoor.html"));
    assert!(written.unwrap().contains("<p>"));
    listener.hang_up();
}

#[test]
fn the_name_of_a_page_behind_go_is_no_answer() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    let number = listener.number("strength:");
    let before = example(&home);
    for line in ["go about", "statement"] {
        listener.say(&format!("evidence {number}"));
        listener.say(line);
        hears(&listener, "was not taken");
        hears(&listener, "an empty line leaves");
        listener.say("");
    }
    assert_eq!(example(&home), before);
    listener.hang_up();
}

#[test]
fn a_number_alone_is_no_text_and_what_a_line_takes_the_place_of_is_told() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("go about");
    let name = listener.number("Name: Wexmoor Constabulary");
    let before = example(&home);
    listener.say(&name.to_string());
    listener.say("4");
    hears(&listener, "“4” was not taken");
    assert_eq!(example(&home), before);
    listener.say("Wexmoor Police");
    hears(&listener, "In place of “Wexmoor Constabulary”");
    listener.say("undo");
    assert_eq!(example(&home), before);
    // Years and amounts are numbers.
    listener.say("go figures");
    let wait = listener.find(|row| row.contains("94")).expect("a figure");
    listener.say(&format!("details {wait}"));
    let value = listener.number("Value:");
    listener.say(&value.to_string());
    listener.say("95");
    hears(&listener, "Value: 95");
    listener.hang_up();
}

#[test]
fn the_beginning_of_a_grade_is_that_grade_and_not_one_that_is_carried_over() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("grade inad");
    hears(&listener, "Chosen: inadequate –");
    assert_eq!(listener.prompt, "Victims>");
    listener.hang_up();
}

#[test]
fn who_goes_to_a_text_that_was_found_is_at_it_from_the_statement_too() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("go statement");
    listener.say("find victims");
    let row = listener
        .find(|row| row.contains("finding, "))
        .expect("a finding");
    listener.say(&row.to_string());
    assert!(listener.prompt != "statement>", "{}", listener.transcript);
    assert!(
        !listener.transcript.contains(" · "),
        "{}",
        listener.transcript
    );
    listener.hang_up();
}

#[test]
fn open_with_a_name_opens_that_draft() {
    let home = Home::new();
    at_victims(&home).hang_up();
    let other = include_str!("../../../assets/examples/peel-2023.toml");
    home.write("data/assay/penhallow.toml", other);
    let mut listener = Listener::start(&home, &[]);
    listener.say("open constabulary");
    assert_eq!(listener.prompt, "library>", "{}", listener.transcript);
    listener.say("open wexmoor");
    assert_eq!(listener.prompt, "Victims>", "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn a_step_that_is_taken_back_in_the_statement_says_nothing_of_a_page() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("grade good");
    listener.say("go offenders");
    listener.say("go statement");
    listener.say("undo");
    hears(&listener, "Undone: grade of Victims");
    assert!(
        !listener.heard().contains("you are at"),
        "{}",
        listener.transcript
    );
    assert_eq!(listener.prompt, "statement>");
    listener.hang_up();
}
