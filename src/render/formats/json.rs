//! JSON: the whole document with all that it knows, for other programs.
//!
//! Keys stand in the order of the structs below, and are added to, never renamed.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::assessment::{Address, Assessment, Evidence, Figure, Finding, List};
use crate::render::print::{Print, Printed};
use crate::render::support::{self, support};
use crate::statement::{
    Document, Paragraph, ParagraphRole, Sentence, SentencePart, Source, Stale, Unspoken, spoken,
};
use crate::text::has_hidden;

/// Writes the statement of a draft as JSON, whichever edition is asked for: pretty and with one newline at the end.
///
/// ```text
/// draft, framework         ids
/// marking?                 the protective marking, where the draft has one
/// subject                  { name, spoken, noun }
/// paragraphs               [ { role, name?, group?, items?, sentences } ]
///   sentences              [ { key, text, sources, parts, rules, stale? } ]
///     sources              [ { kind, id } ]
///     parts                [ { start, end, source } ]   bytes of the text in UTF-8
///     rules                [ word ]
///     stale                [ what has changed since it was edited by hand ]
/// unspoken                 [ { kind, id, reason } ]
/// support                  [ { sentence, findings, evidence, against, figures } ]   counts, least first
/// findings                 [ { id, heading, kind, evidence, against } ]             those that are spoken
/// evidence                 [ { id, kind, title, date, place, reference, reliability } ]   of the same
/// figures                  [ { id, spoken, value, unit, label, period, of, source } ]     of the same
/// measures                 { words, sentences, longest, seconds }
/// ```
///
/// `role` is title, greeting, overall, group (with its place in the framework's plan, from 0), begun (with the id of
/// the finding that it begins with), named (with its name), list (with its id, and the places of the sentences with
/// which its items begin, from 0) or look-ahead; `kind` is finding, figure, evidence, outlook, field or framework.
///
/// Texts are whole: a character that [`crate::text::visible()`] would replace is kept, as an escape.
pub(super) fn write(print: &Print<'_>, _: Option<usize>) -> String {
    match print.of {
        Printed::Draft {
            document,
            assessment,
            ..
        } => json(document, assessment),
        // The table says that there is none.
        Printed::Inspection { .. } => String::new(),
    }
}

fn json(document: &Document, assessment: &Assessment) -> String {
    let measures = document.measures();
    let stale = document.stale_by_key();
    let beneath = Beneath::new(document, assessment);
    let print = JsonPrint {
        draft: &assessment.head.id,
        framework: &assessment.head.framework,
        marking: Some(document.marking.as_str()).filter(|marking| !marking.trim().is_empty()),
        subject: JsonSubject {
            name: &assessment.subject.name,
            spoken: assessment.spoken_name(),
            noun: assessment.noun(),
        },
        paragraphs: document
            .paragraphs
            .iter()
            .map(|each| OneParagraph::new(each, &stale))
            .collect(),
        unspoken: document.unspoken.iter().map(Into::into).collect(),
        support: support(document, assessment)
            .iter()
            .map(Into::into)
            .collect(),
        findings: beneath.findings,
        evidence: beneath.evidence,
        figures: beneath.figures,
        measures: JsonMeasures {
            words: measures.words,
            sentences: measures.sentences,
            longest: measures.longest,
            seconds: measures.seconds_aloud,
        },
    };
    // Only a map whose keys are no text, or a number that is none, could be refused. Here are neither.
    let json = serde_json::to_string_pretty(&print).unwrap_or_default();
    escape_hidden(&json) + "\n"
}

/// Returns JSON with escapes for what serde_json leaves as it is: all that is hidden beyond the C0 controls. Such a
/// character can only stand inside of a JSON string, where an escape means the same, so that a program that reads it
/// loses nothing.
pub fn escape_hidden(json: &str) -> String {
    if !has_hidden(json) {
        return json.to_owned();
    }
    let mut escaped = String::with_capacity(json.len());
    for sign in json.chars() {
        if has_hidden(sign.encode_utf8(&mut [0; 4])) {
            for unit in sign.encode_utf16(&mut [0; 2]) {
                escaped.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(sign);
        }
    }
    escaped
}

#[derive(Serialize)]
struct JsonPrint<'a> {
    draft: &'a str,
    framework: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<&'a str>,
    subject: JsonSubject<'a>,
    paragraphs: Vec<OneParagraph<'a>>,
    unspoken: Vec<OneUnspoken<'a>>,
    support: Vec<OneSupport<'a>>,
    findings: Vec<OneFinding<'a>>,
    evidence: Vec<OneEvidence<'a>>,
    figures: Vec<OneFigure<'a>>,
    measures: JsonMeasures,
}

