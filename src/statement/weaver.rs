//! Incremental weaving: after a change, only what the change touches is woven again.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::memory::{Findings, Inputs, KnownFindings};
use super::plan::{self, Speaker, SpokenPlace};
use super::read::FindingReading;
use super::sentence::ParagraphState;
use super::slot::Slot;
use super::voice::Voice;
use super::{
    Document, Measures, Paragraph, ParagraphRole, Reason, Source, Unspoken, front, grades,
    paragraphs,
};
use crate::assessment::{Assessment, Finding, Framework};

/// Weaves a draft again and again while it is edited, and remembers what it wove.
///
/// Findings, figures and hand edits are shared (`Arc`), and an edit makes a new one: the same pointer
/// means that nothing changed. One key press in one of ten thousand findings costs a comparison of
/// ten thousand pointers, one reading, and the sentences that the change reaches.
///
/// Sentences that stay the same stay the same `Arc`, so a screen can tell them by pointer too.
#[derive(Clone, Debug, Default)]
pub struct Weaver {
    inputs: Inputs,
    readings: Vec<Arc<FindingReading>>,
    known: KnownFindings,
    slots: Vec<Slot>,
    /// The items of the look-ahead that are not spoken.
    unseen: Vec<Unspoken>,
    document: Document,
    /// The document with paragraphs by hand, where there are any.
    shown: Option<Document>,
}

impl Weaver {
    /// Returns a weaver that has woven nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Weaves the statement of this draft. It is always the same as that of [`super::weave`], and cheaper.
    pub fn weave(&mut self, assessment: &Assessment, framework: &Framework) -> &Document {
        let change = self.inputs.take(assessment, framework);
        let by_hand = std::mem::take(&mut self.inputs.by_hand);
        let mut voice = Voice::new(assessment, framework, &by_hand);
        if change.names || change.values {
            voice.index_figures();
        }
        let findings = self.known.changed(&assessment.findings);
        let same_many = matches!(findings, Findings::Changed(_));
        let read = self.read(&voice, change.names, change.values, findings);
        if same_many && !change.plan && self.all_stay(&read, &voice) {
            let mut touched = BTreeSet::new();
            for &at in &read {
                touched.extend(self.replace(at, &voice));
            }
            for at in self.edited(&change.sentences) {
                touched.insert(at);
            }
            self.refold(&voice, &touched);
            if change.front {
                let mut paragraphs = self.take_apart();
                self.front(&voice, &mut paragraphs);
                self.put_together(paragraphs);
                self.unspoken(assessment);
            }
        } else {
            self.plan(&voice, change.names || !change.sentences.is_empty());
        }
        self.document
            .marking
            .clone_from(&assessment.overall.marking);
        self.shown = paragraphs::by_hand(&self.document, &voice);
        self.inputs.by_hand = by_hand;
        self.document()
    }

    /// Returns the statement as it was woven last.
    pub fn document(&self) -> &Document {
        self.shown.as_ref().unwrap_or(&self.document)
    }

    /// Returns the statement that was woven last, without its weaver.
    pub fn into_document(self) -> Document {
        self.shown.unwrap_or(self.document)
    }

    /// Returns the measures of the statement that was woven last.
    pub fn measures(&self) -> Measures {
        if let Some(shown) = &self.shown {
            return shown.measures();
        }
        self.slots
            .iter()
            .filter(|slot| slot.role != ParagraphRole::Title)
            .fold(Measures::default(), |sum, slot| sum.and(slot.measures))
    }

    /// Returns the place of the finding at this index of the draft: the paragraph's place in the document, and
    /// the places of its sentences there. `None` where it is not spoken.
    pub fn place_of(&self, finding: usize) -> Option<(usize, Range<usize>)> {
        let (paragraph, sentences) = self.woven_place_of(finding)?;
        let shown = self.document().paragraphs.get(paragraph)?.sentences.len();
        let woven = self.document.paragraphs.get(paragraph)?.sentences.len();
        // Of a paragraph by hand nobody knows which of the words are whose.
        let by_hand = shown == 1 && woven > 1;
        Some((paragraph, if by_hand { 0..1 } else { sentences }))
    }

    fn woven_place_of(&self, finding: usize) -> Option<(usize, Range<usize>)> {
        let Some(&SpokenPlace::Spoken { slot, unit }) = self.known.seats.get(finding) else {
            return None;
        };
        let slot = self.slots.get(slot)?;
        let paragraph = slot.paragraph?;
        let all = self.document.paragraphs.get(paragraph)?.sentences.len();
        Some((paragraph, slot.sentences_of(unit, all)))
    }

