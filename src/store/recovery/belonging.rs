//! The journals that belong to a file: the one place that says which these are.
//!
//! A plain draft is known by its identity and its path. A sealed one shows no identity: its journal is known by its path,
//! and where the file was moved, by the identity that stands in the journal itself, which the passphrase opens.

use std::path::{Path, PathBuf};

use super::standing::{JOURNAL, KEPT, beside, entries, standing};
use crate::assessment::Assessment;
use crate::store::copies::{self, is_another, last_path, other_identities, path_of};
use crate::store::edited::FileDocument;
use crate::store::file::folder_of;
use crate::store::format;
use crate::store::journal::{
    JournalHead, JournalName, OUTSIDE, RecordProtection, Replay, files, places, temporary,
};
use crate::store::seal::Passphrase;

/// The journals of a file, as they are looked for.
#[derive(Debug)]
pub(in crate::store) struct FileJournals {
    pub(super) state: PathBuf,
    /// The identity that the file has inside.
    id: String,
    sealed: bool,
    /// The name under which its journal stands, or would.
    pub(in crate::store) name: JournalName,
    /// The names under which an earlier journal of it may stand, this one last.
    names: Vec<JournalName>,
}

impl FileJournals {
    /// Returns the journals of a file of this identity, sealed or not.
    pub(in crate::store) fn of(state: &Path, file: &Path, id: &str, sealed: bool) -> Self {
        // A sealed draft says nothing of itself outside its seal.
        let outer = if sealed { "" } else { id };
        let name = JournalName::new(outer, file);
        let others = other_identities(outer, file).into_iter();
        let others = others.map(|id| JournalName::new(&id, file));
        // In this order: of two that were written last at one moment, the one in the later place has more.
        let names = others.chain([name.clone()]).collect();
        Self {
            state: state.to_owned(),
            id: id.to_owned(),
            sealed,
            name,
            names,
        }
    }

    /// Returns the files where its journal may be written, the best first.
    pub(in crate::store) fn places(&self) -> Vec<PathBuf> {
        places(&self.state, &self.name)
    }

    /// Returns the name of the journals of words that are about no file.
    pub(super) fn library() -> JournalName {
        JournalName {
            id: LIBRARY.to_owned(),
            draft: PathBuf::from(LIBRARY),
        }
    }

    /// Returns the journals of words that are about no file, those of programs that live among them.
    pub(super) fn outside_library(state: &Path) -> Vec<PathBuf> {
        let name = Self::library();
        let mut all = entries(&name.folder(state));
        all.extend(entries(&temporary()));
        all.retain(|path| has_ending(path, OUTSIDE) && name.is_named(path));
        all
    }

