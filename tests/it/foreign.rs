//! The file of an open draft, or inspection, that others take away, move, put an older copy over or shorten: a save
//! says what is true, and no word that was typed here goes with it.

use std::fs;
use std::path::{Path, PathBuf};

use assay::app::{FileKind, FileState, InspectionNews, Message, StatusMessage, update};
use assay::assessment::{Assessment, Descent, Inspection};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

/// A file that can be open, and how something is typed into it.
struct Kind {
    text: &'static str,
    /// Types the words at its place; Enter or Esc saves them.
    types: fn(&str) -> String,
    kind: FileKind,
}

const KINDS: [Kind; 2] = [
    Kind {
        text: "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n",
        types: |words| format!("+{words}<esc>"),
        kind: FileKind::Draft,
    },
    Kind {
        text: "# ours\nformat = 1\nid = \"i\"\ntitle = \"Old\" # said\ndrafts = []\n",
        types: |words| format!("t {words}<enter>"),
        kind: FileKind::Inspection,
    },
];

impl Kind {
    fn sit(&self) -> Sitting {
        let home = Home::new();
        let path = home.write("data/assay/one.toml", self.text);
        Sitting::resume(100, 30, home, &path)
    }

    fn again(&self, home: Home, path: &Path) -> Sitting {
        Sitting::resume(100, 30, home, path)
    }

    fn type_in(&self, sitting: &mut Sitting, words: &str) {
        sitting.keys(&(self.types)(words));
    }

    fn file<'a>(&self, sitting: &'a Sitting) -> &'a FileState {
        match self.kind {
            FileKind::Draft => &sitting.editor().file,
            FileKind::Inspection => &sitting.state.grid.as_ref().expect("it is open").file,
        }
    }

    /// What stands here, as far as it is typed in these tests.
    fn words(&self, sitting: &Sitting) -> String {
        match self.kind {
            FileKind::Draft => sitting.texts().join(" "),
            FileKind::Inspection => {
                let grid = sitting.state.grid.as_ref().expect("it is open");
                grid.inspection.title.clone()
            }
        }
    }
}

fn path(sitting: &Sitting) -> PathBuf {
    sitting.home.drafts().join("one.toml")
}

fn versions(home: &Home) -> String {
    let mut all = String::new();
    let mut folders = vec![home.path().join("state/assay/versions")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => all += &fs::read_to_string(path).unwrap_or_default(),
            }
        }
    }
    all
}

#[test]
fn a_save_that_is_asked_for_says_that_the_file_is_gone_and_makes_none() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        kind.type_in(&mut sitting, "one");
        assert!(fs::read_to_string(path(&sitting)).unwrap().contains("one"));
        fs::remove_file(path(&sitting)).unwrap();
        sitting.keys("<ctrl-s>");
        let screen = sitting.screen();
        assert!(screen.contains("file is gone"), "{screen}");
        assert!(!screen.contains("Everything is saved"), "{screen}");
        assert!(!path(&sitting).exists());
        sitting.keys("<esc>");
        assert!(
            sitting.screen().contains("NOT SAVED"),
            "{}",
            sitting.screen()
        );
        // More words do not bring it back either, nor does a pause.
        kind.type_in(&mut sitting, "two");
        sitting.pause();
        assert!(!path(&sitting).exists());
        assert!(
            versions(&sitting.home).contains("one"),
            "what stood there is in the history"
        );
        // Leaving asks once more, and is possible after that.
        sitting.keys("<ctrl-q>");
        assert!(!sitting.state.is_over());
        assert!(sitting.screen().contains("Save it under another name"));
        sitting.keys("<esc><ctrl-q>");
        assert!(sitting.state.is_over());
        let left = sitting.state.left_unsaved().concat();
        assert!(
            left.contains("one.toml") && left.contains("assay history"),
            "{left}"
        );
    }
}

