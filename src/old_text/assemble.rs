//! The draft that the pieces of an old text make, with the attempt that was chosen for each.

use std::sync::Arc;

use super::draftsman::Draftsman;
use super::piece::{Recognised, TextPiece};
use super::unweave::Unwoven;
use crate::assessment::{Assessment, Finding, Note, Outlook, Recommendation, TRAY};
use crate::statement;

/// The draft that was made, and which of its items each piece became.
pub(super) struct Assembled {
    pub(super) draft: Assessment,
    ids: Vec<Vec<String>>,
}

impl Assembled {
    /// Returns the ids of the items that a piece became.
    pub(super) fn ids(&self, piece: usize) -> &[String] {
        self.ids.get(piece).map_or(&[], Vec::as_slice)
    }
}

/// A draft in the making.
#[derive(Default)]
struct Assembly<'a> {
    findings: Vec<Finding>,
    outlook: Vec<Outlook>,
    greeting: Vec<&'a str>,
    ending: Vec<&'a str>,
    /// The words that weaving turns with, in their order.
    turns: Vec<String>,
    /// Recommendations, each with the piece that they are of.
    recommended: Vec<(usize, Recommendation)>,
    /// Notes, each with the number of findings before it.
    notes: Vec<(usize, String)>,
    ids: Vec<Vec<String>>,
}

/// Makes the draft of what was read, with these attempts.
pub(super) fn assemble(draftsman: &Draftsman<'_>, choice: &[usize]) -> Assembled {
    let mut draft = draftsman.draft.clone();
    let mut made = Assembly::default();
    for (piece, nth) in draftsman.pieces.iter().zip(choice) {
        if matches!(piece.is, Recognised::Title) {
            draft.statement.title.clone_from(&piece.text);
        }
        let ids = made.add(piece, *nth);
        made.ids.push(ids);
    }
    made.recommend();
    let texts = made.findings.iter().map(|it| it.text.as_str());
    let figures = draftsman.named_figures(texts);
    draft.figures = figures.into_iter().map(Arc::new).collect();
    let on = |nth: usize| {
        let near = made.findings.get(nth).or(made.findings.last());
        near.map(|it| it.id.clone()).unwrap_or_default()
    };
    let notes = made.notes.iter().map(|(nth, text)| Note {
        on: on(*nth),
        text: text.clone(),
        ..Note::default()
    });
    draft.notes = notes.map(Arc::new).collect();
    draft.findings = made.findings.into_iter().map(Arc::new).collect();
    draft.outlook = made.outlook.into_iter().map(Arc::new).collect();
    draft.statement.greeting = made.greeting.join(" ");
    draft.statement.ending = made.ending.join(" ");
    let framework = draftsman.unweaver.framework;
    turn(&mut draft, &framework.words.contrast, &made.turns);
    plainly(&mut draft, framework);
    Assembled {
        draft,
        ids: made.ids,
    }
}

impl<'a> Assembly<'a> {
    /// Adds a piece, with this attempt where it is a finding. Returns the ids of the items that it became.
    fn add(&mut self, piece: &'a TextPiece, nth: usize) -> Vec<String> {
        match &piece.is {
            Recognised::Greeting => self.greeting.push(&piece.text),
            Recognised::Ending => self.ending.push(&piece.text),
            Recognised::Note => self.notes.push((self.findings.len(), piece.text.clone())),
            Recognised::Title
            | Recognised::Marking
            | Recognised::Opening
            | Recognised::Heading
            | Recognised::Grade => {}
            Recognised::Recommendation(of, deadline) => {
                let recommendation = Recommendation {
                    text: piece.text.clone(),
                    deadline: deadline.clone(),
                    ..Recommendation::default()
                };
                self.recommended.push((*of, recommendation));
            }
            Recognised::Outlook(text) => {
                let id = format!("l{}", self.outlook.len() + 1);
                self.outlook.push(Outlook {
                    id: id.clone(),
                    text: text.clone(),
                });
                return vec![id];
            }
            Recognised::Finding(unwoven) => return self.finding(piece, unwoven, nth),
        }
        Vec::new()
    }

