//! The failure of a command: its message, and the status that the process ends with.

use std::fmt::Display;
use std::io::{self, Write};

use super::marked::Marked;
use crate::config::Unusable;
use crate::store::format::Refused;
use crate::text::visible_line;

/// The reason for which a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum CliError {
    /// The reader of our output has gone. That is no error of ours, and nothing is reported.
    Quiet,
    /// A check found errors; they have been printed where results go.
    Found,
    /// The work was refused: each line says what and what would be right.
    Refused(String),
    /// A file cannot be used, or the usage was wrong.
    Unusable(String),
    /// The command line was wrong, or asked for help or the version.
    Usage(Box<clap::Error>),
}

impl CliError {
    /// Returns the fault of a file that cannot be used, which its error names.
    pub(super) fn unusable(error: impl Display) -> Self {
        Self::Unusable(error.to_string())
    }

    /// Returns the error for a file that cannot be used, and why.
    pub(super) fn file(name: impl Display, why: impl Display) -> Self {
        let name = name.to_string();
        Self::Unusable(format!("{}: {why}", visible_line(&name)))
    }

    /// Returns how a command ends that looked at several files: with what kept it from some of them, else with what it
    /// found.
    ///
    /// # Errors
    /// A file could not be used, or something was found.
    pub(crate) fn of_all(unusable: &[String], found: bool) -> Result<(), Self> {
        match (unusable.is_empty(), found) {
            (false, _) => Err(Self::Unusable(unusable.join("\n"))),
            (true, true) => Err(Self::Found),
            (true, false) => Ok(()),
        }
    }

    /// Returns the status that the process ends with.
    pub(super) fn status(&self) -> u8 {
        match self {
            Self::Quiet => 0,
            Self::Found | Self::Refused(_) => 1,
            Self::Unusable(_) => 2,
            Self::Usage(error) => u8::try_from(error.exit_code()).unwrap_or(2),
        }
    }

    /// Tells it, a line for each problem.
    ///
    /// # Errors
    /// It could not be written.
    pub(super) fn report(&self, to: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Quiet | Self::Found => Ok(()),
            // Help and the version are results and belong on standard output, in colour where it has
            // any; clap knows. They quote nobody.
            Self::Usage(error) if !error.use_stderr() => error.print(),
            // Wrong usage quotes what was given, which may be the name of a stranger's file: no colour is worth
            // telling its escapes from clap's.
            Self::Usage(error) => {
                let mut to = Marked::new(to);
                write!(to, "{}", error.render())?;
                to.flush()
            }
            Self::Refused(what) | Self::Unusable(what) => {
                let mut to = Marked::new(to);
                for line in what.lines() {
                    writeln!(to, "error: {line}")?;
                }
                to.flush()
            }
        }
    }
}

impl From<io::Error> for CliError {
    /// Errors of writing results. Those of reading files are reported with the file's name.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Quiet,
            _ => Self::Unusable(format!("standard output: {error}")),
        }
    }
}

impl From<clap::Error> for CliError {
    fn from(error: clap::Error) -> Self {
        Self::Usage(Box::new(error))
    }
}

impl From<Refused> for CliError {
    fn from(refused: Refused) -> Self {
        Self::unusable(refused)
    }
}

impl From<Unusable> for CliError {
    fn from(unusable: Unusable) -> Self {
        Self::unusable(unusable)
    }
}
