//! Pages of HTML as blocks. Marks are taken off; nothing is fetched, and nothing in a page is obeyed.

use quick_xml::escape::resolve_html5_entity;

use super::block::{BlockKind, OldText};
use super::markup::MarkupPage;
use crate::text::fold;

/// Elements whose words are not shown.
const UNSEEN: [&str; 7] = [
    "script", "style", "head", "noscript", "template", "svg", "iframe",
];

/// Elements that stand by themselves.
const BLOCKS: [&str; 27] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "tbody",
    "thead",
    "figure",
    "figcaption",
    "form",
    "address",
    "pre",
    "hr",
    "br",
    "td",
    "th",
];

/// The longest name of an entity.
const ENTITY: usize = 34;

impl OldText {
    /// Reads a page of HTML.
    ///
    /// ```
    /// use assay::old_text::OldText;
    ///
    /// let text = OldText::html("<h1>A &amp; B</h1><p>The <b>for</b>ce listens.<li>It acts&hellip;");
    /// let blocks: Vec<&str> = text.blocks.iter().map(|it| it.text.as_str()).collect();
    /// assert_eq!(blocks, ["A & B", "The force listens.", "It acts…"]);
    /// ```
    pub fn html(page: &str) -> Self {
        let mut read = MarkupPage::default();
        let mut rest = page;
        let mut line = 1;
        while let Some(at) = rest.find('<') {
            let (words, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
            line += spoken(&mut read, words, line);
            let Some(mark) = HtmlMark::at(behind) else {
                read.words("<", line);
                rest = behind.get(1..).unwrap_or_default();
                continue;
            };
            let mut length = mark.length;
            if UNSEEN.contains(&mark.name.as_str()) && !mark.closes {
                length += unseen(behind.get(length..).unwrap_or_default(), &mark.name);
            } else {
                obey(&mut read, &mark);
            }
            let (taken, after) = behind.split_at_checked(length).unwrap_or((behind, ""));
            line += taken.matches('\n').count();
            rest = after;
        }
        spoken(&mut read, rest, line);
        read.finish()
    }
}

/// Adds the words between two marks. Returns how many lines end in them.
fn spoken(read: &mut MarkupPage, words: &str, line: usize) -> usize {
    read.words(&without_entities(words), line);
    words.matches('\n').count()
}

/// Does what a mark says of the block that is open.
fn obey(read: &mut MarkupPage, mark: &HtmlMark) {
    let name = mark.name.as_str();
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !mark.closes => read.begin(BlockKind::Heading),
        "li" if !mark.closes => read.begin(BlockKind::Item),
        "tr" if !mark.closes => read.begin_row(),
        "tr" => read.end_row(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" => read.end(),
        _ if BLOCKS.contains(&name) => read.end(),
        _ => {}
    }
}

/// A mark of a page.
struct HtmlMark {
    name: String,
    closes: bool,
    length: usize,
}

impl HtmlMark {
    /// Returns the mark with which a text begins; `None` where a sign only looks like one.
    fn at(text: &str) -> Option<Self> {
        if text.starts_with("<!--") {
            let end = text.find("-->").map(|at| at + 3);
            return Some(Self::unnamed(end.unwrap_or(text.len())));
        }
        let inside = text.strip_prefix('<')?;
        let closes = inside.starts_with('/');
        let named = inside.strip_prefix('/').unwrap_or(inside);
        let first = named.chars().next()?;
        if matches!(first, '!' | '?') {
            let end = text.find('>').map(|at| at + 1);
            return Some(Self::unnamed(end.unwrap_or(text.len())));
        }
        if !first.is_ascii_alphabetic() {
            return None;
        }
        let name = named
            .split(|sign: char| !sign.is_ascii_alphanumeric())
            .next()?;
        let mut quote = None;
        let mut ends = text.char_indices().skip(1).filter(|(_, sign)| {
            match (quote, *sign) {
                (None, '"' | '\'') => quote = Some(*sign),
                (Some(open), sign) if open == sign => quote = None,
                (None, '>') => return true,
                _ => {}
            }
            false
        });
        // A mark that nobody closes is none: its words are not lost.
        let end = ends.next()?.0 + 1;
        Some(Self {
            name: fold(name),
            closes,
            length: end,
        })
    }

    fn unnamed(length: usize) -> Self {
        Self {
            name: String::new(),
            closes: false,
            length,
        }
    }
}

/// Returns how many bytes it is to the end of an element whose words are not shown.
fn unseen(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("</")) {
        let close = from + at;
        let mark = text.get(close..).and_then(HtmlMark::at);
        if let Some(mark) = mark.filter(|it| it.name == name) {
            return close + mark.length;
        }
        from = close + 2;
    }
    // A head that is not closed ends with its body.
    let body = text.find("<body").or_else(|| text.find("<BODY"));
    body.unwrap_or(text.len())
}

/// Returns words with the characters for which entities stand; what is none stays.
fn without_entities(words: &str) -> String {
    let mut clean = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once('&') {
        clean.push_str(before);
        let end = behind.bytes().take(ENTITY).position(|byte| byte == b';');
        let found = end.and_then(|end| {
            let name = behind.get(..end)?;
            Some((entity(name)?, behind.get(end + 1..)?))
        });
        match found {
            Some((sign, after)) => {
                clean.push_str(&sign);
                rest = after;
            }
            None => {
                clean.push('&');
                rest = behind;
            }
        }
    }
    clean + rest
}

/// Returns the characters for which an entity stands.
pub(super) fn entity(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(str::to_owned);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).map(String::from)
}
