//! All that is known of a sentence once it is read.

use std::ops::Range;

use super::{ContentForm, VerbForm};

/// How certain something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// It is certainly so.
    Yes,
    /// It is certainly not so.
    No,
    /// It cannot be told.
    #[default]
    Unsure,
}

/// The signs at the ends of a text, which say what its author takes it for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// It ends with a stop.
    AsSentence,
    /// It has a small letter at its head and no stop.
    AsPhrase,
    /// With a capital and no stop.
    Neither,
}

impl Typed {
    /// Returns how a text was typed.
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        let closers = ['"', '\'', '”', '’', ')', ']'];
        let letter = text.chars().find(|sign| sign.is_alphabetic());
        if text
            .trim_end_matches(closers)
            .ends_with(['.', '!', '?', '…'])
        {
            Self::AsSentence
        } else if letter.is_some_and(char::is_lowercase) {
            Self::AsPhrase
        } else {
            Self::Neither
        }
    }
}

/// The main verb of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// Its form.
    pub form: VerbForm,
}

/// The body as the subject of a sentence, behind something that leads in: "In 2025, the force has".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyBehind {
    /// The place of its name in the text, in bytes.
    pub range: Range<usize>,
    /// The index of the name in the names that were given.
    pub named: usize,
}

/// A sentence as it was read. Nothing in it is guessed: what is not certain says so, or is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// `Yes` where the body, or "it" that stands for the body, is the whole subject.
    pub body_is_subject: Certainty,
    /// The way in which the body was named: the index in the names that were given, or `None` for "It".
    pub named: Option<usize>,
    /// The byte at which the predicate begins behind the body's name; 0 where none was found.
    pub predicate: usize,
    /// `Yes` where it opens with its verb and has no subject: "understands the needs of victims".
    pub lacks_subject: Certainty,
    /// The main verb, where it is certain.
    pub verb: Option<Verb>,
    /// The byte before which "also" goes; `None` where it has no certain place, or none at all: under a negative, in a
    /// question, before a quotation.
    pub also: Option<usize>,
    /// `Yes` where the text has a finite verb of its own, `No` where it is a noun phrase.
    pub is_clause: Certainty,
    /// True where no word of it could be its verb, however it is read.
    pub has_no_verb: bool,
    /// The form of content that it has, where it is neither a plain clause nor a plain noun phrase.
    pub content: ContentForm,
    /// A verb that certainly does not agree with its subject, in bytes, and the form that would.
    pub disagrees: Option<(Range<usize>, &'static str)>,
    /// `Yes` where the first word loses its capital inside a sentence.
    pub is_small: Certainty,
    /// True where it is more than one sentence.
    pub is_several: bool,
    /// True where it has a second clause of its own, behind a semicolon, a colon or ", and it".
    pub is_compound: bool,
    /// True where it has words in quotation marks.
    pub has_quotation: bool,
    /// True where it opens with them.
    pub opens_with_quotation: bool,
    /// True where it asks.
    pub is_question: bool,
    /// True where its subject is a negative or a limit: "no officer", "few victims".
    pub is_negative: bool,
    /// `Yes` where its subject is several and all of their kind: "officers are"; `No` where it is one, or some of them.
    pub several: Certainty,
    /// True where it points back to what was said before: this, these, since then, as a result.
    pub points_back: bool,
    /// True where it has a turn of its own: "However, …", "The force, though, …".
    pub turns: bool,
    /// True where its own words add it to what was said before: too, as well, in addition.
    pub adds: bool,
    /// True where it goes on at its head with what was said before: "No wonder …", "That is why …", "Another weakness is …".
    pub leads_on: bool,
    /// True where it says by itself whether something goes on: continues, remains, still, now, no longer.
    pub goes_on: bool,
    /// True where a thing is named right behind the verb that an "it" in the next sentence may stand for: "keeps a log".
    pub introduces: bool,
    /// True where a thing is named anywhere behind the verb: "values its workforce".
    pub mentions: bool,
    /// True where a group of people is named behind the verb, which may do things as the body does: "works with the council".
    pub names_group: bool,
    /// True where a word of it may stand for something in the sentence before: "needs one", "address this", "do so".
    pub leans_back: bool,
    /// True where it is understood only behind the sentence before: "should cost it", "aren't", "Two re-formed".
    pub answers: bool,
    /// True where it says "it" of something that is not its subject: "should cost it".
    pub says_object_it: bool,
    /// True where it says "it" of something that has its time or its place, beside which another "it" would not be heard as
    /// the body: "plan now for when it ends", "recruit more women to it".
    pub says_another_it: bool,
    /// True where it opens with "It was", which may give the reason of what was said of a thing: "It was too big".
    pub opens_with_it_was: bool,
    /// True where it does as the sentence before says: "has promised to do so by June".
    pub does_so: bool,
    /// True where it grants a fault: "but not always enough drivers", "although slowly", "knows that its data is poor".
    pub grants_fault: bool,
    /// True where nobody can tell whether its first letter keeps its capital in mid-sentence: "Reading is a skill",
    /// "Policing Harlow is slow work", "(Some of) the records".
    pub opens_doubtfully: bool,
    /// True where it is a clause that belongs to another sentence: "because files are thin".
    pub is_dependent: bool,
    /// True where it counts, or says a share: "in 22 of 30 cases", "over a third of calls".
    pub counts: bool,
    /// True where it opens with a word that goes on with the sentence before, so that nothing can stand before it.
    pub opens_linked: bool,
    /// True where it asks something of its subject: should, must, needs to, has to.
    pub is_demand: bool,
    /// True where it certainly asks its subject to do something: "should train", "needs to train".
    pub is_request: bool,
    /// True where it is an order: "Make better use of data".
    pub is_order: bool,
    /// True where it opens with an infinitive: "to see more officers".
    pub opens_with_infinitive: bool,
    /// True where it can stand in no other sentence: its verb comes first ("Never has"), it lets, or it has a colon.
    pub is_set_alone: bool,
    /// True where it tells what its subject knows or awaits, and so no fault: "recognises that it should", "look forward to".
    pub finds_no_fault: bool,
    /// True where it certainly says what its subject should do, lacks or fails to do: "needs to", "lacks", "has closed".
    pub names_need: bool,
    /// True where it asks for something to be done to its subject: "should be replaced".
    pub asks_passively: bool,
    /// True where its main verb is denied: "does not", "never tells", "is no longer".
    pub is_denied: bool,
    /// True where something leads in before the subject: "In 2025, the force".
    pub has_lead_in: bool,
    /// True where what opens it leads in, as a comma shows: "because of this, cases wait".
    pub is_set_off: bool,
    /// True where it opens with words that link with the sentence before, set apart, or with an aside: "Finally, …".
    pub links_apart: bool,
    /// The body behind what leads in, where it is certainly the whole subject.
    pub body_behind: Option<BodyBehind>,
    /// The byte at which stands what is the body's, where the text certainly opens with that: "The force's cells are".
    pub body_owns: Option<usize>,
}

