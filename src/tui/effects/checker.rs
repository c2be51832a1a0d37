//! The background check: rules and spelling that may take their time, on a thread of their own.
//!
//! The thread begins with the first draft to be checked and waits for nothing but the next. What it remembers makes the
//! second check quick. While it checks, nothing else is asked of it; see `DraftEditor::next_check`.

use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::app::Message;
use crate::assessment::{Assessment, Framework, Predecessor};
use crate::check::{Checker, Levels, spelling};
use crate::statement::Weaver;

/// A draft to be checked.
pub(super) struct CheckJob {
    pub(super) assessment: Box<Assessment>,
    pub(super) framework: Arc<Framework>,
    pub(super) predecessor: Predecessor,
    pub(super) levels: Arc<Levels>,
    pub(super) whole: bool,
}

/// Something that takes its time.
pub(super) enum CheckTask {
    /// A draft is checked.
    Draft(CheckJob),
    /// Words are looked for that may be meant by one that is misspelt.
    Suggest(String),
}

/// The thread of the background check, once there was something to check.
#[derive(Debug, Default)]
pub(super) struct CheckThread(Option<Sender<CheckTask>>);

impl CheckThread {
    /// Starts a check; what was found comes to the inbox.
    pub(super) fn start(&mut self, job: CheckTask, inbox: &Sender<Message>) {
        let jobs = self.0.get_or_insert_with(|| {
            let (jobs, waiting) = channel::<CheckTask>();
            let inbox = inbox.clone();
            thread::spawn(move || {
                let (mut weaver, mut checker) = (Weaver::new(), Checker::new());
                for job in waiting {
                    let found = match job {
                        CheckTask::Draft(job) => check(job, &mut weaver, &mut checker),
                        CheckTask::Suggest(word) => suggest(word),
                    };
                    if inbox.send(found).is_err() {
                        return;
                    }
                }
            });
            jobs
        });
        // One that has stopped is a fault that costs the checks and no word.
        let _ = jobs.send(job);
    }
}

fn suggest(word: String) -> Message {
    let dictionary = spelling::Dictionary::british();
    let spellings = dictionary.map_or_else(Vec::new, |it| it.suggest(&word));
    Message::Suggested { word, spellings }
}

fn check(job: CheckJob, weaver: &mut Weaver, checker: &mut Checker) -> Message {
    let CheckJob {
        assessment,
        framework,
        predecessor,
        levels,
        whole,
    } = job;
    let report = whole.then(|| {
        weaver.weave(&assessment, &framework);
        checker.set_predecessor(&predecessor);
        checker.report(&assessment, &framework, weaver.document(), &levels)
    });
    let dictionary = spelling::Dictionary::british();
    let spelling = dictionary.map_or_else(Vec::new, |dictionary| {
        spelling::check(dictionary, &assessment, &framework, &levels)
    });
    Message::Checked {
        assessment,
        report,
        spelling,
    }
}
