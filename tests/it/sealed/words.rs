//! Words in boxes of a sealed draft that cannot go into its journal: it is somebody else's.

use std::fs;
use std::path::Path;

use assay::app::{Command, Message};
use assay::store::Sealing;
use assay::store::seal::Passphrase;

use super::{
    DRAFT, MARKER, PASSPHRASE, at_finding, done, done_plain, refused, sealed, that_show, unlocked,
};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

/// Somebody types into a box of a draft that somebody else takes over meanwhile, and is killed.
fn typed_after_a_take_over(home: Home, path: &Path) -> Home {
    let mut first = unlocked(home, path);
    at_finding(&mut first);
    first.keys(&format!("v{MARKER} by"));
    let mut second = unlocked(first.home.clone(), path);
    second.keys("T<down><enter>");
    first.keys(" hand");
    let screen = first.screen();
    assert!(screen.contains("read only"), "{screen}");
    first.keys(" and foot");
    let home = first.kill();
    drop(second);
    home
}

fn offered(mut sitting: Sitting) -> (Home, String) {
    at_finding(&mut sitting);
    sitting.keys("v");
    let overlay = sitting.state.overlays.last().unwrap();
    let text = overlay.field().unwrap().text().to_owned();
    (sitting.kill(), text)
}

#[test]
fn what_is_typed_after_a_take_over_of_a_sealed_draft_is_sealed_and_offered_again() {
    let (home, path) = sealed();
    let home = typed_after_a_take_over(home, &path);
    assert_eq!(that_show(&home, &[MARKER]), [""; 0]);
    let words = format!("{MARKER} by hand and foot");
    let told = done(&home, &["recover", "data/assay/draft.toml.age"]);
    assert!(told.contains(&words), "{told}");
    // It goes along where the draft goes, and by the next opening it is in the draft's own journal.
    let moved = home.drafts().join("moved/other.toml.age");
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(&path, &moved).unwrap();
    for _ in 0..2 {
        let (after, text) = offered(unlocked(home.clone(), &moved));
        assert_eq!(text, words);
        assert_eq!(that_show(&after, &[MARKER]), [""; 0]);
        assert_eq!(that_show(&after, &[".words"]), [""; 0]);
    }
}

#[test]
fn what_was_pasted_over_a_sealed_draft_that_is_only_read_is_sealed_and_kept() {
    let (home, path) = sealed();
    let first = unlocked(home, &path);
    let mut second = unlocked(first.home.clone(), &path);
    second.paste(MARKER);
    let home = second.kill();
    drop(first);
    assert_eq!(that_show(&home, &[MARKER]), [""; 0]);
    let mut third = unlocked(home, &path);
    at_finding(&mut third);
    third.keys("<enter><ctrl-v>");
    assert_eq!(third.texts(), [format!("The force listens. {MARKER}")]);
}

#[test]
fn sealing_takes_along_what_waits_outside_the_journal_and_what_an_earlier_path_left() {
    let home = Home::new();
    let plain = home.write("data/assay/draft.toml", DRAFT);
    let mut first = Sitting::resume(120, 40, home.clone(), &plain);
    at_finding(&mut first);
    first.keys("v");
    let mut second = Sitting::resume(120, 40, home.clone(), &plain);
    second.keys("T<down><enter>");
    at_finding(&mut second);
    second.keys("VAgainst");
    first.keys(&format!("{MARKER} by hand"));
    // Its words are its own while it lives, whether it has the draft back by then or only reads it.
    drop(second.leave());
    let told = refused(&home, &["seal", "data/assay/draft.toml"]);
    let reads = ["another Assay reads it", "has it open"];
    assert!(reads.iter().any(|it| told.contains(it)), "{told}");
    assert_eq!(fs::read_to_string(&plain).unwrap(), DRAFT);
    drop(first.kill());
    // Nobody has opened it since it has another name.
    let name = home.drafts().join("renamed.toml");
    fs::rename(&plain, &name).unwrap();
    let listed = done_plain(&home, &["recover"]);
    assert!(listed.contains(&format!("{MARKER} by hand")), "{listed}");
    done(&home, &["seal", "data/assay/renamed.toml"]);
    assert_eq!(
        that_show(&home, &[MARKER, "Against", "wexmoor-1a2b"]),
        [""; 0]
    );
    let path = home.drafts().join("renamed.toml.age");
    let (home, text) = offered(unlocked(home, &path));
    assert_eq!(text, format!("{MARKER} by hand"));
    let mut sitting = unlocked(home, &path);
    at_finding(&mut sitting);
    sitting.keys("V");
    assert!(sitting.screen().contains("Against"), "{}", sitting.screen());
    // The seal is taken off, and they are there still.
    let home = sitting.leave();
    done(&home, &["unseal", "data/assay/renamed.toml.age"]);
    let (_, text) = offered(Sitting::resume(120, 40, home, &name));
    assert_eq!(text, format!("{MARKER} by hand"));
}

