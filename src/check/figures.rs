//! The ledger: what a text names must be there, and numbers must agree with each other.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::context::{at, field};
use super::{CheckContext, Problem, Rule, place_of, problem};
use crate::assessment::{Address, Figure, FindingField, List, Place, StatementField};
use crate::statement::{CONCERNS, Source, Values};
use crate::text::fold;

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut named: HashSet<&str> = HashSet::new();
    let values = OnceCell::new();
    each_text(context, |place, text| {
        // A name that is no figure's may be a field's.
        if !all_figures(context, text, &mut named) {
            let values = values.get_or_init(|| Values::new(context.draft, context.framework));
            problems.extend(unknown(values, place, text));
        }
    });
    problems.extend(missing(context));
    let figures = context.draft.figures.iter();
    let wholes: HashSet<&str> = figures.map(|figure| figure.part_of.trim()).collect();
    for figure in &context.draft.figures {
        problems.extend(part(context, figure));
        problems.extend(percent(context, figure));
        let id = figure.id.as_str();
        if !named.contains(id) && !wholes.contains(id) {
            problems.push(context.about(
                Rule::FigureUnused,
                Address::Item(List::Figures, figure.id.clone()),
                "is spoken by nothing",
                format!(
                    "name it as {{{}}} where it belongs, or take it out",
                    figure.id
                ),
            ));
        }
        if figure.source.trim().is_empty() {
            problems.push(context.about(
                Rule::FigureWithoutSource,
                Address::Item(List::Figures, figure.id.clone()),
                "names no evidence that it comes from",
                "name the evidence as its source",
            ));
        }
    }
    problems.extend(disagreements(context));
    problems
}

/// Visits every text that may name a value.
fn each_text<'c>(context: &CheckContext<'c>, mut visit: impl FnMut(&dyn Fn() -> Address, &'c str)) {
    for spoken in StatementField::SPOKEN {
        let text = context.draft.text(&Place::Statement(spoken));
        let path = format!("statement.{}", Place::Statement(spoken).key());
        visit(&|| field(&path), text.unwrap_or_default());
    }
    for finding in &context.draft.findings {
        visit(&|| at(finding), &finding.text);
        for ground in FindingField::GROUND {
            visit(&|| at(finding), finding.ground(ground));
        }
    }
    for item in &context.draft.outlook {
        visit(
            &|| Address::Item(List::Outlook, item.id.clone()),
            &item.text,
        );
    }
    for edit in &context.draft.overrides {
        visit(
            &|| Address::Item(List::Overrides, edit.sentence.clone()),
            &edit.text,
        );
    }
}

/// Returns the names in braces of a text.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let opens = text.match_indices('{');
    opens.filter_map(|(open, _)| {
        let rest = text.get(open + 1..)?;
        Some(rest.split_once('}')?.0)
    })
}

/// Adds the figures that a text names to `named`; false where it names anything else.
fn all_figures<'c>(
    context: &CheckContext<'c>,
    text: &'c str,
    named: &mut HashSet<&'c str>,
) -> bool {
    let mut all = true;
    for name in names_in(text) {
        // A form of a figure names the figure; what form it has is the value's to say.
        let (id, form) = name.split_once('.').unwrap_or((name, ""));
        if let Some((id, _)) = context.figures.get_key_value(id) {
            named.insert(id);
        }
        let stands = context.figures.contains_key(id) && matches!(form, "" | "period" | "label");
        all &= stands;
    }
    all
}

/// Reports the names in braces of a text that stand for nothing.
fn unknown(values: &Values<'_>, place: &dyn Fn() -> Address, text: &str) -> Vec<Problem> {
    let unknown = values.unknown(text).into_iter();
    let one = |name: String| {
        problem(
            Rule::UnknownFigure,
            place(),
            format!("{{{name}}} names no figure and no field"),
            "add it to Figures, or correct the name",
        )
    };
    unknown.map(one).collect()
}

/// Reports values that the statement speaks and that nobody has written yet: they read "…".
fn missing(context: &CheckContext) -> Vec<Problem> {
    let mut places = BTreeSet::new();
    let mut without_concern = BTreeSet::new();
    // Read once, where the first sentence with a gap is met.
    let named = OnceCell::new();
    let sentences = context.document.sentences();
    for sentence in sentences.filter(|sentence| sentence.text.contains('…')) {
        let missing = sentence.sources.iter();
        let missing = missing.filter(|each| is_missing(context, each, &named));
        places.extend(missing.map(|source| place_of(source, &sentence.key)));
        let concerns = Source::Framework(CONCERNS.to_owned());
        if sentence.sources.contains(&concerns) {
            let said = Address::Sentence(sentence.key.clone());
            without_concern.insert(said.said_first(|id| context.findings.contains_key(id)));
        }
    }
    let missing = |place: Address| {
        context.about(
            Rule::MissingValue,
            place,
            "is spoken, and not written yet: the statement reads \"…\"",
            "write it",
        )
    };
    let without_concern = without_concern.into_iter().map(|place| {
        problem(
            Rule::MissingValue,
            place,
            "the statement names the causes of concern here, and has none to name: it reads \"…\"",
            "record them, or choose other words",
        )
    });
    let places = places.into_iter().map(missing);
    places.chain(without_concern).collect()
}

