//! How two versions of one draft differ: as edits, and for people.

use std::collections::BTreeSet;

use super::align::{ListRecord, Pairs, single_places, table, words};
use super::{
    Acceptance, Assessment, Edit, Evidence, Figure, Finding, Judgment, Note, Outlook, Override,
    Place, Record, Response, TrayItem,
};

/// The edits that make one version into the other: applied in order to `before` they give `after`,
/// and their inverses, in reverse, give `before` again.
///
/// Items are matched by id (the n-th of an id with the n-th), hand edits by their sentence, and those
/// left over by all but that; responses, notes and acceptances by equality, and those left over by what they are
/// about. What is the same costs
/// no edit. A judgment in which nothing is written counts as one that is not there.
pub fn edits(before: &Assessment, after: &Assessment) -> Vec<Edit> {
    let mut all: Vec<Edit> = single_places()
        .into_iter()
        .chain(judgment_places(before, after))
        .filter_map(|place| {
            let (old, new) = (before.get(&place), after.get(&place));
            (old != new).then_some(Edit::Set {
                place,
                before: old,
                after: new,
            })
        })
        .collect();
    list_edits::<Finding>(before, after, &mut all);
    list_edits::<Evidence>(before, after, &mut all);
    list_edits::<Figure>(before, after, &mut all);
    list_edits::<Outlook>(before, after, &mut all);
    list_edits::<Response>(before, after, &mut all);
    list_edits::<Note>(before, after, &mut all);
    list_edits::<Acceptance>(before, after, &mut all);
    list_edits::<TrayItem>(before, after, &mut all);
    list_edits::<Override>(before, after, &mut all);
    all
}

/// The places of all values under a heading that one of two versions has a judgment of.
pub(super) fn judgment_places(one: &Assessment, other: &Assessment) -> Vec<Place> {
    let headings: BTreeSet<&String> = one.grades.keys().chain(other.grades.keys()).collect();
    let places = |heading: &String| {
        let fields = Judgment::FIELDS.iter();
        let place = |field: &_| Place::Judgment(heading.clone(), *field);
        fields.map(place).collect::<Vec<_>>()
    };
    headings.into_iter().flat_map(places).collect()
}

fn list_edits<R: ListRecord>(before: &Assessment, after: &Assessment, all: &mut Vec<Edit>) {
    let (old, new) = (R::of(before), R::of(after));
    if old == new {
        return;
    }
    let pairs = Pairs::nearest(old, new);
    for (at, (item, pair)) in old.iter().zip(&pairs.after).enumerate() {
        let Some(other) = pair.and_then(|pair| new.get(pair)) else {
            continue;
        };
        if item == other {
            continue;
        }
        for field in R::FIELDS {
            let (before, after) = (item.get(*field), other.get(*field));
            if before != after {
                let place = R::place(at, *field);
                all.push(Edit::Set {
                    place,
                    before,
                    after,
                });
            }
        }
    }
    // From the end, so that no removal moves another's place.
    for (at, item) in old.iter().enumerate().rev() {
        if pairs.after.get(at).is_some_and(Option::is_none) {
            let item = R::item(item);
            all.push(Edit::Remove { at, item });
        }
    }
    moves(&pairs, |from, to| {
        if let Some(any) = new.first().or(old.first()) {
            let list = R::item(any).list();
            all.push(Edit::Move { list, from, to });
        }
    });
    for (at, (item, pair)) in new.iter().zip(&pairs.before).enumerate() {
        if pair.is_none() {
            let item = R::item(item);
            all.push(Edit::Insert { at, item });
        }
    }
}

/// Tells the moves that bring the items of both versions, and only these, into the later order: as few
/// as can be.
fn moves(pairs: &Pairs, mut tell: impl FnMut(usize, usize)) {
    let wanted: Vec<usize> = pairs.before.iter().filter_map(|at| *at).collect();
    let staying = staying(&wanted);
    if staying.len() == wanted.len() {
        return;
    }
    let mut now = wanted.clone();
    now.sort_unstable();
    let mut follows: Option<usize> = None;
    for item in wanted {
        if staying.binary_search(&item).is_err() {
            let place = |now: &[usize], item: usize| now.iter().position(|other| *other == item);
            if let Some(from) = place(&now, item) {
                now.remove(from);
                let to = follows.and_then(|other| place(&now, other));
                let to = to.map_or(0, |at| at + 1).min(now.len());
                now.insert(to, item);
                if from != to {
                    tell(from, to);
                }
            }
        }
        follows = Some(item);
    }
}

