//! Earlier versions: listed, compared, shown and brought back.

use std::fs::{self, File};
use std::path::PathBuf;

use assay::store::lock::{self, Locking};
use assay::store::{VersionReason, Versions};
use jiff::{SignedDuration, Timestamp};

use super::{Run, err, example, out};
use crate::support::home::Home;

/// A home with a draft, of which two versions are kept: the older has another year, the newer another name.
fn kept() -> (Home, String) {
    let home = Home::new();
    let draft = example();
    home.write("d.toml", &draft);
    let versions = versions(&home);
    let now = Timestamp::now();
    let older = draft.replace("label = \"2023\"", "label = \"2022\"");
    let newer = draft.replace("Wexmoor Constabulary", "Wexmoor\u{1b}[2J Police");
    assert!(older != draft && newer != draft);
    let hour = SignedDuration::from_hours(1);
    for (text, time, why) in [
        (&older, now - hour * 3, VersionReason::Saved),
        (&newer, now - hour * 2, VersionReason::Merged),
    ] {
        let path = versions.keep_text(text, time, why).expect("it is kept");
        assert!(path.is_some());
    }
    (home, draft)
}

fn state(home: &Home) -> PathBuf {
    home.path().join("state/assay")
}

fn versions(home: &Home) -> Versions {
    let draft = example();
    let line = draft.lines().find(|line| line.starts_with("id = "));
    let id = line.and_then(|line| line.split('"').nth(1)).expect("an id");
    Versions::of(&state(home), id, &home.path().join("d.toml"))
}

fn present(home: &Home) -> String {
    fs::read_to_string(home.path().join("d.toml")).expect("the draft")
}

#[test]
fn versions_are_listed_with_how_they_differ() {
    let (home, _) = kept();
    let listed = out(&home.run(&["history", "d.toml"]).success());
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), 3, "{listed}");
    assert!(lines[0].trim_start().starts_with("N  TIME"), "{listed}");
    assert!(lines[1].starts_with("  1  20"), "{listed}");
    assert!(lines[1].contains("from another program"), "{listed}");
    assert!(lines[1].ends_with("lines differ"), "{listed}");
    assert!(lines[2].starts_with("  2  20"), "{listed}");
    assert!(lines[2].contains("before a save"), "{listed}");
    assert!(lines[2].contains(" KiB  "), "{listed}");
    assert!(lines[2].ends_with("  1 line differs"), "{listed}");
}

#[test]
fn a_draft_without_versions_says_so_and_a_file_that_never_was_is_an_error() {
    let home = Home::new();
    home.write("d.toml", &example());
    let listed = out(&home.run(&["history", "d.toml"]).success());
    assert_eq!(listed, "No earlier version of d.toml is kept yet.\n");
    let told = err(&home.run(&["history", "none.toml"]).code(2).stdout(""));
    assert!(
        told.starts_with("error: none.toml: it is not there"),
        "{told}"
    );
    home.run(&["history", "."]).code(2);
    assert!(!state(&home).exists(), "looking makes nothing");
}

#[test]
fn a_version_is_compared_and_shown_without_its_control_characters() {
    let (home, draft) = kept();
    let diff = out(&home.run(&["history", "d.toml", "--diff", "2"]).success());
    assert!(diff.starts_with("--- version 2, 20"), "{diff}");
    assert!(diff.contains("\n+++ d.toml\n@@ "), "{diff}");
    let changed: Vec<&str> = diff
        .lines()
        .skip(2)
        .filter(|line| line.starts_with(['-', '+']))
        .collect();
    assert_eq!(changed.len(), 2, "{diff}");
    assert!(changed[0].starts_with("-label = \"2022\""), "{diff}");
    assert!(changed[1].starts_with("+label = \"2023\""), "{diff}");

    let shown = out(&home.run(&["history", "d.toml", "--show", "1"]).success());
    assert_eq!(
        shown,
        draft.replace("Wexmoor Constabulary", "Wexmoor␛[2J Police")
    );
    let diff = out(&home.run(&["history", "d.toml", "--diff", "1"]).success());
    assert!(diff.contains("␛[2J") && !diff.contains('\u{1b}'), "{diff}");

    for (number, says) in [("0", "1 to 2"), ("3", "1 to 2")] {
        let told = err(&home.run(&["history", "d.toml", "--show", number]).code(2));
        assert!(told.contains(says), "{told}");
    }
    for wrong in [
        &["--show", "1", "--diff", "2"][..],
        &["--restore", "1", "--show", "1"],
        &["--output", "x.toml"],
        &["--output", "x.toml", "--diff", "1"],
        &["--show", "one"],
    ] {
        home.run(&[&["history", "d.toml"], wrong].concat()).code(2);
    }
    assert_eq!(present(&home), draft);
}

