//! Where the files of journals are now: a draft that got another name or went into another folder is known by its identity.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::belonging::identity;
use crate::store::copies::{self, is_another, last_folders, last_path, path_of};
use crate::store::edited::FileDocument;
use crate::store::file::{folder_of, read_bytes};
use crate::store::format;
use crate::store::identity::is_draft_name;
use crate::store::journal::{Replay, hash};
use crate::store::library::TRASH;

/// Where the file of a journal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// Where it was.
    There,
    /// In another place, or under another name.
    Moved(PathBuf),
    /// Gone, and a file of its identity is in another place: that was changed since, or is an older copy, and may be another
    /// draft. Whoever opens it is asked.
    MayBe(PathBuf),
    /// In the trash.
    Trashed(PathBuf),
    /// It is in none of the folders where drafts are known to be, and another stands where it was.
    Replaced,
    /// It is in none of the folders where drafts are known to be.
    Gone,
}

/// The folders in which files are looked for that are not where they were.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    state: &'a Path,
    near: &'a [PathBuf],
    /// The files of those folders by their identities, read when the first file is missing.
    known: OnceCell<BTreeMap<String, Vec<PathBuf>>>,
}

impl<'a> Finder<'a> {
    /// Looks in these folders, and in those where a draft was of which a version is kept.
    pub(super) fn new(state: &'a Path, near: &'a [PathBuf]) -> Self {
        Self {
            state,
            near,
            known: OnceCell::new(),
        }
    }

    /// Returns where the file of a journal is. Another one of its identity is it where it has what was saved last.
    pub(super) fn find<D: FileDocument>(&self, replay: &Replay<D>) -> Whereabouts {
        match self.find_by(&identity(replay), &replay.name.draft) {
            Whereabouts::Moved(now) => {
                let text = read_bytes(&now).unwrap_or_default();
                match replay.knows_as_last(&hash(&text)) {
                    true => Whereabouts::Moved(now),
                    false => Whereabouts::MayBe(now),
                }
            }
            found => found,
        }
    }

    /// Returns where a file of this identity is that was here.
    fn find_by(&self, id: &str, was: &Path) -> Whereabouts {
        // Something else that stands there is not the draft.
        let taken = was.metadata().is_ok_and(|there| there.is_file());
        if taken && !is_another(id, was) {
            // A link stands there now, to where it went: its journal is that of the file.
            return match was.canonicalize() {
                Ok(now) if now != was => Whereabouts::Moved(now),
                _ => Whereabouts::There,
            };
        }
        let nowhere = match taken {
            true => Whereabouts::Replaced,
            false => Whereabouts::Gone,
        };
        if id.is_empty() {
            return nowhere;
        }
        if let Some(trashed) = by_identity(&folder_of(was).join(TRASH)).remove(id) {
            // Of several the one that went there last: their names end with the time.
            return trashed
                .into_iter()
                .max()
                .map_or(nowhere, Whereabouts::Trashed);
        }
        let last = last_path(&copies::folder(self.state, id)).and_then(path_of);
        let known = self.known.get_or_init(|| {
            let near = self.near.iter().cloned().chain(last_folders(self.state));
            let mut known: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
            for folder in near.chain([folder_of(was).to_owned()]) {
                for (id, files) in by_identity(&folder) {
                    known.entry(id).or_default().extend(files);
                }
            }
            known
        });
        let beside = by_identity(folder_of(was)).remove(id);
        let mut found: Vec<PathBuf> = known
            .get(id)
            .cloned()
            .into_iter()
            .chain(beside)
            .flatten()
            .collect();
        found = found
            .iter()
            .map(|file| file.canonicalize().unwrap_or_else(|_| file.clone()))
            .collect();
        found.sort();
        found.dedup();
        // Of several copies it is the one of which a version was kept last.
        let last = found.iter().find(|file| Some(*file) == last.as_ref());
        match (last, found.as_slice()) {
            (Some(file), _) | (None, [file]) => Whereabouts::Moved(file.clone()),
            (None, _) => nowhere,
        }
    }
}

/// Returns the drafts and inspections of a folder that say who they are.
fn by_identity(folder: &Path) -> BTreeMap<String, Vec<PathBuf>> {
    let mut all: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries
        .map(|entry| entry.path())
        .filter(|path| is_draft_name(path))
    {
        let text = read_bytes(&path)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok());
        let opening = text.and_then(|text| format::read_opening("", &text).ok());
        if let Some(id) = opening
            .map(|opening| opening.id)
            .filter(|id| !id.is_empty())
        {
            all.entry(id).or_default().push(path);
        }
    }
    all
}
