#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

fn both_sides(before: &str, after: &str) -> (String, String) {
    let (mut old, mut new) = (String::new(), String::new());
    for piece in word_difference(before, after) {
        match piece {
            DiffPiece::Same(text) => {
                old.push_str(text);
                new.push_str(text);
            }
            DiffPiece::Removed(text) => old.push_str(text),
            DiffPiece::Added(text) => new.push_str(text),
        }
    }
    (old, new)
}

#[test]
fn words_that_change_side_by_side_are_one_change() {
    use DiffPiece::*;
    assert_eq!(
        word_difference("The force is good at it.", "The force was less good at it."),
        [
            Same("The force "),
            Removed("is"),
            Added("was less"),
            Same(" good at it.")
        ]
    );
    assert_eq!(
        word_difference("It is slow.", "It acts fast."),
        [
            Same("It "),
            Removed("is slow"),
            Added("acts fast"),
            Same(".")
        ]
    );
    assert_eq!(word_difference("", ""), []);
    assert_eq!(word_difference("", "é"), [Added("é")]);
    assert_eq!(word_difference("same", "same"), [Same("same")]);
}

#[test]
fn very_long_texts_are_compared_by_sentences_and_then_as_a_whole() {
    let text =
        |word: &str| -> String { (0..9000).map(|n| format!("{word} {n} stands. ")).collect() };
    let (before, after) = (
        format!("Same. {}", text("one")),
        format!("Same. {}", text("two")),
    );
    assert_eq!(both_sides(&before, &after), (before.clone(), after.clone()));
    let long = |word: &str| -> String { (0..9000).map(|n| format!("{word}{n} ")).collect() };
    let (before, after) = (
        format!("Kept. {}. Kept.", long("one")),
        format!("Kept. {}. Kept.", long("two")),
    );
    let pieces = word_difference(&before, &after);
    assert_eq!(pieces.first(), Some(&DiffPiece::Same("Kept. ")));
    assert_eq!(pieces.last(), Some(&DiffPiece::Same(" . Kept.")));
    assert_eq!(pieces.len(), 4);
    assert_eq!(both_sides(&before, &after), (before.clone(), after.clone()));
}

proptest! {
    #[test]
    fn both_texts_can_be_read_from_their_difference(
        before in "[ab é.\n]{0,30}",
        after in "[ab é.\n]{0,30}",
    ) {
        prop_assert_eq!(both_sides(&before, &after), (before.clone(), after.clone()));
        let pieces = word_difference(&before, &after);
        let sort = std::mem::discriminant::<DiffPiece>;
        let joined = pieces.windows(2).all(|two| sort(&two[0]) != sort(&two[1]));
        prop_assert!(joined, "{:?}", pieces);
    }
}
