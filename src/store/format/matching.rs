//! Which item of a list became which.

use std::collections::HashMap;
use std::sync::Arc;

use super::tables::id_field;
use crate::assessment::Record;

/// For each item of `after`, the place in `before` of the item that it was; nothing for a new one.
///
/// Items with an id are known by it. Those without are known by what they say: first those that are
/// the same, then those that are most alike.
pub(super) fn matched<R: Record + PartialEq>(
    before: &[Arc<R>],
    after: &[Arc<R>],
) -> Vec<Option<usize>> {
    let mut was = vec![None; after.len()];
    let mut used = vec![false; before.len()];
    if let Some(id) = id_field::<R>() {
        let mut places: HashMap<&str, usize> = HashMap::with_capacity(before.len());
        for (place, item) in before.iter().enumerate().rev() {
            places.insert(item.text(id).unwrap_or_default(), place);
        }
        for (was, item) in was.iter_mut().zip(after) {
            // Taken out, so that a second item of the same id counts as new.
            *was = places.remove(item.text(id).unwrap_or_default());
        }
        return was;
    }
    same(before, after, &mut was, &mut used);
    alike(before, after, &mut was, &mut used);
    was
}

/// Matches items that are the same: from both ends inwards, then wherever they are.
fn same<R: PartialEq>(
    before: &[Arc<R>],
    after: &[Arc<R>],
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
fn alike<R: Record>(
    before: &[Arc<R>],
    after: &[Arc<R>],
    was: &mut [Option<usize>],
    used: &mut [bool],
) {
    let shared = |b: &R, a: &R| {
        let fields = R::FIELDS.iter();
        let equal =
            |field: &&R::Field| a.get(**field).is_some() && a.get(**field) == b.get(**field);
        fields.filter(equal).count()
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
                    shared(b, what) * 2 + usize::from(next == Some(place)),
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

/// Of items at these places before, in their order now, those that can stay where they are: the longest
/// run that still ascends. All others have moved.
pub(super) fn staying(was: &[Option<usize>]) -> Vec<bool> {
    // `ends[n]` is the item with the lowest place that ends a run of n + 1 items.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut previous = vec![None; was.len()];
    for (item, place) in was.iter().enumerate() {
        let Some(place) = *place else { continue };
        let length = ends.partition_point(|(end, _)| *end < place);
        if let Some(slot) = previous.get_mut(item) {
            *slot = length
                .checked_sub(1)
                .and_then(|n| ends.get(n))
                .map(|(_, item)| *item);
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
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::assessment::Note;

    fn notes(texts: &[&str]) -> Vec<Arc<Note>> {
        let note = |text: &&str| Note {
            text: (*text).to_owned(),
            ..Note::default()
        };
        texts.iter().map(note).map(Arc::new).collect()
    }

    #[test]
    fn items_without_ids_are_known_by_what_they_say_and_where_they_stand() {
        let was = |before: &[&str], after: &[&str]| matched(&notes(before), &notes(after));
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

    #[test]
    fn only_what_moved_moves() {
        let stay = |was: &[usize]| staying(&was.iter().copied().map(Some).collect::<Vec<_>>());
        assert_eq!(stay(&[2, 0, 1]), [false, true, true]);
        assert_eq!(stay(&[1, 2, 0]), [true, true, false]);
        assert_eq!(staying(&[Some(0), None, Some(1)]), [true, false, true]);
    }
}
