//! A sentence as words, each with all that it could be.

use std::ops::Range;

use super::letters::{core_range, written};
use super::lexicon::{self, Classes};
use super::word_set::WordSet;

pub(super) use super::letters::core;
pub(super) use super::uses::Uses;

/// Endings of adjectives.
const ADJECTIVE_ENDINGS: [&str; 10] = [
    "al", "ous", "ful", "ive", "less", "able", "ible", "ic", "ary", "ish",
];

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// The word with the signs around it.
    pub(super) raw: &'t str,
    /// The byte at which it begins in the text.
    pub(super) at: usize,
    /// The signs before it.
    pub(super) before: &'t str,
    /// The signs after it.
    pub(super) after: &'t str,
    /// The word in small letters, with straight apostrophes.
    pub(super) word: &'t str,
    /// Its hash, by which lists of words know it.
    pub(super) hash: u64,
    /// Its classes as it stands.
    pub(super) classes: Classes,
    /// All that it could be here.
    pub(super) uses: Uses,
    /// All that the words beside it tell of it, once that is noted.
    pub(super) marks: Marks,
}

/// All that the words beside a word tell of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// Its index and the number of words among which it was told.
    pub(super) stands: (usize, usize),
    /// True where it opens a clause that wants a finite verb of its own.
    pub(super) opens: bool,
    /// True where a clause surely opens behind it.
    pub(super) joins: bool,
    /// True for an auxiliary that is no noun and no name here.
    pub(super) auxiliary: bool,
    /// True where it may be a finite verb.
    pub(super) finite: bool,
    /// True for one that goes on with another: "plans and reviews".
    pub(super) goes_on: bool,
}

impl<'t> Token<'t> {
    fn new(raw: &'t str, place: &WordPlace, word: &'t str, is_first: bool) -> Self {
        let at = place.raw.start;
        let hash = lexicon::hash(word);
        let (before, rest) = raw.split_at_checked(place.core.start).unwrap_or(("", raw));
        let (core, after) = rest
            .split_at_checked(place.core.len())
            .unwrap_or((rest, ""));
        let (written, is_upper) = written(core, is_first);
        // "IT", "US" and "WHO" are no pronouns.
        let is_abbreviation = core.len() > 1 && is_upper;
        let known = lexicon::classes_of(hash).filter(|_| !is_abbreviation);
        let mut token = Self {
            raw,
            at,
            before,
            after,
            word,
            hash,
            classes: known.unwrap_or_default(),
            uses: written,
            marks: Marks::default(),
        };
        let month_or_name = token.uses.any(Uses::CAPITAL) || is_first;
        let ambiguous = matches!(word, "may" | "will") && month_or_name;
        if token.auxiliary().is_some() && !ambiguous {
            token.uses.add(Uses::AUXILIARY.or(Uses::KNOWN));
            return token;
        }
        token.uses.add_if(known.is_some(), Uses::KNOWN);
        if is_abbreviation {
            return token;
        }
        let owns = after.starts_with(['\'', '’']) && word.ends_with('s');
        token.uses.add_if(word.ends_with("'s") || owns, Uses::OWNER);
        token.add_uses_of_classes();
        token.add_uses_of_stems();
        token.set_right();
        token
    }

    /// Adds what the word could be by its own entry.
    fn add_uses_of_classes(&mut self) {
        let is = |class| self.classes.any(class);
        let mut uses = Uses::default();
        uses.add_if(is(Classes::VERB.or(Classes::BASE)), Uses::BASE);
        uses.add_if(is(Classes::NOUN), Uses::NOUN);
        uses.add_if(
            is(Classes::ADJECTIVE.or(Classes::PLAIN_ADJECTIVE)),
            Uses::ADJECTIVE,
        );
        uses.add_if(is(Classes::ADVERB), Uses::ADVERB);
        let past = match (is(Classes::PAST), is(Classes::PARTICIPLE)) {
            (true, true) => Uses::PAST,
            (true, false) => Uses::PAST_ONLY,
            (false, true) => Uses::PARTICIPLE,
            (false, false) => Uses::default(),
        };
        uses.add(past);
        self.uses.add(uses);
    }

