//! Capitals: at the head of a sentence, and where a sentence has become the middle of one.

use super::context::WeavingContext;
use super::words::{bare_word, first_word};
use crate::grammar::{self, Certainty, Classes};

/// Returns the text with a capital at its head. A word with a capital further on ("iPhone") stays as it is, and so does one
/// whose first letter has no capital that is one letter ("ß", the ligature "ﬁ").
pub(super) fn capital_first(text: &str) -> String {
    let (word, _) = first_word(text);
    let opening: usize = text
        .chars()
        .take_while(|sign| matches!(sign, '"' | '\'' | '“' | '‘' | '(' | '['))
        .map(char::len_utf8)
        .sum();
    let (head, rest) = text.split_at_checked(opening).unwrap_or(("", text));
    let mut signs = rest.chars();
    match signs.next() {
        Some(first)
            if first.is_lowercase()
                && first.to_uppercase().count() == 1
                && !word.chars().any(char::is_uppercase) =>
        {
            let mut capital = String::with_capacity(text.len());
            capital.push_str(head);
            capital.extend(first.to_uppercase());
            capital.push_str(signs.as_str());
            capital
        }
        _ => text.to_owned(),
    }
}

/// Returns the text with a small letter at its head, for mid-sentence. Names and the like keep their capital, and so
/// does what is not known to be an ordinary word.
pub(super) fn lower_first(text: &str, context: &WeavingContext) -> String {
    lower_known(text, context.read(text).is_small, context)
}

/// Does the same for a text that was read.
pub(super) fn lower_known(text: &str, is_small: Certainty, context: &WeavingContext) -> String {
    let marks = text.len() - text.trim_start_matches(['"', '“', '‘']).len();
    let (marks, word) = text.split_at_checked(marks).unwrap_or(("", text));
    let mut signs = word.chars();
    match signs.next() {
        // A letter whose small form does not lead back to it would come out changed.
        Some(first)
            if first.is_uppercase()
                && first
                    .to_lowercase()
                    .flat_map(char::to_uppercase)
                    .eq([first])
                && is_small == Certainty::Yes
                && !is_name(text, context) =>
        {
            let mut lower = String::with_capacity(text.len());
            lower.push_str(marks);
            lower.extend(first.to_lowercase());
            lower.push_str(signs.as_str());
            lower
        }
        _ => text.to_owned(),
    }
}

/// Returns true where a text opens with a name that the framework or the body has.
fn is_name(text: &str, context: &WeavingContext) -> bool {
    let (run, rest) = first_word(text);
    let word = bare_word(run);
    let owner = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word);
    // "National guidance" is none, for all that "National Police Chiefs' Council" is one.
    let ordinary = || {
        let names = Classes::NAME.or(Classes::ALSO_NAME);
        let classes = grammar::classes(&owner.to_lowercase());
        let next = rest.trim_start();
        classes.is_some_and(|it| it.any(Classes::ORDINARY) || !it.any(names))
            && !next.starts_with(char::is_uppercase)
            && !next.starts_with("of ")
    };
    context.opens_with_name(text)
        || context.names_part(owner)
        || context.is_proper(owner) && !ordinary()
}
