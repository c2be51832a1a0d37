//! The seam between the store and the file system.
//!
//! Whatever a word could be lost by goes through here, a function a call of the system, so that a test can
//! fail the n-th of them, or end the program there, and look at what is left.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// A call of the file system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DiskCall {
    /// Reading what a file is: its sort, size, mode.
    Metadata,
    /// Opening a file to be read, and reading it.
    Read,
    /// Making a file that must not be there yet.
    Create,
    /// Opening a file to be written to.
    Open,
    /// Writing.
    Write,
    /// Setting space aside.
    Allocate,
    /// Cutting a file off.
    Truncate,
    /// Waiting until a file's bytes are on the disk.
    Sync,
    /// Setting a file's mode.
    Mode,
    /// Reading and setting extended attributes.
    Attributes,
    /// Setting a file's owner.
    #[cfg(unix)]
    Owner,
    /// Putting a file in another's place.
    Rename,
    /// Giving a file a second name.
    Link,
    /// Taking a name away.
    Remove,
    /// Making a folder.
    Folder,
    /// Waiting until a folder's names are on the disk.
    SyncFolder,
    /// Taking a lock, or waiting for it.
    Lock,
}

/// Returns what a file is; links are followed.
pub(super) fn metadata(path: &Path) -> io::Result<Metadata> {
    gate(DiskCall::Metadata)?;
    fs::metadata(path)
}

/// Returns the first `most` bytes of a file. A pipe is refused: whoever opens one waits for a writer, perhaps for ever.
pub(super) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    gate(DiskCall::Read)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if fs::metadata(path)?.file_type().is_fifo() {
            return Err(io::Error::other("this is a pipe, and no file"));
        }
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns what stands at a path itself; a link is not followed.
pub(super) fn link_metadata(path: &Path) -> io::Result<Metadata> {
    gate(DiskCall::Metadata)?;
    fs::symlink_metadata(path)
}

/// Returns the first `most` bytes of an open file, from its beginning.
pub(super) fn read_open(mut file: &File, most: u64) -> io::Result<Vec<u8>> {
    gate(DiskCall::Read)?;
    let mut bytes = Vec::new();
    file.rewind()?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns true where the file that is open is the one that stands at this path now.
///
/// # Errors
/// Of kind [`io::ErrorKind::NotFound`] where nothing stands there.
pub(super) fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    let there = link_metadata(path)?;
    Ok(match identity(&there) {
        Some(there) => identity(&file.metadata()?) == Some(there),
        // There nothing takes the place of a file that is open.
        None => there.is_file(),
    })
}

/// Returns true where the error says that there is no file at a path, nor perhaps its folder.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Keeps a file open that is only to be known again, where the system lets others move it meanwhile.
pub(super) fn keep_open(path: &Path) -> Option<File> {
    #[cfg(unix)]
    return File::open(path).ok();
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// Returns the path at which a file is that was opened under another perhaps, where the system can say that.
pub(super) fn path_of(file: &File) -> Option<PathBuf> {
    #[cfg(target_os = "linux")]
    {
        use std::os::fd::AsRawFd;
        fs::read_link(format!("/proc/self/fd/{}", file.as_raw_fd())).ok()
    }
    #[cfg(target_vendor = "apple")]
    {
        use std::os::unix::ffi::OsStringExt;
        let path = rustix::fs::getpath(file).ok()?;
        Some(std::ffi::OsString::from_vec(path.into_bytes()).into())
    }
    #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
    {
        let _ = file;
        None
    }
}

/// Makes a file for its owner's eyes only, that must not be there yet.
pub(super) fn create(path: &Path) -> io::Result<File> {
    gate(DiskCall::Create)?;
    let mut options = OpenOptions::new();
    options.create_new(true).append(true).read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Opens a file that is there: to be written over, or with `append` at its end.
pub(super) fn open(path: &Path, append: bool) -> io::Result<File> {
    gate(DiskCall::Open)?;
    let mut options = OpenOptions::new();
    options.write(true).append(append).open(path)
}

/// Opens a lock, and makes it for its owner's eyes only where it is not there. A link is not followed, and what
/// is no regular file does not keep the program waiting: the caller looks at what it has got.
pub(super) fn open_lock(path: &Path) -> io::Result<File> {
    gate(DiskCall::Create)?;
    let mut options = OpenOptions::new();
    options.create(true).append(true).read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.mode(0o600);
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    options.open(path)
}

/// Takes the lock of a file; returns true where it could be had. Where the file system knows no locks, it can.
pub(super) fn try_hold(file: &File) -> io::Result<bool> {
    gate(DiskCall::Lock)?;
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) if has_no_locks(&error) => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Lets go of the lock of a file. What the system does not let go of now, it does when the file is closed.
pub(super) fn let_go(file: &File) {
    let _ = file.unlock();
}

/// Takes the lock of a file, and waits for it as long as it takes.
pub(super) fn hold(file: &File) -> io::Result<()> {
    gate(DiskCall::Lock)?;
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if has_no_locks(&error) => return Ok(()),
            done => return done,
        }
    }
}

