//! From clauses to sentences: the join, the turn, capitals, sources and hand edits.

use std::sync::Arc;

use super::capitals::capital_first;
use super::clause::{Clause, ClauseRequest, speak};
use super::plan::{Framed, Unit};
use super::read::ReadSentence;
use super::voice::Voice;
use super::words::{collapse, count, ends_plainly, has_also, without_stop};
use super::{Sentence, SentencePart, Source, WeavingRule, basis};
use crate::assessment::{Change, Join};

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
    pub(super) turned: bool,
    /// True where a need was spoken.
    pub(super) need: bool,
}

fn side(unit: &Unit) -> Option<Side> {
    let kind = unit.finding.kind;
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
    voice: &Voice,
    state: &mut ParagraphState,
    unit: &Unit,
    after: Option<&Unit>,
) -> (usize, Vec<Arc<Sentence>>) {
    let Some(piece) = unit.reading.pieces.first() else {
        return (1, Vec::new());
    };
    let turn = ContrastWord::new(voice, state, unit, after);
    let first = speak(voice, unit, piece, asked(state, unit, turn.is_some()));
    let joined = after.and_then(|second| join(voice, (unit, piece, &first), second, turn.as_ref()));
    state.note(unit);
    if turn.is_some() {
        state.turned = true;
    }
    if let (Some((sentence, about_body)), Some(second)) = (joined, after) {
        state.note(second);
        state.about_body = about_body;
        state.opened_with_it = first.opens_with_it;
        return (2, vec![Arc::new(sentence)]);
    }
    state.about_body = first.about_body;
    state.opened_with_it = first.opens_with_it;
    let mut draft = SentenceDraft::new(&unit.finding.id);
    draft.say(&head(first.text, turn.as_ref()), finding_source(unit));
    draft.stand_on(unit, first.rules, first.uses);
    draft.turn(turn.as_ref());
    let mut sentences = vec![Arc::new(draft.finish(voice))];
    for (nth, piece) in unit.reading.pieces.iter().enumerate().skip(1) {
        let mut draft = SentenceDraft::new(&format!("{}.{}", unit.finding.id, nth + 1));
        draft.say(&capital_first(&piece.text), finding_source(unit));
        let rules = figure_rule(&piece.uses);
        draft.stand_on(unit, rules, piece.uses.clone());
        sentences.push(Arc::new(draft.finish(voice)));
        state.about_body = piece.is_about_body();
        state.opened_with_it = piece.text.starts_with("It ");
    }
    (1, sentences)
}

impl ParagraphState {
    /// Notes that a finding was spoken.
    fn note(&mut self, unit: &Unit) {
        let side = side(unit);
        self.side = side.or(self.side);
        self.need |= side == Some(Side::Need);
    }
}

/// The words that turn from strengths to needs or back.
struct ContrastWord<'a>(&'a str);

impl<'a> ContrastWord<'a> {
    fn new(
        voice: &Voice<'a>,
        state: &ParagraphState,
        unit: &Unit,
        after: Option<&Unit>,
    ) -> Option<Self> {
        // Context has no side, but a strength that is joined to it has.
        let word = voice.framework.words.contrast.as_str();
        let joins = |second: &&Unit| may_join(unit, second) == Some(Must::Yes);
        let now = side(unit).or_else(|| side(after.filter(joins)?))?;
        let turns = state.side.is_some_and(|before| before != now);
        (turns && !state.turned && !word.is_empty()).then_some(Self(word))
    }
}

fn asked(state: &ParagraphState, unit: &Unit, turns: bool) -> ClauseRequest {
    let side = side(unit);
    ClauseRequest {
        it: side == Some(Side::Praise)
            && state.about_body
            && !state.opened_with_it
            && !turns
            && matches!(unit.framed, Framed::No | Framed::Spent(_))
            && !says_change(unit),
        also: unit.finding.also || side == Some(Side::Need) && state.need,
    }
}

/// Returns true where words on what has changed lead the finding, which want a sentence of their own.
fn says_change(unit: &Unit) -> bool {
    let led = matches!(
        unit.finding.change,
        Some(Change::Progress | Change::Declined)
    );
    led && !matches!(unit.framed, Framed::Phrase(_))
}

/// Returns the head of a sentence: the turn and a small letter, or a capital.
fn head(text: String, turn: Option<&ContrastWord>) -> String {
    match turn {
        Some(ContrastWord(word)) => format!("{} {text}", capital_first(word)),
        None => capital_first(&text),
    }
}

/// The condition on which two neighbours are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Must {
    Yes,
    IfItReadsWell,
}

/// Returns the condition on which two neighbours share a sentence, or `None` where they never do.
fn may_join(first: &Unit, second: &Unit) -> Option<Must> {
    let wishes = [first.finding.join, second.finding.join];
    if wishes.contains(&Some(Join::Never)) || says_change(first) || says_change(second) {
        return None;
    }
    let must = if wishes.contains(&Some(Join::Always)) {
        Must::Yes
    } else {
        Must::IfItReadsWell
    };
    let alike = match (side(first), side(second)) {
        (Some(Side::Praise), Some(Side::Praise)) => true,
        (Some(Side::Need), Some(Side::Need)) => must == Must::Yes,
        (Some(Side::Need), _) | (_, Some(Side::Need)) => false,
        _ => must == Must::Yes,
    };
    let single = |unit: &Unit| unit.reading.pieces.len() == 1;
    let plain = first.reading.pieces.first();
    let plain = plain.is_some_and(|piece| ends_plainly(&piece.text));
    (alike && single(first) && single(second) && plain).then_some(must)
}

