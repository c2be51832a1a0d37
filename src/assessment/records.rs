//! The smaller tables of a draft.

use super::declare::record;
use super::grade::{Grade, Judgment, JudgmentState};
use super::value::Shape;
use super::voice::Person;

record! {
    /// Identity of the draft and the framework that it is written under.
    Head / HeadField {
        /// Identity, made once and never changed.
        Id id: String = "id", Shape::Id;
        /// The framework's id.
        Framework framework: String = "framework", Shape::Id;
        /// The version of the framework that the draft was written under.
        FrameworkVersion framework_version: String = "framework-version", Shape::Line;
        /// The file of last year's draft, from this one's folder; empty where there is none.
        Predecessor predecessor: String = "predecessor", Shape::Line;
        /// Words that are spelt right here, though no dictionary has them.
        Words words: Vec<String> = "words", Shape::List;
    }
}

record! {
    /// The body inspected.
    Subject / SubjectField {
        /// Its name: "City of London Police".
        Name name: String = "name", Shape::Line;
        /// The name inside a sentence: "the City of London Police". The name where left out.
        Spoken spoken: String = "spoken", Shape::Line;
        /// Its noun after "the": force, constabulary, service, brigade.
        Noun noun: String = "noun", Shape::Line;
    }
}

record! {
    /// The person who signs the assessment.
    Inspector / InspectorField {
        /// The inspector's name.
        Name name: String = "name", Shape::Line;
        /// The office: "His Majesty's Inspector of Constabulary".
        Office office: String = "office", Shape::Line;
    }
}

record! {
    /// The time that the assessment speaks of.
    Period / PeriodField {
        /// The year of the programme: "2015", "2021/22".
        Label label: String = "label", Shape::Line;
        /// First day of fieldwork.
        FieldworkFrom fieldwork_from: String = "fieldwork-from", Shape::Date;
        /// Last day of fieldwork.
        FieldworkTo fieldwork_to: String = "fieldwork-to", Shape::Date;
        /// Day of publication.
        Published published: String = "published", Shape::Date;
    }
}

record! {
    /// Words of the draft's own, in place of the framework's.
    StatementWords / StatementField {
        /// The title line.
        Title title: String = "title", Shape::Line;
        /// The first paragraph.
        Greeting greeting: String = "greeting", Shape::Prose;
        /// The purpose of the body: "in keeping people safe and reducing crime".
        Remit remit: String = "remit", Shape::Line;
        /// The voice of the framework in which it is spoken; the framework's own where left out.
        Voice voice: String = "voice", Shape::Named;
        /// The words that turn, in place of the voice's: "However,", "But".
        Contrast contrast: Vec<String> = "contrast", Shape::List;
        /// The most words that two joined sentences may have, in place of the voice's; none are joined at 0.
        JoinWords join_words: Option<i64> = "join-words", Shape::Whole;
        /// Who speaks in frames, in place of the voice's.
        Person person: Option<Person> = "person", Shape::Choice(Person::WORDS);
        /// True where "I am" is "I'm", in place of the voice's.
        Contracted contracted: Option<bool> = "contracted", Shape::Flag;
        /// True where the grades of pillars are spoken, in place of the voice's.
        PillarGrades pillar_grades: Option<bool> = "pillar-grades", Shape::Flag;
        /// True where a need calls the body "it" as a strength does, in place of the voice's.
        NeedsSayIt needs_say_it: Option<bool> = "needs-say-it", Shape::Flag;
        /// Paragraphs whose needs are spoken before their strengths: a heading's id, or the name of a
        /// paragraph of its own.
        NeedsFirst needs_first: Vec<String> = "needs-first", Shape::List;
        /// The framework's closing that ends the statement.
        Closing closing: String = "closing", Shape::Named;
        /// The last sentences, behind the closing.
        Ending ending: String = "ending", Shape::Prose;
    }
}

impl StatementField {
    /// The fields whose words are spoken.
    pub const SPOKEN: [Self; 4] = [Self::Title, Self::Greeting, Self::Remit, Self::Ending];
    /// The fields of whole sentences, in which figures are named.
    pub const SENTENCES: [Self; 2] = [Self::Greeting, Self::Ending];
}

record! {
    /// The whole.
    Overall / OverallField {
        /// The rung of the framework's ladder that opens the statement, or [`super::NO_OPENING`].
        Stance stance: String = "stance", Shape::Named;
        /// The form of the rung's wording; its own words where left out.
        Form form: String = "form", Shape::Named;
        /// True where the opening and the first need of its paragraph share a sentence.
        JoinNeed join_need: bool = "join-need", Shape::Flag;
        /// The grade for the whole, where the framework has one.
        Grade grade: Option<Grade> = "grade", Shape::Choice(Grade::WORDS);
        /// The reason for this grade.
        Rationale rationale: String = "rationale", Shape::Prose;
        /// The ground on which the rung was chosen: the grades, and the findings of the whole and those of gravest
        /// concern with a hash of what they said.
        StanceStoodOn stance_stood_on: Vec<String> = "stance-stood-on", Shape::List;
        /// The ground on which the grade was chosen.
        GradeStoodOn grade_stood_on: Vec<String> = "grade-stood-on", Shape::List;
        /// The ground on which the reason was last written.
        RationaleStoodOn rationale_stood_on: Vec<String> = "rationale-stood-on", Shape::List;
        /// Protective marking: "OFFICIAL-SENSITIVE".
        Marking marking: String = "marking", Shape::Line;
    }
}

