#![allow(clippy::indexing_slicing, clippy::string_slice)]
use super::*;

#[test]
fn flags_and_families_are_one_grapheme() {
    let s = "🇬🇧🇫🇷👩\u{200D}👩\u{200D}👧x";
    assert_eq!(next(s, 0), 8);
    assert_eq!(next(s, 8), 16);
    assert_eq!(floor(s, 12), 8);
    assert_eq!(prev(s, s.len() - 1), 16);
    assert_eq!(width(s), 7);
}

#[test]
fn positions_past_the_end_or_inside_a_character_are_clamped() {
    for s in ["", "é", "e\u{301}", "\r\n"] {
        for at in 0..9 {
            for found in [floor(s, at), ceil(s, at), next(s, at), prev(s, at)] {
                assert_eq!(floor(s, found), found);
            }
            assert!(word_at(s, at).end <= s.len());
            assert!(next_word(s, at) <= s.len() && prev_word(s, at) <= s.len());
        }
    }
}

#[test]
fn words_are_walked_both_ways() {
    let s = "“It’s 4.5%,” she said —\n\n  won't  評価 x_y";
    let mut forth = vec![0];
    while forth[forth.len() - 1] < s.len() {
        forth.push(next_word(s, forth[forth.len() - 1]));
    }
    let mut back = vec![s.len()];
    while back[back.len() - 1] > 0 {
        back.push(prev_word(s, back[back.len() - 1]));
    }
    back.reverse();
    assert_eq!(forth, back);
    let words: Vec<&str> = forth.windows(2).map(|w| s[w[0]..w[1]].trim_end()).collect();
    let expected = [
        "“", "It’s", "4.5", "%,”", "she", "said", "—", "won't", "評", "価", "x_y",
    ];
    assert_eq!(words, expected);
}

#[test]
fn word_at_is_the_same_from_each_position_inside() {
    let s = "the pupils’ can't-do attitude...";
    for at in 0..s.len() {
        let word = word_at(s, at);
        assert!(word.contains(&floor(s, at)), "{at}");
        assert_eq!(word_at(s, word.start), word);
    }
}

#[test]
fn truncation_keeps_within_the_cells() {
    for cells in 0..12 {
        for s in [
            "評価 of 学校",
            "e\u{301}e\u{301}e\u{301}",
            "a\u{1b}[2J\u{202e}cba",
            "\r\n\r\nab",
        ] {
            let cut = truncate(s, cells);
            assert!(width(&cut) <= cells, "{cut:?} in {cells}");
        }
    }
    assert!(matches!(truncate("abc", 3), Cow::Borrowed("abc")));
    assert_eq!(truncate("abcd", 1), "…");
}

#[test]
fn a_long_text_costs_no_more_than_a_short_one() {
    // Each call would take milliseconds if it walked the text: this would take a minute.
    let s = "one word more ".repeat(700_000);
    let mut at = s.len() / 2;
    for _ in 0..10_000 {
        at = prev(&s, next_word(&s, next(&s, at)));
        at = prev_word(&s, at);
    }
    assert!(at < s.len());
}
