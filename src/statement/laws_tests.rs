//! Laws that hold for every draft, tried on random ones.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;

use super::random_tests::{finding, text};
use super::tests_support::{draft, list};
use super::*;
use crate::assessment::*;

/// Returns the small framework, with a pillar and words for grades.
fn framework() -> Framework {
    let mut framework = super::tests_support::framework();
    framework.graded_overall = true;
    framework.pillars = vec![Heading {
        id: "all".into(),
        title: "All".into(),
        graded: true,
        ..Heading::default()
    }];
    framework.headings[0].pillar = "all".into();
    framework.lists = vec![
        list("later", "money", &[]),
        list("good-at", "stock", &[Grade::Good]),
    ];
    framework.judgments = Judgments {
        overall: "{subject.spoken} {is-grade}.".into(),
        pillar: "The {subject.noun} is {grade} at {topic}.".into(),
        carried_over: "In {from}, {topic} was {grade}.".into(),
        not_inspected: "Nobody saw {topic}.".into(),
        ..Judgments::default()
    };
    framework
}

/// One change of a draft.
#[derive(Clone, Debug)]
enum TestStep {
    Text(usize, String),
    Replace(usize, Finding),
    Insert(usize, Finding),
    Remove(usize),
    Swap(usize, usize),
    Number(String),
    Name(String),
    Greeting(String),
    Ending(String),
    Remit(String),
    Rung(&'static str, bool),
    Voice(&'static str),
    Turns(Vec<String>),
    Whole(Option<Grade>),
    Judged(&'static str, Option<Grade>, Option<JudgmentState>),
    Item(String),
    Watched(&'static str, &'static str),
    Closing(&'static str),
    NeedsFirst(&'static str),
    ByHand(usize, String),
    Short(bool),
}

fn step() -> impl Strategy<Value = TestStep> {
    let at = 0usize..12;
    prop_oneof![
        6 => (at.clone(), text()).prop_map(|(at, text)| TestStep::Text(at, text)),
        3 => (at.clone(), finding()).prop_map(|(at, new)| TestStep::Replace(at, new)),
        4 => (at.clone(), finding()).prop_map(|(at, new)| TestStep::Insert(at, new)),
        2 => at.clone().prop_map(TestStep::Remove),
        2 => (at.clone(), at.clone()).prop_map(|(a, b)| TestStep::Swap(a, b)),
        1 => "[0-9]{0,5}".prop_map(TestStep::Number),
        1 => select(&["Mere Police", "Town Force", ""][..]).prop_map(|name| TestStep::Name(name.into())),
        1 => text().prop_map(TestStep::Greeting),
        1 => text().prop_map(TestStep::Ending),
        1 => text().prop_map(TestStep::Remit),
        1 => (select(&["", "glad", "sorry"][..]), any::<bool>()).prop_map(|(rung, joined)| TestStep::Rung(rung, joined)),
        1 => select(&["", "plural", "nobody"][..]).prop_map(TestStep::Voice),
        1 => proptest::collection::vec(select(&["But", "That said,", "Yet"][..]), 0..4)
            .prop_map(|words| TestStep::Turns(words.into_iter().map(str::to_owned).collect())),
        1 => proptest::option::of(select(Grade::ALL)).prop_map(TestStep::Whole),
        2 => judged(),
        1 => text().prop_map(TestStep::Item),
        1 => select(&[("watched", "2024-05-14"), ("watched", ""), ("", "")][..])
            .prop_map(|(stage, since)| TestStep::Watched(stage, since)),
        1 => select(&["farewell", ""][..]).prop_map(TestStep::Closing),
        1 => select(&["stock", "money", "aside", "overall"][..]).prop_map(TestStep::NeedsFirst),
        2 => (at, text()).prop_map(|(at, text)| TestStep::ByHand(at, text)),
        1 => any::<bool>().prop_map(TestStep::Short),
    ]
}

fn judged() -> impl Strategy<Value = TestStep> {
    let id = select(&["all", "stock", "care", "money"][..]);
    let grade = proptest::option::of(select(Grade::ALL));
    let state = proptest::option::of(select(JudgmentState::ALL));
    (id, grade, state).prop_map(|(id, grade, state)| TestStep::Judged(id, grade, state))
}

/// A draft and its framework, while they are edited.
struct EditedDraft {
    draft: Assessment,
    framework: Framework,
    made: usize,
}

impl EditedDraft {
    fn new() -> Self {
        let mut draft = draft();
        let figure = |id: &str, value: &str| {
            Arc::new(Figure {
                id: id.into(),
                value: value.into(),
                ..Figure::default()
            })
        };
        draft.figures = vec![figure("n", "7"), figure("m", "12000")];
        Self {
            draft,
            framework: framework(),
            made: 0,
        }
    }

    fn id(&mut self) -> String {
        self.made += 1;
        format!("f{}", self.made)
    }

    fn apply(&mut self, step: TestStep) {
        let many = self.draft.findings.len();
        match step {
            TestStep::Text(at, text) if at < many => {
                Arc::make_mut(&mut self.draft.findings[at]).text = text;
            }
            TestStep::Replace(at, mut new) if at < many => {
                new.id = self.draft.findings[at].id.clone();
                self.draft.findings[at] = Arc::new(new);
            }
            TestStep::Insert(at, mut new) => {
                new.id = self.id();
                self.draft.findings.insert(at.min(many), Arc::new(new));
            }
            TestStep::Remove(at) if at < many => drop(self.draft.findings.remove(at)),
            TestStep::Swap(a, b) if a < many && b < many => self.draft.findings.swap(a, b),
            TestStep::Number(value) => Arc::make_mut(&mut self.draft.figures[0]).value = value,
            TestStep::Name(name) => self.draft.subject.spoken = name,
            TestStep::Greeting(text) => self.draft.statement.greeting = text,
            TestStep::Ending(text) => self.draft.statement.ending = text,
            TestStep::Remit(text) => self.draft.statement.remit = text,
            TestStep::Rung(rung, joined) => {
                self.draft.overall.stance = rung.into();
                self.draft.overall.join_need = joined;
            }
            TestStep::Voice(voice) => self.draft.statement.voice = voice.into(),
            TestStep::Turns(words) => self.draft.statement.contrast = words,
            TestStep::Whole(grade) => self.draft.overall.grade = grade,
            TestStep::Judged(id, grade, state) => {
                let judgment = Judgment {
                    grade,
                    state,
                    ..Judgment::default()
                };
                self.draft.grades.insert(id.into(), judgment);
            }
            TestStep::Item(text) => {
                let id = self.id();
                self.draft.outlook.push(Arc::new(Outlook { id, text }));
            }
            TestStep::Watched(stage, since) => {
                self.draft.monitoring.stage = stage.into();
                self.draft.monitoring.since = since.into();
            }
            TestStep::Closing(closing) => self.draft.statement.closing = closing.into(),
            TestStep::NeedsFirst(name) => self.draft.statement.needs_first = vec![name.into()],
            TestStep::ByHand(at, text) if at < many => {
                let edited = Override {
                    // Now and then a whole paragraph.
                    sentence: match at % 3 {
                        2 => paragraph_key(&self.framework, &ParagraphRole::Group(0)),
                        _ => self.draft.findings[at].id.clone(),
                    },
                    text,
                    ..Override::default()
                };
                self.draft.overrides.push(Arc::new(edited));
            }
            TestStep::Short(short) => self.framework.words.join_words = if short { 0 } else { 30 },
            _ => {}
        }
    }

    fn with(steps: Vec<TestStep>) -> Self {
        let mut edited = Self::new();
        steps.into_iter().for_each(|step| edited.apply(step));
        edited
    }

    fn weave(&self) -> Document {
        weave(&self.draft, &self.framework)
    }

    fn finding(&self, source: &Source) -> Option<&Arc<Finding>> {
        let mut findings = self.draft.findings.iter();
        findings.find(|each| Source::item(List::Findings, &each.id) == *source)
    }
}

fn sentences(document: &Document) -> impl Iterator<Item = &Sentence> {
    let paragraphs = document.paragraphs.iter();
    paragraphs.flat_map(|paragraph| paragraph.sentences.iter().map(AsRef::as_ref))
}

fn steps() -> impl Strategy<Value = Vec<TestStep>> {
    proptest::collection::vec(step(), 0..32)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_weaver_with_a_memory_weaves_what_one_without_weaves(all in steps()) {
        let mut edited = EditedDraft::new();
        let mut weaver = Weaver::new();
        for step in all {
            edited.apply(step);
            weaver.weave(&edited.draft, &edited.framework);
            let fresh = edited.weave();
            prop_assert_eq!(weaver.document(), &fresh);
            prop_assert_eq!(weaver.measures(), fresh.measures());
            for (at, finding) in edited.draft.findings.iter().enumerate() {
                let source = Source::item(List::Findings, &finding.id);
                let first = weaver.place_of(at).map(|(paragraph, places)| (paragraph, places.start));
                prop_assert_eq!(first, fresh.find(&source));
            }
        }
    }

    #[test]
    fn every_sentence_stands_on_something_and_its_parts_tile_it(all in steps()) {
        let document = EditedDraft::with(all).weave();
        for paragraph in &document.paragraphs {
            prop_assert!(!paragraph.sentences.is_empty());
        }
        for sentence in sentences(&document) {
            prop_assert!(!sentence.sources.is_empty());
            let mut end = 0;
            for part in &sentence.parts {
                prop_assert_eq!(part.range.start, end);
                prop_assert!(sentence.text.get(part.range.clone()).is_some());
                prop_assert!(sentence.sources.contains(&part.source));
                end = part.range.end;
            }
            prop_assert_eq!(end, sentence.text.len());
        }
    }

    #[test]
    fn a_paragraph_turns_once_or_from_praise_and_only_what_is_asked_to_mixes_strengths_and_needs(all in steps()) {
        let edited = EditedDraft::with(all);
        for paragraph in &edited.weave().paragraphs {
            // Behind the first word that turns, the next turns from praise, or from a cause of concern.
            let (mut turned, mut praised, mut grave) = (false, false, false);
            for sentence in &paragraph.sentences {
                let turns = sentence.rules.contains(&WeavingRule::Contrast);
                prop_assert!(!turns || !turned || praised || grave, "{}", sentence.text);
                turned |= turns;
                let mut spoken = sentence.sources.iter().filter_map(|each| edited.finding(each));
                let last = spoken.next_back();
                grave = last.map_or(grave, |last| last.kind == Kind::Concern);
                praised = match last {
                    Some(last) if last.kind.is_praise() => true,
                    Some(last) if last.kind.is_need() => false,
                    _ => praised,
                };
            }
            // A paragraph by hand stands on all that it stood on.
            let woven = |it: &&Arc<Sentence>| !it.key.starts_with("paragraph.");
            for sentence in paragraph.sentences.iter().filter(woven) {
                let spoken: Vec<_> = sentence.sources.iter().filter_map(|each| edited.finding(each)).collect();
                prop_assert!(spoken.len() <= 2);
                let needs = spoken.iter().any(|each| each.kind.is_need());
                let others = spoken.iter().any(|each| !each.kind.is_need());
                let asked = spoken.iter().any(|each| each.join.is_some_and(Join::turns));
                prop_assert!(asked || !(needs && others), "{}", sentence.text);
            }
        }
    }

    #[test]
    fn everything_is_spoken_or_accounted_for_and_nothing_both(all in steps()) {
        let edited = EditedDraft::with(all);
        let document = edited.weave();
        let findings = edited.draft.findings.iter().map(|each| Source::item(List::Findings, &each.id));
        let items = edited.draft.outlook.iter().map(|each| Source::item(List::Outlook, &each.id));
        let every: Vec<Source> = findings.chain(items).collect();
        for source in &every {
            let spoken = document.find(source).is_some();
            let left = document.unspoken.iter().filter(|each| each.source == *source).count();
            prop_assert_eq!(usize::from(spoken) + left, 1, "{:?}", source);
        }
        let order = document.unspoken.iter().map(|each| every.iter().position(|it| *it == each.source));
        prop_assert!(order.is_sorted());
    }

    #[test]
    fn nothing_is_said_twice(all in steps()) {
        let edited = EditedDraft::with(all);
        let document = edited.weave();
        let mut spoken: BTreeMap<String, String> = BTreeMap::new();
        for finding in &edited.draft.findings {
            if document.find(&Source::item(List::Findings, &finding.id)).is_none() {
                continue;
            }
            let words = finding.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let words = words.trim_end_matches('.').to_owned();
            // Two that say it of "it" may say it of two things.
            if !words.starts_with("it ") && !words.starts_with("its ") {
                prop_assert_eq!(spoken.insert(words, finding.id.clone()), None);
            }
        }
    }

    #[test]
    fn the_same_draft_gives_the_same_bytes(all in steps()) {
        let edited = EditedDraft::with(all);
        prop_assert_eq!(edited.weave(), edited.weave());
    }

    #[test]
    fn a_preview_says_what_would_be_woven(all in steps(), at in 0usize..12, text in text()) {
        let mut edited = EditedDraft::with(all);
        prop_assume!(!edited.draft.findings.is_empty());
        let at = at % edited.draft.findings.len();
        let mut changed = edited.draft.findings[at].as_ref().clone();
        changed.text = text;
        let said = preview(&edited.draft, &edited.framework, at, &changed);
        let source = Source::item(List::Findings, &changed.id);
        edited.draft.findings[at] = Arc::new(changed);
        let document = edited.weave();
        let found: Vec<&str> = sentences(&document)
            .filter(|each| each.sources.contains(&source))
            .map(|each| each.text.as_str())
            .collect();
        prop_assert_eq!(said, found.join(" "));
    }
}
