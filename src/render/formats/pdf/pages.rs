//! Bands into pages.

use std::collections::HashMap;

use super::lines::LinkPlace;
use super::story::{PageBand, Story};

/// A band on its page.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedBand {
    pub(super) band: usize,
    /// Its upper edge, from the top of the room for words.
    pub(super) y: f32,
    /// True where it says again what stands on an earlier page.
    pub(super) repeated: bool,
}

/// A document that is cut into pages.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) pages: Vec<Vec<PlacedBand>>,
    /// The page and the height of each place that something leads to.
    pub(super) places: HashMap<LinkPlace, (usize, f32)>,
}

/// Cuts a story into pages that have this much room for words.
pub(super) fn pages(story: &Story<'_>, room: f32) -> Pages {
    let mut cutter = PageCutter {
        story,
        room,
        pages: Pages::default(),
        page: Vec::new(),
        y: 0.0,
    };
    let mut from = 0;
    while from < story.bands.len() {
        let rest = story.bands.get(from..).unwrap_or_default();
        let glued = rest.iter().take_while(|it| it.glued).count();
        let chunk = rest.get(..=glued).unwrap_or(rest);
        cutter.chunk(from, chunk);
        from += chunk.len().max(1);
    }
    cutter.turn();
    cutter.pages
}

struct PageCutter<'a, 'b> {
    story: &'a Story<'b>,
    room: f32,
    pages: Pages,
    page: Vec<PlacedBand>,
    y: f32,
}

impl PageCutter<'_, '_> {
    /// Places bands that stand on one page where they fit one.
    fn chunk(&mut self, from: usize, bands: &[PageBand]) {
        let height: f32 = bands.iter().map(|it| it.before + it.height).sum();
        let fits = self.y + height <= self.room;
        if !fits && !self.page.is_empty() && height <= self.room {
            self.turn();
            self.repeat(from, bands.first());
        }
        for (at, band) in bands.iter().enumerate() {
            let before = if self.page.is_empty() {
                0.0
            } else {
                band.before
            };
            if self.y + before + band.height > self.room && !self.page.is_empty() {
                self.turn();
                self.repeat(from + at, Some(band));
            }
            self.place(from + at, band, false);
        }
    }

    fn place(&mut self, at: usize, band: &PageBand, repeated: bool) {
        if !self.page.is_empty() {
            self.y += band.before;
        }
        if !repeated {
            for place in &band.places {
                let page = self.pages.pages.len();
                self.pages.places.insert(*place, (page, self.y));
            }
        }
        let y = self.y;
        self.page.push(PlacedBand {
            band: at,
            y,
            repeated,
        });
        self.y += band.height;
    }

    /// Says the head of a table again, where a page begins within one.
    fn repeat(&mut self, at: usize, band: Option<&PageBand>) {
        let head = band
            .and_then(|it| it.head)
            .and_then(|it| self.story.heads.get(it));
        let Some((first, end)) = head.copied().filter(|(_, end)| *end <= at) else {
            return;
        };
        for at in first..end {
            if let Some(band) = self.story.bands.get(at) {
                self.place(at, band, true);
            }
        }
    }

    /// Begins the next page.
    fn turn(&mut self) {
        self.pages.pages.push(std::mem::take(&mut self.page));
        self.y = 0.0;
    }
}
