//! Notes of a day, cut at their headings into items of evidence.

use super::offers::ImportSource;
use crate::assessment::Evidence;
use crate::old_text::{BlockKind, OldText, OldTextError};
use crate::text::same;

/// The endings of files that are tables; one without an ending is one too.
const TABLES: [&str; 4] = ["csv", "tsv", "tab", "toml"];

/// Returns true where the name of a file says that it is a table.
pub fn is_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_none_or(|ending| TABLES.iter().any(|table| same(ending, table)))
}

impl ImportSource {
    /// Reads notes: a document of Word, a page of HTML, a plain text or Markdown. Each heading with what stands under it is
    /// an item; what stands before the first is one by the name of the `file`. Every word is in one of them.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn notes(bytes: &[u8], file: &Evidence) -> Result<Self, OldTextError> {
        let text = OldText::of(bytes)?;
        let begun = |title: &str| Evidence {
            title: title.to_owned(),
            kind: String::new(),
            ..file.clone()
        };
        let mut parts: Vec<(usize, Evidence)> = Vec::new();
        for block in &text.blocks {
            if block.kind == BlockKind::Heading || parts.is_empty() {
                let title = match block.kind {
                    BlockKind::Heading => block.text.as_str(),
                    _ => file.title.as_str(),
                };
                parts.push((block.line_at(0), begun(title)));
                if block.kind == BlockKind::Heading {
                    continue;
                }
            }
            if let Some((_, part)) = parts.last_mut() {
                if !part.note.is_empty() {
                    part.note.push('\n');
                }
                if block.kind == BlockKind::Item {
                    part.note.push_str("• ");
                }
                part.note.push_str(&block.text);
            }
        }
        Ok(Self::Notes(parts))
    }
}
