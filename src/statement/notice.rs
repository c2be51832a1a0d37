//! The notice of an inspection of several bodies: their grades, what each has to put right, and its answer.
//!
//! It is woven from the drafts as a statement is: a finding reads as [`alone_named`] gives it, a grade as the
//! framework speaks it, of one body or of several together. What a statement keeps back, because it is sensitive
//! or its author says so, a notice keeps back too.

mod release;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

pub use release::{is_release, release_words};

use super::capitals::capital_first;
use super::figures::{forms, or_missing};
use super::grades::{graded_alone, graded_together, judged};
use super::words::{collapse, listed, with_stop, without_stop};
use super::{Document, Reason, Values, alone_named, monitoring_words, spoken, weave};
use crate::assessment::{
    Assessment, Date, Figure, Finding, Framework, Grade, Inspection, Kind, List, ReportWords,
};

/// The part of a notice that comes from one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeDraft {
    /// The body's name; "…" where none is written.
    pub name: String,
    /// Its name inside a sentence.
    pub spoken: String,
    /// The needs it has to meet: concerns, then improvements in the order in which they are spoken.
    pub needs: Vec<NoticeFinding>,
    /// Its strengths, and the practices that others may learn from.
    pub praise: Vec<NoticeFinding>,
    /// The first sentence that gives a number together with the whole that it is a part of. `None` where
    /// there is none, or where a need gives it already.
    pub key_figure: Option<String>,
    /// The finding that says it, by its place in the draft.
    pub key_finding: Option<usize>,
    /// Its numbers, those that only sensitive findings use among them.
    pub figures: Vec<NoticeFigure>,
    /// The number of needs that are sensitive or kept out of the statement, and so of the notice.
    pub kept_back: usize,
    /// The sentence that says in which stage the body is monitored. Empty where none is spoken.
    pub monitoring: String,
    /// The draft's protective marking.
    pub marking: String,
}

/// A finding that a notice tells, as it reads by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFinding {
    /// The finding, by its place in the draft.
    pub finding: usize,
    /// The heading that it stands under.
    pub heading: String,
    /// Its kind.
    pub kind: Kind,
    /// The words, with the body's name where it is the subject.
    pub text: String,
}

/// A number of a draft's ledger, to be laid beside those of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFigure {
    /// Its label; its id where it has none.
    pub label: String,
    /// The number in house style: "506", "52 of 506".
    pub value: String,
    /// The time that it covers.
    pub period: String,
}

impl NoticeDraft {
    /// Returns the part of a draft in a notice.
    pub fn of(assessment: &Assessment, framework: &Framework) -> Self {
        let document = weave(assessment, framework);
        let texts = alone_named(&document, assessment, framework);
        let values = Values::new(assessment, framework);
        let (needs, kept_back) = told(assessment, &document, &texts, Kind::is_need);
        let praised = |kind: Kind| matches!(kind, Kind::Strength | Kind::Practice);
        let (mut praise, _) = told(assessment, &document, &texts, praised);
        let numbers = assessment.figures.iter();
        let key_figure = key_figure(assessment, &values, &texts);
        // What the number says is said once.
        praise.retain(|it| key_figure.as_ref().is_none_or(|(at, _)| *at != it.finding));
        Self {
            name: or_missing(&assessment.subject.name),
            spoken: or_missing(assessment.spoken_name()),
            needs,
            praise,
            key_finding: key_figure.as_ref().map(|(at, _)| *at),
            key_figure: key_figure.map(|(_, sentence)| sentence),
            figures: numbers.map(|figure| number(assessment, figure)).collect(),
            kept_back,
            monitoring: monitoring_words(assessment, framework, &assessment.monitoring.stage),
            marking: collapse(&document.marking),
        }
    }
}

impl NoticeDraft {
    /// Returns the findings that a notice tells of, by their places in the draft.
    pub fn findings(&self) -> impl Iterator<Item = usize> {
        let told = self.needs.iter().chain(&self.praise).map(|it| it.finding);
        told.chain(self.key_finding)
    }
}

/// Returns the findings of some kinds that a notice tells, and how many it keeps back.
fn told(
    assessment: &Assessment,
    document: &Document,
    texts: &[String],
    wanted: impl Fn(Kind) -> bool,
) -> (Vec<NoticeFinding>, usize) {
    let unspoken: HashMap<&str, &Reason> = document
        .unspoken
        .iter()
        .filter_map(|each| Some((each.source.id_in(List::Findings)?, &each.reason)))
        .collect();
    let mut kept_back = 0;
    let mut needs: Vec<(&Finding, NoticeFinding)> = Vec::new();
    for (at, finding) in assessment.findings.iter().enumerate() {
        if !wanted(finding.kind) {
            continue;
        }
        match unspoken.get(finding.id.as_str()) {
            _ if finding.sensitive => kept_back += 1,
            Some(Reason::Silenced(_)) => kept_back += 1,
            Some(Reason::SaidBy(_) | Reason::Empty) => {}
            _ => {
                let text = texts.get(at).cloned().unwrap_or_default();
                let need = NoticeFinding {
                    finding: at,
                    heading: finding.heading.clone(),
                    kind: finding.kind,
                    text,
                };
                if !need.text.is_empty() {
                    needs.push((finding, need));
                }
            }
        }
    }
    needs.sort_by_key(|(finding, _)| {
        (
            !matches!(finding.kind, Kind::Concern | Kind::Strength),
            finding.order.is_none(),
            finding.order,
        )
    });
    (needs.into_iter().map(|(_, need)| need).collect(), kept_back)
}

