//! THE drawing of a list: a bar and a tint over the lit row, the typed letters marked, what does not fit quiet and with
//! its reason, how many rows have no room.

use std::borrow::Cow;

use super::paint::{Painter, cells, scrolled};
use crate::app::layout::Area;
use crate::app::{ListRow, PointerTarget, RowList, RowSign, severity_mark};
use crate::check::Severity;
use crate::config::StyleRole;
use crate::text;

/// The look of a list's rows: in a box, or as names that are offered under a field.
#[derive(Clone, Copy)]
pub(super) struct RowLook {
    /// Of the rows.
    pub(super) row: StyleRole,
    /// Of what stands beside their names.
    pub(super) quiet: StyleRole,
    /// Of the lit one.
    pub(super) lit: StyleRole,
}

/// Returns the colour of a severity; its sign says the same without one.
pub(super) fn severity_role(severity: Severity) -> StyleRole {
    match severity {
        Severity::Error => StyleRole::Error,
        Severity::Warning => StyleRole::Warning,
        Severity::Advice => StyleRole::Dim,
    }
}

/// The look in a box.
pub(super) const BOXED: RowLook = RowLook {
    row: StyleRole::Text,
    quiet: StyleRole::Dim,
    lit: StyleRole::Selected,
};

/// The look under a field.
pub(super) const OFFERED: RowLook = RowLook {
    row: StyleRole::Offer,
    quiet: StyleRole::Offer,
    lit: StyleRole::OfferChosen,
};

/// Columns before the name of a row: the bar, a sign, a blank.
pub(super) const INDENT: u16 = 3;

/// Draws the rows of a list, scrolled so that the lit one is in sight. Where nothing has the typed words, says so.
pub(super) fn draw(
    painter: &mut Painter<'_>,
    area: Area,
    list: &RowList,
    look: RowLook,
    top: &mut usize,
) {
    let many = list.shown().len();
    if many == 0 {
        if list.is_narrowed() {
            let words = match list.more_to_come {
                true => "Looking on …",
                false => "Nothing here has these words.",
            };
            painter.clip(area.x + INDENT, area.y, area.width, words, look.quiet);
        }
        return;
    }
    let heights = heights(list);
    let at = list.at().unwrap_or(0);
    let height = |nth: usize| heights.get(nth).copied().unwrap_or(1);
    let area = with_rest(painter, area, (many, height), at, top);
    let columns = Columns::of(list, area.width);
    let mut left = area;
    for (nth, row) in list.shown().enumerate().skip(*top) {
        let used = heights.get(nth).copied().unwrap_or(1);
        if used > left.height {
            break;
        }
        if used > 1 {
            let room = left.width.saturating_sub(1);
            painter.clip(left.x + 1, left.y, room, row.group, StyleRole::Heading);
            left = left.below(used - 1);
        }
        let lit = list.at() == Some(nth);
        if let Some(at) = list.at().filter(|_| look.row == StyleRole::Text) {
            painter.shows(
                left.top(1),
                PointerTarget::Listed(nth as isize - at as isize),
            );
        }
        draw_row(painter, left.top(1), list, row, look, (lit, columns));
        left = left.below(1);
    }
}

/// Returns the rows that each row takes: one, and one for its title where a group begins.
fn heights(list: &RowList) -> Vec<u16> {
    let mut group = "";
    let rows = list.shown().map(|row| {
        let begins = !list.is_narrowed() && row.group != group;
        group = row.group;
        1 + u16::from(begins)
    });
    rows.collect()
}

/// Returns the height in which a list shows every row.
pub(super) fn whole_height(list: &RowList) -> u16 {
    let mut group = "";
    let titles = list.all().iter().filter(|row| {
        let begins = row.group != group;
        group = row.group;
        begins
    });
    let many = list.all().len() + titles.count();
    u16::try_from(many).unwrap_or(u16::MAX)
}

/// Returns the rows of a list that are in sight, each of one row of cells: where it stands, whether it is the lit one, and
/// what it shows. The last row says how many have no room.
pub(super) fn rows<T, I: ExactSizeIterator<Item = T>>(
    painter: &mut Painter<'_>,
    area: Area,
    items: I,
    at: usize,
    top: &mut usize,
) -> impl Iterator<Item = (Area, bool, T)> + use<T, I> {
    let area = with_rest(painter, area, (items.len(), |_| 1), at, top);
    let items = items.enumerate().skip(*top);
    (0..area.height)
        .zip(items)
        .map(move |(line, (nth, item))| (area.row(line), nth == at, item))
}

/// Scrolls a list of so many items of these heights so that its item `at` is in sight, and says in its last row how many
/// have no room. Returns the area for the items.
fn with_rest(
    painter: &mut Painter<'_>,
    area: Area,
    (many, height): (usize, impl Fn(usize) -> u16),
    at: usize,
    top: &mut usize,
) -> Area {
    let all: usize = (0..many).map(|nth| usize::from(height(nth))).sum();
    let cut = all > usize::from(area.height) && area.height > 2;
    let rows = area.top(area.height - u16::from(cut));
    scrolled(top, at, many, rows.height, &height);
    if cut {
        let mut used = 0;
        let fits = |nth: &usize| {
            used += height(*nth);
            used <= rows.height
        };
        let shown = (*top..many).take_while(fits).count();
        let below = many.saturating_sub(*top + shown);
        let words = match (*top, below) {
            (0, below) => format!("… {below} more"),
            (above, 0) => format!("… {above} more above"),
            (above, below) => format!("… {above} more above, {below} below"),
        };
        let x = area.x + INDENT;
        let room = area.width.saturating_sub(INDENT);
        painter.clip(x, rows.bottom(), room, &words, StyleRole::Dim);
    }
    rows
}

