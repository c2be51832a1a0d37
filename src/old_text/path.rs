//! The way that an old text takes through the headings of a framework.
//!
//! A statement goes through the headings mostly in their order, and stays with one for some sentences. So the heading of a
//! sentence is not only what its own words say: of all ways through the headings the likeliest is taken, by what each
//! sentence says and by the steps between them.

use super::topics::TopicWeights;

/// A sentence on the way.
#[derive(Clone, Debug, Default)]
pub(super) struct Waymark {
    /// How much each heading is meant, by its place in the framework.
    pub(super) weights: TopicWeights,
    /// The heading that the text says.
    pub(super) fixed: Option<usize>,
    /// True where it leans on the sentence before.
    pub(super) leans: bool,
    /// True where a paragraph begins with it.
    pub(super) begins: bool,
}

/// The cost of a step to another heading: to the next, further on, and back.
const NEXT: f64 = 0.9;
const ONWARDS: f64 = 1.3;
const BACK: f64 = 2.2;
/// The cost that is added to a step back where it goes to another group of the plan.
const BACK_GROUP: f64 = 1.5;
/// The cost that is added to any step where a sentence leans on the one before, or stands in its paragraph and goes to another group.
const LEANS: f64 = 2.5;
const IN_PARAGRAPH: f64 = 1.2;
/// The cost of staying where a paragraph begins.
const BEGINS: f64 = 0.5;

/// Returns the heading of each sentence, by its place in the framework; `groups` has the group of each.
pub(super) fn way(marks: &[Waymark], groups: &[usize]) -> Vec<usize> {
    let many = groups.len();
    let mut best = vec![0.0; many];
    let mut came: Vec<Vec<usize>> = Vec::with_capacity(marks.len());
    for (nth, mark) in marks.iter().enumerate() {
        let said = |heading: usize| match mark.fixed {
            Some(fixed) if fixed == heading => 50.0,
            Some(_) => -50.0,
            // One word too many does not turn the way.
            None => mark
                .weights
                .get(&heading)
                .copied()
                .unwrap_or_default()
                .min(9.0),
        };
        let mut next = Vec::with_capacity(many);
        let mut from = Vec::with_capacity(many);
        for heading in 0..many {
            let reached = best.iter().enumerate().map(|(before, worth)| {
                let step = match nth {
                    0 => start(heading),
                    _ => step(mark, before, heading, groups),
                };
                (before, worth - step)
            });
            let most = reached.max_by(|(one, a), (two, b)| a.total_cmp(b).then(two.cmp(one)));
            let (before, worth) = most.unwrap_or((heading, 0.0));
            next.push(worth + said(heading));
            from.push(before);
        }
        best = next;
        came.push(from);
    }
    let last = best.iter().enumerate();
    let last = last.max_by(|(one, a), (two, b)| a.total_cmp(b).then(two.cmp(one)));
    let mut at = last.map_or(0, |(heading, _)| heading);
    let mut way = Vec::with_capacity(marks.len());
    for from in came.iter().rev() {
        way.push(at);
        at = from.get(at).copied().unwrap_or(at);
    }
    way.reverse();
    way
}

/// Returns what it costs to begin with a heading: most texts begin with the first.
fn start(heading: usize) -> f64 {
    [0.0, 0.8, 1.4].get(heading).copied().unwrap_or(1.8)
}

/// Returns what a step from one heading to another costs.
fn step(mark: &Waymark, before: usize, heading: usize, groups: &[usize]) -> f64 {
    if before == heading {
        return if mark.begins { BEGINS } else { 0.0 };
    }
    let same_group = groups.get(before) == groups.get(heading);
    let mut cost = match heading.checked_sub(before) {
        Some(1) => NEXT,
        Some(_) => ONWARDS,
        None if same_group => BACK,
        None => BACK + BACK_GROUP,
    };
    if mark.leans {
        cost += LEANS;
    }
    if !mark.begins && !same_group {
        cost += IN_PARAGRAPH;
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(heading: usize, weight: f64, begins: bool) -> Waymark {
        Waymark {
            weights: TopicWeights::from([(heading, weight)]),
            begins,
            ..Waymark::default()
        }
    }

    #[test]
    fn a_sentence_without_words_of_its_own_stays_and_a_weak_word_does_not_turn_the_way() {
        let groups = [0, 0, 1, 1];
        let marks = [
            mark(1, 4.0, true),
            mark(0, 0.0, false),
            mark(0, 1.0, false),
            mark(2, 3.0, true),
            mark(3, 0.5, false),
        ];
        assert_eq!(way(&marks, &groups), [1, 1, 1, 2, 2]);
        // What the text says itself, and many words, lead anywhere.
        let said = Waymark {
            fixed: Some(2),
            ..Waymark::default()
        };
        assert_eq!(way(&[said, mark(0, 9.0, false)], &groups), [2, 0]);
        assert!(way(&[], &groups).is_empty());
    }
}
