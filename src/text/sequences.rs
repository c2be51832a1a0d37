//! The sequences that keys of a terminal send where nobody asks for keys: an arrow that is pressed in a line comes as three
//! characters, of which two look like text.

use std::borrow::Cow;

const ESC: char = '\u{1b}';
/// The one character that begins a sequence as an escape and a bracket do.
const CSI: char = '\u{9b}';

/// Returns a line without the sequences in it, each left out whole. An escape that begins none goes alone: what follows
/// it may be words.
///
/// ```
/// use assay::text::without_sequences;
///
/// assert_eq!(without_sequences("They listten\u{1b}[D\u{1b}[1;5Dx"), "They listtenx");
/// assert_eq!(without_sequences("\u{1b}OA\u{1b}[200~word\u{1b}[201~"), "word");
/// assert_eq!(without_sequences("\u{1b}Officers, [D and \u{1b}[3 of 10"), "Officers, [D and [3 of 10");
/// ```
pub fn without_sequences(line: &str) -> Cow<'_, str> {
    if !line.contains([ESC, CSI]) {
        return Cow::Borrowed(line);
    }
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find([ESC, CSI]) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        rest = from.get(sequence(from)..).unwrap_or_default();
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// Returns how many bytes the sequence at the start of a text takes: one with an end of its own, else what begins it.
fn sequence(text: &str) -> usize {
    let mut signs = text.chars();
    let first = signs.next().map_or(0, char::len_utf8);
    let (begins, second) = match (text.starts_with(CSI), signs.next()) {
        (true, _) => (first, Some('[')),
        (false, second) => (first + second.map_or(0, char::len_utf8), second),
    };
    let behind = text.get(begins..).unwrap_or_default();
    let all = match second {
        Some('[') => {
            let many = behind
                .bytes()
                .take_while(|it| (0x30..0x40).contains(it))
                .count();
            let last = behind.as_bytes().get(many);
            last.filter(|it| (0x40..0x7f).contains(*it))
                .map(|_| begins + many + 1)
        }
        Some('O') => {
            let last = behind.chars().next();
            let is_key = last.is_some_and(|it| matches!(it, 'A'..='D' | 'F' | 'H' | 'P'..='S'));
            let alone = behind.chars().nth(1).is_none_or(|it| !it.is_lowercase());
            (is_key && alone).then_some(begins + 1)
        }
        _ => None,
    };
    all.unwrap_or(first)
}
