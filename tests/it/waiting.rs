//! Words and edits that wait: wherever the draft, the finding or the box is that they were typed for, they are told of
//! truly and can be had.

use std::fs;
use std::path::{Path, PathBuf};

use assay::app::layout::Pane;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

pub fn home() -> Home {
    let home = Home::new();
    home.write("data/assay/draft.toml", DRAFT);
    home
}

pub fn path(home: &Home) -> PathBuf {
    home.drafts().join("draft.toml")
}

/// Somebody at a finding of a draft.
pub fn at(home: &Home, draft: &Path, finding: usize) -> Sitting {
    let mut sitting = Sitting::resume(140, 40, home.clone(), draft);
    to(&mut sitting, finding);
    sitting
}

pub fn to(sitting: &mut Sitting, finding: usize) {
    while sitting.editor().typing.is_some() || !sitting.state.overlays.is_empty() {
        sitting.keys("<esc>");
    }
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home><down><down><down><tab><home>");
    while sitting.editor().finding() != Some(finding) {
        sitting.keys("<down>");
    }
}

/// What a command that succeeds prints.
pub fn done(home: &Home, arguments: &[&str]) -> String {
    let done = home.assay().args(arguments).output().expect("it runs");
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{arguments:?}: {told}");
    String::from_utf8_lossy(&done.stdout).into_owned()
}

pub fn field(sitting: &Sitting) -> String {
    let overlay = sitting.state.overlays.last().expect("a box is open");
    overlay.field().expect("it has a text").text().to_owned()
}

pub fn line(list: &str, with: &str) -> String {
    let line = list.lines().find(|line| line.contains(with));
    line.unwrap_or_else(|| panic!("{with} is missing from\n{list}"))
        .to_owned()
}

#[test]
fn edits_of_a_draft_that_was_renamed_or_moved_are_listed_with_where_it_is_and_brought_back_there() {
    for to_folder in ["data/assay", "data/assay/elsewhere"] {
        let home = home();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys("<enter> Typed.");
        drop(sitting.kill());
        let now = home.path().join(to_folder).join("northmoor.toml");
        fs::create_dir_all(now.parent().unwrap()).unwrap();
        fs::rename(path(&home), &now).unwrap();
        // A folder that nobody knows of is named by whoever looks there.
        let list = match to_folder.ends_with("elsewhere") {
            false => done(&home, &["recover"]),
            true => {
                let list = done(&home, &["recover"]);
                assert!(list.contains("the draft is gone"), "{list}");
                let output = home
                    .assay()
                    .arg("recover")
                    .current_dir(now.parent().unwrap())
                    .output();
                String::from_utf8(output.unwrap().stdout).unwrap()
            }
        };
        let told = line(&list, "northmoor.toml");
        assert!(!told.contains("gone"), "{told}");
        assert!(
            told.contains("(it was ") && told.contains("draft.toml"),
            "{told}"
        );
        if to_folder.ends_with("elsewhere") {
            continue;
        }
        let name = told.split(' ').next().unwrap();
        let told = done(&home, &["recover", name]);
        assert!(
            told.contains("brought back into") && told.contains("northmoor.toml"),
            "{told}"
        );
        assert!(
            fs::read_to_string(&now)
                .unwrap()
                .contains("answers. Typed.")
        );
        assert!(
            !path(&home).exists(),
            "nothing is made anew at the old path"
        );
        assert!(done(&home, &["recover"]).contains("Nothing waits"));
    }
}

#[test]
fn edits_of_a_draft_in_the_trash_are_said_to_be_of_one_there() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("<enter> Typed.");
    drop(sitting.kill());
    let mut library = Sitting::again(120, 40, home);
    library.keys("d<down><enter>");
    let list = done(&library.home, &["recover"]);
    let told = line(&list, "draft.toml");
    assert!(
        told.contains("in the trash") && !told.contains("gone"),
        "{told}"
    );
    let name = told.split(' ').next().unwrap().to_owned();
    done(&library.home, &["recover", &name]);
    assert!(
        fs::read_to_string(path(&library.home))
            .unwrap()
            .contains("Typed.")
    );
}

