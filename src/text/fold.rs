//! Words as they are looked for: without capitals, accents, apostrophes, and whatever else two people spell differently.
//!
//! [`fold`] is made of the folds of single characters, put one behind the other. So a part of a text always folds to
//! a part of what the text folds to, and whoever types what they see in a list finds it there.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

use super::visible::has_hidden;

/// Returns a text in which each letter with its accents is one character, where there is such a character (Unicode's NFC).
///
/// ```
/// use assay::text::composed;
///
/// assert_eq!(composed("Mo\u{302}n"), "Môn");
/// ```
pub fn composed(text: &str) -> Cow<'_, str> {
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    }
}

/// Returns a text as it is compared with others: its compatibility decomposition (Unicode's NFKD) in small letters,
/// without accents, apostrophes and what cannot be seen; letters that have no accent to lose in their nearest Latin
/// ones, and "&" as "and".
///
/// ```
/// use assay::text::fold;
///
/// assert_eq!(fold("Ynys Môn"), "ynys mon");
/// assert_eq!(fold("King’s & Queen's"), fold("kings AND queens"));
/// assert_eq!(fold("Siân Łukasz Søren Straße"), "sian lukasz soren strasse");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    // Nearly all that is looked through is plain, and is taken in one.
    while let Some((plain, behind)) = rest.split_at_checked(plain_bytes(rest)) {
        let from = folded.len();
        folded.push_str(plain);
        if let Some(plain) = folded.get_mut(from..) {
            plain.make_ascii_lowercase();
        }
        let mut behind = behind.chars();
        let Some(other) = behind.next() else {
            break;
        };
        fold_character(other, &mut folded);
        rest = behind.as_str();
    }
    folded
}

/// Returns how many bytes a text begins with that only lose their capitals.
fn plain_bytes(text: &str) -> usize {
    let is_plain = |byte: u8| byte.is_ascii() && !matches!(byte, b'\'' | b'`' | b'&');
    let mut bytes = text.bytes();
    bytes.position(|byte| !is_plain(byte)).unwrap_or(text.len())
}

fn fold_character(character: char, folded: &mut String) {
    match character {
        '\'' | '`' => {}
        '&' => folded.push_str("and"),
        // ASCII needs no table.
        ascii if ascii.is_ascii() => folded.push(ascii.to_ascii_lowercase()),
        other => decompose_compatible(other, |part| fold_part(part, folded)),
    }
}

/// Folds one character of a decomposition.
fn fold_part(part: char, folded: &mut String) {
    // Of these marks alone the order depends on the normal form, and without them none is left that could.
    if canonical_combining_class(part) != 0 {
        return;
    }
    let plain = match part {
        // Also the hamza and the okina, which keyboards lack.
        '‘' | '’' | '‛' | '′' | '\'' | '`' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' => "",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        '\u{2044}' => "/",
        '&' => "and",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Þ' | 'þ' => "th",
        'Ø' | 'ø' => "o",
        'Đ' | 'đ' | 'Ð' | 'ð' => "d",
        'Ħ' | 'ħ' => "h",
        'Ł' | 'ł' => "l",
        'Ŋ' | 'ŋ' => "n",
        'Ŧ' | 'ŧ' => "t",
        joiner if is_unseen(joiner) => "",
        // Twice over capitals, because ẞ, ς and ſ are each another letter's other form on one side only.
        other => {
            let small = other.to_lowercase().flat_map(char::to_uppercase);
            folded.extend(small.flat_map(char::to_lowercase));
            return;
        }
    };
    folded.push_str(plain);
}

/// Returns true for what joins, parts or turns other characters and is no character to a reader.
fn is_unseen(character: char) -> bool {
    let selects = matches!(
        character,
        '\u{34f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}'
    );
    selects || (!character.is_control() && has_hidden(character.encode_utf8(&mut [0; 4])))
}

/// Returns true where two names differ in nothing that [`fold`] or the blanks between words would tell apart.
///
/// ```
/// use assay::text::same;
///
/// assert!(same("Devon & Cornwall", " devon  and cornwall"));
/// assert!(!same("Devon", "Dorset"));
/// ```
pub fn same(one: &str, other: &str) -> bool {
    one == other
        || fold(one)
            .split_whitespace()
            .eq(fold(other).split_whitespace())
}

/// Words by which a list is narrowed.
///
/// ```
/// use assay::text::Query;
///
/// assert!(Query::new("mon").fits("Ynys Môn"));
/// assert!(Query::new("cornwall devon").fits("Devon & Cornwall"));
/// assert!(!Query::new("dorset").fits("Devon & Cornwall"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The typed words, folded, one blank between them.
    folded: String,
}

