//! Earlier versions of a draft, kept by age.
//!
//! Each draft has a folder of its own among the versions. Its name is a hash of the draft's identity, so that a
//! draft that is renamed keeps its versions, and nothing of an identity becomes a path. A file `path` in
//! there remembers where the draft was last, so that the versions of a deleted one are found.
//!
//! A version is a file written whole and never changed. Its name says when it was kept, what its bytes hash to and
//! why: `20261122T094500.000000Z-1a2b3c4d-saved.toml`. Whatever else lies in the folder is left alone.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use self::retention::staying;
use super::claim::{claim, refuse_waiting_in};
use super::copies::{self, FOLDER, LAST_PATH, last_path, own_identity};
use super::disk;
use super::door::DoorError;
use super::file::{
    FileError, WriteOutcome, make_folder, one_name, read_bytes, replace, write_whole,
};
use super::identity::fingerprint;
use super::recovery;
use super::seal::{Passphrase, is_sealed, unseal};

mod retention;
#[cfg(test)]
mod tests;

/// The reason why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionReason {
    /// A save replaced it. One an hour is kept, the first.
    Saved,
    /// It was set aside.
    SetAside,
    /// An earlier version took its place.
    Restored,
    /// Another program had written it, and it was merged.
    Merged,
    /// Another program wrote over it, or took it away.
    Replaced,
}

impl VersionReason {
    const ALL: [Self; 5] = [
        Self::Saved,
        Self::SetAside,
        Self::Restored,
        Self::Merged,
        Self::Replaced,
    ];

    /// Returns the word for the reason in the name of a file.
    fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::SetAside => "set-aside",
            Self::Restored => "restored",
            Self::Merged => "merged",
            Self::Replaced => "replaced",
        }
    }
}

/// A version that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The time at which it was kept.
    pub time: Timestamp,
    /// The reason.
    pub why: VersionReason,
    /// The first eight hexadecimal digits of the SHA-256 of its bytes.
    pub hash: String,
    /// True where its bytes are sealed, and no text.
    pub sealed: bool,
    /// Its size in bytes.
    pub size: u64,
    /// Its file.
    pub path: PathBuf,
}

/// The earlier versions of one draft.
#[derive(Clone, Debug)]
pub struct Versions {
    state: PathBuf,
    folder: PathBuf,
    draft: PathBuf,
    /// The draft as the user named it.
    named: PathBuf,
}

impl Versions {
    /// Returns the versions of the draft of this identity, or where it has none, of the draft at this path. A copy that
    /// was made outside Assay has versions of its own. Nothing is made before the first is kept.
    pub fn of(state: &Path, id: &str, draft: &Path) -> Self {
        let named = draft.to_owned();
        let draft = whole(draft);
        let folder = match id {
            "" => {
                let key = [b"path ", draft.as_os_str().as_encoded_bytes()].concat();
                state.join(FOLDER).join(fingerprint(&key))
            }
            id => copies::folder(state, &own_identity(state, id, &draft).id),
        };
        let state = state.to_owned();
        Self {
            state,
            folder,
            draft,
            named,
        }
    }

    /// Returns the versions of the draft that was last at this path, whatever its identity: for one that was deleted
    /// or that can no longer be read. Where several were, it is the one of which a version was kept last.
    pub fn last_at(state: &Path, draft: &Path) -> Option<Self> {
        let named = draft;
        let draft = whole(draft);
        let folders = fs::read_dir(state.join(FOLDER)).ok()?;
        let mut found: Vec<(Timestamp, Self)> = Vec::new();
        for folder in folders.flatten() {
            let versions = Self {
                state: state.to_owned(),
                folder: folder.path(),
                draft: draft.clone(),
                named: named.to_owned(),
            };
            if versions.is_of_draft()
                && let Some(newest) = versions.list().first()
            {
                found.push((newest.time, versions));
            }
        }
        let newest = found.into_iter().max_by_key(|(time, _)| *time);
        newest.map(|(_, versions)| versions)
    }

    /// Returns the versions of the draft of this identity, and those of any other that was last at this path.
    pub(super) fn all_of(state: &Path, id: &str, draft: &Path) -> Vec<Self> {
        let own = Self::of(state, id, draft);
        let folders = fs::read_dir(state.join(FOLDER)).into_iter().flatten();
        let others = folders.flatten().map(|folder| Self {
            folder: folder.path(),
            ..own.clone()
        });
        let others = others.filter(|other| other.folder != own.folder && other.is_of_draft());
        let others: Vec<Self> = others.collect();
        [own].into_iter().chain(others).collect()
    }

