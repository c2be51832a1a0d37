//! One list in three versions.

use std::collections::{HashMap, HashSet};

use super::Conflict;
use super::links::{ItemLinks, nth};
use super::values::{ValueConflict, three};
use crate::assessment::{Address, Item, List, Place, RecordAt};

/// A list made of two.
pub(super) struct MergedList {
    pub(super) items: Vec<Item>,
    pub(super) conflicts: Vec<Conflict>,
}

/// The clashes of an item, by field.
type Clashes = Vec<(usize, ValueConflict)>;

/// Merges a list; returns `None` where ours stands as it is.
pub(super) fn merge(
    list: List,
    opened: &[Item],
    base: &[Item],
    ours: &[Item],
    theirs: &[Item],
) -> Option<MergedList> {
    if ours == theirs || theirs == base {
        return None;
    }
    if ours == base && ours == opened {
        return Some(MergedList {
            items: theirs.to_vec(),
            conflicts: Vec::new(),
        });
    }
    let links = ItemLinks::of(list, base, ours, theirs);
    let mut merged: HashMap<usize, (Item, Clashes)> = HashMap::new();
    for (at, item) in ours.iter().enumerate() {
        let was = nth(&links.ours, at).and_then(|was| base.get(was));
        let other = nth(&links.both.after, at).and_then(|other| theirs.get(other));
        let since = as_opened(opened, item);
        let stays = match (was, other) {
            (was, Some(other)) => Some(three_items(since, was, item, other)),
            (Some(_), None) if since != Some(item) => Some((item.clone(), taken_out(item))),
            (Some(was), None) => (was != item).then(|| (item.clone(), Vec::new())),
            (None, None) => Some((item.clone(), Vec::new())),
        };
        merged.extend(stays.map(|stays| (at, stays)));
    }
    // An item of theirs is known by its place in ours, or by one past the end of ours.
    let name = |at: usize| nth(&links.both.before, at).unwrap_or(ours.len() + at);
    for (at, item) in theirs.iter().enumerate() {
        let was = nth(&links.theirs, at).and_then(|was| base.get(was));
        if nth(&links.both.before, at).is_none() && was != Some(item) {
            merged.insert(name(at), (item.clone(), Vec::new()));
        }
    }
    let stays = |name: &usize| merged.contains_key(name);
    let own: Vec<usize> = (0..ours.len()).filter(stays).collect();
    let other: Vec<usize> = (0..theirs.len()).map(name).filter(stays).collect();
    let order = if !links.ours_moved && links.theirs_moved {
        woven(&other, &own)
    } else {
        woven(&own, &other)
    };
    let mut made = MergedList {
        items: Vec::with_capacity(order.len()),
        conflicts: Vec::new(),
    };
    for name in order {
        if let Some((item, clashes)) = merged.remove(&name) {
            let at = RecordAt::Item(list, made.items.len());
            let conflicts = clashes.into_iter();
            let conflicts =
                conflicts.filter_map(|(field, clash)| conflict(at, &item, field, clash));
            made.conflicts.extend(conflicts);
            made.items.push(item);
        }
    }
    Some(made)
}

/// Returns the order of one side, and what only the other side has after what it follows there.
fn woven(first: &[usize], second: &[usize]) -> Vec<usize> {
    let known: HashSet<usize> = first.iter().copied().collect();
    let mut following: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut last = None;
    for name in second {
        if known.contains(name) {
            last = Some(*name);
        } else {
            following.entry(last).or_default().push(*name);
        }
    }
    let mut all = following.remove(&None).unwrap_or_default();
    for name in first {
        all.push(*name);
        all.extend(following.remove(&Some(*name)).unwrap_or_default());
    }
    all
}

/// Returns an item as it was when its draft was opened, as far as that is known without doubt.
fn as_opened<'a>(opened: &'a [Item], item: &Item) -> Option<&'a Item> {
    let same = opened.iter().find(|since| *since == item);
    let by_key = |since: &&Item| since.key() == item.key();
    same.or_else(|| match item.list().has_identity() {
        true => opened.iter().find(by_key),
        false => None,
    })
}

/// Returns the clash over an item that theirs took out, and that was put in or changed since it was opened. A note says
/// what clashed itself.
fn taken_out(ours: &Item) -> Clashes {
    let field = ours.list().spec().says;
    let clash = ValueConflict {
        within: None,
        ours: ours.fields().value(field),
        theirs: None,
    };
    match ours.list() {
        List::Notes => Vec::new(),
        _ => vec![(field, clash)],
    }
}

/// Merges an item that both sides have.
fn three_items(
    opened: Option<&Item>,
    base: Option<&Item>,
    ours: &Item,
    theirs: &Item,
) -> (Item, Clashes) {
    if ours == theirs || base == Some(theirs) {
        return (ours.clone(), Vec::new());
    }
    if base == Some(ours) && opened == Some(ours) {
        return (theirs.clone(), Vec::new());
    }
    let mut merged = ours.clone();
    let mut clashes = Vec::new();
    for field in 0..ours.fields().specs().len() {
        let own = ours.fields().value(field);
        let was = base.and_then(|base| base.fields().value(field));
        let since = opened.and_then(|opened| opened.fields().value(field));
        let (value, clash) = three(
            since.as_ref(),
            was,
            own.clone(),
            theirs.fields().value(field),
        );
        if value != own {
            // A value that one version holds in this field fits it.
            let _ = merged.fields_mut().set_value(field, value);
        }
        clashes.extend(clash.into_iter().map(|clash| (field, clash)));
    }
    (merged, clashes)
}

fn conflict(at: RecordAt<'_>, item: &Item, field: usize, clash: ValueConflict) -> Option<Conflict> {
    let whole = Place::of(at, field)?;
    let (place, value) = match (clash.within, at) {
        (Some((nth, within)), RecordAt::Item(_, at)) => {
            let place = Place::of(RecordAt::Recommendation(at, nth), within)?;
            let value = Address::recommendation(nth, place.key());
            (place, value)
        }
        _ => (whole.clone(), whole.key().to_owned()),
    };
    let (list, key) = (item.list(), item.key().to_owned());
    let on = match list.has_identity() {
        true => Address::Value(Box::new(Address::Item(list, key)), value).to_string(),
        // By what it is about: its place changes when others are merged.
        false => Address::of_words(list, &key, &value),
    };
    Some(Conflict {
        place,
        on,
        ours: clash.ours,
        theirs: clash.theirs,
    })
}
