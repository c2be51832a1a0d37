//! The headings of findings: that of the text, or the one on the likeliest way through the framework's.

use super::cues;
use super::path::{self, Waymark};
use super::piece::{Recognised, TextPiece};
use super::topics::Topics;
use crate::assessment::Framework;

/// The least weight by which a sentence says a heading.
const SAYS: f64 = 2.0;

/// Gives each finding on the way its heading. The sentences before the first that says one have none: nothing of them is
/// certain.
pub(super) fn take_way(
    pieces: &mut [TextPiece],
    way: &[(usize, Waymark)],
    topics: &Topics<'_>,
    framework: &Framework,
) {
    let marks: Vec<Waymark> = way.iter().map(|(_, mark)| mark.clone()).collect();
    let found = path::way(&marks, &topics.groups());
    let said = |mark: &Waymark| {
        mark.fixed.is_some() || mark.weights.values().any(|weight| *weight >= SAYS)
    };
    let first = marks.iter().position(said);
    let first = first.and_then(|nth| pieces.get(way.get(nth)?.0));
    let Some(first) = first.map(|it| it.block) else {
        return;
    };
    for ((at, mark), nth) in way.iter().zip(found) {
        let piece = pieces.get_mut(*at).filter(|it| it.block >= first);
        let (Some(piece), Some(heading)) = (piece, framework.headings.get(nth)) else {
            continue;
        };
        piece.set_heading(&heading.id);
        let Recognised::Finding(unwoven) = &mut piece.is else {
            continue;
        };
        let shared = unwoven.attempts.iter_mut();
        let shared = shared.filter(|it| it.len() > 1 && mark.fixed.is_none());
        for half in shared.flatten() {
            let weights = topics.weights(&half.text, &cues::spot(&half.text), None);
            half.heading = topics.most(&weights).unwrap_or_else(|| heading.id.clone());
        }
    }
}
