//! Saving lists: items taken out, put in and moved, each with what its author wrote around it.

use toml_edit::{Array, ArrayOfTables, Item, Value as Toml};

use super::arrange::MovedPart;
use super::fields::{FieldSite, RecordPath};
use super::inline::{ListPart, relist};
use super::literal::RECOMMENDATIONS;
use super::matching::matched;
use super::reader::TomlReader;
use super::removed::RemovedItem;
use super::source::parse_known;
use super::writer::Writer;
use crate::assessment::{Fields, Shape, Value, longest_ascending};

/// A list that is being saved.
pub(super) struct ListAt<'a> {
    /// Its name in the removed text.
    pub(super) name: String,
    /// The header of its tables.
    pub(super) header: &'a str,
    /// The place where it stands.
    pub(super) place: ListPlace,
}

/// The place where a list stands.
#[derive(Clone, Copy)]
pub(super) enum ListPlace {
    /// At the top of the file, as the table of this name.
    Top(&'static str),
    /// Under the table of this piece.
    Under(usize),
}

impl ListAt<'_> {
    /// Returns the name of an item's record in the removed text: by its id, or by its place.
    fn path(&self, item: &dyn Fields, was: usize, now: usize) -> RecordPath {
        match item.id() {
            Some(id) => RecordPath::fixed(&format!("{}/{id}", self.name)),
            None => RecordPath {
                was: format!("{}/#{was}", self.name),
                now: format!("{}/#{now}", self.name),
            },
        }
    }
}

/// Returns the name of a whole item in the removed text: its id, or all its values.
fn item_key(item: &dyn Fields) -> String {
    match item.id() {
        Some(id) => id.to_owned(),
        None => format!("{item:?}"),
    }
}

/// The key of a whole list in the removed text.
const WHOLE: &str = "[]";

/// Returns the name of a whole item in the removed text that stood in brackets: it only comes back as it was.
fn in_brackets(item: &dyn Fields) -> String {
    format!("{{}} {item:?}")
}

/// Returns true where an item may be one that was taken out, changed since. An id alone does not tell: that of a
/// deleted finding may have been given to a new one, which has no claim to its comments.
fn is_the_same(removed: &dyn Fields, item: &dyn Fields) -> bool {
    let specs = item.specs().iter().enumerate();
    let mut words = specs.filter(|(_, spec)| matches!(spec.shape, Shape::Prose | Shape::Line));
    words.any(|(nth, _)| {
        let (was, now) = (removed.text_of(nth), item.text_of(nth));
        let (was, now) = (was.unwrap_or_default(), now.unwrap_or_default());
        // Long texts differ in their beginning or not at all; the measure is quadratic.
        let head = |text: &str| text.chars().take(200).collect::<String>();
        !was.is_empty() && strsim::normalized_levenshtein(&head(was), &head(now)) > 0.5
    })
}

