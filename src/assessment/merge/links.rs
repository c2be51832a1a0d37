//! The items of three versions of a list that are the same.

use std::collections::HashMap;

use crate::assessment::align::Pairs;
use crate::assessment::{Item, List};

/// The items of the three versions that are the same.
pub(super) struct ItemLinks {
    /// For each of ours, its place in the base.
    pub(super) ours: Vec<Option<usize>>,
    /// For each of theirs, its place in the base.
    pub(super) theirs: Vec<Option<usize>>,
    /// For each of ours, its place in theirs; and the other way round.
    pub(super) both: Pairs,
    /// True where items that all three have stand in another order in ours than in the base.
    pub(super) ours_moved: bool,
    /// The same of theirs, with all of its items that stay.
    pub(super) theirs_moved: bool,
}

impl ItemLinks {
    pub(super) fn of(list: List, base: &[Item], ours: &[Item], theirs: &[Item]) -> Self {
        match list.has_identity() {
            true => Self::by_identity(base, ours, theirs),
            false => Self::by_words(base, ours, theirs),
        }
    }

    fn by_identity(base: &[Item], ours: &[Item], theirs: &[Item]) -> Self {
        let by_key = |before: &[Item], after: &[Item]| {
            let mut pairs = Pairs::none(before.len(), after.len());
            pairs.join_keys(before, after);
            pairs
        };
        let mut links = Self {
            ours: by_key(base, ours).before,
            theirs: by_key(base, theirs).before,
            both: Pairs::none(ours.len(), theirs.len()),
            ours_moved: false,
            theirs_moved: false,
        };
        links.meet_in_base();
        // Of theirs also what ours took out and theirs changed, since it is in the result: what counts must be the same
        // when the result is merged again.
        let stay = |at: usize, was: usize| {
            nth(&links.both.before, at).is_some() || base.get(was) != theirs.get(at)
        };
        let known = |origins: &[Option<usize>]| -> Vec<(usize, usize)> {
            let known = origins.iter().enumerate();
            known.filter_map(|(at, was)| Some((at, (*was)?))).collect()
        };
        let mut own = known(&links.ours);
        own.retain(|(at, _)| nth(&links.both.after, *at).is_some());
        let mut other = known(&links.theirs);
        other.retain(|(at, was)| stay(*at, *was));
        links.ours_moved = !own.iter().map(|(_, was)| was).is_sorted();
        links.theirs_moved = !other.iter().map(|(_, was)| was).is_sorted();
        links.join_new(ours, theirs);
        links
    }

    /// Links items that are known by all that they say. What a version has of one wording is a number: where one side
    /// alone changed it, that side's stands; where both added, the higher, and where both took away, the lower. So
    /// the result has all that theirs added and nothing that theirs took away, and nothing is left to do for a
    /// second merge.
    ///
    /// An item is taken for the changed form of another only where, of all that is about the same, one wording has
    /// gone and one has come that the other side has not. That is as true of the result as it was of ours.
    fn by_words(base: &[Item], ours: &[Item], theirs: &[Item]) -> Self {
        let mut links = Self {
            ours: vec![None; ours.len()],
            theirs: vec![None; theirs.len()],
            both: Pairs::none(ours.len(), theirs.len()),
            ours_moved: false,
            theirs_moved: false,
        };
        let mut wordings: HashMap<&Item, [Vec<usize>; 3]> = HashMap::new();
        for (version, items) in [base, ours, theirs].into_iter().enumerate() {
            for (at, item) in items.iter().enumerate() {
                let places = wordings.entry(item).or_default();
                places
                    .get_mut(version)
                    .into_iter()
                    .for_each(|it| it.push(at));
            }
        }
        let mut changes: HashMap<&str, [WordingChange; 2]> = HashMap::new();
        let mut steady = Vec::new();
        for (item, [was, own, other]) in &wordings {
            for (own, other) in own.iter().zip(other) {
                links.both.pair(*own, *other);
            }
            if let ([was], [own], [other]) = (was.as_slice(), own.as_slice(), other.as_slice()) {
                steady.push((*was, *own, *other));
            }
            let shared = own.len().min(other.len());
            let [in_ours, in_theirs] = changes.entry(item.key()).or_default();
            in_ours.count(was, own, other.len());
            in_theirs.count(was, other, own.len());
            link(&mut links.ours, was, own, shared);
            link(&mut links.theirs, was, other, shared);
        }
        for [in_ours, in_theirs] in changes.into_values() {
            in_ours.link(&mut links.ours);
            in_theirs.link(&mut links.theirs);
        }
        links.meet_in_base();
        steady.sort_unstable();
        links.ours_moved = !steady.iter().map(|(_, own, _)| own).is_sorted();
        links.theirs_moved = !steady.iter().map(|(_, _, other)| other).is_sorted();
        links
    }

