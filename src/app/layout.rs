//! The layout of the screen. Both the state machine (to know how wide a text wraps) and the
//! terminal (to draw it) ask here, so that the cursor is always where it seems to be.

mod boxes;

pub use boxes::{OverlayBox, low, overlay, page};

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Column of its left edge.
    pub x: u16,
    /// Row of its top edge.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// Columns and rows of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The size of a terminal that does not know its own.
    const UNKNOWN: Self = Self {
        width: 80,
        height: 24,
    };

    /// The largest size that is drawn. No screen has as many cells; a terminal that says so is wrong, and to believe it
    /// would take all memory.
    const LARGEST: Self = Self {
        width: 1024,
        height: 512,
    };

    /// Returns the size to draw in a terminal that says that it has so many columns and rows.
    pub fn of_terminal(width: u16, height: u16) -> Self {
        let known = |said: u16, unknown: u16, largest: u16| match said {
            0 => unknown,
            said => said.min(largest),
        };
        Self {
            width: known(width, Self::UNKNOWN.width, Self::LARGEST.width),
            height: known(height, Self::UNKNOWN.height, Self::LARGEST.height),
        }
    }

    /// Returns the whole of it.
    pub fn area(self) -> Area {
        Area {
            x: 0,
            y: 0,
            width: self.width,
            height: self.height,
        }
    }
}

/// The three panes of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The headings, on the left.
    #[default]
    Headings,
    /// Findings or fields, in the middle.
    Findings,
    /// The statement, on the right.
    Statement,
}

impl Pane {
    /// Returns the pane to the right; after the last comes the first.
    pub fn next(self) -> Self {
        match self {
            Self::Headings => Self::Findings,
            Self::Findings => Self::Statement,
            Self::Statement => Self::Headings,
        }
    }

    /// Returns the pane to the left; before the first comes the last.
    pub fn previous(self) -> Self {
        self.next().next()
    }
}

/// The areas of a draft's screen; a pane that has no room is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScreenLayout {
    /// The line at the top: which draft, saved or not.
    pub header: Area,
    /// The line at the bottom: the next keys.
    pub footer: Area,
    /// The line above it: the problems. A low window has none.
    pub problems: Area,
    /// The headings.
    pub headings: Option<Area>,
    /// The middle.
    pub findings: Option<Area>,
    /// The statement.
    pub statement: Option<Area>,
}

/// From this width all three panes stand side by side.
pub const THREE_PANES: u16 = 110;
/// From this width two do.
pub const TWO_PANES: u16 = 68;
/// From this height a line is kept for the problems.
pub const WITH_PROBLEMS: u16 = 16;
/// From this height the title of a pane has a rule below it.
const UNDERLINED: u16 = 18;
/// Columns for the text of the statement, at the most: longer rows are hard to follow from one to the next.
pub const MEASURE: u16 = 72;
/// Columns of the headings, at the least and at the most.
const HEADINGS: (u16, u16) = (25, 36);
/// Columns that the findings have before the statement grows to its whole measure.
const FINDINGS: u16 = 46;
/// Columns before the text of the statement: the rule, the signs of the margin and a blank.
const STATEMENT_INDENT: u16 = 3;
/// Columns for the names of headings beside their paragraphs, where there is room for them and the whole measure.
pub const MARGIN_LABEL: u16 = 16;
/// The same at the most, where the statement stands alone.
const WIDE_LABEL: u16 = 24;
/// Columns before the text of a finding: the bar of the selection, the sign of a problem, a blank, its kind, a blank.
pub const FINDING_INDENT: u16 = 5;
/// Columns for the label of a field and the sign of a problem behind it, at the most.
pub const LABEL: u16 = 18;
/// Columns behind the words of a label: a blank, the sign of a problem, a blank.
pub const BEHIND_LABEL: u16 = 3;

/// Lays out a draft's screen. In a narrow window the panes become pages: the one in use is shown,
/// and beside it, while there is room, the one that goes with it.
pub fn editor(size: Size, pane: Pane) -> ScreenLayout {
    let Size { width, height } = size;
    let all = size.area();
    let header = all.top(u16::from(height > 2));
    let foot = u16::from(height > 3);
    let problems = u16::from(height >= WITH_PROBLEMS);
    let left = all.below(header.height);
    let body = left.top(left.height.saturating_sub(foot + problems));
    let mut layout = ScreenLayout {
        problems: all
            .below(height.saturating_sub(foot + problems))
            .top(problems),
        header,
        footer: all.below(height.saturating_sub(foot)),
        ..ScreenLayout::default()
    };
    let column = |x: u16, width: u16| Some(Area { x, width, ..body });
    if width >= THREE_PANES {
        let page = MARGIN_LABEL + STATEMENT_INDENT + MEASURE + 2;
        let left = (HEADINGS.0 + width.saturating_sub(120) / 8).min(HEADINGS.1);
        let right = (width - left - FINDINGS).min(page);
        let middle = width - left - right;
        layout.headings = column(0, left);
        layout.findings = column(left, middle);
        layout.statement = column(left + middle, right);
    } else if width >= TWO_PANES {
        if pane == Pane::Headings {
            let left = HEADINGS.0;
            layout.headings = column(0, left);
            layout.findings = column(left, width - left);
        } else {
            let half = width / 2;
            layout.findings = column(0, half);
            layout.statement = column(half, width - half);
        }
    } else {
        *match pane {
            Pane::Headings => &mut layout.headings,
            Pane::Findings => &mut layout.findings,
            Pane::Statement => &mut layout.statement,
        } = column(0, width);
    }
    layout
}

