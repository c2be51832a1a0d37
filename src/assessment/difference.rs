//! Differences of two versions of one draft: as edits, and for people.

use std::collections::BTreeSet;

use super::align::{ChangedValue, Pairs, changed, longest_ascending, table, words};
use super::{Assessment, Edit, Item, List, Place, RecordAt, Single};

/// Returns the edits that make one version into the other: applied in order to `before` they give `after`, and their
/// inverses, in reverse, give `before` again.
///
/// Items are matched by id (the n-th of an id with the n-th), hand edits by their sentence, and those
/// left over by all but that; responses, notes and acceptances by equality, and those left over by what they are
/// about. What is the same costs
/// no edit. A judgment in which nothing is written counts as one that is not there.
pub fn edits(before: &Assessment, after: &Assessment) -> Vec<Edit> {
    let mut all: Vec<Edit> = values(before, after).into_iter().map(set).collect();
    for list in List::ALL {
        list_edits(*list, before, after, &mut all);
    }
    all
}

fn set(changed: ChangedValue) -> Edit {
    Edit::Set {
        place: changed.place,
        before: changed.before,
        after: changed.after,
    }
}

/// Returns the values outside of lists in which two versions differ.
fn values(before: &Assessment, after: &Assessment) -> Vec<ChangedValue> {
    let mut all = Vec::new();
    for single in Single::ALL {
        let (old, new) = (before.single(*single), after.single(*single));
        all.extend(changed(RecordAt::Single(*single), old, new));
    }
    for heading in headings(before, after) {
        let (old, new) = (before.judgment(heading), after.judgment(heading));
        all.extend(changed(RecordAt::Judgment(heading), &old, &new));
    }
    all
}

fn headings<'a>(one: &'a Assessment, other: &'a Assessment) -> BTreeSet<&'a str> {
    let headings = one.grades.keys().chain(other.grades.keys());
    headings.map(String::as_str).collect()
}

/// Returns the places of all values under a heading that one of two versions has a judgment of.
pub(super) fn judgment_places(one: &Assessment, other: &Assessment) -> Vec<Place> {
    let headings = headings(one, other).into_iter();
    let places = |heading| RecordAt::Judgment(heading).places();
    headings.flat_map(places).collect()
}

fn list_edits(list: List, before: &Assessment, after: &Assessment, all: &mut Vec<Edit>) {
    let (old, new) = (before.items(list), after.items(list));
    if old == new {
        return;
    }
    let pairs = Pairs::nearest(list, &old, &new);
    for (at, (item, pair)) in old.iter().zip(&pairs.after).enumerate() {
        let other = pair.and_then(|pair| new.get(pair));
        if let Some(other) = other.filter(|other| *other != item) {
            let changed = changed(RecordAt::Item(list, at), item.fields(), other.fields());
            all.extend(changed.into_iter().map(set));
        }
    }
    // From the end, so that no removal moves another's place.
    for (at, item) in old.iter().enumerate().rev() {
        if pairs.after.get(at).is_some_and(Option::is_none) {
            let item = item.clone();
            all.push(Edit::Remove { at, item });
        }
    }
    moves(&pairs, |from, to| all.push(Edit::Move { list, from, to }));
    for (at, (item, pair)) in new.iter().zip(&pairs.before).enumerate() {
        if pair.is_none() {
            let item = item.clone();
            all.push(Edit::Insert { at, item });
        }
    }
}

/// Reports the moves that bring the items of both versions, and only these, into the later order: as few as can be.
fn moves(pairs: &Pairs, mut on_move: impl FnMut(usize, usize)) {
    let stays = longest_ascending(&pairs.before);
    let both = pairs.before.iter().zip(stays);
    let wanted: Vec<(usize, bool)> = both
        .filter_map(|(at, stays)| at.map(|at| (at, stays)))
        .collect();
    if wanted.iter().all(|(_, stays)| *stays) {
        return;
    }
    let mut now: Vec<usize> = wanted.iter().map(|(at, _)| *at).collect();
    now.sort_unstable();
    let mut follows: Option<usize> = None;
    for (item, stays) in wanted {
        if !stays {
            let place = |now: &[usize], item: usize| now.iter().position(|other| *other == item);
            if let Some(from) = place(&now, item) {
                now.remove(from);
                let to = follows.and_then(|other| place(&now, other));
                let to = to.map_or(0, |at| at + 1).min(now.len());
                now.insert(to, item);
                if from != to {
                    on_move(from, to);
                }
            }
        }
        follows = Some(item);
    }
}