impl Query {
    /// Returns the words that were typed.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let words: Vec<&str> = folded.split_whitespace().collect();
        Self {
            folded: words.join(" "),
        }
    }

    /// Returns true where there are no words, so that everything fits.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Returns true where a text has every word, or a part that reads so.
    pub fn fits(&self, text: &str) -> bool {
        let text = fold(text);
        self.words().all(|word| text.contains(word))
    }

    /// Returns how well a text fits that is folded already: 0 where it has the words one behind the other, 1 where it
    /// has each of them; `None` where one is missing.
    pub fn rank_folded(&self, folded: &str) -> Option<usize> {
        match folded.contains(&self.folded) {
            true => Some(0),
            false => self.words().all(|word| folded.contains(word)).then_some(1),
        }
    }

    /// Returns true where every word begins a word of the text.
    pub fn begins_words_of(&self, text: &str) -> bool {
        let text = fold(text);
        self.words().all(|word| {
            let mut places = text.match_indices(word);
            places.any(|(at, _)| begins_word(&text, at))
        })
    }

    /// Returns how well a name fits, with other texts that are said of it: 0 where it is the words, 1 where it begins
    /// with them, 2 where it has them in their order, from 3 on where the other texts up to one of them are needed too;
    /// `None` where nothing has every word.
    pub fn rank(&self, name: &str, others: &[&str]) -> Option<usize> {
        let mut all = fold(name);
        let first = match all.find(&self.folded) {
            _ if self.is_empty() || all == self.folded => Some(0),
            Some(0) => Some(1),
            Some(_) => Some(2),
            None => None,
        };
        if first.is_some() {
            return first;
        }
        let has_all = |text: &str| self.words().all(|word| text.contains(word));
        if has_all(&all) {
            return Some(3);
        }
        others
            .iter()
            .position(|other| {
                all.push(' ');
                all.push_str(&fold(other));
                has_all(&all)
            })
            .map(|nth| nth + 3)
    }

    /// Returns the stretches of a text in which the words are found, in their order and apart from each other: what a
    /// list marks of it. Of a word that is there more than once, the first that begins a word.
    pub fn found_in(&self, text: &str) -> Vec<Range<usize>> {
        let origins = Origins::of(text);
        let words = self.sought(&origins.folded);
        let first = words.filter_map(|word| {
            let mut places = origins.folded.match_indices(word).map(|(at, _)| at);
            let first = places.clone().find(|at| begins_word(&origins.folded, *at));
            origins.stretch(first.or_else(|| places.next())?, word)
        });
        apart(first.collect())
    }

    /// Returns every stretch of a text in which the words are found, in their order and apart from each other: the words one
    /// behind the other or, where they nowhere stand so, each of them; nothing where one is missing.
    pub fn all_in(&self, text: &str) -> Vec<Range<usize>> {
        let origins = Origins::of(text);
        if self.is_empty() || self.rank_folded(&origins.folded).is_none() {
            return Vec::new();
        }
        let words = self.sought(&origins.folded);
        let all = words.flat_map(|word| {
            let places = origins.folded.match_indices(word);
            places.filter_map(|(at, _)| origins.stretch(at, word))
        });
        apart(all.collect())
    }

    /// Returns those of the stretches of [`Query::all_in`] that stand by themselves, and not in a longer word.
    pub fn words_in(&self, text: &str) -> Vec<Range<usize>> {
        let is_part = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        let mut all = self.all_in(text);
        all.retain(|range| {
            let before = text.get(..range.start).unwrap_or_default();
            let behind = text.get(range.end..).unwrap_or_default();
            !is_part(before.chars().next_back()) && !is_part(behind.chars().next())
        });
        all
    }

    /// Returns what is looked for in a folded text: the words in one where it has them so, else one by one.
    fn sought<'q>(&'q self, folded: &str) -> impl Iterator<Item = &'q str> + use<'q> {
        let whole = Some(self.folded.as_str()).filter(|it| !it.is_empty() && folded.contains(it));
        whole
            .into_iter()
            .chain(self.words().filter(move |_| whole.is_none()))
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.folded.split_whitespace()
    }
}

/// A folded text that knows where it comes from.
struct Origins<'t> {
    text: &'t str,
    folded: String,
    /// Of each byte of the fold, the character that it comes from.
    origins: Vec<Range<usize>>,
}

impl<'t> Origins<'t> {
    fn of(text: &'t str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut origins: Vec<Range<usize>> = Vec::with_capacity(text.len());
        for (at, character) in text.char_indices() {
            fold_character(character, &mut folded);
            origins.resize(folded.len(), at..at + character.len_utf8());
        }
        Self {
            text,
            folded,
            origins,
        }
    }

    /// Returns the stretch of the text that a word of its fold comes from, with the marks on its last letter.
    fn stretch(&self, at: usize, word: &str) -> Option<Range<usize>> {
        let end = self.origins.get((at + word.len()).checked_sub(1)?)?.end;
        let behind = self.text.get(end..).unwrap_or_default();
        let letters = behind.trim_start_matches(|sign| canonical_combining_class(sign) != 0);
        let end = self.text.len() - letters.len();
        Some(self.origins.get(at)?.start..end)
    }
}

/// Sorts stretches, and joins those that meet.
fn apart(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Returns true where a word of the text begins at a place.
fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|sign| !sign.is_alphanumeric())
}

#[cfg(test)]
mod tests;