#[derive(Serialize)]
struct JsonSubject<'a> {
    name: &'a str,
    spoken: &'a str,
    noun: &'a str,
}

#[derive(Serialize)]
struct OneParagraph<'a> {
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<usize>,
    /// The places of the sentences with which items of a list begin, from 0.
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    items: &'a [usize],
    sentences: Vec<OneSentence<'a>>,
}

#[derive(Serialize)]
struct OneSentence<'a> {
    key: &'a str,
    text: &'a str,
    sources: Vec<OneSource<'a>>,
    parts: Vec<OnePart<'a>>,
    rules: Vec<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    stale: &'a [String],
}

#[derive(Serialize)]
struct OneSource<'a> {
    kind: &'static str,
    id: Cow<'a, str>,
}

#[derive(Serialize)]
struct OnePart<'a> {
    start: usize,
    end: usize,
    source: OneSource<'a>,
}

#[derive(Serialize)]
struct OneUnspoken<'a> {
    kind: &'static str,
    id: Cow<'a, str>,
    reason: String,
}

#[derive(Serialize)]
struct OneSupport<'a> {
    sentence: &'a str,
    findings: usize,
    evidence: usize,
    against: usize,
    figures: usize,
}

#[derive(Serialize)]
struct OneFinding<'a> {
    id: &'a str,
    heading: &'a str,
    kind: &'static str,
    evidence: &'a [String],
    against: &'a [String],
}

#[derive(Serialize)]
struct OneEvidence<'a> {
    id: &'a str,
    kind: &'a str,
    title: &'a str,
    date: &'a str,
    place: &'a str,
    reference: &'a str,
    reliability: &'a str,
}

#[derive(Serialize)]
struct OneFigure<'a> {
    id: &'a str,
    spoken: String,
    value: &'a str,
    unit: &'a str,
    label: &'a str,
    period: &'a str,
    of: &'a str,
    source: &'a str,
}

/// The records that spoken sentences stand on, in the draft's order.
struct Beneath<'a> {
    findings: Vec<OneFinding<'a>>,
    evidence: Vec<OneEvidence<'a>>,
    figures: Vec<OneFigure<'a>>,
}

impl<'a> Beneath<'a> {
    fn new(document: &Document, draft: &'a Assessment) -> Self {
        let sentences = document.paragraphs.iter().flat_map(|each| &each.sentences);
        let sources: BTreeSet<&Source> = sentences.flat_map(|each| &each.sources).collect();
        let has = |source: Source| sources.contains(&source);
        let findings = draft.findings.iter().map(AsRef::as_ref);
        let findings: Vec<&Finding> = findings
            .filter(|each| !each.sensitive && has(Source::item(List::Findings, &each.id)))
            .collect();
        let figures = draft.figures.iter().map(AsRef::as_ref);
        let figures: Vec<&Figure> = figures
            .filter(|each| has(Source::item(List::Figures, &each.id)))
            .collect();
        let cited = findings
            .iter()
            .flat_map(|each| each.evidence.iter().chain(&each.against));
        let mut cited: BTreeSet<&str> = cited.map(String::as_str).collect();
        cited.extend(figures.iter().map(|each| each.source.as_str()));
        let evidence = draft.evidence.iter().map(AsRef::as_ref);
        let evidence = evidence.filter(|each| cited.contains(each.id.as_str()));
        Self {
            findings: findings.into_iter().map(Into::into).collect(),
            evidence: evidence.map(Into::into).collect(),
            figures: figures.into_iter().map(Into::into).collect(),
        }
    }
}

