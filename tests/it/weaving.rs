//! Ordinary English, woven: cases of kinds that a weaver gets wrong where it looks at the first words only. Each is a
//! few findings under one heading, what must be said of them, and what never.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use assay::assessment::{Finding, Join, Kind, List, Refer};
use assay::check::{Rule, check};
use assay::statement::{Document, Source, weave};
use assay::store::format::{self, Draft};
use assay::store::{EXAMPLES, Frameworks};
use proptest::prelude::*;
use serde::Deserialize;

use crate::support::needs::acceptance;
use crate::support::weaving_laws::{broken, broken_as_asked};

const OUR_CASES: &str = include_str!("../data/weaving/cases.toml");
const CASES_OF_WISHES: &str = include_str!("../data/weaving/rules.toml");

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    kind: String,
    #[serde(default = "essex")]
    name: String,
    #[serde(default = "force")]
    noun: String,
    #[serde(default = "annual")]
    framework: String,
    heading: Option<String>,
    /// The kind and text of each, and lines of TOML that are set on it.
    findings: Vec<Vec<String>>,
    #[serde(default)]
    says: Vec<Said>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    order: Vec<String>,
    /// True where the check says of the first finding what it would not say of a plain one.
    #[serde(default)]
    tells: bool,
    /// The rules that the check tells of, and those that it does not.
    #[serde(default)]
    told: Vec<String>,
    #[serde(default)]
    untold: Vec<String>,
}

/// What is said: this, or one of these.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Said {
    This(String),
    OneOf(Vec<String>),
}

fn essex() -> String {
    "Essex Police".to_owned()
}

fn force() -> String {
    "force".to_owned()
}

fn annual() -> String {
    "annual".to_owned()
}

impl Case {
    fn draft(&self) -> String {
        let heading = match (&self.heading, self.framework.as_str()) {
            (Some(heading), _) => heading.as_str(),
            (None, "annual") => "crime-prevention",
            (None, _) => "prevention",
        };
        let quoted = |text: &str| format!("{text:?}");
        let mut draft = format!(
            "format = 1\nid = \"case\"\nframework = {}\n[subject]\nname = {}\nnoun = {}\n[inspector]\nname = \"A Reader\"\n\
             [period]\nlabel = \"2026\"\n",
            quoted(&self.framework),
            quoted(&self.name),
            quoted(&self.noun),
        );
        for (at, finding) in self.findings.iter().enumerate() {
            let [kind, text, more @ ..] = finding.as_slice() else {
                panic!("{}: a finding has a kind and a text", self.kind);
            };
            let own = more.iter().any(|line| line.starts_with("heading"));
            let heading = match own {
                true => String::new(),
                false => format!("heading = \"{heading}\"\n"),
            };
            draft += &format!(
                "[[findings]]\nid = \"f{at}\"\n{heading}kind = \"{kind}\"\ntext = {}\n{}\n",
                quoted(text),
                more.join("\n"),
            );
        }
        draft
    }

    fn woven(&self, frameworks: &Frameworks) -> (Draft, Document) {
        let draft = format::read("case", &self.draft(), &|id| frameworks.get(id));
        let draft = draft.unwrap_or_else(|refused| panic!("{}: {refused}", self.kind));
        let document = weave(&draft.assessment, &draft.framework);
        (draft, document)
    }

    /// The rules that the check finds broken.
    fn told(&self, frameworks: &Frameworks) -> Vec<Rule> {
        let (draft, document) = self.woven(frameworks);
        let problems = check(&draft.assessment, &draft.framework, &document);
        problems.into_iter().map(|problem| problem.rule).collect()
    }

