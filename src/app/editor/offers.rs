//! Names that are offered while a field is typed.

use crate::assessment::{
    Assessment, Date, EvidenceField, FigureField, FindingField, InspectorField, Place,
    RecommendationField, Shape, SubjectField, Value, bodies, vocabulary,
};
use crate::statement::figure_forms;
use crate::text::{Query, fold};

/// Something that is offered in place of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The words that take the place.
    pub text: String,
    /// A note beside them.
    pub note: String,
    /// Values that are set with it.
    pub sets: Vec<(Place, Option<Value>)>,
    /// The stretch of the text that it replaces; the whole where nothing is given.
    pub replaces: Option<std::ops::Range<usize>>,
}

impl Offer {
    /// Returns an offer of a name that replaces the whole text.
    pub(in crate::app) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            note: String::new(),
            sets: Vec::new(),
            replaces: None,
        }
    }
}

/// The most offers that are shown.
const MOST: usize = 6;

/// Returns what is offered for a place, given what is typed there and where the cursor stands.
pub(in crate::app) fn offers(
    assessment: &Assessment,
    place: &Place,
    typed: &str,
    cursor: usize,
) -> Vec<Offer> {
    if let Some(found) = figures(assessment, typed, cursor) {
        return found;
    }
    if place.shape() == Shape::Date {
        return days(typed);
    }
    let words = Query::new(typed);
    let plain = |all: &mut dyn Iterator<Item = &str>| -> Vec<Offer> {
        let mut seen: Vec<Offer> = Vec::new();
        for name in all.filter(|name| words.begins_words_of(name)) {
            // What is typed whole wants nothing more, even where a longer name begins with it.
            if name == typed {
                return Vec::new();
            }
            if seen.len() < MOST && !seen.iter().any(|offer| offer.text == name) {
                seen.push(Offer::plain(name));
            }
        }
        seen
    };
    let known = vocabulary();
    match place {
        Place::Subject(SubjectField::Name) => names(typed, &words),
        Place::Subject(SubjectField::Noun) => plain(&mut known.nouns.iter().copied()),
        Place::Inspector(InspectorField::Office) => plain(&mut known.offices.iter().copied()),
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
                .filter(|name| !name.is_empty()),
        ),
        Place::Figure(at, FigureField::PartOf) => plain(
            &mut assessment
                .figures
                .iter()
                .enumerate()
                .filter(|(other, _)| other != at)
                .map(|(_, figure)| figure.id.as_str()),
        ),
        Place::Figure(_, FigureField::Source) => {
            plain(&mut assessment.evidence.iter().map(|e| e.id.as_str()))
        }
        _ => Vec::new(),
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

/// Returns the offer after the chosen one, or before it, and round again; `None` where nothing is offered.
pub(in crate::app) fn next_offer(
    offers: &[Offer],
    chosen: Option<usize>,
    down: bool,
) -> Option<usize> {
    let last = offers.len().checked_sub(1)?;
    Some(match (chosen, down) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => (at + 1) % offers.len(),
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
    })
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
        .take(MOST)
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

/// Returns the figures that are offered after a `{`, or `None` where none is open.
fn figures(assessment: &Assessment, typed: &str, cursor: usize) -> Option<Vec<Offer>> {
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
            replaces: Some(open..cursor),
        };
        let begins = |(name, _): &(&str, String)| name.starts_with(form);
        return Some(forms.filter(begins).map(offer).collect());
    }
    let begins = fold(begun);
    let found = assessment
        .figures
        .iter()
        .filter(|figure| fold(&figure.id).starts_with(&begins))
        .take(MOST)
        .map(|figure| Offer {
            text: format!("{{{}}}", figure.id),
            note: format!("{} {}", figure.value, figure.label),
            sets: Vec::new(),
            replaces: Some(open..cursor),
        });
    Some(found.collect())
}