fn key_figure(
    assessment: &Assessment,
    values: &Values,
    texts: &[String],
) -> Option<(usize, String)> {
    let has_part_and_whole = |finding: &Finding| {
        let named: Vec<String> = values.figures(&finding.text).collect();
        let mut figures = named.iter().filter_map(|id| assessment.figure(id));
        figures.any(|figure| !figure.of.is_empty() || named.contains(&figure.part_of))
    };
    let mut findings = assessment.findings.iter().enumerate();
    let (at, finding) = findings.find(|(_, finding)| {
        !finding.sensitive && finding.spoken != Some(false) && has_part_and_whole(finding)
    })?;
    let text = texts.get(at).filter(|text| !text.is_empty())?;
    (!finding.kind.is_need()).then(|| (at, text.clone()))
}

fn number(assessment: &Assessment, figure: &Figure) -> NoticeFigure {
    let part = forms(assessment, figure)
        .into_iter()
        .find(|(form, _)| *form == "part");
    let label = match collapse(&figure.label) {
        label if label.is_empty() => figure.id.clone(),
        label => label,
    };
    NoticeFigure {
        label,
        value: part.map_or_else(|| spoken(figure), |(_, part)| part),
        period: collapse(&figure.period),
    }
}

/// A draft of an inspection, with its part of the notice.
#[derive(Clone, Copy, Debug)]
pub struct Inspected<'a> {
    /// The draft.
    pub assessment: &'a Assessment,
    /// Its framework.
    pub framework: &'a Framework,
    /// Its part of the notice.
    pub part: &'a NoticeDraft,
}

/// A notice, before it is set as text or as a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// The protective markings of the inspection and of its drafts. Empty where none has one.
    pub marking: String,
    /// The hardest judgment in a sentence without its stop; the inspection's title where nothing is judged.
    pub headline: String,
    /// A sentence with the report's title and the day of its publication.
    pub appears: String,
    /// The bodies by their grades, the hardest first.
    pub groups: Vec<NoticeGroup>,
}

/// Bodies that a notice speaks of together: those of one grade or, where a framework grades headings and not the
/// whole, all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeGroup {
    /// The title above it.
    pub title: String,
    /// The grade that its bodies share.
    pub grade: Option<Grade>,
    /// The judgments, a sentence each.
    pub lines: Vec<String>,
    /// The bodies, by their places among the drafts.
    pub bodies: Vec<usize>,
}

/// Makes the notice of an inspection.
///
/// ```
/// use assay::assessment::{Assessment, Framework, Grade, Inspection};
/// use assay::statement::{Inspected, NoticeDraft, notice};
///
/// let mut framework = Framework::default();
/// framework.graded_overall = true;
/// framework.judgments.overall = "{subject.spoken} is {grade} at sailing.".into();
/// let mut draft = Assessment::new("mere", &framework);
/// draft.subject.name = "Mere Police".into();
/// draft.overall.grade = Some(Grade::Good);
/// let part = NoticeDraft::of(&draft, &framework);
/// let mere = Inspected { assessment: &draft, framework: &framework, part: &part };
/// let notice = notice(&Inspection::default(), &[mere]);
/// assert_eq!(notice.headline, "Mere Police is good at sailing");
/// ```
pub fn notice(inspection: &Inspection, drafts: &[Inspected]) -> Notice {
    let mut groups = groups(drafts);
    // The hardest first; among equals, whoever is named first. What has no grade comes last.
    groups.sort_by_key(|(hardest, _)| Reverse(*hardest));
    let headline = groups
        .iter()
        .find(|(hardest, _)| hardest.is_some())
        .and_then(|(_, group)| group.lines.first());
    let title = or_missing(&inspection.title);
    Notice {
        marking: marking(inspection, drafts),
        headline: headline.map_or_else(|| title.clone(), |line| without_stop(line).to_owned()),
        appears: appears(inspection, words_of(drafts)),
        groups: groups.into_iter().map(|(_, group)| group).collect(),
    }
}

/// Returns the fixed words of the notice: those of the first draft's framework.
fn words_of<'a>(drafts: &[Inspected<'a>]) -> Option<&'a ReportWords> {
    drafts.first().map(|first| &first.framework.report)
}

