//! The prints of an inspection of several bodies: the notice for the press, and the thematic report.

use super::answers::{answers, answers_to};
use super::block::{Block, ListItem, Run, Table, TableRow, words};
use super::numbers::Numbers;
use super::words::fill;
use super::{line, line_or, report};
use crate::assessment::{Assessment, Framework, Inspection, Kind, ReportWords, Spread};
use crate::statement::{Inspected, Notice, NoticeFinding, Values, appears, release_words};
use crate::text::capital;

/// Returns the notice: the headline comes first; then bodies by grade, the hardest first, each with what it was told,
/// the number that tells most, and its answer.
pub(super) fn notice_page(
    inspection: &Inspection,
    notice: &Notice,
    drafts: &[Inspected],
) -> Vec<Block> {
    let default = ReportWords::default();
    let first = drafts.first();
    let terms = first.map_or(&default, |first| &first.framework.report);
    let mut blocks = vec![Block::Title(vec![Run::Plain(line(&notice.headline))])];
    let release = line(&release_words(inspection, terms));
    if !release.is_empty() {
        blocks.push(Block::Words(vec![Run::Strong(release)]));
    }
    blocks.push(words(line(&notice.appears)));
    blocks.extend(paragraphs(&inspection.introduction));
    for group in &notice.groups {
        blocks.push(Block::Heading(2, line(&group.title)));
        match group.lines.as_slice() {
            [] => {}
            [only] => blocks.push(words(line(only))),
            lines => {
                let items = lines.iter().map(|each| super::block::item(line(each)));
                blocks.push(Block::List(items.collect()));
            }
        }
        for body in group.bodies.iter().filter_map(|at| drafts.get(*at)) {
            notice_of(body, &mut blocks);
        }
    }
    // Forces may be inspected in several programmes at once.
    let mut made: Vec<(String, String, String)> = Vec::new();
    for by in drafts.iter().filter_map(made_by) {
        if !made.contains(&by) {
            made.push(by);
        }
    }
    let mut notes: Vec<ListItem> = made
        .into_iter()
        .flat_map(|(by, label, series)| {
            let programme = super::block::labelled(&label, series);
            [super::block::item(by), programme]
        })
        .collect();
    let own = paragraphs(&inspection.notes).filter_map(|block| match block {
        Block::Words(runs) => Some(ListItem {
            runs,
            items: Vec::new(),
        }),
        _ => None,
    });
    notes.extend(own);
    if !notes.is_empty() {
        blocks.push(Block::Heading(2, line(&terms.notes_to_editors)));
        blocks.push(Block::List(notes));
    }
    let contact: Vec<Block> = paragraphs(&inspection.contact).collect();
    if !contact.is_empty() {
        blocks.push(Block::Heading(2, line(&terms.contact)));
        blocks.extend(contact);
    }
    blocks
}

/// Returns a paragraph for each of its author's.
fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    let own = text.split("\n\n").map(line);
    own.filter(|paragraph| !paragraph.is_empty()).map(words)
}

/// Returns who inspected a body, the word for a programme, and its name, as the framework says; nothing where it does not name
/// the inspectorate.
fn made_by(of: &Inspected) -> Option<(String, String, String)> {
    let (framework, terms) = (of.framework, &of.framework.report);
    let values = Values::new(of.assessment, framework);
    let say = |text: &str| line(&values.fill(text));
    let inspectorate = say(&terms.inspectorate);
    if inspectorate.is_empty() {
        return None;
    }
    let made = fill(
        &line(&terms.inspected_by),
        &[("{inspectorate}", &inspectorate)],
    );
    let series = line_or(&say(&terms.series), || line(&framework.title));
    Some((made, line(&terms.programme), series))
}

/// Adds one body to a notice. One that has no finding and no answer stands in the lines of its group alone.
fn notice_of(body: &Inspected, blocks: &mut Vec<Block>) {
    let summary = body.part;
    let told: Vec<&NoticeFinding> = summary.needs.iter().chain(&summary.praise).collect();
    let has = |id: &str| {
        let mut told = told.iter();
        told.any(|it| {
            let finding = body.assessment.findings.get(it.finding);
            finding.is_some_and(|finding| finding.id == id)
        })
    };
    let answers = answers(body.assessment, has);
    let monitoring = line(&summary.monitoring);
    let nothing = told.is_empty() && summary.key_figure.is_none();
    if nothing && answers.is_empty() && monitoring.is_empty() {
        return;
    }
    blocks.push(Block::Heading(3, line(&summary.name)));
    if !monitoring.is_empty() {
        blocks.push(words(monitoring));
    }
    if let Some(sentence) = &summary.key_figure {
        blocks.push(words(line(sentence)));
    }
    let terms = &body.framework.report;
    for (kind, one, many) in [
        (Kind::Concern, &terms.concern, &terms.concerns),
        (Kind::Improvement, &terms.improvement, &terms.improvements),
        (Kind::Strength, &terms.strength, &terms.strengths),
        (Kind::Practice, &terms.practice, &terms.practice),
    ] {
        let told = told.iter().filter(|it| it.kind == kind);
        let items: Vec<ListItem> = told.map(|it| finding_of(body, it)).collect();
        if !items.is_empty() {
            let title = if items.len() == 1 { one } else { many };
            blocks.push(Block::Heading(4, line(title)));
            blocks.push(Block::List(items));
        }
    }
    blocks.extend(answers);
}

