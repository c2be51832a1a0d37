//! Incremental weaving: after a change, only what the change touches is woven again.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::context::WeavingContext;
use super::memory::{FindingsChange, Inputs, KnownFindings};
use super::plan::{self, SameText, SpokenPlace};
use super::read::FindingReading;
use super::slot::{self, Slot};
use super::state::ParagraphState;
use super::{
    Document, Measures, Paragraph, ParagraphRole, Reason, Source, Unspoken, by_hand, front, grades,
    lists, paragraphs,
};
use crate::assessment::{Assessment, Finding, Framework, List};
use crate::parallel;

/// Weaves a draft again and again while it is edited, and remembers what it wove.
///
/// Findings, figures and hand edits are shared (`Arc`), and an edit makes a new one: the same pointer
/// means that nothing changed. One key press in one of ten thousand findings costs a comparison of
/// ten thousand pointers, one reading, and the sentences that the change reaches.
///
/// Sentences that stay the same stay the same `Arc`, so a screen can compare them by pointer too.
#[derive(Clone, Debug, Default)]
pub struct Weaver {
    inputs: Inputs,
    readings: Vec<Arc<FindingReading>>,
    known: KnownFindings,
    slots: Vec<Slot>,
    /// The items of the look-ahead that are not spoken.
    unspoken_outlook: Vec<Unspoken>,
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
        let change = self.inputs.update(assessment, framework);
        let edits = std::mem::take(&mut self.inputs.by_hand);
        let mut context = WeavingContext::new(assessment, framework, &edits);
        if change.names || change.values {
            context.index_figures();
        }
        let findings = self.known.changed(&assessment.findings);
        let same_many = matches!(findings, FindingsChange::Changed(_));
        let read = self.read(&context, change.names, change.values, findings);
        if same_many && !change.plan && self.all_stay(&read, &context) {
            let mut touched = BTreeSet::new();
            for &at in &read {
                touched.extend(self.replace(at, &context));
            }
            for at in self.edited(&change.sentences) {
                touched.insert(at);
            }
            self.reweave(&context, &touched);
            // What the opening takes into its last sentence is a finding.
            if change.front || assessment.overall.join_need && !read.is_empty() {
                let mut paragraphs = self.take_apart();
                self.weave_front(&context, &mut paragraphs);
                self.put_together(paragraphs);
                self.list_unspoken(assessment);
            }
            slot::take_turns(&mut self.slots, &mut self.document, &context);
        } else {
            self.plan(&context, change.names || !change.sentences.is_empty());
        }
        self.document
            .marking
            .clone_from(&assessment.overall.marking);
        self.shown = paragraphs::by_hand(&self.document, &context);
        self.inputs.by_hand = edits;
        let stale = by_hand::stale(assessment, framework, self.document());
        self.shown.as_mut().unwrap_or(&mut self.document).stale = stale;
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
        let Some(&SpokenPlace::Spoken { slot, index }) = self.known.places.get(finding) else {
            return None;
        };
        let slot = self.slots.get(slot)?;
        let paragraph = slot.paragraph?;
        let all = self.document.paragraphs.get(paragraph)?.sentences.len();
        Some((paragraph, slot.sentences_of(index, all)))
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
        let spoken = self.words_of(finding);
        self.weave(assessment, framework);
        spoken
    }

    /// Returns the words in which the finding at this index of the draft is spoken; empty where it is not.
    pub(super) fn words_of(&self, finding: usize) -> String {
        let sentences = self.place_of(finding).and_then(|(paragraph, places)| {
            let paragraph = self.document().paragraphs.get(paragraph)?;
            paragraph.sentences.get(places)
        });
        let texts = sentences.unwrap_or_default().iter();
        let texts: Vec<&str> = texts.map(|each| each.text.as_str()).collect();
        texts.join(" ")
    }

    /// Reads what changed. Returns the places of the findings that were read again in place
    /// of others; none where all were, for then the plan is made again.
    fn read(
        &mut self,
        context: &WeavingContext,
        all: bool,
        values: bool,
        findings: FindingsChange,
    ) -> Vec<usize> {
        let list = &context.assessment.findings;
        let new = |finding: &Finding| Arc::new(FindingReading::new(context, finding));
        if all {
            self.readings = parallel::map(list, |finding| new(finding));
            return Vec::new();
        }
        let mut read = match findings {
            FindingsChange::Changed(places) => places,
            FindingsChange::Moved { from, until, tail } => {
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
    fn all_stay(&self, read: &[usize], context: &WeavingContext) -> bool {
        let readings = read.iter().filter_map(|&at| self.readings.get(at));
        let texts: HashSet<_> = readings.map(|reading| &reading.text).collect();
        texts.len() == read.len() && read.iter().all(|&at| self.stays(at, context))
    }

    /// Returns true where a finding that was read again stays in its place, so that no other is affected by
    /// where it stands and by what it says. In doubt it does not, and the plan is made again.
    fn stays(&self, at: usize, context: &WeavingContext) -> bool {
        let (Some(new), Some(read), Some(old), Some(before)) = (
            context.assessment.findings.get(at),
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
            && (&old.paragraph, old.begins_paragraph) == (&new.paragraph, new.begins_paragraph)
            && old.stance == new.stance
            && old.follows == new.follows
            && (old.refer, old.reads) == (new.refer, new.reads)
            && before.reason == read.reason
            && before.shape() == read.shape();
        // Where two say the same, the first one speaks: a change of words may change who does.
        let count = |text| self.known.by_text.get(text).map_or(0, |same| same.count);
        let alone = before.text == read.text || count(&before.text) == 1 && count(&read.text) == 0;
        let unspoken = match self.known.places.get(at) {
            Some(SpokenPlace::NotSpoken(reason)) => !matches!(reason, Reason::SaidBy(_)),
            _ => false,
        };
        same_place && (alone || unspoken)
    }

    /// Replaces a finding that stays in its place. Returns the slot and the index there.
    fn replace(&mut self, at: usize, context: &WeavingContext) -> Option<(usize, usize)> {
        let finding = context.assessment.findings.get(at)?;
        let reading = self.readings.get(at)?;
        let before = self.known.before.remove(&at)?;
        if let Some(place) = self.known.findings.get_mut(at) {
            *place = Arc::clone(finding);
        }
        let &SpokenPlace::Spoken { slot, index } = self.known.places.get(at)? else {
            return None;
        };
        if before.text != reading.text {
            self.known.by_text.remove(&before.text);
            let same = SameText {
                first: at,
                count: 1,
            };
            self.known.by_text.insert(reading.text.clone(), same);
        }
        let place = self.slots.get_mut(slot)?.findings.get_mut(index)?;
        place.finding = Arc::clone(finding);
        place.reading = Arc::clone(reading);
        Some((slot, index))
    }

    /// Returns the slot and the index there of each sentence whose hand edit changed.
    fn edited(&self, keys: &HashSet<String>) -> Vec<(usize, usize)> {
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
            found.extend(edited.filter_map(|(nth, _)| Some((at, slot.first_finding_of(nth)?))));
        }
        found
    }

    /// Weaves the touched findings again, in place.
    fn reweave(&mut self, context: &WeavingContext, touched: &BTreeSet<(usize, usize)>) {
        for &(slot, index) in touched {
            let Some(slot) = self.slots.get_mut(slot) else {
                continue;
            };
            let paragraph = slot
                .paragraph
                .and_then(|at| self.document.paragraphs.get_mut(at));
            if let Some(paragraph) = paragraph {
                slot.reweave_at(context, paragraph, index);
            }
        }
    }

    /// Makes the plan again. Paragraphs whose findings are the same are kept.
    fn plan(&mut self, context: &WeavingContext, all_new: bool) {
        let plan = plan::plan(context.assessment, context.framework, &self.readings);
        self.known.before.clear();
        self.known.findings.clone_from(&context.assessment.findings);
        self.known.by_text = plan.by_text;
        self.known.places = plan.places;
        let paragraphs = self.take_apart();
        let slots = std::mem::take(&mut self.slots);
        let mut old: HashMap<ParagraphRole, (Slot, Arc<Paragraph>)> = HashMap::new();
        if !all_new {
            let kept = slots.into_iter().zip(paragraphs);
            old.extend(kept.map(|(slot, paragraph)| (slot.role.clone(), (slot, paragraph))));
        }
        let mut paragraphs = Vec::new();
        for (role, findings) in plan.slots {
            let kept = old.remove(&role);
            let (mut slot, mut paragraph) =
                kept.unwrap_or_else(|| (Slot::new(&role), blank(&role)));
            slot.set_findings(context, &mut paragraph, findings);
            self.slots.push(slot);
            paragraphs.push(paragraph);
        }
        self.weave_front(context, &mut paragraphs);
        self.put_together(paragraphs);
        slot::take_turns(&mut self.slots, &mut self.document, context);
        self.list_unspoken(context.assessment);
    }

    /// Weaves the sentences again that come from no finding.
    fn weave_front(&mut self, context: &WeavingContext, paragraphs: &mut [Arc<Paragraph>]) {
        for (slot, paragraph) in self.slots.iter_mut().zip(paragraphs) {
            let nothing_before = ParagraphState::default();
            let lead = match slot.role {
                ParagraphRole::Title => {
                    (front::title(context).into_iter().collect(), nothing_before)
                }
                ParagraphRole::Greeting => (front::greeting(context), nothing_before),
                ParagraphRole::Overall => front::opening(context, slot.findings.first()),
                ParagraphRole::Group(at) => grades::group_sentences(context, at),
                ParagraphRole::LookAhead => {
                    let (spoken, unspoken) = front::end(context);
                    self.unspoken_outlook = unspoken;
                    (spoken, nothing_before)
                }
                ParagraphRole::List(ref id) => (
                    lists::lead(context, id, !slot.findings.is_empty()),
                    nothing_before,
                ),
                ParagraphRole::Begun(_) | ParagraphRole::Named(_) => continue,
            };
            slot.set_lead(context, paragraph, lead);
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
        for (slot, mut paragraph) in self.slots.iter_mut().zip(paragraphs) {
            slot.set_items(&mut paragraph);
            let empty = paragraph.sentences.is_empty();
            slot.paragraph = (!empty).then_some(self.document.paragraphs.len());
            if !empty {
                self.document.paragraphs.push(paragraph);
            }
        }
    }

    /// Lists again what is not spoken.
    fn list_unspoken(&mut self, assessment: &Assessment) {
        let places = self.known.places.iter().zip(&assessment.findings);
        let tray = assessment.tray.iter().filter(|item| !item.aside);
        let tray = tray.map(|item| Unspoken {
            source: Source::item(List::Tray, &item.id),
            reason: Reason::InTray,
        });
        self.document.unspoken = places
            .filter_map(|(place, finding)| match place {
                SpokenPlace::Spoken { .. } => None,
                SpokenPlace::NotSpoken(reason) => Some(Unspoken {
                    source: Source::item(List::Findings, &finding.id),
                    reason: reason.clone(),
                }),
            })
            .chain(self.unspoken_outlook.iter().cloned())
            .chain(tray)
            .collect();
    }
}

fn blank(role: &ParagraphRole) -> Arc<Paragraph> {
    Arc::new(Paragraph {
        role: role.clone(),
        items: Vec::new(),
        sentences: Vec::new(),
    })
}