/// One value that differs between two versions, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place in the later version; for what was taken out, in the earlier one.
    pub place: Place,
    /// Its name for people: "finding f3 · text", "grade of victims", "a new finding f9", "finding f4 was taken out",
    /// "order of findings".
    pub what: String,
    /// The words that stood there; `None` where it was left out or is a matter of order.
    pub before: Option<String>,
    /// The words that stand there now, likewise.
    pub after: Option<String>,
}

/// Returns the differences of two versions, one entry a value, in the order of a draft's tables. Items are matched as
/// in [`edits`]; an item that came or went is shown by its main text.
pub fn differences(before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let values = values(before, after).into_iter();
    let mut all: Vec<Difference> = values
        .map(|changed| difference(label(&changed.place), changed))
        .collect();
    for list in List::ALL {
        list_differences(*list, before, after, &mut all);
    }
    all
}

fn difference(what: String, changed: ChangedValue) -> Difference {
    Difference {
        place: changed.place,
        what,
        before: changed.before.as_ref().map(words),
        after: changed.after.as_ref().map(words),
    }
}

fn label(place: &Place) -> String {
    match (place, table(place)) {
        (Place::Judgment(heading, _), _) => format!("{} of {heading}", place.key()),
        (_, "") => place.key().to_owned(),
        (_, table) => format!("{table} · {}", place.key()),
    }
}

/// Returns the name of an item: "finding f3", "note on f3", "response by the force".
fn named(item: &Item) -> String {
    let spec = item.list().spec();
    match item.key() {
        "" => spec.noun.to_owned(),
        key => format!("{}{} {key}", spec.noun, spec.relation),
    }
}

fn list_differences(
    list: List,
    before: &Assessment,
    after: &Assessment,
    all: &mut Vec<Difference>,
) {
    let (old, new) = (before.items(list), after.items(list));
    if old == new {
        return;
    }
    let spec = list.spec();
    let place = |at, nth| Place::of(RecordAt::Item(list, at), nth);
    let whole = |place: Option<Place>, what: String, before: Option<&Item>, after| {
        let text = |item: Option<&Item>| item?.fields().value(spec.says).as_ref().map(words);
        Some(Difference {
            place: place?,
            what,
            before: text(before),
            after: text(after),
        })
    };
    let pairs = Pairs::nearest(list, &old, &new);
    let stays = longest_ascending(&pairs.before);
    let mut order = pairs.before.iter().zip(stays);
    if let Some(at) = order.position(|(pair, stays)| pair.is_some() && !stays) {
        let what = format!("order of {}", spec.word);
        all.extend(whole(place(at, spec.key), what, None, None));
    }
    for (at, (item, pair)) in new.iter().zip(&pairs.before).enumerate() {
        match pair.and_then(|pair| old.get(pair)) {
            None => {
                let article = if list == List::Evidence { "" } else { "a " };
                let what = format!("{article}new {}", named(item));
                all.extend(whole(place(at, spec.says), what, None, Some(item)));
            }
            Some(was) if was == item => {}
            Some(was) => {
                let what = |place: &Place| format!("{} · {}", named(was), place.key());
                let changed = changed(RecordAt::Item(list, at), was.fields(), item.fields());
                let changed = changed.into_iter();
                all.extend(changed.map(|changed| difference(what(&changed.place), changed)));
            }
        }
    }
    for (at, (item, pair)) in old.iter().zip(&pairs.after).enumerate() {
        if pair.is_none() {
            let what = format!("{} was taken out", named(item));
            all.extend(whole(place(at, spec.says), what, Some(item), None));
        }
    }
}
