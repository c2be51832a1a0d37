//! What is to be told of the state: a title, numbered rows, what stands at the one that is at hand, the text that is open.
//!
//! The words are the state's own, and those of [`crate::app::shown`]; here they only become lines.

mod boxes;
mod draft;
mod inspection;
mod library;
mod prints;
mod rows;

pub(super) use draft::problems_of;

use crate::app::{Command, Scope, State};

/// The state as it is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct LinearView {
    /// The name that tells it from any other: where this is another, everything is told anew.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// The lines before the rows.
    pub(super) lead: Vec<String>,
    /// Its lines.
    pub(super) lines: Vec<LinearLine>,
    /// The row at hand, counted among the rows.
    pub(super) at: Option<usize>,
    /// The lines that are said of that row beside its words.
    pub(super) detail: Vec<String>,
    /// The text that is open.
    pub(super) text: Option<OpenText>,
    /// The place, in as few words as can be.
    pub(super) prompt: String,
    /// The step of the walk through the example.
    pub(super) walk: Option<String>,
    /// The words for how one of its rows is taken; empty where rows are only heard.
    pub(super) taken: &'static str,
}

/// A line of what is told.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LinearLine {
    /// It is only heard.
    Plain(String),
    /// It can be gone to by its number.
    Row(String),
}

/// The end of a text that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextEnd {
    /// Lines go on until a full stop stands alone.
    FullStop,
    /// A line is all of it.
    Line,
    /// A line is the answer.
    Answer,
    /// A line narrows a list.
    Narrows,
}

impl TextEnd {
    /// Returns true for a text that is typed in place, and not in a box.
    pub(super) fn is_in_place(self) -> bool {
        matches!(self, Self::FullStop | Self::Line)
    }
}

/// A text that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OpenText {
    /// The name that tells it from any other.
    pub(super) id: String,
    /// Its label.
    pub(super) label: String,
    /// The words in it; none of a secret.
    pub(super) words: String,
    /// How it ends.
    pub(super) end: TextEnd,
    /// True where its words are not to be heard.
    pub(super) secret: bool,
    /// The names that are offered.
    pub(super) offers: Vec<String>,
    /// The offered name that would be taken.
    pub(super) lit: Option<usize>,
}

impl LinearView {
    /// Returns what is to be told of a state.
    pub(super) fn of(state: &State) -> Self {
        let mut view = match (state.overlays.last(), &state.editor, &state.grid) {
            (Some(overlay), ..) => boxes::view(state, overlay),
            (None, Some(editor), _) => draft::view(state, editor),
            (None, None, Some(grid)) => inspection::view(state, grid),
            (None, None, None) => library::view(state),
        };
        view.taken = match view.text {
            // How its own rows are taken is told with how it ends.
            Some(_) => "",
            None => by_number(state.scope()).map_or("", |(_, words)| words),
        };
        view.walk = state.walk_step().map(|(walk, words)| {
            let many = walk.many();
            match walk.step() {
                Some(step) => format!("Step {} of {many}, {}: {words}", walk.at + 1, step.title),
                None => words,
            }
        });
        view
    }

    /// Returns the rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().filter_map(|line| match line {
            LinearLine::Row(words) => Some(words.as_str()),
            LinearLine::Plain(_) => None,
        })
    }

    /// Returns the words of the row at hand.
    pub(super) fn row(&self) -> Option<&str> {
        self.rows().nth(self.at?)
    }
}

/// Returns what a number does at its row in a place, and the words that tell it: most often what Enter does on a screen.
/// `None` where rows are only heard.
pub(super) fn by_number(scope: Scope) -> Option<(Command, &'static str)> {
    Some(match scope {
        Scope::Library => (
            Command::OpenDraft,
            "A number opens one; “go 2” only goes to it.",
        ),
        Scope::Inspection => (
            Command::OpenCell,
            "A number opens one; “go 2” only goes to it.",
        ),
        Scope::Headings => (
            Command::OpenHeading,
            "A number opens one; “go 2” only goes to it.",
        ),
        Scope::Findings => (
            Command::Edit,
            "A number opens one, to be written or chosen; “go 2” only tells of it.",
        ),
        Scope::Statement => (
            Command::ShowSource,
            "A number goes to what that sentence stands on; “go 2” only tells of it.",
        ),
        Scope::Choosing => (
            Command::Choose,
            "A number takes one; an empty line leaves things as they are.",
        ),
        Scope::Searching => (
            Command::GoToFound,
            "A number goes there; an empty line goes back.",
        ),
        Scope::Asking => (Command::Answer, "A number takes one."),
        // What Enter does there is done to all of them.
        Scope::Replacing => (
            Command::LeaveText,
            "A number leaves that text as it is, or no longer; “replace-chosen” replaces, an empty line goes back.",
        ),
        Scope::Comparing | Scope::Recovering => (
            Command::GoThere,
            "A number goes to where the words stand; “go 2” only tells of them, an empty line goes back.",
        ),
        Scope::Checking => (
            Command::GoThere,
            "A number goes there; “go 2” only tells what to do, an empty line goes back.",
        ),
        Scope::Mapping => (
            Command::MapHeading,
            "A number chooses where that heading goes; “apply-framework” changes it, an empty line goes back.",
        ),
        Scope::Typing | Scope::Reading | Scope::Aloud | Scope::Printing | Scope::Interrupted => {
            return None;
        }
    })
}
