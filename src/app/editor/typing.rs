//! Typing in place.

use std::ops::Range;

use super::{DraftEditor, EditorRow, offers};
use crate::app::field::{Offers, Stroke, TakenOffer};
use crate::app::layout::{Pane, Size};
use crate::assessment::{
    Date, Edit, EvidenceField, FindingField, List, OutlookField, Place, Shape, Value,
};
use crate::text::{self, Cursor, Erase, Motion, Splice};

/// A text that is typed in. The text itself is the assessment's.
#[derive(Clone, Debug, PartialEq)]
pub struct Typing {
    /// The place of the text.
    pub place: Place,
    /// The cursor in it.
    pub cursor: Cursor,
    /// The names that are offered.
    pub offers: Offers,
    /// True where the item was added for this, so that it goes again if nothing is typed.
    pub fresh: bool,
    /// The pane and the row from which it was added.
    pub(super) added_from: Option<(Pane, EditorRow)>,
    /// The number of steps at which it was told that the next one back leads to another text.
    pub(super) stopped_at: Option<usize>,
    /// The effect of the last key, so that a word is undone whole.
    last: Stroke,
}

impl Typing {
    /// Returns typing at the end of a text.
    pub(super) fn at_end(place: Place, text: &str) -> Self {
        Self {
            place,
            cursor: Cursor::at_end(text),
            offers: Offers::default(),
            fresh: false,
            added_from: None,
            stopped_at: None,
            last: Stroke::Other,
        }
    }
}