#[test]
fn a_file_that_is_gone_with_all_saved_is_noticed_by_a_window_that_is_used_again_and_by_who_leaves()
{
    for kind in &KINDS {
        let mut sitting = kind.sit();
        fs::remove_file(path(&sitting)).unwrap();
        sitting.focus();
        assert!(
            sitting.screen().contains("NOT SAVED"),
            "{}",
            sitting.screen()
        );
        assert!(
            sitting.screen().contains("file is gone"),
            "{}",
            sitting.screen()
        );
        // It is back: nothing more to say, and nobody is asked.
        fs::write(path(&sitting), kind.text).unwrap();
        sitting.focus();
        assert!(
            !sitting.screen().contains("NOT SAVED"),
            "{}",
            sitting.screen()
        );
        fs::remove_file(path(&sitting)).unwrap();
        sitting.keys("q");
        assert!(
            kind.file(&sitting).missing.is_some(),
            "who closes it is asked"
        );
        sitting.keys("<esc>q");
        let open = sitting.state.editor.is_some() || sitting.state.grid.is_some();
        assert!(!open, "closed all the same when asked again");
        assert!(!path(&sitting).exists());
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_gone_is_written_anew_with_its_folder_and_mode_only_where_that_is_answered() {
    use std::os::unix::fs::PermissionsExt;
    for kind in &KINDS {
        let home = Home::new();
        let folder = home.path().join("work");
        let path = home.write("work/one.toml", kind.text);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let mut sitting = kind.again(home, &path);
        fs::remove_dir_all(&folder).unwrap();
        kind.type_in(&mut sitting, "one");
        sitting.pause();
        assert!(!folder.exists(), "no folder is made again unasked");
        sitting.keys("<ctrl-s>again<enter>");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("# ours") && text.contains("one"), "{text}");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        assert!(
            sitting.screen().contains("saved 10:42"),
            "{}",
            sitting.screen()
        );
    }
}

#[test]
fn a_file_that_is_gone_is_written_anew_though_nothing_was_typed_since_it_was_saved() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        let path = path(&sitting);
        let before = fs::read_to_string(&path).unwrap();
        fs::remove_file(&path).unwrap();
        sitting.keys("<ctrl-s>");
        assert!(!path.exists());
        sitting.keys("<enter>");
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
        assert!(
            sitting.screen().contains("Everything is saved"),
            "{}",
            sitting.screen()
        );
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn a_file_that_was_moved_is_gone_on_with_where_it_is() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        kind.type_in(&mut sitting, "one");
        let old = path(&sitting);
        let new = sitting.home.path().join("elsewhere.toml");
        fs::rename(&old, &new).unwrap();
        kind.type_in(&mut sitting, "two");
        assert!(!old.exists() && !fs::read_to_string(&new).unwrap().contains("two"));
        assert!(
            sitting.screen().contains("was moved to"),
            "{}",
            sitting.screen()
        );
        sitting.keys("<ctrl-s><enter>");
        assert!(fs::read_to_string(&new).unwrap().contains("two"));
        assert_eq!(kind.file(&sitting).path, new);
        assert!(!old.exists());
        // The journal went along: what no save has written comes back there, and can be taken back.
        sitting.stalled = true;
        kind.type_in(&mut sitting, "three");
        let mut sitting = kind.again(sitting.kill(), &new);
        assert!(
            kind.words(&sitting).contains("three"),
            "{}",
            sitting.screen()
        );
        sitting.keys("u");
        let words = kind.words(&sitting);
        assert!(words.contains("two") && !words.contains("three"), "{words}");
    }
}