impl Reading {
    /// Returns true where it opens with an "it".
    pub fn says_it(&self) -> bool {
        self.named.is_none() && self.predicate > 0
    }

    /// Returns true where it opens with an "it" that may stand for nothing.
    pub fn is_empty_it(&self) -> bool {
        self.says_it() && self.body_is_subject != Certainty::Yes
    }

    /// Returns true where it opens with the body's name, or with "it".
    pub fn opens_with_body(&self) -> bool {
        self.predicate > 0
    }

    /// Returns true where the body, or "it", could be its subject.
    pub fn can_be_body(&self) -> bool {
        self.opens_with_body() && self.body_is_subject != Certainty::No
    }

    /// Returns true where it can be a clause inside another sentence: no question, no quotation, nothing without a
    /// subject, and nothing that goes on with the sentence before. Where the words do not say whether it is a clause, it is one unless it was `typed` as
    /// a phrase is.
    pub fn can_be_clause(&self, typed: Typed) -> bool {
        let clause = match self.is_clause {
            Certainty::Unsure => typed != Typed::AsPhrase,
            certain => certain == Certainty::Yes,
        };
        clause
            && self.lacks_subject == Certainty::No
            && self.content != ContentForm::Absolute
            && self.can_be_inside()
    }

    /// Returns true where it certainly is a noun phrase and nothing more: one that was `typed` as a sentence only where
    /// no word of it could be its verb.
    pub fn is_phrase_alone(&self, typed: Typed) -> bool {
        self.is_clause == Certainty::No && (typed != Typed::AsSentence || self.has_no_verb)
    }

    /// Returns true where it can be a noun phrase inside another sentence.
    pub fn can_be_phrase(&self, typed: Typed) -> bool {
        let phrase = match self.is_clause {
            Certainty::Unsure => typed != Typed::AsSentence,
            certain => certain == Certainty::No,
        };
        phrase && self.lacks_subject != Certainty::Yes && self.can_be_inside()
    }

    fn can_be_inside(&self) -> bool {
        !self.is_question
            && !self.opens_linked
            && !self.opens_with_quotation
            && !self.opens_with_infinitive
            && !self.is_order
            && !self.is_set_alone
    }
}

/// The sort of thing for which a pronoun can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Antecedent {
    /// Several: "they", "these are".
    Several,
    /// A person: "she".
    Person,
    /// Any thing, or all that the sentence says: "this helps".
    Anything,
}

/// A word of a text that stands for something in the sentence before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The word as typed.
    pub word: String,
    /// The sort of thing for which it can stand.
    pub antecedent: Antecedent,
}
