//! Splitting a text into sentences.

use crate::assessment::vocabulary;

/// Splits a text, already on one line, into its sentences. Joined by single spaces they are the text
/// again. In doubt it does not split: a sentence too long is only numbered once, while one
/// torn at "Mr." reads as a mistake.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        let before = text.get(start..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        if ends_here(before, after) {
            found.push(before);
            start = at + 1;
        }
    }
    match text.get(start..) {
        Some(rest) if !rest.is_empty() => found.push(rest),
        _ => {}
    }
    found
}

fn ends_here(before: &str, after: &str) -> bool {
    let opens = after
        .chars()
        .find(|sign| !matches!(sign, '"' | '\'' | '“' | '‘' | '(' | '['));
    let opens = opens.is_some_and(|sign| sign.is_uppercase() || sign.is_numeric() || sign == '{');
    let before = super::words::without_closers(before);
    opens
        && match before.chars().next_back() {
            Some('!' | '?' | '…') => true,
            Some('.') => !is_short(before, after),
            _ => false,
        }
}

/// Returns true where the full stop at the end belongs to an abbreviation: "Mr.", "A. N.", "e.g.", "No. 7".
fn is_short(before: &str, after: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or(before);
    let word = word.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let word = word.strip_suffix('.').unwrap_or(word);
    let letters = word.split('.').all(|part| part.chars().count() == 1);
    let initial = letters && word.chars().all(|sign| sign.is_alphabetic() || sign == '.');
    let numbered = matches!(word, "No" | "no" | "Nos" | "nos" | "p" | "para" | "art")
        && after.starts_with(|sign: char| sign.is_numeric());
    initial || numbered || vocabulary().shortened.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(
            sentences("One is. Two is! Is three? “Four is.” Five"),
            ["One is.", "Two is!", "Is three?", "“Four is.”", "Five"]
        );
        assert_eq!(
            sentences("Sales fell. 12 left."),
            ["Sales fell.", "12 left."]
        );
        assert_eq!(sentences("So. {who} came."), ["So.", "{who} came."]);
        assert!(sentences("").is_empty());
    }

    #[test]
    fn initials_titles_and_shortenings_do_not() {
        for whole in [
            "A. N. Other came.",
            "Mr. Poe and Dr. Roe came.",
            "Some, e.g. Kent and i.e. Devon.",
            "See No. 7 for more.",
            "It rose by 2.5 points.",
            "Teams, etc. were seen",
        ] {
            assert_eq!(sentences(whole), [whole]);
        }
        assert_eq!(
            sentences("Is it so? No. It is not."),
            ["Is it so?", "No.", "It is not."]
        );
    }
}
