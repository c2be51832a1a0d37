//! The walk through the example: steps that are done by the user and noticed by the state.
//!
//! Its table is `assets/walk.toml`. Where the walk stands is known from the draft, as far as its steps leave something
//! there, so that it can be left and taken up again.

use std::sync::Arc;

use super::command::Command;
use super::editor::{DraftEditor, Page};
use super::effect::Effect;
use super::keymap::Keymap;
use super::layout::Pane;
use super::overlay::Overlay;
use crate::assessment::Assessment;

const TABLE: &str = include_str!("../../assets/walk.toml");

/// The beginning of the identity of a draft that is walked through.
const IDENTITY: &str = "walk-through-";

/// Returns the text of an example as one to be walked through, with an identity of its own.
pub fn to_be_walked(example: &str, id: &str) -> String {
    let own = |line: &str| line.strip_prefix("id = ").map(str::to_owned);
    let known = example.lines().find_map(own).unwrap_or_default();
    example.replacen(&known, &format!("\"{IDENTITY}{id}\""), 1)
}

/// A step of the walk.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkStep {
    /// Its title.
    pub title: String,
    words: String,
    done: WalkGoal,
}

/// The goal of a step: it is waited for.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WalkGoal {
    /// The heading of this id is shown.
    OnHeading(String),
    /// The pane of the findings is in use.
    InFindings,
    /// The pane of the statement is in use.
    InStatement,
    /// There are so many strengths that are written to their end.
    Strengths(usize),
    /// There are so many areas for improvement that are written to their end.
    Needs(usize),
    /// There are so many items of evidence.
    Evidence(usize),
    /// So many findings are spoken in a frame.
    Frames(usize),
    /// The heading has another grade than this.
    NotGraded(String, String),
    /// The statement opens with something else.
    NoLongerOpensWith(String),
    /// The list of problems is open.
    SeesProblems,
    /// A print was written.
    Printed,
}

/// The file.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WalkTable {
    steps: Vec<WalkStep>,
}

/// Returns the steps, in their order.
fn steps() -> Arc<[WalkStep]> {
    // A test reads it before it is shipped.
    let table: WalkTable = toml::from_str(TABLE).unwrap_or_default();
    table.steps.into()
}

/// A walk that is under way.
#[derive(Clone, Debug)]
pub struct Walk {
    steps: Arc<[WalkStep]>,
    /// The step, from 0; the number of them all where the walk is over.
    pub at: usize,
    /// True where it was left, so that it is not shown.
    pub left: bool,
}

impl Walk {
    /// Returns the walk through a draft where it stands: behind the last step that left something in the draft. `None`
    /// for a draft that is not one to walk through.
    pub(super) fn through(draft: &Assessment) -> Option<Self> {
        draft.head.id.starts_with(IDENTITY).then(|| {
            let steps = steps();
            let last = steps.iter().rposition(|step| step.done.stands_in(draft));
            Self {
                at: last.map_or(0, |at| at + 1),
                left: false,
                steps,
            }
        })
    }

    /// Returns how many steps there are.
    pub fn many(&self) -> usize {
        self.steps.len()
    }

    /// Returns the step that is to be done; `None` where all are.
    pub fn step(&self) -> Option<&WalkStep> {
        self.steps.get(self.at)
    }

    /// Goes on where what the step waits for is done: it stands in the draft, is seen, or is about to be carried out.
    pub(super) fn follow(
        &mut self,
        editor: &DraftEditor,
        overlay: Option<&Overlay>,
        effects: &[Effect],
    ) {
        let step = self.step().filter(|_| !self.left);
        let is_done = step.is_some_and(|step| step.done.is_reached(editor, overlay, effects));
        self.at += usize::from(is_done);
    }
}

impl WalkStep {
    /// Returns what is to be done, with the keys that are in force.
    pub fn words(&self, keymap: &Keymap) -> String {
        let mut parts = self.words.split(['{', '}']);
        let mut words = parts.next().unwrap_or_default().to_owned();
        while let (Some(name), Some(after)) = (parts.next(), parts.next()) {
            let command = Command::from_name(name);
            let label = command.and_then(|command| {
                let mut scopes = command.entry().scopes();
                scopes.find_map(|scope| keymap.label(scope, command))
            });
            words.push_str(&label.unwrap_or_default());
            words.push_str(after);
        }
        words
    }
}

impl WalkGoal {
    /// Returns true where what is waited for is in the draft, and is there also when it is opened again.
    fn stands_in(&self, draft: &Assessment) -> bool {
        let findings = draft.findings.iter();
        let written = |text: &str| !text.trim().is_empty();
        match self {
            Self::Strengths(many) => {
                let good = findings.filter(|it| it.kind.is_praise() && written(&it.text));
                good.count() >= *many
            }
            Self::Needs(many) => {
                let needs = findings.filter(|it| it.kind.is_need() && written(&it.text));
                needs.count() >= *many
            }
            Self::Evidence(many) => draft.evidence.len() >= *many,
            Self::Frames(many) => findings.filter(|it| !it.stance.is_empty()).count() >= *many,
            Self::NotGraded(heading, grade) => {
                let now = draft.grades.get(heading).and_then(|it| it.grade);
                now.is_some_and(|now| now.word() != grade)
            }
            Self::NoLongerOpensWith(stance) => {
                let now = draft.overall.stance.as_str();
                !now.is_empty() && now != stance
            }
            Self::OnHeading(_)
            | Self::InFindings
            | Self::InStatement
            | Self::SeesProblems
            | Self::Printed => false,
        }
    }

    fn is_reached(
        &self,
        editor: &DraftEditor,
        overlay: Option<&Overlay>,
        effects: &[Effect],
    ) -> bool {
        match self {
            Self::OnHeading(id) => match editor.page {
                Page::Heading(at) => {
                    let heading = editor.framework.headings.get(at);
                    heading.is_some_and(|heading| heading.id == *id)
                }
                _ => false,
            },
            Self::InFindings => editor.pane == Pane::Findings,
            Self::InStatement => editor.pane == Pane::Statement,
            Self::SeesProblems => matches!(overlay, Some(Overlay::Problems(_))),
            Self::Printed => {
                let mut effects = effects.iter();
                effects.any(|effect| matches!(effect, Effect::WritePrints { .. }))
            }
            // A text is done when whoever writes it says so.
            _ => editor.typing.is_none() && self.stands_in(&editor.assessment),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_table_is_read_and_every_command_in_it_has_a_key() {
        let steps = steps();
        assert_eq!(steps.len(), 12);
        for step in steps.iter() {
            let names = step.words.split(['{', '}']).skip(1).step_by(2);
            for name in names {
                let command = Command::from_name(name);
                assert!(command.is_some(), "{name} in {}", step.title);
            }
            let words = step.words(&Keymap::default());
            assert!(!words.contains("  "), "a command without a key: {words}");
        }
        let last = steps.last().unwrap();
        assert!(matches!(last.done, WalkGoal::Printed));
    }
}
