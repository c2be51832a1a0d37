//! The line of help under the field that the cursor is on. Where a text is printed is said by the table of what is printed
//! where, and by no words of its own.

use crate::assessment::{
    EvidenceField, FigureField, FindingField, HeadField, InspectorField, JudgmentField,
    MonitoringField, OverallField, PeriodField, Place, RecommendationField, ResponseField, Shape,
    StatementField, SubjectField,
};
use crate::render::printed_unspoken;

/// Returns what a field is for, and of sentences where they are printed, in a line; `None` where its label says all.
pub(super) fn help(place: &Place) -> Option<String> {
    let sentences = place.shape() == Shape::Prose;
    let printed = match sentences || matches!(place, Place::Finding(_, FindingField::Why)) {
        true => printed_unspoken(place),
        false => None,
    };
    let parts = [purpose(place), printed];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Returns what a field is for.
fn purpose(place: &Place) -> Option<&'static str> {
    match place {
        Place::Finding(_, field) => of_finding(*field),
        Place::Figure(_, field) => of_figure(*field),
        Place::Evidence(_, field) => of_evidence(*field),
        Place::Statement(field) => of_statement(*field),
        Place::Subject(SubjectField::Spoken) => {
            Some("Where it is called otherwise inside a sentence than in the title.")
        }
        Place::Subject(SubjectField::Noun) => {
            Some("What it is called after “the”: force, constabulary, service, brigade.")
        }
        Place::Inspector(InspectorField::Office) => {
            Some("Behind the inspector's name in the report, and in a greeting that says it.")
        }
        Place::Period(PeriodField::Label) => Some("As the programme counts: 2023, or 2023/24."),
        Place::Period(_) => Some("A day: 19 May 2023, 19/5/2023 or 2023-05-19."),
        Place::Monitoring(MonitoringField::Stage) => {
            Some("How closely the body is monitored between inspections.")
        }
        Place::Overall(OverallField::Stance) => {
            Some("The sentence that the whole statement stands under.")
        }
        Place::Overall(OverallField::JoinNeed) => {
            Some("Whether the opening and the first area for improvement share a sentence.")
        }
        Place::Overall(OverallField::Marking) => {
            Some("A protective marking, which is on every screen and every print.")
        }
        Place::Overall(OverallField::Rationale) | Place::Judgment(_, JudgmentField::Rationale) => {
            Some("Why this grade.")
        }
        Place::Judgment(_, JudgmentField::From) => {
            Some("The year that the grade is carried over from.")
        }
        Place::Head(HeadField::Predecessor) => {
            Some("Last year's draft, whose grades stand beside this year's.")
        }
        Place::Recommendation(_, _, RecommendationField::Deadline) => {
            Some("By when: a day, or words such as “within six months”.")
        }
        Place::Recommendation(_, _, RecommendationField::Addressee) => {
            Some("Who is to do it, where that is not the body itself.")
        }
        Place::Response(_, ResponseField::Text) => Some("Printed in quotes, word for word."),
        Place::Response(_, ResponseField::Lead) => {
            Some("Words before what is told and not quoted: “He added that”; none for a quotation.")
        }
        Place::Response(_, ResponseField::On) => {
            Some("The id of the finding that it answers, where it answers one alone.")
        }
        _ => None,
    }
}

fn of_finding(field: FindingField) -> Option<&'static str> {
    use FindingField as F;
    Some(match field {
        F::Status => "How far it is, for you and your colleagues; it is in no print.",
        F::Stance => "The words in which it is spoken: “I am pleased that …”.",
        F::Adverb => "A word inside the frame: “particularly”, “very”.",
        F::Person => "Who speaks in the frame: I, or we.",
        F::Tense => "When the frame speaks: “I am pleased”, or “I was pleased”.",
        F::Join => "Whether it shares a sentence with its neighbour, and by which word.",
        F::Also => "Whether “also” stands in its sentence.",
        F::Refer => "How the body is named in it: “the force”, “it”, its name.",
        F::Order => {
            "Its place among the areas for improvement and causes of concern of its paragraph: 1 is first."
        }
        F::Paragraph => {
            "A name of your own: all findings with one name are spoken in a paragraph of theirs."
        }
        F::BeginsParagraph => "Whether a paragraph begins with it.",
        F::BeginsWith => "Words before its sentence: “However,”, “In particular,”.",
        F::Reads => "Whether the body is what the sentence is about, where that is in doubt.",
        F::Follows => "The finding straight behind which it is spoken.",
        F::Change => "How it was at the last inspection, where that is to be said.",
        F::Spoken => "Whether it is in the statement, or kept on record only.",
        F::Why => "Why it is not spoken.",
        F::Sensitive => "Kept out of everything that is printed.",
        F::Evidence => "The records that it stands on.",
        F::Against => "The records that weigh against it.",
        F::LookedAt => "What was examined: files, interviews, visits.",
        F::Found => "What that showed, in full.",
        F::Comparison => "How that compares with others, or with last year.",
        F::Effect => "What follows from it for the public.",
        _ => return None,
    })
}

fn of_figure(field: FigureField) -> Option<&'static str> {
    use FigureField as F;
    Some(match field {
        F::Id => "Texts say it in curly brackets, and always its value of now.",
        F::Value => "The number alone: 1,204 or 38.5.",
        F::Unit => "What is counted: %, incidents, £m.",
        F::Label => "What the number tells, in a few words.",
        F::Period => "The time that it is about: 2022/23.",
        F::Of => "The whole that it was counted out of: 118 out of 400.",
        F::PartOf => {
            "The figure that this one is a part of; the two are checked against each other."
        }
        F::Source => "The record in which it stands.",
    })
}

fn of_evidence(field: EvidenceField) -> Option<&'static str> {
    use EvidenceField as F;
    Some(match field {
        F::Kind => "Interview, document, data, visit, survey: what sort of record it is.",
        F::Reference => "Its file or its number; `assay verify` tells when a file has changed.",
        F::Place => "Where it was found or said.",
        F::Sha256 => {
            "Of the file that is named above, taken by Assay: it shows whether the file is still the same."
        }
        _ => return None,
    })
}

fn of_statement(field: StatementField) -> Option<&'static str> {
    use StatementField as F;
    Some(match field {
        F::Title => "In place of the title that the framework gives.",
        F::Greeting => "The first words, in place of the framework's where it has any.",
        F::Remit => "What the body is to do, said in the opening: “in keeping people safe”.",
        F::Voice => "The words that turn, I or we, joined or short.",
        F::Contrast => {
            "The words by which the statement turns from strengths to areas for improvement."
        }
        F::JoinWords => "Two sentences are joined up to so many words.",
        F::Person => "Who speaks in frames: I, or we.",
        F::Contracted => "“I'm” for “I am”, “we're” for “we are”.",
        F::PillarGrades => "Whether the grades of pillars are said aloud.",
        F::NeedsSayIt => {
            "Whether an area for improvement says “it” of the body, as a strength does."
        }
        F::Closing => "The words that end the statement.",
        F::Ending => "Sentences of your own at the end: “Overall, I commend …”.",
        _ => return None,
    })
}
