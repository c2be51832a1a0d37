//! Texts that are edited in another program: each in a file for its owner's eyes only, in a folder of its own in the state
//! folder, so that whatever that program leaves beside it goes too. While it is edited a lock is held on the folder; what
//! stands in one without its lock held was left by an Assay that was killed, or closed before the editor was. The program that
//! edits it holds the lock too, so that no text is taken from under its hands.
//!
//! A program that returned at once may have handed the text to one that holds nothing. Such a text **stays**: an empty file
//! beside it names what is known of it, the words with which it was written out and all that were taken in since. Nobody is
//! told of these again, and of others by `assay recover` too; for a day nothing of it is cleared.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk;
use super::door::{DoorError, write_new};
use super::file::{FileError, make_folder};
use super::identity::{fingerprint, free_name_like};

/// The folder, in the state folder, with a folder for each text.
const TEXTS: &str = "editing";
/// The text, in its folder; editors know by the ending that it is one.
const TEXT: &str = "text.txt";
/// The lock beside it.
const LOCK: &str = "lock";
/// How the names begin of the files beside it that say which words of it are known; nothing stands in them.
const KNOWN: &str = "known-";
/// The time for which a text stays where the program that edits it may hold nothing.
const STAYS: Duration = Duration::from_secs(24 * 60 * 60);
/// The bytes that are read back at most.
const LONGEST: u64 = 1 << 22;

/// A text that is edited in another program.
#[derive(Debug)]
pub struct OutsideFile {
    folder: PathBuf,
    /// Held for as long as the text is edited.
    lock: File,
}

/// A text that stands written out for a program, with words that are kept nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideTextLeft {
    /// Its folder.
    pub folder: PathBuf,
    /// The words.
    pub words: String,
    /// True where a program edits it still.
    pub open: bool,
    /// True where the Assay that wrote it out lives, and takes it in itself.
    pub lives: bool,
}

impl OutsideFile {
    /// Writes a text out, to be edited.
    ///
    /// # Errors
    /// It cannot be written; nothing is left.
    pub fn write(state: &Path, text: &str) -> Result<Self, FileError> {
        let texts = state.join(TEXTS);
        let own = format!("{}-{}", fingerprint(text.as_bytes()), std::process::id());
        let folder = free_name_like(&texts, &own, "");
        make_folder(&folder)?;
        let lock = Self::lock(&folder);
        let lock = lock.map_err(|error| FileError::of(&folder, "it cannot be locked", &error));
        let written = lock.and_then(|lock| {
            let text = write_new(&folder.join(TEXT), text.as_bytes());
            text.map(|()| lock).map_err(|error| match error {
                DoorError::Refused(error) | DoorError::Failed(error) => error,
            })
        });
        match written {
            Ok(lock) => Ok(Self { folder, lock }),
            Err(error) => {
                clear(&folder);
                Err(error)
            }
        }
    }

    fn lock(folder: &Path) -> std::io::Result<File> {
        let lock = disk::open_lock(&folder.join(LOCK))?;
        disk::try_hold(&lock)?;
        Ok(lock)
    }

    /// Returns the file to be edited.
    pub fn path(&self) -> PathBuf {
        self.folder.join(TEXT)
    }

    /// Starts a program that holds the lock with this one, for as long as it runs.
    pub fn held_by<T>(&self, start: impl FnOnce() -> T) -> T {
        let_inherit(&self.lock, true);
        let started = start();
        let_inherit(&self.lock, false);
        started
    }

    /// Lets the text stay, for a program that may hold nothing.
    pub fn stays(&self, words: &str) {
        outside_text_kept(&self.folder, words, true);
    }

    /// Returns the folder of the text.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the text as it is now.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub fn read(&self) -> Result<String, FileError> {
        read(&self.folder)
    }

    /// Returns the text as it is now, and takes the file away with all that stands beside it. Where it cannot be read, it
    /// stays, and is asked for when the program starts again.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub fn take_back(self) -> Result<String, FileError> {
        let text = read(&self.folder)?;
        clear(&self.folder);
        Ok(text)
    }
}

fn read(folder: &Path) -> Result<String, FileError> {
    let path = folder.join(TEXT);
    let bytes = disk::read(&path, LONGEST)
        .map_err(|error| FileError::of(&path, "the text cannot be read back", &error))?;
    // What is no UTF-8 was saved in a set of signs of one byte each: no word is refused for that.
    let of_bytes = |bytes: Vec<u8>| bytes.into_iter().map(char::from).collect();
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| of_bytes(error.into_bytes())))
}

