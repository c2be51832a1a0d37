//! Names that are offered while a field is typed.

use std::collections::HashSet;

use crate::app::field::Offer;
use crate::assessment::{
    Assessment, Body, Date, Evidence, EvidenceField, FigureField, FindingField, Inspector,
    InspectorField, Place, RecommendationField, Shape, StatementList, SubjectField, Value, bodies,
    vocabulary,
};
use crate::statement::figure_forms;
use crate::text::{Query, fold};

/// Returns what is offered for a place, given what is typed there and where the cursor stands. Known are the lists
/// of the framework, and who signs other drafts.
pub(in crate::app) fn offers(
    assessment: &Assessment,
    (lists, inspectors): (&[StatementList], &[Inspector]),
    place: &Place,
    typed: &str,
    cursor: usize,
) -> Vec<Offer> {
    if let Some(found) = named_values(assessment, typed, cursor) {
        return found;
    }
    if place.shape() == Shape::Date {
        return days(typed);
    }
    let words = Query::new(typed);
    let plain = |all: &mut dyn Iterator<Item = &str>| -> Vec<Offer> {
        let (mut offers, mut seen) = (Vec::new(), HashSet::new());
        for name in all.filter(|name| words.begins_words_of(name)) {
            // What is typed whole wants nothing more, even where a longer name begins with it.
            if name == typed {
                return Vec::new();
            }
            if seen.insert(name.to_owned()) {
                offers.push(Offer::plain(name));
            }
        }
        offers
    };
    let known = vocabulary();
    match place {
        Place::Subject(SubjectField::Name) => names(typed, &words),
        Place::Subject(SubjectField::Noun) => plain(&mut known.nouns.iter().copied()),
        Place::Inspector(InspectorField::Name) => signing(inspectors, typed, &words),
        Place::Inspector(InspectorField::Office) => {
            let offices = assessment.majesties().flat_map(|majesty| {
                let offices = known.offices.iter();
                offices.map(move |office| office.replace("{majesty}", majesty))
            });
            let offices: Vec<String> = offices.collect();
            plain(&mut offices.iter().map(String::as_str))
        }
        Place::Overall(crate::assessment::OverallField::Marking) => {
            plain(&mut known.markings.iter().copied())
        }
        Place::Recommendation(_, _, RecommendationField::Deadline) => {
            plain(&mut known.deadlines.iter().copied())
        }
        Place::Evidence(_, EvidenceField::Kind) => plain(&mut known.evidence_kinds.iter().copied()),
        Place::Finding(_, FindingField::Paragraph) => plain(
            &mut assessment
                .findings
                .iter()
                .map(|finding| finding.paragraph.as_str())
                .chain(
                    lists
                        .iter()
                        .filter(|list| list.grades.is_empty())
                        .map(|list| list.id.as_str()),
                )
                .filter(|name| !name.is_empty()),
        ),
        Place::Figure(_, FigureField::Source) => recorded(assessment, typed, &words),
        Place::Figure(at, field) => plain(&mut of_figure(assessment, *at, *field)),
        _ => Vec::new(),
    }
}

