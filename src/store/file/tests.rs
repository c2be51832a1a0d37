#![allow(clippy::unwrap_used, clippy::panic)]
#[cfg(unix)]
use std::fs::Permissions;

use super::*;

#[test]
fn a_new_file_is_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/draft.toml");
    write_whole(&path, b"words").unwrap();
    assert_eq!(read_bytes(&path).unwrap(), b"words");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_mode_stays_a_mode() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (
        folder.path().join("real.toml"),
        folder.path().join("link.toml"),
    );
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
    symlink("real.toml", &link).unwrap();
    write_whole(&link, b"new").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&real).unwrap(), b"new");
    assert_eq!(
        fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o640
    );
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing is left behind");
}

#[test]
fn what_is_no_file_and_what_is_protected_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    assert!(read_bytes(folder.path()).is_err());
    assert!(write_whole(folder.path(), b"x").is_err());
    let path = folder.path().join("draft.toml");
    fs::write(&path, "old").unwrap();
    let mut mode = fs::metadata(&path).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode).unwrap();
    let message = write_whole(&path, b"new").unwrap_err().to_string();
    assert!(message.contains("write-protected"), "{message}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn a_file_that_is_not_as_expected_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.toml");
    fs::write(&path, "theirs").unwrap();
    let ours = |target: &Path| fs::read(target).unwrap() == b"ours";
    assert_eq!(
        replace(&path, b"new", &mut || false, &ours).unwrap(),
        WriteOutcome::Unexpected
    );
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    // A file that comes while ours is written is not written over either.
    let late = folder.path().join("late.toml");
    let comes = |target: &Path| fs::write(target, "theirs").is_ok();
    assert_eq!(
        replace(&late, b"new", &mut || false, &comes).unwrap(),
        WriteOutcome::Unexpected
    );
    assert_eq!(fs::read(&late).unwrap(), b"theirs");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing is left behind");
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    std::os::unix::fs::symlink("a", &path).unwrap();
    assert!(
        write_whole(&path, b"x")
            .unwrap_err()
            .to_string()
            .contains("circle")
    );
}

#[test]
fn what_a_new_file_cannot_have_is_kept_by_writing_in_place() {
    use crate::store::disk::DiskCall;
    use crate::store::disk::fault_tests::{self as fault, InjectedFault};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.toml");
    fs::write(&path, "old").unwrap();
    fault::plan(None);
    let usual = replace(&path, b"one", &mut || true, &|_| true).unwrap();
    assert_eq!(usual, WriteOutcome::Placed);
    let calls = fault::calls();
    let at = calls
        .iter()
        .position(|call| *call == DiskCall::Attributes)
        .unwrap();
    for (safe, outcome) in [(true, WriteOutcome::InPlace), (false, WriteOutcome::Placed)] {
        fault::plan(Some((at, InjectedFault::Once(95))));
        let written = replace(&path, b"two", &mut || safe, &|_| true);
        fault::calls();
        assert_eq!(written.unwrap(), outcome);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