impl Writer<'_> {
    /// Saves recommendations, which are a value of their finding, and a list of tables in the file. Returns true
    /// where they were written as such a list; otherwise they are written like other values.
    pub(super) fn recommendations(
        &mut self,
        site: FieldSite<'_>,
        path: &RecordPath,
        was: &Option<Value>,
        value: &Option<Value>,
    ) -> bool {
        let (was, now) = (recommended(was), recommended(value));
        let at = |place| ListAt {
            name: format!("{}/recommendations", path.now),
            header: RECOMMENDATIONS,
            place,
        };
        match (site, site.table().get("recommendations")) {
            (_, Some(Item::Value(Toml::Array(array)))) => {
                self.array(&at(ListPlace::Top("")), array, &was, &now);
                true
            }
            (FieldSite::Lines(_), None) if self.was_a_line(path, value) => false,
            (FieldSite::Lines(table), tables) => {
                let Some(owner) = self.layout.piece(table) else {
                    return false;
                };
                let tables = tables.and_then(Item::as_array_of_tables);
                self.tables(&at(ListPlace::Under(owner)), tables, &was, &now);
                true
            }
            (FieldSite::Braces(_), _) => false,
        }
    }

    /// Returns true where the removed text has a line with these recommendations in brackets.
    fn was_a_line(&self, path: &RecordPath, value: &Option<Value>) -> bool {
        let line = self.removed_text.line(&path.was, "recommendations");
        line.is_some_and(|line| line.value == *value)
    }

    /// Saves a list that is written as tables with headers, or not at all yet.
    pub(super) fn tables(
        &mut self,
        at: &ListAt<'_>,
        tables: Option<&ArrayOfTables>,
        was: &[&dyn Fields],
        now: &[&dyn Fields],
    ) {
        let matched = matched(was, now);
        let table = |place: usize| tables.and_then(|tables| tables.get(place));
        let mut kept = vec![false; was.len()];
        for (nth, (place, item)) in matched.iter().zip(now).enumerate() {
            let Some(place) = *place else { continue };
            if let Some(kept) = kept.get_mut(place) {
                *kept = true;
            }
            if let (Some(table), Some(old)) = (table(place), was.get(place))
                && old != item
            {
                let path = at.path(*item, place, nth);
                self.fields(FieldSite::Lines(table), &path, *old, *item);
            }
        }
        for (place, item) in was.iter().enumerate() {
            if kept.get(place) == Some(&false)
                && let Some(table) = table(place)
            {
                let group = self.layout.group(table);
                let text = group.iter().map(|piece| self.piece_text(*piece)).collect();
                let touches = |a: Option<usize>, b: Option<usize>| match (a, b) {
                    (Some(a), Some(b)) => a + 1 == b,
                    _ => false,
                };
                let neighbour = |place: usize| Some(self.layout.group(tables?.get(place)?));
                let before = place.checked_sub(1).and_then(neighbour).unwrap_or_default();
                let next = neighbour(place + 1).unwrap_or_default();
                let leans_on_next = touches(group.last().copied(), next.first().copied())
                    && !touches(before.last().copied(), group.first().copied());
                let kept = RemovedItem {
                    text,
                    leans_on_next,
                };
                self.removed_text.keep_item(&at.name, item_key(*item), kept);
                self.leave(at, &group);
            }
        }
        self.arrange(at, tables, &matched, now);
    }

    /// Puts new items and those that moved to their places: after the item that stays before them, or
    /// before the one that stays after them.
    fn arrange(
        &mut self,
        at: &ListAt<'_>,
        tables: Option<&ArrayOfTables>,
        matched: &[Option<usize>],
        now: &[&dyn Fields],
    ) {
        let table = |place: usize| tables.and_then(|tables| tables.get(place));
        let mut waiting = Vec::new();
        let mut anchor = None;
        for ((place, item), stays) in matched.iter().zip(now).zip(longest_ascending(matched)) {
            let group = place.and_then(table).map(|table| self.layout.group(table));
            let mut leans = false;
            let moved = match group {
                Some(group) if stays => {
                    let first = group.first().copied();
                    self.settle(at, anchor, first, std::mem::take(&mut waiting));
                    anchor = group.last().copied();
                    continue;
                }
                Some(group) => {
                    self.leave(at, &group);
                    match at.place {
                        ListPlace::Top(_) => MovedPart::Group(group),
                        ListPlace::Under(_) => MovedPart::Nested(group),
                    }
                }
                None => {
                    let beside = anchor.or_else(|| self.layout.piece(table(0)?));
                    let (text, leans_on_next) = self.new_item(at, *item, beside);
                    leans = leans_on_next;
                    MovedPart::Text(text)
                }
            };
            match (anchor, at.place) {
                (Some(piece), ListPlace::Top(_)) if waiting.is_empty() && !leans => {
                    self.arrangement.after.entry(piece).or_default().push(moved);
                }
                _ => waiting.push(moved),
            }
        }
        // Where no item stays, they stand where the first of the old ones stood.
        let first = table(0).and_then(|table| self.layout.piece(table));
        self.settle(at, anchor, first.filter(|_| anchor.is_none()), waiting);
    }

    /// Puts what waits between the item that stays before it and the one that stays after it.
    fn settle(
        &mut self,
        at: &ListAt<'_>,
        before: Option<usize>,
        after: Option<usize>,
        mut waiting: Vec<MovedPart>,
    ) {
        if waiting.is_empty() {
            return;
        }
        let slot = match (at.place, before, after) {
            (ListPlace::Under(owner), before, _) => {
                self.arrangement.under.entry(before.unwrap_or(owner))
            }
            (ListPlace::Top(_), _, Some(after)) => self.arrangement.before.entry(after),
            (ListPlace::Top(_), Some(before), None) => self.arrangement.after.entry(before),
            (ListPlace::Top(name), None, None) => {
                let place = self.place_of(name);
                self.arrangement.after.entry(place)
            }
        };
        slot.or_default().append(&mut waiting);
    }

    /// Notes that pieces are not where they were.
    fn leave(&mut self, at: &ListAt<'_>, group: &[usize]) {
        let gone = match at.place {
            ListPlace::Top(_) => &mut self.arrangement.gone,
            ListPlace::Under(_) => &mut self.arrangement.gone_nested,
        };
        gone.extend(group);
    }

    fn piece_text(&self, piece: usize) -> &str {
        let range = self.layout.pieces.get(piece).cloned();
        self.patch.text(range.unwrap_or_default())
    }

    /// Returns the text of an item that the file does not have: the removed one with everything that stood around
    /// it, else new, with the blank lines that its neighbour has before it. Also returned is true where it belongs beside
    /// the item after it.
    fn new_item(
        &mut self,
        at: &ListAt<'_>,
        item: &dyn Fields,
        beside: Option<usize>,
    ) -> (String, bool) {
        let kept = self.removed_text.item(&at.name, &item_key(item)).cloned();
        if let Some(kept) = kept
            && let Some(text) = self.revived(at, item, kept.text)
        {
            return (text, kept.leans_on_next);
        }
        let blank = |piece| {
            let lines = self.piece_text(piece).split_inclusive('\n');
            lines.take_while(|line| line.trim().is_empty()).collect()
        };
        let blank: String = beside.map_or_else(|| self.style.eol.to_owned(), blank);
        (
            format!("{blank}{}", self.style.table(at.header, item)),
            false,
        )
    }

    /// Returns a removed text, changed to what the item is now.
    fn revived(&mut self, at: &ListAt<'_>, item: &dyn Fields, text: String) -> Option<String> {
        let ListPlace::Top(list) = at.place else {
            // A nested item is found by what it says, so it says so already.
            return Some(text);
        };
        let changed = {
            let document = parse_known(&text)?;
            let tables = document.get(list)?;
            let mut removed = item.fresh();
            let mut reader = TomlReader::new(&text);
            let nodes = reader.nodes("", Some(tables));
            reader.fill(nodes.first()?, removed.as_mut());
            if *removed == *item {
                None
            } else if !is_the_same(removed.as_ref(), item) {
                return None;
            } else {
                let table = tables.as_array_of_tables()?.get(0)?;
                let mut writer = Writer::new(&document, &mut *self.removed_text);
                let path = at.path(item, 0, 0);
                writer.fields(FieldSite::Lines(table), &path, removed.as_ref(), item);
                Some(writer.finish())
            }
        };
        Some(changed.unwrap_or(text))
    }

    /// Saves a list that is written in brackets.
    pub(super) fn array(
        &mut self,
        at: &ListAt<'_>,
        array: &Array,
        was: &[&dyn Fields],
        now: &[&dyn Fields],
    ) {
        let span = array.span().unwrap_or_default();
        // Comments between brackets have no item that they clearly belong to, so the list is kept whole.
        let text = self.patch.text(span.clone());
        self.removed_text
            .keep_value(&at.name, WHOLE, format!("{was:?}"), text);
        if let Some(text) = self
            .removed_text
            .value(&at.name, WHOLE, &format!("{now:?}"))
        {
            self.patch.replace(span, text);
            return;
        }
        let matched = matched(was, now);
        for (nth, (place, item)) in matched.iter().zip(now).enumerate() {
            let Some(place) = *place else { continue };
            let table = array.get(place).and_then(|value| value.as_inline_table());
            if let (Some(table), Some(old)) = (table, was.get(place))
                && old != item
            {
                let path = at.path(*item, place, nth);
                self.fields(FieldSite::Braces(table), &path, *old, *item);
            }
        }
        let unmoved = |(nth, place): (usize, &Option<usize>)| *place == Some(nth);
        if was.len() == now.len() && matched.iter().enumerate().all(unmoved) {
            return;
        }
        let spans: Vec<_> = array.iter().filter_map(|value| value.span()).collect();
        for (place, item) in was.iter().enumerate() {
            if let Some(span) = spans.get(place).filter(|_| !matched.contains(&Some(place))) {
                let text = self.patch.text(span.clone()).to_owned();
                let kept = RemovedItem {
                    text,
                    leans_on_next: false,
                };
                self.removed_text
                    .keep_item(&at.name, in_brackets(*item), kept);
            }
        }
        let part = |(place, item): (&Option<usize>, &&dyn Fields)| match *place {
            Some(place) => ListPart::Old(place),
            None => {
                let kept = self.removed_text.item(&at.name, &in_brackets(*item));
                let new = || self.style.inline(*item);
                ListPart::New(kept.map_or_else(new, |kept| kept.text.clone()))
            }
        };
        let parts: Vec<ListPart> = matched.iter().zip(now).map(part).collect();
        let ends: Vec<usize> = spans.iter().map(|span| span.end).collect();
        relist(&mut self.patch, span, &ends, &parts);
    }
}

fn recommended(value: &Option<Value>) -> Vec<&dyn Fields> {
    match value {
        Some(Value::Recommendations(items)) => items.iter().map(|item| item as _).collect(),
        _ => Vec::new(),
    }
}
