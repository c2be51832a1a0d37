//! The rows of the draft's own page.

use super::EditorRow;
use crate::assessment::{
    Assessment, Framework, HeadField, InspectorField, Monitoring, MonitoringField, OverallField,
    PeriodField, Place, StatementField, SubjectField,
};

/// The label of the field that names last year's draft.
pub(super) const LAST_YEAR: &str = "Its draft";

/// Returns the rows: the body, the inspector, the period, how the body is monitored, how the statement is spoken.
pub(super) fn rows(assessment: &Assessment, framework: &Framework) -> Vec<EditorRow> {
    use {InspectorField as I, PeriodField as P, StatementField as W, SubjectField as S};
    let mut rows = vec![
        EditorRow::Section("The body inspected"),
        EditorRow::Field(Place::Subject(S::Name), "Name"),
        EditorRow::Field(Place::Subject(S::Spoken), "In a sentence"),
        EditorRow::Field(Place::Subject(S::Noun), "Noun"),
        EditorRow::Section("The inspector"),
        EditorRow::Field(Place::Inspector(I::Name), "Name"),
        EditorRow::Field(Place::Inspector(I::Office), "Office"),
        EditorRow::Section("The period"),
        EditorRow::Field(Place::Period(P::Label), "Year"),
        EditorRow::Field(Place::Period(P::FieldworkFrom), "Fieldwork from"),
        EditorRow::Field(Place::Period(P::FieldworkTo), "Fieldwork to"),
        EditorRow::Field(Place::Period(P::Published), "Published"),
    ];
    if !framework.monitoring.is_empty() || assessment.monitoring != Monitoring::default() {
        rows.extend([
            EditorRow::Section("How the body is monitored"),
            EditorRow::Field(Place::Monitoring(MonitoringField::Stage), "Stage"),
            EditorRow::Field(Place::Monitoring(MonitoringField::Since), "Since"),
        ]);
    }
    rows.extend([
        EditorRow::Section("The statement"),
        EditorRow::Field(Place::Statement(W::Title), "Title"),
        EditorRow::Field(Place::Statement(W::Greeting), "Greeting"),
        EditorRow::Field(Place::Statement(W::Remit), "Remit"),
        EditorRow::Field(Place::Overall(OverallField::Marking), "Marking"),
        EditorRow::Section("How it is spoken"),
        EditorRow::Field(Place::Statement(W::Voice), "Voice"),
        EditorRow::Field(Place::Statement(W::Contrast), "Turns with"),
        EditorRow::Field(Place::Statement(W::JoinWords), "Joined up to"),
        EditorRow::Field(Place::Statement(W::Person), "Frames say"),
        EditorRow::Field(Place::Statement(W::Contracted), "Contracted"),
    ]);
    if !framework.judgments.pillar.is_empty() {
        let grades = Place::Statement(W::PillarGrades);
        rows.push(EditorRow::Field(grades, "Pillar grades"));
    }
    rows.extend([
        EditorRow::Section("The year before"),
        EditorRow::Field(Place::Head(HeadField::Predecessor), LAST_YEAR),
    ]);
    rows
}
