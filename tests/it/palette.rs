//! What a newcomer types where a command is looked for finds the command that is meant.

use assay::app::{Command, Overlay};

use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// Words, each with the command that is to be among the first three.
const IN_A_DRAFT: &[(&str, Command)] = &[
    ("search", Command::Find),
    ("find", Command::Find),
    ("shortcuts", Command::Help),
    ("listen", Command::ReadAloud),
    ("rehearse", Command::ReadAloud),
    ("font", Command::Settings),
    ("dark", Command::Settings),
    ("theme", Command::Settings),
    ("colour", Command::Settings),
    ("setting", Command::Settings),
    ("preferences", Command::Settings),
    ("export", Command::Print),
    ("word", Command::Print),
    ("docx", Command::Print),
    ("pdf", Command::Print),
    ("preview", Command::Print),
    ("save as", Command::SaveAs),
    ("rename", Command::SaveAs),
    ("mail", Command::CopyStatement),
    ("clipboard", Command::CopyStatement),
    ("revert", Command::Undo),
    ("mistake", Command::Undo),
    ("remove", Command::Delete),
    ("rating", Command::SetGrade),
    ("score", Command::SetGrade),
    ("judgment", Command::SetGrade),
    ("heading", Command::NextHeading),
    ("section", Command::NextHeading),
    ("spelling", Command::Problems),
    ("check", Command::Problems),
    ("errors", Command::Problems),
    ("source", Command::RecordEvidence),
    ("footnote", Command::RecordEvidence),
    ("why", Command::Rationale),
    ("template", Command::ChangeFramework),
    ("compare", Command::LastYear),
    ("tutorial", Command::Walk),
    ("exit", Command::Quit),
    ("reorder", Command::MoveUp),
    ("weakness", Command::AddImprovement),
    ("positive", Command::AddStrength),
    ("risk", Command::AddConcern),
    ("tone", Command::Voice),
    ("line break", Command::BeginParagraph),
    ("options", Command::Details),
];

/// The same in the library.
const IN_THE_LIBRARY: &[(&str, Command)] = &[
    ("search", Command::Filter),
    ("find", Command::Filter),
    ("create", Command::NewDraft),
    ("delete", Command::TrashDraft),
    ("undelete", Command::RestoreDraft),
    ("clone", Command::DuplicateDraft),
    ("sample", Command::OpenExample),
    ("tutorial", Command::OpenExample),
    ("listen", Command::ReadAloud),
    ("dark", Command::Settings),
];

fn first(sitting: &mut Sitting, words: &str) -> Vec<String> {
    sitting.keys(":").keys(&words.replace(' ', "<space>"));
    let Some(Overlay::Palette(palette)) = sitting.state.overlays.last() else {
        panic!("no palette:\n{}", sitting.screen());
    };
    let rows = palette.list.shown().take(3);
    let labels = rows.map(|row| row.label.replace(' ', "-")).collect();
    sitting.keys("<ctrl-u><esc>");
    labels
}

fn missed(sitting: &mut Sitting, table: &[(&str, Command)]) -> Vec<String> {
    let each = table.iter().filter_map(|(words, command)| {
        let found = first(sitting, words);
        let wanted = command.entry().name.to_owned();
        (!found.contains(&wanted)).then(|| format!("{words}: {wanted} is not in {found:?}"))
    });
    each.collect()
}

#[test]
fn words_of_other_programs_find_the_command_that_is_meant() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("<home><down><down><tab>");
    let mut missing = missed(&mut sitting, IN_A_DRAFT);
    sitting.keys("q");
    missing.extend(missed(&mut sitting, IN_THE_LIBRARY));
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_two_ends_of_a_statement_are_found_by_each_of_their_names_before_words_that_wait() {
    let peel = include_str!("../../assets/examples/peel-2023.toml");
    for pane in ["<home>", "<home><down><down><tab>", "<home><tab><tab>"] {
        let mut sitting = Sitting::at(120, 40, peel);
        sitting.keys(pane);
        for words in ["last words", "closing", "ending", "end", "Last w"] {
            sitting.keys(":").keys(&words.replace(' ', "<space>"));
            let Some(Overlay::Palette(palette)) = sitting.state.overlays.last() else {
                panic!("no palette:\n{}", sitting.screen());
            };
            let rows: Vec<&str> = palette.list.shown().map(|row| row.label.as_str()).collect();
            let at = |begins: &str| rows.iter().position(|row| row.starts_with(begins));
            let (closing, last) = (at("Closing"), at("Last words"));
            assert!(closing.is_some() && last.is_some(), "{words}: {rows:?}");
            for waiting in ["what waits", "waiting", "forget", "take in", "take-in"] {
                let before = at(waiting).is_some_and(|at| Some(at) < closing.max(last));
                assert!(!before, "{words}: {rows:?}");
            }
            sitting.keys("<ctrl-u><esc>");
        }
        // Enter goes there.
        sitting.keys(":last<space>words<enter><enter>Thank<space>you<enter>");
        let draft = &sitting.editor().assessment;
        assert!(
            draft.statement.ending.ends_with("Thank you"),
            "{}",
            sitting.screen()
        );
    }
}

#[test]
fn what_is_found_is_called_what_its_page_calls_it() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("<home><down><down><tab>r<ctrl-end> Zebra crossings<esc>/Zebra");
    assert!(sitting.screen().contains("why ·"), "{}", sitting.screen());
    assert!(
        !sitting.screen().contains("rationale"),
        "{}",
        sitting.screen()
    );
}
