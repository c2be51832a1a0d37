//! Where lines come from: standard input, a line at a time and only when one is wanted; and the signals that end a
//! program.

use std::io::{self, BufRead};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Something that comes in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Incoming {
    /// A line, without its end.
    Line(String),
    /// The words behind the last line, which no Enter ended.
    Unended(String),
    /// A line that is not UTF-8.
    NoText,
    /// There is no more.
    End,
    /// The program is asked to end.
    Signal,
}

/// True while another program has the terminal: the keys that send signals are for that.
static LENT: AtomicBool = AtomicBool::new(false);

/// Lends the terminal to something else meanwhile.
pub(super) fn lend<T>(with: impl FnOnce() -> T) -> T {
    LENT.store(true, Ordering::SeqCst);
    let done = with();
    LENT.store(false, Ordering::SeqCst);
    done
}

/// The lines of standard input. It is read on a thread of its own, so that a signal is heard while a line is waited for;
/// nothing is read that was not asked for, so that another program can read in between.
#[derive(Debug)]
pub(super) struct LineReader {
    wanted: Sender<()>,
    incoming: Receiver<Incoming>,
}

impl LineReader {
    /// Returns a reader of standard input, which also listens for signals.
    ///
    /// # Errors
    /// The system lets nobody listen for signals.
    pub(super) fn of_stdin() -> io::Result<Self> {
        let (wanted, asked) = channel();
        let (post, incoming) = channel();
        #[cfg(unix)]
        signals(post.clone())?;
        thread::spawn(move || {
            for () in asked {
                let next = read(&mut io::stdin().lock());
                if post.send(next).is_err() {
                    return;
                }
            }
        });
        Ok(Self { wanted, incoming })
    }

    /// Waits for the next line, or for what comes in its place.
    pub(super) fn next(&self) -> Incoming {
        match self.wanted.send(()) {
            Ok(()) => self.incoming.recv().unwrap_or(Incoming::End),
            Err(_) => Incoming::End,
        }
    }

    /// Returns the words that stand at the terminal and that no Enter ended, where a signal ends the program before one does:
    /// the terminal hands over whole lines, until it is told that anything will do.
    #[cfg(unix)]
    pub(super) fn unended(&self) -> Option<String> {
        use std::time::Duration;

        use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex};
        use rustix::termios::{tcgetattr, tcgetpgrp, tcsetattr};
        /// The longest time that is waited for words that are there.
        const LONGEST: Duration = Duration::from_millis(500);

        let terminal = rustix::stdio::stdin();
        let before = tcgetattr(terminal).ok()?;
        // From the background, a terminal that is changed stops whoever changes it.
        if tcgetpgrp(terminal).ok()? != rustix::process::getpgrp() {
            return None;
        }
        let mut at_once = before.clone();
        at_once.local_modes.remove(LocalModes::ICANON);
        at_once.special_codes[SpecialCodeIndex::VMIN] = 0;
        at_once.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(terminal, OptionalActions::Now, &at_once).ok()?;
        let came = self.incoming.recv_timeout(LONGEST);
        let _ = tcsetattr(terminal, OptionalActions::Now, &before);
        match came {
            Ok(Incoming::Line(words) | Incoming::Unended(words)) => Some(words),
            _ => None,
        }
    }

    /// Returns nothing: where there are no such signals, a line ends or its words are not handed over.
    #[cfg(not(unix))]
    pub(super) fn unended(&self) -> Option<String> {
        None
    }
}

/// Reads a line.
fn read(input: &mut impl BufRead) -> Incoming {
    let mut bytes = Vec::new();
    match input.read_until(b'\n', &mut bytes) {
        Ok(0) | Err(_) => return Incoming::End,
        Ok(_) => {}
    }
    let is_ended = bytes.pop_if(|last| *last == b'\n').is_some();
    let _ = bytes.pop_if(|last| *last == b'\r');
    if !is_ended {
        // It may end in the middle of a letter, and what is before that is words all the same.
        return Incoming::Unended(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_or(Incoming::NoText, Incoming::Line)
}

/// Listens for the signals that ask a program to end. A file that may grow no further is an error of the write that
/// met it.
#[cfg(unix)]
fn signals(post: Sender<Incoming>) -> io::Result<()> {
    use std::sync::Arc;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGXFSZ};
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGXCPU];
    let mut signals = signal_hook::iterator::Signals::new(all)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let lent = LENT.load(Ordering::SeqCst) && matches!(signal, SIGINT | SIGQUIT);
            if !lent && post.send(Incoming::Signal).is_err() {
                return;
            }
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_without_its_end_and_what_is_no_text_is_told() {
        let mut input: &[u8] = b"one\ntwo\r\n\n\xff\nlast \xe2\x80";
        let mut all = Vec::new();
        loop {
            match read(&mut input) {
                Incoming::End => break,
                next => all.push(next),
            }
        }
        let line = |words: &str| Incoming::Line(words.to_owned());
        assert_eq!(
            all,
            [
                line("one"),
                line("two"),
                line(""),
                Incoming::NoText,
                Incoming::Unended("last \u{fffd}".to_owned())
            ]
        );
    }
}
