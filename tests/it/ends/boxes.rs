//! Words in a box that nobody has answered yet, however the program ends.

use rustix::process::Signal;

use super::{SIZE, ready, signal};
use crate::support::home::Home;
use crate::support::pty::Pty;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

const WORDS: &str = "An interview in w99";

/// Opens the box in which evidence for the finding is recorded.
fn in_draft(home: &Home) -> Pty {
    let mut pty = ready(Pty::start(home, &["draft.toml"], SIZE));
    pty.send("\x1b[H\x1b[B\x1b[B\x1b[B\tv");
    pty.see("What does this finding stand on?");
    pty
}

/// Opens the box in which a new draft is given its name.
fn in_library(home: &Home) -> Pty {
    let mut pty = Pty::start(home, &[], SIZE);
    pty.see("Welcome to Assay");
    pty.send("n");
    pty.see("Which body is the assessment about?");
    pty
}

fn recovered(home: &Home) -> String {
    let told = home.assay().arg("recover").output().expect("it runs");
    String::from_utf8(told.stdout).expect("text")
}

/// The signal that ends it; none where its terminal goes away.
const ENDS: [Option<Signal>; 4] = [
    Some(Signal::KILL),
    Some(Signal::TERM),
    Some(Signal::HUP),
    None,
];

#[test]
fn words_in_a_box_are_told_of_and_offered_after_every_end() {
    for (open, on) in [
        (in_draft as fn(&Home) -> Pty, "evidence for finding “The"),
        (in_library, "body of a new draft"),
    ] {
        for ends in ENDS {
            let home = Home::new();
            home.write("draft.toml", DRAFT);
            let mut pty = open(&home);
            pty.send(WORDS);
            pty.see("w99");
            match ends {
                Some(ends) => signal(pty.process_id(), ends),
                None => pty.hang_up(),
            }
            pty.end();
            let told = recovered(&home);
            assert!(
                told.contains(on) && told.contains(WORDS),
                "{ends:?}: {told}"
            );
            // It would be opened where it was left; the keys go to the box from where it is opened first.
            let _ = std::fs::remove_dir_all(home.path().join("state/assay/places"));
            let mut pty = open(&home);
            pty.see(WORDS);
            pty.see("What you typed here before is back");
            // Cleared, it waits in its box no more; what was cut is offered as that.
            pty.send("\x15");
            pty.until("an empty box", || !pty.text().contains("w99"));
            signal(pty.process_id(), Signal::KILL);
            pty.end();
            let told = recovered(&home);
            let waits = told.lines().find(|line| line.contains("w99"));
            let cut = waits.is_none_or(|line| line.contains("what was cut last"));
            assert!(cut && !told.contains(on), "{ends:?}: {told}");
        }
    }
}
