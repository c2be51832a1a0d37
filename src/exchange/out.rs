//! The tables of a draft, for others.

use super::columns::specs;
use crate::assessment::{
    Assessment, Fields, Framework, Grade, Item, Judgment, JudgmentState, List, OVERALL,
};
use std::sync::Arc;

/// A table that a draft gives out.
#[derive(Clone, Copy, Debug)]
pub struct Export {
    /// Its name on the command line.
    pub id: &'static str,
    /// Its description, there and in the manual.
    pub words: &'static str,
    source: ExportSource,
}

#[derive(Clone, Copy, Debug)]
enum ExportSource {
    Items(List),
    Grades,
}

/// All tables that a draft gives out.
pub const EXPORTS: &[Export] = &[
    Export {
        id: "figures",
        words: "Every figure, with its id",
        source: ExportSource::Items(List::Figures),
    },
    Export {
        id: "evidence",
        words: "Every item of evidence, with its id",
        source: ExportSource::Items(List::Evidence),
    },
    Export {
        id: "grades",
        words: "Every grade, with its reason: of the whole, of pillars, of headings",
        source: ExportSource::Grades,
    },
];

/// The columns of grades, behind those that say of which draft they are.
const GRADES: [&str; 7] = [
    "id",
    "heading",
    "pillar",
    "grade",
    "state",
    "from",
    "rationale",
];

impl Export {
    /// Returns the names of its columns.
    pub fn columns(&self) -> Vec<&'static str> {
        match self.source {
            ExportSource::Items(list) => specs(list).iter().map(|spec| spec.key).collect(),
            ExportSource::Grades => GRADES.to_vec(),
        }
    }
}

/// Returns the rows of a table of a draft, in the draft's order; grades in that of its framework.
pub fn rows(export: &Export, draft: &Assessment, framework: &Framework) -> Vec<Vec<String>> {
    match export.source {
        ExportSource::Items(List::Figures) => {
            let items = draft.figures.iter().map(Arc::clone).map(Item::Figure);
            items.map(|item| cells(item.fields())).collect()
        }
        ExportSource::Items(_) => {
            let items = draft.evidence.iter().map(Arc::clone).map(Item::Evidence);
            items.map(|item| cells(item.fields())).collect()
        }
        ExportSource::Grades => grades(draft, framework),
    }
}

fn cells(item: &dyn Fields) -> Vec<String> {
    let value = |nth: usize| {
        item.value(nth)
            .map_or_else(String::new, |value| value.to_string())
    };
    (0..item.specs().len()).map(value).collect()
}

fn grades(draft: &Assessment, framework: &Framework) -> Vec<Vec<String>> {
    let words = |grade: Option<Grade>| {
        grade.map_or_else(String::new, |grade| framework.grade_words(grade).to_owned())
    };
    let whole = &draft.overall;
    let whole = whole.grade.is_some().then(|| {
        vec![
            OVERALL.to_owned(),
            framework.report.overall.clone(),
            String::new(),
            words(whole.grade),
            String::new(),
            String::new(),
            whole.rationale.clone(),
        ]
    });
    let row = |(id, judgment): (&String, &Judgment)| {
        let heading = framework.judged(id);
        let state = judgment.state.map_or("", JudgmentState::word);
        vec![
            id.clone(),
            heading.map_or_else(String::new, |it| it.title.clone()),
            heading.map_or_else(String::new, |it| it.pillar.clone()),
            words(judgment.grade),
            state.to_owned(),
            judgment.from.clone(),
            judgment.rationale.clone(),
        ]
    };
    // Those that the framework does not know stand behind the others.
    let place = |id: &str| {
        let mut all = framework.pillars.iter().chain(&framework.headings);
        all.position(|heading| heading.id == id)
            .unwrap_or(usize::MAX)
    };
    let mut judged: Vec<(&String, &Judgment)> = draft.grades.iter().collect();
    judged.sort_by_key(|(id, _)| place(id));
    whole
        .into_iter()
        .chain(judged.into_iter().map(row))
        .collect()
}
