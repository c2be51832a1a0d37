#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use std::sync::Arc;

use super::*;
use crate::assessment::{Figure, Finding, Grade, Recommendation, Response};
use crate::render::tests_support::city;
use crate::render::{Edition, Print, PrintFormat, PrintOptions, Printed, print_text};
use crate::statement::NoticeDraft;

fn prints(drafts: &[Assessment], framework: &Framework) -> [String; 6] {
    let summaries: Vec<NoticeDraft> = drafts
        .iter()
        .map(|it| NoticeDraft::of(it, framework))
        .collect();
    let all = drafts.iter().zip(&summaries);
    let all: Vec<Inspected> = all
        .map(|(assessment, summary)| Inspected {
            assessment,
            framework,
            part: summary,
        })
        .collect();
    let inspection = Inspection {
        title: "Nets <b>&</b> *boats*".into(),
        introduction: "One\nlook.\n\nAnother.".into(),
        ..Inspection::default()
    };
    let of = Printed::Inspection {
        inspection: &inspection,
        drafts: &all,
    };
    let made = |edition, format| {
        print_text(
            &Print {
                edition,
                options: PrintOptions::default(),
                of,
            },
            format,
            None,
        )
    };
    [
        made(Edition::Notice, PrintFormat::Text),
        made(Edition::Notice, PrintFormat::Markdown),
        made(Edition::Notice, PrintFormat::Html),
        made(Edition::Theme, PrintFormat::Text),
        made(Edition::Theme, PrintFormat::Markdown),
        made(Edition::Theme, PrintFormat::Html),
    ]
}

fn finding(id: &str, kind: Kind, text: &str) -> Arc<Finding> {
    Arc::new(Finding {
        id: id.into(),
        heading: "victims".into(),
        kind,
        text: text.into(),
        evidence: vec!["audit".into()],
        ..Finding::default()
    })
}

fn two() -> (Vec<Assessment>, Arc<Framework>) {
    let (mut one, framework) = city();
    one.findings.clear();
    let mut other = one.clone();
    other.subject.name = "Mere Police".into();
    other.subject.spoken.clear();
    other.overall.marking = "OFFICIAL".into();
    other.grades.entry("victims".into()).or_default().grade = Some(Grade::Inadequate);
    let mut concern = finding("c", Kind::Concern, "The force must find {lost} boats.");
    Arc::make_mut(&mut concern)
        .recommendations
        .push(Recommendation {
            text: "Look for {lost}.".into(),
            deadline: "2023-09-01".into(),
            ..Recommendation::default()
        });
    let mut secret = finding("s", Kind::Improvement, "The force needs a spy.");
    Arc::make_mut(&mut secret).sensitive = true;
    other.findings = vec![concern, secret];
    other.figures = vec![Arc::new(Figure {
        id: "lost".into(),
        value: "1500".into(),
        label: "Boats lost".into(),
        ..Figure::default()
    })];
    other.responses = vec![Arc::new(Response {
        by: "The chief".into(),
        text: "\"We are looking.\"".into(),
        ..Response::default()
    })];
    (vec![one, other], framework)
}

#[test]
fn a_notice_and_a_report_tell_of_every_body_and_nothing_that_is_sensitive() {
    let (drafts, framework) = two();
    let all = prints(&drafts, &framework);
    for print in &all {
        for words in [
            "Mere Police must find 1,500 boats.",
            "The force must find 1,500 boats.",
        ] {
            let notice = all[..3].contains(print);
            assert_eq!(
                print.contains(words),
                notice == words.starts_with("Mere"),
                "{print}"
            );
        }
        assert!(print.contains("by 1 September 2023"), "{print}");
        assert!(print.contains("“We are looking.”"), "{print}");
        assert!(print.contains("OFFICIAL") && !print.contains("spy"));
    }
    let theme = &all[3];
    assert!(theme.contains("One look.\n\nAnother.\n"), "{theme}");
    assert!(theme.contains("Boats lost"), "{theme}");
    assert!(theme.contains("City of London Police\n----"), "{theme}");
    assert!(!theme.contains("evidence 1"), "{theme}");
}

#[test]
fn nothing_of_a_title_is_obeyed_and_a_page_is_well_made() {
    let (drafts, framework) = two();
    let [_, markdown, html, _, theme_markdown, theme_html] = prints(&drafts, &framework);
    assert!(theme_markdown.contains("Nets \\<b\\>\\&\\</b\\> \\*boats\\*"));
    assert!(markdown.starts_with("OFFICIAL\n\n# "), "{markdown}");
    for page in [html, theme_html] {
        assert!(page.contains("Nets &lt;b&gt;&amp;&lt;/b&gt; *boats*"));
        roxmltree::Document::parse(page.trim_start_matches("<!DOCTYPE html>\n")).unwrap();
    }
    for print in prints(&[], &framework) {
        assert!(print.contains("boats"), "{print}");
    }
}
