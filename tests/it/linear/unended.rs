//! A line that no Enter ended when the lines end, or the program is told to: it is never done, and its words wait.

use crate::support::home::Home;
use crate::support::listener::{Listener, at_victims, example, hears};

const HALF: &str = "It listens to the callers who";

/// Sees that the words wait in a sitting that begins now.
fn waits(home: &Home, words: &str) {
    let mut listener = Listener::start(home, &["wexmoor"]);
    hears(&listener, "waits for a place");
    listener.say("waiting");
    hears(&listener, words);
    listener.hang_up();
}

#[test]
fn half_a_line_in_a_text_waits_and_leaves_the_text_as_it_is() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    let number = listener.number("strength:");
    listener.say(&number.to_string());
    let before = example(&home);
    listener.begins(HALF.as_bytes());
    let (status, said) = listener.hang_up();
    assert_eq!(status, 0);
    assert!(said.contains("was not ended by Enter"), "{said}");
    assert_eq!(example(&home), before);
    waits(&home, HALF);
}

#[test]
fn half_a_line_that_ends_inside_of_a_letter_waits_as_far_as_it_came() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.say("add-strength");
    listener.begins(b"It listens to the callers who don\xe2\x80");
    listener.hang_up();
    waits(&home, "It listens to the callers who don");
}

#[test]
fn an_answer_that_is_not_ended_answers_nothing() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    let number = listener.number("strength:");
    listener.say(&format!("evidence {number}"));
    let before = example(&home);
    listener.begins(b"Interview with the call handlers of");
    listener.hang_up();
    assert_eq!(example(&home), before);
    waits(&home, "Interview with the call handlers of");
}

#[test]
fn the_last_line_of_a_file_is_a_command_where_it_is_one_and_else_waits() {
    let home = Home::new();
    let mut listener = at_victims(&home);
    listener.begins(b"read");
    let (_, said) = listener.hang_up();
    assert!(said.contains("1. HMI"), "{said}");
    let mut listener = at_victims(&home);
    listener.begins(HALF.as_bytes());
    listener.hang_up();
    waits(&home, HALF);
}

#[cfg(unix)]
mod at_a_terminal {
    use rustix::process::{Pid, Signal, kill_process};

    use super::{HALF, at_victims, example, waits};
    use crate::support::home::Home;
    use crate::support::pty::Pty;

    fn open(home: &Home) -> Pty {
        at_victims(home).hang_up();
        let pty = Pty::start(home, &["--linear", "wexmoor"], (100, 40));
        // It opens where it was left.
        pty.until("a prompt", || pty.before_cursor().ends_with("Victims> "));
        pty
    }

    #[test]
    fn half_a_line_is_no_command_and_waits_where_the_lines_end() {
        let home = Home::new();
        let mut pty = open(&home);
        let before = example(&home);
        pty.send("delete 3");
        pty.until("the echo", || pty.before_cursor().ends_with("delete 3"));
        // The first hands over what stands there, the second ends the lines.
        pty.send("\u{4}\u{4}");
        pty.see("Its words are kept: “delete 3”");
        pty.see("Everything is saved.");
        assert_eq!(pty.end(), 0);
        assert_eq!(example(&home), before);
        waits(&home, "delete 3");
    }

    #[test]
    fn half_a_line_waits_where_the_program_is_told_to_end() {
        for signal in [Signal::TERM, Signal::HUP] {
            let home = Home::new();
            let mut pty = open(&home);
            pty.send(HALF);
            pty.until("the echo", || pty.before_cursor().ends_with(HALF));
            let id = i32::try_from(pty.process_id()).unwrap();
            kill_process(Pid::from_raw(id).unwrap(), signal).unwrap();
            assert_eq!(pty.end(), 0);
            waits(&home, HALF);
        }
    }
}
