//! Small things that somebody new meets: where words are found that no command has, fields that are gone through backwards,
//! names that are written as people write them, the trash after a restart.

use crate::cli::{Run as _, err, out};
use crate::support::home::Home;
use crate::support::pty::EXAMPLE;
use crate::support::sitting::Sitting;

fn field(sitting: &Sitting) -> String {
    let overlay = sitting.state.overlays.last().expect("a box is open");
    overlay.field().expect("it has a text").text().to_owned()
}

#[test]
fn the_commands_and_help_open_empty_and_a_key_has_the_last_words() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    for open in [":", "?"] {
        sitting.keys(open).keys("pri<esc>");
        sitting.keys(open);
        assert_eq!(field(&sitting), "", "{open}");
        let screen = sitting.screen();
        assert!(screen.contains("Ctrl-R last words"), "{screen}");
        sitting.keys("<ctrl-r>");
        assert_eq!(field(&sitting), "pri", "{open}");
        sitting.keys("<esc>");
    }
    // What was chosen from is no reason to begin there the next time.
    sitting.keys(":next heading<enter>:");
    assert_eq!(field(&sitting), "");
    // It is there after a kill too.
    let home = sitting.kill();
    let mut again = Sitting::resume(120, 40, home.clone(), &home.drafts().join("draft.toml"));
    again.keys(":<ctrl-r>");
    assert_eq!(field(&again), "next heading");
}

#[test]
fn what_no_command_has_is_looked_for_in_the_draft() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    for words in ["probation", "prison", "Achterberg"] {
        sitting.keys(":").keys(words);
        let screen = sitting.screen();
        assert!(
            screen.contains(&format!("Enter looks for “{words}” in the draft")),
            "{screen}"
        );
        sitting.keys("<enter>");
        assert_eq!(field(&sitting), words);
        let screen = sitting.screen();
        assert!(!screen.contains("Nothing here has these words"), "{screen}");
        sitting.keys("<enter>");
        assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
        sitting.keys("<esc>");
    }
}

#[test]
fn the_commands_have_the_pages_by_name() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    for (words, title) in [
        ("offenders", "Offenders"),
        ("evidence page", "Evidence"),
        ("victims", "Victims"),
    ] {
        sitting.keys(":").keys(words).keys("<enter>");
        assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
        let editor = sitting.editor();
        assert_eq!(editor.page_title(editor.page), title);
    }
}

#[test]
fn a_field_leads_to_the_one_before_it() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting
        .keys(":about page<enter><tab>")
        .keys("<home><enter>");
    let place = |sitting: &Sitting| sitting.editor().typing.as_ref().map(|it| it.place.clone());
    let first = place(&sitting);
    assert!(first.is_some(), "{}", sitting.screen());
    sitting.keys("<tab>");
    let second = place(&sitting);
    assert!(second.is_some() && second != first, "{}", sitting.screen());
    sitting.keys("<shift-tab>");
    assert_eq!(place(&sitting), first, "{}", sitting.screen());
}

#[test]
fn a_figure_is_named_as_people_write_and_a_strength_is_added_to_no_page_of_evidence() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("<home><tab>");
    while sitting.editor().pane != assay::app::layout::Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<end><tab>aEmergency calls answered<enter>");
    let figures = &sitting.editor().assessment.figures;
    assert!(
        figures.iter().any(|it| it.id == "emergency-calls-answered"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc><esc><esc>");
    while sitting.editor().pane != assay::app::layout::Pane::Headings {
        sitting.keys("<tab>");
    }
    let many = sitting.editor().assessment.evidence.len();
    sitting.keys("<end><up><tab>+");
    let screen = sitting.screen();
    assert!(
        screen.contains("Findings stand under a heading"),
        "{screen}"
    );
    assert_eq!(sitting.editor().assessment.evidence.len(), many);
    sitting.keys("aBoard papers<esc>");
    assert_eq!(sitting.editor().assessment.evidence.len(), many + 1);
}

#[test]
fn what_is_in_the_trash_can_be_brought_back_after_a_restart_from_the_library_and_by_a_command() {
    let home = Home::new();
    for name in ["moor", "wold", "fen"] {
        home.write(&format!("data/assay/{name}-police.toml"), EXAMPLE);
    }
    let mut library = Sitting::again(120, 40, home);
    for _ in 0..3 {
        library.keys("d<down><enter>");
    }
    assert_eq!(library.state.library.many(), 0, "{}", library.screen());
    let mut library = Sitting::again(120, 40, library.leave());
    library.keys("u");
    let screen = library.screen();
    assert!(screen.contains("Bring back which draft?"), "{screen}");
    library.keys("wold<enter>");
    assert_eq!(library.state.library.many(), 1, "{}", library.screen());
    let home = library.leave();
    assert!(home.drafts().join("wold-police.toml").is_file());
    let told = out(&home.run(&["trash"]).success());
    assert!(
        told.contains("moor-police.toml") && told.contains("fen-police.toml"),
        "{told}"
    );
    assert!(!told.contains("wold"), "{told}");
    let told = out(&home.run(&["trash", "Moor-Police"]).success());
    assert!(told.contains("moor-police.toml"), "{told}");
    assert!(home.drafts().join("moor-police.toml").is_file());
    let told = err(&home.run(&["trash", "moor-police"]).code(2));
    assert!(
        told.contains("nothing of this name is in the trash"),
        "{told}"
    );
    // The last one comes back by the key alone.
    let mut library = Sitting::again(120, 40, home);
    library.keys("u");
    assert_eq!(library.state.library.many(), 3, "{}", library.screen());
    library.keys("u");
    assert!(
        library.screen().contains("Nothing is in the trash"),
        "{}",
        library.screen()
    );
}

#[test]
fn a_name_that_two_drafts_have_a_word_of_names_both() {
    let home = Home::new();
    for name in ["moor", "wold"] {
        home.write(&format!("data/assay/{name}-police.toml"), EXAMPLE);
    }
    let told = err(&home.run(&["print", "police"]).code(2));
    for name in ["moor-police", "wold-police"] {
        assert!(told.contains(name), "{told}");
    }
}