    /// Returns the words in which a finding would be spoken if it were `changed`: its whole sentence, with what
    /// it is joined to. Empty where it would not be spoken. The weaver is left as it was.
    pub fn preview(
        &mut self,
        assessment: &Assessment,
        framework: &Framework,
        finding: usize,
        changed: &Finding,
    ) -> String {
        let mut other = assessment.clone();
        if let Some(place) = other.findings.get_mut(finding) {
            *place = Arc::new(changed.clone());
        }
        self.weave(&other, framework);
        let spoken = self.place_of(finding).and_then(|(paragraph, places)| {
            let sentences = &self.document().paragraphs.get(paragraph)?.sentences;
            let texts = sentences.get(places)?.iter().map(|each| each.text.as_str());
            Some(texts.collect::<Vec<_>>().join(" "))
        });
        self.weave(assessment, framework);
        spoken.unwrap_or_default()
    }

    /// Reads what changed. Returns the places of the findings that were read again in place
    /// of others; none where all were, for then the plan is made again.
    fn read(&mut self, voice: &Voice, all: bool, values: bool, findings: Findings) -> Vec<usize> {
        let list = &voice.assessment.findings;
        let new = |finding| Arc::new(FindingReading::new(voice, finding));
        if all {
            self.readings = list.iter().map(|finding| new(finding.as_ref())).collect();
            return Vec::new();
        }
        let mut read = match findings {
            Findings::Changed(places) => places,
            Findings::Moved { from, until, tail } => {
                let kept = self.readings.len().saturating_sub(tail);
                let fresh = list.get(from..until).unwrap_or_default();
                let fresh = fresh.iter().map(|finding| new(finding.as_ref()));
                self.readings.splice(from..kept, fresh);
                Vec::new()
            }
        };
        if values {
            let naming = self.readings.iter().enumerate();
            read.extend(naming.filter(|(_, each)| each.has_values).map(|(at, _)| at));
            read.sort_unstable();
            read.dedup();
        }
        for &at in &read {
            if let (Some(finding), Some(place)) = (list.get(at), self.readings.get_mut(at)) {
                let before = std::mem::replace(place, new(finding.as_ref()));
                self.known.before.insert(at, before);
            }
        }
        read
    }

    /// Returns true where all that was read again stays in its place, and no two of them have come to say the same.
    fn all_stay(&self, read: &[usize], voice: &Voice) -> bool {
        let says = read.iter().filter_map(|&at| self.readings.get(at));
        let says: BTreeSet<_> = says.map(|reading| &reading.says).collect();
        says.len() == read.len() && read.iter().all(|&at| self.stays(at, voice))
    }

    /// Returns true where a finding that was read again stays in its place, so that no other is affected by
    /// where it stands and by what it says. In doubt it does not, and the plan is made again.
    fn stays(&self, at: usize, voice: &Voice) -> bool {
        let (Some(new), Some(read), Some(old), Some(before)) = (
            voice.assessment.findings.get(at),
            self.readings.get(at),
            self.known.findings.get(at),
            self.known.before.get(&at),
        ) else {
            return false;
        };
        let place = |f: &Finding| (f.kind.is_need(), f.kind.is_praise(), f.order);
        let same_place = place(old) == place(new)
            && old.id == new.id
            && old.heading == new.heading
            && old.paragraph == new.paragraph
            && old.stance == new.stance
            && before.reason == read.reason;
        // Where two say the same, the first one speaks: a change of words may change who does.
        let many = |says| self.known.said.get(says).map_or(0, |said| said.many);
        let alone = before.says == read.says || many(&before.says) == 1 && many(&read.says) == 0;
        let unheard = match self.known.seats.get(at) {
            Some(SpokenPlace::Left(reason)) => !matches!(reason, Reason::SaidBy(_)),
            _ => false,
        };
        same_place && (alone || unheard)
    }

    /// Replaces a finding that stays in its place. Returns the slot and the index there.
    fn replace(&mut self, at: usize, voice: &Voice) -> Option<(usize, usize)> {
        let finding = voice.assessment.findings.get(at)?;
        let reading = self.readings.get(at)?;
        let before = self.known.before.remove(&at)?;
        if let Some(place) = self.known.findings.get_mut(at) {
            *place = Arc::clone(finding);
        }
        let &SpokenPlace::Spoken { slot, unit } = self.known.seats.get(at)? else {
            return None;
        };
        if before.says != reading.says {
            self.known.said.remove(&before.says);
            let said = Speaker { first: at, many: 1 };
            self.known.said.insert(reading.says.clone(), said);
        }
        let place = self.slots.get_mut(slot)?.units.get_mut(unit)?;
        place.finding = Arc::clone(finding);
        place.reading = Arc::clone(reading);
        Some((slot, unit))
    }