record! {
    /// The stage in which the inspectorate monitors the body.
    Monitoring / MonitoringField {
        /// The framework's stage.
        Stage stage: String = "stage", Shape::Named;
        /// The day since which the body is in it.
        Since since: String = "since", Shape::Date;
    }
}

record! {
    /// Something that found no place when the framework was changed, and waits for one in the tray. Findings wait
    /// there themselves, under the heading [`super::TRAY`].
    TrayItem / TrayItemField {
        /// Identity, made once.
        Id id: String = "id", Shape::Id;
        /// The address of what it was of: `grades.victims`, `overall`, `f3` for the frame of a finding, `needs-first`.
        Of of: String = "of", Shape::Line;
        /// The title of that: the heading's.
        Title title: String = "title", Shape::Line;
        /// The framework that it was written under.
        Framework framework: String = "framework", Shape::Line;
        /// The grade.
        Grade grade: Option<Grade> = "grade", Shape::Choice(Grade::WORDS);
        /// The number of grades on its scale; grades of two scales do not compare.
        Scale scale: Option<i64> = "scale", Shape::Whole;
        /// Narrative, not inspected or carried over.
        State state: Option<JudgmentState> = "state", Shape::Choice(JudgmentState::WORDS);
        /// The year that a grade is carried over from.
        From from: String = "from", Shape::Line;
        /// The reason for this grade.
        Rationale rationale: String = "rationale", Shape::Prose;
        /// The ground on which the grade, or the opening, was given.
        GradeStoodOn grade_stood_on: Vec<String> = "grade-stood-on", Shape::List;
        /// The ground on which the reason was written.
        RationaleStoodOn rationale_stood_on: Vec<String> = "rationale-stood-on", Shape::List;
        /// The opening, the frame, or the paragraph.
        Value value: String = "value", Shape::Line;
        /// True where it has been set aside: it stays in the file, and waits no longer.
        Aside aside: bool = "aside", Shape::Flag;
    }
}

record! {
    /// Something that findings stand on.
    Evidence / EvidenceField {
        /// Identity, made once.
        Id id: String = "id", Shape::Id;
        /// One of the kinds in `assets/words.toml`.
        Kind kind: String = "kind", Shape::Line;
        /// Its title.
        Title title: String = "title", Shape::Line;
        /// The day that it dates from.
        Date date: String = "date", Shape::Date;
        /// The place where it was gathered.
        Place place: String = "place", Shape::Line;
        /// A file, an address or a docket.
        Reference reference: String = "reference", Shape::Line;
        /// The file's SHA-256, in hexadecimal.
        Sha256 sha256: String = "sha256", Shape::Line;
        /// Its content in short.
        Note note: String = "note", Shape::Prose;
        /// The degree to which it can be relied on.
        Reliability reliability: String = "reliability", Shape::Line;
    }
}

record! {
    /// Something that the inspector will look at next.
    Outlook / OutlookField {
        /// Identity, made once.
        Id id: String = "id", Shape::Id;
        /// The subject of the look, from "how the force …".
        Text text: String = "text", Shape::Prose;
    }
}

record! {
    /// The body's answer, in its own words.
    Response / ResponseField {
        /// The person or body that gave it.
        By by: String = "by", Shape::Line;
        /// The words.
        Text text: String = "text", Shape::Prose;
        /// The day.
        Date date: String = "date", Shape::Date;
        /// The words that lead it where it is told and not quoted: "He added that". Empty for a quotation.
        Lead lead: String = "lead", Shape::Line;
        /// The id of the finding that it answers, where it answers one alone.
        On on: String = "on", Shape::Line;
    }
}

record! {
    /// A review note.
    Note / NoteField {
        /// The id or path that it is about.
        On on: String = "on", Shape::Line;
        /// The person who wrote it.
        By by: String = "by", Shape::Line;
        /// The day.
        Date date: String = "date", Shape::Date;
        /// The note.
        Text text: String = "text", Shape::Prose;
        /// True where it is dealt with.
        Resolved resolved: bool = "resolved", Shape::Flag;
    }
}

record! {
    /// A problem of the check that somebody has looked at and lets stand.
    Acceptance / AcceptanceField {
        /// The id of the rule that finds it.
        Rule rule: String = "rule", Shape::Line;
        /// The id or path that it is about.
        On on: String = "on", Shape::Line;
        /// The words of it that stand, where only these do: those that are spelt so.
        Words words: String = "words", Shape::Line;
        /// The reason for which it stands.
        Why why: String = "why", Shape::Prose;
        /// The person who accepted it.
        By by: String = "by", Shape::Line;
        /// The day.
        Date date: String = "date", Shape::Date;
    }
}

record! {
    /// A sentence edited by hand.
    Override / OverrideField {
        /// The sentence's stable key.
        Sentence sentence: String = "sentence", Shape::Line;
        /// The words that take its place.
        Text text: String = "text", Shape::Prose;
        /// A hash of what the sentence said when it was edited.
        Basis basis: String = "basis", Shape::Line;
        /// The reason for which it was edited.
        Why why: String = "why", Shape::Line;
        /// The items that the sentence stood on when it was edited, each with a hash of what that said.
        StoodOn stood_on: Vec<String> = "stood-on", Shape::List;
    }
}

impl Overall {
    /// Returns the grade of the whole as a judgment.
    pub fn judgment(&self) -> Judgment {
        Judgment {
            grade: self.grade,
            ..Judgment::default()
        }
    }
}