/// Lets programs that are started inherit a file, and with it its lock, or lets them no longer.
#[cfg(unix)]
fn let_inherit(file: &File, inherit: bool) {
    use rustix::io::FdFlags;
    let flags = match inherit {
        true => FdFlags::empty(),
        false => FdFlags::CLOEXEC,
    };
    // Where it cannot be, the lock is held for as long as Assay lives.
    let _ = rustix::io::fcntl_setfd(file, flags);
}

/// Lets programs that are started inherit a file: not on this system.
#[cfg(not(unix))]
fn let_inherit(_: &File, _: bool) {}

/// Returns true where a program of this number runs.
#[cfg(unix)]
fn is_running(program: i32) -> bool {
    let program = rustix::process::Pid::from_raw(program);
    program.is_some_and(|it| {
        // One of another user runs too.
        !matches!(
            rustix::process::test_kill_process(it),
            Err(rustix::io::Errno::SRCH)
        )
    })
}

/// Returns true where a program of this number may run: nobody knows on this system.
#[cfg(not(unix))]
fn is_running(_: i32) -> bool {
    true
}

/// Takes a text's folder away, with all that stands in it.
fn clear(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let _ = disk::remove(&entry.path());
    }
    let _ = disk::remove_folder(folder);
}

/// Returns the texts that were changed in programs and are not taken in yet; those too that an Assay takes in which lives.
/// They stay until [`outside_text_kept`].
pub fn outside_texts(state: &Path) -> Vec<OutsideTextLeft> {
    let folders = fs::read_dir(state.join(TEXTS)).into_iter();
    let folders = folders.flatten().flatten().map(|entry| entry.path());
    folders.filter_map(text_left).collect()
}

/// Returns the text in a folder, where it was changed and is not taken in, or where a program edits it whose Assay has ended.
fn text_left(folder: PathBuf) -> Option<OutsideTextLeft> {
    let name = folder.file_name()?.to_string_lossy().into_owned();
    let words = read(&folder).ok()?;
    let free = is_free(&folder);
    let new = !name.starts_with(&fingerprint(words.as_bytes()));
    let changed = !words.trim().is_empty() && new && !known(&folder, &words).exists();
    // Named as OutsideFile::write does.
    let owner = name.split('-').nth(1).and_then(|owner| owner.parse().ok());
    let lives = !free && owner.is_none_or(is_running);
    // One that stays may be held by a program that saves it again and again: what is new of it is taken in all the same.
    let open = !free && !lives && !is_to_stay(&folder);
    (open || changed).then_some(OutsideTextLeft {
        folder,
        words,
        open,
        lives,
    })
}

/// Returns the file that says that these words of a text are known. The end of the last line counts for nothing.
fn known(folder: &Path, words: &str) -> PathBuf {
    let words = words.trim_end_matches(['\n', '\r']);
    folder.join(format!("{KNOWN}{}", fingerprint(words.as_bytes())))
}

fn is_to_stay(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names = entries.map(|entry| entry.file_name());
    names.any(|name| name.to_string_lossy().starts_with(KNOWN))
}

/// Returns true where a text stays, and how long it does is not over.
fn stays(folder: &Path) -> bool {
    let modified = || disk::metadata(&folder.join(TEXT)).ok()?.modified().ok();
    is_to_stay(folder) && modified().is_some_and(|then| then.elapsed().is_ok_and(|it| it < STAYS))
}

fn is_free(folder: &Path) -> bool {
    let lock = disk::open_lock(&folder.join(LOCK));
    lock.is_ok_and(|lock| disk::try_hold(&lock).unwrap_or(false))
}

/// Takes away the texts that nobody edits and nobody has changed, nor can be changing.
pub fn clear_outside_texts(state: &Path) {
    let folders = fs::read_dir(state.join(TEXTS)).into_iter();
    for folder in folders.flatten().flatten().map(|entry| entry.path()) {
        let unread = || read(&folder).is_err() && folder.join(TEXT).exists();
        let left = || text_left(folder.clone()).is_some();
        if is_free(&folder) && !left() && !unread() && !stays(&folder) {
            clear(&folder);
        }
    }
}

