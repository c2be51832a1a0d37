//! Hand edits: knowing whether a sentence still says what it said when it was edited.

/// What a hand edit remembers of the sentence that it replaced: 16 hexadecimal digits that are the
/// same for the same words, on every machine and in every version.
///
/// ```
/// use assay::statement::basis;
/// assert_eq!(basis("The force listens."), basis("The force listens."));
/// assert_ne!(basis("The force listens."), basis("The force listens!"));
/// ```
pub fn basis(text: &str) -> String {
    format!("{:016x}", hash(text))
}

/// FNV-1a with 64 bits: short, and the same for ever. It guards against oversight, not against malice.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(basis(""), "cbf29ce484222325");
        assert_eq!(basis("a"), "af63dc4c8601ec8c");
        assert_eq!(basis("foobar"), "85944171f73967e8");
    }
}
