//! Carrying out effects: the one place where the screen's wishes meet files.
//!
//! A desk may stand on a thread of its own (see [`Desk::on_a_thread`]), so that typing never waits for the
//! disk. What comes of an effect goes to the inbox as a message.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use jiff::Timestamp;

use crate::app::{Card, CardGrade, Effect, JournalStanding, Message, Opened, Recovered};
use crate::assessment::{Assessment, Entry, Framework};
use crate::config::Config;
use crate::store::journal::{NoNet, Scribe, Standing};
use crate::store::recovery::Attached;
use crate::store::{
    DraftFile, Elsewhere, Frameworks, SaveError, free_name, library, new_id, recovery, slug,
    write_whole,
};

/// The example that a user can open a copy of.
const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// Where a desk finds and keeps things.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The drafts.
    pub drafts: PathBuf,
    /// The user's own frameworks.
    pub frameworks: PathBuf,
    /// Journals, earlier versions, locks.
    pub state: PathBuf,
}

/// The journal of the draft that is open, to be written to before a frame is drawn. Clones are the same.
#[derive(Clone, Debug, Default)]
pub struct Pen(Arc<Mutex<Option<Scribe>>>);

impl Pen {
    fn scribe(&self) -> Option<Scribe> {
        let held = self.0.lock();
        held.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes another journal up; the one before is closed.
    fn take_up(&self, scribe: Option<Scribe>) {
        let held = self.0.lock();
        let before = std::mem::replace(&mut *held.unwrap_or_else(PoisonError::into_inner), scribe);
        if let Some(before) = before {
            before.close();
        }
    }

    /// Writes down what was done.
    pub fn note(&self, entries: Vec<Entry>) {
        if let Some(scribe) = self.scribe() {
            scribe.append(entries, Timestamp::now());
        }
    }
}

/// Carries out effects.
#[derive(Debug)]
pub struct Desk {
    drafts: PathBuf,
    state: PathBuf,
    frameworks: Frameworks,
    framework: String,
    inspector: (String, String),
    inbox: Sender<Message>,
    now: fn() -> String,
    open: Option<DraftFile>,
    pen: Pen,
    /// How many entries the journal had when the draft was opened.
    entries: u64,
}

impl Desk {
    /// A desk over these folders. `now` tells the time of day, for people.
    pub fn new(
        folders: &Folders,
        config: &Config,
        inbox: Sender<Message>,
        now: fn() -> String,
    ) -> Self {
        Self {
            drafts: folders.drafts.clone(),
            state: folders.state.clone(),
            frameworks: Frameworks::load(&folders.frameworks),
            framework: config.framework.clone(),
            inspector: (
                config.inspector.name.clone(),
                config.inspector.office.clone(),
            ),
            inbox,
            now,
            open: None,
            pen: Pen::default(),
            entries: 0,
        }
    }

    /// The journal of whichever draft is open.
    pub fn pen(&self) -> Pen {
        self.pen.clone()
    }

    /// Carries out one effect. Copying and stopping are the terminal's business and not done here.
    pub fn perform(&mut self, effect: Effect) {
        let message = match effect {
            Effect::Save {
                assessment,
                revision,
            } => Some(self.save(&assessment, revision)),
            Effect::Journal(entries) => {
                self.pen.note(entries);
                None
            }
            Effect::Look => self.look(),
            Effect::List => Some(self.list()),
            Effect::Open(path) => Some(self.open(&path)),
            Effect::Create { subject, framework } => {
                Some(self.create(&subject, framework.as_deref()))
            }
            Effect::CreateExample => Some(self.example()),
            Effect::Duplicate(path) => self.then_list(library::duplicate(&path), "Copied to"),
            Effect::Rename(path, name) => {
                self.then_list(library::rename(&path, &name), "It is now called")
            }
            Effect::Restore { from, to } => {
                self.then_list(library::restore(&from, &to), "Brought back:")
            }
            Effect::Trash(path) => Some(match library::trash(&path) {
                Ok(to) => Message::Trashed { from: path, to },
                Err(error) => Message::Failed(error.to_string()),
            }),
            Effect::WritePrint { text, ending } => Some(self.write_print(&text, ending)),
            Effect::Copy(_) | Effect::Suspend | Effect::Quit => None,
        };
        self.tell(message);
    }

