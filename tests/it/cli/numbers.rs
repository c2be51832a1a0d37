//! Numbers of sentences, for those who check the facts of a print: the same ones in every format and every edition.

use std::io::{Cursor, Read as _};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

use super::{Run, err, out};

const EXAMPLES: [&str; 4] = ["annual", "peel-2015", "peel-2023", "frs-2023"];

fn example(name: &str) -> Home {
    let home = Home::new();
    let draft = out(&home.run(&["example", name]).success());
    home.write("d.toml", &draft);
    home
}

/// Returns what is numbered on lines of words, in the order of its numbers.
fn numbered(page: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    // The evidence has numbers of its own.
    let evidence = page
        .lines()
        .take_while(|line| line.trim_start_matches('#').trim() != "Evidence");
    for line in evidence {
        let mut rest = line;
        while let Some((_, behind)) = rest.split_once('[') {
            rest = behind;
            let Some((number, words)) = behind.split_once("] ") else {
                continue;
            };
            if let Ok(number) = number.parse() {
                let words = words.split(" [").next().unwrap_or(words);
                found.push((number, words.trim().to_owned()));
            }
        }
    }
    found.sort();
    found
}

/// Returns the words of a page with tags, a line for each paragraph.
fn untagged(page: &str) -> String {
    let mut words = String::new();
    for (nth, piece) in page.split('<').enumerate() {
        let (tag, said) = piece.split_once('>').unwrap_or(("", piece));
        if ["/p", "/w:p", "/li", "ul", "/h1", "/h2", "/h3", "/td", "/th"].contains(&tag) {
            words.push('\n');
        }
        words.push_str(if nth == 0 { "" } else { said });
    }
    words
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// Returns the words of a document of Word.
fn worded(bytes: Vec<u8>) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut xml = String::new();
    let mut part = package.by_name("word/document.xml").expect("its words");
    part.read_to_string(&mut xml).expect("text");
    untagged(&xml)
}

#[test]
fn a_sentence_has_one_number_in_every_format_and_every_edition() {
    for name in EXAMPLES {
        let home = example(name);
        let print = |more: &[&str]| home.run(&[&["print", "d.toml"], more].concat()).success();
        let plain = out(&print(&[]));
        let text = out(&print(&["--numbered"]));
        let statement = numbered(&text);
        let numbers: Vec<usize> = statement.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{text}");
        // Nothing but the numbers is added, and the title has none.
        let mut bare = text.clone();
        for number in numbers {
            bare = bare.replacen(&format!("[{number}] "), "", 1);
        }
        assert_eq!(bare, plain);
        for edition in ["", "--grades", "--report"] {
            let edition: &[&str] = if edition.is_empty() { &[] } else { &[edition] };
            let in_format =
                |format: &str| print(&[edition, &["--numbered", "--format", format]].concat());
            let text = numbered(&out(&in_format("text")));
            let own: Vec<_> = text.iter().take(statement.len()).cloned().collect();
            assert_eq!(own, statement, "{name} {edition:?}");
            let gapless = text
                .iter()
                .zip(1..)
                .all(|((number, _), nth)| *number == nth);
            assert!(gapless, "{name} {edition:?}: {text:?}");
            let markdown = out(&in_format("markdown"))
                .replace('\\', "")
                .replace("**", "");
            assert_eq!(numbered(&markdown), text, "{name} {edition:?}");
            let html = untagged(&out(&in_format("html")));
            assert_eq!(numbered(&html), text, "{name} {edition:?}");
            let word = worded(in_format("docx").get_output().stdout.clone());
            assert_eq!(numbered(&word), text, "{name} {edition:?}");
        }
        let json = out(&print(&["--format", "json"]));
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let paragraphs = json["paragraphs"].as_array().expect("paragraphs");
        let sentences = paragraphs
            .iter()
            .flat_map(|it| it["sentences"].as_array().expect("a list"));
        let known: Vec<(usize, String)> = sentences
            .filter_map(|it| {
                let number = usize::try_from(it["number"].as_u64()?).ok()?;
                Some((number, it["text"].as_str().expect("a text").to_owned()))
            })
            .collect();
        assert_eq!(known, statement, "{name}");
        // What a sentence stands on is told under the same number.
        let sources = out(&print(&["--sources"]));
        for (number, words) in &statement {
            assert!(
                sources.contains(&format!("{words} [{number}]")),
                "{sources}"
            );
        }
    }
}

