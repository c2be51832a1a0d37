//! PDF: what its readers find, what is told of letters that the font lacks, and where it is refused.

use std::path::Path;
use std::process::Command;

use crate::support::home::Home;
use crate::support::needs;
use crate::support::pty::Pty;
use crate::support::sitting::Sitting;

use super::{Run, err, out};

fn example(name: &str) -> Home {
    let home = Home::new();
    let draft = out(&home.run(&["example", name]).success());
    home.write("d.toml", &draft);
    home
}

/// What a reader says of a print.
fn read(reader: &Path, arguments: &[&str], home: &Home) -> String {
    let read = Command::new(reader)
        .args(arguments)
        .current_dir(home.path())
        .output();
    let read = read.expect("it runs");
    let said = String::from_utf8_lossy(&read.stderr);
    assert!(read.status.success(), "{said}");
    String::from_utf8(read.stdout).expect("text")
}

/// The words of a text, without the signs that only lead an item, and without what stands at the edges of pages.
fn words(text: &str, marking: &str) -> Vec<String> {
    let edge = |line: &&str| {
        let line = line.trim();
        let number = line
            .strip_prefix("Page ")
            .and_then(|it| it.split_once(" of "));
        let is_number = number.is_some_and(|(nth, of)| {
            [nth, of]
                .iter()
                .all(|it| it.bytes().all(|it| it.is_ascii_digit()))
        });
        line == marking || is_number
    };
    let lines = text.split(['\n', '\u{c}']).filter(|line| !edge(line));
    let words = lines.flat_map(str::split_whitespace);
    let sign = |word: &&str| *word == "•" || word.bytes().all(|it| it == b'-');
    words.filter(|it| !sign(it)).map(str::to_owned).collect()
}

#[test]
fn a_reader_finds_every_word_in_its_order_and_what_each_part_is() {
    let Some(pdftotext) = needs::pdftotext() else {
        return;
    };
    let home = example("peel-2015");
    let marking = "OFFICIAL-SENSITIVE";
    // The ending says what it is to be.
    for (edition, name) in [(None, "d.pdf"), (Some("--sources"), "s.pdf")] {
        let print = |more: &[&str]| {
            let arguments: Vec<&str> = ["print", "d.toml"].into_iter().chain(edition).collect();
            out(&home.run(&[&arguments, more].concat()).success())
        };
        print(&["--output", name]);
        let text = print(&[]);
        let read = read(&pdftotext, &[name, "-"], &home);
        assert_eq!(read.matches(marking).count() % 2, 0, "{read}");
        assert!(read.contains("Page 1 of "), "{read}");
        // Of sources there is a table below, which is set as lines where there are no columns.
        let until = |words: Vec<String>| {
            let end = words.windows(2).position(|it| it == ["least", "first"]);
            words
                .into_iter()
                .take(end.unwrap_or(usize::MAX))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            until(words(&read, marking)),
            until(words(&text, marking)),
            "{name}"
        );
    }
    home.run(&["print", "d.toml", "--report", "--output", "r.pdf"])
        .success();
    let pdfinfo = pdftotext.with_file_name("pdfinfo");
    let about = read(&pdfinfo, &["r.pdf"], &home);
    for line in [
        "Title: Tarnshire Police: PEEL 2015",
        "Tagged: yes",
        "Page size: 595.276 x 841.89 pts (A4)",
    ] {
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(about.contains(line), "{about}");
    }
    let tags = read(&pdfinfo, &["-struct-text", "r.pdf"], &home);
    for tag in [
        "\n  H1 \"Tarnshire Police: PEEL 2015\"",
        "\n  H2 \"Judgments\"",
        "LBody (block)",
        "/Scope /Column",
        "/Scope /Row",
        "Link",
    ] {
        assert!(tags.contains(tag), "{tag}: {tags}");
    }
    // What stands at the edge of a page is passed over.
    assert!(
        !tags.contains(marking) && !tags.contains("Page 1"),
        "{tags}"
    );
}

