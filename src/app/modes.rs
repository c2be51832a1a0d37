//! The modes of a text in the set of keys that has them.

use super::caret_shape::CaretShape;
use super::typed_field::TypedField;
use crate::text::vim::Vim;

/// The keys of vi, and the text that they are for now.
#[derive(Debug, Default)]
pub(super) struct Modes {
    /// The mode, the registers and the last change.
    pub(super) vim: Vim,
    /// The text.
    pub(super) field: Option<TypedField>,
    /// The shape of the cursor that the terminal was told of.
    pub(super) shape: CaretShape,
}
