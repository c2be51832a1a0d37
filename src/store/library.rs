//! The folder of drafts.

mod called;
mod known;
mod trash;

pub use called::{Called, called};
pub use known::KnownEntries;
pub(super) use trash::TRASH;
pub use trash::{TrashedDraft, in_trash, restore, trash};

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::disk;
use super::door::{DoorError, write_new};
use super::file::{FileError, is_left_over, read_bytes};
use super::format::{self, DraftOrInspection};
use super::frameworks::Frameworks;
use super::identity::{
    free_name, free_name_like, is_draft_name, is_sealed_name, new_id, slug, split_draft_name,
    split_name,
};
use super::lock::{self, Lock, Locking};
use super::seal::is_sealed;
use crate::assessment::{Framework, Grade, Inspector, JudgmentState};
use known::{FileStamp, StampedFile};

/// A draft in the folder, as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryEntry {
    /// Its file.
    pub path: PathBuf,
    /// Its identity; empty where that is not known.
    pub id: String,
    /// The body inspected, or the file's name where it is not known.
    pub subject: String,
    /// The year.
    pub year: String,
    /// The framework's title.
    pub framework: String,
    /// The person who signs it.
    pub inspector: Inspector,
    /// The grades: of the whole where the framework has one, of pillars, of headings in its order.
    pub grades: Vec<HeadingStatus>,
    /// True where the framework has openings and none is chosen.
    pub lacks_opening: bool,
    /// The number of its findings.
    pub findings: usize,
    /// The time of the file's last change.
    pub changed: Option<Timestamp>,
    /// The reason why it cannot be opened, where it cannot.
    pub broken: Option<String>,
    /// True where it is sealed with a passphrase. Its content is then not known.
    pub sealed: bool,
    /// The number of drafts that it names, where it is an inspection of several bodies.
    pub inspection: Option<usize>,
}

/// The judgment under a heading, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingStatus {
    /// Nothing yet.
    Open,
    /// A grade.
    Graded(Grade),
    /// Something else.
    Other(JudgmentState),
}

/// Returns the drafts and inspections of a folder, the one changed last first. Files that are neither are left out;
/// one that cannot be opened is there with the reason, and stops no other.
///
/// # Errors
/// The folder cannot be read. One that is not there has no drafts.
pub fn list(folder: &Path, frameworks: &Frameworks) -> Result<Vec<LibraryEntry>, FileError> {
    let mut known = KnownEntries::default();
    Ok(Listing::of(folder)?.read(frameworks, &mut known, usize::MAX))
}

/// A folder that is being listed: its files are known, and are read a few at a time.
#[derive(Debug)]
pub struct Listing {
    rest: std::vec::IntoIter<StampedFile>,
}

impl Listing {
    /// Returns the files of a folder that may be drafts, the one changed last first. None of them is read yet.
    ///
    /// # Errors
    /// The folder cannot be read. One that is not there has no drafts.
    pub fn of(folder: &Path) -> Result<Self, FileError> {
        let rest = files(folder)?.into_iter();
        Ok(Self { rest })
    }

    /// Reads the next files, so many at most; fewer entries may come of them. What is known already is not read again.
    pub fn read(
        &mut self,
        frameworks: &Frameworks,
        known: &mut KnownEntries,
        many: usize,
    ) -> Vec<LibraryEntry> {
        let next: Vec<StampedFile> = self.rest.by_ref().take(many).collect();
        known.entries(&next, |(stamp, path)| entry(path, *stamp, frameworks))
    }

    /// Returns true where every file was read.
    pub fn is_done(&self) -> bool {
        self.rest.as_slice().is_empty()
    }
}

fn files(folder: &Path) -> Result<Vec<StampedFile>, FileError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(FileError::of(folder, "the folder cannot be read", &error)),
    };
    let mut files: Vec<StampedFile> = entries
        .flatten()
        .map(|entry| entry.path())
        .inspect(|path| remove_left_over(path))
        .filter(|path| is_draft_name(path))
        .map(|path| (FileStamp::of(&path), path))
        .collect();
    let modified = |stamp: &Option<FileStamp>| stamp.map(|stamp| stamp.modified);
    files
        .sort_by(|(one, a), (other, b)| modified(other).cmp(&modified(one)).then_with(|| a.cmp(b)));
    Ok(files)
}

/// Takes away what a program left that was ended while it saved.
fn remove_left_over(path: &Path) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with('.') {
        let changed = fs::metadata(path).and_then(|file| file.modified()).ok();
        if is_left_over(&name, changed) {
            let _ = disk::remove(path);
        }
    }
}

