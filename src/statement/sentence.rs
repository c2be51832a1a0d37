//! From clauses to sentences: the contrast, capitals, and what passes on to the next sentence.

use std::sync::Arc;

use super::Sentence;
use super::by_hand::hash;
use super::capitals::capital_first;
use super::clause::make_clause;
use super::context::WeavingContext;
use super::join_pairs::{self, JoinCondition};
use super::joins::{self, SentenceHead};
use super::openers::Opener;
use super::plan::PlacedFinding;
use super::reference::{ClauseRequest, SaidSubject};
use super::sentence_draft::{SentenceDraft, figure_rule, finding_source};
use super::state::{
    ParagraphState, Side, Turned, says_also, says_change, side, turning_side, turns_by_itself,
};
use super::words::{bare_word, first_word};
use crate::assessment::vocabulary;
use crate::grammar::{Certainty, Typed};

/// Weaves the next sentence: of one finding, or of two that are joined. Returns how many it took, and
/// the sentences (a finding of several sentences has several). `after` are the two findings that follow.
pub(super) fn next(
    context: &WeavingContext,
    state: &mut ParagraphState,
    placed: &PlacedFinding,
    after: [Option<&PlacedFinding>; 2],
) -> (usize, Vec<Arc<Sentence>>) {
    let Some(sentence) = placed.reading.sentences.first() else {
        return (1, Vec::new());
    };
    let pair = join_pairs::pair(context, placed, after);
    // A strength and a need in one sentence turn by themselves, and so may what is put before it.
    let opener = Opener::of(placed);
    let openers = [opener, Opener::typed(placed)].into_iter().flatten();
    let opens_turning = openers.into_iter().any(|opener| opener.turns(state));
    let own_turn = turns_by_itself(context, placed);
    let turned = opens_turning || own_turn || pair.is_some_and(|(_, condition)| condition.turns());
    let contrast = match turned {
        true => None,
        false => contrast_word(context, state, placed, pair).filter(|_| !turns_next(placed, after)),
    };
    let head = match (contrast, opener) {
        (Some(word), _) => SentenceHead::Contrast(word),
        (None, Some(opener)) => SentenceHead::Opener(opener.words),
        (None, None) => SentenceHead::Bare,
    };
    let turns = sentence.reading.turns || own_turn;
    let turns = turns && state.side.is_some();
    let wanted = request(context, state, placed, contrast.is_some());
    let mut first = make_clause(context, placed, sentence, wanted);
    if contrast.is_some() && adds_to_nothing(state, placed) {
        // "However," takes the place of an "Also," that would add a need to what is praised.
        first.text = first.text.split_off(ALSO.len());
    }
    let joined = pair.and_then(|(second, condition)| {
        let halves = (placed, sentence, &first);
        joins::join(context, state, halves, second, (condition, head))
    });
    let before = state.side;
    state.add(context, placed);
    state.opening = 0;
    let by_itself = turns || opens_turning;
    state.turn_with(placed, before, Turned::by(contrast.is_some(), by_itself));
    if let (Some(joined), Some((second, condition))) = (joined, pair) {
        state.add(context, second);
        if condition.turns() {
            state.take_no_side();
        }
        (state.frame, state.led) = (None, first.led);
        state.said_it = second.reading.says_object_it();
        state.mentions = mentions(second);
        state.hear(context, &joined.text);
        state.about_body = joined.about_body;
        state.opened_with_it = joined.opens_with_it;
        state.open = second.reading.leaves_it_open();
        state.subject = SaidSubject::of(second);
        return (2, vec![Arc::new(joined.sentence)]);
    }
    state.frame = placed.phrase_frame();
    state.said_it = placed.reading.says_object_it();
    state.mentions = mentions(placed);
    state.led = first.led;
    state.open = placed.reading.leaves_it_open();
    state.about_body = first.about_body;
    state.opened_with_it = first.opens_with_it;
    state.subject = SaidSubject::of(placed);
    let mut draft = SentenceDraft::new(&placed.finding.id);
    draft.add_words(&head.before(&first.text), finding_source(placed));
    draft.add_basis(placed, first.rules, first.uses);
    head.add_to(context, &mut draft);
    state.hear(context, &draft.text);
    let mut sentences = vec![Arc::new(draft.finish(context))];
    sentences.extend(later_sentences(context, state, placed));
    if turns_inside(placed) {
        state.take_no_side();
    }
    (1, sentences)
}

