//! Prints, and the record of what was printed where.
//!
//! A print takes the place of a file in one case only: that file is a print of the same edition that was made here and that
//! nobody has touched since. That is known by a record in the state folder, of each path and of what was printed there last.
//! Where the record is gone, or the file is another than it says, the file is somebody's own.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::claim::claim;
use super::disk;
use super::door::{DoorError, Target, look, pour, taken, write_free};
use super::file::{FileError, WriteOutcome, one_name, replace_private, write_whole};
use super::format;
use super::identity::{fingerprint, split_name};
use super::seal::is_sealed;
use super::versions::{VersionReason, Versions};

#[cfg(test)]
mod tests;

const UNREAD: &str = "it is there already, and cannot be read";

/// The way out for prints, which remembers what it wrote where.
#[derive(Clone, Debug)]
pub struct PrintDoor {
    state: PathBuf,
}

/// A print, as it goes to a file.
#[derive(Clone, Copy, Debug)]
pub struct PrintContent<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The name of its edition inside a sentence: "the report".
    pub edition: &'a str,
}

/// A print that was written beside a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedFile {
    /// Its file.
    pub path: PathBuf,
    /// The file that it would have been, where something else has that name.
    pub taken: Option<PathBuf>,
}

/// The folder, in the state folder, with a record for each path that was printed to.
const RECORDS: &str = "prints";

/// The number of bytes that a record has at most.
const LONGEST_RECORD: u64 = 256;

/// The edition of a print that was recorded before editions were.
const UNNAMED: &str = "of an edition that is not known";

/// The number of names that are tried for a print.
const NAMES: u32 = 1000;

impl PrintDoor {
    /// Returns the door with its records in this state folder.
    pub fn new(state: &Path) -> Self {
        Self {
            state: state.to_owned(),
        }
    }

    /// Writes a print to a path that a user named, for its owner's eyes only. With `force` it replaces any file but
    /// a draft that is open; of one that is not, what it was is kept among its earlier versions.
    ///
    /// # Errors
    /// Something that is no print of ours, or another edition, or was changed since, has the name; or the file cannot
    /// be written.
    pub fn write(
        &self,
        path: &Path,
        print: PrintContent<'_>,
        force: bool,
    ) -> Result<(), DoorError> {
        let PrintContent { bytes, edition } = print;
        let target = match look(path)? {
            Target::Stream => return Ok(pour(path, bytes)?),
            Target::Free => {
                write_free(path, bytes)?;
                self.remember(path, bytes, edition);
                return Ok(());
            }
            Target::File(target) => target,
        };
        let there = disk::read(&target, u64::MAX)
            .map_err(|error| DoorError::Refused(FileError::of(path, UNREAD, &error)))?;
        let known = self.printed(&target, &there);
        let _lock = match there == bytes || known.as_deref() == Some(edition) {
            true => None,
            false if force => {
                let lock = claim(&target, &self.state)?;
                self.keep(&target, &there)?;
                Some(lock)
            }
            false => {
                let what = match known {
                    Some(other) => format!("it is there already, and is another print, {other}"),
                    None if is_draft(&there) => "it is there already, and is a draft".to_owned(),
                    None => "it is there already, and was not printed here or was changed since"
                        .to_owned(),
                };
                let hint = "name another file, or replace it with --force";
                return Err(DoorError::Refused(FileError::new(path, what, hint)));
            }
        };
        let same = |target: &Path| disk::read(target, u64::MAX).is_ok_and(|now| now == there);
        match replace_private(&target, bytes, &same)? {
            WriteOutcome::Unexpected => Err(taken(path)),
            WriteOutcome::Placed | WriteOutcome::InPlace => {
                // Two editions may have the same words; which was there first has the file.
                let same = there == bytes && !force;
                let first = known.filter(|_| same);
                self.remember(path, bytes, first.as_deref().unwrap_or(edition));
                Ok(())
            }
        }
    }

    /// Writes a print beside a draft or an inspection, under its name with this ending: `kent.txt`. Where something else
    /// has that name, the print gets the next one that is free: `kent-2.txt`.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write_beside(
        &self,
        draft: &Path,
        ending: &str,
        print: PrintContent<'_>,
    ) -> Result<PrintedFile, DoorError> {
        let (stem, _) = split_name(draft);
        let wanted = draft.with_file_name(format!("{stem}.{ending}"));
        let others = (2..NAMES).map(|nth| draft.with_file_name(format!("{stem}-{nth}.{ending}")));
        for path in std::iter::once(wanted.clone()).chain(others) {
            // Whoever laid a pipe there would keep the program waiting.
            let done = match look(&path) {
                Ok(Target::Stream) => continue,
                Ok(_) => self.write(&path, print, false),
                Err(error) => Err(error),
            };
            match done {
                Ok(()) => {
                    let taken = (path != wanted).then_some(wanted);
                    return Ok(PrintedFile { path, taken });
                }
                Err(DoorError::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Err(taken(&wanted))
    }

    /// Returns the record of a path.
    fn record(&self, path: &Path) -> Option<PathBuf> {
        let path = one_name(path).ok()?;
        let name = fingerprint(path.as_os_str().as_encoded_bytes());
        Some(self.state.join(RECORDS).join(name))
    }

    /// Returns true where what stands at a path was printed there, and nobody has touched it since.
    pub(super) fn is_print(&self, path: &Path) -> bool {
        let there = disk::link_metadata(path).is_ok_and(|there| there.is_file());
        there && disk::read(path, u64::MAX).is_ok_and(|bytes| self.printed(path, &bytes).is_some())
    }

    /// Returns the edition of what was printed to a path last, where these bytes are still that.
    fn printed(&self, path: &Path, bytes: &[u8]) -> Option<String> {
        let known = disk::read(&self.record(path)?, LONGEST_RECORD).ok()?;
        let known = String::from_utf8(known).ok()?;
        let (hash, edition) = known.split_once(' ').unwrap_or((&known, UNNAMED));
        (hash == fingerprint(bytes)).then(|| edition.to_owned())
    }

    /// Remembers what was printed to a path. Where that cannot be kept, the print is taken for somebody's own the next
    /// time.
    fn remember(&self, path: &Path, bytes: &[u8], edition: &str) {
        if let Some(record) = self.record(path) {
            let known = format!("{} {edition}", fingerprint(bytes));
            let _ = write_whole(&record, known.as_bytes());
        }
    }

    /// Keeps a draft that is to be replaced among its earlier versions.
    fn keep(&self, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
        if is_draft(bytes) {
            let versions = Versions::of(&self.state, &identity(bytes), path);
            let why = VersionReason::SetAside;
            versions.keep(bytes, is_sealed(bytes), Timestamp::now(), why)?;
        }
        Ok(())
    }
}

/// Returns true where bytes are a draft's or an inspection's, sealed or not, good or broken.
fn is_draft(bytes: &[u8]) -> bool {
    let opening = || format::read_opening("", std::str::from_utf8(bytes).ok()?).ok();
    is_sealed(bytes) || opening().is_some_and(|opening| opening.is_draft() || opening.is_inspection)
}

/// Returns the identity of the draft or inspection in a file; empty where it has none.
pub(super) fn identity(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let opening = format::read_opening("", text);
    opening.map(|opening| opening.id).unwrap_or_default()
}
