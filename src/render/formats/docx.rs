//! DOCX: a document of Word with real styles, as its users and their house template expect it.
//!
//! A DOCX file is a package of XML parts (ECMA-376, Office Open XML). Those that are the same in every print stand beside this
//! file; the others are made here of the blocks. Nothing in it depends on the time or the machine: the same print gives the
//! same bytes.

mod comments;
mod package;
mod table;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use comments::DocxComments;
use package::package;

use super::anchors::Anchors;
use super::front::FrontMatter;
use super::html::escape;
use crate::render::block::{Block, Citation, ListItem, Run};
use crate::render::print::{Print, PrintOptions};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const WORDPROCESSING: &str =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A4 with margins of an inch, in twentieths of a point; the marking stands in the head and the foot of every page.
const SECTION: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:footerReference w:type=\"default\" r:id=\"rId6\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>";

/// The deepest level of a list, counted from 0.
const DEEPEST: usize = 8;

/// Writes a print as a document of Word: title, headings, lists, quotes and tables in Word's own styles, whose look a house
/// template may change; the protective marking in the head and the foot of every page, with the page's number; what a sentence
/// stands on as footnotes. Where nothing is said there is still a title, the body's name.
pub(super) fn write(print: &Print<'_>) -> Vec<u8> {
    // Comments find their sentences by the numbers of these, whether those are shown or not.
    let notes = print.review_notes();
    let blocks = Print {
        options: PrintOptions {
            numbered: print.options.numbered || !notes.is_empty(),
            notes: false,
        },
        ..*print
    }
    .blocks();
    let front = FrontMatter::new(print, &blocks);
    let marking = escape(&front.marking);
    let mut body = DocxBody::of(&blocks);
    body.numbered = print.options.numbered;
    body.comments = DocxComments::of(&notes);
    if front.title.is_none() {
        body.title(&set(front.shown()));
    }
    for block in &blocks {
        body.block(block);
    }
    // Behind a table the page goes on.
    if let Some(Block::Table(_)) = blocks.last() {
        body.paragraph("Normal", "");
    }
    let parts = [
        ("docProps/core.xml", properties(front.shown(), &front.name)),
        (
            "word/document.xml",
            format!(
                "{XML}<w:document {WORDPROCESSING} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\n{}{SECTION}</w:body></w:document>\n",
                body.xml
            ),
        ),
        ("word/footnotes.xml", footnotes(&blocks)),
        ("word/header.xml", header(&marking)),
        ("word/footer.xml", footer(&marking)),
    ];
    let comments = comments::part(&notes);
    package(&parts, comments)
}

/// The paragraphs and tables of a document.
#[derive(Default)]
struct DocxBody {
    xml: String,
    anchors: Anchors,
    /// The notes that were referred to: a note has one place.
    noted: BTreeSet<usize>,
    /// The words of the last heading.
    heading: Option<String>,
    /// True behind a table, where the page begins anew.
    behind_table: bool,
    /// True where the numbers of sentences are shown.
    numbered: bool,
    comments: DocxComments,
}

impl DocxBody {
    fn of(blocks: &[Block]) -> Self {
        Self {
            anchors: Anchors::of(blocks),
            ..Self::default()
        }
    }

