//! JSON: the whole document with all that it knows, for other programs. `assets/schema.json` says of each what it has.
//!
//! Keys stand in the order in which they are written below, and are added to, never renamed.

mod page;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use serde::{Serialize, Serializer};

use crate::assessment::{
    Address, Assessment, Fields, Figure, Finding, Framework, List, Shape, Value,
};
use crate::render::numbers::numbers;
use crate::render::print::{Edition, Print, Printed};
use crate::render::review::ReviewNote;
use crate::render::support::support;
use crate::statement::{Document, Paragraph, ParagraphRole, Sentence, Source, Stale, spoken};
use crate::text::has_hidden;

/// Writes the statement of a draft as JSON, or a report or notice as [`page::page`] has it: pretty and with one newline
/// at the end. Of a statement:
///
/// ```text
/// draft, framework         ids
/// marking?                 the protective marking, where the draft has one
/// subject                  { name, spoken, noun }
/// paragraphs               [ { role, name?, group?, items?, sentences } ]
///   sentences              [ { key, number?, text, sources, parts, rules, stale? } ]
///     sources              [ { kind, id } ]
///     parts                [ { start, end, source } ]   bytes of the text in UTF-8
///     rules                [ word ]
///     stale                [ what has changed since it was edited by hand ]
/// unspoken                 [ { kind, id, reason } ]
/// support                  [ { sentence, findings, evidence, against, figures } ]   counts, least first
/// findings                 [ { id, heading, kind, evidence, against } ]             those that are spoken
/// evidence                 [ { id, kind, title, date, place, reference, reliability } ]   of the same
/// figures                  [ { id, spoken, value, unit, label, period, of, source } ]     of the same
/// judgments                [ { heading, title, grade?, state? } ]                   the whole is "overall"
/// measures                 { words, sentences, longest, seconds }
/// notes?                   [ { on, sentence?, by, date, text } ]    the open review notes, where they are asked for
/// ```
///
/// `number` is the sentence's number in a numbered print; a title has none.
///
/// `role` is title, greeting, overall, group (with its place in the framework's plan, from 0), begun (with the id of
/// the finding that it begins with), named (with its name), list (with its id, and the places of the sentences with
/// which its items begin, from 0) or look-ahead; `kind` is finding, figure, evidence, outlook, field or framework.
///
/// Texts are whole: a character that [`crate::text::visible()`] would replace is kept, as an escape.
pub(super) fn write(print: &Print<'_>, _: Option<usize>) -> String {
    let marking = print.marking();
    let marking = Some(marking.as_str()).filter(|marking| !marking.trim().is_empty());
    match (print.of, print.edition) {
        (
            Printed::Draft {
                document,
                assessment,
                framework,
                ..
            },
            Edition::Statement | Edition::Sources | Edition::Grades,
        ) => pretty(statement(
            (document, assessment, framework),
            marking,
            &print.review_notes(),
        )),
        _ => pretty(page::page(print, marking)),
    }
}

/// A value, with the keys of an object in the order in which they are written.
enum JsonNode<'a> {
    /// Its key is left out.
    Nothing,
    Text(Cow<'a, str>),
    Number(usize),
    List(Vec<Self>),
    Object(Vec<(&'static str, Self)>),
}

impl Serialize for JsonNode<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_none(),
            Self::Text(text) => to.serialize_str(text),
            Self::Number(number) => number.serialize(to),
            Self::List(items) => to.collect_seq(items),
            Self::Object(fields) => {
                let fields = fields.iter().filter(|(_, it)| !matches!(it, Self::Nothing));
                to.collect_map(fields.map(|(key, value)| (key, value)))
            }
        }
    }
}

impl<'a, T: Into<Cow<'a, str>>> From<T> for JsonNode<'a> {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

fn list<'a, T: Into<JsonNode<'a>>>(items: impl IntoIterator<Item = T>) -> JsonNode<'a> {
    JsonNode::List(items.into_iter().map(Into::into).collect())
}