/// Weaves what a finding says behind its first sentence: as typed.
fn later_sentences(
    context: &WeavingContext,
    state: &mut ParagraphState,
    placed: &PlacedFinding,
) -> Vec<Arc<Sentence>> {
    let mut sentences = Vec::new();
    for (nth, sentence) in placed.reading.sentences.iter().enumerate().skip(1) {
        let mut draft = SentenceDraft::new(&format!("{}.{}", placed.finding.id, nth + 1));
        draft.add_words(&capital_first(&sentence.text), finding_source(placed));
        let rules = figure_rule(&sentence.uses);
        draft.add_basis(placed, rules, sentence.uses.clone());
        sentences.push(Arc::new(draft.finish(context)));
        state.hear(context, &sentence.text);
        (state.frame, state.led) = (None, None);
        state.about_body = sentence.is_about_body();
        state.opened_with_it = sentence.text.starts_with("It ");
    }
    sentences
}

/// Returns the word that turns from strengths to needs or back, where one is wanted before the finding.
fn contrast_word<'a>(
    context: &WeavingContext<'a>,
    state: &ParagraphState,
    placed: &PlacedFinding,
    pair: Option<(&PlacedFinding, JoinCondition)>,
) -> Option<&'a str> {
    let word = context.voice.contrast(state.turn)?;
    let again = vocabulary().turns_again.iter().find(|it| **it != word);
    let word = again.copied().filter(|_| state.just_turned).unwrap_or(word);
    // Context has no side, but a strength that is joined to it has.
    let asked = pair.filter(|(_, condition)| *condition != JoinCondition::IfItReadsWell);
    let now = turning_side(context, placed).or_else(|| side(asked?.0))?;
    let first = placed.reading.sentences.first();
    // "However, however well it trains"
    let twice = |text: &str| {
        let [own, new] = [text, word].map(|text| bare_word(first_word(text).0));
        own.eq_ignore_ascii_case(new)
    };
    let turns = first.is_some_and(|it| {
        let linked = it.reading.opens_linked && !adds_to_nothing(state, placed);
        let goes_on = linked || it.reading.leads_on || it.reading.links_apart;
        // "It may be slow, but it is fair" has its turn inside, and "But it is slow, but" is heard twice.
        let but = bare_word(word).eq_ignore_ascii_case("but");
        let inside = (now == Side::Praise || but) && it.text.contains(", but ");
        let plain = !it.reading.is_dependent && !inside;
        it.reading.turns || goes_on || twice(&it.text) || !plain || it.reading.is_question
    });
    let typed = Typed::of(&placed.finding.text);
    // "However, records poor": what is no sentence turns from nothing.
    let stands = !placed.frame_use.is_bare()
        || first.is_none_or(|it| {
            // "Review cases" may be an order.
            let fragment = it.reading.lacks_subject == Certainty::Unsure;
            let phrase = typed == Typed::AsPhrase && it.reading.is_phrase_alone(typed);
            !fragment && !phrase
        });
    // Under another heading something else is praised.
    let heading = hash(&placed.finding.heading);
    let apart = now == Side::Praise && ![0, heading].contains(&state.heading);
    let plain = stands && !turns && !state.aside && !apart && !may_not_turn(state, placed);
    let contrasts = plain && state.side.is_some_and(|before| before != now);
    (contrasts && state.may_turn(placed)).then_some(word)
}

