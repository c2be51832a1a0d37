//! The columns of the grid: judgments, and figures side by side.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::GridRow;
use crate::assessment::{Framework, Heading, OVERALL};
use crate::statement::NoticeFigure;
use crate::text::{fold, same};

/// A column of the grid of judgments: what one programme asks, or several whose grades compare.
#[derive(Clone, Debug)]
pub struct JudgmentColumn {
    /// The id of the heading or pillar; [`OVERALL`] for the whole.
    pub id: String,
    /// The title above it.
    pub title: String,
    /// The programmes that ask it, by id. A body of another has nothing to say here, whatever its headings are called.
    programmes: Vec<String>,
    /// The title of the first of these.
    pub programme: String,
}

impl JudgmentColumn {
    /// Returns true where a framework asks this.
    pub fn is_of(&self, framework: &Framework) -> bool {
        self.programmes.contains(&framework.id)
    }

    /// Returns true where it is the whole.
    pub fn is_overall(&self) -> bool {
        self.id == OVERALL
    }

    /// Returns true where another column has the same place in a grid, before or after more drafts were read.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let shared = |id: &String| other.programmes.contains(id);
        self.id == other.id && self.title == other.title && self.programmes.iter().any(shared)
    }
}

/// Returns the columns that the frameworks of the drafts ask for, each framework's in its own order, once each: the whole,
/// the pillars that are graded, the headings. Frameworks share a column only where their grades compare.
pub(super) fn columns(bodies: &[GridRow]) -> Vec<JudgmentColumn> {
    let mut frameworks: Vec<&Arc<Framework>> = Vec::new();
    let mut judged: BTreeSet<(&str, &str)> = BTreeSet::new();
    for read in bodies.iter().filter_map(GridRow::read) {
        if frameworks.iter().all(|it| it.id != read.framework.id) {
            frameworks.push(&read.framework);
        }
        let grades = read.assessment.grades.keys();
        judged.extend(grades.map(|id| (read.framework.id.as_str(), id.as_str())));
    }
    // Of each programme, those before it that it compares with: grades that are apart from one of them share nothing.
    let mut families: Vec<Vec<&Framework>> = Vec::new();
    let mut columns: Vec<JudgmentColumn> = Vec::new();
    for framework in frameworks {
        let compares = |family: &Vec<&Framework>| {
            let mut members = family.iter();
            members.all(|it| it.apart(framework).is_none())
        };
        match families.iter_mut().find(|family| compares(family)) {
            Some(family) => family.push(framework),
            None => families.push(vec![framework]),
        }
    }
    for family in families {
        let named = family.first().map_or("", |it| it.title.as_str());
        let start = columns.len();
        for (framework, id, title) in family.iter().flat_map(|it| asked(it, &judged)) {
            let own = columns.iter_mut().skip(start);
            let mut known = own.filter(|it| it.id == id && it.title == title);
            match known.next() {
                Some(column) => column.programmes.push(framework.id.clone()),
                None => columns.push(JudgmentColumn {
                    id: id.to_owned(),
                    title: title.to_owned(),
                    programmes: vec![framework.id.clone()],
                    programme: named.to_owned(),
                }),
            }
        }
    }
    columns
}

/// Returns what a framework asks: the id and title of the whole, of its pillars that are graded, of its headings.
fn asked<'a>(
    framework: &'a Framework,
    judged: &BTreeSet<(&str, &str)>,
) -> Vec<(&'a Framework, &'a str, &'a str)> {
    let whole = (OVERALL, framework.report.overall.as_str());
    let whole = framework.graded_overall.then_some(whole);
    let shown = |pillar: &&Heading| {
        pillar.graded || judged.contains(&(framework.id.as_str(), pillar.id.as_str()))
    };
    let pillars = framework.pillars.iter().filter(shown);
    let headings = pillars.chain(&framework.headings);
    let headings = headings.map(|it| (it.id.as_str(), it.title.as_str()));
    let all = whole.into_iter().chain(headings);
    all.map(|(id, title)| (framework, id, title)).collect()
}

/// Returns what the figures of the drafts are called, once each, however their capitals are typed.
pub(super) fn figures(bodies: &[GridRow]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for read in bodies.iter().filter_map(GridRow::read) {
        for figure in &read.notice.figures {
            if known.insert(fold(&figure.label)) {
                labels.push(figure.label.clone());
            }
        }
    }
    labels
}

/// Returns a figure of a body, by what it is called.
pub fn figure<'a>(body: &'a GridRow, label: &str) -> Option<&'a NoticeFigure> {
    let mut figures = body.read()?.notice.figures.iter();
    figures.find(|figure| same(&figure.label, label))
}
