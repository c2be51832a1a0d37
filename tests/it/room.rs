//! Small things that somebody new meets: where words are found that no command has, fields that are gone through backwards,
//! names that are written as people write them, the trash after a restart.

use assay::app::EditorRow;
use assay::app::layout::Pane;
use assay::assessment::{Place, StatementField};

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
    sitting.keys(":about page<enter>").keys("<home><enter>");
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

/// A draft with a heading that has a finding, evidence and a figure.
const SMALL: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[inspector]\nname = \"Rosalind Achterberg\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n\n[[evidence]]\nid = \"e1\"\nkind = \"interview\"\ntitle = \"Interview with a sergeant\"\n\n[[figures]]\nid = \"savings\"\nvalue = \"12\"\nunit = \"£m\"\nlabel = \"what the force plans to save over the years to come, in all its departments\"\n";

/// Goes to a field of a page by its label.
fn to_field(sitting: &mut Sitting, page: &str, label: &str) {
    sitting.keys(&format!(":{page}<enter>"));
    if sitting.editor().pane == Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home>");
    let on = |sitting: &Sitting| sitting.editor().current().and_then(EditorRow::label);
    for _ in 0..40 {
        if on(sitting) == Some(label) {
            return;
        }
        sitting.keys("<down>");
    }
    panic!("{label} is not on {page}: {}", sitting.screen());
}

#[test]
fn whoever_fills_in_a_form_goes_on_to_its_next_field_after_enter_too() {
    let mut sitting = Sitting::at(120, 40, SMALL);
    to_field(&mut sitting, "About", "Name");
    sitting.keys("<enter><ctrl-u>Wold Police<enter>");
    assert!(
        sitting.screen().contains("Enter next field"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<tab>");
    assert!(sitting.editor().typing.is_some(), "{}", sitting.screen());
    // Where nothing was filled in the key leads to the next pane, as it does everywhere.
    sitting.keys("<esc><up><up><tab>");
    assert_eq!(sitting.editor().pane, Pane::Statement);
}

#[test]
fn a_text_of_the_statement_can_be_begun_from_what_is_said_now() {
    let mut sitting = Sitting::at(120, 40, SMALL);
    to_field(&mut sitting, "About", "Greeting");
    let said = sitting
        .editor()
        .stand_in(&Place::Statement(StatementField::Greeting));
    let said = said.expect("the greeting is said");
    sitting.keys("<enter><esc>");
    assert_eq!(sitting.editor().assessment.statement.greeting, "");
    sitting.keys("<enter><down><enter>");
    assert_eq!(sitting.editor().assessment.statement.greeting, said);
}

#[test]
fn what_is_undone_from_the_list_of_findings_leaves_the_list_in_sight() {
    let mut sitting = Sitting::at(120, 40, SMALL);
    sitting.go_to_first("victims");
    sitting.keys("v<down><enter>");
    assert_eq!(sitting.editor().assessment.findings[0].evidence, ["e1"]);
    sitting.keys("<esc>u");
    assert!(sitting.editor().assessment.findings[0].evidence.is_empty());
    assert!(sitting.editor().detail().is_none(), "{}", sitting.screen());
}

#[test]
fn a_figure_is_shown_whole_and_as_it_is_spoken() {
    let mut sitting = Sitting::at(80, 24, SMALL);
    sitting.keys(":figures<enter>");
    let screen = sitting.screen();
    assert!(
        screen.contains("{savings} £12 million · what the"),
        "{screen}"
    );
    assert!(screen.contains("departments"), "{screen}");
}

#[test]
fn what_is_to_be_done_about_a_problem_is_never_cut_off() {
    let text =
        "keeps a record of everything that any of its officers and staff have ever been told";
    let draft = SMALL.replace("\"The force listens.\"", &format!("\"{text}\""));
    let draft = draft.replace("\"strength\"", "\"concern\"");
    for width in [80, 100, 120, 160] {
        let mut sitting = Sitting::at(width, 30, &draft);
        sitting.go_to_first("victims");
        let problem = sitting
            .editor()
            .problem_here()
            .expect("there is one")
            .clone();
        let screen = sitting.screen();
        assert!(screen.contains(&problem.remedy), "{width}: {screen}");
        let says = problem.what.rsplit('”').next().expect("it says something");
        assert!(screen.contains(says), "{width}: {says}: {screen}");
    }
}
