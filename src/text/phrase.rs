//! Words put together: a capital at the head, a list in a sentence.

/// Returns the text with a capital at its head.
///
/// ```
/// use assay::text::capital;
/// assert_eq!(capital("évidence of it"), "Évidence of it");
/// assert_eq!(capital(""), "");
/// ```
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next();
    let first = first.into_iter().flat_map(char::to_uppercase);
    first.chain(signs).collect()
}

/// Returns the text with a small letter at its head.
///
/// ```
/// use assay::text::uncapital;
/// assert_eq!(uncapital("What it is"), "what it is");
/// ```
pub fn uncapital(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next();
    let first = first.into_iter().flat_map(char::to_lowercase);
    first.chain(signs).collect()
}

/// Returns items as a sentence lists them, with a word before the last.
///
/// ```
/// use assay::text::listed;
/// assert_eq!(listed(&["one", "two", "three"], "and"), "one, two and three");
/// assert_eq!(listed(&["one"], "or"), "one");
/// ```
pub fn listed<T: AsRef<str>>(items: &[T], word: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        Some((last, before)) if !before.is_empty() => {
            format!("{} {word} {last}", before.join(", "))
        }
        _ => items.concat(),
    }
}
