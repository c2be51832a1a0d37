//! The sources of a sentence, line by line. Text, Markdown and HTML only set it differently.

use std::collections::HashMap;

use super::block::{Block, Run, item};
use super::words::{describe, evidence_kind, field, heading, part, rule, said_by};
use super::{line, line_or, printed, support};
use crate::assessment::{
    Address, Assessment, Date, Evidence, Figure, Finding, Framework, List, Outlook, by_id,
};
use crate::statement::{Document, Sentence, Source, Stale, Unspoken, recorded};

/// Heads the list of sources.
pub(super) const STANDS_ON: &str = "What each sentence stands on";
/// Heads the list of what the title stands on: it has no number.
const TITLE_STANDS_ON: &str = "What the title stands on";
/// Heads the list of what is not spoken.
pub(super) const UNSPOKEN: &str = "Not spoken";
/// Stands in the place of that list where it is empty.
pub(super) const EVERYTHING: &str = "Everything recorded is spoken.";

/// Leads what has changed beneath a sentence that was edited by hand.
const STALE: &str = "Changed since it was worded by hand";
/// Leads the reason for a hand edit.
const WHY: &str = "Worded by hand because";

/// Returns the edition with sources: each sentence with its number, what it stands on, what is not spoken, and the
/// sentences by how much they stand on.
pub(super) fn page(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
) -> Vec<Block> {
    let sources = Sources::new(document, assessment, framework);
    let mut blocks = Vec::new();
    let (mut title, mut notes) = (Vec::new(), Vec::new());
    for paragraph in printed(document) {
        blocks.extend(paragraph.blocks(|number, words, sentence| {
            let words = words.to_owned();
            let stands_on = sources.of(sentence);
            [match number {
                Some(number) => {
                    notes.push(stands_on);
                    Run::Noted(words, number)
                }
                None => {
                    title.extend(stands_on.into_iter().map(item));
                    Run::Plain(words)
                }
            }]
        }));
    }
    if !notes.is_empty() {
        blocks.push(Block::Notes(STANDS_ON.to_owned(), notes));
    }
    if !title.is_empty() {
        blocks.push(Block::Heading(2, TITLE_STANDS_ON.to_owned()));
        blocks.push(Block::List(title));
    }
    blocks.push(Block::Heading(2, UNSPOKEN.to_owned()));
    if document.unspoken.is_empty() {
        blocks.push(super::block::words(EVERYTHING));
    } else {
        let items = document.unspoken.iter();
        let items = items.map(|each| item(sources.unspoken(each)));
        blocks.push(Block::List(items.collect()));
    }
    blocks.extend(support::table(document, assessment).into_iter().flatten());
    blocks
}

