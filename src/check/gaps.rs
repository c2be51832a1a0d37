//! What is missing from a notice or a report on several bodies: words that are printed and that nobody has written yet.

use super::context::field;
use super::{Problem, Rule, check, problem};
use crate::assessment::{Address, Inspection, List};
use crate::statement::{Inspected, appears, weave};

/// Returns the gaps of what is printed of an inspection: of its own words, the day of its publication first, then of what
/// each of its drafts gives to the notice, with the body that it is about.
pub fn gaps_of_inspection(
    inspection: &Inspection,
    drafts: &[Inspected<'_>],
) -> Vec<(String, Problem)> {
    let words = drafts.first().map(|first| &first.framework.report);
    // A gap is what leaves its mark: words that do not call for a day miss none.
    let says = |published: &str, title: &str| {
        let filled = Inspection {
            published: published.to_owned(),
            title: title.to_owned(),
            ..Inspection::default()
        };
        appears(&filled, words)
    };
    let mut gaps = Vec::new();
    let mut own = |value: &str, path: &str, called_for: bool, what: &str| {
        if value.trim().is_empty() && called_for {
            let gap = problem(Rule::MissingName, field(path), what, "write it");
            gaps.push((String::new(), gap));
        }
    };
    let dated = says("2000-01-01", "t") != says("", "t");
    own(
        &inspection.published,
        "published",
        dated,
        "the notice says the day of publication, and there is none",
    );
    let titled = says("", "t") != says("", "");
    own(
        &inspection.title,
        "title",
        titled,
        "the notice says what the report is called, and it has no title",
    );
    for draft in drafts {
        let document = weave(draft.assessment, draft.framework);
        let told: Vec<&str> = draft
            .part
            .findings()
            .filter_map(|at| draft.assessment.findings.get(at))
            .map(|finding| finding.id.as_str())
            .collect();
        let is_told = |problem: &Problem| match &problem.place {
            Address::Item(List::Findings, id) => told.contains(&id.as_str()),
            place => *place == field("subject.name"),
        };
        let found = check(draft.assessment, draft.framework, &document).into_iter();
        let found = found.filter(|it| it.leaves_gap() && is_told(it));
        gaps.extend(found.map(|gap| (draft.part.name.clone(), gap)));
    }
    gaps
}
