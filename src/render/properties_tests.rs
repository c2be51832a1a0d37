//! Properties of prints of hostile texts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;
use serde_json::Value;

use super::tests_support::*;
use crate::text::{has_hidden, width};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn wrapping_loses_no_word_and_is_no_wider_than_a_word(all in paragraphs(), columns in 0usize..90) {
        let all = document(&all);
        let (lines, wrapped) = (text(&all, None), text(&all, Some(columns)));
        let words: Vec<_> = lines.split_whitespace().collect();
        prop_assert_eq!(wrapped.split_whitespace().collect::<Vec<_>>(), words);
        for row in wrapped.lines() {
            prop_assert!(width(row) <= columns.max(20) || !row.contains(' '), "{}", row);
            prop_assert_eq!(row.trim(), row);
        }
        let gaps = |print: &str| print.matches("\n\n").count();
        prop_assert_eq!(gaps(&wrapped), gaps(&lines));
    }

    #[test]
    fn no_print_obeys_what_a_file_holds(all in paragraphs()) {
        let (draft, framework) = city();
        let all = document(&all);
        for print in [
            text(&all, Some(30)),
            text_sources(&all, &draft, &framework, None),
            markdown_sources(&all, &draft, &framework),
            html_sources(&all, &draft, &framework),
            json(&all, &draft, &framework),
        ] {
            prop_assert!(!has_hidden(&print));
        }
    }

    #[test]
    fn markdown_keeps_one_paragraph_a_paragraph_and_its_words(all in paragraphs()) {
        let all = document(&all);
        let (lines, blocks) = (text(&all, None), markdown(&all));
        let lines: Vec<_> = lines.trim_end().split("\n\n").collect();
        let blocks: Vec<_> = blocks.trim_end().split("\n\n").collect();
        prop_assert_eq!(blocks.len(), lines.len());
        for (block, line) in blocks.iter().zip(lines) {
            prop_assert!(!block.contains('\n'));
            let words = block.strip_prefix("# ").unwrap_or(block);
            let first = words.trim_start_matches(|sign: char| sign.is_ascii_digit());
            prop_assert!(!words.starts_with(['-', '+', '=', ':']), "{}", words);
            prop_assert!(first == words || !first.starts_with(['.', ')']), "{}", words);
            prop_assert_eq!(shown(words), line);
        }
    }

    #[test]
    fn json_gives_every_character_back(all in paragraphs()) {
        let (draft, framework) = city();
        let all = document(&all);
        let parsed: Value = serde_json::from_str(&json(&all, &draft, &framework)).unwrap();
        for (paragraph, parsed) in all.paragraphs.iter().zip(parsed["paragraphs"].as_array().unwrap()) {
            for (sentence, parsed) in paragraph.sentences.iter().zip(parsed["sentences"].as_array().unwrap()) {
                prop_assert_eq!(parsed["text"].as_str().unwrap(), &sentence.text);
            }
        }
    }
}
