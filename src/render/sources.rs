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
    framework: &'a Framework,
    findings: BTreeMap<&'a str, &'a Finding>,
    figures: BTreeMap<&'a str, &'a Figure>,
    evidence: BTreeMap<&'a str, &'a Evidence>,
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
        for source in &sentence.sources {
            match source {
                Source::Finding(id) => lines.push(self.finding(id)),
                Source::Figure(id) => lines.push(self.figure(id)),
                Source::Evidence(id) => lines.push(self.evidence(id)),
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
        }
        lines
    }

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
}