#[test]
fn an_older_copy_takes_nothing_that_was_typed_since_and_is_named() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        kind.type_in(&mut sitting, "one");
        let older = fs::read_to_string(path(&sitting)).unwrap();
        kind.type_in(&mut sitting, "two");
        let newer = fs::read_to_string(path(&sitting)).unwrap();
        assert!(newer.contains("two"));
        for asked in ["focus", "save", "leave"] {
            fs::write(path(&sitting), &older).unwrap();
            match asked {
                "focus" => drop(sitting.focus()),
                "save" => drop(sitting.keys("<ctrl-s>")),
                _ => drop(sitting.keys("<ctrl-q>")),
            }
            let words = kind.words(&sitting);
            assert!(
                words.contains("one") && words.contains("two"),
                "{asked}: {words}"
            );
            assert_eq!(
                fs::read_to_string(path(&sitting)).unwrap(),
                newer,
                "{asked}"
            );
            let told = sitting
                .state
                .status
                .as_ref()
                .map_or("", |it| it.text.as_str());
            assert!(told.contains("older copy"), "{asked}: {told}");
            if kind.kind == FileKind::Draft && asked == "focus" {
                sitting.keys("D");
                let screen = sitting.screen();
                assert!(
                    screen.contains("older copy") && screen.contains("two"),
                    "{screen}"
                );
                sitting.keys("<esc>");
            }
        }
        assert!(sitting.state.is_over() && sitting.state.left_unsaved().is_empty());
    }
}

#[test]
fn an_older_copy_from_an_earlier_sitting_is_known_as_one() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        kind.type_in(&mut sitting, "one");
        let (path, home) = (path(&sitting), sitting.leave());
        let mut sitting = kind.again(home, &path);
        kind.type_in(&mut sitting, "two");
        fs::write(&path, kind.text).unwrap();
        sitting.focus();
        let words = kind.words(&sitting);
        assert!(words.contains("one") && words.contains("two"), "{words}");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("one") && text.contains("two"), "{text}");
    }
}

#[test]
fn whoever_only_reads_follows_what_the_writer_takes_back() {
    for kind in &KINDS {
        let mut first = kind.sit();
        let path = path(&first);
        let mut second = kind.again(first.home.clone(), &path);
        kind.type_in(&mut first, "one");
        second.focus();
        assert!(kind.words(&second).contains("one"), "{}", second.screen());
        first.keys("uu<ctrl-s>");
        assert!(!fs::read_to_string(&path).unwrap().contains("one"));
        second.focus();
        assert!(!kind.words(&second).contains("one"), "{}", second.screen());
    }
}

#[test]
fn what_another_program_takes_out_never_wins_over_words_typed_since_it_was_opened() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        kind.type_in(&mut sitting, "typed");
        // No copy of ours: it has something of its own as well.
        let theirs = kind.text.replace("# ours", "# theirs");
        fs::write(path(&sitting), &theirs).unwrap();
        sitting.focus();
        assert!(
            kind.words(&sitting).contains("typed"),
            "{}",
            sitting.screen()
        );
        let text = fs::read_to_string(path(&sitting)).unwrap();
        assert!(
            text.contains("# theirs") && text.contains("typed"),
            "{text}"
        );
        let told = sitting.state.status.clone().expect("it is told").text;
        assert!(told.contains("yours"), "{told}");
        if kind.kind == FileKind::Draft {
            sitting.keys("D");
            assert!(sitting.screen().contains("typed"), "{}", sitting.screen());
        }
        assert!(versions(&sitting.home).contains("typed"));
    }
}

#[test]
fn words_that_stood_there_before_can_be_taken_out_and_are_shown() {
    let text = format!(
        "{}\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"It listens.\"\n",
        KINDS[0].text
    );
    let home = Home::new();
    let path = home.write("data/assay/one.toml", &text);
    let mut sitting = Sitting::resume(100, 30, home, &path);
    fs::write(&path, KINDS[0].text).unwrap();
    sitting.focus();
    assert!(sitting.texts().is_empty());
    let screen = sitting.screen();
    assert!(
        screen.contains("1 change came in") && screen.contains("D shows"),
        "{screen}"
    );
    sitting.keys("D");
    let screen = sitting.screen();
    assert!(
        screen.contains("It listens.") && screen.contains("taken out"),
        "{screen}"
    );
    sitting.keys("<esc>u");
    assert_eq!(sitting.texts(), ["It listens."]);
    assert!(versions(&sitting.home).contains("It listens."));
}

