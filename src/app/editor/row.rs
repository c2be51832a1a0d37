//! One row of the middle pane: what it shows, and which value it stands for.

use crate::assessment::{
    EvidenceField, FigureField, FindingField, List, Place, Shape, TrayItemField,
};

/// A row of the middle pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorRow {
    /// A title between rows.
    Section(&'static str),
    /// The framework's question.
    Question(String),
    /// Something to look at while writing.
    Prompt(String),
    /// A characteristic of good.
    Good(String),
    /// A field.
    Field(Place),
    /// A finding, by its place in the draft.
    Finding(usize),
    /// An item of the look-ahead.
    Outlook(usize),
    /// A figure.
    Figure(usize),
    /// An item of evidence.
    Evidence(usize),
    /// Last year's judgment: of a heading or pillar, or of the whole.
    LastYear(String),
    /// The state of last year's draft.
    Predecessor,
    /// The scale above the grades of the overview.
    Scale,
    /// A grade of the overview: of a heading, a pillar or the whole.
    Graded(String),
    /// Something that waits in the tray, by its place there.
    TrayItem(usize),
    /// There are no findings here yet.
    NoFindings,
    /// There are no items here yet; with what they are for.
    NoItems(&'static str),
}

/// The label of what last year's draft says of a heading.
const LAST_YEAR_LABEL: &str = "Last year";

impl EditorRow {
    /// Returns the label that stands before it, where it has one.
    pub fn label(&self) -> Option<&'static str> {
        match self {
            Self::Field(place) => place.shown_label(),
            Self::LastYear(_) => Some(LAST_YEAR_LABEL),
            _ => None,
        }
    }

    /// Returns what its field is for, in a line, where its label does not say it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Field(place) => super::field_help::help(place),
            _ => None,
        }
    }

    /// Returns true where the cursor can stand on it.
    pub fn is_selectable(&self) -> bool {
        matches!(
            self,
            Self::Field(..)
                | Self::Finding(_)
                | Self::Outlook(_)
                | Self::Figure(_)
                | Self::Evidence(_)
                | Self::TrayItem(_)
                | Self::Graded(_)
        )
    }

    /// Returns true where it is a field whose value is chosen from a list, and not typed.
    pub(in crate::app) fn is_chosen(&self) -> bool {
        let Self::Field(place) = self else {
            return false;
        };
        let typed = matches!(
            place.shape(),
            Shape::Prose | Shape::Line | Shape::Date | Shape::Amount
        );
        !typed || matches!(place, Place::Finding(_, FindingField::Status))
    }

    /// Returns true where it is a field of a recommendation.
    pub(super) fn is_of_recommendation(&self) -> bool {
        matches!(self, Self::Field(Place::Recommendation(..)))
    }

    /// Returns the item that the row shows, by its list and its place there.
    pub(super) fn item(&self) -> Option<(List, usize)> {
        match self {
            Self::Finding(at) => Some((List::Findings, *at)),
            Self::Outlook(at) => Some((List::Outlook, *at)),
            Self::Figure(at) => Some((List::Figures, *at)),
            Self::Evidence(at) => Some((List::Evidence, *at)),
            Self::TrayItem(at) => Some((List::Tray, *at)),
            _ => None,
        }
    }

    /// Returns the value that is edited on this row.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Field(place) => Some(place.clone()),
            Self::Finding(at) => Some(Place::Finding(*at, FindingField::Text)),
            Self::Outlook(at) => Some(Place::Outlook(*at, crate::assessment::OutlookField::Text)),
            Self::Figure(at) => Some(Place::Figure(*at, FigureField::Value)),
            Self::Evidence(at) => Some(Place::Evidence(*at, EvidenceField::Title)),
            Self::TrayItem(at) => Some(Place::TrayItem(*at, TrayItemField::Rationale)),
            _ => None,
        }
    }
}
