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

fn graded(grade: Grade, findings: Vec<Finding>) -> Vec<(&'static str, Address)> {
    let mut draft = with(findings);
    let judgment = Judgment {
        grade: Some(grade),
        rationale: "So it is.".into(),
        ..Judgment::default()
    };
    draft.grades.insert("stock".into(), judgment);
    found(&draft)
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
fn a_rung_outside_its_band_is_a_warning_and_an_unknown_one_an_error() {
    let mut draft = draft();
    let judgment = Judgment {
        grade: Some(Grade::RequiresImprovement),
        rationale: "x".into(),
        ..Judgment::default()
    };
    draft.findings = vec![Arc::new(need("a", "The force needs to rest."))];
    draft.grades.insert("stock".into(), judgment);
    draft.overall.stance = "glad".into();
    let found = problems(&draft);
    assert_eq!(found[0].rule, Rule::RungOutOfBand);
    assert_eq!(
        found[0].remedy,
        "grade the 2 headings that are left, then look again"
    );
    draft.overall.stance = "mad".into();
    assert_eq!(
        (problems(&draft)[0].severity, problems(&draft)[0].rule),
        (Severity::Error, Rule::UnknownRung)
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
fn grades_need_findings_that_bear_them_out() {
    let stock = || Address::Judgment("stock".into());
    assert_eq!(graded(Grade::Good, vec![]), []);
    assert_eq!(
        graded(Grade::Inadequate, vec![]),
        [("inadequate-without-concern", stock())]
    );
    assert_eq!(
        graded(
            Grade::RequiresImprovement,
            vec![strength("a", "Staff sing.")]
        ),
        [("requires-improvement-without-need", stock())]
    );
    let concern = finding("a", Kind::Concern, "Staff are lost.");
    assert_eq!(
        graded(Grade::Good, vec![concern]),
        [
            ("good-with-concern", stock()),
            ("concern-without-recommendation", at("a"))
        ]
    );
    assert_eq!(
        graded(Grade::Adequate, vec![need("a", "Staff should rest.")]),
        [("grade-off-scale", stock())]
    );
    let mut draft = draft();
    let judgment = Judgment {
        grade: Some(Grade::Good),
        ..Judgment::default()
    };
    draft.grades.insert("stock".into(), judgment);
    assert_eq!(found(&draft), [("grade-without-rationale", stock())]);
}

#[test]
fn a_grade_that_is_not_asked_for_and_one_carried_over_from_no_year_are_reported() {
    let mut draft = draft();
    draft.overall.grade = Some(Grade::Good);
    draft.overall.rationale = "Good.".into();
    let judgment = Judgment {
        grade: Some(Grade::Good),
        state: Some(JudgmentState::CarriedOver),
        rationale: "Not inspected.".into(),
        ..Judgment::default()
    };
    draft.grades.insert("stock".into(), judgment);
    assert_eq!(
        found(&draft),
        [
            (
                "carried-over-without-year",
                Address::Judgment("stock".into())
            ),
            (
                "grade-not-asked-for",
                Address::Field("overall.grade".into())
            ),
        ]
    );
    draft.overall.grade = None;
    if let Some(judgment) = draft.grades.get_mut("stock") {
        judgment.from = "2015".into();
    }
    assert_eq!(found(&draft), []);
}

#[test]
fn a_pillar_is_borne_out_by_what_was_found_under_its_headings() {
    let mut framework = framework();
    framework.pillars = vec![crate::assessment::Heading {
        id: "pillar".into(),
        graded: true,
        ..Default::default()
    }];
    framework.headings[0].pillar = "pillar".into();
    framework.scale = vec![point(Grade::RequiresImprovement)];
    let judgment = Judgment {
        grade: Some(Grade::RequiresImprovement),
        rationale: "x".into(),
        ..Judgment::default()
    };
    let rules = |mut findings: Vec<Finding>, heading: &str| {
        findings[0].heading = heading.into();
        let mut draft = with(findings);
        draft.grades.insert("pillar".into(), judgment.clone());
        let problems = check(&draft, &framework, &weave(&draft, &framework));
        let rules = problems.iter().map(|each| each.rule);
        rules
            .filter(|rule| !GAPS.contains(rule))
            .map(Rule::id)
            .collect::<Vec<_>>()
    };
    let need = || vec![need("a", "The force needs to rest.")];
    assert_eq!(rules(need(), "stock"), [""; 0]);
    assert_eq!(
        rules(need(), "money"),
        ["requires-improvement-without-need"]
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
            text: "They sing.".into(),
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
fn a_grade_rests_on_the_least_that_would_have_to_fall() {
    let with_evidence = |id: &str, on: &[&str]| {
        let mut finding = strength(id, &format!("The force sings {id}."));
        finding.evidence = on.iter().map(|id| (*id).to_owned()).collect();
        finding
    };
    let mut draft = with(vec![
        with_evidence("a", &["e1"]),
        with_evidence("b", &["e1", "e2"]),
        with_evidence("c", &["e2", "lost"]),
    ]);
    for id in ["e1", "e2"] {
        draft.evidence.push(Arc::new(Evidence {
            id: id.into(),
            ..Evidence::default()
        }));
    }
    let support = |draft: &Assessment| grade_support(draft, &framework(), "stock");
    assert_eq!(support(&draft), None, "nothing is graded");
    let judgment = Judgment {
        grade: Some(Grade::Good),
        ..Judgment::default()
    };
    draft.grades.insert("stock".into(), judgment);
    let losses: Vec<String> = support(&draft)
        .unwrap()
        .losses
        .iter()
        .map(Loss::to_string)
        .collect();
    assert_eq!(losses, ["e1 and e2 together", "a, b and c together"]);
    draft.findings.truncate(1);
    let losses: Vec<String> = support(&draft)
        .unwrap()
        .losses
        .iter()
        .map(Loss::to_string)
        .collect();
    assert_eq!(losses, ["a alone", "e1 alone"]);
    draft.findings.clear();
    assert_eq!(support(&draft).unwrap().losses, []);
}

#[test]
fn one_finding_that_carries_all_evidence_is_found_to_carry_it() {
    let mut all = strength("a", "The force sings.");
    all.evidence = (1..=3).map(|n| format!("e{n}")).collect();
    let mut draft = with(vec![
        all,
        strength("b", "The force hums."),
        strength("c", "It rests."),
    ]);
    for id in ["e1", "e2", "e3"] {
        draft.evidence.push(Arc::new(Evidence {
            id: id.into(),
            ..Evidence::default()
        }));
    }
    let judgment = Judgment {
        grade: Some(Grade::Good),
        ..Judgment::default()
    };
    draft.grades.insert("stock".into(), judgment);
    let support = grade_support(&draft, &framework(), "stock").unwrap();
    assert_eq!(support.losses[0].lost, [at("a")]);
    assert_eq!(support.losses[0].rule, Rule::GradeWithoutEvidence);
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
