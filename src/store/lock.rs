//! One Assay writes a draft, or an inspection, at a time.
//!
//! The lock is a file beside the draft, `.NAME.lock`, which says who has the draft open, and which the system
//! holds for the program that made it: when that program ends, however it ends, the hold ends with it. So a
//! lock that is left lying about locks nobody out. Where the draft's folder takes no new files, the lock lies in
//! a folder of the user's own.
//!
//! A file of several names (hard links) has a second lock in that folder, which goes by the file itself, so that whoever
//! opens it by another name learns who has it: a save keeps such a file the one that it is. It is taken first, and waited
//! for last. Two users of one folder, each with a folder of their own, meet at the lock beside the draft alone.
//!
//! A lock is a courtesy between programs that ask for it. Some file systems know no locks (they are then
//! taken as had), some do not pass them on to other machines, and other editors never ask. What really
//! keeps one program from writing over another's words is that a save compares the file with what it was.

use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;

use super::disk;
use super::file::{folder_of, new_name, one_name, remove_left_overs};
use super::identity::fingerprint;
use super::places::LockOwner;

mod holder;
#[cfg(test)]
mod tests;
mod waiting;
#[cfg(test)]
mod waiting_tests;

pub use holder::Holder;
use holder::text;
pub use waiting::LockWait;

/// The beginning of a lock. A file that begins otherwise is somebody else's, and is left alone.
const HEAD: &str = "# Assay";

/// The most bytes of a lock that are read.
const MOST: u64 = 4096;

/// The number of attempts at a lock that is gone as soon as it is had.
const ATTEMPTS: usize = 100;

/// A draft that is ours to write, until this is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Held by the system for as long as it is open.
    file: File,
    /// The bytes that we wrote there; no other lock has the same.
    content: Vec<u8>,
    /// The lock of the file under all its names, where it has several.
    by_file: OnceLock<Arc<Lock>>,
}

/// The outcome of asking for a draft.
#[derive(Debug)]
pub enum Locking {
    /// It is ours.
    Ours(Lock),
    /// Another program has it open: that program is alive, for the system holds the lock for it. A
    /// [`LockWait`] waits for it.
    Held(Holder),
    /// There is a lock, and nobody can tell whether its program is alive. Whoever sits here decides, and
    /// [`take_over`] does it.
    Doubtful(Holder, LockDoubt),
}

/// The reason why it cannot be known whether a lock's program is alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockDoubt {
    /// Another machine wrote it, and nothing holds it here: either that program ended without a word, or the
    /// folder is a shared one that does not pass locks on.
    OtherHost,
    /// It belongs to another user, who lets nobody look. Who that is, it does not say.
    Unreadable,
}

/// Asks for a draft, and comes back at once. `fallback` is the folder for locks of drafts whose own folder
/// takes none; it is made where it is not there.
///
/// # Errors
/// No lock can be made in either folder. The draft can be written all the same, without one.
pub fn lock(draft: &Path, fallback: &Path) -> io::Result<Locking> {
    lock_again(draft, fallback, None)
}

/// Asks for a draft of which a lock is held that no longer stands, or that stands beside where it was: the file itself
/// may be held by that.
///
/// # Errors
/// As those of [`lock`].
pub fn lock_again(draft: &Path, fallback: &Path, held: Option<&Lock>) -> io::Result<Locking> {
    let path = of_file(draft, fallback);
    let held = held.and_then(|lock| lock.by_file.get());
    let held = held.filter(|lock| path.as_ref() == Some(&lock.path));
    let asked = match held {
        Some(_) => None,
        None => path.map(|path| lock_one(draft, &|| open_apart(&path))),
    };
    let by_file = match asked {
        Some(Ok(Locking::Ours(lock))) => OnceLock::from(Arc::new(lock)),
        // One that cannot be made is not made.
        None | Some(Err(_)) => held.cloned().map_or_else(OnceLock::new, OnceLock::from),
        Some(Ok(theirs)) => return Ok(theirs),
    };
    let mut locking = lock_one(draft, &|| open(draft, fallback))?;
    if let Locking::Ours(lock) = &mut locking {
        lock.by_file = by_file;
    }
    Ok(locking)
}

