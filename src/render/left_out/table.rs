//! THE table of what is printed where: for each text of a draft and of an inspection, the prints that have a place
//! for it. It does not compile where a field is missing.

use crate::assessment::{
    AcceptanceField, EvidenceField, FigureField, FindingField, HeadField, InspectionField,
    InspectorField, JudgmentField, MonitoringField, NoteField, OutlookField, OverallField,
    OverrideField, PeriodField, Place, RecommendationField, ResponseField, StatementField,
    SubjectField, TrayItemField,
};

/// The content of a print, in whatever format it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// The statement, with its grades below or without.
    Statement,
    /// The statement with what each sentence stands on.
    Sources,
    /// The statement with all that it stands on, for other programs.
    Json,
    /// The whole report on one body.
    Report,
    /// The notice on several bodies.
    Notice,
    /// The whole report on several bodies.
    Theme,
}

impl Content {
    const ALL: &'static [Self] = &[
        Self::Statement,
        Self::Sources,
        Self::Json,
        Self::Report,
        Self::Notice,
        Self::Theme,
    ];

    /// Returns its name inside a sentence.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Statement => "the statement",
            Self::Sources => "the statement with sources",
            Self::Json => "JSON",
            Self::Report => "the report",
            Self::Notice => "the notice",
            Self::Theme => "the thematic report",
        }
    }
}

/// The prints that have a place for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printable {
    /// It is no text: an identity, a choice, a reference, or what the program keeps for itself.
    NoText,
    /// It is printed in these; in none, where it is the author's and the reviewers' own.
    In(&'static [Content]),
    /// It waits in the tray, and is printed once it has a place.
    InTray,
}

use Content::{Json, Notice, Report, Sources, Statement, Theme};
use Printable::{In, InTray, NoText};

const NOWHERE: Printable = In(&[]);
const EVERYWHERE: Printable = In(Content::ALL);
/// The parts of sentences of the statement; the report has the statement in it.
const SPOKEN: Printable = In(STATEMENTS);
/// The prints that have the whole statement in them.
pub(super) const STATEMENTS: &[Content] = &[Statement, Sources, Json, Report];
/// The ground of sentences.
const RESTED_ON: Printable = In(&[Sources, Json, Report]);
const REPORTED: Printable = In(&[Report, Theme]);
/// The parts that the public is told of a body beside its statement.
const PUBLISHED: Printable = In(&[Report, Notice, Theme]);

/// Returns the prints that have a place for a value of a draft.
pub(super) fn printable(place: &Place) -> Printable {
    match place {
        Place::Head(
            HeadField::Id
            | HeadField::Framework
            | HeadField::FrameworkVersion
            | HeadField::Predecessor,
        ) => NoText,
        Place::Subject(SubjectField::Name | SubjectField::Spoken | SubjectField::Noun) => {
            EVERYWHERE
        }
        Place::Inspector(InspectorField::Name | InspectorField::Office) => SPOKEN,
        Place::Period(field) => match field {
            PeriodField::Label => EVERYWHERE,
            PeriodField::FieldworkFrom | PeriodField::FieldworkTo | PeriodField::Published => {
                In(&[Report])
            }
        },
        Place::Statement(field) => match field {
            StatementField::Title => In(&[Statement, Sources, Json]),
            StatementField::Greeting => SPOKEN,
            StatementField::Remit => EVERYWHERE,
            // The words that turn are framework words in a draft: they stand in the statement where it turns.
            StatementField::Contrast
            | StatementField::Voice
            | StatementField::JoinWords
            | StatementField::Person
            | StatementField::Contracted
            | StatementField::PillarGrades
            | StatementField::Closing
            | StatementField::NeedsFirst => NoText,
        },
        Place::Monitoring(MonitoringField::Since) => In(&[Report]),
        Place::Monitoring(MonitoringField::Stage) => NoText,
        Place::Overall(field) => overall(*field),
        Place::Judgment(_, field) => judgment(*field),
        Place::Finding(_, field) => finding(*field),
        Place::Recommendation(
            ..,
            RecommendationField::Text
            | RecommendationField::Deadline
            | RecommendationField::Addressee,
        ) => PUBLISHED,
        Place::Evidence(_, field) => evidence(*field),
        Place::Figure(_, field) => figure(*field),
        Place::Outlook(_, field) => match field {
            OutlookField::Text => SPOKEN,
            OutlookField::Id => NoText,
        },
        Place::Response(_, ResponseField::By | ResponseField::Text | ResponseField::Date) => {
            PUBLISHED
        }
        Place::Note(_, field) => match field {
            NoteField::By | NoteField::Date | NoteField::Text => NOWHERE,
            NoteField::On | NoteField::Resolved => NoText,
        },
        Place::Acceptance(_, field) => match field {
            AcceptanceField::Why | AcceptanceField::By | AcceptanceField::Date => NOWHERE,
            AcceptanceField::Rule | AcceptanceField::On => NoText,
        },
        Place::TrayItem(_, field) => tray(*field),
        Place::Override(_, field) => match field {
            // In a list of findings, what was worded by hand has those words.
            OverrideField::Text => EVERYWHERE,
            OverrideField::Why => In(&[Sources, Report]),
            OverrideField::Sentence | OverrideField::Basis | OverrideField::StoodOn => NoText,
        },
    }
}

