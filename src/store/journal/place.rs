//! The draft that a journal belongs to, and the files where the journal may stand.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::base::hash;

/// The most journals that may stand under one name with numbers behind it, when disks fail again and again.
pub(super) const NUMBERED: u32 = 9;

/// The most names that are tried for a journal that is set aside, one a millisecond.
const TRIES: i64 = 10_000;

/// The draft that a journal belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalName {
    /// The draft's identity.
    pub id: String,
    /// The draft's file, links followed as far as the file is there.
    pub draft: PathBuf,
}

impl JournalName {
    /// Returns the name for a draft of this identity in this file.
    pub fn new(id: &str, draft: &Path) -> Self {
        let draft = draft
            .canonicalize()
            .or_else(|_| std::path::absolute(draft))
            .unwrap_or_else(|_| draft.to_owned());
        Self {
            id: id.to_owned(),
            draft,
        }
    }

    /// Returns the folder of the journals of all drafts with this identity.
    pub fn folder(&self, state: &Path) -> PathBuf {
        let identity = match self.id.as_str() {
            "" => self.draft.to_string_lossy(),
            id => id.into(),
        };
        state.join("journals").join(short(identity.as_bytes()))
    }

    /// Returns true where a journal stands under the name of this path: it was not moved since it was begun. One beside
    /// a draft tells nothing.
    pub fn is_named(&self, journal: &Path) -> bool {
        let own = self.file();
        let stem = own.strip_suffix(".journal").unwrap_or(&own);
        let name = journal.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(stem)
    }

    fn file(&self) -> String {
        let path = self.draft.to_string_lossy();
        format!("{}.journal", short(path.as_bytes()))
    }
}

fn short(bytes: &[u8]) -> String {
    hash(bytes).chars().take(16).collect()
}

/// Returns the files where a draft's journal may stand, the best place first.
pub fn places(state: &Path, name: &JournalName) -> Vec<PathBuf> {
    vec![
        name.folder(state).join(name.file()),
        beside(&name.draft),
        temporary().join(name.file()),
    ]
}

/// The ending of a journal of words that stand outside the journal of their file.
pub const OUTSIDE: &str = "words";

/// Returns new places for a journal of words that stand outside the journal of this file: other programs have others.
pub fn outside(state: &Path, name: &JournalName) -> Vec<PathBuf> {
    let now = Timestamp::now().as_millisecond();
    let ending = format!("{now}-{}.{OUTSIDE}", std::process::id());
    let folders = [name.folder(state), temporary()];
    let place = |folder: PathBuf| folder.join(name.file()).with_extension(&ending);
    folders.map(place).to_vec()
}

/// Returns the place of a draft's journal beside it.
pub fn beside(draft: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(draft.file_name().unwrap_or_default());
    name.push(".journal");
    draft.with_file_name(name)
}

/// Returns true where a file is called what a journal beside a draft is, or one that was set aside there.
pub fn is_beside(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') && (name.ends_with(".journal") || name.ends_with(".kept"))
}

/// Returns the temporary folder of this user, the last resort.
pub fn temporary() -> PathBuf {
    // A folder of the user's own: what others may write to could be laid there for us.
    #[cfg(unix)]
    let own = format!("assay-{}", rustix::process::getuid().as_raw());
    #[cfg(not(unix))]
    let own = "assay".to_owned();
    std::env::temp_dir().join(own)
}

/// Returns names for a journal that is kept and not met again, by the time: the first that is free is its own.
pub fn aside(path: &Path) -> impl Iterator<Item = PathBuf> + '_ {
    let now = Timestamp::now().as_millisecond();
    (now..now + TRIES).map(|when| path.with_extension(format!("{when}.kept")))
}

/// Returns a journal's path with a number behind its stem; the first has none.
fn numbered(place: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return place.to_owned();
    }
    let stem = place.file_stem().unwrap_or_default().to_string_lossy();
    let ending = place.extension().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!("{stem}-{number}.{ending}"))
}

/// Returns every file under which a journal of this place may stand.
pub fn files(place: &Path) -> impl Iterator<Item = PathBuf> + '_ {
    (1..=NUMBERED).map(move |number| numbered(place, number))
}
