//! Keeping what is typed: no word goes with the box in which it stands, and no field goes from under the hands.
//!
//! # Who owns what
//!
//! - A text that is typed **in place** is the draft's: each key is an edit, in the history and in the journal.
//! - What stands in a **box** (any [`Overlay`] with a [`TextField`]) is nobody's until it is answered.
//!   It is kept by the name of the box, which says by id what the box is about: with the state of the file that it is
//!   about, and so in that file's journal (sealed as that is); with the [library](super::Library), and in a journal of its
//!   own, where it is about no file that is open. The words of a secret are kept nowhere.
//! - What has **no box** waits for a place, each entry by itself, until it is put in by a key (`waiting`): what was
//!   pasted where no text was open, what was typed into a box that cannot be opened any more since what it was about is in
//!   the draft no more, and what a box had elsewhere beside what it has here. So no text is made of two.
//! - What a key **cuts**, whichever key, is kept as what was cut last ([`CUT`](super::waiting::CUT)) until it stands in a draft again.
//! - A **search** narrows a list and is no text of a draft. Its words stand there again, until others narrow the list, and
//!   are not told of on the screen. Prose that gives way to others is among the earlier words.
//! - What **goes because its typist types on** – the words of a box that give way, what was cut before the last cut, what
//!   was taken back before redo was emptied – is among the earlier words (`waiting`), of which only a list tells.
//!
//! What comes while a sealed draft is being opened is for that, and is written nowhere before (`arriving`).
//!
//! Where a file is somebody else's to write, so is its journal. What is typed about it goes into a journal of this
//! program's own that belongs to the file: whoever opens that next has it.
//!
//! [`update`](super::update) looks at the boxes after every message, whichever it was and whatever it did to them:
//! a box that is new is given what was typed in it before ([`State::keep_words`]), and what stands in one is noted,
//! before it is drawn. So closing a box, in whatever way, loses nothing; only an answer that was taken, and emptying
//! the box, forget it.
//!
//! Whoever takes a file over goes on with its journal. The next note of whoever had it is told so, before it is drawn:
//! what was typed goes into the journal outside it ([`KeptWords::take_log`]), and edits into the file.
//!
//! `update` also compares the field that is typed in before and after every message that the typist did not send. Where
//! it is another, or none, [`State::was_taken_away`] is the one way in which typing ends other than by the
//! typist: it says what happened and where the words are, and letters do nothing until that is acknowledged.

use super::box_names::has_box;
use super::command::Command;
use super::editor::DraftEditor;
use super::effect::Effect;
use super::field::TextField;
use super::file::{BoxJournal, BoxName, FileKind, JournalNote, KeptWith};
use super::kept::KeptWords;
use super::keymap::Bound;
use super::message::Message;
use super::overlay::{AwaitedNews, Overlay, QuestionKind, TextPage};
use super::pointer::PointerTarget;
use super::scope::Scope;
use super::state::State;
use super::typed_field::TypedField;
use crate::assessment::{Address, is_prose};
use crate::text::grapheme::floor;

/// The most bytes of the words that are shown again where their field was taken away: what was typed last.
const SHOWN: usize = 300;

