//! Reading and saving an inspection, which groups drafts.
//!
//! It is a file like a draft: its author's comments, order and own keys stay where they are. So it is read and saved
//! by what reads and saves the records of a draft; serde would need a second description of the same record, stop at
//! the first mistake, and leave nothing of the file to save into.

use toml_edit::Document;

use super::draft::{FORMAT, made_by_newer};
use super::fields::{FieldSite, RecordPath};
use super::limits::MAX_ITEMS;
use super::literal::Style;
use super::problem::{FileProblem, Refused, located, shown};
use super::reader::{Node, TomlReader};
use super::removed::RemovedText;
use super::source::{parse, parse_known, refused};
use super::tables::{DRAFTS, FORMAT_KEY};
use super::write::Unwritable;
use super::writer::Writer;
use crate::assessment::{Inspection, MAX_DRAFTS};

/// An inspection, read.
#[derive(Clone, Debug)]
pub struct ReadInspection {
    /// The content.
    pub inspection: Inspection,
    /// The reason why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// Likely slips.
    pub warnings: Vec<FileProblem>,
}

/// Reads an inspection. `name` is the file as the user named it, for messages. The drafts that it names are not
/// looked for.
///
/// # Errors
/// Everything that is wrong with the file, each with its line and what would be right: a draft that is named
/// twice, or by a path that leads out of the folder of the inspection, among it.
pub fn read_inspection(name: &str, text: &str) -> Result<ReadInspection, Refused> {
    read_parsed(name, &parse(name, text, MAX_ITEMS)?)
}

/// Reads an inspection from a text that is parsed.
pub(super) fn read_parsed(
    name: &str,
    document: &Document<&str>,
) -> Result<ReadInspection, Refused> {
    let text = document.raw();
    let mut reader = TomlReader::new(text);
    let newer = reader.format(document.as_table());
    if document.as_table().get(FORMAT_KEY).is_none() {
        let hint = format!("write {FORMAT_KEY} = {FORMAT} at the top of the file");
        reader.problem(0, "the file has no \"format\"", hint);
    }
    let inspection = reader.inspection(document);
    if newer.is_some() {
        reader.warnings.append(&mut reader.problems);
    }
    // Whatever a newer Assay may allow, no path leads elsewhere from here.
    reader.stray(document);
    if !reader.problems.is_empty() {
        return Err(refused(name, text, reader.problems));
    }
    Ok(ReadInspection {
        inspection,
        read_only: newer.map(|newer| made_by_newer("inspection", newer)),
        warnings: located(text, reader.warnings, usize::MAX).0,
    })
}

/// Returns the text of an inspection after a change; see [`super::save`].
///
/// # Errors
/// No text was found that is read back as `after`.
pub fn save_inspection(
    base: &str,
    before: &Inspection,
    after: &Inspection,
    removed_text: &mut RemovedText,
) -> Result<String, Unwritable> {
    if before == after {
        return Ok(base.to_owned());
    }
    let document = parse_known(base).ok_or(Unwritable)?;
    let mut writer = Writer::new(&document, removed_text);
    let root = FieldSite::Lines(document.as_table());
    writer.fields(root, &RecordPath::fixed(""), before, after);
    let text = writer.finish();
    let content_of = |text: &str| Some(TomlReader::new(text).inspection(&parse_known(text)?));
    match content_of(&text) {
        Some(read) if read == *after => Ok(text),
        _ => Err(Unwritable),
    }
}

/// Returns the text of a new inspection.
pub fn fresh_inspection(inspection: &Inspection) -> String {
    let style = Style {
        eol: "\n",
        tall: true,
    };
    format!(
        "# An inspection for Assay: one theme, and a draft for each body, named from the folder of this file.\n\
         # Edit it there or here: your comments, order, blank lines and keys of your own are kept.\n\
         {FORMAT_KEY} = {FORMAT}\n{}",
        style.lines(inspection)
    )
}

/// Returns what is wrong with the path of a draft of an inspection, or `None` where nothing is. A good path begins at
/// the folder of the inspection and stays inside, however the machine spells paths.
pub fn stray_path(path: &str) -> Option<&'static str> {
    let inside = "write the path from the folder of this file, inside it";
    let drive = path.as_bytes().get(1) == Some(&b':');
    match () {
        () if path.trim().is_empty() => Some("write the name of a draft's file"),
        () if path.len() > MAX_PATH => Some("write a shorter path"),
        () if path.contains(char::is_control) => Some("write a path without control characters"),
        () if path.contains('\\') => Some("write / between folders"),
        () if path.starts_with('/') || drive => Some(inside),
        () if path.split('/').any(|part| part == "..") => Some(inside),
        () => None,
    }
}

/// The greatest length of a path, in bytes.
const MAX_PATH: usize = 1_000;

impl TomlReader<'_> {
    fn inspection(&mut self, document: &Document<&str>) -> Inspection {
        self.record(&Node::root("the top of the file", document.as_table()))
    }

    /// Notes drafts that are named by a path that leads elsewhere, or twice; and that there is no list of them.
    fn stray(&mut self, document: &Document<&str>) {
        let Some(item) = document.as_table().get(DRAFTS) else {
            let hint = "write drafts = [\"…\"], with the file of each draft";
            self.problem(
                0,
                "the file has no \"drafts\", so it is no inspection",
                hint,
            );
            return;
        };
        let Some(drafts) = item.as_array() else {
            // Reported where the field was read.
            return;
        };
        if drafts.len() > MAX_DRAFTS {
            let what = format!("\"drafts\" names {}", drafts.len());
            let hint = format!("{MAX_DRAFTS} are the most that are read; make two files of it");
            self.problem(super::reader::start(item), what, hint);
            return;
        }
        let mut known = std::collections::BTreeSet::new();
        for value in drafts {
            let (Some(path), Some(span)) = (value.as_str(), value.span()) else {
                continue;
            };
            let (what, hint) = match stray_path(path) {
                Some(hint) => ("names no draft here", hint),
                None if !known.insert(same(path)) => ("is named twice", "take one of the two out"),
                None => continue,
            };
            self.problem(span.start, format!("\"{}\" {what}", shown(path)), hint);
        }
    }
}

/// Returns a path without what makes no difference to where it leads.
fn same(path: &str) -> String {
    let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests;
