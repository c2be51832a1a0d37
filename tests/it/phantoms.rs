//! What is told of edits that wait is so: those that were set aside are marked, each name that a list gives is understood,
//! and no draft is said to have the edits of another.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor-1a2b\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[period]\nlabel = \"2023\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

fn home() -> (Home, PathBuf) {
    let home = Home::new();
    let draft = home.write("data/assay/draft.toml", DRAFT);
    (home, draft)
}

fn at_finding(home: Home, draft: &Path) -> Sitting {
    let mut sitting = Sitting::resume(160, 40, home, draft);
    sitting.go_to_first("victims");
    sitting
}

/// Whether a command went well, and all that it said.
fn run(home: &Home, arguments: &[&str]) -> (bool, String) {
    let done = home.assay().args(arguments).output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (
        done.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

/// The names that a list gives: the first word of each row that tells of edits.
fn names(list: &str) -> Vec<String> {
    let rows = list
        .lines()
        .filter(|row| row.contains("edit") && row.contains(" to "));
    let names = rows.filter_map(|row| row.split("  ").next());
    names
        .filter(|name| name.len() == 6)
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_was_set_aside_is_marked_and_each_name_that_a_list_gives_is_understood() {
    let (home, draft) = home();
    let mut first = at_finding(home.clone(), &draft);
    first.keys("<enter> By hand.");
    let mut second = Sitting::resume(160, 40, home, &draft);
    second.keys("T<down><enter>");
    second.go_to_first("victims");
    second.keys("<enter> On foot.<esc>").pause();
    let home = second.leave();
    drop(first.kill());
    let (_, plain) = run(&home, &["recover"]);
    assert_eq!(names(&plain), [""; 0], "{plain}");
    let (_, list) = run(&home, &["recover", "--all"]);
    let listed = names(&list);
    assert!(!listed.is_empty(), "{list}");
    for name in listed {
        let row = list.lines().find(|row| row.starts_with(&name)).unwrap();
        assert!(row.contains("set aside"), "{row}");
        let (well, said) = run(&home, &["recover", &name, "--output", "-"]);
        assert!(well && said.contains("By hand."), "{said}");
        // By itself it changes nothing, and says how it is had.
        let before = fs::read(&draft).unwrap();
        let (well, said) = run(&home, &["recover", &name]);
        assert!(!well && said.contains("--output"), "{said}");
        assert_eq!(fs::read(&draft).unwrap(), before);
    }
}

#[test]
fn a_draft_that_a_list_names_for_its_words_is_understood() {
    let (home, draft) = home();
    let mut sitting = at_finding(home, &draft);
    sitting.keys("vBecause it was asked to");
    let home = sitting.kill();
    let (_, list) = run(&home, &["recover"]);
    assert!(
        list.contains("draft.toml, ") && list.contains("Because it was asked to"),
        "{list}"
    );
    let (well, said) = run(&home, &["recover", "data/assay/draft.toml"]);
    assert!(well && said.contains("Because it was asked to"), "{said}");
}

/// A draft of which edits and words wait and that is gone, while this other file of its identity stands beside it.
fn gone_beside(other: &str, saved: bool) -> (Home, PathBuf) {
    let (home, draft) = home();
    let copy = home.write("data/assay/last.toml", other);
    let mut sitting = at_finding(home, &draft);
    if saved {
        sitting.keys("<enter> Saved.<esc><ctrl-s>").pause();
    }
    sitting.stalled = true;
    sitting.keys("<enter> By hand.<esc>");
    sitting.keys("vBecause it was asked to");
    let home = sitting.kill();
    fs::remove_file(draft).unwrap();
    (home, copy)
}

#[test]
fn an_untouched_copy_is_never_said_to_have_the_edits_of_another_draft() {
    // One of another year, and an older copy of the very draft.
    let year = DRAFT.replace("2023", "2022");
    for (other, saved) in [(year.as_str(), false), (year.as_str(), true), (DRAFT, true)] {
        let (home, copy) = gone_beside(other, saved);
        let before = fs::read(&copy).unwrap();
        for command in ["check", "print"] {
            let (_, said) = run(&home, &[command, "data/assay/last.toml"]);
            assert!(said.contains("may be its own"), "{said}");
            assert!(!said.contains("in its journal"), "{said}");
        }
        let (_, list) = run(&home, &["recover"]);
        assert!(!list.contains("(it was "), "{list}");
        let rows: Vec<&str> = list
            .lines()
            .filter(|row| row.contains("last.toml"))
            .collect();
        assert!(!rows.is_empty(), "{list}");
        for row in rows {
            assert!(
                row.contains("may be it") && row.contains("draft.toml"),
                "{row}"
            );
        }
        for name in names(&list)
            .iter()
            .map(String::as_str)
            .chain(["data/assay/last.toml"])
        {
            let (well, said) = run(&home, &["recover", name]);
            assert!(!well && said.contains("may be"), "{name}: {said}");
        }
        assert_eq!(fs::read(&copy).unwrap(), before);
        // It is asked, and whoever says so has them.
        let mut sitting = Sitting::resume(160, 40, home, &copy);
        let screen = sitting.screen();
        assert!(screen.contains("Is this the same draft?"), "{screen}");
        sitting.keys("<enter>");
        // Where the copy has other words than were there, they are kept beside each other.
        let draft = format!("{:?}", sitting.editor().assessment);
        assert!(draft.contains("By hand."), "{}", sitting.screen());
        if other == DRAFT || !saved {
            let text = &sitting.texts()[0];
            assert!(text.contains("By hand."), "{text}");
            assert_eq!(text.contains("Saved."), saved, "{text}");
        }
    }
}
