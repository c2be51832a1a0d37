//! From an old statement to a draft: the way back from what weaving makes.
//!
//! A statement or report that was written elsewhere becomes findings under the headings of a framework, each with its kind,
//! its frame and without the words that weaving adds. What is certain is placed; a sentence of which the heading is not
//! waits in the tray, and what is no sentence of the statement is kept as a note. No word of the text is dropped.
//!
//! This folder owns the way from bytes and texts to blocks and sentences, and what each of these is recognised as. It must
//! not know where a file is, nor what is shown; the words by which it reads are `assets/old_text.toml`, the words of
//! statements the framework's.
//!
//! # How it is done
//!
//! 1. **Blocks.** [`OldText`] is headings, paragraphs, items of lists and rows of tables, each with its lines: of a plain text,
//!    Markdown, a page of HTML or a document of Word.
//! 2. **Which programme.** [`draft_of`] takes the framework whose words, headings and years fit best, unless one is named.
//! 3. **Front and end.** Title, greeting, opening and look-ahead are known by the framework's own words, and by those that
//!    are usual.
//! 4. **Findings and grades.** The heading of the text leads, else the likeliest way through those of the framework, by the topics
//!    of each sentence. Frame, modal verbs,
//!    denials and words of praise tell its kind. A grade is taken where the text says one of a heading.
//! 5. **Weaving backwards.** Of each sentence several findings are possible, from the one that leaves most to weaving to
//!    the one that is typed as it stood. The draft is woven, and where a sentence is not what it was the next is taken; in the
//!    end a hand edit has the old words. So a reading that is wrong costs a plainer finding, never other words.

mod assemble;
mod block;
mod cues;
mod decode;
mod docx;
mod draftsman;
mod figures;
mod fit;
mod frames;
mod front;
mod grades;
mod headings;
mod html;
mod kinds;
mod markup;
mod names;
mod order;
mod path;
mod pattern;
mod piece;
mod plain;
mod settle;
mod told;
mod topics;
mod unweave;

pub use block::{BlockKind, OldText, SourceBlock};
pub use decode::OldTextError;
pub use told::{Fate, OldSentence};

use std::sync::Arc;

use crate::assessment::{Assessment, Framework};

/// The most bytes of an old text that are read.
pub const MAX_TEXT: usize = 8 * 1024 * 1024;

/// The most sentences of an old text that are read as such.
pub const MAX_SENTENCES: usize = 20_000;

/// A draft that was made of an old text.
#[derive(Clone, Debug)]
pub struct OldDraft {
    /// The draft.
    pub draft: Assessment,
    /// The framework that it is written under.
    pub framework: Arc<Framework>,
    /// Each sentence of the text, with what has become of it, in the order of the text.
    pub sentences: Vec<OldSentence>,
    /// The sentences of its statement that the text does not have: of a framework that greets, where nobody was greeted.
    pub added: Vec<String>,
    /// The number of characters that cannot be seen, which were left out.
    pub hidden: usize,
}

/// Makes a draft of an old text, under the `framework` that is named, about the `body`; where they are not, they are looked
/// for in the text. Returns `None` where there is no framework at all.
pub fn draft_of(
    text: &OldText,
    id: &str,
    frameworks: &[Arc<Framework>],
    framework: Option<&Arc<Framework>>,
    body: Option<&str>,
) -> Option<OldDraft> {
    let names = names::Names::find(text, body);
    let framework = match framework {
        Some(framework) => Arc::clone(framework),
        None => fit::best(text, &names, frameworks)?,
    };
    let mut draftsman = draftsman::Draftsman::new(text, &names, &framework, id);
    draftsman.read();
    let (draft, sentences, added) = settle::settle(&draftsman, &framework);
    Some(OldDraft {
        draft,
        framework,
        sentences,
        added,
        hidden: text.hidden,
    })
}
