//! A save of which all changes stand inside items of lists: each item is changed in a window of the text, and the rest is
//! copied.
//!
//! A window is an item's text up to and with the header behind it, so that what belongs to the item and what to the next
//! is seen as in the whole file. It is saved as a file of its own, and read back as one: where that header is read as a
//! header again, nothing in the item reaches beyond it, and what stands there is what was there.

use std::ops::Range;

use super::whole::{Unwritable, whole};
use crate::assessment::{Assessment, Framework, Item, List};
use crate::store::format::layout::line_end;
use crate::store::format::literal::Style;
use crate::store::format::parts::{content_of, item_spans};
use crate::store::format::removed::RemovedText;

/// An item that changed: its list, its place there, what it was and what it is now.
type ChangedItem = (List, usize, [Item; 2]);

/// Returns the text of a draft after a change, where all of it stands inside items that are known by an id.
pub(super) fn save(
    base: &str,
    before: &Assessment,
    after: &Assessment,
    framework: &Framework,
    removed_text: &mut RemovedText,
) -> Option<String> {
    let changed = changed_items(before, after)?;
    let spans = item_spans(base)?;
    let mut text = String::with_capacity(base.len() + 1024);
    let mut copied = 0;
    for (span, versions) in placed(changed, &spans, before)? {
        text.push_str(base.get(copied..span.start)?);
        let window = Window::of(base, span.clone())?;
        text.push_str(&window.changed(versions, framework, removed_text).ok()?);
        copied = span.end;
    }
    text.push_str(base.get(copied..)?);
    Some(text)
}

/// Returns the items in which two versions differ, where they differ in nothing else.
fn changed_items(before: &Assessment, after: &Assessment) -> Option<Vec<ChangedItem>> {
    let mut same = before.clone();
    let mut changed = Vec::new();
    for list in List::ALL {
        let (was, now) = (before.items(*list), after.items(*list));
        if was.len() != now.len() {
            return None;
        }
        for (at, (was, now)) in was.iter().zip(&now).enumerate() {
            if was != now {
                let id = now.fields().id().filter(|id| !id.is_empty())?;
                if was.fields().id() != Some(id) {
                    return None;
                }
                changed.push((*list, at, [was.clone(), now.clone()]));
            }
        }
        same.replace(*list, now);
    }
    (same == *after).then_some(changed)
}

/// Returns where each of these items stands, in the order of the file. `None` where a list has items that stand elsewhere.
fn placed(
    changed: Vec<ChangedItem>,
    spans: &[(List, Range<usize>)],
    before: &Assessment,
) -> Option<Vec<(Range<usize>, [Item; 2])>> {
    let mut placed = Vec::with_capacity(changed.len());
    for list in List::ALL {
        let mut here = changed.iter().filter(|(of, ..)| of == list).peekable();
        if here.peek().is_none() {
            continue;
        }
        let spans = spans.iter().filter(|(of, _)| of == list);
        let spans: Vec<&Range<usize>> = spans.map(|(_, span)| span).collect();
        if spans.len() != before.records(*list).len() {
            return None;
        }
        for (_, at, versions) in here {
            placed.push(((*spans.get(*at)?).clone(), versions.clone()));
        }
    }
    placed.sort_by_key(|(span, _)| span.start);
    Some(placed)
}

/// An item's text, with the header behind it.
struct Window<'a> {
    text: &'a str,
    /// That header's line; empty where the item is the last of the file.
    behind: &'a str,
}

impl<'a> Window<'a> {
    /// `None` where the item's text tells less of how the file is written than the whole does.
    fn of(base: &'a str, span: Range<usize>) -> Option<Self> {
        let end = match span.end < base.len() {
            true => line_end(base, span.end),
            false => span.end,
        };
        let text = base.get(span.start..end)?;
        let behind = base.get(span.end..end)?;
        (Style::of(text) == Style::of(base)).then_some(Self { text, behind })
    }

    /// Returns the item's text as it is to be; an error where the draft has read something else out of it before.
    fn changed(
        &self,
        [was_item, item]: [Item; 2],
        framework: &Framework,
        removed_text: &mut RemovedText,
    ) -> Result<String, Unwritable> {
        let was = content_of(self.text, framework).ok_or(Unwritable)?;
        let mut now = was.clone();
        let list = item.list();
        let mut items = now.items(list);
        let first = items.first_mut().ok_or(Unwritable)?;
        if *first != was_item {
            return Err(Unwritable);
        }
        *first = item;
        now.replace(list, items);
        let mut text = whole(self.text, &was, &now, framework, removed_text)?;
        if !text.ends_with(self.behind) {
            return Err(Unwritable);
        }
        text.truncate(text.len() - self.behind.len());
        Ok(text)
    }
}

#[cfg(test)]
mod tests;
