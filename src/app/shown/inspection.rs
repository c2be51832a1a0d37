//! The lists of an inspection, in words.

use super::WordTone;
use super::judgment::judged;
use crate::app::inspection::{
    Grid, GridRow, InspectionLine, InspectionPage, JudgmentColumn, LineContent, figure,
};
use crate::assessment::{Judgment, JudgmentState, Kind};

/// Returns what stands in a line of a list: a sign, the words, their tone.
pub fn line_words(grid: &Grid, line: InspectionLine) -> (&'static str, String, WordTone) {
    let Some(body) = grid.bodies.get(line.row) else {
        return ("", String::new(), WordTone::Text);
    };
    if let Some(why) = body.why() {
        return ("", format!("{} · {why}", body.name()), WordTone::Quiet);
    }
    let Some(read) = body.read() else {
        return ("", String::new(), WordTone::Text);
    };
    match line.content {
        LineContent::Body => {
            let grade = read.assessment.overall.grade;
            let point = grade.and_then(|grade| read.framework.scale_point(grade));
            match (grade, point) {
                (Some(grade), Some(point)) => (
                    "",
                    format!("{} · {}", body.name(), point.words),
                    WordTone::Grade(grade),
                ),
                _ => ("", body.name().to_owned(), WordTone::Title),
            }
        }
        LineContent::Telling => {
            let telling = read.notice.key_figure.clone().unwrap_or_default();
            match telling.is_empty() {
                true => ("", "no figure is told".to_owned(), WordTone::Quiet),
                false => ("· ", telling, WordTone::Kind(Kind::Context)),
            }
        }
        LineContent::Need(nth) => match read.notice.needs.get(nth) {
            Some(need) if need.kind == Kind::Concern => {
                ("▼ ", need.text.clone(), WordTone::Kind(Kind::Concern))
            }
            Some(need) => ("− ", need.text.clone(), WordTone::Kind(Kind::Improvement)),
            None => ("", String::new(), WordTone::Text),
        },
        LineContent::Answer(nth) => match read.assessment.responses.get(nth) {
            Some(answer) => {
                let text_of_line = format!("“{}” – {}", answer.text.trim(), answer.by.trim());
                ("", text_of_line, WordTone::Text)
            }
            None => ("", String::new(), WordTone::Text),
        },
        LineContent::Nothing if grid.page == InspectionPage::Answers => {
            ("", "no answer yet".to_owned(), WordTone::Quiet)
        }
        LineContent::Nothing if read.assessment.findings.is_empty() => {
            ("", "nothing found yet".to_owned(), WordTone::Quiet)
        }
        LineContent::Nothing => ("", "nothing to put right".to_owned(), WordTone::Quiet),
    }
}

/// Returns what stands in a cell of a table, where there is anything.
pub fn cell_words(grid: &Grid, body: &GridRow, column: usize) -> Option<(String, WordTone)> {
    match grid.page {
        InspectionPage::Figures => {
            let figure = figure(body, grid.figures.get(column)?);
            Some(match figure {
                Some(figure) => (figure.value.clone(), WordTone::Text),
                None => (String::new(), WordTone::Quiet),
            })
        }
        _ => {
            let column = grid.columns.get(column)?;
            Some(match body.judgment(column) {
                Some(judgment) => judged_or_counted(body, column, &judgment),
                None => (String::new(), WordTone::Quiet),
            })
        }
    }
}

/// Returns the grade; where there is none, how much was found.
fn judged_or_counted(
    body: &GridRow,
    column: &JudgmentColumn,
    judgment: &Judgment,
) -> (String, WordTone) {
    let (words, tone) = judged(judgment);
    let described = judgment.state == Some(JudgmentState::Narrative);
    if judgment.grade.is_some() || !(described || judgment.state.is_none()) {
        return (words.to_owned(), tone);
    }
    let found = body.found(column).to_string();
    match (found.is_empty(), described) {
        // A heading that is only described has no grade to be waited for.
        (true, true) => ("–".to_owned(), WordTone::Quiet),
        (true, false) => (words.to_owned(), tone),
        (false, true) => (found, WordTone::Text),
        (false, false) => (format!("{words} {found}"), tone),
    }
}
