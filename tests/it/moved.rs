//! What waits of a draft goes where the draft goes, also where another stands in its old place, and the list of what waits
//! promises no more than opening will do.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::home::Home;
use crate::support::sitting::Sitting;
use crate::waiting::{at, done, field, home, line, path, to};

const OTHER: &str = "format = 1\nid = \"northmoor\"\nframework = \"annual\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The other force acts.\"\n";

/// Words of a draft that no save has: an edit, and words in a box.
fn unsaved(home: &Home) {
    let mut sitting = at(home, &path(home), 0);
    sitting.keys("vAn interview<esc><enter> Typed.");
    drop(sitting.kill());
}

/// The draft goes elsewhere, and another comes to where it was.
fn moved(home: &Home, to_name: &str) -> PathBuf {
    let now = home.drafts().join(to_name);
    fs::create_dir_all(now.parent().unwrap()).unwrap();
    fs::rename(path(home), &now).unwrap();
    fs::write(path(home), OTHER).unwrap();
    now
}

fn has_all(sitting: &mut Sitting) {
    assert_eq!(sitting.texts()[0], "The force answers. Typed.");
    to(sitting, 0);
    sitting.keys("v");
    assert_eq!(field(sitting), "An interview");
}

#[test]
fn a_draft_that_was_moved_has_what_waits_of_it_whatever_stands_in_its_old_place() {
    for name in ["renamed.toml", "elsewhere/draft.toml"] {
        // Whichever of the two is opened first.
        for first in [true, false] {
            let home = home();
            unsaved(&home);
            let now = moved(&home, name);
            if first {
                let other = Sitting::resume(140, 40, home.clone(), &path(&home));
                assert_eq!(other.texts(), ["The other force acts."]);
                let screen = other.screen();
                assert!(
                    screen.contains("another draft that was in this place"),
                    "{screen}"
                );
                other.leave();
            }
            has_all(&mut at(&home, &now, 0));
        }
    }
}

#[test]
fn words_in_a_box_are_told_of_the_draft_wherever_it_is_now() {
    for linked in [true, false] {
        let home = home();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys("vAn interview<esc>").pause();
        drop(sitting.kill());
        let now = home.drafts().join("kept/draft.toml");
        fs::create_dir_all(now.parent().unwrap()).unwrap();
        fs::rename(path(&home), &now).unwrap();
        if linked {
            #[cfg(unix)]
            std::os::unix::fs::symlink("kept/draft.toml", path(&home)).unwrap();
        }
        let mut places = vec![now];
        places.extend((linked && cfg!(unix)).then(|| path(&home)));
        for place in places {
            let told = done(&home, &["recover", place.to_str().unwrap()]);
            assert!(told.contains("An interview"), "{place:?}: {told}");
        }
    }
}

/// As tools do that keep files elsewhere and leave links to them: stow, git-annex.
#[test]
#[cfg(unix)]
fn a_draft_that_becomes_a_link_to_where_it_went_has_what_waits_of_it() {
    for name in ["draft.toml.real", "kept/draft.toml"] {
        let home = home();
        let real = home.drafts().join(name);
        fs::create_dir_all(real.parent().unwrap()).unwrap();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys("<enter><end> First.<esc>").pause();
        fs::rename(path(&home), &real).unwrap();
        std::os::unix::fs::symlink(name, path(&home)).unwrap();
        sitting.keys("<enter><end> Saved.<esc>").pause();
        sitting.keys("vAn interview<esc><enter><end> Typed.");
        drop(sitting.kill());
        let list = done(&home, &["recover"]);
        assert!(line(&list, "edit").contains(name), "{list}");
        let mut again = at(&home, &path(&home), 0);
        assert_eq!(again.texts()[0], "The force answers. First. Saved. Typed.");
        to(&mut again, 0);
        again.keys("v");
        assert_eq!(field(&again), "An interview");
    }
}

#[test]
fn a_draft_that_comes_back_from_the_trash_under_another_name_has_what_waits_of_it() {
    let home = home();
    unsaved(&home);
    let mut library = Sitting::again(120, 40, home);
    library.keys("d<down><enter>");
    let home = library.kill();
    fs::write(path(&home), OTHER).unwrap();
    let mut library = Sitting::again(120, 40, home);
    library.keys("u");
    assert!(
        library.screen().contains("draft-2.toml"),
        "{}",
        library.screen()
    );
    let home = library.kill();
    has_all(&mut at(&home, &home.drafts().join("draft-2.toml"), 0));
}

#[test]
fn the_list_says_where_another_draft_stands_in_the_place_and_where_the_draft_is_now() {
    let home = home();
    unsaved(&home);
    let now = moved(&home, "renamed.toml");
    let list = done(&home, &["recover"]);
    for words in ["edit", "An interview"] {
        assert!(line(&list, words).contains("renamed.toml"), "{list}");
    }
    fs::remove_file(&now).unwrap();
    let list = done(&home, &["recover"]);
    for words in ["edit", "An interview"] {
        assert!(
            line(&list, words).contains("another draft stands there now"),
            "{list}"
        );
    }
    assert!(!list.contains("when it is opened again"), "{list}");
    let name = line(&list, "edit").split(' ').next().unwrap().to_owned();
    let output = home.path().join("out.toml");
    done(
        &home,
        &["recover", &name, "--output", output.to_str().unwrap()],
    );
    assert!(
        fs::read_to_string(output)
            .unwrap()
            .contains("answers. Typed.")
    );
}

#[test]
fn a_draft_is_found_by_its_name_from_any_folder() {
    let home = home();
    unsaved(&home);
    let from = |folder: &Path, name: &str| {
        let mut command = home.assay();
        command
            .current_dir(folder)
            .args(["recover", name, "--output", "-"]);
        String::from_utf8(command.output().expect("it runs").stdout).unwrap()
    };
    for name in ["draft", "draft.toml"] {
        let text = from(home.path(), name);
        assert!(text.contains("answers. Typed."), "{name}: {text}");
    }
}
