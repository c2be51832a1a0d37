//! What is cut is what a key puts back, whatever letters stand beside it.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// Keys that cut in one piece, each with what selects before it.
const CUTS: [&str; 6] = [
    "<ctrl-w>",
    "<ctrl-u>",
    "<ctrl-k>",
    "<alt-backspace>",
    "<ctrl-shift-right><ctrl-x>",
    "<shift-left><shift-left><ctrl-x>",
];

/// A new finding with this text, the cursor so many letters before its end.
fn in_text(text: &str, back: usize) -> Sitting {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("<home><down><down><tab>+");
    sitting.keys(text);
    sitting.keys(&"<left>".repeat(back));
    sitting
}

fn typed(sitting: &Sitting) -> String {
    let editor = sitting.editor();
    let typing = editor.typing.as_ref().expect("a text is open");
    let text = editor.assessment.text(&typing.place);
    text.unwrap_or_default().to_owned()
}

#[test]
fn what_begins_with_the_letter_behind_it_is_cut_and_put_back_whole() {
    let mut sitting = in_text("the team had the time they need", "they need".len());
    sitting.keys("<alt-backspace>");
    assert_eq!(typed(&sitting), "the team had the they need");
    sitting.keys("<ctrl-v>");
    assert_eq!(typed(&sitting), "the team had the time they need");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_cut_is_put_back_as_it_was(
        words in vec(prop::sample::select(vec!["the", "then", "at", "ta", "a", "tat", "hé"]), 1..6),
        back in 0..14_usize,
        cut in prop::sample::select(CUTS.to_vec()),
    ) {
        let text = words.join(" ");
        let mut sitting = in_text(&text, back.min(text.chars().count()));
        let before = typed(&sitting);
        prop_assert_eq!(&before, &text);
        sitting.keys(cut);
        if typed(&sitting) != before {
            sitting.keys("<ctrl-v>");
            prop_assert_eq!(typed(&sitting), before, "{}", cut);
        }
    }
}
