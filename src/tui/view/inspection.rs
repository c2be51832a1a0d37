//! An inspection of several bodies: the grid of judgments, figures side by side, and the lists of what each body was
//! told and answered.

use super::editor::{footer, saved};
use super::headings::{grade_role, judged};
use super::marking;
use super::paint::{Painter, cells};
use crate::app::layout::Area;
use crate::app::{
    Column, DraftStatus, Grid, GridPage, GridRow, InspectionLine, State, What, figure,
};
use crate::assessment::{Grade, Judgment, JudgmentState, Kind, Spread};
use crate::config::StyleRole;
use crate::text;

/// Columns for a cell of a table, the blank between two with it; on a narrow screen, but for figures, the other
/// counts.
const WIDE_CELL: u16 = 14;
const NARROW_CELL: u16 = 12;

/// Below this width cells are narrow, and names give way to them.
const NARROW: u16 = 60;

/// The most rows that the titles of columns take.
const TITLE_ROWS: u16 = 3;

/// From this height column titles have several rows, and the cell under the cursor is told in several.
const TALL: u16 = 18;

/// Where tables and lists are scrolled to.
#[derive(Debug, Default)]
pub(super) struct InspectionScroll {
    row: usize,
    column: usize,
    line: usize,
}

pub(super) fn draw(
    painter: &mut Painter<'_>,
    state: &State,
    grid: &Grid,
    memory: &mut InspectionScroll,
) {
    let (width, height) = (state.size.width, state.size.height);
    let row = |y: u16, there: bool| Area {
        x: 0,
        y,
        width,
        height: u16::from(there),
    };
    let foot = u16::from(height > 1);
    footer(painter, row(height.saturating_sub(foot), foot > 0), state);
    let head = row(0, height > 2);
    header(painter, head, grid);
    let tabs = row(head.height, height > 6);
    pages(painter, tabs, grid);
    let told = match height {
        0..=8 => 0,
        height if height < TALL => 1,
        _ => 3,
    };
    let top = head.height + tabs.height;
    let body = Area {
        x: 0,
        y: top,
        width,
        height: height.saturating_sub(top + foot + told),
    };
    if grid.bodies.is_empty() {
        empty(painter, body, state);
        return;
    }
    if grid.page.is_table() {
        table(painter, body, state, grid, memory);
    } else {
        list(painter, body, grid, &mut memory.line);
    }
    let cell = Area {
        x: 1,
        y: body.y + body.height,
        width: width.saturating_sub(2),
        height: told,
    };
    wrapped(painter, cell, &grid.cell(), StyleRole::Dim);
}

/// What the report is called; whether the inspection is saved; the protective marking.
fn header(painter: &mut Painter<'_>, area: Area, grid: &Grid) {
    if area.height == 0 {
        return;
    }
    let (saved, _, role) = saved(&grid.file);
    let saved = match role {
        // That nothing was changed yet is not worth the room.
        StyleRole::Saved if grid.file.saved_at.is_none() => String::new(),
        _ => format!("{saved} "),
    };
    let marked = cells(&marking::of_words(&grid.marking));
    let room = area.width.saturating_sub(marked);
    // Where there is little room the title gives way first, then what is told of the save, the marking last.
    let taken = match cells(&saved) + 4 <= room {
        true => painter.right(area, &saved, role),
        false => 0,
    };
    let left = Area {
        width: area.width.saturating_sub(taken),
        ..area
    };
    let taken = marking::say(painter, left, &grid.marking);
    let room = left.width.saturating_sub(taken + 2);
    let title = text::truncate(grid.title(), usize::from(room)).into_owned();
    painter.say(1, area.y, room, &title, StyleRole::Title);
}

/// The pages, the one shown marked; how many drafts there are.
fn pages(painter: &mut Painter<'_>, area: Area, grid: &Grid) {
    if area.height == 0 {
        return;
    }
    let mut x = 0;
    for page in GridPage::ALL {
        let shown = page == grid.page;
        let (mark, role) = match shown {
            true => ("▸", StyleRole::RuleFocus),
            false => (" ", StyleRole::Heading),
        };
        let room = area.width.saturating_sub(x);
        let words = format!("{mark}{} ", page.title());
        x = painter.say(x, area.y, room, &words, role);
    }
    let many = grid.bodies.len();
    let told = match grid.unread() {
        0 if many == 1 => "1 draft ".to_owned(),
        0 => format!("{many} drafts "),
        left => format!("reading, {} of {many} ", many - left),
    };
    let rest = Area {
        x: x + 1,
        width: area.width.saturating_sub(x + 1),
        ..area
    };
    painter.right(rest, &told, StyleRole::Dim);
}