/// The records of a draft by id, so that a long statement is printed as quickly as a short one.
pub(super) struct Sources<'a> {
    framework: &'a Framework,
    findings: HashMap<&'a str, &'a Finding>,
    figures: HashMap<&'a str, &'a Figure>,
    evidence: HashMap<&'a str, &'a Evidence>,
    outlook: HashMap<&'a str, &'a Outlook>,
    /// The reasons for hand edits, by the keys of their sentences.
    reasons: HashMap<&'a str, &'a str>,
    /// The stale hand edits, by the keys of their sentences.
    stale: HashMap<&'a str, &'a Stale>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(
        document: &'a Document,
        draft: &'a Assessment,
        framework: &'a Framework,
    ) -> Self {
        let edits = draft.overrides.iter();
        Self {
            framework,
            stale: document.stale_by_key(),
            reasons: edits
                .map(|it| (it.sentence.as_str(), it.why.as_str()))
                .collect(),
            findings: by_id(&draft.findings, |it| &it.id),
            figures: by_id(&draft.figures, |it| &it.id),
            evidence: by_id(&draft.evidence, |it| &it.id),
            outlook: by_id(&draft.outlook, |it| &it.id),
        }
    }

    /// Returns the sources of a sentence: a line for each finding, figure, item of evidence and item of the look-ahead,
    /// a line for fields, a line for the framework's words, a line for the rules, a line each for what has changed
    /// beneath a hand edit and for its reason. Lines have no full stop, and there is never none.
    pub(super) fn of(&self, sentence: &Sentence) -> Vec<String> {
        let mut lines = Vec::new();
        let (mut fields, mut parts) = (Vec::new(), Vec::new());
        for source in &sentence.sources {
            match source {
                Source::Draft(address) => match address {
                    Address::Item(List::Findings, id) => lines.push(self.finding(id)),
                    Address::Item(List::Figures, id) => lines.push(self.figure(id)),
                    Address::Item(List::Evidence, id) => lines.push(self.evidence(id)),
                    Address::Item(List::Outlook, id) => {
                        lines.push(format!("Look-ahead item {}", line(id)));
                    }
                    address => fields.push(field(address)),
                },
                Source::Framework(name) => parts.push(part(name)),
            }
        }
        let against = support::against(sentence, |id| self.findings.get(id).copied());
        let against = against.into_iter().map(|id| self.evidence(id));
        lines.extend(against.map(|line| format!("Weighs against: {line}")));
        let rules = sentence.rules.iter();
        let rules: Vec<String> = rules.map(|each| rule(*each).to_owned()).collect();
        let by_hand = sentence.woven.as_ref();
        let why = by_hand.and_then(|_| self.reasons.get(sentence.key.as_str()));
        let why = why.filter(|why| !why.trim().is_empty());
        let stale = self.stale.get(sentence.key.as_str());
        let stale = stale.map(|stale| stale.reasons.iter().map(|reason| line(reason)).collect());
        for (label, items) in [
            ("Draft", fields),
            ("Framework", parts),
            ("Rules", rules),
            (STALE, stale.unwrap_or_default()),
            (WHY, why.map(|why| line(why)).into_iter().collect()),
        ] {
            if !items.is_empty() {
                lines.push(format!("{label}: {}", items.join("; ")));
            }
        }
        if lines.is_empty() {
            lines.push("Nothing recorded".to_owned());
        }
        lines
    }

    /// Returns one line on something that is not spoken, as [`super::unspoken`] has it.
    pub(super) fn unspoken(&self, item: &Unspoken) -> String {
        let id = |list| item.source.id_in(list);
        let finding = id(List::Findings).and_then(|id| self.findings.get(id).copied());
        let outlook = id(List::Outlook).and_then(|id| self.outlook.get(id).copied());
        let same = said_by(item).and_then(|id| {
            let finding = self.findings.get(id).map(|it| it.text.as_str());
            finding.or_else(|| Some(self.outlook.get(id)?.text.as_str()))
        });
        describe(item, self.framework, (finding, outlook), same)
    }

    fn finding(&self, id: &str) -> String {
        let words = self.findings.get(id).map(|finding| {
            let heading = heading(self.framework, &finding.heading);
            format!("{heading}, {}", finding.kind.title())
        });
        known("Finding", id, words)
    }

    fn figure(&self, id: &str) -> String {
        let words = self.figures.get(id).map(|figure| {
            let value = line(&recorded(figure));
            let source = match line(&figure.source) {
                source if source.is_empty() => source,
                source => format!("from evidence {source}"),
            };
            let more = [line(&figure.label), line(&figure.period), source];
            with_more(value, &filled(more))
        });
        known("Figure", id, words)
    }

    fn evidence(&self, id: &str) -> String {
        let words = self.evidence.get(id).map(|evidence| {
            let kind = evidence_kind(&evidence.kind);
            let title = line_or(&evidence.title, || "no title".to_owned());
            let reference = line(&evidence.reference);
            with_more(title, &filled([kind, day(&evidence.date), reference]))
        });
        known("Evidence", id, words)
    }
}

/// Returns a day in house style; as it is typed where it is none.
pub(super) fn day(date: &str) -> String {
    let spoken = Date::parse(date).map(Date::spoken);
    spoken.unwrap_or_else(|| line(date))
}

/// Returns a line on an item that may be missing: a document may be older than the draft that it is printed with, and a
/// draft may name what it lacks.
fn known(what: &str, id: &str, words: Option<String>) -> String {
    let words = words.unwrap_or_else(|| "not in the draft".to_owned());
    format!("{what} {} – {words}", line(id))
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
