//! From clauses to sentences: the join, the contrast, capitals.

use std::sync::Arc;

use super::capitals::capital_first;
use super::clause::{Clause, ClauseRequest, make_clause, takes_change};
use super::context::WeavingContext;
use super::plan::PlacedFinding;
use super::read::ReadSentence;
use super::sentence_draft::{SentenceDraft, figure_rule};
use super::words::{bare_word, count, ends_plainly, first_word, has_also, without_stop};
use super::{Sentence, Source, WeavingRule};
use crate::assessment::{Change, Join, List, Tone};
use crate::grammar::Certainty;

/// The side of a finding: for the body, or asking something of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Strengths and practices.
    Praise,
    /// Improvements and concerns.
    Need,
}

/// The state that a sentence depends on, from those before it in its paragraph. Nothing else passes from one
/// sentence to the next, so weaving can begin anywhere and stop as soon as this agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphState {
    /// True where the sentence before was about the body.
    pub(super) about_body: bool,
    /// True where the sentence before opened with "It".
    pub(super) opened_with_it: bool,
    /// The side of the last finding that has one; context has none.
    pub(super) side: Option<Side>,
    /// True where the contrast word is used up.
    pub(super) contrasted: bool,
    /// True where a need was spoken.
    pub(super) need: bool,
    /// The place of the paragraph's word among those that turn, where there are several.
    pub(super) turn: usize,
}

impl From<Tone> for Side {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Praise => Self::Praise,
            Tone::Concern => Self::Need,
        }
    }
}

fn side(placed: &PlacedFinding) -> Option<Side> {
    let kind = placed.finding.kind;
    if kind.is_need() {
        Some(Side::Need)
    } else if kind.is_praise() {
        Some(Side::Praise)
    } else {
        None
    }
}

/// Weaves the next sentence: of one finding, or of two that are joined. Returns how many it took, and
/// the sentences (a finding of several sentences has several).
pub(super) fn next(
    context: &WeavingContext,
    state: &mut ParagraphState,
    placed: &PlacedFinding,
    after: Option<&PlacedFinding>,
) -> (usize, Vec<Arc<Sentence>>) {
    let Some(sentence) = placed.reading.sentences.first() else {
        return (1, Vec::new());
    };
    let contrast = ContrastWord::new(context, state, placed, after);
    let turns = sentence.reading.turns && state.side.is_some();
    let first = make_clause(
        context,
        placed,
        sentence,
        request(state, placed, contrast.is_some()),
    );
    let joined = after.and_then(|second| {
        join(
            context,
            (placed, sentence, &first),
            second,
            contrast.as_ref(),
        )
    });
    state.add(placed);
    if contrast.is_some() || turns {
        state.contrasted = true;
    }
    if let (Some((sentence, about_body)), Some(second)) = (joined, after) {
        state.add(second);
        state.about_body = about_body;
        state.opened_with_it = first.opens_with_it;
        return (2, vec![Arc::new(sentence)]);
    }
    state.about_body = first.about_body;
    state.opened_with_it = first.opens_with_it;
    let mut draft = SentenceDraft::new(&placed.finding.id);
    draft.add_words(&head(first.text, contrast.as_ref()), finding_source(placed));
    draft.add_basis(placed, first.rules, first.uses);
    draft.add_contrast(context, contrast.as_ref());
    let mut sentences = vec![Arc::new(draft.finish(context))];
    for (nth, sentence) in placed.reading.sentences.iter().enumerate().skip(1) {
        let mut draft = SentenceDraft::new(&format!("{}.{}", placed.finding.id, nth + 1));
        draft.add_words(&capital_first(&sentence.text), finding_source(placed));
        let rules = figure_rule(&sentence.uses);
        draft.add_basis(placed, rules, sentence.uses.clone());
        sentences.push(Arc::new(draft.finish(context)));
        state.about_body = sentence.is_about_body();
        state.opened_with_it = sentence.text.starts_with("It ");
    }
    (1, sentences)
}

