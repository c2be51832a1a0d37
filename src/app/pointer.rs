//! The mouse: a click, a turn of the wheel, and to what each points.
//!
//! Whoever draws knows where things stand; what they mean is decided here and in `act/pointer`.

use super::command::Command;
use super::layout::Pane;

/// Something that is shown, to which the mouse can point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerTarget {
    /// A pane of a draft, where nothing else of it is.
    Pane(Pane),
    /// A page of a draft, by its place among the headings.
    Page(usize),
    /// A row of the middle pane, by its place there.
    Row(usize),
    /// A sentence of the statement, by its paragraph and its place in that.
    Sentence((usize, usize)),
    /// A row of the list on top, counted from the lit one.
    Listed(isize),
    /// A draft of the library, counted from the lit one.
    Card(isize),
    /// A key of the footer.
    Key(Command),
}

impl PointerTarget {
    /// Returns the pane that it is in, where that is one of a draft.
    pub(super) fn pane(self) -> Option<Pane> {
        match self {
            Self::Pane(pane) => Some(pane),
            Self::Page(_) => Some(Pane::Headings),
            Self::Row(_) => Some(Pane::Findings),
            Self::Sentence(_) => Some(Pane::Statement),
            Self::Listed(_) | Self::Card(_) | Self::Key(_) => None,
        }
    }
}

/// A deed of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerDeed {
    /// The left button was pressed.
    Click,
    /// The wheel was turned, down or up.
    Wheel {
        /// True for down.
        down: bool,
    },
}

/// Something that was done with the mouse, at a cell. What is shown there is put in by whoever has drawn it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerEvent {
    /// The deed.
    pub deed: PointerDeed,
    /// The column and row, from 0 on.
    pub cell: (u16, u16),
    /// The thing that is shown there; `None` where there is none to point to.
    pub on: Option<PointerTarget>,
}
