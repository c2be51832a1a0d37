//! The names that are offered for what is typed: rows of their own below the field, which push down what stands there.

use super::super::list;
use super::super::paint::{Painter, cells};
use super::item::FormPage;
use crate::app::Typing;
use crate::app::layout::Area;
use crate::assessment::Place;
use crate::config::StyleRole;

/// The most names that are shown at once.
const MOST: u16 = 8;

/// Returns the most names that are shown at once in so many rows: the field and what stands around it stay in sight.
pub(super) fn most(rows: u16) -> u16 {
    (rows / 3).clamp(1, MOST)
}

impl FormPage<'_> {
    /// Returns how many rows the names take that are offered for what is typed in a place.
    pub(super) fn offered(&self, place: Option<&Place>, chosen: bool) -> u16 {
        let typing = self.typing(place).filter(|_| chosen);
        typing.map_or(0, |typing| self.rows_of(typing))
    }

    fn rows_of(&self, typing: &Typing) -> u16 {
        let many = typing.offers.list.shown().len();
        let many = u16::try_from(many).unwrap_or(u16::MAX);
        many.min(self.most_offered)
    }

    /// Draws them from the top of an area on, whose words begin at a column; returns the rows that they take.
    pub(super) fn offers(
        &self,
        painter: &mut Painter<'_>,
        area: Area,
        typing: Option<&Typing>,
        x: u16,
    ) -> u16 {
        let Some(typing) = typing else {
            return 0;
        };
        let (list, rows) = (&typing.offers.list, self.rows_of(typing));
        if rows == 0 {
            return 0;
        }
        let widest = list.shown().map(|row| {
            let note = cells(&row.note) + 2 * u16::from(!row.note.is_empty());
            cells(&row.label) + list::INDENT + 1 + note
        });
        // The bar of the row stays in sight.
        let room = area.width.saturating_sub(1);
        let width = widest.max().unwrap_or(0).min(room);
        let names = Area {
            x: x.min((area.x + area.width).saturating_sub(width)),
            width,
            height: rows.min(area.height),
            ..area
        };
        painter.clear(names, StyleRole::Offer);
        list::draw(painter, names, list, list::OFFERED, &mut 0);
        rows
    }
}