/// Returns the names that a field of a figure may have.
fn of_figure(
    assessment: &Assessment,
    at: usize,
    field: FigureField,
) -> Box<dyn Iterator<Item = &str> + '_> {
    let others = assessment.figures.iter().enumerate();
    let others = others.filter(move |(other, _)| *other != at);
    match field {
        FigureField::PartOf => Box::new(others.map(|(_, figure)| figure.id.as_str())),
        FigureField::Period => {
            let periods = others.map(|(_, figure)| figure.period.as_str());
            Box::new(periods.filter(|period| !period.is_empty()))
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// Returns the evidence on record, by the names that the draft has for it, each with what it is; words of either find it.
fn recorded(assessment: &Assessment, typed: &str, words: &Query) -> Vec<Offer> {
    let evidence = || assessment.evidence.iter();
    if evidence().any(|it| it.id == typed) {
        return Vec::new();
    }
    let fitting = evidence().filter(|it| words.begins_words_of(&format!("{} {}", it.id, it.title)));
    let offer = |it: &std::sync::Arc<Evidence>| Offer {
        note: it.title.clone(),
        ..Offer::plain(&it.id)
    };
    fitting.map(offer).collect()
}

/// Returns those who sign other drafts, each with the office.
fn signing(inspectors: &[Inspector], typed: &str, words: &Query) -> Vec<Offer> {
    let fitting = inspectors
        .iter()
        .filter(|it| words.begins_words_of(&it.name));
    let offer = |it: &Inspector| Offer {
        note: it.office.clone(),
        sets: vec![(
            Place::Inspector(InspectorField::Office),
            (!it.office.is_empty()).then(|| Value::Text(it.office.clone())),
        )],
        ..Offer::plain(&it.name)
    };
    match inspectors.iter().any(|it| it.name == typed) {
        true => Vec::new(),
        false => fitting.map(offer).collect(),
    }
}

/// Returns the day that was typed as a draft writes it, and in words, where it is not written so yet.
pub(in crate::app) fn days(typed: &str) -> Vec<Offer> {
    let day = Date::read(typed).filter(|day| day.to_string() != typed);
    let offer = day.map(|day| Offer {
        note: day.spoken(),
        ..Offer::plain(&day.to_string())
    });
    offer.into_iter().collect()
}

fn names(typed: &str, words: &Query) -> Vec<Offer> {
    if words.is_empty() || bodies().any(|body| body.name == typed) {
        return Vec::new();
    }
    let set = |field, value: &str| (Place::Subject(field), Some(Value::Text(value.to_owned())));
    bodies()
        .filter(|body| {
            [body.name, body.other_names]
                .iter()
                .any(|it| words.begins_words_of(it))
        })
        .map(|body| {
            let spoken = body.spoken();
            Offer {
                text: body.name.to_owned(),
                note: format!("the {}", body.noun),
                sets: vec![
                    set(SubjectField::Noun, body.noun),
                    spoken.map_or((Place::Subject(SubjectField::Spoken), None), |name| {
                        set(SubjectField::Spoken, name)
                    }),
                ],
                replaces: None,
            }
        })
        .collect()
}

/// Returns the end of the name around the cursor: behind its closing bracket, where nothing but the rest of the name
/// stands before that.
fn end_of_name(typed: &str, cursor: usize) -> usize {
    let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let behind = typed.get(cursor..).unwrap_or_default();
    let rest = behind.trim_start_matches(named);
    match rest.starts_with('}') {
        true => typed.len() - rest.len() + 1,
        false => cursor,
    }
}

/// Returns what is offered after a `{`: figures, what the draft knows by name, and the names of other bodies; `None` where
/// none is open.
fn named_values(assessment: &Assessment, typed: &str, cursor: usize) -> Option<Vec<Offer>> {
    let end = end_of_name(typed, cursor);
    let before = typed.get(..cursor)?;
    let open = before.rfind('{')?;
    let begun = before.get(open + 1..)?;
    if begun.contains(['}', ' ']) {
        return None;
    }
    // Behind the name of a figure, the ways in which it can be spoken.
    if let Some((id, form)) = begun.split_once('.')
        && let Some(figure) = assessment.figure(id)
    {
        let forms = figure_forms(assessment, figure).into_iter();
        let offer = |(name, spoken): (&str, String)| Offer {
            text: format!("{{{id}.{name}}}"),
            note: spoken,
            sets: Vec::new(),
            replaces: Some(open..end),
        };
        let begins = |(name, _): &(&str, String)| name.starts_with(form);
        return Some(forms.filter(begins).map(offer).collect());
    }
    let begins = fold(begun);
    let found = assessment
        .figures
        .iter()
        .filter(|figure| fold(&figure.id).starts_with(&begins))
        .map(|figure| Offer {
            text: format!("{{{}}}", figure.id),
            note: format!("{} {}", figure.value, figure.label),
            sets: Vec::new(),
            replaces: Some(open..end),
        });
    let mut found: Vec<Offer> = found.collect();
    let words = Query::new(begun);
    let replaced = |text: String, note: &str| Offer {
        text,
        note: note.to_owned(),
        sets: Vec::new(),
        replaces: Some(open..end),
    };
    let (subject, inspector) = (&assessment.subject, &assessment.inspector);
    let spoken = match subject.spoken.as_str() {
        "" => &subject.name,
        spoken => spoken,
    };
    let named = [
        ("subject.spoken", spoken),
        ("subject.name", &subject.name),
        ("inspector.name", &inspector.name),
        ("inspector.office", &inspector.office),
    ];
    let known = named.into_iter().filter(|(path, value)| {
        !value.is_empty() && words.begins_words_of(&format!("{path} {value}"))
    });
    found.extend(known.map(|(path, value)| replaced(format!("{{{path}}}"), value)));
    if begun.chars().count() >= 2 {
        let other = bodies().filter(|body| body.name != subject.name);
        let other = other.filter(|body| words.begins_words_of(body.name));
        let name = |body: &Body| body.spoken().unwrap_or(body.name).to_owned();
        found.extend(other.map(|body| replaced(name(&body), "another body")));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::assessment::{Figure, Framework};

    #[test]
    fn evidence_is_found_by_what_it_is_and_named_by_its_id() {
        let mut draft = Assessment::new("x", &Framework::default());
        for (id, title) in [
            ("e1", "Interview with a sergeant"),
            ("e2", "Force control room visit"),
        ] {
            let evidence = Evidence {
                id: id.into(),
                title: title.into(),
                ..Evidence::default()
            };
            draft.evidence.push(evidence.into());
        }
        draft.figures.push(Figure::default().into());
        let offered = |typed: &str| -> Vec<(String, String)> {
            let place = Place::Figure(0, FigureField::Source);
            let offers = offers(&draft, (&[], &[]), &place, typed, typed.len());
            offers.into_iter().map(|it| (it.text, it.note)).collect()
        };
        let visit = ("e2".to_owned(), "Force control room visit".to_owned());
        assert_eq!(offered("control"), [visit]);
        assert_eq!(offered("").len(), 2);
        assert_eq!(offered("e2"), []);
    }
}
