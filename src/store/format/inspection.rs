//! Reading and saving an inspection, which groups drafts.
//!
//! It is a file like a draft: its author's comments, order and own keys stay where they are. So it is read and saved
//! by what reads and saves the records of a draft; serde would need a second description of the same record, stop at
//! the first mistake, and leave nothing of the file to save into.

use toml_edit::Document;

use super::draft::FORMAT;
use super::fields::{Path, Site};
use super::limits::MAX_ITEMS;
use super::literal::Style;
use super::problem::{FileProblem, LocatedProblem, Refused, located, shown};
use super::reader::{Node, TomlReader};
use super::removed::RemovedText;
use super::source::{parse, parse_known, refused};
use super::tables::{DRAFTS, FORMAT_KEY};
use super::write::{Unwritable, Writer};
use crate::assessment::{Inspection, MAX_DRAFTS};

/// An inspection, read.
#[derive(Clone, Debug)]
pub struct ReadInspection {
    /// What it says.
    pub inspection: Inspection,
    /// Why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// What is likely to be a slip.
    pub warnings: Vec<FileProblem>,
}

/// Reads an inspection. `name` is the file as the user named it, for messages. The drafts that it names are not
/// looked for.
///
/// # Errors
/// Everything that is wrong with the file, each with its line and what would be right: a draft that is named
/// twice, or by a path that leads out of the folder of the inspection, among it.
pub fn read_inspection(name: &str, text: &str) -> Result<ReadInspection, Refused> {
    let document = parse(name, text, MAX_ITEMS)?;
    let mut reader = TomlReader::new(text);
    let newer = reader.format(document.as_table());
    if document.as_table().get(FORMAT_KEY).is_none() {
        let hint = format!("write {FORMAT_KEY} = {FORMAT} at the top of the file");
        reader.problem(0, "the file has no \"format\"", hint);
    }
    let inspection = reader.inspection(&document);
    if newer.is_some() {
        reader.warnings.append(&mut reader.problems);
    }
    // Whatever a newer Assay may allow, no path leads elsewhere from here.
    reader.stray(&document);
    if !reader.problems.is_empty() {
        return Err(refused(name, text, reader.problems));
    }
    let read_only = newer.map(|newer| {
        format!(
            "made by a newer Assay (format {newer}); this one writes format {FORMAT}, so the inspection can be read but not changed here"
        )
    });
    Ok(ReadInspection {
        inspection,
        read_only,
        warnings: located(text, reader.warnings, usize::MAX).0,
    })
}

/// The text of an inspection after a change; see [`super::save`].
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
    let root = Site::Lines(document.as_table());
    writer.fields(root, &Path::fixed(""), before, after);
    let text = writer.finish();
    let says = |text: &str| Some(TomlReader::new(text).inspection(&parse_known(text)?));
    match says(&text) {
        Some(said) if said == *after => Ok(text),
        _ => Err(Unwritable),
    }
}

/// The text of a new inspection.
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

/// What keeps a path from being that of a draft of an inspection; nothing where it is one. It begins at the
/// folder of the inspection and stays inside, however the machine spells paths.
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

/// How long a path may be, in bytes.
const MAX_PATH: usize = 1_000;

impl TomlReader<'_> {
    fn inspection(&mut self, document: &Document<&str>) -> Inspection {
        self.record(&Node {
            label: "the top of the file".into(),
            at: 0,
            table: document.as_table(),
        })
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
            // Told where the field was read.
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
            let found = match stray_path(path) {
                Some(hint) => (format!("\"{}\" names no draft here", shown(path)), hint),
                None if !known.insert(same(path)) => (
                    format!("\"{}\" is named twice", shown(path)),
                    "take one of the two out",
                ),
                None => continue,
            };
            self.problems.push(LocatedProblem {
                at: span.start,
                what: found.0,
                hint: found.1.to_owned(),
            });
        }
    }
}

