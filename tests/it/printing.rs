//! Prints on the screen: what will be written is named before it is, and several formats are written by one key.

use crate::support::sitting::Sitting;

const DRAFT: &str = include_str!("../../assets/examples/annual.toml");
const PEEL: &str = include_str!("../../assets/examples/peel-2023.toml");

fn files(sitting: &Sitting) -> Vec<String> {
    let entries = std::fs::read_dir(sitting.home.drafts()).expect("the folder");
    let names = entries.map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.into_string().expect("a name"))
        .collect();
    names.retain(|name| !name.starts_with('.') && name != "draft.toml");
    names.sort();
    names
}

#[test]
fn the_words_of_what_is_no_text_are_shown_and_its_file_is_written_beside_the_draft() {
    for (key, title, ending, begins) in [("w", "Word", "docx", "PK"), ("f", "PDF", "pdf", "%PDF")] {
        if title == "PDF" && cfg!(not(feature = "pdf")) {
            continue;
        }
        let mut sitting = Sitting::at(120, 40, PEEL);
        sitting.keys("p").keys(key);
        let screen = sitting.screen();
        assert!(
            screen.contains(&format!("it is written as {title}")),
            "{screen}"
        );
        assert!(screen.contains("I am pleased"), "{screen}");
        sitting.keys("<enter>");
        let path = sitting.home.drafts().join("draft.toml");
        let written = std::fs::read(path.with_extension(ending)).expect("it is written");
        assert!(
            written.starts_with(begins.as_bytes()),
            "{}",
            sitting.screen()
        );
        sitting.keys("r<enter>");
        let report = path.with_extension(format!("report.{ending}"));
        assert!(report.is_file(), "{}", sitting.screen());
    }
}

#[test]
fn several_formats_are_named_before_they_are_written_and_written_by_one_key() {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("px").keys("w");
    let screen = sitting.screen();
    assert!(
        screen.contains("Print · Word → draft.docx and 1 more"),
        "{screen}"
    );
    let screen = sitting.keys("<end>").screen();
    let named = "Enter writes draft.docx and draft.txt beside draft.toml";
    assert!(
        screen
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(named),
        "{screen}"
    );
    assert!(files(&sitting).is_empty());
    sitting.keys("<enter>");
    assert_eq!(files(&sitting), ["draft.docx", "draft.txt"]);
    let screen = sitting.screen();
    assert!(
        screen.contains("Printed to ") && screen.contains("draft.docx and draft.txt"),
        "{screen}"
    );

    // The edition and what is added to it are those of all.
    sitting.keys("rm<enter>");
    assert_eq!(
        files(&sitting),
        [
            "draft.docx",
            "draft.report.md",
            "draft.report.txt",
            "draft.txt"
        ]
    );
    // What is marked twice is marked no longer.
    sitting.keys("tx");
    assert!(
        sitting.screen().contains("→ draft.report.txt"),
        "{}",
        sitting.screen()
    );
    assert!(!sitting.screen().contains("more"), "{}", sitting.screen());
}

#[test]
fn a_format_that_cannot_be_written_is_told_with_those_that_were() {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    std::fs::create_dir(sitting.home.drafts().join("draft.txt")).expect("a folder");
    sitting.keys("px").keys("m<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("draft.md"), "{screen}");
    assert!(files(&sitting).contains(&"draft.md".to_owned()));
}
