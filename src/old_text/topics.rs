//! Which heading of a framework a sentence is about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cues::{Cue, cues, words_of};
use crate::assessment::{Framework, Heading};
use crate::text::same;

/// Least weight of words by which a sentence is about a heading.
const ENOUGH: f64 = 2.0;

/// How much each heading of a framework is meant, by its place there.
pub(super) type TopicWeights = BTreeMap<usize, f64>;

/// The headings of a framework, by the words that they are about.
pub(super) struct Topics<'a> {
    framework: &'a Framework,
    /// The headings that have words beginning so, with their weight.
    stems: HashMap<String, Vec<(usize, f64)>>,
    /// The heading of each topic that this framework has, by the topic's place.
    topics: Vec<Option<usize>>,
}

/// The heading of a text: one of the framework's, or a pillar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Headed {
    Heading(String),
    Pillar(String),
}

impl<'a> Topics<'a> {
    pub(super) fn new(framework: &'a Framework) -> Self {
        let mut stems: HashMap<String, BTreeMap<usize, f64>> = HashMap::new();
        for (nth, heading) in framework.headings.iter().enumerate() {
            let mut add = |text: &str, weight: f64| {
                for stem in stems_of(text) {
                    let known = stems.entry(stem).or_default().entry(nth).or_default();
                    *known = known.max(weight);
                }
            };
            heading.prompts.iter().for_each(|it| add(it, 0.6));
            heading.good.iter().for_each(|it| add(it, 0.6));
            add(&heading.question, 1.0);
            add(&heading.topic, 1.5);
            add(&heading.title, 1.5);
        }
        let stems = stems.into_iter().map(|(stem, headings)| {
            #[expect(clippy::cast_precision_loss, reason = "a framework has few headings")]
            let many = headings.len() as f64;
            let weighed = headings.into_iter();
            (
                stem,
                weighed.map(|(nth, weight)| (nth, weight / many)).collect(),
            )
        });
        let place = |id: &String| framework.headings.iter().position(|it| it.id == *id);
        let topics = cues().topics.iter();
        Self {
            framework,
            stems: stems.collect(),
            topics: topics
                .map(|it| it.headings.iter().find_map(place))
                .collect(),
        }
    }

    /// Returns how much each heading is meant by the words of a sentence, among those of the pillar where one is named.
    pub(super) fn weights(&self, text: &str, found: &[Cue], pillar: Option<&str>) -> TopicWeights {
        let mut weights = TopicWeights::new();
        for stem in stems_of(text) {
            for (nth, weight) in self.stems.get(&stem).into_iter().flatten() {
                *weights.entry(*nth).or_default() += weight;
            }
        }
        for cue in found {
            if let Cue::Topic(topic, words) = cue
                && let Some(Some(nth)) = self.topics.get(*topic)
            {
                let weight = if *words > 1 { 4.0 } else { 3.0 };
                *weights.entry(*nth).or_default() += weight;
            }
        }
        let of_pillar = |nth: &usize| {
            let heading = self.framework.headings.get(*nth);
            pillar.is_none_or(|pillar| heading.is_some_and(|it| it.pillar == pillar))
        };
        weights.retain(|nth, _| of_pillar(nth));
        weights
    }

    /// Returns the group of the framework's plan of each heading, by its place.
    pub(super) fn groups(&self) -> Vec<usize> {
        let headings = self.framework.headings.iter();
        let plan = &self.framework.plan;
        let group = |heading: &Heading| plan.iter().position(|ids| ids.contains(&heading.id));
        headings.map(|it| group(it).unwrap_or(plan.len())).collect()
    }

    /// Returns the place of a heading.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.framework.headings.iter().position(|it| it.id == id)
    }

    /// Returns the heading that is meant most, where one clearly is.
    pub(super) fn most(&self, weights: &TopicWeights) -> Option<String> {
        // Of equals the first of the framework.
        let most = weights
            .iter()
            .max_by(|(one, a), (two, b)| a.total_cmp(b).then(two.cmp(one)));
        let (nth, _) = most.filter(|(_, weight)| **weight >= ENOUGH)?;
        self.framework.headings.get(*nth).map(|it| it.id.clone())
    }

    /// Returns the heading or pillar that a heading of a text names.
    pub(super) fn headed(&self, text: &str) -> Option<Headed> {
        let names = |it: &&Heading| {
            let all = [&it.title, &it.topic, &it.question, &it.id];
            all.iter().any(|name| !name.is_empty() && same(name, text))
        };
        let heading = || self.framework.headings.iter().find(names);
        let pillar = || {
            let named = self
                .framework
                .pillars
                .iter()
                .find(names)
                .map(|it| it.id.as_str());
            let mut pillars = self.framework.headings.iter().map(|it| it.pillar.as_str());
            named.or_else(|| pillars.find(|it| !it.is_empty() && same(it, text)))
        };
        heading()
            .map(|it| Headed::Heading(it.id.clone()))
            .or_else(|| pillar().map(|it| Headed::Pillar(it.to_owned())))
            .or_else(|| {
                let found = super::cues::spot(text);
                let weights = self.weights(text, &found, None);
                self.most(&weights).map(Headed::Heading)
            })
    }
}

/// Returns how the words of weight in a text begin: "prevention" and "preventing" are one.
fn stems_of(text: &str) -> BTreeSet<String> {
    let light = &crate::assessment::vocabulary().light;
    let words = words_of(text).into_iter();
    words
        .filter(|word| word.len() > 3 && !light.contains(&word.as_str()))
        .map(|word| word.chars().take(6).collect())
        .collect()
}
