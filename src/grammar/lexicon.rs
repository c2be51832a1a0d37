//! The words that are known, each with its classes: one table, made from the dictionary and `assets/grammar.toml`.
//!
//! The table is a hash table laid out in a file, so that nothing is read when the program starts and a word costs some
//! ten nanoseconds. `tests/it/lexicon.rs` makes it, and says when it is older than what it is made from.

/// The table: [`SLOTS`] slots of four bytes, then the sets of classes that the slots name, eight bytes each.
static TABLE: &[u8] = include_bytes!("../../assets/lexicon.bin");

/// The number of slots in the table; a power of two.
pub const SLOTS: usize = 1 << 16;

/// The number of bits of a slot that name a set of classes; the others are of the word's hash.
pub const SET_BITS: u32 = 10;

/// A set of classes of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u64);

macro_rules! classes {
    ($($bit:literal $name:ident = $list:literal)*) => {
        impl Classes {
            $(
                #[doc = concat!("The class \"", $list, "\".")]
                pub const $name: Self = Self(1 << $bit);
            )*

            /// Every class with its name: that of its list in `assets/grammar.toml`, but for the first eight and "counted", which
            /// are made from the dictionary and the irregular verbs.
            pub const NAMED: &[(&str, Self)] = &[$(($list, Self::$name)),*];
        }
    };
}

classes! {
    // From the dictionary: stems.
    0 VERB = "verb"
    1 NOUN = "noun"
    2 ADJECTIVE = "adjective"
    3 ADVERB = "adverb"
    4 ALSO_NAME = "also-name"
    // From the irregular verbs: forms.
    5 BASE = "base"
    6 PAST = "past"
    7 PARTICIPLE = "participle"
    // The lists.
    8 DETERMINER = "determiners"
    9 POSSESSIVE = "possessives"
    10 QUANTIFIER = "quantifiers"
    11 NUMBER = "numbers"
    12 PREPOSITION = "prepositions"
    13 SUBORDINATOR = "subordinators"
    14 CONJUNCTION = "conjunctions"
    15 COORDINATOR = "coordinators"
    16 PRONOUN = "pronouns"
    17 SUBJECT_PRONOUN = "subject-pronouns"
    18 BE = "be"
    19 HAVE = "have"
    20 DO = "do"
    21 MODAL = "modals"
    22 CONTRACTED = "contracted"
    23 SINGULAR_AUXILIARY = "singular-auxiliaries"
    24 PLURAL_AUXILIARY = "plural-auxiliaries"
    25 PARTICLE = "particles"
    26 MIDDLE_ADVERB = "middle-adverbs"
    27 NO_ADVERB = "no-adverbs"
    28 NO_VERB = "no-verbs"
    29 PLURAL_VERB = "plural-verbs"
    30 PLAIN_ADJECTIVE = "adjectives"
    31 PLURAL_NOUN = "plural-nouns"
    32 TWO_OBJECTS = "two-objects"
    33 TIME = "times"
    34 PERFECT = "perfects"
    35 PARTICIPIAL_ADJECTIVE = "participial-adjectives"
    36 EMPTY_IT = "empty-it"
    37 OF_SOMEBODY = "of-somebody"
    38 ORDINARY = "ordinary"
    39 NAME = "names"
    40 WEATHER = "weather"
    41 DEGREE = "degrees"
    42 SEEMING = "seeming"
    // From the dictionary: nouns that have a plural, and are nothing else.
    43 COUNTED = "counted"
}

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);

    /// The classes of words that stand before a noun.
    pub const BEFORE_NOUN: Self = Self::DETERMINER
        .or(Self::POSSESSIVE)
        .or(Self::QUANTIFIER)
        .or(Self::NUMBER);

    /// The closed classes: determiners, prepositions, pronouns and the like.
    pub const CLOSED: Self = Self::BEFORE_NOUN
        .or(Self::PREPOSITION)
        .or(Self::SUBORDINATOR)
        .or(Self::CONJUNCTION)
        .or(Self::COORDINATOR)
        .or(Self::PRONOUN);

    /// Returns the classes of both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns true where the sets have a class in common.
    pub const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// The sum of no letters.
const START: u64 = 0xcbf2_9ce4_8422_2325;

/// Returns the hash of a word in small letters: FNV-1a, stirred once.
pub const fn hash(word: &str) -> u64 {
    stirred(added(START, word))
}

/// Returns the sum of a word with letters behind it, from that of the word.
const fn added(sum: u64, letters: &str) -> u64 {
    let mut sum = sum;
    let mut bytes = letters.as_bytes();
    while let [byte, rest @ ..] = bytes {
        sum = (sum ^ *byte as u64).wrapping_mul(0x100_0000_01b3);
        bytes = rest;
    }
    sum
}