#[test]
fn a_checker_of_pdf_finds_no_fault() {
    let Some(qpdf) = needs::qpdf() else {
        return;
    };
    let home = example("peel-2023");
    for edition in ["--report", "--sources", "--grades"] {
        home.run(&["print", "d.toml", edition, "--output", "c.pdf", "--force"])
            .success();
        let said = read(&qpdf, &["--check", "c.pdf"], &home);
        assert!(
            said.contains("No syntax or stream encoding errors"),
            "{said}"
        );
        // A language, an outline, a title that is shown, tags, and no picture of the paper is anywhere.
        let said = read(
            &qpdf,
            &["--qdf", "--object-streams=disable", "c.pdf", "q.pdf"],
            &home,
        );
        assert!(said.is_empty(), "{said}");
        let inside = std::fs::read(home.path().join("q.pdf")).expect("it is there");
        let inside = String::from_utf8_lossy(&inside);
        for entry in [
            "/Lang (en-GB)",
            "/Outlines",
            "/DisplayDocTitle true",
            "/Marked true",
            "<pdfuaid:part>1</pdfuaid:part>",
            "/FontFile2",
        ] {
            assert!(inside.contains(entry), "{entry}");
        }
        assert!(!inside.contains("/CreationDate") && !inside.contains("/JavaScript"));
    }
}

/// A draft in which people have names of many scripts.
fn of_many_names() -> Home {
    let home = Home::new();
    let draft = out(&home.run(&["example", "peel-2015"]).success());
    let was = "The population of the county doubles in summer, when visitors come to the lakes.";
    assert!(draft.contains(was));
    let now =
        "Siân Llŷr, Zbigniew Żółć, Іван and 評価 of the county met שלום and 👩\u{200d}🏫 there.";
    home.write("d.toml", &draft.replace(was, now));
    home
}

#[test]
fn a_letter_that_the_font_lacks_is_told_once_with_its_place_and_is_itself_for_whoever_copies_it() {
    let Some(pdftotext) = needs::pdftotext() else {
        return;
    };
    let home = of_many_names();
    let done = home
        .run(&["print", "d.toml", "--report", "--output", "r.pdf"])
        .success();
    let told = err(&done);
    assert_eq!(
        told.matches("the font of PDF lacks 8 characters").count(),
        1,
        "{told}"
    );
    assert!(told.contains("“評価” under “"), "{told}");
    assert!(told.contains("(U+8A55, U+4FA1)"), "{told}");
    assert!(!told.contains("Żółć"), "{told}");
    for format in ["docx", "html", "text"] {
        let done = home.run(&["print", "d.toml", "--format", format]).success();
        assert!(!err(&done).contains("the font"), "{format}");
    }
    home.run(&["print", "d.toml", "--output", "d.pdf"])
        .success();
    let text = read(&pdftotext, &["d.pdf", "-"], &home);
    // The reader puts signs of direction around what is written from the right.
    let text = text.replace(['\u{202b}', '\u{202c}'], "");
    let text: Vec<&str> = text.split_whitespace().collect();
    let text = text.join(" ");
    for name in [
        "Siân Llŷr, Zbigniew Żółć, Іван and 評価 of",
        "שלום",
        "👩\u{200d}🏫 there.",
    ] {
        assert!(text.contains(name), "{name}: {text}");
    }
    // The inspector sees it before it is written.
    let draft = std::fs::read_to_string(home.path().join("d.toml")).expect("it is there");
    let path = home.write("data/assay/d.toml", &draft);
    let mut sitting = Sitting::resume(160, 40, home, &path);
    sitting.keys("pf");
    let screen = sitting.screen();
    assert!(
        screen.contains("The font of PDF lacks 8 characters"),
        "{screen}"
    );
}

#[test]
fn a_pdf_goes_to_a_file_or_a_pipe_and_never_to_a_terminal() {
    let home = example("peel-2023");
    let piped = home.run(&["print", "d.toml", "--format", "pdf"]).success();
    assert!(piped.get_output().stdout.starts_with(b"%PDF"));
    home.run(&["print", "d.toml", "--output", "d.PDF"])
        .success();
    assert_eq!(
        std::fs::read(home.path().join("d.PDF")).expect("it is there"),
        piped.get_output().stdout
    );
    home.run(&["print", "d.toml", "--format", "pdf", "--width", "60"])
        .code(2);
    let pty = Pty::start(&home, &["print", "d.toml", "--format", "pdf"], (100, 24));
    pty.see("name a file with --output");
    assert!(!pty.text().contains("%PDF"));
}

#[test]
fn the_notice_of_an_inspection_is_read_as_it_is_written() {
    let Some(pdftotext) = needs::pdftotext() else {
        return;
    };
    let home = super::notices::estuary();
    home.run(&["notice", "estuary.toml", "--output", "n.pdf"])
        .success();
    let text = out(&home.run(&["notice", "estuary.toml"]).success());
    let read = read(&pdftotext, &["n.pdf", "-"], &home);
    assert_eq!(words(&read, ""), words(&text, ""));
    home.run(&["print", "estuary.toml", "--output", "t.pdf"])
        .success();
}
