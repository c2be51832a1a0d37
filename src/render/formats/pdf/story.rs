//! The blocks of a print as bands, one under the other, before they are cut into pages.

use super::face::Faces;
use super::lines::{LineStretch, LinkPlace, TextLook, TextSpan, lines};
use super::tree::{ROOT, Role, RoleTree};
use crate::render::block::{Block, ListItem, Run, bare};
use crate::render::formats::anchors::Anchors;
use crate::render::formats::front::FrontMatter;

/// The width between the margins of a page.
pub(super) const MEASURE: f32 = 451.0;

/// The indent of a level of a list, and of a quote.
const INDENT: f32 = 16.0;

/// Lists are not indented beyond this, so that there is always room for words.
const DEEPEST: u8 = 8;

const TITLE: TextLook = look(true, 20.0, 26.0);
const SECTION: TextLook = look(true, 14.0, 19.0);
const SUBSECTION: TextLook = look(true, 11.5, 16.0);
pub(super) const TEXT: TextLook = look(false, 10.5, 15.5);
pub(super) const STRONG: TextLook = look(true, 10.5, 15.5);
const SMALL: TextLook = look(false, 9.0, 12.5);
pub(super) const CELL: TextLook = look(false, 9.0, 12.5);
pub(super) const COLUMN: TextLook = look(true, 9.0, 12.5);
const CAPTION: TextLook = look(true, 9.5, 14.0);
pub(super) const EDGE: TextLook = look(false, 9.0, 12.0);

const fn look(bold: bool, size: f32, leading: f32) -> TextLook {
    TextLook {
        bold,
        size,
        leading,
        ink: 0x1a1a1a,
    }
}

/// A thing that is drawn, by where it stands in its band.
#[derive(Clone, Debug)]
pub(super) enum Drawn {
    /// Words on a line whose upper edge is at `y`.
    Words {
        x: f32,
        y: f32,
        stretch: LineStretch,
    },
    /// A ground behind words.
    Ground { x: f32, width: f32, colour: u32 },
    /// A line over the whole width, at the lower edge or, of a heading of a table, a thick one.
    Rule { thick: bool },
}

/// A part of a page that is not cut: a line of words, or a line of all cells of a row.
#[derive(Clone, Debug, Default)]
pub(super) struct PageBand {
    /// The room before it, but at the top of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    /// All that is drawn, with the number of its cell: a row is read cell by cell.
    pub(super) drawn: Vec<(usize, Drawn)>,
    /// True where the next stands on the same page.
    pub(super) glued: bool,
    /// The places in it that something leads to.
    pub(super) places: Vec<LinkPlace>,
    /// The row of a table that it is a part of.
    pub(super) row: Option<usize>,
    /// The head of its table, where that is repeated on each page.
    pub(super) head: Option<usize>,
}

/// A document before it is cut into pages.
pub(super) struct Story<'a> {
    pub(super) faces: &'a Faces,
    pub(super) bands: Vec<PageBand>,
    pub(super) tree: RoleTree,
    /// The headings with their levels.
    pub(super) headings: Vec<(u8, String)>,
    /// The bands of the heads of tables, the first and the one behind the last.
    pub(super) heads: Vec<(usize, usize)>,
    pub(super) rows: usize,
    pub(super) anchors: Anchors,
}

/// Where words go: their place in the tree, and on the page.
#[derive(Clone, Copy)]
struct WordSetting {
    node: usize,
    look: TextLook,
    indent: f32,
    before: f32,
}

