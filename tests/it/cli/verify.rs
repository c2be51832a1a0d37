//! Files that findings stand on: as they were, altered, moved, gone.

use super::{Run, err, out};
use crate::support::home::Home;

const DRAFT: &str = "# kept\nformat = 1\nid = \"d\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\nevidence = [\"e1\"]\n\n[[evidence]]\nid = \"e1\"\nkind = \"data\"\ntitle = \"Survey\"\nreference = \"files/survey.csv\"  # ours\n\n[[evidence]]\nid = \"e2\"\nkind = \"document\"\ntitle = \"Minutes\"\nreference = \"docket 12\"\n\n[[evidence]]\nid = \"e3\"\nkind = \"document\"\ntitle = \"A page\"\nreference = \"https://example.org/page\"\n";

fn home() -> Home {
    let home = Home::new();
    home.write("d.toml", DRAFT);
    home.write("files/survey.csv", "1,2,3\n");
    home
}

#[test]
fn a_hash_is_kept_and_nothing_else_of_the_draft_is_touched() {
    let home = home();
    let first = home.run(&["verify", "d.toml"]).success();
    assert!(err(&first).contains("--record"), "{}", err(&first));
    assert_eq!(
        std::fs::read_to_string(home.path().join("d.toml")).expect("the draft"),
        DRAFT
    );
    home.run(&["verify", "d.toml", "--record"]).success();
    let draft = std::fs::read_to_string(home.path().join("d.toml")).expect("the draft");
    assert!(draft.contains("sha256 = \""), "{draft}");
    let without: Vec<&str> = draft
        .lines()
        .filter(|line| !line.starts_with("sha256"))
        .collect();
    assert_eq!(without, DRAFT.lines().collect::<Vec<_>>());
    let told = out(&home.run(&["verify", "d.toml"]).success());
    assert_eq!(told, "d.toml: e1: files/survey.csv: as it was\n");
}

#[test]
fn a_file_that_was_altered_moved_or_lost_is_told_with_what_stands_on_it() {
    let home = home();
    home.run(&["verify", "d.toml", "--record"]).success();
    home.write("files/survey.csv", "1,2,4\n");
    let told = out(&home.run(&["verify", "d.toml"]).code(1));
    assert!(told.contains("ALTERED") && told.contains("f1"), "{told}");
    home.write("files/old/survey.csv", "1,2,3\n");
    std::fs::remove_file(home.path().join("files/survey.csv")).expect("it was there");
    let told = out(&home.run(&["verify", "d.toml"]).code(1));
    assert!(
        told.contains("MOVED to") && told.contains("old/survey.csv"),
        "{told}"
    );
    std::fs::remove_file(home.path().join("files/old/survey.csv")).expect("it was there");
    let told = out(&home.run(&["verify", "d.toml"]).code(1));
    assert!(told.contains("GONE"), "{told}");
}

#[test]
fn what_is_no_file_is_never_opened() {
    let home = home();
    let draft = DRAFT.replace("files/survey.csv", "/dev/zero");
    home.write("d.toml", &draft);
    let told = out(&home.run(&["verify", "d.toml"]).code(1));
    assert!(told.contains("cannot be read: it is no file"), "{told}");
}
