//! Steps inside of a text that nobody sees, words changed in the middle of one, and keys that lines do not know.

use assay::app::{Scope, TABLE};

use super::laws::{at_example, leave_all};
use crate::support::home::Home;
use crate::support::listener::{Listener, begin_draft, hears, written};

const WORDS: &str = "The constabulary listens to victims at each stage.";

fn at_text(home: &Home) -> Listener {
    let mut listener = begin_draft(home);
    listener.say_all(&["go Victims", "add-strength", WORDS, "."]);
    listener.say("edit 3");
    listener
}

#[test]
fn what_is_taken_out_is_told_whole_whatever_letters_stand_beside_it() {
    let home = Home::new();
    let mut listener = at_text(&home);
    // "to to" would look as if "o t" were gone.
    listener.say(".change to victims / to tom and timid");
    for _ in 0..7 {
        listener.say(".word-left");
    }
    listener.say(".erase-word-forward");
    hears(&listener, "Taken out: “tom”.");
}

#[test]
fn a_step_inside_of_a_text_says_what_it_passed_and_where_the_next_line_goes() {
    let home = Home::new();
    let mut listener = at_text(&home);
    listener.say(".erase-word-forward");
    hears(
        &listener,
        "Nothing there: you stand at the end, behind “stage.”.",
    );
    listener.say(".word-left");
    listener.say(".word-left");
    hears(&listener, "Passed: “stage”. You stand before “stage.”");
    listener.say(".text-start");
    hears(&listener, "at the beginning, before “The”");
    listener.say(".word-right");
    hears(&listener, "Passed: “The”");
    listener.say(".erase-word-forward");
    hears(&listener, "Taken out: “constabulary”");
    listener.say("force");
    hears(&listener, "Put in where you stood");
    listener.say(".row-end");
    hears(&listener, "for a screen");
    listener.say(".");
    hears(&listener, "The force listens to victims at each stage.");
    listener.say("quit");
    listener.hang_up();
    assert!(written(&home).contains("The force listens to victims at each stage."));
}

#[test]
fn one_word_inside_of_a_text_is_changed_in_one_line_and_told_back() {
    let home = Home::new();
    let mut listener = at_text(&home);
    listener.say(".help");
    hears(&listener, ".change: change OLD / NEW");
    listener.say(".change at each / at every");
    hears(&listener, "“at each” is “at every” now.");
    hears(
        &listener,
        "It says: “The constabulary listens to victims at every stage.”",
    );
    listener.say(".change zebra / horse");
    hears(
        &listener,
        "Nothing was changed: “zebra” does not stand in this text.",
    );
    listener.say(".change st / x");
    hears(&listener, "stands there 3 times");
    listener.say(".change to victims /");
    hears(&listener, "“The constabulary listens at every stage.”");
    listener.say(".undo");
    listener.say(".change no stroke");
    hears(&listener, "OLD / NEW");
    listener.say(".");
    listener.say("quit");
    listener.hang_up();
    let words = "The constabulary listens to victims at every stage.";
    assert!(written(&home).contains(words), "{}", written(&home));
}

#[test]
fn no_command_is_answered_by_done_alone() {
    let left_out = ["close", "quit"];
    for (open, scope) in [
        (&["go pages"][..], Scope::Headings),
        (&["go Victims", "go 3"], Scope::Findings),
        (&["go statement"], Scope::Statement),
        (&["go Victims", "edit 3"], Scope::Typing),
    ] {
        let commands = TABLE.iter().filter(|it| it.is_in(scope));
        let (_home, mut session) = at_example();
        for entry in commands.filter(|it| !left_out.contains(&it.name)) {
            leave_all(&mut session);
            for line in open {
                session.answer(line);
            }
            let dot = if scope == Scope::Typing { "." } else { "" };
            let said = session.answer(&format!("{dot}{}", entry.name));
            assert_ne!(said, ["Done."], "{scope:?}: {}", entry.name);
        }
    }
}

#[test]
fn an_arrow_key_in_a_line_goes_whole_wherever_the_line_comes_in() {
    let home = Home::new();
    let mut listener = at_text(&home);
    listener.say("They listen\u{1b}[D\u{1b}[D\u{1b}[1;5Cx well.");
    hears(&listener, "Arrow keys and their like do nothing in lines");
    listener.say(".read");
    hears(&listener, "“They listenx well.”");
    // Nothing is left by it, as an empty line leaves things.
    for key in ["\u{1b}[A", "\u{1b}OA", "\u{1b}", "\u{9b}A"] {
        listener.say(key);
        hears(&listener, "Arrow keys and their like");
        assert_eq!(
            listener.prompt, "strength, lines>",
            "{}",
            listener.transcript
        );
    }
    listener.say(".");
    for key in ["\u{1b}[A", "\u{1b}[3~", "\u{1b}"] {
        listener.say(key);
        hears(&listener, "Arrow keys and their like");
        assert!(
            !listener.heard().contains("kept"),
            "{}",
            listener.transcript
        );
    }
    listener.say("find\u{1b}[D");
    assert_eq!(listener.prompt, "find>", "{}", listener.transcript);
    listener.say("\u{1b}[B");
    assert_eq!(listener.prompt, "find>", "{}", listener.transcript);
    listener.say("");
    listener.say("quit");
    listener.hang_up();
    assert!(
        written(&home).contains("\"They listenx well.\""),
        "{}",
        written(&home)
    );
}
