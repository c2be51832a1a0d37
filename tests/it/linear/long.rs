//! A line that is longer than a terminal takes.

use crate::support::home::Home;
use crate::support::pty::Pty;

#[cfg(target_os = "linux")]
#[test]
fn a_line_that_a_terminal_may_have_cut_is_told_of_with_how_it_ends() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["--linear"], (200, 60));
    let at = |pty: &Pty, prompt: &str| pty.before_cursor().contains(prompt);
    pty.until("the library", || at(&pty, "library>"));
    pty.send("new\r");
    pty.until("a question", || at(&pty, ">"));
    let words = "word ".repeat(900);
    pty.send(&format!("{words}\r"));
    pty.see("its end may be missing");
    pty.send("quit\r");
}
