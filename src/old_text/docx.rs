//! Documents of Word as blocks.
//!
//! Of the archive only the parts with words are unpacked, each up to a limit, so that a small file cannot become a large
//! one. Their XML is walked and not built, to a depth; nothing that it declares is expanded.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::block::{BlockKind, OldText};
use super::decode::OldTextError;
use super::html::entity;
use super::markup::MarkupPage;
use crate::text::fold;

/// The most bytes of a part.
const MOST: u64 = 32 * 1024 * 1024;
/// The deepest that elements stand in each other.
const DEEPEST: usize = 256;
/// The most parts beside the document that are looked at.
const PARTS: usize = 24;

impl OldText {
    /// Reads a document of Word. A line is a paragraph; footnotes, heads and feet of pages are rows, since they are no
    /// sentences of the text.
    ///
    /// # Errors
    /// It is no document, holds more than is read, or is not well formed.
    pub fn docx(bytes: &[u8]) -> Result<Self, OldTextError> {
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| OldTextError::NoDocument)?;
        let names: Vec<String> = archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect();
        let mut beside: Vec<&String> = names.iter().filter(|name| is_beside(name)).collect();
        // Notes are words of the text; heads and feet of pages repeat themselves.
        beside.sort_by_key(|name| (!name.contains("notes"), *name));
        let is_cut = beside.len() > PARTS;
        beside.truncate(PARTS);
        let main = part(&mut archive, "word/document.xml")?;
        let mut page = MarkupPage::default();
        let mut line = 0;
        walk(&main, &mut page, &mut line, false)?;
        for name in beside {
            let xml = part(&mut archive, name)?;
            walk(&xml, &mut page, &mut line, true)?;
        }
        let mut old = page.finish();
        old.cut |= is_cut;
        Ok(old)
    }
}

fn is_beside(name: &str) -> bool {
    let file = name
        .strip_prefix("word/")
        .and_then(|it| it.strip_suffix(".xml"));
    let kinds = ["footnotes", "endnotes", "header", "footer"];
    file.is_some_and(|file| kinds.iter().any(|kind| file.starts_with(kind)))
}

/// Returns a part of the archive.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, OldTextError> {
    let file = archive
        .by_name(name)
        .map_err(|_| OldTextError::NoDocument)?;
    let mut bytes = Vec::new();
    let read = file.take(MOST + 1).read_to_end(&mut bytes);
    read.map_err(|_| OldTextError::NoDocument)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST {
        return Err(OldTextError::TooLarge);
    }
    Ok(super::decode::decoded(&bytes))
}

/// Walks the XML of a part; `beside` is true of one that is not the document itself.
fn walk(
    xml: &str,
    page: &mut MarkupPage,
    line: &mut usize,
    beside: bool,
) -> Result<(), OldTextError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    loop {
        match reader.read_event().map_err(|_| OldTextError::NoDocument)? {
            Event::Start(mark) => {
                begin(&mark, page, line, beside);
                open.push(mark.local_name().as_ref().to_owned());
                if open.len() > DEEPEST {
                    return Err(OldTextError::TooDeep);
                }
            }
            Event::Empty(mark) => {
                begin(&mark, page, line, beside);
                end(mark.local_name().as_ref(), page);
            }
            Event::End(mark) => {
                open.pop();
                end(mark.local_name().as_ref(), page);
            }
            Event::Text(text) if is_said(&open) => {
                page.words(&text, *line);
            }
            Event::CData(text) if is_said(&open) => {
                page.words(&text, *line);
            }
            Event::GeneralRef(name) if is_said(&open) => {
                let name: &str = &name;
                let sign = entity(name).unwrap_or_else(|| format!("&{name};"));
                page.words(&sign, *line);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    page.end();
    Ok(())
}

/// Returns true inside the words of a run, and not in what is only there for programs that do not know better, nor in what
/// stands at the place to which it was moved.
fn is_said(open: &[String]) -> bool {
    let is_elsewhere = |name: &String| matches!(name.as_str(), "Fallback" | "moveFrom");
    open.last().is_some_and(|name| name == "t") && !open.iter().any(is_elsewhere)
}

fn begin(mark: &BytesStart<'_>, page: &mut MarkupPage, line: &mut usize, beside: bool) {
    match mark.local_name().as_ref() {
        "p" if beside => {
            *line += 1;
            page.begin(BlockKind::Row);
        }
        "p" => {
            *line += 1;
            page.begin(BlockKind::Paragraph);
        }
        "pStyle" if !beside => {
            let style = fold(&value(mark));
            if style.starts_with("heading") || style == "title" {
                page.mark(BlockKind::Heading);
            } else if style.starts_with("list") {
                page.mark(BlockKind::Item);
            }
        }
        "numPr" if !beside => page.mark(BlockKind::Item),
        "tbl" => page.begin_table(),
        "tr" => page.begin_row(),
        "tab" | "br" | "cr" => page.words(" ", *line),
        "noBreakHyphen" => page.words("-", *line),
        _ => {}
    }
}

fn end(name: &str, page: &mut MarkupPage) {
    match name {
        "p" => page.end(),
        "tr" => page.end_row(),
        "tbl" => page.end_table(),
        _ => {}
    }
}

/// Returns the value of a mark: its attribute `val`.
fn value(mark: &BytesStart<'_>) -> String {
    let mut attributes = mark.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let mut values = attributes.filter(|it| it.key.local_name().as_ref() == "val");
    let value = values.next();
    value.map_or_else(String::new, |it| it.value.into_owned())
}