fn lock_one(draft: &Path, opens: &dyn Fn() -> io::Result<LockOpening>) -> io::Result<Locking> {
    for _ in 0..ATTEMPTS {
        let (path, file) = match opens()? {
            LockOpening::Lock(path, file) => (path, file),
            LockOpening::Closed(holder) => {
                return Ok(Locking::Doubtful(holder, LockDoubt::Unreadable));
            }
        };
        if !disk::try_hold(&file)? {
            return Ok(Locking::Held(Holder::of(&file)));
        }
        match settle(draft, path, file)? {
            SettledLock::Ours(lock) => return Ok(Locking::Ours(lock)),
            SettledLock::OtherHost(holder) => {
                return Ok(Locking::Doubtful(holder, LockDoubt::OtherHost));
            }
            SettledLock::Gone => {}
        }
    }
    Err(io::Error::other("the lock does not keep still"))
}

/// Takes a draft over from whoever has it, who will see it by [`Lock::is_ours`].
///
/// # Errors
/// No lock can be made.
pub fn take_over(draft: &Path, fallback: &Path) -> io::Result<Lock> {
    let path = match open(draft, fallback)? {
        LockOpening::Lock(path, _) => path,
        LockOpening::Closed(_) => beside(&whole(draft)?),
    };
    let mut lock = take_one(path)?;
    let by_file = of_file(draft, fallback).and_then(|path| {
        disk::make_folder(fallback).ok()?;
        take_one(path).ok()
    });
    if let Some(by_file) = by_file {
        lock.by_file = OnceLock::from(Arc::new(by_file));
    }
    Ok(lock)
}

/// Puts a lock of ours in the place of another's.
fn take_one(path: PathBuf) -> io::Result<Lock> {
    // A file that the other does not hold, and held by us before anybody can see it.
    let new = folder_of(&path).join(new_name(&path));
    let file = disk::create(&new)?;
    let taken = disk::try_hold(&file).and_then(|_| {
        let lock = Lock::of(path.clone(), file);
        disk::rename(&new, &path).map(|()| lock)
    });
    if taken.is_err() {
        let _ = disk::remove(&new);
    }
    taken
}

impl Lock {
    /// Writes into a lock that is held.
    fn of(path: PathBuf, file: File) -> Self {
        let text = text(&LockOwner::from_env(), Timestamp::now());
        let written = disk::truncate(&file, 0).and_then(|()| disk::write(&file, text.as_bytes()));
        let content = match written {
            Ok(()) => text.into_bytes(),
            // On a full disk it says nothing, or half of it, and is held all the same.
            Err(_) => disk::read_open(&file, MOST).unwrap_or_default(),
        };
        Self {
            path,
            file,
            content,
            by_file: OnceLock::new(),
        }
    }

    /// Returns true where the draft is still ours: not so where somebody has taken it over. Asked before each save,
    /// it costs a look and one small read. A lock that was merely deleted has been taken over by nobody.
    pub fn is_ours(&self) -> bool {
        let by_file = self.by_file.get();
        self.is_at_path().unwrap_or(true) && by_file.is_none_or(|lock| lock.is_ours())
    }

    /// Returns true where the draft is ours by whichever name: not so where it was given another while it was open, and
    /// somebody has opened it by that.
    pub fn is_ours_by_all_names(&self, draft: &Path, fallback: &Path) -> bool {
        let new = of_file(draft, fallback).filter(|_| self.by_file.get().is_none());
        let by_file = new.map(|path| lock_one(draft, &|| open_apart(&path)));
        match by_file {
            Some(Ok(Locking::Held(_))) => return false,
            Some(Ok(Locking::Ours(lock))) => drop(self.by_file.set(Arc::new(lock))),
            Some(Ok(Locking::Doubtful(..)) | Err(_)) | None => {}
        }
        self.is_ours()
    }

    /// Returns true where nothing stands at the lock's path any more: it was deleted, or whoever had taken the draft
    /// over has let go of it.
    pub fn is_gone(&self) -> bool {
        disk::link_metadata(&self.path).is_err_and(|error| disk::is_absent(&error))
    }

    /// Returns true where what stands at the lock's path is ours; an error where nothing does, or where it cannot be
    /// seen.
    fn is_at_path(&self) -> io::Result<bool> {
        Ok(disk::is_still_at(&self.file, &self.path)?
            && disk::read_open(&self.file, MOST)? == self.content)
    }

