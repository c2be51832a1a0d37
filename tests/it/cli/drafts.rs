//! Drafts made, listed, checked and refused.

use std::fs;

use super::{Run, SETTINGS, err, example, out};
use crate::support::home::Home;

#[test]
fn a_wrong_draft_is_told_with_its_place_and_what_would_be_right() {
    let home = Home::new();
    let wrong = example().replace("kind = \"practice\"", "kind = \"practise\"");
    let line = wrong
        .lines()
        .position(|line| line.contains("practise"))
        .expect("the line")
        + 1;
    home.write("d.toml", &wrong);
    let done = home.run(&["print", "d.toml"]).code(2).stdout("");
    let told = err(&done);
    assert!(
        told.starts_with(&format!("error: d.toml:{line}:")),
        "{told}"
    );
    assert!(told.contains("did you mean \"practice\""), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");

    let none = err(&home.run(&["print", "none.toml"]).code(2));
    assert!(none.starts_with("error: none.toml"), "{none}");
    home.run(&["check", "none.toml"]).code(2);
    home.run(&["frobnicate", "--x"]).code(2);
    home.run(&["print"]).code(2);
    let near = err(&home.run(&["prnt"]).code(2));
    assert!(near.contains("did you mean `assay print`?"), "{near}");
}

#[test]
fn a_draft_of_ones_own_is_found_by_its_name_from_any_folder() {
    let home = Home::new();
    let draft = |body: &str| example().replace("Wexmoor Constabulary", body);
    home.write("data/assay/wexmoor-constabulary.toml", &example());
    home.write("data/assay/surrey-police.toml", &draft("Surrey Police"));
    home.write("data/assay/surrey-police-2.toml", &draft("Surrey Police"));
    for name in [
        "wexmoor",
        "Wexmoor Constabulary",
        "wexmoor-constabulary.toml",
    ] {
        let done = home.run(&["print", name]).code(0);
        assert!(out(&done).contains("Wexmoor Constabulary"), "{name}");
        let told = err(&done);
        let is = format!("note: {name} is ");
        assert!(told.starts_with(&is), "{told}");
    }
    home.run(&["check", "wexmoor"]);
    home.run(&["history", "wexmoor"]).code(0);
    for (name, told) in [
        ("surrey", "surrey-police and surrey-police-2"),
        (
            "wexmoore-constabulary",
            "did you mean \"wexmoor-constabulary\"?",
        ),
    ] {
        let done = home.run(&["print", name]).code(2).stdout("");
        assert!(err(&done).contains(told), "{}", err(&done));
    }
    // The screen needs a terminal, but for what is not there.
    let near = err(&home.run(&["wexmoore-constabulary"]).code(2));
    assert!(near.contains("did you mean \"wexmoor-const"), "{near}");
    // What stands where one is comes first, and a path is no name.
    home.write("wexmoor", &draft("Northmoor Constabulary"));
    let here = home.run(&["print", "wexmoor"]).code(0);
    assert!(out(&here).contains("Northmoor Constabulary"));
    home.run(&["print", "./surrey-police"]).code(2);
}

#[test]
fn control_characters_of_a_draft_do_not_reach_the_terminal() {
    let home = Home::new();
    let draft = example().replace(
        "name = \"Wexmoor Constabulary\"",
        "name = \"Wex\\u001b[2Jmoor\"",
    );
    home.write("d.toml", &draft);
    for arguments in [
        &["print", "d.toml"][..],
        &["print", "d.toml", "--format", "markdown"],
        &["print", "d.toml", "--format", "json"],
        &["check", "d.toml"],
        &["list", "."],
    ] {
        let done = home.command().args(arguments).output().expect("it runs");
        assert!(
            !done.stdout.contains(&0x1b) && !done.stderr.contains(&0x1b),
            "{arguments:?}"
        );
    }
    let bad = example().replace("framework = \"annual\"", "framework = \"\\u001b[2J\"");
    home.write("e.toml", &bad);
    let told = err(&home.run(&["print", "e.toml"]).code(2));
    assert!(!told.contains('\u{1b}'), "{told}");
}

#[test]
fn check_tells_its_result_by_its_status() {
    let home = Home::new();
    home.write("good.toml", &example());
    home.run(&["check", "good.toml"]).success();
    let json = out(&home
        .run(&["check", "good.toml", "--format", "json"])
        .success());
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
    // A number that is nowhere would be read aloud as a gap.
    let gap = example().replace("{calls}", "{kalls}");
    let begins = gap
        .lines()
        .position(|line| line == "id = \"answering\"")
        .expect("the finding");
    home.write("gap.toml", &gap);
    let done = home.run(&["check", "good.toml", "gap.toml"]).code(1);
    let told = out(&done);
    assert!(
        told.contains(&format!("gap.toml:{begins}:1: error: ")),
        "{told}"
    );
    let json = out(&home.run(&["check", "gap.toml", "--format", "json"]).code(1));
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        value.pointer("/0/line"),
        Some(&serde_json::json!(begins)),
        "{json}"
    );
    // What cannot be read at all weighs more than what is wrong in it.
    home.run(&["check", "gap.toml", "none.toml"]).code(2);
}

