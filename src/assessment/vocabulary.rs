//! The words that are offered, and those that sentences are read and made by: `assets/words.toml`, read once.
//!
//! The file is ours alone, so serde reads it; a test does so before it is shipped.

use std::collections::HashMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../assets/words.toml");

static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// Returns the words that the program knows.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    &VOCABULARY
}

macro_rules! lists {
    ($($list:ident: $of:ty,)*) => {
        /// Lists of words, each explained in `assets/words.toml`.
        #[derive(Debug, Default, serde::Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub(crate) struct Vocabulary {
            $(#[serde(borrow)] pub(crate) $list: Vec<$of>,)*
            /// The choices for a field of a finding, by its key: word, title and meaning.
            #[serde(borrow)] pub(crate) choices: HashMap<&'static str, Vec<[&'static str; 3]>>,
        }
    };
}

lists! {
    nouns: &'static str,
    nouns_of_one_kind: [&'static str; 2],
    offices: &'static str,
    markings: &'static str,
    deadlines: &'static str,
    evidence_kinds: &'static str,
    majesties: [&'static str; 2],
    openers: &'static str,
    openers_of_praise: &'static str,
    openers_of_need: &'static str,
    turns_again: &'static str,
    common: &'static str,
    shortened: &'static str,
    light: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_are_shipped_can_be_read() {
        let read = toml::from_str::<Vocabulary>(TEXT);
        assert!(read.is_ok(), "{read:?}");
    }
}
