//! Review notes as comments of a document of Word, each at its sentence; those about none at the title.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{WORDPROCESSING, XML, set};
use crate::assessment::Date;
use crate::render::formats::html::escape;
use crate::render::line;
use crate::render::review::ReviewNote;

/// The comments that have no place in the body yet.
#[derive(Default)]
pub(super) struct DocxComments {
    /// Their ids by the numbers of their sentences.
    sentences: BTreeMap<usize, Vec<usize>>,
    /// The ids of those that are about no sentence.
    others: Vec<usize>,
    /// The ids of those that the words to come are about.
    open: Vec<usize>,
}

impl DocxComments {
    pub(super) fn of(notes: &[ReviewNote<'_>]) -> Self {
        let mut comments = Self::default();
        for (id, note) in notes.iter().enumerate() {
            match note.number() {
                Some(number) => comments.sentences.entry(number).or_default().push(id),
                None => comments.others.push(id),
            }
        }
        comments
    }

    /// Returns the beginning of the comments on a sentence.
    pub(super) fn begun(&mut self, number: usize) -> String {
        let ids = self.sentences.remove(&number);
        self.begin(ids.unwrap_or_default())
    }

    /// Returns the beginning of the comments that are about no sentence.
    pub(super) fn begun_at_title(&mut self) -> String {
        let ids = std::mem::take(&mut self.others);
        self.begin(ids)
    }

    fn begin(&mut self, ids: Vec<usize>) -> String {
        let mut xml = String::new();
        for id in &ids {
            // Writing to a text cannot fail.
            let _ = write!(xml, "<w:commentRangeStart w:id=\"{id}\"/>");
        }
        self.open.extend(ids);
        xml
    }

    /// Returns the end of the comments that were begun.
    pub(super) fn ended(&mut self) -> String {
        let mut xml = String::new();
        for id in std::mem::take(&mut self.open) {
            let _ = write!(
                xml,
                "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>"
            );
        }
        xml
    }
}

/// Returns the part of the package that has the comments, each with who wrote it and when; `None` where there are none.
pub(super) fn part(notes: &[ReviewNote<'_>]) -> Option<String> {
    if notes.is_empty() {
        return None;
    }
    let mut xml = format!("{XML}<w:comments {WORDPROCESSING}>\n");
    for (id, note) in notes.iter().enumerate() {
        let by = line(&note.note.by);
        let initials = by.split(' ').filter_map(|name| name.chars().next());
        let initials: String = initials.collect();
        let typed = line(&note.note.date);
        // What is no date is told in the words.
        let (date, typed) = match Date::parse(&typed) {
            Some(_) => (format!(" w:date=\"{typed}T00:00:00Z\""), String::new()),
            None => (String::new(), typed),
        };
        let lead = [note.about(), typed.as_str()];
        let lead: Vec<&str> = lead.into_iter().filter(|it| !it.is_empty()).collect();
        let lead = match lead.is_empty() {
            true => String::new(),
            false => format!("{}: ", lead.join(", ")),
        };
        let _ = writeln!(
            xml,
            "<w:comment w:id=\"{id}\" w:author=\"{}\"{date} w:initials=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>{}</w:p></w:comment>",
            escape(&by),
            escape(&initials),
            set(&format!("{lead}{}", line(&note.note.text)))
        );
    }
    xml.push_str("</w:comments>\n");
    Some(xml)
}
