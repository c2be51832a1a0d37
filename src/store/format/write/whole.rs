//! A save in the tree of a whole text, whatever the change.

use toml_edit::{Item, Value as Toml};

use crate::assessment::{Assessment, Framework, Judgment, List, RecordAt, Single};
use crate::store::format::fields::{FieldSite, RecordPath};
use crate::store::format::inline::{ListPart, relist};
use crate::store::format::lists::{ListAt, ListPlace};
use crate::store::format::literal::key as literal_key;
use crate::store::format::parts::content_of;
use crate::store::format::removed::RemovedText;
use crate::store::format::source::parse_known;
use crate::store::format::tables::{GRADES, singles};
use crate::store::format::writer::Writer;

/// A draft's text cannot be changed to what it should say. The text is laid out in a way that
/// this program does not know, or two items have one id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the draft's text is laid out in a way that cannot be changed safely")]
pub struct Unwritable;

/// Returns the text of a draft after a change.
///
/// # Errors
/// No text was found that is read back as `after`.
pub(super) fn whole(
    base: &str,
    before: &Assessment,
    after: &Assessment,
    framework: &Framework,
    removed_text: &mut RemovedText,
) -> Result<String, Unwritable> {
    let document = parse_known(base).ok_or(Unwritable)?;
    let mut writer = Writer::new(&document, removed_text);
    let root = FieldSite::Lines(document.as_table());
    writer.fields(root, &RecordPath::fixed(""), &before.head, &after.head);
    for single in singles() {
        writer.single(single, before, after);
    }
    writer.grades(before, after, framework);
    for list in List::ALL {
        writer.list(*list, before, after);
    }
    let text = writer.finish();
    let mut expected = after.clone();
    expected
        .grades
        .retain(|_, judgment| *judgment != Judgment::default());
    match content_of(&text, framework) {
        Some(read) if read == expected => Ok(text),
        _ => Err(Unwritable),
    }
}

impl Writer<'_> {
    fn single(&mut self, single: Single, before: &Assessment, after: &Assessment) {
        let (name, at) = (single.word(), RecordAt::Single(single));
        let (Some(was), Some(now)) = (before.record(at), after.record(at)) else {
            return;
        };
        if was == now {
            return;
        }
        match self.root().get(name).and_then(FieldSite::of) {
            Some(site) => self.fields(site, &RecordPath::fixed(name), was, now),
            None if self.put_dotted_back(self.root(), name, now) => {}
            None => {
                let text = self.style.table(&format!("[{name}]"), now);
                let text = format!("{}{text}", self.style.eol);
                self.put_after(self.place_of(name), text);
            }
        }
    }

    fn list(&mut self, list: List, before: &Assessment, after: &Assessment) {
        let (was, now) = (before.records(list), after.records(list));
        if was == now {
            return;
        }
        let name = list.word();
        let header = format!("[[{name}]]");
        let at = ListAt {
            name: name.to_owned(),
            header: &header,
            place: ListPlace::Top(name),
        };
        match self.root().get(name) {
            Some(Item::Value(Toml::Array(array))) => self.array(&at, array, &was, &now),
            Some(Item::ArrayOfTables(tables)) => self.tables(&at, Some(tables), &was, &now),
            _ => self.tables(&at, None, &was, &now),
        }
    }

    fn grades(&mut self, before: &Assessment, after: &Assessment, framework: &Framework) {
        let named = framework.headings.iter().map(|heading| &heading.id);
        let mut headings: Vec<&String> = named.collect();
        for heading in before.grades.keys().chain(after.grades.keys()) {
            if !headings.contains(&heading) {
                headings.push(heading);
            }
        }
        let written = self.root().get(GRADES);
        let mut fresh = Vec::new();
        let mut last = None;
        for heading in headings {
            let item = written.and_then(|grades| grades.as_table_like()?.get(heading));
            let piece = item.and_then(|item| self.layout.last_of(item));
            let (was, now) = (before.judgment(heading), after.judgment(heading));
            match item.and_then(FieldSite::of) {
                _ if was == now => {}
                Some(site) => {
                    let path = RecordPath::fixed(&format!("{GRADES}/{heading}"));
                    self.fields(site, &path, &was, &now);
                }
                None => fresh.push((heading, now, last)),
            }
            last = piece.or(last);
        }
        match written {
            Some(Item::Value(Toml::InlineTable(table))) if !fresh.is_empty() => {
                let mut ends: Vec<usize> = table
                    .get_values()
                    .iter()
                    .filter_map(|(_, value)| Some(value.span()?.end))
                    .collect();
                ends.sort_unstable();
                let mut parts: Vec<ListPart> = (0..ends.len()).map(ListPart::Old).collect();
                for (heading, now, _) in fresh {
                    let text = format!("{} = {}", literal_key(heading), self.style.inline(&now));
                    parts.push(ListPart::New(text));
                }
                relist(
                    &mut self.patch,
                    table.span().unwrap_or_default(),
                    &ends,
                    &parts,
                );
            }
            _ => {
                // Judgments that are written with dots have no table of their own, but for that of all.
                let table = match written {
                    None => Some(self.root()),
                    Some(Item::Table(table)) if table.is_dotted() => Some(self.root()),
                    Some(Item::Table(table)) => Some(table),
                    Some(_) => None,
                };
                for (heading, now, after) in fresh {
                    let name = format!("{GRADES}/{heading}");
                    if !table.is_some_and(|table| self.put_dotted_back(table, &name, &now)) {
                        self.new_judgment(heading, &now, after);
                    }
                }
            }
        }
    }

    fn new_judgment(&mut self, heading: &str, now: &Judgment, after: Option<usize>) {
        let header = format!("[{GRADES}.{}]", literal_key(heading));
        let text = format!("{}{}", self.style.eol, self.style.table(&header, now));
        let place = match (after, self.first_grade()) {
            (Some(piece), _) => piece,
            // Earlier than all that are written: where they begin.
            (None, Some(first)) => first.saturating_sub(1),
            (None, None) => self.place_of(GRADES),
        };
        self.put_after(place, text);
    }

    /// Returns the first piece of the tables of judgments.
    fn first_grade(&self) -> Option<usize> {
        match self.root().get(GRADES)? {
            Item::Table(table) if !table.is_dotted() => self.layout.group(table).first().copied(),
            _ => None,
        }
    }
}
