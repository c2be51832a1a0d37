//! A sentence as words, each with all that it could be.

use std::ops::Range;

use super::lexicon::{self, Classes};

/// Endings of adjectives.
const ADJECTIVE_ENDINGS: [&str; 10] = [
    "al", "ous", "ful", "ive", "less", "able", "ible", "ic", "ary", "ish",
];

/// The uses that a word could have where it stands: more than one, as a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses(u16);

impl Uses {
    /// A finite auxiliary.
    pub(super) const AUXILIARY: Self = Self(1);
    /// A verb in the third person: "records".
    pub(super) const THIRD: Self = Self(1 << 1);
    /// A verb as it stands in the dictionary: "record".
    pub(super) const BASE: Self = Self(1 << 2);
    /// A past that is no participle: "took".
    pub(super) const PAST_ONLY: Self = Self(1 << 3);
    /// A past or a participle: "recorded".
    pub(super) const PAST: Self = Self(1 << 4);
    /// A participle that is no past: "taken".
    pub(super) const PARTICIPLE: Self = Self(1 << 5);
    /// A verb in -ing.
    pub(super) const ING: Self = Self(1 << 6);
    /// A noun in the singular.
    pub(super) const NOUN: Self = Self(1 << 7);
    /// A noun in the plural.
    pub(super) const NOUNS: Self = Self(1 << 8);
    /// An adjective.
    pub(super) const ADJECTIVE: Self = Self(1 << 9);
    /// An adverb.
    pub(super) const ADVERB: Self = Self(1 << 10);
    /// A word that is known at all.
    pub(super) const KNOWN: Self = Self(1 << 11);
    /// Written with a capital that no sentence asks for.
    pub(super) const CAPITAL: Self = Self(1 << 12);
    /// Written with a digit.
    pub(super) const DIGIT: Self = Self(1 << 13);
    /// A possessive in -'s.
    pub(super) const OWNER: Self = Self(1 << 14);
    /// Written with a hyphen or a stroke.
    pub(super) const HYPHEN: Self = Self(1 << 15);

    /// Any finite verb that is no auxiliary.
    pub(super) const FINITE: Self =
        Self(Self::THIRD.0 | Self::BASE.0 | Self::PAST_ONLY.0 | Self::PAST.0);
    /// A verb that agrees with one subject.
    pub(super) const OF_ONE: Self = Self(Self::THIRD.0 | Self::PAST_ONLY.0 | Self::PAST.0);
    /// A verb that agrees with several.
    pub(super) const OF_SEVERAL: Self = Self(Self::BASE.0 | Self::PAST_ONLY.0 | Self::PAST.0);
    /// Any participle of the passive or of the perfect.
    pub(super) const PARTICIPLES: Self = Self(Self::PAST.0 | Self::PARTICIPLE.0);
    /// A noun.
    pub(super) const ANY_NOUN: Self = Self(Self::NOUN.0 | Self::NOUNS.0);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    fn add(&mut self, uses: Self) {
        self.0 |= uses.0;
    }

    fn add_if(&mut self, is: bool, uses: Self) {
        if is {
            self.add(uses);
        }
    }

    fn remove(&mut self, uses: Self) {
        self.0 &= !uses.0;
    }
}

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
    /// Its classes as it stands.
    pub(super) classes: Classes,
    /// All that it could be here.
    pub(super) uses: Uses,
}

impl<'t> Token<'t> {
    fn new(raw: &'t str, at: usize, word: &'t str, is_first: bool) -> Self {
        let core = core(raw);
        let start = match core {
            "" => 0,
            _ => raw.len() - raw.trim_start_matches(is_sign).len(),
        };
        let (before, rest) = raw.split_at_checked(start).unwrap_or(("", raw));
        let after = rest.get(core.len()..).unwrap_or_default();
        // "IT", "US" and "WHO" are no pronouns.
        let is_abbreviation = core.len() > 1 && core.chars().all(char::is_uppercase);
        let known = lexicon::classes(word).filter(|_| !is_abbreviation);
        let mut token = Self {
            raw,
            at,
            before,
            after,
            word,
            classes: known.unwrap_or_default(),
            uses: written(core, is_first),
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
        let ending = ADJECTIVE_ENDINGS
            .iter()
            .any(|ending| self.word.ends_with(ending));
        let adjective = ending && self.word.len() > 5 && !uses.any(Uses::NOUN.or(Uses::BASE));
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
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.word)
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
        let listed = kinds.into_iter().find(|kind| self.is(*kind));
        let endings = [
            ("'re", Classes::BE),
            ("'m", Classes::BE),
            ("'ve", Classes::HAVE),
            ("'ll", Classes::MODAL),
            ("'d", Classes::MODAL),
        ];
        let ending = || {
            endings
                .into_iter()
                .find(|(ending, _)| self.word.ends_with(ending))
        };
        listed.or_else(|| ending().map(|(_, kind)| kind))
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

/// Returns a word without the signs around it.
pub(super) fn core(raw: &str) -> &str {
    raw.trim_matches(is_sign)
}

/// Returns true for a sign that is no part of a word beside it.
fn is_sign(sign: char) -> bool {
    !sign.is_alphanumeric() && sign != '£'
}

/// Returns what the letters of a word show.
fn written(core: &str, is_first: bool) -> Uses {
    let mut uses = Uses::default();
    let mut letters = core.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && !is_first;
    uses.add_if(capital || letters.any(char::is_uppercase), Uses::CAPITAL);
    uses.add_if(core.bytes().any(|byte| byte.is_ascii_digit()), Uses::DIGIT);
    uses.add_if(core.contains(['-', '/']), Uses::HYPHEN);
    uses
}

/// A text in small letters, with the place of each of its words in both.
pub(super) struct Words {
    small: String,
    places: Vec<(Range<usize>, Range<usize>)>,
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let mut words = Self {
            small: String::with_capacity(text.len()),
            places: Vec::with_capacity(text.len() / 5),
        };
        let mut at = 0;
        for raw in text.split(' ') {
            let end = at + raw.len();
            if !raw.is_empty() {
                let start = words.small.len();
                words.add_small(core(raw));
                words.places.push((at..end, start..words.small.len()));
            }
            at = end + 1;
        }
        words
    }

    /// Adds a word in small letters, with straight apostrophes.
    fn add_small(&mut self, word: &str) {
        if word.is_ascii() {
            let small = word
                .bytes()
                .map(|byte| char::from(byte.to_ascii_lowercase()));
            return self.small.extend(small);
        }
        let signs = word.chars().map(|sign| match sign {
            '’' => '\'',
            sign => sign,
        });
        self.small.extend(signs.flat_map(char::to_lowercase));
    }

    /// Returns the first sentence as tokens.
    pub(super) fn tokens<'t>(&'t self, text: &'t str) -> Vec<Token<'t>> {
        let places = self.places.iter().enumerate();
        let tokens = places.filter_map(|(nth, (at, small))| {
            let (raw, word) = (text.get(at.clone())?, self.small.get(small.clone())?);
            Some(Token::new(raw, at.start, word, nth == 0))
        });
        tokens.collect()
    }
}
