//! The prints of the accepted draft.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use serde_json::Value;

use super::tests_support::*;
use super::*;
use crate::assessment::{Evidence, Figure, Finding, Kind, List};
use crate::statement::{Reason, Source, Unspoken, weave};
use crate::text::width;

#[test]
fn a_format_prints_what_its_row_says_and_no_two_have_one_name() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let mut names = std::collections::BTreeSet::new();
    for format in PrintFormat::ALL {
        let entry = format.entry();
        for name in entry.aliases.iter().chain([&entry.id]) {
            assert!(names.insert(*name), "{name}");
        }
        for edition in entry.prints {
            let print = (*edition, *format);
            assert_ne!(made(print, &document, &draft, &framework, None), "");
        }
    }
}

#[test]
fn nothing_prints_as_nothing() {
    let nothing = Document::default();
    assert_eq!(text(&nothing, None), "");
    assert_eq!(text(&nothing, Some(40)), "");
    assert_eq!(markdown(&nothing), "");
    assert_eq!(text(&document(&[vec![], vec![" ".into()]]), None), "");
}

#[test]
fn a_narrow_print_is_twenty_columns_wide() {
    let all = document(&[vec!["I inspect police forces for the public.".into()]]);
    let wrapped = "I inspect police\nforces for the\npublic.\n";
    assert_eq!(text(&all, Some(0)), wrapped);
    assert_eq!(text(&all, Some(20)), wrapped);
}

#[test]
fn every_sentence_of_the_accepted_draft_names_what_it_stands_on() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let print = text_sources(&document, &draft, &framework, None);
    let (spoken, sources) = print.split_once(sources::STANDS_ON).unwrap();
    let numbers = document.measures().sentences;
    assert!(
        spoken.contains(&format!("[{numbers}]")) && sources.contains(&format!("\n[{numbers}] "))
    );
    for expected in [
        "\n[9] Finding cse – Victims, area for improvement\n    Draft: the noun for the body\n    \
         Framework: the word that turns\n    Rules: ",
        "\nWhat the title stands on\n------------------------\n\n- ",
        "Finding prevention – Crime prevention, strength",
        "Finding victims – Victims, strength",
        "Figure followers – 50,000 (Twitter followers)",
        "Framework: the opening “pleased”",
        "Draft: the inspector's name",
        "Not spoken\n----------\n\nEverything recorded is spoken.\n",
        "Figure followers – 50,000 (Twitter followers)",
    ] {
        assert!(print.contains(expected), "{expected:?} is not in\n{print}");
    }
    for row in text_sources(&document, &draft, &framework, Some(60)).lines() {
        assert!(width(row) <= 60, "{row}");
    }
}

#[test]
fn markdown_has_a_footnote_for_every_mark() {
    let (mut draft, framework) = city();
    let mut left_out = draft.findings[3].as_ref().clone();
    left_out.spoken = Some(false);
    left_out.why = "# too _long_".into();
    draft.findings[3] = Arc::new(left_out);
    let document = weave(&draft, &framework);
    let print = markdown_sources(&document, &draft, &framework);
    for number in 1..=document.measures().sentences {
        let mark = format!("[^{number}]");
        assert_eq!(print.matches(&mark).count(), 2, "{mark} in\n{print}");
        assert!(print.contains(&format!("\n\n{mark}: ")));
    }
    let item = "\n\n## Not spoken\n\n- Victims: “The force protects most victims well.” – kept out by the author: \\# too \\_long\\_\n";
    assert!(print.contains(item), "{print}");
}