impl State {
    /// Gives boxes that are new what was typed in them before, and keeps what stands in all of them.
    pub(super) fn keep_words(&mut self) {
        let mut overlays = std::mem::take(&mut self.overlays);
        for overlay in &mut overlays {
            let Some(name) = self.box_name(overlay) else {
                continue;
            };
            let before = self.words_of(&name);
            if let Overlay::Palette(palette) = overlay {
                // It opens empty: what narrowed it last comes by a key, until it is narrowed otherwise or cleared.
                let words = palette.field.text();
                if palette.field.was_typed_in() {
                    let gives_way = |before: &&String| {
                        is_prose(before) && !before.contains(words) && !words.contains(*before)
                    };
                    if let Some(before) = before.as_ref().filter(gives_way) {
                        self.keep_earlier(before);
                    }
                    self.set_words(&name, words);
                }
                palette.last = before.filter(|before| before != words);
                continue;
            }
            let restored = match overlay.field_mut() {
                Some(field) => field.restore(before.as_deref()),
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
        let top = self.open_file();
        let file = match overlay {
            Overlay::Question(question) => question.asked.kept_with(top),
            _ => top,
        };
        let with = self.keeper(file);
        Some(BoxName { with, on })
    }

    /// Returns the file that lies on top, where one is open.
    pub(super) fn open_file(&self) -> Option<FileKind> {
        match self.editor {
            Some(_) => Some(FileKind::Draft),
            None => self.grid.as_ref().map(|_| FileKind::Inspection),
        }
    }

    /// Returns the words that are kept for a box.
    pub(super) fn words_of(&mut self, name: &BoxName) -> Option<String> {
        let words = self.kept(&name.with).get(&name.on).map(str::to_owned);
        // While others arrive, the library's are what they were.
        words.or_else(|| match name.with {
            KeptWith::Sealed(_) => self.library.kept.get(&name.on).map(str::to_owned),
            KeptWith::File(_) | KeptWith::Library => None,
        })
    }

    pub(super) fn set_words(&mut self, name: &BoxName, words: &str) {
        self.kept(&name.with).set(&name.on, words);
    }

    pub(super) fn kept(&mut self, with: &KeptWith) -> &mut KeptWords {
        let file = match with {
            KeptWith::File(FileKind::Draft) => self.editor.as_mut().map(|it| &mut it.file),
            KeptWith::File(FileKind::Inspection) => self.grid.as_mut().map(|it| &mut it.file),
            KeptWith::Library => None,
            KeptWith::Sealed(path) => return self.arriving.of(path),
        };
        match file {
            Some(file) => &mut file.kept,
            None => &mut self.library.kept,
        }
    }

    /// Returns what is to be noted of words in boxes: in the journal of the file that they are kept with, or outside it
    /// where that is somebody else's.
    pub(super) fn note_boxes(&mut self) -> Option<Effect> {
        let note = |journal, log| Some(Effect::Journal(JournalNote::Boxes(journal, log)));
        for kind in FileKind::ALL {
            if let Some(file) = self.file(kind) {
                let outside = file.is_theirs();
                let log = file.kept.take_log(outside);
                let journal = match outside {
                    true => BoxJournal::Outside(kind),
                    false => BoxJournal::Own(kind),
                };
                if !log.is_empty() {
                    return note(journal, log);
                }
            }
        }
        let log = self.library.kept.take_log(true);
        let log = Some(log).filter(|log| !log.is_empty())?;
        note(BoxJournal::Library, log)
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

    /// Forgets the words of the box whose answer was awaited, where this is the news of it.
    pub(super) fn came_about(&mut self, news: &AwaitedNews) {
        let awaited = self.awaited.take_if(|(_, awaited)| awaited == news);
        self.forget(awaited.map(|(name, _)| name).as_ref());
    }

    /// Returns the text of the field that has the keys.
    pub(super) fn field_text(&self) -> Option<&str> {
        if let Some(overlay) = self.overlays.last() {
            return overlay.field().map(TextField::text);
        }
        let editor = self.editor.as_deref()?;
        editor.assessment.text(&editor.typing.as_ref()?.place)
    }

    /// Returns where the cursor of the field is that has the keys.
    pub(super) fn field_cursor(&self) -> Option<usize> {
        match (self.overlays.last(), self.editor.as_deref()) {
            (Some(overlay), _) => overlay.field().map(|field| field.cursor().at()),
            (None, Some(editor)) => editor.typing.as_ref().map(|typing| typing.cursor.at()),
            (None, None) => None,
        }
    }

    /// Returns the characters before and behind the cursor of the field that has the keys.
    pub(super) fn around_cursor(&self) -> (Option<char>, Option<char>) {
        let around = self
            .field_cursor()
            .zip(self.field_text())
            .map(|(at, text)| {
                let before = text.get(..at).and_then(|it| it.chars().next_back());
                (before, text.get(at..).and_then(|it| it.chars().next()))
            });
        around.unwrap_or_default()
    }

    /// Returns the text that is typed in, where somebody has typed in it and it is no secret.
    pub(super) fn typed_text(&self) -> Option<&str> {
        if let Some(overlay) = self.overlays.last() {
            // What a box was opened with nobody has typed.
            let typed = |field: &&TextField| !field.unanswered().is_empty();
            let field = overlay.field().filter(typed)?;
            return overlay.box_name().map(|_| field.text());
        }
        self.field_text()
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

    /// Returns true where words are typed into something.
    pub fn field_is_open(&self) -> bool {
        self.typed_field().is_some()
    }

    /// Returns true where the typist sent a message, to be done to the field as it is. To take back what was done to a
    /// draft may take the field away.
    pub(super) fn is_sent(&self, message: &Message) -> bool {
        match message {
            Message::Key(key) | Message::Character(key) if self.mode_goes_back(*key) => false,
            Message::Key(key) | Message::Character(key) => {
                let mut keys = self
                    .waiting_keys()
                    .map_or_else(Vec::new, |it| it.keys.clone());
                keys.push(*key);
                let bound = self.keymap.bound(self.scope(), &keys);
                let goes_back =
                    |bound| matches!(bound, Bound::Command(Command::Undo | Command::Redo));
                !bound.is_some_and(goes_back)
            }
            Message::Command(command) => !matches!(command, Command::Undo | Command::Redo),
            Message::Alone => {
                let first = self.first_character.map(Message::Key);
                first.is_none_or(|key| self.is_sent(&key))
            }
            // A key of the footer that is clicked takes back as it does where it is pressed.
            Message::Pointer(event) => !matches!(
                event.on,
                Some(PointerTarget::Key(Command::Undo | Command::Redo))
            ),
            message => message.is_typed(),
        }
    }

    /// Ends typing in a field that something else than the typist has taken away: says what happened and where the
    /// words are, and lets letters do nothing until that is acknowledged. `by_hand` brings it
    /// back, where a step of the typist's own took it.
    pub(super) fn was_taken_away(&mut self, field: &TypedField, by_hand: Option<Command>) {
        let beneath = match field.depth.checked_sub(1) {
            // Another text may have been opened in its place.
            None => self.editor.as_ref().is_some_and(|it| {
                let typing = it.typing.as_ref();
                let open = typing.and_then(|typing| it.assessment.address_of(&typing.place));
                open.is_some() && open == field.address
            }),
            Some(at) => {
                let overlay = self.overlays.get(at);
                overlay.is_some_and(|it| it.name() == field.on)
            }
        };
        let where_now = match &field.address {
            _ if beneath => "Your text is still open behind this page, as you left it.".to_owned(),
            None => "What stood in the box is kept: it is there when the box is opened again."
                .to_owned(),
            Some(address) => self.where_is(address, &field.words, by_hand),
        };
        let what = self.status.as_ref().map(|status| status.text.clone());
        let what =
            what.unwrap_or_else(|| "Something came between you and what you typed.".to_owned());
        let go_on = "What you type before you go on is kept.".to_owned();
        let last = floor(&field.words, field.words.len().saturating_sub(SHOWN));
        let words = field.words.get(last..).unwrap_or_default();
        let words = format!("{}{words}", if last > 0 { "…" } else { "" });
        let lines = [what, String::new(), words, String::new(), where_now, go_on];
        let page = TextPage::interruption(lines.to_vec());
        self.overlays.push(Overlay::Page(page));
    }

    /// Says where words are that were typed in place there.
    fn where_is(&self, address: &Address, words: &str, by_hand: Option<Command>) -> String {
        let Some(editor) = self.editor.as_deref() else {
            return "The draft was closed; what you typed is in it.".to_owned();
        };
        let place = editor.assessment.place_of(address);
        let stands = place
            .as_ref()
            .and_then(|place| editor.assessment.text(place));
        let differences = self.key(Scope::Findings, Command::Differences);
        match stands {
            None => {
                let with = match words.is_empty() {
                    true => "",
                    false => ", with your words",
                };
                let key = self.key(Scope::Findings, by_hand.unwrap_or(Command::Undo));
                format!(
                    "What you were typing in is no longer in the draft; then {key} brings it back{with}."
                )
            }
            // Whoever has it now may have gone on in the same words.
            Some(_) if editor.file.is_theirs() => format!(
                "What you typed is kept: it is in the draft, or where the same words were changed there too, in a review note; {differences} shows that there."
            ),
            Some(stands) if stands.contains(words) && by_hand.is_some() => {
                "That was done in another place, and so your text was closed. What you typed is in the draft, as you left it."
                    .to_owned()
            }
            Some(stands) if stands.contains(words) => "What you typed is in the draft.".to_owned(),
            Some(_) => {
                format!("Other words stand there now; {differences} shows them beside yours.")
            }
        }
    }
}

impl DraftEditor {
    /// Lets the words of boxes wait for a place whose boxes cannot be opened any more, since what they are about is in the
    /// draft no more. Returns the names of the boxes.
    pub(in crate::app) fn unplace_closed_boxes(&mut self) -> Vec<String> {
        // Whoever only reads it opens no box, and whoever writes it may bring back what one is about.
        if self.file.read_only.is_some() {
            return Vec::new();
        }
        let mut names = self.file.kept.names();
        let closed = |draft: &Self, on: &str| {
            let of = (&draft.assessment, &*draft.framework);
            !has_box(on, of, draft.document())
        };
        names.retain(|on| closed(self, on));
        // What is left may be about a sentence of a statement that is not there yet.
        if !names.is_empty() && !self.is_woven() {
            self.weave_changes();
            names.retain(|on| closed(self, on));
        }
        for on in &names {
            let words = self.file.kept.get(on).unwrap_or_default().to_owned();
            self.file.kept.set(on, "");
            self.file.kept.add_unplaced(&words);
        }
        names
    }
}
