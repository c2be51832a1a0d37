//! Places: the address of every value of an assessment.

use std::sync::Arc;

use super::{
    Acceptance, AcceptanceField, Assessment, EditError, Evidence, EvidenceField, Figure,
    FigureField, Finding, FindingField, Head, HeadField, Inspector, InspectorField, Judgment,
    JudgmentField, Note, NoteField, Outlook, OutlookField, Overall, OverallField, Override,
    OverrideField, Period, PeriodField, Recommendation, RecommendationField, Record, Refusal,
    Response, ResponseField, Shape, StatementField, StatementWords, Subject, SubjectField,
    TrayItem, TrayItemField, Value,
};

/// The address of one value. Items of lists are addressed by their place in the list, which every
/// edit before this one has agreed on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Identity and framework.
    Head(HeadField),
    /// The body inspected.
    Subject(SubjectField),
    /// Who signs.
    Inspector(InspectorField),
    /// The time spoken of.
    Period(PeriodField),
    /// The draft's own words.
    Statement(StatementField),
    /// The whole.
    Overall(OverallField),
    /// A judgment, by heading id.
    Judgment(String, JudgmentField),
    /// A finding.
    Finding(usize, FindingField),
    /// A recommendation of a finding: the finding's place, then its own.
    Recommendation(usize, usize, RecommendationField),
    /// An item of evidence.
    Evidence(usize, EvidenceField),
    /// A figure.
    Figure(usize, FigureField),
    /// An item of the look-ahead.
    Outlook(usize, OutlookField),
    /// A response.
    Response(usize, ResponseField),
    /// A review note.
    Note(usize, NoteField),
    /// A problem that is let stand.
    Acceptance(usize, AcceptanceField),
    /// Something that waits for a place.
    TrayItem(usize, TrayItemField),
    /// A hand edit.
    Override(usize, OverrideField),
}

impl Place {
    /// The key that stands for the value in its table.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Head(field) => Head::key(*field),
            Self::Subject(field) => Subject::key(*field),
            Self::Inspector(field) => Inspector::key(*field),
            Self::Period(field) => Period::key(*field),
            Self::Statement(field) => StatementWords::key(*field),
            Self::Overall(field) => Overall::key(*field),
            Self::Judgment(_, field) => Judgment::key(*field),
            Self::Recommendation(_, _, field) => Recommendation::key(*field),
            Self::Finding(_, field) => Finding::key(*field),
            Self::Evidence(_, field) => Evidence::key(*field),
            Self::Figure(_, field) => Figure::key(*field),
            Self::Outlook(_, field) => Outlook::key(*field),
            Self::Response(_, field) => Response::key(*field),
            Self::Note(_, field) => Note::key(*field),
            Self::Acceptance(_, field) => Acceptance::key(*field),
            Self::TrayItem(_, field) => TrayItem::key(*field),
            Self::Override(_, field) => Override::key(*field),
        }
    }

    /// What the value may be.
    pub fn shape(&self) -> Shape {
        match self {
            Self::Head(field) => Head::shape(*field),
            Self::Subject(field) => Subject::shape(*field),
            Self::Inspector(field) => Inspector::shape(*field),
            Self::Period(field) => Period::shape(*field),
            Self::Statement(field) => StatementWords::shape(*field),
            Self::Overall(field) => Overall::shape(*field),
            Self::Judgment(_, field) => Judgment::shape(*field),
            Self::Recommendation(_, _, field) => Recommendation::shape(*field),
            Self::Finding(_, field) => Finding::shape(*field),
            Self::Evidence(_, field) => Evidence::shape(*field),
            Self::Figure(_, field) => Figure::shape(*field),
            Self::Outlook(_, field) => Outlook::shape(*field),
            Self::Response(_, field) => Response::shape(*field),
            Self::Note(_, field) => Note::shape(*field),
            Self::Acceptance(_, field) => Acceptance::shape(*field),
            Self::TrayItem(_, field) => TrayItem::shape(*field),
            Self::Override(_, field) => Override::shape(*field),
        }
    }

    /// Whether the value is text that is edited in place.
    pub fn is_text(&self) -> bool {
        matches!(
            self.shape(),
            Shape::Prose | Shape::Line | Shape::Id | Shape::Named | Shape::Date | Shape::Amount
        )
    }
}

/// A record whose fields are reached by their keys: what all records have in common.
trait Fields {
    fn get_key(&self, key: &str) -> Option<Value>;
    fn set_key(&mut self, key: &str, value: Option<Value>) -> Option<Result<(), Refusal>>;
    fn text_key(&self, key: &str) -> Option<&str>;
    fn text_key_mut(&mut self, key: &str) -> Option<&mut String>;
}

fn field<R: Record>(key: &str) -> Option<R::Field> {
    R::FIELDS
        .iter()
        .copied()
        .find(|field| R::key(*field) == key)
}