    /// Pairs those of ours with those of theirs that were the same in the base.
    fn meet_in_base(&mut self) {
        let own = self.ours.iter().enumerate();
        let own: HashMap<usize, usize> = own.filter_map(|(at, was)| Some(((*was)?, at))).collect();
        for (other, was) in self.theirs.iter().enumerate() {
            let own = was.and_then(|was| own.get(&was)).copied();
            if let Some(own) = own
                && nth(&self.both.after, own).is_none()
                && nth(&self.both.before, other).is_none()
            {
                self.both.pair(own, other);
            }
        }
    }

    /// Pairs what both sides added under one key.
    fn join_new(&mut self, ours: &[Item], theirs: &[Item]) {
        let new = |origins: &[Option<usize>], items: &[Item]| -> (Vec<usize>, Vec<Item>) {
            let new = origins.iter().zip(items).enumerate();
            let new = new.filter(|(_, (was, _))| was.is_none());
            new.map(|(at, (_, item))| (at, item.clone())).unzip()
        };
        let (own, mine) = new(&self.ours, ours);
        let (other, yours) = new(&self.theirs, theirs);
        let mut found = Pairs::none(mine.len(), yours.len());
        found.join_keys(&mine, &yours);
        for (own, pair) in own.into_iter().zip(found.after) {
            if let Some(other) = pair.and_then(|pair| other.get(pair)) {
                self.both.pair(own, *other);
            }
        }
    }
}

/// Links equal items of a side with those of the base: what the other side has too, and the rest where that is no more
/// than the base had, so that it goes where the other side took it out.
fn link(side: &mut [Option<usize>], base: &[usize], equal: &[usize], shared: usize) {
    let many = match equal.len() <= base.len() {
        true => equal.len(),
        false => shared,
    };
    for (was, at) in base.iter().zip(equal).take(many) {
        if let Some(link) = side.get_mut(*at) {
            *link = Some(*was);
        }
    }
}

/// The change of one side to all that is about the same.
#[derive(Default)]
struct WordingChange {
    /// The items that it took away, by place in the base.
    gone: Vec<usize>,
    /// The items that it put in and the other side has not, by place in its own.
    new: Vec<usize>,
}

impl WordingChange {
    /// Counts one wording: where the base and the side have it, and how often the other side does.
    fn count(&mut self, base: &[usize], side: &[usize], other: usize) {
        self.gone.extend(base.iter().skip(side.len()));
        self.new.extend(side.iter().skip(base.len().max(other)));
    }

    /// Takes what came for the changed form of what went, where no doubt is left.
    fn link(&self, side: &mut [Option<usize>]) {
        if let ([was], [is]) = (self.gone.as_slice(), self.new.as_slice())
            && let Some(link) = side.get_mut(*is)
        {
            *link = Some(*was);
        }
    }
}

pub(super) fn nth(places: &[Option<usize>], at: usize) -> Option<usize> {
    places.get(at).copied().flatten()
}
