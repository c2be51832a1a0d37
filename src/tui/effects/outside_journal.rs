//! The journal of words in boxes that go into the journal of no open file.

use std::sync::mpsc::Sender;

use jiff::Timestamp;

use crate::app::Message;
use crate::assessment::{BoxEdit, JournalStanding};
use crate::store::journal::JournalThread;
use crate::store::recovery::OutsideWords;

/// A journal of words outside those of files: begun with the first word that is typed.
#[derive(Debug)]
pub(super) struct OutsideJournal {
    words: OutsideWords,
    thread: Option<JournalThread>,
    inbox: Sender<Message>,
}

impl OutsideJournal {
    /// Returns the journal of these words, which were found.
    pub(super) fn new(words: OutsideWords, inbox: &Sender<Message>) -> Self {
        Self {
            words,
            thread: None,
            inbox: inbox.clone(),
        }
    }

    /// Writes down what was typed: the whole words of boxes.
    pub(super) fn note(&mut self, whole: &[BoxEdit], now: Timestamp) {
        let edits = self.words.change(whole);
        if let Some(thread) = &self.thread {
            return thread.append_boxes(&edits, now);
        }
        let (journal, written) = self.words.begin();
        let inbox = self.inbox.clone();
        let report = move |standing| {
            if let JournalStanding::Nowhere(why) = standing {
                let why = format!("What is typed into this box cannot be kept: {why}");
                // Nobody listens once the screen has closed.
                let _ = inbox.send(Message::Failed(why));
            }
        };
        if let Err(error) = written {
            report(JournalStanding::Nowhere(error.to_string()));
        }
        self.thread = Some(JournalThread::new(journal, Box::new(report)));
    }

    /// Brings it to the disk, and lets go of it: whoever asks next takes it over. What is typed all the same begins
    /// another.
    pub(super) fn close(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.close();
        }
    }
}
