//! Every problem of the draft, in a list to be walked through.

use crate::app::editor::DraftEditor;
use crate::check::Problem;

/// The list of problems as it was when it was last looked at.
#[derive(Clone, Debug)]
pub struct ProblemList {
    /// The problems, the gravest first.
    pub problems: Vec<Problem>,
    /// The one that is looked at.
    pub at: usize,
    /// The number of those that the draft lets stand, with a reason.
    pub accepted: usize,
}

impl ProblemList {
    /// Returns the problems of a draft, with the cursor at the same place of the list as before, or `None` where there are none.
    pub fn of(editor: &DraftEditor, at: usize) -> Option<Self> {
        let problems = editor.problems().all().to_vec();
        let last = problems.len().checked_sub(1)?;
        Some(Self {
            problems,
            at: at.min(last),
            accepted: editor.problems().accepted(),
        })
    }

    /// Returns the problem that is looked at.
    pub fn problem(&self) -> Option<&Problem> {
        self.problems.get(self.at)
    }
}
