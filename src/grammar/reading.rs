//! What is known of a sentence once it is read.

use std::ops::Range;

use super::VerbForm;

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

/// The main verb of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// Its form.
    pub form: VerbForm,
}

/// A sentence as it was read. Nothing in it is guessed: what is not certain says so, or is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Whether the body, or "it" that stands for the body, is the whole subject.
    pub body_is_subject: Certainty,
    /// The way in which the body was named: the index in the names that were given, or `None` for "It".
    pub named: Option<usize>,
    /// The byte at which the predicate begins behind the body's name; 0 where none was found.
    pub predicate: usize,
    /// The main verb, where it is certain.
    pub verb: Option<Verb>,
    /// Whether the text has a finite verb of its own, and is no noun phrase.
    pub is_clause: Certainty,
    /// Whether the first word loses its capital inside a sentence.
    pub is_small: Certainty,
    /// True where it is more than one sentence.
    pub is_several: bool,
    /// True where a semicolon or a colon parts it.
    pub has_parts: bool,
    /// True where it has words in quotation marks.
    pub has_quotation: bool,
    /// True where it asks.
    pub is_question: bool,
    /// True where its subject is a negative or a limit: "no officer", "few victims".
    pub is_negative: bool,
    /// True where something leads in before the subject: "In 2025, the force".
    pub has_lead_in: bool,
}
