//! The draft is woven, and what is not spoken as it stood is typed more plainly until it is.

use std::collections::HashMap;
use std::sync::Arc;

use super::assemble::{Assembled, assemble};
use super::cues::cues;
use super::draftsman::Draftsman;
use super::piece::{Recognised, TextPiece};
use super::told::{Fate, OldSentence};
use crate::assessment::{Assessment, Framework, List, Note, longest_ascending};
use crate::statement::{Document, Sentence, Source, Weaver, hand_edit};

/// The most rounds in which one sentence of each paragraph is typed more plainly.
const GENTLE: usize = 40;

/// The most rounds in all; what is left then is edited by hand.
const ROUNDS: usize = 60;

/// The most rounds in all of a long text.
const MANY_ROUNDS: usize = 8;

/// The most sentences that are edited by hand.
const MOST_BY_HAND: usize = 400;

/// The most pieces that are looked at one by one.
const FEW: usize = 600;

/// Returns the draft of what was read, with what became of each sentence, and the sentences that the statement has beside
/// them.
pub(super) fn settle(
    draftsman: &Draftsman<'_>,
    framework: &Framework,
) -> (Assessment, Vec<OldSentence>, Vec<String>) {
    let pieces = &draftsman.pieces;
    let mut choice = vec![0_usize; pieces.len()];
    let mut weaver = Weaver::new();
    let few = pieces.len() <= FEW;
    let mut made = assemble(draftsman, &choice);
    let most = if few { ROUNDS } else { MANY_ROUNDS };
    for round in 0..most {
        let document = weaver.weave(&made.draft, framework);
        let gentle = few && round < GENTLE;
        if !step_down(pieces, &made, document, &mut choice, gentle) {
            break;
        }
        made = assemble(draftsman, &choice);
    }
    edit_by_hand(pieces, &mut made, framework, &mut weaver);
    let document = weaver.weave(&made.draft, framework).clone();
    let sentences = fates(pieces, &made, &document);
    keep_all(pieces, &mut made, &sentences);
    let added = added(pieces, &document);
    (made.draft, sentences, added)
}

/// Takes the next attempt of each sentence that is not spoken as it stood; with `gentle`, of the first of each paragraph.
/// Returns false where there is none to take.
fn step_down(
    pieces: &[TextPiece],
    made: &Assembled,
    document: &Document,
    choice: &mut [usize],
    gentle: bool,
) -> bool {
    let spoken = spoken(document);
    let mut changed = false;
    let mut done = None;
    for (at, piece) in pieces.iter().enumerate() {
        let Recognised::Finding(unwoven) = &piece.is else {
            continue;
        };
        let waits = piece.heading.is_empty();
        if waits || gentle && done == Some(piece.block) || is_spoken(piece, made.ids(at), &spoken) {
            continue;
        }
        if let Some(nth) = choice.get_mut(at)
            && *nth + 1 < unwoven.attempts.len()
        {
            *nth += 1;
            changed = true;
            done = Some(piece.block);
        }
    }
    changed
}

/// Returns the sentence of each finding, with its place.
fn spoken(document: &Document) -> HashMap<&str, (usize, &Sentence)> {
    let mut spoken = HashMap::new();
    for (nth, sentence) in document.sentences().enumerate() {
        for source in &sentence.sources {
            for list in [List::Findings, List::Outlook] {
                if let Some(id) = source.id_in(list) {
                    spoken.entry(id).or_insert((nth, sentence.as_ref()));
                }
            }
        }
    }
    spoken
}

fn is_spoken(
    piece: &TextPiece,
    ids: &[String],
    spoken: &HashMap<&str, (usize, &Sentence)>,
) -> bool {
    let Some((_, sentence)) = ids.first().and_then(|id| spoken.get(id.as_str())) else {
        return false;
    };
    let sources = sentence.sources.iter();
    let mut findings: Vec<&str> = sources.filter_map(|it| it.id_in(List::Findings)).collect();
    findings.dedup();
    let own =
        findings.len() == ids.len() && findings.iter().all(|id| ids.iter().any(|it| it == id));
    sentence.text == piece.text && (own || matches!(piece.is, Recognised::Outlook(_)))
}

