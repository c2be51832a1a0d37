//! Drawing: what the state holds, as cells. One file a part of the screen.
//!
//! The parts draw on rows, and not on cells: of a row on which the same is drawn as in the frame before, nothing is set,
//! compared or sent.

mod aloud;
mod bars;
mod chart;
mod comparison;
mod dialog;
mod display_list;
mod editor;
mod findings;
mod footer;
mod headings;
mod inspection;
mod library;
mod list;
mod mapping;
mod marking;
mod overlay;
mod paint;
mod paragraph_label;
mod picker;
mod pointer;
mod problems;
mod prose;
mod question;
mod shown;
mod statement;
mod sweep;
mod tone;
mod walk;
mod wrapping;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use self::display_list::DisplayList;
use self::paint::Painter;
use self::shown::ShownScreen;
use self::statement::StatementView;
use super::styles::Styles;
use crate::app::layout::Area;
use crate::app::{Overlay, PointerTarget, State, theme_looked_at};
use crate::config::{StyleRole, Theme};

/// State that drawing keeps between frames: where lists are scrolled to, how paragraphs wrap. Losing it
/// costs no more than a jump.
#[derive(Debug)]
pub struct View {
    styles: Styles,
    /// The styles of the themes that can be chosen, by their names.
    themes: Vec<(String, Styles)>,
    statement: StatementView,
    /// The first row shown of the middle pane, and the lines of it that are above the edge.
    middle: usize,
    /// The first draft shown of the library.
    library: usize,
    /// The scroll positions of an inspection.
    inspection: inspection::InspectionScroll,
    /// The first choice shown of a list.
    list: usize,
    /// The things to which the mouse can point in the last frame, where they stand.
    targets: Vec<(Area, PointerTarget)>,
    /// True where the mouse was caught when the program began: where it is not, nobody asks what stands where.
    mouse: bool,
    /// The frame that is drawn, and the one that is shown.
    display: DisplayList,
    shown: ShownScreen,
    /// True where the window has had another size since, be it this one again: what the terminal kept of it nobody knows.
    window_changed: bool,
}

impl View {
    /// Returns a view in a theme.
    pub fn new(theme: &Theme) -> Self {
        Self {
            styles: Styles::new(theme),
            themes: Vec::new(),
            statement: StatementView::default(),
            middle: 0,
            library: 0,
            inspection: inspection::InspectionScroll::default(),
            list: 0,
            targets: Vec::new(),
            mouse: false,
            display: DisplayList::default(),
            shown: ShownScreen::default(),
            window_changed: false,
        }
    }

    /// Returns the same view with themes to choose from.
    #[must_use]
    pub fn with_themes(mut self, themes: &[(String, Theme)]) -> Self {
        let styles = |(name, theme): &(String, Theme)| (name.clone(), Styles::new(theme));
        self.themes = themes.iter().map(styles).collect();
        self
    }

    /// Returns the same view, which knows what stands where if the mouse is caught.
    #[must_use]
    pub fn with_mouse(mut self, mouse: bool) -> Self {
        self.mouse = mouse;
        self
    }

    /// Returns what is shown at a cell of the last frame.
    pub(super) fn shown_at(&self, (x, y): (u16, u16)) -> Option<PointerTarget> {
        let is_at = |area: &Area| {
            (area.x..area.x + area.width).contains(&x) && (area.y..area.bottom()).contains(&y)
        };
        let mut targets = self.targets.iter().rev();
        targets
            .find(|(area, _)| is_at(area))
            .map(|(_, target)| *target)
    }

    /// Forgets what the terminal shows, which was emptied: the next frame is sent whole.
    pub fn forget(&mut self) {
        self.shown.forget();
    }

    /// Takes note that the window has changed.
    pub(super) fn window_changed(&mut self) {
        self.window_changed = true;
    }

    /// Returns true where it has, once.
    pub(super) fn take_window_change(&mut self) -> bool {
        std::mem::take(&mut self.window_changed)
    }

    /// Draws a frame, and sends what it changes.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn draw<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        state: &State,
    ) -> Result<(), B::Error> {
        terminal.autoresize()?;
        let area = terminal.get_frame().area();
        let cursor = self.draw_list(area, state);
        let cursor = cursor.map(|(x, y)| Position::new(x, y));
        self.shown.show(terminal, area, &mut self.display, cursor)
    }

    /// Draws a frame of this size. Returns the cell of the cursor.
    fn draw_list(&mut self, area: Rect, state: &State) -> Option<(u16, u16)> {
        let mut cursor = None;
        // A theme is seen before it is chosen.
        let wanted = theme_looked_at(&state.overlays).or(state.theme.as_deref());
        let mut themes = self.themes.iter();
        let wanted = wanted.and_then(|wanted| themes.find(|(name, _)| name == wanted));
        let styles = wanted.map_or(&self.styles, |(_, styles)| styles);
        let mouse = state.mouse.unwrap_or(self.mouse);
        self.display.begin(area);
        let mut painter = Painter::new(&mut self.display, state, styles, mouse);
        // A frame begins empty; only a theme with a background of its own has more to do.
        if styles.ground() != Style::default() {
            painter.clear(area_of(area), StyleRole::Text);
        }
        match (&state.editor, &state.grid) {
            (Some(editor), _) if state.read_aloud().is_some() => {
                aloud::draw(&mut painter, editor, &mut self.statement);
            }
            (Some(editor), _) => {
                let memory = editor::EditorViewCache {
                    middle: &mut self.middle,
                    statement: &mut self.statement,
                };
                cursor = editor::draw(&mut painter, editor, memory);
            }
            (None, Some(grid)) => {
                inspection::draw(&mut painter, grid, &mut self.inspection);
            }
            (None, None) => library::draw(&mut painter, &mut self.library),
        }
        // Of two lists one upon the other the upper one is looked at: what is left of the lower would be taken for a part of it.
        let top = state.overlays.last().map(Overlay::scope);
        let last = state.overlays.len().saturating_sub(1);
        let overlays = state.overlays.iter().enumerate();
        for (_, overlay) in overlays.filter(|(nth, it)| *nth == last || Some(it.scope()) != top) {
            if !matches!(overlay, Overlay::Aloud(_)) {
                painter.cover();
            }
            cursor = overlay::draw(&mut painter, overlay, &mut self.list);
        }
        // What is chosen stays in sight as what is typed does.
        let chosen = cursor.or(painter.choice().filter(|_| state.overlays.is_empty()));
        bars::status(&mut painter, chosen);
        // Where nothing is lit, a screen is read from its beginning.
        let cursor = cursor.or(painter.choice()).or(Some((0, 0)));
        self.targets = painter.into_targets();
        cursor.filter(|(x, y)| *x < area.width && *y < area.height)
    }
}

fn area_of(rect: Rect) -> Area {
    Area {
        x: rect.x,
        y: rect.y,
        width: rect.width,
        height: rect.height,
    }
}
