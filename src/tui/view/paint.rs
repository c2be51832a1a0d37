//! Putting words on rows.
//!
//! Every word goes through here, and every word is made visible before it is measured and set: a control or
//! bidi character from a file is a mark on the screen, as wide as its mark.

use std::ops::Range;

use ratatui::style::Style;

use super::display_list::DisplayList;
use crate::app::layout::Area;
use crate::app::{PointerTarget, State};
use crate::config::StyleRole;
use crate::text;
use crate::tui::styles::Styles;

/// A frame with the styles to paint it in.
pub(super) struct Painter<'a> {
    display: &'a mut DisplayList,
    /// All that is shown.
    pub(super) state: &'a State,
    pub(super) styles: &'a Styles,
    /// The cell at which the choice is, of what lies on top.
    choice: Option<(u16, u16)>,
    /// The things to which the mouse can point, where they stand; what is drawn later lies on top.
    pub(super) targets: Vec<(Area, PointerTarget)>,
    /// True where these are asked for.
    pub(super) mouse: bool,
    /// The row of the middle pane that is drawn now.
    pub(super) row: Option<usize>,
    /// The row on which the keys stand of what lies on top.
    pub(super) keys_row: Option<Area>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(
        display: &'a mut DisplayList,
        state: &'a State,
        styles: &'a Styles,
        mouse: bool,
    ) -> Self {
        Self {
            display,
            state,
            styles,
            choice: None,
            targets: Vec::new(),
            mouse,
            row: None,
            keys_row: None,
        }
    }

    /// Takes note that the choice is at a cell: where no text is typed in, the terminal's own cursor stands there, for
    /// magnifiers and screen readers to follow. What is drawn later lies on top.
    pub(super) fn choice_at(&mut self, x: u16, y: u16) {
        self.choice = Some((x, y));
    }

    /// Takes note of the same where nothing was noted yet: of several rows, the first.
    pub(super) fn choice_begins_at(&mut self, x: u16, y: u16) {
        self.choice = self.choice.or(Some((x, y)));
    }

    /// Returns the cell at which the choice is.
    pub(super) fn choice(&self) -> Option<(u16, u16)> {
        self.choice
    }

    pub(super) fn style(&self, role: StyleRole) -> Style {
        self.styles.of(role)
    }

    /// Empties an area, on the ground of a role.
    pub(super) fn clear(&mut self, area: Area, role: StyleRole) {
        let style = self.styles.ground().patch(self.style(role));
        for y in area.y..area.bottom() {
            self.display.empty(y, area.x, area.width, style);
        }
    }

    /// Writes words from a cell on, within the columns given; returns the column behind them.
    pub(super) fn write_styled(
        &mut self,
        x: u16,
        y: u16,
        width: u16,
        words: &str,
        style: Style,
    ) -> u16 {
        // Nearly all are plain letters, which hide nothing and have a cell each: nothing need be looked up.
        if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return self.display.plain(y, x, width, words, style);
        }
        let words = text::visible_line(words);
        if words.chars().all(text::is_plain) {
            self.display.plain(y, x, width, &words, style)
        } else {
            self.display.words(y, x, width, &words, style)
        }
    }

    /// Writes words in a role.
    pub(super) fn write(
        &mut self,
        x: u16,
        y: u16,
        width: u16,
        words: &str,
        role: StyleRole,
    ) -> u16 {
        self.write_styled(x, y, width, words, self.style(role))
    }

    /// Writes words in the letters of a role on the ground of another.
    pub(super) fn write_on(
        &mut self,
        x: u16,
        y: u16,
        width: u16,
        words: &str,
        role: StyleRole,
        ground: StyleRole,
    ) -> u16 {
        let style = self.style(ground).patch(self.style(role));
        self.write_styled(x, y, width, words, style)
    }

    /// Writes words in a role; what has no room ends in a mark.
    pub(super) fn clip(&mut self, x: u16, y: u16, width: u16, words: &str, role: StyleRole) -> u16 {
        let words = text::truncate(words, usize::from(width));
        self.write(x, y, width, &words, role)
    }

    /// Returns where a text has the words that are looked for.
    pub(super) fn found_in(&self, words: &str) -> Vec<Range<usize>> {
        let search = self.state.editor.as_ref().and_then(|it| it.search.as_ref());
        search.map_or_else(Vec::new, |query| query.all_in(words))
    }

    /// Returns where the text that is typed in has misspelt words, where it is these words.
    pub(super) fn misspelt_in(&self, words: &str) -> Vec<Range<usize>> {
        let editor = self.state.editor.as_deref();
        let typed = editor.and_then(|editor| {
            let place = &editor.typing.as_ref()?.place;
            let same = editor.assessment.text(place)? == words;
            same.then(|| editor.misspelt_in(place))
        });
        typed.unwrap_or_default()
    }

    /// Marks a row of a list that the cursor is on, by its colour and by a bar; returns the role of its words.
    pub(super) fn selected(&mut self, row: Area, chosen: bool) -> StyleRole {
        self.selected_as(StyleRole::Selected, row, chosen)
    }

    /// Draws the bar before what the cursor of a pane is on: a thin one where another pane has the keys, so that without
    /// colours too it shows which has them.
    pub(super) fn bar(&mut self, x: u16, y: u16, focused: bool) {
        let (bar, role) = match focused {
            true => ("▌", StyleRole::RuleFocus),
            false => ("│", StyleRole::Rule),
        };
        self.write(x, y, 1, bar, role);
    }

    /// Draws the same in another colour.
    pub(super) fn selected_as(&mut self, role: StyleRole, row: Area, chosen: bool) -> StyleRole {
        if !chosen {
            return StyleRole::Text;
        }
        let style = self.style(role);
        self.tint(row, style);
        self.choice_at(row.x, row.y);
        self.write(row.x, row.y, 1, "▌", StyleRole::RuleFocus);
        role
    }

    /// Writes words that end at the right edge of an area's first row, if there is room; returns the
    /// columns they take.
    pub(super) fn right(&mut self, area: Area, words: &str, role: StyleRole) -> u16 {
        let width = cells(words);
        if width > area.width || area.height == 0 {
            return 0;
        }
        self.write(area.x + area.width - width, area.y, width, words, role);
        width
    }

    /// Lays a style over cells that have their words already.
    pub(super) fn tint(&mut self, area: Area, style: Style) {
        for y in area.y..area.bottom() {
            self.display.tint(y, area.x, area.width, style);
        }
    }

    /// Lays the ground of a role over cells that have their words already, which keep their colours.
    pub(super) fn lay(&mut self, area: Area, role: StyleRole) {
        let style = Style {
            fg: None,
            ..self.style(role)
        };
        self.tint(area, style);
    }

    /// Returns true where a role has a ground of its own, so that no rule need set it apart.
    pub(super) fn has_ground(&self, role: StyleRole) -> bool {
        self.style(role).bg.is_some()
    }

    /// Draws a vertical rule at the left edge of an area.
    pub(super) fn rule(&mut self, area: Area, role: StyleRole) {
        for y in area.y..area.y.saturating_add(area.height) {
            self.write(area.x, y, 1, "│", role);
        }
    }

    /// Draws wrapped words from a cell on; returns the rows they take.
    pub(super) fn wrapped(&mut self, area: Area, words: &str, role: StyleRole) -> u16 {
        self.wrapped_from(area, words, 0, role)
    }

    /// Draws the same without the first rows.
    pub(super) fn wrapped_from(
        &mut self,
        area: Area,
        words: &str,
        first: usize,
        role: StyleRole,
    ) -> u16 {
        let mut y = 0;
        let rows = text::rows(words, usize::from(area.width.max(1)));
        for row in rows.into_iter().skip(first) {
            if y >= area.height {
                break;
            }
            let part = words.get(row.range.clone()).unwrap_or_default();
            self.write(area.x, area.y + y, area.width, part.trim_end(), role);
            y += 1;
        }
        y
    }

    /// Draws the same, where what does not fit ends in a mark.
    pub(super) fn wrapped_and_cut(&mut self, area: Area, words: &str, role: StyleRole) -> u16 {
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
            self.clip(area.x, area.y + y, area.width, part, role);
            y += 1;
        }
        y
    }
}