    /// Keeps bytes as a version of the time, and for the reason, of another draft's version; gives its file.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn adopt(
        &self,
        version: &Version,
        bytes: &[u8],
        sealed: bool,
    ) -> Result<PathBuf, FileError> {
        let hash: String = fingerprint(bytes).chars().take(8).collect();
        make_folder(&self.folder)?;
        let path = self
            .folder
            .join(name(version.time, &hash, version.why, sealed));
        write_whole(&path, bytes)?;
        self.remember_path();
        Ok(path)
    }

    /// Returns true where the draft of this folder was last where this one is.
    fn is_of_draft(&self) -> bool {
        let last = last_path(&self.folder);
        last.is_some_and(|last| last == self.draft.as_os_str().as_encoded_bytes())
    }

    /// Returns the versions, the newest first. What does not lie there under a version's name is not among them.
    pub fn list(&self) -> Vec<Version> {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return Vec::new();
        };
        let mut versions: Vec<Version> = entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name();
                let (time, hash, why, sealed) = parts(name.to_str()?)?;
                // Not what a link leads to.
                let there = entry.metadata().ok().filter(fs::Metadata::is_file)?;
                Some(Version {
                    time,
                    why,
                    hash: hash.to_owned(),
                    sealed,
                    size: there.len(),
                    path: entry.path(),
                })
            })
            .collect();
        versions.sort_by(|a, b| (b.time, &b.path).cmp(&(a.time, &a.path)));
        versions
    }

    /// Returns true where these bytes are among them.
    pub fn has(&self, bytes: &[u8]) -> bool {
        let print = fingerprint(bytes);
        let same = |one: &Version| self.read(one).is_ok_and(|it| it == bytes);
        let versions = self.list();
        let mut like = versions.iter().filter(|one| print.starts_with(&one.hash));
        like.any(same)
    }

    /// Returns the bytes of a version.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(&self, version: &Version) -> Result<Vec<u8>, FileError> {
        read_bytes(&version.path)
    }

    /// Returns the text of a version.
    ///
    /// # Errors
    /// It cannot be read, or it is sealed, or otherwise no text.
    pub fn read_text(&self, version: &Version) -> Result<String, FileError> {
        let no_text = |what: &str| FileError::new(&version.path, what, "take another version");
        if version.sealed {
            return Err(no_text("this version is sealed"));
        }
        String::from_utf8(self.read(version)?).map_err(|_| no_text("this version is no text"))
    }

    /// Keeps a version, gives its file, and thins those that have grown old. Nothing is kept, and nothing
    /// given, where the newest version is the same, and where a save replaced it and one such has been kept in
    /// this hour. `sealed` is true where the bytes are no text but sealed.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn keep(
        &self,
        bytes: &[u8],
        sealed: bool,
        now: Timestamp,
        why: VersionReason,
    ) -> Result<Option<PathBuf>, FileError> {
        let kept = self.list();
        let hour = |time: Timestamp| time.as_second().div_euclid(3600);
        let mut saved = kept
            .iter()
            .filter(|version| version.why == VersionReason::Saved);
        if why == VersionReason::Saved && saved.any(|version| hour(version.time) == hour(now)) {
            return Ok(None);
        }
        let hash: String = fingerprint(bytes).chars().take(8).collect();
        if let Some(newest) = kept.first()
            && newest.hash == hash
            && self.read(newest).is_ok_and(|same| same == bytes)
        {
            return Ok(None);
        }
        make_folder(&self.folder)?;
        let path = self.folder.join(name(now, &hash, why, sealed));
        write_whole(&path, bytes)?;
        self.remember_path();
        self.thin(now);
        Ok(Some(path))
    }

    /// Keeps a text as [`Versions::keep`] keeps bytes.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn keep_text(
        &self,
        text: &str,
        now: Timestamp,
        why: VersionReason,
    ) -> Result<Option<PathBuf>, FileError> {
        self.keep(text.as_bytes(), false, now, why)
    }

    /// Puts a version in the draft's place, under the draft's [lock](super::lock). What stands there is kept as a version
    /// first, which is given. Where it is sealed, its passphrase tells whether edits of it wait.
    ///
    /// # Errors
    /// Another program has the draft open; or edits of it wait; or the passphrase does not open it; or the version cannot be read, or what stands there not be kept, or the draft not be written; or another
    /// program has just changed it; or one of the two is sealed and the other is not, and a word that was sealed
    /// would lie open. The draft is then as it was.
    pub fn restore(
        &self,
        version: &Version,
        now: Timestamp,
        opened_by: Option<&Passphrase>,
    ) -> Result<Option<PathBuf>, DoorError> {
        let _lock = claim(&self.named, &self.state)?;
        // Read first: it may be old enough to be thinned by what is kept next.
        let bytes = self.read(version)?;
        let there = disk::metadata(&self.draft).is_ok();
        let present = there.then(|| read_bytes(&self.draft)).transpose()?;
        if let Some(present) = &present
            && is_sealed(present) != version.sealed
        {
            let what = match version.sealed {
                true => "this version is sealed, and the draft is not",
                false => "the draft is sealed, and this version is not",
            };
            let hint = "write the version to another file";
            return Err(FileError::new(&self.draft, what, hint).into());
        }
        if let Some(sealed) = present.as_deref().filter(|present| is_sealed(present)) {
            refuse_waiting_in(&self.named, sealed, opened_by, &self.state)?;
        }
        let kept = match &present {
            Some(present) => {
                self.keep(present, is_sealed(present), now, VersionReason::Restored)?
            }
            None => None,
        };
        // Both texts are safe, so that the file may be written in place where there is no other way.
        let written = replace(
            &self.draft,
            &bytes,
            &mut || true,
            &|target| match &present {
                Some(present) => read_bytes(target).is_ok_and(|bytes| bytes == *present),
                None => target.symlink_metadata().is_err(),
            },
        )?;
        if written == WriteOutcome::Unexpected {
            let what = "another program has just changed it";
            let hint = "look at it, then try again";
            return Err(FileError::new(&self.draft, what, hint).into());
        }
        let text = match opened_by.filter(|_| version.sealed) {
            Some(passphrase) => unseal(&bytes, passphrase).unwrap_or_default(),
            None => bytes,
        };
        let text = String::from_utf8_lossy(&text);
        recovery::begin_anew(&self.state, &self.named, &text, opened_by);
        Ok(kept)
    }

    /// Writes down where the draft is, where that is news. Without it a version is kept all the same.
    fn remember_path(&self) {
        if !self.is_of_draft() {
            let path = self.draft.as_os_str().as_encoded_bytes();
            let _ = write_whole(&self.folder.join(LAST_PATH), path);
        }
    }

    /// Takes away what has grown too old to be kept. What cannot be taken away does no harm.
    fn thin(&self, now: Timestamp) {
        let versions = self.list();
        let ages: Vec<_> = versions.iter().map(|it| (it.time, it.why)).collect();
        for (version, stays) in versions.iter().zip(staying(&ages, now)) {
            if !stays {
                let _ = disk::remove(&version.path);
            }
        }
    }
}

