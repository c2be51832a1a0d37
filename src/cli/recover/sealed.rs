//! Bringing back what waits of sealed drafts: it is seen with a passphrase only.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::boxes::tell_of_boxes;
use super::{RecoverArgs, bring_back, list, text, write};
use crate::cli::output::is_standard;
use crate::cli::{CliError, Session};
use crate::store::recovery::{self, FileWaiting, UnsavedJournal, WaitingWords};
use crate::store::seal::{self, Passphrase, SealError, seal, unseal};
use crate::store::{Places, format, read_bytes, refuse_sealed_name};
use crate::text::{agreeing, counted, visible_line};

/// Said where a journal stays locked.
const EARLIER: &str = "edits may wait that another passphrase opens, which it had before: give that one, and `--output`";

impl RecoverArgs {
    /// Brings back what waits of a sealed draft. Where its file has another passphrase than what waits, or is damaged, what
    /// waits is had all the same.
    pub(super) fn sealed(
        &self,
        session: &mut Session<'_>,
        places: &Places,
        file: &Path,
    ) -> Result<(), CliError> {
        let name = file.display().to_string();
        let passphrase = Arc::new(self.unlocking.passphrase(&name, &mut session.notes)?);
        let (plain, closed) = match read_bytes(file) {
            Ok(bytes) => match unseal(&bytes, &passphrase) {
                Ok(plain) => (plain, None),
                Err(why) => (Vec::new(), Some(why)),
            },
            Err(_) if file.symlink_metadata().is_err() => (Vec::new(), None),
            Err(error) => return Err(CliError::Unusable(error.to_string())),
        };
        let plain = format::decode(&name, plain)?;
        let state = &places.state;
        let waiting = recovery::waiting_in(state, file, &plain, Some(&passphrase));
        let words = recovery::words_of_sealed(state, file, &plain, &passphrase, self.all);
        if self.all && self.output.is_none() {
            let unsaved = recovery::unsaved_of_sealed(state, file, &plain, &passphrase);
            match (unsaved.is_empty() && words.is_empty(), closed) {
                (true, Some(why)) => return Err(CliError::file(&name, why)),
                (true, None) if waiting.left_locked => {
                    writeln!(
                        session.out,
                        "Nothing of it waits that this passphrase opens; {EARLIER}."
                    )?;
                }
                (true, None) => writeln!(session.out, "Nothing of it waits.")?,
                (false, _) if !unsaved.is_empty() => list(session, &unsaved)?,
                (false, _) => {}
            }
            return tell_of_boxes(session, &words, true);
        }
        if let Some(why) = closed {
            let edits = waiting.edits.as_ref();
            return self.closed(session, places, (&name, why), (edits, &words), &passphrase);
        }
        let FileWaiting { edits, left_locked } = waiting;
        let Some(waiting) = edits else {
            if !words.is_empty() {
                return tell_of_boxes(session, &words, self.all);
            }
            let why = "nothing of it waits that this passphrase opens, so nothing was done";
            let more = match left_locked {
                true => format!("; {EARLIER}"),
                false => String::new(),
            };
            return Err(CliError::file(&name, format!("{why}{more}")));
        };
        match &self.output {
            Some(output) => {
                write_sealed(session, &waiting.journal, &passphrase, output).map(|_| ())
            }
            None => {
                bring_back(session, places, &waiting, Some(&passphrase))?;
                tell_of_boxes(session, &words, self.all)
            }
        }
    }

    /// Gives what waits of a file that the passphrase does not open, for this reason, while it opens what waits.
    fn closed(
        &self,
        session: &mut Session<'_>,
        places: &Places,
        (name, why): (&str, SealError),
        (edits, words): (Option<&UnsavedJournal>, &[WaitingWords]),
        passphrase: &Passphrase,
    ) -> Result<(), CliError> {
        tell_of_boxes(session, words, self.all)?;
        let note = match why {
            SealError::WrongPassphrase => "the file has another passphrase than what waits of it",
            _ => "the file is not to be opened with this passphrase, and what waits of it is",
        };
        match (edits, &self.output) {
            (None, _) if words.is_empty() => Err(CliError::file(name, why)),
            (None, _) => {
                session
                    .notes
                    .push(format!("{}: {note}", visible_line(name)));
                Ok(())
            }
            (Some(edits), None) => {
                let steps = counted(edits.steps, "edit");
                let waits = agreeing(edits.steps, "waits", "wait");
                Err(CliError::file(
                    name,
                    format!(
                        "{note}, so nothing was brought back; {steps} {waits}, and `--output NEW.toml.age` writes the draft with them to a file of its own"
                    ),
                ))
            }
            (Some(edits), Some(output)) => {
                if !write_sealed(session, &edits.journal, passphrase, output)? {
                    return Ok(());
                }
                let aside = match recovery::set_locked_aside(&places.state, edits) {
                    Ok(()) => "; nobody tells of that any more, and `--all` lists it",
                    Err(_) => "",
                };
                session
                    .notes
                    .push(format!("{}: {note}{aside}", visible_line(name)));
                Ok(())
            }
        }
    }

    /// Brings back what a journal of a sealed draft has, by the name of the journal.
    pub(super) fn locked(
        &self,
        session: &mut Session<'_>,
        places: &Places,
        journal: &Path,
        draft: &Path,
    ) -> Result<(), CliError> {
        let Some(output) = &self.output else {
            if recovery::is_set_aside(journal) {
                let why = "it was set aside, since another took its place; `--output FILE` writes it to a file of its own";
                return Err(CliError::file(draft.display(), why));
            }
            return self.sealed(session, places, draft);
        };
        let name = draft.display().to_string();
        let passphrase = self.unlocking.passphrase(&name, &mut session.notes)?;
        write_sealed(session, journal, &passphrase, output).map(|_| ())
    }
}

/// Returns true where a path is that of a sealed draft, which may be gone.
pub(super) fn is_sealed(what: &str) -> bool {
    let path = Path::new(what);
    let sealed = read_bytes(path).map(|bytes| seal::is_sealed(&bytes));
    sealed.unwrap_or_else(|_| seal::is_sealed_name(path) && path.symlink_metadata().is_err())
}

/// Tells of the journals of sealed drafts that are gone: what waits in them cannot be seen.
pub(super) fn tell_of_sealed(session: &mut Session<'_>, gone: &[PathBuf]) -> Result<(), CliError> {
    if gone.is_empty() {
        return Ok(());
    }
    let lead = "\nThese drafts were sealed and are gone, and a journal is kept of each. Where one was moved, it is found when that is opened; `assay recover PATH` brings back what was not saved:";
    writeln!(session.out, "{lead}")?;
    for draft in gone {
        let draft = draft.display().to_string();
        writeln!(session.out, "  {}", visible_line(&draft))?;
    }
    Ok(())
}

/// Writes the draft with all that a journal has to another file. What is sealed stays sealed, unless it is to be seen. Gives true
/// where a file was written.
fn write_sealed(
    session: &mut Session<'_>,
    journal: &Path,
    passphrase: &Passphrase,
    output: &Path,
) -> Result<bool, CliError> {
    if let Some(why) = refuse_sealed_name(output).filter(|_| !is_standard(output)) {
        return Err(CliError::file(output.display(), why));
    }
    let text = text(session, journal, Some(passphrase))?.into_bytes();
    let bytes = match is_standard(output) {
        true => text,
        false => {
            let sealed = seal(&text, passphrase);
            sealed.map_err(|why| CliError::file(output.display(), why))?
        }
    };
    write(session, &bytes, output)
}
