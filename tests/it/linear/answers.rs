//! Lines that begin with a command's name and are none: what is wrong is said, and what would be right, and no text and no
//! list of waiting words is made of them.

use assay::app::{Scope, TABLE};

use super::laws::{at_example, draft, leave_all};
use crate::support::home::Home;
use crate::support::listener::{at_victims, hears};

#[test]
fn a_line_that_begins_with_a_command_is_told_what_would_be_right_and_kept_as_no_words() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    for (line, answer) in [
        (
            "go nowhere",
            "There is no page “nowhere”. “go” leads to: About, Overall",
        ),
        (
            "help add-area",
            "No command is called “add-area”. “help” tells",
        ),
        ("help add-str", "These begin so: add-strength"),
        ("quit now", "“quit” takes no words behind it"),
        ("list all", "“list” takes a number behind it"),
        ("replace winter", "“find WORDS” first, then “replace”"),
        ("open it", "is not for here; it is for: in the library"),
        ("frame zebra", "None of these is called “zebra”:"),
        ("frame 3 zebra", "None of these is called “zebra”:"),
        ("frame 1", "Go to a finding first"),
        ("dele 99", "There is no 99 here"),
        ("3.", "is no number of a row"),
        ("-1", "is no number of a row"),
    ] {
        listener.say(line);
        hears(&listener, answer);
        assert!(
            !listener.heard().contains("No text is open"),
            "{}",
            listener.transcript
        );
        assert!(
            !listener.transcript.contains("waits for a place"),
            "{}",
            listener.transcript
        );
        while listener.prompt != "Victims>" {
            listener.say("");
        }
    }
    listener.say("kind 3 context");
    hears(&listener, "Chosen: context");
    listener.say("kind 3 stren");
    hears(&listener, "Chosen: strength");
    listener.say("fram 3");
    assert_eq!(listener.prompt, "Frame>", "{}", listener.transcript);
    listener.say("");
    listener.say("find calls");
    assert_eq!(listener.prompt, "find>", "{}", listener.transcript);
    hears(&listener, "A number takes one");
    listener.say("");
    listener.say("close");
    listener.say("go wex");
    hears(&listener, "1. Wexmoor");
    listener.say("wexmoor constabulary");
    hears(&listener, "1. Wexmoor");
    listener.say("go city");
    hears(&listener, "Nothing here has “city” in its name");
    // In a list, help opens nothing over it.
    listener.say("new");
    listener.say("Wexmoor Police");
    listener.say("help 10");
    hears(&listener, "No command is called “10”");
    assert!(
        listener.prompt.starts_with("Under which framework"),
        "{}",
        listener.transcript
    );
    listener.hang_up();
}

#[test]
fn no_line_of_a_full_stop_a_commands_name_and_words_is_ever_text() {
    let names = TABLE.iter().map(|entry| entry.name);
    let own = [
        "help", "where", "list", "read", "next", "previous", "go", "add", "change",
    ];
    let leave = ["quit", "suspend", "close", "edit-outside"];
    let (_home, mut session) = at_example();
    for name in names.chain(own).filter(|name| !leave.contains(name)) {
        leave_all(&mut session);
        for line in ["go Victims", "edit 3"] {
            session.answer(line);
        }
        assert!(session.state().scope() == Scope::Typing, "{name}");
        let before = draft(&session);
        let said = session.answer(&format!(".{name} zebras of Wexmoor"));
        assert_eq!(draft(&session), before, "{name}: {said:?}");
    }
}

#[test]
fn what_says_that_undo_takes_it_back_is_taken_back_by_undo_there() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("problems");
    let all = listener.heard();
    listener.say("let-stand 1");
    listener.say("For a good reason.");
    hears(&listener, "undo takes that back");
    assert_eq!(listener.prompt, "problems>", "{}", listener.transcript);
    listener.say("undo");
    hears(&listener, "Undone: ");
    assert_eq!(listener.prompt, "problems>", "{}", listener.transcript);
    listener.say("list");
    let first = |heard: &str| {
        heard
            .lines()
            .find(|line| line.starts_with("1. "))
            .map(str::to_owned)
    };
    assert_eq!(
        first(&listener.heard()),
        first(&all),
        "{}",
        listener.transcript
    );
    let path = home.drafts().join("wexmoor.toml");
    listener.say("redo");
    hears(&listener, "Made again: ");
    listener.say("undo");
    listener.say("");
    listener.say("quit");
    listener.hang_up();
    let draft = std::fs::read_to_string(path).expect("the draft");
    assert!(!draft.contains("For a good reason."), "{draft}");
}
