<<<<<<< HEAD
//! JSON: the whole document with all that it knows, for other programs.
//!
//! Keys stand in the order of the structs below, and are added to, never renamed.
=======
//! The statement for programs.

use std::fmt::Write as _;
>>>>>>> statement

use serde::Serialize;

use crate::assessment::Assessment;
<<<<<<< HEAD
use crate::statement::{Document, Paragraph, Part, Role, Sentence, Source, Unspoken};
use crate::text::has_hidden;

/// The statement as JSON, pretty and with one newline at the end.
///
/// ```text
/// draft, framework         ids
/// subject                  { name, spoken, noun }
/// paragraphs               [ { role, name?, group?, sentences } ]
///   sentences              [ { key, text, sources, parts, rules } ]
///     sources              [ { kind, id } ]
///     parts                [ { start, end, source } ]   bytes of the text in UTF-8
///     rules                [ word ]
/// unspoken                 [ { kind, id, reason } ]
/// measures                 { words, sentences, longest, seconds }
/// ```
///
/// `role` is title, greeting, overall, group (with its place in the framework's plan, from 0), named
/// (with its name) or look-ahead; `kind` is finding, figure, evidence, outlook, field or framework.
///
/// Texts are whole: a character that [`crate::text::visible()`] would replace is kept, as an escape.
pub fn json(document: &Document, assessment: &Assessment) -> String {
    let measures = document.measures();
    let print = Print {
        draft: &assessment.head.id,
        framework: &assessment.head.framework,
        subject: Subject {
            name: &assessment.subject.name,
            spoken: assessment.spoken_name(),
            noun: assessment.noun(),
        },
        paragraphs: document
            .paragraphs
            .iter()
            .map(|each| each.as_ref().into())
            .collect(),
        unspoken: document.unspoken.iter().map(Into::into).collect(),
        measures: Measures {
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

/// Escapes what serde_json leaves as it is: all that is hidden beyond the C0 controls. Such a
/// character can only stand inside of a JSON string, where an escape means the same.
fn escape_hidden(json: &str) -> String {
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
struct Print<'a> {
    draft: &'a str,
    framework: &'a str,
    subject: Subject<'a>,
    paragraphs: Vec<OneParagraph<'a>>,
    unspoken: Vec<OneUnspoken<'a>>,
    measures: Measures,
}

#[derive(Serialize)]
struct Subject<'a> {
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
    sentences: Vec<OneSentence<'a>>,
}

#[derive(Serialize)]
struct OneSentence<'a> {
    key: &'a str,
    text: &'a str,
    sources: Vec<OneSource<'a>>,
    parts: Vec<OnePart<'a>>,
    rules: Vec<&'static str>,
}

#[derive(Serialize)]
struct OneSource<'a> {
    kind: &'static str,
    id: &'a str,
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
    id: &'a str,
    reason: String,
}

#[derive(Serialize)]
struct Measures {
    words: usize,
    sentences: usize,
    longest: usize,
    seconds: usize,
}

impl<'a> From<&'a Paragraph> for OneParagraph<'a> {
    fn from(paragraph: &'a Paragraph) -> Self {
        let (role, name, group) = match &paragraph.role {
            Role::Title => ("title", None, None),
            Role::Greeting => ("greeting", None, None),
            Role::Overall => ("overall", None, None),
            Role::Group(at) => ("group", None, Some(*at)),
            Role::Named(name) => ("named", Some(name.as_str()), None),
            Role::LookAhead => ("look-ahead", None, None),
        };
        let sentences = paragraph.sentences.iter();
        Self {
            role,
            name,
            group,
            sentences: sentences.map(|each| each.as_ref().into()).collect(),
=======
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
>>>>>>> statement
        }
    }
}

<<<<<<< HEAD
impl<'a> From<&'a Sentence> for OneSentence<'a> {
    fn from(sentence: &'a Sentence) -> Self {
        Self {
            key: &sentence.key,
            text: &sentence.text,
            sources: sentence.sources.iter().map(Into::into).collect(),
            parts: sentence.parts.iter().map(Into::into).collect(),
            rules: sentence.rules.iter().map(|rule| rule.word()).collect(),
        }
    }
}

impl<'a> From<&'a Part> for OnePart<'a> {
    fn from(part: &'a Part) -> Self {
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
            Source::Finding(id) => ("finding", id),
            Source::Figure(id) => ("figure", id),
            Source::Evidence(id) => ("evidence", id),
            Source::Outlook(id) => ("outlook", id),
            Source::Field(name) => ("field", name),
            Source::Framework(name) => ("framework", name),
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
=======
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
>>>>>>> statement
}