    /// Adds a paragraph of runs that are set.
    fn paragraph(&mut self, style: &str, runs: &str) {
        // Writing to a text cannot fail.
        let apart = match std::mem::take(&mut self.behind_table) && style == "Normal" {
            true => "<w:spacing w:before=\"200\"/>",
            false => "",
        };
        let _ = writeln!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{apart}</w:pPr>{runs}</w:p>"
        );
    }

    /// Adds a title, with the comments that are about no sentence.
    fn title(&mut self, runs: &str) {
        let begun = self.comments.begun_at_title();
        let ended = self.comments.ended();
        self.paragraph("Title", &format!("{begun}{runs}{ended}"));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(words) => {
                let runs = self.runs(words);
                self.title(&runs);
            }
            // The title is the first level.
            Block::Heading(level, words) => {
                let level = level.saturating_sub(1).clamp(1, 3);
                self.paragraph(&format!("Heading{level}"), &set(words));
                self.heading = Some(words.clone());
            }
            Block::Words(words) => {
                let runs = self.runs(words);
                self.paragraph("Normal", &runs);
            }
            Block::Quote(words, by) => {
                self.paragraph("Quote", &set(&format!("“{words}”")));
                self.paragraph("QuoteSource", &set(&format!("– {by}")));
            }
            Block::List(items) => self.list(items, 0),
            Block::Table(table) => {
                // A caption that says the heading again is heard twice and seen twice.
                if self.heading.as_ref() != Some(&table.caption) {
                    self.paragraph("Caption", &set(&table.caption));
                }
                self.table(table);
            }
            // They stand at the foot of the pages.
            Block::Notes(..) => {}
        }
    }

    fn list(&mut self, items: &[ListItem], level: usize) {
        for item in items {
            let runs = self.runs(&item.runs);
            let _ = writeln!(
                self.xml,
                "<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/><w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{runs}</w:p>",
                level.min(DEEPEST)
            );
            self.list(&item.items, level + 1);
        }
    }

    fn runs(&mut self, all: &[Run]) -> String {
        let mut runs = String::new();
        let mut apart = "";
        for run in all {
            if let (Run::Number(number), false) = (run, self.numbered) {
                runs.push_str(&set(std::mem::take(&mut apart)));
                runs.push_str(&self.comments.begun(*number));
                continue;
            }
            runs.push_str(&set(apart));
            apart = " ";
            match run {
                Run::Number(number) => {
                    runs.push_str(&self.comments.begun(*number));
                    runs.push_str(&styled("SentenceNumber", &format!("[{number}]")));
                }
                Run::Plain(words) | Run::Said(words) => {
                    runs.push_str(&set(words));
                    runs.push_str(&self.comments.ended());
                }
                Run::Strong(words) => runs.push_str(&styled("Strong", words)),
                Run::Noted(words, number) => {
                    runs.push_str(&self.comments.begun(*number));
                    runs.push_str(&set(words));
                    runs.push_str(&self.comments.ended());
                    runs.push_str(&self.note(*number));
                }
                Run::Cited(citations) => self.cited(&mut runs, citations),
            }
        }
        runs
    }

    /// Returns the mark of a footnote; where the note has its mark elsewhere, or there is none, the number in brackets.
    fn note(&mut self, number: usize) -> String {
        match self.anchors.has_note(number) && self.noted.insert(number) {
            true => format!(
                "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
            ),
            false => styled("FootnoteReference", &format!("[{number}]")),
        }
    }

    fn cited(&self, runs: &mut String, citations: &[Citation]) {
        runs.push_str(&set("["));
        for (nth, citation) in citations.iter().enumerate() {
            let apart = if nth > 0 { "; " } else { "" };
            runs.push_str(&set(&format!("{apart}{}", citation.before)));
            for (nth, number) in citation.numbers.iter().enumerate() {
                if nth > 0 {
                    runs.push_str(&set(", "));
                }
                match number {
                    Ok(number) if self.anchors.has_evidence(*number) => {
                        let run = styled("Hyperlink", &number.to_string());
                        let _ = write!(
                            runs,
                            "<w:hyperlink w:anchor=\"evidence-{number}\">{run}</w:hyperlink>"
                        );
                    }
                    Ok(number) => runs.push_str(&set(&number.to_string())),
                    Err(id) => runs.push_str(&set(id)),
                }
            }
            runs.push_str(&set(&citation.after));
        }
        runs.push_str(&set("]"));
    }
}

/// Returns a run of plain words.
fn set(words: &str) -> String {
    run("", words)
}

fn styled(style: &str, words: &str) -> String {
    run(&format!("<w:rStyle w:val=\"{style}\"/>"), words)
}

fn run(properties: &str, words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let properties = match properties.is_empty() {
        true => String::new(),
        false => format!("<w:rPr>{properties}</w:rPr>"),
    };
    format!(
        "<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escape(words)
    )
}

/// Returns the notes; the first two are the lines that Word draws above them.
fn footnotes(blocks: &[Block]) -> String {
    let mut xml = format!(
        "{XML}<w:footnotes {WORDPROCESSING}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\n"
    );
    let notes = blocks.iter().filter_map(|block| match block {
        Block::Notes(_, notes) => Some(notes),
        _ => None,
    });
    for (nth, note) in notes.flatten().enumerate() {
        let _ = write!(xml, "<w:footnote w:id=\"{}\">", nth + 1);
        let mark =
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>";
        for (nth, words) in note.iter().map(String::as_str).enumerate() {
            let lead = if nth == 0 {
                format!("{mark}{}", set(" "))
            } else {
                String::new()
            };
            let _ = write!(
                xml,
                "<w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>{lead}{}</w:p>",
                set(words)
            );
        }
        if note.is_empty() {
            let _ = write!(
                xml,
                "<w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>{mark}</w:p>"
            );
        }
        xml.push_str("</w:footnote>\n");
    }
    xml.push_str("</w:footnotes>\n");
    xml
}

fn header(marking: &str) -> String {
    format!(
        "{XML}<w:hdr {WORDPROCESSING}>{}</w:hdr>\n",
        edge("Header", marking)
    )
}

/// Returns the foot of a page: the marking, and which page of how many it is.
fn footer(marking: &str) -> String {
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let marked = match marking.is_empty() {
        true => String::new(),
        false => edge("Header", marking),
    };
    format!(
        "{XML}<w:ftr {WORDPROCESSING}>{marked}<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}{}{}{}</w:p></w:ftr>\n",
        set("Page "),
        field("PAGE"),
        set(" of "),
        field("NUMPAGES")
    )
}

/// Returns a paragraph of words that are escaped already.
fn edge(style: &str, words: &str) -> String {
    let run = match words.is_empty() {
        true => String::new(),
        false => format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>"),
    };
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{run}</w:p>")
}

fn properties(title: &str, subject: &str) -> String {
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:language>en-GB</dc:language></cp:coreProperties>\n",
        escape(title),
        escape(subject)
    )
}

#[cfg(test)]
mod tests;
