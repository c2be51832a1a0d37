//! Words and characters swapped, and their case changed, at a cursor.

use std::ops::Range;

use super::grapheme::{next, next_word_end, prev, prev_word_start};
use super::phrase::capital;

/// A way to rewrite what stands at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rewrite {
    /// The characters on both sides of the cursor change places; at the end of a line the two before it.
    SwapCharacters,
    /// The word before the cursor and the one behind it change places; at the end the last two.
    SwapWords,
    /// The rest of the word, or the next, in capitals.
    ToCapitals,
    /// The same in small letters.
    ToSmall,
    /// The same in small letters behind a capital.
    Capital,
}

/// Returns the stretch that is rewritten, as seen from a place, and the words that take its place; the cursor stands behind
/// them then. `None` where there is nothing to rewrite.
///
/// ```
/// use assay::text::{Rewrite, rewritten};
///
/// assert_eq!(rewritten("teh", 2, Rewrite::SwapCharacters), Some((1..3, "he".to_owned())));
/// assert_eq!(rewritten("well very", 5, Rewrite::SwapWords), Some((0..9, "very well".to_owned())));
/// assert_eq!(rewritten("the force", 3, Rewrite::Capital), Some((3..9, " Force".to_owned())));
/// assert_eq!(rewritten("the", 0, Rewrite::SwapCharacters), None);
/// ```
pub fn rewritten(text: &str, at: usize, how: Rewrite) -> Option<(Range<usize>, String)> {
    match how {
        Rewrite::SwapCharacters => swapped_characters(text, at),
        Rewrite::SwapWords => swapped_words(text, at),
        Rewrite::ToCapitals | Rewrite::ToSmall | Rewrite::Capital => {
            let end = next_word_end(text, at);
            let word = text.get(at..end).filter(|word| !word.is_empty())?;
            let words = match how {
                Rewrite::ToCapitals => word.to_uppercase(),
                Rewrite::ToSmall => word.to_lowercase(),
                _ => {
                    let begins = word.find(char::is_alphanumeric).unwrap_or(0);
                    let (before, word) = word.split_at_checked(begins)?;
                    format!("{before}{}", capital(&word.to_lowercase()))
                }
            };
            Some((at..end, words))
        }
    }
}

fn swapped_characters(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let ends_line = text
        .get(at..)
        .is_none_or(|rest| rest.is_empty() || rest.starts_with('\n'));
    let middle = if ends_line { prev(text, at) } else { at };
    let (from, to) = (prev(text, middle), next(text, middle));
    let (first, second) = (text.get(from..middle)?, text.get(middle..to)?);
    let some = !first.is_empty() && !second.is_empty() && first != "\n";
    some.then(|| (from..to, format!("{second}{first}")))
}

fn swapped_words(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    // The word behind the cursor or, at the end of the text, the last with what stands behind it.
    let end = next_word_end(text, at);
    let start = prev_word_start(text, end);
    let first = prev_word_start(text, start);
    let first_end = next_word_end(text, first);
    if first_end > start {
        return None;
    }
    let (one, gap, other) = (
        text.get(first..first_end)?,
        text.get(first_end..start)?,
        text.get(start..end)?,
    );
    Some((first..end, format!("{other}{gap}{one}")))
}