#[test]
fn edits_of_a_moved_draft_that_was_changed_since_are_not_said_to_be_lost() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("<enter> Typed.");
    drop(sitting.kill());
    let now = home.drafts().join("northmoor.toml");
    fs::write(&now, DRAFT.replace("listens", "hears")).unwrap();
    fs::remove_file(path(&home)).unwrap();
    let list = done(&home, &["recover"]);
    let name = line(&list, "northmoor.toml")
        .split(' ')
        .next()
        .unwrap()
        .to_owned();
    let refused = home.assay().args(["recover", &name]).output().unwrap();
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && told.contains("open it"),
        "{told}"
    );
    // And that is so.
    let mut sitting = Sitting::resume(140, 40, home, &now);
    assert!(
        sitting.screen().contains("Is this the same draft?"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter>");
    assert_eq!(
        sitting.texts(),
        ["The force answers. Typed.", "The force hears."]
    );
}

#[test]
fn words_of_boxes_whose_draft_was_renamed_are_told_with_where_it_is() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("vAn interview");
    drop(sitting.kill());
    let now = home.drafts().join("northmoor.toml");
    fs::rename(path(&home), &now).unwrap();
    let list = done(&home, &["recover"]);
    let told = line(&list, "An interview");
    assert!(
        told.contains("northmoor.toml") && !told.contains("gone"),
        "{told}"
    );
    let mut sitting = at(&home, &now, 0);
    sitting.keys("v");
    assert_eq!(field(&sitting), "An interview");
    drop(sitting.kill());
    fs::remove_file(&now).unwrap();
    let list = done(&home, &["recover"]);
    assert!(
        line(&list, "An interview").contains("the draft is gone"),
        "{list}"
    );
}