#[test]
fn a_version_comes_back_and_can_be_taken_back_again() {
    let (home, draft) = kept();
    let done = home.run(&["history", "d.toml", "--restore", "2"]).success();
    assert_eq!(
        out(&done),
        "Version 2 is back in d.toml; what stood there is version 1 now.\n"
    );
    assert!(present(&home).contains("label = \"2022\""));
    let listed = out(&home.run(&["history", "d.toml"]).success());
    assert!(listed.contains("before a restore"), "{listed}");
    assert_eq!(listed.lines().count(), 4, "{listed}");
    home.run(&["history", "d.toml", "--restore", "1"]).success();
    assert_eq!(present(&home), draft);
    let left: Vec<_> = fs::read_dir(home.path())
        .expect("the home")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left.len(), 2, "no lock and no new file is left: {left:?}");
}

#[test]
fn nothing_is_brought_back_under_the_hands_of_somebody_who_has_the_draft_open() {
    let (home, draft) = kept();
    let path = home.path().join("d.toml");
    let Ok(Locking::Ours(lock)) = lock::lock(&path, &state(&home).join("locks")) else {
        panic!("it is free");
    };
    let restore = || home.run(&["history", "d.toml", "--restore", "2"]).code(1);
    let told = err(&restore());
    assert!(told.starts_with("error: d.toml: "), "{told}");
    assert!(told.contains(" has it open; "), "{told}");
    // Looking is free, and so is another file.
    home.run(&["history", "d.toml"]).success();
    home.run(&["history", "d.toml", "--restore", "2", "--output", "x.toml"])
        .success();
    drop(lock);
    let beside = home.write(
        ".d.toml.lock",
        "# Assay\nuser = \"jo\"\nhost = \"tern.example\"\n",
    );
    let told = err(&restore());
    assert!(told.contains("jo on tern.example since"), "{told}");
    File::open(&beside).expect("it stays");
    assert_eq!(present(&home), draft);
    fs::remove_file(beside).expect("it goes");
    home.run(&["history", "d.toml", "--restore", "2"]).success();
}

#[test]
fn a_version_is_written_elsewhere_byte_for_byte_and_over_nothing() {
    let (home, draft) = kept();
    for how in ["--show", "--restore"] {
        let name = format!("{how}.toml");
        let name = name.trim_start_matches('-');
        home.run(&["history", "d.toml", how, "1", "--output", name])
            .success()
            .stdout("");
        let text = fs::read_to_string(home.path().join(name)).expect("it is there");
        assert!(text.contains("Wexmoor\u{1b}[2J Police"));
        let again = home.run(&["history", "d.toml", how, "2", "--output", name]);
        let told = err(&again.code(1));
        assert!(told.contains("it is there already"), "{told}");
    }
    home.run(&["history", "d.toml", "--restore", "2", "--output", "d.toml"])
        .code(1);
    assert_eq!(present(&home), draft);
}

#[test]
fn a_draft_that_was_deleted_or_broken_comes_back() {
    let (home, draft) = kept();
    fs::write(home.path().join("d.toml"), "[subject\n").expect("broken");
    home.run(&["history", "d.toml", "--restore", "2"]).success();
    let restored = present(&home);
    assert!(restored.contains("label = \"2022\""));
    fs::remove_file(home.path().join("d.toml")).expect("it goes");
    let listed = out(&home.run(&["history", "d.toml"]).success());
    assert!(listed.contains("the draft is gone"), "{listed}");
    assert_eq!(listed.lines().count(), 4, "{listed}");
    home.run(&["history", "d.toml", "--diff", "3"]).code(2);
    let done = home.run(&["history", "d.toml", "--restore", "3"]).success();
    assert_eq!(out(&done), "Version 3 is back in d.toml.\n");
    assert_eq!(present(&home), restored);
    assert_ne!(restored, draft);
}

#[test]
fn a_sealed_version_is_listed_and_never_spilt_onto_the_terminal() {
    let (home, draft) = kept();
    let sealed = b"age-encryption.org/v1\n\x1b[2J\xff";
    let kept = versions(&home).keep(sealed, true, Timestamp::now(), VersionReason::SetAside);
    kept.expect("it is kept");
    let listed = out(&home.run(&["history", "d.toml"]).success());
    assert!(
        listed.contains("set aside") && listed.contains("  sealed\n"),
        "{listed}"
    );
    for how in ["--show", "--diff"] {
        let told = err(&home.run(&["history", "d.toml", how, "1"]).code(2));
        assert!(told.contains("it needs a passphrase"), "{told}");
    }
    home.run(&["history", "d.toml", "--restore", "1"]).code(2);
    assert_eq!(present(&home), draft);
    home.run(&["history", "d.toml", "--show", "1", "--output", "x.toml.age"])
        .success();
    assert_eq!(
        fs::read(home.path().join("x.toml.age")).expect("it"),
        sealed
    );
}
