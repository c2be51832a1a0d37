//! Forms are filled in as anywhere: Enter and Tab keep a field and go on to the next, and Tab takes no name that nobody chose.

use assay::assessment::{EvidenceField, FigureField, InspectorField, PeriodField, Place};

use crate::support::home::Home;
use crate::support::listener::{begin_draft, hears};
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"fen\"\nframework = \"peel-2023\"\n\n[subject]\nname = \"Fenland Police\"\nnoun = \"force\"\n\n[[findings]]\nid = \"f1\"\nheading = \"investigating\"\nkind = \"concern\"\ntext = \"The force has a backlog of cases.\"\n\n[[evidence]]\nid = \"e1\"\ntitle = \"Crime data integrity audit\"\n\n[[figures]]\nid = \"calls\"\nlabel = \"Calls\"\nvalue = \"12\"\n";

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

/// The field that is typed in, where one is.
fn typed_in(sitting: &Sitting) -> Option<&Place> {
    sitting.editor().typing.as_ref().map(|typing| &typing.place)
}

/// Goes down to a field of the form that is open, and opens it.
fn open_field(sitting: &mut Sitting, place: &Place) {
    for _ in 0..40 {
        if sitting
            .editor()
            .current()
            .and_then(|row| row.place())
            .as_ref()
            == Some(place)
        {
            sitting.keys("<enter>");
            return;
        }
        sitting.keys("<down>");
    }
    panic!("no such field:\n{}", sitting.screen());
}

#[test]
fn whoever_types_a_line_and_enter_fills_in_a_form_field_by_field() {
    for (width, height) in SIZES {
        let mut sitting = Sitting::at(width, height, DRAFT);
        sitting.keys("<home><tab><home>");
        open_field(&mut sitting, &Place::Inspector(InspectorField::Name));
        sitting.keys("Ann Reid<enter>");
        assert!(
            sitting.screen().contains("Enter next"),
            "{}",
            sitting.screen()
        );
        sitting.keys("The inspector<enter>2024<enter>1/4/24<enter>");
        let draft = &sitting.editor().assessment;
        assert_eq!(draft.inspector.name, "Ann Reid");
        assert_eq!(draft.inspector.office, "The inspector");
        assert_eq!(draft.period.label, "2024");
        assert_eq!(draft.period.fieldwork_from, "2024-04-01");
        assert_eq!(
            typed_in(&sitting),
            Some(&Place::Period(PeriodField::FieldworkTo))
        );
        assert!(!sitting.screen().contains("wait"), "{}", sitting.screen());
        // An empty field is gone on from as well, and stays empty; a value that is chosen is stood on, for Enter to choose.
        sitting.keys("<enter><enter>");
        assert_eq!(typed_in(&sitting), None);
        let screen = sitting.screen();
        assert!(screen.contains("Tab next field"), "{screen}");
        sitting.keys("<enter><esc><tab>");
        assert_eq!(sitting.editor().assessment.period.fieldwork_to, "");
    }
}

#[test]
fn evidence_and_figures_are_filled_in_as_the_draft_itself_is() {
    for (width, height) in SIZES {
        let mut sitting = Sitting::at(width, height, DRAFT);
        sitting.keys("<home><end><tab><home> ");
        open_field(&mut sitting, &Place::Figure(0, FigureField::Value));
        sitting.keys("<ctrl-u>14<enter>%<enter><ctrl-u>Calls answered<enter>2024<enter>");
        let figure = sitting.editor().assessment.figures[0].clone();
        assert_eq!((figure.value.as_str(), figure.unit.as_str()), ("14", "%"));
        assert_eq!(
            (figure.label.as_str(), figure.period.as_str()),
            ("Calls answered", "2024")
        );
        sitting.keys("<esc><left><end><up><tab><home> ");
        open_field(&mut sitting, &Place::Evidence(0, EvidenceField::Title));
        sitting.keys("<end> of 2024<enter>");
        assert_eq!(
            sitting.editor().assessment.evidence.len(),
            1,
            "no other is begun"
        );
        let next = typed_in(&sitting).cloned();
        assert!(
            matches!(next, Some(Place::Evidence(0, field)) if field != EvidenceField::Title),
            "{next:?}: {}",
            sitting.screen()
        );
    }
}

#[test]
fn the_last_field_of_a_form_is_done_with_and_leads_to_nothing_else() {
    for key in ["<enter>", "<tab>"] {
        let mut sitting = Sitting::at(120, 40, DRAFT);
        sitting.go_to_first("investigating");
        sitting.keys("r");
        assert!(
            !sitting.screen().contains("next field"),
            "{}",
            sitting.screen()
        );
        sitting.keys(&format!("Because of the backlog{key}"));
        assert_eq!(typed_in(&sitting), None);
        assert_eq!(
            sitting.editor().assessment.grades["investigating"].rationale,
            "Because of the backlog"
        );
    }
}

#[test]
fn tab_and_enter_take_no_name_that_nobody_chose() {
    for key in ["<tab>", "<enter>"] {
        let mut sitting = Sitting::at(120, 40, DRAFT);
        sitting.keys("<home><tab><home>");
        open_field(&mut sitting, &Place::Inspector(InspectorField::Office));
        assert!(
            sitting.screen().contains("His Majesty's Inspector"),
            "offered"
        );
        sitting.keys(key);
        assert_eq!(sitting.editor().assessment.inspector.office, "");
        assert_eq!(typed_in(&sitting), Some(&Place::Period(PeriodField::Label)));
        // An arrow chooses, and the key takes that and goes on.
        sitting.keys(&format!("<shift-tab><down>{key}2024<esc>"));
        let draft = &sitting.editor().assessment;
        assert!(
            draft
                .inspector
                .office
                .starts_with("His Majesty's Inspector")
        );
        assert_eq!(draft.period.label, "2024");
    }
}

#[test]
fn in_lines_a_name_that_is_taken_asks_for_no_other_field() {
    let home = Home::new();
    let mut listener = begin_draft(&home);
    let office = listener.number("Office");
    listener.say(&office.to_string());
    listener.say(".1");
    hears(&listener, "Taken: His Majesty's Inspector");
    assert!(
        listener.prompt.starts_with("About"),
        "{}",
        listener.transcript
    );
    listener.say("where");
    hears(&listener, "Office: His Majesty's Inspector");
}
