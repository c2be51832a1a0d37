//! The real binary in a real pseudo-terminal: it starts, is typed in, saves, prints, and leaves the
//! terminal as it was found, whichever way it goes.

use crate::support::home::Home;
use crate::support::pty::{EXAMPLE, Pty, SIZE, draft, opened};

#[test]
fn a_draft_is_opened_edited_saved_printed_and_left() {
    let home = Home::new();
    let mut pty = opened(&home);
    // To the first heading's findings, add a strength, stop typing.
    pty.send("\x1b[H");
    pty.send("\x1b[B\x1b[B\t+");
    pty.see("Esc done");
    pty.send("The constabulary answers letters within the week.");
    pty.see("letters");
    pty.send("\x13");
    pty.until("the words in the file", || {
        draft(&home).contains("letters within the week")
    });
    pty.send("\x1b");
    pty.see("Enter edit");
    pty.send("p");
    pty.see("Print · text");
    pty.send("\r");
    pty.see("Printed to");
    let printed = std::fs::read_to_string(home.path().join("draft.txt")).expect("the print");
    assert!(printed.contains("letters within the week"));
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    pty.until("a clean terminal", || pty.is_left_clean());
    // What was not touched is as it was.
    let (now, before) = (draft(&home), EXAMPLE.to_owned());
    let added: Vec<&str> = now.lines().filter(|line| !before.contains(*line)).collect();
    assert!(
        added
            .iter()
            .all(|line| line.starts_with("id") || line.starts_with("text")),
        "{added:?}"
    );
}

#[test]
fn a_paste_goes_in_as_text_and_never_as_commands() {
    let home = Home::new();
    let mut pty = opened(&home);
    pty.send("\x1b[H\x1b[B\x1b[B\t+");
    pty.send("\x1b[200~The constabulary pastes\r\nqqq well \x1b[31m.\x1b[201~");
    // Two lines may be two findings, which is asked about; taken as they are, they are one text.
    pty.see("One finding");
    pty.send("\x1b[B\r");
    pty.see("+ The constabulary pastes qqq well");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert!(draft(&home).contains("The constabulary pastes qqq well"));
}

#[cfg(unix)]
#[test]
fn a_signal_to_end_saves_the_words_and_restores_the_terminal() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = Home::new();
        let mut pty = opened(&home);
        pty.send("\x1b[H\x1b[B\x1b[B\t+");
        pty.see("Esc done");
        pty.send("The constabulary is asked to stop.");
        pty.see("is asked to stop");
        let sent = std::process::Command::new("kill")
            .args([format!("-{signal}"), pty.process_id().to_string()])
            .status();
        assert!(sent.expect("kill").success());
        assert_eq!(pty.end(), 0, "{signal}");
        assert!(draft(&home).contains("is asked to stop"), "{signal}");
        pty.until("a clean terminal", || pty.is_left_clean());
    }
}

#[test]
fn the_window_may_change_while_it_runs() {
    let home = Home::new();
    let mut pty = opened(&home);
    for size in [(40, 12), (1, 1), (200, 50), (80, 24)] {
        pty.resize(size);
    }
    pty.see("Wexmoor Constabulary");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert_eq!(draft(&home), EXAMPLE, "opening and leaving never writes");
}

/// Starts the program with a draft in a terminal that is odd in some way.
fn odd(home: &Home, variables: &[&str], claimed: (u16, u16)) -> Pty {
    home.write("draft.toml", EXAMPLE);
    let program = [env!("CARGO_BIN_EXE_assay"), "draft.toml"];
    let arguments = [variables, &program].concat();
    Pty::start_in(home, "/usr/bin/env".as_ref(), &arguments, (80, 24), claimed)
}

#[cfg(unix)]
#[test]
fn a_terminal_with_far_too_much_of_a_size_or_that_loses_it_later_is_drawn_all_the_same() {
    for claimed in [(65_535, 65_535), (65_535, 24)] {
        let home = Home::new();
        let mut pty = odd(&home, &[], claimed);
        // Drawn for far more columns, it stands on these for a moment only.
        pty.until("the draft", || {
            String::from_utf8_lossy(&pty.written()).contains("Wexmoor Constabulary")
        });
        // It finds its size later, and loses it again.
        pty.resize((60, 20));
        pty.see("Enter open");
        for claimed in [(0, 0), (65_535, 65_535), (1, 1)] {
            pty.send("?");
            pty.claim(claimed);
            pty.send("\x1b");
        }
        pty.resize((80, 24));
        pty.until("the whole draft again", || {
            let text = pty.text();
            text.contains("Enter open") && !text.contains("Keys · ")
        });
        pty.send("\x11");
        assert_eq!(pty.end(), 0, "{claimed:?}");
        assert_eq!(draft(&home), EXAMPLE);
    }
}

#[cfg(unix)]
#[test]
fn a_terminal_that_cannot_draw_is_used_line_by_line() {
    let named = ["dumb", "unknown"].map(|term| (format!("TERM={term}"), (80, 24)));
    let sized = [(0, 0), (0, 24), (80, 0)].map(|size| ("NO_COLOR=1".to_owned(), size));
    for (variable, size) in named.into_iter().chain(sized) {
        let home = Home::new();
        let mut pty = odd(&home, &[&variable], size);
        pty.until("what it says first", || {
            String::from_utf8_lossy(&pty.written()).contains("Assay, line by line.")
        });
        pty.send("read\rquit\r");
        assert_eq!(pty.end(), 0, "{variable} {size:?}");
        let written = String::from_utf8_lossy(&pty.written()).into_owned();
        assert!(written.contains("Wexmoor Constabulary"), "{written}");
        assert!(!written.contains('\x1b'), "{written:?}");
        assert_eq!(draft(&home), EXAMPLE);
    }
}

#[cfg(unix)]
#[test]
fn a_terminal_whose_name_says_nothing_is_used() {
    for variables in [
        &["-u", "TERM"][..],
        &["TERM="],
        &["TERM=no-such-terminal"],
        &["NO_COLOR=1"],
    ] {
        let home = Home::new();
        let mut pty = odd(&home, variables, (80, 24));
        pty.see("Wexmoor Constabulary");
        pty.see("Headings");
        pty.send("\x11");
        assert_eq!(pty.end(), 0, "{variables:?}");
        let written = String::from_utf8_lossy(&pty.written()).into_owned();
        let coloured = ["\x1b[38;", "\x1b[48;", "\x1b[31m"]
            .iter()
            .any(|it| written.contains(it));
        assert!(
            !(variables == ["NO_COLOR=1"] && coloured),
            "no colour is sent"
        );
    }
}

#[test]
fn the_library_opens_on_an_empty_folder() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &[], SIZE);
    pty.see("Welcome to Assay");
    pty.send("x");
    pty.see("The example of which framework?");
    pty.send("\r");
    pty.see("Wexmoor Constabulary");
    pty.send("q");
    pty.see("1 draft");
    pty.send("q");
    assert_eq!(pty.end(), 0);
    pty.until("a clean terminal", || pty.is_left_clean());
}