impl ParagraphState {
    /// Notes that a finding was spoken.
    fn add(&mut self, placed: &PlacedFinding) {
        let side = side(placed);
        self.side = side.or(self.side);
        self.need |= side == Some(Side::Need);
    }
}

/// The word that turns from strengths to needs or back.
struct ContrastWord<'a>(&'a str);

impl<'a> ContrastWord<'a> {
    fn new(
        context: &WeavingContext<'a>,
        state: &ParagraphState,
        placed: &PlacedFinding,
        after: Option<&PlacedFinding>,
    ) -> Option<Self> {
        // Context has no side, but a strength that is joined to it has.
        let word = context.voice.contrast(state.turn)?;
        let joins =
            |second: &&PlacedFinding| may_join(placed, second) == Some(JoinCondition::Requested);
        let now = side(placed).or_else(|| side(after.filter(joins)?))?;
        let first = placed.reading.sentences.first();
        // "However, however well it trains"
        let twice = |text: &str| {
            let [own, new] = [text, word].map(|text| bare_word(first_word(text).0));
            own.eq_ignore_ascii_case(new)
        };
        let turns =
            first.is_some_and(|it| it.reading.turns || it.reading.opens_linked || twice(&it.text));
        let contrasts = !turns && state.side.is_some_and(|before| before != now);
        (contrasts && !state.contrasted).then_some(Self(word))
    }
}

fn request(state: &ParagraphState, placed: &PlacedFinding, contrasts: bool) -> ClauseRequest {
    let side = side(placed);
    ClauseRequest {
        it: side == Some(Side::Praise)
            && state.about_body
            && !state.opened_with_it
            && !contrasts
            && placed.frame_use.is_bare()
            && !says_change(placed),
        also: (placed.finding.also).unwrap_or(side == Some(Side::Need) && state.need),
    }
}

/// Returns true where words on what has changed lead the finding, which want a sentence of their own.
fn says_change(placed: &PlacedFinding) -> bool {
    let led = matches!(
        placed.finding.change,
        Some(Change::Progress | Change::Declined)
    );
    led && takes_change(placed)
}

/// Returns the head of a sentence: the contrast and a small letter, or a capital.
fn head(text: String, contrast: Option<&ContrastWord>) -> String {
    match contrast {
        Some(ContrastWord(word)) => format!("{} {text}", capital_first(word)),
        None => capital_first(&text),
    }
}

/// The condition on which two neighbours are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum JoinCondition {
    Requested,
    IfItReadsWell,
}

/// Returns the condition on which two neighbours share a sentence, or `None` where they never do.
fn may_join(first: &PlacedFinding, second: &PlacedFinding) -> Option<JoinCondition> {
    let wishes = [first.finding.join, second.finding.join];
    if wishes.contains(&Some(Join::Never)) || says_change(first) || says_change(second) {
        return None;
    }
    let condition = if wishes.contains(&Some(Join::Always)) {
        JoinCondition::Requested
    } else {
        JoinCondition::IfItReadsWell
    };
    let alike = match (side(first), side(second)) {
        (Some(Side::Praise), Some(Side::Praise)) => true,
        (Some(Side::Need), Some(Side::Need)) => condition == JoinCondition::Requested,
        (Some(Side::Need), _) | (_, Some(Side::Need)) => false,
        _ => condition == JoinCondition::Requested,
    };
    // One sentence, which ends with a full stop and could be a clause.
    let plain = |placed: &PlacedFinding| match placed.reading.sentences.as_slice() {
        [only] => ends_plainly(&only.text) && !only.reading.is_several,
        _ => false,
    };
    let linked = |placed: &PlacedFinding| {
        let first = placed.reading.sentences.first();
        first.is_some_and(|it| it.reading.opens_linked || it.reading.turns)
    };
    (alike && plain(first) && plain(second) && !linked(second)).then_some(condition)
}