fn tray(field: TrayItemField) -> Printable {
    match field {
        TrayItemField::Title
        | TrayItemField::From
        | TrayItemField::Rationale
        | TrayItemField::Value => InTray,
        TrayItemField::Id
        | TrayItemField::Of
        | TrayItemField::Framework
        | TrayItemField::Grade
        | TrayItemField::Scale
        | TrayItemField::State
        | TrayItemField::GradeStoodOn
        | TrayItemField::RationaleStoodOn
        | TrayItemField::Aside => NoText,
    }
}

fn evidence(field: EvidenceField) -> Printable {
    match field {
        // Several bodies' figures name the evidence that they come from.
        EvidenceField::Title => In(&[Sources, Json, Report, Theme]),
        EvidenceField::Kind | EvidenceField::Date | EvidenceField::Reference => RESTED_ON,
        EvidenceField::Place | EvidenceField::Reliability => In(&[Json, Report]),
        EvidenceField::Note => NOWHERE,
        EvidenceField::Id | EvidenceField::Sha256 => NoText,
    }
}

fn figure(field: FigureField) -> Printable {
    match field {
        FigureField::Value
        | FigureField::Unit
        | FigureField::Of
        | FigureField::Label
        | FigureField::Period => EVERYWHERE,
        FigureField::Id | FigureField::PartOf | FigureField::Source => NoText,
    }
}

fn overall(field: OverallField) -> Printable {
    match field {
        OverallField::Rationale => REPORTED,
        OverallField::Marking => EVERYWHERE,
        OverallField::Stance
        | OverallField::Form
        | OverallField::JoinNeed
        | OverallField::Grade
        | OverallField::StanceStoodOn
        | OverallField::GradeStoodOn
        | OverallField::RationaleStoodOn => NoText,
    }
}

fn judgment(field: JudgmentField) -> Printable {
    match field {
        JudgmentField::From => EVERYWHERE,
        JudgmentField::Rationale => REPORTED,
        JudgmentField::Grade
        | JudgmentField::State
        | JudgmentField::GradeStoodOn
        | JudgmentField::RationaleStoodOn => NoText,
    }
}

fn finding(field: FindingField) -> Printable {
    use FindingField as F;
    match field {
        F::Text => EVERYWHERE,
        F::LookedAt | F::Found | F::Comparison | F::Effect => REPORTED,
        // Of a finding that is spoken, no reason is asked.
        F::Why => RESTED_ON,
        F::Id
        | F::Heading
        | F::Kind
        | F::Stance
        | F::Adverb
        | F::Person
        | F::Tense
        | F::Join
        | F::Reads
        | F::Follows
        | F::Also
        | F::Refer
        | F::BeginsWith
        | F::BeginsParagraph
        | F::Change
        | F::Order
        | F::Paragraph
        | F::Evidence
        | F::Against
        | F::Spoken
        | F::Was
        | F::Sensitive
        | F::Status
        | F::Recommendations => NoText,
    }
}

/// Returns the prints that have a place for a value of an inspection.
pub(super) fn printable_of_inspection(field: InspectionField) -> Printable {
    match field {
        InspectionField::Title | InspectionField::Published | InspectionField::Marking => {
            In(&[Notice, Theme])
        }
        InspectionField::Introduction => In(&[Theme]),
        InspectionField::Id | InspectionField::Drafts => NoText,
    }
}
