//! The grounds that lay before the inspector when a grade, a reason or the opening was chosen.
//!
//! Who works down a page judges first and writes below it what was found: that a judgment is older than what is there
//! is told there only when its page is left, and the same of the opening, which goes by every grade. It is counted at once,
//! and whoever asks for problems or prints is told of it: then what is told here is what `assay check` and the library tell.
//! What was told when the page was come to stays in sight. One key says that a judgment is still so.

use super::{DraftEditor, Page};
use crate::assessment::{Address, JudgmentField, OverallField, Place, Value};
use crate::check::{Problem, Rule};
use crate::statement::{judgment_basis, overall_basis};

/// The problems of judgments that were told when a page was come to.
#[derive(Debug, Default)]
pub(super) struct HeldPage {
    page: Option<Page>,
    /// True where something is held back.
    pub(super) hides: bool,
    told: Vec<(Rule, Address)>,
}

impl DraftEditor {
    /// Returns what a judgment that is made now stands on, and where that is kept, or `None` for places that are no judgment.
    pub(in crate::app) fn stands_on_now(&self, place: &Place) -> Option<(Place, Option<Value>)> {
        let (kept, lines) = match place {
            Place::Judgment(id, field) => {
                let kept = match field {
                    JudgmentField::Grade => JudgmentField::GradeStoodOn,
                    JudgmentField::Rationale => JudgmentField::RationaleStoodOn,
                    _ => return None,
                };
                let lines = judgment_basis(&self.assessment, &self.framework, id);
                (Place::Judgment(id.clone(), kept), lines)
            }
            Place::Overall(field) => {
                let kept = match field {
                    OverallField::Stance => OverallField::StanceStoodOn,
                    OverallField::Grade => OverallField::GradeStoodOn,
                    OverallField::Rationale => OverallField::RationaleStoodOn,
                    _ => return None,
                };
                let lines = overall_basis(&self.assessment, &self.framework);
                (Place::Overall(kept), lines)
            }
            _ => return None,
        };
        // Where there was nothing, that is remembered too.
        let lines = match lines.is_empty() {
            true => vec!["nothing".to_owned()],
            false => lines,
        };
        Some((kept, Some(Value::List(lines))))
    }

    /// Returns the judgment that a problem tells to be older than what is there now.
    pub(in crate::app) fn stale_judgment(&self, problem: &Problem) -> Option<Place> {
        match (problem.rule, &problem.place) {
            (Rule::GradeStale, Address::Judgment(id)) => {
                Some(Place::Judgment(id.clone(), JudgmentField::Grade))
            }
            (Rule::RationaleStale, Address::Judgment(id)) => {
                Some(Place::Judgment(id.clone(), JudgmentField::Rationale))
            }
            (Rule::GradeStale | Rule::RationaleStale | Rule::OpeningStale, address) => {
                self.assessment.place_of(address)
            }
            _ => None,
        }
    }

    /// Says of a judgment that it is still so, on what is there now.
    pub(super) fn is_still_so(&mut self, place: &Place) -> Result<String, String> {
        let now = self.stands_on_now(place);
        self.stop_typing();
        self.set_values(&now.into_iter().collect::<Vec<_>>())?;
        let named = place.named(&self.assessment, &self.framework);
        Ok(format!("Still so: {named}."))
    }

    /// Returns a test of problems that are told now, and keeps what was told when another page was come to.
    pub(super) fn told_now(&mut self, all: &[Problem]) -> impl Fn(&Problem) -> bool + use<> {
        if self.proof.reported && self.held.page != Some(self.page) {
            let stale = all.iter().filter(|problem| is_stale(problem));
            let about = |problem: &Problem| (problem.rule, problem.place.clone());
            self.held = HeldPage {
                page: Some(self.page),
                hides: false,
                told: stale.map(about).collect(),
            };
        }
        let here = self.judged_id(self.page).map(str::to_owned);
        let told = self.held.told.clone();
        move |problem| {
            // What is said of the whole goes by every grade, and so by what is judged on any page.
            let worked_on = match &problem.place {
                Address::Judgment(id) => here.as_ref() == Some(id),
                _ => true,
            };
            let is_told = || told.contains(&(problem.rule, problem.place.clone()));
            !is_stale(problem) || !worked_on || is_told()
        }
    }

    /// Tells what was held back on a page that is left, or that was asked for.
    pub(in crate::app) fn tell_held(&mut self) {
        if self.held.hides {
            self.held.page = None;
            self.combine_reports();
        }
    }
}

/// Returns true for problems that tell of a judgment older than what is there now.
fn is_stale(problem: &Problem) -> bool {
    matches!(
        problem.rule,
        Rule::GradeStale | Rule::RationaleStale | Rule::OpeningStale
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use super::*;
    use crate::app::OpenedDraft;
    use crate::assessment::{Assessment, Finding, Framework, Grade, Heading, Judgment};
    use crate::check::Levels;

    #[test]
    fn what_was_stale_before_is_told_however_late_its_report_comes() {
        let framework = Framework {
            headings: vec![Heading {
                id: "victims".into(),
                title: "Victims".into(),
                ..Heading::default()
            }],
            ..Framework::default()
        };
        let mut draft = Assessment::new("x", &framework);
        let judgment = Judgment {
            grade: Some(Grade::Good),
            grade_stood_on: vec!["nothing".into()],
            ..Judgment::default()
        };
        let finding = Finding {
            id: "calls".into(),
            heading: "victims".into(),
            text: "The force answers calls.".into(),
            ..Finding::default()
        };
        draft.findings.push(finding.into());
        draft.grades.insert("victims".into(), judgment);
        let opened = OpenedDraft::plain(draft.clone(), Arc::new(framework), "x.toml".into());
        let mut editor = DraftEditor::new(opened, Arc::new(Levels::default()));
        editor.turn_page(Page::Heading(0));
        // The misspelt words come before anything else is known of the draft.
        editor.take_check(draft, None, Vec::new());
        editor.check_changes();
        let mut told = editor.problems().all().iter();
        assert!(told.any(|problem| problem.rule == Rule::GradeStale));
    }
}