/// Returns a finding with what was looked at and found, what is recommended, and what the body answers to it.
fn finding_of(body: &Inspected, told: &NoticeFinding) -> ListItem {
    let finding = body.assessment.findings.get(told.finding);
    let items = finding.map(|finding| {
        let mut items = report::details(finding, body.assessment, body.framework);
        items.extend(answers_to(finding, body.assessment));
        items
    });
    let items = items.unwrap_or_default();
    ListItem {
        runs: vec![Run::Plain(line(&told.text))],
        items,
    }
}

/// Returns the thematic report: what leads it, the judgments of all bodies, a section for each, and the figures of all.
pub(super) fn theme_page(
    inspection: &Inspection,
    drafts: &[Inspected],
    numbered: bool,
) -> Vec<Block> {
    let default = ReportWords::default();
    let terms = drafts.first().map(|first| &first.framework.report);
    let title = line_or(&inspection.title, || "…".to_owned());
    let appears = appears(inspection, terms);
    let terms = terms.unwrap_or(&default);
    let mut blocks = vec![
        Block::Title(vec![Run::Plain(title)]),
        Block::Heading(2, line(&terms.introduction)),
    ];
    // A paragraph of its author's stays one.
    blocks.extend(paragraphs(&inspection.introduction));
    blocks.push(words(line(&appears)));
    let mut numbers = numbered.then(Numbers::default);
    if let Some(numbers) = &mut numbers {
        numbers.number_all(&mut blocks);
    }
    if drafts.is_empty() {
        return blocks;
    }
    blocks.push(Block::Heading(2, line(&terms.judgments)));
    blocks.extend(judgments(drafts));
    for body in drafts {
        let mut section = report::section(body.assessment, body.framework, &body.part.name);
        if let Some(numbers) = &mut numbers {
            numbers.number_findings(&mut section);
        }
        blocks.extend(section);
    }
    let all: Vec<(&str, &Assessment, &Framework)> = drafts
        .iter()
        .map(|body| (body.part.name.as_str(), body.assessment, body.framework))
        .collect();
    if let Some(table) = report::figures(&all, terms) {
        blocks.push(Block::Heading(2, line(&terms.figures)));
        blocks.push(words(line(&terms.data_lead)));
        blocks.push(table);
    }
    blocks
}

/// Returns a table for each framework, in the order in which drafts name them.
fn judgments(drafts: &[Inspected]) -> Vec<Block> {
    let mut frameworks: Vec<&Framework> = Vec::new();
    for draft in drafts {
        if frameworks.iter().all(|it| it.id != draft.framework.id) {
            frameworks.push(draft.framework);
        }
    }
    let table = |framework: &Framework| {
        let under = drafts.iter().filter(|it| it.framework.id == framework.id);
        let bodies: Vec<(&str, &Assessment)> = under
            .map(|it| (it.part.name.as_str(), it.assessment))
            .collect();
        [
            Some(report::judgments(&bodies, framework)),
            spread(&bodies, framework),
        ]
    };
    frameworks.into_iter().flat_map(table).flatten().collect()
}

/// Returns the number of bodies with each grade, heading by heading, or `None` for one body alone.
fn spread(bodies: &[(&str, &Assessment)], framework: &Framework) -> Option<Block> {
    let terms = &framework.report;
    let judged = framework.pillars.iter().filter(|it| it.graded);
    let judged = judged.map(|it| (Some(it.id.as_str()), it.title.as_str()));
    let headings = framework.headings.iter().filter(|it| it.graded);
    let headings = headings.map(|it| (Some(it.id.as_str()), it.title.as_str()));
    let whole = framework
        .graded_overall
        .then_some((None, terms.overall.as_str()));
    let rows: Vec<TableRow> = whole
        .into_iter()
        .chain(judged)
        .chain(headings)
        .map(|(id, title)| {
            let grades = bodies.iter().map(|(_, draft)| match id {
                Some(id) => draft.judgment(id).grade,
                None => draft.overall.grade,
            });
            let spread = Spread::of(framework, grades);
            let counts = spread.grades.iter().map(|(_, many)| *many);
            let counts = counts.chain([spread.ungraded]).map(|many| match many {
                0 => "–".to_owned(),
                many => many.to_string(),
            });
            TableRow::of([line(title)].into_iter().chain(counts).collect())
        })
        .collect();
    let scale = framework.scale.iter().map(|point| capital(&point.words));
    let columns = [line(&terms.heading)]
        .into_iter()
        .chain(scale)
        .chain([capital(&terms.not_graded)]);
    (bodies.len() > 1 && !rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: line(&terms.spread),
            columns: columns.collect(),
            rows,
        })
    })
}

#[cfg(test)]
mod tests;
