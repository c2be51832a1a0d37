//! The report and the page of HTML, from outside.

use std::process::{Command, Stdio};

use super::{Run, err, example, out};
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
fn a_report_is_wrapped_written_to_a_file_and_never_json() {
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
    let refused = home.run(&["print", "d.toml", "--report", "--format", "json"]);
    assert!(err(&refused.code(2)).contains("--report has no JSON"));
    home.run(&["print", "d.toml", "--report", "--sources"])
        .code(2);
}

#[test]
fn on_paper_the_marking_stands_on_every_page() {
    let (Some(browser), Some(reader)) = (needs::chromium(), needs::pdftotext()) else {
        return;
    };
    let home = Home::new();
    let marked = example().replacen(
        "[overall]\n",
        "[overall]\nmarking = \"OFFICIAL-SENSITIVE\"\n",
        1,
    );
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
    let read = Command::new(reader).arg(paper).arg("-").output();
    let words = String::from_utf8_lossy(&read.expect("it reads").stdout).into_owned();
    let pages: Vec<&str> = words.split_terminator('\u{c}').collect();
    assert!(pages.len() > 1, "a report has several pages: {words}");
    for (nth, page) in pages.iter().enumerate() {
        let marks = page.matches("OFFICIAL-SENSITIVE").count();
        assert_eq!(marks, 2, "page {}:\n{page}", nth + 1);
    }
}
