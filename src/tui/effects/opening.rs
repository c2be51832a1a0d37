//! Opening a file, whichever effect asks for it, and what is told where it cannot be opened.

use std::path::PathBuf;

use super::EffectRunner;
use crate::app::{Effect, FileKind, FileNews, Message};

impl EffectRunner {
    /// Carries out an effect that opens a file; nothing where it is none.
    pub(super) fn opens(&mut self, effect: Effect) -> Option<Message> {
        let path = opened_path(&effect)?;
        let opened = match effect {
            Effect::Unlock { path, words } => self.unlock(&path, words),
            Effect::Open(path) => self.open_file(&path),
            Effect::OpenNamed { inspection, named } => self.open_named(&inspection, &named),
            _ => return None,
        };
        Some(match opened {
            Message::Failed(why) => Message::NotOpened { path, why },
            opened => opened,
        })
    }
}

/// Returns the file that an effect opens.
pub(super) fn opened_path(effect: &Effect) -> Option<PathBuf> {
    match effect {
        Effect::Unlock { path, .. } | Effect::Open(path) => Some(path.clone()),
        // As [`draft_path`](crate::store::draft_path) puts it, where it names one.
        Effect::OpenNamed { inspection, named } => Some(inspection.with_file_name(named)),
        _ => None,
    }
}

/// Returns what is told of a fault of this program's own while it carried out an effect: one that opened this file, or one
/// that was about a file of this kind.
pub(super) fn fault(opens: Option<PathBuf>, kind: FileKind) -> Message {
    let why = "a fault in Assay itself.";
    match opens {
        Some(path) => Message::NotOpened {
            path,
            why: format!("Not opened: {why} Tell us."),
        },
        None => {
            let why = format!("Not saved: {why} Copy the statement, save again, and tell us.");
            Message::File(kind, FileNews::NotSaved { why })
        }
    }
}