    /// Puts the desk on a thread. It works until the sender is dropped, and then all that was asked is done.
    pub fn on_a_thread(mut self) -> (Sender<Effect>, JoinHandle<()>) {
        let (post, orders): (_, Receiver<Effect>) = channel();
        let worker = std::thread::spawn(move || {
            for effect in orders {
                // Whatever goes wrong with one effect, the next save must still be made.
                let done = catch_unwind(AssertUnwindSafe(|| self.perform(effect)));
                if done.is_err() {
                    let why = "Not saved: a fault in Assay itself. Copy the statement, save again, and tell us.";
                    self.tell(Some(Message::NotSaved {
                        why: why.to_owned(),
                    }));
                }
            }
        });
        (post, worker)
    }

    fn tell(&self, message: Option<Message>) {
        if let Some(message) = message {
            // Nobody listens once the screen has closed.
            let _ = self.inbox.send(message);
        }
    }

    fn save(&mut self, assessment: &Assessment, revision: u64) -> Message {
        let Some(file) = &mut self.open else {
            return Message::NotSaved {
                why: "No draft is open.".to_owned(),
            };
        };
        let entries = self.entries + revision;
        let saved = match self.pen.scribe() {
            Some(mut scribe) => file.save(assessment, entries, &mut scribe),
            None => file.save(assessment, entries, &mut NoNet),
        };
        match saved {
            Ok(_) => Message::Saved {
                revision,
                at: (self.now)(),
            },
            Err(SaveError::ChangedElsewhere(elsewhere)) => changed(*elsewhere),
            Err(error @ SaveError::Kept { .. }) => {
                self.tell(Some(Message::Saved {
                    revision,
                    at: (self.now)(),
                }));
                Message::Failed(error.to_string())
            }
            Err(error) => Message::NotSaved {
                why: error.to_string(),
            },
        }
    }

    fn look(&mut self) -> Option<Message> {
        let elsewhere = self.open.as_mut()?.look()?;
        Some(changed(elsewhere))
    }

