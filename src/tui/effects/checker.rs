//! The background check: rules and spelling that may take their time, on a thread of their own; and the first weaving of a draft.
//!
//! The thread begins with the first draft to be checked and waits for nothing but the next. What it remembers makes the
//! second check quick. While it checks, nothing else is asked of it; see `DraftEditor::next_check`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::app::{Effect, Message};
use crate::assessment::{Assessment, Framework, Predecessor};
use crate::check::{Checker, Levels, spelling};
use crate::statement::Weaver;

/// A draft to be checked.
struct CheckJob {
    assessment: Box<Assessment>,
    framework: Arc<Framework>,
    predecessor: Predecessor,
    levels: Arc<Levels>,
    whole: bool,
}

/// Something that takes its time.
enum CheckTask {
    /// A draft is checked.
    Draft(CheckJob),
    /// Words are looked for that may be meant by one that is misspelt.
    Suggest(String),
}

/// The thread of the background check, once there was something to check; or whoever checks in turn in its place.
#[derive(Debug, Default)]
pub(super) struct CheckThread {
    jobs: Option<Sender<CheckTask>>,
    in_turn: Option<CheckWorker>,
}

/// The check with what it remembers.
#[derive(Debug)]
struct CheckWorker {
    weaver: Weaver,
    checker: Checker,
}

impl CheckWorker {
    fn new() -> Self {
        Self {
            weaver: Weaver::new(),
            checker: Checker::new(),
        }
    }

    fn find(&mut self, task: CheckTask) -> Message {
        match task {
            CheckTask::Draft(job) => check(job, &mut self.weaver, &mut self.checker),
            CheckTask::Suggest(word) => suggest(word),
        }
    }
}

impl CheckThread {
    /// Returns one that has no thread: a check is over when it is started.
    pub(super) fn in_turn() -> Self {
        Self {
            jobs: None,
            in_turn: Some(CheckWorker::new()),
        }
    }

    /// Returns true where a check is over when it is started.
    pub(super) fn is_in_turn(&self) -> bool {
        self.in_turn.is_some()
    }

    /// Starts what an effect asks for that takes its time; what was found comes to the inbox.
    pub(super) fn start(&mut self, effect: Effect, inbox: &Sender<Message>) {
        match effect {
            Effect::WeaveDraft {
                assessment,
                framework,
            } => self.weave(assessment, framework, inbox),
            Effect::CheckDraft {
                assessment,
                framework,
                predecessor,
                levels,
                whole,
            } => self.check(
                CheckTask::Draft(CheckJob {
                    assessment,
                    framework,
                    predecessor,
                    levels,
                    whole,
                }),
                inbox,
            ),
            Effect::Suggest(word) => self.check(CheckTask::Suggest(word), inbox),
            _ => {}
        }
    }

    /// Weaves a draft for the first time, on a thread of its own; the weaver comes to the inbox.
    fn weave(
        &self,
        assessment: Box<Assessment>,
        framework: Arc<Framework>,
        inbox: &Sender<Message>,
    ) {
        let (post, id) = (inbox.clone(), assessment.head.id.clone());
        let own = id.clone();
        // Where it comes to nothing, there or for want of a thread, whoever asked weaves by itself.
        let weave = move || {
            let weave = || {
                let mut weaver = Weaver::new();
                weaver.weave(&assessment, &framework);
                weaver
            };
            let weaver = catch_unwind(AssertUnwindSafe(weave)).unwrap_or_default();
            let weaver = Box::new(weaver);
            let _ = post.send(Message::Woven { id: own, weaver });
        };
        if self.is_in_turn() {
            weave();
        } else if thread::Builder::new().spawn(weave).is_err() {
            let weaver = Box::default();
            let _ = inbox.send(Message::Woven { id, weaver });
        }
    }

    fn check(&mut self, job: CheckTask, inbox: &Sender<Message>) {
        if let Some(worker) = &mut self.in_turn {
            // A fault in it costs the checks and no word.
            match catch_unwind(AssertUnwindSafe(|| worker.find(job))) {
                Ok(found) => drop(inbox.send(found)),
                Err(_) => *worker = CheckWorker::new(),
            }
            return;
        }
        let jobs = self.jobs.get_or_insert_with(|| {
            let (jobs, waiting) = channel::<CheckTask>();
            let inbox = inbox.clone();
            thread::spawn(move || {
                let mut worker = CheckWorker::new();
                for job in waiting {
                    if inbox.send(worker.find(job)).is_err() {
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
