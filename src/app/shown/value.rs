//! Values in people's words.

use super::WordTone;
use super::judgment::judged;
use crate::app::editor::DraftEditor;
use crate::assessment::{
    Date, Finding, FindingField, Frame, HeadField, Join, JudgmentField, Kind, MonitoringField,
    NO_OPENING, OVERALL, OverallField, PeriodField, Place, Reads, Refer, Shape, StatementField,
    TrayItem, Value,
};
use crate::check::Balance;
use crate::text::{capital, counted, truncate, year_in};

/// Returns what is shown for a field: its value in people's words, or what stands in for an empty one.
pub fn value(editor: &DraftEditor, place: &Place) -> (String, WordTone) {
    let (assessment, framework) = (&editor.assessment, &editor.framework);
    let typing = editor.typing.as_ref();
    if typing.is_some_and(|typing| typing.place == *place) {
        let text = assessment.text(place).unwrap_or("");
        return match editor.stand_in(place).filter(|_| text.is_empty()) {
            Some(words) => (words, WordTone::StandIn),
            None => (text.to_owned(), WordTone::Text),
        };
    }
    let Some(value) = assessment.get(place) else {
        return in_place_of(editor, place);
    };
    let words = match (place, value) {
        (Place::Judgment(heading, JudgmentField::Grade), _) => return grade(editor, heading),
        (Place::Overall(OverallField::Grade), _) => return whole_grade(editor),
        (Place::Overall(OverallField::Stance), value) => {
            return opening(editor, &value.to_string());
        }
        (Place::Monitoring(MonitoringField::Stage), value) => {
            let id = value.to_string();
            match framework.stage(&id) {
                Some(stage) => stage.title.clone(),
                None => return (format!("{id} ! no such stage"), WordTone::Warning),
            }
        }
        (Place::Statement(StatementField::Closing), value) => {
            let id = value.to_string();
            match framework.closing(&id) {
                Some(it) => crate::statement::closing_words(assessment, framework, it),
                None => return (format!("{id} ! no such closing"), WordTone::Warning),
            }
        }
        (Place::Finding(_, FindingField::Heading), value) => {
            let heading = framework.heading(&value.to_string());
            heading.map_or("Overall", |it| it.title.as_str()).to_owned()
        }
        (Place::Finding(_, FindingField::Stance), id) => {
            let id = id.to_string();
            let frame = framework.frame(&id);
            frame.map_or_else(|| id.replace('-', " "), Frame::begins)
        }
        (Place::Statement(StatementField::Voice), id) => id.to_string().replace('-', " "),
        (Place::Finding(_, FindingField::Kind), value) => {
            let kind = Kind::from_word(&value.to_string());
            kind.map_or("", Kind::title).to_owned()
        }
        (Place::Finding(_, FindingField::Evidence | FindingField::Against), Value::List(ids)) => {
            let title =
                |id: &String| match assessment.evidence_item(id).map(|item| item.title.trim()) {
                    Some("") => "a record without a title".to_owned(),
                    Some(title) => title.to_owned(),
                    None => id.clone(),
                };
            let titles: Vec<String> = ids.iter().map(title).collect();
            titles.join("; ")
        }
        (Place::Period(PeriodField::Label), Value::Text(text)) if year_in(&text).is_none() => {
            return (format!("{text} ! no year"), WordTone::Warning);
        }
        (place, Value::Text(text)) if place.shape() == Shape::Date => {
            // As it was understood, not as it was typed.
            return match Date::parse(text.trim()) {
                Some(day) => (day.spoken(), WordTone::Text),
                None => (format!("{text} ! no day"), WordTone::Warning),
            };
        }
        (_, value) => value.to_string(),
    };
    (words, WordTone::Text)
}

