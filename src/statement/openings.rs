//! The opening of a statement: the rung of the ladder, by itself or in one sentence with the first need.

use std::sync::Arc;

use super::capitals::capital_first;
use super::clause::make_clause;
use super::context::WeavingContext;
use super::join_pairs::has_turn;
use super::plan::PlacedFinding;
use super::read::{ReadSentence, read_sentences};
use super::reference::{ClauseRequest, SaidSubject};
use super::sentence_draft::{SentenceDraft, figure_rule, finding_source};
use super::state::{ParagraphState, says_change};
use super::words::{ends_plainly, without_stop};
use super::{Sentence, Source, WeavingRule};
use crate::assessment::{Join, Rung, Tone};
use crate::grammar::Certainty;

/// The key of the first sentence of the opening.
pub(super) const KEY: &str = "overall.stance";

/// Returns the rung that the draft chose.
pub(super) fn chosen<'a>(context: &WeavingContext<'a>) -> Option<&'a Rung> {
    let stance = context.assessment.overall.stance.as_str();
    context.framework.rung(stance)
}

/// Returns the framework's words of a rung, as a source.
pub(super) fn source(rung: &Rung) -> Source {
    Source::Framework(format!("ladder.{}", rung.id))
}

/// Returns the sentences of a rung in this form, as they are read.
pub(super) fn read(context: &WeavingContext, rung: &Rung, form: &str) -> Vec<ReadSentence> {
    read_sentences(context, &context.voice.speak(rung.wording(form)))
}

/// Returns the sentences of the chosen rung in the chosen form.
pub(super) fn read_chosen(context: &WeavingContext, rung: &Rung) -> Vec<ReadSentence> {
    let mut read = read(context, rung, &context.assessment.overall.form);
    for sentence in &mut read {
        sentence.uses.push(Source::field(KEY));
    }
    read
}

/// Returns true where the last sentence of the opening is spoken with this finding: the draft asks for it, the finding
/// is a need in one plain sentence of its own, and the opening has not turned already.
pub(super) fn takes(context: &WeavingContext, first: Option<&PlacedFinding>) -> bool {
    let asked = context.assessment.overall.join_need;
    let (true, Some(placed), Some(rung)) = (asked, first, chosen(context)) else {
        return false;
    };
    let plain = match placed.reading.sentences.as_slice() {
        [only] => {
            let reading = &only.reading;
            ends_plainly(&only.text)
                && !reading.is_several
                && !reading.is_question
                && !reading.opens_linked
                && !reading.turns
                && !reading.has_quotation
                && reading.is_clause != Certainty::No
        }
        _ => false,
    };
    // A second sentence turns from the first: "In other parts, it needs to improve."
    let opens = match read_chosen(context, rung).as_slice() {
        [only] => ends_plainly(&only.text) && !has_turn(&only.text) && !only.reading.turns,
        _ => false,
    };
    plain
        && opens
        && placed.finding.kind.is_need()
        && placed.finding.join.is_none()
        && placed.finding.begins_with.is_empty()
        && !placed.listed
        && placed.frame_use.is_bare()
        && !says_change(context, placed)
        && rung.tone != Some(Tone::Concern)
        && !context.framework.words.opening_joined.is_empty()
}

/// Weaves the last sentence of the opening and its need; `None` where they do not share one.
pub(super) fn with_need(
    context: &WeavingContext,
    state: &mut ParagraphState,
    placed: &PlacedFinding,
) -> Option<Arc<Sentence>> {
    if state.opening == 0 || !takes(context, Some(placed)) {
        return None;
    }
    let rung = chosen(context)?;
    let opening = read_chosen(context, rung);
    let (last, need) = (opening.last()?, placed.reading.sentences.first()?);
    let words = &context.framework.words.opening_joined;
    let (between, after) = words.strip_prefix("{opening}")?.split_once("{clause}")?;
    let also = placed.finding.also.unwrap_or(false);
    let request = ClauseRequest {
        it: false,
        also,
        its: false,
        named: true,
        led: None,
        they: None,
    };
    let clause = make_clause(context, placed, need, request);
    let id = &placed.finding.id;
    let key = match opening.len() {
        1 => format!("{KEY}+{id}"),
        many => format!("{KEY}.{many}+{id}"),
    };
    let mut draft = SentenceDraft::new(&key);
    draft.add_words(&capital_first(without_stop(&last.text)), source(rung));
    let text = format!("{between}{}{after}", without_stop(&clause.text));
    draft.add_words(&super::words::with_stop(text), finding_source(placed));
    draft.rules.push(WeavingRule::Ladder);
    draft.rules.extend(figure_rule(&last.uses));
    draft.add_sources(last.uses.iter().cloned());
    draft.add_basis(placed, clause.rules, clause.uses);
    draft.rules.push(WeavingRule::Join(Join::But));
    draft.add_sources([Source::Framework("opening-joined".to_owned())]);
    state.opening = 0;
    state.add(context, placed);
    state.take_no_side();
    state.hear(context, &draft.text);
    (state.frame, state.led) = (None, None);
    state.open = placed.reading.leaves_it_open();
    state.about_body = clause.about_body;
    state.opened_with_it = false;
    state.subject = SaidSubject::of(placed);
    Some(Arc::new(draft.finish(context)))
}
