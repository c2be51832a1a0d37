//! Capitals: at the head of a sentence, and where a sentence has become the middle of one.

use super::context::WeavingContext;
use super::words::{bare_word, first_word};
use crate::assessment::{MONTHS, vocabulary};

/// Returns the text with a capital at its head. A word with a capital further on ("iPhone") stays as it is.
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
        Some(first) if first.is_lowercase() && !word.chars().any(char::is_uppercase) => {
            let mut capital = String::with_capacity(text.len());
            capital.push_str(head);
            capital.extend(first.to_uppercase());
            capital.push_str(signs.as_str());
            capital
        }
        _ => text.to_owned(),
    }
}

/// Returns the text with a small letter at its head, for mid-sentence. Names and the like keep their capital.
pub(super) fn lower_first(text: &str, context: &WeavingContext) -> String {
    let mut signs = text.chars();
    match signs.next() {
        // A letter whose small form does not lead back to it would come out changed.
        Some(first)
            if first.is_uppercase()
                && first
                    .to_lowercase()
                    .flat_map(char::to_uppercase)
                    .eq([first])
                && !keeps_capital(text, context) =>
        {
            let mut lower = String::with_capacity(text.len());
            lower.extend(first.to_lowercase());
            lower.push_str(signs.as_str());
            lower
        }
        _ => text.to_owned(),
    }
}

/// Returns true where a text's first word keeps its capital in mid-sentence.
fn keeps_capital(text: &str, context: &WeavingContext) -> bool {
    let (run, rest) = first_word(text);
    let word = bare_word(run);
    if is_i(word)
        || word
            .chars()
            .skip(1)
            .any(|sign| sign.is_uppercase() || sign.is_numeric())
    {
        return true;
    }
    let owner = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word);
    if context.is_proper(owner)
        || vocabulary().weekdays.contains(&owner)
        || MONTHS.contains(&owner)
        || context.opens_with_name(text)
    {
        return true;
    }
    // "Action Fraud" is a name; "The Home Office" only opens with one; "Overall, London …" neither.
    let (next, _) = first_word(rest);
    let next = next.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let named = next.starts_with(char::is_uppercase) && !is_i(bare_word(next));
    named && !vocabulary().opening.contains(&word) && !run.ends_with([',', ';', ':'])
}

fn is_i(word: &str) -> bool {
    word == "I" || word.starts_with("I'") || word.starts_with("I’")
}
