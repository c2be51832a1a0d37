//! Where the sentences of an old text stand: which paragraph each is in, and behind which other.

use std::collections::{BTreeMap, HashMap};

use super::piece::{Recognised, TextPiece};
use crate::assessment::{Framework, OVERALL};

/// A piece by its place, with the group of its heading and the rank there.
type Ranked = (usize, (usize, usize));

/// Says of each finding what keeps it where its sentence stood.
pub(super) fn lay_out(pieces: &mut [TextPiece], framework: &Framework) {
    let mut ranks: HashMap<&str, (usize, usize)> = HashMap::new();
    for (group, ids) in framework.plan.iter().enumerate() {
        for id in ids {
            let rank = framework.headings.iter().position(|it| it.id == *id);
            ranks.insert(id, (group + 1, rank.unwrap_or_default()));
        }
    }
    ranks.insert(OVERALL, (0, 0));
    let mut blocks: BTreeMap<usize, Vec<Ranked>> = BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        let rank = ranks.get(piece.heading.as_str());
        if let (Recognised::Finding(_), Some(rank)) = (&piece.is, rank) {
            blocks.entry(piece.block).or_default().push((at, *rank));
        }
    }
    // The last rank of each group that is spoken, and whether paragraphs with names stand behind it.
    let mut last: HashMap<usize, (usize, bool)> = HashMap::new();
    let opened = pieces
        .iter()
        .find(|it| matches!(it.is, Recognised::Opening));
    if let Some(opened) = opened.map(|it| it.block) {
        let own = blocks.get(&opened).and_then(|it| it.first());
        let own = own.is_some_and(|(_, (group, _))| *group == 0);
        if !own {
            last.insert(0, (0, false));
        }
    }
    for (block, members) in blocks {
        let groups: Vec<usize> = members.iter().map(|(_, (group, _))| *group).collect();
        let ranked: Vec<usize> = members.iter().map(|(_, (_, rank))| *rank).collect();
        let Some((&group, &lowest)) = groups.first().zip(ranked.first()) else {
            continue;
        };
        let is_one = groups.iter().all(|it| *it == group);
        let highest = ranked.iter().copied().max().unwrap_or_default();
        let known = last.get(&group).copied();
        let leads = ranked.iter().all(|it| *it >= lowest);
        let fits = |(rank, named): (usize, bool)| !named && lowest >= rank && leads;
        match known {
            None if is_one => {
                last.insert(group, (highest, false));
            }
            Some(before) if is_one && fits(before) => {
                last.insert(group, (highest, false));
                if let Some(first) = members.first().and_then(|(at, _)| pieces.get_mut(*at)) {
                    first.layout.begins = true;
                }
            }
            _ => {
                let rank = known.map_or(0, |it| it.0);
                last.insert(group, (rank, true));
                for (at, _) in &members {
                    if let Some(piece) = pieces.get_mut(*at) {
                        piece.layout.paragraph = format!("paragraph {}", block + 1);
                    }
                }
            }
        }
        keep_order(pieces, &members);
    }
}

/// Keeps the sentences of a paragraph in the order in which they stood, where that of the headings is another.
fn keep_order(pieces: &mut [TextPiece], members: &[Ranked]) {
    let ascends = |members: &[Ranked]| {
        let pairs = members.windows(2);
        let mut pairs = pairs.filter_map(|pair| Some((pair.first()?.1, pair.last()?.1)));
        pairs.all(|(one, two)| one <= two)
    };
    if ascends(members) {
        return;
    }
    let is_need = |at: usize| match pieces.get(at).map(|it| &it.is) {
        Some(Recognised::Finding(unwoven)) => unwoven.kind.is_need(),
        _ => false,
    };
    let first_need = members.iter().position(|(at, _)| is_need(*at));
    let (others, needs) = members.split_at(first_need.unwrap_or(members.len()));
    let together = needs.iter().all(|(at, _)| is_need(*at)) && ascends(others);
    for (nth, (at, _)) in members.iter().enumerate().skip(1) {
        let order = i64::try_from((nth + 1).saturating_sub(others.len())).ok();
        if let Some(piece) = pieces.get_mut(*at) {
            piece.layout.order = order.filter(|it| together && *it > 0);
            piece.layout.follows = !together;
        }
    }
    if together
        && let Some((at, _)) = needs.first()
        && let Some(piece) = pieces.get_mut(*at)
    {
        piece.layout.order = Some(1);
    }
}
