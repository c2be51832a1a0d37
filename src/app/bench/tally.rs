//! How many findings each page has, counted when one comes, goes or changes its kind.

use crate::assessment::{Assessment, Framework, OVERALL};

/// How many findings of a page speak for the body, how many are needs, and how many items it has beside
/// those.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Strengths and practices.
    pub praise: usize,
    /// Improvements and concerns.
    pub needs: usize,
    /// Context; on pages without findings, their items.
    pub other: usize,
}

/// The tallies of all pages, in their order, in one walk over the findings.
pub(super) fn tallies(assessment: &Assessment, framework: &Framework) -> Vec<Tally> {
    let ids: Vec<&str> = framework
        .headings
        .iter()
        .map(|heading| heading.id.as_str())
        .collect();
    // About, Overall, the headings, look-ahead, evidence, figures.
    let mut tallies = vec![Tally::default(); ids.len() + 5];
    // Findings of one heading mostly stand together, so the last answer is mostly the next.
    let mut last: (&str, usize) = (OVERALL, 1);
    for finding in &assessment.findings {
        if finding.heading != last.0 {
            let at = ids.iter().position(|id| *id == finding.heading);
            last = (&finding.heading, at.map_or(1, |at| at + 2));
        }
        if let Some(tally) = tallies.get_mut(last.1) {
            match finding.kind {
                kind if kind.is_praise() => tally.praise += 1,
                kind if kind.is_need() => tally.needs += 1,
                _ => tally.other += 1,
            }
        }
    }
    let items = [
        assessment.outlook.len(),
        assessment.evidence.len(),
        assessment.figures.len(),
    ];
    for (tally, many) in tallies.iter_mut().skip(ids.len() + 2).zip(items) {
        tally.other = many;
    }
    tallies
}
