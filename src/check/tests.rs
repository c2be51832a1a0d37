//! Each check, on a draft that has the problem and on one that has not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::Arc;

use super::*;
use crate::assessment::tests_support::point;
use crate::assessment::{
    Acceptance, Address, Evidence, Figure, Finding, Grade, Judgment, JudgmentState, Kind, List,
    Outlook, Override, Recommendation,
};
use crate::statement::tests_support::{draft, finding, framework, need, strength, with};
use crate::statement::weave;

mod grades;

fn problems(draft: &Assessment) -> Vec<Problem> {
    let mut framework = framework();
    for grade in [
        Grade::Outstanding,
        Grade::Good,
        Grade::RequiresImprovement,
        Grade::Inadequate,
    ] {
        framework.scale.push(point(grade));
    }
    let mut problems = check(draft, &framework, &weave(draft, &framework));
    problems.retain(|problem| !GAPS.contains(&problem.rule));
    problems
}

/// Rules that drafts as small as these break, and that no test here is about.
const GAPS: [Rule; 9] = [
    Rule::NoFieldworkDates,
    Rule::HeadingNotSettled,
    Rule::OpeningNotChosen,
    Rule::NoEvidence,
    Rule::FigureWithoutSource,
    Rule::ConcernWithoutResponse,
    Rule::EditWithoutWhy,
    Rule::EvidenceUnused,
    Rule::GoodWithoutStrength,
];

/// Returns the rules and places of all problems.
fn found(draft: &Assessment) -> Vec<(&'static str, Address)> {
    problems(draft)
        .into_iter()
        .map(|each| (each.rule.id(), each.place))
        .collect()
}

fn at(id: &str) -> Address {
    Address::Item(List::Findings, id.into())
}

#[test]
fn a_sound_draft_has_no_problems() {
    let mut concern = finding("c", Kind::Concern, "The force needs to rest.");
    concern.recommendations = vec![Recommendation {
        text: "Rest.".into(),
        deadline: "immediately".into(),
        ..Recommendation::default()
    }];
    assert_eq!(
        problems(&with(vec![strength("a", "The force sings."), concern])),
        []
    );
}

#[test]
fn names_must_be_there_and_errors_come_first() {
    let mut nameless = with(vec![strength("a", "It was was so.")]);
    nameless.subject.name.clear();
    nameless.inspector.name = " ".into();
    let found = problems(&nameless);
    assert_eq!(found[0].place, Address::Field("subject.name".into()));
    assert_eq!(found[1].place, Address::Field("inspector.name".into()));
    assert_eq!(
        (found[2].severity, found[2].rule),
        (Severity::Warning, Rule::RepeatedWord)
    );
}

#[test]
fn an_unknown_figure_and_an_id_used_twice_are_errors() {
    let mut draft = with(vec![
        strength("a", "The force has {vans} vans in {n.period}."),
        strength("a", "There is {inspector.name}."),
    ]);
    draft.figures = vec![Arc::new(Figure {
        id: "n".into(),
        ..Figure::default()
    })];
    assert_eq!(
        found(&draft),
        [
            ("id-twice", at("a")),
            ("unknown-figure", at("a")),
            ("missing-value", Address::Item(List::Figures, "n".into())),
        ]
    );
}

#[test]
fn frames_are_heard_once() {
    let mut all = vec![
        strength("a", "The force sings."),
        strength("b", "The force hums."),
        strength("c", "There are vans."),
    ];
    for each in &mut all {
        each.stance = "sure".into();
    }
    all[2].stance = "none".into();
    assert_eq!(
        found(&with(all)),
        [("unknown-frame", at("c")), ("frame-twice", at("b"))]
    );
}

#[test]
fn a_finding_kept_out_without_a_reason_is_reported() {
    let mut unspoken = strength("a", "The force sings.");
    unspoken.spoken = Some(false);
    let mut why = unspoken.clone();
    (why.id, why.why) = ("b".into(), "Not agreed.".into());
    let mut lost = strength("e", "The force rests.");
    lost.heading = "moon".into();
    let mut draft = with(vec![
        unspoken,
        why,
        strength("c", ""),
        lost,
        strength("f", "Staff hum."),
        strength("g", "staff hum"),
    ]);
    for id in ["l1", "l2", "l3"] {
        let (id, text) = (id.to_owned(), format!("how {id} goes"));
        draft.outlook.push(Arc::new(Outlook { id, text }));
    }
    assert_eq!(
        found(&draft),
        [
            ("unknown-heading", at("e")),
            ("said-twice", at("g")),
            (
                "look-ahead-too-long",
                Address::Item(List::Outlook, "l3".into())
            ),
            ("silent-without-why", at("a")),
            ("empty", at("c")),
        ]
    );
}

#[test]
fn a_recommendation_needs_a_deadline() {
    let mut concern = finding("a", Kind::Concern, "Staff are lost.");
    concern.recommendations = vec![Recommendation {
        text: "Rest.".into(),
        ..Recommendation::default()
    }];
    assert_eq!(
        found(&with(vec![concern])),
        [("recommendation-without-deadline", at("a"))]
    );
}

