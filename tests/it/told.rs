//! What is told while something lies over the screen.

use assay::app::Message;

use crate::support::home::Home;
use crate::support::pty::Pty;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor-1a2b\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

/// More than one row has room for, at any of the widths.
fn long() -> String {
    let words = (0..40).map(|nth| format!("word{nth}"));
    words.collect::<Vec<_>>().join(" ")
}

/// Every word of what is told is on the screen, whatever lies over it.
#[test]
fn what_is_told_in_more_than_one_row_is_seen_over_every_page_and_list() {
    for (width, height) in [(80, 24), (120, 36), (100, 40)] {
        for key in [
            "", "p", "c", "i", "?", "s", "/", ":", "o", ",", "W", "Y", "D", "v", "S",
        ] {
            let mut sitting = Sitting::at(width, height, DRAFT);
            sitting.keys(key);
            sitting.message(Message::Done(long()));
            let screen = sitting.screen();
            for word in long().split(' ') {
                assert!(screen.contains(word), "{key} {width}: {word}\n{screen}");
            }
        }
    }
}

/// A draft that is named as it is called in the folder where the program is started has its prints there.
#[test]
fn a_print_says_in_which_folder_it_is() {
    let home = Home::new();
    home.write("kent.toml", DRAFT);
    let mut pty = Pty::start(&home, &["kent.toml"], (200, 40));
    pty.see("Headings");
    pty.send("p");
    pty.see("Print · text");
    pty.send("\r");
    let folder = home.path().canonicalize().expect("a folder");
    let path = folder.join("kent.txt");
    pty.see(&format!("Printed to {}", path.display()));
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
}
