//! Words into lines: ragged, with no word broken that fits a line.

use unicode_segmentation::UnicodeSegmentation as _;

use super::face::Faces;

/// The look of words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextLook {
    pub(super) bold: bool,
    /// In points, as all lengths are.
    pub(super) size: f32,
    /// From one line to the next.
    pub(super) leading: f32,
    /// The colour.
    pub(super) ink: u32,
}

/// A place that a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum LinkPlace {
    Note(usize),
    Evidence(usize),
    Heading(usize),
}

/// Words of one look, in one place of the tree of tags.
#[derive(Clone, Debug)]
pub(super) struct TextSpan {
    pub(super) text: String,
    pub(super) look: TextLook,
    pub(super) slot: usize,
    pub(super) link: Option<LinkPlace>,
}

/// A part of a line: words of one span, where they begin and how much room they take.
#[derive(Clone, Debug)]
pub(super) struct LineStretch {
    pub(super) span: TextSpan,
    pub(super) x: f32,
    pub(super) width: f32,
}

/// A stretch that no line is broken in: parts of words, each with the number of its span.
#[derive(Default)]
struct LineToken<'a> {
    parts: Vec<(usize, &'a str)>,
    width: f32,
    /// The span of the blank before it; none where it goes on what stands before.
    blank: Option<usize>,
}

impl LineToken<'_> {
    /// Returns true where a reader would take its last sign for one that a broken word has.
    fn ends_with_hyphen(&self) -> bool {
        let last = self.parts.last().map(|(_, text)| *text);
        last.is_some_and(|text| text.ends_with(['-', '\u{2010}', '\u{ad}']))
    }
}

/// Sets spans as lines of this measure. There is always one, though it may have nothing in it.
pub(super) fn lines(spans: &[TextSpan], measure: f32, faces: &Faces) -> Vec<Vec<LineStretch>> {
    let tokens = tokens(spans, measure, faces);
    let blank = |of: Option<usize>| {
        let span = of.and_then(|it| spans.get(it));
        span.map_or(0.0, |it| faces.of(it.look.bold).width(" ") * it.look.size)
    };
    let mut lines: Vec<Vec<&LineToken<'_>>> = Vec::new();
    let mut line: Vec<&LineToken<'_>> = Vec::new();
    let mut width = 0.0;
    for token in &tokens {
        let room = blank(token.blank) + token.width;
        if !line.is_empty() && width + room > measure {
            let moved = moved(&mut line, measure - room, &blank);
            lines.push(std::mem::replace(&mut line, moved));
            width = set_width(&line, &blank);
        }
        width += if line.is_empty() { token.width } else { room };
        line.push(token);
    }
    lines.push(line);
    let mut next_blanks: Vec<bool> = lines
        .iter()
        .skip(1)
        .map(|line| line.first().is_some_and(|it| it.blank.is_some()))
        .collect();
    next_blanks.push(false);
    let ends = lines.iter().zip(next_blanks);
    let mut set: Vec<Vec<LineStretch>> = ends
        .map(|(line, goes_on)| stretches(line, goes_on, spans, faces))
        .collect();
    // What is empty has its place in the tree all the same.
    if let (Some(first), Some(span)) = (set.first_mut(), spans.first())
        && first.is_empty()
    {
        first.push(LineStretch {
            span: TextSpan {
                text: String::new(),
                ..span.clone()
            },
            x: 0.0,
            width: 0.0,
        });
    }
    set
}