fn empty(painter: &mut Painter<'_>, area: Area, state: &State) {
    use crate::app::{Command, Scope};
    let first = area.y + u16::from(area.height > 6);
    let lines = [
        (None, "No drafts are in this inspection yet."),
        (Some(Command::AddDraft), "add drafts that stand beside it"),
        (Some(Command::NewBody), "make a new draft for a body"),
        (Some(Command::Retitle), "say what the report is called"),
        (Some(Command::Publish), "say when it is published"),
    ];
    for (y, (command, words)) in (first..area.y + area.height).zip(lines) {
        let key = command.and_then(|it| state.keymap.label(Scope::Inspection, it));
        let x = match &key {
            Some(key) => painter.say(2, y, 5, key, StyleRole::Key).max(6),
            None => 2,
        };
        let room = area.width.saturating_sub(x + 1);
        let words = text::truncate(words, usize::from(room)).into_owned();
        painter.say(x, y, room, &words, StyleRole::Dim);
    }
}

/// Words over as many rows as there are; what does not fit ends in a mark. Gives the rows they take.
fn wrapped(painter: &mut Painter<'_>, area: Area, words: &str, role: StyleRole) -> u16 {
    let rows = text::rows(words, usize::from(area.width.max(1)));
    let mut y = 0;
    for (nth, row) in rows.iter().enumerate() {
        if y >= area.height {
            break;
        }
        let last = y + 1 == area.height && nth + 1 < rows.len();
        let part = match last {
            // All that is left, so that it is cut where a mark says so.
            true => words.get(row.range.start..).unwrap_or_default(),
            false => words.get(row.range.clone()).unwrap_or_default().trim_end(),
        };
        let part = text::truncate(part, usize::from(area.width)).into_owned();
        painter.say(area.x, area.y + y, area.width, &part, role);
        y += 1;
    }
    y
}

/// Where a table's columns stand.
struct Columns {
    /// Columns for the names of bodies.
    name: u16,
    /// Columns for a cell.
    cell: u16,
    /// The first column shown, and how many are.
    first: usize,
    shown: usize,
    many: usize,
}

impl Columns {
    fn new(state: &State, grid: &Grid, many: usize, first: &mut usize) -> Self {
        let width = state.size.width;
        let longest = grid.bodies.iter().map(|body| cells(body.name())).max();
        let most = match width {
            0..NARROW => width * 3 / 10,
            _ => width * 2 / 5,
        };
        let name = longest.unwrap_or(0).min(most.max(6)) + 1;
        let cell = match width {
            _ if grid.page == GridPage::Figures => WIDE_CELL,
            0..NARROW => NARROW_CELL,
            _ => WIDE_CELL,
        };
        // The last cell needs no blank behind it.
        let room = (width + 1).saturating_sub(name + 2);
        let shown = usize::from((room / cell).max(1));
        let last = (grid.column() + 1).saturating_sub(shown);
        *first = (*first)
            .min(grid.column())
            .max(last)
            .min(many.saturating_sub(shown));
        Self {
            name,
            cell,
            first: *first,
            shown,
            many,
        }
    }

    /// Where a column stands: its left edge and how wide it is.
    fn place(&self, nth: usize, width: u16) -> (u16, u16) {
        let nth = u16::try_from(nth).unwrap_or(u16::MAX);
        let x = self.name + 2 + nth.saturating_mul(self.cell);
        (x, (self.cell - 1).min(width.saturating_sub(x)))
    }
}