impl<'a> Story<'a> {
    pub(super) fn of(blocks: &[Block], front: &FrontMatter, faces: &'a Faces) -> Self {
        let mut story = Self {
            faces,
            bands: Vec::new(),
            tree: RoleTree::new(),
            headings: Vec::new(),
            heads: Vec::new(),
            rows: 0,
            anchors: Anchors::of(blocks),
        };
        if front.title.is_none() {
            story.heading(1, &[Run::Plain(front.name.clone())]);
        }
        for (nth, block) in blocks.iter().enumerate() {
            story.block(block);
            // What leads in stands on the page of what it leads to.
            let next = blocks.get(nth + 1);
            if let (Block::Words(_), Some(Block::List(_))) = (block, next) {
                story.glue();
            }
        }
        // Nothing comes behind the last.
        if let Some(last) = story.bands.last_mut() {
            last.glued = false;
        }
        story
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(runs) => self.heading(1, runs),
            Block::Heading(level, words) => self.heading(*level, &[Run::Plain(words.clone())]),
            Block::Words(runs) => {
                let node = self.tree.node(ROOT, Role::Paragraph);
                self.set(
                    runs,
                    WordSetting {
                        node,
                        look: TEXT,
                        indent: 0.0,
                        before: 8.0,
                    },
                );
            }
            Block::Quote(words, by) => self.quote(words, by),
            Block::List(items) => self.list(ROOT, items, 0),
            Block::Table(table) => self.table(table),
            Block::Notes(title, notes) => self.notes(title, notes),
        }
    }

    /// Adds a heading, of which the outline is made. It stands on the page of what it leads.
    fn heading(&mut self, level: u8, runs: &[Run]) {
        let (look, before) = match level {
            0 | 1 => (TITLE, 0.0),
            2 => (SECTION, 20.0),
            _ => (SUBSECTION, 14.0),
        };
        let words = bare(runs);
        let node = self
            .tree
            .node(ROOT, Role::Heading(level.max(1), words.clone()));
        let first = self.bands.len();
        self.set(
            runs,
            WordSetting {
                node,
                look,
                indent: 0.0,
                before,
            },
        );
        for band in self.bands.iter_mut().skip(first) {
            band.glued = true;
        }
        if let Some(band) = self.bands.get_mut(first) {
            band.places.push(LinkPlace::Heading(self.headings.len()));
        }
        self.headings.push((level.max(1), words));
    }

    /// Returns the words of the last heading.
    pub(super) fn last_heading(&self) -> Option<&str> {
        self.headings.last().map(|(_, words)| words.as_str())
    }

    /// Keeps the last band and the next on one page.
    fn glue(&mut self) {
        if let Some(band) = self.bands.last_mut() {
            band.glued = true;
        }
    }

    /// Adds a paragraph of plain words over others, to which it is a caption.
    pub(super) fn caption(&mut self, node: usize, words: &str) {
        let runs = [Run::Plain(words.to_owned())];
        self.set(
            &runs,
            WordSetting {
                node,
                look: CAPTION,
                indent: 0.0,
                before: 12.0,
            },
        );
        self.glue();
    }

    fn quote(&mut self, words: &str, by: &str) {
        let quote = self.tree.node(ROOT, Role::Quote);
        let texts = [(format!("“{words}”"), 8.0), (format!("– {by}"), 2.0)];
        for (nth, (text, before)) in texts.into_iter().enumerate() {
            if nth > 0 {
                self.glue();
            }
            let node = self.tree.node(quote, Role::Paragraph);
            let runs = [Run::Plain(text)];
            self.set(
                &runs,
                WordSetting {
                    node,
                    look: TEXT,
                    indent: INDENT,
                    before,
                },
            );
        }
    }

    fn list(&mut self, parent: usize, items: &[ListItem], level: u8) {
        if items.is_empty() {
            return;
        }
        let list = self.tree.node(parent, Role::List);
        for item in items {
            let node = self.tree.node(list, Role::Item);
            let label = self.tree.node(node, Role::Label);
            let slot = self.tree.slot(label);
            let body = self.tree.node(node, Role::Body);
            let indent = INDENT * f32::from(level.min(DEEPEST) + 1);
            let first = self.bands.len();
            self.set(
                &item.runs,
                WordSetting {
                    node: body,
                    look: TEXT,
                    indent,
                    before: 4.0,
                },
            );
            self.label(first, slot, "• ", TEXT, indent - 10.0);
            self.list(body, &item.items, level + 1);
        }
    }

    fn notes(&mut self, title: &str, notes: &[Vec<String>]) {
        self.heading(2, &[Run::Plain(title.to_owned())]);
        // Labels stand close to their words, as a word before another does: who reads lines takes them for no column.
        let mark = |number: usize| format!("[{number}] ");
        let width = |words: &str| self.faces.of(SMALL.bold).width(words) * SMALL.size;
        let indent = width(&mark(notes.len()));
        let starts: Vec<f32> = (1..=notes.len())
            .map(|it| indent - width(&mark(it)))
            .collect();
        for ((nth, note), start) in notes.iter().enumerate().zip(starts) {
            let node = self.tree.node(ROOT, Role::Note);
            let label = self.tree.node(node, Role::Label);
            let slot = self.tree.slot(label);
            let first = self.bands.len();
            let empty = [String::new()];
            let texts = if note.is_empty() { &empty[..] } else { note };
            for (nth, words) in texts.iter().enumerate() {
                let before = if nth == 0 { 6.0 } else { 0.0 };
                let paragraph = self.tree.node(node, Role::Paragraph);
                let runs = [Run::Plain(words.clone())];
                let setting = WordSetting {
                    node: paragraph,
                    look: SMALL,
                    indent,
                    before,
                };
                self.set(&runs, setting);
            }
            self.label(first, slot, &mark(nth + 1), SMALL, start);
            if let Some(band) = self.bands.get_mut(first) {
                band.places.push(LinkPlace::Note(nth + 1));
            }
        }
    }

    /// Sets a label before the first line of what it is a label of.
    fn label(&mut self, band: usize, slot: usize, words: &str, look: TextLook, x: f32) {
        let text = words.to_owned();
        let span = TextSpan {
            text,
            look,
            slot,
            link: None,
        };
        let width = self.faces.of(look.bold).width(words) * look.size;
        let stretch = LineStretch {
            span,
            x: 0.0,
            width,
        };
        if let Some(band) = self.bands.get_mut(band) {
            band.drawn
                .insert(0, (0, Drawn::Words { x, y: 0.0, stretch }));
        }
    }

    /// Adds words as lines. No first line and no last one stands alone on a page.
    fn set(&mut self, runs: &[Run], setting: WordSetting) {
        let spans = self.spans(runs, setting.node, setting.look);
        let lines = lines(&spans, MEASURE - setting.indent, self.faces);
        let many = lines.len();
        for (nth, line) in lines.into_iter().enumerate() {
            let words = line.into_iter().map(|stretch| {
                let (x, y) = (setting.indent, 0.0);
                (0, Drawn::Words { x, y, stretch })
            });
            self.bands.push(PageBand {
                before: if nth == 0 { setting.before } else { 0.0 },
                height: setting.look.leading,
                drawn: words.collect(),
                glued: nth + 1 < many && (nth == 0 || nth + 2 == many),
                ..PageBand::default()
            });
        }
    }
}
