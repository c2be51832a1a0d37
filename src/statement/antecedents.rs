//! What the words of a finding stand for in the one before it, and what it offers to those of the next.

use super::read::{FindingReading, ReadSentence, SentenceSubject};
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

    /// Returns true where it may be understood only behind what was said before it: it points or leans back, answers, turns or
    /// goes on.
    pub(super) fn leans(&self) -> bool {
        self.sentences.first().is_some_and(|it| {
            let reading = &it.reading;
            // "For children, it takes two weeks."
            let led = reading.has_lead_in && it.text.contains(", it ");
            let goes_on = reading.turns || reading.leads_on || reading.opens_linked || led;
            goes_on || reading.points_back || reading.leans_back || reading.answers
        })
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

    /// Returns true where it opens with an "It" or "Its" that would be the body's, and the author says nothing else.
    pub(super) fn opens_with_it(&self) -> bool {
        let first = self.sentences.first();
        !self.is_said
            && first.is_some_and(|it| it.subject == SentenceSubject::It || it.opens_with_its())
    }

    /// Returns true where an "It" behind it may stand for something else than the body.
    pub(super) fn leaves_it_open(&self) -> bool {
        let last = self.sentences.last();
        last.is_some_and(|it| !it.is_about_body() || it.reading.introduces)
    }

    /// Returns true where an "its" behind it may be something else's. Behind another "its" it is the same one's, and behind
    /// what may be about the body most likely the body's.
    pub(super) fn leaves_its_open(&self) -> bool {
        let likely = |it: &ReadSentence| {
            it.opens_with_its() || !it.is_about_body() && it.reading.can_be_body()
        };
        self.leaves_it_open() && !self.sentences.last().is_some_and(likely)
    }

    /// Returns true where its own "It", or "Its", may stand for something in the one `before`.
    pub(super) fn may_point_into(&self, before: &Self) -> bool {
        let its = self
            .sentences
            .first()
            .is_some_and(ReadSentence::opens_with_its);
        self.opens_with_it()
            && match its {
                true => before.leaves_its_open(),
                false => before.leaves_it_open(),
            }
    }

    /// Returns true where it opens with an "It" of which something is said that may be true of a thing in the one
    /// `before`: "The force trains its staff. It is not recorded."
    pub(super) fn may_be_about(&self, before: &Self) -> bool {
        let first = self.sentences.first();
        let tells = first.is_some_and(|it| {
            // What is asked is asked of the body, or of a group of people that was named.
            let asks = it.reading.is_demand && !it.reading.asks_passively && !before.names_group();
            it.reading.verb.is_some() && !asks && !it.opens_with_its()
        });
        let mentions = before
            .sentences
            .last()
            .is_some_and(|it| it.reading.mentions || it.reading.says_object_it);
        tells && mentions && self.opens_with_it()
    }

    /// Returns what its frame, its place and its neighbours' depend on, beside its words.
    pub(super) fn shape(&self) -> Option<([bool; 14], ContentForm)> {
        let reading = &self.sentences.first()?.reading;
        let signs = [
            reading.points_back,
            self.can_be_clause,
            self.can_be_phrase,
            self.opens_with_it(),
            self.leaves_it_open(),
            self.leaves_its_open(),
            self.asks(),
            self.sentences.first()?.opens_with_its(),
            self.sentences.last()?.reading.mentions,
            self.answers(),
            self.is_question(),
            self.says_object_it(),
            self.names_group(),
            self.leans(),
        ];
        Some((signs, self.content))
    }
}
