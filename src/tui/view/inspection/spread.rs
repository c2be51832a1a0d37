//! The spread of the grades of a column.

use super::super::paint::{Painter, cells};
use super::super::tone::grade_role;
use crate::app::layout::Area;
use crate::app::{Grid, GridRow};
use crate::assessment::{Grade, Spread};
use crate::config::StyleRole;

/// Draws how the grades of the column under the cursor are spread over the bodies: a sign for each where there is room, the
/// number beside it. It is read by its words and lengths; the colours say the same.
pub(super) fn spread(painter: &mut Painter<'_>, area: Area, grid: &Grid) {
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
    // A column holds only grades that compare.
    let spread = Spread::of(framework, judged.iter().map(|(_, grade)| *grade));
    let rows = u16::try_from(spread.grades.len() + 3).unwrap_or(u16::MAX);
    if judged.len() < 2 || spread.most() == 0 || area.height < rows || spread.grades.len() < 2 {
        return;
    }
    if spread.grades.iter().all(|(_, many)| *many == 0) {
        return;
    }
    let title = format!("{}: how the grades are spread", column.title);
    let room = area.width.saturating_sub(2);
    painter.clip(area.x + 1, area.y + 1, room, &title, StyleRole::Dim);
    let points = spread
        .grades
        .iter()
        .map(|(grade, many)| (framework.grade_words(*grade), *many, grade_role(*grade)));
    let none = ("no grade", spread.ungraded, StyleRole::Ungraded);
    let label = points
        .clone()
        .map(|(words, ..)| cells(words))
        .max()
        .unwrap_or(0);
    let room = area.width.saturating_sub(label + 10);
    let most = u16::try_from(spread.most()).unwrap_or(u16::MAX).max(1);
    let points = points.chain((spread.ungraded > 0).then_some(none));
    for (line, (words, many, role)) in (area.y + 2..area.bottom()).zip(points) {
        painter.write(area.x + 1, line, label, words, role);
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
        let x = painter.write(area.x + label + 3, line, room, &bar, role);
        let count = if many == 0 {
            "–".to_owned()
        } else {
            many.to_string()
        };
        let x = if many == 0 { x } else { x + 1 };
        painter.write(x, line, 6, &count, StyleRole::Dim);
    }
}
