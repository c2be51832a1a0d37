//! The places of things in the text of a draft, for problems that are found in its content.

use toml_edit::{Document, Item, TableLike};

use super::problem::line_and_column;
use super::reader::{Node, nodes};
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
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    document: Document<&'a str>,
}

impl<'a> Lines<'a> {
    /// Returns the lines of a draft that was read, or `None` where the text is not TOML.
    pub fn of(text: &'a str) -> Option<Self> {
        let document = parse_known(text)?;
        Some(Self { text, document })
    }

    /// Returns the line and column of what an address names: an item at its header, a sentence where that stands
    /// which it says first.
    pub fn place(&self, address: &Address) -> (usize, usize) {
        let at = match address {
            Address::Field(path) => self.deepest(&path.split('.').collect::<Vec<_>>()),
            Address::Judgment(heading) => self.deepest(&[GRADES, heading]),
            Address::Item(list, id) => {
                let key = list.id_key().unwrap_or_default();
                let mut items = self.items(*list).into_iter();
                let item = items
                    .find(|item| item.table.get(key).and_then(Item::as_str) == Some(id.as_str()));
                item.map(|item| item.at)
            }
            Address::Nth(list, at) => self.items(*list).get(*at).map(|item| item.at),
            Address::Sentence(_) => {
                let findings = self.items(List::Findings);
                let id = |item: &Node| {
                    item.table
                        .get("id")
                        .and_then(Item::as_str)
                        .map(str::to_owned)
                };
                let ids: Vec<String> = findings.iter().filter_map(id).collect();
                return self.place(&address.said_first(|id| ids.iter().any(|other| other == id)));
            }
            Address::Value(owner, _) => return self.place(owner),
        };
        line_and_column(self.text, at.unwrap_or_default())
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

    fn items(&self, list: List) -> Vec<Node<'_>> {
        let item = self.document.as_table().get(list.word());
        let (items, _) = item.map(|item| nodes("", item)).unwrap_or_default();
        items
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
