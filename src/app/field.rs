//! THE field in which words are typed: the text, the cursor with its selection, the steps back, the names that are
//! offered.
//!
//! Every box has one – a question, a rewriting, the line that narrows a list, the filter of the library – and no box
//! has keys of its own: `act::typing` finds the field that is typed in and does to it what the key says. What is typed
//! in place has the parts of it that do not hold the text, which there is the draft's: [`Offers`], and [`Stroke`].
//!
//! Words in a box that is not answered are kept: see [`super::keeping`].

use std::ops::Range;

use super::list::{ListRow, LitRow, RowList};
use crate::assessment::{Place, Value};
use crate::text::{Cursor, Erase, Motion, rows};

/// Something that is offered in place of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The words that take the place.
    pub text: String,
    /// A note beside them.
    pub note: String,
    /// Values that are set with it.
    pub sets: Vec<(Place, Option<Value>)>,
    /// The stretch of the text that it replaces; the whole where nothing is given.
    pub replaces: Option<Range<usize>>,
}

impl Offer {
    /// Returns an offer of a name that replaces the whole text.
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            note: String::new(),
            sets: Vec::new(),
            replaces: None,
        }
    }
}

/// The names that are offered for a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// The names as rows, in the same order, with a last one for the text as it is typed where that will do.
    pub list: RowList,
    offers: Vec<Offer>,
    /// True where an arrow chose the lit row, and not only a letter.
    sought: bool,
}

/// The chosen one of what is offered, as it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenOffer {
    /// Nothing is chosen.
    None,
    /// The text stays as it is typed.
    AsTyped,
    /// Its words take the place.
    Offer(Offer),
}

impl Offers {
    /// Returns these names, none of them chosen.
    pub(super) fn of(offers: Vec<Offer>, typed: &str) -> Self {
        let row = |offer: &Offer| ListRow {
            label: offer.text.clone(),
            note: offer.note.clone(),
            ..ListRow::default()
        };
        let own = offers.iter().all(|offer| offer.replaces.is_none());
        Self {
            list: RowList::offered(offers.iter().map(row).collect(), typed, own),
            offers,
            sought: false,
        }
    }

    /// Returns true where a name that is offered stands in a text already, in the place that it would take.
    pub(super) fn any_stands_in(&self, text: &str) -> bool {
        let mut names = self.offers.iter();
        names.any(|it| it.replaces.clone().and_then(|at| text.get(at)) == Some(it.text.as_str()))
    }

    /// Chooses the foremost name, as typing does.
    pub(super) fn light(&mut self) {
        self.list.step(0);
    }

    /// Chooses the name after the chosen one, or before it, and round again. False where nothing is offered.
    pub(super) fn step(&mut self, down: bool) -> bool {
        self.sought = self.list.turn(down);
        self.sought
    }

    /// Returns true where an arrow went to the chosen name, so that leaving the field lets go of it first.
    pub(super) fn is_sought(&self) -> bool {
        self.sought
    }

    /// Returns what is chosen.
    pub(super) fn taken(&self) -> TakenOffer {
        match self.list.lit() {
            None => TakenOffer::None,
            Some(LitRow::AsTyped) => TakenOffer::AsTyped,
            Some(LitRow::Row(at)) => {
                let offer = self.offers.get(at).cloned();
                offer.map_or(TakenOffer::None, TakenOffer::Offer)
            }
        }
    }
}

/// The effect of a key on a text, so that a word is taken back whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stroke {
    /// Something else than one character, or none.
    #[default]
    Other,
    /// A character of a word.
    Word,
    /// A blank.
    Blank,
    /// Something was erased.
    Erased,
    /// A part of one change that is made of several.
    Part,
}

impl Stroke {
    /// Returns what it is to put this in.
    pub(super) fn of(typed: &str) -> Self {
        let blank = typed.chars().all(char::is_whitespace);
        match typed.chars().count() {
            1 if blank => Self::Blank,
            1 => Self::Word,
            _ => Self::Other,
        }
    }

    /// Returns true where the two are one step: letters join letters, blanks join the word before them.
    pub(super) fn is_followed_by(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Word, Self::Word | Self::Blank)
                | (Self::Blank, Self::Blank)
                | (Self::Erased, Self::Erased)
                | (Self::Part, Self::Part)
        )
    }
}

/// A text that is typed in a box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    cursor: Cursor,
    /// The names that are offered.
    pub offers: Offers,
    /// True where the words narrow a list, and are no text of their own.
    search: bool,
    /// The words that it was opened with, which nobody has typed.
    begun: String,
    /// True where words that were typed before were looked for.
    met: bool,
    /// True where words that were typed before stand in it.
    restored: bool,
    back: Vec<(String, Cursor)>,
    again: Vec<(String, Cursor)>,
    last: Stroke,
}

