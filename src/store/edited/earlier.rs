//! The texts that a file had since it was opened, so that a step taken back gives back every byte.
//!
//! A save patches what changed. What an undo brings back has its words again, and comments that its author wrote
//! around it, but where there are two ways to write the same content a patch need not find the one that was there.
//! So the text of each content is remembered, as what makes it of the text that came after it.

use super::document::FileDocument;
use crate::text::{Splice, splice_between};

/// The most bytes that are remembered; the oldest texts go first.
const MOST: usize = 16 * 1024 * 1024;

/// The texts that a file had, each known by the content that it says.
#[derive(Clone, Debug, Default)]
pub(super) struct EarlierTexts {
    /// The content of each, and what makes its text of the one after it; the last is made of the text that stands now.
    texts: Vec<(ContentKey, Splice)>,
    bytes: usize,
}

/// The content of a text, as it is known again. Two contents may have one key: a text that is found is read before it is
/// used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ContentKey(u64);

impl ContentKey {
    /// Returns the key of a document.
    pub(super) fn of(document: &impl FileDocument) -> Self {
        Self(document.fingerprint())
    }
}

impl EarlierTexts {
    /// Remembers the text of a content that gave way to another.
    pub(super) fn remember(&mut self, content: ContentKey, text: &str, now: &str) {
        let Some(splice) = splice_between(now, text) else {
            return;
        };
        self.bytes += weight(&splice);
        self.texts.push((content, splice));
        while self.bytes > MOST && !self.texts.is_empty() {
            let (_, splice) = self.texts.remove(0);
            self.bytes -= weight(&splice);
        }
    }

    /// Returns the text that the file had last with this content, where it is known. `now` is the one that stands.
    pub(super) fn find(&self, content: &ContentKey, now: &str) -> Option<String> {
        let at = self.texts.iter().rposition(|(known, _)| known == content)?;
        let mut text = now.to_owned();
        for (_, splice) in self.texts.get(at..)?.iter().rev() {
            splice.apply(&mut text).ok()?;
        }
        Some(text)
    }

    /// Forgets them all: somebody else has written the file since.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

fn weight(splice: &Splice) -> usize {
    splice.removed.len() + splice.inserted.len()
}
