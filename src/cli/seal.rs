//! `assay seal`: a draft is sealed with a passphrase, and the plain file goes.

use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;

use super::{CliError, Session, Unlocking};
use crate::store::Sealing;
use crate::store::seal::SHORT;
use crate::text::visible;

/// `assay seal`
#[derive(Debug, Args)]
pub(super) struct SealArgs {
    /// The draft. The sealed one is called the same with .age behind it; once that has been read back, the
    /// plain one is taken away. Its journal and earlier versions are sealed with it
    pub(super) file: PathBuf,
    #[command(flatten)]
    unlocking: Unlocking,
}

impl SealArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let name = self.file.display().to_string();
        let state = session.places()?.state;
        let sealing = Sealing::of(&self.file, &state)?;
        let unlocking = &self.unlocking;
        let passphrase = unlocking.new_passphrase(&name, &mut session.notes)?;
        let copies = sealing.copies();
        let sealed = sealing.finish(&passphrase)?;
        writeln!(
            session.out,
            "{}",
            visible(&sealed.path.display().to_string())
        )?;
        note_left(session, &sealed.left);
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
        notes.push(
            "what else was made of it stays readable: prints elsewhere, backups, snapshots, and what was deleted until the disk writes over it".to_owned()
        );
    }
}

/// Notes what belongs to the old name and could not be taken away.
pub(super) fn note_left(session: &mut Session<'_>, left: &[PathBuf]) {
    for path in left {
        let path = path.display();
        session.notes.push(format!(
            "this is no longer wanted, and could not be taken away: {path}"
        ));
    }
}
