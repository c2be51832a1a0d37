//! The keys in the line at the bottom, of the screen or of a box.

use super::paint::{Painter, cells};
use crate::app::layout::{self, Area};
use crate::app::{Command, FooterKey, PointerTarget, Scope};
use crate::config::StyleRole;
use crate::text;

/// The keys of a row that come before the name of the next heading.
const ROW_KEYS: usize = 5;
/// Columns between two keys, and before help.
const APART: u16 = 2;

impl Painter<'_> {
    /// Draws the keys that do something where the user is: the foremost first as far as there is room, help at the end and
    /// the way out whatever the width. What lies beneath something else shows none.
    pub(super) fn keys(&mut self, area: Area, scope: Scope) {
        if area.height == 0 || scope != self.state.scope() {
            return;
        }
        self.keys_row = Some(area.top(1));
        let mut keys = self.state.footer();
        let help = keys.iter().position(|it| it.command == Command::Help);
        let help = help.map(|at| keys.remove(at));
        let mut end = area.x + area.width;
        if let Some(help) = help {
            let whole = cells(&help.key) + cells(&help.words) + 2;
            // In a box a choice comes before the word for help.
            let boxed = !self.state.overlays.is_empty() && area.width < layout::TWO_PANES;
            let room = area.width.saturating_sub(cells(&help.key) + 2 + APART);
            let crowded =
                boxed && fitting(&keys, room) > fitting(&keys, room - cells(&help.words).min(room));
            let words = match crowded {
                true => "",
                false => help.words.as_str(),
            };
            let width = match crowded {
                true => cells(&help.key) + 1,
                false => whole,
            };
            if width < area.width {
                let x = self.write(end - width, area.y, width, &help.key, StyleRole::Key);
                self.write(x + 1, area.y, width, words, StyleRole::KeyLabel);
                self.shows_key(area, (end - width, end), help.command);
                end = end.saturating_sub(width + APART);
            }
        }
        let is_out = |it: &FooterKey| {
            let out = matches!(it.command, Command::Back | Command::Done | Command::Close);
            out && columns(it) + 12 < area.width
        };
        let way_out = keys.iter().position(is_out);
        let reserved = way_out.and_then(|at| keys.get(at)).map_or(0, columns) + APART;
        let mut x = area.x + u16::from(area.width > 20);
        if let Some(mode) = self.state.mode_words() {
            x = self.write(x, area.y, end.saturating_sub(x), &mode, StyleRole::Title) + APART;
        }
        let narrow = area.width < layout::TWO_PANES;
        give_way(&mut keys, end.saturating_sub(x + reserved), narrow, is_out);
        for (nth, key) in keys.iter().enumerate() {
            // Room is kept for the way out until it is drawn.
            let kept = match way_out {
                Some(at) if at > nth => reserved,
                _ => 0,
            };
            let room = end.saturating_sub(x + kept);
            let FooterKey {
                key: label, words, ..
            } = key;
            let words = match columns(key) > room {
                false => words.as_str().into(),
                // The words of the next step are the short ones, or cut, before it is left out.
                true if nth == 0 && cells(label) + 6 <= room => {
                    let short = key.command.entry().short;
                    text::truncate(short, usize::from(room - cells(label) - 1))
                }
                // A key without its words says nothing; help has both.
                true => continue,
            };
            let from = x;
            x = self.write(x, area.y, room, label, StyleRole::Key);
            x = self.write(x + 1, area.y, room, &words, StyleRole::KeyLabel);
            self.shows_key(area, (from, x), key.command);
            x += APART;
        }
    }

    /// Takes note of where a key of the footer stands, from a column to before another.
    fn shows_key(&mut self, area: Area, (from, to): (u16, u16), command: Command) {
        let key = Area {
            x: from,
            width: to.saturating_sub(from),
            ..area.top(1)
        };
        self.shows(key, PointerTarget::Key(command));
    }
}

/// Returns the columns that a key takes with its words.
fn columns(it: &FooterKey) -> u16 {
    cells(&it.key) + cells(&it.words) + 1
}

/// Returns how many keys have room, the first with its short words at the least.
fn fitting(keys: &[FooterKey], room: u16) -> usize {
    let mut left = room;
    let fits = keys.iter().enumerate().filter(|(nth, key)| {
        let short = cells(&key.key) + cells(key.command.entry().short) + 1;
        let taken = match nth {
            0 => columns(key).min(short),
            _ => columns(key),
        };
        let fits = taken <= left;
        left = left.saturating_sub(if fits { taken + APART } else { 0 });
        fits
    });
    fits.count()
}

/// Leaves the name of the next heading out where keys of the row have room then, which have none beside it; in a narrow
/// window the words of any next step, but for one.
fn give_way(keys: &mut [FooterKey], room: u16, narrow: bool, is_out: impl Fn(&FooterKey) -> bool) {
    let Some((next, others)) = keys.split_first_mut() else {
        return;
    };
    let shown = |first: &str| {
        let mut left = room.saturating_sub(cells(&next.key) + cells(first) + 1 + APART);
        let of_row = others.iter().filter(|it| !is_out(it)).take(ROW_KEYS);
        let fits = of_row.filter(|key| {
            let fits = columns(key) + APART <= left;
            left -= if fits { columns(key) + APART } else { 0 };
            fits
        });
        fits.count()
    };
    let short = next.command.entry().short;
    let shorter: &[&str] = match (next.command, narrow) {
        (Command::NextHeading, false) => &[short],
        (Command::NextHeading, true) => &[short, "next"],
        // Elsewhere it does something else, and its short words say that.
        (Command::NextPane, _) => &[],
        (_, true) => &[short],
        (_, false) => &[],
    };
    let most = shown(&next.words);
    let fewer = shorter.iter().filter(|it| shown(it) > most);
    // Of those with the most keys beside them the longest.
    if let Some(words) = fewer.rev().max_by_key(|it| shown(it)) {
        next.words = (*words).to_owned();
    }
}
