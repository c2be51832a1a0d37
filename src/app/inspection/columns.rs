//! The columns of the grid: judgments, and figures side by side.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::GridRow;
use crate::assessment::{Framework, Heading, OVERALL};
use crate::statement::NoticeFigure;
use crate::text::{fold, same};

/// A column of the grid of judgments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JudgmentColumn {
    /// The whole, with what it is called.
    Overall(String),
    /// A heading or pillar.
    Heading {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
    },
}

impl JudgmentColumn {
    /// Returns the id of the heading, pillar or whole.
    pub fn id(&self) -> &str {
        match self {
            Self::Overall(_) => OVERALL,
            Self::Heading { id, .. } => id,
        }
    }

    /// Returns what stands above it.
    pub fn title(&self) -> &str {
        match self {
            Self::Overall(title) | Self::Heading { title, .. } => title,
        }
    }
}

/// Returns the columns that the frameworks of the drafts ask for, each framework's in its own order, once each: the whole,
/// the pillars that are graded, the headings.
pub(super) fn columns(bodies: &[GridRow]) -> Vec<JudgmentColumn> {
    let mut frameworks: Vec<&Arc<Framework>> = Vec::new();
    let mut judged: BTreeSet<&str> = BTreeSet::new();
    for read in bodies.iter().filter_map(GridRow::read) {
        if frameworks.iter().all(|it| it.id != read.framework.id) {
            frameworks.push(&read.framework);
        }
        judged.extend(read.assessment.grades.keys().map(String::as_str));
    }
    let mut columns: Vec<JudgmentColumn> = Vec::new();
    let mut known: BTreeSet<JudgmentColumn> = BTreeSet::new();
    let mut add = |column: JudgmentColumn| {
        if known.insert(column.clone()) {
            columns.push(column);
        }
    };
    for framework in frameworks {
        if framework.graded_overall {
            add(JudgmentColumn::Overall(framework.report.overall.clone()));
        }
        let shown = |pillar: &&Heading| pillar.graded || judged.contains(pillar.id.as_str());
        let pillars = framework.pillars.iter().filter(shown);
        for heading in pillars.chain(&framework.headings) {
            add(JudgmentColumn::Heading {
                id: heading.id.clone(),
                title: heading.title.clone(),
            });
        }
    }
    columns
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
