//! Markdown: the title a heading, each paragraph a paragraph, sources as footnotes.

use super::sources::{EVERYTHING, STANDS_ON, Sources, UNSPOKEN};
use super::{joined, line, printed};
use crate::assessment::{Assessment, Framework};
use crate::statement::{Document, Role};

/// The statement as Markdown. A protective marking is the first paragraph and the last. The signs of Markdown are escaped, so that it reads, once it is shown, word
/// for word like the text.
///
/// ```
/// use assay::assessment::{Assessment, Framework};
/// use assay::{render, statement};
///
/// let mut framework = Framework::default();
/// framework.words.greeting = "1. Is *this* a list? No.".into();
/// let draft = Assessment::new("d", &framework);
/// let document = statement::weave(&draft, &framework);
/// assert_eq!(render::markdown(&document), "1\\. Is \\*this\\* a list? No.\n");
/// ```
pub fn markdown(document: &Document) -> String {
    let blocks =
        printed(document).map(|(role, sentences)| block(role, &escape(&joined(&sentences))));
    together(document, blocks.collect())
}

/// The statement as Markdown with a footnote to each sentence that tells what it stands on and what
/// shaped it; then a list of what is not spoken, and why.
pub fn markdown_sources(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
) -> String {
    let sources = Sources::new(assessment, framework);
    let mut blocks = Vec::new();
    let mut notes = Vec::new();
    for (role, sentences) in printed(document) {
        let numbered: Vec<String> = sentences
            .iter()
            .map(|(words, sentence)| {
                notes.push(sources.of(sentence));
                format!("{}[^{}]", escape(words), notes.len())
            })
            .collect();
        blocks.push(block(role, &numbered.join(" ")));
    }
    if document.unspoken.is_empty() {
        blocks.push(escape(EVERYTHING));
    } else {
        let items = document.unspoken.iter();
        let items: Vec<String> = items
            .map(|item| format!("- {}", escape(&sources.unspoken(item))))
            .collect();
        blocks.push(format!("## {}", escape(UNSPOKEN)));
        blocks.push(items.join("\n"));
    }
    if !notes.is_empty() {
        // Footnotes are shown last wherever they stand, so their heading is the last one.
        blocks.push(format!("## {}", escape(STANDS_ON)));
    }
    let notes = notes.iter().enumerate();
    blocks
        .extend(notes.map(|(nth, note)| format!("[^{}]: {}.", nth + 1, escape(&note.join(". ")))));
    together(document, blocks)
}

fn block(role: &Role, words: &str) -> String {
    match role {
        Role::Title => format!("# {words}"),
        _ => words.to_owned(),
    }
}

/// The whole print, between its marking.
fn together(document: &Document, mut blocks: Vec<String>) -> String {
    if blocks.is_empty() {
        return String::new();
    }
    let marking = escape(&line(&document.marking));
    if !marking.is_empty() {
        blocks.insert(0, marking.clone());
        blocks.push(marking);
    }
    blocks.join("\n\n") + "\n"
}

/// A text on one line with everything escaped that Markdown would take for a sign of its own. Any sign
/// of ASCII may be escaped, so in doubt it is.
fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() + line.len() / 16);
    // At the head of a block, a dash or plus opens a list, digits with a stop or bracket a
    // numbered one; "=" and ":" rule and define under a block that some readers glue on.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, sign) in line.char_indices() {
        let opens = match sign {
            '-' | '+' | '=' | ':' => at == 0,
            '.' | ')' => at == digits && digits > 0,
            _ => false,
        };
        // "#" everywhere, because at the end of a heading it is taken off.
        let anywhere = matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '^' | '#'
        );
        if opens || anywhere {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}
