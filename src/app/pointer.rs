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
    /// A row of a text as it is wrapped: of a row of the middle pane or, without one, of the box on top.
    Words {
        /// The row of the middle pane, by its place there.
        row: Option<usize>,
        /// The place in the text, in bytes, at which it begins.
        start: usize,
        /// The place at which it ends.
        end: usize,
        /// The column of its first cell.
        left: u16,
    },
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
            Self::Row(_) | Self::Words { row: Some(_), .. } => Some(Pane::Findings),
            Self::Sentence(_) => Some(Pane::Statement),
            Self::Words { row: None, .. } | Self::Listed(_) | Self::Card(_) | Self::Key(_) => None,
        }
    }
}

/// A deed of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerDeed {
    /// The left button was pressed.
    Click {
        /// How many clicks on this cell it is, one soon after the other: 1 to 3.
        times: u8,
    },
    /// The mouse went on with the left button held down.
    Drag,
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
