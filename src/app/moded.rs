//! Texts in which keys have modes: which they are, and what the mode is there.
//!
//! A text that has words opens in normal mode, since who opens it has something to change in it; one without opens in
//! insert mode, and so does one whose words give way to what is typed. Who goes on from one text to another stays in the
//! mode. A line that narrows a list and a secret have no modes: they are no texts to go about in.

use super::caret_shape::CaretShape;
use super::effect::Effect;
use super::field::{Stroke, TextField};
use super::key::Key;
use super::key_set::KeySet;
use super::overlay::Overlay;
use super::scope::Scope;
use super::state::State;
use crate::text::grapheme::next;
use crate::text::vim::VimMode;

impl State {
    /// Returns true where keys have modes in the text that is open.
    pub(super) fn has_modes(&self) -> bool {
        if self.keymap.set() != KeySet::Vim {
            return false;
        }
        match (self.overlays.last(), &self.editor) {
            (Some(overlay), _) => {
                let text = overlay.field().is_some_and(|field| !field.is_search());
                text && overlay.scope() == Scope::Asking && overlay.box_name().is_some()
            }
            (None, Some(editor)) => editor.typing.is_some(),
            (None, None) => false,
        }
    }

    /// Returns true where characters are text, as things stand.
    pub(super) fn takes_text(&self) -> bool {
        self.scope().takes_text() && (!self.has_modes() || self.modes.vim.inserts())
    }

    /// Returns what it is to put this in, or to erase something where nothing is put in.
    pub(super) fn stroke_of(&self, typed: &str) -> Stroke {
        match (self.has_modes(), typed) {
            // Until insert mode is left, all is one change.
            (true, _) => Stroke::Part,
            (false, "") => Stroke::Erased,
            (false, typed) => Stroke::of(typed),
        }
    }

    /// Returns true in normal mode on the last character of the text.
    pub(super) fn stands_on_last(&self) -> bool {
        let at = self.field_cursor().unwrap_or_default();
        let last = self.field_text().map(|text| next(text, at) == text.len());
        last == Some(true) && self.has_modes() && self.modes.vim.mode() == VimMode::Normal
    }

    /// Returns whether words are looked for, where keys of a mode wait for others; `None` where none do.
    pub(super) fn mode_waits(&self) -> Option<bool> {
        let vim = Some(&self.modes.vim).filter(|_| self.has_modes())?;
        (!vim.pending().is_empty()).then(|| vim.seeks())
    }

    /// Returns true where a key of normal mode takes back or makes again, which may take the field away.
    pub(super) fn mode_goes_back(&self, key: Key) -> bool {
        let normal = self.has_modes() && self.modes.vim.mode() == VimMode::Normal;
        normal && (matches!(key.typed(), Some('u' | 'U')) || key.label() == "Ctrl-R")
    }

    /// Returns true where Esc goes back to normal mode.
    pub(super) fn leaves_mode(&self) -> bool {
        self.has_modes() && self.modes.vim.mode() != VimMode::Normal
    }

    /// Returns the words for the mode, with the keys that wait; `None` where there are no modes.
    pub fn mode_words(&self) -> Option<String> {
        let vim = Some(&self.modes.vim).filter(|_| self.has_modes())?;
        let mode = match vim.mode() {
            VimMode::Normal => "NORMAL",
            VimMode::Insert => "INSERT",
            VimMode::Visual { lines: false, .. } => "VISUAL",
            VimMode::Visual { lines: true, .. } => "VISUAL LINE",
        };
        let shown = crate::text::visible(vim.pending());
        Some(format!("{mode} {shown}").trim_end().to_owned())
    }

    /// Goes by the text that is open now: its mode, where the cursor can be in it, the cursor's shape.
    pub(super) fn follow_mode(&mut self) -> Option<Effect> {
        if self.keymap.set() != KeySet::Vim && self.modes.shape == CaretShape::Usual {
            return None;
        }
        let field = self.typed_field().filter(|_| self.has_modes());
        let before = self.modes.field.take();
        let same = before
            .as_ref()
            .is_some_and(|it| it.is_still(field.as_ref()));
        if field.is_some() && !same {
            let goes_on = before.is_some() && self.modes.vim.inserts();
            let gives_way = |overlay: &Overlay| overlay.field().is_some_and(TextField::gives_way);
            let gives_way = self.overlays.last().is_some_and(gives_way);
            let empty = self.field_text().is_none_or(str::is_empty);
            self.modes.vim.open(empty || goes_on || gives_way);
        }
        let shape = match (&field, self.modes.vim.mode()) {
            (None, _) => CaretShape::Usual,
            (Some(_), VimMode::Insert) => CaretShape::Bar,
            (Some(_), VimMode::Normal | VimMode::Visual { .. }) => CaretShape::Block,
        };
        if field.is_some() && shape == CaretShape::Block {
            self.place_cursor();
        }
        self.modes.field = field;
        let told = std::mem::replace(&mut self.modes.shape, shape);
        (told != shape).then_some(Effect::Shape(shape))
    }

    /// Puts the cursor where it can be in the mode, and shows what is selected.
    fn place_cursor(&mut self) {
        let vim = self.modes.vim.clone();
        self.with_cursor(|cursor, text| {
            let at = vim.place(text, cursor.at());
            match vim.selection(text, at) {
                Some(range) => cursor.mark(text, range, at),
                None if at != cursor.at() || cursor.selection().is_some() => cursor.set(text, at),
                None => {}
            }
        });
    }

    /// Does something to the cursor of the text that is open.
    pub(super) fn with_cursor(&mut self, with: impl Fn(&mut crate::text::Cursor, &str)) {
        match (self.overlays.last_mut(), &mut self.editor) {
            (Some(overlay), _) => {
                if let Some(field) = overlay.field_mut() {
                    field.with_cursor(with);
                }
            }
            (None, Some(editor)) => editor.with_cursor(with),
            (None, None) => {}
        }
    }
}
