//! Pages as PDF: what is drawn, with its tags, and what leads where.

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::page::Page;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::Font;

use super::face::{DIGIT, Face, Faces, boxed, number};
use super::lines::{LineStretch, LinkPlace};
use super::pages::{Pages, PlacedBand};
use super::story::{Drawn, MEASURE, Story};

/// The colour of lines between rows, and the widths of thin and thick ones.
const RULE: u32 = 0x8a9096;
const THIN: f32 = 0.5;
const THICK: f32 = 1.2;

/// The part of a line that its letters stand above.
const BASELINE: f32 = 0.76;

/// The left margin.
pub(super) const LEFT: f32 = 72.0;

/// The faces as they stand in the document, to draw with.
pub(super) struct FontPen<'a> {
    pub(super) faces: &'a Faces,
    pub(super) regular: Font,
    pub(super) bold: Font,
}

/// A link that waits for its page to be drawn.
struct WaitingLink {
    slot: usize,
    place: LinkPlace,
    area: Rect,
}

/// A document while it is drawn.
pub(super) struct Drawing<'a> {
    pub(super) pen: FontPen<'a>,
    pub(super) story: &'a Story<'a>,
    pub(super) pages: &'a Pages,
    /// The upper edge of the room for words.
    pub(super) top: f32,
    /// The marks of all that was drawn, by its place in the tree.
    pub(super) slots: Vec<Vec<Identifier>>,
}

fn fill(colour: u32) -> Fill {
    let [_, red, green, blue] = colour.to_be_bytes();
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}

fn rectangle(area: Rect) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(area);
    path.finish()
}

/// Marks what is drawn as nothing that is read.
fn artifact(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}

impl FontPen<'_> {
    fn face(&self, bold: bool) -> (&Face, &Font) {
        match bold {
            true => (&self.faces.bold, &self.bold),
            false => (&self.faces.regular, &self.regular),
        }
    }

    /// Draws words whose line has its upper edge at `y`. Each part is handed to what marks it.
    fn stretch(
        &self,
        surface: &mut Surface<'_>,
        (x, y): (f32, f32),
        stretch: &LineStretch,
        mut mark: impl FnMut(&mut Surface<'_>, &dyn Fn(&mut Surface<'_>)),
    ) {
        let look = stretch.span.look;
        let (face, font) = self.face(look.bold);
        let y = y + look.leading * BASELINE;
        let x = x + stretch.x;
        let segments = face.segments(&stretch.span.text);
        if segments.is_empty() {
            mark(surface, &|_| {});
        }
        for segment in segments {
            let (x, text) = (x + segment.x * look.size, segment.text);
            let start = Point::from_xy(x, y);
            let glyphs = match segment.lacking {
                // A blank stands for it, so that whoever searches, copies or listens finds the letter itself.
                true => face.blank(text, segment.width),
                false => face.glyphs(text).0,
            };
            mark(surface, &|surface| {
                surface.set_fill(Some(fill(look.ink)));
                surface.draw_glyphs(start, &glyphs, font.clone(), text, look.size, false);
                let boxes = boxed(text).filter(|_| segment.lacking);
                let mut x = x;
                for letter in boxes {
                    let width = face.box_width(letter) * look.size;
                    self.lacking(surface, (x, y), letter, (width, look.size), look.ink);
                    x += width;
                }
            });
        }
    }

    /// Draws a box with the number of a character that the font lacks. The digits are drawn and not written: nobody reads
    /// them as words.
    fn lacking(
        &self,
        surface: &mut Surface<'_>,
        (x, y): (f32, f32),
        letter: char,
        (width, size): (f32, f32),
        ink: u32,
    ) {
        let (face, font) = self.face(false);
        let gap = 0.05 * size;
        let (above, below) = (0.80 * size, 0.14 * size);
        let frame = Rect::from_ltrb(x + gap, y - above, x + width - gap, y + below);
        if let Some(path) = frame.and_then(rectangle) {
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: fill(ink).paint,
                width: 0.04 * size,
                ..Stroke::default()
            }));
            surface.draw_path(&path);
            surface.set_stroke(None);
            surface.set_fill(Some(fill(ink)));
        }
        for (nth, row) in number(letter).iter().enumerate() {
            let (glyphs, length) = face.glyphs(row);
            let x = x + (width - length * size * DIGIT) / 2.0;
            let y = y - if nth == 0 { 0.40 } else { 0.01 } * size;
            let start = Point::from_xy(x, y);
            surface.draw_glyphs(start, &glyphs, font.clone(), row, size * DIGIT, true);
        }
    }

    /// Draws lines at the edge of a page, in the middle, which are no part of what is read.
    pub(super) fn edge(
        &self,
        surface: &mut Surface<'_>,
        (kind, y): (ArtifactType, f32),
        lines: &[Vec<LineStretch>],
    ) {
        artifact(surface, kind, |surface| {
            let mut y = y;
            for line in lines {
                let end = line.last().map_or(0.0, |it| it.x + it.width);
                let x = LEFT + (MEASURE - end).max(0.0) / 2.0;
                for stretch in line {
                    self.stretch(surface, (x, y), stretch, |surface, draw| draw(surface));
                }
                y += line.first().map_or(0.0, |it| it.span.look.leading);
            }
        });
    }
}

