//! The items of a list before and after a change, matched.

use std::collections::HashMap;

use crate::assessment::{Fields, Pairs};

/// Returns, for each item of `after`, the place in `before` of the item that it was, or `None` for a new one.
///
/// Items with an id are known by it. Those without are known by what they say: first those that are
/// the same, then those that are most alike.
pub(super) fn matched(before: &[&dyn Fields], after: &[&dyn Fields]) -> Vec<Option<usize>> {
    let known = after.first().or(before.first());
    if known.is_some_and(|item| item.id().is_some()) {
        let mut places: HashMap<&str, usize> = HashMap::with_capacity(before.len());
        for (place, item) in before.iter().enumerate().rev() {
            places.insert(item.id().unwrap_or_default(), place);
        }
        // Taken out, so that a second item of the same id counts as new.
        let place = |item: &&dyn Fields| places.remove(item.id().unwrap_or_default());
        return after.iter().map(place).collect();
    }
    let mut pairs = Pairs::none(before.len(), after.len());
    pairs.join_ends(before, after);
    pairs.join(before, after, |item| format!("{item:?}"));
    alike(before, after, &mut pairs);
    pairs.before
}

/// Matches what is left: each item with the one that shares most with it, its neighbour before counting
/// as something shared.
fn alike(before: &[&dyn Fields], after: &[&dyn Fields], pairs: &mut Pairs) {
    let shared = |b: &dyn Fields, a: &dyn Fields| {
        let equal = |field: &usize| {
            let value = a.value(*field);
            value.is_some() && value == b.value(*field)
        };
        (0..a.specs().len()).filter(equal).count()
    };
    for (item, what) in after.iter().enumerate() {
        if pairs.before.get(item).is_some_and(Option::is_some) {
            continue;
        }
        let follows = item.checked_sub(1);
        let follows = follows.map(|before| pairs.before.get(before).copied().flatten());
        let next = match follows {
            None => Some(0),
            Some(place) => place.map(|place| place + 1),
        };
        let free = before.iter().enumerate();
        let free = free.filter(|(place, _)| pairs.after.get(*place) == Some(&None));
        let scored = free.map(|(place, b)| {
            let score = shared(*b, *what) * 2 + usize::from(next == Some(place));
            (score, place)
        });
        let best = scored
            .filter(|(score, _)| *score > 0)
            .max_by_key(|(score, place)| (*score, usize::MAX - place));
        if let Some((_, place)) = best {
            pairs.pair(place, item);
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
