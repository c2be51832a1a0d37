//! What a check costs in drafts of 10 to 10,000 findings: made anew, made again after one text has changed, and
//! spelling.

#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::sync::Arc;

use assay::assessment::{Assessment, Framework};
use assay::check::{Checker, Levels, spelling};
use assay::statement::{Weaver, weave};
use assay::store::format;
use divan::Bencher;

fn main() {
    divan::main();
}

const FINDINGS: [usize; 4] = [10, 100, 1_000, 10_000];

fn framework() -> Framework {
    let text = include_str!("../../assets/frameworks/annual.toml");
    format::framework::read("annual.toml", text).expect("the built-in framework")
}

const WHO: [&str; 7] = [
    "officers",
    "sergeants",
    "call handlers",
    "detectives",
    "volunteers",
    "supervisors",
    "partners",
];
const DO: [&str; 5] = [
    "listen to",
    "write to",
    "look for",
    "work with",
    "hear from",
];
const WHOM: [&str; 11] = [
    "victims of burglary",
    "people who call twice",
    "young people",
    "shopkeepers",
    "farmers",
    "witnesses in court",
    "families of missing people",
    "tenants",
    "schools and colleges",
    "people in custody",
    "councils",
];
const WHEN: [&str; 13] = [
    "at night",
    "within a day",
    "before a case is closed",
    "once a month",
    "at the first call",
    "in the north",
    "on the coast",
    "when they ask",
    "in their own words",
    "after the trial",
    "without delay",
    "by letter",
    "at home",
];

/// A draft of so many findings, spread over the headings, with evidence and figures; one in ten has something to tell.
fn draft(findings: usize) -> Assessment {
    let mut text = String::from(
        "format = 1\nid = \"bench\"\nframework = \"annual\"\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n[inspector]\nname = \"A N Inspector\"\n[period]\nlabel = \"2023\"\n[overall]\nstance = \"pleased\"\n",
    );
    let headings = [
        "crime-prevention",
        "victims",
        "offenders",
        "finances",
        "legitimacy",
    ];
    for at in 0..findings {
        let heading = headings[at * headings.len() / findings];
        let (kind, verb) = match at % 3 {
            2 => ("improvement", "needs to see that"),
            _ => ("strength", "knows that"),
        };
        let (who, does) = (WHO[at % 7], DO[at % 5]);
        let (whom, when) = (WHOM[at % 11], WHEN[at % 13]);
        let slip = if at % 10 == 0 { ", going forward" } else { "" };
        let name = char::from(b'a' + u8::try_from(at % 26).expect("a letter"));
        write!(
            text,
            "[[findings]]\nid = \"f{at}\"\nheading = \"{heading}\"\nkind = \"{kind}\"\ntext = \"The constabulary {verb} {who} of team {name}{name} {does} {whom} {when}{slip}, in {{n{}}} of its towns.\"\nevidence = [\"e{}\"]\n",
            at / 10, at / 10
        )
        .expect("memory");
    }
    for at in 0..findings.div_ceil(10) {
        write!(text, "[[evidence]]\nid = \"e{at}\"\nkind = \"document\"\ntitle = \"Plan {at}\"\ndate = 2023-04-01\n[[figures]]\nid = \"n{at}\"\nvalue = {}\nlabel = \"Towns {at}\"\nsource = \"e{at}\"\n", at + 20).expect("memory");
    }
    let framework = Arc::new(framework());
    let read = format::read("bench.toml", &text, &move |_| Ok(Arc::clone(&framework)));
    read.expect("the draft is right").assessment
}

/// Everything looked at for the first time.
#[divan::bench(args = FINDINGS)]
fn anew(bencher: Bencher<'_, '_>, findings: usize) {
    let (draft, framework) = (draft(findings), framework());
    let document = weave(&draft, &framework);
    bencher.bench_local(|| {
        let mut checker = Checker::new();
        let report = checker.report(&draft, &framework, &document, &Levels::default());
        report.problems.len()
    });
}

/// After a key: one text is new. The weaving is not counted.
#[divan::bench(args = FINDINGS)]
fn after_a_key(bencher: Bencher<'_, '_>, findings: usize) {
    let (mut draft, framework) = (draft(findings), framework());
    let mut weaver = Weaver::new();
    let mut checker = Checker::new();
    let mut versions = Vec::new();
    for letter in ["", "e"] {
        let finding = Arc::make_mut(&mut draft.findings[findings / 2]);
        finding.text.push_str(letter);
        weaver.weave(&draft, &framework);
        versions.push((draft.clone(), weaver.document().clone()));
    }
    let levels = Levels::default();
    let mut nth = 0;
    bencher.bench_local(|| {
        nth += 1;
        let (draft, document) = &versions[nth % 2];
        checker
            .report(draft, &framework, document, &levels)
            .problems
            .len()
    });
}

/// Spelling, with the dictionary read already.
#[divan::bench(args = FINDINGS)]
fn spelt(bencher: Bencher<'_, '_>, findings: usize) {
    let (draft, framework) = (draft(findings), framework());
    let Some(dictionary) = spelling::Dictionary::british() else {
        return;
    };
    bencher
        .bench_local(|| spelling::check(dictionary, &draft, &framework, &Levels::default()).len());
}
