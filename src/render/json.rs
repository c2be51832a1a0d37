//! The statement for programs.

use std::fmt::Write as _;

use serde::Serialize;

use crate::assessment::Assessment;
use crate::statement::{Document, Measures, Paragraph, Reason, Role, Sentence, Source, Unspoken};
use crate::text::has_hidden;

/// The whole document as JSON: paragraphs with their roles, sentences with keys, rules, sources
/// and parts (bytes of the text), and what is not spoken. Keys stand in a fixed order.
///
/// Characters that cannot be seen are escaped, so that the output is as safe to print as text, and
/// says to a program exactly what the draft says.
pub fn json(document: &Document, assessment: &Assessment) -> String {
    let paragraphs = document.paragraphs.iter();
    let whole = Whole {
        id: &assessment.head.id,
        framework: &assessment.head.framework,
        subject: &assessment.subject.name,
        inspector: &assessment.inspector.name,
        period: &assessment.period.label,
        measures: document.measures().into(),
        paragraphs: paragraphs.map(|each| spoken(each)).collect(),
        unspoken: document.unspoken.iter().map(left).collect(),
    };
    // Only maps with keys that are no strings, and writers that fail, can be an error here.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    escaped(text)
}

#[derive(Serialize)]
struct Whole<'a> {
    id: &'a str,
    framework: &'a str,
    subject: &'a str,
    inspector: &'a str,
    period: &'a str,
    measures: Measured,
    paragraphs: Vec<Spoken<'a>>,
    unspoken: Vec<Left<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Measured {
    words: usize,
    sentences: usize,
    longest: usize,
    seconds_aloud: usize,
}

#[derive(Serialize)]
struct Spoken<'a> {
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    text: String,
    sentences: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    key: &'a str,
    text: &'a str,
    rules: Vec<&'static str>,
    sources: Vec<Named<'a>>,
    parts: Vec<Stretch<'a>>,
}

#[derive(Serialize)]
struct Stretch<'a> {
    start: usize,
    end: usize,
    source: Named<'a>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
}

#[derive(Serialize)]
struct Left<'a> {
    source: Named<'a>,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    what: String,
}

impl From<Measures> for Measured {
    fn from(from: Measures) -> Self {
        Self {
            words: from.words,
            sentences: from.sentences,
            longest: from.longest,
            seconds_aloud: from.seconds_aloud,
        }
    }
}

fn spoken(paragraph: &Paragraph) -> Spoken<'_> {
    let (role, group, name) = match &paragraph.role {
        Role::Title => ("title", None, None),
        Role::Greeting => ("greeting", None, None),
        Role::Overall => ("overall", None, None),
        Role::Group(at) => ("group", Some(*at), None),
        Role::Named(name) => ("named", None, Some(name.as_str())),
        Role::LookAhead => ("look-ahead", None, None),
    };
    Spoken {
        role,
        group,
        name,
        text: paragraph.text(),
        sentences: paragraph.sentences.iter().map(|each| line(each)).collect(),
    }
}

fn line(sentence: &Sentence) -> Line<'_> {
    Line {
        key: &sentence.key,
        text: &sentence.text,
        rules: sentence.rules.iter().map(|rule| rule.word()).collect(),
        sources: sentence.sources.iter().map(named).collect(),
        parts: sentence
            .parts
            .iter()
            .map(|part| Stretch {
                start: part.range.start,
                end: part.range.end,
                source: named(&part.source),
            })
            .collect(),
    }
}

fn named(source: &Source) -> Named<'_> {
    let (kind, id) = match source {
        Source::Finding(id) => ("finding", id),
        Source::Figure(id) => ("figure", id),
        Source::Evidence(id) => ("evidence", id),
        Source::Outlook(id) => ("outlook", id),
        Source::Field(id) => ("field", id),
        Source::Framework(id) => ("framework", id),
    };
    Named { kind, id }
}

fn left(unspoken: &Unspoken) -> Left<'_> {
    let (reason, detail) = match &unspoken.reason {
        Reason::Empty => ("empty", None),
        Reason::Silenced(why) => ("silenced", Some(why.as_str())),
        Reason::Sensitive => ("sensitive", None),
        Reason::SaidBy(id) => ("said-by", Some(id.as_str())),
        Reason::TooMany => ("too-many", None),
        Reason::NoPlace(heading) => ("no-place", Some(heading.as_str())),
    };
    Left {
        source: named(&unspoken.source),
        reason,
        detail,
        what: unspoken.reason.to_string(),
    }
}

/// Escapes hidden characters. Outside strings JSON is plain, so they only ever stand inside one.
fn escaped(json: String) -> String {
    if !has_hidden(&json) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    let mut one = [0; 4];
    for sign in json.chars() {
        if has_hidden(sign.encode_utf8(&mut one)) {
            for unit in sign.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(sign);
        }
    }
    safe
}
