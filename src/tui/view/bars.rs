//! The bars that screens have in common: the state of a file, the footer, the title of a pane.

use super::list::severity_role;
use super::paint::{Painter, cells};
use super::prose::ScreenPosition;
use super::walk;
use crate::app::layout::{self, Pane};
use crate::app::{DraftEditor, FileState, State, StatusMessage, severity_mark};
use crate::assessment::JournalStanding;
use crate::config::StyleRole;
use crate::text::{self, visible_line};

/// Returns the save state of a file, in words and, where those have no room, in a sign. Where words wait, the key that lists
/// them stands with it.
pub(super) fn saved(state: &State, file: &FileState) -> (String, &'static str, StyleRole) {
    if file.read_only.is_some() {
        return ("read only".to_owned(), "r", StyleRole::Warning);
    }
    // A journal in trouble is shown for as long as it is.
    let journal = match &file.journal {
        // Who has it is said as soon as that is known.
        JournalStanding::Safe | JournalStanding::Aside => "",
        JournalStanding::Elsewhere(_) => "! journal elsewhere · ",
        JournalStanding::Behind => "! DISK DOES NOT ANSWER · ",
        JournalStanding::Nowhere(_) => "! NO JOURNAL · ",
    };
    let (saved, sign, role) = match (&file.not_saved, file.is_unsaved(), &file.saved_at) {
        (Some(_), ..) => ("! NOT SAVED".to_owned(), "!", StyleRole::Error),
        (None, true, _) => ("● unsaved".to_owned(), "●", StyleRole::Unsaved),
        // The file that was opened has nothing of it.
        (None, false, _) if file.beside => (
            "! saved in another file".to_owned(),
            "!",
            StyleRole::Warning,
        ),
        (None, false, Some(at)) => (format!("saved {at}"), "", StyleRole::Saved),
        (None, false, None) => ("saved".to_owned(), "", StyleRole::Saved),
    };
    let saved = match file.words_wait() {
        true => format!("{} · {saved}", state.words_wait_told()),
        false => saved,
    };
    match &file.journal {
        JournalStanding::Safe => (saved, sign, role),
        JournalStanding::Elsewhere(_) if role != StyleRole::Error => {
            (format!("{journal}{saved}"), "!", StyleRole::Warning)
        }
        _ => (format!("{journal}{saved}"), "!", StyleRole::Error),
    }
}

/// Draws the line at the bottom: the next keys.
pub(super) fn footer(painter: &mut Painter<'_>, area: layout::Area) {
    // A list or page over the screen shows its own keys.
    if area.height > 0 && painter.state.overlays.is_empty() {
        painter.keys(area, painter.state.scope());
    }
}

/// Draws the status message over all but the keys, above them or, where the choice is there, at the top: in as many rows as
/// it takes, so that nothing of its advice is cut off. Of one that is longer than the window the middle is left out. What
/// led to a place leaves that in sight: in a low window it has a row for what is wrong and one for what is to be done. Where
/// a box lies over the screen, a short one stands below its keys, one of several rows above them.
pub(super) fn status(painter: &mut Painter<'_>, cursor: ScreenPosition) {
    let Some(status) = &painter.state.status else {
        return;
    };
    let (mark, role) = match (status.bad, status.weight) {
        (true, _) => ("✗", StyleRole::Error),
        (false, Some(weight)) => (severity_mark(weight), severity_role(weight)),
        (false, None) => ("·", StyleRole::Notice),
    };
    let indent = cells(mark) + 1;
    let all = painter.state.size.area();
    // The keys stay in sight: at the bottom of the screen, or of the box that lies over it.
    let boxed =
        !painter.state.overlays.is_empty() && layout::overlay(painter.state.size, 0, 0).framed;
    // What does not fit below a box stands in it, within its frame.
    let of_keys = painter.keys_row.filter(|_| boxed);
    let words = visible_line(&status.text);
    let fits = indent + cells(&words) <= all.width;
    let across = of_keys.filter(|_| !fits).unwrap_or(all);
    let width = across.width.saturating_sub(indent).max(1);
    let shown = message_rows(status, usize::from(width), all);
    let height = u16::try_from(shown.len()).unwrap_or(all.height);
    let keys = u16::from(all.height > 3 && !boxed);
    let top = match boxed && height > 1 {
        true => {
            let keys = painter.keys_row.map_or(0, |keys| keys.y);
            keys.saturating_sub(height)
        }
        false => {
            // The step of the walk stays in sight too.
            let walk = match boxed || painter.state.editor.is_none() {
                true => 0,
                false => walk::height(painter.state),
            };
            all.height.saturating_sub(height + keys + walk)
        }
    };
    let top = match cursor {
        Some((_, y)) if y >= top && y >= height => 0,
        _ => top,
    };
    for (y, words) in (top..).zip(shown) {
        let row = layout::Area {
            y,
            height: 1,
            ..across
        };
        painter.clear(row, StyleRole::Text);
        if y == top {
            painter.write(row.x, y, row.width, mark, role);
        }
        painter.write(row.x + indent, y, width, words.trim_end(), role);
    }
}

/// Returns the rows of a message in a window.
fn message_rows(status: &StatusMessage, width: usize, window: layout::Area) -> Vec<String> {
    let words = visible_line(&status.text);
    let rows = text::rows(&words, width);
    if let Some(brief) = &status.brief
        && window.height < layout::WITH_PROBLEMS
        && rows.len() > brief.len()
    {
        let cut =
            |words: &String| text::shorten_quotation(&visible_line(words), width).into_owned();
        return brief.iter().map(cut).collect();
    }
    let room = usize::from(window.height);
    rows.iter()
        .enumerate()
        .filter(|(nth, _)| *nth < room / 2 || nth + room - room / 2 >= rows.len())
        .filter_map(|(_, row)| words.get(row.range.clone()).map(str::to_owned))
        .collect()
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
    let underlined = content.y > area.y + 1;
    let (role, mark) = match focused {
        true if underlined => (StyleRole::PaneTitle, " "),
        true => (StyleRole::PaneTitle, "▸"),
        false => (StyleRole::Dim, " "),
    };
    let words = format!("{mark}{words}");
    // What stands beside a title gives way to it.
    let right_room = line.width.saturating_sub(cells(&words) + 2);
    let right = match cells(right) <= right_room {
        true => right.into(),
        false if right_room < 8 => "".into(),
        false => text::truncate(right, usize::from(right_room)),
    };
    let taken = painter.right(line, &right, StyleRole::Dim);
    let room = line.width.saturating_sub(taken + 1);
    painter.clip(line.x, line.y, room, &words, role);
    if underlined && focused {
        let line = line.inset(1);
        let rule = "─".repeat(usize::from(line.width));
        painter.write(line.x, line.y + 1, line.width, &rule, StyleRole::RuleFocus);
    }
    if content.x > area.x && !painter.has_ground(StyleRole::Page) {
        painter.rule(layout::Area { width: 1, ..area }, StyleRole::Rule);
    }
}

/// Returns true where a pane is the one in use.
pub(super) fn focused(state: &State, editor: &DraftEditor, pane: Pane) -> bool {
    editor.pane == pane && state.overlays.is_empty()
}
