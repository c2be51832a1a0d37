//! The draft that a weaver wove last, as far as it is needed to find what has changed since.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::context::{ByHand, spoken_concerns};
use super::plan::{SameText, SpokenPlace};
use super::read::{FindingReading, NormalizedText};
use super::voice::names_values;
use crate::assessment::{
    Assessment, Figure, Finding, Framework, Inspector, Judgment, Monitoring, Outlook, Overall,
    Override, Period, Person, StatementWords, Subject, TrayItem,
};

/// The inputs of the last weaving, apart from the findings.
#[derive(Clone, Debug, Default)]
pub(super) struct Inputs {
    framework: Option<Framework>,
    subject: Subject,
    inspector: Inspector,
    period: Period,
    monitoring: Monitoring,
    /// The headings with causes of concern that are spoken.
    concerns: BTreeSet<String>,
    statement: StatementWords,
    overall: Overall,
    grades: BTreeMap<String, Judgment>,
    figures: Vec<Arc<Figure>>,
    outlook: Vec<Arc<Outlook>>,
    overrides: Vec<Arc<Override>>,
    tray: Vec<Arc<TrayItem>>,
    /// The overrides by the key of their sentence; the last where several have it.
    pub(super) by_hand: ByHand,
}

/// The findings of the last weaving.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownFindings {
    pub(super) findings: Vec<Arc<Finding>>,
    /// The place of each finding.
    pub(super) places: Vec<SpokenPlace>,
    /// The findings that say the same, by their normalized text.
    pub(super) by_text: HashMap<NormalizedText, SameText>,
    /// The former readings of findings that are being read again.
    pub(super) before: HashMap<usize, Arc<FindingReading>>,
}

/// The inputs that changed since the last weaving.
#[derive(Debug)]
pub(super) struct InputsChange {
    /// True for the body's names or the framework: everything is to be read and woven again.
    pub(super) names: bool,
    /// True for values that texts may name in braces.
    pub(super) values: bool,
    /// True for sentences that come from no finding: title, greeting, rung, grades, look-ahead.
    pub(super) front: bool,
    /// True for the order of findings, for reasons outside them.
    pub(super) plan: bool,
    /// The keys of sentences whose hand edit is new, gone or changed.
    pub(super) sentences: HashSet<String>,
}

/// The findings that changed since the last weaving.
#[derive(Debug)]
pub(super) enum FindingsChange {
    /// As many as before, and these have changed.
    Changed(Vec<usize>),
    /// These are new, in place of others; as many after them as `tail` says are the same.
    Moved {
        /// The first new one.
        from: usize,
        /// The first old one after them.
        until: usize,
        /// The number of old ones that follow.
        tail: usize,
    },
}

/// Puts the new value in the place of the old one. Returns true where they differ.
fn replaced<T: PartialEq + Clone>(old: &mut T, new: &T) -> bool {
    let differs = old != new;
    if differs {
        old.clone_from(new);
    }
    differs
}

/// Does the same for a list of shared items, which are compared by pointer.
fn replaced_list<T>(old: &mut Vec<Arc<T>>, new: &Vec<Arc<T>>) -> bool {
    let same = old.len() == new.len() && old.iter().zip(new).all(|(a, b)| Arc::ptr_eq(a, b));
    if !same {
        old.clone_from(new);
    }
    !same
}

/// Returns the number of items that are the same at the start of two lists, and at the end of what is left of them.
pub(super) fn shared_ends<T>(old: &[T], new: &[T], same: fn(&T, &T) -> bool) -> (usize, usize) {
    let same = |(old, new): &(&T, &T)| same(old, new);
    let start = old.iter().zip(new).take_while(same).count();
    let most = old.len().min(new.len()) - start;
    let ends = old.iter().rev().zip(new.iter().rev()).take(most);
    (start, ends.take_while(same).count())
}

/// The part of a draft's words that makes its voice.
type OwnVoice<'a> = (
    &'a str,
    &'a [String],
    Option<i64>,
    Option<Person>,
    [Option<bool>; 3],
);