/// Returns a judgment in few words, for where it is not looked at in a window of few rows: without what the grade means;
/// `None` for what has no such words.
pub fn value_in_short(editor: &DraftEditor, place: &Place) -> Option<(String, WordTone)> {
    let (grade, heading) = match place {
        Place::Judgment(heading, JudgmentField::Grade) => {
            let judgment = editor.assessment.judgment(heading);
            (
                judgment.grade.filter(|_| judgment.state.is_none()),
                heading.as_str(),
            )
        }
        Place::Overall(OverallField::Grade) => (editor.assessment.overall.grade, OVERALL),
        _ => return None,
    };
    let point = editor.framework.scale_point(grade?)?;
    let beside = beside(editor, heading);
    let words = format!("{}.{beside}", point.words);
    Some((words, WordTone::Grade(point.grade)))
}

/// Returns what is found beside a grade, on its own page, so that nobody has to count.
fn beside(editor: &DraftEditor, heading: &str) -> String {
    let beside = match editor.judged_id(editor.page) == Some(heading) {
        true => editor.balance(),
        false => Balance::default(),
    };
    match beside.is_empty() {
        true => String::new(),
        false => format!(" {}.", capital(&beside.to_string())),
    }
}

/// Returns the opening that was chosen, with what the grades say of it.
fn opening(editor: &DraftEditor, stance: &str) -> (String, WordTone) {
    let (assessment, framework) = (&editor.assessment, &editor.framework);
    if stance == NO_OPENING {
        let words = "none: it begins with what was found";
        return (words.to_owned(), WordTone::Text);
    }
    let fits = framework.rung(stance).map_or(Some(false), |rung| {
        crate::statement::suggested(assessment, framework, rung)
    });
    let rung = framework.rung(stance);
    let name = rung.map_or_else(
        || stance.replace('-', " "),
        |rung| truncate(&rung.begins(), 96).into_owned(),
    );
    let name = match assessment.overall.form.as_str() {
        "" => name,
        form => format!("{name}, {form}"),
    };
    match fits {
        None => (name, WordTone::Text),
        Some(true) => (format!("{name} ✓ fits the grades"), WordTone::Fits),
        Some(false) => {
            let words = match crate::statement::suggested_words(assessment, framework) {
                Some(others) => format!("{name} ! the grades suggest {others}"),
                None => format!("{name} ! the grades do not suggest it"),
            };
            (words, WordTone::Warning)
        }
    }
}

/// Returns what stands in for an empty field.
fn in_place_of(editor: &DraftEditor, place: &Place) -> (String, WordTone) {
    if let Some(words) = editor.stand_in(place) {
        return (words, WordTone::StandIn);
    }
    let words = match place {
        Place::Judgment(heading, JudgmentField::Grade) => return grade(editor, heading),
        Place::Overall(OverallField::Grade) => return whole_grade(editor),
        Place::Overall(OverallField::Stance) => {
            return ("no opening yet".to_owned(), WordTone::Open);
        }
        Place::Finding(_, FindingField::Spoken) => return ("yes".to_owned(), WordTone::Text),
        Place::Statement(StatementField::Voice) => "the framework's own".to_owned(),
        Place::Statement(
            StatementField::Contrast
            | StatementField::JoinWords
            | StatementField::Person
            | StatementField::Contracted
            | StatementField::PillarGrades
            | StatementField::NeedsSayIt,
        )
        | Place::Finding(_, FindingField::Person) => "as the voice has it".to_owned(),
        Place::Overall(OverallField::JoinNeed) => "no".to_owned(),
        Place::Head(HeadField::Predecessor) => "none named".to_owned(),
        _ => "–".to_owned(),
    };
    (words, WordTone::StandIn)
}

