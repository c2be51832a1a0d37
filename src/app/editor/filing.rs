//! Numbers in prose, filed as figures of the ledger.

use super::DraftEditor;
use crate::assessment::{
    Address, Edit, Figure, FindingField, Item, List, MAX_ID, OutlookField, Place, StatementField,
};
use crate::check::{BareNumber, bare_number, first_bare_number, number_in_name};
use crate::statement::Values;
use crate::text::{Splice, fold};

impl DraftEditor {
    /// Returns the number at a byte of a text in which figures are named.
    pub(in crate::app) fn number_at(&self, place: &Place, at: usize) -> Option<BareNumber> {
        bare_number(self.text_with_figures(place)?, at)
    }

    /// Returns the first number of a text that counts something and is no figure yet.
    pub(super) fn first_number(&self, place: &Place) -> Option<BareNumber> {
        first_bare_number(self.text_with_figures(place)?)
    }

    /// Returns the first number of a text that is none to count with.
    pub(super) fn number_in_name(&self, place: &Place) -> Option<&str> {
        number_in_name(self.text_with_figures(place)?)
    }

    /// Returns a text in which figures are named.
    fn text_with_figures(&self, place: &Place) -> Option<&str> {
        let names_figures = matches!(
            place,
            Place::Finding(_, FindingField::Text) | Place::Outlook(_, OutlookField::Text)
        ) || matches!(place, Place::Statement(field) if StatementField::SENTENCES.contains(field));
        self.assessment.text(place).filter(|_| names_figures)
    }

    /// Files a number as a figure of this label, and puts its name in its place, as one step that says nothing new.
    /// Returns what is told of it.
    ///
    /// # Errors
    /// The number is no longer in the text, or the label has no letter to make a name of.
    pub(in crate::app) fn file_number(
        &mut self,
        text: &Address,
        number: &str,
        label: &str,
    ) -> Result<String, String> {
        let gone = || format!("“{number}” is no longer in the text. The words stay here.");
        let place = self.assessment.place_of(text).ok_or_else(gone)?;
        let words = self.assessment.text(&place).unwrap_or_default().to_owned();
        let mut found = words.match_indices(number);
        let found = found.find_map(|(at, _)| {
            let found = self.number_at(&place, at)?;
            (words.get(found.range.clone()) == Some(number)).then_some(found)
        });
        let found = found.ok_or_else(gone)?;
        let id = self
            .name_for(label)
            .ok_or("A word is wanted: what does it count?")?;
        let figure = Figure {
            id: id.clone(),
            label: label.to_owned(),
            ..found.figure
        };
        let named = match found.part {
            true => format!("{{{id}.part}}"),
            false => format!("{{{id}}}"),
        };
        let splice = Splice {
            at: found.range.start,
            removed: number.to_owned(),
            inserted: named.clone(),
        };
        let edits = vec![
            Edit::Insert {
                at: self.assessment.figures.len(),
                item: Item::from(figure),
            },
            Edit::Splice {
                place: place.clone(),
                splice: splice.clone(),
            },
        ];
        self.reword(edits)?;
        if let Some(typing) = self.typing.as_mut().filter(|typing| typing.place == place) {
            let text = self.assessment.text(&place).unwrap_or_default();
            typing.cursor.after(text, &splice);
        }
        let spoken = Values::for_one(&self.assessment, &self.framework).fill(&named);
        let said = match spoken == number {
            true => format!("“{number}” is a figure now"),
            // The house writes some numbers otherwise: nobody is to find that in the print.
            false => format!("“{number}” is a figure now, and spoken as “{spoken}”"),
        };
        Ok(format!(
            "{said}: {named} in the text, on record under Figures, where its source can be added."
        ))
    }

    /// Returns a name for a figure that no other has, made of the words of its label; `None` where these have no letter.
    fn name_for(&self, label: &str) -> Option<String> {
        let whole = figure_name(label);
        let most = MAX_ID.saturating_sub(4).min(whole.len());
        let name = whole.get(..most)?.trim_matches('-');
        if !name.contains(|sign: char| sign.is_ascii_lowercase()) {
            return None;
        }
        let numbered = (2..1000).map(|nth| format!("{name}-{nth}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| self.refuse_id(List::Figures, name, None).is_none())
    }
}

/// Returns a name for a figure as names are written: small letters, digits and hyphens, of the words that were typed.
pub(in crate::app) fn figure_name(words: &str) -> String {
    let folded = fold(words);
    let words = folded.split(|sign: char| !sign.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}
