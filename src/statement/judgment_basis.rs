//! The basis of grades, rationales and the opening: what each was chosen for, and what has changed since.
//!
//! A judgment is the inspector's and is never computed. What is kept is the basis on which it was made, so that a
//! change of that can be noticed.

use super::by_hand::{JUDGED, basis, changes, finding_text};
use crate::assessment::{Assessment, Finding, Framework, Judgment, Kind, OVERALL};

/// Returns the basis of a judgment of a heading or a pillar: the findings of the heading, each with a hash of what it
/// says; of a pillar the grades of its headings.
pub fn judgment_basis(assessment: &Assessment, framework: &Framework, id: &str) -> Vec<String> {
    judgment_basis_with(assessment, framework, id, &mut finding_hash)
}

/// Returns the basis of a judgment of the whole and of the opening: every grade, the findings of the whole, and
/// those of gravest concern.
pub fn overall_basis(assessment: &Assessment, framework: &Framework) -> Vec<String> {
    overall_basis_with(assessment, framework, &mut finding_hash)
}

/// Returns what has changed in a basis since then, in a few words: "“The force …” changed", "2 findings
/// added", "Victims was good, is inadequate". Nothing where it is not known what did.
pub fn basis_changes(
    assessment: &Assessment,
    framework: &Framework,
    then: &[String],
    now: &[String],
) -> Vec<String> {
    changes(assessment, framework, then, now)
}

/// Returns the hash that stands for what a finding says.
pub fn finding_hash(finding: &Finding) -> String {
    basis(&finding_text(finding))
}

/// Returns [`judgment_basis`] with hashes from a cache.
pub fn judgment_basis_with(
    assessment: &Assessment,
    framework: &Framework,
    id: &str,
    hash: &mut dyn FnMut(&Finding) -> String,
) -> Vec<String> {
    if framework.heading(id).is_some() {
        let findings = assessment.findings.iter().filter(|it| it.heading == id);
        return findings.map(|finding| line(finding, hash)).collect();
    }
    let headings = framework.headings_of(id);
    headings
        .filter_map(|heading| graded(assessment, &heading.id))
        .collect()
}

/// Returns [`overall_basis`] with hashes from a cache.
pub fn overall_basis_with(
    assessment: &Assessment,
    framework: &Framework,
    hash: &mut dyn FnMut(&Finding) -> String,
) -> Vec<String> {
    let pillars = framework.pillars.iter().map(|pillar| &pillar.id);
    let judged = framework.headings.iter().map(|heading| &heading.id);
    let mut lines: Vec<String> = pillars
        .chain(judged)
        .filter_map(|id| graded(assessment, id))
        .collect();
    let findings = assessment.findings.iter();
    let grave = findings.filter(|it| it.heading == OVERALL || it.kind == Kind::Concern);
    lines.extend(grave.map(|finding| line(finding, hash)));
    lines
}

fn line(finding: &Finding, hash: &mut dyn FnMut(&Finding) -> String) -> String {
    format!("finding {} {}", finding.id, hash(finding))
}

fn graded(assessment: &Assessment, id: &str) -> Option<String> {
    let judgment = assessment.grades.get(id)?;
    Some(format!("{JUDGED} {id} {}", word(judgment)?))
}

fn word(judgment: &Judgment) -> Option<&'static str> {
    match (judgment.grade, judgment.state) {
        (Some(grade), _) => Some(grade.word()),
        (None, state) => state.map(|state| state.word()),
    }
}