/// Returns the grade of a heading, with its meaning and, on its own page, what is found beside it.
fn grade(editor: &DraftEditor, heading: &str) -> (String, WordTone) {
    let judgment = editor.assessment.judgment(heading);
    let grade = judgment.grade;
    match grade.and_then(|grade| editor.framework.scale_point(grade)) {
        Some(point) if judgment.state.is_none() => {
            let beside = beside(editor, heading);
            let words = format!("{} – it means: {}{beside}", point.words, point.meaning);
            (words, WordTone::Grade(point.grade))
        }
        Some(point) => {
            let words = format!("{}, carried over", point.words);
            (words, WordTone::Grade(point.grade))
        }
        None if judgment.state.is_some() => (judged(&judgment).0.to_owned(), WordTone::Quiet),
        None => ("not yet graded".to_owned(), WordTone::Open),
    }
}

fn whole_grade(editor: &DraftEditor) -> (String, WordTone) {
    let grade = editor.assessment.overall.grade;
    match grade.and_then(|grade| editor.framework.scale_point(grade)) {
        Some(point) => {
            let words = format!("{} – it means: {}", point.words, point.meaning);
            (words, WordTone::Grade(point.grade))
        }
        None => ("not yet graded".to_owned(), WordTone::Open),
    }
}

/// Returns what is set on a finding beside its kind and words.
pub(super) fn tags(finding: &Finding) -> String {
    let sign = |on: bool, words: &str| on.then(|| words.to_owned());
    let named = |lead: &str, words: &str| (!words.is_empty()).then(|| format!("{lead}{words}"));
    let count = |many: usize, words: &str| (many > 0).then(|| counted(many, words));
    let refer = finding.refer.map(|refer| match refer {
        Refer::It => "as it",
        Refer::Noun => "by noun",
        Refer::Name => "by name",
        Refer::Its => "as its",
        Refer::They => "as they",
    });
    let tags = [
        named("", &finding.stance.replace('-', " ")),
        named("", &finding.adverb),
        finding.person.map(|it| it.word().to_owned()),
        finding.tense.map(|it| it.word().to_owned()),
        sign(finding.also == Some(true), "also"),
        sign(finding.also == Some(false), "without also"),
        sign(finding.join == Some(Join::Always), "joined"),
        sign(finding.join == Some(Join::Never), "not joined"),
        sign(finding.join == Some(Join::But), "joined by but"),
        sign(finding.join == Some(Join::Although), "joined by although"),
        sign(finding.join == Some(Join::While), "joined by while"),
        refer.map(str::to_owned),
        sign(finding.reads == Some(Reads::Whole), "as typed"),
        sign(finding.reads == Some(Reads::Body), "about the body"),
        named("behind ", &finding.follows),
        finding.change.map(|it| format!("since: {}", it.word())),
        finding.order.map(|order| format!("order {order}")),
        named("begins: ", &finding.begins_with),
        sign(finding.begins_paragraph, "¶ new paragraph"),
        named("¶ ", &finding.paragraph),
        count(finding.evidence.len(), "record"),
        count(finding.against.len(), "record").map(|many| format!("{many} against")),
        count(finding.recommendations.len(), "recommendation"),
        named("was under ", &finding.was),
        sign(finding.sensitive, "sensitive"),
        sign(finding.spoken == Some(false), "not spoken"),
        named("", &finding.status),
    ];
    tags.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns what waits in the tray, in a line: "Victims: good. Because …".
pub(super) fn waiting_words(item: &TrayItem) -> String {
    let grade = item.grade.map(|grade| grade.word().replace('-', " "));
    let state = item.state.map(|state| state.word().replace('-', " "));
    let parts = [
        grade,
        state,
        Some(item.from.clone()),
        Some(item.value.clone()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let head = match parts.is_empty() {
        true => item.title.clone(),
        false => format!("{}: {}", item.title, parts.join(", ")),
    };
    match item.rationale.trim() {
        "" => head,
        why => format!("{head}. {why}"),
    }
}

/// Returns where it comes from, and whether it still waits.
pub(super) fn waiting_tags(item: &TrayItem) -> String {
    let aside = if item.aside { " · set aside" } else { "" };
    format!("from {}{aside}", item.framework)
}
