//! The bars that screens have in common: the state of a file, the footer, the title of a pane.

use super::paint::{Painter, cells};
use crate::app::layout::{self, Pane};
use crate::app::{DraftEditor, FileState, State};
use crate::assessment::JournalStanding;
use crate::config::StyleRole;

/// Returns the save state of a file, in words and, where those have no room, in a sign.
pub(super) fn saved(file: &FileState) -> (String, &'static str, StyleRole) {
    if file.read_only.is_some() {
        return ("read only".to_owned(), "r", StyleRole::Warning);
    }
    // A journal in trouble is shown for as long as it is.
    let journal = match &file.journal {
        JournalStanding::Safe => "",
        JournalStanding::Elsewhere(_) => "! journal elsewhere · ",
        JournalStanding::Behind => "! DISK DOES NOT ANSWER · ",
        JournalStanding::Nowhere(_) => "! NO JOURNAL · ",
    };
    let (saved, sign, role) = match (&file.not_saved, file.is_unsaved(), &file.saved_at) {
        (Some(_), ..) => ("! NOT SAVED".to_owned(), "!", StyleRole::Error),
        (None, true, _) => ("● unsaved".to_owned(), "●", StyleRole::Unsaved),
        (None, false, Some(at)) => (format!("saved {at}"), "", StyleRole::Saved),
        (None, false, None) => ("saved".to_owned(), "", StyleRole::Saved),
    };
    match &file.journal {
        JournalStanding::Safe => (saved, sign, role),
        JournalStanding::Elsewhere(_) if role != StyleRole::Error => {
            (format!("{journal}{saved}"), "!", StyleRole::Warning)
        }
        _ => (format!("{journal}{saved}"), "!", StyleRole::Error),
    }
}

/// Draws the line at the bottom: the status message, else the next keys.
pub(super) fn footer(painter: &mut Painter<'_>, area: layout::Area, state: &State) {
    if area.height == 0 {
        return;
    }
    match &state.status {
        Some(status) => {
            let (mark, role) = match status.bad {
                true => ("! ", StyleRole::Error),
                false => ("· ", StyleRole::Notice),
            };
            let x = painter.write(area.x, area.y, area.width, mark, role);
            let room = area.width.saturating_sub(cells(mark));
            painter.clip(x, area.y, room, &status.text, role);
        }
        // A list or page over the screen shows its own keys.
        None if !state.overlays.is_empty() => {}
        None => painter.keys(area, state, state.scope()),
    }
}

/// Draws the title line of a pane, the same for all three, where there is a row for it.
pub(super) fn title(
    painter: &mut Painter<'_>,
    area: layout::Area,
    words: &str,
    right: &str,
    focused: bool,
) {
    let content = area.content();
    if content.y == area.y {
        return;
    }
    let line = layout::Area {
        y: area.y,
        height: 1,
        ..content
    };
    let (role, rule, mark) = match focused {
        true => (StyleRole::RuleFocus, StyleRole::RuleFocus, "▸ "),
        false => (StyleRole::Heading, StyleRole::Rule, "  "),
    };
    let taken = painter.right(line, right, StyleRole::Dim);
    let room = line.width.saturating_sub(taken + 1);
    let words = format!("{mark}{words}");
    painter.clip(line.x, line.y, room, &words, role);
    if content.x > area.x {
        painter.rule(layout::Area { width: 1, ..area }, rule);
    }
}

/// Returns true where a pane is the one in use.
pub(super) fn focused(state: &State, editor: &DraftEditor, pane: Pane) -> bool {
    editor.pane == pane && state.overlays.is_empty()
}