/// Gives a hand edit to each sentence that no attempt speaks as it stood.
fn edit_by_hand(
    pieces: &[TextPiece],
    made: &mut Assembled,
    framework: &Framework,
    weaver: &mut Weaver,
) {
    let document = weaver.weave(&made.draft, framework).clone();
    let spoken = spoken(&document);
    let mut edits = Vec::new();
    let stance = Source::field("overall.stance");
    let mut openings = document
        .sentences()
        .filter(|it| it.sources.contains(&stance));
    for (at, piece) in pieces.iter().enumerate() {
        let sentence = match &piece.is {
            Recognised::Finding(_) if piece.heading.is_empty() => None,
            Recognised::Finding(_) | Recognised::Outlook(_) => {
                let first = made.ids(at).first();
                first.and_then(|id| spoken.get(id.as_str())).map(|it| it.1)
            }
            Recognised::Opening => openings.next().map(AsRef::as_ref),
            _ => None,
        };
        let findings = |sentence: &Sentence| {
            let sources = sentence.sources.iter();
            let ids = sources.filter_map(|it| it.id_in(List::Findings));
            ids.filter(|id| !made.ids(at).iter().any(|own| own == id))
                .count()
        };
        if edits.len() == MOST_BY_HAND {
            break;
        }
        if let Some(sentence) = sentence.filter(|it| it.text != piece.text && findings(it) == 0) {
            let mut edit = hand_edit(&made.draft, framework, sentence, &piece.text);
            edit.why.clone_from(&cues().why_by_hand);
            edits.push(Arc::new(edit));
        }
    }
    made.draft.overrides.extend(edits);
}

/// Returns what became of each piece.
fn fates(pieces: &[TextPiece], made: &Assembled, document: &Document) -> Vec<OldSentence> {
    let by_id = spoken(document);
    let mut by_text: HashMap<&str, Vec<usize>> = HashMap::new();
    for (nth, sentence) in document.sentences().enumerate() {
        by_text.entry(&sentence.text).or_default().push(nth);
    }
    by_text.values_mut().for_each(|places| places.reverse());
    let mut places: Vec<Option<usize>> = Vec::with_capacity(pieces.len());
    let mut told = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let ids = made.ids(at);
        let own = ids.first().and_then(|id| by_id.get(id.as_str()));
        let there = own.filter(|(_, it)| it.text == piece.text).map(|it| it.0);
        let mut first = || by_text.get_mut(piece.text.as_str())?.pop();
        let (fate, place) = match &piece.is {
            Recognised::Finding(_) if piece.heading.is_empty() => (Fate::Waits, None),
            Recognised::Note => (Fate::Noted, None),
            Recognised::Heading
            | Recognised::Marking
            | Recognised::Grade
            | Recognised::Recommendation(..) => (Fate::Recorded, None),
            Recognised::Finding(_) | Recognised::Outlook(_) => match (there, own) {
                (Some(place), _) => (Fate::Placed, Some(place)),
                (None, own) => {
                    let now = own.map(|it| it.1.text.clone()).unwrap_or_default();
                    (Fate::Differs(now), None)
                }
            },
            Recognised::Title | Recognised::Greeting | Recognised::Opening | Recognised::Ending => {
                match first() {
                    Some(place) => (Fate::Placed, Some(place)),
                    None => (Fate::Differs(String::new()), None),
                }
            }
        };
        places.push(place);
        told.push(OldSentence {
            line: piece.line,
            text: piece.text.clone(),
            fate,
            finding: ids.first().cloned().unwrap_or_default(),
        });
    }
    let kept = longest_ascending(&places);
    for ((one, stays), place) in told.iter_mut().zip(kept).zip(places) {
        if place.is_some() && !stays {
            one.fate = Fate::Elsewhere;
        }
    }
    told
}

/// Keeps as notes the words that would be nowhere else.
fn keep_all(pieces: &[TextPiece], made: &mut Assembled, told: &[OldSentence]) {
    for (piece, told) in pieces.iter().zip(told) {
        if !matches!(told.fate, Fate::Differs(_)) {
            continue;
        }
        let draft = &made.draft;
        let typed = draft
            .findings
            .iter()
            .any(|it| it.id == told.finding && it.text == piece.text)
            || draft.overrides.iter().any(|it| it.text == piece.text)
            || draft.statement.greeting.contains(&piece.text)
            || draft.statement.ending.contains(&piece.text)
            || draft.statement.title == piece.text;
        if !typed {
            made.draft.notes.push(Arc::new(Note {
                on: told.finding.clone(),
                text: piece.text.clone(),
                ..Note::default()
            }));
        }
    }
}

/// Returns the sentences of the statement that the old text does not have.
fn added(pieces: &[TextPiece], document: &Document) -> Vec<String> {
    let known: std::collections::HashSet<&str> = pieces.iter().map(|it| it.text.as_str()).collect();
    let all = document.sentences().map(|it| it.text.as_str());
    let findings = |sentence: &Sentence| {
        sentence
            .sources
            .iter()
            .any(|it| it.id_in(List::Findings).is_some())
    };
    let of_findings: std::collections::HashSet<&str> = document
        .sentences()
        .filter(|it| findings(it))
        .map(|it| it.text.as_str())
        .collect();
    let new = all.filter(|text| !known.contains(text) && !of_findings.contains(text));
    new.map(str::to_owned).collect()
}
