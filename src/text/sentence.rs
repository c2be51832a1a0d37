//! Words that were made elsewhere, as a sentence of their own.

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
