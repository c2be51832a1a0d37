//! Findings that are marked, so that what is done is done to all of them.
//!
//! A command works on *the chosen findings*: those that are marked or, where none is, the one at the cursor. One that
//! knows one finding alone says so while some are marked.

use std::collections::BTreeSet;

use super::{Choice, DraftEditor, EditorRow, SearchPlace, choices};
use crate::assessment::{Edit, Finding, FindingField, List, Place, Shape, Value};

/// The values that a choice sets of several findings.
#[derive(Debug)]
pub(in crate::app) struct Spread {
    /// The values to be set.
    pub(in crate::app) sets: Vec<(Place, Option<Value>)>,
    /// The number of findings that have no such choice.
    pub(in crate::app) unfit: usize,
}

impl DraftEditor {
    /// Returns true where a finding is marked.
    pub fn is_marked(&self, at: usize) -> bool {
        let finding = self.assessment.findings.get(at);
        !self.marks.is_empty() && finding.is_some_and(|it| self.marks.contains(&it.id))
    }

    /// Returns the number of findings that are marked.
    pub fn marked(&self) -> usize {
        self.marks.len()
    }

    /// Returns the findings that commands work on, by their places: those that are marked, else the one at the cursor.
    /// What is shown in its details is chosen by that.
    pub(in crate::app) fn chosen(&self) -> Vec<usize> {
        match self.marks.is_empty() || self.detail.is_some() {
            true => self.finding().into_iter().collect(),
            false => {
                let all = 0..self.assessment.findings.len();
                all.filter(|at| self.is_marked(*at)).collect()
            }
        }
    }

    /// Returns the one of the chosen findings that a list or a question is about: that at the cursor, else the first.
    pub(in crate::app) fn first_chosen(&self) -> Option<usize> {
        let chosen = self.chosen();
        let here = self.finding().filter(|at| chosen.contains(at));
        here.or(chosen.first().copied())
    }

    /// Returns the findings that what was answered about one is done to: all that are chosen, where it is among them.
    pub(in crate::app) fn chosen_with(&self, at: usize) -> Vec<usize> {
        let chosen = self.chosen();
        match chosen.contains(&at) {
            true => chosen,
            false => vec![at],
        }
    }

    /// Lets go of marks whose findings are gone.
    pub(super) fn prune_marks(&mut self) {
        if !self.marks.is_empty() {
            let ids: BTreeSet<&str> = self.assessment.ids(List::Findings).collect();
            self.marks.retain(|id| ids.contains(id.as_str()));
        }
    }

    /// Lets go of all marks. False where there are none.
    pub(in crate::app) fn unmark(&mut self) -> bool {
        !std::mem::take(&mut self.marks).is_empty()
    }

    fn id_of(&self, at: usize) -> Option<String> {
        let finding = self.assessment.findings.get(at)?;
        Some(finding.id.clone()).filter(|id| !id.is_empty())
    }

    /// Marks the finding at the cursor, or no longer.
    pub(in crate::app) fn toggle_mark(&mut self) {
        if let Some(id) = self.finding().and_then(|at| self.id_of(at))
            && !self.marks.remove(&id)
        {
            self.marks.insert(id);
        }
    }

    /// Marks the finding at the cursor and the one below or above, and goes there.
    pub(in crate::app) fn mark_on(&mut self, down: bool) {
        let here = self.finding().and_then(|at| self.id_of(at));
        let before = self.row;
        self.step(if down { 1 } else { -1 });
        match self.finding().and_then(|at| self.id_of(at)) {
            Some(there) => self.marks.extend(here.into_iter().chain([there])),
            // What is no finding is not gone to.
            None => {
                self.row = before;
                self.marks.extend(here);
            }
        }
    }

    /// Marks every finding that has the words which are looked for or, where none are, every one of the page; none of
    /// them any longer where all are marked.
    pub(in crate::app) fn mark_all(&mut self) {
        let found: Vec<usize> = match self.search.clone() {
            Some(query) => {
                self.look_for(query);
                self.look_through();
                let finding = |place: &SearchPlace| match place {
                    SearchPlace::Text(Place::Finding(at, _) | Place::Recommendation(at, ..)) => {
                        Some(*at)
                    }
                    _ => None,
                };
                self.found().filter_map(finding).collect()
            }
            None => {
                let finding = |row: &EditorRow| match row {
                    EditorRow::Finding(at) => Some(*at),
                    _ => None,
                };
                self.rows.iter().filter_map(finding).collect()
            }
        };
        let ids: Vec<String> = found.iter().filter_map(|at| self.id_of(*at)).collect();
        if ids.iter().all(|id| self.marks.contains(id)) {
            for id in &ids {
                self.marks.remove(id);
            }
        } else {
            self.marks.extend(ids);
        }
    }

    /// Returns what a choice for a field of one finding sets of all that are chosen with it: in each, what is called so
    /// among its own choices.
    pub(in crate::app) fn spread(&self, at: usize, field: FindingField, choice: &Choice) -> Spread {
        let mut spread = Spread {
            sets: Vec::new(),
            unfit: 0,
        };
        let chosen = self.chosen_with(at);
        if chosen.len() < 2 {
            spread.sets.clone_from(&choice.sets);
            return spread;
        }
        for other in chosen {
            let place = Place::Finding(other, field);
            let is_list = place.shape() == Shape::List;
            let own = choices(&self.assessment, &self.framework, &place);
            let own = own.into_iter().find(|own| own.label == choice.label);
            match own {
                // Of a list each choice is the other way about: what one has no longer, none has.
                Some(own) if is_list && own.current != choice.current => {}
                Some(own) => spread.sets.extend(own.sets),
                None => spread.unfit += 1,
            }
        }
        spread
    }

    /// Returns the edits that take the chosen findings out.
    pub(super) fn removing(&self, chosen: &[usize]) -> Vec<Edit> {
        let removed = chosen.iter().rev().filter_map(|at| {
            let item = self.assessment.item(List::Findings, *at)?;
            Some(Edit::Remove { at: *at, item })
        });
        removed.collect()
    }

    /// Returns the edits by which each of the findings changes places with its neighbour under the same heading, keeping
    /// their order: what stands at the end already stays there.
    pub(super) fn shifting(&self, chosen: &[usize], up: bool) -> Vec<Edit> {
        // The findings as they come to stand, by where they stand now.
        let mut order: Vec<usize> = (0..self.assessment.findings.len()).collect();
        let heading = |at: usize| {
            let finding = self.assessment.findings.get(at);
            finding.map_or("", |finding: &std::sync::Arc<Finding>| {
                finding.heading.as_str()
            })
        };
        let mut edits = Vec::new();
        let steps: Vec<usize> = match up {
            true => chosen.to_vec(),
            false => chosen.iter().rev().copied().collect(),
        };
        for at in steps {
            let Some(from) = order.iter().position(|other| *other == at) else {
                continue;
            };
            let same = |other: &&usize| heading(**other) == heading(at);
            let neighbour = match up {
                true => order.iter().take(from).rfind(same),
                false => order.iter().skip(from + 1).find(same),
            };
            let to = neighbour.filter(|other| !chosen.contains(other));
            let to = to.and_then(|other| order.iter().position(|each| each == other));
            if let Some(to) = to {
                let moved = order.remove(from);
                order.insert(to, moved);
                let list = List::Findings;
                edits.push(Edit::Move { list, from, to });
            }
        }
        edits
    }
}
