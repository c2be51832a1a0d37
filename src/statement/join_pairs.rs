//! Which neighbours share a sentence, and on which condition.

use super::context::WeavingContext;
use super::join_fit::says_how_well;
use super::plan::PlacedFinding;
use super::state::{Side, says_change, side};
use super::words::{bare_word, ends_plainly};
use crate::assessment::Join;
use crate::grammar::{Certainty, Typed};

/// The condition on which two neighbours are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JoinCondition {
    /// The author asks for it, in this way.
    Requested(Join),
    IfItReadsWell,
}

impl JoinCondition {
    /// Returns true where the sentence turns inside: a strength and a need share it.
    pub(super) fn turns(self) -> bool {
        matches!(self, Self::Requested(wish) if wish.turns())
    }
}

/// Returns the finding behind the first with which it shares a sentence, and on which condition. A join that nobody
/// asked for leaves its second to the one behind it, where an author asks for those two; and so does a strength that is
/// to share its sentence with a need, whatever need stands before it.
pub(super) fn pair<'a>(
    context: &WeavingContext,
    first: &PlacedFinding,
    [second, third]: [Option<&'a PlacedFinding>; 2],
) -> Option<(&'a PlacedFinding, JoinCondition)> {
    let second = second?;
    let condition = may_join(context, first, second)?;
    let next = || may_join(context, second, third?);
    let is_asked = |next| matches!(next, Some(JoinCondition::Requested(_)));
    let is_seconds_own = first.finding.join.is_none() && side(second) == Some(Side::Praise);
    let waits = match condition {
        JoinCondition::IfItReadsWell => is_asked(next()),
        JoinCondition::Requested(wish) => {
            let own = |next: &&PlacedFinding| next.finding.heading == second.finding.heading;
            let own = third.as_ref().is_some_and(own);
            wish.turns() && is_seconds_own && own && is_asked(next())
        }
    };
    (!waits).then_some((second, condition))
}

/// Returns the condition on which two neighbours share a sentence, or `None` where they never do.
fn may_join(
    context: &WeavingContext,
    first: &PlacedFinding,
    second: &PlacedFinding,
) -> Option<JoinCondition> {
    let wishes = [first.finding.join, second.finding.join];
    let changes = [first, second].map(|placed| says_change(context, placed));
    if wishes.contains(&Some(Join::Never)) || changes.contains(&true) {
        return None;
    }
    // What is put before the second would stand in mid-sentence.
    let begins = !second.finding.begins_with.is_empty();
    if begins || !is_plain(first) || !is_plain(second) || is_linked(second) {
        return None;
    }
    if let Some(wish) = wishes.into_iter().flatten().find(|wish| wish.turns()) {
        // A strength turns to what stands behind it, a need to what stands before it, and under its own heading either
        // way about.
        let onward = match first.finding.join {
            Some(_) => side(first) != Some(Side::Need),
            None => side(second) != Some(Side::Praise),
        };
        if !onward && first.finding.heading != second.finding.heading {
            return None;
        }
        // "Importantly, although it …" would be said of the second.
        let begins = wish.concedes() && !first.finding.begins_with.is_empty();
        let may = !begins && may_turn(first, second, wish);
        return may.then_some(JoinCondition::Requested(wish));
    }
    if !stands_alone(first) || !stands_alone(second) {
        return None;
    }
    let asked = wishes.contains(&Some(Join::Always));
    let alike = match (side(first), side(second)) {
        (Some(Side::Praise), Some(Side::Praise)) => true,
        (Some(Side::Need), Some(Side::Need)) => asked,
        (Some(Side::Need), _) | (_, Some(Side::Need)) => false,
        _ => asked,
    };
    // What two headings say is one sentence only where both say how well the body does: "it works well, and it leads well".
    let apart = first.finding.heading != second.finding.heading
        && ![first, second].into_iter().all(says_how_well);
    if !asked && apart {
        return None;
    }
    // "The force values honesty, and it is not rewarded": a typed pronoun would be the first's subject.
    let says_it = |placed: &PlacedFinding| placed.reading.says_object_it();
    let points = first.reading.names_group() && second.is_about_body()
        || says_it(first)
        || says_it(second)
        || first.reading.opens_with_it()
        || second.reading.opens_with_it()
        || is_set_against(first, second)
        || has_doubtful_capital(second)
        || first.reading.points_back()
        || second.reading.points_back()
        || second.reading.answers()
        || first.reading.answers();
    if !asked && (!first.finding.begins_with.is_empty() || points) {
        return None;
    }
    let condition = match asked {
        true => JoinCondition::Requested(Join::Always),
        false => JoinCondition::IfItReadsWell,
    };
    alike.then_some(condition)
}

