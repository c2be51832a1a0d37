//! What is made of an inspection of several bodies: the notice for the press, and the thematic report.

use super::block::{Block, ListItem, Run, Table, TableRow, words};
use super::grades::capital;
use super::{line, report};
use crate::assessment::{Assessment, Framework, Inspection, Kind, ReportWords, Spread};
use crate::statement::{Inspected, Notice, NoticeNeed, appears};

/// The notice: the headline comes first; then bodies by grade, the hardest first, each with what it was told, the
/// number that tells most, and its answer.
pub(super) fn notice_page(notice: &Notice, drafts: &[Inspected]) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(vec![Run::Plain(line(&notice.headline))]),
        words(line(&notice.appears)),
    ];
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
    blocks
}

/// One body in a notice. One that was told nothing and has said nothing stands in the lines of its group alone.
fn notice_of(body: &Inspected, blocks: &mut Vec<Block>) {
    let told = body.told;
    let answers = report::answers(body.assessment);
    if told.needs.is_empty() && told.telling.is_none() && answers.is_empty() {
        return;
    }
    blocks.push(Block::Heading(3, line(&told.name)));
    if let Some(telling) = &told.telling {
        blocks.push(words(line(telling)));
    }
    let said = &body.framework.report;
    for (kind, one, many) in [
        (Kind::Concern, &said.concern, &said.concerns),
        (Kind::Improvement, &said.improvement, &said.improvements),
    ] {
        let needs = told.needs.iter().filter(|need| need.kind == kind);
        let items: Vec<ListItem> = needs.map(|need| need_of(body, need)).collect();
        if !items.is_empty() {
            let title = if items.len() == 1 { one } else { many };
            blocks.push(Block::Heading(4, line(title)));
            blocks.push(Block::List(items));
        }
    }
    blocks.extend(answers);
}

fn need_of(body: &Inspected, need: &NoticeNeed) -> ListItem {
    let finding = body.assessment.findings.get(need.finding);
    let items = finding
        .map(|finding| report::recommendations(finding, body.assessment, body.framework))
        .unwrap_or_default();
    ListItem {
        runs: vec![Run::Plain(line(&need.text))],
        items,
    }
}

/// The thematic report: what leads it, the judgments of all bodies, a section for each, and the figures of all.
pub(super) fn theme_page(inspection: &Inspection, drafts: &[Inspected]) -> Vec<Block> {
    let default = ReportWords::default();
    let said = drafts.first().map(|first| &first.framework.report);
    let title = match line(&inspection.title) {
        title if title.is_empty() => "…".to_owned(),
        title => title,
    };
    let appears = appears(inspection, said);
    let said = said.unwrap_or(&default);
    let mut blocks = vec![
        Block::Title(vec![Run::Plain(title)]),
        Block::Heading(2, line(&said.introduction)),
    ];
    // A paragraph of its author's stays one.
    let own = inspection.introduction.split("\n\n").map(line);
    let own = own.filter(|paragraph| !paragraph.is_empty()).map(words);
    blocks.extend(own);
    blocks.push(words(line(&appears)));
    if drafts.is_empty() {
        return blocks;
    }
    blocks.push(Block::Heading(2, line(&said.judgments)));
    blocks.extend(judgments(drafts));
    for body in drafts {
        let section = report::section(body.assessment, body.framework, &body.told.name);
        blocks.extend(section);
    }
    let all: Vec<(&str, &Assessment, &Framework)> = drafts
        .iter()
        .map(|body| (body.told.name.as_str(), body.assessment, body.framework))
        .collect();
    if let Some(table) = report::figures(&all, said) {
        blocks.push(Block::Heading(2, line(&said.figures)));
        blocks.push(words(line(&said.data_lead)));
        blocks.push(table);
    }
    blocks
}

/// A table for each framework, in the order in which drafts name them.
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
            .map(|it| (it.told.name.as_str(), it.assessment))
            .collect();
        [
            Some(report::judgments(&bodies, framework)),
            spread(&bodies, framework),
        ]
    };
    frameworks.into_iter().flat_map(table).flatten().collect()
}

