//! The source of passphrases: a terminal, or a file. Never an argument or the environment: other programs see both.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;

use super::CliError;
use crate::store::seal::{self, Passphrase, SealError};
use crate::store::{SealingError, read_passphrase};
use crate::text::visible;

/// The source of passphrases.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct Unlocking {
    /// Take the passphrase of a sealed draft from this file, which holds it as one line, and do not ask; a
    /// script can hand over a file descriptor as /dev/fd/3
    #[arg(long, value_name = "PATH")]
    passphrase_file: Option<PathBuf>,
}

impl Unlocking {
    /// Returns true where a person is asked.
    pub(super) fn asks(&self) -> bool {
        self.passphrase_file.is_none()
    }

    /// Returns the passphrase that opens a file.
    ///
    /// # Errors
    /// There is none to be had.
    pub(super) fn passphrase(
        &self,
        name: &str,
        notes: &mut Vec<String>,
    ) -> Result<Passphrase, CliError> {
        match &self.passphrase_file {
            _ if !seal::BUILT => Err(CliError::file(name, SealError::NotBuilt)),
            Some(path) => {
                let passphrase = read_passphrase(path)?;
                if passphrase.has_blank_edges() {
                    let path = path.display();
                    let what = "the passphrase begins or ends with a blank, which is a part of it";
                    notes.push(format!("{path}: {what}"));
                }
                Ok(passphrase)
            }
            None => ask(name, &format!("Passphrase of {}: ", visible(name))),
        }
    }

    /// Returns a passphrase that a file is to have. A person types it twice.
    ///
    /// # Errors
    /// There is none to be had, or the two are not the same.
    pub(super) fn new_passphrase(
        &self,
        name: &str,
        notes: &mut Vec<String>,
    ) -> Result<Passphrase, CliError> {
        if !self.asks() {
            return self.passphrase(name, notes);
        }
        let first = ask(name, &format!("New passphrase for {}: ", visible(name)))?;
        if !first.is(&ask(name, "The same again: ")?) {
            let what = "the two passphrases are not the same; nothing was sealed";
            return Err(CliError::Refused(format!("{name}: {what}")));
        }
        Ok(first)
    }
}

impl From<SealingError> for CliError {
    fn from(error: SealingError) -> Self {
        match error {
            SealingError::Refused { .. } => Self::Refused(error.to_string()),
            SealingError::Door(error) => error.into(),
            SealingError::File(_) | SealingError::Seal { .. } => Self::Unusable(error.to_string()),
        }
    }
}

/// Asks at the terminal, without showing what is typed.
fn ask(name: &str, question: &str) -> Result<Passphrase, CliError> {
    if !seal::BUILT {
        return Err(CliError::file(name, SealError::NotBuilt));
    }
    // A job that nobody watches may still have a terminal, and would wait there for ever.
    if !io::stdin().is_terminal() && !io::stderr().is_terminal() {
        let why =
            "it needs a passphrase, and there is no terminal to ask at; give --passphrase-file";
        return Err(CliError::file(name, why));
    }
    let typed = typed(question).map_err(|error| {
        let why = format!("no passphrase can be asked for: {error}; give --passphrase-file");
        CliError::file(name, why)
    })?;
    Passphrase::new(typed).map_err(|why| CliError::file(name, why))
}

#[cfg(feature = "seal")]
pub(super) fn typed(question: &str) -> io::Result<String> {
    rpassword::prompt_password(question)
}

#[cfg(not(feature = "seal"))]
pub(super) fn typed(_: &str) -> io::Result<String> {
    Err(io::ErrorKind::Unsupported.into())
}
