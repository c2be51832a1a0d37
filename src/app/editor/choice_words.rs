//! The words that a field of a finding may have, with what each means.

use crate::assessment::FindingField;

/// A word of a field, its label and its meaning.
type WordChoice = (&'static str, &'static str, &'static str);

/// The ways to join a finding with its neighbour.
const JOINS: &[WordChoice] = &[
    (
        "",
        "as it comes",
        "Joined with its neighbour where the rules allow.",
    ),
    (
        "always",
        "always",
        "Joined with its neighbour, whatever the length.",
    ),
    ("never", "never", "A sentence of its own."),
    (
        "but",
        "but",
        "A strength and a need in one sentence: \", but it needs to\".",
    ),
    (
        "although",
        "although",
        "Conceding the first of a strength and a need: \"Although it …, the force …\".",
    ),
];

/// The names of a subject.
const REFERS: &[WordChoice] = &[
    (
        "",
        "as it comes",
        "The noun, or \"it\" straight after the body was spoken of.",
    ),
    (
        "noun",
        "the noun",
        "The force, the constabulary, the service.",
    ),
    ("it", "it", "It."),
    ("name", "the name", "The body's name as it is spoken."),
    (
        "its",
        "its",
        "\"Its\" for \"the force's\", straight after the body was spoken of.",
    ),
    (
        "they",
        "they",
        "\"They\" for a subject that the sentence before has too.",
    ),
];

/// Returns the words that can stand in a field of a finding (an empty one for none), each with its label and meaning.
pub(super) fn words_of(field: FindingField) -> &'static [WordChoice] {
    match field {
        FindingField::Join => JOINS,
        FindingField::Refer => REFERS,
        FindingField::Reads => &[
            (
                "",
                "as it comes",
                "The body is its subject where that is certain.",
            ),
            (
                "whole",
                "as typed",
                "Another subject only begins like the body: nothing in it is named otherwise.",
            ),
            (
                "body",
                "about the body",
                "The body is its subject, and may be named otherwise.",
            ),
        ],
        FindingField::Change => &[
            (
                "",
                "nothing recorded",
                "The statement says nothing of last year.",
            ),
            (
                "progress",
                "progress",
                "It is better than at the last inspection, and is spoken so.",
            ),
            (
                "continues",
                "continues",
                "It is as it was at the last inspection, and is spoken so.",
            ),
            (
                "declined",
                "declined",
                "It is worse than at the last inspection, and is spoken so.",
            ),
        ],
        FindingField::Status => &[
            ("", "none", ""),
            ("draft", "draft", "Being written."),
            ("review", "review", "Ready for a colleague."),
            ("agreed", "agreed", "Agreed."),
        ],
        _ => &[],
    }
}

/// Returns the values of a field that is a flag, each with its label and meaning.
pub(super) fn flag_words(field: FindingField) -> [(Option<bool>, &'static str, &'static str); 2] {
    match field {
        FindingField::BeginsParagraph => [
            (None, "no", "Goes on in the paragraph of its headings."),
            (
                Some(true),
                "yes",
                "A paragraph begins here, and goes on with what is written behind it.",
            ),
        ],
        FindingField::Spoken => [
            (None, "yes", "Spoken in the statement."),
            (
                Some(false),
                "no",
                "Kept on record, and listed as not spoken; say why.",
            ),
        ],
        _ => [
            (None, "no", "May be spoken and printed."),
            (Some(true), "yes", "Kept out of everything that is printed."),
        ],
    }
}
