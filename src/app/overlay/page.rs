//! Pages to read: the grounds of something, and the print before it is written.

use std::path::Path;

use super::provenance;
use crate::app::editor::DraftEditor;
use crate::app::layout::{self, Area, OverlayBox, Size};
use crate::render::{Edition, PrintFormat, PrintOptions};
use crate::text::{self, fold};

/// A page with a place to scroll to.
#[derive(Clone, Debug)]
pub struct TextPage {
    /// Its kind.
    pub kind: PageKind,
    /// Its title.
    pub title: String,
    /// Its lines; long ones are wrapped on the screen.
    pub lines: Vec<String>,
    /// The place that it was scrolled to.
    pub top: PagePosition,
}

/// A place in a page: one of the rows that a line is wrapped into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PagePosition {
    /// The line.
    pub line: usize,
    /// The row, counted in its line.
    pub row: usize,
}

/// The kind of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// A print of what is open.
    Print(PrintForm),
    /// The grounds of something.
    Provenance,
    /// The reason why what was typed in is typed in no longer.
    Interruption,
}

/// The form of a print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintForm {
    /// The format.
    pub format: PrintFormat,
    /// The print that is shown; where the format cannot make it, its own.
    pub edition: Edition,
    /// The additions to it.
    pub options: PrintOptions,
    /// True where what is left out of it is shown in its place.
    pub left_out: bool,
    /// The formats that are written with it.
    pub with: FormatSet,
}

/// Some of the formats of a print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormatSet(u16);

impl FormatSet {
    fn bit(format: PrintFormat) -> u16 {
        let at = PrintFormat::ALL.iter().position(|it| *it == format);
        at.map_or(0, |at| 1 << at)
    }

    /// Returns true where it has this one.
    pub fn has(self, format: PrintFormat) -> bool {
        self.0 & Self::bit(format) != 0
    }

    /// Returns it with this one put in, or taken out where it was there.
    pub(in crate::app) fn toggled(self, format: PrintFormat) -> Self {
        Self(self.0 ^ Self::bit(format))
    }
}

impl PrintForm {
    /// Returns true for a print that is laid out in plain text, with tables in columns.
    pub fn is_laid_out(self) -> bool {
        self.format == PrintFormat::Text && !self.left_out
    }

    /// Returns the edition that is printed.
    pub(in crate::app) fn printed(self) -> Edition {
        self.format.edition(self.edition)
    }

    /// Returns the ending of the file that it is written to.
    pub(in crate::app) fn ending(self) -> String {
        let extension = self.format.entry().extension;
        self.options.ending(self.printed(), extension)
    }

    /// Returns the name of the file that it is written to, beside what it is made of; another where somebody's own file
    /// has it.
    pub(in crate::app) fn file_name(self, of: &Path) -> String {
        let name = of.file_name().unwrap_or_default().to_string_lossy();
        // A draft may be called `B.TOML`.
        let without = |whole: &str, ending: &str| {
            let at = whole.len().checked_sub(ending.len())?;
            let (stem, own) = whole.split_at_checked(at)?;
            (fold(own) == ending).then(|| stem.to_owned())
        };
        let stem = without(&name, ".age").unwrap_or_else(|| name.clone().into_owned());
        let stem = without(&stem, ".toml").unwrap_or(stem);
        format!("{stem}.{}", self.ending())
    }

    /// Returns the forms that are written together: this one, and it in the formats that are written with it.
    pub(in crate::app) fn written(self) -> impl Iterator<Item = Self> {
        let others = PrintFormat::ALL.iter().copied();
        let others = others.filter(move |it| *it != self.format && self.with.has(*it));
        let others = others.map(move |format| Self { format, ..self });
        std::iter::once(self).chain(others)
    }

    /// Returns the title of its page.
    pub(super) fn title(self, of: &Path) -> String {
        let edition = match self.edition {
            edition if !self.format.can(edition) => "",
            Edition::Statement => "",
            Edition::Sources => " with sources",
            Edition::Grades => " with grades",
            Edition::Report | Edition::Theme => ", report",
            Edition::Notice => ", notice",
        };
        let mut title = format!("{}{edition}", self.format.entry().title);
        let PrintOptions { numbered, notes } = self.options;
        for (added, words) in [(numbered, ", numbered"), (notes, ", with notes")] {
            if added {
                title.push_str(words);
            }
        }
        match self.left_out {
            true => format!("Not in the print · {title}"),
            false => {
                let more = match self.written().count() - 1 {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                format!("Print · {title} → {}{more}", self.file_name(of))
            }
        }
    }
}

impl TextPage {
    /// Returns what took a field away, and where its words are.
    pub(in crate::app) fn interruption(lines: Vec<String>) -> Self {
        Self::new(PageKind::Interruption, "You were typing", lines)
    }

    pub(super) fn new(kind: PageKind, title: impl Into<String>, lines: Vec<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            lines,
            top: PagePosition::default(),
        }
    }

    /// Returns what the sentence under the cursor stands on; from evidence or a figure, every sentence that rests on
    /// it, or `None` where nothing is spoken from there.
    pub fn provenance(editor: &DraftEditor) -> Option<Self> {
        let (title, lines) = provenance::of(editor)?;
        Some(Self::new(PageKind::Provenance, title, lines))
    }

