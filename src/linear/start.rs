//! A sitting at standard input, from its first line to its end.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Duration;

use super::input::{self, Incoming, LineReader};
use super::parts::AnswerParts;
use super::session::{LinearSession, LinearWorld};
use crate::app::{Effect, Message, OutsideOutcome};
use crate::config::Config;
use crate::store::new_mark;
use crate::text::counted;
use crate::tui::{self, Folders, OutsideEditor, SettingsFile};

/// The most bytes that a terminal hands over as one line: what is typed behind them, it drops.
const MOST_IN_A_LINE: usize = match cfg!(target_os = "linux") {
    true => 4095,
    false => 1023,
};
/// The characters at the end of such a line that are told.
const ENDS: usize = 40;

/// Asks for a secret without showing it.
pub type AskSecret = fn(&str) -> io::Result<String>;

/// The options that a sitting starts with.
#[derive(Debug)]
pub struct LinearOptions {
    /// The draft or inspection to open; the library where none is given.
    pub file: Option<PathBuf>,
    /// The folders in which things are kept.
    pub folders: Folders,
    /// The settings.
    pub config: Config,
    /// The settings, to be changed from inside.
    pub settings: SettingsFile,
    /// True where a person types at a terminal: there the prompt stands before what is typed, elsewhere in a line of its
    /// own.
    pub at_terminal: bool,
    /// Asks for a secret without showing it, where that can be done.
    pub ask_secret: Option<AskSecret>,
}

/// Runs a sitting until it is left or its lines end, and returns what is to be known of files that were left unsaved.
///
/// # Errors
/// Nothing can be written to `out`, and nobody hears it; or the file named cannot be opened, as a message of kind
/// [`io::ErrorKind::InvalidData`]; or there was a fault in Assay itself. The words are safe in each case.
pub fn start(options: LinearOptions, out: &mut dyn Write) -> io::Result<Vec<String>> {
    let lines = LineReader::of_stdin()?;
    let world = TerminalWorld {
        outside: OutsideEditor::new(&options.folders.state),
        at_terminal: options.at_terminal,
    };
    let now = || jiff::Zoned::now().strftime("%H:%M").to_string();
    let (folders, config) = (&options.folders, &options.config);
    let settings = options.settings.clone();
    let mut session =
        LinearSession::new(folders, config, settings, Box::new(world), now).with_marks(new_mark);
    let pause = Duration::from_secs(config.autosave_seconds.max(1));
    // What is told of the last time is let go of: only where a sitting begins.
    let left = || tui::left_outside(&options.folders.state);
    let said = session.begin(options.file.clone(), left)?;
    let sat = catch_unwind(AssertUnwindSafe(|| {
        sit(&mut session, said, &lines, &options, out)
    }));
    let is_over = session.is_over();
    match sat {
        Ok(done) => {
            if !is_over {
                session.end(pause, false);
            }
            let unsaved = session.left_unsaved();
            if !is_over && unsaved.is_empty() && options.at_terminal && done.is_ok() {
                writeln!(out, "Everything is saved.")?;
                out.flush()?;
            }
            done.map(|()| unsaved)
        }
        Err(_) => {
            session.end(pause, true);
            Err(tui::fault())
        }
    }
}

/// Takes line after line, until the sitting is over or there are no more.
fn sit(
    session: &mut LinearSession,
    said: Vec<String>,
    lines: &LineReader,
    options: &LinearOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut parts = AnswerParts::default();
    let mut said = said;
    loop {
        // A script is told all at once; and nobody types a secret where more is waited for.
        if session.wants_secret() {
            parts = AnswerParts::default();
        } else if options.at_terminal {
            said = parts.first(said);
        }
        for line in &said {
            writeln!(out, "{line}")?;
        }
        if session.is_over() {
            return out.flush();
        }
        let prompt = parts.prompt().unwrap_or_else(|| session.prompt());
        let secret = options.ask_secret.filter(|_| session.wants_secret());
        if let Some(ask) = secret {
            out.flush()?;
            // It goes to the terminal past the door, and a name in it may be anybody's.
            let shown = crate::text::visible_line(&prompt);
            said = match ask(&format!("{shown} ")) {
                Ok(words) => session.answer(&words),
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return out.flush(),
                Err(error) => return Err(error),
            };
            continue;
        }
        match options.at_terminal {
            true => write!(out, "{prompt} ")?,
            false => writeln!(out, "{prompt}")?,
        }
        out.flush()?;
        said = match lines.next() {
            Incoming::Line(line) if line.is_empty() && parts.prompt().is_some() => parts.rest(),
            Incoming::Line(line) => {
                let is_cut = options.at_terminal && line.len() >= MOST_IN_A_LINE;
                let mut said = session.answer(&line);
                if is_cut {
                    said.insert(0, cut_told(&line));
                }
                said
            }
            Incoming::NoText => session.refuse(),
            Incoming::Unended(words) => return end(session, Some(&words), options, out),
            Incoming::Signal => return end(session, lines.unended().as_deref(), options, out),
            Incoming::End => return end(session, None, options, out),
        };
    }
}

/// Ends a sitting whose lines have ended, with the words that were typed and that no Enter ended.
fn end(
    session: &mut LinearSession,
    words: Option<&str>,
    options: &LinearOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    // They are safe before anybody hears of it: there may be nobody any more.
    let said = words.map_or_else(Vec::new, |words| {
        session.take_unended(words, options.at_terminal)
    });
    if options.at_terminal {
        writeln!(out)?;
    }
    for line in &said {
        writeln!(out, "{line}")?;
    }
    out.flush()
}

/// Says of a line that the terminal may have cut how it ends.
fn cut_told(line: &str) -> String {
    let from = line.char_indices().rev().nth(ENDS).map_or(0, |(at, _)| at);
    format!(
        "Attention: this terminal takes {} in a line, and this line has all of them: its end may be missing. What came ends with “{}”. Type the rest in another line.",
        counted(MOST_IN_A_LINE, "byte"),
        line.get(from..).unwrap_or_default().trim()
    )
}

/// The world beside files, at a terminal or without one.
struct TerminalWorld {
    /// The texts that are edited in other programs.
    outside: OutsideEditor,
    at_terminal: bool,
}

impl LinearWorld for TerminalWorld {
    fn perform(&mut self, effect: Effect) -> Vec<Message> {
        match effect {
            Effect::Copy(text) => vec![tui::copy_to_programs(&text)],
            Effect::Suspend => vec![Message::Failed(
                "The keys of your terminal stop a program that is used line by line.".to_owned(),
            )],
            Effect::EditOutside(text) => {
                let outcome = match self.at_terminal {
                    true => input::lend(|| self.outside.edit(&text.words)),
                    false => OutsideOutcome {
                        failure: Some("There is no terminal for another program.".to_owned()),
                        ..OutsideOutcome::default()
                    },
                };
                vec![Message::EditedOutside(text, Box::new(outcome))]
            }
            Effect::LookOutside => {
                let texts = self.outside.standing();
                texts
                    .map(|(folder, words)| Message::StandsOutside(folder, words))
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}
