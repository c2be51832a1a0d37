//! Saving lists: items taken out, put in and moved, each with what its author wrote around it.

use std::sync::Arc;

use toml_edit::{Array, ArrayOfTables};

use super::arrange::Moved;
use super::fields::{Path, Site};
use super::inline::{ListPart, relist};
use super::matching::{matched, staying};
use super::reader::TomlReader;
use super::removed::RemovedItem;
use super::source::parse_known;
use super::tables::id_field;
use super::write::{SavedRecord, Writer};
use crate::assessment::Shape;

/// Which list it is.
pub(super) struct ListAt<'a> {
    /// Its name in the attic.
    pub(super) name: String,
    /// The header of its tables.
    pub(super) header: &'a str,
    /// Where it stands.
    pub(super) home: Home,
}

/// Where a list stands.
#[derive(Clone, Copy)]
pub(super) enum Home {
    /// At the top of the file, as the table of this name.
    Top(&'static str),
    /// Under the table of this piece.
    Under(usize),
}

impl ListAt<'_> {
    /// The name of an item's record in the attic: by its id, or by its place.
    fn path<R: SavedRecord>(&self, item: &R, was: usize, now: usize) -> Path {
        match id_field::<R>().and_then(|id| item.text(id)) {
            Some(id) => Path::fixed(&format!("{}/{id}", self.name)),
            None => Path {
                was: format!("{}/#{was}", self.name),
                now: format!("{}/#{now}", self.name),
            },
        }
    }
}

/// The name of a whole item in the attic: its id, or all that it says.
fn item_key<R: SavedRecord>(item: &R) -> String {
    match id_field::<R>().and_then(|id| item.text(id)) {
        Some(id) => id.to_owned(),
        None => format!("{item:?}"),
    }
}

/// The key of a whole list in the attic.
const WHOLE: &str = "[]";

/// The name of a whole item in the attic that stood in brackets: it only returns as it was.
fn in_brackets<R: SavedRecord>(item: &R) -> String {
    format!("{{}} {item:?}")
}

/// Whether an item may be one that was taken out, changed since. An id alone does not tell: that of a
/// deleted finding may have been given to a new one, which has no claim to its comments.
fn is_the_same<R: SavedRecord>(said: &R, item: &R) -> bool {
    let words = |field: &&R::Field| matches!(R::shape(**field), Shape::Prose | Shape::Line);
    R::FIELDS.iter().filter(words).any(|field| {
        let (was, now) = (said.text(*field), item.text(*field));
        let (was, now) = (was.unwrap_or_default(), now.unwrap_or_default());
        // Long texts differ in their beginning or not at all; the measure is quadratic.
        let head = |text: &str| text.chars().take(200).collect::<String>();
        !was.is_empty() && strsim::normalized_levenshtein(&head(was), &head(now)) > 0.5
    })
}