impl DraftEditor {
    /// Begins typing in the text under the cursor. False where there is no text.
    pub(in crate::app) fn type_here(&mut self) -> Result<bool, String> {
        let Some(place) = self.current().and_then(EditorRow::place) else {
            return Ok(false);
        };
        self.file.may_change()?;
        match self.assessment.text(&place) {
            Some(text) if place.is_text() => {
                self.typing = Some(Typing::at_end(place, text));
                self.offer();
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Returns true where what is typed in is an item of a list that another could come after: one with words.
    pub(in crate::app) fn is_typing_in_item(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| {
            let item = matches!(
                typing.place,
                Place::Finding(_, FindingField::Text)
                    | Place::Outlook(_, OutlookField::Text)
                    | Place::Evidence(_, EvidenceField::Title)
            );
            let text = self.assessment.text(&typing.place).unwrap_or_default();
            item && self.detail.is_none() && !text.trim().is_empty()
        })
    }

    /// Returns true where words of a finding stand on both sides of the cursor.
    pub(in crate::app) fn is_inside_text(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| {
            let text = self.assessment.text(&typing.place).unwrap_or_default();
            let (before, after) = text
                .split_at_checked(typing.cursor.at())
                .unwrap_or((text, ""));
            let finding = matches!(typing.place, Place::Finding(..));
            finding && !before.trim().is_empty() && !after.trim().is_empty()
        })
    }

    /// Stops typing. A day becomes what a draft writes, and an item that was added and has nothing in it goes again.
    pub(in crate::app) fn stop_typing(&mut self) {
        self.history.close();
        self.settle_day();
        let Some(typing) = self.typing.take() else {
            return;
        };
        self.left_field = Some(typing.place.clone());
        if let Place::Evidence(at, EvidenceField::Reference) = typing.place {
            self.wants_hash(at);
        }
        let empty = self
            .assessment
            .text(&typing.place)
            .is_some_and(|text| text.trim().is_empty());
        if !(typing.fresh && empty) {
            return;
        }
        let (list, at) = match typing.place {
            Place::Finding(at, FindingField::Text) => (List::Findings, at),
            Place::Outlook(at, OutlookField::Text) => (List::Outlook, at),
            Place::Evidence(at, EvidenceField::Title) => (List::Evidence, at),
            _ => return,
        };
        if let Some(item) = self.assessment.item(list, at) {
            // What was added and left empty was no step: one that adds it takes it out as well.
            self.history.reopen();
            // Cannot fail: the item was just read from there, and a read-only draft is never typed in.
            let _ = self.join(vec![Edit::Remove { at, item }]);
            // Back to where it was added from; else the cursor stays with the item that was written last, and not with
            // the one behind the gap.
            if let Some((pane, from)) = typing.added_from
                && let Some(row) = self.rows.iter().position(|row| *row == from)
            {
                (self.pane, self.row) = (pane, row);
                return;
            }
            let before = self.row.checked_sub(1);
            if let Some(row) = before
                && matches!(
                    self.rows.get(row),
                    Some(EditorRow::Finding(_) | EditorRow::Outlook(_) | EditorRow::Evidence(_))
                )
            {
                self.row = row;
            }
        }
    }

    /// Returns what is wrong with the words of a field that takes a day, where they are none.
    pub(in crate::app) fn refused_day(&self) -> Option<String> {
        let place = &self.typing.as_ref()?.place;
        let text = self.assessment.text(place)?.trim();
        let wrong = place.shape() == Shape::Date && !text.is_empty() && Date::read(text).is_none();
        wrong.then(|| {
            let words = text::truncate(text, 24);
            format!("“{words}” stays, and is no day: write it as 22 June 2023 or 22/6/23.")
        })
    }

    /// Writes the day that was typed as a draft writes it, in a step of its own. What is no day stays as it is, and is
    /// found by the check.
    fn settle_day(&mut self) {
        let typing = self.typing.as_ref();
        let Some(place) = typing.map(|typing| typing.place.clone()) else {
            return;
        };
        let text = self.assessment.text(&place).unwrap_or_default();
        if place.shape() == Shape::Date
            && let Some(day) = Date::read(text)
        {
            let value = Value::Text(day.to_string());
            // Cannot fail: a read-only draft is never typed in.
            let _ = self.change(self.setting(&[(place, Some(value))]));
        }
    }

    /// Puts a text in the place of another, as one step.
    pub(in crate::app) fn replace_text(
        &mut self,
        place: &Place,
        after: &str,
    ) -> Result<(), String> {
        let before = self.assessment.text(place).unwrap_or_default();
        let Some(splice) = text::splice_between(before, after) else {
            return Ok(());
        };
        let mut goes_with: Vec<_> = self.stands_on_now(place).into_iter().collect();
        if let Place::Evidence(at, EvidenceField::Reference) = place {
            goes_with.push((Place::Evidence(*at, EvidenceField::Sha256), None));
        }
        let mut edits = vec![Edit::Splice {
            place: place.clone(),
            splice,
        }];
        edits.extend(self.setting(&goes_with));
        self.change(edits)?;
        if let Some(typing) = self.typing.as_mut().filter(|typing| typing.place == *place) {
            typing.cursor = Cursor::at_end(after);
            typing.last = Stroke::Other;
        }
        self.offer();
        Ok(())
    }

    /// Puts text in at the cursor.
    pub(in crate::app) fn insert(&mut self, what: &str, stroke: Stroke) -> Result<(), String> {
        self.splice(|cursor, text| cursor.insert(text, what), stroke)
    }

    /// Erases at the cursor.
    pub(in crate::app) fn erase(&mut self, what: Erase, stroke: Stroke) -> Result<(), String> {
        self.splice(|cursor, text| cursor.erase(text, what), stroke)
    }

    /// Puts words in the place of a stretch; the cursor stands behind them.
    pub(in crate::app) fn replace(
        &mut self,
        range: Range<usize>,
        words: &str,
        stroke: Stroke,
    ) -> Result<(), String> {
        let edit = |cursor: &mut Cursor, text: &str| {
            cursor.select(text, range);
            cursor.insert(text, words)
        };
        self.splice(edit, stroke)
    }

    /// Does something to the cursor.
    pub(in crate::app) fn with_cursor(&mut self, with: impl FnOnce(&mut Cursor, &str)) {
        if let Some(typing) = &mut self.typing {
            let text = self.assessment.text(&typing.place).unwrap_or_default();
            with(&mut typing.cursor, text);
        }
    }

    /// Lets what is typed now be a step of its own.
    pub(in crate::app) fn end_step(&mut self) {
        if let Some(typing) = &mut self.typing {
            typing.last = Stroke::Other;
            // What follows the first words is no part of adding the item.
            typing.fresh &= (self.assessment.text(&typing.place)).is_some_and(str::is_empty);
        }
        self.history.close();
    }

    fn splice(
        &mut self,
        edit: impl FnOnce(&mut Cursor, &str) -> Option<Splice>,
        now: Stroke,
    ) -> Result<(), String> {
        let Some(typing) = &self.typing else {
            return Ok(());
        };
        let place = typing.place.clone();
        let last = typing.last;
        let mut cursor = typing.cursor.clone();
        let text = self.assessment.text(&place).unwrap_or_default();
        let Some(splice) = edit(&mut cursor, text) else {
            return Ok(());
        };
        // The first words of an item that was just added belong to adding it.
        let words = matches!(now, Stroke::Word | Stroke::Part);
        let begins = last == Stroke::Other && typing.fresh && words;
        let together = begins || last.is_followed_by(now);
        if !together {
            self.history.close();
        } else if last == Stroke::Other {
            self.history.reopen();
        }
        let edit = Edit::Splice {
            place: place.clone(),
            splice,
        };
        self.make(edit, together)?;
        // A reason that is written on is written for what is there now.
        let mut goes_with: Vec<_> = self.stands_on_now(&place).into_iter().collect();
        // A hash is of the file that was named when it was taken.
        if let Place::Evidence(at, EvidenceField::Reference) = place {
            goes_with.push((Place::Evidence(at, EvidenceField::Sha256), None));
        }
        for edit in self.setting(&goes_with) {
            self.make(edit, true)?;
        }
        if let Some(typing) = &mut self.typing {
            typing.cursor = cursor;
            typing.last = now;
        }
        if matches!(place, Place::Judgment(..)) {
            self.reshape();
        }
        self.offer();
        // Typing chooses the foremost name.
        let text = self.assessment.text(&place).unwrap_or_default();
        let some = !text.trim().is_empty();
        if let Some(typing) = self.typing.as_mut().filter(|_| some) {
            typing.offers.light();
        }
        Ok(())
    }

    /// Moves the cursor.
    pub(in crate::app) fn move_cursor(&mut self, motion: Motion, extend: bool, size: Size) {
        let width = self.text_width(size);
        let Some(typing) = &mut self.typing else {
            return;
        };
        let text = self.assessment.text(&typing.place).unwrap_or_default();
        let rows = match motion.goes_by_rows() {
            true => text::rows(text, width),
            false => Vec::new(),
        };
        typing.cursor.go(text, &rows, motion, extend);
        typing.last = Stroke::Other;
        typing.fresh = typing.fresh && text.is_empty();
        self.history.close();
        self.offer();
    }

    /// Chooses among the names that are offered. False where none are.
    pub(in crate::app) fn choose_offer(&mut self, down: bool) -> bool {
        let typing = self.typing.as_mut();
        typing.is_some_and(|typing| typing.offers.step(down))
    }

    /// Returns true where names are offered for an empty field that takes one of them, and none is chosen.
    pub(in crate::app) fn offers_untaken(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| {
            let text = self.assessment.text(&typing.place).unwrap_or_default();
            let some = typing.offers.list.shown().len() > 0;
            let named = typing.place.shape() == Shape::Named;
            named && some && text.trim().is_empty() && typing.offers.taken() == TakenOffer::None
        })
    }