/// Returns true where the second may be what the first is measured against, so that "and" would say that they go together:
/// "Nine in ten callers are satisfied", "In 2019 it was six in ten".
fn is_set_against(first: &PlacedFinding, second: &PlacedFinding) -> bool {
    let text = |placed: &PlacedFinding| {
        let first = placed.reading.sentences.first();
        first.map_or_else(String::new, |it| it.text.to_lowercase())
    };
    let (first, second) = (text(first), text(second));
    let dated = second
        .strip_prefix("in ")
        .is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()));
    let measures = ["elsewhere", "nationally", "average"];
    dated
        || measures.iter().any(|word| second.contains(word))
        || first.starts_with("other ") != second.starts_with("other ")
}

/// Returns true where the first word may be a name or a verb, so that its capital would be doubtful in mid-sentence:
/// "Reading their notes".
fn has_doubtful_capital(placed: &PlacedFinding) -> bool {
    placed.reading.sentences.first().is_some_and(|it| {
        let mut words = it.text.split(' ');
        let verb = words.next().is_some_and(|word| word.ends_with("ing"));
        let object = words.next().is_some_and(|word| {
            ["the", "a", "an", "its", "their", "his", "her", "these"].contains(&word)
        });
        verb && object && it.reading.is_small == Certainty::Unsure
    })
}

/// Returns true for one sentence, which ends with a full stop and could be a clause.
fn is_plain(placed: &PlacedFinding) -> bool {
    match placed.reading.sentences.as_slice() {
        [only] => ends_plainly(&only.text) && !only.reading.is_several,
        _ => false,
    }
}

/// Returns true where it has a subject and may have a verb, or a frame that makes a sentence of it.
fn stands_alone(placed: &PlacedFinding) -> bool {
    let typed = Typed::of(&placed.finding.text);
    let only = placed.reading.sentences.first();
    let stands = only.is_some_and(|it| {
        it.reading.lacks_subject == Certainty::No && !it.reading.is_phrase_alone(typed)
    });
    stands || !placed.frame_use.is_bare()
}

fn is_linked(placed: &PlacedFinding) -> bool {
    let first = placed.reading.sentences.first();
    first.is_some_and(|it| it.reading.opens_linked || it.reading.turns || it.reading.links_apart)
}

/// Returns true where two neighbours, each of them plain, can share a sentence that turns between them: they are of two
/// sides, and each is certainly a clause that does not turn itself; what records a change may be led in ("as before, …").
/// Context has no side, and takes part where the wish is its own.
fn may_turn(first: &PlacedFinding, second: &PlacedFinding, wish: Join) -> bool {
    let sides = match (side(first), side(second)) {
        (Some(before), Some(now)) => before != now,
        (None, Some(_)) => first.finding.join == Some(wish),
        (Some(_), None) => second.finding.join == Some(wish),
        (None, None) => false,
    };
    let leads_in = |placed: &PlacedFinding| {
        let first = placed.reading.sentences.first();
        placed.frame_use.is_bare() && first.is_some_and(|it| it.reading.has_lead_in)
    };
    let leads_in = wish.concedes() && leads_in(first);
    let changes = first.finding.change.is_some() || second.finding.change.is_some();
    sides && !changes && !is_linked(first) && is_clause(first) && is_clause(second) && !leads_in
}

/// Returns true for a single clause, as far as can be told, in which nothing turns: "is small but quick, but it needs to" is hard to hear.
fn is_clause(placed: &PlacedFinding) -> bool {
    let Some(only) = placed.reading.sentences.first() else {
        return false;
    };
    let reading = &only.reading;
    // The author asks for the join, so that a likely clause will do where it was typed as one: "Roofs leak."
    let typed = Typed::of(&placed.finding.text) == Typed::AsSentence;
    let clause = match reading.is_clause {
        Certainty::Unsure => typed && reading.lacks_subject == Certainty::No,
        certain => certain == Certainty::Yes,
    };
    (!placed.frame_use.is_bare() || clause)
        && !reading.is_compound
        && !reading.opens_with_quotation
        && !has_turn(&only.text)
}

/// Returns true where a text turns within.
pub(super) fn has_turn(text: &str) -> bool {
    const TURNING: [&str; 8] = [
        "but", "although", "though", "while", "whilst", "whereas", "despite", "however",
    ];
    let turns = |word: &str| {
        TURNING
            .iter()
            .any(|it| bare_word(word).eq_ignore_ascii_case(it))
    };
    text.split(' ').any(turns)
}
