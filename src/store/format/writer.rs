//! A draft's text while it is being changed.

use toml_edit::{Document, Table};

use super::arrange::{Arrangement, MovedPart};
use super::layout::FileLayout;
use super::literal::Style;
use super::patch::TextPatch;
use super::removed::RemovedText;
use super::tables::order;

/// A text that is being changed.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Document<&'a str>,
    pub(super) patch: TextPatch<'a>,
    pub(super) layout: FileLayout,
    pub(super) arrangement: Arrangement,
    pub(super) style: Style,
    pub(super) removed_text: &'a mut RemovedText,
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document<&'a str>, removed_text: &'a mut RemovedText) -> Self {
        let base: &'a str = document.raw();
        Self {
            document,
            patch: TextPatch::new(base),
            layout: FileLayout::of(document),
            arrangement: Arrangement::default(),
            style: Style::of(base),
            removed_text,
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.arrangement
            .write(&mut self.patch, &self.layout, self.style.eol)
    }

    pub(super) fn root(&self) -> &'a Table {
        self.document.as_table()
    }

    /// Returns the piece after which a table belongs that the file does not have yet: the last piece of the nearest
    /// table before it in the order of a new file.
    pub(super) fn place_of(&self, table: &str) -> usize {
        let earlier = order().rev().skip_while(|name| *name != table).skip(1);
        earlier
            .filter_map(|name| self.layout.last_of(self.root().get(name)?))
            .next()
            .unwrap_or(0)
    }

    pub(super) fn put_after(&mut self, piece: usize, text: String) {
        let moved = MovedPart::Text(text);
        self.arrangement.after.entry(piece).or_default().push(moved);
    }
}
