//! A draft that is sealed keeps every word, wherever it goes, and shows none of them.

mod history;
mod names;
mod rekeyed;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use assay::store::Sealing;
use assay::store::seal::Passphrase;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const PASSPHRASE: &str = "correct horse battery";

/// Stands in no text of Assay's own.
const MARKER: &str = "zyzzogeton";

const DRAFT: &str = "format = 1\nid = \"wexmoor-1a2b\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

fn at_finding(sitting: &mut Sitting) {
    use assay::app::layout::Pane;
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home><down><down><down><tab><home>");
    while sitting.editor().finding() != Some(0) {
        sitting.keys("<down>");
    }
}

/// Runs a command that takes a passphrase; gives whether it went well, and all that it said.
fn run(home: &Home, arguments: &[&str]) -> (bool, String) {
    run_with(home, PASSPHRASE, arguments)
}

fn run_with(home: &Home, passphrase: &str, arguments: &[&str]) -> (bool, String) {
    let words = home.write("words", passphrase);
    let done = home
        .assay()
        .args(arguments)
        .args(["--passphrase-file", "words"])
        .output()
        .unwrap();
    fs::remove_file(words).unwrap();
    let said = [done.stdout, done.stderr].concat();
    (
        done.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

fn done(home: &Home, arguments: &[&str]) -> String {
    let (well, said) = run(home, arguments);
    assert!(well, "{arguments:?}: {said}");
    said
}

fn refused(home: &Home, arguments: &[&str]) -> String {
    let (well, said) = run(home, arguments);
    assert!(!well, "{arguments:?}: {said}");
    said
}

fn unlocked(home: Home, draft: &Path) -> Sitting {
    let mut sitting = Sitting::resume(120, 40, home, draft);
    sitting.keys(PASSPHRASE).keys("<enter>");
    sitting
}

/// A home with the draft sealed in it.
fn sealed() -> (Home, PathBuf) {
    let home = Home::new();
    let plain = home.write("data/assay/draft.toml", DRAFT);
    // With the work of a test; the command has its own tests.
    #[cfg(debug_assertions)]
    assay::store::seal::seal_quickly_in_tests();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).unwrap();
    let sealing = Sealing::of(&plain, &home.path().join("state/assay")).unwrap();
    let sealed = sealing.finish(&passphrase).unwrap();
    (home, sealed.path)
}

/// A sealed draft of which edits wait, and words in a box.
fn waiting() -> (Home, PathBuf) {
    let (home, path) = sealed();
    let mut sitting = unlocked(home, &path);
    at_finding(&mut sitting);
    sitting.keys("vBecause it was asked to<esc><enter> It means it.");
    (sitting.kill(), path)
}

const TYPED: &str = "The force listens. It means it.";

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

/// The files, by their names from the home, in which some words can be read, or which are called so.
fn that_show(home: &Home, words: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    files(home.path(), &mut all);
    assert!(!all.is_empty());
    let shows = |path: &PathBuf| {
        let name = path.to_string_lossy().into_owned();
        // What was on its way to its place when the list was made may be there by now.
        let text = fs::read(path).unwrap_or_default();
        let text = String::from_utf8_lossy(&text).into_owned();
        words
            .iter()
            .any(|words| text.contains(words) || name.contains(words))
    };
    let mut found: Vec<String> = all
        .iter()
        .filter(|path| shows(path))
        .map(|path| path.strip_prefix(home.path()).unwrap())
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    found.sort();
    found
}

#[test]
fn a_sealed_draft_that_was_renamed_or_moved_has_every_word_again() {
    let (home, path) = waiting();
    // Others that are gone are not taken for it.
    let other = DRAFT.replace("wexmoor-1a2b", "wexmoor-2a3b");
    home.write("data/assay/other.toml", &other);
    done(&home, &["seal", "data/assay/other.toml"]);
    let mut sitting = unlocked(home, &path.with_file_name("other.toml.age"));
    assert_eq!(sitting.texts(), ["The force listens."]);
    at_finding(&mut sitting);
    sitting.keys("<enter> Another.");
    let home = sitting.kill();
    fs::remove_file(path.with_file_name("other.toml.age")).unwrap();

    let moved = home.drafts().join("elsewhere/name.toml.age");
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(&path, &moved).unwrap();
    let listed = done(&home, &["recover"]);
    assert!(listed.contains("draft.toml.age"), "{listed}");
    let (_, told) = run(&home, &["check", "data/assay/elsewhere/name.toml.age"]);
    assert!(told.contains("in its journal"), "{told}");
    let mut sitting = unlocked(home, &moved);
    assert_eq!(sitting.texts(), [TYPED]);
    let screen = sitting.screen();
    assert!(screen.contains("Recovered"), "{screen}");
    at_finding(&mut sitting);
    sitting.keys("v");
    let screen = sitting.screen();
    assert!(screen.contains("Because it was asked to"), "{screen}");
    // From here on it belongs there.
    let mut sitting = unlocked(sitting.kill(), &moved);
    assert_eq!(sitting.texts(), [TYPED]);
    sitting.keys("uuuuuuuu");
    assert_eq!(sitting.texts(), ["The force listens."]);
}

#[test]
fn a_copy_of_a_sealed_draft_has_none_of_its_journal_while_it_is_there() {
    let (home, path) = waiting();
    let copy = path.with_file_name("copy.toml.age");
    fs::copy(&path, &copy).unwrap();
    let sitting = unlocked(home, &copy);
    assert_eq!(sitting.texts(), ["The force listens."]);
    let sitting = unlocked(sitting.kill(), &path);
    assert_eq!(sitting.texts(), [TYPED]);
}

#[test]
fn what_waits_of_a_sealed_draft_is_brought_back_by_its_name() {
    let (home, path) = waiting();
    home.write("other", "not it");
    let wrong = home
        .assay()
        .args([
            "recover",
            "data/assay/draft.toml.age",
            "--passphrase-file",
            "other",
        ])
        .output()
        .unwrap();
    assert!(!wrong.status.success());
    let shown = done(
        &home,
        &["recover", "data/assay/draft.toml.age", "--output", "-"],
    );
    assert!(shown.contains(TYPED), "{shown}");
    done(
        &home,
        &[
            "recover",
            "data/assay/draft.toml.age",
            "--output",
            "whole.toml.age",
        ],
    );
    let whole = done(&home, &["unseal", "whole.toml.age", "--output", "-"]);
    assert!(whole.contains(TYPED), "{whole}");
    let told = done(&home, &["recover", "data/assay/draft.toml.age"]);
    assert!(told.contains("brought back into"), "{told}");
    let text = done(
        &home,
        &["unseal", "data/assay/draft.toml.age", "--output", "-"],
    );
    assert!(text.contains(TYPED), "{text}");
    // Words in a box wait still, and that is what is said.
    let told = done(&home, &["recover", "data/assay/draft.toml.age"]);
    assert!(told.contains("Because it was asked to"), "{told}");
    let mut sitting = unlocked(home, &path);
    at_finding(&mut sitting);
    sitting.keys("v");
    let screen = sitting.screen();
    assert!(screen.contains("Because it was asked to"), "{screen}");
}

#[test]
fn a_sealed_draft_that_is_gone_comes_back_sealed_from_its_journal_alone() {
    let (home, path) = waiting();
    fs::remove_file(&path).unwrap();
    let listed = done(&home, &["recover"]);
    assert!(listed.contains("draft.toml.age"), "{listed}");
    done(&home, &["recover", "data/assay/draft.toml.age"]);
    assert_eq!(that_show(&home, &["listens", "means"]), [""; 0]);
    let sitting = unlocked(home, &path);
    assert_eq!(sitting.texts(), [TYPED]);
}

#[test]
fn sealing_takes_along_all_that_belongs_to_a_draft_and_shows_none_of_it_any_more() {
    let home = Home::new();
    let plain = home.write("data/assay/draft.toml", &DRAFT.replace("listens", MARKER));
    let mut sitting = Sitting::resume(120, 40, home, &plain);
    at_finding(&mut sitting);
    sitting.keys("<enter> More.<esc>").pause();
    sitting.keys(&format!("v{MARKER} in a box<esc>"));
    // Printed beside the draft.
    sitting.keys("p");
    let home = sitting.leave();
    done_printed(&home);
    // A journal that was set aside.
    let mut all = Vec::new();
    files(&home.path().join("state"), &mut all);
    let journal = all
        .iter()
        .find(|path| path.extension().is_some_and(|it| it == "journal"))
        .unwrap();
    fs::copy(journal, journal.with_extension("1700000000000.kept")).unwrap();
    assert!(that_show(&home, &[MARKER]).len() > 4);
    // Where the cursor was: the page, and what it was on.
    let place = &["Victims\t"];
    assert_eq!(that_show(&home, place).len(), 1);

    let told = done(&home, &["seal", "data/assay/draft.toml"]);
    let shown = that_show(&home, &[MARKER, "wexmoor-1a2b"]);
    // What the user made of it stays theirs, and is named.
    assert_eq!(shown, ["data/assay/draft.txt"], "{told}");
    assert!(
        told.contains("a copy is still readable: data/assay/draft.txt"),
        "{told}"
    );
    assert_eq!(that_show(&home, place), [""; 0]);
    let listed = done_plain(&home, &["history", "data/assay/draft.toml.age"]);
    assert!(listed.contains("sealed"), "{listed}");

    let sealed = home.drafts().join("draft.toml.age");
    let mut sitting = unlocked(home, &sealed);
    at_finding(&mut sitting);
    sitting.keys("v");
    let screen = sitting.screen();
    assert!(screen.contains(&format!("{MARKER} in a box")), "{screen}");
    // Undo reaches back to before the seal.
    sitting.keys("<esc>uuuu");
    assert_eq!(sitting.texts(), [format!("The force {MARKER}.")]);
    sitting.keys("UUUU").pause();
    let home = sitting.leave();
    assert_eq!(that_show(&home, &[MARKER]), ["data/assay/draft.txt"]);
    assert_eq!(that_show(&home, place), [""; 0]);

    done(&home, &["unseal", "data/assay/draft.toml.age"]);
    let listed = done_plain(&home, &["history", "data/assay/draft.toml", "--show", "1"]);
    assert!(listed.contains(MARKER), "{listed}");
    let mut sitting = Sitting::resume(120, 40, home, &plain);
    assert_eq!(sitting.texts(), [format!("The force {MARKER}. More.")]);
    at_finding(&mut sitting);
    sitting.keys("v");
    let screen = sitting.screen();
    assert!(screen.contains(&format!("{MARKER} in a box")), "{screen}");
    sitting.keys("<esc>uuuu");
    assert_eq!(sitting.texts(), [format!("The force {MARKER}.")]);
}

fn done_plain(home: &Home, arguments: &[&str]) -> String {
    let done = home.assay().args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    assert!(done.status.success(), "{arguments:?}: {said}");
    said
}

fn done_printed(home: &Home) {
    let print = [
        "print",
        "data/assay/draft.toml",
        "--output",
        "data/assay/draft.txt",
    ];
    let _ = home.assay().args(print).output().unwrap();
    assert!(home.drafts().join("draft.txt").exists());
}

#[test]
fn a_journal_beside_its_draft_is_found_by_every_command() {
    let home = Home::new();
    let plain = home.write("data/assay/draft.toml", DRAFT);
    let in_the_way = home.write("state/assay/journals", "in the way");
    let mut sitting = Sitting::resume(120, 40, home, &plain);
    at_finding(&mut sitting);
    sitting.keys("<enter> It means it.");
    let home = sitting.kill();
    assert!(home.drafts().join(".draft.toml.journal").exists());
    let told = refused(&home, &["seal", "data/assay/draft.toml"]);
    assert!(told.contains("edits of it wait"), "{told}");
    let listed = done_plain(&home, &["recover"]);
    assert!(listed.contains("draft.toml"), "{listed}");
    done_plain(&home, &["recover", "data/assay/draft.toml"]);
    let mut sitting = Sitting::resume(120, 40, home, &plain);
    at_finding(&mut sitting);
    sitting.keys("vBecause it was asked to<esc>");
    let home = sitting.leave();
    let listed = done_plain(&home, &["recover"]);
    assert!(listed.contains("Because it was asked to"), "{listed}");
    done(&home, &["seal", "data/assay/draft.toml"]);
    assert_eq!(that_show(&home, &["means", "asked to"]), [""; 0]);
    let sealed = home.drafts().join("draft.toml.age");
    let mut sitting = unlocked(home, &sealed);
    assert_eq!(sitting.texts(), [TYPED]);
    at_finding(&mut sitting);
    sitting.keys("v");
    let screen = sitting.screen();
    assert!(screen.contains("Because it was asked to"), "{screen}");
    sitting.keys("<esc><enter> Now.");
    let home = sitting.kill();
    assert!(home.drafts().join(".draft.toml.age.journal").exists());
    // The state folder can be written again.
    fs::remove_file(in_the_way).unwrap();
    let told = refused(&home, &["unseal", "data/assay/draft.toml.age"]);
    assert!(told.contains("edits of it wait"), "{told}");
    // Moved with its journal left behind, it finds it all the same: a version is kept of where it was.
    done(&home, &["recover", "data/assay/draft.toml.age"]);
    done(&home, &["unseal", "data/assay/draft.toml.age"]);
    let text = fs::read_to_string(&plain).unwrap();
    assert!(text.contains("It means it. Now."), "{text}");
    let mut sitting = Sitting::resume(120, 40, home, &plain);
    at_finding(&mut sitting);
    sitting.keys("v");
    let screen = sitting.screen();
    assert!(screen.contains("Because it was asked to"), "{screen}");
}
