//! The message of a panic. There should be none; if there is, its words may quote a file like an error does.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};

use super::marked::Marked;

/// Sends the words of a panic to standard error from here on, with nothing hidden in them.
pub(super) fn report_marked() {
    std::panic::set_hook(Box::new(|info| {
        // Where not even that can be written there is nobody left to tell.
        let _ = report(&mut io::stderr().lock(), &info.to_string());
    }));
}

fn report(to: &mut dyn Write, words: &str) -> io::Result<()> {
    let mut to = Marked::new(to);
    writeln!(to, "error: a fault in Assay itself: {words}")?;
    let backtrace = Backtrace::capture();
    if backtrace.status() == BacktraceStatus::Captured {
        writeln!(to, "{backtrace}")?;
    }
    to.flush()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_words_of_a_panic_cannot_repaint_the_terminal() {
        let mut to = Vec::new();
        report(&mut to, "byte index 3 of `\u{1b}[2J\u{202e}`").unwrap();
        let report = String::from_utf8(to).unwrap();
        assert!(
            report.starts_with("error: a fault in Assay itself: byte index 3 of `␛[2J\u{fffd}`\n"),
            "{report}"
        );
    }
}