    /// What is wrong, in lines; empty where nothing is.
    fn faults(&self, frameworks: &Frameworks) -> String {
        let (_, document) = self.woven(frameworks);
        let spoken = document.paragraphs.iter().filter(|paragraph| {
            let sources = paragraph
                .sentences
                .iter()
                .flat_map(|sentence| &sentence.sources);
            sources
                .into_iter()
                .any(|source| source.id_in(List::Findings).is_some())
        });
        let texts: Vec<String> = spoken.map(|paragraph| paragraph.text()).collect();
        let body = texts.join(" ");
        let mut faults = Vec::new();
        for said in &self.says {
            let options = match said {
                Said::This(text) => std::slice::from_ref(text),
                Said::OneOf(texts) => texts.as_slice(),
            };
            if !options.iter().any(|option| body.contains(option)) {
                faults.push(format!("does not say: {}", options.join(" / ")));
            }
        }
        let never = self.never.iter().filter(|never| body.contains(*never));
        faults.extend(never.map(|never| format!("says: {never}")));
        let places: Vec<_> = self.order.iter().map(|part| body.find(part)).collect();
        if !places.is_sorted() || places.contains(&None) {
            faults.push(format!("order: {:?}", self.order));
        }
        let rules = self.told(frameworks);
        let is_told = |id: &String| rules.iter().any(|rule| rule.id() == id);
        let missing = self.told.iter().filter(|id| !is_told(id));
        faults.extend(missing.map(|id| format!("is not told: {id}")));
        let wrong = self.untold.iter().filter(|id| is_told(id));
        faults.extend(wrong.map(|id| format!("is told: {id}")));
        if self.tells {
            let mut plain = self.clone();
            let kind = self.findings[0][0].clone();
            let text = "The force answers calls quickly, day and night.".to_owned();
            plain.findings = vec![vec![kind, text]];
            let known = plain.told(frameworks);
            if self
                .told(frameworks)
                .iter()
                .all(|rule| known.contains(rule))
            {
                faults.push("the check tells nothing".to_owned());
            }
        }
        match faults.is_empty() {
            true => String::new(),
            false => format!(
                "{}\n    => {body}\n    {}\n",
                self.kind,
                faults.join("\n    ")
            ),
        }
    }
}

/// Runs cases, and returns how many there were.
fn run(table: &str) -> usize {
    let frameworks = Frameworks::load(Path::new("none"));
    let cases: Cases = toml::from_str(table).unwrap_or_else(|error| panic!("{error}"));
    let faults: String = cases
        .case
        .iter()
        .map(|case| case.faults(&frameworks))
        .collect();
    let many = cases.case.len();
    let wrong = faults.lines().filter(|line| !line.starts_with(' ')).count();
    assert!(faults.is_empty(), "{wrong} of {many} cases:\n{faults}");
    many
}

#[test]
fn ordinary_english_is_woven_right_or_left_alone() {
    let many = run(OUR_CASES);
    println!("{many} weaving cases");
}

#[test]
fn what_is_asked_of_a_sentence_is_done_where_it_is_certain_and_told_of_elsewhere() {
    let many = run(CASES_OF_WISHES);
    println!("{many} cases of what is asked");
}

#[test]
fn the_shared_weaving_cases_hold() {
    if let Some(table) = acceptance("weaving/cases.toml") {
        run(&table);
    }
}

#[test]
fn what_the_check_says_of_a_subject_is_what_is_printed() {
    let (draft, _) = &*CORPUS;
    let cases: Cases = toml::from_str(OUR_CASES).unwrap_or_else(|error| panic!("{error}"));
    let findings = cases.case.iter().flat_map(|case| &case.findings);
    let texts: BTreeSet<&str> = findings.map(|finding| finding[1].trim()).collect();
    let texts: Vec<&str> = texts
        .into_iter()
        .filter(|text| !text.contains('{'))
        .collect();
    let mut supplied = 0;
    for some in texts.chunks(200) {
        let mut draft = draft.clone();
        draft.assessment.overrides.clear();
        let finding = |(at, text): (usize, &&str)| Finding {
            id: format!("f{at}"),
            heading: draft.framework.headings[0].id.clone(),
            paragraph: format!("p{at}"),
            text: (*text).to_owned(),
            ..Finding::default()
        };
        draft.assessment.findings = some.iter().enumerate().map(finding).map(Arc::new).collect();
        let document = weave(&draft.assessment, &draft.framework);
        let told = check(&draft.assessment, &draft.framework, &document);
        for (at, text) in some.iter().enumerate() {
            let source = Source::item(List::Findings, &format!("f{at}"));
            let said = document.sentences().find(|it| it.sources.contains(&source));
            let Some(said) = said else { continue };
            let said = said.text.trim_end_matches('.').to_lowercase();
            let bare = text.trim_end_matches('.').to_lowercase();
            let put_in = said != bare && said.ends_with(&format!(" {bare}"));
            supplied += usize::from(put_in);
            let id = List::Findings.spec().named(text);
            let lacks = told.iter().any(|problem| {
                matches!(problem.rule, Rule::NoSubject | Rule::NounPhrase)
                    && problem.what.starts_with(&id)
            });
            assert!(!(put_in && lacks), "{text}: {said}");
        }
    }
    assert!(supplied > 20, "{supplied}");
}

