//! The faces of the font that comes with Assay: which letters there are, and how much room they take.

use std::borrow::Cow;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider as _;
use skrifa::raw::tables::kern::SubtableKind;
use skrifa::{FontRef, MetadataProvider as _};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::render::formats::html::is_no_character;
use crate::text::composed;

const REGULAR: &[u8] = include_bytes!("../../../../assets/font/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../assets/font/NotoSans-Bold.ttf");

/// Units of the font that an em has.
const EM: f32 = 1000.0;

/// The part of an em by which a digit in a box is smaller, and the room beside two and beside three of them.
pub(super) const DIGIT: f32 = 0.4;
const BESIDE: f32 = 0.2;

/// A weight of the font.
pub(super) struct Face {
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    pairs: Option<SubtableKind<'static>>,
    /// The glyphs of ASCII with their widths, which are nearly all that is looked up.
    ascii: Vec<Option<(skrifa::GlyphId, f32)>>,
    data: &'static [u8],
}

/// The weights of the font.
pub(super) struct Faces {
    pub(super) regular: Face,
    pub(super) bold: Face,
}

impl Faces {
    /// Returns the faces; none where a font is none, which a test rules out.
    pub(super) fn new() -> Option<Self> {
        Some(Self {
            regular: Face::new(REGULAR)?,
            bold: Face::new(BOLD)?,
        })
    }

    pub(super) fn of(&self, bold: bool) -> &Face {
        if bold { &self.bold } else { &self.regular }
    }
}

/// A part of a text that is drawn as it stands, or a letter that the font lacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Segment<'a> {
    pub(super) text: &'a str,
    pub(super) lacking: bool,
    /// Where it begins and how wide it is, in ems.
    pub(super) x: f32,
    pub(super) width: f32,
}

/// Returns a text in which letters are whole, where there is such a letter: the font has marks for what is left. Code
/// points that are no characters are shown as such.
pub(super) fn whole(text: &str) -> Cow<'_, str> {
    match composed(text) {
        text if text.contains(is_no_character) => {
            Cow::Owned(text.replace(is_no_character, "\u{fffd}"))
        }
        text => text,
    }
}