/// Takes note that words of a text are kept elsewhere: one that `stays` is looked at for others, and any other goes.
pub fn outside_text_kept(folder: &Path, words: &str, stays_from_now: bool) {
    match stays_from_now || stays(folder) {
        // Where it cannot be noted, they are told once more.
        true => drop(write_new(&known(folder, words), b"")),
        false => clear(folder),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_text_is_for_its_owner_alone_and_nothing_of_it_is_left() {
        let state = tempfile::tempdir().unwrap();
        let file = OutsideFile::write(state.path(), "The force.").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&file.path()), 0o600);
            assert_eq!(mode(file.path().parent().unwrap()), 0o700);
        }
        fs::write(file.path().with_extension("txt~"), "a backup").unwrap();
        fs::write(file.path(), "The force acts.").unwrap();
        // While it is edited it is nobody else's.
        clear_outside_texts(state.path());
        assert!(outside_texts(state.path()).iter().all(|it| it.lives));
        let folder = file.path().parent().unwrap().to_owned();
        assert_eq!(file.take_back().unwrap(), "The force acts.");
        assert!(!folder.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_text_stays_for_as_long_as_a_program_edits_it() {
        use std::process::{Command, Stdio};
        let state = tempfile::tempdir().unwrap();
        let file = OutsideFile::write(state.path(), "The force.").unwrap();
        let folder = file.folder().to_owned();
        let editor = file.held_by(|| Command::new("cat").stdin(Stdio::piped()).spawn());
        // Without its Assay.
        drop(file);
        clear_outside_texts(state.path());
        assert!(folder.exists());
        let mut editor = editor.unwrap();
        drop(editor.stdin.take());
        editor.wait().unwrap();
        clear_outside_texts(state.path());
        assert!(!folder.exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_a_program_that_goes_on_saves_is_found_once_each_time() {
        use std::process::{Command, Stdio};
        let state = tempfile::tempdir().unwrap();
        let file = OutsideFile::write(state.path(), "The force.\n").unwrap();
        file.stays("The force.\n");
        let (path, folder) = (file.path(), file.folder().to_owned());
        let editor = file.held_by(|| Command::new("cat").stdin(Stdio::piped()).spawn());
        let found = || -> Vec<(String, bool, bool)> {
            let texts = outside_texts(state.path()).into_iter();
            texts.map(|it| (it.words, it.open, it.lives)).collect()
        };
        assert_eq!(found(), []);
        // While its Assay runs it is that one's to take in, and what was taken in is found no more.
        fs::write(&path, "The force acts.\n").unwrap();
        assert_eq!(found(), [("The force acts.\n".to_owned(), false, true)]);
        outside_text_kept(&folder, "The force acts.", false);
        assert_eq!(found(), []);
        let mut name = folder.file_name().unwrap().to_owned();
        drop(file);
        // Of an Assay that has ended: no number is so high.
        name = name.to_string_lossy().split('-').next().unwrap().into();
        name.push("-2000000000");
        let ended = folder.with_file_name(name);
        fs::rename(&folder, &ended).unwrap();
        let path = ended.join(TEXT);
        clear_outside_texts(state.path());
        assert_eq!(found(), []);
        fs::write(&path, "The force acts twice.\n").unwrap();
        assert_eq!(
            found(),
            [("The force acts twice.\n".to_owned(), false, false)]
        );
        outside_text_kept(&ended, "The force acts twice.\n", false);
        assert_eq!(found(), []);
        let mut editor = editor.unwrap();
        drop(editor.stdin.take());
        editor.wait().unwrap();
        clear_outside_texts(state.path());
        assert!(
            ended.exists(),
            "another program may have it, and hold nothing"
        );
    }

    #[test]
    fn what_a_killed_program_left_is_found_where_it_was_changed_and_goes_where_it_was_not() {
        let state = tempfile::tempdir().unwrap();
        let file = OutsideFile::write(state.path(), "The force.").unwrap();
        fs::write(file.path(), "The force acts.").unwrap();
        drop(file);
        drop(OutsideFile::write(state.path(), "Another.").unwrap());
        let left = outside_texts(state.path());
        assert_eq!(left.len(), 1);
        let left = left.first().unwrap();
        assert_eq!((left.words.as_str(), left.open), ("The force acts.", false));
        clear_outside_texts(state.path());
        assert!(left.folder.exists());
        outside_text_kept(&left.folder, &left.words, false);
        assert_eq!(outside_texts(state.path()), []);
        assert_eq!(fs::read_dir(state.path().join(TEXTS)).unwrap().count(), 0);
    }
}
