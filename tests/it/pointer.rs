//! The mouse: a click goes there, again on what is lit it does what Enter does, on a key of the footer it presses it; the
//! wheel goes up and down in what is under it.

use assay::app::layout::Pane;
use assay::app::{Message, PointerDeed, PointerEvent};

use crate::support::pty::{EXAMPLE, opened};
use crate::support::sitting::Sitting;

const CLICK: PointerDeed = PointerDeed::Click { times: 1 };

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
    does(sitting, CLICK, cell);
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
    // In the text itself a click puts the cursor there; elsewhere it ends typing, and every word stays.
    clicks(&mut sitting, &begins);
    assert!(sitting.editor().typing.is_some());
    sitting.keys("<end><end> and more");
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
                CLICK,
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
    does(&mut sitting, CLICK, (2, 5));
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

/// The cell of words, and some further on.
fn cell_behind(sitting: &Sitting, words: &str, on: u16) -> (u16, u16) {
    let (x, y) = cell_of(sitting, words);
    (x + on, y)
}

const TWO: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers calls. It isn't slow — for “naïve” callers. It leads.\"\n";

/// Somebody in the text of the finding, which fills two rows and more.
fn in_text(set: assay::app::KeySet) -> Sitting {
    let mut sitting = Sitting::at(100, 40, TWO).with_keys(set);
    sitting.go_to_first("victims");
    sitting.keys("<enter>");
    sitting
}

fn words_of(sitting: &Sitting) -> String {
    sitting.editor().assessment.findings[0].text.clone()
}

#[test]
fn a_click_in_a_text_puts_the_cursor_there_on_every_row_of_it() {
    use assay::app::KeySet;
    for (words, on, made) in [
        ("force answers", 0, "|force answers"),
        ("force answers", 3, "for|ce answers"),
        ("naïve”", 2, "na|ïve”"),
        ("naïve”", 3, "naï|ve”"),
        ("It leads", 1, "I|t leads"),
    ] {
        let mut sitting = in_text(KeySet::Plain);
        let cell = cell_behind(&sitting, words, on);
        does(&mut sitting, CLICK, cell);
        sitting.keys("|");
        assert!(
            words_of(&sitting).contains(made),
            "{made}: {}",
            words_of(&sitting)
        );
        // Where the text is not open, a click on what is lit opens it there.
        let mut sitting = in_text(KeySet::Plain);
        sitting.keys("<esc>");
        let cell = cell_behind(&sitting, words, on);
        does(&mut sitting, CLICK, cell);
        sitting.keys("|");
        assert!(
            words_of(&sitting).contains(made),
            "{made}: {}",
            words_of(&sitting)
        );
    }
    // Behind the end of a row is its end.
    let mut sitting = in_text(KeySet::Plain);
    let cell = cell_behind(&sitting, "It leads.", 14);
    does(&mut sitting, CLICK, cell);
    sitting.keys("|");
    assert!(
        words_of(&sitting).ends_with("It leads.|"),
        "{}",
        words_of(&sitting)
    );
    // In a box.
    let mut sitting = Sitting::at(100, 40, TWO);
    sitting.keys("qn").keys("Wexmoor Police");
    let cell = cell_behind(&sitting, "Wexmoor Police", 7);
    does(&mut sitting, CLICK, cell);
    sitting.keys(" Area");
    let field = sitting.state.overlays.last().and_then(|it| it.field());
    assert_eq!(field.map(|it| it.text()), Some("Wexmoor Area Police"));
}