impl Writer<'_> {
    /// Saves a list that is written as tables with headers, or not at all yet.
    pub(super) fn tables<R: SavedRecord>(
        &mut self,
        at: &ListAt<'_>,
        tables: Option<&ArrayOfTables>,
        was: &[Arc<R>],
        now: &[Arc<R>],
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
                let path = at.path(item.as_ref(), place, nth);
                self.fields(Site::Lines(table), &path, old.as_ref(), item.as_ref());
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
                self.removed_text
                    .keep_item(&at.name, item_key(item.as_ref()), kept);
                self.leave(at, &group);
            }
        }
        self.arrange(at, tables, &matched, now);
    }

    /// Puts new items and those that moved to their places: after the item that stays before them, or
    /// before the one that stays after them.
    fn arrange<R: SavedRecord>(
        &mut self,
        at: &ListAt<'_>,
        tables: Option<&ArrayOfTables>,
        matched: &[Option<usize>],
        now: &[Arc<R>],
    ) {
        let table = |place: usize| tables.and_then(|tables| tables.get(place));
        let mut waiting = Vec::new();
        let mut anchor = None;
        for ((place, item), stays) in matched.iter().zip(now).zip(staying(matched)) {
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
                    match at.home {
                        Home::Top(_) => Moved::Group(group),
                        Home::Under(_) => Moved::Nested(group),
                    }
                }
                None => {
                    let beside = anchor.or_else(|| self.layout.piece(table(0)?));
                    let (text, leans_on_next) = self.new_item(at, item.as_ref(), beside);
                    leans = leans_on_next;
                    Moved::Text(text)
                }
            };
            match (anchor, at.home) {
                (Some(piece), Home::Top(_)) if waiting.is_empty() && !leans => {
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
        mut waiting: Vec<Moved>,
    ) {
        if waiting.is_empty() {
            return;
        }
        let slot = match (at.home, before, after) {
            (Home::Under(owner), before, _) => {
                self.arrangement.under.entry(before.unwrap_or(owner))
            }
            (Home::Top(_), _, Some(after)) => self.arrangement.before.entry(after),
            (Home::Top(_), Some(before), None) => self.arrangement.after.entry(before),
            (Home::Top(name), None, None) => {
                let place = self.place_of(name);
                self.arrangement.after.entry(place)
            }
        };
        slot.or_default().append(&mut waiting);
    }

    /// Notes that pieces are not where they were.
    fn leave(&mut self, at: &ListAt<'_>, group: &[usize]) {
        let gone = match at.home {
            Home::Top(_) => &mut self.arrangement.gone,
            Home::Under(_) => &mut self.arrangement.gone_nested,
        };
        gone.extend(group);
    }

    fn piece_text(&self, piece: usize) -> &str {
        let range = self.layout.pieces.get(piece).cloned();
        self.patch.text(range.unwrap_or_default())
    }

    /// The text of an item that the file does not have: from the attic with everything that stood around
    /// it, else new, with the blank lines that its neighbour has before it. Also returned is whether it
    /// belongs beside the item after it.
    fn new_item<R: SavedRecord>(
        &mut self,
        at: &ListAt<'_>,
        item: &R,
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

    /// A text from the attic, changed to say what the item says now.
    fn revived<R: SavedRecord>(
        &mut self,
        at: &ListAt<'_>,
        item: &R,
        text: String,
    ) -> Option<String> {
        let Home::Top(list) = at.home else {
            // A nested item is found by what it says, so it says so already.
            return Some(text);
        };
        let changed = {
            let document = parse_known(&text)?;
            let tables = document.get(list)?;
            let (_, said) = TomlReader::new(&text)
                .list::<R>("", Some(tables))
                .into_iter()
                .next()?;
            if said == *item {
                None
            } else if !is_the_same(&said, item) {
                return None;
            } else {
                let table = tables.as_array_of_tables()?.get(0)?;
                let mut writer = Writer::new(&document, &mut *self.removed_text);
                let path = at.path(item, 0, 0);
                writer.fields(Site::Lines(table), &path, &said, item);
                Some(writer.finish())
            }
        };
        Some(changed.unwrap_or(text))
    }

    /// Saves a list that is written in brackets.
    pub(super) fn array<R: SavedRecord>(
        &mut self,
        at: &ListAt<'_>,
        array: &Array,
        was: &[Arc<R>],
        now: &[Arc<R>],
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
            self.patch.put(span, text);
            return;
        }
        let matched = matched(was, now);
        for (nth, (place, item)) in matched.iter().zip(now).enumerate() {
            let Some(place) = *place else { continue };
            let table = array.get(place).and_then(|value| value.as_inline_table());
            if let (Some(table), Some(old)) = (table, was.get(place))
                && old != item
            {
                let path = at.path(item.as_ref(), place, nth);
                self.fields(Site::Braces(table), &path, old.as_ref(), item.as_ref());
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
                    .keep_item(&at.name, in_brackets(item.as_ref()), kept);
            }
        }
        let part = |(place, item): (&Option<usize>, &Arc<R>)| match *place {
            Some(place) => ListPart::Old(place),
            None => {
                let kept = self
                    .removed_text
                    .item(&at.name, &in_brackets(item.as_ref()));
                let new = || self.style.inline(item.as_ref());
                ListPart::New(kept.map_or_else(new, |kept| kept.text.clone()))
            }
        };
        let parts: Vec<ListPart> = matched.iter().zip(now).map(part).collect();
        let ends: Vec<usize> = spans.iter().map(|span| span.end).collect();
        relist(&mut self.patch, span, &ends, &parts);
    }
}