/// Returns true where a character has no look of its own beside another that the font lacks.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Returns true where words of a letter are written from right to left.
fn is_from_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Returns how many of these parts are written from right to left, with the blanks between them.
fn from_right(parts: &[Segment<'_>]) -> usize {
    let turned = |it: &Segment<'_>| it.lacking && it.text.chars().any(is_from_right);
    let begin = parts.iter().take_while(|it| turned(it) || it.text == " ");
    let many = begin.count();
    let begun = parts.get(..many).unwrap_or_default();
    match begun.first() {
        Some(first) if turned(first) => begun.iter().rposition(turned).map_or(0, |it| it + 1),
        _ => 0,
    }
}

/// Returns the characters of a letter that are drawn as boxes.
pub(super) fn boxed(lacking: &str) -> impl Iterator<Item = char> {
    let all_silent = lacking.chars().all(is_silent);
    lacking
        .chars()
        .filter(move |it| all_silent || !is_silent(*it))
}

/// Returns the number of a character as it stands in its box: two rows of two digits, or of three.
pub(super) fn number(letter: char) -> [String; 2] {
    let code = u32::from(letter);
    let digits = if code > 0xffff { 3 } else { 2 };
    let row = |code: u32| format!("{code:0digits$X}");
    [
        row(code >> (4 * digits)),
        row(code & ((1 << (4 * digits)) - 1)),
    ]
}

impl Face {
    fn new(data: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(data).ok()?;
        let pairs = font.kern().ok();
        let pairs = pairs.and_then(|it| it.subtables().next()?.ok()?.kind().ok());
        let mut face = Self {
            letters: font.charmap(),
            widths: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            pairs,
            ascii: Vec::new(),
            data,
        };
        face.ascii = (0..128u8).map(|it| face.look_up(it.into())).collect();
        Some(face)
    }

    /// Returns the font as it is put into a document.
    pub(super) fn font(&self) -> Option<Font> {
        Font::new(self.data.into(), 0)
    }

    fn look_up(&self, letter: char) -> Option<(skrifa::GlyphId, f32)> {
        let glyph = self.letters.map(letter)?;
        let width = self.widths.advance_width(glyph)?;
        Some((glyph, width / EM))
    }

    fn glyph(&self, letter: char) -> Option<(skrifa::GlyphId, f32)> {
        match self.ascii.get(letter as usize) {
            Some(known) => *known,
            None => self.look_up(letter),
        }
    }

    fn lacks(&self, letter: char) -> bool {
        self.glyph(letter).is_none()
    }

    /// Returns the characters that are drawn as boxes.
    pub(super) fn lacking(&self, text: &str) -> Vec<char> {
        let lacking = self.parts(text).into_iter().filter(|it| it.lacking);
        lacking
            .flat_map(|it| boxed(it.text))
            .filter(|it| self.lacks(*it))
            .collect()
    }

    /// Returns how much closer than their widths say two letters stand, in ems.
    fn pair(&self, left: skrifa::GlyphId, right: skrifa::GlyphId) -> f32 {
        let Some(SubtableKind::Format0(pairs)) = &self.pairs else {
            return 0.0;
        };
        let units = pairs.kerning(left, right).unwrap_or_default();
        i16::try_from(units).map_or(0.0, f32::from) / EM
    }

    /// Returns the parts of a text as they are read: what the font has, and each letter that it lacks. What is written from
    /// right to left is set so.
    pub(super) fn segments<'a>(&self, text: &'a str) -> Vec<Segment<'a>> {
        let mut segments = self.parts(text);
        let mut x = 0.0;
        let mut at = 0;
        while let Some(rest) = segments.get_mut(at..).filter(|it| !it.is_empty()) {
            let many = from_right(rest).max(1);
            let own = rest.get_mut(..many).unwrap_or_default();
            let end = x + own.iter().map(|it| it.width).sum::<f32>();
            let mut right = end;
            for segment in own {
                right -= segment.width;
                // One alone begins where it stands.
                segment.x = if many > 1 { right } else { x };
            }
            x = end;
            at += many;
        }
        segments
    }

    /// Returns the parts of a text, each with its width.
    fn parts<'a>(&self, text: &'a str) -> Vec<Segment<'a>> {
        let segment = |text: &'a str, lacking| {
            let width = match lacking {
                true => boxed(text).map(|it| self.box_width(it)).sum(),
                false => self.had_width(text),
            };
            Segment {
                text,
                lacking,
                x: 0.0,
                width,
            }
        };
        if !text.chars().any(|it| self.lacks(it)) {
            return vec![segment(text, false)];
        }
        let mut parts = Vec::new();
        let mut had = 0;
        for (at, letter) in text.grapheme_indices(true) {
            if letter.chars().any(|it| self.lacks(it)) {
                let before = text.get(had..at).filter(|it| !it.is_empty());
                parts.extend(before.map(|it| segment(it, false)));
                parts.push(segment(letter, true));
                had = at + letter.len();
            }
        }
        let rest = text.get(had..).filter(|it| !it.is_empty());
        parts.extend(rest.map(|it| segment(it, false)));
        parts
    }

    /// Returns the glyphs of a text that the font has, and their width in ems.
    pub(super) fn glyphs(&self, text: &str) -> (Vec<KrillaGlyph>, f32) {
        let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(text.len());
        let mut width = 0.0;
        let mut before = None;
        for (at, letter) in text.char_indices() {
            let Some((glyph, advance)) = self.glyph(letter) else {
                continue;
            };
            if let (Some(left), Some(last)) = (before, glyphs.last_mut()) {
                let closer = self.pair(left, glyph);
                last.x_advance += closer;
                width += closer;
            }
            let range = at..at + letter.len_utf8();
            let id = GlyphId::new(glyph.to_u32());
            glyphs.push(KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, range, None));
            width += advance;
            before = Some(glyph);
        }
        (glyphs, width)
    }

    /// Returns blanks of this width in ems that stand for a letter: one at either end, by which readers know how wide it is.
    pub(super) fn blank(&self, letter: &str, width: f32) -> Vec<KrillaGlyph> {
        let Some((glyph, own)) = self.glyph(' ') else {
            return Vec::new();
        };
        let id = GlyphId::new(glyph.to_u32());
        let blank = |width| KrillaGlyph::new(id, width, 0.0, 0.0, 0.0, 0..letter.len(), None);
        vec![blank(width - own), blank(own)]
    }

    /// Returns the width of a text in ems, whatever the font has of it.
    pub(super) fn width(&self, text: &str) -> f32 {
        if text.is_ascii() {
            return self.had_width(text);
        }
        self.parts(text).iter().map(|it| it.width).sum()
    }

    /// Returns the width of a text that the font has.
    fn had_width(&self, text: &str) -> f32 {
        let mut width = 0.0;
        let mut before = None;
        for (glyph, advance) in text.chars().filter_map(|it| self.glyph(it)) {
            if let Some(left) = before {
                width += self.pair(left, glyph);
            }
            width += advance;
            before = Some(glyph);
        }
        width
    }

    /// Returns the room of a box with the number of a character in it, in ems.
    pub(super) fn box_width(&self, letter: char) -> f32 {
        let [row, _] = number(letter);
        // Digits are all of one width.
        let digits: f32 = row
            .chars()
            .map(|_| self.glyph('0').map_or(0.5, |it| it.1))
            .sum();
        digits * DIGIT + BESIDE
    }
}
