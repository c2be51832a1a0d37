//! Statements in the manner of each round, of our own: how many of their sentences come out word for word, from the
//! findings alone and with what their author says of how they are spoken.
//!
//! `tests/data/rounds` has, for each, the statement as an inspector would read it out and a draft that is to give it.
//! A sentence counts where the woven statement has the same; no sentence is left out but the title. The figures in
//! [`REACHED`] may only rise.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use assay::assessment::{Assessment, Finding, Framework, StatementWords};
use assay::statement::{ParagraphRole, weave};
use assay::store::Frameworks;
use assay::store::format;

/// Each statement, with how many of its sentences come from the findings alone, and with hints.
const REACHED: [(&str, usize, usize); 20] = [
    ("2014", 17, 21),
    ("2016", 14, 27),
    ("2023", 11, 21),
    ("fire", 14, 19),
    ("2018", 19, 27),
    ("2021", 10, 19),
    ("fire-2018", 6, 15),
    ("fire-2021", 14, 20),
    ("2015-page", 4, 10),
    ("2015-spoken", 3, 12),
    ("2016-press", 4, 10),
    ("2017-press", 5, 9),
    ("2018-press", 4, 9),
    ("2018-page", 3, 9),
    ("fire-2018-summary", 5, 5),
    ("fire-2023", 3, 10),
    ("2021-concerns", 3, 9),
    ("2021-praise", 7, 10),
    ("2023-aspects", 4, 6),
    ("2023-concerns", 3, 8),
];

/// Returns the draft without what says how it is spoken: findings, their kinds, headings and paragraphs remain, and what
/// was typed beside them.
fn plain(hinted: &Assessment) -> Assessment {
    let mut draft = hinted.clone();
    draft.overall.join_need = false;
    draft.overall.form.clear();
    let words = &hinted.statement;
    draft.statement = StatementWords {
        greeting: words.greeting.clone(),
        ending: words.ending.clone(),
        remit: words.remit.clone(),
        ..StatementWords::default()
    };
    for finding in &mut draft.findings {
        let of = finding.as_ref();
        *finding = Arc::new(Finding {
            id: of.id.clone(),
            heading: of.heading.clone(),
            kind: of.kind,
            text: of.text.clone(),
            paragraph: of.paragraph.clone(),
            ..Finding::default()
        });
    }
    draft
}

/// Returns the sentences of a text: each ends with a stop before a blank and a capital.
fn sentences(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for line in text.lines() {
        let mut rest = line.trim();
        while !rest.is_empty() {
            let end = rest
                .match_indices(". ")
                .find(|(at, _)| rest[at + 2..].starts_with(char::is_uppercase))
                .map_or(rest.len(), |(at, _)| at + 1);
            all.push(rest[..end].to_owned());
            rest = rest[end..].trim_start();
        }
    }
    all
}

fn spoken(draft: &Assessment, framework: &Framework) -> HashSet<String> {
    let document = weave(draft, framework);
    let paragraphs = document.paragraphs.iter();
    paragraphs
        .filter(|paragraph| paragraph.role != ParagraphRole::Title)
        .flat_map(|paragraph| &paragraph.sentences)
        .map(|sentence| sentence.text.clone())
        .collect()
}

#[test]
fn statements_of_each_round_come_out_word_for_word_as_far_as_they_did() {
    let frameworks = Frameworks::load(Path::new("none"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rounds");
    let read = |name: String| fs::read_to_string(folder.join(name)).expect("a file of the round");
    let (mut all, mut plainly, mut hinted) = (0, 0, 0);
    let mut fallen = Vec::new();
    for (round, least_plain, least_hinted) in REACHED {
        let draft = format::read(round, &read(format!("{round}.toml")), &|id| {
            frameworks.get(id)
        });
        let draft = draft.unwrap_or_else(|refused| panic!("{refused}"));
        let wanted = sentences(&read(format!("{round}.txt")));
        let from_plain = spoken(&plain(&draft.assessment), &draft.framework);
        let from_hints = spoken(&draft.assessment, &draft.framework);
        let count =
            |woven: &HashSet<String>| wanted.iter().filter(|it| woven.contains(*it)).count();
        let reached = (count(&from_plain), count(&from_hints));
        println!(
            "{round}: of {} sentences, plain {}, with hints {}",
            wanted.len(),
            reached.0,
            reached.1
        );
        for missing in wanted.iter().filter(|it| !from_hints.contains(*it)) {
            println!("    not reached: {missing}");
        }
        (all, plainly, hinted) = (all + wanted.len(), plainly + reached.0, hinted + reached.1);
        if reached.0 < least_plain || reached.1 < least_hinted {
            fallen.push(format!(
                "{round}: {reached:?}, were ({least_plain}, {least_hinted})"
            ));
        }
    }
    let percent = |many: usize| many * 100 / all;
    println!(
        "all: of {all} sentences, plain {} %, with hints {} %",
        percent(plainly),
        percent(hinted)
    );
    assert!(fallen.is_empty(), "{fallen:#?}");
    let files = fs::read_dir(&folder).expect("the rounds").count();
    assert_eq!(files, REACHED.len() * 2, "each round is counted");
}
