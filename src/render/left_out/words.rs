//! The words of a print, quick to be asked for a text.

use std::collections::HashMap;

use super::super::line;

/// The words of a print in their order, without capitals and without the signs between them.
pub(super) struct PrintedWords {
    text: String,
    words: Vec<String>,
    /// The places of each word.
    places: HashMap<String, Vec<usize>>,
}

impl PrintedWords {
    pub(super) fn new(text: &str) -> Self {
        let words = words_of(text);
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, word) in words.iter().enumerate() {
            places.entry(word.clone()).or_default().push(at);
        }
        Self {
            text: line(text),
            words,
            places,
        }
    }

    /// Says whether the print has all words of a text, one after the other. Where the text has none, its signs are
    /// looked for.
    pub(super) fn have(&self, text: &str) -> bool {
        let wanted = words_of(text);
        let none = Vec::new();
        let places = |word: &String| self.places.get(word).unwrap_or(&none);
        // The word that is met least often leads to the fewest places.
        let rarest = wanted.iter().enumerate();
        let Some((nth, rarest)) = rarest.min_by_key(|(_, word)| places(word).len()) else {
            return self.text.contains(&line(text));
        };
        places(rarest).iter().any(|at| {
            let start = at.checked_sub(nth);
            let found = start.and_then(|start| self.words.get(start..start + wanted.len()));
            found.is_some_and(|found| found == wanted)
        })
    }
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_whole_whatever_stands_around_it() {
        let print =
            PrintedWords::new("The force listens. It also\nlistens to “victims”, of 1,205 – £.");
        for text in ["the force listens", "listens to victims", "1,205", "£", " "] {
            assert!(print.have(text), "{text}");
        }
        for text in [
            "force is",
            "listens victims",
            "205 victims",
            "€",
            "of 1,205 calls",
        ] {
            assert!(!print.have(text), "{text}");
        }
    }
}
