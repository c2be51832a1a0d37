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
