//! Reading a draft in parts.
//!
//! The items of a draft's lists stand in the file one behind the other, each under a header of its own, and are read a
//! stretch of them at a time: the tree of a stretch is let go of before the next is made, so that a draft takes no more
//! memory to be read than a stretch does, and as many stretches are read at once as there are processors.
//!
//! That is for a text of which nothing is to be said. Where anything is, or where lists stand in it in another way, the
//! text is read whole, in its own words and places.

use std::borrow::{Borrow, Cow};
use std::collections::HashSet;
use std::ops::Range;

use toml_edit::TableLike;

use super::limits::{MAX_ITEMS, headers, too_many};
use super::reader::TomlReader;
use super::source::parse_known;
use crate::assessment::{Assessment, Framework, Item, List};
use crate::parallel;

/// A stretch ends with the first item that begins so many bytes behind its own beginning.
const STRETCH: usize = 32 * 1024;

/// A draft's text, cut between its tables.
#[derive(Debug)]
struct DraftParts<'a> {
    /// All that stands in no list, in its order.
    rest: Cow<'a, str>,
    /// The stretches, each of whole items.
    stretches: Vec<&'a str>,
    /// The number of items of each list in them.
    items: Vec<(List, usize)>,
}

/// A header, by what it means for where the text may be cut.
enum Header {
    /// An item of a list begins.
    Item(List),
    /// A table of the item before begins.
    Inside(List),
    /// Something else begins.
    Other,
}

impl Header {
    /// Returns the kind of the header with which a text begins; no more than its line is looked at.
    fn of(text: &str) -> Self {
        let line = text.lines().next().unwrap_or_default();
        let item = line.strip_prefix("[[");
        let inner = item.or_else(|| line.strip_prefix('[')).unwrap_or_default();
        let end = inner.find(['.', ']']).unwrap_or(inner.len());
        let (name, rest) = inner.split_at_checked(end).unwrap_or_default();
        let Some(list) = List::ALL.iter().find(|list| list.word() == name) else {
            return Self::Other;
        };
        match item.is_some() && rest.starts_with("]]") {
            true => Self::Item(*list),
            false if rest.starts_with('.') => Self::Inside(*list),
            false => Self::Other,
        }
    }
}

impl<'a> DraftParts<'a> {
    /// Cuts a text of which the headers begin at these bytes. `None` where a table belongs to an item that it does not
    /// stand behind.
    fn of(text: &'a str, headers: &[usize]) -> Option<Self> {
        let mut parts = Self {
            rest: Cow::Borrowed(""),
            stretches: Vec::new(),
            items: List::ALL.iter().map(|list| (*list, 0)).collect(),
        };
        let mut rest: Vec<Range<usize>> = Vec::new();
        // Where what is neither begins, or the stretch, with the list of its last item.
        let mut other = Some(0);
        let mut stretch: Option<(usize, List)> = None;
        for &at in headers {
            match Header::of(text.get(at..)?) {
                Header::Item(list) => {
                    rest.extend(other.take().map(|from| from..at));
                    let full = stretch.filter(|(from, _)| at - from >= STRETCH);
                    if let Some((from, _)) = full {
                        parts.stretches.push(text.get(from..at)?);
                        stretch = None;
                    }
                    stretch = Some((stretch.map_or(at, |(from, _)| from), list));
                    let many = parts.items.iter_mut().find(|(of, _)| *of == list);
                    many?.1 += 1;
                }
                Header::Inside(list) => {
                    if stretch.is_none_or(|(_, last)| last != list) {
                        return None;
                    }
                }
                Header::Other => {
                    if let Some((from, _)) = stretch.take() {
                        parts.stretches.push(text.get(from..at)?);
                        other = Some(at);
                    }
                }
            }
        }
        if let Some((from, _)) = stretch {
            parts.stretches.push(text.get(from..)?);
        }
        rest.extend(other.map(|from| from..text.len()));
        parts.rest = match rest.as_slice() {
            [one] => Cow::Borrowed(text.get(one.clone())?),
            several => several
                .iter()
                .filter_map(|it| text.get(it.clone()))
                .collect(),
        };
        Some(parts)
    }

