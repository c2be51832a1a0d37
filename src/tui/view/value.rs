//! Values in people's words.

use super::headings::{grade_role, judged};
use crate::app::DraftEditor;
use crate::assessment::{
    Change, Finding, FindingField, HeadField, Join, JudgmentField, Kind, OverallField, Place,
    Refer, StatementField, SubjectField, TrayItem, Value,
};
use crate::check::Balance;
use crate::config::StyleRole;
use crate::statement::ParagraphRole;

/// What is shown for a field: its value in people's words, or what stands in for an empty one.
pub(super) fn value(editor: &DraftEditor, place: &Place) -> (String, StyleRole) {
    let assessment = &editor.assessment;
    let framework = &editor.framework;
    let woven = |part: &ParagraphRole| {
        let paragraphs = &editor.document().paragraphs;
        paragraphs
            .iter()
            .find(|p| p.role == *part)
            .map(|p| p.text())
            .unwrap_or_default()
    };
    if editor
        .typing
        .as_ref()
        .is_some_and(|typing| typing.place == *place)
    {
        return (
            assessment.text(place).unwrap_or("").to_owned(),
            StyleRole::Text,
        );
    }
    match (place, assessment.get(place)) {
        (Place::Judgment(heading, JudgmentField::Grade), _) => {
            let judgment = assessment.judgment(heading);
            match judgment
                .grade
                .and_then(|grade| framework.scale_point(grade))
            {
                Some(point) if judgment.state.is_none() => {
                    // Beside the grade, so that nobody has to count.
                    let said = match editor.judged_id(editor.page) == Some(heading.as_str()) {
                        true => editor.balance(),
                        false => Balance::default(),
                    };
                    let said = match said.praise + said.needs {
                        0 => String::new(),
                        _ => format!(" {said}."),
                    };
                    (
                        format!("{} – {}{said}", point.words, point.meaning),
                        grade_role(point.grade),
                    )
                }
                Some(point) => (
                    format!("{}, carried over", point.words),
                    grade_role(point.grade),
                ),
                None if judgment.state.is_some() => {
                    (judged(&judgment).0.to_owned(), StyleRole::Dim)
                }
                None => ("not yet graded".to_owned(), StyleRole::Ungraded),
            }
        }
        (Place::Overall(OverallField::Grade), _) => {
            let grade = assessment.overall.grade;
            match grade.and_then(|grade| framework.scale_point(grade)) {
                Some(point) => (
                    format!("{} – {}", point.words, point.meaning),
                    grade_role(point.grade),
                ),
                None => ("not yet graded".to_owned(), StyleRole::Ungraded),
            }
        }
        (Place::Overall(OverallField::Stance), Some(value)) => {
            let rung = value.to_string();
            let fits = framework
                .rung(&rung)
                .is_some_and(|rung| crate::statement::in_band(assessment, framework, rung));
            if fits {
                (format!("{rung} ✓ fits the grades"), StyleRole::InBand)
            } else {
                (
                    format!("{rung} ! the grades suggest another"),
                    StyleRole::Warning,
                )
            }
        }
        (Place::Overall(OverallField::Stance), None) => {
            ("no opening yet".to_owned(), StyleRole::Ungraded)
        }
        (Place::Finding(_, FindingField::Heading), Some(value)) => {
            let id = value.to_string();
            let title = framework
                .heading(&id)
                .map_or("Overall", |heading| heading.title.as_str());
            (title.to_owned(), StyleRole::Text)
        }
        (Place::Finding(_, FindingField::Kind), Some(value)) => {
            let kind = Kind::from_word(&value.to_string());
            (kind.map_or("", Kind::title).to_owned(), StyleRole::Text)
        }
        (
            Place::Finding(_, FindingField::Evidence | FindingField::Against),
            Some(Value::List(ids)),
        ) => {
            let title = |id: &String| {
                let item = assessment.evidence.iter().find(|item| item.id == *id);
                match item.map(|item| item.title.as_str()) {
                    Some(title) if !title.is_empty() => title.to_owned(),
                    _ => id.clone(),
                }
            };
            let titles: Vec<String> = ids.iter().map(title).collect();
            (titles.join("; "), StyleRole::Text)
        }
        (Place::Finding(_, FindingField::Spoken), None) => ("yes".to_owned(), StyleRole::Text),
        (_, Some(value)) => (value.to_string(), StyleRole::Text),
        (Place::Subject(SubjectField::Spoken), None) => {
            (assessment.subject.name.clone(), StyleRole::Placeholder)
        }
        (Place::Subject(SubjectField::Noun), None) => {
            (assessment.noun().to_owned(), StyleRole::Placeholder)
        }
        (Place::Statement(StatementField::Title), None) => {
            (woven(&ParagraphRole::Title), StyleRole::Placeholder)
        }
        (Place::Statement(StatementField::Greeting), None) => {
            (woven(&ParagraphRole::Greeting), StyleRole::Placeholder)
        }
        (Place::Statement(StatementField::Remit), None) => {
            (framework.words.remit.clone(), StyleRole::Placeholder)
        }
        (Place::Head(HeadField::Predecessor), None) => {
            ("none named".to_owned(), StyleRole::Placeholder)
        }
        (_, None) => ("–".to_owned(), StyleRole::Placeholder),
    }
}

/// The mark of a kind of finding: the key that adds one.
pub(super) fn kind_mark(kind: Kind) -> (&'static str, StyleRole) {
    match kind {
        Kind::Strength => ("+", StyleRole::Strength),
        Kind::Improvement => ("−", StyleRole::Need),
        Kind::Concern => ("!", StyleRole::Concern),
        Kind::Practice => ("*", StyleRole::Practice),
        Kind::Context => ("=", StyleRole::Context),
    }
}

/// What is set on a finding beside its kind and words.
pub(super) fn tags(finding: &Finding) -> String {
    let mut tags: Vec<String> = Vec::new();
    let mut add = |on: bool, words: &str| {
        if on {
            tags.push(words.to_owned());
        }
    };
    add(!finding.stance.is_empty(), &finding.stance);
    add(finding.also, "also");
    add(finding.join == Some(Join::Always), "joined");
    add(finding.join == Some(Join::Never), "not joined");
    add(finding.refer == Some(Refer::It), "as it");
    add(finding.refer == Some(Refer::Noun), "by noun");
    add(finding.refer == Some(Refer::Name), "by name");
    add(
        finding.change.is_some(),
        &format!("since: {}", finding.change.map_or("", Change::word)),
    );
    add(
        finding.order.is_some(),
        &format!("need {}", finding.order.unwrap_or(0)),
    );
    add(
        !finding.paragraph.is_empty(),
        &format!("¶ {}", finding.paragraph),
    );
    add(
        !finding.evidence.is_empty(),
        &format!("evidence {}", finding.evidence.len()),
    );
    add(
        !finding.against.is_empty(),
        &format!("against {}", finding.against.len()),
    );
    add(
        !finding.recommendations.is_empty(),
        &format!("recommendations {}", finding.recommendations.len()),
    );
    add(
        !finding.was.is_empty(),
        &format!("was under {}", finding.was),
    );
    add(finding.sensitive, "sensitive");
    add(finding.spoken == Some(false), "not spoken");
    add(!finding.status.is_empty(), &finding.status);
    tags.join(" · ")
}

/// What waits in the tray, in a line: "Victims: good. Because …".
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

/// Where it comes from, and whether it still waits.
pub(super) fn waiting_tags(item: &TrayItem) -> String {
    let aside = if item.aside { " · set aside" } else { "" };
    format!("from {}{aside}", item.framework)
}