    fn list(&self) -> Message {
        match library::list(&self.drafts, &self.frameworks) {
            Ok(cards) => Message::Listed(cards.into_iter().map(card).collect()),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    fn open(&mut self, path: &Path) -> Message {
        let opening = match recovery::open(&self.state, path, &self.frameworks) {
            Ok(opening) => opening,
            Err(error) => return Message::Failed(error.to_string()),
        };
        let (name, draft) = (path.display().to_string(), opening.draft);
        let mut opened = Opened::plain(draft.assessment, draft.framework, name);
        opened.read_only = draft.read_only;
        match opening.attached {
            Some(attached) => self.attach(attached, &mut opened),
            None => self.pen.take_up(None),
        }
        self.open = Some(opening.file);
        Message::Opened(Box::new(opened))
    }

    /// Takes up a draft's journal, with what it brought back.
    fn attach(&mut self, attached: Attached, opened: &mut Opened) {
        opened.assessment = attached.assessment;
        opened.history = attached.history;
        opened.conflicts = attached.conflicts;
        opened.told = attached.told;
        opened.recovered = attached.recovered.map(|recovered| Recovered {
            steps: recovered.steps,
            since: time_of(recovered.since),
            before: Box::new(recovered.before),
        });
        self.entries = attached.journal.entries();
        let inbox = self.inbox.clone();
        let tell = move |standing| {
            let _ = inbox.send(Message::Journal(told(standing)));
        };
        let scribe = Scribe::new(attached.journal, Box::new(tell));
        self.pen.take_up(Some(scribe));
    }

    fn create(&mut self, subject: &str, framework: Option<&str>) -> Message {
        let id = framework.unwrap_or(&self.framework);
        let framework = match self.frameworks.get(id) {
            Ok(framework) => framework,
            Err(error) => return Message::Failed(format!("Framework \"{id}\": {error}")),
        };
        let mut assessment = Assessment::about(&new_id(subject), &framework, subject);
        (assessment.inspector.name, assessment.inspector.office) = self.inspector.clone();
        let path = free_name(&self.drafts, &slug(subject));
        self.begin(&path, assessment, framework)
    }

    fn begin(&mut self, path: &Path, assessment: Assessment, framework: Arc<Framework>) -> Message {
        let mut file = DraftFile::new(path, &assessment, &framework);
        // The draft has its file from the first moment, so that even a name that was typed is safe.
        if let Err(error) = file.save(&assessment, 0, &mut NoNet) {
            return Message::Failed(error.to_string());
        }
        let mut opened = Opened::plain(assessment, framework, path.display().to_string());
        opened.new = true;
        let attached = recovery::begin(&self.state, &file, &opened.assessment);
        self.attach(attached, &mut opened);
        self.open = Some(file);
        Message::Opened(Box::new(opened))
    }

    fn example(&mut self) -> Message {
        let path = free_name(&self.drafts, "example");
        match write_whole(&path, EXAMPLE.as_bytes()) {
            Ok(()) => self.open(&path),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    fn write_print(&self, text: &str, ending: &str) -> Message {
        let Some(file) = &self.open else {
            return Message::Failed("No draft is open.".to_owned());
        };
        let path = file.path().with_extension(ending);
        match write_whole(&path, text.as_bytes()) {
            Ok(()) => {
                // The name comes first: in a narrow window the folder may be cut off.
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let folder = path.parent().unwrap_or(Path::new(""));
                Message::Told(format!("Printed to {name} in {}", folder.display()))
            }
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    fn then_list(
        &self,
        done: Result<PathBuf, crate::store::FileError>,
        words: &str,
    ) -> Option<Message> {
        match done {
            Ok(path) => {
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                self.tell(Some(self.list()));
                Some(Message::Told(format!("{words} {name}")))
            }
            Err(error) => Some(Message::Failed(error.to_string())),
        }
    }
}

impl Drop for Desk {
    /// Brings the journal to the disk.
    fn drop(&mut self) {
        self.pen.take_up(None);
    }
}

fn changed(elsewhere: Elsewhere) -> Message {
    Message::ChangedElsewhere {
        base: Box::new(elsewhere.base),
        theirs: Box::new(elsewhere.theirs),
    }
}

fn told(standing: Standing) -> JournalStanding {
    match standing {
        Standing::Home => JournalStanding::Safe,
        Standing::Away(path) => JournalStanding::Elsewhere(path.display().to_string()),
        Standing::Behind => JournalStanding::Behind,
        Standing::Nowhere(why) => JournalStanding::Nowhere(why),
    }
}

/// A moment as people name it: the time of day, and the day where it is not today.
fn time_of(moment: Timestamp) -> String {
    let zone = jiff::tz::TimeZone::system();
    let (then, now) = (
        moment.to_zoned(zone.clone()),
        Timestamp::now().to_zoned(zone),
    );
    let form = if then.date() == now.date() {
        "%H:%M"
    } else {
        "%-d %b %H:%M"
    };
    then.strftime(form).to_string()
}

fn card(card: library::Card) -> Card {
    let changed = card.changed.map(|time| {
        let local = time.to_zoned(jiff::tz::TimeZone::system());
        local.strftime("%-d %b %Y %H:%M").to_string()
    });
    let grade = |standing: &library::Standing| match standing {
        library::Standing::Open => CardGrade::Open,
        library::Standing::Graded(grade) => CardGrade::Grade(*grade),
        library::Standing::Other(state) => CardGrade::State(*state),
    };
    Card {
        path: card.path,
        subject: card.subject,
        year: card.year,
        grades: card.grades.iter().map(grade).collect(),
        findings: card.findings,
        changed: changed.unwrap_or_default(),
        broken: card.broken,
    }
}
