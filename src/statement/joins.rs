//! Two findings in one sentence: ", and", ", but", "Although", "While", and two frames with one subject.

use super::capitals::capital_first;
use super::clause::{Clause, make_clause};
use super::context::WeavingContext;
use super::join_fit::{has_other_it, reads_well, says_how_well};
use super::plan::{FrameUse, PlacedFinding};
use super::read::ReadSentence;
use super::reference::{ClauseRequest, SaidSubject};
use super::sentence_draft::{SentenceDraft, finding_source};
use super::state::{ParagraphState, Side, says_also, says_change, side};
use super::words::{bare_word, count, ends_plainly, has_also, in_words, without_stop};
use super::{Sentence, WeavingRule};
use crate::assessment::{Join, Refer};
use crate::grammar::{Certainty, Typed, VerbForm, without_subject};

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

/// Two findings as one sentence.
pub(super) struct JoinedSentence {
    pub(super) sentence: Sentence,
    /// True where the body is the subject of what the next sentence goes on from.
    pub(super) about_body: bool,
    /// True where it opens with "It", or "it" is said of the body behind "Although".
    pub(super) opens_with_it: bool,
    /// The words that are woven, which a hand edit may replace.
    pub(super) text: String,
}

/// Returns the finding behind the first with which it shares a sentence, and on which condition. A join that nobody
/// asked for leaves its second to the one behind it, where an author asks for those two.
pub(super) fn pair<'a>(
    context: &WeavingContext,
    first: &PlacedFinding,
    [second, third]: [Option<&'a PlacedFinding>; 2],
) -> Option<(&'a PlacedFinding, JoinCondition)> {
    let second = second?;
    let condition = may_join(context, first, second)?;
    let next = || may_join(context, second, third?);
    let waits = condition == JoinCondition::IfItReadsWell
        && matches!(next(), Some(JoinCondition::Requested(_)));
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
    let turns = |word: &str| {
        let turning = [
            "but", "although", "though", "while", "whilst", "whereas", "despite",
        ];
        turning.contains(&bare_word(word).to_lowercase().as_str())
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
        && !only.text.split(' ').any(turns)
}

/// Joins a clause with its neighbour where that is allowed and reads well.
pub(super) fn join(
    context: &WeavingContext,
    state: &ParagraphState,
    (placed, sentence, first): (&PlacedFinding, &ReadSentence, &Clause),
    second: &PlacedFinding,
    (condition, head): (JoinCondition, SentenceHead<'_>),
) -> Option<JoinedSentence> {
    let next = second.reading.sentences.first()?;
    // A sentence never has two.
    if has_also(&first.text) && has_also(&next.text) {
        return None;
    }
    let asked_for = condition != JoinCondition::IfItReadsWell;
    if !asked_for && !reads_well(context, (placed, sentence), (second, next)) {
        return None;
    }
    let mut behind_first = *state;
    behind_first.add(context, placed);
    let need = behind_first.is_added(context, second);
    let request = ClauseRequest {
        it: first.about_body
            && !(condition.turns() && names_another(sentence))
            && !has_other_it(next),
        also: says_also(second, need) && !has_also(&first.text),
        its: first.about_body,
        named: first.about_body || context.names_body(&first.text),
        led: first.led,
        they: SaidSubject::of(placed),
    };
    let mut draft = SentenceDraft::new(&format!("{}+{}", placed.finding.id, second.finding.id));
    let pair = match condition {
        JoinCondition::Requested(wish) if wish.concedes() => {
            let second = (second, next, request);
            concession(context, state, (placed, sentence), second, wish)
        }
        _ => side_by_side(context, placed, first, (second, next, request), condition),
    };
    let opening = head.before(without_stop(&pair.first.text));
    draft.add_words(&opening, finding_source(placed));
    let end = format!("{}{}", pair.link, pair.second.text);
    draft.add_words(&end, finding_source(second));
    if !asked_for && count(&draft.text) > context.voice.join_words {
        return None;
    }
    draft.add_basis(placed, pair.first.rules, pair.first.uses);
    draft.add_basis(second, pair.second.rules, pair.second.uses);
    draft.rules.extend(pair.rules);
    head.add_to(context, &mut draft);
    let concedes = matches!(condition, JoinCondition::Requested(wish) if wish.concedes());
    Some(JoinedSentence {
        text: draft.text.clone(),
        sentence: draft.finish(context),
        about_body: pair.second.about_body && (concedes || pair.first.about_body),
        opens_with_it: pair.first.opens_with_it || concedes && pair.second.opens_with_it,
    })
}

/// Returns true where an "it" behind the sentence may stand for something else than the body: "keeps a log, but it". What
/// the body itself is ("is one of the smallest") is nothing else.
fn names_another(sentence: &ReadSentence) -> bool {
    let verb = sentence.reading.verb.as_ref();
    sentence.reading.introduces && verb.is_none_or(|verb| verb.form != VerbForm::Be)
}

/// Two clauses, and the words between them.
struct ClausePair {
    first: Clause,
    link: &'static str,
    second: Clause,
    rules: Vec<WeavingRule>,
}

/// Makes a pair with ", and" or ", but"; two frames with one subject say it once: "I commend …, and am confident that".
fn side_by_side(
    context: &WeavingContext,
    placed: &PlacedFinding,
    first: &Clause,
    (second, next, request): (&PlacedFinding, &ReadSentence, ClauseRequest),
    condition: JoinCondition,
) -> ClausePair {
    let mut clause = make_clause(context, second, next, request);
    let but = condition == JoinCondition::Requested(Join::But);
    let join = if but { Join::But } else { Join::Always };
    let mut rules = vec![WeavingRule::Join(join)];
    let framed = !placed.frame_use.is_bare() && !second.frame_use.is_bare();
    let shared = framed.then(|| without_subject(&first.text, &clause.text));
    let shared = shared.flatten();
    // "I am confident that the force has listened, and that it will go on": a frame that was said just now holds on.
    if let (FrameUse::Clause(said), FrameUse::Spent(at)) = (placed.frame_use, second.frame_use)
        && said == at
        && let Some(frame) = context.framework.frames.get(at)
        && let words = context.voice.frame(frame, &placed.finding)
        && let Some((before, _)) = words.split_once(" {clause}")
        && let Some(that) = before.rsplit(' ').next().filter(|it| *it == "that")
    {
        clause.text = in_words(that, &clause.text, "");
    }
    // "I am pleased that the chief has, and am encouraged that": else it would be the chief who is.
    let has_clause = matches!(placed.frame_use, FrameUse::Clause(_));
    let link = match (but, &shared) {
        (true, _) => ", but ",
        (false, Some(_)) if !has_clause && !first.text.contains(", ") => " and ",
        (false, _) => ", and ",
    };
    if let Some(text) = shared {
        clause.text = text;
        rules.push(WeavingRule::TwoFrames);
    }
    ClausePair {
        first: first.clone(),
        link,
        second: clause,
        rules,
    }
}

/// Makes a pair whose first half is conceded. Where both are about the body, "it" is the first half's if the sentence
/// before is about the body ("Although it listens, the force"), and else the second's.
fn concession(
    context: &WeavingContext,
    state: &ParagraphState,
    (placed, sentence): (&PlacedFinding, &ReadSentence),
    (second, next, request): (&PlacedFinding, &ReadSentence, ClauseRequest),
    wish: Join,
) -> ClausePair {
    let both = placed.is_about_body() && second.is_about_body() && placed.frame_use.is_bare();
    let asked = [placed.finding.refer, second.finding.refer];
    let says_it = match asked {
        [Some(refer), _] => refer == Refer::It,
        [None, refer] => both && state.about_body && refer != Some(Refer::It),
    };
    let need = state.is_added(context, placed);
    let first = ClauseRequest {
        it: says_it,
        also: says_also(placed, need),
        its: state.about_body,
        named: second.is_about_body() || !state.unnamed,
        led: None,
        they: state.subject,
    };
    let mut first = make_clause(context, placed, sentence, first);
    let request = ClauseRequest {
        it: both && !says_it && !names_another(sentence),
        ..request
    };
    first.text = format!("{} {}", wish.word(), first.text);
    ClausePair {
        first,
        link: ", ",
        second: make_clause(context, second, next, request),
        rules: vec![WeavingRule::Join(wish)],
    }
}

/// The words before a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) enum SentenceHead<'a> {
    /// Nothing.
    Bare,
    /// The word that turns: "However,".
    Contrast(&'a str),
    /// Words that its author asks for: "Importantly".
    Opener(&'static str),
}

impl SentenceHead<'_> {
    /// Returns the sentence with its head.
    pub(super) fn before(self, text: &str) -> String {
        match self {
            Self::Bare => capital_first(text),
            Self::Contrast(word) => format!("{} {text}", capital_first(word)),
            Self::Opener(words) => format!("{words}, {text}"),
        }
    }

    /// Notes the head's rule and its source.
    pub(super) fn add_to(self, context: &WeavingContext, draft: &mut SentenceDraft) {
        match self {
            Self::Bare => {}
            Self::Contrast(_) => draft.add_contrast(context),
            Self::Opener(_) => draft.rules.push(WeavingRule::BeginsWith),
        }
    }
}