fn table(
    painter: &mut Painter<'_>,
    area: Area,
    state: &State,
    grid: &Grid,
    memory: &mut InspectionScroll,
) {
    let titles: Vec<&str> = match grid.page {
        GridPage::Figures => grid.figures.iter().map(String::as_str).collect(),
        _ => grid.columns.iter().map(Column::title).collect(),
    };
    let columns = Columns::new(state, grid, titles.len(), &mut memory.column);
    let tall: u16 = match area.height {
        0..=3 => 0,
        height if height < TALL - 6 => 1,
        _ => title_rows(&titles, &columns, area.width),
    };
    heads(
        painter,
        Area {
            height: tall,
            ..area
        },
        &titles,
        &columns,
        grid,
    );
    let body = Area {
        y: area.y + tall,
        height: area.height.saturating_sub(tall),
        ..area
    };
    let room = usize::from(body.height).max(1);
    let last = (grid.row + 1).saturating_sub(room);
    memory.row = memory.row.min(grid.row).max(last);
    let rows = grid.bodies.iter().enumerate().skip(memory.row);
    for (line, (at, one)) in (0..body.height).zip(rows) {
        let row = Area {
            y: body.y + line,
            height: 1,
            ..body
        };
        body_row(painter, row, grid, (at, one), &columns);
    }
    let used = u16::try_from(grid.bodies.len()).unwrap_or(u16::MAX);
    if grid.page == GridPage::Grades && used < body.height {
        let left = Area {
            y: body.y + used,
            height: body.height - used,
            ..body
        };
        spread(painter, left, grid);
    }
}

/// How the grades of the column under the cursor are spread over the bodies: a sign for each where there is room, the
/// number beside it. It is read by its words and lengths; the colours say the same.
fn spread(painter: &mut Painter<'_>, area: Area, grid: &Grid) {
    let Some(column) = grid.columns.get(grid.column()) else {
        return;
    };
    let judged: Vec<(&GridRow, Option<Grade>)> = grid
        .bodies
        .iter()
        .filter_map(|body| Some((body, body.judgment(column)?.grade)))
        .collect();
    let framework = judged.first().and_then(|(body, _)| body.read());
    let Some(framework) = framework.map(|read| &read.framework) else {
        return;
    };
    // Grades of two scales are never counted together.
    let same = judged.iter().filter(|(body, _)| {
        let read = body.read();
        read.is_some_and(|read| read.framework.scale == framework.scale)
    });
    let spread = Spread::of(framework, same.map(|(_, grade)| *grade));
    let rows = u16::try_from(spread.grades.len() + 3).unwrap_or(u16::MAX);
    if judged.len() < 2 || spread.most() == 0 || area.height < rows || spread.grades.len() < 2 {
        return;
    }
    if spread.grades.iter().all(|(_, many)| *many == 0) {
        return;
    }
    let title = format!("{}: how the grades are spread", column.title());
    let title = text::truncate(&title, usize::from(area.width.saturating_sub(2))).into_owned();
    painter.say(area.x + 1, area.y + 1, area.width, &title, StyleRole::Dim);
    let points = spread.grades.iter().map(|(grade, many)| {
        let words = framework
            .scale_point(*grade)
            .map_or(grade.word(), |it| &it.words);
        (words, *many, grade_role(*grade))
    });
    let none = ("no grade", spread.ungraded, StyleRole::Ungraded);
    let label = points
        .clone()
        .map(|(words, ..)| cells(words))
        .max()
        .unwrap_or(0);
    let room = area.width.saturating_sub(label + 10);
    let most = u16::try_from(spread.most()).unwrap_or(u16::MAX).max(1);
    let points = points.chain((spread.ungraded > 0).then_some(none));
    for (line, (words, many, role)) in (area.y + 2..area.y + area.height).zip(points) {
        painter.say(area.x + 1, line, label, words, role);
        let many = u16::try_from(many).unwrap_or(u16::MAX);
        // Where there are more than fit, a sign stands for several; one at least is never none.
        let signs = match most <= room {
            true => many,
            false => (u32::from(many) * u32::from(room))
                .div_ceil(u32::from(most))
                .try_into()
                .unwrap_or(room),
        };
        let bar = "●".repeat(usize::from(signs));
        let x = painter.say(area.x + label + 3, line, room, &bar, role);
        let count = if many == 0 {
            "–".to_owned()
        } else {
            many.to_string()
        };
        let x = if many == 0 { x } else { x + 1 };
        painter.say(x, line, 6, &count, StyleRole::Dim);
    }
}

/// The rows that the titles of the columns shown need.
fn title_rows(titles: &[&str], columns: &Columns, width: u16) -> u16 {
    let shown = titles.iter().skip(columns.first).take(columns.shown);
    let rows = shown.enumerate().map(|(nth, title)| {
        let (_, width) = columns.place(nth, width);
        text::rows(title, usize::from(width.max(1))).len()
    });
    let rows = u16::try_from(rows.max().unwrap_or(1)).unwrap_or(TITLE_ROWS);
    rows.clamp(2, TITLE_ROWS)
}

