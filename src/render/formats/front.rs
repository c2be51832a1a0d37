//! The things that a page of any format has once: its title, its name, its marking.

use crate::render::block::{Block, bare};
use crate::render::line;
use crate::render::print::Print;

/// The title, the name and the marking of a print, each on one line, with nothing escaped.
pub(super) struct FrontMatter {
    /// The title that a block says; none where no block has one.
    pub(super) title: Option<String>,
    /// The name of what is printed, never empty.
    pub(super) name: String,
    /// The protective marking; empty where there is none.
    pub(super) marking: String,
}

impl FrontMatter {
    pub(super) fn new(print: &Print<'_>, blocks: &[Block]) -> Self {
        let title = blocks.iter().find_map(|block| match block {
            Block::Title(runs) => Some(bare(runs)),
            _ => None,
        });
        let name = match line(print.name()) {
            name if name.is_empty() => "Assay".to_owned(),
            name => name,
        };
        let marking = line(&print.marking());
        Self {
            title,
            name,
            marking,
        }
    }

    /// Returns the title or, where nothing says one, the name: a page has a title, whatever the draft lacks.
    pub(super) fn shown(&self) -> &str {
        self.title.as_ref().unwrap_or(&self.name)
    }
}
