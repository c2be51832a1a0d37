//! The names in the margin beside the statement.

use crate::app::DraftEditor;
use crate::app::shown::names_beside;
use crate::statement::ParagraphRole;
use crate::text::{rows, truncate};

/// Returns what stands in the margin beside a row of a paragraph: the names of its headings, wrapped to so many columns,
/// a name after the other. What has no room beside the last row ends in a mark.
pub(super) fn paragraph_label(
    editor: &DraftEditor,
    role: &ParagraphRole,
    width: u16,
    (row, last): (usize, bool),
) -> String {
    let mut names = names_beside(editor, role);
    // Names below each other are not to be read as one.
    let many = names.len();
    for name in names.iter_mut().take(many.saturating_sub(1)) {
        name.push(',');
    }
    let width = usize::from(width);
    let mut all = names.iter().flat_map(|name| {
        let wrapped = rows(name, width).into_iter();
        wrapped.map(|row| name.get(row.range).unwrap_or_default().trim_end())
    });
    let words = all.nth(row).unwrap_or_default();
    match last && all.next().is_some() {
        true => truncate(&format!("{words} …"), width).into_owned(),
        false => truncate(words, width).into_owned(),
    }
}
