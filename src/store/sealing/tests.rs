#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::fs;

use super::*;

/// Returns what `age -p` makes, with work that takes no time.
fn sealed(words: &str) -> Vec<u8> {
    let passphrase = Passphrase::new("right".to_owned()).unwrap();
    let sealer = crate::store::seal::Sealer::with_work(&passphrase, 2).unwrap();
    sealer.seal(words.as_bytes()).unwrap()
}

fn right() -> Passphrase {
    Passphrase::new("right".to_owned()).unwrap()
}

#[test]
fn a_seal_is_taken_off_and_nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d.toml.age");
    fs::write(&path, sealed("words")).unwrap();
    let copy = folder.path().join("copy.toml");
    let job = Unsealing::of(&path, Some(&copy), &folder.path().join("state")).unwrap();
    assert_eq!(job.finish(&right()).unwrap().path, copy);
    assert!(
        path.exists() && Unsealing::of(&path, Some(&copy), &folder.path().join("state")).is_err()
    );

    let wrong = Passphrase::new("wrong".to_owned()).unwrap();
    assert!(
        Unsealing::of(&path, None, &folder.path().join("state"))
            .unwrap()
            .finish(&wrong)
            .is_err()
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);

    let plain = Unsealing::of(&path, None, &folder.path().join("state"))
        .unwrap()
        .finish(&right())
        .unwrap()
        .path;
    assert_eq!(plain, folder.path().join("d.toml"));
    assert_eq!(fs::read_to_string(&plain).unwrap(), "words");
    assert!(!path.exists());
}

#[test]
fn a_file_that_changes_meanwhile_is_not_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d.toml.age");
    fs::write(&path, sealed("words")).unwrap();
    let job = Unsealing::of(&path, None, &folder.path().join("state")).unwrap();
    let theirs = sealed("theirs");
    fs::write(&path, &theirs).unwrap();
    let message = job.finish(&right()).unwrap_err().to_string();
    assert!(message.contains("changed"), "{message}");
    assert_eq!(fs::read(&path).unwrap(), theirs);
    assert!(!folder.path().join("d.toml").exists());
}

#[test]
fn whichever_call_fails_the_words_are_still_there() {
    use crate::store::disk::fault_tests::{self as fault, InjectedFault};
    let folder = tempfile::tempdir().unwrap();
    let (path, plain) = (
        folder.path().join("d.toml.age"),
        folder.path().join("d.toml"),
    );
    fs::write(&path, sealed("words")).unwrap();
    for nth in 0.. {
        let job = Unsealing::of(&path, None, &folder.path().join("state")).unwrap();
        fault::plan(Some((nth, InjectedFault::Always(28))));
        let done = job.finish(&right());
        let reached = fault::calls().len() > nth;
        let kept = fs::read(&path).is_ok_and(|bytes| unseal(&bytes, &right()).unwrap() == b"words");
        let came = fs::read(&plain).is_ok_and(|bytes| bytes == b"words");
        assert!(kept || came, "call {nth}: {done:?}");
        if !reached {
            assert!(done.is_ok() && came && !kept);
            break;
        }
        let _ = fs::remove_file(&plain);
        fs::write(&path, sealed("words")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_sealed_in_place_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("real.toml"), "words").unwrap();
    let link = folder.path().join("link.toml");
    std::os::unix::fs::symlink("real.toml", &link).unwrap();
    let message = Sealing::of(&link, &folder.path().join("state"))
        .unwrap_err()
        .to_string();
    assert!(message.contains("real.toml"), "{message}");
}

#[test]
fn copies_of_before_are_found_by_their_names() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d.toml");
    fs::create_dir(folder.path().join(".trash")).unwrap();
    for name in [
        "d.toml",
        "d.before-1.toml",
        ".trash/d.2019.toml",
        "dd.toml",
        "d.x.toml.age",
    ] {
        fs::write(folder.path().join(name), "words").unwrap();
    }
    let copies = Sealing::of(&path, &folder.path().join("state"))
        .unwrap()
        .copies();
    let expected = [".trash/d.2019.toml", "d.before-1.toml"].map(|name| folder.path().join(name));
    assert_eq!(copies, expected);
}

#[test]
fn a_passphrase_is_the_one_line_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p");
    for text in ["right", "right\n", "right\r\n"] {
        fs::write(&path, text).unwrap();
        assert!(read_passphrase(&path).unwrap().is(&right()), "{text:?}");
    }
    for text in ["", "\n", "right\nwrong\n", " \n", &"x".repeat(5000)] {
        fs::write(&path, text).unwrap();
        assert!(read_passphrase(&path).is_err(), "{text:?}");
    }
    fs::write(&path, b"\xff").unwrap();
    assert!(read_passphrase(&path).is_err());
    assert!(read_passphrase(&folder.path().join("none")).is_err());
}
