<<<<<<< HEAD
//! What a sentence stands on, told line by line. Text and Markdown only set it differently.

use std::collections::BTreeMap;

use super::line;
use super::words::{field, heading, kind, part, rule, tell};
use crate::assessment::{Assessment, Date, Evidence, Figure, Finding, Framework, Outlook};
use crate::statement::{Sentence, Source, Unspoken, spoken};

/// Heads the list of sources.
pub(super) const STANDS_ON: &str = "What each sentence stands on";
/// Heads the list of what is not spoken.
pub(super) const UNSPOKEN: &str = "Not spoken";
/// Stands in the place of that list where it is empty.
pub(super) const EVERYTHING: &str = "Everything recorded is spoken.";

/// The records of a draft by id, so that a long statement is told as quickly as a short one.
pub(super) struct Sources<'a> {
=======
//! What each sentence stands on, told in lines.

use std::collections::BTreeMap;

use crate::assessment::{Assessment, Evidence, Figure, Finding, Framework, OVERALL};
use crate::statement::{Document, Paragraph, Reason, Role, Sentence, Source, Unspoken, spoken};

/// A document with its sentences numbered and their sources looked up.
pub(super) struct Sourced<'a> {
    document: &'a Document,
    /// One for each sentence, in order.
    pub(super) entries: Vec<Entry>,
    /// What is not spoken, a line each.
    pub(super) unspoken: Vec<String>,
}

/// What one sentence stands on.
pub(super) struct Entry {
    pub(super) number: usize,
    /// The sentence's key and the rules that shaped it.
    pub(super) head: String,
    /// What it stands on, a line each.
    pub(super) lines: Vec<String>,
}

/// The records of a draft by their ids; the first where several have one.
struct Index<'a> {
>>>>>>> statement
    framework: &'a Framework,
    findings: BTreeMap<&'a str, &'a Finding>,
    figures: BTreeMap<&'a str, &'a Figure>,
    evidence: BTreeMap<&'a str, &'a Evidence>,
<<<<<<< HEAD
    outlook: BTreeMap<&'a str, &'a Outlook>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(draft: &'a Assessment, framework: &'a Framework) -> Self {
        Self {
            framework,
            findings: by_id(
                draft
                    .findings
                    .iter()
                    .map(|it| (it.id.as_str(), it.as_ref())),
            ),
            figures: by_id(draft.figures.iter().map(|it| (it.id.as_str(), it.as_ref()))),
            evidence: by_id(
                draft
                    .evidence
                    .iter()
                    .map(|it| (it.id.as_str(), it.as_ref())),
            ),
            outlook: by_id(draft.outlook.iter().map(|it| (it.id.as_str(), it.as_ref()))),
        }
    }

    /// What a sentence stands on: a line for each finding, figure, item of evidence and item of the
    /// look-ahead, a line for fields, a line for the framework's words, a line for the rules.
    /// Lines have no full stop, and there is never none.
    pub(super) fn of(&self, sentence: &Sentence) -> Vec<String> {
        let mut lines = Vec::new();
        let (mut fields, mut parts) = (Vec::new(), Vec::new());
=======
}

impl<'a> Sourced<'a> {
    pub(super) fn new(
        document: &'a Document,
        assessment: &'a Assessment,
        framework: &'a Framework,
    ) -> Self {
        let index = Index::new(assessment, framework);
        let numbered = document.paragraphs.iter().filter(|each| is_numbered(each));
        let sentences = numbered.flat_map(|paragraph| &paragraph.sentences);
        let entry = |(at, sentence): (usize, &std::sync::Arc<Sentence>)| Entry {
            number: at + 1,
            head: head(sentence),
            lines: index.lines(sentence),
        };
        let outlook = |id: &str| {
            let mut items = assessment.outlook.iter();
            let item = items.find(|item| item.id == id);
            item.map_or("", |item| item.text.as_str())
        };
        let left = document.unspoken.iter();
        Self {
            document,
            entries: sentences.enumerate().map(entry).collect(),
            unspoken: left.map(|each| index.left(each, outlook)).collect(),
        }
    }

    /// The paragraphs, each with the number of its first sentence; the title has none.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = (&'a Paragraph, Option<usize>)> {
        let paragraphs = self.document.paragraphs.iter();
        paragraphs.scan(1, |next, paragraph| {
            let from = is_numbered(paragraph).then_some(*next);
            if from.is_some() {
                *next += paragraph.sentences.len();
            }
            Some((paragraph.as_ref(), from))
        })
    }
}

