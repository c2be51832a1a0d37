//! Drafts that read alike, and copies that were made outside Assay.

use std::fs;
use std::path::{Path, PathBuf};

use assay::store::EXAMPLES;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const WIDTHS: [u16; 3] = [160, 80, 44];

const CONFLICT: &str = "kent (conflicted copy 2024-01-02).toml";

fn example() -> &'static str {
    EXAMPLES[0].1
}

/// A home with this draft in its folder of drafts.
fn home() -> (Home, PathBuf) {
    let home = Home::new();
    let draft = home.write("data/assay/kent.toml", example());
    (home, draft)
}

fn library(home: Home, width: u16) -> Sitting {
    let mut sitting = Sitting::again(width, 24, home);
    sitting.pause();
    sitting
}

fn identity(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let line = text.lines().find(|line| line.starts_with("id = ")).unwrap();
    line.split('"').nth(1).unwrap().to_owned()
}

/// Types a finding and says whether it is saved.
fn typed(home: Home, draft: &Path, words: &str, saved: bool) -> Sitting {
    let mut sitting = Sitting::resume(200, 40, home, draft);
    sitting.stalled = !saved;
    sitting.keys(&format!("a{words}<esc>"));
    if saved {
        sitting.keys("<ctrl-s>");
        assert!(fs::read_to_string(draft).unwrap().contains(words));
    }
    sitting
}

#[test]
fn drafts_that_read_alike_are_told_apart_by_their_files() {
    let (mut home, draft) = home();
    fs::copy(&draft, draft.with_file_name(CONFLICT)).unwrap();
    home.write(
        "data/assay/other.toml",
        &example().replace("Wexmoor", "Borders"),
    );
    for width in WIDTHS {
        let sitting = library(home, width);
        let screen = sitting.screen();
        let rows: Vec<&str> = screen
            .lines()
            .filter(|line| line.contains(".toml"))
            .collect();
        // Where a draft has two rows, each has its file in sight.
        // In one row, the body stands before the end of its file's name.
        let rows: Vec<&str> = match rows.is_empty() {
            true => screen.lines().collect(),
            false => rows,
        };
        assert!(rows.len() >= 2, "{width}:\n{screen}");
        for end in ["kent", "01-02)"] {
            let row = rows.iter().find(|row| row.contains(end));
            assert!(row.is_some(), "{screen}");
        }
        assert!(screen.matches("Wexmoor").count() >= 2, "{screen}");
        assert!(screen.contains("Borders"), "{screen}");
        home = sitting.kill();
    }
}

#[test]
fn after_a_copy_or_a_new_name_the_cursor_is_on_it() {
    let (home, _) = home();
    home.write(
        "data/assay/other.toml",
        &example().replace("Wexmoor", "Borders"),
    );
    let mut sitting = library(home, 120);
    let chosen = |sitting: &Sitting| {
        let path = sitting.state.library.chosen().unwrap().path.clone();
        path.file_name().unwrap().to_string_lossy().into_owned()
    };
    while chosen(&sitting) != "kent.toml" {
        sitting.keys("<down>");
    }
    sitting.keys("c<down><enter>");
    assert_eq!(chosen(&sitting), "kent-copy.toml", "{}", sitting.screen());
    sitting.keys("r<ctrl-u>zzz<enter><down><enter>");
    assert_eq!(chosen(&sitting), "zzz.toml", "{}", sitting.screen());
    sitting.keys("d<down><enter>u");
    assert_eq!(chosen(&sitting), "zzz.toml", "{}", sitting.screen());
}

