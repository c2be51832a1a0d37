//! What a command did to findings that nobody sees: to which of them, where they came to stand, which are marked.

use crate::app::{Command, DraftEditor, EditorRow, State};
use crate::assessment::OVERALL;
use crate::text::{agreeing, counted, truncate};

/// The most characters of a finding that are told to name it.
const NAME: usize = 40;
/// The most findings that are named at once.
const MOST: usize = 8;

/// The findings as they stood before a command.
pub(super) struct FindingsBefore {
    /// The identity of the draft.
    draft: String,
    /// Each finding in its order: its id, and the heading under which it stands.
    order: Vec<(String, String)>,
    /// The names of those that are marked, and that the command is done to.
    reached: Vec<String>,
    /// The ids of those that it moves, where it moves any.
    moved: Vec<String>,
}

impl FindingsBefore {
    /// Returns the findings as they stand before a command.
    pub(super) fn of(state: &State, command: Command) -> Option<Self> {
        let editor = state.editor.as_deref()?;
        let reached = state.marked_reached(command);
        let findings = &editor.assessment.findings;
        let moves = matches!(command, Command::MoveUp | Command::MoveDown);
        let moved: Vec<usize> = match reached.is_empty() {
            _ if !moves => Vec::new(),
            true => finding_here(editor).into_iter().collect(),
            false => reached.clone(),
        };
        let id = |at: usize| findings.get(at).map(|it| it.id.clone());
        Some(Self {
            draft: editor.assessment.head.id.clone(),
            order: order(editor),
            reached: reached.iter().map(|at| name(editor, *at)).collect(),
            moved: moved.into_iter().filter_map(id).collect(),
        })
    }

    /// Returns what is told of what became of them.
    pub(super) fn told(&self, state: &State) -> Vec<String> {
        let reached = reached_told(&self.reached);
        let editor = state.editor.as_deref();
        let editor = editor.filter(|it| it.assessment.head.id == self.draft);
        let came = editor.map_or_else(Vec::new, |editor| {
            let came = self.came_to_stand(editor).into_iter();
            came.filter_map(|at| stands_told(editor, at)).collect()
        });
        reached.into_iter().chain(came).collect()
    }

    /// Returns the places of the findings that stand elsewhere now: those that were moved, that are under another heading,
    /// and that were not there. Of more than can be heard none is told: those came with a file or a framework.
    fn came_to_stand(&self, editor: &DraftEditor) -> Vec<usize> {
        let now = order(editor);
        if now == self.order {
            return Vec::new();
        }
        let came = now.iter().enumerate().filter(|(at, each)| {
            let before = self.order.iter().position(|it| it.0 == each.0);
            let heading = before.and_then(|before| self.order.get(before));
            match before.zip(heading) {
                None => true,
                Some((_, it)) if it.1 != each.1 => true,
                Some((before, _)) => before != *at && self.moved.contains(&each.0),
            }
        });
        let came: Vec<usize> = came.map(|(at, _)| at).collect();
        match came.len() <= MOST {
            true => came,
            false => Vec::new(),
        }
    }
}

fn order(editor: &DraftEditor) -> Vec<(String, String)> {
    let findings = editor.assessment.findings.iter();
    findings
        .map(|it| (it.id.clone(), it.heading.clone()))
        .collect()
}

fn finding_here(editor: &DraftEditor) -> Option<usize> {
    match editor.current()? {
        EditorRow::Finding(at) => Some(*at),
        _ => None,
    }
}

/// Returns the words by which a finding is named: the beginning of its own or, where it has none, its kind.
fn name(editor: &DraftEditor, at: usize) -> String {
    let Some(finding) = editor.assessment.findings.get(at) else {
        return String::new();
    };
    match finding.text.trim() {
        "" => format!("the {} without words", finding.kind.title()),
        words => format!("“{}”", truncate(words, NAME)),
    }
}

fn reached_told(names: &[String]) -> Option<String> {
    let named: Vec<&str> = names.iter().take(MOST).map(String::as_str).collect();
    let more = match names.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let what = match names.len() {
        0 => return None,
        1 => "The finding that is marked".to_owned(),
        many => format!("The {} that are marked", counted(many, "finding")),
    };
    Some(format!("{what}: {}{more}.", named.join("; ")))
}

