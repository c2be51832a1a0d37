//! The folders in which journals stand, whichever file they belong to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::store::copies::last_folders;
use crate::store::journal::{is_beside, temporary};

/// The ending of a journal.
pub(super) const JOURNAL: &str = "journal";

/// The ending of a journal that was set aside.
pub(super) const KEPT: &str = "kept";

/// Returns every file of this ending that may be a journal: in the state folder, in the temporary one, and beside
/// drafts. Those are looked for in the folders named, and wherever a draft was of which a version is kept.
pub(super) fn standing(state: &Path, near: &[PathBuf], ending: &str) -> Vec<PathBuf> {
    let own = entries(&state.join("journals")).into_iter();
    let own = own.chain([temporary()]).flat_map(|path| entries(&path));
    let near: BTreeSet<PathBuf> = near.iter().map(|folder| whole(folder)).collect();
    let near = near.into_iter().chain(last_folders(state));
    let folders: BTreeSet<PathBuf> = near.collect();
    let beside = folders.iter().flat_map(|folder| beside(folder));
    own.chain(beside)
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect()
}

/// Returns the journals that stand beside drafts in a folder, those that were set aside too.
pub(super) fn beside(folder: &Path) -> Vec<PathBuf> {
    let entries = entries(folder).into_iter();
    entries.filter(|path| is_beside(path)).collect()
}

pub(super) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.flatten().map(|entry| entry.path()).collect()
}

/// Returns the folder by its full name, so that no folder is looked into twice.
pub(super) fn whole(folder: &Path) -> PathBuf {
    let folder = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}
