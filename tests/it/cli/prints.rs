//! What is printed, and where it goes.

use std::fs;

use super::{Run, err, example, out};
use crate::support::home::Home;
use crate::support::needs::acceptance;

#[test]
fn a_print_with_a_gap_says_what_is_missing() {
    let home = Home::new();
    let gap = crate::cli::example().replace("office = \"", "office = \"\" #");
    home.write("d.toml", &gap);
    let told = err(&home.run(&["print", "d.toml"]).code(0));
    assert!(
        told.contains("note: the inspector's office is spoken, and not written yet"),
        "{told}"
    );
    home.write("e.toml", &crate::cli::example());
    assert_eq!(err(&home.run(&["print", "e.toml"]).code(0)), "");
}

#[test]
fn the_published_statement_is_printed_word_for_word() {
    let files = ("city-of-london-2015.toml", "statement.txt");
    let (Some(draft), Some(statement)) = (acceptance(files.0), acceptance(files.1)) else {
        return;
    };
    let home = Home::new();
    home.write("city.toml", &draft);
    let printed = home.run(&["print", "city.toml"]).success();
    assert_eq!(out(&printed).trim(), statement.trim());
    let piped = home
        .command()
        .args(["print", "-"])
        .write_stdin(draft)
        .assert()
        .success();
    assert_eq!(out(&piped), out(&printed));
    let print = ["print", "city.toml", "--format", "markdown"];
    let markdown = out(&home.run(&print).success());
    let words = markdown.trim().trim_start_matches("# ");
    assert_eq!(words, statement.trim());
}

#[test]
fn the_example_prints_and_has_no_errors() {
    let home = Home::new();
    let file = home.write("example.toml", &example());
    let name = file.to_str().expect("a name");
    let printed = out(&home.run(&["print", name]).success());
    assert!(printed.contains("Wexmoor Constabulary"), "{printed}");
    assert!(
        !printed.contains("workshops"),
        "what is not spoken is not printed: {printed}"
    );
    home.run(&["check", name]).success();
}

#[test]
fn text_is_a_line_a_paragraph_unless_a_width_is_asked_for() {
    let home = Home::new();
    home.write("d.toml", &example());
    let long = out(&home.run(&["print", "d.toml"]).success());
    assert!(
        long.lines().any(|line| line.chars().count() > 100),
        "{long}"
    );
    let wrapped = out(&home.run(&["print", "d.toml", "--width", "60"]).success());
    assert!(
        wrapped.lines().all(|line| line.chars().count() <= 60),
        "{wrapped}"
    );
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&long), words(&wrapped));
    home.run(&["print", "d.toml", "--width", "60", "--format", "json"])
        .code(2);
    home.run(&["print", "d.toml", "--width", "0"]).code(2);
}

#[test]
fn json_and_markdown_and_sources_are_printed() {
    let home = Home::new();
    home.write("d.toml", &example());
    let json = out(&home.run(&["print", "d.toml", "--format", "json"]).success());
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert!(value.is_object());
    let markdown = out(&home
        .run(&["print", "d.toml", "--format", "markdown"])
        .success());
    assert!(markdown.starts_with('#'), "{markdown}");
    let plain = out(&home.run(&["print", "d.toml"]).success());
    let sources = out(&home.run(&["print", "d.toml", "--sources"]).success());
    assert!(
        sources.len() > plain.len() && sources.contains("[1]"),
        "{sources}"
    );
    assert!(sources.contains("Call handling return"), "{sources}");
}

/// The rule says how the body is called in the very sentence.
#[test]
fn how_a_sentence_calls_the_body_is_told_as_it_does() {
    let home = Home::new();
    home.write("d.toml", &example());
    let printed = out(&home.run(&["print", "d.toml", "--sources"]).success());
    let (text, sources) = printed
        .split_once("What each sentence stands on")
        .expect("the sources");
    let mut told = 0;
    let mut number = "";
    for line in sources.lines() {
        if let Some((begins, _)) = line.strip_prefix('[').and_then(|it| it.split_once(']')) {
            number = begins;
        }
        if !line.trim_start().starts_with("Rules: ") || !line.contains("“it” for the body") {
            continue;
        }
        let (before, _) = text.split_once(&format!("[{number}]")).expect(number);
        let sentence = before.rsplit(']').next().unwrap_or(before);
        let words: Vec<String> = sentence
            .split(|sign: char| !sign.is_alphabetic())
            .map(str::to_lowercase)
            .collect();
        assert!(
            words.iter().any(|it| ["it", "its"].contains(&it.as_str())),
            "{sentence}: {line}"
        );
        told += 1;
    }
    assert!(told > 1, "{printed}");
}

#[test]
fn a_print_goes_to_a_private_file_and_never_over_the_draft() {
    let home = Home::new();
    let draft = home.write("d.toml", &example());
    home.run(&["print", "d.toml", "--output", "s.txt"])
        .success()
        .stdout("");
    let plain = out(&home.run(&["print", "d.toml"]).success());
    assert_eq!(
        fs::read_to_string(home.path().join("s.txt")).expect("the print"),
        plain
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(home.path().join("s.txt"))
            .expect("the print")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let refused = home
        .run(&["print", "d.toml", "--output", "./d.toml"])
        .code(1);
    assert!(
        err(&refused).contains("the draft itself"),
        "{}",
        err(&refused)
    );
    assert_eq!(fs::read_to_string(draft).expect("the draft"), example());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error_and_a_gone_reader_is_none() {
    use std::process::Stdio;
    let home = Home::new();
    home.write("d.toml", &example());
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("/dev/full");
    let run = |out: Stdio| {
        home.assay()
            .args(["print", "d.toml"])
            .stdout(out)
            .stderr(Stdio::piped())
            .output()
            .expect("it runs")
    };
    let done = run(full.into());
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).starts_with("error: standard output: "));
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let done = run(writer.into());
    assert_eq!(done.status.code(), Some(0));
    assert!(done.stderr.is_empty());
}
