//! The statement as plain text.

use textwrap::{Options, WordSplitter, WrapAlgorithm};

use super::sources::Sourced;
use crate::assessment::{Assessment, Framework};
use crate::statement::{Document, Paragraph};
use crate::text::visible;

/// The statement as text: one line a paragraph, or wrapped to a width; a blank line between
/// paragraphs, and one newline at the end.
pub fn text(document: &Document, width: Option<usize>) -> String {
    let paragraphs = document.paragraphs.iter();
    let paragraphs = paragraphs.map(|paragraph| wrapped(&paragraph.text(), width, ""));
    spelt(paragraphs.collect())
}

/// The statement with a number after each sentence, and what each stands on below.
pub fn text_sources(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    width: Option<usize>,
) -> String {
    let sourced = Sourced::new(document, assessment, framework);
    let numbered = |paragraph: &Paragraph, from: Option<usize>| {
        let sentences = paragraph.sentences.iter().enumerate();
        let sentences = sentences.map(|(nth, sentence)| match from {
            Some(from) => format!("{} [{}]", sentence.text, from + nth),
            None => sentence.text.clone(),
        });
        wrapped(&sentences.collect::<Vec<_>>().join(" "), width, "")
    };
    let mut blocks: Vec<String> = sourced
        .paragraphs()
        .map(|(paragraph, from)| numbered(paragraph, from))
        .collect();
    if !sourced.entries.is_empty() {
        blocks.push("Sources".to_owned());
    }
    for entry in &sourced.entries {
        let head = format!("[{}] {}", entry.number, entry.head);
        let lines = entry.lines.iter().map(|line| (line.as_str(), "    "));
        let lines = std::iter::once((head.as_str(), "")).chain(lines);
        let lines: Vec<String> = lines
            .map(|(line, lead)| wrapped(line, width, lead))
            .collect();
        blocks.push(lines.join("\n"));
    }
    if !sourced.unspoken.is_empty() {
        blocks.push("Not spoken".to_owned());
        let lines = sourced.unspoken.iter();
        let lines: Vec<String> = lines.map(|line| wrapped(line, width, "    ")).collect();
        blocks.push(lines.join("\n"));
    }
    spelt(blocks)
}

/// Blocks with a blank line between them, and nothing hidden in them.
pub(super) fn spelt(blocks: Vec<String>) -> String {
    let mut text = blocks.join("\n\n");
    text.push('\n');
    visible(&text).into_owned()
}

/// A line, indented and wrapped where there is a width. Words keep their hyphens whole.
fn wrapped(line: &str, width: Option<usize>, lead: &str) -> String {
    let line = visible(line);
    let Some(width) = width else {
        return format!("{lead}{line}");
    };
    let options = Options::new(width.max(1))
        .initial_indent(lead)
        .subsequent_indent(lead)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::fill(&line, options)
}
