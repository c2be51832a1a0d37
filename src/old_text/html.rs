//! Pages of HTML as blocks. Marks are taken off; nothing is fetched, and nothing in a page is obeyed.

use quick_xml::escape::resolve_html5_entity;

use super::block::{BlockKind, OldText};
use super::markup::MarkupPage;
use crate::text::fold;

/// Elements whose words are not shown.
const UNSEEN: [&str; 7] = [
    "script", "style", "head", "noscript", "template", "svg", "iframe",
];

/// Elements that stand within a sentence; every other one ends what stands before it.
const WITHIN: [&str; 42] = [
    "a", "abbr", "acronym", "area", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "img", "input", "ins", "kbd", "map", "mark", "output", "picture", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
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
        let mut marks = HtmlMarks::default();
        let mut rest = page;
        let mut line = 1;
        while let Some(at) = rest.find('<') {
            let (words, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
            line += spoken(&mut read, words, line);
            let Some(mark) = marks.at(behind) else {
                read.words("<", line);
                rest = behind.get(1..).unwrap_or_default();
                continue;
            };
            let mut length = mark.length;
            let opens = !mark.closes && !mark.is_empty;
            if opens && let Some(name) = UNSEEN.into_iter().find(|it| *it == mark.name) {
                length += marks.unseen(behind.get(length..).unwrap_or_default(), name);
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
        "table" if !mark.closes => read.begin_table(),
        "table" => read.end_table(),
        "tr" if !mark.closes => read.begin_row(),
        "tr" => read.end_row(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" => read.end(),
        "br" => read.line_break(),
        // Names of other vocabularies, as word processors write them, are marks of words.
        _ if name.is_empty()
            || name.contains(':')
            || WITHIN.contains(&name)
            || UNSEEN.contains(&name) => {}
        _ => read.end(),
    }
}

/// A mark of a page.
struct HtmlMark {
    name: String,
    closes: bool,
    /// True where it closes itself.
    is_empty: bool,
    length: usize,
}

impl HtmlMark {
    fn unnamed(length: usize) -> Self {
        Self {
            name: String::new(),
            closes: false,
            is_empty: false,
            length,
        }
    }
}

/// The reader of the marks of a page. What was looked for once up to the end of the page and is not there is not
/// looked for again.
#[derive(Default)]
struct HtmlMarks {
    /// True where no mark ends any more.
    none_ends: bool,
    /// True where a quote is never closed: quotes are then signs as others.
    is_misquoted: bool,
    /// The elements, and the comments, that nobody closes.
    unclosed: Vec<&'static str>,
}

impl HtmlMarks {
    /// Returns the mark with which a text begins; `None` where a sign only looks like one.
    fn at(&mut self, text: &str) -> Option<HtmlMark> {
        if text.starts_with("<!--") {
            let end = self.end_of(text, "--", |text| Some(text.find("-->")? + 3));
            return Some(HtmlMark::unnamed(end.unwrap_or(4)));
        }
        let inside = text.strip_prefix('<')?;
        let closes = inside.starts_with('/');
        let named = inside.strip_prefix('/').unwrap_or(inside);
        let first = named.chars().next()?;
        if self.none_ends || !(first.is_ascii_alphabetic() || matches!(first, '!' | '?')) {
            return None;
        }
        // A mark that nobody closes is none: its words are not lost.
        let Some(first_end) = text.find('>') else {
            self.none_ends = true;
            return None;
        };
        if !first.is_ascii_alphabetic() {
            return Some(HtmlMark::unnamed(first_end + 1));
        }
        let quoted_end = match self.is_misquoted {
            true => None,
            false => unquoted(text),
        };
        self.is_misquoted |= quoted_end.is_none();
        let end = quoted_end.unwrap_or(first_end);
        let mark = text.get(..end).unwrap_or_default();
        let name = mark.trim_start_matches(['<', '/']);
        let name = name.split(|sign: char| sign.is_whitespace() || sign == '/');
        Some(HtmlMark {
            name: fold(name.into_iter().next()?),
            closes,
            is_empty: mark.ends_with('/'),
            length: end + 1,
        })
    }

    /// Returns how many bytes it is to the end of an element whose words are not shown; none where nobody closes it.
    fn unseen(&mut self, text: &str, name: &'static str) -> usize {
        let end = self.end_of(text, name, |text| {
            let close = mark_of(text, "</", name)?;
            Some(close + text.get(close..)?.find('>')? + 1)
        });
        match (end, name) {
            (Some(end), _) => end,
            // A head that is not closed ends with its body.
            (None, "head") => {
                let body = self.end_of(text, "body", |text| mark_of(text, "<", "body"));
                body.unwrap_or(0)
            }
            (None, _) => 0,
        }
    }

    fn end_of(
        &mut self,
        text: &str,
        name: &'static str,
        find: impl Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        if self.unclosed.contains(&name) {
            return None;
        }
        let end = find(text);
        if end.is_none() {
            self.unclosed.push(name);
        }
        end
    }
}

/// Returns where the mark with which a text begins ends, behind its values; `None` where a value does not end.
fn unquoted(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut is_value = false;
    text.char_indices().skip(1).find_map(|(at, sign)| {
        match (quote, sign) {
            (None, '"' | '\'') if is_value => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            (None, '>') => return Some(at),
            _ => {}
        }
        is_value = sign == '=' || is_value && sign.is_whitespace();
        None
    })
}

/// Returns where the first mark of this name begins that opens or closes in this way.
fn mark_of(text: &str, opens: &str, name: &str) -> Option<usize> {
    text.match_indices(opens).map(|it| it.0).find(|at| {
        let named = text.get(at + opens.len()..).unwrap_or_default();
        let is_name = named.get(..name.len()).is_some_and(|it| fold(it) == name);
        let behind = named.get(name.len()..).and_then(|it| it.chars().next());
        is_name && behind.is_none_or(|sign| sign.is_whitespace() || matches!(sign, '>' | '/'))
    })
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