/// A change by another program is read while a save is under way: whichever of the two is on the disk, another save
/// follows, and nothing is called saved before that.
#[test]
fn a_change_that_comes_in_while_a_save_is_under_way_is_followed_by_another_save() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        sitting.stalled = true;
        kind.type_in(&mut sitting, "one");
        assert!(kind.file(&sitting).is_saving());
        // What the other program wrote is just what is here: without the save, all would be in the file.
        let message = match kind.kind {
            FileKind::Draft => {
                let theirs = Box::new(sitting.editor().assessment.clone());
                let base = Box::<Assessment>::default();
                Message::ChangedElsewhere {
                    base,
                    theirs,
                    descent: Descent::FromFile,
                }
            }
            FileKind::Inspection => {
                let grid = sitting.state.grid.as_ref().unwrap();
                let theirs = Box::new(grid.inspection.clone());
                let base = Box::<Inspection>::default();
                Message::Inspection(InspectionNews::ChangedElsewhere {
                    base,
                    theirs,
                    descent: Descent::FromFile,
                })
            }
        };
        let effects = update(&mut sitting.state, message);
        let saves = format!("{effects:?}").contains("Save {");
        assert!(saves, "another save follows: {effects:?}");
        assert!(kind.file(&sitting).is_unsaved());
        assert!(kind.file(&sitting).is_saving());
    }
}

fn protect(path: &Path, protected: bool) {
    let mut rights = fs::metadata(path).unwrap().permissions();
    rights.set_readonly(protected);
    fs::set_permissions(path, rights).unwrap();
}

#[test]
fn what_was_closed_unsaved_is_told_at_the_end_until_it_is_open_again() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        protect(&path(&sitting), true);
        kind.type_in(&mut sitting, "one");
        sitting.keys("<esc>");
        while sitting.state.editor.is_some() || sitting.state.grid.is_some() {
            sitting.keys("q");
        }
        let told = sitting.state.left_unsaved().concat();
        assert!(told.contains("the words are in the journal"), "{told}");
        protect(&path(&sitting), false);
        sitting.keys("<enter><ctrl-s>");
        let left = sitting.state.left_unsaved();
        assert!(left.is_empty(), "{left:?}\n{}", sitting.screen());
    }
}

#[test]
fn what_cannot_be_saved_is_saved_under_another_name_and_can_be_closed() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        protect(&path(&sitting), true);
        kind.type_in(&mut sitting, "one");
        let told = sitting.state.status.clone().expect("it is told").text;
        assert!(told.contains("S saves it under another name"), "{told}");
        // A name that is taken is refused, and stays in the box.
        let taken = sitting.home.write("data/assay/taken.toml", "mine");
        sitting.keys("S<ctrl-u>taken<enter>");
        let screen = sitting.screen();
        assert!(screen.contains("nothing is ever written over"), "{screen}");
        assert_eq!(fs::read_to_string(taken).unwrap(), "mine");
        sitting.keys("<ctrl-u>other<enter>");
        let other = sitting.home.drafts().join("other.toml");
        let text = fs::read_to_string(&other).unwrap();
        assert!(text.contains("# ours") && text.contains("one"), "{text}");
        assert_eq!(fs::read_to_string(path(&sitting)).unwrap(), kind.text);
        assert_eq!(kind.file(&sitting).path, other);
        kind.type_in(&mut sitting, "two");
        assert!(fs::read_to_string(&other).unwrap().contains("two"));
        // What is typed from here on is in the journal of the new file.
        sitting.stalled = true;
        kind.type_in(&mut sitting, "three");
        let mut sitting = kind.again(sitting.kill(), &other);
        assert!(kind.words(&sitting).contains("three"));
        sitting.keys("q");
        assert!(sitting.state.editor.is_none() && sitting.state.grid.is_none());
        assert!(fs::read_to_string(&other).unwrap().contains("three"));
        // The old one has nothing of it.
        let old = path(&sitting);
        let sitting = kind.again(sitting.kill(), &old);
        assert!(
            !kind.words(&sitting).contains("one"),
            "{}",
            kind.words(&sitting)
        );
    }
}