    /// Lets go of the draft now, though others may still look at this. The file is taken away while it is still held, so
    /// that nobody can come by it in between.
    pub fn release(&self) {
        if self.is_at_path().unwrap_or(false) {
            let _ = disk::remove(&self.path);
        }
        disk::let_go(&self.file);
        // Another lock of the same draft may have it too, by another name.
        if let Some(by_file) = self.by_file.get().filter(|it| Arc::strong_count(it) == 1) {
            by_file.release();
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.release();
    }
}

/// A lock that is open, or one that may not be opened.
enum LockOpening {
    Lock(PathBuf, File),
    Closed(Holder),
}

/// Opens the lock of a draft, and makes it where there is none.
fn open(draft: &Path, fallback: &Path) -> io::Result<LockOpening> {
    let draft = whole(draft)?;
    let beside = beside(&draft);
    match open_at(&beside) {
        Ok(LockFile::Lock(file)) => return Ok(LockOpening::Lock(beside, file)),
        Ok(LockFile::Closed(holder)) => return Ok(LockOpening::Closed(holder)),
        Ok(LockFile::Foreign) | Err(_) => {}
    }
    let name = fingerprint(draft.as_os_str().as_encoded_bytes());
    open_apart(&fallback.join(format!("{name}.lock")))
}

/// Returns where the lock of a file stands that has several names, whichever of them it is opened by; `None` where it has
/// one.
fn of_file(draft: &Path, fallback: &Path) -> Option<PathBuf> {
    let there = disk::metadata(draft).ok()?;
    let (device, file) = disk::identity(&there).filter(|_| disk::names(&there) > 1)?;
    let name = fingerprint(format!("file {device} {file}").as_bytes());
    Some(fallback.join(format!("{name}.lock")))
}

/// Opens a lock in a folder of the user's own.
fn open_apart(apart: &Path) -> io::Result<LockOpening> {
    disk::make_folder(folder_of(apart))?;
    match open_at(apart)? {
        LockFile::Lock(file) => Ok(LockOpening::Lock(apart.to_owned(), file)),
        LockFile::Closed(_) | LockFile::Foreign => Err(io::Error::other(format!(
            "{}: this is no lock of yours",
            apart.display()
        ))),
    }
}

enum LockFile {
    Lock(File),
    Closed(Holder),
    /// Something else has the name.
    Foreign,
}

fn open_at(path: &Path) -> io::Result<LockFile> {
    let there = match disk::link_metadata(path) {
        Ok(there) if !there.is_file() => return Ok(LockFile::Foreign),
        Ok(there) => Some(there),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let file = match disk::open_lock(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && there.is_some() => {
            return Ok(LockFile::Closed(Holder::read(b"", changed(there))));
        }
        Err(error) => return Err(error),
    };
    // Nothing is ever written into a file that was not made to be a lock, nor into one by a second name.
    let opened = file.metadata()?;
    let ours = opened.is_file() && disk::names(&opened) <= 1;
    // Where a lock that is held cannot be read (that is so on Windows), it is one.
    let ours = ours && disk::read_open(&file, MOST + 1).map_or(true, |bytes| is_lock(&bytes));
    Ok(if ours {
        LockFile::Lock(file)
    } else {
        LockFile::Foreign
    })
}

/// Returns true where a file's bytes are a lock's, even of one that was just being written.
fn is_lock(bytes: &[u8]) -> bool {
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= MOST);
    let head = HEAD.as_bytes();
    fits && (bytes.starts_with(head) || head.starts_with(bytes))
}

enum SettledLock {
    Ours(Lock),
    OtherHost(Holder),
    /// The file that we hold is no longer the draft's lock.
    Gone,
}

/// Looks at a lock that we hold, and makes it ours where it is free.
fn settle(draft: &Path, path: PathBuf, file: File) -> io::Result<SettledLock> {
    match disk::is_still_at(&file, &path) {
        Ok(true) => {}
        Ok(false) => return Ok(SettledLock::Gone),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(SettledLock::Gone),
        Err(error) => return Err(error),
    }
    let bytes = disk::read_open(&file, MOST + 1)?;
    if !is_lock(&bytes) {
        return Ok(SettledLock::Gone);
    }
    let holder = Holder::read(&bytes, changed(file.metadata().ok()));
    if !holder.host.is_empty() && holder.host != LockOwner::from_env().host {
        return Ok(SettledLock::OtherHost(holder));
    }
    remove_left_overs(draft);
    Ok(SettledLock::Ours(Lock::of(path, file)))
}

/// Returns the draft by its one name, so that everybody who opens it meets at one lock.
fn whole(draft: &Path) -> io::Result<PathBuf> {
    one_name(draft).map_err(|error| io::Error::other(error.to_string()))
}

fn beside(draft: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(draft.file_name().unwrap_or_default());
    name.push(".lock");
    draft.with_file_name(name)
}

/// Returns the time of a file's last change: that is how long a lock that does not say it has been there.
fn changed(file: Option<Metadata>) -> Timestamp {
    let changed = file.and_then(|file| file.modified().ok());
    let changed = changed.and_then(|time| Timestamp::try_from(time).ok());
    changed.unwrap_or_else(Timestamp::now)
}
