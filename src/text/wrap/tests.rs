#![allow(clippy::indexing_slicing, clippy::string_slice)]
use super::*;

fn shown(text: &str, width: usize) -> Vec<&str> {
    rows(text, width)
        .iter()
        .map(|row| &text[row.range.clone()])
        .collect()
}

#[test]
fn there_is_always_a_row() {
    assert_eq!(shown("", 10), [""]);
    assert_eq!(shown("\n", 10), ["", ""]);
    assert_eq!(shown("a\n\n", 10), ["a", "", ""]);
    assert_eq!(shown("ab", 0), ["a", "b"]);
}

#[test]
fn blanks_hang_over_the_edge() {
    assert_eq!(shown("ab   cd", 2), ["ab   ", "cd"]);
    assert_eq!(shown("ab     ", 3), ["ab     "]);
    assert_eq!(shown("      ab", 3), ["      ", "ab"]);
    assert_eq!(shown("  ab cd", 4), ["  ab ", "cd"]);
}

#[test]
fn long_words_break_between_graphemes() {
    assert_eq!(shown("a bcdefgh i", 3), ["a ", "bcd", "efg", "h i"]);
    assert_eq!(
        shown("e\u{301}e\u{301}e\u{301}", 2),
        ["e\u{301}e\u{301}", "e\u{301}"]
    );
    assert_eq!(shown("x 評価評価", 5), ["x ", "評価", "評価"]);
    assert_eq!(shown("評価", 1), ["評", "価"]);
}

#[test]
fn words_held_together_stay_together() {
    assert_eq!(
        shown("in Year\u{a0}6 now", 8),
        ["in ", "Year\u{a0}6 ", "now"]
    );
    assert_eq!(shown("ab\u{3000}cd", 3), ["ab\u{3000}", "cd"]);
}

#[test]
fn the_width_of_a_row_counts_its_blanks() {
    for row in rows("a  bb\tccc 評価 \u{1b}x", 4) {
        assert_eq!(
            row.width,
            width(&"a  bb\tccc 評価 \u{1b}x"[row.range.clone()])
        );
    }
}

#[test]
fn a_wide_character_is_entered_at_its_nearer_side() {
    let text = "評価";
    let row = &rows(text, 9)[0];
    let found: Vec<usize> = (0..6).map(|column| at_column(text, row, column)).collect();
    assert_eq!(found, [0, 0, 3, 3, 6, 6]);
}

#[test]
fn a_crlf_is_never_entered() {
    let text = "ab\r\ncd";
    let rows = rows(text, 10);
    assert_eq!(rows[0].range, 0..3);
    assert_eq!(at_column(text, &rows[0], 9), 2);
    assert_eq!(row_of(&rows, 4), 1);
}

#[test]
fn stale_rows_do_no_harm() {
    let rows = rows("a long text of the past", 5);
    for text in ["", "é", "👩\u{200D}👩\u{200D}👧"] {
        for row in &rows {
            assert!(at_column(text, row, 3) <= text.len());
        }
        assert_eq!(column_of(text, &[], 3), 0);
    }
}
