//! Grades: what bears them out, and what they rest on.

use super::*;

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
    // One of three: the grades have no say yet.
    let of_rung = |it: &Problem| it.rule == Rule::RungOutOfBand;
    assert!(!problems(&draft).iter().any(of_rung));
    let judgment = Judgment {
        state: Some(JudgmentState::NotInspected),
        ..Judgment::default()
    };
    draft.grades.insert("care".into(), judgment);
    let found = problems(&draft);
    assert_eq!(found[0].rule, Rule::RungOutOfBand);
    assert!(
        found[0].remedy.contains("(1 heading is not yet graded)"),
        "{}",
        found[0].remedy
    );
    draft.overall.stance = "mad".into();
    assert_eq!(
        (problems(&draft)[0].severity, problems(&draft)[0].rule),
        (Severity::Error, Rule::UnknownRung)
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
    let lost = |draft: &Assessment| -> Vec<String> {
        let ids = |loss: &Loss| {
            loss.lost
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        let losses = support(draft).unwrap().losses;
        losses.iter().map(|loss| ids(loss).join(" ")).collect()
    };
    let losses = lost(&draft);
    assert_eq!(losses, ["e1 e2", "a b c"]);
    draft.findings.truncate(1);
    let losses = lost(&draft);
    assert_eq!(losses, ["a", "e1"]);
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