#[test]
fn a_new_draft_is_made_once_and_never_over_another() {
    let home = Home::new();
    let made = home.run(&[
        "new",
        "d.toml",
        "--framework",
        "annual",
        "--subject",
        "city of london police",
        "--inspector",
        "Ann Other",
        "--office",
        "Inspector",
        "--year",
        "2015",
    ]);
    made.success();
    let text = fs::read_to_string(home.path().join("d.toml")).expect("the draft");
    for said in [
        "name = \"City of London Police\"",
        "spoken = \"the City of London Police\"",
        "noun = \"force\"",
        "name = \"Ann Other\"",
        "office = \"Inspector\"",
        "label = \"2015\"",
        "framework = \"annual\"",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    home.run(&["print", "d.toml"]).success();
    let again = home
        .run(&["new", "d.toml", "--subject", "Essex Police"])
        .code(1);
    assert!(err(&again).starts_with("error: d.toml"), "{}", err(&again));
    assert_eq!(
        fs::read_to_string(home.path().join("d.toml")).expect("the draft"),
        text
    );
}

#[test]
fn a_new_draft_without_a_name_goes_into_the_folder_of_the_settings() {
    let home = Home::new();
    let drafts = home.path().join("mine");
    home.write(
        SETTINGS,
        &format!(
            "drafts = {drafts:?}\n[inspector]\nname = \"Ann Other\"\noffice = \"Inspector\"\n"
        ),
    );
    let made = |wanted: &str| {
        let done = home
            .run(&[
                "new",
                "--subject",
                "Devon & Cornwall Police",
                "--year",
                "2021/22",
            ])
            .success();
        let path = out(&done).trim().to_owned();
        assert!(path.ends_with(wanted), "{path}");
        fs::read_to_string(path).expect("the draft")
    };
    let first = made("mine/devon-and-cornwall-police-2021-22.toml");
    assert!(
        first.contains("name = \"Ann Other\"") && first.contains("office = \"Inspector\""),
        "{first}"
    );
    // The same body and year again: a name of its own, and an identity of its own.
    let second = made("mine/devon-and-cornwall-police-2021-22-2.toml");
    let id = |text: &str| {
        text.lines()
            .find(|line| line.starts_with("id = "))
            .map(str::to_owned)
    };
    assert_ne!(id(&first), id(&second));
    let listed = out(&home.run(&["list"]).success());
    assert_eq!(
        listed.matches("Devon and Cornwall Police").count(),
        2,
        "{listed}"
    );
}

#[test]
fn the_library_lists_good_drafts_and_broken_ones() {
    let home = Home::new();
    home.write("drafts/good.toml", &example());
    home.write(
        "drafts/broken.toml",
        "format = 1\nframework = \"annual\"\n[subject\n",
    );
    let listed = out(&home.run(&["list", "drafts"]).success());
    let good = listed
        .lines()
        .find(|line| line.contains("Wexmoor"))
        .expect("the good one");
    assert!(
        good.contains("2023") && good.contains("GRGGO") && good.contains("good.toml"),
        "{good}"
    );
    assert!(
        listed.contains("drafts/broken.toml\n  broken.toml:3:"),
        "{listed}"
    );
    home.run(&["list", "nowhere"]).code(2);
}

#[test]
fn one_finding_is_counted_as_one() {
    let home = Home::new();
    home.write(
        "data/assay/d.toml",
        "format = 1\nid = \"d\"\nframework = \"annual\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n",
    );
    let listed = out(&home.run(&["list"]).success());
    assert!(listed.contains("graded, 1 finding "), "{listed}");
}
