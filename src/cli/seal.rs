//! `assay seal`: a draft is sealed with a passphrase, and the plain file goes.

use std::path::PathBuf;

use clap::Args;

use super::{CliError, Session, Unlocking};
use crate::store::recovery;
use crate::store::seal::{SHORT, Sealing};
use crate::text::visible;

/// `assay seal`
#[derive(Debug, Args)]
pub(super) struct SealArgs {
    /// The draft. The sealed one is called the same with .age behind it; once that has been read back, the
    /// plain one is taken away
    file: PathBuf,
    #[command(flatten)]
    unlocking: Unlocking,
}

impl SealArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let name = self.file.display().to_string();
        let state = session.places()?.state;
        let sealing = Sealing::of(&self.file, &state)?;
        if recovery::waits(&state, &self.file) {
            let why = "edits of it wait in its journal and would not be sealed";
            let hint = "open it, or bring them back with `assay recover`, then seal it";
            return Err(CliError::Refused(format!("{name}: {why}; {hint}")));
        }
        let unlocking = &self.unlocking;
        let passphrase = unlocking.new_passphrase(&name, &mut session.notes)?;
        let copies = sealing.copies();
        let sealed = sealing.finish(&passphrase)?;
        writeln!(session.out, "{}", visible(&sealed.display().to_string()))?;
        self.note_limits(session, passphrase.is_short(), &copies);
        Ok(())
    }

    /// Notes what a seal does not do.
    fn note_limits(&self, session: &mut Session<'_>, short: bool, copies: &[PathBuf]) {
        let notes = &mut session.notes;
        if short {
            notes.push(format!(
                "the passphrase has fewer than {SHORT} characters and may be guessed; to take a longer one, unseal the draft and seal it again"
            ));
        }
        notes.push("without the passphrase nobody can open the draft, you included".to_owned());
        for copy in copies {
            notes.push(format!("a copy is still readable: {}", copy.display()));
        }
        let kept = match session.places() {
            Ok(places) => format!("journals in {}, ", places.state.display()),
            Err(_) => String::new(),
        };
        session.notes.push(format!(
            "copies of before stay readable: {kept}prints, backups, snapshots, and what was deleted until the disk writes over it"
        ));
    }
}