#[test]
fn dates_are_days_of_the_calendar() {
    let mut draft = draft();
    draft.period.published = "2015-02-30".into();
    draft.period.fieldwork_from = "2015-03-02".into();
    draft.period.fieldwork_to = "2015-03-01".into();
    draft.evidence.push(Arc::new(Evidence {
        id: "e".into(),
        date: "May".into(),
        ..Evidence::default()
    }));
    assert_eq!(
        found(&draft),
        [
            ("date", Address::Field("period.published".into())),
            ("date", Address::Item(List::Evidence, "e".into())),
            (
                "fieldwork-backwards",
                Address::Field("period.fieldwork-to".into())
            ),
        ]
    );
}

#[test]
fn long_sentences_repeated_words_and_hidden_characters_are_reported() {
    let long = format!("There are {}vans.", "very, very old ".repeat(12));
    let joined = [
        strength("b", "The force has has vans."),
        strength("c", "The force had had\u{202e} vans."),
    ];
    let [b, c] = joined;
    assert_eq!(
        found(&with(vec![strength("a", &long), b, c])),
        [
            ("repeated-word", at("b")),
            ("hidden-character", at("c")),
            ("long-sentence", at("a")),
        ]
    );
}

#[test]
fn hand_edits_go_stale_or_fit_nothing() {
    let mut draft = with(vec![strength("a", "The force sings.")]);
    let edit = |sentence: &str| {
        Arc::new(Override {
            sentence: sentence.into(),
            text: "Everyone sings.".into(),
            basis: "0".into(),
            ..Override::default()
        })
    };
    draft.overrides = vec![edit("a"), edit("a+b")];
    assert_eq!(
        found(&draft),
        [
            ("stale-edit", Address::Item(List::Overrides, "a".into())),
            ("edit-unused", Address::Item(List::Overrides, "a+b".into()))
        ]
    );
}

#[test]
fn a_checker_with_a_cache_reports_the_same_as_a_new_one() {
    let mut draft = with(vec![
        strength("a", "The force has 40 vans going forward."),
        need("b", "The force needs to rest, and to rest."),
        strength("c", "The force sings {n}."),
    ]);
    let mut checker = Checker::new();
    let levels = Levels::default();
    let mut same = |draft: &Assessment| {
        let document = weave(draft, &framework());
        let kept = checker.report(draft, &framework(), &document, &levels);
        let anew = Checker::new().report(draft, &framework(), &document, &levels);
        assert_eq!(kept, anew);
        kept.problems.len()
    };
    let first = same(&draft);
    assert_eq!(same(&draft), first);
    draft.figures.push(Arc::new(Figure {
        id: "n".into(),
        value: "40".into(),
        ..Figure::default()
    }));
    same(&draft);
    draft.findings.remove(0);
    same(&draft);
    draft.findings.swap(0, 1);
    draft.subject.noun = "brigade".into();
    same(&draft);
    Arc::make_mut(&mut draft.findings[0]).text = "The brigade ensures it.".into();
    same(&draft);
}

#[test]
fn a_mended_text_says_what_the_house_says() {
    let draft = with(vec![strength(
        "a",
        "Ensuring that 3 teams – of 3200 – organize it, going forward.",
    )]);
    let mut text = draft.findings[0].text.clone();
    let mut fixes: Vec<Fix> = problems(&draft)
        .into_iter()
        .filter_map(|each| each.fix)
        .collect();
    // From the end, so that no change moves another's place.
    fixes.sort_by_key(|fix| std::cmp::Reverse(fix.splice.at));
    for fix in fixes {
        fix.splice.apply(&mut text).unwrap();
    }
    assert_eq!(
        text,
        "Making sure that three teams – of 3,200 – organise it, from now on."
    );
}

#[test]
fn rules_that_are_off_report_nothing_and_accepted_problems_stand_apart() {
    let mut draft = with(vec![strength("a", "The force has has vans.")]);
    draft.accepted.push(Arc::new(Acceptance {
        rule: "repeated-word".into(),
        on: "a/text".into(),
        why: "A quotation.".into(),
        ..Acceptance::default()
    }));
    let document = weave(&draft, &framework());
    let report = |levels: &Levels| Checker::new().report(&draft, &framework(), &document, levels);
    let found = report(&Levels::default());
    assert_eq!(found.accepted.len(), 1);
    assert_eq!(found.accepted[0].why, "A quotation.");
    let has = |report: &CheckReport, rule| report.problems.iter().any(|each| each.rule == rule);
    assert!(!has(&found, Rule::RepeatedWord) && !has(&found, Rule::AcceptedNothing));
    let mut levels = Levels::default();
    levels.set(Rule::NoFieldworkDates, Level::Off);
    levels.set(Rule::HeadingNotSettled, Level::Weight(Severity::Error));
    let found = report(&levels);
    assert!(!has(&found, Rule::NoFieldworkDates));
    assert_eq!(found.problems[0].rule, Rule::HeadingNotSettled);
}
