//! The choices for a field, each with its meaning.

use super::choice::Choice;
use super::spoken_choices;
use crate::assessment::{
    Assessment, FindingField, Framework, Grade, JudgmentField, JudgmentState, Kind,
    MonitoringField, OVERALL, OverallField, Place, Shape, StatementField, Value, vocabulary,
};

/// Returns what can be chosen for a place; empty where a value is typed.
pub fn choices(assessment: &Assessment, framework: &Framework, place: &Place) -> Vec<Choice> {
    let now = assessment.get(place);
    let one = |value: Option<Value>, label: &str, meaning: &str| Choice {
        sets: vec![(place.clone(), value.clone())],
        ..Choice::plain(label, meaning, value == now)
    };
    let text = |word: &str| Some(Value::Text(word.to_owned()));
    match place {
        Place::Judgment(heading, JudgmentField::Grade) => grades(assessment, framework, heading),
        Place::Overall(OverallField::Grade) => {
            let scale = framework.scale.iter();
            let scale = scale.map(|it| one(text(it.grade.word()), &it.words, &it.meaning));
            let none = one(None, "not yet graded", "Nothing decided.");
            std::iter::once(none).chain(scale).collect()
        }
        Place::Overall(OverallField::Stance) => spoken_choices::ladder(assessment, framework),
        Place::Overall(OverallField::JoinNeed) => spoken_choices::join_need(assessment),
        Place::Statement(StatementField::Closing) => {
            spoken_choices::closings(assessment, framework, place)
        }
        Place::Monitoring(MonitoringField::Stage) => {
            spoken_choices::stages(assessment, framework, place)
        }
        Place::Statement(field) => spoken_choices::voice(assessment, framework, *field),
        Place::Finding(at, field) => match field {
            FindingField::Kind => Kind::ALL
                .iter()
                .map(|kind| one(text(kind.word()), kind.title(), kind_meaning(*kind)))
                .collect(),
            FindingField::Stance => spoken_choices::frames(assessment, framework, *at),
            FindingField::Adverb => spoken_choices::adverbs(assessment, framework, *at),
            FindingField::Person | FindingField::Tense => spoken_choices::manner(assessment, place),
            FindingField::Heading => headings(framework)
                .map(|(id, title)| {
                    let mut choice = one(text(id), title, "");
                    // Placed, it needs no longer know where it stood.
                    let was = (Place::Finding(*at, FindingField::Was), None);
                    choice.sets.push(was);
                    choice
                })
                .collect(),
            FindingField::Follows => follows(assessment, *at, &one),
            FindingField::BeginsWith => openers(assessment, *at, &one),
            FindingField::Evidence | FindingField::Against => linked(assessment, place, *at),
            FindingField::Order => {
                let none = one(None, "none", "After those that have a number.");
                let most = most_order(assessment, *at);
                let numbers = (1..=most).map(|n| one(Some(Value::Whole(n)), &n.to_string(), ""));
                std::iter::once(none).chain(numbers).collect()
            }
            _ => {
                let value = |word| match (word, place.shape()) {
                    ("", _) => None,
                    (word, Shape::Flag) => Some(Value::Flag(word == "true")),
                    (word, _) => text(word),
                };
                let words = vocabulary().choices.get(place.key());
                let words = words.into_iter().flatten();
                words
                    .map(|[word, label, meaning]| one(value(word), label, meaning))
                    .collect()
            }
        },
        _ => Vec::new(),
    }
}

/// Returns "Overall" and the framework's headings: id and title.
pub(super) fn headings(framework: &Framework) -> impl Iterator<Item = (&str, &str)> {
    std::iter::once((OVERALL, "Overall")).chain(
        framework
            .headings
            .iter()
            .map(|heading| (heading.id.as_str(), heading.title.as_str())),
    )
}

/// Returns the findings of the same heading, behind one of which a finding can be spoken.
fn follows(
    assessment: &Assessment,
    at: usize,
    choice: &dyn Fn(Option<Value>, &str, &str) -> Choice,
) -> Vec<Choice> {
    let none = choice(
        None,
        "as it comes",
        "Behind the one that it points back to.",
    );
    let heading = assessment.findings.get(at).map(|it| it.heading.as_str());
    let others = assessment.under(heading.unwrap_or_default());
    let others = others.filter(|(other, it)| *other != at && !it.id.is_empty());
    let others =
        others.map(|(_, it)| choice(Some(Value::Text(it.id.clone())), &it.text, "Behind this."));
    std::iter::once(none).chain(others).collect()
}

