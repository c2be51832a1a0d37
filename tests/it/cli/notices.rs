//! Inspections of several bodies: the notice for the press and the thematic report, from outside.

use std::fs;

use super::{Run, err, out};
use crate::support::home::Home;
use crate::support::needs::acceptance;
use crate::support::snapshots::snapshot;

const INSPECTION: &str = include_str!("../../../assets/examples/inspection/estuary.toml");
const DRAFTS: [(&str, &str); 3] = [
    (
        "greyhaven.toml",
        include_str!("../../../assets/examples/inspection/greyhaven.toml"),
    ),
    (
        "saltmarsh.toml",
        include_str!("../../../assets/examples/inspection/saltmarsh.toml"),
    ),
    (
        "thornby.toml",
        include_str!("../../../assets/examples/inspection/thornby.toml"),
    ),
];

/// The files of the example of an inspection.
pub const FILES: [(&str, &str); 4] = [
    ("estuary.toml", INSPECTION),
    DRAFTS[0],
    DRAFTS[1],
    DRAFTS[2],
];

/// A home with the example of an inspection in it.
pub fn estuary() -> Home {
    let home = Home::new();
    for (name, text) in FILES {
        home.write(name, text);
    }
    home
}

#[test]
fn the_notice_on_london_says_what_the_press_was_told() {
    let home = Home::new();
    let files = [
        "inspection.toml",
        "city-of-london.toml",
        "metropolitan.toml",
        "british-transport.toml",
        "notice-must-say.txt",
    ];
    for file in files {
        let Some(text) = acceptance(&format!("london-soc/{file}")) else {
            return;
        };
        home.write(file, &text);
    }
    let said = out(&home.run(&["notice", "inspection.toml"]).success());
    let must = fs::read_to_string(home.path().join("notice-must-say.txt")).expect("the lines");
    for line in must.lines().filter(|line| !line.trim().is_empty()) {
        assert!(said.contains(line), "{line}\nis missing from\n{said}");
    }
    assert_eq!(
        said.lines().next(),
        must.lines().next(),
        "the hardest grade is the headline"
    );
}

#[test]
fn the_example_of_an_inspection_is_fit_for_the_press() {
    let home = estuary();
    for (name, command) in [("notice", "notice"), ("report", "print")] {
        for format in ["text", "markdown", "html"] {
            let print = [command, "estuary.toml", "--format", format];
            let done = home.run(&print).success();
            snapshot("notices", &format!("{name} as {format}"), &out(&done));
        }
    }
    for (name, _) in DRAFTS {
        let told = out(&home.run(&["check", name]).success());
        assert!(!told.contains(": error: "), "{told}");
    }
    let short = out(&home
        .run(&["notice", "estuary.toml", "--format", "md"])
        .success());
    assert!(short.starts_with("# "), "{short}");
}

#[test]
fn what_a_notice_keeps_back_is_told_to_whoever_prints_it() {
    let home = estuary();
    let told = err(&home.run(&["notice", "estuary.toml"]).success());
    assert!(
        told.contains("note: Saltmarsh Constabulary: 1 need is kept out"),
        "{told}"
    );
}

#[test]
fn a_broken_and_a_missing_draft_stop_nothing_and_are_told_with_their_place() {
    let home = estuary();
    home.write("thornby.toml", &DRAFTS[2].1.replace("adequate", "adequat"));
    fs::remove_file(home.path().join("saltmarsh.toml")).expect("a file");
    for command in ["notice", "print"] {
        let done = home.run(&[command, "estuary.toml"]).code(2);
        assert!(out(&done).contains("Greyhaven Police"), "{}", out(&done));
        let told = err(&done);
        assert!(told.contains("error: thornby.toml:"), "{told}");
        assert!(told.contains("error: saltmarsh.toml: "), "{told}");
    }
}

#[test]
fn a_notice_is_never_written_over_what_it_is_made_of() {
    let home = estuary();
    for file in ["estuary.toml", "thornby.toml"] {
        let before = fs::read(home.path().join(file)).expect("a file");
        for command in ["notice", "print"] {
            home.run(&[command, "estuary.toml", "--output", file])
                .code(1);
        }
        assert_eq!(fs::read(home.path().join(file)).expect("a file"), before);
    }
    home.run(&["notice", "estuary.toml", "--output", "n.txt"])
        .success()
        .stdout("");
    assert!(home.path().join("n.txt").exists());
}

#[test]
fn a_draft_is_no_inspection_and_an_inspection_no_draft() {
    let home = estuary();
    let told = err(&home.run(&["notice", "thornby.toml"]).code(2));
    assert!(told.contains("it is no inspection"), "{told}");
    let told = err(&home.run(&["print", "estuary.toml", "--sources"]).code(2));
    assert!(told.contains("no print with sources; print one"), "{told}");
    home.run(&[
        "notice",
        "estuary.toml",
        "--format",
        "html",
        "--width",
        "60",
    ])
    .code(2);
}

#[test]
fn an_inspection_is_listed_and_no_path_leads_out_of_its_folder() {
    let home = estuary();
    let listed = out(&home.run(&["list", "."]).success());
    let line = listed.lines().find(|line| line.contains("estuary.toml"));
    let line = line.expect("its line");
    assert!(line.contains("How the forces of the estuary"), "{line}");
    assert!(line.contains("inspection of 3"), "{line}");
    home.write("secret.toml", "password = \"cockles\"\n");
    for path in ["../secret.toml", "/etc/passwd", "a/../../secret.toml"] {
        let text = INSPECTION.replace("greyhaven.toml", path);
        home.write("inner/estuary.toml", &text);
        for command in ["notice", "print"] {
            let told = err(&home.run(&[command, "inner/estuary.toml"]).code(2));
            assert!(told.contains("error: inner/estuary.toml:15:5: "), "{told}");
            assert!(!told.contains("cockles"), "{told}");
        }
    }
}
