//! Years in texts.

/// Returns the first year that a text names: "2021/22" → 2021.
pub fn year_in(text: &str) -> Option<u16> {
    text.split(|sign: char| !sign.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .find_map(|digits| digits.parse().ok())
}