/// Returns true where the error says that there are no locks here, which is not the same as a lock that is held.
fn has_no_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == io::ErrorKind::Unsupported
}

/// Writes all of it.
pub(super) fn write(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    if let Err(error) = gate(DiskCall::Write) {
        // What fails in the middle has written its beginning.
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
        let _ = file.write_all(half);
        return Err(error);
    }
    file.write_all(bytes)
}

/// Sets space aside behind `from` without changing the file's length, where the system can.
pub(super) fn allocate(file: &File, from: u64, more: u64) -> io::Result<()> {
    gate(DiskCall::Allocate)?;
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{FallocateFlags, fallocate};
        use rustix::io::Errno;
        match fallocate(file, FallocateFlags::KEEP_SIZE, from, more) {
            Ok(()) | Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (file, from, more);
        Ok(())
    }
}

/// Cuts a file off at a length.
pub(super) fn truncate(file: &File, length: u64) -> io::Result<()> {
    gate(DiskCall::Truncate)?;
    file.set_len(length)
}

/// Waits until a file's bytes are on the disk.
pub(super) fn sync(file: &File) -> io::Result<()> {
    gate(DiskCall::Sync)?;
    file.sync_all()
}

/// Waits until the bytes of a file that only grew are on the disk.
pub(super) fn sync_data(file: &File) -> io::Result<()> {
    gate(DiskCall::Sync)?;
    file.sync_data()
}

/// Sets a file's mode.
pub(super) fn set_mode(file: &File, mode: Permissions) -> io::Result<()> {
    gate(DiskCall::Mode)?;
    file.set_permissions(mode)
}

/// Gives a file the owner and group of another, as far as this user may.
#[cfg(unix)]
pub(super) fn set_owner(file: &File, like: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata()?;
    if (own.uid(), own.gid()) == (like.uid(), like.gid()) {
        return Ok(());
    }
    gate(DiskCall::Owner)?;
    // Only root may give a file away; for others the group at least is tried.
    fchown(file, Some(like.uid()), Some(like.gid()))
        .or_else(|_| fchown(file, None, Some(like.gid())))
}

/// Gives a file the owner of another: not on this system.
#[cfg(not(unix))]
pub(super) fn set_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Returns the number of names that a file has.
pub(super) fn names(file: &Metadata) -> u64 {
    #[cfg(unix)]
    {
        std::os::unix::fs::MetadataExt::nlink(file)
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        1
    }
}

/// Returns what a file is known by, whatever its names are: its device and its number there, where the system says them.
pub(super) fn identity(file: &Metadata) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some((file.dev(), file.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        None
    }
}

/// Puts a file in another's place.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    gate(DiskCall::Rename)?;
    fs::rename(from, to)
}

/// Gives a file its name, which must not be taken.
///
/// # Errors
/// Of kind [`io::ErrorKind::AlreadyExists`] where it is taken.
pub(super) fn place_new(from: &Path, to: &Path) -> io::Result<()> {
    gate(DiskCall::Link)?;
    match fs::hard_link(from, to) {
        Ok(()) => remove(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Some file systems know no second names.
        Err(_) => match to.symlink_metadata() {
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => rename(from, to),
        },
    }
}

/// Takes a file away.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    gate(DiskCall::Remove)?;
    fs::remove_file(path)
}

/// Takes a folder away in which nothing is left.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    gate(DiskCall::Remove)?;
    fs::remove_dir(path)
}

/// Makes a folder and those above it, for their owner only.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    gate(DiskCall::Folder)?;
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Waits until a folder's names are on the disk. A file system that cannot do so has done what it can.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    gate(DiskCall::SyncFolder)?;
    let Ok(folder) = File::open(folder) else {
        // A folder that may be written to but not listed.
        return Ok(());
    };
    match folder.sync_all() {
        Err(error) if knows_no_sync(&error) => Ok(()),
        done => done,
    }
}

/// Returns true where the error says that folders cannot be synced here, which is not the same as a sync that failed.
fn knows_no_sync(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::BADF.raw_os_error()) {
        return true;
    }
    matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported)
}

#[cfg(not(test))]
#[inline]
#[expect(clippy::unnecessary_wraps, reason = "a test puts a fault here")]
pub(super) fn gate(_: DiskCall) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(super) use fault_tests::gate;

#[cfg(test)]
pub(super) mod fault_tests;
