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
pub fn markdown_sources(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
) -> String {
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
}
