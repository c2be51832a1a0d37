//! A report or a notice as JSON: the document part by part, and the judgments for programs that count them.

use super::JsonNode;
use crate::assessment::{Assessment, Framework, Judgment, OVERALL};
use crate::render::block::{Block, Citation, ListItem, Run, Table, TableRow, bare, bracket, item};
use crate::render::print::{Print, PrintOptions, Printed};

type JsonFields<'a> = Vec<(&'static str, JsonNode<'a>)>;

/// Returns the parts of a report or a notice.
///
/// ```text
/// print                    the report, the notice or the thematic report
/// draft, framework         ids; of an inspection:
/// inspection               its id
/// marking?                 the protective marking
/// subject?                 { name, noun }                          of a draft
/// judgments?               [ { heading, title, grade?, state? } ]  of a draft; the whole is "overall"
/// bodies?                  [ { name, draft, framework, judgments } ]   of an inspection
/// title                    text
/// blocks                   [ { kind, … } ]
///   heading                level, text
///   paragraph              runs
///   quote                  text, by
///   list                   items: [ { runs, items? } ]
///   table                  caption, columns, rows: [ { number?, grade?, cells } ]
/// runs                     [ { kind: text, strong or cited; text; number?; cited? } ]
///   cited                  [ { text, numbers } ]   numbers of evidence in its table; an id where there is none
/// ```
pub(super) fn page<'a>(print: &Print<'a>, marking: Option<&'a str>) -> JsonFields<'a> {
    let blocks = Print {
        options: PrintOptions {
            numbered: true,
            ..print.options
        },
        ..*print
    }
    .blocks();
    let marking = marking.map(str::to_owned);
    let marking = ("marking", marking.map_or(JsonNode::Nothing, JsonNode::from));
    let name = print.edition.name().trim_start_matches("the ").to_owned();
    let mut all = vec![("print", name.into())];
    match print.of {
        Printed::Draft {
            assessment,
            framework,
            ..
        } => {
            all.extend(of_draft(assessment));
            all.push(marking);
            let subject = vec![
                ("name", assessment.subject.name.as_str().into()),
                ("noun", assessment.noun().to_owned().into()),
            ];
            all.push(("subject", JsonNode::Object(subject)));
            all.push(("judgments", judgments(assessment, framework)));
        }
        Printed::Inspection { inspection, drafts } => {
            all.push(("inspection", inspection.id.as_str().into()));
            all.push(marking);
            let bodies = drafts.iter().map(|body| {
                let mut fields = vec![("name", body.part.name.as_str().into())];
                fields.extend(of_draft(body.assessment));
                fields.push(("judgments", judgments(body.assessment, body.framework)));
                JsonNode::Object(fields)
            });
            all.push(("bodies", JsonNode::List(bodies.collect())));
        }
    }
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(runs) => Some(bare(runs)),
        _ => None,
    });
    all.push(("title", title.unwrap_or_default().into()));
    let blocks = blocks.into_iter().filter_map(block);
    all.push(("blocks", JsonNode::List(blocks.collect())));
    all
}

fn of_draft(draft: &Assessment) -> [(&'static str, JsonNode<'_>); 2] {
    [
        ("draft", draft.head.id.as_str().into()),
        ("framework", draft.head.framework.as_str().into()),
    ]
}

/// Returns every judgment that was made: of the whole, of pillars and of headings.
pub(super) fn judgments<'a>(draft: &'a Assessment, framework: &'a Framework) -> JsonNode<'a> {
    let whole = draft.overall.judgment();
    let whole = match whole.grade {
        Some(_) => whole,
        None => draft.judgment(OVERALL),
    };
    let pillars = framework.pillars.iter().map(|it| (&it.id, &it.title));
    let headings = framework.headings.iter().map(|it| (&it.id, &it.title));
    let known: Vec<_> = pillars.chain(headings).collect();
    let others = draft.grades.keys();
    let others = others.filter(|id| *id != OVERALL && known.iter().all(|(known, _)| known != id));
    let others = others.map(|id| (id.as_str(), id.as_str()));
    let listed = known
        .iter()
        .map(|(id, title)| (id.as_str(), title.as_str()));
    let all = listed
        .chain(others)
        .map(|(id, title)| (id, title, draft.judgment(id)));
    let all = std::iter::once((OVERALL, OVERALL, whole)).chain(all);
    let made = all.filter(|(_, _, judgment)| judgment.grade.is_some() || judgment.state.is_some());
    JsonNode::List(
        made.map(|(id, title, it)| judgment(id, title, &it))
            .collect(),
    )
}