#[test]
fn a_second_click_takes_the_word_a_third_the_sentence_and_a_drag_what_lies_between() {
    use assay::app::KeySet;
    let again = |times: u8| PointerDeed::Click { times };
    for (words, on, times, left) in [
        ("isn't", 2, 2, "It x slow"),
        ("isn't", 2, 3, "calls. x It leads."),
        ("It leads", 5, 3, "callers. x"),
        ("naïve", 1, 2, "“x”"),
    ] {
        let mut sitting = in_text(KeySet::Emacs);
        let cell = cell_behind(&sitting, words, on);
        for nth in 1..=times {
            does(&mut sitting, again(nth), cell);
        }
        sitting.keys("x");
        assert!(
            words_of(&sitting).contains(left),
            "{left}: {}",
            words_of(&sitting)
        );
        sitting.keys("<ctrl-z>");
    }
    let mut sitting = in_text(KeySet::Plain);
    let from = cell_behind(&sitting, "answers", 0);
    does(&mut sitting, CLICK, from);
    for on in [3, 7, 13] {
        let cell = cell_behind(&sitting, "answers", on);
        does(&mut sitting, PointerDeed::Drag, cell);
    }
    sitting.keys("<ctrl-x>");
    assert!(
        words_of(&sitting).starts_with("The force . It"),
        "{}",
        words_of(&sitting)
    );
    // From the end to the start, over rows.
    let mut sitting = in_text(KeySet::Plain);
    let from = cell_behind(&sitting, "It leads.", 9);
    does(&mut sitting, CLICK, from);
    let to = cell_behind(&sitting, "The force answers", 10);
    does(&mut sitting, PointerDeed::Drag, to);
    sitting.keys("listens.");
    assert_eq!(words_of(&sitting), "The force listens.");
    // Where no text is typed in it says what selects; in one, what began elsewhere selects nothing.
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    let cell = cell_of(&sitting, "Hello.");
    does(&mut sitting, PointerDeed::Drag, cell);
    assert!(
        sitting.screen().contains("A drag selects in a text"),
        "{}",
        sitting.screen()
    );
    let mut sitting = in_text(KeySet::Plain);
    does(&mut sitting, PointerDeed::Drag, to);
    assert!(
        sitting
            .editor()
            .typing
            .as_ref()
            .is_some_and(|it| it.cursor.selection().is_none())
    );
    // In normal mode what selects is said, and the cursor is there.
    let mut sitting = in_text(KeySet::Vim);
    let cell = cell_behind(&sitting, "answers", 0);
    does(&mut sitting, CLICK, cell);
    does(&mut sitting, again(2), cell);
    assert!(
        sitting.screen().contains("v selects"),
        "{}",
        sitting.screen()
    );
    sitting.keys("x");
    assert!(
        words_of(&sitting).contains("The force nswers"),
        "{}",
        words_of(&sitting)
    );
}

#[test]
fn a_click_on_a_sentence_shows_what_it_stands_on_beside_it() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    clicks(&mut sitting, "However, I am concerned");
    assert_eq!(sitting.editor().pane, Pane::Statement);
    assert_eq!(sitting.editor().heading_id(), Some("victims"));
    let at = sitting.editor().finding().expect("its finding");
    let kind = sitting.editor().assessment.findings[at].kind;
    assert_eq!(kind, assay::assessment::Kind::Concern);
    let said = sitting
        .editor()
        .document()
        .sentence(sitting.editor().sentence);
    assert!(said.is_some_and(|it| it.text.starts_with("However, I am concerned")));
}

#[test]
fn the_mouse_is_caught_at_once_where_that_is_chosen_and_left_again() {
    let home = crate::support::home::Home::new();
    let mut pty = opened(&home);
    let catches = |pty: &crate::support::pty::Pty| {
        let written = String::from_utf8_lossy(&pty.written()).into_owned();
        let (on, off) = (written.rfind("[?1000h"), written.rfind("[?1000l"));
        on > off
    };
    assert!(!catches(&pty), "it is the terminal's");
    pty.send(",");
    pty.see("Settings");
    pty.send("mouse");
    pty.until("the setting", || {
        !pty.text().contains("Framework of a new draft")
    });
    pty.send("\r");
    pty.see("Text is selected as you are used to");
    pty.send("\x1b[B");
    pty.see("A click goes there");
    pty.send("\r");
    pty.until("the mouse", || catches(&pty));
    // A click on what lies below is not reached; on a heading it is.
    pty.send("\x1b");
    pty.until("the draft", || !pty.text().contains("Settings"));
    pty.see("Finances");
    let text = pty.text();
    let line = text.lines().position(|line| line.contains("Finances"));
    let row = line.expect("it is shown") + 1;
    pty.send(&format!("\x1b[<0;4;{row}M"));
    pty.see("How well does the constabulary");
    pty.send(",");
    pty.see("Settings");
    pty.send("mouse");
    pty.until("the setting", || {
        !pty.text().contains("Framework of a new draft")
    });
    pty.send("\r");
    pty.see("A click goes there");
    pty.send("\x1b[A");
    pty.see("Text is selected as you are used to");
    pty.send("\r");
    pty.until("no mouse", || !catches(&pty));
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    pty.finish();
    assert!(pty.is_left_clean());
}