/// Returns a sentence with the report's title and the day of its publication; "…" stands for what is not written yet.
pub fn appears(inspection: &Inspection, words: Option<&ReportWords>) -> String {
    let plain = ReportWords::default();
    let words = &words.unwrap_or(&plain).appears;
    let published = or_missing(&inspection.published);
    let date = Date::parse(&published).map_or(published, Date::spoken);
    // The title is put in last: what stands in it is no slot to be filled.
    let words = collapse(words);
    let (before, after) = words.split_once("{title}").unwrap_or((&words, ""));
    let dated = |words: &str| words.replace("{date}", &date);
    let title = match words.contains("{title}") {
        true => or_missing(&inspection.title),
        false => String::new(),
    };
    with_stop(format!("{}{title}{}", dated(before), dated(after)))
}

/// Returns every protective marking once, the inspection's own first.
pub fn marking(inspection: &Inspection, drafts: &[Inspected]) -> String {
    let mut all: Vec<String> = vec![collapse(&inspection.marking)];
    for draft in drafts {
        if !all.contains(&draft.part.marking) {
            all.push(draft.part.marking.clone());
        }
    }
    all.retain(|marking| !marking.is_empty());
    all.join("; ")
}

/// Returns the groups in the order in which their first bodies are named, each with its hardest grade.
fn groups(drafts: &[Inspected]) -> Vec<(Option<Grade>, NoticeGroup)> {
    let mut groups: Vec<(Option<Grade>, NoticeGroup)> = Vec::new();
    let mut known: HashMap<(&str, Option<Option<Grade>>), usize> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let grade = draft
            .framework
            .graded_overall
            .then_some(draft.assessment.overall.grade);
        let key = (draft.framework.id.as_str(), grade);
        let place = *known.entry(key).or_insert(groups.len());
        if place == groups.len() {
            let group = NoticeGroup {
                grade: grade.flatten(),
                ..NoticeGroup::default()
            };
            groups.push((grade.flatten(), group));
        }
        if let Some((_, group)) = groups.get_mut(place) {
            group.bodies.push(at);
        }
    }
    for (hardest, group) in &mut groups {
        let bodies: Vec<&Inspected> = group
            .bodies
            .iter()
            .filter_map(|at| drafts.get(*at))
            .collect();
        let Some(framework) = bodies.first().map(|first| first.framework) else {
            continue;
        };
        if framework.graded_overall {
            (group.title, group.lines) = of_the_whole(framework, group.grade, &bodies);
        } else {
            group.title = framework.report.judgments.clone();
            (*hardest, group.lines) = of_headings(framework, &bodies);
        }
    }
    groups
}

fn names<'a>(bodies: &[&'a Inspected]) -> Vec<&'a str> {
    bodies
        .iter()
        .map(|body| body.part.spoken.as_str())
        .collect()
}

/// Returns the title and the lines of a group of bodies that have the same grade for the whole.
fn of_the_whole(
    framework: &Framework,
    grade: Option<Grade>,
    bodies: &[&Inspected],
) -> (String, Vec<String>) {
    let words = &framework.report;
    let names = names(bodies);
    let Some(grade) = grade else {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let line = words.ungraded.replace("{subjects}", &listed(&names));
        let line = with_stop(capital_first(&collapse(&line)));
        return (capital_first(&words.not_graded), vec![line]);
    };
    let line = match bodies {
        [only] => graded_alone(only.assessment, framework),
        _ => graded_together(framework, grade, &names),
    };
    let line = line.unwrap_or_else(|| judged(framework, &words.overall, grade, &names));
    let title = framework.scale_point(grade).map(|point| &point.words);
    let title = title.map_or_else(|| grade.word().replace('-', " "), Clone::clone);
    (capital_first(&title), vec![line])
}

/// Returns the judgments of headings, each with the bodies that share it, the hardest first; and the hardest grade.
fn of_headings(framework: &Framework, bodies: &[&Inspected]) -> (Option<Grade>, Vec<String>) {
    let mut lines: Vec<(Grade, String)> = Vec::new();
    for heading in framework.pillars.iter().chain(&framework.headings) {
        let mut by_grade: BTreeMap<Reverse<Grade>, Vec<&str>> = BTreeMap::new();
        for body in bodies {
            let judgment = body.assessment.grades.get(&heading.id);
            // A grade of an earlier year is no news.
            let fresh = judgment.filter(|it| it.state.is_none());
            if let Some(grade) = fresh.and_then(|it| it.grade) {
                by_grade
                    .entry(Reverse(grade))
                    .or_default()
                    .push(&body.part.spoken);
            }
        }
        for (Reverse(grade), names) in by_grade {
            lines.push((grade, judged(framework, &heading.title, grade, &names)));
        }
    }
    lines.sort_by_key(|(grade, _)| Reverse(*grade));
    let hardest = lines.first().map(|(grade, _)| *grade);
    (hardest, lines.into_iter().map(|(_, line)| line).collect())
}

#[cfg(test)]
mod tests;
