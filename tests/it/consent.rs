//! Prose that is typed by hand where no text is open: it changes no file that is not open, takes nothing from anybody
//! else, and whatever it does to the open draft is taken back by undo.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assay::app::{Code, Key, TABLE};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n";

/// Sentences as people type them, each with every letter somewhere and an Enter behind it.
const PROSE: [&str; 4] = [
    "The force dealt quickly with a vexed public.\n",
    "didn't count; recorded crime rose by 12 per cent!\n",
    "TAKE care: just six (of 40) were checked, young or old.\n",
    "rd\ncd\nTd\nd\nc\nr\n",
];

/// Every file of the folder of drafts but those that are nobody's words: locks.
fn files(home: &Home) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(home.drafts()).expect("the folder of drafts");
    let entries = entries.map(|entry| entry.expect("an entry").path());
    let files = entries.filter(|path| path.is_file());
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    files
        .map(|path| (name(&path), fs::read(&path).expect("a file")))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect()
}

fn home() -> Home {
    let home = Home::new();
    home.write("data/assay/draft.toml", DRAFT);
    home.write("data/assay/other.toml", &DRAFT.replace("wexmoor", "other"));
    home
}

#[test]
fn prose_in_the_library_moves_copies_and_overwrites_no_file() {
    for prose in PROSE {
        let home = home();
        let before = files(&home);
        let mut sitting = Sitting::again(100, 30, home);
        for character in prose.chars() {
            // One after another, as a hand sends them; what a box takes is in the box.
            sitting.keys(&match character {
                '\n' => "<enter>".to_owned(),
                '<' => "<less>".to_owned(),
                other => other.to_string(),
            });
        }
        let now = files(&sitting.home);
        for (name, bytes) in &before {
            assert_eq!(now.get(name), Some(bytes), "{prose}: {name}");
        }
        assert!(!sitting.home.drafts().join(".trash").exists(), "{prose}");
    }
}

#[test]
fn each_letter_and_enter_leave_the_files_of_others_and_their_locks_alone() {
    let letters = TABLE.iter().flat_map(|entry| entry.keys);
    let letters = letters.filter_map(|key| Key::parse(key).ok());
    let letters: Vec<Key> = letters.filter(|key| key.typed().is_some()).collect();
    assert!(letters.contains(&Key::char('T')) && letters.contains(&Key::char('d')));
    for letter in letters {
        let home = home();
        let before = files(&home);
        let path = home.drafts().join("draft.toml");
        let first = Sitting::resume(100, 30, home.clone(), &path);
        // Over a draft that somebody else has open, and in the library.
        let mut reader = Sitting::resume(100, 30, home.clone(), &path);
        let mut library = Sitting::again(100, 30, home);
        for sitting in [&mut reader, &mut library] {
            let enter = assay::app::Message::Key(Key::plain(Code::Enter));
            for message in [assay::app::Message::Key(letter), enter] {
                sitting.message(message);
            }
            sitting.keys("x y<enter>");
        }
        let file = reader.state.editor.as_ref().map(|it| &it.file);
        let file = file.filter(|file| file.path == path);
        let theirs = file.is_none_or(|file| file.read_only.is_some());
        assert!(theirs, "{letter} took the draft over");
        let mut first = first;
        first.focus();
        assert_eq!(first.editor().file.read_only, None, "{letter}");
        let now = files(&first.home);
        for (name, bytes) in &before {
            assert_eq!(now.get(name), Some(bytes), "{letter}: {name}");
        }
    }
}

#[test]
fn a_question_of_a_few_answers_takes_no_letter_and_says_so() {
    let mut sitting = Sitting::again(100, 30, home());
    sitting.keys("d");
    assert!(
        sitting.screen().contains("in the trash?"),
        "{}",
        sitting.screen()
    );
    sitting.keys("yes");
    let screen = sitting.screen();
    assert!(screen.contains("Letters do nothing here"), "{screen}");
    assert!(screen.contains("Put it in the trash"), "{screen}");
    // What is pasted there is kept, as where no text is open.
    sitting.paste("Pasted.");
    assert!(sitting.screen().contains("“Pasted.” is kept"));
    let before = files(&sitting.home);
    sitting.keys("<enter>");
    assert_eq!(files(&sitting.home), before);
    sitting.keys("d<down><enter>");
    assert_eq!(files(&sitting.home).len(), before.len() - 1);
    sitting.keys("u");
    assert_eq!(files(&sitting.home), before);
}

#[test]
fn prose_behind_the_name_that_is_offered_gives_the_draft_no_other_file() {
    let mut sitting = Sitting::at(100, 30, DRAFT);
    let before = files(&sitting.home);
    let path = sitting.editor().file.path.clone();
    sitting.keys("S").keys("ome officers were late.<enter>");
    assert!(
        sitting.screen().contains("ends with .toml"),
        "{}",
        sitting.screen()
    );
    assert_eq!(
        (files(&sitting.home), &sitting.editor().file.path),
        (before, &path)
    );
    sitting.keys("<ctrl-u>elsewhere<enter>");
    assert!(sitting.home.drafts().join("elsewhere.toml").exists());
}

#[test]
fn a_new_name_that_is_not_agreed_to_waits_in_its_box() {
    let mut sitting = Sitting::again(100, 30, home());
    let before = files(&sitting.home);
    for no in ["<enter>", "<esc>"] {
        sitting.keys("r<ctrl-u>northmoor<enter>");
        assert!(
            sitting.screen().contains("to northmoor?"),
            "{}",
            sitting.screen()
        );
        sitting.keys(no);
        assert_eq!(files(&sitting.home), before);
        sitting.keys("r");
        assert!(
            sitting.screen().contains("northmoor"),
            "{}",
            sitting.screen()
        );
        sitting.keys("<esc>");
    }
    sitting.keys("r<enter><down><enter>");
    assert!(sitting.home.drafts().join("northmoor.toml").exists());
}

#[test]
fn prose_in_a_draft_is_taken_back_by_undo() {
    for pane in ["", "<tab>", "<tab><tab>"] {
        for prose in PROSE {
            let mut sitting = Sitting::at(100, 30, DRAFT);
            sitting.keys("<home><down><down><down>").keys(pane);
            let before = sitting.editor().assessment.clone();
            for character in prose.chars().filter(|it| !"q:?".contains(*it)) {
                sitting.keys(&match character {
                    '\n' => "<enter>".to_owned(),
                    other => other.to_string(),
                });
                if sitting.state.editor.is_none() {
                    break;
                }
            }
            for _ in 0..200 {
                if sitting.state.overlays.is_empty() && sitting.editor().typing.is_none() {
                    break;
                }
                sitting.keys("<esc>");
            }
            for _ in 0..200 {
                sitting.keys("<ctrl-z>");
            }
            assert_eq!(sitting.editor().assessment, before, "{pane} {prose}");
        }
    }
}