#[test]
fn what_cannot_be_saved_closes_when_asked_again_and_comes_back() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        protect(&path(&sitting), true);
        kind.type_in(&mut sitting, "one");
        sitting.keys("<esc>q");
        while sitting.state.editor.is_some() || sitting.state.grid.is_some() {
            assert!(
                sitting.screen().contains("in the journal"),
                "{}",
                sitting.screen()
            );
            sitting.keys("q");
        }
        let path = path(&sitting);
        let sitting = kind.again(sitting.kill(), &path);
        assert!(kind.words(&sitting).contains("one"));
    }
}

#[test]
fn a_file_that_became_something_else_is_gone_on_with_beside_it_and_kept_through_a_kill() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        fs::write(path(&sitting), "shopping: eggs").unwrap();
        kind.type_in(&mut sitting, "one");
        let kept = kind.file(&sitting).path.clone();
        assert_ne!(kept, path(&sitting));
        assert!(sitting.screen().contains("yours"), "{}", sitting.screen());
        sitting.stalled = true;
        kind.type_in(&mut sitting, "two");
        let sitting = kind.again(sitting.kill(), &kept);
        let words = kind.words(&sitting);
        assert!(words.contains("one") && words.contains("two"), "{words}");
        assert_eq!(
            fs::read_to_string(path(&sitting)).unwrap(),
            "shopping: eggs"
        );
    }
}

/// Every way in which a file can stand is told by a window that is used again, and by the status at the end.
#[test]
fn a_file_that_became_something_else_is_told_before_anything_is_typed() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        fs::write(path(&sitting), "shopping: eggs").unwrap();
        sitting.focus();
        assert!(
            sitting.screen().contains("NOT SAVED"),
            "{}",
            sitting.screen()
        );
        assert!(!sitting.state.left_unsaved().is_empty());
        fs::remove_file(path(&sitting)).unwrap();
        fs::create_dir(path(&sitting)).unwrap();
        sitting.keys("<ctrl-s>");
        let told = sitting.state.status.clone().expect("it is told").text;
        assert!(told.contains("not a file"), "{told}");
        fs::remove_dir(path(&sitting)).unwrap();
        fs::write(path(&sitting), kind.text).unwrap();
        sitting.keys("<ctrl-s>");
        assert!(
            sitting.screen().contains("Everything is saved."),
            "{}",
            sitting.screen()
        );
        assert!(sitting.state.left_unsaved().is_empty());
    }
}

#[test]
fn the_library_moves_nothing_that_is_open_elsewhere() {
    for kind in &KINDS {
        let first = kind.sit();
        let mut second = Sitting::at_library(100, 30, first.home.clone());
        for keys in ["r<ctrl-u>new<enter><down><enter>", "d<down><enter>"] {
            second.keys(keys);
            let screen = second.screen();
            assert!(screen.contains("open elsewhere"), "{keys}: {screen}");
            assert!(path(&first).exists());
        }
        drop(first);
        second.keys("d<down><enter>");
        assert!(
            second.screen().contains("in the trash"),
            "{}",
            second.screen()
        );
    }
}

#[test]
fn commands_that_read_a_file_say_that_edits_of_it_wait() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        sitting.stalled = true;
        kind.type_in(&mut sitting, "one");
        let path = path(&sitting);
        let home = sitting.kill();
        let told = |command: &str| {
            let done = home.assay().arg(command).arg(&path).output().unwrap();
            String::from_utf8_lossy(&done.stderr).into_owned()
        };
        let commands: &[&str] = match kind.kind {
            FileKind::Draft => &["print", "check"],
            FileKind::Inspection => &["print", "notice"],
        };
        for command in commands {
            let told = told(command);
            assert!(told.contains("in its journal"), "{command}: {told}");
        }
        home.assay().arg("recover").arg(&path).output().unwrap();
        for command in commands {
            assert!(!told(command).contains("journal"), "{command}");
        }
    }
}

