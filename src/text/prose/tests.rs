#![allow(clippy::unwrap_used)]
use super::super::wrap::rows;
use super::*;

fn cursor_at(text: &str, at: usize) -> Cursor {
    let mut cursor = Cursor::default();
    cursor.set(text, at);
    cursor
}

/// Returns what is left of `text` when `what` is erased at `at`.
fn erased(text: &str, at: usize, what: Erase) -> String {
    let splice = cursor_at(text, at).erase(text, what);
    let mut text = text.to_owned();
    if let Some(splice) = splice {
        splice.apply(&mut text).unwrap();
    }
    text
}

#[test]
fn a_plain_arrow_leaves_a_selection_by_its_edge() {
    let text = "one two";
    let rows = rows(text, 20);
    let mut cursor = Cursor::default();
    cursor.select(text, 2..5);
    assert!(cursor.clone().go(text, &rows, Motion::Right, false));
    assert!(cursor.go(text, &rows, Motion::Left, false));
    assert_eq!((cursor.at(), cursor.selection()), (2, None));
}

#[test]
fn extending_back_over_the_anchor_turns_the_selection_round() {
    let text = "one two";
    let rows = rows(text, 20);
    let mut cursor = cursor_at(text, 4);
    cursor.go(text, &rows, Motion::Right, true);
    assert_eq!(cursor.selection(), Some(4..5));
    cursor.go(text, &rows, Motion::WordLeft, true);
    assert_eq!(cursor.selection(), None);
    cursor.go(text, &rows, Motion::WordLeft, true);
    assert_eq!(cursor.selection(), Some(0..4));
    cursor.select_all(text);
    assert_eq!(cursor.selected(text), text);
}

#[test]
fn row_motions_keep_to_the_wrapped_row() {
    let text = "hello wide world";
    let rows = rows(text, 11);
    let mut cursor = cursor_at(text, 8);
    assert!(cursor.go(text, &rows, Motion::RowEnd, false));
    assert_eq!(cursor.at(), 10);
    // Pressed again, they go on to the ends of the line.
    assert!(cursor.go(text, &rows, Motion::RowEnd, false));
    assert_eq!(cursor.at(), text.len());
    assert!(cursor.go(text, &rows, Motion::RowStart, false));
    assert_eq!(cursor.at(), 11);
    assert!(cursor.go(text, &rows, Motion::RowStart, false));
    assert_eq!(cursor.at(), 0);
    assert!(!cursor.go(text, &rows, Motion::PageUp(5), false));
}

#[test]
fn line_motions_go_past_the_wrapped_row() {
    let text = "one\nhello wide world\ntwo";
    let rows = rows(text, 11);
    let mut cursor = cursor_at(text, 12);
    assert!(cursor.go(text, &rows, Motion::LineEnd, false));
    assert_eq!(cursor.at(), 20);
    assert!(cursor.go(text, &rows, Motion::LineStart, false));
    assert_eq!(cursor.at(), 4);
    assert!(!cursor.go(text, &rows, Motion::LineStart, false));
}

#[test]
fn pages_stop_at_the_first_and_last_row_in_the_same_column() {
    let text = "abc\nabc\nabc\nabc\nabc";
    let rows = rows(text, 11);
    let mut cursor = cursor_at(text, 2);
    let mut places = Vec::new();
    for motion in [Motion::PageDown(3), Motion::PageDown(3), Motion::PageUp(9)] {
        cursor.go(text, &rows, motion, false);
        places.push(cursor.at());
    }
    assert_eq!(places, [14, 18, 2]);
}

#[test]
fn what_is_put_in_takes_the_place_of_the_selection() {
    let text = "good work";
    let mut cursor = Cursor::default();
    cursor.select(text, 0..4);
    let splice = cursor.insert(text, "fine").unwrap();
    assert_eq!((splice.removed.as_str(), cursor.at()), ("good", 4));
    assert_eq!(cursor.selection(), None);
    assert_eq!(cursor.insert(text, ""), None);
}

#[test]
fn the_cursor_stands_behind_a_grapheme_that_grew() {
    // The accent joins the letter before it.
    let mut cursor = cursor_at("ex", 1);
    cursor.insert("ex", "\u{301}").unwrap();
    assert_eq!(cursor.at(), 3);
    // The joiner joins what comes after as well.
    let text = "👩👧";
    let mut cursor = cursor_at(text, 4);
    cursor.insert(text, "\u{200D}").unwrap();
    assert_eq!(cursor.at(), "👩\u{200D}👧".len());
    // Erasing lets the accent reach the letter.
    let text = "e\n\u{301}";
    let mut cursor = cursor_at(text, 2);
    cursor.erase(text, Erase::Back).unwrap();
    assert_eq!(cursor.at(), 3);
}

#[test]
fn each_erasure_takes_its_stretch() {
    let text = "hello wide world";
    assert_eq!(erased(text, 7, Erase::Back), "hello ide world");
    assert_eq!(erased(text, 7, Erase::Forward), "hello wde world");
    assert_eq!(erased(text, 8, Erase::WordBack), "hello de world");
    assert_eq!(erased(text, 6, Erase::WordForward), "hello world");
    assert_eq!(erased(text, 8, Erase::ToLineStart), "de world");
    assert_eq!(erased(text, 8, Erase::ToLineEnd), "hello wi");
    assert_eq!(
        erased("one\ntwo three", 8, Erase::ToLineStart),
        "one\nthree"
    );
    assert_eq!(erased("one \ntwo", 1, Erase::ToLineEnd), "o\ntwo");
    assert_eq!(erased("one\r\ntwo", 1, Erase::ToLineEnd), "o\r\ntwo");
    assert_eq!(erased("e\u{301}", 9, Erase::Back), "");
    assert_eq!(erased("a\r\nb", 3, Erase::Back), "ab");
    assert_eq!(erased("", 0, Erase::WordBack), "");
}

#[test]
fn undo_puts_the_cursor_behind_what_it_brought_back() {
    let text = "one two";
    let mut cursor = cursor_at(text, 3);
    let splice = cursor.erase(text, Erase::WordBack).unwrap();
    assert_eq!(cursor.at(), 0);
    cursor.after(text, &splice.inverse());
    assert_eq!(cursor.at(), 3);
}