fn entry(path: &Path, stamp: Option<FileStamp>, frameworks: &Frameworks) -> Option<LibraryEntry> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let mut entry = LibraryEntry {
        subject: split_name(path).0,
        sealed: is_sealed_name(path),
        path: path.to_owned(),
        id: String::new(),
        year: String::new(),
        framework: String::new(),
        inspector: Inspector::default(),
        grades: Vec::new(),
        lacks_opening: false,
        findings: 0,
        changed: stamp.and_then(|stamp| Timestamp::try_from(stamp.modified).ok()),
        broken: None,
        inspection: None,
    };
    if entry.sealed {
        return Some(entry);
    }
    let text = match read_bytes(&entry.path) {
        // Whatever it is called.
        Ok(bytes) if is_sealed(&bytes) => {
            return Some(LibraryEntry {
                sealed: true,
                ..entry
            });
        }
        Ok(bytes) => match format::decode(&name, bytes) {
            Ok(text) => text,
            Err(refused) => return Some(broken(entry, &refused.to_string())),
        },
        Err(error) => return Some(broken(entry, &error.what)),
    };
    let (opening, content) = format::read_any(&name, &text, &|id| frameworks.get(id));
    if let Some(opening) = &opening {
        entry.id.clone_from(&opening.id);
    }
    match content {
        Ok(DraftOrInspection::Draft(draft)) => {
            let assessment = draft.assessment;
            if !assessment.subject.name.is_empty() {
                entry.subject.clone_from(&assessment.subject.name);
            }
            entry.year.clone_from(&assessment.period.label);
            entry.framework.clone_from(&draft.framework.title);
            entry.inspector.clone_from(&assessment.inspector);
            entry.grades = heading_statuses(&assessment, &draft.framework);
            let has_ladder = !draft.framework.ladder.is_empty();
            entry.lacks_opening = has_ladder && assessment.overall.stance.is_empty();
            entry.findings = assessment.findings.len();
            Some(entry)
        }
        Ok(DraftOrInspection::Inspection(read)) => {
            if !read.inspection.title.is_empty() {
                entry.subject = read.inspection.title;
            }
            let year = read.inspection.published.split('-').next();
            entry.year = year.unwrap_or_default().to_owned();
            entry.inspection = Some(read.inspection.drafts.len());
            Some(entry)
        }
        Err(refused) => {
            // What does not even say that it is a draft or an inspection belongs to somebody else.
            let ours = opening.map_or_else(
                || text.contains("framework"),
                |opening| opening.is_draft() || opening.is_inspection,
            );
            ours.then(|| broken(entry, &refused.to_string()))
        }
    }
}

fn broken(entry: LibraryEntry, why: &str) -> LibraryEntry {
    let first = why.lines().next().unwrap_or_default().to_owned();
    LibraryEntry {
        broken: Some(first),
        ..entry
    }
}

fn heading_statuses(
    assessment: &crate::assessment::Assessment,
    framework: &Framework,
) -> Vec<HeadingStatus> {
    let whole = framework.graded_overall.then(|| {
        let grade = assessment.overall.grade;
        grade.map_or(HeadingStatus::Open, HeadingStatus::Graded)
    });
    let parts = framework.graded().map(|heading| {
        let judgment = assessment.judgment(&heading.id);
        match (judgment.state, judgment.grade) {
            (Some(state @ (JudgmentState::Narrative | JudgmentState::NotInspected)), _) => {
                HeadingStatus::Other(state)
            }
            (_, Some(grade)) => HeadingStatus::Graded(grade),
            (_, None) => HeadingStatus::Open,
        }
    });
    whole.into_iter().chain(parts).collect()
}

/// Copies a draft, with an identity of its own; gives the copy.
///
/// # Errors
/// The draft cannot be read or the copy not written. One that is sealed is refused: its identity is inside.
pub fn duplicate(path: &Path) -> Result<PathBuf, DoorError> {
    let bytes = read_bytes(path)?;
    if is_sealed(&bytes) || is_sealed_name(path) {
        let what = "it is sealed, and a copy needs an identity of its own";
        let hint = "open it and save it under another name, which is sealed too";
        return Err(DoorError::Refused(FileError::new(path, what, hint)));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let id = format::read_opening("", &text)
        .map(|opening| opening.id)
        .unwrap_or_default();
    let (stem, _) = split_name(path);
    let copy = free_name(
        path.parent().unwrap_or(Path::new("")),
        &format!("{stem}-copy"),
    );
    // The identity is the value of the first line that is `id = …`; nothing else of the text changes.
    let mut done = false;
    let lines: Vec<String> = text
        .split_inclusive('\n')
        .map(|line| {
            let is_id = line
                .trim_start()
                .strip_prefix("id")
                .is_some_and(|rest| rest.trim_start().starts_with('='));
            if is_id && !done && !id.is_empty() {
                done = true;
                return line.replacen(&id, &new_id(&stem), 1);
            }
            line.to_owned()
        })
        .collect();
    write_new(&copy, lines.concat().as_bytes())?;
    Ok(copy)
}

/// Gives a draft's file another name in its folder. Nothing is ever written over. `locks` is the folder for locks of
/// drafts whose own folder takes none.
///
/// # Errors
/// It cannot be renamed, or somebody has it open.
pub fn rename(path: &Path, name: &str, locks: &Path) -> Result<PathBuf, FileError> {
    let (own, ending) = split_name(path);
    let stem = split_draft_name(name).map_or(name, |(stem, _)| stem);
    // What is called so already keeps its name, and takes no number for standing in its own way.
    if stem == own || slug(stem) == own {
        return Ok(path.to_owned());
    }
    let _lock = held(path, locks)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let target = free_name_like(folder, &slug(stem), ending);
    move_to(path, &target)?;
    Ok(target)
}

/// Holds a draft while it is moved. Where no lock can be made, it can be moved all the same.
fn held(path: &Path, locks: &Path) -> Result<Option<Lock>, FileError> {
    match lock::lock(path, locks) {
        Ok(Locking::Ours(lock)) => Ok(Some(lock)),
        Ok(Locking::Held(holder)) => {
            let what = format!("it is open elsewhere: {holder}");
            Err(FileError::new(path, what, "close it there first"))
        }
        Ok(Locking::Doubtful(holder, _)) => {
            let what = format!("it may be open elsewhere: {holder}");
            let hint = "open it here, where you can take it over";
            Err(FileError::new(path, what, hint))
        }
        Err(_) => Ok(None),
    }
}

/// Moves a file to a name that is free.
fn move_to(from: &Path, to: &Path) -> Result<(), FileError> {
    disk::place_new(from, to).map_err(|error| FileError::of(from, "it cannot be moved", &error))
}

#[cfg(test)]
mod tests;
