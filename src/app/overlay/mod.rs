//! Overlays, which lie over a screen until they are answered: lists to choose from, questions, pages to read.

mod asked;
mod comparison;
mod few_answers;
mod frameworks;
mod lists;
mod mapping;
mod page;
mod palette;
mod picker;
mod print_page;
mod problems;
mod provenance;
mod question;
mod read_aloud;
mod search;

pub use comparison::{ComparedValue, Comparison, ComparisonKind};
pub use few_answers::{Intake, MissingAnswer, SpellingAnswer};
pub(super) use lists::THEME;
pub use lists::theme_looked_at;
pub use mapping::{MappingRow, MappingTable};
pub use page::{FormatSet, PageKind, PagePosition, PrintForm, TextPage, hanging};
pub use palette::Palette;
pub use picker::{Picker, PickerPurpose};
pub use problems::ProblemList;
pub(in crate::app) use question::AwaitedNews;
pub use question::{LibraryFile, Question, QuestionKind};
pub(super) use read_aloud::Pace;
pub use read_aloud::{DueSentence, ReadAloud};
pub use search::{ReplacementList, SearchList};

use super::box_names::{COMMANDS, KEYS, SEARCH};
use super::editor::DraftEditor;
use super::field::TextField;
use super::layout::step;
use super::scope::Scope;
use crate::assessment::{Address, Place};

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
    /// The statement alone, to be read aloud.
    Aloud(ReadAloud),
    /// Words that are looked for in the draft.
    Search(SearchList),
    /// The texts in which words are to be replaced.
    Replacement(ReplacementList),
}

impl Overlay {
    /// Returns where its keys are looked up.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Picker(_) | Self::Palette(_) => Scope::Choosing,
            Self::Search(_) => Scope::Searching,
            Self::Replacement(_) => Scope::Replacing,
            Self::Question(_) => Scope::Asking,
            Self::Page(page) => match page.kind {
                PageKind::Provenance => Scope::Reading,
                PageKind::Print(_) => Scope::Printing,
                PageKind::Interruption => Scope::Interrupted,
            },
            Self::Mapping(_) => Scope::Mapping,
            Self::Problems(_) => Scope::Checking,
            Self::Aloud(_) => Scope::Aloud,
            Self::Comparison(comparison) => match comparison.compared {
                ComparisonKind::Merged
                | ComparisonKind::Replaced
                | ComparisonKind::OlderCopy
                | ComparisonKind::Stale => Scope::Comparing,
                ComparisonKind::RecoveredEdits => Scope::Recovering,
            },
        }
    }

    /// Returns the statement that is read aloud, where it is that.
    pub(super) fn aloud(&mut self) -> Option<&mut ReadAloud> {
        match self {
            Self::Aloud(reading) => Some(reading),
            _ => None,
        }
    }

    /// Returns the field in which words are typed, where it has one.
    pub fn field(&self) -> Option<&TextField> {
        match self {
            Self::Picker(picker) => picker.field(),
            Self::Palette(palette) => Some(&palette.field),
            Self::Question(question) => Some(&question.field),
            Self::Search(search) => Some(&search.field),
            Self::Replacement(_)
            | Self::Page(_)
            | Self::Comparison(_)
            | Self::Mapping(_)
            | Self::Problems(_)
            | Self::Aloud(_) => None,
        }
    }

    /// Returns the same, to be typed in.
    pub(super) fn field_mut(&mut self) -> Option<&mut TextField> {
        match self {
            Self::Picker(picker) => picker.field_mut(),
            Self::Palette(palette) => Some(&mut palette.field),
            Self::Question(question) => Some(&mut question.field),
            Self::Search(search) => Some(&mut search.field),
            Self::Replacement(_)
            | Self::Page(_)
            | Self::Comparison(_)
            | Self::Mapping(_)
            | Self::Problems(_)
            | Self::Aloud(_) => None,
        }
    }

    /// Goes up or down in its list, where it has one.
    pub(super) fn step(&mut self, by: isize, editor: Option<&mut DraftEditor>) {
        match self {
            Self::Picker(picker) => {
                picker.list.step(by);
                picker.update_preview(editor);
            }
            Self::Palette(it) => it.list.step(by),
            Self::Comparison(it) => step(&mut it.at, by, it.pairs.len()),
            Self::Mapping(it) => step(&mut it.at, by, it.rows.len()),
            Self::Problems(it) => it.list.step(by),
            Self::Replacement(it) => it.list.step(by),
            Self::Search(it) => {
                it.list.step(by);
                if let Some(editor) = editor {
                    it.follow(editor);
                }
            }
            Self::Question(_) | Self::Page(_) | Self::Aloud(_) => {}
        }
    }

    /// Returns the place of the value that is chosen in it, where it is a list of them.
    pub(super) fn value_place(&self) -> Option<&Place> {
        match self {
            Self::Picker(Picker {
                purpose: PickerPurpose::Value(place),
                ..
            }) => Some(place),
            _ => None,
        }
    }

    /// Returns it after others have changed the draft: a list of values follows what it is of, and goes where that
    /// is gone.
    pub(super) fn following(self, of: Option<Address>, editor: &mut DraftEditor) -> Option<Self> {
        match (self, of) {
            (Self::Picker(picker), Some(of)) => {
                let place = editor.assessment.place_of(&of)?;
                let mut again = Picker::new(&picker.title, editor, place)?;
                again.resume(picker, Some(editor));
                Some(Self::Picker(again))
            }
            (other, _) => Some(other),
        }
    }

    /// Shows what follows from the words in its field.
    pub(super) fn field_changed(&mut self, editor: Option<&mut DraftEditor>) {
        match self {
            Self::Picker(picker) => picker.narrow(editor),
            Self::Palette(palette) => palette.list.narrow(palette.field.text()),
            Self::Question(question) => question.typed(),
            Self::Search(search) => {
                if let Some(editor) = editor {
                    search.narrow(editor);
                }
            }
            Self::Replacement(_)
            | Self::Page(_)
            | Self::Comparison(_)
            | Self::Mapping(_)
            | Self::Problems(_)
            | Self::Aloud(_) => {}
        }
    }

    /// Returns what its field is about, or what it is called.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Picker(picker) => format!("the list “{}”", picker.title),
            Self::Palette(palette) => match palette.help {
                true => KEYS.to_owned(),
                false => COMMANDS.to_owned(),
            },
            Self::Question(question) => question.asked.name(),
            Self::Page(page) => page.title.clone(),
            Self::Search(_) => "the draft".to_owned(),
            Self::Comparison(_)
            | Self::Mapping(_)
            | Self::Problems(_)
            | Self::Replacement(_)
            | Self::Aloud(_) => String::new(),
        }
    }

    /// Returns the name by which the words in its field are kept, or `None` where there are none to be kept.
    pub(super) fn box_name(&self) -> Option<String> {
        let secret = matches!(self, Self::Question(question) if question.asked.is_secret());
        let field = self.field().filter(|_| !secret)?;
        Some(match field.is_search() {
            true => format!("{SEARCH}{}", self.name()),
            false => self.name(),
        })
    }
}