/// Returns true where nobody can tell whether something turns before a finding: a typed "It was" may be about a thing that
/// the sentence before it named, and so give the reason of what was said there ("The force sold its headquarters. It was too
/// big"); it does as was said; or the word would stand before a capital that is doubtful there.
fn may_not_turn(state: &ParagraphState, placed: &PlacedFinding) -> bool {
    let first = placed.reading.sentences.first();
    first.is_some_and(|it| {
        let reading = &it.reading;
        let was = reading.opens_with_it_was && placed.reading.opens_with_it();
        was && state.mentions
            || reading.does_so
            || reading.opens_doubtfully && placed.frame_use.is_bare()
    })
}

/// Returns true where the next finding of the same side brings a turn of its own: one is enough.
fn turns_next(placed: &PlacedFinding, after: [Option<&PlacedFinding>; 2]) -> bool {
    after[0].is_some_and(|next| {
        let first = next.reading.sentences.first();
        side(next) == side(placed)
            && first.is_some_and(|it| it.reading.turns && it.reading.opens_linked)
    })
}

/// The word by which a text says that it adds something, set apart at its head.
const ALSO: &str = "Also, ";

/// Returns true for the first need of a paragraph that opens with "Also,", as if there had been one before it.
fn adds_to_nothing(state: &ParagraphState, placed: &PlacedFinding) -> bool {
    let first = placed.reading.sentences.first();
    let turns = state.side == Some(Side::Praise) && side(placed) == Some(Side::Need);
    let also = first.is_some_and(|it| it.text.starts_with(ALSO));
    turns && also && !state.need && placed.frame_use.is_bare()
}

/// Returns true where the finding turns inside: at a later sentence, behind a semicolon or, of praise, where it grants a fault:
/// "but not always enough drivers", "although slowly", "knows that its data is poor".
fn turns_inside(placed: &PlacedFinding) -> bool {
    let sentences = &placed.reading.sentences;
    let praise = side(placed) == Some(Side::Praise);
    sentences.iter().skip(1).any(|it| it.reading.turns)
        || sentences
            .iter()
            .any(|it| it.text.contains("; however,") || praise && it.reading.grants_fault)
}

/// Returns true where the last sentence of a finding names a thing, for which an "it" behind it could stand.
fn mentions(placed: &PlacedFinding) -> bool {
    let last = placed.reading.sentences.last();
    last.is_some_and(|it| it.reading.mentions)
}

/// Returns true where a need calls the body "it", in a voice whose needs do: where nothing else that was named could need
/// it. What asks a deed of its subject asks it of the body.
fn need_says_it(context: &WeavingContext, state: &ParagraphState, placed: &PlacedFinding) -> bool {
    let first = placed.reading.sentences.first();
    let asks = first.is_some_and(|it| it.reading.is_demand && !it.reading.asks_passively);
    let another = first.is_some_and(|it| it.reading.says_another_it);
    let only = !state.open && !another;
    context.voice.needs_say_it && only && (asks || !state.mentions)
}

fn request(
    context: &WeavingContext,
    state: &ParagraphState,
    placed: &PlacedFinding,
    contrasts: bool,
) -> ClauseRequest {
    let side = side(placed);
    let again = state.is_added(context, placed);
    // "I am impressed by …. I am also impressed by …."
    let again = again || state.frame.is_some() && state.frame == placed.phrase_frame();
    ClauseRequest {
        // Praise behind a need, or a need behind praise, is no further thought on one where no word turns.
        it: match side {
            Some(Side::Praise) => {
                !state.open && !state.opened_with_it && !contrasts && state.side != Some(Side::Need)
            }
            Some(Side::Need) => {
                need_says_it(context, state, placed)
                    && (contrasts || state.side != Some(Side::Praise))
            }
            None => false,
        } && state.about_body
            && !state.said_it
            && !state.group
            && !placed.reading.says_object_it()
            && placed.frame_use.is_bare()
            && !says_change(context, placed),
        also: says_also(placed, again),
        its: state.about_body,
        named: !state.unnamed,
        led: state.led,
        they: state.subject,
    }
}
