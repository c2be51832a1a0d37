//! The mapping of the headings of a framework to another's: a table, to be reviewed before anything is changed.

use std::sync::Arc;

use crate::app::editor::DraftEditor;
use crate::assessment::{Framework, JudgmentState, Likeness, Mapping, suggest};
use crate::text::counted;

/// The table.
#[derive(Clone, Debug)]
pub struct MappingTable {
    /// The framework that the draft has.
    pub from: Arc<Framework>,
    /// The one that it is to have.
    pub to: Arc<Framework>,
    /// A row for each heading of the old one, and for each of its pillars that is graded or judged.
    pub rows: Vec<MappingRow>,
    /// The row that is looked at.
    pub at: usize,
    /// The noun of the body.
    noun: String,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingRow {
    /// The heading that it goes to.
    pub mapping: Mapping,
    /// The title of the old heading.
    pub title: String,
    /// Its content: "3 findings, good"; empty where it holds nothing.
    pub holds: String,
}

impl MappingTable {
    /// Returns the table with what is likely.
    pub fn new(editor: &DraftEditor, to: Arc<Framework>) -> Self {
        let from = Arc::clone(&editor.framework);
        let mapped = suggest(&from, &to).into_iter();
        let rows = mapped.filter_map(|mapping| {
            let heading = from.judged(&mapping.from)?;
            let holds = holds(editor, &mapping.from);
            let shown = heading.graded || from.heading(&mapping.from).is_some();
            (shown || !holds.is_empty()).then(|| MappingRow {
                title: heading.title.clone(),
                holds,
                mapping,
            })
        });
        let rows = rows.collect();
        Self {
            rows,
            from,
            to,
            at: 0,
            noun: editor.assessment.subject.noun.clone(),
        }
    }

    /// Returns the question that the new framework asks under a heading, as it is asked of the body.
    pub fn question(&self, id: &str) -> String {
        let heading = self.to.judged(id);
        heading.map_or_else(String::new, |it| self.to.asked_of(&self.noun, &it.question))
    }

    /// Returns the title.
    pub fn title(&self) -> String {
        format!("{} → {}", self.from.title, self.to.title)
    }

    /// Returns what the new heading of a row is called, or `None` where what it holds goes to the tray.
    pub fn goes_to(&self, row: &MappingRow) -> Option<&str> {
        let to = row.mapping.to.as_deref()?;
        self.to.judged(to).map(|heading| heading.title.as_str())
    }

    /// Returns where the heading of the row that is looked at can go: ids and titles, the tray last.
    pub fn places(&self) -> Vec<(Option<String>, String)> {
        let pillar = self
            .rows
            .get(self.at)
            .is_some_and(|row| self.from.heading(&row.mapping.from).is_none());
        let among = match pillar {
            true => &self.to.pillars,
            false => &self.to.headings,
        };
        let places = among.iter();
        places
            .map(|heading| (Some(heading.id.clone()), heading.title.clone()))
            .chain([(None, "the tray".to_owned())])
            .collect()
    }

    /// Sends the heading of the row that is looked at elsewhere.
    pub fn send(&mut self, to: Option<String>) {
        if let Some(row) = self.rows.get_mut(self.at) {
            row.mapping.to = to;
            row.mapping.why = Likeness::Chosen;
        }
    }

    /// Returns where each heading goes.
    pub fn mappings(&self) -> Vec<Mapping> {
        self.rows.iter().map(|row| row.mapping.clone()).collect()
    }

    /// Returns what is worth knowing before: that the scales do not compare. Empty where they are one.
    pub fn note(&self) -> String {
        let scale = |framework: &Framework| -> Vec<_> {
            framework.scale.iter().map(|point| point.grade).collect()
        };
        if scale(&self.from) == scale(&self.to) {
            return String::new();
        }
        format!(
            "{} and {} do not compare: every grade will wait in the tray.",
            counted(self.from.scale.len(), "grade"),
            self.to.scale.len()
        )
    }
}

fn holds(editor: &DraftEditor, id: &str) -> String {
    let mut parts = Vec::new();
    match editor.assessment.under(id).count() {
        0 => {}
        many => parts.push(counted(many, "finding")),
    }
    if let Some(judgment) = editor.assessment.grades.get(id) {
        let point = judgment.grade;
        let point = point.and_then(|grade| editor.framework.scale_point(grade));
        match (judgment.state, point) {
            (Some(JudgmentState::Narrative), _) => parts.push("narrative".to_owned()),
            (Some(JudgmentState::NotInspected), _) => parts.push("not inspected".to_owned()),
            (_, Some(point)) => parts.push(point.words.clone()),
            (_, None) => parts.push("a reason".to_owned()),
        }
    }
    parts.join(", ")
}