/// The areas of the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LibraryLayout {
    /// The line at the top.
    pub header: Area,
    /// The list of drafts.
    pub list: Area,
    /// The page beside it, where there is room for one.
    pub preview: Option<Area>,
    /// The line at the bottom: the next keys.
    pub footer: Area,
}

/// From this width a page stands beside the list of drafts.
const WITH_PREVIEW: u16 = 96;

/// Lays out the library. The list has all room, or what the page beside it leaves.
pub fn library(size: Size) -> LibraryLayout {
    let Size { width, height } = size;
    let all = size.area();
    let header = all.top(u16::from(height > 2));
    let foot = u16::from(height > 1);
    let body = all.below(header.height);
    let body = body.top(body.height.saturating_sub(foot));
    let page = match width >= WITH_PREVIEW {
        true => (width * 9 / 20).min(MEASURE + 6),
        false => 0,
    };
    let list = Area {
        width: width - page,
        ..body.below(u16::from(height > 6))
    };
    let preview = Area {
        x: list.width,
        width: page,
        ..body
    };
    LibraryLayout {
        header,
        list,
        preview: (page > 0).then_some(preview),
        footer: all.below(height.saturating_sub(foot)),
    }
}

impl Area {
    /// Returns the first row below it.
    pub fn bottom(self) -> u16 {
        self.y + self.height
    }

    /// Returns one of its rows.
    pub fn row(self, nth: u16) -> Self {
        Self {
            y: self.y + nth,
            height: 1,
            ..self
        }
    }

    /// Returns its first rows.
    pub fn top(self, rows: u16) -> Self {
        Self {
            height: rows,
            ..self
        }
    }

    /// Returns what is left of it without its first rows.
    pub fn below(self, rows: u16) -> Self {
        Self {
            y: self.y + rows,
            height: self.height.saturating_sub(rows),
            ..self
        }
    }

    /// Returns how many columns there are from this one on.
    pub fn room(self, x: u16) -> u16 {
        (self.x + self.width).saturating_sub(x)
    }

    /// Returns the area without so many columns at its right.
    pub fn narrowed(self, columns: u16) -> Self {
        Self {
            width: self.width.saturating_sub(columns),
            ..self
        }
    }

    /// Returns what is left of it without its first columns.
    pub fn inset(self, columns: u16) -> Self {
        Self {
            x: self.x + columns,
            width: self.width.saturating_sub(columns),
            ..self
        }
    }

    /// Returns what is left for the content of a pane: without the rule on its left, its title and a column of
    /// air on its right.
    pub fn content(self) -> Self {
        let rule = u16::from(self.x > 0 && self.width > 8);
        let air = u16::from(self.width > 12);
        let title = match self.height {
            0..3 => 0,
            3..UNDERLINED => 1,
            UNDERLINED.. => 2,
        };
        Self {
            x: self.x + rule,
            y: self.y + title,
            width: self.width.saturating_sub(rule + air),
            height: self.height.saturating_sub(title),
        }
    }
}

/// Lays out the statement in the content of its pane: the columns for the names of headings, none where there is no room
/// for them, and those for its text.
pub fn statement(content: Area) -> (u16, Area) {
    let text = content.inset(STATEMENT_INDENT - 1);
    let text = Area {
        width: text.width.saturating_sub(1),
        ..text
    };
    let label = match text.width >= MARGIN_LABEL + MEASURE * 5 / 6 {
        true => text
            .width
            .saturating_sub(MEASURE)
            .clamp(MARGIN_LABEL, WIDE_LABEL),
        false => 0,
    };
    let text = text.inset(label);
    let width = text.width.min(MEASURE);
    (label, Area { width, ..text })
}

/// Lays out the statement alone: a line at the top, the page in the middle of the screen, the line of keys.
pub fn aloud(size: Size) -> (Area, Area, Area) {
    let all = size.area();
    let head = all.top(u16::from(all.height > 2));
    let foot = u16::from(all.height > 3);
    let air = u16::from(all.height >= UNDERLINED);
    let body = all.below(head.height + air);
    let width = (WIDE_LABEL + STATEMENT_INDENT + MEASURE).min(all.width);
    let page = Area {
        x: (all.width - width) / 2,
        width,
        ..body.top(body.height.saturating_sub(foot))
    };
    (head, page, all.below(all.height - foot))
}

/// Moves a place in a list, staying within so many items.
pub(super) fn step(at: &mut usize, by: isize, many: usize) {
    *at = at.saturating_add_signed(by).min(many.saturating_sub(1));
}

/// Columns for the label of a field in a pane's content of this width, where the widest label takes so many.
pub fn label_width(content: u16, widest: u16) -> u16 {
    (widest + BEHIND_LABEL).min(LABEL).min(content * 9 / 20)
}

/// Columns for the value of a field.
pub fn value_width(content: u16, widest: u16) -> u16 {
    content
        .saturating_sub(2 + label_width(content, widest))
        .max(1)
}

/// Columns for the text of a finding.
pub fn finding_width(content: u16) -> u16 {
    content.saturating_sub(FINDING_INDENT).max(1)
}