    /// Returns the files where a journal under one of its names may stand, the best place last.
    fn own_files(&self) -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> = Vec::new();
        for place in self.names.iter().flat_map(|name| places(&self.state, name)) {
            all.retain(|known| *known != place);
            all.push(place);
        }
        all.iter().flat_map(|place| files(place)).collect()
    }

    /// Returns the journals that stand under the file's own name, the one written last at the end.
    pub(super) fn own<D: FileDocument>(&self, passphrase: Option<&Passphrase>) -> Vec<Replay<D>> {
        let paths = self.own_files().into_iter();
        let replays = paths.filter_map(|path| Replay::read(&path, passphrase).ok().flatten());
        let mut own: Vec<Replay<D>> = replays
            .filter(|replay| self.is_under_own_name(replay))
            .collect();
        own.sort_by_key(|replay| {
            let entry = replay.entries.last().map(|(time, _)| *time);
            entry.max(replay.boxes_at)
        });
        own
    }

    /// Returns the journals under the file's own name that are locked, and none of these that were opened: what waits in
    /// them another passphrase opens, which the file had before somebody gave it another.
    pub(super) fn left_locked<D: FileDocument>(&self, opened: &[Replay<D>]) -> Vec<PathBuf> {
        let mut paths = self.own_files();
        paths.retain(|path| {
            // The head of one that came along with the file still says where that was before.
            let is_locked = JournalHead::read(path).is_some_and(|head| head.locked);
            is_locked && opened.iter().all(|it| it.path != *path)
        });
        paths
    }

    /// Returns true where a journal stands under one of the file's own names.
    pub(super) fn is_under_own_name<D: FileDocument>(&self, replay: &Replay<D>) -> bool {
        self.names.contains(&replay.name)
    }

    /// Returns the files that may be journals of this file, also those that were set aside.
    pub(super) fn own_and_set_aside(&self) -> Vec<PathBuf> {
        let folders = self.names.iter().map(|name| name.folder(&self.state));
        let folders = folders.chain([temporary()]);
        let mut aside: Vec<PathBuf> = folders.flat_map(|folder| entries(&folder)).collect();
        aside.extend(beside(folder_of(&self.name.draft)));
        aside.retain(|path| has_ending(path, KEPT) && self.may_belong(path));
        aside.extend(self.own_files());
        aside
    }

    /// Returns the journals of a file of this identity that is no longer where it was: this one may be it.
    pub(super) fn elsewhere<D: FileDocument>(
        &self,
        passphrase: Option<&Passphrase>,
    ) -> Vec<Replay<D>> {
        if self.id.is_empty() {
            return Vec::new();
        }
        let own = self.own_files();
        let paths = self.candidates().into_iter().filter(|path| {
            !own.contains(path)
                && JournalHead::read(path).is_some_and(|head| {
                    // To read one takes time, and to open one that is locked a second.
                    let is_named = head.name.is_named(path);
                    self.may_be_of(&head) && !(is_named && self.is_at(&head.name.draft))
                })
        });
        let replays = paths.filter_map(|path| Replay::<D>::read(&path, passphrase).ok().flatten());
        let ours = |replay: &Replay<D>| self.is_ours(replay) && identity(replay) == self.id;
        replays.filter(ours).collect()
    }

    /// Returns the journals that may be of words of the file and stand outside its own, those of programs that live
    /// among them.
    pub(super) fn outside_candidates(&self) -> Vec<PathBuf> {
        let mut all = match self.sealed {
            true => standing(&self.state, &[], OUTSIDE),
            false => {
                let folders = self.names.iter().map(|name| name.folder(&self.state));
                let folders = folders.chain([temporary()]);
                folders.flat_map(|folder| entries(&folder)).collect()
            }
        };
        all.retain(|path| has_ending(path, OUTSIDE) && self.may_belong(path));
        all
    }

    /// Returns every journal of the file that the passphrase opens, under whatever identity and wherever it stands,
    /// those that were set aside too, and those of words outside its own.
    pub(in crate::store) fn all(&self, passphrase: Option<&Passphrase>) -> Vec<PathBuf> {
        let near = [folder_of(&self.name.draft).to_owned()];
        let endings = [JOURNAL, KEPT, OUTSIDE].into_iter();
        let all = endings.flat_map(|ending| standing(&self.state, &near, ending));
        let mut all: Vec<PathBuf> = all.filter(|path| self.may_belong(path)).collect();
        all.retain(|path| {
            let replay = Replay::<Assessment>::read(path, passphrase);
            replay.ok().flatten().is_some_and(|it| self.is_ours(&it))
        });
        all
    }

    /// Returns true where a journal may belong to the file, as far as its head says.
    fn may_belong(&self, path: &Path) -> bool {
        JournalHead::read(path).is_some_and(|head| {
            let here = head.locked == self.sealed && head.name.draft == self.name.draft;
            let there = || head.name.is_named(path) && self.is_at(&head.name.draft);
            here || (self.may_be_of(&head) && !there())
        })
    }

    /// Returns true where a journal belongs to the file: it says so, or it is of a file of this identity that is no longer
    /// where it was. One whose draft is still there belongs to that: this one is a copy. One that says that it is this
    /// one's and stands elsewhere was cut off on its way here.
    pub(super) fn is_ours<D: FileDocument>(&self, replay: &Replay<D>) -> bool {
        let here = replay.name.draft == self.name.draft;
        let moved = || !self.id.is_empty() && identity(replay) == self.id;
        here || (moved() && !self.is_at(&replay.name.draft))
    }

    /// Returns true where a file of this identity stands in a place: whatever belongs to that place belongs to it. Where a
    /// link to this file stands, none does: the file was there, and is here now.
    fn is_at(&self, place: &Path) -> bool {
        let here = place != self.name.draft
            && place
                .canonicalize()
                .is_ok_and(|there| there == self.name.draft);
        place.symlink_metadata().is_ok() && !here && !is_another(&self.id, place)
    }

    /// Returns the journal of another draft that was in this place, where it has what no save has.
    pub(super) fn of_another<D: FileDocument>(&self) -> Option<Replay<D>> {
        if self.sealed || self.id.is_empty() {
            return None;
        }
        let near = [folder_of(&self.name.draft).to_owned()];
        let mut journals = standing(&self.state, &near, JOURNAL).into_iter();
        journals.find_map(|path| {
            let head = JournalHead::read(&path).filter(|head| !head.locked)?;
            let other = self.names.iter().all(|name| name.id != head.name.id);
            let here = other && !head.name.id.is_empty() && head.name.draft == self.name.draft;
            let replay = here.then(|| Replay::read(&path, None).ok().flatten())??;
            (replay.entries.len() > replay.last_saved() || !replay.boxes.is_empty())
                .then_some(replay)
        })
    }

    /// Returns true where a journal with this head may be one of a file of this identity.
    fn may_be_of(&self, head: &JournalHead) -> bool {
        let marked = |mark: &String| mark.is_empty() || *mark == RecordProtection::mark(&self.id);
        match self.sealed {
            true => head.locked && head.mark.as_ref().is_none_or(marked),
            false => !head.locked && head.name.id == self.id,
        }
    }

    /// Returns every file that may be a journal of a file of this identity.
    fn candidates(&self) -> Vec<PathBuf> {
        let folder = folder_of(&self.name.draft).to_owned();
        if self.sealed {
            return standing(&self.state, &[folder], JOURNAL);
        }
        // Those of an identity stand in one folder; where that cannot be written, beside the draft or in the last resort.
        let last = last_path(&copies::folder(&self.state, &self.id)).and_then(path_of);
        let last = last.map(|last| folder_of(&last).to_owned());
        let elsewhere = last.filter(|last| *last != folder);
        let mut all = entries(&self.name.folder(&self.state));
        all.extend(entries(&temporary()));
        all.extend(beside(&folder));
        all.extend(elsewhere.iter().flat_map(|folder| beside(folder)));
        all.retain(|path| has_ending(path, JOURNAL));
        all
    }
}

/// The name of what the journals of words that are about no file belong to.
const LIBRARY: &str = "library";

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own == ending)
}

/// Returns the identity of the file that a journal belongs to; of a sealed one it stands in the text that it was begun on.
pub(super) fn identity<D: FileDocument>(replay: &Replay<D>) -> String {
    if !replay.name.id.is_empty() {
        return replay.name.id.clone();
    }
    let opening = format::read_opening("", &replay.base.text);
    opening.map(|opening| opening.id).unwrap_or_default()
}