impl<'a> From<&support::SentenceSupport<'a>> for OneSupport<'a> {
    fn from(support: &support::SentenceSupport<'a>) -> Self {
        Self {
            sentence: &support.sentence.key,
            findings: support.findings,
            evidence: support.evidence,
            against: support.against,
            figures: support.figures,
        }
    }
}

impl<'a> From<&'a Finding> for OneFinding<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            id: &finding.id,
            heading: &finding.heading,
            kind: finding.kind.word(),
            evidence: &finding.evidence,
            against: &finding.against,
        }
    }
}

impl<'a> From<&'a Evidence> for OneEvidence<'a> {
    fn from(evidence: &'a Evidence) -> Self {
        Self {
            id: &evidence.id,
            kind: &evidence.kind,
            title: &evidence.title,
            date: &evidence.date,
            place: &evidence.place,
            reference: &evidence.reference,
            reliability: &evidence.reliability,
        }
    }
}

impl<'a> From<&'a Figure> for OneFigure<'a> {
    fn from(figure: &'a Figure) -> Self {
        Self {
            id: &figure.id,
            spoken: spoken(figure),
            value: &figure.value,
            unit: &figure.unit,
            label: &figure.label,
            period: &figure.period,
            of: &figure.of,
            source: &figure.source,
        }
    }
}

#[derive(Serialize)]
struct JsonMeasures {
    words: usize,
    sentences: usize,
    longest: usize,
    seconds: usize,
}

type StaleByKey<'a> = HashMap<&'a str, &'a Stale>;

impl<'a> OneParagraph<'a> {
    fn new(paragraph: &'a Paragraph, stale: &StaleByKey<'a>) -> Self {
        let (role, name, group) = match &paragraph.role {
            ParagraphRole::Title => ("title", None, None),
            ParagraphRole::Greeting => ("greeting", None, None),
            ParagraphRole::Overall => ("overall", None, None),
            ParagraphRole::Group(at) => ("group", None, Some(*at)),
            ParagraphRole::Begun(id) => ("begun", Some(id.as_str()), None),
            ParagraphRole::Named(name) => ("named", Some(name.as_str()), None),
            ParagraphRole::List(id) => ("list", Some(id.as_str()), None),
            ParagraphRole::LookAhead => ("look-ahead", None, None),
        };
        let sentences = paragraph.sentences.iter();
        Self {
            role,
            name,
            group,
            items: &paragraph.items,
            sentences: sentences
                .map(|each| OneSentence::new(each, stale))
                .collect(),
        }
    }
}

impl<'a> OneSentence<'a> {
    fn new(sentence: &'a Sentence, stale: &StaleByKey<'a>) -> Self {
        let stale = stale.get(sentence.key.as_str());
        let mut rules: Vec<&str> = sentence.rules.iter().map(|rule| rule.word()).collect();
        rules.extend(stale.map(|_| "stale"));
        Self {
            key: &sentence.key,
            text: &sentence.text,
            sources: sentence.sources.iter().map(Into::into).collect(),
            parts: sentence.parts.iter().map(Into::into).collect(),
            rules,
            stale: stale.map_or(&[], |stale| &stale.reasons),
        }
    }
}

impl<'a> From<&'a SentencePart> for OnePart<'a> {
    fn from(part: &'a SentencePart) -> Self {
        Self {
            start: part.range.start,
            end: part.range.end,
            source: (&part.source).into(),
        }
    }
}

impl<'a> From<&'a Source> for OneSource<'a> {
    fn from(source: &'a Source) -> Self {
        let (kind, id) = match source {
            Source::Draft(address) => {
                let kind = match address {
                    Address::Item(List::Findings, _) => "finding",
                    Address::Item(List::Figures, _) => "figure",
                    Address::Item(List::Evidence, _) => "evidence",
                    Address::Item(List::Outlook, _) => "outlook",
                    _ => "field",
                };
                (kind, address.path())
            }
            Source::Framework(name) => ("framework", name.into()),
        };
        Self { kind, id }
    }
}

impl<'a> From<&'a Unspoken> for OneUnspoken<'a> {
    fn from(unspoken: &'a Unspoken) -> Self {
        let OneSource { kind, id } = (&unspoken.source).into();
        Self {
            kind,
            id,
            reason: unspoken.reason.to_string(),
        }
    }
}
