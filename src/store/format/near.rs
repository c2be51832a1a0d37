//! "Did you mean …?"

use crate::text::fold;

/// Returns the option that is spelt most like `word`, where one is close enough to have been meant: one slip in a
/// short word, up to a third of the letters in a long one.
///
/// ```
/// use assay::store::format::near;
///
/// assert_eq!(near("headng", ["heading", "kind", "text"]), Some("heading"));
/// assert_eq!(near("colour", ["heading", "kind", "text"]), None);
/// ```
pub fn near<'a>(word: &str, options: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A hostile file may hold a "word" of megabytes, and the measure is quadratic.
    if word.len() > 64 {
        return None;
    }
    let plain = |word: &str| fold(word).replace(['_', ' '], "-");
    let word = plain(word);
    let allowed = (word.chars().count() / 3).max(1);
    options
        .into_iter()
        .map(|option| (strsim::damerau_levenshtein(&word, &plain(option)), option))
        .filter(|(slips, option)| *slips <= allowed && *slips < option.chars().count())
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, option)| option)
}

/// Returns a hint that names the option that was probably meant, else another.
pub fn near_or<'a>(
    word: &str,
    options: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    let meant = near(word, options);
    meant.map_or_else(otherwise, |meant| format!("did you mean \"{meant}\"?"))
}

/// Returns a hint that names what may stand somewhere, and what was probably meant.
pub(crate) fn one_of<'a>(word: &str, options: impl IntoIterator<Item = &'a str>) -> String {
    let options: Vec<&str> = options.into_iter().collect();
    let list = options.join(", ");
    match near(word, options) {
        Some(meant) => format!("did you mean \"{meant}\"? It may be {list}"),
        None => format!("write one of {list}"),
    }
}
