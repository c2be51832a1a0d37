//! The texts that edits touch on their way from one version of a document to another. What they did not touch is as it was,
//! and is not looked at: a way costs what was done on it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::align::changed;
use super::taken_back::of_values;
use super::{
    Assessment, Edit, EditError, Inspection, Item, List, MAX_ITEMS, Place, Record, RecordAt,
    Single, WordsTakenBack,
};

/// A record of a document, known by what does not change where items come and go before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum TouchedRecord {
    Inspection,
    Single(Single),
    Judgment(String),
    /// An item by its place in the document; one that came on the way by a number that is no place.
    Item(List, usize),
}

/// A text, by its record, the field, and which of the texts of that it is.
type TextSpot = (TouchedRecord, usize, usize);

/// The records that were touched since they were compared last, and the texts that were found there.
#[derive(Debug, Default)]
pub struct Touched {
    records: BTreeMap<TouchedRecord, Option<Item>>,
    /// Those items whose place in their list is what it was when they were touched.
    in_place: BTreeSet<(List, usize)>,
    /// For each list in which items came, went or moved, the items in their order there.
    orders: BTreeMap<List, Vec<usize>>,
    came: usize,
    /// The places of items in the document by their identity, for each list where that was asked for.
    keys: BTreeMap<List, HashMap<String, usize>>,
    found: Vec<WordsTakenBack>,
    /// The last that was found of each text, by its place among all.
    last: BTreeMap<TextSpot, usize>,
    /// The number of records that were compared.
    compared: usize,
}

impl Touched {
    /// Returns what was found, and how many records were compared for it.
    pub(super) fn into_found(self) -> (Vec<WordsTakenBack>, usize) {
        (self.found, self.compared)
    }

    /// Takes a text in. Of one text that only grew, the longest is kept.
    fn found(&mut self, spot: TextSpot, words: WordsTakenBack) {
        let last = self.last.get(&spot).and_then(|at| self.found.get_mut(*at));
        match last {
            Some(last) if last.text.contains(&words.text) => {}
            Some(last) if words.text.contains(&last.text) => *last = words,
            _ => {
                self.last.insert(spot, self.found.len());
                self.found.push(words);
            }
        }
    }

    /// Returns the items of a list in their order, which is to change.
    fn order(&mut self, list: List, later: &Assessment) -> &mut Vec<usize> {
        let places = self.in_place.iter().filter(|(of, _)| *of == list);
        let places: Vec<usize> = places.map(|(_, at)| *at).collect();
        for at in places {
            self.in_place.remove(&(list, at));
            let record = self.record(list, at);
            self.records.insert(record, later.item(list, at));
        }
        let order = self.orders.entry(list);
        order.or_insert_with(|| (0..later.len(list)).collect())
    }

    fn record(&self, list: List, at: usize) -> TouchedRecord {
        let order = self.orders.get(&list);
        let known = order.and_then(|order| order.get(at)).copied();
        TouchedRecord::Item(list, known.unwrap_or(at))
    }

    /// Makes an edit of a later version of a draft, and takes note of what it touches.
    pub(super) fn edit(&mut self, later: &mut Assessment, edit: &Edit) -> Result<(), EditError> {
        let moves = match edit {
            Edit::Splice { .. } | Edit::Set { .. } => None,
            Edit::Insert { item, .. } | Edit::Remove { item, .. } => Some(item.list()),
            Edit::Move { list, .. } => Some(*list),
        };
        if let Some(list) = moves {
            self.order(list, later);
        }
        edit.apply(later)?;
        match edit {
            Edit::Splice { place, .. } | Edit::Set { place, .. } => self.touch(place),
            Edit::Insert { at, item } => {
                let (list, new) = (item.list(), MAX_ITEMS + self.came);
                self.came += 1;
                self.order(list, later).insert(*at, new);
                let item = Some(item.clone());
                self.records.insert(TouchedRecord::Item(list, new), item);
            }
            Edit::Remove { at, item } => {
                let gone = self.order(item.list(), later).remove(*at);
                let gone = TouchedRecord::Item(item.list(), gone);
                self.records.remove(&gone);
            }
            Edit::Move { list, from, to } => {
                let order = self.order(*list, later);
                let moved = order.remove(*from);
                order.insert(*to, moved);
            }
        }
        Ok(())
    }

    fn touch(&mut self, place: &Place) {
        let record = match place.parts().0 {
            RecordAt::Single(single) => TouchedRecord::Single(single),
            RecordAt::Judgment(heading) => TouchedRecord::Judgment(heading.to_owned()),
            RecordAt::Item(list, at) => {
                self.in_place.insert((list, at));
                return;
            }
            RecordAt::Recommendation(at, _) => {
                self.in_place.insert((List::Findings, at));
                return;
            }
        };
        self.records.insert(record, None);
    }

    /// Compares what was touched with what stands in the document.
    pub(super) fn compare(&mut self, document: &Assessment, later: &Assessment) {
        for (list, at) in std::mem::take(&mut self.in_place) {
            let record = self.record(list, at);
            self.records.insert(record, later.item(list, at));
        }
        for (record, item) in std::mem::take(&mut self.records) {
            self.compared += 1;
            let changed = match (&record, item) {
                (TouchedRecord::Single(single), _) => {
                    let (now, then) = (document.single(*single), later.single(*single));
                    changed(RecordAt::Single(*single), now, then)
                }
                (TouchedRecord::Judgment(heading), _) => {
                    let (now, then) = (document.judgment(heading), later.judgment(heading));
                    changed(RecordAt::Judgment(heading), &now, &then)
                }
                (TouchedRecord::Item(list, known), Some(item)) => {
                    let now = self.item(document, *list, *known, &item);
                    let now = now.unwrap_or_else(|| Item::new(*list));
                    changed(RecordAt::Item(*list, 0), now.fields(), item.fields())
                }
                (TouchedRecord::Item(..) | TouchedRecord::Inspection, _) => Vec::new(),
            };
            for value in changed {
                if value.place.is_typed() {
                    let field = value.place.parts().1;
                    let words = of_values(value.before.as_ref(), value.after.as_ref());
                    for (nth, words) in words {
                        self.found((record.clone(), field, nth), words);
                    }
                }
            }
        }
    }

    /// Returns what an item is in the document; one that came on the way may be there by its identity.
    fn item(
        &mut self,
        document: &Assessment,
        list: List,
        known: usize,
        item: &Item,
    ) -> Option<Item> {
        if known < MAX_ITEMS {
            return document.item(list, known);
        }
        if !list.has_identity() {
            return None;
        }
        let keys = self.keys.entry(list).or_insert_with(|| {
            let items = document.items(list).into_iter().enumerate();
            items
                .map(|(at, item)| (item.key().to_owned(), at))
                .collect()
        });
        document.item(list, *keys.get(item.key())?)
    }

    /// Takes note that an inspection was touched: its few fields are compared together.
    pub(super) fn touch_inspection(&mut self) {
        self.records.insert(TouchedRecord::Inspection, None);
    }

    pub(super) fn compare_inspections(&mut self, document: &Inspection, later: &Inspection) {
        if self.records.remove(&TouchedRecord::Inspection).is_none() {
            return;
        }
        self.compared += 1;
        for (nth, field) in Inspection::FIELDS.iter().enumerate().skip(1) {
            let (now, then) = (document.get(*field), later.get(*field));
            if now != then {
                for (which, words) in of_values(now.as_ref(), then.as_ref()) {
                    self.found((TouchedRecord::Inspection, nth, which), words);
                }
            }
        }
    }
}