fn is_numbered(paragraph: &Paragraph) -> bool {
    paragraph.role != Role::Title
}

fn head(sentence: &Sentence) -> String {
    let rules: Vec<&str> = sentence.rules.iter().map(|rule| rule.word()).collect();
    if rules.is_empty() {
        sentence.key.clone()
    } else {
        format!("{} ({})", sentence.key, rules.join(", "))
    }
}

/// One line about something that is not spoken: what it is, what it says and why it is silent. What is
/// sensitive says nothing.
pub fn unspoken(item: &Unspoken, assessment: &Assessment, framework: &Framework) -> String {
    let index = Index {
        framework,
        findings: match &item.source {
            Source::Finding(id) => assessment
                .findings
                .iter()
                .find(|finding| finding.id == *id)
                .map(|finding| (finding.id.as_str(), finding.as_ref()))
                .into_iter()
                .collect(),
            _ => BTreeMap::new(),
        },
        figures: BTreeMap::new(),
        evidence: BTreeMap::new(),
    };
    index.left(item, |id| {
        let mut items = assessment.outlook.iter();
        let item = items.find(|item| item.id == id);
        item.map_or("", |item| item.text.as_str())
    })
}

impl<'a> Index<'a> {
    fn new(assessment: &'a Assessment, framework: &'a Framework) -> Self {
        let mut index = Self {
            framework,
            findings: BTreeMap::new(),
            figures: BTreeMap::new(),
            evidence: BTreeMap::new(),
        };
        for each in &assessment.findings {
            index.findings.entry(each.id.as_str()).or_insert(each);
        }
        for each in &assessment.figures {
            index.figures.entry(each.id.as_str()).or_insert(each);
        }
        for each in &assessment.evidence {
            index.evidence.entry(each.id.as_str()).or_insert(each);
        }
        index
    }

    fn lines(&self, sentence: &Sentence) -> Vec<String> {
        let mut lines = Vec::new();
        let mut fields = Vec::new();
        let mut words = Vec::new();
>>>>>>> statement
        for source in &sentence.sources {
            match source {
                Source::Finding(id) => lines.push(self.finding(id)),
                Source::Figure(id) => lines.push(self.figure(id)),
                Source::Evidence(id) => lines.push(self.evidence(id)),
<<<<<<< HEAD
                Source::Outlook(id) => lines.push(format!("Look-ahead item {}", line(id))),
                Source::Field(name) => fields.push(field(name)),
                Source::Framework(name) => parts.push(part(name)),
            }
        }
        let rules: Vec<String> = sentence
            .rules
            .iter()
            .map(|each| rule(*each).to_owned())
            .collect();
        for (label, items) in [("Draft", fields), ("Framework", parts), ("Rules", rules)] {
            if !items.is_empty() {
                lines.push(format!("{label}: {}", items.join("; ")));
            }
        }
        if lines.is_empty() {
            lines.push("Nothing recorded".to_owned());
=======
                Source::Outlook(id) => lines.push(format!("look-ahead {id}")),
                Source::Field(name) => fields.push(name.as_str()),
                Source::Framework(name) => words.push(name.as_str()),
            }
        }
        if !fields.is_empty() {
            lines.push(format!("draft: {}", fields.join(", ")));
        }
        if !words.is_empty() {
            let id = &self.framework.id;
            lines.push(format!("framework {id}: {}", words.join(", ")));
>>>>>>> statement
        }
        lines
    }