fn is_missing<'c>(
    context: &CheckContext<'c>,
    source: &Source,
    named: &OnceCell<HashSet<&'c str>>,
) -> bool {
    let draft = context.draft;
    let empty = |text: &str| text.trim().is_empty();
    match source {
        // Missing names have a rule of their own.
        Source::Draft(Address::Field(name)) => match name.as_str() {
            "inspector.office" => empty(&draft.inspector.office),
            "period.label" => empty(&draft.period.label),
            _ => false,
        },
        Source::Draft(Address::Item(List::Figures, id)) => {
            context.figures.get(id.as_str()).is_some_and(|figure| {
                let is_named = |part: &str| {
                    let named = named.get_or_init(|| all_names(context));
                    named.contains(format!("{id}.{part}").as_str())
                };
                empty(&figure.value)
                    || empty(&figure.period) && is_named("period")
                    || empty(&figure.label) && is_named("label")
            })
        }
        _ => false,
    }
}

/// Returns all that the texts of the statement name.
fn all_names<'c>(context: &CheckContext<'c>) -> HashSet<&'c str> {
    let mut names = HashSet::new();
    each_text(context, |_, text| names.extend(names_in(text)));
    names
}

/// Parses a value as a number, with or without commas in its thousands.
fn number(value: &str) -> Option<f64> {
    value
        .trim()
        .replace(',', "")
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

fn is_percent(figure: &Figure) -> bool {
    let unit = figure.unit.trim().to_lowercase();
    matches!(unit.as_str(), "%" | "percent" | "per cent")
}

/// Reports a part that is larger than its whole, or a part of itself.
fn part(context: &CheckContext, figure: &Figure) -> Option<Problem> {
    let place = || Address::Item(List::Figures, figure.id.clone());
    let mut whole = context.figures.get(figure.part_of.trim());
    // Chains are short; one that is not comes back to itself.
    for _ in 0..64 {
        let Some(next) = whole else { break };
        if next.id == figure.id {
            return Some(context.about(
                Rule::PartOfItself,
                place(),
                "is a part of itself",
                "name the figure that it is a part of",
            ));
        }
        whole = context.figures.get(next.part_of.trim());
    }
    if is_percent(figure) {
        return None;
    }
    let value = number(&figure.value)?;
    let whole = context.figures.get(figure.part_of.trim()).copied();
    let whole = whole.filter(|whole| !is_percent(whole) && whole.unit.trim() == figure.unit.trim());
    let larger = [
        Some(figure.of.as_str()),
        whole.map(|whole| whole.value.as_str()),
    ];
    let larger = larger
        .into_iter()
        .flatten()
        .find(|of| number(of).is_some_and(|of| value > of))?;
    Some(context.about(
        Rule::PartLargerThanWhole,
        place(),
        format!(
            "is {}, more than the {larger} that it is a part of",
            figure.value.trim()
        ),
        "correct one of the two",
    ))
}

/// Returns the largest error of a number that was rounded to the decimals it is typed with.
fn rounding(value: &str) -> f64 {
    let digits = value
        .trim()
        .split_once('.')
        .map_or(0, |(_, digits)| digits.len());
    let digits = i32::try_from(digits.min(9)).unwrap_or(9);
    0.5 * 10f64.powi(-digits) + 1e-9
}

/// Reports a percentage that no whole number of cases gives, as 26 percent of 40.
fn percent(context: &CheckContext, figure: &Figure) -> Option<Problem> {
    let (value, of) = (number(&figure.value)?, number(&figure.of)?);
    if !is_percent(figure) || of < 1.0 || of.fract() > 0.0 {
        return None;
    }
    let cases = (value * of / 100.0).round();
    let nearest = cases * 100.0 / of;
    let fits = (nearest - value).abs() <= rounding(&figure.value) && value <= 100.0;
    (!fits).then(|| {
        context.about(
            Rule::PercentDoesNotFollow,
            Address::Item(List::Figures, figure.id.clone()),
            format!("is {value} percent of {of}, which no number of cases is; {cases} are {nearest:.1} percent"),
            "look at the count again",
        )
    })
}

/// Reports figures of one label and period that have two values, or a percentage that is not that of their count.
fn disagreements(context: &CheckContext) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen: HashMap<(String, String, bool), &Figure> = HashMap::new();
    for figure in &context.draft.figures {
        let label = fold(figure.label.trim());
        if label.is_empty() || number(&figure.value).is_none() {
            continue;
        }
        let period = fold(figure.period.trim());
        let key = (label, period, is_percent(figure));
        let other = seen.get(&(key.0.clone(), key.1.clone(), !key.2)).copied();
        if let Some(first) = seen.get(&key).copied() {
            if number(&first.value) != number(&figure.value) {
                problems.push(context.about(
                    Rule::FigureTwoValues,
                    Address::Item(List::Figures, figure.id.clone()),
                    format!(
                        "is {}, and {{{}}} of the same label and period is {}",
                        figure.value.trim(),
                        first.id,
                        first.value.trim()
                    ),
                    "correct one, or say in label or period how they differ",
                ));
            }
            continue;
        }
        if let Some(other) = other {
            let (share, count) = if key.2 {
                (figure.as_ref(), other)
            } else {
                (other, figure.as_ref())
            };
            let place = Address::Item(List::Figures, figure.id.clone());
            problems.extend(percent_of_count(place, share, count));
        }
        seen.insert(key, figure);
    }
    problems
}

/// Reports a percentage that is not what a count of the same thing gives.
fn percent_of_count(place: Address, share: &Figure, count: &Figure) -> Option<Problem> {
    let (percent, value, of) = (
        number(&share.value)?,
        number(&count.value)?,
        number(&count.of)?,
    );
    if of <= 0.0 {
        return None;
    }
    let right = value * 100.0 / of;
    ((right - percent).abs() > rounding(&share.value)).then(|| {
        problem(
            Rule::PercentDoesNotFollow,
            place,
            format!(
                "{{{}}} is {} percent, and {{{}}}, {value} of {of}, is {right:.1} percent",
                share.id,
                share.value.trim(),
                count.id
            ),
            "correct one of them",
        )
    })
}
