//! The report and the page of HTML, from outside.

use std::process::{Command, Stdio};

use super::{Run, example, out};
use crate::support::home::Home;
use crate::support::needs;
use crate::support::snapshots::snapshot;

#[test]
fn the_report_of_the_example_is_fit_to_be_published() {
    let home = Home::new();
    home.write("d.toml", &example());
    for format in ["text", "markdown", "html"] {
        let print = ["print", "d.toml", "--report", "--format", format];
        let report = out(&home.run(&print).success());
        snapshot("reports", format, &report);
    }
}

#[test]
fn a_report_is_wrapped_and_written_to_a_file() {
    let home = Home::new();
    home.write("d.toml", &example());
    let narrow = home.run(&["print", "d.toml", "--report", "--width", "60"]);
    let narrow = out(&narrow.success());
    assert!(
        narrow.lines().all(|line| line.chars().count() <= 60),
        "{narrow}"
    );
    let print = [
        "print", "d.toml", "--report", "--format", "html", "--output", "r.html",
    ];
    home.run(&print).success().stdout("");
    let page = std::fs::read_to_string(home.path().join("r.html")).expect("the page");
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    home.run(&["print", "d.toml", "--report", "--sources"])
        .code(2);
}

#[test]
fn on_paper_the_marking_stands_on_every_page() {
    let (Some(browser), Some(reader)) = (needs::chromium(), needs::pdftotext()) else {
        return;
    };
    let home = Home::new();
    let marked = out(&home.run(&["example", "peel-2015"]).success());
    assert!(marked.contains("marking = \"OFFICIAL-SENSITIVE\""));
    home.write("d.toml", &marked);
    let print = [
        "print", "d.toml", "--report", "--format", "html", "--output", "r.html",
    ];
    home.run(&print).success();
    let paper = home.path().join("r.pdf");
    let printed = Command::new(browser)
        .args([
            "--headless",
            "--disable-gpu",
            "--no-sandbox",
            "--no-pdf-header-footer",
        ])
        .arg(format!(
            "--user-data-dir={}",
            home.path().join("browser").display()
        ))
        .arg(format!("--print-to-pdf={}", paper.display()))
        .arg(home.path().join("r.html"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the browser starts");
    assert!(printed.success());
    let read = Command::new(reader)
        .arg("-layout")
        .arg(paper)
        .arg("-")
        .output();
    let words = String::from_utf8_lossy(&read.expect("it reads").stdout).into_owned();
    let pages: Vec<&str> = words.split_terminator('\u{c}').collect();
    assert!(pages.len() > 3, "a report has several pages: {words}");
    for (nth, page) in pages.iter().enumerate() {
        // Alone in their lines: no words lie on them.
        let lines: Vec<&str> = page.lines().map(str::trim).collect();
        let lines: Vec<&str> = lines.into_iter().filter(|it| !it.is_empty()).collect();
        let marks = lines.iter().filter(|it| **it == "OFFICIAL-SENSITIVE");
        assert_eq!(marks.count(), 2, "page {}:\n{page}", nth + 1);
        let ends = [lines.first(), lines.last()];
        assert_eq!(
            ends,
            [Some(&"OFFICIAL-SENSITIVE"); 2],
            "page {}:\n{page}",
            nth + 1
        );
    }
}

#[test]
fn a_report_says_its_year_once() {
    let home = Home::new();
    let draft = |framework: &str| out(&home.run(&["example", framework]).success());
    let report = |text: &str| {
        home.write("d.toml", text);
        out(&home.run(&["print", "d.toml", "--report"]).success())
    };
    let titled = report(&draft("peel-2015"));
    let lines: Vec<&str> = titled.lines().collect();
    assert!(lines.contains(&"Tarnshire Police: PEEL 2015"), "{titled}");
    assert!(!titled.contains("edition 2015"), "{titled}");
    // A draft of another year says that beside the programme's name.
    let later = draft("peel-2015").replace("label = \"2015\"", "label = \"2016\"");
    let later = report(&later);
    assert!(
        later
            .lines()
            .any(|it| it == "Tarnshire Police: PEEL 2015 2016"),
        "{later}"
    );
}

#[test]
fn a_year_that_the_programme_has_in_its_name_stands_once_in_the_title_however_its_dash_is_typed() {
    for label in ["2023–25", "2023-25"] {
        let home = Home::new();
        let draft = out(&home.run(&["example", "peel-2023"]).success());
        let line = draft
            .lines()
            .find(|line| line.starts_with("label = \"2023"));
        let line = line.expect("the period has its label");
        home.write(
            "d.toml",
            &draft.replace(line, &format!("label = \"{label}\"")),
        );
        let report = out(&home.run(&["print", "d.toml", "--report"]).success());
        let title = report
            .lines()
            .find(|line| line.contains("PEEL"))
            .unwrap_or_default();
        assert_eq!(title, "Penhallow Constabulary: PEEL 2023–25");
    }
}
