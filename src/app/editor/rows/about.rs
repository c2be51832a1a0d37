//! The rows of the draft's own page.

use super::EditorRow;
use crate::assessment::{
    Assessment, Framework, HeadField, InspectorField, Monitoring, MonitoringField, OverallField,
    PeriodField, Place, Single, StatementField, SubjectField,
};

/// Returns the rows: the body, the inspector, the period, how the body is monitored, how the statement is spoken.
pub(super) fn rows(assessment: &Assessment, framework: &Framework) -> Vec<EditorRow> {
    use {InspectorField as I, PeriodField as P, StatementField as W, SubjectField as S};
    let mut rows = vec![
        EditorRow::Section(Single::Subject.title()),
        EditorRow::Field(Place::Subject(S::Name)),
        EditorRow::Field(Place::Subject(S::Spoken)),
        EditorRow::Field(Place::Subject(S::Noun)),
        EditorRow::Section(Single::Inspector.title()),
        EditorRow::Field(Place::Inspector(I::Name)),
        EditorRow::Field(Place::Inspector(I::Office)),
        EditorRow::Section(Single::Period.title()),
        EditorRow::Field(Place::Period(P::Label)),
        EditorRow::Field(Place::Period(P::FieldworkFrom)),
        EditorRow::Field(Place::Period(P::FieldworkTo)),
        EditorRow::Field(Place::Period(P::Published)),
    ];
    if !framework.monitoring.is_empty() || assessment.monitoring != Monitoring::default() {
        rows.extend([
            EditorRow::Section(Single::Monitoring.title()),
            EditorRow::Field(Place::Monitoring(MonitoringField::Stage)),
            EditorRow::Field(Place::Monitoring(MonitoringField::Since)),
        ]);
    }
    rows.extend([
        EditorRow::Section(Single::Statement.title()),
        EditorRow::Field(Place::Statement(W::Title)),
        EditorRow::Field(Place::Statement(W::Greeting)),
        EditorRow::Field(Place::Statement(W::Remit)),
        EditorRow::Field(Place::Statement(W::Ending)),
        EditorRow::Field(Place::Overall(OverallField::Marking)),
        EditorRow::Section("How it is spoken"),
        EditorRow::Field(Place::Statement(W::Voice)),
        EditorRow::Field(Place::Statement(W::Contrast)),
        EditorRow::Field(Place::Statement(W::JoinWords)),
        EditorRow::Field(Place::Statement(W::Person)),
        EditorRow::Field(Place::Statement(W::Contracted)),
        EditorRow::Field(Place::Statement(W::NeedsSayIt)),
    ]);
    if !framework.judgments.pillar.is_empty() {
        let grades = Place::Statement(W::PillarGrades);
        rows.push(EditorRow::Field(grades));
    }
    rows.extend([
        EditorRow::Section(Single::Head.title()),
        EditorRow::Field(Place::Head(HeadField::Predecessor)),
    ]);
    rows
}
