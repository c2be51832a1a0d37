//! Words that went into a file beside a draft, since another program had made something else of it: the draft stays itself
//! when it is whole again, and tells of them until somebody has dealt with them.

use std::fs;
use std::path::{Path, PathBuf};

use assay::store::EXAMPLES;
use assay::store::seal::{Passphrase, seal};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const WORDS: &str = "Kept beside";

fn identity(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let line = text.lines().find(|line| line.starts_with("id = ")).unwrap();
    line.split('"').nth(1).unwrap().to_owned()
}

fn beside(draft: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(draft.parent().unwrap()).unwrap();
    let mut files: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    files.retain(|file| file.to_string_lossy().contains(".yours-") && !file.ends_with(".lock"));
    files.retain(|file| file.extension().is_some_and(|it| it == "toml"));
    files.sort();
    files
}

/// A draft that was made something else of while somebody typed in it, and is whole again.
fn whole_again(saves_first: bool) -> (Home, PathBuf, PathBuf) {
    let home = Home::new();
    let draft = home.write("data/assay/kent.toml", EXAMPLES[0].1);
    let mut sitting = Sitting::resume(160, 40, home, &draft);
    if saves_first {
        // A version is kept under its identity.
        sitting.keys("aSaved before<esc><ctrl-s>");
    }
    let text = fs::read_to_string(&draft).unwrap();
    fs::write(&draft, "x = = [[\n").unwrap();
    sitting.keys(&format!("a{WORDS}<esc><ctrl-s>"));
    let rescue = beside(&draft).remove(0);
    fs::write(&draft, text).unwrap();
    // What is typed from here on stands there too, saved and not.
    sitting.keys("aSaved there<esc><ctrl-s>").pause();
    sitting.stalled = true;
    sitting.keys("aNever saved<esc>");
    (sitting.kill(), draft, rescue)
}

fn told(home: &Home, arguments: &[&str]) -> String {
    let done = home.assay().args(arguments).output().unwrap();
    String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned()
}

#[test]
fn a_draft_that_is_whole_again_keeps_its_identity_and_the_file_beside_it_gets_its_own() {
    for saves_first in [false, true] {
        let (home, draft, rescue) = whole_again(saves_first);
        let before = identity(&draft);
        let mut sitting = Sitting::resume(160, 40, home, &draft);
        sitting.keys("<esc>");
        assert!(
            !sitting.screen().contains("A copy of"),
            "{}",
            sitting.screen()
        );
        sitting.keys("aAnother<esc><ctrl-s>");
        let home = sitting.leave();
        assert!(fs::read_to_string(&draft).unwrap().contains("Another"));
        assert_eq!(identity(&draft), before);
        let mut sitting = Sitting::resume(160, 40, home, &rescue);
        sitting.keys("aOf its own<esc><ctrl-s>");
        let _home = sitting.leave();
        assert_ne!(identity(&rescue), before);
        let text = fs::read_to_string(&rescue).unwrap();
        for words in [WORDS, "Saved there", "Never saved", "Of its own"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert_eq!(identity(&draft), before);
    }
}

#[test]
fn a_draft_tells_of_the_words_beside_it_and_brings_them_in() {
    for saves_first in [false, true] {
        let (home, draft, rescue) = whole_again(saves_first);
        let name = rescue.file_name().unwrap().to_string_lossy().into_owned();
        for command in [
            &["check", "data/assay/kent.toml"][..],
            &["recover"],
            &["recover", "data/assay/kent.toml"],
        ] {
            let told = told(&home, command);
            assert!(told.contains(&name), "{command:?}: {told}");
        }
        // Left, it is told of again.
        let mut sitting = Sitting::resume(200, 40, home, &draft);
        assert!(sitting.screen().contains(&name), "{}", sitting.screen());
        sitting.keys("<esc>");
        let mut sitting = Sitting::resume(200, 40, sitting.leave(), &draft);
        assert!(
            sitting.screen().contains("kept beside this draft"),
            "{}",
            sitting.screen()
        );
        sitting.keys("<enter>").pause();
        let home = sitting.leave();
        let text = fs::read_to_string(&draft).unwrap();
        for words in [WORDS, "Saved there", "Never saved"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        // Brought in, it is asked about no more, though it is there.
        assert!(rescue.exists());
        let mut sitting = Sitting::resume(200, 40, home, &draft);
        assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
        // Undone here, it is not asked about again.
        sitting.keys("u<ctrl-s>");
        let home = sitting.leave();
        let told = told(&home, &["check", "data/assay/kent.toml"]);
        assert!(!told.contains(&name), "{told}");
    }
}

#[test]
fn a_draft_tells_nothing_of_a_file_beside_it_that_has_no_words_of_its_own_or_is_gone() {
    let (home, draft, rescue) = whole_again(true);
    let name = rescue.file_name().unwrap().to_string_lossy().into_owned();
    // Somebody has taken all of it over by hand.
    let mut sitting = Sitting::resume(160, 40, home, &rescue);
    sitting.keys("<ctrl-s>");
    let home = sitting.leave();
    let text = fs::read_to_string(&rescue).unwrap();
    let text = text.replace(&identity(&rescue), &identity(&draft));
    let before = fs::read(&draft).unwrap();
    fs::write(&draft, text).unwrap();
    let said = told(&home, &["check", "data/assay/kent.toml"]);
    assert!(!said.contains(&name), "{said}");
    fs::write(&draft, before).unwrap();
    let said = told(&home, &["check", "data/assay/kent.toml"]);
    assert!(said.contains(&name), "{said}");
    fs::remove_file(&rescue).unwrap();
    let said = told(&home, &["check", "data/assay/kent.toml"]);
    assert!(!said.contains("beside"), "{said}");
}

#[test]
fn words_beside_a_sealed_draft_are_offered_when_that_is_opened() {
    #[cfg(debug_assertions)]
    assay::store::seal::seal_quickly_in_tests();
    let passphrase = |words: &str| Passphrase::new(words.to_owned()).unwrap();
    let home = Home::new();
    let draft = home.drafts().join("kent.toml.age");
    fs::create_dir_all(home.drafts()).unwrap();
    let sealed = seal(
        EXAMPLES[0].1.as_bytes(),
        &passphrase("correct horse battery"),
    )
    .unwrap();
    fs::write(&draft, &sealed).unwrap();
    let unlocked = |home: Home| {
        let mut sitting = Sitting::resume(200, 40, home, &draft);
        sitting.keys("correct horse battery<enter>");
        sitting
    };
    let mut sitting = unlocked(home);
    let other = seal(
        EXAMPLES[0].1.as_bytes(),
        &passphrase("another horse battery"),
    )
    .unwrap();
    fs::write(&draft, other).unwrap();
    sitting.keys(&format!("a{WORDS}<esc><ctrl-s>"));
    fs::write(&draft, &sealed).unwrap();
    let home = sitting.kill();
    let said = told(&home, &["recover"]);
    assert!(said.contains(".yours-"), "{said}");
    let mut sitting = unlocked(home);
    assert!(
        sitting.screen().contains("kept beside this draft"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter>").pause();
    assert!(
        sitting.texts().iter().any(|text| text == WORDS),
        "{}",
        sitting.screen()
    );
    let sitting = unlocked(sitting.leave());
    assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
}