    fn finding(&mut self, piece: &TextPiece, unwoven: &Unwoven, nth: usize) -> Vec<String> {
        let attempt = unwoven.attempts.get(nth).or(unwoven.attempts.last());
        let mut halves = attempt.map_or(&[][..], Vec::as_slice);
        if piece.heading.is_empty() {
            halves = halves.get(..1).unwrap_or_default();
        }
        let layout = &piece.layout;
        let mut ids = Vec::new();
        for (half, finding) in halves.iter().enumerate() {
            let mut finding = finding.clone();
            finding.id = format!("f{}", self.findings.len() + 1);
            finding.paragraph.clone_from(&layout.paragraph);
            finding.begins_paragraph = layout.begins && half == 0;
            finding.order = layout.order.filter(|_| finding.kind.is_need());
            if layout.follows || !layout.paragraph.is_empty() && half > 0 {
                let last = self.findings.last();
                finding.follows = last.map(|it| it.id.clone()).unwrap_or_default();
            }
            if piece.heading.is_empty() {
                finding = waiting(finding, &piece.text);
                TRAY.clone_into(&mut finding.heading);
                finding.was.clone_from(&piece.under);
            }
            ids.push(finding.id.clone());
            self.findings.push(finding);
        }
        let typed = halves.first().is_some_and(|it| it.text == piece.text);
        self.turns.extend(unwoven.turn.clone().filter(|_| !typed));
        ids
    }

    /// Gives the recommendations to their causes of concern; one without is a note.
    fn recommend(&mut self) {
        for (of, recommendation) in std::mem::take(&mut self.recommended) {
            let id = self.ids.get(of).and_then(|it| it.first());
            match self.findings.iter_mut().find(|it| Some(&it.id) == id) {
                Some(finding) => finding.recommendations.push(recommendation),
                None => self.notes.push((self.findings.len(), recommendation.text)),
            }
        }
    }
}

/// Returns a finding that waits, with the whole of its sentence.
fn waiting(finding: Finding, text: &str) -> Finding {
    Finding {
        id: finding.id,
        kind: finding.kind,
        text: text.to_owned(),
        ..Finding::default()
    }
}

/// The most words that turn which a draft keeps one by one.
const TURNS: usize = 12;

/// Lets the statement turn with the words with which the old text turned.
fn turn(draft: &mut Assessment, usual: &[String], turns: &[String]) {
    let mut kinds = turns.to_vec();
    kinds.sort();
    kinds.dedup();
    match kinds.as_slice() {
        [] => {}
        [one] if usual == std::slice::from_ref(one) => {}
        [_] => draft.statement.contrast = kinds,
        _ if turns.len() <= TURNS => draft.statement.contrast = turns.to_vec(),
        _ => {}
    }
}

/// Leaves out the words that are the framework's own, and takes the voice that greets nobody where the text does not.
fn plainly(draft: &mut Assessment, framework: &crate::assessment::Framework) {
    let silent = || {
        let mut voices = framework.voices.iter();
        voices.find(|it| it.greeting.as_deref() == Some(""))
    };
    if draft.statement.greeting.is_empty()
        && !framework.words.greeting.is_empty()
        && let Some(voice) = silent()
    {
        draft.statement.voice.clone_from(&voice.id);
    }
    let mut bare = draft.clone();
    bare.findings.clear();
    bare.statement.title.clear();
    bare.statement.greeting.clear();
    let woven = statement::weave(&bare, framework);
    for paragraph in &woven.paragraphs {
        let own = match paragraph.role {
            statement::ParagraphRole::Title => &mut draft.statement.title,
            statement::ParagraphRole::Greeting => &mut draft.statement.greeting,
            _ => continue,
        };
        if *own == paragraph.text() {
            own.clear();
        }
    }
}
