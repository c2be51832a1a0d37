//! The limits of a file. A file from a stranger is measured before it is read, so that none can fill the memory,
//! overflow the stack or keep the program busy for ever.

use toml_edit::{Item, Table, TableLike, Value};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::problem::{LocatedProblem, shown};
use super::reader::start;

/// The greatest size of a draft or framework, in bytes. A draft of ten thousand findings has a few megabytes; a cap
/// keeps a mistaken file name (a video, a disk image) from filling the memory.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The most items that a list or table of a draft may have: ten times what the largest drafts have.
pub const MAX_ITEMS: usize = crate::assessment::MAX_ITEMS;

/// The most items that a list or table of a framework, a theme or the settings may have.
pub const MAX_FEW: usize = 1_000;

/// The greatest depth to which brackets, braces and the parts of keys may stand in each other. Whatever Assay writes
/// stands at most four deep. The parser has a limit of its own for each of them, but not for all together, and its
/// stack is not ours to spend.
pub const MAX_DEPTH: usize = 32;

/// Returns the bytes at which the headers of tables begin, or the place at which a text goes deeper than [`MAX_DEPTH`]. The
/// text need not be TOML, and nothing here calls itself.
///
/// # Errors
/// It goes too deep.
pub(super) fn headers(text: &str) -> Result<Vec<usize>, LocatedProblem> {
    let mut headers = Vec::new();
    // What stands around this place: the depth of each bracket that is open.
    let mut open: Vec<usize> = Vec::new();
    // The depth of the table that the last header opened, and of the value that the last key leads to.
    let (mut header, mut here) = (0, 0);
    let mut in_header = false;
    let mut in_value = false;
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftSquareBracket if open.is_empty() && !in_value && !in_header => {
                (in_header, here) = (true, 1);
                headers.push(token.span().start());
            }
            // The second bracket of a list's header.
            TokenKind::LeftSquareBracket if in_header => here += 1,
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                here += 1;
                open.push(here);
                in_value = false;
            }
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                if let Some(depth) = open.pop() {
                    here = depth;
                    in_value = true;
                }
            }
            TokenKind::Equals => in_value = true,
            // A value's own dot is a part of a number, and counted for a moment.
            TokenKind::Dot => here += 1,
            TokenKind::Comma => {
                here = open.last().copied().unwrap_or(header);
                in_value = false;
            }
            TokenKind::Newline if open.is_empty() => {
                if in_header {
                    header = here;
                }
                here = header;
                (in_header, in_value) = (false, false);
            }
            _ => continue,
        }
        if here > MAX_DEPTH {
            let what = "brackets and keys stand in each other too deeply";
            let hint = format!("{MAX_DEPTH} levels are the most that are read");
            return Err(LocatedProblem::new(token.span().start(), what, hint));
        }
    }
    Ok(headers)
}

/// Returns the first list or table that holds more than `most` items.
pub(super) fn too_many(root: &Table, most: usize) -> Option<LocatedProblem> {
    in_table("the file", root, 0, most)
}

fn in_table(name: &str, table: &dyn TableLike, at: usize, most: usize) -> Option<LocatedProblem> {
    counted(name, table.len(), at, most).or_else(|| {
        table
            .iter()
            .find_map(|(key, item)| in_item(key, item, most))
    })
}

fn in_item(key: &str, item: &Item, most: usize) -> Option<LocatedProblem> {
    match item {
        Item::None => None,
        Item::Value(value) => in_value(key, value, most),
        Item::Table(table) => in_table(key, table, start(item), most),
        Item::ArrayOfTables(tables) => {
            counted(key, tables.len(), start(item), most).or_else(|| {
                tables
                    .iter()
                    .find_map(|table| in_table(key, table, 0, most))
            })
        }
    }
}

fn in_value(key: &str, value: &Value, most: usize) -> Option<LocatedProblem> {
    let at = value.span().unwrap_or_default().start;
    match value {
        Value::Array(array) => counted(key, array.len(), at, most)
            .or_else(|| array.iter().find_map(|value| in_value(key, value, most))),
        Value::InlineTable(table) => in_table(key, table, at, most),
        _ => None,
    }
}

fn counted(name: &str, many: usize, at: usize, most: usize) -> Option<LocatedProblem> {
    (many > most).then(|| {
        let items = crate::text::counted(many, "item");
        let what = format!("\"{}\" holds {items}", shown(name));
        let hint = format!("{most} are the most that are read; make two files of it");
        LocatedProblem::new(at, what, hint)
    })
}

#[cfg(test)]
mod tests;
