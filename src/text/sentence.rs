//! Sentences in a text, and words that were made elsewhere as one of their own.

use std::ops::Range;

/// Signs that close what stands before them, so that a stop may be inside.
const CLOSERS: [char; 6] = ['"', '\'', '”', '’', ')', ']'];

/// Returns words with a full stop at their end, unless they have an end of their own.
///
/// ```
/// assert_eq!(assay::text::stopped("write \"focused\""), "write \"focused\".");
/// assert_eq!(assay::text::stopped("was \"focus\" meant?"), "was \"focus\" meant?");
/// ```
pub fn stopped(words: &str) -> String {
    let words = words.trim_end();
    let ended = words.trim_end_matches(CLOSERS).ends_with(['.', '!', '?']);
    match ended {
        true => words.to_owned(),
        false => format!("{words}."),
    }
}

/// Returns the sentences of a text in its order, without the blanks between them. One ends with a stop, and what closes it,
/// before a blank, or where its line does.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut begun: Option<usize> = None;
    let (mut ended, mut words_end) = (false, 0);
    for (at, sign) in text.char_indices() {
        if sign.is_whitespace() {
            if (ended || sign == '\n')
                && let Some(start) = begun.take()
            {
                all.push(start..words_end);
            }
            continue;
        }
        begun.get_or_insert(at);
        words_end = at + sign.len_utf8();
        ended = matches!(sign, '.' | '!' | '?') || ended && CLOSERS.contains(&sign);
    }
    all.extend(begun.map(|start| start..words_end));
    all
}

/// Returns where the sentence begins in which a place is, or the one before where it begins there.
pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    let all = sentences(text);
    let mut starts = all.iter().rev().map(|sentence| sentence.start);
    starts.find(|start| *start < at).unwrap_or(0)
}

/// Returns where the sentence ends in which a place is, or the next where it ends there.
pub(super) fn sentence_end(text: &str, at: usize) -> usize {
    let mut ends = sentences(text).into_iter().map(|sentence| sentence.end);
    ends.find(|end| *end > at).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_its_stop_and_what_closes_it_or_with_its_line() {
        let text = "It is so. “Is it?” 12.5 of them (all.) say\n\n  so!  ";
        let words: Vec<&str> = sentences(text)
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        assert_eq!(
            words,
            ["It is so.", "“Is it?”", "12.5 of them (all.)", "say", "so!"]
        );
        assert_eq!(sentence_start(text, 9), 0);
        assert_eq!(sentence_start(text, 0), 0);
        assert_eq!(sentence_end(text, 0), 9);
        assert_eq!(
            text.get(..sentence_end(text, 9)),
            Some("It is so. “Is it?”")
        );
        assert_eq!(sentence_end(text, text.len()), text.len());
    }
}