#[test]
fn sources_are_named_with_all_that_is_known_of_them() {
    let (mut draft, framework) = city();
    draft.evidence.push(Arc::new(Evidence {
        id: "e1".into(),
        kind: "focus-group".into(),
        title: "Sergeants\nand [2] inspectors".into(),
        date: "2015-06-03".into(),
        ..Evidence::default()
    }));
    let mut figure = Figure::clone(&draft.figures[0]);
    figure.of = "60000".into();
    figure.period = "June 2015".into();
    draft.figures[0] = Arc::new(figure);
    let at = draft
        .findings
        .iter()
        .position(|each| each.id == "social-media");
    let mut finding = Finding::clone(&draft.findings[at.unwrap()]);
    finding.evidence = vec!["e1".into(), "gone".into()];
    draft.findings[at.unwrap()] = Arc::new(finding);
    let print = text_sources(&weave(&draft, &framework), &draft, &framework, None);
    for expected in [
        "Evidence e1 – Sergeants and [2] inspectors (focus group; 3 June 2015)\n",
        "Evidence gone – not in the draft\n",
        "Figure followers – 50,000 of 60,000 (Twitter followers; June 2015)\n",
    ] {
        assert!(print.contains(expected), "{expected:?} is not in\n{print}");
    }
}

#[test]
fn the_words_of_a_sensitive_finding_are_nowhere() {
    let (mut draft, framework) = city();
    draft.findings.push(Arc::new(Finding {
        id: "secret".into(),
        heading: "victims".into(),
        kind: Kind::Concern,
        text: "The informant is known.".into(),
        sensitive: true,
        ..Finding::default()
    }));
    let document = weave(&draft, &framework);
    for print in [
        text_sources(&document, &draft, &framework, None),
        markdown_sources(&document, &draft, &framework),
        json(&document, &draft, &framework),
        html_sources(&document, &draft, &framework),
        unspoken(&document.unspoken[0], &draft, &framework),
    ] {
        assert!(
            print.contains("sensitive") && !print.contains("informant"),
            "{print}"
        );
    }
}

#[test]
fn the_sentences_that_stand_on_least_come_first() {
    let (mut draft, framework) = city();
    let evidence = |id: &str| {
        Arc::new(Evidence {
            id: id.into(),
            title: format!("Title of {id}"),
            reference: "docket 7".into(),
            date: "2015-05-19".into(),
            ..Evidence::default()
        })
    };
    draft.evidence = ["e1", "e2", "e3"].map(evidence).into();
    let place = draft.findings.iter().position(|each| each.id == "prepared");
    let finding = Arc::make_mut(&mut draft.findings[place.unwrap()]);
    finding.evidence = vec!["e1".into(), "e2".into()];
    finding.against = vec!["e3".into()];
    let document = weave(&draft, &framework);
    let print = text_sources(&document, &draft, &framework, None);
    let (before, table) = print
        .split_once("by what they stand on, least first\n")
        .unwrap();
    assert!(
        before
            .contains("\n     Weighs against: Evidence e3 – Title of e3 (19 May 2015; docket 7)\n")
    );
    let rows: Vec<&str> = table.lines().skip(4).collect();
    assert_eq!(rows.len(), document.measures().sentences);
    let counts = |row: &str| {
        let counts = row.split_whitespace().rev().take(4);
        counts
            .map(|count| count.parse::<usize>().unwrap())
            .collect::<Vec<_>>()
    };
    assert!(
        rows[0].starts_with("[1] Hello.") && counts(rows[0]) == [0, 0, 0, 0],
        "{}",
        rows[0]
    );
    let last = rows.last().unwrap();
    assert!(
        last.contains("I am reassured") && counts(last) == [0, 1, 2, 1],
        "{last}"
    );
    assert!(
        rows.iter()
            .any(|row| row.contains("With 50,000") && counts(row) == [1, 0, 0, 1])
    );
    let blocks = markdown_sources(&document, &draft, &framework);
    assert!(blocks.contains(
        "least first\n\n| Sentence | Findings | Evidence | Against | Figures |\n| --- |"
    ));
    let parsed: Value = serde_json::from_str(&json(&document, &draft, &framework)).unwrap();
    let support = parsed["support"].as_array().unwrap();
    assert_eq!(support.last().unwrap()["sentence"], "prepared");
    assert_eq!(support.last().unwrap()["against"], 1);
    assert_eq!(parsed["evidence"][2]["reference"], "docket 7");
    assert_eq!(parsed["figures"][0]["spoken"], "50,000");
}

