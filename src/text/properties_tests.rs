//! Properties of every text, tried on the texts most likely to break them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;

use super::grapheme::{ceil, floor, next, next_word, prev, prev_word, step, word_at};
use super::prose::{Cursor, Erase, Motion};
use super::wrap::{at_column, column_of, row_of, rows};
use super::{has_hidden, paste, truncate, visible, width};

/// Pieces that join, hide, fill two cells or none, break lines, or read from the right.
const PIECES: [&str; 34] = [
    "a",
    "word",
    "isn't",
    "pupils’ ",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u{1b}[2J",
    "e\u{301}",
    "\u{301}",
    "\u{308}\u{323}",
    "👩\u{200D}👩\u{200D}👧\u{200D}👦",
    "👩",
    "\u{200D}",
    "\u{FE0F}",
    "👍🏽",
    "🇬",
    "🇬🇧",
    "評価",
    "の",
    "ｶﾞ",
    "한",
    "\u{1112}\u{1161}",
    "שלום",
    "السلام",
    "\u{202E}",
    "क्षि",
    "\u{3000}",
    "\u{A0}",
    "...—",
];

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(PIECES.to_vec())
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

fn motion() -> impl Strategy<Value = Motion> {
    use Motion::*;
    let fixed = vec![
        Left, Right, WordLeft, WordRight, RowStart, RowEnd, LineStart, LineEnd, Up, Down, Start,
        End,
    ];
    prop_oneof![
        10 => prop::sample::select(fixed),
        1 => (0_usize..9).prop_map(PageUp),
        1 => (0_usize..9).prop_map(PageDown),
    ]
}

fn erase() -> impl Strategy<Value = Erase> {
    use Erase::*;
    prop::sample::select(vec![
        Back,
        Forward,
        WordBack,
        WordForward,
        ToLineStart,
        ToLineEnd,
    ])
}

/// Returns true for the blanks that may stand beyond the edge of a row.
fn hangs(c: char) -> bool {
    let holds = ['\u{A0}', '\u{2007}', '\u{202F}', '\u{2028}', '\u{2029}'];
    c == '\t' || (c.is_whitespace() && !c.is_control() && !holds.contains(&c))
}

/// One thing that can be done to a cursor.
#[derive(Clone, Debug)]
enum CursorStep {
    Go(Motion, bool),
    Insert(String),
    Erase(Erase),
    Select(usize, usize),
    Set(usize),
}

fn cursor_step() -> impl Strategy<Value = CursorStep> {
    prop_oneof![
        6 => (motion(), any::<bool>()).prop_map(|(motion, extend)| CursorStep::Go(motion, extend)),
        4 => piece().prop_map(|what| CursorStep::Insert(what.to_owned())),
        3 => erase().prop_map(CursorStep::Erase),
        1 => (0_usize..200, 0_usize..200).prop_map(|(from, to)| CursorStep::Select(from, to)),
        1 => (0_usize..200).prop_map(CursorStep::Set),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_tile_the_text(text in hostile(), limit in 0_usize..24) {
        let rows = rows(&text, limit);
        let mut at = 0;
        for (index, row) in rows.iter().enumerate() {
            if index > 0 && row.range.start != at {
                prop_assert_eq!(&text[at..row.range.start], "\n");
            }
            prop_assert!(row.range.start >= at);
            prop_assert!(index == 0 || row.range.start > at || !rows[index - 1].ends_line(&text));
            at = row.range.end;
        }
        prop_assert_eq!(rows[0].range.start, 0);
        prop_assert_eq!(at, text.len());
        let mut back = String::new();
        for row in &rows {
            back.push_str(&text[row.range.clone()]);
            if row.ends_line(&text) && row.range.end < text.len() {
                back.push('\n');
            }
        }
        prop_assert_eq!(back, text);
    }

    #[test]
    fn every_row_fits(text in hostile(), limit in 0_usize..24) {
        for row in rows(&text, limit) {
            let shown = &text[row.range.clone()];
            prop_assert_eq!(row.width, width(shown));
            prop_assert_eq!(floor(&text, row.range.start), row.range.start);
            let lean = shown.trim_end_matches(hangs);
            // A soft break alone may leave a lone grapheme too wide, and zero-width ones beside it.
            let mut wide = 0;
            let mut at = 0;
            while at < lean.len() {
                let end = next(lean, at);
                wide += usize::from(width(&lean[at..end]) > 0);
                at = end;
            }
            prop_assert!(width(lean) <= limit.max(1) || wide == 1, "{shown:?} in {limit}");
        }
    }

    #[test]
    fn the_quick_way_breaks_where_the_slow_one_does(text in hostile(), limit in 0_usize..24) {
        // The same shape in letters that are taken one by one.
        let slow = text.replace(|c: char| c.is_ascii_alphabetic(), "é");
        let counts = |text: &str| -> Vec<usize> {
            rows(text, limit).iter().map(|row| text[row.range.clone()].chars().count()).collect()
        };
        prop_assert_eq!(counts(&text), counts(&slow));
    }

    #[test]
    fn steps_are_graphemes(text in hostile()) {
        use unicode_segmentation::UnicodeSegmentation;
        for line in text.split(['\r', '\n']) {
            let mut at = 0;
            for grapheme in line.graphemes(true) {
                prop_assert_eq!(step(line, at).0, at + grapheme.len());
                at += grapheme.len();
            }
        }
    }

    #[test]
    fn a_row_is_as_wide_as_it_is_drawn(text in hostile(), limit in 1_usize..24) {
        for row in rows(&text, limit) {
            let shown = visible(&text[row.range.clone()]).into_owned();
            prop_assert_eq!(width(&shown), row.width);
            prop_assert!(!has_hidden(&shown));
        }
    }

    #[test]
    fn each_position_has_a_row_and_a_column(text in hostile(), limit in 1_usize..24, at in 0_usize..200) {
        let at = floor(&text, at);
        let rows = rows(&text, limit);
        let row = &rows[row_of(&rows, at)];
        prop_assert!(row.range.start <= at && at <= row.range.end);
        let column = column_of(&text, &rows, at);
        let found = at_column(&text, row, column);
        prop_assert_eq!(floor(&text, found), found);
        prop_assert_eq!(row_of(&rows, found), row_of(&rows, at));
        prop_assert_eq!(column_of(&text, &rows, found), column);
    }

    #[test]
    fn boundaries_are_those_of_the_whole_text(text in hostile()) {
        use unicode_segmentation::UnicodeSegmentation;
        let mut expected: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        expected.push(text.len());
        for at in 0..=text.len() {
            let low = *expected.iter().rev().find(|&&place| place <= at).unwrap();
            let high = *expected.iter().find(|&&place| place >= at).unwrap();
            prop_assert_eq!(floor(&text, at), low);
            prop_assert_eq!(ceil(&text, at), high);
            prop_assert_eq!(next(&text, at), expected.iter().copied().find(|&place| place > low).unwrap_or(low));
            prop_assert_eq!(prev(&text, at), expected.iter().rev().copied().find(|&place| place < low).unwrap_or(0));
        }
    }

    #[test]
    fn words_move_on_and_stand_on_boundaries(text in hostile(), at in 0_usize..200) {
        let at = floor(&text, at);
        let (on, back, word) = (next_word(&text, at), prev_word(&text, at), word_at(&text, at));
        prop_assert!(on > at || at == text.len());
        prop_assert!(back < at || at == 0);
        prop_assert!(word.start <= at && at <= word.end);
        for place in [on, back, word.start, word.end] {
            prop_assert_eq!(floor(&text, place), place);
        }
    }

    #[test]
    fn a_cursor_survives_anything(start in hostile(), limit in 0_usize..24, steps in prop::collection::vec(cursor_step(), 0..40)) {
        let mut text = start.clone();
        let mut cursor = Cursor::at_end(&text);
        let mut done = Vec::new();
        for step in steps {
            let rows = rows(&text, limit);
            let splice = match step {
                CursorStep::Go(motion, extend) => {
                    let before = (cursor.at(), cursor.selection());
                    let moved = cursor.go(&text, &rows, motion, extend);
                    prop_assert_eq!(moved, before != (cursor.at(), cursor.selection()));
                    None
                }
                CursorStep::Insert(what) => cursor.insert(&text, &what),
                CursorStep::Erase(what) => cursor.erase(&text, what),
                CursorStep::Select(from, to) => {
                    cursor.select(&text, from..to);
                    None
                }
                CursorStep::Set(at) => {
                    cursor.set(&text, at);
                    None
                }
            };
            if let Some(splice) = splice {
                prop_assert_ne!(&splice.removed, &splice.inserted);
                splice.apply(&mut text).unwrap();
                done.push(splice);
            }
            prop_assert_eq!(floor(&text, cursor.at()), cursor.at());
            if let Some(range) = cursor.selection() {
                prop_assert_eq!(floor(&text, range.start), range.start);
                prop_assert_eq!(floor(&text, range.end), range.end);
            }
        }
        for splice in done.iter().rev() {
            splice.inverse().apply(&mut text).unwrap();
            cursor.after(&text, &splice.inverse());
            prop_assert_eq!(floor(&text, cursor.at()), cursor.at());
        }
        prop_assert_eq!(text, start);
    }

    #[test]
    fn a_stale_cursor_does_no_harm(old in hostile(), text in hostile(), motion in motion(), erase in erase(), at in 0_usize..99) {
        let rows = rows(&old, 9);
        let mut cursor = Cursor::default();
        cursor.select(&old, at..at + 7);
        cursor.clone().go(&text, &rows, motion, true);
        let mut moved = cursor.clone();
        moved.go(&text, &rows, motion, false);
        prop_assert_eq!(floor(&text, moved.at()), moved.at());
        if let Some(splice) = cursor.erase(&text, erase) {
            splice.apply(&mut text.clone()).unwrap();
        }
    }

    #[test]
    fn up_and_down_return(text in hostile(), limit in 1_usize..24, at in 0_usize..200) {
        let rows = rows(&text, limit);
        let mut cursor = Cursor::default();
        cursor.set(&text, at);
        let (row, column) = (row_of(&rows, cursor.at()), column_of(&text, &rows, cursor.at()));
        if cursor.go(&text, &rows, Motion::Up, false) {
            prop_assert_eq!(row_of(&rows, cursor.at()), row - 1);
            prop_assert!(cursor.go(&text, &rows, Motion::Down, false));
            // Graphemes without width share a column: the column is what is kept.
            prop_assert_eq!((row_of(&rows, cursor.at()), column_of(&text, &rows, cursor.at())), (row, column));
        }
    }

    #[test]
    fn truncation_fits(text in hostile(), cells in 0_usize..24) {
        let cut = truncate(&text, cells);
        prop_assert!(width(&cut) <= cells);
        prop_assert_eq!(cut == text, width(&text) <= cells);
    }

    #[test]
    fn a_paste_is_clean(text in hostile(), multiline in any::<bool>()) {
        let clean = paste(&text, multiline).text;
        prop_assert!(!has_hidden(&clean));
        prop_assert!(multiline || !clean.contains('\n'));
        let again = paste(&clean, multiline);
        prop_assert_eq!((again.text, again.left_out), (clean, 0));
    }
}
