//! A woven statement, or the whole report, as text, as Markdown, as HTML, as a document of Word, as PDF and as JSON.
//!
//! This folder owns the outer form of a print and nothing of its words: what is said, and in which
//! order, is the [`Document`]'s. It must not know where the bytes go: no file, no terminal, no clock.
//! The same document gives the same bytes.
//!
//! # Plain editions and those with sources
//!
//! Each form comes plain, for reading aloud and for publishing; and with sources, for the people who have
//! to agree to it: every sentence has a number, and every number names the findings, figures, evidence
//! and words that the sentence stands on, and the rules that shaped it. What was recorded and is
//! not spoken stands at the end with the reason, so that nothing is lost without being noticed. JSON
//! always has all of it.
//!
//! The sentences follow once more by how much they stand on, those with nothing beneath them first.
//!
//! # Numbers and review notes
//!
//! A print may have the number of each sentence before it, for those who check its facts: see `numbers`; and the
//! open review notes, for those who work on the draft: see `review`. What is published has neither.
//!
//! # The report
//!
//! What an editor publishes: the judgments, the statement as its summary, every finding under its heading with
//! the numbers of its evidence, recommendations, responses, figures and evidence, and what the statement
//! leaves out. Its own words are the framework's ([`crate::assessment::ReportWords`]). Of a sensitive finding
//! it says that there is one, and lists nothing that only such a finding uses.
//!
//! # The grades on their scale
//!
//! A statement can be printed with a table of its grades below, each at its place on the scale and last year's
//! beside it; a report always has it. It is read without colour: ● is this year, ○ last year, and an arrow says
//! which way it went. Grades of two scales never stand on one.
//!
//! # Several bodies
//!
//! An inspection of several bodies is printed in two ways: the notice for the press, grouped by grade
//! ([`Edition::Notice`]), and the whole thematic report ([`Edition::Theme`]): what leads it, the judgments of all, a section
//! for each body, the figures of all. Both keep back what is sensitive, as a report does.
//!
//! # What is left out
//!
//! [`left_out()`] lists every text of a draft that a print does not have in it, with the reason. Which prints have a place
//! for a field stands in one table; a text that has a place is looked up in the words of the print.
//!
//! # What a font lacks
//!
//! PDF is set with a font, which has the letters of Latin, Greek and Cyrillic. A character that it lacks is drawn as a box with
//! its number, and is itself for whoever copies, searches or listens; [`lacking()`] tells of it.
//!
//! # How a print is made
//!
//! As blocks (`block`), which each format only sets differently.
//!
//! # The protective marking
//!
//! A draft that has one has it on every print, all editions: as the first and the last paragraph of text and
//! Markdown, as a field in JSON, in HTML at both ends and on each sheet of paper,
//! in DOCX and PDF at the head and the foot of each page. It comes with the [`Document`], so that no caller can forget it.
//!
//! # What a file may do to a print
//!
//! Nothing. A draft may come from anywhere, and what it holds is shown, never obeyed: control
//! and deceptive characters become marks (see [`crate::text::visible()`]), and a line end inside a text
//! is a blank, so that a finding cannot pass for a heading or a paragraph. Markdown's signs are
//! escaped, and HTML's. JSON keeps every character, the hidden ones as `\u` escapes.
//!
//! ```
//! use assay::assessment::{Assessment, Framework};
//! use assay::render::{Print, PrintFormat, print_text};
//! use assay::statement;
//!
//! let mut framework = Framework::default();
//! framework.words.title = "What I found at {subject.name}".into();
//! framework.words.greeting = "Good day. I inspect\n\u{1b}[2Jpolice *forces*.".into();
//! let mut draft = Assessment::new("mere", &framework);
//! draft.subject.name = "Mere Police".into();
//! let document = statement::weave(&draft, &framework);
//! let statement = Print::statement(&document, &draft, &framework);
//!
//! assert_eq!(
//!     print_text(&statement, PrintFormat::Text, None),
//!     "What I found at Mere Police\n\nGood day. I inspect ␛[2Jpolice *forces*.\n",
//! );
//! assert_eq!(
//!     print_text(&statement, PrintFormat::Markdown, None),
//!     "# What I found at Mere Police\n\nGood day. I inspect ␛\\[2Jpolice \\*forces\\*.\n",
//! );
//! assert!(print_text(&statement, PrintFormat::Json, None).contains(r"I inspect \u001b[2Jpolice"));
//! ```

mod answers;
mod block;
mod formats;
mod grades;
mod lacking;
mod left_out;
mod notice;
mod numbers;
mod print;
mod report;
mod review;
mod sources;
mod support;
mod words;

#[cfg(test)]
mod properties_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_support;

