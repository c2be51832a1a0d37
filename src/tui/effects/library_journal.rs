//! The journal of words in boxes that are about no open file.

use std::path::Path;
use std::sync::mpsc::Sender;

use jiff::Timestamp;

use crate::app::Message;
use crate::assessment::{BoxEdit, JournalStanding};
use crate::store::journal::JournalThread;
use crate::store::recovery::LibraryWords;

/// The journal of the library: begun with the first word that is typed.
#[derive(Debug)]
pub(super) struct LibraryJournal {
    /// The words that were found, until it is begun.
    found: Option<LibraryWords>,
    thread: Option<JournalThread>,
    inbox: Sender<Message>,
}

impl LibraryJournal {
    /// Reports the words that wait.
    pub(super) fn new(state: &Path, inbox: &Sender<Message>) -> Self {
        let found = LibraryWords::find(state);
        if !found.words.is_empty() {
            // Nobody listens once the screen has closed.
            let _ = inbox.send(Message::Unanswered(found.words.clone()));
        }
        Self {
            found: Some(found),
            thread: None,
            inbox: inbox.clone(),
        }
    }

    /// Writes down what was typed.
    pub(super) fn note(&mut self, edits: &[BoxEdit], now: Timestamp) {
        if let Some(thread) = &self.thread {
            return thread.append_boxes(edits, now);
        }
        let Some(found) = self.found.take() else {
            return;
        };
        let (journal, written) = found.begin(edits, now);
        let inbox = self.inbox.clone();
        let report = move |standing| {
            if let JournalStanding::Nowhere(why) = standing {
                let why = format!("What is typed into this box cannot be kept: {why}");
                let _ = inbox.send(Message::Failed(why));
            }
        };
        if let Err(error) = written {
            report(JournalStanding::Nowhere(error.to_string()));
        }
        self.thread = Some(JournalThread::new(journal, Box::new(report)));
    }

    /// Brings it to the disk.
    pub(super) fn close(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.close();
        }
    }
}
