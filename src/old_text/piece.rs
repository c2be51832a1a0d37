//! The pieces of an old text: its sentences, headings and rows, and what each is recognised as.

use super::unweave::Unwoven;

/// The sort of a piece of an old text.
#[derive(Clone, Debug)]
pub(super) enum Recognised {
    /// The title line.
    Title,
    /// The protective marking.
    Marking,
    /// A sentence of the greeting.
    Greeting,
    /// A sentence of the opening rung.
    Opening,
    /// A finding, or two that share it.
    Finding(Box<Unwoven>),
    /// An item of the look-ahead: what stands behind its words.
    Outlook(String),
    /// A recommendation of the finding at this place of the pieces, with its deadline.
    Recommendation(usize, String),
    /// The grade of a heading, and nothing else.
    Grade,
    /// One of the last sentences.
    Ending,
    /// A heading that the framework has too.
    Heading,
    /// No sentence of the statement; it is kept as a note.
    Note,
}

/// A sentence, heading or row of an old text.
#[derive(Clone, Debug)]
pub(super) struct TextPiece {
    pub(super) line: usize,
    pub(super) block: usize,
    pub(super) text: String,
    pub(super) is: Recognised,
    /// The heading of the framework; empty where none is certain.
    pub(super) heading: String,
    /// The heading of the text that it stands under.
    pub(super) under: String,
    /// Where it stands among the others of its paragraph.
    pub(super) layout: PieceLayout,
}

/// The wishes of a finding about its place, by which it is spoken where its sentence stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PieceLayout {
    /// A paragraph begins with it.
    pub(super) begins: bool,
    /// The name of its paragraph; empty where it needs none.
    pub(super) paragraph: String,
    /// Its place among the needs.
    pub(super) order: Option<i64>,
    /// True where it is spoken behind the piece before it.
    pub(super) follows: bool,
}

impl TextPiece {
    /// Puts the finding that it is under a heading.
    pub(super) fn set_heading(&mut self, heading: &str) {
        heading.clone_into(&mut self.heading);
        if let Recognised::Finding(unwoven) = &mut self.is {
            let all = unwoven.attempts.iter_mut().flatten();
            all.for_each(|half| heading.clone_into(&mut half.heading));
        }
    }
}