/// The titles of the columns, with marks where there are more on either side.
fn heads(painter: &mut Painter<'_>, area: Area, titles: &[&str], columns: &Columns, grid: &Grid) {
    if area.height == 0 {
        return;
    }
    let shown = titles.iter().enumerate().skip(columns.first);
    for (nth, (at, title)) in shown.take(columns.shown).enumerate() {
        let (x, width) = columns.place(nth, area.width);
        let role = match at == grid.column() {
            true => StyleRole::RuleFocus,
            false => StyleRole::Heading,
        };
        wrapped(painter, Area { x, width, ..area }, title, role);
    }
    let bottom = area.y + area.height - 1;
    if columns.first > 0 {
        let words = format!("‹ {}", columns.first);
        painter.say(1, bottom, columns.name, &words, StyleRole::Mark);
    }
    let more = columns.many.saturating_sub(columns.first + columns.shown);
    if more > 0 {
        let y = match area.height {
            // Beside the mark of what is to the left, where there is one row for both.
            1 => {
                let words = format!("{more} ›");
                let room = Area {
                    x: 1,
                    y: bottom,
                    width: columns.name,
                    height: 1,
                };
                painter.right(room, &words, StyleRole::Mark);
                return;
            }
            _ => area.y,
        };
        let words = format!("{more} more ›");
        painter.say(1, y, columns.name, &words, StyleRole::Mark);
    }
}

fn body_row(
    painter: &mut Painter<'_>,
    area: Area,
    grid: &Grid,
    (at, body): (usize, &GridRow),
    columns: &Columns,
) {
    let chosen = at == grid.row;
    let role = match chosen {
        true => StyleRole::SelectedAway,
        false => StyleRole::Text,
    };
    if chosen {
        let style = painter.style(role);
        painter.tint(area, style);
        painter.say(area.x, area.y, 1, "▌", StyleRole::RuleFocus);
    }
    let name = text::truncate(body.name(), usize::from(columns.name)).into_owned();
    painter.say(area.x + 1, area.y, columns.name, &name, role);
    if let Some(why) = body.why() {
        let (x, _) = columns.place(0, area.width);
        let room = area.width.saturating_sub(x);
        let why = text::truncate(&why, usize::from(room)).into_owned();
        let role = match body.standing {
            DraftStatus::Missing | DraftStatus::Broken(_) => StyleRole::Error,
            _ => StyleRole::Dim,
        };
        painter.say(x, area.y, room, &why, role);
        return;
    }
    for nth in 0..columns.shown {
        let column = columns.first + nth;
        let Some((words, colour)) = cell(grid, body, column) else {
            continue;
        };
        let (x, width) = columns.place(nth, area.width);
        let here = chosen && column == grid.column();
        let words = text::truncate(&words, usize::from(width)).into_owned();
        if here {
            let style = painter.style(StyleRole::Selected);
            painter.tint(Area { x, width, ..area }, style);
            painter.say(x, area.y, width, &words, StyleRole::Selected);
        } else {
            painter.say(x, area.y, width, &words, colour);
        }
    }
}

fn cell(grid: &Grid, body: &GridRow, column: usize) -> Option<(String, StyleRole)> {
    match grid.page {
        GridPage::Figures => {
            let figure = figure(body, grid.figures.get(column)?);
            Some(match figure {
                Some(figure) => (figure.value.clone(), StyleRole::Text),
                None => (String::new(), StyleRole::Dim),
            })
        }
        _ => {
            let column = grid.columns.get(column)?;
            Some(match body.judgment(column) {
                Some(judgment) => judged_or_counted(body, column, &judgment),
                None => (String::new(), StyleRole::Dim),
            })
        }
    }
}

/// The grade; where there is none, how much was found.
fn judged_or_counted(body: &GridRow, column: &Column, judgment: &Judgment) -> (String, StyleRole) {
    let (words, role) = judged(judgment);
    let described = judgment.state == Some(JudgmentState::Narrative);
    if judgment.grade.is_some() || !(described || judgment.state.is_none()) {
        return (words.to_owned(), role);
    }
    let (praise, needs, other) = body.found(column);
    let counts = [('+', praise), ('−', needs), ('·', other)];
    let told = counts.iter().filter(|(_, many)| *many > 0);
    let told: Vec<String> = told.map(|(sign, many)| format!("{sign}{many}")).collect();
    match (told.is_empty(), described) {
        (true, _) => (words.to_owned(), role),
        (false, true) => (told.join(" "), StyleRole::Text),
        (false, false) => (format!("{words} {}", told.join(" ")), role),
    }
}