#[test]
fn a_copy_made_elsewhere_gets_an_identity_and_a_history_of_its_own() {
    let (home, draft) = home();
    let home = typed(home, &draft, "The first word.", true).leave();
    let copy = draft.with_file_name(CONFLICT);
    fs::copy(&draft, &copy).unwrap();
    let before = fs::read_to_string(&copy).unwrap();
    let id = identity(&draft);

    let sitting = Sitting::resume(200, 40, home, &copy);
    assert!(
        sitting.screen().contains("A copy of kent.toml"),
        "{}",
        sitting.screen()
    );
    let home = sitting.leave();
    let without_identity = |text: &str| {
        let lines = text.lines().filter(|line| !line.starts_with("id = "));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let after = fs::read_to_string(&copy).unwrap();
    assert_eq!(
        without_identity(&after),
        without_identity(&before),
        "nothing but its identity is written"
    );

    // What is typed comes back, before the first save as the copy that it is, and after it.
    let home = typed(home, &copy, "A second word.", false).kill();
    let sitting = Sitting::resume(200, 40, home, &copy);
    assert!(sitting.texts().contains(&"A second word.".to_owned()));
    let home = typed(sitting.kill(), &copy, "A third word.", true).kill();
    let own = identity(&copy);
    assert_ne!(own, id);
    assert_eq!(identity(&draft), id);
    let home = typed(home, &copy, "A fourth word.", false).kill();
    let sitting = Sitting::resume(200, 40, home, &copy);
    assert!(sitting.texts().contains(&"A fourth word.".to_owned()));
    assert!(
        !sitting.screen().contains("A copy of"),
        "{}",
        sitting.screen()
    );
    let home = sitting.leave();
    assert_eq!(identity(&copy), own, "it stays");

    let history = |path: &Path| {
        let done = home.assay().arg("history").arg(path).output().unwrap();
        String::from_utf8(done.stdout).unwrap().lines().count()
    };
    assert_eq!(
        (history(&draft), history(&copy)),
        (2, 2),
        "a title and one version each"
    );
    let sitting = Sitting::resume(200, 40, home, &draft);
    assert!(
        !sitting.screen().contains("A copy of"),
        "{}",
        sitting.screen()
    );
    assert!(sitting.texts().contains(&"The first word.".to_owned()));
    assert!(!sitting.texts().contains(&"A second word.".to_owned()));
}

#[test]
fn words_typed_into_a_copy_come_back_whichever_of_the_two_was_known_first() {
    // Typed into the copy before the other one was ever saved: nobody knew that it was one.
    let (home, draft) = home();
    let copy = draft.with_file_name(CONFLICT);
    fs::copy(&draft, &copy).unwrap();
    let home = typed(home, &copy, "An early word.", false).kill();
    let home = typed(home, &draft, "The first word.", true).leave();
    let sitting = Sitting::resume(200, 40, home, &copy);
    assert!(
        sitting.texts().contains(&"An early word.".to_owned()),
        "{}",
        sitting.screen()
    );
    let home = typed(sitting.kill(), &copy, "A late word.", false).kill();
    // The other one goes, and the copy is none any more.
    fs::remove_file(&draft).unwrap();
    let sitting = Sitting::resume(200, 40, home, &copy);
    for word in ["An early word.", "A late word."] {
        assert!(
            sitting.texts().contains(&word.to_owned()),
            "{}",
            sitting.screen()
        );
    }
}

#[cfg(unix)]
#[test]
fn another_name_of_the_same_file_and_a_file_that_was_moved_are_no_copies() {
    let (home, draft) = home();
    let mut home = typed(home, &draft, "The first word.", true).leave();
    let (link, second) = (
        draft.with_file_name("link.toml"),
        draft.with_file_name("second.toml"),
    );
    std::os::unix::fs::symlink("kent.toml", &link).unwrap();
    fs::hard_link(&draft, &second).unwrap();
    let moved = draft.with_file_name("moved.toml");
    for path in [&link, &second, &moved] {
        if path == &moved {
            fs::remove_file(&second).unwrap();
            fs::rename(&draft, &moved).unwrap();
        }
        let sitting = Sitting::resume(200, 40, home, path);
        assert!(
            !sitting.screen().contains("A copy of"),
            "{}",
            sitting.screen()
        );
        home = sitting.leave();
    }
}

#[test]
fn two_copies_that_are_open_at_once_keep_their_histories_apart() {
    let (home, draft) = home();
    let copy = draft.with_file_name(CONFLICT);
    fs::copy(&draft, &copy).unwrap();
    let mut one = Sitting::resume(200, 40, home.clone(), &draft);
    let mut other = Sitting::resume(200, 40, home.clone(), &copy);
    one.keys("aThe first word.<esc><ctrl-s>");
    other.keys("aA second word.<esc><ctrl-s>");
    for (path, own) in [(&draft, "The first word."), (&copy, "A second word.")] {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(own) && text.matches(" word.").count() == 1);
    }
    drop((one, other));
    let versions = fs::read_dir(home.path().join("state/assay/versions")).unwrap();
    assert_eq!(versions.count(), 2);
    let sitting = Sitting::resume(200, 40, home, &copy);
    assert!(
        sitting.screen().contains("A copy of kent.toml"),
        "{}",
        sitting.screen()
    );
}
