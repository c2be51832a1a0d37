//! The tables of a draft, for others.

use super::columns::specs;
use crate::assessment::{Assessment, Fields, Framework, Item, List};
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
        words: "The grade of each heading, with its reason",
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
    let row = |(id, heading): (&str, &crate::assessment::Heading)| {
        let judgment = draft.grades.get(id)?;
        let grade = judgment
            .grade
            .map(|grade| framework.grade_words(grade).to_owned());
        let state = judgment.state.map(|state| state.word().to_owned());
        Some(vec![
            id.to_owned(),
            heading.title.clone(),
            heading.pillar.clone(),
            grade.unwrap_or_default(),
            state.unwrap_or_default(),
            judgment.from.clone(),
            judgment.rationale.clone(),
        ])
    };
    let headings = framework
        .headings
        .iter()
        .map(|heading| (heading.id.as_str(), heading));
    headings.filter_map(row).collect()
}
