//! Evidence that is a file: whether it is where it was, and has the content that it had.
//!
//! A draft names files and keeps the hash of what was in them. They are read and never written; nothing of what is
//! in them is shown. Only a file proper is opened: a device, a pipe or a folder that a draft names is none.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::draft_change::change_draft;
use super::draft_lock::ClaimError;
use super::frameworks::Frameworks;
use crate::assessment::Evidence;
use crate::text::{counted, same};

/// Files above this are not read: 4 GiB.
pub const MAX_BYTES: u64 = 4 << 30;
/// The number of files beside the draft that are compared for one that has moved.
const MOST_FILES: usize = 2_000;
/// The depth of folders that are searched.
const MOST_DEPTH: usize = 4;

/// The state of the file that an item of evidence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attachment {
    /// The file has the content that it had.
    Whole,
    /// The file is there, and no hash of it is kept; this is the hash.
    Unrecorded(String),
    /// The file has other content now.
    Altered,
    /// The file is not there.
    Gone,
    /// The file is not there, and one with the same content is here.
    Moved(PathBuf),
    /// It is an address or a docket, and no file.
    NoFile,
    /// The file cannot be read.
    Unreadable(String),
}

/// Returns the state of the file of an item of evidence, for a draft in this folder. A reference that is no full path
/// begins there.
pub fn inspect(item: &Evidence, folder: &Path) -> Attachment {
    let (reference, kept) = (item.reference.trim(), item.sha256.trim());
    let address = reference.contains("://");
    if reference.is_empty() || address {
        return Attachment::NoFile;
    }
    let path = folder.join(reference);
    match hash_of(&path) {
        Ok(hash) if kept.is_empty() => Attachment::Unrecorded(hash),
        Ok(hash) if hash.eq_ignore_ascii_case(kept) => Attachment::Whole,
        Ok(_) => Attachment::Altered,
        Err(error) if error.kind() == io::ErrorKind::NotFound => match kept.is_empty() {
            // "Docket 12" is found nowhere, and need not be.
            true => Attachment::NoFile,
            false => moved(&path, folder, kept).map_or(Attachment::Gone, Attachment::Moved),
        },
        Err(error) => Attachment::Unreadable(error.to_string()),
    }
}

/// Writes hashes into a draft, each by the id of its item, under the draft's lock.
///
/// # Errors
/// Another program has it open, or it cannot be read or saved.
pub fn record(
    draft: &Path,
    hashes: &[(String, String)],
    frameworks: &Frameworks,
    state: &Path,
) -> Result<(), ClaimError> {
    change_draft(draft, frameworks, None, state, &|assessment| {
        for item in &mut assessment.evidence {
            if let Some((_, hash)) = hashes.iter().find(|(id, _)| *id == item.id) {
                Arc::make_mut(item).sha256.clone_from(hash);
            }
        }
        Ok(())
    })
}

/// The files of a folder, as evidence.
#[derive(Debug, Default)]
pub struct FolderEvidence {
    /// An item for each file, in the order of their names: its title, where it is, and the hash of what is in it.
    pub evidence: Vec<Evidence>,
    /// The things to be told: files that cannot be read, and that there are more.
    pub told: Vec<String>,
}

/// Returns the files of a folder and of those in it as evidence for a draft in `home`. Files and folders whose
/// name begins with a dot are left out, as are drafts and what is no file proper.
///
/// # Errors
/// The folder cannot be read.
pub fn evidence_of_folder(folder: &Path, home: &Path) -> io::Result<FolderEvidence> {
    fs::read_dir(folder)?;
    let mut files = Vec::new();
    gather(folder, MOST_DEPTH, &mut files);
    files.sort();
    let mut found = FolderEvidence::default();
    if files.len() >= MOST_FILES {
        found.told.push(format!(
            "{}: there are more than {}; those behind are left out",
            folder.display(),
            counted(MOST_FILES, "file")
        ));
    }
    for path in files {
        // Drafts and inspections are made of evidence, and are none.
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if same(&ending, "toml") || same(&ending, "age") {
            continue;
        }
        match evidence_of_file(&path, home) {
            Ok(evidence) => found.evidence.push(evidence),
            Err(why) => found.told.push(format!("{}: {why}", path.display())),
        }
    }
    Ok(found)
}

/// Returns a file as evidence for a draft in `home`: its title, where it is, and the hash of what is in it.
///
/// # Errors
/// See [`hash_of`].
pub fn evidence_of_file(path: &Path, home: &Path) -> io::Result<Evidence> {
    let sha256 = hash_of(path)?;
    let stem = path.file_stem().unwrap_or_default();
    Ok(Evidence {
        title: stem.to_string_lossy().into_owned(),
        kind: "document".to_owned(),
        reference: reference_from(home, path),
        sha256,
        ..Evidence::default()
    })
}

/// Returns how a draft in this folder names a file: from there where it is in it, else in full.
fn reference_from(home: &Path, path: &Path) -> String {
    let whole = |path: &Path| match path.as_os_str().is_empty() {
        true => fs::canonicalize("."),
        false => fs::canonicalize(path),
    };
    let (home, whole) = (whole(home).ok(), whole(path).ok());
    let path = whole.as_deref().unwrap_or(path);
    let inside = home
        .as_deref()
        .and_then(|home| path.strip_prefix(home).ok());
    inside.unwrap_or(path).display().to_string()
}

/// Returns the SHA-256 of a file, in small hexadecimal letters.
///
/// # Errors
/// It is not there, is no file proper, is larger than [`MAX_BYTES`], or cannot be read.
pub fn hash_of(path: &Path) -> io::Result<String> {
    // A path through something that is no folder leads nowhere.
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename => {
            io::ErrorKind::NotFound.into()
        }
        _ => error,
    })?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    if metadata.len() > MAX_BYTES {
        return Err(io::Error::other("it is larger than 4 GiB"));
    }
    let mut file = File::open(path)?.take(MAX_BYTES);
    let mut hash = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(many) => hash.update(piece.get(..many).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// Returns a file near by with the content of the one that is gone. One of the same name is compared first.
fn moved(gone: &Path, folder: &Path, kept: &str) -> Option<PathBuf> {
    let mut files = Vec::new();
    gather(folder, MOST_DEPTH, &mut files);
    files.sort_by_key(|path| path.file_name() != gone.file_name());
    files
        .into_iter()
        .find(|path| hash_of(path).is_ok_and(|hash| hash.eq_ignore_ascii_case(kept)))
}

fn gather(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) {
    let here = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    let Ok(entries) = fs::read_dir(here) else {
        return;
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        // What somebody hides is nobody's evidence.
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if files.len() >= MOST_FILES {
            return;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            Ok(kind) if kind.is_dir() && deep > 0 => gather(&entry.path(), deep - 1, files),
            _ => {}
        }
    }
}