#[test]
fn in_a_report_findings_and_reasons_are_numbered_behind_the_statement_and_nothing_else_is() {
    let home = example("peel-2023");
    let report = out(&home
        .run(&["print", "d.toml", "--report", "--numbered"])
        .success());
    let (front, rest) = report
        .split_once("HM Inspector's summary\n---")
        .expect("a summary");
    let body = front.lines().skip_while(|it| !it.starts_with("Judgments"));
    assert!(
        front.lines().all(|line| !line.contains("- Inspected: [")),
        "{front}"
    );
    assert!(
        body.clone().count() > 3 && !body.collect::<String>().contains('['),
        "{front}"
    );
    assert!(
        rest.contains("Not inspected. [") && rest.contains("- ["),
        "{rest}"
    );
    for line in report.lines().filter(|line| line.ends_with('?')) {
        assert!(!line.starts_with('['), "{line}");
    }
    let (_, sources) = rest.split_once("\nFigures\n---").unwrap_or(("", rest));
    let (_, sources) = sources
        .rsplit_once("\nEvidence\n---")
        .expect("the evidence");
    assert!(!sources.contains("- ["), "{sources}");
    let known = numbered(&rest.replace(sources, ""));
    assert!(known.len() > 40, "{known:?}");
}

#[test]
fn a_notice_and_a_thematic_report_are_numbered_too() {
    let home = Home::new();
    for (name, text) in super::notices::FILES {
        home.write(name, text);
    }
    for command in ["notice", "print"] {
        let plain = out(&home.run(&[command, "estuary.toml"]).success());
        let text = out(&home.run(&[command, "estuary.toml", "--numbered"]).success());
        let known = numbered(&text);
        assert!(known.len() > 5, "{text}");
        assert!(text.lines().next() == plain.lines().next(), "{text}");
        let html = [command, "estuary.toml", "--numbered", "--format", "html"];
        let html = numbered(&untagged(&out(&home.run(&html).success())));
        assert_eq!(html.len(), known.len());
    }
}

#[test]
fn a_numbered_print_takes_the_place_of_no_other() {
    let home = example("annual");
    home.run(&["print", "d.toml", "--output", "s.txt"])
        .success();
    let refused = home.run(&["print", "d.toml", "--numbered", "--output", "s.txt"]);
    assert!(err(&refused.failure()).contains("s.txt"));
    let numbered = ["print", "d.toml", "--numbered", "--output", "n.txt"];
    home.run(&numbered).success();
    home.run(&numbered).success();
}

#[test]
fn on_the_screen_a_key_puts_the_numbers_in_and_takes_them_out() {
    let home = Home::new();
    let draft = out(&home.run(&["example", "peel-2023"]).success());
    let path = home.write("data/assay/d.toml", &draft);
    let mut sitting = Sitting::resume(120, 40, home, &path);
    sitting.keys("pn");
    let screen = sitting.screen();
    assert!(screen.contains("[2] Since our last"), "{screen}");
    assert!(screen.contains("numbered"), "{screen}");
    sitting.keys("<enter>");
    let written = path.with_extension("numbered.txt");
    let written = std::fs::read_to_string(written).expect("it is written");
    assert!(written.contains("[2] Since our last"), "{written}");
    assert!(!path.with_extension("txt").exists());
    sitting.keys("n");
    assert!(
        !sitting.screen().contains("[2] Since"),
        "{}",
        sitting.screen()
    );
    // With its sources it has them.
    sitting.keys("sn");
    assert!(sitting.screen().contains("already"), "{}", sitting.screen());
}