    /// Adds what it could be as a form of another word.
    fn add_uses_of_stems(&mut self) {
        if let Some(stem) = lexicon::of_stem_s(self.word) {
            let verb = stem.any(Classes::VERB);
            self.uses.add(Uses::KNOWN);
            self.uses.add_if(verb, Uses::THIRD);
            self.uses
                .add_if(stem.any(Classes::NOUN) || !verb, Uses::NOUNS);
        }
        let compared = !self.can_be(Uses::BASE.or(Uses::NOUN)) && lexicon::is_compared(self.word);
        self.uses.add_if(compared, Uses::ADJECTIVE.or(Uses::KNOWN));
        let ed = lexicon::of_stem_ed(self.word).is_some();
        let ing = lexicon::of_stem_ing(self.word).is_some();
        self.uses.add_if(ed, Uses::PAST.or(Uses::KNOWN));
        self.uses.add_if(ing, Uses::ING.or(Uses::KNOWN));
    }

    /// Sets right what the dictionary says too much or too little of.
    fn set_right(&mut self) {
        let is = |class| self.classes.any(class);
        let uses = self.uses;
        let verb = uses.any(Uses::BASE);
        let adverb = self.word.ends_with("ly") && !verb && !is(Classes::NO_ADVERB);
        if adverb && (uses.any(Uses::ADVERB) || !uses.any(Uses::NOUN)) {
            self.uses.add(Uses::ADVERB.or(Uses::KNOWN));
        }
        let ending = || {
            let mut endings = ADJECTIVE_ENDINGS.iter();
            endings.any(|ending| self.word.ends_with(ending))
        };
        let adjective = self.word.len() > 5 && !uses.any(Uses::NOUN.or(Uses::BASE)) && ending();
        self.uses.add_if(adjective, Uses::ADJECTIVE);
        if is(Classes::PLURAL_NOUN) {
            self.uses.remove(Uses::NOUN);
            self.uses.add(Uses::NOUNS.or(Uses::KNOWN));
        }
        if is(Classes::NO_VERB) {
            self.uses.remove(Uses::FINITE);
            self.uses.add(Uses::KNOWN);
            self.uses.add_if(is(Classes::PLURAL_VERB), Uses::BASE);
        }
        if self.is_closed() || self.word == "not" {
            self.uses.remove(
                Uses::FINITE
                    .or(Uses::PARTICIPLE)
                    .or(Uses::ING)
                    .or(Uses::ANY_NOUN),
            );
            self.uses.add(Uses::KNOWN);
        }
        if is(Classes::MIDDLE_ADVERB) {
            self.uses.remove(Uses::FINITE);
            self.uses.add(Uses::ADVERB.or(Uses::KNOWN));
        }
    }

    /// Returns the place of the word in the text, without the signs around it.
    pub(super) fn range(&self) -> Range<usize> {
        self.at + self.before.len()..self.at + self.raw.len() - self.after.len()
    }

    /// Returns true where the word has a class.
    pub(super) fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    /// Returns true where the word could be used so.
    pub(super) fn can_be(&self, uses: Uses) -> bool {
        self.uses.any(uses)
    }

    /// Returns true where it is one of these words.
    pub(super) fn is_one_of(&self, words: &WordSet) -> bool {
        words.has(self.word, self.hash)
    }

    /// Returns true where it is of a closed class: a determiner, a preposition, a pronoun …
    pub(super) fn is_closed(&self) -> bool {
        self.is(Classes::CLOSED) || self.word == "to"
    }

    /// Returns true where it is an adverb, and could be no verb here.
    pub(super) fn is_adverb(&self) -> bool {
        self.can_be(Uses::ADVERB)
            && (!self.is(Classes::NO_ADVERB) || self.word == "only")
            && !self.can_be(Uses::THIRD.or(Uses::PAST_ONLY))
            && (self.is(Classes::MIDDLE_ADVERB) || self.word.ends_with("ly"))
    }

    /// Returns the kind of auxiliary that it could be: one of the classes, or `CONTRACTED` where that cannot be seen.
    pub(super) fn auxiliary(&self) -> Option<Classes> {
        let kinds = [
            Classes::BE,
            Classes::HAVE,
            Classes::DO,
            Classes::MODAL,
            Classes::CONTRACTED,
        ];
        if let Some(listed) = kinds.into_iter().find(|kind| self.is(*kind)) {
            return Some(listed);
        }
        match self.word.as_bytes() {
            [.., b'\'', b'r', b'e'] | [.., b'\'', b'm'] => Some(Classes::BE),
            [.., b'\'', b'v', b'e'] => Some(Classes::HAVE),
            [.., b'\'', b'l', b'l'] | [.., b'\'', b'd'] => Some(Classes::MODAL),
            _ => None,
        }
    }

