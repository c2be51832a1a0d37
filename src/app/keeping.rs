//! Keeping what is typed: no word goes with the box in which it stands, and no field goes from under the hands.
//!
//! # Who owns what
//!
//! - A text that is typed **in place** is the draft's: each key is an edit, in the history and in the journal.
//! - What stands in a **box** (any [`Overlay`] with a [`TextField`](super::TextField)) is nobody's until it is answered.
//!   It is kept by the name of the box, which says by id what the box is about: with the state of the file that the
//!   answer would change, and so in that file's journal (sealed as that is); with the [library](super::Library), and in
//!   a journal of its own, where no file would be changed, or where the file is somebody else's to write. The words of
//!   a secret are kept nowhere. What is pasted where no text is open is kept in the same way until it is put in.
//!
//! [`update`](super::update) looks at the boxes after every message, whichever it was and whatever it did to them:
//! a box that is new is given what was typed in it before ([`State::keep_words`]), and what stands in one is noted,
//! before it is drawn. So closing a box, in whatever way, loses nothing; only an answer that was taken, and emptying
//! the box, forget it.
//!
//! Whoever takes a file over goes on with its journal. The next note of whoever had it is told so, before it is drawn:
//! what was typed since goes to the library ([`State::move_words_elsewhere`]), and edits into the file.
//!
//! `update` also compares the field that is typed in before and after every message that the typist did not send. Where
//! it is another, or none, [`State::was_taken_away`] is the one way in which typing ends other than by the
//! typist: it says what happened and where the words are, and letters do nothing until that is acknowledged.

use super::command::{Command, Scope};
use super::editor::DraftEditor;
use super::file::{BoxName, FileKind};
use super::kept::KeptWords;
use super::message::Message;
use super::overlay::{Overlay, QuestionKind, TextPage};
use super::state::State;
use crate::assessment::{Address, joined};
use crate::text::grapheme::floor;

/// The most bytes of the words that are shown again where their field was taken away: what was typed last.
const SHOWN: usize = 300;

/// The name of what was pasted where no text was open, among the words that are kept.
const PASTED: &str = "what was pasted where no text was open";

/// The field that is typed in.
#[derive(Debug)]
pub(super) struct TypedField {
    /// The number of overlays down to it; none lies over what is typed in place.
    depth: usize,
    /// The name of the box, or the draft.
    on: String,
    /// The address in the draft, where it is typed in place.
    address: Option<Address>,
    /// The words in it; none of a secret.
    words: String,
}

impl TypedField {
    /// Returns true where that is the field still, whatever stands in it.
    pub(super) fn is_still(&self, now: Option<&Self>) -> bool {
        now.is_some_and(|now| {
            (self.depth, &self.on, &self.address) == (now.depth, &now.on, &now.address)
        })
    }
}

impl State {
    /// Gives boxes that are new what was typed in them before, and keeps what stands in all of them.
    pub(super) fn keep_words(&mut self) {
        let mut overlays = std::mem::take(&mut self.overlays);
        for overlay in &mut overlays {
            let Some(name) = self.box_name(overlay) else {
                continue;
            };
            let select = !matches!(overlay, Overlay::Question(_));
            let before = self.words_of(&name);
            let restored = match overlay.field_mut() {
                Some(field) => field.restore(before.as_deref(), select),
                None => false,
            };
            if restored {
                overlay.field_changed(self.editor.as_deref_mut());
                self.filter_live(overlay);
            }
            let words = overlay.field().map_or("", |field| field.unanswered());
            self.set_words(&name, words);
        }
        self.overlays = overlays;
    }

    /// Follows a change in the box on top.
    pub(super) fn follow_field(&mut self) {
        let Some(mut overlay) = self.overlays.pop() else {
            return;
        };
        overlay.field_changed(self.editor.as_deref_mut());
        self.filter_live(&overlay);
        self.overlays.push(overlay);
    }

    /// Shows the drafts that match while the filter is typed.
    fn filter_live(&mut self, overlay: &Overlay) {
        if let Overlay::Question(question) = overlay
            && question.asked == QuestionKind::Filter
        {
            self.library.set_filter(question.field.text());
        }
    }