fn judgment<'a>(heading: &'a str, title: &'a str, judgment: &Judgment) -> JsonNode<'a> {
    let grade = judgment.grade.map(|it| it.word());
    let state = judgment.state.map(|it| it.word());
    JsonNode::Object(vec![
        ("heading", heading.into()),
        ("title", title.into()),
        ("grade", grade.map_or(JsonNode::Nothing, Into::into)),
        ("state", state.map_or(JsonNode::Nothing, Into::into)),
    ])
}

fn block<'a>(block: Block) -> Option<JsonNode<'a>> {
    let (kind, fields): (&str, JsonFields<'a>) = match block {
        Block::Title(_) => return None,
        Block::Heading(level, text) => {
            let level = JsonNode::Number(usize::from(level));
            ("heading", vec![("level", level), ("text", text.into())])
        }
        Block::Words(words) => ("paragraph", vec![("runs", runs(words))]),
        Block::Quote(text, by) => ("quote", vec![("text", text.into()), ("by", by.into())]),
        Block::List(items) => ("list", vec![("items", list(items))]),
        Block::Table(table) => ("table", self::table(table)),
        Block::Notes(_, notes) => {
            let items = notes.into_iter().map(|lines| item(lines.join("; ")));
            ("list", vec![("items", list(items.collect()))])
        }
    };
    let mut all = vec![("kind", kind.into())];
    all.extend(fields);
    Some(JsonNode::Object(all))
}

fn table<'a>(table: Table) -> JsonFields<'a> {
    let row = |row: TableRow| {
        let grade = row.grade.map(|it| it.word());
        JsonNode::Object(vec![
            (
                "number",
                row.number.map_or(JsonNode::Nothing, JsonNode::Number),
            ),
            ("grade", grade.map_or(JsonNode::Nothing, Into::into)),
            ("cells", super::list(row.cells)),
        ])
    };
    vec![
        ("caption", table.caption.into()),
        ("columns", super::list(table.columns)),
        (
            "rows",
            JsonNode::List(table.rows.into_iter().map(row).collect()),
        ),
    ]
}

fn list<'a>(items: Vec<ListItem>) -> JsonNode<'a> {
    let set = |item: ListItem| {
        let inner = match item.items.is_empty() {
            true => JsonNode::Nothing,
            false => list(item.items),
        };
        JsonNode::Object(vec![("runs", runs(item.runs)), ("items", inner)])
    };
    JsonNode::List(items.into_iter().map(set).collect())
}

/// Returns runs, each sentence with its number.
fn runs<'a>(all: Vec<Run>) -> JsonNode<'a> {
    let mut number = JsonNode::Nothing;
    let mut set = Vec::new();
    for run in all {
        let (kind, text, cited) = match run {
            Run::Number(next) => {
                number = JsonNode::Number(next);
                continue;
            }
            Run::Plain(words) | Run::Said(words) => ("text", words, JsonNode::Nothing),
            Run::Noted(words, next) => {
                number = JsonNode::Number(next);
                ("text", words, JsonNode::Nothing)
            }
            Run::Strong(words) => ("strong", words, JsonNode::Nothing),
            Run::Cited(citations) => {
                let text = bracket(&citations);
                let each = citations.iter().map(citation);
                ("cited", text, JsonNode::List(each.collect()))
            }
        };
        set.push(JsonNode::Object(vec![
            ("kind", kind.into()),
            ("number", std::mem::replace(&mut number, JsonNode::Nothing)),
            ("text", text.into()),
            ("cited", cited),
        ]));
    }
    JsonNode::List(set)
}

fn citation<'a>(citation: &Citation) -> JsonNode<'a> {
    let numbers = citation.numbers.iter().map(|number| match number {
        Ok(number) => JsonNode::Number(*number),
        Err(id) => id.clone().into(),
    });
    JsonNode::Object(vec![
        ("text", citation.text().into()),
        ("numbers", JsonNode::List(numbers.collect())),
    ])
}