/// What stands in a line of a list: a sign, the words, how they look.
fn words(grid: &Grid, line: InspectionLine) -> (&'static str, String, StyleRole) {
    let Some(body) = grid.bodies.get(line.row) else {
        return ("", String::new(), StyleRole::Text);
    };
    if let Some(why) = body.why() {
        return ("", format!("{} · {why}", body.name()), StyleRole::Dim);
    }
    let Some(read) = body.read() else {
        return ("", String::new(), StyleRole::Text);
    };
    match line.what {
        What::Body => {
            let grade = read.assessment.overall.grade;
            let point = grade.and_then(|grade| read.framework.scale_point(grade));
            match (grade, point) {
                (Some(grade), Some(point)) => (
                    "",
                    format!("{} · {}", body.name(), point.words),
                    grade_role(grade),
                ),
                _ => ("", body.name().to_owned(), StyleRole::Heading),
            }
        }
        What::Telling => {
            let telling = read.told.telling.clone().unwrap_or_default();
            ("· ", telling, StyleRole::Context)
        }
        What::Need(nth) => match read.told.needs.get(nth) {
            Some(need) if need.kind == Kind::Concern => {
                ("! ", need.text.clone(), StyleRole::Concern)
            }
            Some(need) => ("− ", need.text.clone(), StyleRole::Need),
            None => ("", String::new(), StyleRole::Text),
        },
        What::Answer(nth) => match read.assessment.responses.get(nth) {
            Some(answer) => {
                let said = format!("“{}” – {}", answer.text.trim(), answer.by.trim());
                ("", said, StyleRole::Text)
            }
            None => ("", String::new(), StyleRole::Text),
        },
        What::Nothing if grid.page == GridPage::Answers => {
            ("", "no answer yet".to_owned(), StyleRole::Dim)
        }
        What::Nothing => ("", "nothing to put right".to_owned(), StyleRole::Dim),
    }
}

/// How far a line is set in.
fn inset(line: InspectionLine) -> u16 {
    match line.what {
        What::Body => 1,
        _ => 3,
    }
}

/// The rows that a line takes: a body's name has a blank row above it, where it is not the first.
fn rows_of(grid: &Grid, line: InspectionLine, width: u16) -> u16 {
    let (sign, said, _) = words(grid, line);
    let room = width.saturating_sub(inset(line) + cells(sign) + 1).max(1);
    let rows = text::rows(&said, usize::from(room)).len();
    u16::try_from(rows).unwrap_or(u16::MAX)
}

fn list(painter: &mut Painter<'_>, area: Area, grid: &Grid, top: &mut usize) {
    // As far up as the line of the cursor still shows.
    let mut first = grid.line;
    let mut taken = 0u16;
    for (at, line) in grid.lines.iter().enumerate().take(grid.line + 1).rev() {
        taken = taken.saturating_add(rows_of(grid, *line, area.width));
        if taken > area.height {
            break;
        }
        first = at;
    }
    *top = (*top).min(grid.line).max(first);
    let mut y = area.y;
    let bottom = area.y + area.height;
    for (at, line) in grid.lines.iter().enumerate().skip(*top) {
        if y >= bottom {
            return;
        }
        let (sign, said, role) = words(grid, *line);
        let chosen = at == grid.line;
        let rows = rows_of(grid, *line, area.width).min(bottom - y);
        let role = if chosen { StyleRole::Selected } else { role };
        let x = area.x + inset(*line);
        if chosen {
            let style = painter.style(role);
            let row = Area {
                y,
                height: rows,
                ..area
            };
            painter.tint(row, style);
            painter.say(area.x, y, 1, "▌", StyleRole::RuleFocus);
        }
        let x = painter.say(x, y, area.width, sign, role);
        let words = Area {
            x,
            y,
            width: area.width.saturating_sub(x + 1).max(1),
            height: rows,
        };
        wrapped(painter, words, &said, role);
        y += rows.max(1);
    }
}