    /// Returns the name of a box whose words are kept.
    fn box_name(&self, overlay: &Overlay) -> Option<BoxName> {
        let on = overlay.box_name()?;
        let file = match overlay {
            Overlay::Question(question) if !question.asked.changes_file() => None,
            _ if self.editor.is_some() => Some(FileKind::Draft),
            _ => self.grid.as_ref().map(|_| FileKind::Inspection),
        };
        let name = BoxName { file, on };
        match self.elsewhere(&name) {
            // Somebody else writes its journal.
            Some((elsewhere, true)) => Some(elsewhere),
            _ => Some(name),
        }
    }

    /// Returns the name that a box of a file has in the library, and whether it is to be kept there. What is sealed is
    /// never kept there.
    fn elsewhere(&self, name: &BoxName) -> Option<(BoxName, bool)> {
        let file = match name.file? {
            FileKind::Draft => self.editor.as_ref().map(|editor| &editor.file),
            FileKind::Inspection => self.grid.as_ref().map(|grid| &grid.file),
        };
        let file = file.filter(|file| !file.sealed)?;
        let on = file.name_outside(&name.on);
        Some((BoxName { file: None, on }, file.is_theirs()))
    }

    /// Lets what was typed here in boxes of a file, which somebody else has taken over, wait in the library: its journal
    /// is theirs, and has none of it perhaps.
    pub(super) fn move_words_elsewhere(&mut self, kind: FileKind) {
        let Some(file) = self.file(kind) else {
            return;
        };
        let typed = file.kept.typed_here();
        let typed: Vec<_> = typed
            .map(|(on, words)| (on.to_owned(), words.to_owned()))
            .collect();
        for (on, words) in typed {
            let name = BoxName {
                file: Some(kind),
                on,
            };
            if let Some((elsewhere, _)) = self.elsewhere(&name) {
                self.library.kept.set(&elsewhere.on, &words);
            }
        }
    }

    /// Returns the words that are kept for a box.
    fn words_of(&mut self, name: &BoxName) -> Option<String> {
        let elsewhere = self.elsewhere(name);
        let own = self.kept(name.file).get(&name.on).map(str::to_owned);
        let others = elsewhere.and_then(|(elsewhere, _)| self.library.kept.get(&elsewhere.on));
        match others {
            Some(others) => Some(joined(own.as_deref(), others)),
            None => own,
        }
    }

    /// Returns the name of what is pasted where no text is open. What is pasted over a sealed file is kept with that.
    fn pasted_name(&mut self) -> BoxName {
        let top = self.top_file();
        let sealed = self.file(top).is_some_and(|file| file.sealed);
        BoxName {
            file: sealed.then_some(top),
            on: PASTED.to_owned(),
        }
    }

    /// Returns what was pasted where no text was open, until it is put in somewhere; empty where nothing waits.
    pub(super) fn unplaced(&mut self) -> String {
        let name = self.pasted_name();
        let own = self.kept(name.file).get(PASTED).map(str::to_owned);
        match self.library.kept.get(PASTED) {
            Some(others) => joined(own.as_deref(), others),
            None => own.unwrap_or_default(),
        }
    }

    /// Keeps what was pasted where no text was open; without anything, forgets it.
    pub(super) fn set_unplaced(&mut self, text: &str) {
        let name = self.pasted_name();
        if name.file.is_some() {
            self.library.kept.set(PASTED, "");
        }
        self.kept(name.file).set(PASTED, text);
    }

    fn set_words(&mut self, name: &BoxName, words: &str) {
        if let Some((elsewhere, _)) = self.elsewhere(name) {
            self.library.kept.set(&elsewhere.on, "");
        }
        self.kept(name.file).set(&name.on, words);
    }

    fn kept(&mut self, file: Option<FileKind>) -> &mut KeptWords {
        let file = match file {
            Some(FileKind::Draft) => self.editor.as_mut().map(|editor| &mut editor.file),
            Some(FileKind::Inspection) => self.grid.as_mut().map(|grid| &mut grid.file),
            None => None,
        };
        match file {
            Some(file) => &mut file.kept,
            None => &mut self.library.kept,
        }
    }

