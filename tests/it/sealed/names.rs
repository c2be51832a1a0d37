//! A sealed draft under another name: it stays sealed, and its name says so.

use super::{DRAFT, MARKER, at_finding, done, refused, sealed, that_show, unlocked, waiting};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

#[test]
fn a_sealed_draft_under_another_name_is_sealed_whatever_is_typed() {
    for (typed, called) in [
        ("tarn", "tarn.toml.age"),
        ("tarn.toml", "tarn.toml.age"),
        ("tarn.toml.age", "tarn.toml.age"),
        ("2021.22", "2021.22.toml.age"),
    ] {
        let (home, path) = sealed();
        let mut sitting = unlocked(home, &path);
        at_finding(&mut sitting);
        sitting.keys(&format!("<enter> {MARKER}<esc>v{MARKER} in a box<esc>"));
        sitting.keys(&format!("S<ctrl-u>{typed}<enter>"));
        let other = path.with_file_name(called);
        assert!(other.exists(), "{typed}: {}", sitting.screen());
        // What is typed there, saved and not, is sealed too, and so is what stood there before.
        at_finding(&mut sitting);
        sitting.keys("<enter><end> More.<esc>").pause();
        sitting.keys("<enter><end> And more.");
        let home = sitting.kill();
        assert_eq!(that_show(&home, &[MARKER, "listens", "ore."]), [""; 0]);
        let mut sitting = unlocked(home, &other);
        assert_eq!(
            sitting.texts(),
            [format!("The force listens. {MARKER} More. And more.")]
        );
        at_finding(&mut sitting);
        sitting.keys("v");
        assert!(sitting.screen().contains(&format!("{MARKER} in a box")));
        sitting.keys("<esc>q");
        let cards = sitting.state.library.cards.as_ref().unwrap();
        let sealed: Vec<bool> = cards.iter().map(|card| card.sealed).collect();
        assert_eq!(sealed, [true, true], "{typed}: {}", sitting.screen());
        let home = sitting.leave();
        assert_eq!(that_show(&home, &[MARKER, "listens", "ore."]), [""; 0]);
        // The one that it was is as it was saved last there.
        let first = unlocked(home, &path);
        assert!(first.texts().concat().starts_with("The force listens."));
        assert!(!first.texts().concat().contains("More"));
    }
}

#[test]
fn a_draft_under_another_name_is_listed() {
    for (typed, called) in [
        ("2021.22", "2021.22.toml"),
        ("tarn.toml.age", "tarn.toml"),
        ("tarn.TOML", "tarn.TOML"),
    ] {
        let mut sitting = Sitting::at(120, 40, DRAFT);
        sitting.keys(&format!("S<ctrl-u>{typed}<enter>"));
        assert_eq!(
            sitting.editor().file.path.file_name().unwrap(),
            called,
            "{}",
            sitting.screen()
        );
        sitting.keys("q");
        assert_eq!(sitting.state.library.cards.as_ref().unwrap().len(), 2);
    }
}

#[test]
fn a_copy_of_a_sealed_draft_is_refused_with_what_makes_one_that_is_sealed() {
    let (home, _) = sealed();
    let mut sitting = Sitting::again(160, 40, home);
    sitting.keys("c<down><enter>");
    let screen = sitting.screen();
    assert!(screen.contains("save it under another name"), "{screen}");
    assert_eq!(that_show(&sitting.home, &["listens"]), [""; 0]);
}

/// What is written of a sealed draft to a file that somebody names is sealed, and is not called as if it were not.
#[test]
fn what_a_command_writes_of_a_sealed_draft_is_not_called_as_a_plain_one() {
    let (home, _) = waiting();
    let told = refused(
        &home,
        &[
            "recover",
            "data/assay/draft.toml.age",
            "--output",
            "whole.toml",
        ],
    );
    assert!(told.contains("name it whole.toml.age"), "{told}");
    assert!(!home.path().join("whole.toml").exists());
    let home = Home::new();
    let plain = home.write("data/assay/draft.toml", DRAFT);
    let mut sitting = Sitting::resume(120, 40, home, &plain);
    at_finding(&mut sitting);
    sitting.keys("<enter> It means it.<esc>").pause();
    let home = sitting.leave();
    done(&home, &["seal", "data/assay/draft.toml"]);
    let version = [
        "history",
        "data/assay/draft.toml.age",
        "--show",
        "1",
        "--output",
    ];
    let told = refused(&home, &[&version[..], &["version.toml"]].concat());
    assert!(told.contains("name it version.toml.age"), "{told}");
    done(&home, &[&version[..], &["version.toml.age"]].concat());
    assert_eq!(that_show(&home, &["listens"]), [""; 0]);
}