/// Returns the words that can stand before a finding's sentence: those of its side, and those of none.
fn openers(
    assessment: &Assessment,
    at: usize,
    choice: &dyn Fn(Option<Value>, &str, &str) -> Choice,
) -> Vec<Choice> {
    let kind = assessment.findings.get(at).map(|finding| finding.kind);
    let known = vocabulary();
    let praise = kind.is_none_or(|kind| !kind.is_need());
    let need = kind.is_none_or(|kind| !kind.is_praise());
    let lists = [
        (&known.openers_of_praise, praise, "Of a strength."),
        (&known.openers_of_need, need, "Of an area for improvement."),
        (&known.openers, true, "Of any finding."),
    ];
    let lists = lists.into_iter().filter(|(_, fits, _)| *fits);
    let words = lists.flat_map(|(list, _, meaning)| list.iter().map(move |word| (word, meaning)));
    let words =
        words.map(|(word, meaning)| choice(Some(Value::Text((*word).to_owned())), word, meaning));
    let none = choice(None, "nothing", "The sentence stands as it is.");
    std::iter::once(none).chain(words).collect()
}

fn grades(assessment: &Assessment, framework: &Framework, heading: &str) -> Vec<Choice> {
    let now = assessment.judgment(heading);
    let sets = |grade: Option<Grade>, state: Option<JudgmentState>| {
        let set = |field, word: Option<&str>| {
            let value = word.map(|word| Value::Text(word.to_owned()));
            (Place::Judgment(heading.to_owned(), field), value)
        };
        vec![
            set(JudgmentField::Grade, grade.map(Grade::word)),
            set(JudgmentField::State, state.map(JudgmentState::word)),
        ]
    };
    let one =
        |label: &str, meaning: &str, grade: Option<Grade>, state: Option<JudgmentState>| Choice {
            sets: sets(grade, state),
            ..Choice::plain(label, meaning, now.grade == grade && now.state == state)
        };
    let points = framework.scale.iter();
    let graded = points.clone();
    let graded = graded.map(|it| one(&it.words, &it.meaning, Some(it.grade), None));
    let described = [
        (
            "narrative",
            "Described, and given no grade.",
            JudgmentState::Narrative,
        ),
        (
            "not inspected",
            "Left out of this inspection.",
            JudgmentState::NotInspected,
        ),
    ];
    let described = described.map(|(label, meaning, state)| one(label, meaning, None, Some(state)));
    let carried = points.map(|point| {
        let label = format!("{}, carried over", point.words);
        let meaning = "The grade of an earlier year; say which.";
        one(
            &label,
            meaning,
            Some(point.grade),
            Some(JudgmentState::CarriedOver),
        )
    });
    let is_graded = framework.judged(heading).is_none_or(|it| it.graded);
    let no_grade = format!("{} gives no grade here.", framework.title);
    let meaning = if is_graded {
        "Nothing decided."
    } else {
        &no_grade
    };
    let none = one("not yet graded", meaning, None, None);
    // A grade that stands where there is none to give can be seen, and taken out.
    let may_stand = |choice: &Choice| is_graded || choice.current;
    // What is chosen at first comes first, so that no list begins at its end.
    std::iter::once(none)
        .chain(graded.filter(may_stand))
        .chain(described)
        .chain(carried.filter(may_stand))
        .collect()
}

/// Returns the highest number that is offered for the order of a need.
fn most_order(assessment: &Assessment, at: usize) -> i64 {
    let needs = assessment.findings.get(at).map_or(1, |finding| {
        let under = assessment.under(&finding.heading);
        under.filter(|(_, other)| other.kind.is_need()).count()
    });
    i64::try_from(needs.clamp(3, 20)).unwrap_or(3)
}

/// Returns every item of evidence, to be linked to a finding or no longer: each choice is the other way about.
fn linked(assessment: &Assessment, place: &Place, at: usize) -> Vec<Choice> {
    let now = assessment.ids_at(place);
    let other = assessment.findings.get(at).map(|finding| match place {
        Place::Finding(_, FindingField::Against) => (&finding.evidence, "supports it"),
        _ => (&finding.against, "weighs against it"),
    });
    let one = |item: &std::sync::Arc<crate::assessment::Evidence>| {
        let current = now.contains(&item.id);
        let mut ids: Vec<String> = now.iter().filter(|id| **id != item.id).cloned().collect();
        if !current {
            ids.push(item.id.clone());
        }
        let mut meaning = vec![item.kind.clone(), item.date.clone(), item.place.clone()];
        if let Some((ids, words)) = other
            && ids.contains(&item.id)
        {
            meaning.push(words.to_owned());
        }
        meaning.retain(|words| !words.is_empty());
        let label = match item.title.as_str() {
            "" => &item.id,
            title => title,
        };
        Choice {
            sets: vec![(place.clone(), (!ids.is_empty()).then_some(Value::List(ids)))],
            ..Choice::plain(label, &meaning.join(" · "), current)
        }
    };
    assessment.evidence.iter().map(one).collect()
}

fn kind_meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Strength => "Something done well.",
        Kind::Improvement => "Falls short of the expected standard; no recommendation.",
        Kind::Concern => "Serious, critical or systemic; needs a recommendation with a deadline.",
        Kind::Practice => "Worth copying elsewhere.",
        Kind::Context => "Setting, national role, events: neither praise nor blame.",
    }
}