#[test]
fn edits_that_were_set_aside_of_a_sealed_draft_are_listed_and_brought_back_by_their_name() {
    let (home, path) = sealed();
    let mut first = unlocked(home, &path);
    at_finding(&mut first);
    first.keys("<enter> It means");
    let mut second = unlocked(first.home.clone(), &path);
    second.keys("T<down><enter>");
    // What is typed now goes into no file.
    first.stalled = true;
    first.keys(" it.");
    let home = first.kill();
    drop(second);
    let listed = done(&home, &["recover", "data/assay/draft.toml.age", "--all"]);
    let lines = listed
        .lines()
        .filter(|line| line.contains("draft.toml.age"));
    let names = lines.filter_map(|line| line.split(' ').next());
    // Words that wait have none.
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    assert!(!names.is_empty(), "{listed}");
    let all = names
        .iter()
        .map(|name| done(&home, &["recover", name, "--all", "--output", "-"]));
    let all: Vec<String> = all.collect();
    assert!(all.iter().any(|text| text.contains("It means ")), "{all:?}");
    assert_eq!(that_show(&home, &["It means"]), [""; 0]);
}

/// Somebody who has given the passphrase, while the draft is not open yet; in the library before, where `from_library`.
fn opening(from_library: bool) -> Sitting {
    let (home, path) = sealed();
    let mut sitting = match from_library {
        true => Sitting::again(120, 40, home),
        false => Sitting::resume(120, 40, home, &path),
    };
    if from_library {
        sitting.holds_openings = true;
        sitting.keys("<enter>");
        assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
    } else {
        sitting.holds_openings = true;
        sitting.keys(PASSPHRASE).keys("<enter>");
    }
    assert!(sitting.state.editor.is_none());
    sitting
}

#[test]
fn what_comes_while_a_sealed_draft_is_being_opened_waits_in_it_and_never_in_clear() {
    for from_library in [false, true] {
        let mut sitting = opening(from_library);
        for words in ["The ", MARKER, " is old"] {
            sitting.send(Message::Burst(words.to_owned()));
        }
        sitting.paste("another zyzzogeton");
        sitting.pause();
        assert_eq!(that_show(&sitting.home, &[MARKER]), [""; 0]);
        sitting.opens();
        if from_library {
            sitting.keys(PASSPHRASE).keys("<enter>");
        }
        assert!(sitting.state.editor.is_some(), "{}", sitting.screen());
        assert!(
            sitting.screen().contains("words wait"),
            "{}",
            sitting.screen()
        );
        let home = sitting.kill();
        assert_eq!(that_show(&home, &[MARKER]), [""; 0]);
        let path = home.drafts().join("draft.toml.age");
        let told = done(&home, &["recover", "data/assay/draft.toml.age"]);
        for words in [format!("The {MARKER} is old"), format!("another {MARKER}")] {
            assert!(told.contains(&words), "{words}: {told}");
        }
        let mut sitting = unlocked(home, &path);
        at_finding(&mut sitting);
        sitting.keys("<enter><ctrl-v>");
        assert_eq!(
            sitting.texts(),
            [format!("The force listens. another {MARKER}")]
        );
    }
}