/// The longest run of places, ascending though not side by side: the items that need not move.
fn staying(places: &[usize]) -> Vec<usize> {
    // The last of the best run of each length, and what comes before each place in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    let place = |nth: usize| places.get(nth).copied().unwrap_or_default();
    for (nth, here) in places.iter().enumerate() {
        let len = ends.partition_point(|end| place(*end) < *here);
        before.push(len.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(len) {
            Some(end) => *end = nth,
            None => ends.push(nth),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut nth = ends.last().copied();
    while let Some(at) = nth {
        run.push(place(at));
        nth = before.get(at).copied().flatten();
    }
    run.reverse();
    run
}

/// One value that differs between two versions, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands in the later version; for what was taken out, in the earlier one.
    pub place: Place,
    /// What it is: "finding f3 · text", "grade of victims", "a new finding f9", "finding f4 was taken
    /// out", "order of findings".
    pub what: String,
    /// What stood there, as words; nothing where it was left out or is a matter of order.
    pub before: Option<String>,
    /// What stands there now, likewise.
    pub after: Option<String>,
}

/// What differs between two versions, one entry a value, in the order of a draft's tables. Items are
/// matched as in [`edits`]; an item that came or went is told by what it says.
pub fn differences(before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let mut all: Vec<Difference> = single_places()
        .into_iter()
        .chain(judgment_places(before, after))
        .filter_map(|place| {
            let (old, new) = (before.get(&place), after.get(&place));
            (old != new).then(|| Difference {
                what: label(&place),
                before: old.as_ref().map(words),
                after: new.as_ref().map(words),
                place,
            })
        })
        .collect();
    list_differences::<Finding>(before, after, &mut all);
    list_differences::<Evidence>(before, after, &mut all);
    list_differences::<Figure>(before, after, &mut all);
    list_differences::<Outlook>(before, after, &mut all);
    list_differences::<Response>(before, after, &mut all);
    list_differences::<Note>(before, after, &mut all);
    list_differences::<Acceptance>(before, after, &mut all);
    list_differences::<TrayItem>(before, after, &mut all);
    list_differences::<Override>(before, after, &mut all);
    all
}

fn label(place: &Place) -> String {
    match (place, table(place)) {
        (Place::Judgment(heading, _), _) => format!("{} of {heading}", place.key()),
        (_, "") => place.key().to_owned(),
        (_, table) => format!("{table} · {}", place.key()),
    }
}

/// What an item is called: "finding f3", "note on f3", "response by the force".
fn named<R: ListRecord>(item: &R) -> String {
    let between = match R::TABLE {
        "responses" => " by",
        "notes" | "accepted" => " on",
        "overrides" => " of",
        _ => "",
    };
    match item.key_text() {
        "" => R::NOUN.to_owned(),
        key => format!("{}{between} {key}", R::NOUN),
    }
}

fn list_differences<R: ListRecord>(
    before: &Assessment,
    after: &Assessment,
    all: &mut Vec<Difference>,
) {
    let (old, new) = (R::of(before), R::of(after));
    if old == new {
        return;
    }
    let said = |item: &R| item.get(R::WORDS).as_ref().map(words);
    let pairs = Pairs::nearest(old, new);
    let both: Vec<usize> = pairs.before.iter().filter_map(|at| *at).collect();
    let staying = staying(&both);
    let moves = |pair: &Option<usize>| pair.is_some_and(|at| staying.binary_search(&at).is_err());
    if let Some(at) = pairs.before.iter().position(moves) {
        all.push(Difference {
            place: R::place(at, R::KEY),
            what: format!("order of {}", R::TABLE),
            before: None,
            after: None,
        });
    }
    for (at, (item, pair)) in new.iter().zip(&pairs.before).enumerate() {
        let Some(was) = pair.and_then(|pair| old.get(pair)) else {
            let article = if R::NOUN == "evidence" { "" } else { "a " };
            all.push(Difference {
                place: R::place(at, R::WORDS),
                what: format!("{article}new {}", named(item.as_ref())),
                before: None,
                after: said(item),
            });
            continue;
        };
        if was == item {
            continue;
        }
        for field in R::FIELDS {
            let (before, after) = (was.get(*field), item.get(*field));
            if before != after {
                all.push(Difference {
                    place: R::place(at, *field),
                    what: format!("{} · {}", named(was.as_ref()), R::key(*field)),
                    before: before.as_ref().map(words),
                    after: after.as_ref().map(words),
                });
            }
        }
    }
    for (at, (item, pair)) in old.iter().zip(&pairs.after).enumerate() {
        if pair.is_none() {
            all.push(Difference {
                place: R::place(at, R::WORDS),
                what: format!("{} was taken out", named(item.as_ref())),
                before: said(item),
                after: None,
            });
        }
    }
}