fn voice_of(words: &StatementWords) -> OwnVoice<'_> {
    (
        &words.voice,
        &words.contrast,
        words.join_words,
        words.person,
        [words.contracted, words.pillar_grades, words.needs_say_it],
    )
}

impl Inputs {
    /// Takes over the inputs of this draft, and returns what has changed.
    pub(super) fn update(&mut self, draft: &Assessment, framework: &Framework) -> InputsChange {
        let mut names = replaced(&mut self.subject, &draft.subject);
        if self.framework.as_ref() != Some(framework) {
            self.framework = Some(framework.clone());
            names = true;
        }
        // Another voice may speak every sentence otherwise.
        names |= voice_of(&self.statement) != voice_of(&draft.statement);
        let plan = self.statement.needs_first != draft.statement.needs_first;
        let mut values = replaced(&mut self.inspector, &draft.inspector);
        values |= replaced(&mut self.period, &draft.period);
        values |= replaced(&mut self.monitoring, &draft.monitoring);
        let concerns = spoken_concerns(draft).map(|it| it.heading.clone());
        values |= replaced(&mut self.concerns, &concerns.collect());
        values |= self.statement.remit != draft.statement.remit;
        values |= replaced_list(&mut self.figures, &draft.figures);
        // A frame that names values has them in every finding that is spoken in it.
        let frames = framework.frames.iter().map(|frame| &frame.words);
        let changes = &framework.changes;
        let changes = [
            &changes.progress,
            &changes.continues,
            &changes.as_before,
            &changes.declined,
        ];
        names |= values && frames.chain(changes).any(|words| names_values(words));
        let mut front = replaced(&mut self.statement, &draft.statement);
        front |= replaced(&mut self.overall, &draft.overall);
        front |= replaced(&mut self.grades, &draft.grades);
        front |= replaced_list(&mut self.outlook, &draft.outlook);
        front |= replaced_list(&mut self.tray, &draft.tray);
        let sentences = self.sentences(draft, values);
        InputsChange {
            names,
            values,
            front: front || values || !sentences.is_empty(),
            plan: plan || names,
            sentences,
        }
    }

    fn sentences(&mut self, draft: &Assessment, values: bool) -> HashSet<String> {
        let mut keys = HashSet::new();
        if replaced_list(&mut self.overrides, &draft.overrides) {
            let by_hand: ByHand = draft
                .overrides
                .iter()
                .map(|each| (each.sentence.clone(), Arc::clone(each)))
                .collect();
            let differs = |(key, old): (&String, &Arc<Override>), map: &ByHand| {
                let same = map.get(key).is_some_and(|new| Arc::ptr_eq(old, new));
                (!same).then(|| key.clone())
            };
            keys.extend(
                by_hand
                    .iter()
                    .filter_map(|each| differs(each, &self.by_hand)),
            );
            keys.extend(
                self.by_hand
                    .iter()
                    .filter_map(|each| differs(each, &by_hand)),
            );
            self.by_hand = by_hand;
        }
        if values {
            let naming = self
                .by_hand
                .iter()
                .filter(|(_, each)| each.text.contains('{'));
            keys.extend(naming.map(|(key, _)| key.clone()));
        }
        keys
    }
}

impl KnownFindings {
    /// Returns the findings that are not those of the last weaving.
    pub(super) fn changed(&self, new: &[Arc<Finding>]) -> FindingsChange {
        let old = &self.findings;
        if old.len() == new.len() {
            let pairs = old.iter().zip(new).enumerate();
            let changed = pairs.filter(|(_, (old, new))| !Arc::ptr_eq(old, new));
            return FindingsChange::Changed(changed.map(|(at, _)| at).collect());
        }
        let (from, tail) = shared_ends(old, new, Arc::ptr_eq);
        FindingsChange::Moved {
            from,
            until: new.len() - tail,
            tail,
        }
    }
}