/// Returns the number of the row of a finding on the page that is open.
fn number(editor: &DraftEditor, at: usize) -> Option<usize> {
    let mut rows = editor.rows.iter().filter(|row| row.is_selectable());
    let row = rows.position(|row| matches!(row, EditorRow::Finding(other) if *other == at))?;
    Some(row + 1)
}

/// Returns where a finding stands now: its own number, or the heading, and what it stands behind.
fn stands_told(editor: &DraftEditor, at: usize) -> Option<String> {
    let finding = editor.assessment.findings.get(at)?;
    let beside: Vec<usize> = (0..editor.assessment.findings.len())
        .filter(|other| {
            let other = editor.assessment.findings.get(*other);
            other.is_some_and(|it| it.heading == finding.heading)
        })
        .collect();
    let nth = beside.iter().position(|other| *other == at)?;
    let behind = nth.checked_sub(1).and_then(|before| beside.get(before));
    let before = beside.get(nth + 1);
    let place = match (behind, before) {
        (Some(behind), Some(_)) => format!("behind {}", name(editor, *behind)),
        (Some(behind), None) => format!("the last, behind {}", name(editor, *behind)),
        (None, Some(before)) => format!("the first, before {}", name(editor, *before)),
        // Where else it could be, nobody asks.
        (None, None) if finding.text.trim().is_empty() => return None,
        (None, None) => "the only one there".to_owned(),
    };
    let subject = match finding.text.trim() {
        "" => format!("The new {}", finding.kind.title()),
        _ => name(editor, at),
    };
    Some(match number(editor, at) {
        Some(number) => format!("{subject} is {number} now: {place}."),
        None => {
            let judged = editor.framework.judged(&finding.heading);
            let title = match (finding.heading.as_str(), judged) {
                (OVERALL, _) => "Overall",
                (_, Some(heading)) => heading.title.as_str(),
                (_, None) => "the tray",
            };
            format!("{subject} stands under {title} now: {place}.")
        }
    })
}

/// Returns what is told of the marks beside what else an answer says: while any finding is marked, and when none is any
/// more. `before` is how many were when the last answer was given.
pub(super) fn marks_told(state: &State, before: usize) -> Option<String> {
    let editor = state.editor.as_deref()?;
    let many = editor.marked();
    if many == 0 {
        return (before > 0).then(|| "No finding is marked any more.".to_owned());
    }
    // What lies over the findings tells of them where it is about them.
    if !state.overlays.is_empty() || editor.typing.is_some() {
        return None;
    }
    let all = 0..editor.assessment.findings.len();
    let marked = all.filter(|at| editor.is_marked(*at));
    let here: Vec<String> = marked
        .filter_map(|at| Some(number(editor, at)?.to_string()))
        .collect();
    let here = match here.as_slice() {
        [] => "none of them on this page".to_owned(),
        here => format!("on this page {}", here.join(", ")),
    };
    let way = match many == before {
        true => String::new(),
        false => format!(
            "; {} lets go of marks",
            state.key(state.scope(), Command::Back)
        ),
    };
    let is = agreeing(many, "is", "are");
    Some(format!(
        "{} {is} marked, {here}{way}.",
        counted(many, "finding")
    ))
}

/// Says why a command is not done to the row of a number, where it would be done to other findings, which are marked.
pub(super) fn refused(state: &State, command: Command, number_given: usize) -> Option<String> {
    let reached = state.marked_reached(command);
    let editor = state.editor.as_deref()?;
    let given = match reached.as_slice() {
        [] => return None,
        [one] => number(editor, *one) == Some(number_given),
        _ => false,
    };
    if given {
        return None;
    }
    let named = reached.iter().take(MOST).map(|at| {
        let name = name(editor, *at);
        match number(editor, *at) {
            Some(number) => format!("{number}, {name}"),
            None => name,
        }
    });
    let named: Vec<String> = named.collect();
    let (command, back) = (
        command.entry().name,
        state.key(state.scope(), Command::Back),
    );
    let are = agreeing(reached.len(), "is", "are");
    Some(format!(
        "Nothing was done: “{command} {number_given}” is for that row alone, and {} {are} marked: {}. “{command}” without a number is for what is marked; {back} lets go of marks.",
        counted(reached.len(), "finding"),
        named.join("; ")
    ))
}