    /// Lets go of the name that an arrow went to, with all that are offered. False where none is.
    pub(in crate::app) fn leave_offers(&mut self) -> bool {
        let typing = self.typing.as_mut();
        let sought = typing.filter(|typing| typing.offers.is_sought());
        sought
            .map(|typing| typing.offers = Offers::default())
            .is_some()
    }

    /// Takes the name that is chosen. True where the text goes on behind it: it took the place of a part, and not of all.
    pub(in crate::app) fn take_offer(&mut self) -> Result<bool, String> {
        let Some(typing) = &self.typing else {
            return Ok(false);
        };
        let TakenOffer::Offer(offer) = typing.offers.taken() else {
            return Ok(false);
        };
        let place = typing.place.clone();
        let text = self.assessment.text(&place).unwrap_or_default();
        let range = offer.replaces.clone().unwrap_or(0..text.len());
        let splice = Splice {
            at: range.start,
            removed: text.get(range).unwrap_or_default().to_owned(),
            inserted: offer.text.clone(),
        };
        let mut edits = vec![Edit::Splice {
            place: place.clone(),
            splice: splice.clone(),
        }];
        edits.extend(self.setting(&offer.sets));
        self.change(edits)?;
        let text = self.assessment.text(&place).unwrap_or_default().to_owned();
        if let Some(typing) = &mut self.typing {
            typing.cursor.after(&text, &splice);
            typing.offers = Offers::default();
            typing.last = Stroke::Other;
        }
        Ok(offer.replaces.is_some())
    }

    /// Offers what fits the text as it is now.
    pub(super) fn offer(&mut self) {
        let beginning = self
            .typing
            .as_ref()
            .and_then(|it| self.beginning(&it.place));
        if let Some(typing) = &mut self.typing {
            let text = self.assessment.text(&typing.place).unwrap_or_default();
            let lists = &self.framework.lists;
            let at = typing.cursor.at();
            let known = (lists.as_slice(), self.inspectors.as_slice());
            let mut list = offers(&self.assessment, known, &typing.place, text, at);
            list.extend(beginning);
            typing.offers = Offers::of(list, text);
        }
    }

    /// Offers nothing for a name that stands in its place already.
    pub(super) fn withdraw_known_name(&mut self) {
        if let Some(typing) = &mut self.typing {
            let text = self.assessment.text(&typing.place).unwrap_or_default();
            if typing.offers.any_stands_in(text) {
                typing.offers = Offers::default();
            }
        }
    }

    /// Returns the text that is selected.
    pub(in crate::app) fn selected(&self) -> Option<&str> {
        let typing = self.typing.as_ref()?;
        let text = self.assessment.text(&typing.place)?;
        text.get(typing.cursor.selection()?)
    }
}
