//! Problems of an inspection: of its own words. What its drafts say is checked with them.

use super::{Problem, Rule, pasted, problem};
use crate::assessment::{Address, Assessment, Date, Fields, Framework, Inspection, ReportWords};
use crate::statement::is_release;

/// Returns every problem of an inspection that can be found without its drafts, each at the field that has it.
pub fn check_inspection(inspection: &Inspection) -> Vec<Problem> {
    let mut problems = Vec::new();
    let published = inspection.published.trim();
    if !published.is_empty() && Date::parse(published).is_none() {
        problems.push(problem(
            Rule::Date,
            Address::Field("published".to_owned()),
            format!("\"{published}\" is no day of the calendar"),
            "write a day as 22 June 2023, 22/6/23 or 2023-06-22",
        ));
    }
    let release = inspection.release.trim();
    if !release.is_empty() && !is_release(release, &ReportWords::default()) {
        problems.push(problem(
            Rule::Date,
            Address::Field("release".to_owned()),
            format!("\"{release}\" is no day or time of the calendar"),
            "write \"immediate\", or a day and a time as 2023-06-22 00:01",
        ));
    }
    let (draft, framework) = (Assessment::default(), Framework::default());
    for (nth, found) in pasted::scan(inspection) {
        let key = inspection.specs().get(nth).map_or("", |spec| spec.key);
        problems.push(found.of_field(&draft, &framework, Address::Field(key.to_owned())));
    }
    problems
}

/// Returns the problem of a draft that an inspection names and that cannot be read, for this reason.
pub fn draft_unread(named: &str, why: &str) -> Problem {
    problem(
        Rule::DraftUnread,
        Address::Field("drafts".to_owned()),
        format!("the draft \"{named}\" cannot be read: {why}"),
        "correct its name, or take it out of the inspection",
    )
}