/// Returns true where a join that nobody asked for reads well, as far as can be known before it is made.
fn reads_well(
    voice: &Voice,
    first: (&Unit, &ReadSentence),
    second: (&Unit, &ReadSentence),
) -> bool {
    let bare = |unit: &Unit| matches!(unit.framed, Framed::No | Framed::Spent(_));
    let limit = voice.framework.words.join_words;
    bare(first.0)
        && bare(second.0)
        && first.1.is_about_body() == second.1.is_about_body()
        && !first.1.has_comma()
        && first.1.words() + second.1.words() < limit
}

/// Joins a clause with its neighbour where that is allowed and reads well. Returns the sentence, and
/// whether it is about the body.
fn join(
    voice: &Voice,
    (unit, piece, first): (&Unit, &ReadSentence, &Clause),
    second: &Unit,
    turn: Option<&ContrastWord>,
) -> Option<(Sentence, bool)> {
    let must = may_join(unit, second)?;
    let next = second.reading.pieces.first()?;
    let asked_for = must == Must::Yes;
    if !asked_for && !reads_well(voice, (unit, piece), (second, next)) {
        return None;
    }
    let both_need = side(unit) == Some(Side::Need);
    let also = (second.finding.also || both_need) && !has_also(&first.text);
    let clause = speak(voice, second, next, ClauseRequest { it: true, also });
    let mut draft = SentenceDraft::new(&format!("{}+{}", unit.finding.id, second.finding.id));
    let opening = head(without_stop(&first.text).to_owned(), turn);
    draft.say(&opening, finding_source(unit));
    draft.say(&format!(", and {}", clause.text), finding_source(second));
    if !asked_for && count(&draft.text) > voice.framework.words.join_words {
        return None;
    }
    draft.stand_on(unit, first.rules.clone(), first.uses.clone());
    draft.stand_on(second, clause.rules, clause.uses);
    draft.rules.push(WeavingRule::Join);
    draft.turn(turn);
    Some((draft.finish(voice), first.about_body && clause.about_body))
}

fn finding_source(unit: &Unit) -> Source {
    Source::Finding(unit.finding.id.clone())
}

/// Returns the rule of figures, where one was put in.
pub(super) fn figure_rule(uses: &[Source]) -> Vec<WeavingRule> {
    let figure = uses
        .iter()
        .any(|source| matches!(source, Source::Figure(_)));
    figure.then_some(WeavingRule::Figure).into_iter().collect()
}

/// A sentence in the making.
pub(super) struct SentenceDraft {
    key: String,
    text: String,
    parts: Vec<SentencePart>,
    sources: Vec<Source>,
    pub(super) rules: Vec<WeavingRule>,
}

impl SentenceDraft {
    pub(super) fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            text: String::new(),
            parts: Vec::new(),
            sources: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// Adds words, and who says them.
    pub(super) fn say(&mut self, words: &str, source: Source) {
        let start = self.text.len();
        self.text.push_str(words);
        self.sources.push(source.clone());
        self.parts.push(SentencePart {
            range: start..self.text.len(),
            source,
        });
    }

    /// Adds what the words stand on.
    pub(super) fn stand(&mut self, sources: impl IntoIterator<Item = Source>) {
        self.sources.extend(sources);
    }

    fn stand_on(&mut self, unit: &Unit, rules: Vec<WeavingRule>, uses: Vec<Source>) {
        if unit.moved {
            self.rules.push(WeavingRule::Order);
        }
        self.rules.extend(rules);
        let evidence = unit.finding.evidence.iter().cloned();
        self.sources.extend(evidence.map(Source::Evidence));
        self.sources.extend(uses);
    }

    fn turn(&mut self, turn: Option<&ContrastWord>) {
        if turn.is_some() {
            self.rules.push(WeavingRule::Contrast);
            self.sources.push(Source::Framework("contrast".to_owned()));
        }
    }

    /// Returns the sentence; where the author has written it by hand, with those words in its place.
    pub(super) fn finish(mut self, voice: &Voice) -> Sentence {
        let mut woven = None;
        if let Some(by_hand) = voice.by_hand.get(&self.key)
            && let words = collapse(&by_hand.text)
            && !words.is_empty()
        {
            self.rules.push(WeavingRule::ByHand);
            // An edit that does not say what it was made on claims nothing, and cannot go stale.
            if !by_hand.basis.is_empty() && by_hand.basis != basis(&self.text) {
                self.rules.push(WeavingRule::Stale);
            }
            let filled = voice.fill(&words);
            let field = Source::Field(format!("overrides.{}", self.key));
            woven = Some(std::mem::replace(&mut self.text, filled.text));
            self.sources.extend(filled.uses);
            self.sources.push(field.clone());
            // Nobody knows which of two joined findings says which of the new words.
            let alone = self.parts.first().filter(|_| self.parts.len() == 1);
            let source = alone.map_or(field, |part| part.source.clone());
            self.parts = vec![SentencePart {
                range: 0..self.text.len(),
                source,
            }];
        }
        Sentence {
            key: self.key,
            text: self.text,
            sources: in_order(self.sources),
            parts: self.parts,
            rules: once(self.rules),
            woven,
        }
    }
}

/// Sorts sources: findings first, then figures, evidence, items, fields and the framework's words; each once, and
/// among their like in the order in which they are spoken.
pub(super) fn in_order(sources: Vec<Source>) -> Vec<Source> {
    let mut sources = once(sources);
    sources.sort_by_key(|source| match source {
        Source::Finding(_) => 0,
        Source::Figure(_) => 1,
        Source::Evidence(_) => 2,
        Source::Outlook(_) => 3,
        Source::Field(_) => 4,
        Source::Framework(_) => 5,
    });
    sources
}

fn once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(items.len());
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}
