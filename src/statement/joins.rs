//! Two findings in one sentence: ", and", ", but", "Although", "While", and two frames with one subject.

use super::capitals::capital_first;
use super::clause::{Clause, make_clause};
use super::context::WeavingContext;
use super::join_fit::{has_other_it, reads_well};
use super::join_pairs::JoinCondition;
use super::plan::{FrameUse, PlacedFinding};
use super::read::ReadSentence;
use super::reference::{ClauseRequest, SaidSubject};
use super::sentence_draft::{SentenceDraft, finding_source};
use super::state::{ParagraphState, says_also};
use super::words::{count, has_also, in_words, without_stop};
use super::{Sentence, WeavingRule};
use crate::assessment::{Join, Refer};
use crate::grammar::{VerbForm, without_subject};

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
