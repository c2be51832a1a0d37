//! `assay unseal`: the seal is taken off a draft.

use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::output::is_standard;
use super::seal::note_left;
use super::{CliError, Session, Unlocking};
use crate::store::seal::Passphrase;
use crate::store::{Unsealing, format, read_bytes};
use crate::text::visible;

/// `assay unseal`
#[derive(Debug, Args)]
pub(super) struct UnsealArgs {
    /// The sealed draft. The plain one takes its place, called the same without .age, and so do its journal and
    /// earlier versions
    pub(super) file: PathBuf,
    /// Write the plain draft to this file, which must not be there yet, or with - to standard output; the
    /// sealed one stays
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[command(flatten)]
    unlocking: Unlocking,
}

impl UnsealArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let name = self.file.display().to_string();
        session.unlock_with(&self.unlocking);
        if self.output.as_deref().is_some_and(is_standard) {
            let bytes =
                read_bytes(&self.file).map_err(|error| CliError::Unusable(error.to_string()))?;
            let plain = session.opened(&name, bytes)?;
            session.out.write_all(&plain)?;
            return Ok(());
        }
        let state = session.places()?.state;
        let unsealing = Unsealing::of(&self.file, self.output.as_deref(), &state)?;
        let passphrase = self.unlocking.passphrase(&name, &mut session.notes)?;
        let plain = unsealing.finish(&passphrase)?;
        writeln!(
            session.out,
            "{}",
            visible(&plain.path.display().to_string())
        )?;
        note_left(session, &plain.left);
        if self.output.is_some() {
            self.note_waiting(
                session,
                &read_bytes(&plain.path).unwrap_or_default(),
                &passphrase,
            );
        }
        Ok(())
    }
    /// Notes that edits wait which the plain draft does not have.
    fn note_waiting(&self, session: &mut Session<'_>, plain: &[u8], passphrase: &Passphrase) {
        let text = String::from_utf8_lossy(plain);
        let id = format::read_opening("", &text).map_or_else(|_| String::new(), |head| head.id);
        session.note_waiting(&self.file, (&text, &id), Some(passphrase));
    }
}