#[test]
fn keys_that_come_while_a_sealed_draft_is_being_opened_do_nothing_in_the_library() {
    for (keys, words) in [
        ("]]<tab>e<end> The radios fail", "The radios fail"),
        ("new officers said so", "new officers said so"),
        ("d<down><enter>quick note", "quick note"),
    ] {
        let mut sitting = opening(false);
        let files = std::fs::read_dir(sitting.home.drafts()).unwrap().count();
        sitting.keys(keys);
        let screen = sitting.screen();
        assert!(sitting.state.overlays.is_empty(), "{keys}: {screen}");
        assert!(!sitting.state.is_over(), "{keys}: {screen}");
        sitting.opens();
        assert!(sitting.state.editor.is_some(), "{}", sitting.screen());
        let home = sitting.kill();
        assert_eq!(std::fs::read_dir(home.drafts()).unwrap().count(), files);
        let told = done(&home, &["recover", "data/assay/draft.toml.age"]);
        assert!(told.contains(words), "{words}: {told}");
    }
    // A passphrase that is typed at once is none of the words.
    let (home, _) = sealed();
    let mut sitting = Sitting::again(120, 40, home);
    sitting.keys("s4xk9Tq secret words<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("Passphrase for"), "{screen}");
    assert!(!screen.contains("secret words"), "{screen}");
    assert_eq!(
        that_show(&sitting.home, &["4xk9Tq", "secret words"]),
        [""; 0]
    );
    // Whoever leaves leaves.
    let mut sitting = opening(false);
    sitting.keys("<ctrl-q>");
    assert!(sitting.state.is_over(), "{}", sitting.screen());
}

#[test]
fn what_came_for_a_sealed_draft_that_is_not_opened_waits_for_another_try_and_is_told_of() {
    let (home, path) = sealed();
    let mut sitting = Sitting::resume(160, 40, home, &path);
    sitting.holds_openings = true;
    sitting.keys("wrong horse").keys("<enter>");
    sitting.send(Message::Burst(format!("The {MARKER} is old")));
    sitting.opens();
    sitting.keys("<esc>");
    assert!(
        sitting.screen().contains("waits for it in no file"),
        "{}",
        sitting.screen()
    );
    assert_eq!(sitting.state.left_unsaved().len(), 1);
    assert_eq!(that_show(&sitting.home, &[MARKER]), [""; 0]);
    sitting.open_file(&path);
    sitting.keys(PASSPHRASE).keys("<enter>");
    at_finding(&mut sitting);
    sitting.keys("<enter><ctrl-v>");
    assert!(sitting.texts()[0].contains(MARKER));
    assert!(
        sitting
            .state
            .left_unsaved()
            .iter()
            .all(|it| !it.contains("no file, since"))
    );
    assert_eq!(that_show(&sitting.home, &[MARKER]), [""; 0]);
}

/// Words came for the draft while it was being opened with another passphrase, which was given up.
fn given_up(home: Home, path: &Path) -> Sitting {
    let mut sitting = Sitting::resume(160, 40, home, path);
    sitting.holds_openings = true;
    sitting.keys("wrong horse").keys("<enter>");
    sitting.send(Message::Burst(format!("The {MARKER} is old")));
    // What fails meanwhile has nothing to do with it.
    sitting.send(Message::Failed("A print failed.".to_owned()));
    sitting.send(Message::Burst(format!(" and {MARKER} is new")));
    sitting.opens();
    sitting.keys("<esc>");
    let screen = sitting.screen();
    assert!(screen.contains("waits for it in no file"), "{screen}");
    sitting
}

#[test]
fn what_came_for_a_sealed_draft_that_is_given_up_goes_into_no_other() {
    for other_is_sealed in [true, false] {
        let (home, path) = sealed();
        let plain = home.write("data/assay/other.toml", &DRAFT.replace("1a2b", "3c4d"));
        let other = match other_is_sealed {
            true => {
                let passphrase = Passphrase::new(PASSPHRASE.to_owned()).unwrap();
                let sealing = Sealing::of(&plain, &home.path().join("state/assay")).unwrap();
                sealing.finish(&passphrase).unwrap().path
            }
            false => plain,
        };
        let mut sitting = given_up(home, &path);
        sitting.open_file(&other);
        if other_is_sealed {
            sitting.keys(PASSPHRASE).keys("<enter>");
        }
        at_finding(&mut sitting);
        sitting.keys("<enter><ctrl-v>");
        assert_eq!(sitting.texts(), ["The force listens."]);
        sitting.keys("<esc>");
        // It is told where it belongs, and stays there though it is chosen or the list is left.
        sitting.message(Message::Command(Command::Waiting));
        let screen = sitting.screen();
        assert!(
            screen.contains("for draft.toml.age, which is sealed"),
            "{screen}"
        );
        sitting.keys("<enter>");
        assert!(
            sitting.screen().contains("is offered when that is opened"),
            "{}",
            sitting.screen()
        );
        assert_eq!(sitting.state.left_unsaved().len(), 1);
        sitting.keys("q");
        assert_eq!(that_show(&sitting.home, &[MARKER]), [""; 0]);
        // A file that has another name is the same.
        let cards = sitting.state.library.cards.clone().unwrap();
        assert_eq!(cards.len(), 2);
        sitting.keys("<home>");
        while sitting.state.library.chosen().unwrap().path != path {
            sitting.keys("<down>");
        }
        sitting.keys("r<ctrl-u>another name<enter><down><enter>");
        let renamed = path.with_file_name("another-name.toml.age");
        assert!(renamed.exists(), "{}", sitting.screen());
        sitting.open_file(&renamed);
        sitting.keys(PASSPHRASE).keys("<enter>");
        at_finding(&mut sitting);
        sitting.keys("<enter><ctrl-v>");
        let texts = sitting.texts();
        assert!(texts[0].contains(&format!("{MARKER} is new")), "{texts:?}");
        sitting.keys("<ctrl-s>");
        assert_eq!(sitting.state.left_unsaved(), [""; 0]);
        let home = sitting.kill();
        assert_eq!(that_show(&home, &[MARKER]), [""; 0]);
    }
}

#[test]
fn what_came_for_a_sealed_draft_is_forgotten_where_that_is_wanted_and_goes_into_no_journal() {
    let (home, path) = sealed();
    let mut sitting = given_up(home, &path);
    sitting.keys("<esc>");
    sitting.message(Message::Command(Command::ForgetWaiting));
    sitting.keys("<enter>");
    assert_eq!(
        sitting.state.left_unsaved(),
        [""; 0],
        "{}",
        sitting.screen()
    );
    sitting.pause();
    let home = sitting.kill();
    assert_eq!(that_show(&home, &[MARKER]), [""; 0]);
}
