//! The list of frameworks, of which one is chosen for a draft.

use std::cmp::Reverse;
use std::sync::Arc;

use super::picker::{Picker, PickerPurpose};
use crate::app::editor::Choice;
use crate::app::effect::FrameworkPurpose;
use crate::assessment::Framework;
use crate::text::{agreeing, year_in};

impl Picker {
    /// Returns what is told where nothing is chosen: what was to be begun under a framework is not.
    pub(in crate::app) fn given_up(&self) -> Option<String> {
        let PickerPurpose::Framework(purpose, _) = &self.purpose else {
            return None;
        };
        let of = match purpose {
            FrameworkPurpose::New(body) | FrameworkPurpose::Body(body) => format!(" of {body}"),
            FrameworkPurpose::NextYear { year, .. } => format!(" of {year}"),
            FrameworkPurpose::Example | FrameworkPurpose::Change => return None,
        };
        Some(format!("No draft{of} was begun."))
    }

    /// Returns a list of frameworks.
    pub fn of_frameworks(
        purpose: FrameworkPurpose,
        mut all: Vec<Arc<Framework>>,
        likely: &str,
        refused: usize,
    ) -> Self {
        // The newest round is the one that is begun; what has no year comes before all.
        all.sort_by_key(|it| year_in(&it.title).map(Reverse));
        // Only a draft that is there has one now.
        let is_now = purpose == FrameworkPurpose::Change;
        let choice = |framework: &Arc<Framework>| {
            let is_likely = framework.id == likely;
            Choice {
                suggested: (is_likely && !is_now).then_some(true),
                ..Choice::plain(&framework.title, &framework.about, is_likely && is_now)
            }
        };
        let choices = all.iter().map(choice).collect();
        let lit = all.iter().position(|it| it.id == likely).unwrap_or(0);
        let title = match &purpose {
            FrameworkPurpose::New(_)
            | FrameworkPurpose::Body(_)
            | FrameworkPurpose::NextYear { .. } => "Under which framework?",
            FrameworkPurpose::Change => "To which framework?",
            FrameworkPurpose::Example => "The example of which framework?",
        };
        let mut picker = Self::over(title, PickerPurpose::Framework(purpose, all), choices);
        picker.list.light(lit);
        picker.update_preview(None);
        picker.note = match refused {
            0 => String::new(),
            many => {
                let are = agreeing(many, "is", "are");
                format!("{many} of your own {are} refused; `assay frameworks` tells why.")
            }
        };
        picker
    }
}
