//! Reading a draft that is refused as far as it can be read, so that one wrong word hides nothing else.

use std::sync::Arc;

use super::draft::FindFramework;
use super::limits::MAX_ITEMS;
use super::parts::content_of;
use super::reader::TomlReader;
use super::source::parse;
use crate::assessment::{Assessment, Framework};

/// A draft of which some values could not be read.
#[derive(Clone, Debug)]
pub struct PartlyRead {
    /// The framework that it is written under.
    pub framework: Arc<Framework>,
    /// The draft, once for each word that may have been meant by those that are not known. What is true of all of
    /// them is true whatever was meant.
    pub readings: Vec<Assessment>,
    /// The bytes at which something is that could not be read.
    pub unread: Vec<usize>,
}

/// The most words that are tried for one that is not known.
const MOST_READINGS: usize = 12;

/// Reads as much as can be read of a draft that was refused. `None` where anything but words that are not known is
/// wrong with it.
pub fn read_partly(text: &str, framework_of: &FindFramework<'_>) -> Option<PartlyRead> {
    let document = parse("", text, MAX_ITEMS).ok()?;
    let mut reader = TomlReader::new(text);
    reader.format(document.as_table());
    let framework = reader.framework(document.as_table(), framework_of)?;
    let first = reader.assessment(&document, Some(&framework));
    let words = &reader.unknown_words;
    if words.len() < reader.problems.len() {
        // Something else is wrong too, of which nobody can say what was meant.
        return None;
    }
    let most = words.iter().map(|(_, may)| may.len()).max().unwrap_or(0);
    let mut readings = Vec::new();
    for nth in 0..most.min(MOST_READINGS) {
        let mut meant = text.to_owned();
        // From the end, so that no change moves another's place.
        let mut words: Vec<_> = words.iter().collect();
        words.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        for (span, may) in words {
            if let Some(word) = may.get(nth % may.len().max(1)) {
                meant.replace_range(span.clone(), &format!("\"{word}\""));
            }
        }
        readings.extend(content_of(&meant, &framework));
    }
    if readings.is_empty() {
        readings.push(first);
    }
    Some(PartlyRead {
        framework,
        readings,
        unread: reader.problems.iter().map(|problem| problem.at).collect(),
    })
}