    /// Returns true where a list of the stretches has items elsewhere too, or too many of them.
    fn is_odd(&self, rest: &dyn TableLike) -> bool {
        let mut here = self.items.iter().filter(|(_, many)| *many > 0);
        here.any(|(list, many)| *many > MAX_ITEMS || rest.contains_key(list.word()))
    }
}

/// Returns where the items of a draft's lists stand, each with the tables under it and with what follows it up to the next
/// header. `None` where a table belongs to an item that it does not stand behind.
pub(super) fn item_spans(text: &str) -> Option<Vec<(List, Range<usize>)>> {
    let headers = headers(text).ok()?;
    let mut spans: Vec<(List, Range<usize>)> = Vec::new();
    // True where the last header stands in an item.
    let mut open = false;
    for at in headers {
        let header = Header::of(text.get(at..)?);
        let last = spans.last_mut().filter(|_| open);
        match (&header, last) {
            (Header::Inside(list), Some((of, _))) if of == list => continue,
            (Header::Inside(_), _) => return None,
            (_, Some((_, span))) => span.end = at,
            (_, None) => {}
        }
        open = matches!(header, Header::Item(_));
        if let Header::Item(list) = header {
            spans.push((list, at..text.len()));
        }
    }
    Some(spans)
}

/// The items of a stretch, each list's by itself.
type StretchItems = Vec<(List, Vec<Item>)>;

fn items_of(stretch: &str, framework: &Framework) -> Option<StretchItems> {
    let document = parse_known(stretch)?;
    let root = document.as_table();
    let mut reader = TomlReader::new(stretch);
    let lists = List::ALL
        .iter()
        .filter(|list| root.contains_key(list.word()));
    let items: StretchItems = lists
        .map(|list| (*list, reader.listed(*list, root)))
        .collect();
    for (list, items) in &items {
        if *list == List::Findings {
            reader.finding_names(root, framework, items);
        }
    }
    let is_silent = reader.is_silent() && too_many(root, MAX_ITEMS).is_none();
    is_silent.then_some(items)
}

/// Reads a draft of which the headers begin at these bytes; `framework` gives its framework, from what stands at its top.
/// `None` where anything is to be said about the text.
pub(super) fn read<F: Borrow<Framework> + Sync>(
    text: &str,
    headers: &[usize],
    framework: impl FnOnce(&mut TomlReader<'_>, &dyn TableLike) -> Option<F>,
) -> Option<(Assessment, F)> {
    let parts = DraftParts::of(text, headers)?;
    let document = parse_known(&parts.rest)?;
    let root = document.as_table();
    if parts.is_odd(root) || too_many(root, MAX_ITEMS).is_some() {
        return None;
    }
    let mut reader = TomlReader::new(&parts.rest);
    let framework = framework(&mut reader, root)?;
    let mut assessment = reader.assessment(&document, Some(framework.borrow()));
    if !reader.is_silent() {
        return None;
    }
    let stretches = parallel::map_large(&parts.stretches, |it| items_of(it, framework.borrow()));
    let stretches: Vec<StretchItems> = stretches.into_iter().collect::<Option<_>>()?;
    let mut stretches: Vec<(List, Vec<Item>)> = stretches.into_iter().flatten().collect();
    for (list, many) in parts.items.into_iter().filter(|(_, many)| *many > 0) {
        let mut items = Vec::with_capacity(many);
        for (_, some) in stretches.iter_mut().filter(|(of, _)| *of == list) {
            items.append(some);
        }
        if !are_unique(&items) {
            return None;
        }
        assessment.replace(list, items);
    }
    Some((assessment, framework))
}

fn are_unique(items: &[Item]) -> bool {
    let ids = items.iter().filter_map(|item| item.fields().id());
    let mut known = HashSet::with_capacity(items.len());
    ids.filter(|id| !id.is_empty()).all(|id| known.insert(id))
}

/// Returns the content of a text, whether or not everything in it is right, or `None` where it is not TOML. A save
/// proves its text with it.
pub(super) fn content_of(text: &str, framework: &Framework) -> Option<Assessment> {
    let headers = headers(text).ok()?;
    if let Some((content, _)) = read(text, &headers, |_, _| Some(framework)) {
        return Some(content);
    }
    let document = parse_known(text)?;
    Some(TomlReader::new(text).assessment(&document, Some(framework)))
}

#[cfg(test)]
mod tests;
