//! Documents of Word: what a reader of them finds, and where they are refused.

use std::process::Command;

use crate::support::home::Home;
use crate::support::needs;
use crate::support::pty::Pty;

use super::{Run, err, out};

/// What a reader of Word's documents finds: the style and the words of each paragraph, the tables, the edges of a page.
const READ: &str = "
import docx, sys
document = docx.Document(sys.argv[1])
for paragraph in document.paragraphs:
    print(paragraph.style.name + '\t' + paragraph.text)
for table in document.tables:
    for row in table.rows:
        print('row\t' + '|'.join(cell.text for cell in row.cells))
section = document.sections[0]
print('head\t' + '|'.join(each.text for each in section.header.paragraphs))
print('foot\t' + '|'.join(each.text for each in section.footer.paragraphs))
print('title\t' + document.core_properties.title)
print('language\t' + document.core_properties.language)
";

fn example(name: &str) -> Home {
    let home = Home::new();
    let draft = out(&home.run(&["example", name]).success());
    home.write("d.toml", &draft);
    home
}

#[test]
fn a_reader_of_words_documents_finds_every_word_of_the_statement_and_the_styles() {
    let Some(python) = needs::python_docx() else {
        return;
    };
    let home = example("peel-2015");
    // The ending says what it is to be.
    home.run(&["print", "d.toml", "--output", "d.docx"])
        .success();
    home.run(&["print", "d.toml", "--report", "--output", "r.docx"])
        .success();
    let read = |name: &str| {
        let read = Command::new(&python)
            .args(["-c", READ, name])
            .current_dir(home.path())
            .output();
        let read = read.expect("it runs");
        assert!(
            read.status.success(),
            "{}",
            String::from_utf8_lossy(&read.stderr)
        );
        String::from_utf8(read.stdout).expect("text")
    };
    let statement = read("d.docx");
    let text = out(&home.run(&["print", "d.toml"]).success());
    let marking = "OFFICIAL-SENSITIVE";
    let words = text
        .lines()
        .filter(|line| !line.is_empty() && *line != marking);
    let found = statement
        .lines()
        .filter(|line| line.starts_with("Title\t") || line.starts_with("Normal\t"));
    let found: Vec<&str> = found.filter_map(|line| line.split('\t').nth(1)).collect();
    assert_eq!(found, words.collect::<Vec<_>>());
    assert!(
        statement.contains(&format!("\nhead\t{marking}\n")),
        "{statement}"
    );
    assert!(
        statement.contains(&format!("\nfoot\t{marking}|Page ")),
        "{statement}"
    );
    assert!(statement.contains("\nlanguage\ten-GB"), "{statement}");
    let report = read("r.docx");
    for style in [
        "Title\t",
        "Heading 1\t",
        "Heading 2\t",
        "List Bullet\t",
        "row\tHeading|",
    ] {
        assert!(
            report.contains(&format!("\n{style}")) || report.starts_with(style),
            "{style}: {report}"
        );
    }
}

#[test]
fn a_document_of_word_goes_to_a_file_or_a_pipe_and_never_to_a_terminal() {
    let home = example("peel-2023");
    let piped = home.run(&["print", "d.toml", "--format", "docx"]).success();
    assert!(piped.get_output().stdout.starts_with(b"PK"));
    home.run(&["print", "d.toml", "--format", "word", "--output", "d.docx"])
        .success();
    assert_eq!(
        std::fs::read(home.path().join("d.docx")).expect("it is there"),
        piped.get_output().stdout
    );
    // Printed again it takes the place of the print, and of nothing else.
    home.run(&["print", "d.toml", "--output", "d.docx"])
        .success();
    home.write("other.docx", "A word of my own.");
    let refused = home
        .run(&["print", "d.toml", "--output", "other.docx"])
        .failure();
    assert!(err(&refused).contains("other.docx"));
    home.run(&["print", "d.toml", "--format", "docx", "--width", "60"])
        .code(2);
    let pty = Pty::start(&home, &["print", "d.toml", "--format", "docx"], (100, 24));
    pty.see("name a file with --output");
    assert!(!pty.text().contains("PK"));
    let named = [
        "print", "d.toml", "--output", "/dev/tty", "--format", "docx",
    ];
    let pty = Pty::start(&home, &named, (100, 24));
    pty.see("this is a terminal");
    // A width is one of text.
    let list = ["print", "d.toml", "--left-out", "--format", "docx"];
    assert!(!out(&home.run(&list).success()).is_empty());
    home.run(&["print", "d.toml", "--width", "72", "--output", "s.docx"])
        .code(2);
    home.run(&["print", "d.toml", "--left-out", "--output", "l.docx"])
        .code(2);
    home.run(&["print", "d.toml", "--width", "72", "--output", "s.md"])
        .success();
}