/// A path without what makes no difference to where it leads.
fn same(path: &str) -> String {
    let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str = "# Ours, with care.\nformat = 1\nid = \"coast\" # never change\ntitle = \"The coast\"\nmine = 7\n\n# Both of them.\ndrafts = [\n    \"a.toml\", # the first\n    # the second came late\n    \"north/b.toml\",\n]\n";

    fn read(text: &str) -> Result<Inspection, String> {
        let read = read_inspection("i.toml", text);
        read.map(|read| read.inspection).map_err(|e| e.to_string())
    }

    fn saved(text: &str, change: impl Fn(&mut Inspection)) -> String {
        let before = read(text).unwrap();
        let mut after = before.clone();
        change(&mut after);
        let text = save_inspection(text, &before, &after, &mut RemovedText::default()).unwrap();
        assert_eq!(read(&text).unwrap(), after);
        text
    }

    #[test]
    fn an_edit_keeps_every_comment_and_key_of_the_author() {
        let added = saved(TEXT, |it| it.drafts.push("c.toml".into()));
        let wanted = TEXT.replace("b.toml\",\n", "b.toml\",\n    \"c.toml\",\n");
        assert_eq!(added, wanted);
        let removed = saved(TEXT, |it| {
            it.drafts.remove(0);
        });
        assert!(removed.contains("# the second came late\n    \"north/b.toml\",\n]"));
        assert!(removed.contains("# Both of them.") && removed.contains("mine = 7"));
        let dated = saved(TEXT, |it| it.published = "2023-05-19".into());
        let wanted = TEXT.replace("coast\"\nmine", "coast\"\npublished = 2023-05-19\nmine");
        assert_eq!(dated, wanted);
    }

    #[test]
    fn an_inspection_without_drafts_is_still_one() {
        let empty = saved(TEXT, |it| it.drafts.clear());
        assert!(read(&empty).unwrap().drafts.is_empty(), "{empty}");
        let fresh = fresh_inspection(&Inspection {
            id: "i".into(),
            title: "\u{1b}[2J".into(),
            ..Inspection::default()
        });
        assert!(fresh.contains("drafts = []\n") && fresh.contains("\\u001B"));
        saved(&fresh, |it| it.drafts = vec!["a.toml".into()]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, told) in [
            ("id = \"i\"\ndrafts = []", "1:1: the file has no \"format\""),
            ("format = 1\ndrafts = []", "has no \"id\""),
            ("format = 1\nid = \"i\"", "1:1: the file has no \"drafts\""),
            (
                "format = 1\nid = \"i\"\ndrafts = [1]",
                "3:10: \"drafts\" is a list",
            ),
            (
                "format = 1\nid = \"i\"\ndrafts = 'a'",
                "3:10: \"drafts\" is a text",
            ),
            (
                "format = 1\nid = \"i\"\ndrafts = [\"a\", \"./a\"]",
                "3:16: \"./a\" is named twice",
            ),
            (
                "format = 1\nid = \"i\"\npublished = 2023\ndrafts = []",
                "3:13: \"published\" is a number; write a day as 2023-05-19",
            ),
        ] {
            let wrong = read(text).unwrap_err();
            assert!(wrong.contains(told), "{wrong}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_inspections_folder() {
        for path in [
            "../a.toml",
            "b/../../a.toml",
            "/etc/passwd",
            "C:/a.toml",
            "..\\\\a.toml",
            "a\\u0000.toml",
            "",
            " ",
        ] {
            for format in [1, 2] {
                let text = format!("format = {format}\nid = \"i\"\ndrafts = [\"{path}\"]");
                let wrong = read(&text).unwrap_err();
                assert!(wrong.starts_with("i.toml:3:11: "), "{path}: {wrong}");
            }
        }
        let good = "format = 1\nid = \"i\"\ndrafts = [\"a/b.toml\", \"..a.toml\", \"./c.toml\"]";
        assert_eq!(read(good).unwrap().drafts.len(), 3);
        let many = format!(
            "format = 1\nid = \"i\"\ndrafts = [{}]",
            "\"a\",".repeat(10_001)
        );
        let wrong = read(&many).unwrap_err();
        assert!(wrong.contains("3:10: \"drafts\" names 10001"), "{wrong}");
    }

    #[test]
    fn an_inspection_of_a_newer_assay_is_read_and_not_changed() {
        let newer = TEXT.replace("format = 1", "format = 2");
        let read = read_inspection("i.toml", &newer).unwrap();
        assert!(read.read_only.is_some_and(|why| why.contains("format 2")));
        assert_eq!(read.inspection.drafts.len(), 2);
    }
}