/// Returns true where a join that nobody asked for reads well, as far as can be known before it is made.
fn reads_well(
    context: &WeavingContext,
    first: (&PlacedFinding, &ReadSentence),
    second: (&PlacedFinding, &ReadSentence),
) -> bool {
    let limit = context.voice.join_words;
    let simple = |(placed, sentence): (&PlacedFinding, &ReadSentence)| {
        let reading = &sentence.reading;
        placed.frame_use.is_bare()
            && reading.is_clause != Certainty::No
            && reading.lacks_subject == Certainty::No
            && !reading.is_compound
            && !reading.has_quotation
    };
    // "Senior leaders support …, and senior leaders encourage …": one subject is not said twice.
    let opens_alike = |one: &ReadSentence, other: &ReadSentence| {
        let words = one.subject_words().filter(|words| !words.is_empty());
        let head = words.and_then(|words| other.text.get(..words.len())?.into());
        head.zip(words)
            .is_some_and(|(head, words)| head.eq_ignore_ascii_case(words))
    };
    let one_subject = !first.0.is_about_body()
        && (opens_alike(first.1, second.1) || opens_alike(second.1, first.1));
    // "…, and as a result, the force": what leads in begins a sentence.
    let before_verb = second.1.subject_words().unwrap_or(&second.1.text);
    let leads_in = !second.0.is_about_body() && before_verb.contains(", ");
    simple(first)
        && simple(second)
        && !one_subject
        && !leads_in
        && first.0.is_about_body() == second.0.is_about_body()
        && !first.1.has_comma()
        && first.1.words() + second.1.words() < limit
}

/// Joins a clause with its neighbour where that is allowed and reads well. Returns the sentence, and
/// whether it is about the body.
fn join(
    context: &WeavingContext,
    (placed, sentence, first): (&PlacedFinding, &ReadSentence, &Clause),
    second: &PlacedFinding,
    contrast: Option<&ContrastWord>,
) -> Option<(Sentence, bool)> {
    let condition = may_join(placed, second)?;
    let next = second.reading.sentences.first()?;
    let asked_for = condition == JoinCondition::Requested;
    if !asked_for && !reads_well(context, (placed, sentence), (second, next)) {
        return None;
    }
    let both_need = side(placed) == Some(Side::Need);
    let also = second.finding.also.unwrap_or(both_need) && !has_also(&first.text);
    let it = first.about_body;
    let clause = make_clause(context, second, next, ClauseRequest { it, also });
    let mut draft = SentenceDraft::new(&format!("{}+{}", placed.finding.id, second.finding.id));
    let opening = head(without_stop(&first.text).to_owned(), contrast);
    draft.add_words(&opening, finding_source(placed));
    draft.add_words(&format!(", and {}", clause.text), finding_source(second));
    if !asked_for && count(&draft.text) > context.voice.join_words {
        return None;
    }
    draft.add_basis(placed, first.rules.clone(), first.uses.clone());
    draft.add_basis(second, clause.rules, clause.uses);
    draft.rules.push(WeavingRule::Join);
    draft.add_contrast(context, contrast);
    Some((draft.finish(context), first.about_body && clause.about_body))
}

fn finding_source(placed: &PlacedFinding) -> Source {
    Source::item(List::Findings, &placed.finding.id)
}

impl SentenceDraft {
    /// Adds the rules and sources of a finding's clause.
    fn add_basis(&mut self, placed: &PlacedFinding, rules: Vec<WeavingRule>, uses: Vec<Source>) {
        if placed.moved {
            self.rules.push(WeavingRule::Order);
        }
        self.rules.extend(rules);
        let evidence = placed.finding.evidence.iter();
        self.add_sources(evidence.map(|id| Source::item(List::Evidence, id)));
        self.add_sources(uses);
    }

    fn add_contrast(&mut self, context: &WeavingContext, contrast: Option<&ContrastWord>) {
        if contrast.is_some() {
            self.rules.push(WeavingRule::Contrast);
            self.add_sources([context.voice.contrast_source()]);
        }
    }
}
