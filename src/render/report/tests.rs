//! Nothing that was found goes missing, and nothing sensitive gets out.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::assessment::{
    Evidence, Figure, Grade, Join, Judgment, JudgmentState, Kind, OVERALL, Outlook, Override,
    Recommendation, Response,
};
use crate::render::tests_support::{
    city, html, html_sources, json, markdown, markdown_sources, report_html, report_markdown,
    report_text, text, text_sources,
};

/// Returns the three forms of the report.
fn reports(draft: &Assessment, framework: &Framework) -> [String; 3] {
    let document = weave(draft, framework);
    [
        report_text(&document, draft, framework, None),
        report_markdown(&document, draft, framework),
        report_html(&document, draft, framework),
    ]
}

fn plain(draft: &Assessment, framework: &Framework) -> String {
    let [text, _, _] = reports(draft, framework);
    text
}

/// Returns a draft of one finding of this text.
fn one(finding: Finding) -> (Assessment, Arc<Framework>) {
    let (mut draft, framework) = city();
    draft.findings = vec![Arc::new(finding)];
    (draft, framework)
}

fn finding(id: &str, text: &str) -> Finding {
    Finding {
        id: id.into(),
        heading: "victims".into(),
        text: text.into(),
        ..Finding::default()
    }
}

fn any_finding() -> impl Strategy<Value = Finding> {
    let heading = proptest::sample::select(
        &["victims", "finances", "legitimacy", OVERALL, "nowhere", ""][..],
    );
    let kind = proptest::sample::select(
        &[
            Kind::Strength,
            Kind::Improvement,
            Kind::Concern,
            Kind::Practice,
            Kind::Context,
        ][..],
    );
    let stance =
        proptest::sample::select(&["", "reassured", "impressed-by", "concerned", "unknown"][..]);
    let open = proptest::sample::select(&["The force needs", "It has", "There is", "a lot of"][..]);
    let switches = any::<(bool, bool, bool, bool)>();
    (heading, kind, stance, open, switches).prop_map(
        |(heading, kind, stance, open, (sensitive, silent, also, join))| Finding {
            heading: heading.into(),
            kind,
            stance: stance.into(),
            text: open.into(),
            sensitive,
            also: also.then_some(true),
            spoken: silent.then_some(false),
            join: join.then_some(Join::Always),
            paragraph: if also { "own".into() } else { String::new() },
            ..Finding::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_finding_is_in_the_report_and_no_sensitive_one_is_in_any_print(
        mut findings in proptest::collection::vec(any_finding(), 0..12),
    ) {
        let (mut draft, framework) = city();
        for (at, finding) in findings.iter_mut().enumerate() {
            finding.id = format!("id{at}");
            finding.text = format!("{} word{at}x and more.", finding.text);
            finding.recommendations = vec![Recommendation {
                text: format!("Mend part{at}x."),
                ..Recommendation::default()
            }];
        }
        draft.findings = findings.into_iter().map(Arc::new).collect();
        let document = weave(&draft, &framework);
        let reports = reports(&draft, &framework);
        let others = [
            text(&document, None),
            text_sources(&document, &draft, &framework, None),
            markdown(&document),
            markdown_sources(&document, &draft, &framework),
            html(&document, &draft, &framework),
            html_sources(&document, &draft, &framework),
            json(&document, &draft, &framework),
        ];
        for (at, finding) in draft.findings.iter().enumerate() {
            for token in [format!("word{at}x"), format!("part{at}x")] {
                for report in &reports {
                    prop_assert_eq!(report.contains(&token), !finding.sensitive, "{}", report);
                }
                for print in &others {
                    prop_assert!(!finding.sensitive || !print.contains(&token), "{}", print);
                }
            }
            if finding.sensitive {
                for report in &reports {
                    let id = format!("id{at}");
                    prop_assert!(!report.split(|c: char| !c.is_alphanumeric()).any(|word| word == id));
                }
            }
        }
        let sensitive = draft.findings.iter().filter(|each| each.sensitive).count();
        let marked = reports[0].matches("a finding that is sensitive, and is not printed").count();
        prop_assert_eq!(marked, sensitive);
    }
}

#[test]
fn a_finding_reads_by_itself_and_not_as_a_neighbour() {
    let (draft, framework) = city();
    let report = plain(&draft, &framework);
    for expected in [
        "\n- The force works effectively to prevent crime and anti-social behaviour.\n",
        "\n- The force protects most victims well.\n",
        "\n- There are good arrangements in place to identify",
        "\n- The force needs to understand better the reasons",
        "\n- The force is adequately prepared",
        "\n- The force has achieved the necessary savings in recent years.\n",
        "\n- I am impressed by the force's innovative use of technology.\n",
        "\n- With 50,000 Twitter followers, the force",
    ] {
        assert!(report.contains(expected), "{expected}\n{report}");
    }
}

#[test]
fn the_statement_stands_in_the_report_word_for_word() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let statement = text(&document, None);
    let (_, spoken) = statement.split_once("\n\n").unwrap();
    let report = plain(&draft, &framework);
    assert!(
        report.contains(&format!("Summary\n-------\n\n{spoken}")),
        "{report}"
    );
}

#[test]
fn a_sentence_by_hand_is_told_by_hand_here_too() {
    let (mut draft, framework) = city();
    draft.overrides.push(Arc::new(Override {
        sentence: "prevention+victims".into(),
        text: "The force prevents crime and protects most victims.".into(),
        ..Override::default()
    }));
    let report = plain(&draft, &framework);
    let spoken = report.matches("\n- The force prevents crime and protects most victims.");
    assert_eq!(spoken.count(), 2, "{report}");
    assert!(!report.contains("works effectively"), "{report}");
}

#[test]
fn a_finding_that_says_the_same_twice_stands_under_both_headings() {
    let (mut draft, framework) = one(finding("a", "The force has {n} cells."));
    let mut other = finding("b", "the force has {n} cells");
    other.heading = "finances".into();
    draft.findings.push(Arc::new(other));
    draft.figures.push(Arc::new(Figure {
        id: "n".into(),
        value: "1200".into(),
        ..Figure::default()
    }));
    let report = plain(&draft, &framework);
    assert_eq!(
        report.matches("\n- The force has 1,200 cells.").count(),
        2,
        "{report}"
    );
    assert!(report.contains("” says the same"), "{report}");
}

#[test]
fn a_concern_tells_what_must_be_done_by_whom_and_when() {
    let mut concern = finding("a", "The force loses cases.");
    concern.kind = Kind::Concern;
    let advice = |text: &str, deadline: &str, addressee: &str| Recommendation {
        text: text.into(),
        deadline: deadline.into(),
        addressee: addressee.into(),
    };
    concern.recommendations = vec![
        advice(
            "Count them.",
            "2024-03-01",
            "the chief constable of {subject.name}",
        ),
        advice("Keep them.", "immediately", ""),
        advice("", "", ""),
    ];
    let (draft, framework) = one(concern);
    let report = plain(&draft, &framework);
    for expected in [
        "Cause of concern\n- The force loses cases.\n",
        "  - Recommendation to the chief constable of City of London Police, by 1 March 2024: Count them.\n",
        "  - Recommendation, immediately: Keep them.\n  - Recommendation: …\n",
    ] {
        assert!(report.contains(expected), "{expected}\n{report}");
    }
}

#[test]
fn evidence_has_numbers_and_what_only_the_sensitive_use_is_left_out() {
    let mut open = finding("open", "The force listens.");
    open.evidence = vec!["shared".into(), "lost".into()];
    open.against = vec!["last".into()];
    let mut secret = finding("secret-source", "The force has {hidden} informants.");
    secret.sensitive = true;
    secret.evidence = vec!["handler".into(), "shared".into()];
    let (mut draft, framework) = one(open);
    draft.findings.push(Arc::new(secret));
    for id in ["handler", "shared", "ledger", "last"] {
        draft.evidence.push(Arc::new(Evidence {
            id: id.into(),
            kind: "self-assessment".into(),
            title: format!("Title-{id}"),
            reliability: "high".into(),
            ..Evidence::default()
        }));
    }
    draft.figures = vec![Arc::new(Figure {
        id: "hidden".into(),
        value: "37".into(),
        label: "Informants".into(),
        source: "ledger".into(),
        ..Figure::default()
    })];
    let report = plain(&draft, &framework);
    assert!(
        report.contains("listens. [evidence 1, lost; weighs against: 2]\n"),
        "{report}"
    );
    assert!(
        report.contains("Title-shared") && report.contains("Self-assessment"),
        "{report}"
    );
    assert!(
        report.contains("Evidence and figures that only sensitive findings use"),
        "{report}"
    );
    for report in reports(&draft, &framework) {
        for word in ["handler", "ledger", "nformants", "secret-source", "37 "] {
            assert!(!report.contains(word), "{word}\n{report}");
        }
    }
}

#[test]
fn judgments_are_told_in_the_frameworks_words_with_what_was_carried_over() {
    let (mut draft, framework) = city();
    let judgment = |grade, state, from: &str| Judgment {
        grade,
        state,
        from: from.into(),
        rationale: "Because {period.label}.".into(),
        ..Judgment::default()
    };
    let carried = judgment(
        Some(Grade::RequiresImprovement),
        Some(JudgmentState::CarriedOver),
        "2014",
    );
    draft.grades.insert("victims".into(), carried);
    draft.grades.insert(
        "finances".into(),
        judgment(None, Some(JudgmentState::NotInspected), ""),
    );
    draft.grades.insert(
        "offenders".into(),
        judgment(None, Some(JudgmentState::Narrative), ""),
    );
    draft.grades.remove("legitimacy");
    draft
        .grades
        .insert("efficiency".into(), judgment(Some(Grade::Good), None, ""));
    draft.overall.grade = Some(Grade::Outstanding);
    draft.overall.rationale = "All is well.".into();
    let report = plain(&draft, &framework);
    let rows: Vec<String> = report
        .lines()
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for expected in [
        "Crime prevention Effectiveness Good",
        "Victims Effectiveness Requires improvement, carried over from 2014",
        "Offenders Effectiveness Narrative, not graded",
        "Finances Efficiency Not inspected",
        "Legitimacy Legitimacy Not yet graded",
        "Efficiency Good",
        "Overall Outstanding",
        "Outstanding. All is well.",
        "Requires improvement, carried over from 2014. Because 2015.",
    ] {
        assert!(
            rows.iter().any(|row| row == expected),
            "{expected}\n{report}"
        );
    }
}

#[test]
fn answers_stand_in_their_own_words_and_the_whole_look_ahead_is_told() {
    let (mut draft, framework) = city();
    draft.responses.push(Arc::new(Response {
        by: "Commander Khan".into(),
        text: "\"We accept {followers} challenges to do more.\"".into(),
        date: "2015-06-01".into(),
        ..Response::default()
    }));
    draft.outlook.push(Arc::new(Outlook {
        id: "third".into(),
        text: "how the force fares".into(),
    }));
    let report = plain(&draft, &framework);
    for expected in [
        "What the force says\n-------------------\n\n  “We accept {followers} challenges to do more.”\n  – Commander Khan, 1 June 2015\n",
        "\n- I'll also be interested to see how the force fares.\n",
        "” – enough is read aloud before it",
    ] {
        assert!(report.contains(expected), "{expected}\n{report}");
    }
}

#[test]
fn an_empty_draft_has_a_report_and_a_framework_may_word_it() {
    let mut framework = Framework::default();
    framework.report.unspoken = "Left out by {inspector.name}".into();
    let mut draft = Assessment::new("d", &framework);
    draft.inspector.name = "R. A.".into();
    let report = plain(&draft, &framework);
    assert!(report.contains("\nLeft out by R. A.\n"), "{report}");
    assert!(
        report.contains("The summary speaks every finding."),
        "{report}"
    );
}