pub(crate) use formats::print_formats;
pub use formats::{FormatEntry, PrintFormat, escape_hidden, print, print_text};
pub use lacking::lacking;
pub use left_out::{GRADES, LeftOut, left_out, printed_unspoken, told};
pub use print::{Edition, Print, PrintOptions, Printed};
pub use words::{field, part, read_as, rule, unspoken};

use block::{Block, ListItem, Run};

use crate::statement::{Document, ParagraphRole, Sentence};
use crate::text::visible;

/// Returns a text of a draft on one line, with nothing hidden in it. Blanks first: a line separator is a blank that
/// goes, not a character that is marked.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&words.join(" ")).into_owned()
}

/// Returns a text of a draft on one line; where it is empty, other words.
fn line_or(text: &str, otherwise: impl FnOnce() -> String) -> String {
    match line(text) {
        text if text.is_empty() => otherwise(),
        text => text,
    }
}

/// A paragraph to print: its sentences, each with its words on one line.
struct SpokenParagraph<'a> {
    role: &'a ParagraphRole,
    sentences: Vec<(String, &'a Sentence)>,
    /// The places of the sentences with which items of a list begin.
    items: Vec<usize>,
    /// The number of the first sentence; a title has none.
    first: Option<usize>,
}

impl SpokenParagraph<'_> {
    /// Returns its words.
    fn words(&self) -> String {
        let words: Vec<&str> = self
            .sentences
            .iter()
            .map(|(words, _)| words.as_str())
            .collect();
        words.join(" ")
    }

    /// Returns it as blocks: a title or a paragraph, and in a list what leads in and the items. `run` makes something to
    /// print of a sentence and its number.
    fn blocks<R>(&self, mut run: impl FnMut(Option<usize>, &str, &Sentence) -> R) -> Vec<Block>
    where
        R: IntoIterator<Item = Run>,
    {
        let first = self.items.first().copied().unwrap_or(self.sentences.len());
        let mut items: Vec<ListItem> = Vec::new();
        let mut leading = Vec::new();
        for (nth, (words, sentence)) in self.sentences.iter().enumerate() {
            let runs = run(self.first.map(|first| first + nth), words, sentence);
            if self.items.contains(&nth) {
                items.push(ListItem::default());
            }
            match items.last_mut().filter(|_| nth >= first) {
                Some(item) => item.runs.extend(runs),
                None => leading.extend(runs),
            }
        }
        let leading = match self.role {
            ParagraphRole::Title => Block::Title(leading),
            _ => Block::Words(leading),
        };
        let list = (!items.is_empty()).then_some(Block::List(items));
        std::iter::once(leading).chain(list).collect()
    }

    /// Returns it as blocks of plain words.
    fn plain(&self) -> Vec<Block> {
        if self.items.is_empty() {
            // One run: words that are set as one are wrapped and escaped as one.
            let words = vec![Run::Plain(self.words())];
            return vec![match self.role {
                ParagraphRole::Title => Block::Title(words),
                _ => Block::Words(words),
            }];
        }
        self.blocks(|_, words, _| [Run::Plain(words.to_owned())])
    }

    /// Returns it as blocks of plain words, each sentence with its number where numbers are asked for.
    fn spoken(&self, numbered: bool) -> Vec<Block> {
        if !numbered {
            return self.plain();
        }
        self.blocks(|number, words, _| {
            let words = Run::Plain(words.to_owned());
            number.map(Run::Number).into_iter().chain([words])
        })
    }
}

/// The content that is to be printed. Weaving leaves nothing empty; but a paragraph that were empty would print as a
/// hole, and the promise of one blank line between two would not hold.
fn printed(document: &Document) -> impl Iterator<Item = SpokenParagraph<'_>> {
    let mut next = 1;
    document.paragraphs.iter().filter_map(move |paragraph| {
        let (mut sentences, mut items) = (Vec::new(), Vec::new());
        for (nth, sentence) in paragraph.sentences.iter().enumerate() {
            if paragraph.items.contains(&nth) && items.last() != Some(&sentences.len()) {
                items.push(sentences.len());
            }
            let words = line(&sentence.text);
            if !words.is_empty() {
                sentences.push((words, sentence.as_ref()));
            }
        }
        let role = &paragraph.role;
        let first = (*role != ParagraphRole::Title).then_some(next);
        next += first.map_or(0, |_| sentences.len());
        (!sentences.is_empty()).then_some(SpokenParagraph {
            role,
            sentences,
            items,
            first,
        })
    })
}

/// Returns the statement: its title, and a paragraph for each of its own.
fn statement(document: &Document, numbered: bool) -> Vec<Block> {
    printed(document)
        .flat_map(|paragraph| paragraph.spoken(numbered))
        .collect()
}