    /// Forgets the words of a box: they are where they belong.
    pub(super) fn forget(&mut self, name: Option<&BoxName>) {
        if let Some(name) = name {
            self.set_words(name, "");
        }
    }

    /// Returns the name of the box on top.
    pub(super) fn top_box(&self) -> Option<BoxName> {
        self.overlays
            .last()
            .and_then(|overlay| self.box_name(overlay))
    }

    /// Forgets the words of the box whose answer was awaited.
    pub(super) fn came_about(&mut self) {
        let name = self.awaited.take();
        self.forget(name.as_ref());
    }

    /// Returns the field that is typed in.
    pub(super) fn typed_field(&self) -> Option<TypedField> {
        let depth = self.overlays.len();
        if let Some(overlay) = self.overlays.last() {
            let field = overlay.field()?;
            let words = overlay.box_name().map(|_| field.text().to_owned());
            return Some(TypedField {
                depth,
                on: overlay.name(),
                address: None,
                words: words.unwrap_or_default(),
            });
        }
        let editor = self.editor.as_deref()?;
        let place = &editor.typing.as_ref()?.place;
        Some(TypedField {
            depth,
            on: editor.file.path.display().to_string(),
            address: editor.assessment.address_of(place),
            words: editor.assessment.text(place).unwrap_or_default().to_owned(),
        })
    }

    /// Returns true where the typist sent a message, to be done to the field as it is. To take back what was done to a
    /// draft may take the field away.
    pub(super) fn is_sent(&self, message: &Message) -> bool {
        match message {
            Message::Key(key) | Message::Character(key) => {
                let command = self.keymap.command(self.scope(), *key);
                !matches!(command, Some(Command::Undo | Command::Redo))
            }
            Message::Alone => {
                let first = self.first_character.map(Message::Key);
                first.is_none_or(|key| self.is_sent(&key))
            }
            message => message.is_typed(),
        }
    }

    /// Returns true where the last key left a field, or has been repeated since one did.
    pub(super) fn is_leaving_field(&self) -> bool {
        self.last_key.is_some_and(|(_, left)| left)
    }

    /// Ends typing in a field that something else than the typist has taken away: says what happened and where the
    /// words are, and lets letters do nothing until that is acknowledged.
    pub(super) fn was_taken_away(&mut self, field: &TypedField) {
        let beneath = match field.depth.checked_sub(1) {
            None => self.editor.as_ref().is_some_and(|it| it.typing.is_some()),
            Some(at) => {
                let overlay = self.overlays.get(at);
                overlay.is_some_and(|it| it.name() == field.on)
            }
        };
        let where_now = match &field.address {
            _ if beneath => {
                "What you were typing is beneath what has come up, and is as you left it."
                    .to_owned()
            }
            None => "What stood in the box is kept: it is there when the box is opened again."
                .to_owned(),
            Some(address) => self.where_is(address),
        };
        let what = self.status.as_ref().map(|status| status.text.clone());
        let what =
            what.unwrap_or_else(|| "Something came between you and what you typed.".to_owned());
        let go_on = "Letters do nothing until you go on.".to_owned();
        let last = floor(&field.words, field.words.len().saturating_sub(SHOWN));
        let words = field.words.get(last..).unwrap_or_default();
        let words = format!("{}{words}", if last > 0 { "…" } else { "" });
        let lines = [what, String::new(), words, String::new(), where_now, go_on];
        let page = TextPage::interruption(lines.to_vec());
        self.overlays.push(Overlay::Page(page));
    }

    /// Says where words are that were typed in place there.
    fn where_is(&self, address: &Address) -> String {
        let Some(editor) = self.editor.as_deref() else {
            return "The draft was closed; what you typed is in it.".to_owned();
        };
        let gone = |editor: &DraftEditor| editor.assessment.place_of(address).is_none();
        if !gone(editor) {
            return "What you typed is in the draft.".to_owned();
        }
        let key = self.key(Scope::Findings, Command::Undo);
        format!(
            "What you were typing in is no longer in the draft; then {key} brings it back, with your words."
        )
    }
}
