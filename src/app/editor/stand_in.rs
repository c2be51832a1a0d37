//! What is said where a field is empty, so that it can be shown there, and taken as a beginning.

use super::DraftEditor;
use crate::app::field::Offer;
use crate::assessment::{InspectorField, Place, StatementField, SubjectField};
use crate::statement::{ParagraphRole, Values};

impl DraftEditor {
    /// Returns the words that are said in place of an empty text; `None` where nothing is.
    pub fn stand_in(&self, place: &Place) -> Option<String> {
        let words = &self.framework.words;
        let woven = |role: ParagraphRole| {
            let mut paragraphs = self.document().paragraphs.iter();
            let paragraph = paragraphs.find(|paragraph| paragraph.role == role);
            paragraph.map(|it| it.text()).unwrap_or_default()
        };
        let filled = |name: &str| Values::for_one(&self.assessment, &self.framework).fill(name);
        let said = match place {
            Place::Subject(SubjectField::Spoken) => Some(self.assessment.subject.name.clone()),
            Place::Subject(SubjectField::Noun) => Some(self.assessment.noun().to_owned()),
            Place::Statement(StatementField::Title) => Some(woven(ParagraphRole::Title)),
            Place::Statement(StatementField::Greeting) => Some(woven(ParagraphRole::Greeting)),
            Place::Statement(StatementField::Remit) if !words.remit.trim().is_empty() => {
                Some(filled("{remit}"))
            }
            Place::Inspector(InspectorField::Office) if !words.office.trim().is_empty() => {
                Some(filled("{inspector.office}"))
            }
            _ => None,
        };
        said.filter(|words| !words.is_empty())
    }

    /// Returns true where an empty text is typed in, in place of which something is said.
    pub fn types_over_stand_in(&self) -> bool {
        self.typing.as_ref().is_some_and(|typing| {
            let empty = self
                .assessment
                .text(&typing.place)
                .is_none_or(str::is_empty);
            empty && self.stand_in(&typing.place).is_some()
        })
    }

    /// Returns what is offered for an empty text of the statement: the words that are said now, to go on from.
    pub(super) fn beginning(&self, place: &Place) -> Option<Offer> {
        let empty = self.assessment.text(place).is_some_and(str::is_empty);
        if !empty || !matches!(place, Place::Statement(_)) {
            return None;
        }
        let words = self.stand_in(place).filter(|it| !it.is_empty())?;
        Some(Offer {
            note: "as it is said now".to_owned(),
            ..Offer::plain(&words)
        })
    }
}
