//! The trash: a folder beside the drafts from which nothing is ever deleted.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use jiff::civil::DateTime;

use super::super::file::{FileError, make_folder};
use super::super::identity::{free_name_like, split_draft_name, split_name};
use super::{held, move_to};

/// The folder, beside drafts, into which they are put in place of being deleted.
pub(in crate::store) const TRASH: &str = ".trash";

/// The time in the name of a draft in the trash, behind its own and a full stop.
const TIME: &str = "%Y%m%d-%H%M%S";

/// A draft in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrashedDraft {
    /// The file in the trash.
    pub file: PathBuf,
    /// The place where it was.
    pub was: PathBuf,
    /// The time at which it was put there.
    pub at: DateTime,
}

/// Puts a draft into the trash, a folder beside the drafts from which nothing is ever deleted; gives where
/// it is.
///
/// # Errors
/// It cannot be moved there, or somebody has it open.
pub fn trash(path: &Path, locks: &Path) -> Result<PathBuf, FileError> {
    let _lock = held(path, locks)?;
    let folder = path.parent().unwrap_or(Path::new("")).join(TRASH);
    make_folder(&folder)?;
    let (stem, ending) = split_name(path);
    let now = Zoned::now().strftime(TIME).to_string();
    let target = free_name_like(&folder, &format!("{stem}.{now}"), ending);
    move_to(path, &target)?;
    Ok(target)
}

/// Brings a draft back from the trash to where it was, or beside it where something stands there now.
///
/// # Errors
/// It cannot be moved back.
pub fn restore(from: &Path, to: &Path) -> Result<PathBuf, FileError> {
    let target = match to.symlink_metadata() {
        // To the byte, which a name that is no text would not keep otherwise.
        Err(_) => to.to_owned(),
        Ok(_) => {
            let (stem, ending) = split_name(to);
            free_name_like(to.parent().unwrap_or(Path::new("")), &stem, ending)
        }
    };
    move_to(from, &target)?;
    Ok(target)
}

/// Returns the drafts in the trash of a folder, the one that was put there last at the end.
pub fn in_trash(folder: &Path) -> Vec<TrashedDraft> {
    let files = fs::read_dir(folder.join(TRASH))
        .into_iter()
        .flatten()
        .flatten();
    let mut all: Vec<TrashedDraft> = files
        .filter_map(|file| {
            let name = file.file_name();
            let (stem, ending) = split_draft_name(name.to_str()?)?;
            let (own, at) = stem.rsplit_once('.')?;
            // Of two that went there at once one has a number behind.
            let at = at.get(..15).unwrap_or(at);
            Some(TrashedDraft {
                file: file.path(),
                was: folder.join(format!("{own}{ending}")),
                at: DateTime::strptime(TIME, at).ok()?,
            })
        })
        .collect();
    all.sort_by(|one, other| (one.at, &one.file).cmp(&(other.at, &other.file)));
    all
}