/// Scrolls a list of so many items so that its item `at` is in sight, moving as little as that takes, and never past its
/// end: no row stays empty below while there is something above.
pub(super) fn scrolled(
    top: &mut usize,
    at: usize,
    many: usize,
    room: u16,
    height: impl Fn(usize) -> u16,
) {
    // The first item from which on all to this one have room.
    let first_with = |last: usize| {
        let mut used = 0u16;
        let fits = |item: &usize| {
            used = used.saturating_add(height(*item));
            used <= room
        };
        (0..=last).rev().take_while(fits).last().unwrap_or(last)
    };
    let end = first_with(many.saturating_sub(1)).min(at);
    *top = (*top).max(first_with(at)).min(end);
}

/// Returns the columns that words take.
pub(super) fn cells(words: &str) -> u16 {
    u16::try_from(text::width(words)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_item_of_the_cursor_is_in_sight_and_no_row_is_left_empty(
            heights in vec(1..5u16, 1..30),
            at in any::<prop::sample::Index>(),
            before in 0..40usize,
            room in 0..20u16,
        ) {
            let (many, at) = (heights.len(), at.index(heights.len()));
            let mut top = before;
            scrolled(&mut top, at, many, room, |item| heights[item]);
            let rows = |items: std::ops::Range<usize>| heights[items].iter().sum::<u16>();
            prop_assert!(top <= at);
            prop_assert!(top == at || rows(top..at + 1) <= room);
            let filled = top == 0 || rows(top - 1..many) > room;
            prop_assert!(filled, "{top} of {many} in {room}");
            let mut again = top;
            scrolled(&mut again, at, many, room, |item| heights[item]);
            prop_assert_eq!(again, top);
        }
    }
}
