//! The words of a print, quick to be asked for a text.

use std::collections::HashMap;

use super::super::line;

/// The words of a print in their order, without capitals and without the signs between them.
pub(super) struct PrintedWords {
    text: String,
    /// Each word by its number, which is the place in `places` too.
    words: Vec<usize>,
    numbers: HashMap<String, usize>,
    /// The places of each word.
    places: Vec<Vec<usize>>,
}

impl PrintedWords {
    pub(super) fn new(text: String) -> Self {
        let mut words = Vec::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut places: Vec<Vec<usize>> = Vec::new();
        each_word(&text, |word| {
            let number = numbers.get(word).copied().unwrap_or_else(|| {
                numbers.insert(word.to_owned(), places.len());
                places.push(Vec::new());
                places.len() - 1
            });
            if let Some(places) = places.get_mut(number) {
                places.push(words.len());
            }
            words.push(number);
        });
        Self {
            text,
            words,
            numbers,
            places,
        }
    }

    /// Says whether the print has all words of a text, one after the other. Where the text has none, its signs are
    /// looked for.
    pub(super) fn have(&self, text: &str) -> bool {
        let mut wanted = Vec::new();
        each_word(text, |word| wanted.push(self.numbers.get(word).copied()));
        if wanted.is_empty() {
            return line(&self.text).contains(&line(text));
        }
        let Some(wanted) = wanted.into_iter().collect::<Option<Vec<usize>>>() else {
            return false;
        };
        let places = |word: &usize| self.places.get(*word).map_or(&[][..], Vec::as_slice);
        // The word that is met least often leads to the fewest places.
        let rarest = wanted.iter().enumerate();
        let rarest = rarest.min_by_key(|(_, word)| places(word).len());
        rarest.is_some_and(|(nth, rarest)| {
            places(rarest).iter().any(|at| {
                let start = at.checked_sub(nth);
                let found = start.and_then(|start| self.words.get(start..start + wanted.len()));
                found.is_some_and(|found| found == wanted)
            })
        })
    }
}

/// Hands on each word of a text in small letters.
fn each_word(text: &str, mut hand_on: impl FnMut(&str)) {
    let mut small = String::new();
    for word in text.split(|sign: char| !sign.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        match word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            true => hand_on(word),
            false => {
                small.clear();
                // A capital sigma at a word's end has a small letter of its own.
                match word.is_ascii() {
                    true => small.extend(word.chars().map(|sign| sign.to_ascii_lowercase())),
                    false => small.push_str(&word.to_lowercase()),
                }
                hand_on(&small);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_whole_whatever_stands_around_it() {
        let print = "The force listens. It also\nlistens to “victims”, of 1,205 – £.";
        let print = PrintedWords::new(print.to_owned());
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