    /// Returns true where a quotation mark stands before it.
    pub(super) fn opens_quotation(&self) -> bool {
        self.before.contains(['“', '"', '‘'])
    }

    /// Returns true where it stands in quotation marks by itself, and no more than a mark follows: "\"Banter\" is".
    pub(super) fn is_mentioned(&self) -> bool {
        self.before.chars().count() == 1 && matches!(self.after, "”" | "\"" | "’")
    }

    /// Returns true where a sign stands between it and the next word.
    pub(super) fn is_parted(&self) -> bool {
        !self.after.is_empty()
    }

    /// Returns true where it is an auxiliary or a verb that agrees with one subject.
    pub(super) fn agrees_with_one(&self) -> bool {
        match self.can_be(Uses::AUXILIARY) {
            true => !self.is(Classes::PLURAL_AUXILIARY),
            false => self.can_be(Uses::OF_ONE),
        }
    }

    /// Returns true where it is an auxiliary or a verb that agrees with several.
    pub(super) fn agrees_with_several(&self) -> bool {
        match self.can_be(Uses::AUXILIARY) {
            true => !self.is(Classes::SINGULAR_AUXILIARY),
            false => self.can_be(Uses::OF_SEVERAL),
        }
    }
}

/// The place of a word.
struct WordPlace {
    /// In the text, with the signs around it.
    raw: Range<usize>,
    /// In that, without them.
    core: Range<usize>,
    /// In the text in small letters.
    small: Range<usize>,
}

/// A text in small letters, with the place of each of its words in both.
pub(super) struct Words {
    small: String,
    places: Vec<WordPlace>,
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let is_ascii = text.is_ascii();
        let mut words = Self {
            small: match is_ascii {
                true => text.to_ascii_lowercase(),
                false => String::with_capacity(text.len()),
            },
            places: Vec::with_capacity(text.len() / 4),
        };
        let blanks = text.bytes().enumerate();
        let blanks = blanks.filter_map(|(at, byte)| (byte == b' ').then_some(at));
        let mut at = 0;
        for end in blanks.chain([text.len()]) {
            if let Some(raw) = text.get(at..end).filter(|raw| !raw.is_empty()) {
                let core = core_range(raw);
                let small = match is_ascii {
                    true => at + core.start..at + core.end,
                    false => words.add_small(raw.get(core.clone()).unwrap_or_default()),
                };
                words.places.push(WordPlace {
                    raw: at..end,
                    core,
                    small,
                });
            }
            at = end + 1;
        }
        words
    }

    /// Adds a word in small letters, with straight apostrophes, and returns its place.
    fn add_small(&mut self, word: &str) -> Range<usize> {
        let start = self.small.len();
        if word.is_ascii() {
            self.small.push_str(word);
            if let Some(added) = self.small.get_mut(start..) {
                added.make_ascii_lowercase();
            }
        } else {
            let signs = word.chars().map(|sign| match sign {
                '’' => '\'',
                sign => sign,
            });
            self.small.extend(signs.flat_map(char::to_lowercase));
        }
        start..self.small.len()
    }

    /// Returns true where one of the words is one of these.
    pub(super) fn have(&self, words: &WordSet) -> bool {
        let mut all = self.places.iter();
        all.any(|place| {
            let word = self.small.get(place.small.clone()).unwrap_or_default();
            words.has(word, lexicon::hash(word))
        })
    }

    /// Returns all words as tokens.
    pub(super) fn tokens<'t>(&'t self, text: &'t str) -> Vec<Token<'t>> {
        let mut tokens = Vec::with_capacity(self.places.len());
        for (nth, place) in self.places.iter().enumerate() {
            let raw = text.get(place.raw.clone());
            let word = self.small.get(place.small.clone());
            if let Some((raw, word)) = raw.zip(word) {
                tokens.push(Token::new(raw, place, word, nth == 0));
            }
        }
        tokens
    }
}
