//! A sealed draft that another program gave another passphrase: what waits under the one that it had is told of, and had.

use std::fs;
use std::path::{Path, PathBuf};

use assay::store::seal::{Passphrase, seal};

use super::{DRAFT, TYPED, at_finding, done, refused, run, run_with, unlocked, waiting};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

const OTHER: &str = "another horse battery";

const NAME: &str = "data/assay/draft.toml.age";

/// A draft of which edits wait, and words in a box, and whose file has another passphrase now.
fn rekeyed() -> (Home, PathBuf) {
    let (home, path) = waiting();
    let passphrase = Passphrase::new(OTHER.to_owned()).unwrap();
    fs::write(&path, seal(DRAFT.as_bytes(), &passphrase).unwrap()).unwrap();
    (home, path)
}

/// Runs a command with the passphrase that the file has now.
fn with_other(home: &Home, arguments: &[&str]) -> (bool, String) {
    run_with(home, OTHER, arguments)
}

fn opened_with_other(home: Home, path: &Path) -> Sitting {
    let mut sitting = Sitting::resume(200, 40, home, path);
    sitting.keys(OTHER).keys("<enter>");
    sitting
}

#[test]
fn edits_under_the_passphrase_that_a_draft_had_are_written_to_a_file_of_their_own() {
    let (home, path) = rekeyed();
    let file = fs::read(&path).unwrap();
    // What the passphrase opens is told, and how it is had; nothing is done to the file.
    let told = refused(&home, &["recover", NAME]);
    assert!(told.contains("another passphrase"), "{told}");
    assert!(told.contains("--output"), "{told}");
    assert!(told.contains("Because it was asked to"), "{told}");
    let shown = done(&home, &["recover", NAME, "--output", "-"]);
    assert!(shown.contains(TYPED), "{shown}");
    done(&home, &["recover", NAME, "--output", "whole.toml.age"]);
    let whole = done(&home, &["unseal", "whole.toml.age", "--output", "-"]);
    assert!(whole.contains(TYPED), "{whole}");
    assert_eq!(fs::read(&path).unwrap(), file);
    // That was done with, and is kept all the same.
    let (_, told) = with_other(&home, &["check", NAME]);
    assert!(!told.contains("another passphrase"), "{told}");
    let listed = done(&home, &["recover", NAME, "--all"]);
    assert!(listed.contains("edit"), "{listed}");
    assert!(listed.contains("Because it was asked to"), "{listed}");
    // A passphrase that opens neither is a wrong one.
    home.write("wrong", "neither of the two");
    let wrong = ["recover", NAME, "--passphrase-file", "wrong"];
    let wrong = home.assay().args(wrong).output().unwrap();
    let told = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(told.contains("does not open it"), "{told}");
}

#[test]
fn whoever_opens_a_draft_with_another_passphrase_is_told_of_what_waits_under_the_one_that_it_had() {
    let (home, path) = rekeyed();
    for command in ["check", "print"] {
        let (_, told) = with_other(&home, &[command, NAME]);
        assert!(told.contains("another passphrase"), "{command}: {told}");
    }
    for all in [&["recover", NAME][..], &["recover", NAME, "--all"]] {
        let (_, told) = with_other(&home, all);
        assert!(told.contains("another passphrase opens"), "{told}");
    }
    let mut sitting = opened_with_other(home, &path);
    let screen = sitting.screen();
    assert!(screen.contains("another passphrase opens"), "{screen}");
    // What is typed with this one takes nothing away from the other's.
    at_finding(&mut sitting);
    sitting.keys("<enter> Since.<esc>").pause();
    let home = sitting.leave();
    let shown = done(&home, &["recover", NAME, "--output", "-"]);
    assert!(shown.contains(TYPED), "{shown}");
    let sitting = opened_with_other(home, &path);
    assert_eq!(sitting.texts(), ["The force listens. Since."]);
}

#[test]
fn edits_of_a_sealed_draft_whose_file_is_damaged_are_had() {
    let (home, path) = waiting();
    let mut bytes = fs::read(&path).unwrap();
    bytes.truncate(bytes.len() - 8);
    fs::write(&path, bytes).unwrap();
    let (well, told) = run(&home, &["recover", NAME]);
    assert!(!well && told.contains("--output"), "{told}");
    done(&home, &["recover", NAME, "--output", "whole.toml.age"]);
    let whole = home.path().join("whole.toml.age");
    let sitting = unlocked(home, &whole);
    assert_eq!(sitting.texts(), [TYPED]);
}
