//! Carrying out effects: the one place where the screen's wishes meet files.
//!
//! A desk may stand on a thread of its own (see [`Desk::on_a_thread`]), so that typing never waits for the
//! disk. What comes of an effect goes to the inbox as a message.

mod draft;
mod pen;

pub use pen::Pen;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use self::draft::OpenDraft;
use crate::app::{Card, CardGrade, Effect, Message};
use crate::assessment::{Assessment, Framework};
use crate::config::Config;
use crate::store::journal::NoNet;
use crate::store::lock::Lock;
use crate::store::seal::Passphrase;
use crate::store::{DraftFile, Frameworks, free_name, library, new_id, slug, write_whole};

/// The example that a user can open a copy of.
const EXAMPLE: &str = include_str!("../../../assets/examples/annual.toml");

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
    open: Option<OpenDraft>,
    /// What opens the draft, where it is sealed.
    passphrase: Option<Arc<Passphrase>>,
    pen: Pen,
    /// A lock that was waited for.
    freed: Arc<Mutex<Option<Lock>>>,
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
            passphrase: None,
            pen: Pen::default(),
            freed: Arc::default(),
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
            Effect::Unlock { path, words } => Some(self.unlock(&path, words)),
            Effect::Look => self.look(),
            Effect::TakeOver => self.take_over(),
            Effect::SetAside(journal) => {
                crate::store::recovery::set_aside(&journal);
                None
            }
            Effect::OpenAgain => self.open_again(),
            Effect::Close => {
                self.close();
                None
            }
            Effect::List => Some(self.list()),
            Effect::Open(path) => Some(self.open(&path, false)),
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

    fn list(&self) -> Message {
        match library::list(&self.drafts, &self.frameworks) {
            Ok(cards) => Message::Listed(cards.into_iter().map(card).collect()),
            Err(error) => Message::Failed(error.to_string()),
        }
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
        self.begin(&path, &assessment, &framework)
    }

    fn begin(
        &mut self,
        path: &Path,
        assessment: &Assessment,
        framework: &Arc<Framework>,
    ) -> Message {
        let mut file = DraftFile::new(path, assessment, framework);
        // The draft has its file from the first moment, so that even a name that was typed is safe.
        match file.save(assessment, 0, &mut NoNet) {
            Ok(_) => self.open(path, true),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    fn example(&mut self) -> Message {
        let path = free_name(&self.drafts, "example");
        match write_whole(&path, EXAMPLE.as_bytes()) {
            Ok(()) => self.open(&path, false),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    fn write_print(&self, text: &str, ending: &str) -> Message {
        let Some(file) = &self.open else {
            return Message::Failed("No draft is open.".to_owned());
        };
        let path = file.print_path(ending);
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
        self.close();
    }
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
        year: match card.sealed {
            true => "sealed".to_owned(),
            false => card.year,
        },
        grades: card.grades.iter().map(grade).collect(),
        findings: card.findings,
        changed: changed.unwrap_or_default(),
        broken: card.broken,
    }
}