/// The words of every message are on the screen to the last, also in the smallest window.
#[test]
fn no_message_is_cut_off_by_the_width() {
    let words = |many: usize| {
        let word = |nth: usize| format!("w{nth}{}", "x".repeat(nth * 7 % 13));
        (0..many).map(word).collect::<Vec<String>>()
    };
    let mut library = Sitting::new(40, 12);
    let mut draft = KINDS[0].sit();
    draft.resize(40, 12);
    let mut typing = KINDS[0].sit();
    typing.resize(40, 12);
    typing.keys(
        "+One line of words after another goes down to the last row of the window, and on. And on.",
    );
    let mut overlay = KINDS[0].sit();
    overlay.resize(40, 12);
    overlay.keys("p");
    for sitting in [&mut library, &mut draft, &mut typing, &mut overlay] {
        for many in 1..40 {
            for bad in [false, true] {
                let words = words(many);
                let text = words.join(" ");
                sitting.state.status = Some(StatusMessage {
                    text,
                    bad,
                    ..StatusMessage::default()
                });
                sitting.resize(40, 12);
                let screen = sitting.screen();
                for word in &words {
                    assert!(
                        screen.contains(word.as_str()),
                        "{word} of {many}:\n{screen}"
                    );
                }
            }
        }
        // One that is longer than the window has its beginning and its end.
        let words = words(200);
        let text = words.join(" ");
        sitting.state.status = Some(StatusMessage {
            text,
            bad: true,
            ..StatusMessage::default()
        });
        sitting.resize(40, 12);
        let screen = sitting.screen();
        for word in [&words[0], &words[199]] {
            assert!(screen.contains(word.as_str()), "{word}:\n{screen}");
        }
    }
}

/// What came in from the file is in the file: it is no edit of anybody's that waits.
#[test]
fn what_another_program_wrote_waits_in_no_journal_when_it_has_come_in() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        let path = path(&sitting);
        let theirs = kind.text.replace("Wexmoor", "Kent").replace("Old", "New");
        fs::write(&path, &theirs).unwrap();
        sitting.focus();
        let screen = sitting.screen();
        assert!(
            screen.contains("Kent") || screen.contains("New"),
            "{screen}"
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
        assert!(!kind.file(&sitting).is_unsaved());
        let home = sitting.kill();
        let done = home.assay().arg("recover").output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert_eq!(said, "Nothing waits.\n");
        // What came in can be taken back all the same.
        let mut sitting = kind.again(home, &path);
        sitting.keys("u");
        let screen = sitting.screen();
        assert!(
            screen.contains("Wexmoor") || screen.contains("Old"),
            "{screen}"
        );
    }
}

