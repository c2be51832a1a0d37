//! Examples of what a notice says and what it keeps back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::Arc;

use super::*;
use crate::assessment::tests_support::point;
use crate::assessment::{Judgment, ScalePoint};
use crate::statement::tests_support;

fn framework() -> Framework {
    let mut framework = tests_support::framework();
    let spoken = |grade: Grade, is: &str, are: &str| ScalePoint {
        is: is.into(),
        are: are.into(),
        ..point(grade)
    };
    framework.scale = vec![
        spoken(Grade::Good, "is good", "are good"),
        spoken(
            Grade::RequiresImprovement,
            "requires improvement",
            "require improvement",
        ),
        spoken(Grade::Inadequate, "is inadequate", "are inadequate"),
    ];
    framework.graded_overall = true;
    framework.judgments.overall = "{subject.spoken} {is-grade} at fishing.".into();
    framework.judgments.overall_many = "{subjects} {are-grade} at fishing.".into();
    framework
}

fn body(name: &str, grade: Option<Grade>, findings: Vec<Finding>) -> Assessment {
    let mut draft = tests_support::with(findings);
    draft.subject.name = name.into();
    draft.subject.spoken = String::new();
    draft.overall.grade = grade;
    draft
}

fn of(drafts: &[Assessment], framework: &Framework) -> Notice {
    let parts: Vec<NoticeDraft> = drafts
        .iter()
        .map(|it| NoticeDraft::of(it, framework))
        .collect();
    let inspected: Vec<Inspected> = drafts
        .iter()
        .zip(&parts)
        .map(|(assessment, part)| Inspected {
            assessment,
            framework,
            part,
        })
        .collect();
    let inspection = Inspection {
        title: "The {date} of nets".into(),
        published: "2023-05-19".into(),
        ..Inspection::default()
    };
    notice(&inspection, &inspected)
}

#[test]
fn the_hardest_grade_leads_and_bodies_of_one_grade_share_a_sentence() {
    let drafts = [
        body("Ayre Police", Some(Grade::Good), vec![]),
        body("Bray Police", None, vec![]),
        body("Cove Police", Some(Grade::RequiresImprovement), vec![]),
        body("Dale Police", Some(Grade::Good), vec![]),
    ];
    let notice = of(&drafts, &framework());
    assert_eq!(
        notice.headline,
        "Cove Police requires improvement at fishing"
    );
    assert_eq!(
        notice.appears,
        "The report “The {date} of nets” is published on 19 May 2023."
    );
    let lines: Vec<_> = notice.groups.iter().map(|it| it.lines.concat()).collect();
    assert_eq!(
        lines,
        [
            "Cove Police requires improvement at fishing.",
            "Ayre Police and Dale Police are good at fishing.",
            "No grade is given yet to Bray Police.",
        ]
    );
    assert_eq!(notice.groups[1].bodies, [0, 3]);
    assert_eq!(notice.groups[2].title, "Not yet graded");
}

#[test]
fn where_headings_are_graded_each_judgment_is_given_with_the_bodies_that_share_it() {
    let mut framework = framework();
    framework.graded_overall = false;
    let mut drafts = [
        body("Ayre Police", None, vec![]),
        body("Bray Police", None, vec![]),
    ];
    let graded = |grade| Judgment {
        grade: Some(grade),
        ..Judgment::default()
    };
    for draft in &mut drafts {
        draft.grades.insert("care".into(), graded(Grade::Good));
    }
    drafts[1]
        .grades
        .insert("money".into(), graded(Grade::Inadequate));
    let notice = of(&drafts, &framework);
    assert_eq!(notice.headline, "Money – inadequate: Bray Police");
    assert_eq!(
        notice.groups[0].lines[1],
        "Care – good: Ayre Police and Bray Police."
    );
    let nothing = of(&[], &framework);
    assert_eq!(nothing.headline, "The {date} of nets");
}

#[test]
fn needs_name_the_body_and_concerns_come_first() {
    let mut third = tests_support::need("c", "The force needs to rest.");
    third.order = Some(2);
    let mut second = tests_support::need("b", "The force should mend its nets.");
    second.order = Some(1);
    let mut worst = tests_support::need("a", "Boats leak.");
    worst.kind = Kind::Concern;
    let part = NoticeDraft::of(
        &body("Ayre Police", None, vec![third, second, worst]),
        &framework(),
    );
    let texts: Vec<_> = part.needs.iter().map(|need| need.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Boats leak.",
            "Ayre Police should mend its nets.",
            "Ayre Police needs to rest."
        ]
    );
}

#[test]
fn what_a_statement_keeps_back_a_notice_keeps_back() {
    let mut secret = tests_support::need("a", "The force needs a spy.");
    secret.sensitive = true;
    let mut silent = tests_support::need("b", "The force needs tea.");
    silent.spoken = Some(false);
    let again = tests_support::need("d", "The force needs nets.");
    let needs = vec![
        secret,
        silent,
        tests_support::need("c", "The force needs nets."),
        again,
        tests_support::need("e", ""),
    ];
    let part = NoticeDraft::of(&body("Ayre Police", None, needs), &framework());
    assert_eq!(part.needs.len(), 1);
    assert_eq!(part.kept_back, 2);
}

#[test]
fn the_key_figure_is_given_with_its_whole() {
    let mut draft = body(
        "Ayre Police",
        None,
        vec![
            tests_support::strength("a", "There are {boats} boats."),
            tests_support::strength("b", "Of {boats} boats, {leaky} leak."),
        ],
    );
    let figure = |id: &str, value: &str, part_of: &str| {
        Arc::new(Figure {
            id: id.into(),
            value: value.into(),
            part_of: part_of.into(),
            ..Figure::default()
        })
    };
    draft.figures = vec![figure("boats", "506", ""), figure("leaky", "52", "boats")];
    let part = NoticeDraft::of(&draft, &framework());
    assert_eq!(part.key_figure.unwrap(), "Of 506 boats, 52 leak.");
    let values: Vec<_> = part.figures.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(values, ["506", "52 of 506"]);
    // A need that tells it tells it once.
    Arc::make_mut(&mut draft.findings[1]).kind = Kind::Improvement;
    assert_eq!(NoticeDraft::of(&draft, &framework()).key_figure, None);
}

#[test]
fn every_marking_stands_on_the_notice_once() {
    let mut drafts = [
        body("Ayre Police", None, vec![]),
        body("Bray Police", None, vec![]),
        body("Cove Police", None, vec![]),
    ];
    drafts[0].overall.marking = "OFFICIAL".into();
    drafts[2].overall.marking = "OFFICIAL".into();
    drafts[1].overall.marking = "OFFICIAL-SENSITIVE".into();
    let notice = of(&drafts, &framework());
    assert_eq!(notice.marking, "OFFICIAL; OFFICIAL-SENSITIVE");
}
