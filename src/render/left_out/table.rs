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
    /// It is in prints of a draft that have review notes.
    WithNotes,
    /// It waits in the tray, and is printed once it has a place.
    InTray,
}

use Content::{Json, Notice, Report, Sources, Statement, Theme};
use Printable::{In, InTray, NoText, WithNotes};

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

/// Makes of the table the match that holds every field of every record.
macro_rules! printable_table {
    ($($record:ident $fields:ident { $($($field:ident)+ => $prints:expr;)+ })*) => {
        /// Returns the prints that have a place for a value of a draft.
        pub(super) fn printable(place: &Place) -> Printable {
            match place {
                $($(Place::$record(.., $($fields::$field)|+) => $prints,)+)*
            }
        }
    };
}

printable_table! {
    Head HeadField { Id Framework FrameworkVersion Predecessor Words => NoText; }
    Subject SubjectField { Name Spoken Noun => EVERYWHERE; }
    Inspector InspectorField { Name Office => SPOKEN; }
    Period PeriodField {
        Label => EVERYWHERE;
        FieldworkFrom FieldworkTo Published => In(&[Report]);
    }
    Statement StatementField {
        Title => In(&[Statement, Sources, Json]);
        Greeting Ending => SPOKEN;
        Remit => EVERYWHERE;
        // The words that turn are framework words in a draft: they stand in the statement where it turns.
        Contrast Voice JoinWords Person Contracted PillarGrades NeedsSayIt Closing NeedsFirst => NoText;
    }
    Monitoring MonitoringField {
        Since => In(&[Report]);
        Stage => NoText;
    }
    Overall OverallField {
        Rationale => REPORTED;
        Marking => EVERYWHERE;
        Stance Form JoinNeed Grade StanceStoodOn GradeStoodOn RationaleStoodOn => NoText;
    }
    Judgment JudgmentField {
        From => EVERYWHERE;
        Rationale => REPORTED;
        Grade State GradeStoodOn RationaleStoodOn => NoText;
    }
    Finding FindingField {
        Text => EVERYWHERE;
        LookedAt Found => PUBLISHED;
        Comparison Effect => REPORTED;
        // Of a finding that is spoken, no reason is asked.
        Why => RESTED_ON;
        Id Heading Kind Stance Adverb Person Tense Join Reads Follows Also Refer BeginsWith BeginsParagraph Change
        Order Paragraph Evidence
        Against Spoken Was Sensitive Status Recommendations => NoText;
    }
    Recommendation RecommendationField { Text Deadline Addressee => PUBLISHED; }
    Evidence EvidenceField {
        // Several bodies' figures name the evidence that they come from.
        Title => In(&[Sources, Json, Report, Theme]);
        Kind Date Reference => RESTED_ON;
        Place Reliability => In(&[Json, Report]);
        Note => NOWHERE;
        Id Sha256 => NoText;
    }
    Figure FigureField {
        Value Unit Of Label Period => EVERYWHERE;
        Id PartOf Source => NoText;
    }
    Outlook OutlookField {
        Text => SPOKEN;
        Id => NoText;
    }
    Response ResponseField {
        By Text Date Lead => PUBLISHED;
        On => NoText;
    }
    Note NoteField {
        By Date Text => WithNotes;
        On Resolved => NoText;
    }
    Acceptance AcceptanceField {
        Words Why By Date => NOWHERE;
        Rule On => NoText;
    }
    TrayItem TrayItemField {
        Title From Rationale Value => InTray;
        Id Of Framework Grade Scale State GradeStoodOn RationaleStoodOn Aside => NoText;
    }
    Override OverrideField {
        // In a list of findings, what was worded by hand has those words.
        Text => EVERYWHERE;
        Why => In(&[Sources, Report]);
        Sentence Basis StoodOn => NoText;
    }
}

/// Says of a text of a draft that is never read aloud which print has it, if any; `None` of all others.
pub fn printed_unspoken(place: &Place) -> Option<&'static str> {
    let prints = match printable(place) {
        In(prints) => prints,
        WithNotes => return Some("It is in no print but one with notes."),
        NoText | InTray => return None,
    };
    match prints {
        [] => Some("It is in no print."),
        _ if prints.contains(&Statement) => None,
        _ if prints.contains(&Report) => Some("Printed in the report, not read aloud."),
        _ => None,
    }
}

/// Returns the prints that have a place for a value of an inspection.
pub(super) fn printable_of_inspection(field: InspectionField) -> Printable {
    match field {
        InspectionField::Title | InspectionField::Published | InspectionField::Marking => {
            In(&[Notice, Theme])
        }
        InspectionField::Introduction => In(&[Notice, Theme]),
        InspectionField::Release | InspectionField::Notes | InspectionField::Contact => {
            In(&[Notice])
        }
        InspectionField::Id | InspectionField::Drafts => NoText,
    }
}
