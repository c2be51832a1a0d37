//! Counts with their nouns: "1 finding", "2 findings", "3 bodies".

/// Returns a count with its noun, in the plural where it is not one. Of several words, the last is the noun.
///
/// ```
/// use assay::text::counted;
/// assert_eq!(counted(1, "finding"), "1 finding");
/// assert_eq!(counted(0, "hand edit"), "0 hand edits");
/// assert_eq!(counted(2, "body"), "2 bodies");
/// ```
pub fn counted(many: usize, noun: &str) -> String {
    format!("{many} {}", noun_of(many, noun))
}

/// Returns the noun for so many, without the count.
pub fn noun_of(many: usize, noun: &str) -> String {
    let before_y = noun.strip_suffix('y');
    let before_y = before_y.filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match (many, before_y) {
        (1, _) => noun.to_owned(),
        (_, Some(stem)) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// Returns the one form of a word for one, the other for none and for several: "is" or "are".
pub fn agreeing<'w>(many: usize, one: &'w str, others: &'w str) -> &'w str {
    match many {
        1 => one,
        _ => others,
    }
}
