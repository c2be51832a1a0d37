<<<<<<< HEAD
//! Markdown: the title a heading, each paragraph a paragraph, sources as footnotes.

use super::sources::{EVERYTHING, STANDS_ON, Sources, UNSPOKEN};
use super::{joined, printed};
use crate::assessment::{Assessment, Framework};
use crate::statement::{Document, Role};

/// The statement as Markdown. The signs of Markdown are escaped, so that it reads, once it is shown, word
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
    together(blocks.collect())
}

/// The statement as Markdown with a footnote to each sentence that tells what it stands on and what
/// shaped it; then a list of what is not spoken, and why.
=======
//! The statement as Markdown.

use super::sources::Sourced;
use super::text::spelt;
use crate::assessment::{Assessment, Framework};
use crate::statement::{Document, Paragraph, Role};

/// The statement as Markdown: the title as a heading, each paragraph on one line.
pub fn markdown(document: &Document) -> String {
    let paragraphs = document.paragraphs.iter();
    spelt(paragraphs.map(|each| paragraph(each, None)).collect())
}

/// The statement with a number after each sentence, and the list of what each stands on below.
>>>>>>> statement
pub fn markdown_sources(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
) -> String {
<<<<<<< HEAD
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
    together(blocks)
}

fn block(role: &Role, words: &str) -> String {
    match role {
        Role::Title => format!("# {words}"),
        _ => words.to_owned(),
    }
}

fn together(blocks: Vec<String>) -> String {
    match blocks.is_empty() {
        true => String::new(),
        false => blocks.join("\n\n") + "\n",
    }
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
=======
    let sourced = Sourced::new(document, assessment, framework);
    let mut blocks: Vec<String> = sourced
        .paragraphs()
        .map(|(each, from)| paragraph(each, from))
        .collect();
    if !sourced.entries.is_empty() {
        blocks.push("## Sources".to_owned());
    }
    // A list without blank lines between its items, so that it prints close.
    let items = sourced.entries.iter().map(|entry| {
        let number = format!("{}. ", entry.number);
        let indent = " ".repeat(number.len());
        let lines = entry.lines.iter();
        let lines = lines.map(|line| format!("\n{indent}- {}", escaped(line)));
        format!(
            "{number}{}{}",
            escaped(&entry.head),
            lines.collect::<String>()
        )
    });
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        blocks.push(items.join("\n"));
    }
    if !sourced.unspoken.is_empty() {
        blocks.push("## Not spoken".to_owned());
        let lines = sourced.unspoken.iter();
        let lines: Vec<String> = lines.map(|line| format!("- {}", escaped(line))).collect();
        blocks.push(lines.join("\n"));
    }
    spelt(blocks)
}

fn paragraph(paragraph: &Paragraph, from: Option<usize>) -> String {
    let sentences = paragraph.sentences.iter().enumerate();
    let sentences = sentences.map(|(nth, sentence)| {
        let text = escaped_inside(&sentence.text);
        match from {
            Some(from) => format!("{text} \\[{}\\]", from + nth),
            None => text,
        }
    });
    let line = sentences.collect::<Vec<_>>().join(" ");
    match paragraph.role {
        Role::Title => format!("# {line}"),
        _ => head_escaped(line),
    }
}

/// A line in which nothing is markup.
fn escaped(line: &str) -> String {
    head_escaped(escaped_inside(line))
}

/// Escapes what is markup anywhere in a line.
fn escaped_inside(line: &str) -> String {
    let mut safe = String::with_capacity(line.len());
    for sign in line.chars() {
        if matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$'
        ) {
            safe.push('\\');
        }
        safe.push(sign);
    }
    safe
}

/// Escapes what is markup only at the head of a line: headings, lists, rules.
fn head_escaped(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line.get(digits..).unwrap_or_default();
    if digits > 0 && after.starts_with(['.', ')']) {
        let number = line.get(..digits).unwrap_or_default();
        return format!("{number}\\{after}");
    }
    if line.starts_with(['#', '+', '-', '=', ':']) {
        return format!("\\{line}");
    }
    line
>>>>>>> statement
}
