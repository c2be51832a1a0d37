//! Voices: what differs from one inspector and round to the next in how the same findings are spoken.

use super::declare::choice;

choice! {
    /// Who speaks in a frame: the inspector, or the inspectorate.
    #[derive(Default)]
    Person {
        /// "I am pleased".
        #[default]
        Singular = "I",
        /// "We are pleased".
        Plural = "we",
    }
}

choice! {
    /// The time in which a frame speaks.
    Tense {
        /// "I am pleased".
        Present = "present",
        /// "I was pleased".
        Past = "past",
    }
}

choice! {
    /// The side that a frame or an opening takes.
    Tone {
        /// It speaks for the body.
        Praise = "praise",
        /// It asks something of the body, or is worried.
        Concern = "concern",
    }
}

/// A manner of speaking that a framework offers by name. What it leaves out is as the framework's own
/// [`Wording`](super::Wording) and [`LookAhead`](super::LookAhead) have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// Identity, what a draft names.
    pub id: String,
    /// A sentence about it, for people who choose.
    pub about: String,
    /// The title line.
    pub title: Option<String>,
    /// The first paragraph; none is spoken where it is empty.
    pub greeting: Option<String>,
    /// The words that turn, used in turn.
    pub contrast: Option<Vec<String>>,
    /// The most words that two joined sentences may have.
    pub join_words: Option<usize>,
    /// Who speaks in frames.
    pub person: Option<Person>,
    /// True where "I am" is "I'm".
    pub contracted: Option<bool>,
    /// True where the grades of pillars are spoken.
    pub pillar_grades: Option<bool>,
    /// True where a need calls the body "it".
    pub needs_say_it: Option<bool>,
    /// True where a list by grade is one sentence.
    pub lists_run_on: Option<bool>,
    /// The look-ahead's words for its first item.
    pub first: Option<String>,
    /// The look-ahead's words for each later item.
    pub next: Option<String>,
}

/// A name in braces that stands for the speaker with a verb, so that voice and finding choose person, tense and
/// contraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name, without its braces.
    pub name: &'static str,
    /// Its words for "I": in full, contracted, past.
    singular: [&'static str; 3],
    /// Its words for "we": in full, contracted, past.
    plural: [&'static str; 3],
}

impl Speaker {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self {
            name: "I",
            singular: ["I", "I", "I"],
            plural: ["we", "we", "we"],
        },
        Self {
            name: "I-am",
            singular: ["I am", "I'm", "I was"],
            plural: ["we are", "we're", "we were"],
        },
        Self {
            // The main verb, as in "I have concerns", which is not contracted.
            name: "I-have",
            singular: ["I have", "I have", "I had"],
            plural: ["we have", "we have", "we had"],
        },
        Self {
            name: "I-will",
            singular: ["I will", "I'll", "I would"],
            plural: ["we will", "we'll", "we would"],
        },
        Self {
            name: "I-would",
            singular: ["I would", "I'd", "I would"],
            plural: ["we would", "we'd", "we would"],
        },
        Self {
            name: "it-is",
            singular: ["it is", "it's", "it was"],
            plural: ["it is", "it's", "it was"],
        },
    ];

    /// Returns true where the tense shows in its words.
    pub fn has_tense(self) -> bool {
        matches!(self.name, "I-am" | "I-have" | "it-is")
    }

    /// Returns its words, small inside a sentence.
    pub fn words(self, person: Person, contracted: bool, past: bool) -> &'static str {
        let [full, short, then] = match person {
            Person::Singular => self.singular,
            Person::Plural => self.plural,
        };
        match (past, contracted) {
            (true, _) => then,
            (false, true) => short,
            (false, false) => full,
        }
    }
}
