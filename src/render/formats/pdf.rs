//! PDF: pages that are read with and without eyes.
//!
//! Tagged as PDF/UA-1 asks (ISO 14289-1): what is a heading, a list or a table is one to a screen reader too, and what only
//! stands at the edge of a page is passed over. Lines are ragged, and no word is broken that fits a line. The font is a part
//! of the file; a character that it lacks is drawn as a box with its number, and stays itself for whoever copies, searches or
//! listens. Nothing depends on the time or the machine: the same print gives the same bytes.

mod draw;
mod face;
mod lines;
mod pages;
mod spans;
mod story;
mod table;
mod tree;

use std::sync::LazyLock;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::ArtifactType;
use krilla::{Document, SerializeSettings};

use super::FormatWriter;
use super::front::FrontMatter;
use crate::render::block::{Block, words};
use crate::render::print::Print;
use draw::{Drawing, FontPen};
use face::{Faces, whole};
use lines::{LineStretch, LinkPlace, TextLook, TextSpan, lines};
use pages::pages;
use story::{EDGE, MEASURE, Story};

/// The writer, as the table of formats has it.
pub(super) const WRITER: FormatWriter = FormatWriter::Pages { write, lacking };

/// A4, and the edges of the room for words where no marking needs more.
const WIDTH: f32 = 595.276;
const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 68.0;

/// The distance of the marking from the edge of the paper, and of the words from the marking.
const EDGE_MARGIN: f32 = 34.0;
const EDGE_GAP: f32 = 14.0;

/// A marking takes at most this many lines of a page. A longer one stands before all words besides.
const LONGEST_MARKING: usize = 3;

/// Returns the characters of a text that the font lacks, as they are drawn.
fn lacking(text: &str) -> Vec<char> {
    let text = whole(text);
    FACES
        .as_ref()
        .map_or_else(Vec::new, |it| it.regular.lacking(&text))
}

/// The font, read when it is first asked for.
static FACES: LazyLock<Option<Faces>> = LazyLock::new(Faces::new);

/// Writes a print as PDF. Where nothing is said there is still a title, the body's name.
fn write(print: &Print<'_>) -> Vec<u8> {
    // The font is a part of the program, and what is drawn is tagged as the standard asks; tests hold both.
    made(print).unwrap_or_default()
}

fn made(print: &Print<'_>) -> Option<Vec<u8>> {
    let mut blocks = print.blocks();
    let front = FrontMatter::new(print, &blocks);
    let faces = FACES.as_ref()?;
    let mut marking = centred(&front.marking, true, faces);
    if marking.len() > LONGEST_MARKING {
        marking.truncate(LONGEST_MARKING);
        let title = matches!(blocks.first(), Some(Block::Title(_)));
        blocks.insert(usize::from(title), words(front.marking.clone()));
    }
    let story = Story::of(&blocks, &front, faces);
    let edge = |lines: usize| {
        let height: f32 = (0..lines).map(|_| EDGE.leading).sum();
        (EDGE_MARGIN + height + EDGE_GAP).max(MARGIN)
    };
    let (top, foot) = (edge(marking.len()), edge(marking.len() + 1));
    let pages = pages(&story, HEIGHT - top - foot);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .ok()?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut drawing = Drawing {
        pen: FontPen {
            faces,
            regular: faces.regular.font()?,
            bold: faces.bold.font()?,
        },
        story: &story,
        pages: &pages,
        top,
        slots: story.tree.empty_slots(),
    };
    let many = pages.pages.len();
    for (nth, placed) in pages.pages.iter().enumerate() {
        let mut foot_lines = marking.clone();
        let number = format!("Page {} of {many}", nth + 1);
        foot_lines.extend(centred(&number, false, faces));
        let edges = |pen: &FontPen<'_>, surface: &mut Surface<'_>, head: bool| match head {
            true if marking.is_empty() => {}
            true => pen.edge(surface, (ArtifactType::Header, EDGE_MARGIN), &marking),
            false => {
                let height: f32 = foot_lines.iter().map(|_| EDGE.leading).sum();
                let y = HEIGHT - EDGE_MARGIN - height;
                pen.edge(surface, (ArtifactType::Footer, y), &foot_lines);
            }
        };
        let mut page = document.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT)?);
        drawing.page(&mut page, placed, edges);
        page.finish();
    }
    document.set_outline(outline(&drawing));
    document.set_tag_tree(
        story
            .tree
            .tags(&drawing.slots)
            .with_lang(Some(LANGUAGE.to_owned())),
    );
    document.set_metadata(
        Metadata::new()
            .title(front.shown().to_owned())
            .description(front.name.clone())
            .language(LANGUAGE.to_owned()),
    );
    document.finish().ok()
}

/// The language of all prints.
const LANGUAGE: &str = "en-GB";

/// Returns lines for the edge of a page; none of no words.
fn centred(words: &str, bold: bool, faces: &Faces) -> Vec<Vec<LineStretch>> {
    if words.is_empty() {
        return Vec::new();
    }
    let span = TextSpan {
        text: whole(words).into_owned(),
        look: TextLook { bold, ..EDGE },
        slot: 0,
        link: None,
    };
    lines(&[span], MEASURE, faces)
}

/// Returns the outline: the headings, each under the one that it is a part of.
fn outline(drawing: &Drawing<'_>) -> Outline {
    let mut outline = Outline::new();
    // The headings that are open, the deepest last.
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let close = |open: &mut Vec<(u8, OutlineNode)>, outline: &mut Outline| {
        if let Some((_, node)) = open.pop() {
            match open.last_mut() {
                Some((_, parent)) => parent.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for (nth, (level, words)) in drawing.story.headings.iter().enumerate() {
        let Some(destination) = drawing.destination(LinkPlace::Heading(nth)) else {
            continue;
        };
        while open.last().is_some_and(|(it, _)| it >= level) {
            close(&mut open, &mut outline);
        }
        let node = OutlineNode::new(words.clone(), destination).with_open(true);
        open.push((*level, node));
    }
    while !open.is_empty() {
        close(&mut open, &mut outline);
    }
    outline
}

#[cfg(test)]
mod tests;
