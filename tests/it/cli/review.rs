//! Review notes in a print: only where they are asked for, each at its sentence, and never one on what is sensitive.

use std::io::{Cursor, Read as _};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

use super::{Run, err, out};

const NOTES: &str = "
[[notes]]
on = \"repeat-calls/effect\"
by = \"M. Rowe\"
date = 2023-05-27
text = \"Who says so?\"

[[notes]]
by = \"Ann Reid\"
date = \"soon\"
text = \"Read aloud once more.\"

[[notes]]
on = \"repeat-calls\"
by = \"Ann Reid\"
text = \"It was counted twice.\"
resolved = true

[[findings]]
id = \"hidden\"
heading = \"victims\"
kind = \"concern\"
text = \"An officer is under investigation.\"
sensitive = true
evidence = [\"secret\"]

[[evidence]]
id = \"secret\"
kind = \"document\"
title = \"A file on one officer\"

[[notes]]
on = \"hidden\"
by = \"Ann Reid\"
text = \"Has he been told?\"

[[notes]]
on = \"secret\"
by = \"Ann Reid\"
text = \"Lock it away.\"
";

fn home() -> Home {
    let home = Home::new();
    let draft = out(&home.run(&["example", "annual"]).success());
    home.write("d.toml", &(draft + NOTES));
    home
}

#[test]
fn open_notes_stand_at_the_end_only_where_they_are_asked_for() {
    let home = home();
    let print = |more: &[&str]| out(&home.run(&[&["print", "d.toml"], more].concat()).success());
    for edition in [&[][..], &["--sources"], &["--grades"], &["--report"]] {
        for format in ["text", "markdown", "html"] {
            let with = |more: &[&str]| print(&[edition, &["--format", format], more].concat());
            let (plain, noted) = (with(&[]), with(&["--with-notes"]));
            for words in [
                "Say in the summary how many",
                "Who says so?",
                "Read aloud once more.",
            ] {
                assert!(!plain.contains(words), "{words}: {plain}");
                assert_eq!(noted.matches(words).count(), 1, "{words}: {noted}");
            }
            for words in [
                "counted twice",
                "Has he been told",
                "Lock it away",
                "one officer",
            ] {
                assert!(!noted.contains(words), "{words}: {noted}");
            }
        }
    }
    let text = print(&["--with-notes", "--numbered"]);
    for line in [
        "- [10] “However, I am concerned that the constabulary does …”: Say in the summary how many cases the audit looked at? (Reader, 26 May 2023)",
        "- [10] “However, I am concerned that the constabulary does …”, Finding repeat-calls · Effect: Who says so? (M. Rowe, 27 May 2023)",
        "- Read aloud once more. (Ann Reid, soon)",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&print(&["--with-notes", "--format", "json"])).expect("JSON");
    let notes = json["notes"].as_array().expect("notes");
    assert_eq!(notes.len(), 3, "{notes:?}");
    assert_eq!(notes[0]["sentence"], "repeat-calls");
    assert!(!print(&["--format", "json"]).contains("Who says so?"));
}

#[test]
fn a_print_with_notes_says_exactly_which_notes_it_has_not() {
    let home = home();
    let list = |more: &[&str]| {
        let print = [&["print", "d.toml", "--left-out"], more].concat();
        out(&home.run(&print).success())
    };
    let without = list(&[]);
    let why = "for those who work on the draft; it is in no print but one with notes";
    assert!(
        without.contains(&format!("Note “Who says so?” – {why}")),
        "{without}"
    );
    let noted = list(&["--with-notes"]);
    assert!(
        !noted.contains("Who says so?") && !noted.contains("Read aloud"),
        "{noted}"
    );
    assert!(
        noted.contains("Note “It was counted twice.” – it is dealt with"),
        "{noted}"
    );
    assert!(noted.contains("Note – sensitive"), "{noted}");
    assert!(!noted.contains("Has he been told"), "{noted}");
}

#[test]
fn in_word_they_are_comments_at_their_sentences() {
    let home = home();
    let bytes = home
        .run(&["print", "d.toml", "--with-notes", "--format", "docx"])
        .success();
    let bytes = bytes.get_output().stdout.clone();
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut part = |name: &str| {
        let mut xml = String::new();
        let mut part = package.by_name(name).expect(name);
        part.read_to_string(&mut xml).expect("text");
        xml
    };
    let body = part("word/document.xml");
    let (_, about) = body
        .split_once("<w:commentRangeStart w:id=\"0\"/>")
        .expect("a comment");
    let (about, _) = about.split_once("<w:commentRangeEnd").expect("its end");
    assert!(
        about.contains(
            "However, I am concerned that the constabulary does not always see the danger"
        ),
        "{about}"
    );
    assert!(!about.contains("finish its investigations"), "{about}");
    // The numbers by which they find it are shown nowhere.
    assert!(!body.contains("SentenceNumber"), "{body}");
    let comments = part("word/comments.xml");
    for words in [
        "w:author=\"Reader\" w:date=\"2023-05-26T00:00:00Z\"",
        "w:author=\"Ann Reid\" w:initials",
        "soon: Read aloud once more.",
        "Finding repeat-calls · Effect: Who says so?",
    ] {
        assert!(comments.contains(words), "{words}: {comments}");
    }
    assert!(!comments.contains("Has he been told"), "{comments}");
}

#[test]
fn a_print_with_notes_takes_the_place_of_no_other_and_an_inspection_has_none() {
    let home = home();
    home.run(&["print", "d.toml", "--output", "s.docx"])
        .success();
    let refused = home.run(&["print", "d.toml", "--with-notes", "--output", "s.docx"]);
    assert!(err(&refused.failure()).contains("s.docx"));
    for (name, text) in super::notices::FILES {
        home.write(name, text);
    }
    let refused = home.run(&["print", "estuary.toml", "--with-notes"]).code(2);
    assert!(
        err(&refused).contains("no review notes"),
        "{}",
        err(&refused)
    );
    home.run(&["notice", "estuary.toml", "--with-notes"])
        .code(2);
}

#[test]
fn on_the_screen_a_key_puts_them_in_and_the_file_has_a_name_of_its_own() {
    let home = Home::new();
    let draft = out(&home.run(&["example", "annual"]).success());
    let path = home.write("data/assay/d.toml", &draft);
    let mut sitting = Sitting::resume(120, 40, home, &path);
    sitting.keys("p<end>");
    assert!(
        !sitting.screen().contains("Review notes"),
        "{}",
        sitting.screen()
    );
    sitting.keys("c<end>");
    let screen = sitting.screen();
    assert!(
        screen.contains("Review notes") && screen.contains("how many cases"),
        "{screen}"
    );
    sitting.keys("<enter>");
    let written = std::fs::read_to_string(path.with_extension("notes.txt"));
    assert!(written.expect("it is written").contains("Review notes"));
    assert!(!path.with_extension("txt").exists());
}
