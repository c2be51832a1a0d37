//! What the words of a finding stand for in the one before it, and what it offers to those of the next.

use super::read::{FindingReading, ReadSentence};
use crate::grammar::ContentForm;

impl FindingReading {
    /// Returns true where it opens with "That", which no other "that" stands before: "I am pleased that that has".
    pub(super) fn opens_with_that(&self) -> bool {
        let first = self.sentences.first();
        first.is_some_and(|it| it.text.starts_with("That ") || it.text.starts_with("That's "))
    }

    /// Returns true where it points back to what was said before it.
    pub(super) fn points_back(&self) -> bool {
        self.sentences
            .first()
            .is_some_and(|it| it.reading.points_back)
    }

    /// Returns true where it ends with a question.
    pub(super) fn is_question(&self) -> bool {
        let last = self.sentences.last();
        last.is_some_and(|it| it.reading.is_question)
    }

    /// Returns true where it is understood only behind the one that it was written behind.
    pub(super) fn answers(&self) -> bool {
        self.sentences.first().is_some_and(|it| it.reading.answers)
    }

    /// Returns true where an "it" in its last sentence is a thing, and so may be an "It" behind it.
    pub(super) fn says_object_it(&self) -> bool {
        let last = self.sentences.last();
        last.is_some_and(|it| it.reading.says_object_it)
    }

    /// Returns true where its last sentence names a group of people beside its subject, for which an "it" could stand.
    pub(super) fn names_group(&self) -> bool {
        let last = self.sentences.last();
        last.is_some_and(|it| it.reading.names_group)
    }

    /// Returns true where it opens with an "It" or "Its" of which its author does not say that it is the body: it is spoken as
    /// typed, behind what it was typed behind.
    pub(super) fn opens_with_it(&self) -> bool {
        let first = self.sentences.first();
        !self.is_said && first.is_some_and(ReadSentence::opens_with_it)
    }

    /// Returns true where an "it" behind it may stand for something else than the body.
    pub(super) fn leaves_it_open(&self) -> bool {
        let last = self.sentences.last();
        last.is_some_and(|it| !it.is_about_body() || it.reading.introduces)
    }

    /// Returns what its frame and its place depend on, beside its words.
    pub(super) fn shape(&self) -> Option<([bool; 8], ContentForm)> {
        let reading = &self.sentences.first()?.reading;
        let signs = [
            reading.points_back,
            self.can_be_clause,
            self.can_be_phrase,
            self.opens_with_it(),
            self.opens_with_that(),
            self.asks(),
            self.answers(),
            self.is_question(),
        ];
        Some((signs, self.content))
    }
}
