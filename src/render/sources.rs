//! What a sentence stands on, told line by line. Text and Markdown only set it differently.

use std::collections::BTreeMap;

use super::line;
use super::words::{field, heading, part, rule, tell};
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
    framework: &'a Framework,
    findings: BTreeMap<&'a str, &'a Finding>,
    figures: BTreeMap<&'a str, &'a Figure>,
    evidence: BTreeMap<&'a str, &'a Evidence>,
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
        for source in &sentence.sources {
            match source {
                Source::Finding(id) => lines.push(self.finding(id)),
                Source::Figure(id) => lines.push(self.figure(id)),
                Source::Evidence(id) => lines.push(self.evidence(id)),
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
        }
        lines
    }

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
            format!("{heading}, {}", finding.kind.title())
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
}