impl TextField {
    /// Returns a field that is opened with these words, the cursor behind them.
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: Cursor::at_end(text),
            begun: text.to_owned(),
            ..Self::default()
        }
    }

    /// Returns a field whose words narrow a list, opened with these, which what is typed takes the place of.
    pub(super) fn search(text: &str) -> Self {
        let mut field = Self {
            search: true,
            ..Self::new(text)
        };
        field.select_all();
        field
    }

    /// Returns true where the words narrow a list. They are offered again, until others narrow it, and nobody is told that
    /// they wait.
    pub(super) fn is_search(&self) -> bool {
        self.search
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the cursor.
    pub fn cursor(&self) -> &Cursor {
        &self.cursor
    }

    /// Returns true where what stands in it was typed before, when the box was open last.
    pub fn is_restored(&self) -> bool {
        self.restored
    }

    /// Returns true where what was typed before gives way to what is typed next.
    pub fn gives_way(&self) -> bool {
        self.restored && self.selected() == Some(self.text())
    }

    /// Returns the words that nobody has answered with; empty where it is as it was opened.
    pub(super) fn unanswered(&self) -> &str {
        match self.text == self.begun {
            true => "",
            false => &self.text,
        }
    }

    /// Returns true where something was typed in it since it was opened.
    pub(super) fn was_typed_in(&self) -> bool {
        !self.back.is_empty()
    }

    /// Takes note that what stands in it was taken for an answer, while it stays open.
    pub(super) fn was_answered(&mut self) {
        self.begun.clone_from(&self.text);
    }

    /// Puts in what was typed before, the first time that it is offered. A field that opens empty asks for new words: there
    /// it is selected, so that what is typed next takes its place. One that opens with words is for changing these, and
    /// goes on where it was left. True where it did.
    pub(super) fn restore(&mut self, words: Option<&str>) -> bool {
        if std::mem::replace(&mut self.met, true) {
            return false;
        }
        let Some(words) = words.filter(|words| *words != self.text) else {
            return false;
        };
        self.text = words.to_owned();
        self.cursor = Cursor::at_end(words);
        if self.begun.is_empty() || self.search {
            self.cursor.select_all(words);
        }
        self.restored = true;
        true
    }

    /// Puts text in at the cursor. True where that changes anything, as for all that follow.
    pub(super) fn insert(&mut self, what: &str, stroke: Stroke) -> bool {
        self.edit(stroke, |cursor, text| cursor.insert(text, what))
    }

    /// Erases at the cursor.
    pub(super) fn erase(&mut self, what: Erase, stroke: Stroke) -> bool {
        self.edit(stroke, |cursor, text| cursor.erase(text, what))
    }

    /// Puts words in the place of a stretch; the cursor stands behind them.
    pub(super) fn splice(&mut self, range: Range<usize>, words: &str, stroke: Stroke) -> bool {
        self.edit(stroke, |cursor, text| {
            cursor.select(text, range);
            cursor.insert(text, words)
        })
    }

    /// Does something to the cursor.
    pub(super) fn with_cursor(&mut self, with: impl FnOnce(&mut Cursor, &str)) {
        with(&mut self.cursor, &self.text);
    }

    /// Lets what comes now be a step of its own.
    pub(super) fn end_step(&mut self) {
        self.last = Stroke::Other;
    }

    /// Puts other words in the place of all.
    pub(super) fn replace(&mut self, words: &str) -> bool {
        self.edit(Stroke::Other, |cursor, text| {
            cursor.select_all(text);
            cursor.insert(text, words)
        })
    }

    fn edit(
        &mut self,
        stroke: Stroke,
        edit: impl FnOnce(&mut Cursor, &str) -> Option<crate::text::Splice>,
    ) -> bool {
        let before = (self.text.clone(), self.cursor.clone());
        let splice = edit(&mut self.cursor, &self.text);
        if splice.is_none_or(|splice| splice.apply(&mut self.text).is_err()) {
            return false;
        }
        if !self.last.is_followed_by(stroke) {
            self.back.push(before);
        }
        self.again.clear();
        self.last = stroke;
        self.restored = false;
        true
    }

    /// Takes the last word or erasure back, or makes it again.
    pub(super) fn undo_redo(&mut self, back: bool) -> bool {
        let (from, to) = match back {
            true => (&mut self.back, &mut self.again),
            false => (&mut self.again, &mut self.back),
        };
        let Some((text, cursor)) = from.pop() else {
            return false;
        };
        to.push((
            std::mem::replace(&mut self.text, text),
            std::mem::replace(&mut self.cursor, cursor),
        ));
        self.last = Stroke::Other;
        true
    }

    /// Moves the cursor; with `extend` the selection with it.
    pub(super) fn go(&mut self, motion: Motion, extend: bool) {
        let rows = rows(&self.text, usize::MAX);
        self.cursor.go(&self.text, &rows, motion, extend);
        self.last = Stroke::Other;
    }

    /// Selects the whole text.
    pub(super) fn select_all(&mut self) {
        self.cursor.select_all(&self.text);
    }

    /// Returns the text that is selected.
    pub(super) fn selected(&self) -> Option<&str> {
        self.text.get(self.cursor.selection()?)
    }
}
