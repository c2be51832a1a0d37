//! Saving: a draft's text with what changed, and nothing else, changed.
//!
//! A save is a patch of the text, not a print of the tree. The parser knows where each value stands; a
//! changed value is replaced there, a new field is put in as a line, a list's items are taken out, put
//! in and moved as whole stretches of lines. All bytes that nobody changed are copied, so comments,
//! blank lines, quoting, line ends and keys that Assay does not know need no care at all.
//!
//! Before a text is handed out, what was changed in it is read back, and must have exactly the content that it was to have.

mod whole;
mod windows;

pub use whole::Unwritable;

use super::removed::RemovedText;
use crate::assessment::{Assessment, Framework};
use whole::whole;

/// Returns the text of a draft after a change.
///
/// `base` is the text as it is, `before` its content, `after` the content that it is to have. What is taken
/// out of the text goes to `removed_text`, and comes back from there.
///
/// # Errors
/// No text was found that is read back as `after`.
pub fn save(
    base: &str,
    before: &Assessment,
    after: &Assessment,
    framework: &Framework,
    removed_text: &mut RemovedText,
) -> Result<String, Unwritable> {
    if before == after {
        return Ok(base.to_owned());
    }
    match windows::save(base, before, after, framework, removed_text) {
        Some(text) => Ok(text),
        None => whole(base, before, after, framework, removed_text),
    }
}

#[cfg(test)]
mod properties_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod undone_tests;