/// How many bodies have each grade, heading by heading; nothing for one body alone.
fn spread(bodies: &[(&str, &Assessment)], framework: &Framework) -> Option<Block> {
    let said = &framework.report;
    let judged = framework.pillars.iter().filter(|it| it.graded);
    let judged = judged.map(|it| (Some(it.id.as_str()), it.title.as_str()));
    let headings = framework.headings.iter().filter(|it| it.graded);
    let headings = headings.map(|it| (Some(it.id.as_str()), it.title.as_str()));
    let whole = framework
        .graded_overall
        .then_some((None, said.overall.as_str()));
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
            TableRow {
                cells: [line(title)].into_iter().chain(counts).collect(),
                ..TableRow::default()
            }
        })
        .collect();
    let scale = framework.scale.iter().map(|point| capital(&point.words));
    let columns = [line(&said.heading)]
        .into_iter()
        .chain(scale)
        .chain([capital(&said.not_graded)]);
    (bodies.len() > 1 && !rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: line(&said.spread),
            columns: columns.collect(),
            rows,
        })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use std::sync::Arc;

    use super::*;
    use crate::assessment::{Figure, Finding, Grade, Recommendation, Response};
    use crate::render::tests::city;
    use crate::render::{Edition, Print, PrintFormat, Printed, print};
    use crate::statement::NoticeDraft;

    fn prints(drafts: &[Assessment], framework: &Framework) -> [String; 6] {
        let told: Vec<NoticeDraft> = drafts
            .iter()
            .map(|it| NoticeDraft::of(it, framework))
            .collect();
        let all = drafts.iter().zip(&told);
        let all: Vec<Inspected> = all
            .map(|(assessment, told)| Inspected {
                assessment,
                framework,
                told,
            })
            .collect();
        let inspection = Inspection {
            title: "Nets <b>&</b> *boats*".into(),
            introduction: "One\nlook.\n\nAnother.".into(),
            ..Inspection::default()
        };
        let of = Printed::Inspection {
            inspection: &inspection,
            drafts: &all,
        };
        let made = |edition, format| print(&Print { edition, of }, format, None);
        [
            made(Edition::Notice, PrintFormat::Text),
            made(Edition::Notice, PrintFormat::Markdown),
            made(Edition::Notice, PrintFormat::Html),
            made(Edition::Theme, PrintFormat::Text),
            made(Edition::Theme, PrintFormat::Markdown),
            made(Edition::Theme, PrintFormat::Html),
        ]
    }

    fn finding(id: &str, kind: Kind, text: &str) -> Arc<Finding> {
        Arc::new(Finding {
            id: id.into(),
            heading: "victims".into(),
            kind,
            text: text.into(),
            evidence: vec!["audit".into()],
            ..Finding::default()
        })
    }

    fn two() -> (Vec<Assessment>, Arc<Framework>) {
        let (mut one, framework) = city();
        one.findings.clear();
        let mut other = one.clone();
        other.subject.name = "Mere Police".into();
        other.subject.spoken.clear();
        other.overall.marking = "OFFICIAL".into();
        other.grades.entry("victims".into()).or_default().grade = Some(Grade::Inadequate);
        let mut concern = finding("c", Kind::Concern, "The force must find {lost} boats.");
        Arc::make_mut(&mut concern)
            .recommendations
            .push(Recommendation {
                text: "Look for {lost}.".into(),
                deadline: "2023-09-01".into(),
                ..Recommendation::default()
            });
        let mut secret = finding("s", Kind::Improvement, "The force needs a spy.");
        Arc::make_mut(&mut secret).sensitive = true;
        other.findings = vec![concern, secret];
        other.figures = vec![Arc::new(Figure {
            id: "lost".into(),
            value: "1500".into(),
            label: "Boats lost".into(),
            ..Figure::default()
        })];
        other.responses = vec![Arc::new(Response {
            by: "The chief".into(),
            text: "\"We are looking.\"".into(),
            ..Response::default()
        })];
        (vec![one, other], framework)
    }

    #[test]
    fn a_notice_and_a_report_tell_of_every_body_and_nothing_that_is_sensitive() {
        let (drafts, framework) = two();
        let all = prints(&drafts, &framework);
        for print in &all {
            for words in [
                "Mere Police must find 1,500 boats.",
                "The force must find 1,500 boats.",
            ] {
                let notice = all[..3].contains(print);
                assert_eq!(
                    print.contains(words),
                    notice == words.starts_with("Mere"),
                    "{print}"
                );
            }
            assert!(print.contains("by 1 September 2023"), "{print}");
            assert!(print.contains("“We are looking.”"), "{print}");
            assert!(print.contains("OFFICIAL") && !print.contains("spy"));
        }
        let theme = &all[3];
        assert!(theme.contains("One look.\n\nAnother.\n"), "{theme}");
        assert!(theme.contains("Boats lost"), "{theme}");
        assert!(theme.contains("City of London Police\n----"), "{theme}");
        assert!(!theme.contains("evidence 1"), "{theme}");
    }

    #[test]
    fn nothing_of_a_title_is_obeyed_and_a_page_is_well_made() {
        let (drafts, framework) = two();
        let [_, markdown, html, _, theme_markdown, theme_html] = prints(&drafts, &framework);
        assert!(theme_markdown.contains("Nets \\<b\\>\\&\\</b\\> \\*boats\\*"));
        assert!(markdown.starts_with("OFFICIAL\n\n# "), "{markdown}");
        for page in [html, theme_html] {
            assert!(page.contains("Nets &lt;b&gt;&amp;&lt;/b&gt; *boats*"));
            roxmltree::Document::parse(page.trim_start_matches("<!DOCTYPE html>\n")).unwrap();
        }
        for print in prints(&[], &framework) {
            assert!(print.contains("boats"), "{print}");
        }
    }
}
