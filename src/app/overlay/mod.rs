//! Overlays, which lie over a screen until they are answered: lists to choose from, questions, pages to read.

mod comparison;
mod mapping;
mod page;
mod palette;
mod picker;
mod problems;
mod provenance;
mod question;

pub use comparison::{ComparedValue, Comparison, ComparisonKind};
pub use mapping::{MappingRow, MappingTable};
pub use page::{PageKind, PagePosition, PrintForm, TextPage};
pub use palette::Palette;
pub use picker::{MissingAnswer, Picker, PickerPurpose};
pub use problems::ProblemList;
pub use question::{Question, QuestionKind};

use super::command::Scope;

/// Something over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// A choice for a field.
    Picker(Picker),
    /// A choice of command.
    Palette(Palette),
    /// A line to be filled in.
    Question(Question),
    /// A page to be read.
    Page(TextPage),
    /// Two versions side by side.
    Comparison(Comparison),
    /// The mapping of the headings of a framework to another's.
    Mapping(MappingTable),
    /// The problems that the checks find.
    Problems(ProblemList),
}

impl Overlay {
    /// Returns where its keys are looked up.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Picker(_) | Self::Palette(_) => Scope::Choosing,
            Self::Question(_) => Scope::Asking,
            Self::Page(page) => match page.kind {
                PageKind::Help | PageKind::Provenance => Scope::Reading,
                PageKind::Print(_) => Scope::Printing,
            },
            Self::Mapping(_) => Scope::Mapping,
            Self::Problems(_) => Scope::Checking,
            Self::Comparison(comparison) => match comparison.compared {
                ComparisonKind::Merged
                | ComparisonKind::Replaced
                | ComparisonKind::OlderCopy
                | ComparisonKind::Stale => Scope::Comparing,
                ComparisonKind::RecoveredEdits => Scope::Recovering,
            },
        }
    }
}

/// A list that is narrowed by typing: which of the items are shown, and which is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// The typed text.
    pub filter: String,
    /// The chosen item, counted among those shown.
    pub at: usize,
}

impl Narrowing {
    /// Moves the choice, staying within so many items.
    pub fn step(&mut self, by: isize, many: usize) {
        let last = many.saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// Takes the last character of the filter away, or its last word, or all of it.
    pub fn erase(&mut self, what: crate::text::Erase) {
        let keep = match what {
            crate::text::Erase::Back => {
                crate::text::grapheme::prev(&self.filter, self.filter.len())
            }
            crate::text::Erase::WordBack => {
                crate::text::grapheme::prev_word(&self.filter, self.filter.len())
            }
            _ => 0,
        };
        self.filter.truncate(keep);
        self.at = 0;
    }

    /// Adds to the filter.
    pub fn narrow(&mut self, typed: &str) {
        self.filter.push_str(typed);
        self.at = 0;
    }
}