/// Returns the width of words on a line of their own.
fn set_width(line: &[&LineToken<'_>], blank: &impl Fn(Option<usize>) -> f32) -> f32 {
    let rooms = line.iter().enumerate();
    let rooms = rooms.map(|(nth, it)| it.width + if nth > 0 { blank(it.blank) } else { 0.0 });
    rooms.sum()
}

/// Takes words from the end of a line until it ends with no hyphen, which whoever reads the lines would take for one that
/// joins what stands on both. Nothing is taken where the next line has not so much room, or the line would be empty.
fn moved<'a, 'b>(
    line: &mut Vec<&'b LineToken<'a>>,
    room: f32,
    blank: &impl Fn(Option<usize>) -> f32,
) -> Vec<&'b LineToken<'a>> {
    let last = line.iter().rposition(|it| !it.ends_with_hyphen());
    let moved = last.and_then(|it| line.get(it + 1..)).unwrap_or_default();
    if set_width(moved, blank) > room {
        return Vec::new();
    }
    line.split_off(line.len() - moved.len())
}

/// Returns the words of spans; one that is wider than a line in as many pieces as it takes.
fn tokens<'a>(spans: &'a [TextSpan], measure: f32, faces: &Faces) -> Vec<LineToken<'a>> {
    let mut tokens: Vec<LineToken<'a>> = Vec::new();
    let mut blank = None;
    let mut begun = false;
    for (nth, span) in spans.iter().enumerate() {
        for (at, part) in span.text.split(' ').enumerate() {
            if at > 0 {
                blank = Some(nth);
                begun = false;
            }
            if part.is_empty() {
                continue;
            }
            if !begun {
                let blank = blank.take().filter(|_| !tokens.is_empty());
                tokens.push(LineToken {
                    blank,
                    ..LineToken::default()
                });
                begun = true;
            }
            let face = faces.of(span.look.bold);
            let width = face.width(part) * span.look.size;
            match tokens.last_mut() {
                Some(token) if token.width + width <= measure => {
                    token.parts.push((nth, part));
                    token.width += width;
                }
                _ => pieces(&mut tokens, (nth, part), measure, |it| {
                    face.width(it) * span.look.size
                }),
            }
        }
    }
    tokens
}

/// Adds a part that makes a word too wide, piece by piece.
fn pieces<'a>(
    tokens: &mut Vec<LineToken<'a>>,
    (nth, part): (usize, &'a str),
    measure: f32,
    width: impl Fn(&str) -> f32,
) {
    let (mut from, mut good) = (0, 0);
    let mut room = tokens.last().map_or(0.0, |it| it.width);
    let add = |tokens: &mut Vec<LineToken<'a>>, piece: Option<&'a str>| {
        let piece = piece.filter(|it| !it.is_empty());
        if let (Some(piece), Some(token)) = (piece, tokens.last_mut()) {
            token.parts.push((nth, piece));
            token.width += width(piece);
        }
    };
    for (at, letter) in part.grapheme_indices(true) {
        let own = width(letter);
        // A letter alone stands on a line, however narrow that is.
        if room + own > measure && room > 0.0 {
            // Where an address is broken, it is behind one of its parts.
            let end = if good > from { good } else { at };
            add(tokens, part.get(from..end));
            tokens.push(LineToken::default());
            room = part.get(end..at).map_or(0.0, &width);
            from = end;
        }
        room += own;
        if letter.ends_with(['/', '?', '&', '=', '_', '.', ',', ';']) {
            good = at + letter.len();
        }
    }
    add(tokens, part.get(from..));
}

/// Returns the stretches of a line. One that goes on ends with a blank, which nobody sees, so that whoever reads the
/// stretches one after the other finds two words.
fn stretches(
    line: &[&LineToken<'_>],
    goes_on: bool,
    spans: &[TextSpan],
    faces: &Faces,
) -> Vec<LineStretch> {
    let mut parts: Vec<(usize, String)> = Vec::new();
    let mut add = |nth: usize, text: &str| match parts.last_mut() {
        Some((last, words)) if *last == nth => words.push_str(text),
        _ => parts.push((nth, text.to_owned())),
    };
    let mut last = 0;
    for (at, token) in line.iter().enumerate() {
        if let Some(blank) = token.blank.filter(|_| at > 0) {
            add(blank, " ");
        }
        for (nth, text) in &token.parts {
            add(*nth, text);
            last = *nth;
        }
    }
    if goes_on {
        add(last, " ");
    }
    let mut x = 0.0;
    let mut set = Vec::with_capacity(parts.len());
    for (nth, text) in parts {
        let Some(span) = spans.get(nth) else {
            continue;
        };
        let width = faces.of(span.look.bold).width(&text) * span.look.size;
        let span = TextSpan {
            text,
            ..span.clone()
        };
        set.push(LineStretch { span, x, width });
        x += width;
    }
    set
}