    /// Returns true where there is such a page.
    pub(in crate::app) fn has_provenance(editor: &DraftEditor) -> bool {
        provenance::is_there(editor)
    }

    pub(super) fn titled(self, title: String) -> Self {
        Self { title, ..self }
    }

    /// Returns true where it lists what a print leaves out.
    pub(in crate::app) fn is_left_out(&self) -> bool {
        matches!(self.kind, PageKind::Print(form) if form.left_out)
    }

    /// Lays out the page in a window; what is to be acknowledged takes no more of it than it needs.
    pub fn laid_out(&self, size: Size) -> OverlayBox {
        match self.kind {
            PageKind::Interruption => layout::overlay(size, 84, 16),
            _ => layout::page(size),
        }
    }

    /// Returns the place of the first row shown in an area: where the page was scrolled to, but never so far that a row
    /// stays empty below its end.
    pub fn position(&self, area: Area) -> PagePosition {
        let PagePosition { line, row } = self.top.min(self.last(area));
        let row = row.min(self.rows(line, area).saturating_sub(1));
        PagePosition { line, row }
    }

    /// Scrolls by so many rows.
    pub fn scroll(&mut self, by: isize, area: Area) {
        let PagePosition { mut line, mut row } = self.position(area);
        let mut left = by.unsigned_abs();
        if by < 0 {
            while left > row && line > 0 {
                left -= row + 1;
                line -= 1;
                row = self.rows(line, area).saturating_sub(1);
            }
            row = row.saturating_sub(left);
        } else {
            let mut below = self.rows(line, area).saturating_sub(row + 1);
            while left > below && line < self.lines.len() {
                left -= below + 1;
                line += 1;
                row = 0;
                below = self.rows(line, area).saturating_sub(1);
            }
            row += left.min(below);
        }
        self.top = PagePosition { line, row };
        self.top = self.position(area);
    }

    /// Returns the place from which on the rest fills an area.
    fn last(&self, area: Area) -> PagePosition {
        let mut left = usize::from(area.height.max(1));
        for line in (0..self.lines.len()).rev() {
            let rows = self.rows(line, area);
            if rows >= left {
                let row = rows - left;
                return PagePosition { line, row };
            }
            left -= rows;
        }
        PagePosition::default()
    }

    /// Returns how many rows a line takes in an area.
    fn rows(&self, line: usize, area: Area) -> usize {
        self.lines.get(line).map_or(0, |line| {
            let (area, words, _) = hanging(line, area);
            text::rows(words, usize::from(area.width.max(1))).len()
        })
    }
}

/// Returns the area for the words of a line, the words, and the sign before them: every row of a line begins where its
/// words do, behind its blanks and the sign of an item.
pub fn hanging(line: &str, area: Area) -> (Area, &str, &str) {
    let blanks = line.len() - line.trim_start_matches(' ').len();
    let rest = line.get(blanks..).unwrap_or_default();
    let sign = ["- ", "· ", "! ", "• "];
    let sign = sign.iter().find(|sign| rest.starts_with(**sign));
    let before = blanks + sign.map_or(0, |sign| sign.len());
    let (before, words) = line.split_at_checked(before).unwrap_or(("", line));
    let columns = u16::try_from(text::width(before)).unwrap_or(u16::MAX);
    // Where there is little room all of it is for words.
    match columns.saturating_mul(3) < area.width {
        true => (area.inset(columns), words, before.trim_start()),
        false => (area, words, ""),
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn page(lines: Vec<String>) -> TextPage {
        TextPage {
            kind: PageKind::Provenance,
            title: String::new(),
            lines,
            top: PagePosition::default(),
        }
    }

    /// Counts the rows before a place.
    fn before(page: &TextPage, area: Area, place: PagePosition) -> usize {
        let lines = (0..place.line).map(|line| page.rows(line, area));
        lines.sum::<usize>() + place.row
    }

    proptest! {
        #[test]
        fn a_page_is_scrolled_row_by_row_and_never_past_its_end(
            lines in vec("[a-z ]{0,60}", 0..20),
            width in 0..30u16,
            height in 0..12u16,
            moves in vec(-30..30isize, 0..8),
            resized in 0..30u16,
        ) {
            let mut page = page(lines);
            let area = Area { width, height, ..Area::default() };
            let all = before(&page, area, PagePosition { line: page.lines.len(), row: 0 });
            let end = all.saturating_sub(usize::from(height.max(1)));
            let mut expected = 0usize;
            for by in moves {
                page.scroll(by, area);
                expected = expected.saturating_add_signed(by).min(end);
                prop_assert_eq!(before(&page, area, page.position(area)), expected);
            }
            // In a window of another size it is not past its end either.
            let area = Area { width: resized, height: resized, ..area };
            let all = before(&page, area, PagePosition { line: page.lines.len(), row: 0 });
            let end = all.saturating_sub(usize::from(resized.max(1)));
            prop_assert!(before(&page, area, page.position(area)) <= end);
        }
    }
}