#[test]
fn words_of_a_box_whose_finding_was_deleted_wait_for_a_place_and_are_put_in_by_a_key() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("vAn interview<esc>d");
    // Undo brings the finding back, and its box has them still.
    sitting.keys("u");
    to(&mut sitting, 0);
    sitting.keys("v");
    assert_eq!(field(&sitting), "An interview");
    sitting.keys("<esc>d<ctrl-s>");
    let home = sitting.leave();
    let list = done(&home, &["recover"]);
    let (lead, told) = list.split_once("Waiting for a place").expect(&list);
    assert!(
        !lead.contains("An interview") && told.contains("An interview"),
        "{list}"
    );
    let mut sitting = Sitting::resume(140, 40, home.clone(), &path(&home));
    let screen = sitting.screen();
    assert!(
        screen.contains("evidence for a finding that is gone"),
        "{screen}"
    );
    assert!(
        screen.contains("“An interview” waits") && screen.contains("Ctrl-V puts it in"),
        "{screen}"
    );
    to(&mut sitting, 0);
    assert_eq!(sitting.texts(), ["The force listens."]);
    sitting.keys("v<ctrl-v>");
    assert_eq!(field(&sitting), "An interview");
    // Told once, and there until it is in the draft.
    let mut sitting = at(&sitting.kill(), &path(&home), 0);
    assert!(
        !sitting.screen().contains("evidence for a finding"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter> <ctrl-v>");
    assert_eq!(sitting.texts(), ["The force listens. An interview"]);
    assert!(done(&home, &["recover"]).contains("edit"));
    assert!(!done(&home, &["recover"]).contains("Waiting for a place"));
}

#[test]
fn words_of_a_sentence_that_is_spoken_no_more_wait_for_a_place() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("<tab>e by hand<esc>");
    to(&mut sitting, 0);
    sitting.keys("dd<ctrl-s>");
    assert_eq!(sitting.texts().len(), 0);
    let home = sitting.leave();
    assert!(done(&home, &["recover"]).contains("Waiting for a place"));
    let sitting = Sitting::resume(140, 40, home.clone(), &path(&home));
    assert!(
        sitting.screen().contains("waits for a place: wording of"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn a_box_of_the_library_knows_its_draft_by_its_identity() {
    let home = home();
    let mut sitting = Sitting::again(120, 40, home);
    sitting.keys("y<ctrl-u>2031<esc>r<ctrl-u>northmoor<esc>");
    let home = sitting.kill();
    let now = home.drafts().join("other.toml");
    fs::rename(path(&home), &now).unwrap();
    // A file that has the name now is another draft.
    home.write("data/assay/draft.toml", &DRAFT.replace("wexmoor", "other"));
    let mut sitting = Sitting::again(120, 40, home);
    let chosen = |sitting: &Sitting| sitting.state.library.chosen().unwrap().path.clone();
    for (draft, offered) in [(&now, true), (&path(&sitting.home), false)] {
        for _ in 0..2 {
            if chosen(&sitting) != *draft {
                sitting.keys("<down>");
            }
            if chosen(&sitting) != *draft {
                sitting.keys("<up>");
            }
        }
        assert_eq!(chosen(&sitting), *draft);
        for (key, words) in [("y", "2031"), ("r", "northmoor")] {
            sitting.keys(key);
            assert_eq!(
                field(&sitting) == words,
                offered,
                "{key} at {}",
                draft.display()
            );
            sitting.keys("<esc>");
        }
    }
}

#[test]
fn a_copy_says_what_waits_with_the_original_and_is_not_in_it() {
    let home = home();
    let mut library = Sitting::again(140, 40, home);
    library.keys("c<down><enter>");
    assert!(
        library.screen().contains("Copied to"),
        "{}",
        library.screen()
    );
    assert!(
        !library.screen().contains("stays with the original"),
        "{}",
        library.screen()
    );
    let home = library.kill();
    fs::remove_file(home.drafts().join("draft-copy.toml")).unwrap();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("vAn interview<esc><enter> Typed.");
    let mut library = Sitting::again(140, 40, sitting.kill());
    library.keys("c<down><enter>");
    let screen = library.screen();
    assert!(
        screen.contains("What is not saved stays with the original:"),
        "{screen}"
    );
    assert!(screen.contains("1 text begun in a box"), "{screen}");
}

#[test]
fn a_box_that_was_changed_here_and_elsewhere_offers_each_text_once_and_apart() {
    let home = home();
    let mut first = at(&home, &path(&home), 0);
    first.keys("vAn interview");
    let mut second = Sitting::resume(140, 40, home.clone(), &path(&home));
    second.keys("T<down><enter>");
    to(&mut second, 0);
    // Each goes on in its own way.
    second.keys("v<home>Not <end>!");
    first.keys("<home>Perhaps ");
    drop(first.kill());
    second.leave();
    let mut third = at(&home, &path(&home), 0);
    third.keys("v");
    assert_eq!(field(&third), "Not An interview!");
    third.keys("<esc><enter> <ctrl-v>");
    assert_eq!(third.texts()[0], "The force answers. Perhaps An interview");
    third.keys("<esc>v");
    assert_eq!(field(&third), "Not An interview!");
}

#[test]
fn what_any_key_cuts_in_a_box_comes_back_after_a_kill_by_the_key_that_puts_it_back() {
    let keys = [
        ("<ctrl-u>", "An interview with six"),
        ("<home><ctrl-k>", "An interview with six"),
        ("<ctrl-w><ctrl-w>", "with six"),
        ("<home><ctrl-delete><ctrl-delete>", "An interview"),
        ("<ctrl-alt-a><backspace>", "An interview with six"),
        ("<ctrl-alt-a><delete>", "An interview with six"),
        ("<ctrl-alt-a><ctrl-x>", "An interview with six"),
    ];
    for (keys, cut) in keys {
        let home = home();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys("vAn interview with six").keys(keys);
        let left = field(&sitting);
        assert!(left.len() < "An interview with six".len(), "{keys}: {left}");
        let mut sitting = at(&sitting.kill(), &path(&home), 1);
        sitting.keys("V<ctrl-v>");
        assert_eq!(field(&sitting).trim(), cut, "{keys}");
        // And without a kill.
        to(&mut sitting, 0);
        sitting
            .keys("v<ctrl-alt-a>An interview with six")
            .keys(keys);
        to(&mut sitting, 1);
        sitting.keys("v<ctrl-v>");
        assert_eq!(field(&sitting).trim(), cut, "{keys}");
    }
}

#[test]
fn a_copy_with_an_identity_of_its_own_whose_file_is_gone_is_brought_back() {
    let home = home();
    // The original is known, since a version of it is kept.
    let mut original = at(&home, &path(&home), 0);
    original.keys("<enter> Saved.<ctrl-s>");
    original.leave();
    let copy = home.drafts().join("copy.toml");
    fs::copy(path(&home), &copy).unwrap();
    let mut sitting = at(&home, &copy, 1);
    sitting.keys("<enter> Typed into the copy.");
    drop(sitting.kill());
    fs::remove_file(&copy).unwrap();
    let list = done(&home, &["recover"]);
    let told = line(&list, "copy.toml");
    let name = told.split(' ').next().unwrap().to_owned();
    let told = done(&home, &["recover", &name]);
    assert!(told.contains("brought back into"), "{told}");
    assert!(
        fs::read_to_string(&copy)
            .unwrap()
            .contains("Typed into the copy.")
    );
    assert!(
        !fs::read_to_string(path(&home))
            .unwrap()
            .contains("Typed into")
    );
    let list = done(&home, &["recover"]);
    assert!(list.contains("Nothing waits"), "{list}");
}

#[test]
fn what_narrows_a_list_is_offered_again_and_told_of_as_no_text() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("tconc");
    let home = sitting.kill();
    assert!(!done(&home, &["recover"]).contains("conc"));
    let mut sitting = at(&home, &path(&home), 0);
    assert!(!sitting.screen().contains("waits"), "{}", sitting.screen());
    sitting.keys("t");
    assert_eq!(field(&sitting), "conc");
}

#[test]
fn a_box_with_words_is_told_of_by_the_words_of_its_finding() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("vAn interview");
    drop(sitting.kill());
    let again = Sitting::resume(140, 40, home.clone(), &path(&home));
    let screen = again.screen();
    assert!(
        screen.contains("waits in its box") && screen.contains("“The force answers.”"),
        "{screen}"
    );
}
