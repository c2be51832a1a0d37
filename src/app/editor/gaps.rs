//! What is missing from a print: words that are read out or printed and that nobody has written yet. They are problems of
//! the check's, and nothing else finds any.

use super::DraftEditor;
use crate::check::{Problem, Severity};
use crate::text::{agreeing, counted};

/// The gaps that a message names; of others it says how many there are.
const NAMED: usize = 2;

impl DraftEditor {
    /// Returns the gaps of what is printed, each in a line: where it is, what is wrong, what would be right.
    pub(in crate::app) fn gaps(&self) -> Vec<String> {
        let line = |problem: &Problem| {
            let page = self.page_of_problem(problem);
            let page = page.map_or_else(String::new, |title| format!("{title}: "));
            format!("! {page}{}; {}", problem.what, problem.remedy)
        };
        self.each_gap().map(line).collect()
    }

    /// Returns the gaps in a few words, for whoever has printed: " with 1 gap, the inspector's office (About)"; empty where
    /// there are none.
    fn gaps_told(&self) -> String {
        let named = |problem: &Problem| {
            let name = problem.named(&self.assessment, &self.framework);
            match self.page_of_problem(problem) {
                Some(page) => format!("{name} ({page})"),
                None => name,
            }
        };
        let many = self.each_gap().count();
        let mut names: Vec<String> = self.each_gap().take(NAMED).map(named).collect();
        if many > NAMED {
            names.push(format!("{} more", many - NAMED));
        }
        match many {
            0 => String::new(),
            _ => format!(" with {}, {}", counted(many, "gap"), names.join(", ")),
        }
    }

    /// Returns what whoever has printed is told unasked: the gaps, and how many warnings the draft stands under, which the
    /// `key` lists. Empty where there is nothing of either.
    pub(in crate::app) fn told_of_print(&self, key: &str) -> String {
        let gaps = self.gaps_told();
        let told = |it: &&Problem| it.severity != Severity::Advice && !it.leaves_gap();
        let many = self.problems().all().iter().filter(told).count();
        let with = if gaps.is_empty() { " with" } else { ", and" };
        match many {
            0 => gaps,
            _ => {
                let (warnings, them) = (counted(many, "warning"), agreeing(many, "it", "them"));
                format!("{gaps}{with} {warnings}: {key} lists {them}")
            }
        }
    }

    fn each_gap(&self) -> impl Iterator<Item = &Problem> {
        self.problems().all().iter().filter(|it| it.leaves_gap())
    }

    /// Returns the title of the page on which a problem is.
    fn page_of_problem(&self, problem: &Problem) -> Option<&str> {
        let place = self.place_of(problem)?;
        let (page, _) = self.shown_on(&place)?;
        Some(self.page_title(page))
    }
}
