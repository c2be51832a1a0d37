//! The items of one version of a draft in pairs with those of another.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use super::{FieldType, Fields, Item, List, Place, Recommendation, RecordAt, Single, Value};

/// Returns the places of all values that stand in no list and under no heading.
pub(super) fn single_places() -> Vec<Place> {
    let all = Single::ALL.iter();
    all.flat_map(|single| RecordAt::Single(*single).places())
        .collect()
}

/// Returns the name in a file of the table that a value stands in; empty for the head, which has none.
pub(super) fn table(place: &Place) -> &'static str {
    match place.parts().0 {
        RecordAt::Single(Single::Head) => "",
        record => record.table(),
    }
}

/// A value of a record in two versions.
pub(super) struct ChangedValue {
    pub(super) place: Place,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
}

/// Returns the values in which two versions of a record differ.
pub(super) fn changed(
    at: RecordAt<'_>,
    before: &dyn Fields,
    after: &dyn Fields,
) -> Vec<ChangedValue> {
    let fields = 0..at.specs().len();
    let one = |nth| {
        let (before, after) = (before.value(nth), after.value(nth));
        let place = Place::of(at, nth).filter(|_| before != after)?;
        Some(ChangedValue {
            place,
            before,
            after,
        })
    };
    fields.filter_map(one).collect()
}

/// Returns a value as words to be read, none of them left out.
pub(super) fn words(value: &Value) -> String {
    let Value::Recommendations(items) = value else {
        return value.to_string();
    };
    let one = |item: &Recommendation| {
        let parts = [&item.text, &item.deadline, &item.addressee];
        let texts = parts.into_iter().map(String::as_str);
        let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        texts.join(" · ")
    };
    items.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// Items of two versions in pairs.
pub(crate) struct Pairs {
    /// For each item before, its place after.
    pub(crate) after: Vec<Option<usize>>,
    /// For each item after, its place before.
    pub(crate) before: Vec<Option<usize>>,
}

impl Pairs {
    /// Returns no pairs yet, of lists of these lengths.
    pub(crate) fn none(before: usize, after: usize) -> Self {
        Self {
            after: vec![None; before],
            before: vec![None; after],
        }
    }

    /// Pairs items for a difference: by identity, and what is left by all but the identity; without an identity by
    /// equality, and what is left by what it is about.
    pub(super) fn nearest(list: List, before: &[Item], after: &[Item]) -> Self {
        let mut pairs = Self::none(before.len(), after.len());
        pairs.join_ends(before, after);
        if list.has_identity() {
            pairs.join_keys(before, after);
            pairs.join(before, after, without_key);
        } else {
            pairs.join(before, after, Item::clone);
            pairs.join_keys(before, after);
        }
        pairs
    }

    /// Pairs two items.
    pub(crate) fn pair(&mut self, before: usize, after: usize) {
        if let (Some(one), Some(other)) = (self.after.get_mut(before), self.before.get_mut(after)) {
            *one = Some(after);
            *other = Some(before);
        }
    }

    /// Pairs what both lists begin and end with.
    pub(crate) fn join_ends<T: PartialEq>(&mut self, before: &[T], after: &[T]) {
        let alike = |(one, other): &(&T, &T)| one == other;
        let start = before.iter().zip(after).take_while(alike).count();
        let rest = before.len().min(after.len()) - start;
        let ends = before.iter().rev().zip(after.iter().rev()).take(rest);
        let end = ends.take_while(alike).count();
        for at in 0..start {
            self.pair(at, at);
        }
        for back in 1..=end {
            self.pair(before.len() - back, after.len() - back);
        }
    }

    /// Pairs items of the same key that are not paired yet.
    pub(super) fn join_keys(&mut self, before: &[Item], after: &[Item]) {
        self.join(before, after, Item::key);
    }

    /// Pairs items that are not paired yet and have the same mark, the first with the first.
    pub(crate) fn join<'a, T, K: Eq + Hash>(
        &mut self,
        before: &'a [T],
        after: &'a [T],
        mark: impl Fn(&'a T) -> K,
    ) {
        let mut marked: HashMap<K, (VecDeque<usize>, VecDeque<usize>)> = HashMap::new();
        for (at, item) in alone(&self.after, before) {
            marked.entry(mark(item)).or_default().0.push_back(at);
        }
        if marked.is_empty() {
            return;
        }
        for (at, item) in alone(&self.before, after) {
            if let Some((_, found)) = marked.get_mut(&mark(item)) {
                found.push_back(at);
            }
        }
        for (old, new) in marked.into_values() {
            for (before, after) in old.into_iter().zip(new) {
                self.pair(before, after);
            }
        }
    }
}

fn alone<'a, T>(paired: &[Option<usize>], items: &'a [T]) -> impl Iterator<Item = (usize, &'a T)> {
    let free: Vec<bool> = paired.iter().map(Option::is_none).collect();
    let items = items.iter().enumerate().zip(free);
    items.filter_map(|(item, free)| free.then_some(item))
}

/// Returns the item without its identity.
pub(super) fn without_key(item: &Item) -> Item {
    let mut rest = item.clone();
    let key = item.list().spec().key;
    if let Some(key) = rest
        .fields_mut()
        .field_mut(key)
        .and_then(FieldType::text_mut)
    {
        key.clear();
    }
    rest
}

/// Returns the items, of those at these places before and in their order now, that can stay where they are: the longest
/// run that ascends, though not side by side. All others have moved; what has no place is new.
pub(crate) fn longest_ascending(was: &[Option<usize>]) -> Vec<bool> {
    // `ends[n]` is the item with the lowest place that ends a run of n + 1 items.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut previous = vec![None; was.len()];
    for (item, place) in was.iter().enumerate() {
        let Some(place) = *place else { continue };
        let length = ends.partition_point(|(end, _)| *end < place);
        if let Some(slot) = previous.get_mut(item) {
            let before = length.checked_sub(1).and_then(|n| ends.get(n));
            *slot = before.map(|(_, item)| *item);
        }
        match ends.get_mut(length) {
            Some(end) => *end = (place, item),
            None => ends.push((place, item)),
        }
    }
    let mut stays = vec![false; was.len()];
    let mut next = ends.last().map(|(_, item)| *item);
    while let Some(item) = next {
        if let Some(stay) = stays.get_mut(item) {
            *stay = true;
        }
        next = previous.get(item).copied().flatten();
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_moved_moves() {
        let stay =
            |was: &[usize]| longest_ascending(&was.iter().copied().map(Some).collect::<Vec<_>>());
        assert_eq!(stay(&[2, 0, 1]), [false, true, true]);
        assert_eq!(stay(&[1, 2, 0]), [true, true, false]);
        let new = longest_ascending(&[Some(0), None, Some(1)]);
        assert_eq!(new, [true, false, true]);
    }
}