#[test]
fn what_is_not_spoken_is_named_in_one_line() {
    let (draft, framework) = city();
    let line = |source, reason| unspoken(&Unspoken { source, reason }, &draft, &framework);
    assert_eq!(
        line(Source::item(List::Outlook, "cross-border"), Reason::TooMany),
        "Look-ahead: “how the force works with the Metropolitan Police …” – enough is read aloud before it"
    );
    assert_eq!(
        line(
            Source::item(List::Findings, "national-balance"),
            Reason::SaidBy("a\nb".into())
        ),
        "Overall: “The force balances this well with its national …” – another says the same"
    );
    assert_eq!(
        line(Source::item(List::Findings, "gone"), Reason::Empty),
        "Finding: one finding – nothing is written yet"
    );
}

#[test]
fn json_is_whole_and_in_order() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let print = json(&document, &draft, &framework);
    let parsed: Value = serde_json::from_str(&print).unwrap();
    let keys = [
        "draft",
        "framework",
        "subject",
        "paragraphs",
        "unspoken",
        "support",
        "measures",
    ];
    let places = keys.map(|key| print.find(&format!("\n  \"{key}\": ")).unwrap());
    assert!(places.is_sorted());
    assert_eq!(parsed["draft"], "city-of-london-2015");
    let many = document.measures().sentences;
    assert_eq!(parsed["measures"]["sentences"], many);
    let paragraphs = parsed["paragraphs"].as_array().unwrap();
    assert_eq!(paragraphs.len(), 10);
    for sentence in paragraphs
        .iter()
        .flat_map(|each| each["sentences"].as_array().unwrap())
    {
        assert!(
            !sentence["sources"].as_array().unwrap().is_empty(),
            "{sentence}"
        );
        let text = sentence["text"].as_str().unwrap();
        let last = sentence["parts"].as_array().unwrap().last().unwrap();
        assert_eq!(last["end"], text.len());
    }
}

#[test]
fn a_marking_stands_at_both_ends_of_every_print_and_nowhere_where_there_is_none() {
    let (mut draft, framework) = city();
    let mut all = document(&[vec!["A title".into()], vec!["Words.".into()]]);
    let bare = text(&all, None);
    assert!(bare.starts_with("A title\n"), "{bare}");
    assert!(
        json(&all, &draft, &framework).contains("\"framework\"")
            && !json(&all, &draft, &framework).contains("marking")
    );
    draft.overall.marking = "OFFICIAL_SENSITIVE\n\u{1b}[8m".into();
    all.marking.clone_from(&draft.overall.marking);
    let marked = "OFFICIAL_SENSITIVE ␛[8m";
    assert_eq!(text(&all, None), format!("{marked}\n\n{bare}\n{marked}\n"));
    for print in [
        text_sources(&all, &draft, &framework, None),
        text(&all, Some(20)).replace("OFFICIAL_SENSITIVE\n", "OFFICIAL_SENSITIVE "),
    ] {
        assert!(print.starts_with(&format!("{marked}\n\n")), "{print}");
        assert!(print.ends_with(&format!("\n\n{marked}\n")), "{print}");
    }
    let marked = "OFFICIAL\\_SENSITIVE ␛\\[8m";
    for print in [markdown(&all), markdown_sources(&all, &draft, &framework)] {
        assert!(print.starts_with(&format!("{marked}\n\n")), "{print}");
        assert!(print.ends_with(&format!("\n\n{marked}\n")), "{print}");
    }
    let parsed: Value = serde_json::from_str(&json(&all, &draft, &framework)).unwrap();
    assert_eq!(parsed["marking"], *draft.overall.marking);
    // The same draft woven: the marking comes along, and goes when it is taken out.
    let mut weaver = crate::statement::Weaver::new();
    assert_eq!(
        weaver.weave(&draft, &framework).marking,
        draft.overall.marking
    );
    draft.overall.marking.clear();
    assert_eq!(weaver.weave(&draft, &framework).marking, "");
}