fn whole(draft: &Path) -> PathBuf {
    one_name(draft).unwrap_or_else(|_| draft.to_owned())
}

/// The form of times in names: such that names sort by time, and with the fraction at its full length, so that what
/// is kept within one second keeps its order.
const TIME: &str = "%Y%m%dT%H%M%S%.6f";

fn name(time: Timestamp, hash: &str, why: VersionReason, sealed: bool) -> String {
    let ending = if sealed { "toml.age" } else { "toml" };
    let why = why.name();
    format!("{}Z-{hash}-{why}.{ending}", time.strftime(TIME))
}

/// Returns the parts of a name, or `None` where it is not exactly a version's.
fn parts(name_of_file: &str) -> Option<(Timestamp, &str, VersionReason, bool)> {
    let (stem, sealed) = match name_of_file.strip_suffix(".toml.age") {
        Some(stem) => (stem, true),
        None => (name_of_file.strip_suffix(".toml")?, false),
    };
    let mut parts = stem.splitn(3, '-');
    let time = parts.next()?.strip_suffix('Z')?;
    let hash = parts.next()?;
    let why = parts.next()?;
    let why = VersionReason::ALL.into_iter().find(|it| it.name() == why)?;
    let time = DateTime::strptime(TIME, time).ok()?;
    let time = time.to_zoned(TimeZone::UTC).ok()?.timestamp();
    (name(time, hash, why, sealed) == name_of_file && is_hash(hash))
        .then_some((time, hash, why, sealed))
}

fn is_hash(hash: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    hash.len() == 8 && hash.bytes().all(digit)
}
