//! No word is ever lost: what was on the screen is back after any end, and nothing that another program wrote
//! is written over.

use std::fs;
use std::path::{Path, PathBuf};

use assay::app::layout::Pane;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\" # said twice\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n";

/// To the first finding under victims.
const TO_VICTIMS: &str = "<home><down><down><down><tab><home>";

fn at(draft: &str) -> Sitting {
    Sitting::at(120, 40, draft)
}

fn path(home: &Home) -> PathBuf {
    home.drafts().join("draft.toml")
}

fn again(home: Home) -> Sitting {
    let draft = path(&home);
    Sitting::resume(120, 40, home, &draft)
}

/// Types a sentence at the end of f1, without a pause and without leaving the field.
fn typed() -> Sitting {
    let mut sitting = at(DRAFT);
    to(&mut sitting, 0);
    sitting.keys("<enter> It means it.");
    sitting
}

/// Goes to a finding under victims.
fn to(sitting: &mut Sitting, finding: usize) {
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys(TO_VICTIMS);
    while sitting.editor().finding() != Some(finding) {
        sitting.keys("<down>");
    }
}

const FILE: [&str; 2] = ["The force listens.", "The force answers."];
const TYPED: [&str; 2] = ["The force listens. It means it.", "The force answers."];

#[test]
fn every_word_that_was_on_the_screen_is_back_after_a_kill() {
    let sitting = typed();
    assert_eq!(sitting.texts(), TYPED);
    let home = sitting.kill();
    assert_eq!(
        fs::read_to_string(path(&home)).unwrap(),
        DRAFT,
        "nothing was saved"
    );
    let mut sitting = again(home);
    assert_eq!(sitting.texts(), TYPED);
    let screen = sitting.screen();
    assert!(screen.contains("Recovered 4 edits since"), "{screen}");
    assert_eq!(
        fs::read_to_string(path(&sitting.home)).unwrap(),
        DRAFT,
        "opening never writes"
    );
    sitting.pause();
    let file = fs::read_to_string(path(&sitting.home)).unwrap();
    assert!(file.contains("It means it."), "{file}");
    assert!(
        file.contains("# ours") && file.contains("# said twice"),
        "{file}"
    );
    // What was recovered and saved is not recovered twice.
    let sitting = again(sitting.kill());
    assert_eq!(sitting.texts(), TYPED);
    assert!(
        !sitting.screen().contains("Recovered"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn undo_reaches_back_through_a_kill_and_through_a_proper_end() {
    let home = typed().kill();
    let home = again(home).leave();
    let mut sitting = again(home);
    assert_eq!(sitting.texts(), TYPED);
    sitting.keys("uuuuuuuuuuuu");
    assert_eq!(sitting.texts(), FILE);
    sitting.keys("UUUUUUUUUUUU");
    assert_eq!(sitting.texts(), TYPED);
    // An undo is remembered like any other edit.
    sitting.keys("uu");
    let undone = sitting.texts();
    let mut sitting = again(sitting.kill());
    assert_eq!(sitting.texts(), undone);
    sitting.keys("UU");
    assert_eq!(sitting.texts(), TYPED);
}

#[test]
fn what_was_recovered_is_shown_beside_the_file_and_can_be_set_aside() {
    let mut sitting = again(typed().kill());
    sitting.keys("D");
    let screen = sitting.screen();
    assert!(
        screen.contains("in the file") && screen.contains("It means it."),
        "{screen}"
    );
    sitting.keys("x");
    assert_eq!(sitting.texts(), FILE);
    assert!(
        sitting.screen().contains("Set aside"),
        "{}",
        sitting.screen()
    );
    sitting.keys("u");
    assert_eq!(sitting.texts(), TYPED, "set aside is not deleted");
}

#[test]
fn a_torn_journal_gives_back_all_that_is_whole() {
    let home = typed().kill();
    let journal = the_journal(&home);
    let whole = fs::read(&journal).unwrap();
    let mut before = 0;
    for end in 0..=whole.len() {
        // Every byte of the last few records, and now and then one before.
        if end % 97 != 0 && end + 400 < whole.len() {
            continue;
        }
        let torn = Home::new();
        torn.write("data/assay/draft.toml", DRAFT);
        let file = torn
            .path()
            .join("state")
            .join(journal.strip_prefix(home.path().join("state")).unwrap());
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        // The journal knows the draft by its path, which is another in this home.
        let moved = String::from_utf8_lossy(&whole[..end]).into_owned();
        fs::write(&file, &moved).unwrap();
        let sitting = again(torn);
        let chars = sitting.texts().concat().chars().count();
        assert!(chars >= before, "more of the journal gives no less");
        before = chars;
    }
}

/// Whoever opens a pipe waits for a writer: one in the place of a draft hid the waiting words of all.
#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_draft_keeps_nobody_waiting() {
    let home = typed().kill();
    fs::remove_file(path(&home)).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(path(&home))
        .status();
    assert!(made.expect("mkfifo").success());
    let told = home.assay().arg("recover").output().unwrap();
    assert!(told.status.success(), "{told:?}");
    let words = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(words.contains("draft.toml"), "{words}");
    let asked = home.assay().arg("recover").arg(path(&home)).output();
    assert_eq!(asked.unwrap().status.code(), Some(1));
}

fn the_journal(home: &Home) -> PathBuf {
    let mut found = Vec::new();
    find(&home.path().join("state"), &mut found);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            find(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "journal") {
            found.push(path);
        }
    }
}

#[test]
fn a_draft_that_was_moved_keeps_its_journal_and_a_copy_has_none_of_it() {
    let home = typed().kill();
    let (old, copy, new) = (
        path(&home),
        home.drafts().join("copy.toml"),
        home.drafts().join("elsewhere/moved.toml"),
    );
    fs::copy(&old, &copy).unwrap();
    let sitting = Sitting::resume(120, 40, home, &copy);
    assert_eq!(sitting.texts(), FILE);
    let home = sitting.kill();
    fs::remove_file(&copy).unwrap();
    fs::create_dir_all(new.parent().unwrap()).unwrap();
    fs::rename(&old, &new).unwrap();
    let sitting = Sitting::resume(120, 40, home, &new);
    assert_eq!(sitting.texts(), TYPED);
    assert!(
        sitting.screen().contains("Recovered"),
        "{}",
        sitting.screen()
    );
    // From now on it belongs there.
    let mut sitting = Sitting::resume(120, 40, sitting.kill(), &new);
    assert_eq!(sitting.texts(), TYPED);
    sitting.keys("uuuuuuuuuuuu");
    assert_eq!(sitting.texts(), FILE);
}

#[test]
fn a_draft_that_was_moved_and_changed_asks_whether_waiting_edits_are_its_own() {
    let home = typed().kill();
    let (old, new) = (path(&home), home.drafts().join("moved.toml"));
    fs::remove_file(&old).unwrap();
    fs::write(&new, DRAFT.replace("answers", "replies")).unwrap();

    let mut sitting = Sitting::resume(120, 40, home, &new);
    let screen = sitting.screen();
    assert!(screen.contains("Is this the same draft?"), "{screen}");
    assert!(screen.contains("Bring the edits in"), "{screen}");
    assert_eq!(sitting.texts(), [FILE[0], "The force replies."]);
    // Left, they wait, and it is asked again.
    sitting.keys("<esc>");
    assert_eq!(sitting.texts(), [FILE[0], "The force replies."]);

    let mut sitting = Sitting::resume(120, 40, sitting.kill(), &new);
    sitting.keys("<enter>");
    assert_eq!(sitting.texts(), [TYPED[0], "The force replies."]);
    assert!(sitting.screen().contains("came in"), "{}", sitting.screen());
    // Brought in, they are this draft's: nothing is asked any more, and undo takes them back whole.
    let mut sitting = Sitting::resume(120, 40, sitting.kill(), &new);
    assert!(!sitting.screen().contains("Is this the same"));
    assert_eq!(sitting.texts(), [TYPED[0], "The force replies."]);
    sitting.keys("u");
    assert_eq!(sitting.texts(), [FILE[0], "The force replies."]);
}

#[test]
fn of_several_copies_that_are_gone_each_has_its_edits_offered_and_its_words_in_boxes() {
    let home = Home::new();
    let copy = |name: &str| home.drafts().join(format!("{name}.toml"));
    let copies = [("first", " One."), ("second", " Two.")];
    for (name, _) in copies {
        home.write(&format!("data/assay/{name}.toml"), DRAFT);
    }
    for (name, words) in copies {
        let mut sitting = Sitting::resume(120, 40, home.clone(), &copy(name));
        sitting.stalled = true;
        to(&mut sitting, 0);
        sitting.keys(&format!("<enter>{words}<esc>v{name} in a box"));
        drop(sitting.kill());
    }
    for (name, _) in copies {
        fs::remove_file(copy(name)).unwrap();
    }
    let one = home.write("data/assay/draft.toml", DRAFT);
    let mut sitting = Sitting::resume(120, 40, home.clone(), &one);
    let screen = sitting.screen();
    assert!(screen.contains("Is this the same draft?"), "{screen}");
    sitting.keys("<enter>");
    while !sitting.state.overlays.is_empty() {
        sitting.keys("<enter>");
    }
    let text = sitting.texts().remove(0);
    assert!(text.contains("One.") || text.contains("Two."), "{text}");
    let conflicts = format!("{:?}{text}", sitting.editor().conflicts);
    assert!(
        conflicts.contains("One.") && conflicts.contains("Two."),
        "{conflicts}"
    );
    to(&mut sitting, 0);
    sitting.keys("v");
    let field = sitting.state.overlays.last().and_then(|it| it.field());
    let offered = field.expect("a box").text().to_owned();
    // One in the box, the other by itself.
    sitting.keys("<esc><enter> <ctrl-v><esc>");
    let other = sitting.texts().remove(0);
    for words in ["first in a box", "second in a box"] {
        let (here, there) = (offered.contains(words), other.contains(words));
        assert!(here != there, "{words}: {other}\n{offered}");
    }
    // Once, and not again at the next opening.
    sitting.keys("<enter><ctrl-u><esc>v<ctrl-u><esc>");
    let mut sitting = again(sitting.leave());
    assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
    to(&mut sitting, 0);
    sitting.keys("v");
    assert!(
        !sitting.screen().contains("in a box"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn another_programs_changes_come_in_beside_ours_before_a_save() {
    let mut sitting = typed();
    let draft = path(&sitting.home);
    let theirs = DRAFT
        .replace("# ours", "# theirs")
        .replace("The force answers.", "The force answers on Sundays.");
    fs::write(&draft, theirs).unwrap();
    sitting.pause();
    let screen = sitting.screen();
    assert!(screen.contains("1 change came in"), "{screen}");
    assert_eq!(sitting.texts(), [TYPED[0], "The force answers on Sundays."]);
    let file = fs::read_to_string(&draft).unwrap();
    for words in ["# theirs", "on Sundays", "It means it."] {
        assert!(file.contains(words), "{words} is missing from\n{file}");
    }
    // Typing goes on where it was.
    sitting.keys(" Soon.");
    assert_eq!(sitting.texts()[0], "The force listens. It means it. Soon.");
}

#[test]
fn words_that_met_are_both_kept_and_shown_side_by_side() {
    let mut sitting = typed();
    let draft = path(&sitting.home);
    fs::write(
        &draft,
        DRAFT.replace("The force listens.", "The force hears."),
    )
    .unwrap();
    sitting.pause();
    let screen = sitting.screen();
    assert!(screen.contains("met yours, and both are kept"), "{screen}");
    let file = fs::read_to_string(&draft).unwrap();
    assert!(
        file.contains("The force hears.") && file.contains("It means it."),
        "{file}"
    );
    sitting.keys("<esc>D");
    let screen = sitting.screen();
    assert!(
        screen.contains("The force hears.") && screen.contains("here"),
        "{screen}"
    );
    sitting.keys("t");
    assert_eq!(sitting.texts()[0], "The force hears.");
    sitting.keys("u");
    assert_eq!(sitting.texts()[0], TYPED[0]);
}

#[test]
fn a_change_is_noticed_when_the_window_is_used_again() {
    let mut sitting = at(DRAFT);
    let draft = path(&sitting.home);
    fs::write(
        &draft,
        DRAFT.replace("The force answers.", "The force answers back."),
    )
    .unwrap();
    sitting.focus();
    assert_eq!(sitting.texts()[1], "The force answers back.");
    assert!(
        sitting
            .screen()
            .contains("Another program changed the draft")
    );
}

#[test]
fn a_draft_changed_while_nobody_looked_is_merged_with_what_was_not_saved() {
    let home = typed().kill();
    let theirs = DRAFT.replace("The force answers.", "The force answers on Sundays.");
    fs::write(path(&home), &theirs).unwrap();
    let mut sitting = again(home);
    assert_eq!(sitting.texts(), [TYPED[0], "The force answers on Sundays."]);
    // Once more without a save: it comes to the same.
    sitting = again(sitting.kill());
    assert_eq!(sitting.texts(), [TYPED[0], "The force answers on Sundays."]);
    sitting.pause();
    let file = fs::read_to_string(path(&sitting.home)).unwrap();
    assert!(
        file.contains("on Sundays") && file.contains("It means it."),
        "{file}"
    );
    // Undo goes back to before what the other program did, and before what was typed.
    sitting.keys("uuuuuuuuuuuuuuu");
    assert_eq!(sitting.texts(), FILE);
}

#[test]
fn a_journal_that_cannot_be_written_at_home_goes_on_beside_the_draft_and_says_so() {
    let mut sitting = at(DRAFT);
    sitting.home.write("state/assay/journals", "in the way");
    to(&mut sitting, 0);
    sitting.keys("<enter> Now.");
    sitting.until(|screen| screen.contains("journal"));
    let home = sitting.kill();
    assert!(home.drafts().join(".draft.toml.journal").exists());
    let sitting = again(home);
    assert_eq!(sitting.texts()[0], "The force listens. Now.");
}

#[test]
fn a_second_window_reads_until_the_first_lets_go() {
    let mut first = typed();
    let mut second = again(first.home.clone());
    let screen = second.screen();
    assert!(
        screen.contains("Open elsewhere") && screen.contains("T takes it over"),
        "{screen}"
    );
    assert_eq!(
        second.texts(),
        FILE,
        "what the first has not saved is the first's"
    );
    to(&mut second, 1);
    second.keys("<enter>x");
    assert_eq!(second.texts(), FILE);
    // What the first saves is seen by the second.
    first.pause();
    second.focus();
    assert_eq!(second.texts(), TYPED);
    second.keys("u");
    assert_eq!(second.texts(), TYPED, "and is the first's to take back");
    first.leave();
    second.until(|screen| screen.contains("yours to change now"));
    to(&mut second, 1);
    second.keys("<enter> And soon.");
    assert_eq!(second.texts()[1], "The force answers. And soon.");
}

#[test]
fn a_lock_that_was_waited_for_is_no_other_drafts() {
    let first = typed();
    let home = first.home.clone();
    let other = home.write("data/assay/other.toml", &DRAFT.replace("wexmoor", "other"));
    let mut second = again(home.clone());
    assert!(second.screen().contains("Open elsewhere"));
    second.keys("q/other<enter><enter>");
    to(&mut second, 0);
    second.keys("<enter> Here too.");
    first.leave();
    // Whoever waited for the first draft lets go of it again: it can be had by a third.
    let free = || !again(home.clone()).screen().contains("Open elsewhere");
    assert!((0..2000).any(|_| {
        std::thread::park_timeout(std::time::Duration::from_millis(5));
        free()
    }));
    second.keys(" And now.");
    assert_eq!(second.texts()[0], "The force listens. Here too. And now.");
    let third = Sitting::resume(120, 40, home, &other);
    assert!(
        third.screen().contains("Open elsewhere"),
        "{}",
        third.screen()
    );
}

#[test]
fn a_draft_that_is_taken_over_keeps_the_words_of_both() {
    let mut first = typed();
    let mut second = again(first.home.clone());
    second.keys("T<down><enter>");
    assert_eq!(
        second.texts(),
        TYPED,
        "what the first had not saved comes along"
    );
    to(&mut second, 1);
    second.keys("<enter> On Sundays.");
    second.pause();
    // The first goes on, and finds out with the next thing that is typed.
    first.paste(" Really.");
    let screen = first.screen();
    assert!(screen.contains("Taken over"), "{screen}");
    let file = fs::read_to_string(path(&first.home)).unwrap();
    for words in ["It means it. Really.", "On Sundays."] {
        assert!(file.contains(words), "{words} is missing from\n{file}");
    }
    first.keys("<enter>more");
    assert!(
        !first.texts().concat().contains("more"),
        "it can only be read now"
    );
    second.focus();
    assert_eq!(
        second.texts(),
        [
            "The force listens. It means it. Really.",
            "The force answers. On Sundays."
        ]
    );
}

#[test]
fn a_lock_left_by_a_killed_program_is_nobodys() {
    let home = typed().kill();
    let sitting = again(home);
    assert!(
        !sitting.screen().contains("Open elsewhere"),
        "{}",
        sitting.screen()
    );
    assert_eq!(sitting.texts(), TYPED);
}

#[test]
fn a_lock_from_another_machine_is_told_and_can_be_taken_over() {
    let sitting = at(DRAFT);
    let lock = sitting.home.drafts().join(".draft.toml.lock");
    let text = fs::read_to_string(&lock).unwrap();
    let elsewhere: Vec<String> = text
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some(("host", _)) => "host = \"tern\"".to_owned(),
            Some(("user", _)) => "user = \"Jo Field\"".to_owned(),
            _ => line.to_owned(),
        })
        .collect();
    let home = sitting.kill();
    fs::write(&lock, elsewhere.join("\n") + "\n").unwrap();
    let mut sitting = again(home);
    let screen = sitting.screen();
    assert!(
        screen.contains("Jo Field") && screen.contains("tern"),
        "{screen}"
    );
    sitting.keys("T<down><enter>");
    to(&mut sitting, 1);
    sitting.keys("<enter> Now.");
    assert_eq!(sitting.texts()[1], "The force answers. Now.");
}

#[test]
fn earlier_versions_are_kept_when_a_save_replaces_them() {
    let mut sitting = typed();
    sitting.pause();
    let mut found = Vec::new();
    kept(
        &sitting.home.path().join("state/assay/versions"),
        &mut found,
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(fs::read_to_string(&found[0]).unwrap(), DRAFT);
}

fn kept(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            kept(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
}

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[cfg(feature = "seal")]
#[test]
fn a_sealed_draft_lies_open_nowhere_and_loses_no_word() {
    let home = Home::new();
    let plain = home.write("data/assay/draft.toml", DRAFT);
    let words = home.write("words", "correct horse battery\n");
    let sealed = home.drafts().join("draft.toml.age");
    let done = home
        .assay()
        .args(["seal", "--passphrase-file"])
        .args([&words, &plain])
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    assert!(sealed.exists() && !plain.exists());
    let mut sitting = Sitting::resume(120, 40, home, &sealed);
    assert!(sitting.screen().contains("Passphrase for draft.toml.age"));
    sitting.keys("wrong words<enter>");
    assert!(
        sitting.screen().contains("does not open it"),
        "{}",
        sitting.screen()
    );
    sitting.keys("correct horse battery");
    let screen = sitting.screen();
    assert!(
        screen.contains("•••") && !screen.contains("horse"),
        "{screen}"
    );
    sitting.keys("<enter>");
    to(&mut sitting, 0);
    sitting.keys("<enter> It means it.");
    let home = sitting.kill();
    // The plain draft would not find what waits in the sealed one's journal.
    let refused = home
        .assay()
        .args(["unseal", "--passphrase-file"])
        .args([&words, &sealed])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&refused.stderr);
    assert!(told.contains("edits of it wait in its journal"), "{told}");
    assert!(sealed.exists() && !plain.exists());
    let mut sitting = Sitting::resume(120, 40, home, &sealed);
    sitting.keys("correct horse battery<enter>");
    assert_eq!(sitting.texts(), TYPED);
    assert!(
        sitting.screen().contains("Recovered"),
        "{}",
        sitting.screen()
    );
    // What is typed in a box is kept, and is sealed as the rest is.
    to(&mut sitting, 0);
    sitting.keys("vBy force of means<esc>v");
    assert!(
        sitting.screen().contains("By force of means"),
        "{}",
        sitting.screen()
    );
    let home = sitting.leave();
    // Nothing that was written, then or now, can be read without the passphrase.
    fs::remove_file(&words).unwrap();
    let mut all = Vec::new();
    files(home.path(), &mut all);
    assert!(all.len() > 2, "{all:?}");
    for file in all {
        let bytes = fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for words in ["force", "means", "Wexmoor", "horse"] {
            assert!(!text.contains(words), "{}: {words}", file.display());
        }
    }
    let words = home.write("words", "correct horse battery\n");
    let done = home
        .assay()
        .args(["unseal", "--output", "-", "--passphrase-file"])
        .args([&words, &sealed])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(text.contains("The force listens. It means it."), "{done:?}");
}

#[test]
fn undo_after_an_end_brings_the_comments_back_with_what_was_deleted() {
    let commented = DRAFT.replacen("[[findings]]", "# heard in May\n[[findings]]", 1);
    let commented = commented.replacen(
        "[[findings]]\nid = \"f2\"",
        "# and in June\n[[findings]]\nid = \"f2\" # mine",
        1,
    );
    let kept = |sitting: Sitting, kills: bool| match kills {
        true => sitting.kill(),
        false => sitting.leave(),
    };
    for kills in [false, true] {
        let mut sitting = at(&commented);
        to(&mut sitting, 1);
        sitting.keys("d<ctrl-s>");
        assert!(!sitting.file().contains("in June"), "{}", sitting.file());
        // An end later, and another after it.
        let mut sitting = again(kept(again(kept(sitting, kills)), kills));
        sitting.keys("u<ctrl-s>");
        assert_eq!(sitting.file(), commented);
    }
}

#[test]
fn edits_of_a_draft_in_whose_place_another_stands_are_not_said_to_be_in_it() {
    let home = typed().kill();
    let other = DRAFT.replace("id = \"wexmoor\"", "id = \"elsewhere\"");
    fs::write(path(&home), &other).expect("another draft in its place");
    let recover = |arguments: &[&str]| {
        let mut all = vec!["recover"];
        all.extend(arguments);
        let done = home.assay().args(all).output().expect("assay runs");
        let said = [done.stdout, done.stderr].concat();
        (
            done.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    };
    let draft = path(&home);
    let draft = draft.to_str().expect("a name");
    let (_, list) = recover(&[]);
    let name = list.split(' ').next().expect("a name").to_owned();
    let mut journals = Vec::new();
    find(&home.path().join("state"), &mut journals);
    for what in [draft, &name] {
        let (well, told) = recover(&[what]);
        assert!(!well && told.contains("--output"), "{told}");
    }
    assert_eq!(fs::read_to_string(draft).expect("the draft"), other);
    // What was refused has changed nothing, and the names stay good.
    assert_eq!(recover(&[]).1, list);
    let mut still = Vec::new();
    find(&home.path().join("state"), &mut still);
    assert_eq!(still, journals);
    for what in [draft, &name] {
        let (well, whole) = recover(&[what, "--output", "-"]);
        assert!(well && whole.contains("It means it."), "{whole}");
    }
    fs::write(path(&home), DRAFT).expect("the draft is back");
    let (well, told) = recover(&[&name]);
    assert!(well, "{told}");
    let back = fs::read_to_string(draft).expect("the draft");
    assert!(back.contains("It means it."), "{back}");
}

#[test]
fn a_journal_is_called_what_it_was_called_when_another_was_begun_in_its_place() {
    let home = typed().kill();
    let listed = |all: bool| {
        let mut recover = home.assay();
        recover.arg("recover").args(all.then_some("--all"));
        String::from_utf8(recover.output().expect("it runs").stdout).expect("text")
    };
    let list = listed(false);
    let name = list.split(' ').next().expect("a name").to_owned();
    // Another window takes the draft over, and goes on with a journal of its own.
    let mut first = Sitting::resume(120, 40, home.clone(), &path(&home));
    first.keys("<ctrl-s>");
    to(&mut first, 0);
    first.keys("<enter> More.");
    let mut second = Sitting::resume(120, 40, home.clone(), &path(&home));
    second.keys("T<down><enter>");
    drop((first.kill(), second.kill()));
    let all = listed(true);
    assert_eq!(all.matches(&name).count(), 1, "{name}: {all}");
    let output = home
        .assay()
        .args(["recover", &name, "--output", "-"])
        .output();
    let output = String::from_utf8(output.expect("it runs").stdout).expect("text");
    assert!(output.contains("It means it."), "{output}");
}

#[test]
fn an_earlier_version_that_was_brought_back_stays_and_words_in_boxes_go_on_waiting() {
    let mut sitting = at(DRAFT);
    to(&mut sitting, 0);
    let before = sitting.texts();
    sitting.keys("<enter> Later.<esc>").pause();
    sitting.keys("vBecause it was asked to<esc>");
    let home = sitting.leave();
    let restore = ["history", "data/assay/draft.toml", "--restore", "1"];
    assert!(
        home.assay()
            .args(restore)
            .output()
            .unwrap()
            .status
            .success()
    );
    let mut sitting = again(home);
    assert_eq!(sitting.texts(), before);
    assert!(
        !sitting.screen().contains("Recovered"),
        "{}",
        sitting.screen()
    );
    to(&mut sitting, 0);
    sitting.keys("v");
    assert!(
        sitting.screen().contains("Because it was asked to"),
        "{}",
        sitting.screen()
    );
    // What is done from here on is kept as ever.
    sitting.keys("<ctrl-u><esc><enter> Now.");
    let sitting = again(sitting.kill());
    assert!(
        sitting.texts()[0].ends_with(" Now."),
        "{:?}",
        sitting.texts()
    );
}

#[test]
fn words_of_a_list_are_said_to_be_where_they_are_met_again() {
    for (keys, list, told) in [
        (
            ":words of mine<esc>",
            "the commands",
            "Ctrl-R puts it in there",
        ),
        ("?words of mine<esc>", "the keys", "Ctrl-R puts it in there"),
        (
            "/words of mine<esc>",
            "the draft",
            "when the list is opened again",
        ),
    ] {
        let mut sitting = at(DRAFT);
        sitting.keys(keys);
        let home = sitting.kill();
        let all = home.assay().args(["recover", "--all"]).output();
        let all = String::from_utf8(all.expect("it runs").stdout).expect("text");
        let lead = all
            .lines()
            .find(|line| line.contains("line of"))
            .unwrap_or_default();
        assert!(lead.contains(told), "{all}");
        assert!(
            all.contains(&format!("search in {list}: words of mine")),
            "{all}"
        );
        let mut again = again(home);
        again.keys(&keys[..1]);
        let field = |sitting: &Sitting| {
            let overlay = sitting.state.overlays.last();
            overlay
                .and_then(|it| it.field())
                .map(|it| it.text().to_owned())
        };
        if told.contains("Ctrl-R") {
            assert_eq!(field(&again).as_deref(), Some(""));
            again.keys("<ctrl-r>");
        }
        assert_eq!(field(&again).as_deref(), Some("words of mine"));
    }
}
