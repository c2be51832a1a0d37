//! The items of a list before and after a change, matched.

use std::collections::HashMap;

use crate::assessment::Fields;

/// Returns, for each item of `after`, the place in `before` of the item that it was, or `None` for a new one.
///
/// Items with an id are known by it. Those without are known by what they say: first those that are
/// the same, then those that are most alike.
pub(super) fn matched(before: &[&dyn Fields], after: &[&dyn Fields]) -> Vec<Option<usize>> {
    let mut was = vec![None; after.len()];
    let mut used = vec![false; before.len()];
    if after
        .first()
        .or(before.first())
        .is_some_and(|item| item.id().is_some())
    {
        let mut places: HashMap<&str, usize> = HashMap::with_capacity(before.len());
        for (place, item) in before.iter().enumerate().rev() {
            places.insert(item.id().unwrap_or_default(), place);
        }
        for (was, item) in was.iter_mut().zip(after) {
            // Taken out, so that a second item of the same id counts as new.
            *was = places.remove(item.id().unwrap_or_default());
        }
        return was;
    }
    same(before, after, &mut was, &mut used);
    alike(before, after, &mut was, &mut used);
    was
}

/// Matches items that are the same: from both ends inwards, then wherever they are.
fn same(
    before: &[&dyn Fields],
    after: &[&dyn Fields],
    was: &mut [Option<usize>],
    used: &mut [bool],
) {
    let shorter = before.len().min(after.len());
    let ahead = before.iter().zip(after).take_while(|(b, a)| b == a).count();
    let behind = before.iter().rev().zip(after.iter().rev());
    let behind = behind
        .take_while(|(b, a)| b == a)
        .count()
        .min(shorter - ahead);
    let mut pair = |place: usize, item: usize| {
        if let (Some(was), Some(used)) = (was.get_mut(item), used.get_mut(place)) {
            *was = Some(place);
            *used = true;
        }
    };
    for place in 0..ahead {
        pair(place, place);
    }
    for back in 1..=behind {
        pair(before.len() - back, after.len() - back);
    }
    for (item, what) in after.iter().enumerate() {
        if was.get(item).is_some_and(Option::is_some) {
            continue;
        }
        let mut free = before.iter().enumerate().zip(used.iter_mut());
        let found = free.find(|((_, candidate), used)| !**used && candidate == &what);
        if let (Some(((place, _), used)), Some(was)) = (found, was.get_mut(item)) {
            *was = Some(place);
            *used = true;
        }
    }
}

/// Matches what is left: each item with the one that shares most with it, its neighbour before counting
/// as something shared.
fn alike(
    before: &[&dyn Fields],
    after: &[&dyn Fields],
    was: &mut [Option<usize>],
    used: &mut [bool],
) {
    let shared = |b: &dyn Fields, a: &dyn Fields| {
        let equal = |field: &usize| {
            let value = a.value(*field);
            value.is_some() && value == b.value(*field)
        };
        (0..a.specs().len()).filter(equal).count()
    };
    for (item, what) in after.iter().enumerate() {
        if was.get(item).is_some_and(Option::is_some) {
            continue;
        }
        let follows = item
            .checked_sub(1)
            .map(|before| was.get(before).copied().flatten());
        let next = match follows {
            None => Some(0),
            Some(place) => place.map(|place| place + 1),
        };
        let best = before
            .iter()
            .enumerate()
            .filter(|(place, _)| used.get(*place) == Some(&false))
            .map(|(place, b)| {
                (
                    shared(*b, *what) * 2 + usize::from(next == Some(place)),
                    place,
                )
            })
            .filter(|(score, _)| *score > 0)
            .max_by_key(|(score, place)| (*score, usize::MAX - place));
        if let Some((_, place)) = best
            && let (Some(was), Some(used)) = (was.get_mut(item), used.get_mut(place))
        {
            *was = Some(place);
            *used = true;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::assessment::Note;

    fn notes(texts: &[&str]) -> Vec<Note> {
        let note = |text: &&str| Note {
            text: (*text).to_owned(),
            ..Note::default()
        };
        texts.iter().map(note).collect()
    }

    #[test]
    fn items_without_ids_are_known_by_what_they_say_and_where_they_stand() {
        let was = |before: &[&str], after: &[&str]| {
            let (before, after) = (notes(before), notes(after));
            let fields = |note| note as &dyn Fields;
            let before: Vec<_> = before.iter().map(fields).collect();
            let after: Vec<_> = after.iter().map(fields).collect();
            matched(&before, &after)
        };
        assert_eq!(was(&["a", "b"], &["b", "a"]), [Some(1), Some(0)]);
        assert_eq!(
            was(&["a", "b", "c"], &["a", "B", "c"]),
            [Some(0), Some(1), Some(2)]
        );
        assert_eq!(was(&["a"], &["x", "a"]), [None, Some(0)]);
        assert_eq!(was(&["a"], &["A"]), [Some(0)]);
        assert_eq!(was(&["a", "a"], &["a"]), [Some(0)]);
        assert_eq!(was(&[], &["a"]), [None]);
    }
}
