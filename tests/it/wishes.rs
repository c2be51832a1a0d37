//! What an author asks of a sentence, from the keys to the prints: a join, a name, words before it, a paragraph, a list.

use std::path::Path;

use assay::render::{Edition, Print, PrintFormat, print_text};
use assay::statement::weave;
use assay::store::Frameworks;
use assay::store::format;

use crate::support::sitting::Sitting;

const HEAD: &str = "format = 1\nid = \"case\"\nframework = \"annual\"\n[subject]\nname = \"Essex Police\"\nnoun = \"force\"\n";

/// A draft with these findings under the first heading, each with lines of its own.
fn draft(findings: &[(&str, &str, &str)]) -> String {
    let one = |(at, (kind, text, more)): (usize, &(&str, &str, &str))| {
        format!(
            "[[findings]]\nid = \"f{at}\"\nheading = \"crime-prevention\"\nkind = \"{kind}\"\ntext = \"{text}\"\n{more}\n"
        )
    };
    let findings: String = findings.iter().enumerate().map(one).collect();
    format!("{HEAD}{findings}")
}

fn sitting(findings: &[(&str, &str, &str)]) -> Sitting {
    let mut sitting = Sitting::at(150, 40, &draft(findings));
    sitting.keys("<home><down><down><tab>");
    sitting
}

#[test]
fn a_paragraph_begins_where_its_key_is_pressed_and_undo_takes_it_back() {
    let mut sitting = sitting(&[
        ("strength", "The force trains its staff, day and night.", ""),
        ("strength", "Cells are clean.", ""),
    ]);
    let whole = "The force trains its staff, day and night. Cells are clean.";
    assert!(sitting.statement().contains(whole));
    sitting.keys("<end>P");
    assert!(
        sitting
            .screen()
            .contains("A new paragraph begins with this finding.")
    );
    assert!(
        sitting.screen().contains("¶ new paragraph"),
        "{}",
        sitting.screen()
    );
    let parted = "The force trains its staff, day and night.\n\nCells are clean.";
    assert!(
        sitting.statement().contains(parted),
        "{}",
        sitting.statement()
    );
    sitting.pause();
    assert!(sitting.file().contains("begins-paragraph = true"));
    sitting.keys("P");
    assert!(sitting.statement().contains(whole));
    sitting.keys("u");
    assert!(sitting.statement().contains(parted));
}

#[test]
fn each_choice_of_a_join_shows_the_sentence_that_would_be_spoken() {
    let mut sitting = sitting(&[
        ("strength", "The force trains its staff.", ""),
        ("improvement", "The force needs to keep them.", ""),
    ]);
    sitting.keys("<end><space>");
    let flat = |screen: &str| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    // Down to the join.
    for _ in 0..40 {
        sitting.keys("<enter>");
        if sitting.screen().contains("Conceding the first") {
            break;
        }
        sitting.keys("<esc><down>");
    }
    sitting.keys("<end>");
    let screen = sitting.screen();
    let conceded = "While the force trains its staff, it needs to keep them.";
    assert!(flat(&screen).contains(conceded), "{screen}");
    sitting.keys("<up>");
    let screen = sitting.screen();
    let spoken = "Although the force trains its staff, it needs to keep them.";
    assert!(flat(&screen).contains(spoken), "{screen}");
    sitting.keys("<enter>");
    assert!(
        sitting.statement().contains(spoken),
        "{}",
        sitting.statement()
    );
    assert!(
        sitting.screen().contains("joined by although") || sitting.screen().contains("although")
    );
    // What shaped the sentence is told.
    sitting.keys("<esc>i");
    assert!(
        sitting.screen().contains("although"),
        "{}",
        sitting.screen()
    );
}

/// Two findings in a list of a framework's, in the place that it has for it.
fn listed() -> String {
    draft(&[
        (
            "strength",
            "The service trains its crews. They are proud of it.",
            "paragraph = \"principal-findings\"",
        ),
        (
            "improvement",
            "The service must inspect more buildings.",
            "paragraph = \"principal-findings\"",
        ),
    ])
    .replace("annual", "frs-2023")
    .replace("crime-prevention", "prevention")
    .replace("\"force\"", "\"service\"")
}

#[test]
fn a_list_is_a_list_in_every_print_and_its_sentences_have_their_sources() {
    let frameworks = Frameworks::load(Path::new("none"));
    let draft = format::read("case", &listed(), &|id| frameworks.get(id));
    let draft = draft.unwrap_or_else(|refused| panic!("{refused}"));
    let document = weave(&draft.assessment, &draft.framework);
    let lead = &draft
        .framework
        .list("principal-findings")
        .expect("the list")
        .words;
    let statement = Print::statement(&document, &draft.assessment, &draft.framework);
    let text = print_text(&statement, PrintFormat::Text, None);
    let items = "- The service trains its crews. They are proud of it.\n- The service must inspect more buildings.";
    assert!(text.contains(&format!("{lead}\n\n{items}")), "{text}");
    let markdown = print_text(&statement, PrintFormat::Markdown, None);
    assert!(
        markdown.contains("\n- The service must inspect"),
        "{markdown}"
    );
    let html = print_text(&statement, PrintFormat::Html, None);
    assert!(
        html.contains("<li>The service must inspect more buildings."),
        "{html}"
    );
    let json = print_text(&statement, PrintFormat::Json, None);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let paragraphs = json["statement"]
        .as_array()
        .or(json["paragraphs"].as_array());
    let list = paragraphs
        .into_iter()
        .flatten()
        .find(|it| it["role"] == "list");
    let list = list.unwrap_or_else(|| panic!("{json}"));
    assert_eq!(list["items"], serde_json::json!([1, 3]));
    let sources = Print {
        edition: Edition::Sources,
        ..statement
    };
    let sources = print_text(&sources, PrintFormat::Text, None);
    assert!(sources.contains("stands in a list"), "{sources}");
}

#[test]
fn a_list_is_shown_with_its_bullets_and_each_sentence_of_it_leads_to_its_finding() {
    let mut sitting = Sitting::at(150, 40, &listed());
    sitting.keys("<tab><tab><end>");
    let screen = sitting.screen();
    assert!(
        screen.contains("• The service must inspect more"),
        "{screen}"
    );
    sitting.keys("<enter>");
    let finding = sitting.editor().finding();
    assert_eq!(finding, Some(1), "{}", sitting.screen());
}
