//! Extended attributes of files, of which access control lists are some on Linux: a file that takes another's place is
//! to have the same.

use std::fs::File;
use std::path::Path;

use super::disk::{DiskCall, gate};

/// Gives a new file the attributes of another, and no others. Returns false where it cannot have just those.
pub(super) fn copy(from: &Path, to: &File) -> bool {
    gate(DiskCall::Attributes).is_ok() && carry_over(from, to)
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn carry_over(from: &Path, to: &File) -> bool {
    use rustix::fs::{XattrFlags, fremovexattr, fsetxattr};
    // What is to be replaced was read just now, so that it opens.
    let Ok(from) = File::open(from) else {
        return false;
    };
    let (Some(wanted), Some(there)) = (all(&from), all(to)) else {
        return false;
    };
    let set = |(name, value): &NamedAttribute| {
        let flags = XattrFlags::empty();
        fsetxattr(to, name.as_slice(), value, flags).is_ok()
    };
    let mut new = wanted.iter().filter(|one| !there.contains(one));
    // A folder may give what is made in it attributes that the old file did not have.
    let stays = |name: &Vec<u8>| wanted.iter().any(|(wanted, _)| wanted == name);
    let mut gone = there.iter().filter(|(name, _)| !stays(name));
    new.all(set) && gone.all(|(name, _)| fremovexattr(to, name.as_slice()).is_ok())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn carry_over(_: &Path, _: &File) -> bool {
    true
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
type NamedAttribute = (Vec<u8>, Vec<u8>);

/// Returns the attributes of a file, none where its file system knows none; `None` where they cannot be read.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn all(file: &File) -> Option<Vec<NamedAttribute>> {
    use rustix::fs::{fgetxattr, fgetxattr_query, flistxattr, flistxattr_query};
    use rustix::io::Errno;
    let length = match flistxattr_query(file) {
        Ok(0) | Err(Errno::OPNOTSUPP | Errno::NOSYS) => return Some(Vec::new()),
        length => length.ok()?,
    };
    let mut names = vec![0; length];
    let length = flistxattr(file, names.as_mut_slice()).ok()?;
    names.truncate(length);
    let names = names.split(|byte| *byte == 0);
    let attribute = |name: &[u8]| {
        let mut value = vec![0; fgetxattr_query(file, name).ok()?];
        let length = fgetxattr(file, name, value.as_mut_slice()).ok()?;
        value.truncate(length);
        Some((name.to_vec(), value))
    };
    names
        .filter(|name| !name.is_empty())
        .map(attribute)
        .collect()
}
