//! Frameworks that people write themselves: to begin with, to look over, to use.

use std::fs;

use super::{Run, err, out};
use crate::support::home::Home;

#[test]
fn a_new_framework_passes_the_check_and_can_be_used_at_once() {
    let home = Home::new();
    let written = out(&home.run(&["frameworks", "new", "our-own"]).success());
    let file = written.trim();
    assert!(file.ends_with("frameworks/our-own.toml"), "{file}");
    assert_eq!(out(&home.run(&["frameworks", "check", file]).success()), "");
    assert!(out(&home.run(&["frameworks"]).success()).contains("our-own"));
    home.run(&[
        "new",
        "d.toml",
        "--framework",
        "our-own",
        "--subject",
        "Mere Police",
        "--inspector",
        "A. Rowe",
    ])
    .success();
    home.run(&["check", "d.toml"]).success();
    let printed = out(&home.run(&["print", "d.toml"]).success());
    assert!(printed.contains("I'm A. Rowe, Inspector."), "{printed}");
}

#[test]
fn a_new_framework_goes_where_it_is_told_and_never_over_another_file() {
    let home = Home::new();
    let piped = out(&home
        .run(&["frameworks", "new", "our-own", "--output", "-"])
        .success());
    assert!(piped.contains("id = \"our-own\"\n"), "{piped}");
    home.run(&["frameworks", "new", "our-own", "--output", "here.toml"])
        .success();
    let here = home.path().join("here.toml");
    assert_eq!(fs::read_to_string(&here).expect("a file"), piped);
    fs::write(&here, "mine").expect("a file");
    let told = err(&home
        .run(&["frameworks", "new", "other", "--output", "here.toml"])
        .code(1));
    assert!(told.contains("here.toml: it is there already"), "{told}");
    assert_eq!(fs::read_to_string(&here).expect("a file"), "mine");
    let told = err(&home.run(&["frameworks", "new", "annual"]).code(1));
    assert!(told.contains("choose another id"), "{told}");
    for bad in ["Our Own", "../up", "a\u{1b}b", ""] {
        let told = err(&home.run(&["frameworks", "new", bad]).code(2));
        assert!(
            told.contains("cannot be an id") && !told.contains('\u{1b}'),
            "{told}"
        );
    }
}

#[test]
fn the_check_tells_every_error_with_its_line() {
    let home = Home::new();
    let skeleton = out(&home
        .run(&["frameworks", "new", "our-own", "--output", "-"])
        .success());
    let wrong = skeleton
        .replace("grade = \"good\"", "grade = \"god\"")
        .replace("{clause}", "{claus}");
    home.write("own.toml", &wrong);
    let told = out(&home.run(&["frameworks", "check", "own.toml"]).code(1));
    let line = |words: &str| {
        let at = wrong.lines().position(|line| line.contains(words));
        format!("own.toml:{}:", at.expect("a line") + 1)
    };
    assert_eq!(told.lines().count(), 13, "{told}");
    for (place, words) in [
        (line("grade = \"god\""), "did you mean \"good\"?"),
        (
            line("glad that {claus}"),
            "names {claus}, which there is not",
        ),
        (line("worrying that {claus}"), "no place for what was found"),
    ] {
        let found = told
            .lines()
            .any(|it| it.starts_with(&place) && it.contains(": error: ") && it.contains(words));
        assert!(found, "{place} {words}\n{told}");
    }
    let taken = skeleton.replace("\"our-own\"", "\"annual\"");
    home.write("own.toml", &taken);
    let told = out(&home.run(&["frameworks", "check", "own.toml"]).code(1));
    assert!(
        told.contains("error: Assay comes with a framework \"annual\""),
        "{told}"
    );
}

#[test]
fn the_check_warns_of_what_writers_would_miss_and_is_content_with_that() {
    let home = Home::new();
    let skeleton = out(&home
        .run(&["frameworks", "new", "our-own", "--output", "-"])
        .success());
    let slack = skeleton
        .replace("meaning = \"Does what is expected.\"\n", "")
        .replace("prompts = [\"Is the budget balanced, next year too?\", \"What does each service cost?\"]\n", "")
        .replace("band = [{ below-good = [1, 1], inadequate = [0, 0] }]", "band = [{ below-good = [3, 3] }]")
        .replace("words = \"It is worrying that {clause}\"", "words = \"{I-am} {adverb} glad that {clause}\"\nadverbs = [\"very\"]");
    home.write("own.toml", &slack);
    let told = out(&home.run(&["frameworks", "check", "own.toml"]).success());
    for words in [
        "nothing says what \"good\" means",
        "\"money\" has no prompts",
        "the ladder has a gap",
        "no grades can suggest \"satisfied-some\"",
        "the frame \"worrying\" is of no use",
    ] {
        let line = told.lines().find(|line| line.contains(words));
        assert!(
            line.is_some_and(|line| line.contains(": warning: ")),
            "{words}\n{told}"
        );
    }
    let lines: Vec<usize> = told
        .lines()
        .filter_map(|line| line.split(':').nth(1)?.parse().ok())
        .collect();
    assert!(lines.is_sorted() && lines.len() == 5, "{told}");
    home.run(&["frameworks", "check", "nowhere.toml"]).code(2);
}
