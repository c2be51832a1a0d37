//! Two files with one identity: a copy that was made outside Assay, as by a file manager or a tool that keeps
//! folders in step.
//!
//! The identity belongs to the file of which a version was kept last. Another file with it is a copy for as long as that one
//! is there and says the same of itself. What was kept beside a file, while that could not be written, never takes its
//! identity away. It gets an identity of its own, which is made of the one that it has and of where
//! it is: until it is saved with it, each opening comes to the same.

use std::path::{Path, PathBuf};

use super::disk;
use super::file::{folder_of, one_name, read_bytes};
use super::format;
use super::identity::fingerprint;
use super::rescues::{all_rescued_from, is_rescued_from};

/// The identity that a file has for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnIdentity {
    /// The identity.
    pub(super) id: String,
    /// The file that it is a copy of, where it is one.
    pub(super) original: Option<PathBuf>,
}

/// The folder of the versions of all drafts, in the state folder.
pub(super) const FOLDER: &str = "versions";

/// The file, in a draft's folder of versions, with the path where the draft was last.
pub(super) const LAST_PATH: &str = "path";

/// The most bytes of that file that are read; no system has longer paths.
const LONGEST_PATH: u64 = 64 * 1024;

/// Returns the folder of the versions of the draft of this identity.
pub(super) fn folder(state: &Path, id: &str) -> PathBuf {
    let key = [b"id ", id.as_bytes()].concat();
    state.join(FOLDER).join(fingerprint(&key))
}

/// Returns the path where the draft of this folder of versions was last, as the system spells it.
pub(super) fn last_path(folder: &Path) -> Option<Vec<u8>> {
    let path = folder.join(LAST_PATH);
    let is_file = disk::link_metadata(&path).is_ok_and(|there| there.is_file());
    is_file.then(|| disk::read(&path, LONGEST_PATH).ok())?
}

/// Returns the folders in which a draft was of which a version is kept.
pub(super) fn last_folders(state: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(state.join(FOLDER)).into_iter().flatten();
    let last = |folder: std::fs::DirEntry| path_of(last_path(&folder.path())?);
    let last = folders.flatten().filter_map(last);
    last.map(|last| folder_of(&last).to_owned()).collect()
}

/// Returns the identity of a file that says that it has this one.
pub(super) fn own_identity(state: &Path, id: &str, draft: &Path) -> OwnIdentity {
    let original = match id {
        "" => None,
        id => original(state, id, draft),
    };
    OwnIdentity {
        id: match original {
            Some(_) => copy_identity(id, draft),
            None => id.to_owned(),
        },
        original,
    }
}

/// Returns the other identities under which a file of this identity may have a journal: the one that it has as a copy, and
/// the one of which it was a copy.
pub(super) fn other_identities(id: &str, draft: &Path) -> Vec<String> {
    if id.is_empty() {
        return Vec::new();
    }
    let before = id.rsplit_once('-').map(|(before, _)| before.to_owned());
    let before = before.filter(|before| copy_identity(before, draft) == id);
    before
        .into_iter()
        .chain([copy_identity(id, draft)])
        .collect()
}

/// Returns true where another draft than that of this identity stands in a place. Where that cannot be known, as of one
/// that is sealed, it is taken for that one.
pub(super) fn is_another(id: &str, draft: &Path) -> bool {
    let theirs = || {
        let text = String::from_utf8(read_bytes(draft).ok()?).ok()?;
        let theirs = format::read_opening("", &text).ok()?.id;
        (!theirs.is_empty()).then_some(theirs)
    };
    let is_it =
        |theirs: String| theirs == id || other_identities(&theirs, draft).iter().any(|it| it == id);
    !id.is_empty() && theirs().is_some_and(|theirs| !is_it(theirs))
}

fn copy_identity(id: &str, draft: &Path) -> String {
    let draft = one_name(draft).unwrap_or_else(|_| draft.to_owned());
    let key = [id.as_bytes(), b" ", draft.as_os_str().as_encoded_bytes()].concat();
    let mark: String = fingerprint(&key).chars().take(8).collect();
    format!("{id}-{mark}")
}

/// Returns the file to which an identity belongs, where that is another one than this.
fn original(state: &Path, id: &str, draft: &Path) -> Option<PathBuf> {
    let draft = one_name(draft).ok()?;
    let has_it = |path: &PathBuf| {
        let text = read_bytes(path).ok().map(String::from_utf8);
        let opening = text.and_then(|text| format::read_opening("", &text.ok()?).ok());
        opening.is_some_and(|opening| opening.id == id)
    };
    // What was kept beside a file, while that could not be written, takes nothing away from it, though it was written last.
    let mut before = all_rescued_from(&draft).into_iter().rev();
    if let Some(first) = before.find(has_it) {
        return Some(first);
    }
    let last = path_of(last_path(&folder(state, id))?)?;
    let is_ours = last == draft || is_rescued_from(&last, &draft);
    (!is_ours && !is_same_file(&last, &draft) && has_it(&last)).then_some(last)
}

#[cfg(unix)]
pub(super) fn path_of(bytes: Vec<u8>) -> Option<PathBuf> {
    let path: std::ffi::OsString = std::os::unix::ffi::OsStringExt::from_vec(bytes);
    Some(PathBuf::from(path))
}

#[cfg(not(unix))]
pub(super) fn path_of(bytes: Vec<u8>) -> Option<PathBuf> {
    String::from_utf8(bytes).ok().map(PathBuf::from)
}

/// Returns true where two paths are names of one file.
fn is_same_file(one: &Path, other: &Path) -> bool {
    let identity = |path| disk::metadata(path).ok().and_then(|it| disk::identity(&it));
    identity(one).is_some_and(|one| identity(other) == Some(one))
}