/// The file that was opened has nothing of what was typed since another program made something else of it.
#[test]
fn whoever_leaves_is_told_where_the_words_are_where_the_file_is_something_else() {
    for kind in &KINDS {
        let mut sitting = kind.sit();
        let path = path(&sitting);
        fs::write(&path, "format = \n").unwrap();
        kind.type_in(&mut sitting, "one");
        sitting.pause();
        let left = sitting.state.left_unsaved();
        let [told] = &left[..] else {
            panic!("{left:?}");
        };
        let kept = &kind.file(&sitting).path;
        assert!(fs::read_to_string(kept).unwrap().contains("one"));
        let told_of = |path: &Path| told.contains(&path.display().to_string());
        assert!(told_of(&path) && told_of(kept), "{told}");
        let screen = sitting.screen();
        assert!(screen.contains("! saved in another file"), "{screen}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "format = \n");
        // Where it is a draft again and is opened, nothing is left to tell.
        fs::write(&path, kind.text).unwrap();
        sitting.keys("q");
        sitting.open_file(&path);
        assert_eq!(sitting.state.left_unsaved(), [""; 0]);
    }
}

#[test]
fn the_comment_above_a_finding_that_another_program_removed_while_it_was_typed_in_is_back_with_it()
{
    let finding = "\n# Ask the chief.\n[[findings]] # first\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n";
    let without = KINDS[0].text;
    let home = Home::new();
    let file = home.write("data/assay/one.toml", &format!("{without}{finding}"));
    let mut sitting = Sitting::resume(100, 30, home, &file);
    sitting.go_to_first("victims");
    sitting.keys("<enter> Soon");
    fs::write(&file, without).unwrap();
    sitting.focus();
    sitting.keys("<esc>").pause();
    assert_eq!(sitting.texts(), ["The force answers. Soon"]);
    let saved = fs::read_to_string(&file).unwrap();
    let typed = finding.replace("answers.", "answers. Soon");
    assert!(saved.contains(typed.trim()), "{saved}");
}

#[test]
fn what_was_added_and_left_empty_is_no_step_and_the_file_has_its_bytes() {
    let kind = &KINDS[0];
    for before in ["", "+Words.<esc>"] {
        let mut sitting = kind.sit();
        sitting.keys("<home>");
        while sitting.editor().heading_id() != Some("victims") {
            sitting.keys("]");
        }
        sitting.keys(before).pause();
        let text = fs::read_to_string(path(&sitting)).unwrap();
        sitting.keys("a<esc>").pause();
        assert_eq!(fs::read_to_string(path(&sitting)).unwrap(), text);
        sitting.keys("u").pause();
        assert_eq!(sitting.texts(), [""; 0], "{}", sitting.screen());
        let now = fs::read_to_string(path(&sitting)).unwrap();
        assert_eq!(now, kind.text, "{before:?}");
        sitting.keys("UU").pause();
        assert_eq!(fs::read_to_string(path(&sitting)).unwrap(), text);
        // So it is after a kill.
        let file = path(&sitting);
        sitting.keys("a<esc>");
        let sitting = kind.again(sitting.kill(), &file);
        assert!(sitting.texts().iter().all(|it| !it.is_empty()));
    }
}

/// The first step back tells whose work it would take back, and takes nothing; the next one takes it.
fn stops_at_another(sitting: &mut Sitting, with: &str, without: &str) {
    let has = |sitting: &Sitting, words: &str| sitting.texts().concat().contains(words);
    sitting.keys("u");
    let screen = sitting.screen();
    assert!(has(sitting, with), "{screen}");
    assert!(screen.contains("by another program"), "{screen}");
    sitting.keys("u");
    assert!(has(sitting, without), "{}", sitting.screen());
    sitting.keys("U");
    assert!(has(sitting, with), "{}", sitting.screen());
}

#[test]
fn the_work_of_another_program_is_not_what_the_first_undo_takes_back() {
    let draft = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"It answers within ten seconds.\"\n";
    let mut sitting = Sitting::at(160, 40, draft);
    sitting.go_to_first("victims");
    sitting.keys("<enter> Mine.<esc>").pause();
    let path = sitting.editor().file.path.clone();
    sitting.stalled = true;
    sitting.keys("<enter> And more.<esc>");
    let text = fs::read_to_string(&path).expect("the draft");
    fs::write(&path, text.replace("ten", "nine")).expect("it is written");
    let mut sitting = Sitting::resume(160, 40, sitting.kill(), &path);
    let texts = sitting.texts().concat();
    assert!(
        texts.contains("nine") && texts.contains("And more."),
        "{texts}"
    );
    stops_at_another(&mut sitting, "nine", "ten");
    // So it is in every session from then on.
    sitting.keys("<ctrl-s>").pause();
    let mut sitting = Sitting::resume(160, 40, sitting.leave(), &path);
    stops_at_another(&mut sitting, "nine", "ten");
    // What is typed since comes first.
    sitting.keys("+").keys("Since.<esc>");
    assert!(sitting.texts().concat().contains("Since."));
    sitting.keys("u");
    let texts = sitting.texts().concat();
    assert!(
        !texts.contains("Since") && texts.contains("nine"),
        "{texts}"
    );
}