<<<<<<< HEAD
    /// One line on something that is not spoken, as [`super::unspoken`] tells it.
    pub(super) fn unspoken(&self, item: &Unspoken) -> String {
        let (finding, outlook) = match &item.source {
            Source::Finding(id) => (self.findings.get(id.as_str()).copied(), None),
            Source::Outlook(id) => (None, self.outlook.get(id.as_str()).copied()),
            _ => (None, None),
        };
        tell(item, self.framework, finding, outlook)
    }

    fn finding(&self, id: &str) -> String {
        let told = self.findings.get(id).map(|finding| {
            let heading = heading(self.framework, &finding.heading);
            format!("{heading}, {}", kind(finding.kind))
        });
        known("Finding", id, told)
    }

    fn figure(&self, id: &str) -> String {
        let told = self.figures.get(id).map(|figure| {
            let of = line(&figure.of);
            let of = if of.is_empty() {
                of
            } else {
                format!("of {of}")
            };
            let value = filled([line(&spoken(figure)), of]).join(" ");
            with_more(value, &filled([line(&figure.label), line(&figure.period)]))
        });
        known("Figure", id, told)
    }

    fn evidence(&self, id: &str) -> String {
        let told = self.evidence.get(id).map(|evidence| {
            let date = Date::parse(&evidence.date).map(Date::spoken);
            let date = date.unwrap_or_else(|| line(&evidence.date));
            let kind = line(&evidence.kind).replace('-', " ");
            let title = match line(&evidence.title) {
                title if title.is_empty() => "no title".to_owned(),
                title => title,
            };
            with_more(title, &filled([kind, date]))
        });
        known("Evidence", id, told)
    }
}

/// The first of each id, as weaving takes it.
fn by_id<'a, T>(items: impl Iterator<Item = (&'a str, &'a T)>) -> BTreeMap<&'a str, &'a T> {
    let mut map = BTreeMap::new();
    for (id, item) in items {
        map.entry(id).or_insert(item);
    }
    map
}

/// A document may be older than the draft that it is printed with, and a draft may name what it lacks.
fn known(what: &str, id: &str, told: Option<String>) -> String {
    let told = told.unwrap_or_else(|| "not in the draft".to_owned());
    format!("{what} {} – {told}", line(id))
}

fn filled<const N: usize>(items: [String; N]) -> Vec<String> {
    items.into_iter().filter(|item| !item.is_empty()).collect()
}

fn with_more(head: String, more: &[String]) -> String {
    match more {
        [] => head,
        more => format!("{head} ({})", more.join("; ")),
    }
=======
    /// A finding's heading, as people know it.
    fn heading(&self, finding: &Finding) -> String {
        match self.framework.heading(&finding.heading) {
            Some(heading) => heading.title.clone(),
            None if finding.heading == OVERALL => "the whole".to_owned(),
            None if finding.heading.is_empty() => "no heading".to_owned(),
            None => finding.heading.clone(),
        }
    }

    fn finding(&self, id: &str) -> String {
        match self.findings.get(id) {
            Some(finding) => {
                let (heading, kind) = (self.heading(finding), finding.kind.word());
                format!(
                    "finding {id} ({heading}, {kind}): {}",
                    one_line(&finding.text)
                )
            }
            None => format!("finding {id}"),
        }
    }

    fn figure(&self, id: &str) -> String {
        let Some(figure) = self.figures.get(id) else {
            return format!("figure {id}");
        };
        let mut line = format!("figure {id}: {}", spoken(figure));
        for (lead, more) in [(" ", &figure.label), (", ", &figure.period)] {
            if !more.trim().is_empty() {
                line.push_str(lead);
                line.push_str(&one_line(more));
            }
        }
        if !figure.source.is_empty() {
            line.push_str(", from ");
            line.push_str(&self.evidence(&figure.source));
        }
        line
    }

    fn evidence(&self, id: &str) -> String {
        match self.evidence.get(id) {
            None => format!("evidence {id}, which the draft does not hold"),
            Some(item) => {
                let mut line = format!("evidence {id}: {}", one_line(&item.title));
                if !item.date.is_empty() {
                    line.push_str(", ");
                    line.push_str(&item.date);
                }
                line
            }
        }
    }

    fn left(&self, item: &Unspoken, outlook: impl Fn(&str) -> &'a str) -> String {
        let (what, says) = match &item.source {
            Source::Finding(id) => match self.findings.get(id.as_str()) {
                Some(finding) => {
                    let (heading, kind) = (self.heading(finding), finding.kind.word());
                    (format!("{id} ({heading}, {kind})"), one_line(&finding.text))
                }
                None => (id.clone(), String::new()),
            },
            Source::Outlook(id) => (format!("{id} (look-ahead)"), one_line(outlook(id))),
            Source::Figure(id)
            | Source::Evidence(id)
            | Source::Field(id)
            | Source::Framework(id) => (id.clone(), String::new()),
        };
        if says.is_empty() || item.reason == Reason::Sensitive {
            format!("{what}: {}", item.reason)
        } else {
            format!("{what}: {} – “{says}”", item.reason)
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
>>>>>>> statement
}