/// Returns an object of counts.
fn counts<const N: usize>(
    counts: [(&'static str, usize); N],
) -> Vec<(&'static str, JsonNode<'static>)> {
    let counts = counts.into_iter();
    counts
        .map(|(key, many)| (key, JsonNode::Number(many)))
        .collect()
}

/// Returns fields of a record by their keys. What is empty is an empty text or list.
fn fields<'a>(record: &'a dyn Fields, keys: &[&'static str]) -> Vec<(&'static str, JsonNode<'a>)> {
    let field = |nth: usize| match (record.text_of(nth), record.value(nth)) {
        (Some(text), _) => text.into(),
        (None, Some(Value::List(ids))) => list(ids),
        (None, Some(value)) => value.to_string().into(),
        (None, None) => match record.specs().get(nth).map(|spec| spec.shape) {
            Some(Shape::List) => JsonNode::List(Vec::new()),
            _ => "".into(),
        },
    };
    let known = keys
        .iter()
        .filter_map(|key| Some((*key, field(record.position(key)?))));
    known.collect()
}

/// Facts about sentences, by their keys.
struct SentenceNotes<'a> {
    stale: HashMap<&'a str, &'a Stale>,
    numbers: HashMap<&'a str, usize>,
}

fn pretty(fields: Vec<(&'static str, JsonNode<'_>)>) -> String {
    // Only a map whose keys are no text, or a number that is none, could be refused. Here are neither.
    let json = serde_json::to_string_pretty(&JsonNode::Object(fields)).unwrap_or_default();
    escape_hidden(&json) + "\n"
}

fn statement<'a>(
    (document, draft, framework): (&'a Document, &'a Assessment, &'a Framework),
    marking: Option<&'a str>,
    notes: &[ReviewNote<'a>],
) -> Vec<(&'static str, JsonNode<'a>)> {
    let measures = document.measures();
    let reviewed: Vec<JsonNode<'_>> = notes.iter().map(review_note).collect();
    let notes = SentenceNotes {
        stale: document.stale_by_key(),
        numbers: numbers(document),
    };
    let subject = vec![
        ("name", draft.subject.name.as_str().into()),
        ("spoken", draft.spoken_name().into()),
        ("noun", draft.noun().into()),
    ];
    let paragraphs = document.paragraphs.iter();
    let unspoken = document.unspoken.iter().map(|each| {
        let [kind, id] = source(&each.source);
        JsonNode::Object(vec![kind, id, ("reason", each.reason.to_string().into())])
    });
    let counted = support(document, draft);
    let support = counted.iter().map(|each| {
        let mut fields = vec![("sentence", each.sentence.key.as_str().into())];
        fields.extend(counts([
            ("findings", each.findings),
            ("evidence", each.evidence),
            ("against", each.against),
            ("figures", each.figures),
        ]));
        JsonNode::Object(fields)
    });
    let mut print = vec![
        ("draft", draft.head.id.as_str().into()),
        ("framework", draft.head.framework.as_str().into()),
        ("marking", marking.map_or(JsonNode::Nothing, Into::into)),
        ("subject", JsonNode::Object(subject)),
        (
            "paragraphs",
            list(paragraphs.map(|each| paragraph(each, &notes))),
        ),
        ("unspoken", list(unspoken)),
        ("support", list(support)),
    ];
    print.extend(beneath(document, draft));
    print.push(("judgments", page::judgments(draft, framework)));
    let measures = counts([
        ("words", measures.words),
        ("sentences", measures.sentences),
        ("longest", measures.longest),
        ("seconds", measures.seconds_aloud),
    ]);
    print.push(("measures", JsonNode::Object(measures)));
    if !reviewed.is_empty() {
        print.push(("notes", JsonNode::List(reviewed)));
    }
    print
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

/// Returns the records that spoken sentences stand on, in the draft's order.
fn beneath<'a>(document: &Document, draft: &'a Assessment) -> [(&'static str, JsonNode<'a>); 3] {
    let sources: BTreeSet<&Source> = document.sentences().flat_map(|it| &it.sources).collect();
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
    let evidence = draft
        .evidence
        .iter()
        .filter(|each| cited.contains(each.id.as_str()));
    let findings = findings.into_iter().map(|each| {
        JsonNode::Object(fields(
            each,
            &["id", "heading", "kind", "evidence", "against"],
        ))
    });
    let evidence = evidence.map(|each| {
        let keys = [
            "id",
            "kind",
            "title",
            "date",
            "place",
            "reference",
            "reliability",
        ];
        JsonNode::Object(fields(each.as_ref(), &keys))
    });
    let figures = figures.into_iter().map(|each| {
        let mut all = fields(
            each,
            &["id", "value", "unit", "label", "period", "of", "source"],
        );
        all.insert(1, ("spoken", spoken(each).into()));
        JsonNode::Object(all)
    });
    [
        ("findings", list(findings)),
        ("evidence", list(evidence)),
        ("figures", list(figures)),
    ]
}

fn paragraph<'a>(paragraph: &'a Paragraph, notes: &SentenceNotes<'a>) -> JsonNode<'a> {
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
    let items = match paragraph.items.as_slice() {
        [] => JsonNode::Nothing,
        items => JsonNode::List(items.iter().copied().map(JsonNode::Number).collect()),
    };
    JsonNode::Object(vec![
        ("role", role.into()),
        ("name", name.map_or(JsonNode::Nothing, Into::into)),
        ("group", group.map_or(JsonNode::Nothing, JsonNode::Number)),
        ("items", items),
        (
            "sentences",
            list(sentences.map(|each| sentence(each, notes))),
        ),
    ])
}

fn sentence<'a>(sentence: &'a Sentence, notes: &SentenceNotes<'a>) -> JsonNode<'a> {
    let number = notes.numbers.get(sentence.key.as_str());
    let stale = notes.stale.get(sentence.key.as_str());
    let rules = sentence.rules.iter().map(|rule| rule.word());
    let reasons = stale
        .map(|stale| &stale.reasons)
        .filter(|it| !it.is_empty());
    let parts = sentence.parts.iter().map(|part| {
        let mut fields = counts([("start", part.range.start), ("end", part.range.end)]);
        fields.push(("source", JsonNode::Object(source(&part.source).into())));
        JsonNode::Object(fields)
    });
    let sources = sentence.sources.iter();
    JsonNode::Object(vec![
        ("key", sentence.key.as_str().into()),
        (
            "number",
            number.map_or(JsonNode::Nothing, |number| JsonNode::Number(*number)),
        ),
        ("text", sentence.text.as_str().into()),
        (
            "sources",
            list(sources.map(|it| JsonNode::Object(source(it).into()))),
        ),
        ("parts", list(parts)),
        ("rules", list(rules.chain(stale.map(|_| "stale")))),
        ("stale", reasons.map_or(JsonNode::Nothing, list)),
    ])
}

/// Returns a review note, with the key of its sentence where it is about one.
fn review_note<'a>(each: &ReviewNote<'a>) -> JsonNode<'a> {
    let mut fields = fields(each.note, &["on", "by", "date", "text"]);
    fields.insert(
        1,
        ("sentence", each.key.map_or(JsonNode::Nothing, Into::into)),
    );
    JsonNode::Object(fields)
}

/// Returns the kind and the id of a source.
fn source(source: &Source) -> [(&'static str, JsonNode<'_>); 2] {
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
    [("kind", kind.into()), ("id", id.into())]
}