/// Every text of a finding in the examples and, where it is there, the acceptance draft: what it is, and its words.
fn corpus(frameworks: &Frameworks) -> Vec<(Kind, String)> {
    let examples = EXAMPLES.iter().map(|(_, text)| (*text).to_owned());
    let accepted = acceptance("city-of-london-2015.toml");
    let mut texts = Vec::new();
    for draft in examples.chain(accepted) {
        let draft = format::read("draft", &draft, &|id| frameworks.get(id));
        let draft = draft.unwrap_or_else(|refused| panic!("{refused}"));
        for finding in &draft.assessment.findings {
            // Figures are another draft's; a noun phrase wants its frame.
            if !finding.text.contains('{') && finding.stance.is_empty() {
                texts.push((finding.kind, finding.text.clone()));
            }
        }
    }
    texts
}

/// The draft in which findings are woven by the laws, and what findings are made of.
static CORPUS: LazyLock<(Draft, Vec<(Kind, String)>)> = LazyLock::new(|| {
    let frameworks = Frameworks::load(Path::new("none"));
    let (_, annual) = EXAMPLES[0];
    let draft = format::read("draft", annual, &|id| frameworks.get(id));
    let draft = draft.unwrap_or_else(|refused| panic!("{refused}"));
    (draft, corpus(&frameworks))
});

/// The number of paragraphs that are woven by the laws: `ASSAY_SAMPLE`, or a few hundred.
fn sample() -> u32 {
    let asked = std::env::var("ASSAY_SAMPLE").ok();
    asked.and_then(|many| many.parse().ok()).unwrap_or(400)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(sample()))]

    #[test]
    fn findings_of_any_draft_in_any_order_are_woven_by_the_laws(
        picks in proptest::collection::vec((any::<proptest::sample::Index>(), any::<bool>()), 2..7),
    ) {
        let (draft, corpus) = &*CORPUS;
        let findings: Vec<(Kind, String)> = picks
            .iter()
            .map(|(pick, turned)| {
                let (kind, text) = pick.get(corpus);
                let other = if kind.is_need() { Kind::Strength } else { Kind::Improvement };
                (if *turned { other } else { *kind }, text.clone())
            })
            .collect();
        let broken = broken(&draft.assessment, &draft.framework, &findings);
        prop_assert!(broken.is_none(), "{}", broken.unwrap_or_default());
    }

    #[test]
    fn whatever_is_asked_of_findings_they_are_woven_by_the_laws(
        picks in proptest::collection::vec(asked(), 2..6),
    ) {
        let (draft, corpus) = &*CORPUS;
        let findings = picks
            .into_iter()
            .map(|(pick, kind, join, refer, begins_with)| Finding {
                kind,
                text: pick.get(corpus).1.clone(),
                join,
                refer,
                begins_with: begins_with.to_owned(),
                ..Finding::default()
            })
            .collect();
        let broken = broken_as_asked(&draft.assessment, &draft.framework, findings);
        prop_assert!(broken.is_none(), "{}", broken.unwrap_or_default());
    }
}

type Asked = (
    proptest::sample::Index,
    Kind,
    Option<Join>,
    Option<Refer>,
    &'static str,
);

/// A text of the corpus, the kind that it is recorded as, and what is asked of it.
fn asked() -> impl Strategy<Value = Asked> {
    let kind = proptest::sample::select(&[Kind::Strength, Kind::Improvement, Kind::Context][..]);
    let join = proptest::option::of(proptest::sample::select(Join::ALL));
    let refer = proptest::option::of(proptest::sample::select(Refer::ALL));
    let opener = proptest::sample::select(&["", "", "Importantly", "Worryingly"][..]);
    (any::<proptest::sample::Index>(), kind, join, refer, opener)
}