const fn stirred(sum: u64) -> u64 {
    sum ^ (sum >> 29)
}

/// Returns the part of a hash that a slot holds; never 0, which is an empty slot.
pub const fn tag(hash: u64) -> u32 {
    let tag = (hash >> 32) as u32 >> SET_BITS;
    if tag == 0 { 1 } else { tag }
}

/// Returns the classes of a word in small letters as it stands; `None` where the table has no such word.
pub fn classes(word: &str) -> Option<Classes> {
    classes_of(hash(word))
}

/// Returns the classes of a stem with letters behind it.
fn classes_with(stem: &str, letters: &str) -> Option<Classes> {
    classes_of(stirred(added(added(START, stem), letters)))
}

/// Returns the classes of a word that has this hash.
pub(super) fn classes_of(hash: u64) -> Option<Classes> {
    let tag = tag(hash);
    let (slots, _) = TABLE.as_chunks::<4>();
    let mut at = hash as usize & (SLOTS - 1);
    loop {
        let slot = u32::from_le_bytes(*slots.get(at)?);
        if slot == 0 {
            return None;
        }
        if slot >> SET_BITS == tag {
            let (sets, _) = TABLE.get(SLOTS * 4..)?.as_chunks::<8>();
            let set = sets.get((slot & ((1 << SET_BITS) - 1)) as usize)?;
            return Some(Classes(u64::from_le_bytes(*set)));
        }
        at = (at + 1) & (SLOTS - 1);
    }
}

/// Returns true where the table has a word in small letters, or that of which it is a form.
pub fn is_word(word: &str) -> bool {
    let inflected = Classes::NOUN.or(Classes::VERB).or(Classes::BASE);
    let plural = || of_stem_s(word).is_some_and(|stem| stem.any(inflected));
    let verb = || of_stem_ed(word).or_else(|| of_stem_ing(word)).is_some();
    classes(word).is_some() || plural() || verb() || is_compared(word)
}

/// Returns the classes of the stem of a word in -s: of a plural, or of a verb's third person.
pub(super) fn of_stem_s(word: &str) -> Option<Classes> {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 1)?;
    if stem.ends_with('s') {
        return None;
    }
    let es = word.strip_suffix("es").filter(|stem| {
        stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh")
    });
    let ies = word.strip_suffix("ies");
    all([
        classes(stem),
        es.and_then(classes),
        ies.and_then(|stem| classes_with(stem, "y")),
    ])
}

/// Returns the classes of the verb of a regular past.
pub(super) fn of_stem_ed(word: &str) -> Option<Classes> {
    let stem = word.strip_suffix("ed")?;
    let y = stem.strip_suffix('i');
    let y = y.and_then(|stem| classes_with(stem, "y"));
    all([of_stem(stem), y.filter(is_verb)])
}

/// Returns true for a comparative or superlative of an adjective: "shorter", "busiest".
pub(super) fn is_compared(word: &str) -> bool {
    let stem = word.strip_suffix("er").or_else(|| word.strip_suffix("est"));
    let Some(stem) = stem.filter(|stem| stem.len() > 1) else {
        return false;
    };
    let mut letters = stem.chars();
    let last = letters.next_back();
    let single = last.filter(|last| letters.as_str().ends_with(*last));
    let single = single.and_then(|last| stem.strip_suffix(last));
    let adjective = |it: Classes| it.any(Classes::ADJECTIVE.or(Classes::PLAIN_ADJECTIVE));
    let y = || classes_with(stem.strip_suffix('i')?, "y");
    classes(stem).is_some_and(adjective)
        || classes_with(stem, "e").is_some_and(adjective)
        || y().is_some_and(adjective)
        || single.and_then(classes).is_some_and(adjective)
}

/// Returns the classes of the verb of a word in -ing.
pub(super) fn of_stem_ing(word: &str) -> Option<Classes> {
    of_stem(word.strip_suffix("ing")?)
}

/// Returns the classes of the verb that lost an e, or doubled its last letter, before an ending.
fn of_stem(stem: &str) -> Option<Classes> {
    let last = stem.chars().next_back().filter(|_| stem.len() > 1)?;
    let single = stem
        .strip_suffix(last)
        .filter(|rest| rest.len() > 1 && rest.ends_with(last));
    let found = [
        classes(stem),
        classes_with(stem, "e"),
        single.and_then(classes),
    ];
    all(found.map(|it| it.filter(is_verb)))
}

fn is_verb(classes: &Classes) -> bool {
    classes.any(Classes::VERB)
}

fn all<const N: usize>(found: [Option<Classes>; N]) -> Option<Classes> {
    found.into_iter().flatten().reduce(Classes::or)
}