impl Drawing<'_> {
    /// Draws the words of a page, and what leads elsewhere from it.
    pub(super) fn page(
        &mut self,
        page: &mut Page<'_>,
        placed: &[PlacedBand],
        edges: impl Fn(&FontPen<'_>, &mut Surface<'_>, bool),
    ) {
        let mut links = Vec::new();
        {
            let mut surface = page.surface();
            edges(&self.pen, &mut surface, true);
            let mut rest = placed;
            while let Some(first) = rest.first() {
                let row = |it: &PlacedBand| {
                    let band = self.story.bands.get(it.band);
                    (band.and_then(|band| band.row), it.repeated)
                };
                let one = row(first);
                let many = match one.0 {
                    Some(_) => rest.iter().take_while(|it| row(it) == one).count(),
                    None => 1,
                };
                let (row, after) = rest.split_at_checked(many).unwrap_or((rest, &[]));
                self.row(&mut surface, row, &mut links);
                rest = after;
            }
            edges(&self.pen, &mut surface, false);
            surface.finish();
        }
        for link in links {
            self.link(page, link);
        }
    }

    /// Draws a line of words, or the lines of a row on a page: cell by cell, as they are read.
    fn row(&mut self, surface: &mut Surface<'_>, row: &[PlacedBand], links: &mut Vec<WaitingLink>) {
        let story = self.story;
        let mut all: Vec<(usize, f32, f32, &Drawn)> = Vec::new();
        for placed in row {
            if let Some(band) = story.bands.get(placed.band) {
                let drawn = band.drawn.iter();
                all.extend(drawn.map(|(cell, it)| (*cell, self.top + placed.y, band.height, it)));
            }
        }
        all.sort_by_key(|(cell, _, _, drawn)| match drawn {
            // What is behind words comes before all of them.
            Drawn::Ground { .. } => (0, 0),
            _ => (1, *cell),
        });
        if row.first().is_some_and(|it| it.repeated) {
            let pen = &self.pen;
            return artifact(surface, ArtifactType::PaginationOther, |surface| {
                for (_, y, height, drawn) in all {
                    pen.again(surface, (y, height), drawn);
                }
            });
        }
        for (_, top, height, drawn) in all {
            match drawn {
                Drawn::Words { x, y, stretch } => {
                    self.words(surface, (LEFT + x, top + y), stretch, links);
                }
                shape => artifact(surface, ArtifactType::Layout, |surface| {
                    draw_shape(surface, (top, height), shape);
                }),
            }
        }
    }

    fn words(
        &mut self,
        surface: &mut Surface<'_>,
        (x, y): (f32, f32),
        stretch: &LineStretch,
        links: &mut Vec<WaitingLink>,
    ) {
        let slot = stretch.span.slot;
        let drawn = self.slots.get_mut(slot);
        let mut marks = Vec::new();
        self.pen.stretch(surface, (x, y), stretch, |surface, draw| {
            let tag = ContentTag::Span(SpanTag::empty());
            marks.push(surface.start_tagged(tag));
            draw(surface);
            surface.end_tagged();
        });
        if let Some(drawn) = drawn {
            drawn.extend(marks);
        }
        let x = x + stretch.x;
        let area = Rect::from_ltrb(x, y, x + stretch.width, y + stretch.span.look.leading);
        if let (Some(place), Some(area)) = (stretch.span.link, area) {
            links.push(WaitingLink { slot, place, area });
        }
    }

    fn link(&mut self, page: &mut Page<'_>, link: WaitingLink) {
        let Some(destination) = self.destination(link.place) else {
            return;
        };
        let says = match link.place {
            LinkPlace::Note(number) => format!("Note {number}"),
            LinkPlace::Evidence(number) => format!("Evidence {number}"),
            LinkPlace::Heading(_) => "Heading".to_owned(),
        };
        let target = Target::Destination(destination.into());
        let annotation = LinkAnnotation::new(link.area, target);
        let mark = page.add_tagged_annotation(Annotation::new_link(annotation, Some(says)));
        if let Some(drawn) = self.slots.get_mut(link.slot) {
            drawn.push(mark);
        }
    }

    /// Returns where a link leads to.
    pub(super) fn destination(&self, place: LinkPlace) -> Option<XyzDestination> {
        let (page, y) = self.pages.places.get(&place)?;
        // A little above, so that the words are not at the very edge of a window.
        let point = Point::from_xy(0.0, (self.top + y - 6.0).max(0.0));
        Some(XyzDestination::new(*page, point))
    }
}

impl FontPen<'_> {
    /// Draws what stands on an earlier page too.
    fn again(&self, surface: &mut Surface<'_>, (top, height): (f32, f32), drawn: &Drawn) {
        match drawn {
            Drawn::Words { x, y, stretch } => {
                let at = (LEFT + x, top + y);
                self.stretch(surface, at, stretch, |surface, draw| draw(surface));
            }
            shape => draw_shape(surface, (top, height), shape),
        }
    }
}

/// Draws what is no words.
fn draw_shape(surface: &mut Surface<'_>, (top, height): (f32, f32), shape: &Drawn) {
    let bottom = top + height;
    let (area, colour) = match shape {
        Drawn::Words { .. } => return,
        Drawn::Ground { x, width, colour } => {
            let left = LEFT + x;
            // The line above it stays whole.
            (
                Rect::from_ltrb(left, top + THIN, left + width, bottom),
                *colour,
            )
        }
        Drawn::Rule { thick } => {
            let width = if *thick { THICK } else { THIN };
            let rule = Rect::from_ltrb(LEFT, bottom - width, LEFT + MEASURE, bottom);
            (rule, RULE)
        }
    };
    if let Some(path) = area.and_then(rectangle) {
        surface.set_fill(Some(fill(colour)));
        surface.draw_path(&path);
    }
}
