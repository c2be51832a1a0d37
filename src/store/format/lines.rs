//! The places of things in the text of a draft, for problems that are found in its content.

use std::collections::HashMap;

use toml_edit::{Document, Item, TableLike};

use super::problem::LineStarts;
use super::reader::nodes;
use super::source::parse_known;
use super::tables::GRADES;
use crate::assessment::{Address, List};

/// The lines of a draft, by what stands there. Each answer is a line and a column, from 1; what is
/// not written anywhere stands where it would be written: at its table, or at the top.
///
/// ```
/// use assay::assessment::{Address, List};
/// use assay::store::format::Lines;
///
/// let lines = Lines::of("format = 1\n[subject]\nname = \"Essex Police\"\n[[findings]]\nid = \"a\"").unwrap();
/// let field = |path: &str| lines.place(&Address::Field(path.to_owned()));
/// assert_eq!(field("subject.name"), (3, 1));
/// assert_eq!(field("subject.spoken"), (2, 1));
/// assert_eq!(field("period.label"), (1, 1));
/// assert_eq!(lines.place(&Address::Item(List::Findings, "a".to_owned())), (4, 1));
/// ```
///
/// The text is walked once; afterwards each answer is a look into a table, however many are asked.
#[derive(Debug)]
pub struct Lines<'a> {
    lines: LineStarts<'a>,
    document: Document<&'a str>,
    /// The bytes at which the items of each list begin.
    items: HashMap<List, Vec<usize>>,
    /// The bytes at which tables and items of lists begin, in order.
    starts: Vec<usize>,
    /// The items by id, the first of each.
    by_id: HashMap<(List, String), usize>,
}

impl<'a> Lines<'a> {
    /// Returns the lines of a draft that was read, or `None` where the text is not TOML.
    pub fn of(text: &'a str) -> Option<Self> {
        let document = parse_known(text)?;
        let (mut items, mut by_id) = (HashMap::new(), HashMap::new());
        for list in List::ALL {
            let item = document.as_table().get(list.word());
            let (nodes, _) = item.map(|item| nodes("", item)).unwrap_or_default();
            if let Some(key) = list.id_key() {
                for node in &nodes {
                    let id = node.table.get(key).and_then(Item::as_str);
                    if let Some(id) = id {
                        by_id.entry((*list, id.to_owned())).or_insert(node.at);
                    }
                }
            }
            items.insert(*list, nodes.iter().map(|node| node.at).collect());
        }
        let tables = document.as_table().iter();
        let headers = tables.flat_map(|(_, item)| {
            let inner = item.as_table().into_iter().flat_map(|table| table.iter());
            std::iter::once(item).chain(inner.map(|(_, item)| item))
        });
        let headers = headers.filter_map(|item| Some(item.as_table()?.span()?.start));
        let mut starts: Vec<usize> = headers.collect();
        starts.extend(items.values().flatten());
        starts.sort_unstable();
        Some(Self {
            lines: LineStarts::of(text),
            starts,
            document,
            items,
            by_id,
        })
    }

    /// Returns the line and column of what an address names: an item at its header, a sentence where that stands
    /// which it says first.
    pub fn place(&self, address: &Address) -> (usize, usize) {
        self.lines.place(self.byte(address))
    }

    /// Returns the byte at which the item begins in which something is: a table, or an item of a list.
    pub fn item_at(&self, byte: usize) -> usize {
        let behind = self.starts.partition_point(|start| *start <= byte);
        let start = behind.checked_sub(1).and_then(|nth| self.starts.get(nth));
        start.copied().unwrap_or(0)
    }

    /// Returns the byte at which what an address names begins.
    pub fn byte(&self, address: &Address) -> usize {
        let at = match address {
            Address::Field(path) => self.deepest(&path.split('.').collect::<Vec<_>>()),
            Address::Judgment(heading) => self.deepest(&[GRADES, heading]),
            Address::Item(list, id) => self.by_id.get(&(*list, id.clone())).copied(),
            Address::Nth(list, at) => self.items.get(list).and_then(|it| it.get(*at).copied()),
            Address::Sentence(_) => {
                let is_finding =
                    |id: &str| self.by_id.contains_key(&(List::Findings, id.to_owned()));
                return self.byte(&address.said_first(is_finding));
            }
            Address::Value(owner, _) => return self.byte(owner),
        };
        at.unwrap_or_default()
    }

    /// Returns the last part of a path that is there.
    fn deepest(&self, path: &[&str]) -> Option<usize> {
        let mut table: &dyn TableLike = self.document.as_table();
        let mut found = None;
        for part in path {
            let Some((key, item)) = table.get_key_value(part) else {
                break;
            };
            // A table made by its own header stands at the header, and not at the header of the first
            // that names it.
            found = match item {
                Item::Table(table) => table.span(),
                _ => None,
            }
            .or_else(|| key.span())
            .or(found);
            match item.as_table_like() {
                Some(inner) => table = inner,
                None => break,
            }
        }
        found.map(|span| span.start)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn things_are_found_however_they_are_written() {
        let text = "format = 1\n\
            subject = { name = \"x\" }\n\
            [grades.victims]\ngrade = \"good\"\n\
            [grades.offenders]\n\
            [[findings]]\nid = \"a\"\n\
            [[findings]]\nid = \"b\"\n\
            [[overrides]]\nsentence = \"a+b\"\n";
        let lines = Lines::of(text).unwrap();
        assert_eq!(lines.place(&Address::Field("subject.name".into())), (2, 13));
        assert_eq!(lines.place(&Address::Judgment("victims".into())), (3, 1));
        assert_eq!(lines.place(&Address::Judgment("offenders".into())), (5, 1));
        assert_eq!(
            lines.place(&Address::Item(List::Findings, "b".into())),
            (8, 1)
        );
        assert_eq!(
            lines.place(&Address::Item(List::Overrides, "a+b".into())),
            (10, 1)
        );
        assert_eq!(lines.place(&Address::Nth(List::Findings, 0)), (6, 1));
        assert_eq!(lines.place(&Address::Nth(List::Notes, 0)), (1, 1));
        assert_eq!(
            lines.place(&Address::Item(List::Findings, "none".into())),
            (1, 1)
        );
        // The second sentence of a finding, and one that has such an id.
        assert_eq!(lines.place(&Address::Sentence("b.2".into())), (8, 1));
        assert_eq!(lines.place(&Address::Sentence("b.2+a".into())), (8, 1));
        let numbered = Lines::of("[[findings]]\nid = \"3\"\n[[findings]]\nid = \"3.2\"").unwrap();
        assert_eq!(numbered.place(&Address::Sentence("3.2".into())), (3, 1));
        assert_eq!(numbered.place(&Address::Sentence("3.1".into())), (1, 1));
        let inline =
            Lines::of("format = 1\noutlook = [\n  { id = \"x\" },\n  { id = \"y\" },\n]").unwrap();
        assert_eq!(
            inline.place(&Address::Item(List::Outlook, "y".into())),
            (4, 3)
        );
    }
}
