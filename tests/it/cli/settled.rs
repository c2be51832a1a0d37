//! Frameworks, settings, keys, paths, and what needs a terminal.

use std::fs;
use std::path::Path;

use super::{Run, SETTINGS, err, example, out};
use crate::support::home::Home;
use crate::support::snapshots::snapshot;

#[test]
fn frameworks_are_listed_shown_and_refused_with_their_place() {
    let home = Home::new();
    let listed = out(&home.run(&["frameworks"]).success());
    assert!(listed.contains("annual"), "{listed}");
    let shown = out(&home.run(&["frameworks", "annual"]).success());
    for part in [
        "Crime prevention",
        "requires improvement",
        "impressed-by",
        "congratulate",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    let near = err(&home.run(&["frameworks", "anual"]).code(2));
    assert!(near.contains("did you mean \"annual\"?"), "{near}");
    let paths = out(&home.run(&["paths"]).success());
    let folder = paths
        .lines()
        .find_map(|line| line.strip_prefix("frameworks"))
        .expect("the folder");
    let folder = folder.trim().split("  ").next().expect("a path");
    fs::create_dir_all(folder).expect("the folder");
    fs::write(
        Path::new(folder).join("own.toml"),
        "format = 1\nid = \"own\"\ntitel = \"x\"\n",
    )
    .expect("a file");
    let told = err(&home.run(&["frameworks"]).code(2));
    assert!(told.contains("own.toml:3:1: "), "{told}");
    assert!(told.contains("title"), "{told}");
    // The others are still to be had.
    home.run(&["frameworks", "annual"]).success();
}

#[test]
fn settings_keys_paths_completions_and_the_manual_are_printed() {
    let home = Home::new();
    let keys = out(&home.run(&["keys"]).success());
    assert!(
        keys.contains("Ctrl-S") && keys.contains("Everywhere"),
        "{keys}"
    );
    let markdown = out(&home.run(&["keys", "--format", "markdown"]).success());
    assert!(
        markdown.contains("| --- | --- | --- |") && markdown.contains("`save`"),
        "{markdown}"
    );
    let example = out(&home.run(&["config", "--example"]).success());
    let file = include_str!("../../../config.example.toml");
    assert_eq!(
        example, file,
        "`assay config --example > config.example.toml` makes it anew"
    );

    home.write(SETTINGS, "theme = \"light\"\n[keys]\nsave = [\"ctrl-o\"]\n");
    let config = out(&home.run(&["config"]).success());
    assert!(config.contains("theme = \"light\"  # line 1"), "{config}");
    assert!(
        config.contains("framework = \"annual\"  # default"),
        "{config}"
    );
    assert!(out(&home.run(&["keys"]).success()).contains("Ctrl-O"));
    assert!(out(&home.run(&["keys", "--defaults"]).success()).contains("Ctrl-S"));

    home.write(SETTINGS, "\ntheem = \"light\"\n");
    let told = err(&home.run(&["config"]).code(2));
    assert!(
        told.contains("config.toml:2:1: \"theem\" is no setting; did you mean \"theme\"?"),
        "{told}"
    );
    // All that is wrong is told at once, to every command that reads them, and so is a theme that is nowhere.
    let wrong = "theme = \"nope\"\nbogus = 3\nautosave-seconds = \"x\"\n";
    home.write(SETTINGS, wrong);
    for command in ["list", "config"] {
        let told = err(&home.run(&[command]).code(2));
        for at in [
            "config.toml:1:9: there is no theme",
            "config.toml:2:1",
            "config.toml:3:20",
        ] {
            assert!(told.contains(at), "{at}: {told}");
        }
    }
    home.write(SETTINGS, "theme = \"nope\"\n");
    let told = err(&home.run(&["list"]).code(2));
    assert!(told.contains("there is no theme \"nope\""), "{told}");
    home.write("config/assay/themes/nope.toml", "");
    home.run(&["list"]).success();
    home.write(SETTINGS, "\ntheem = \"light\"\n");
    // Where the settings are is told whatever is in them, and a statement needs none.
    assert!(out(&home.run(&["paths"]).code(2)).contains("config.toml"));
    home.write("d.toml", &super::example());
    home.run(&["print", "d.toml"]).success();

    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&home.run(&["completions", shell]).success()).contains("frameworks"));
    }
    let manual = out(&home.run(&["man"]).success());
    assert!(
        manual.contains(".TH assay") && manual.contains("EXIT STATUS"),
        "{manual}"
    );
}

#[test]
fn without_a_terminal_the_full_screen_says_so() {
    let home = Home::new();
    let told = err(&home.run(&[]).code(2).stdout(""));
    assert!(
        told.starts_with("error: the full screen needs a terminal"),
        "{told}"
    );
    home.write("d.toml", &example());
    home.run(&["d.toml"]).code(2).stdout("");
}

/// What README leads to: the tables of keys and rules, and the manual page.
#[test]
fn the_program_shows_its_own_keys_rules_and_manual() {
    let home = Home::new();
    for (name, arguments) in [
        ("the keys", &["keys", "--defaults"] as &[&str]),
        (
            "the keys as markdown",
            &["keys", "--defaults", "--format", "markdown"],
        ),
        ("the rules", &["check", "--rules", "--explain"]),
        (
            "the rules as markdown",
            &["check", "--rules", "--format", "markdown"],
        ),
        ("the manual page", &["man"]),
    ] {
        snapshot("tables", name, &out(&home.run(arguments).success()));
    }
}
