//! Signals, and a terminal that goes away.

use rustix::process::Signal;

use super::{at_a_finding, back, draft, read, ready, sentence, shown, signal, state};
use crate::support::home::Home;
use crate::support::pty::Pty;

const WORDS: &str = "w00 w01 w02 w03";
const TYPED: &str = "w00w01w02w03";

fn typed(home: &Home) -> Pty {
    let mut pty = at_a_finding(home);
    pty.send(WORDS);
    pty.see("w03");
    pty
}

/// The same, with a shell between the terminal and the program.
fn typed_under(home: &Home, line: &str) -> Pty {
    home.write("draft.toml", super::DRAFT);
    let shell = Pty::start_by(home, "/bin/sh".as_ref(), &["-c", line], super::SIZE);
    let mut pty = ready(shell);
    super::to_a_finding(&mut pty);
    pty.send(WORDS);
    pty.see("w03");
    pty
}

#[test]
fn a_signal_to_end_leaves_the_words_in_the_file_and_the_terminal_clean() {
    for asked in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let home = Home::new();
        let mut pty = typed(&home);
        signal(pty.process_id(), asked);
        assert_eq!(pty.end(), 0, "{asked:?}");
        assert_eq!(read(&draft(&home)), TYPED, "{asked:?}");
        pty.finish();
        assert!(pty.is_left_clean() && pty.is_cooked(), "{asked:?}");
    }
}

#[test]
fn a_signal_that_nothing_is_made_of_costs_no_word_either() {
    for asked in [Signal::USR1, Signal::ALARM, Signal::ABORT] {
        let home = Home::new();
        let mut pty = typed(&home);
        signal(pty.process_id(), asked);
        assert_ne!(pty.end(), 0, "{asked:?}");
        assert_eq!(back(&home), TYPED, "{asked:?}");
    }
}

#[test]
fn signals_in_a_burst_while_keys_come_lose_nothing() {
    let home = Home::new();
    let mut pty = at_a_finding(&home);
    for word in sentence().split_inclusive(' ').take(20) {
        pty.send(word);
    }
    for asked in [Signal::TERM, Signal::HUP, Signal::INT, Signal::TERM] {
        signal(pty.process_id(), asked);
    }
    assert_eq!(pty.end(), 0);
    let said = read(&draft(&home));
    pty.finish();
    assert!(pty.is_left_clean(), "{}", pty.text());
    // Some keys may have come too late to be taken in; none was taken for anything else.
    assert_eq!(back(&home), said);
}

#[test]
fn a_broken_pipe_elsewhere_is_no_end() {
    let home = Home::new();
    let mut pty = typed(&home);
    signal(pty.process_id(), Signal::PIPE);
    pty.send(" w04");
    pty.see("w04");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert_eq!(read(&draft(&home)), format!("{TYPED}w04"));
}

#[test]
fn a_terminal_that_is_closed_while_nobody_types_and_no_signal_comes_is_noticed() {
    let home = Home::new();
    let assay = env!("CARGO_BIN_EXE_assay");
    let line = format!("trap '' HUP; '{assay}' draft.toml; echo $? > ended");
    let mut pty = typed_under(&home, &line);
    pty.look_away();
    // All is saved: nothing is left to be drawn by which it would be noticed.
    let saved = format!("{TYPED}.");
    pty.until("the words in the file", || read(&draft(&home)) == saved);
    std::thread::park_timeout(std::time::Duration::from_millis(300));
    pty.hang_up();
    pty.end();
    let status = std::fs::read_to_string(home.path().join("ended"));
    assert_eq!(status.expect("it ended").trim(), "0");
    assert_eq!(read(&draft(&home)), saved);
}

#[test]
fn a_terminal_that_is_closed_ends_it_with_the_words_saved() {
    let home = Home::new();
    let mut pty = typed(&home);
    pty.hang_up();
    assert_eq!(pty.end(), 0);
    let said = read(&draft(&home));
    assert!(said.starts_with(TYPED), "{said}");
}

#[test]
fn stopped_it_gives_the_terminal_back_and_takes_it_again_when_it_goes_on() {
    let home = Home::new();
    let mut pty = typed(&home);
    let pid = pty.process_id();
    for (nth, word) in ["w04", "w05"].into_iter().enumerate() {
        signal(pid, Signal::TSTP);
        pty.until("a program that has stopped", || state(pid).starts_with('T'));
        pty.until("a clean terminal", || pty.is_left_clean());
        assert!(pty.is_cooked(), "the shell gets its terminal back");
        pty.scribble("$ ls\r\nsomething of the shell's\r\n");
        signal(pid, Signal::CONT);
        pty.until("the screen again", || !pty.is_left_clean());
        pty.see("Headings");
        pty.see("w03");
        assert!(!pty.text().contains("of the shell's"), "{}", pty.text());
        assert!(!pty.is_cooked());
        pty.send(&format!(" {word}"));
        pty.see(word);
        assert_eq!(shown(&pty), TYPED.len() + 3 * (nth + 1));
    }
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert_eq!(read(&draft(&home)), format!("{TYPED}w04w05"));
}

#[test]
fn stopped_by_force_it_draws_the_whole_screen_again() {
    let home = Home::new();
    let mut pty = typed(&home);
    let pid = pty.process_id();
    signal(pid, Signal::STOP);
    pty.until("a program that has stopped", || state(pid).starts_with('T'));
    // Whoever had the terminal meanwhile has left the screen and written over it.
    pty.scribble("\x1b[?1049l\x1b[2J\x1b[Hsomething of another's");
    signal(pid, Signal::CONT);
    pty.see("Headings");
    pty.see("w03");
    assert!(!pty.text().contains("of another's"), "{}", pty.text());
    pty.send(" w04");
    pty.see("w04");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert_eq!(read(&draft(&home)), format!("{TYPED}w04"));
    pty.finish();
    assert!(pty.is_left_clean() && pty.is_cooked());
}

#[test]
fn the_command_to_suspend_stops_all_that_was_started_together() {
    let home = Home::new();
    // As an editor is started by another program, which waits for it.
    let line = format!("'{}' draft.toml; exit 7", env!("CARGO_BIN_EXE_assay"));
    let mut pty = typed_under(&home, &line);
    let shell = pty.process_id();
    pty.send("\x1b");
    pty.see("Enter edit");
    pty.send("\x10suspend\r");
    pty.until("a shell that has stopped", || state(shell).starts_with('T'));
    pty.until("a clean terminal", || pty.is_left_clean());
    assert!(pty.is_cooked());
    let group = i32::try_from(shell)
        .ok()
        .and_then(rustix::process::Pid::from_raw);
    rustix::process::kill_process_group(group.expect("a group"), Signal::CONT).expect("a group");
    pty.see("Headings");
    pty.until("the screen again", || !pty.is_left_clean());
    pty.send("\x11");
    assert_eq!(pty.end(), 7, "the program that waited goes on");
    assert_eq!(read(&draft(&home)), TYPED);
}

#[test]
fn a_signal_to_end_a_stopped_program_is_heard_when_it_goes_on() {
    let home = Home::new();
    let mut pty = typed(&home);
    let pid = pty.process_id();
    signal(pid, Signal::TSTP);
    pty.until("a program that has stopped", || state(pid).starts_with('T'));
    signal(pid, Signal::HUP);
    signal(pid, Signal::CONT);
    assert_eq!(pty.end(), 0);
    assert_eq!(read(&draft(&home)), TYPED);
}