/// The columns of a list.
#[derive(Clone, Copy)]
struct Columns {
    label: u16,
    /// True where what a row means has room beside its name.
    notes: bool,
}

impl Columns {
    /// The fewest columns in which a few words can be read.
    const NOTE: u16 = 12;
    /// The fewest in which a long name can be.
    const NAME: u16 = 30;

    fn of(list: &RowList, width: u16) -> Self {
        let labels = list.all().iter().map(|row| cells(&row.label));
        let label = labels.max().unwrap_or(0);
        let room = width.saturating_sub(INDENT);
        let notes = list.all().iter().map(|row| cells(&row.note));
        let note = notes.max().unwrap_or(0).min(Self::NOTE);
        let beside = label.min(room.saturating_sub(2 + note));
        // Names are cut only where nothing else stands beside them.
        let notes = note > 0 && room >= label.min(room / 2) + 2 + note && label <= beside;
        Self {
            label: match notes {
                true => beside,
                false => room,
            },
            notes,
        }
    }
}

/// Returns the name of a row as far as it fits, so that it differs from all others of the list.
fn fitted<'r>(list: &RowList, row: &'r ListRow, cells: usize) -> Cow<'r, str> {
    let cut = text::truncate(&row.label, cells);
    let begins = cut.strip_suffix('…').unwrap_or(&cut);
    let alike = |other: &ListRow| other.label != row.label && other.label.starts_with(begins);
    match cut == row.label || !list.all().iter().any(alike) {
        true => cut,
        false => text::truncate_middle(&row.label, cells),
    }
}

/// Draws what stands at the end of a row; returns the columns taken. A long name gives way to it, as far as it can still be
/// read; a reason gives way to the name, and of a place beside a message stands what has room.
fn at_end(
    painter: &mut Painter<'_>,
    row: Area,
    (words, role): (&str, StyleRole),
    room: u16,
    message: bool,
) -> u16 {
    match cells(words) <= room {
        true => painter.right(row, words, role),
        false if message && room >= Columns::NOTE => {
            let cut = text::truncate(words, usize::from(room));
            painter.right(row, &cut, role)
        }
        false => 0,
    }
}

fn draw_row(
    painter: &mut Painter<'_>,
    row: Area,
    list: &RowList,
    shown: &ListRow,
    look: RowLook,
    (lit, columns): (bool, Columns),
) {
    let role = if lit { look.lit } else { look.row };
    let ground = painter.style(role);
    painter.tint(row, ground);
    if lit {
        painter.choice_at(row.x, row.y);
    }
    let (bar, bar_role) = if lit {
        ("▌", StyleRole::RuleFocus)
    } else {
        (" ", role)
    };
    painter.write_on(row.x, row.y, 1, bar, bar_role, role);
    let (sign, sign_role) = match shown.sign {
        RowSign::None => (" ", role),
        RowSign::Current => ("•", role),
        RowSign::Suggested => ("✓", StyleRole::InBand),
        RowSign::Severity(severity) => (severity_mark(severity), severity_role(severity)),
    };
    painter.write_on(row.x + 1, row.y, 1, sign, sign_role, role);
    let room = row.width.saturating_sub(INDENT);
    // What does not fit says why: at its end or, where its key stands there, in place of what it means.
    let (right, note) = match &shown.unfit {
        Some(why) if shown.right.is_empty() => (why, &shown.note),
        Some(why) => (&shown.right, why),
        None => (&shown.right, &shown.note),
    };
    // A message is read before its place, which has what it leaves.
    let message = matches!(shown.sign, RowSign::Severity(_));
    let (right_role, name) = match (&shown.unfit, lit) {
        (Some(_), false) => (look.quiet, look.quiet),
        (Some(_), true) => (role, role),
        (None, true) => (role, role),
        (None, false) if message => (look.quiet, role),
        (None, false) => (StyleRole::Key, role),
    };
    let name_room = match shown.unfit {
        _ if message => columns.label,
        Some(_) => columns.label,
        None => columns.label.min(Columns::NAME),
    };
    let beside = room.saturating_sub(cells(&shown.label).min(name_room) + 2);
    let taken = at_end(painter, row.top(1), (right, right_role), beside, message);
    let room = room.saturating_sub(taken + u16::from(taken > 0));
    let label = fitted(list, shown, usize::from(room.min(columns.label.max(1))));
    let x = row.x + INDENT;
    painter.write(x, row.y, room, &label, name);
    for range in list.marked(shown) {
        let before = cells(shown.label.get(..range.start).unwrap_or_default());
        let width = cells(shown.label.get(range).unwrap_or_default());
        let area = Area {
            x: x + before,
            width: width.min(cells(&label).saturating_sub(before)),
            ..row.top(1)
        };
        let style = painter.style(StyleRole::Matched);
        painter.tint(area, style);
    }
    if columns.notes {
        let cells_of_note = row.top(1).inset(INDENT + columns.label + 2);
        let width = cells_of_note
            .width
            .saturating_sub(taken + u16::from(taken > 0));
        let quiet = if lit { role } else { look.quiet };
        painter.clip(cells_of_note.x, cells_of_note.y, width, note, quiet);
    }
}