    /// Returns the slot and the index there of each sentence whose hand edit changed.
    fn edited(&self, keys: &BTreeSet<String>) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        if keys.is_empty() {
            return found;
        }
        for (at, slot) in self.slots.iter().enumerate() {
            let paragraph = slot
                .paragraph
                .and_then(|at| self.document.paragraphs.get(at));
            let sentences = paragraph.map_or(&[][..], |paragraph| paragraph.sentences.as_slice());
            let edited = sentences.iter().enumerate();
            let edited = edited.filter(|(_, sentence)| keys.contains(&sentence.key));
            found.extend(edited.filter_map(|(nth, _)| Some((at, slot.unit_of(nth)?))));
        }
        found
    }

    /// Weaves the touched findings again, in place.
    fn refold(&mut self, voice: &Voice, touched: &BTreeSet<(usize, usize)>) {
        for &(slot, unit) in touched {
            let Some(slot) = self.slots.get_mut(slot) else {
                continue;
            };
            let paragraph = slot
                .paragraph
                .and_then(|at| self.document.paragraphs.get_mut(at));
            if let Some(paragraph) = paragraph {
                let sentences = &mut Arc::make_mut(paragraph).sentences;
                slot.refold(voice, sentences, unit..unit + 1);
                slot.measure(sentences);
            }
        }
    }

    /// Makes the plan again. Paragraphs whose findings are the same are kept.
    fn plan(&mut self, voice: &Voice, afresh: bool) {
        let plan = plan::plan(voice.assessment, voice.framework, &self.readings);
        self.known.before.clear();
        self.known.findings.clone_from(&voice.assessment.findings);
        self.known.said = plan.said;
        self.known.seats = plan.seats;
        let paragraphs = self.take_apart();
        let slots = std::mem::take(&mut self.slots);
        let mut old: BTreeMap<ParagraphRole, (Slot, Arc<Paragraph>)> = BTreeMap::new();
        if !afresh {
            let kept = slots.into_iter().zip(paragraphs);
            old.extend(kept.map(|(slot, paragraph)| (slot.role.clone(), (slot, paragraph))));
        }
        let mut paragraphs = Vec::new();
        for (role, units) in plan.slots {
            let kept = old.remove(&role);
            let (mut slot, mut paragraph) =
                kept.unwrap_or_else(|| (Slot::new(&role), blank(&role)));
            slot.set_units(voice, &mut paragraph, units);
            self.slots.push(slot);
            paragraphs.push(paragraph);
        }
        self.front(voice, &mut paragraphs);
        self.put_together(paragraphs);
        self.unspoken(voice.assessment);
    }

    /// Weaves the sentences again that come from no finding.
    fn front(&mut self, voice: &Voice, paragraphs: &mut [Arc<Paragraph>]) {
        for (slot, paragraph) in self.slots.iter_mut().zip(paragraphs) {
            let nothing_before = ParagraphState::default();
            let lead = match slot.role {
                ParagraphRole::Title => (front::title(voice).into_iter().collect(), nothing_before),
                ParagraphRole::Greeting => (front::greeting(voice), nothing_before),
                ParagraphRole::Overall => front::opening(voice),
                ParagraphRole::Group(at) => grades::of_group(voice, at),
                ParagraphRole::LookAhead => {
                    let (spoken, unseen) = front::look_ahead(voice);
                    self.unseen = unseen;
                    (spoken, nothing_before)
                }
                ParagraphRole::Named(_) => continue,
            };
            slot.set_lead(voice, paragraph, lead);
        }
    }

    /// Takes the paragraph of each slot out of the document; an empty one where it has none.
    fn take_apart(&mut self) -> Vec<Arc<Paragraph>> {
        let paragraphs = std::mem::take(&mut self.document.paragraphs);
        let paragraph = |slot: &Slot| {
            let read = slot.paragraph.and_then(|at| paragraphs.get(at));
            read.map_or_else(|| blank(&slot.role), Arc::clone)
        };
        self.slots.iter().map(paragraph).collect()
    }

    /// Makes the document of the paragraph of each slot. Empty ones are left out.
    fn put_together(&mut self, paragraphs: Vec<Arc<Paragraph>>) {
        for (slot, paragraph) in self.slots.iter_mut().zip(paragraphs) {
            let empty = paragraph.sentences.is_empty();
            slot.paragraph = (!empty).then_some(self.document.paragraphs.len());
            if !empty {
                self.document.paragraphs.push(paragraph);
            }
        }
    }

    /// Lists again what is not spoken.
    fn unspoken(&mut self, assessment: &Assessment) {
        let seats = self.known.seats.iter().zip(&assessment.findings);
        let tray = assessment.tray.iter().filter(|item| !item.aside);
        let tray = tray.map(|item| Unspoken {
            source: Source::Field(format!("tray.{}", item.id)),
            reason: Reason::InTray,
        });
        self.document.unspoken = seats
            .filter_map(|(seat, finding)| match seat {
                SpokenPlace::Spoken { .. } => None,
                SpokenPlace::Left(reason) => Some(Unspoken {
                    source: Source::Finding(finding.id.clone()),
                    reason: reason.clone(),
                }),
            })
            .chain(self.unseen.iter().cloned())
            .chain(tray)
            .collect();
    }
}

fn blank(role: &ParagraphRole) -> Arc<Paragraph> {
    Arc::new(Paragraph {
        role: role.clone(),
        sentences: Vec::new(),
    })
}