impl<R: Record> Fields for R {
    fn get_key(&self, key: &str) -> Option<Value> {
        self.get(field::<R>(key)?)
    }

    fn set_key(&mut self, key: &str, value: Option<Value>) -> Option<Result<(), Refusal>> {
        Some(self.set(field::<R>(key)?, value))
    }

    fn text_key(&self, key: &str) -> Option<&str> {
        self.text(field::<R>(key)?)
    }

    fn text_key_mut(&mut self, key: &str) -> Option<&mut String> {
        self.text_mut(field::<R>(key)?)
    }
}

/// An item of a list, to be changed; a copy that others share is left to them as it is.
fn item<T: Clone>(list: &mut [Arc<T>], at: usize) -> Option<&mut T> {
    list.get_mut(at).map(Arc::make_mut)
}

impl Assessment {
    /// The value at a place; nothing where it is left out, or where there is no such item.
    pub fn get(&self, place: &Place) -> Option<Value> {
        self.record(place)?.get_key(place.key())
    }

    /// The text at a place, where it is text that is edited in place.
    pub fn text(&self, place: &Place) -> Option<&str> {
        match (self.record(place), place) {
            (Some(record), _) => record.text_key(place.key()),
            // A heading that nothing has been judged under has empty texts.
            (None, Place::Judgment(..)) if place.is_text() => Some(""),
            (None, _) => None,
        }
    }

    /// The text at a place, to be changed.
    pub(super) fn text_mut(&mut self, place: &Place) -> Option<&mut String> {
        self.record_mut(place)?.text_key_mut(place.key())
    }

    /// Gives the value at a place.
    ///
    /// # Errors
    /// There is no such place, or the value does not fit it.
    pub(super) fn set(&mut self, place: &Place, value: Option<Value>) -> Result<(), EditError> {
        let missing = || EditError::NoSuchPlace(place.clone());
        let record = self.record_mut(place).ok_or_else(missing)?;
        Ok(record.set_key(place.key(), value).ok_or_else(missing)??)
    }

    /// Drops a judgment in which nothing is left, so that an edit and its inverse leave no trace.
    pub(super) fn tidy(&mut self, place: &Place) {
        if let Place::Judgment(heading, _) = place
            && self.grades.get(heading) == Some(&Judgment::default())
        {
            self.grades.remove(heading);
        }
    }

    fn record(&self, place: &Place) -> Option<&dyn Fields> {
        Some(match place {
            Place::Head(_) => &self.head,
            Place::Subject(_) => &self.subject,
            Place::Inspector(_) => &self.inspector,
            Place::Period(_) => &self.period,
            Place::Statement(_) => &self.statement,
            Place::Overall(_) => &self.overall,
            Place::Judgment(heading, _) => self.grades.get(heading)?,
            Place::Recommendation(at, nth, _) => {
                self.findings.get(*at)?.recommendations.get(*nth)?
            }
            Place::Finding(at, _) => self.findings.get(*at)?.as_ref(),
            Place::Evidence(at, _) => self.evidence.get(*at)?.as_ref(),
            Place::Figure(at, _) => self.figures.get(*at)?.as_ref(),
            Place::Outlook(at, _) => self.outlook.get(*at)?.as_ref(),
            Place::Response(at, _) => self.responses.get(*at)?.as_ref(),
            Place::Note(at, _) => self.notes.get(*at)?.as_ref(),
            Place::Acceptance(at, _) => self.accepted.get(*at)?.as_ref(),
            Place::TrayItem(at, _) => self.tray.get(*at)?.as_ref(),
            Place::Override(at, _) => self.overrides.get(*at)?.as_ref(),
        })
    }

    fn record_mut(&mut self, place: &Place) -> Option<&mut dyn Fields> {
        Some(match place {
            Place::Head(_) => &mut self.head,
            Place::Subject(_) => &mut self.subject,
            Place::Inspector(_) => &mut self.inspector,
            Place::Period(_) => &mut self.period,
            Place::Statement(_) => &mut self.statement,
            Place::Overall(_) => &mut self.overall,
            Place::Judgment(heading, _) => self.grades.entry(heading.clone()).or_default(),
            Place::Recommendation(at, nth, _) => {
                let finding = item(&mut self.findings, *at)?;
                finding.recommendations.get_mut(*nth)?
            }
            Place::Finding(at, _) => item(&mut self.findings, *at)?,
            Place::Evidence(at, _) => item(&mut self.evidence, *at)?,
            Place::Figure(at, _) => item(&mut self.figures, *at)?,
            Place::Outlook(at, _) => item(&mut self.outlook, *at)?,
            Place::Response(at, _) => item(&mut self.responses, *at)?,
            Place::Note(at, _) => item(&mut self.notes, *at)?,
            Place::Acceptance(at, _) => item(&mut self.accepted, *at)?,
            Place::TrayItem(at, _) => item(&mut self.tray, *at)?,
            Place::Override(at, _) => item(&mut self.overrides, *at)?,
        })
    }
}
