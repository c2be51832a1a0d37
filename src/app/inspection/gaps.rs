//! What is missing from the print of an inspection.

use super::Grid;
use crate::assessment::Address;
use crate::check::{Problem, gaps_of_inspection};
use crate::text::counted;

impl Grid {
    /// Returns the gaps of what is printed, each in a line.
    pub(in crate::app) fn gaps(&self) -> Vec<String> {
        let line = |(body, problem): (String, Problem)| {
            let of = match body.is_empty() {
                true => String::new(),
                false => format!("{body}: "),
            };
            format!("! {of}{}; {}", problem.what, problem.remedy)
        };
        let gaps = gaps_of_inspection(&self.inspection, &self.inspected());
        gaps.into_iter().map(line).collect()
    }

    /// Returns what whoever has printed is told unasked: how many gaps there are, and what the first of them is; `key` says
    /// the day of publication. Empty where there are none.
    pub(in crate::app) fn told_of_print(&self, key: &str) -> String {
        let gaps = gaps_of_inspection(&self.inspection, &self.inspected());
        let Some((body, first)) = gaps.first() else {
            return String::new();
        };
        let what = match body.is_empty() {
            true if first.place == Address::Field("published".to_owned()) => {
                format!("no day of publication ({key} says it)")
            }
            true => first.what.clone(),
            false => format!("{body}: {}", first.what),
        };
        let more = match gaps.len() - 1 {
            0 => String::new(),
            more => format!(", {more} more"),
        };
        format!(" with {}, {what}{more}", counted(gaps.len(), "gap"))
    }
}
