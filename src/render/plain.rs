//! Plain text: to be read aloud, piped and pasted.

use super::sources::{EVERYTHING, STANDS_ON, Sources, UNSPOKEN};
use super::{joined, line, printed};
use crate::assessment::{Assessment, Framework};
use crate::statement::Document;
use crate::text::width as cells;

/// No print is narrower than this, whatever is asked for: below it, wrapping makes a column of words.
const NARROWEST: usize = 20;

/// A blank that no row breaks at. [`super::line`] leaves none in a text, so each one is ours, and becomes
/// a plain blank once the rows are made.
const GLUE: char = '\u{A0}';

/// The statement as text: a paragraph a line, or wrapped to `width` columns (at least 20); a blank line
/// between paragraphs, and one newline at the end. A protective marking is the first paragraph and the last.
/// Of an empty document, nothing.
///
/// A word that is wider than the width stands on a row of its own, whole: a broken address cannot be
/// followed.
///
/// ```
/// use assay::assessment::{Assessment, Framework};
/// use assay::{render, statement};
///
/// let mut framework = Framework::default();
/// framework.words.greeting = "Good day. I inspect police forces for the public.".into();
/// let draft = Assessment::new("d", &framework);
/// let document = statement::weave(&draft, &framework);
/// assert_eq!(
///     render::text(&document, Some(24)),
///     "Good day. I inspect\npolice forces for the\npublic.\n",
/// );
/// ```
pub fn text(document: &Document, width: Option<usize>) -> String {
    let mut page = Page::new(width);
    for (_, sentences) in printed(document) {
        page.gap();
        page.item("", &joined(&sentences));
    }
    page.done(document)
}

/// The statement as text with a number after each sentence; then what each sentence stands on and what
/// shaped it; then what is not spoken, and why.
pub fn text_sources(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    width: Option<usize>,
) -> String {
    let sources = Sources::new(assessment, framework);
    let mut page = Page::new(width);
    let mut notes = Vec::new();
    for (_, sentences) in printed(document) {
        let numbered: Vec<String> = sentences
            .iter()
            .map(|(words, sentence)| {
                notes.push(sources.of(sentence));
                format!("{words}{GLUE}[{}]", notes.len())
            })
            .collect();
        page.gap();
        page.item("", &numbered.join(" "));
    }
    if !notes.is_empty() {
        page.gap();
        page.item("", STANDS_ON);
        page.gap();
    }
    for (nth, note) in notes.iter().enumerate() {
        let mut label = format!("[{}] ", nth + 1);
        for told in note {
            page.item(&label, told);
            label = " ".repeat(label.len());
        }
    }
    page.gap();
    if document.unspoken.is_empty() {
        page.item("", EVERYTHING);
    } else {
        page.item("", UNSPOKEN);
        page.gap();
    }
    for item in &document.unspoken {
        page.item("- ", &sources.unspoken(item));
    }
    page.done(document)
}

/// A page in the making.
struct Page {
    out: String,
    width: Option<usize>,
}

impl Page {
    fn new(width: Option<usize>) -> Self {
        Self {
            out: String::new(),
            width: width.map(|width| width.max(NARROWEST)),
        }
    }

    /// A blank line, but never as the first.
    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// Words after a label; the rows that follow stand under the words.
    fn item(&mut self, label: &str, words: &str) {
        let mut row = String::from(label);
        let Some(width) = self.width else {
            row.push_str(words);
            return self.row(&row);
        };
        let mut fresh = true;
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            if fresh {
                row.push_str(word);
                fresh = false;
                continue;
            }
            // The row is measured as a whole, because a mark at the head of a word joins the
            // blank before it.
            let longer = format!("{row} {word}");
            if cells(&longer) <= width {
                row = longer;
            } else {
                self.row(&row);
                row = " ".repeat(cells(label));
                row.push_str(word);
            }
        }
        self.row(&row);
    }

    fn row(&mut self, row: &str) {
        self.out.push_str(row);
        self.out.push('\n');
    }

    /// The whole print, between its marking.
    fn done(self, document: &Document) -> String {
        let out = self.out.replace(GLUE, " ");
        let marking = line(&document.marking);
        if marking.is_empty() || out.is_empty() {
            return out;
        }
        let mut page = Self {
            out: String::new(),
            width: self.width,
        };
        page.item("", &marking);
        let marking = page.out;
        format!("{marking}\n{out}\n{marking}")
    }
}
