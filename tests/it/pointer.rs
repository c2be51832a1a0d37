//! The mouse: a click goes there, again on what is lit it does what Enter does, on a key of the footer it presses it; the
//! wheel goes up and down in what is under it.

use assay::app::layout::Pane;
use assay::app::{Message, PointerDeed, PointerEvent};

use crate::support::pty::EXAMPLE;
use crate::support::sitting::Sitting;

/// The cell at which words begin on the screen.
fn cell_of(sitting: &Sitting, words: &str) -> (u16, u16) {
    let screen = sitting.screen();
    let found = screen.lines().enumerate().find_map(|(y, line)| {
        let at = line.find(words)?;
        Some((line[..at].chars().count(), y))
    });
    let (x, y) = found.unwrap_or_else(|| panic!("no {words}: {screen}"));
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

fn does(sitting: &mut Sitting, deed: PointerDeed, cell: (u16, u16)) {
    sitting.message(Message::Pointer(PointerEvent {
        deed,
        cell,
        on: None,
    }));
}

fn clicks(sitting: &mut Sitting, words: &str) {
    let cell = cell_of(sitting, words);
    does(sitting, PointerDeed::Click, cell);
}

#[test]
fn a_click_goes_to_a_heading_a_finding_a_sentence_and_again_does_what_enter_does() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    clicks(&mut sitting, "Finances");
    assert_eq!(sitting.editor().heading_id(), Some("finances"));
    assert_eq!(sitting.editor().pane, Pane::Headings);
    let finding = sitting.editor().assessment.under("finances").next();
    let (at, text) = finding
        .map(|(at, it)| (at, it.text.clone()))
        .expect("it has one");
    let begins: String = text.chars().take(24).collect();
    clicks(&mut sitting, &begins);
    assert_eq!(sitting.editor().pane, Pane::Findings);
    assert_eq!(sitting.editor().finding(), Some(at));
    assert!(sitting.editor().typing.is_none());
    clicks(&mut sitting, &begins);
    assert!(sitting.editor().typing.is_some(), "{}", sitting.screen());
    // In the text itself a click changes nothing; elsewhere it ends typing, and every word stays.
    clicks(&mut sitting, &begins);
    assert!(sitting.editor().typing.is_some());
    sitting.keys(" and more");
    clicks(&mut sitting, "However, I am concerned");
    assert!(sitting.editor().typing.is_none());
    assert_eq!(sitting.editor().pane, Pane::Statement);
    assert!(
        sitting.editor().assessment.findings[at]
            .text
            .ends_with(" and more")
    );
    let sentence = sitting.editor().sentence;
    let said = sitting
        .editor()
        .document()
        .sentence(sentence)
        .expect("one")
        .text
        .clone();
    assert!(said.starts_with("However, I am concerned"), "{said}");
}

#[test]
fn a_click_on_a_sentence_and_another_show_its_finding() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    for _ in 0..2 {
        clicks(&mut sitting, "The constabulary serves");
    }
    assert_eq!(
        sitting.editor().pane,
        Pane::Findings,
        "{}",
        sitting.screen()
    );
    assert!(sitting.editor().finding().is_some());
}

#[test]
fn each_key_of_the_footer_is_pressed_by_a_click() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let begin = || {
            let mut sitting = Sitting::at(width, height, EXAMPLE);
            sitting.keys("<home>]<tab>");
            sitting
        };
        let keys = begin().state.footer();
        let mut pressed = 0;
        for key in keys {
            let (mut by_key, mut by_click) = (begin(), begin());
            let last = by_click.screen().lines().last().map(str::to_owned);
            let named = format!("{} {}", key.key, key.words);
            let Some(at) = last.and_then(|line| Some(line[..line.find(&named)?].chars().count()))
            else {
                continue;
            };
            does(
                &mut by_click,
                PointerDeed::Click,
                (u16::try_from(at).unwrap(), height - 1),
            );
            by_key.message(Message::Rested);
            let command = key.command;
            by_key.message(Message::Command(command));
            assert_eq!(
                by_click.screen(),
                by_key.screen(),
                "{named} at {width}x{height}"
            );
            pressed += 1;
        }
        assert!(
            pressed > 0,
            "no key of the footer has its words at {width}x{height}"
        );
    }
}

#[test]
fn the_wheel_goes_up_and_down_in_what_is_under_it_and_leaves_a_text_alone() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    let statement = cell_of(&sitting, "Hello.");
    let before = sitting.editor().sentence;
    does(&mut sitting, PointerDeed::Wheel { down: true }, statement);
    does(&mut sitting, PointerDeed::Wheel { down: true }, statement);
    assert_eq!(sitting.editor().pane, Pane::Statement);
    assert_ne!(sitting.editor().sentence, before);
    sitting.keys("<tab><tab><home><enter>");
    let typing = sitting.editor().typing.clone();
    if typing.is_some() {
        does(&mut sitting, PointerDeed::Wheel { down: true }, statement);
        assert_eq!(sitting.editor().typing, typing);
    }
}

#[test]
fn a_row_of_a_list_is_lit_by_a_click_and_taken_by_another_and_what_lies_below_is_not_reached() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("]g");
    let before = sitting.state.overlays.len();
    assert_eq!(before, 1);
    clicks(&mut sitting, "inadequate");
    assert_eq!(sitting.state.overlays.len(), 1, "a click lights the row");
    let page = sitting.editor().page;
    does(&mut sitting, PointerDeed::Click, (2, 5));
    assert_eq!(
        sitting.editor().page,
        page,
        "what lies below is not reached"
    );
    clicks(&mut sitting, "inadequate");
    assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
    let id = sitting.editor().heading_id().expect("a heading").to_owned();
    let grade = sitting.editor().assessment.grades[&id].grade;
    assert_eq!(grade, Some(assay::assessment::Grade::Inadequate));
}
