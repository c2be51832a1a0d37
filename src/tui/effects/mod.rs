//! Carrying out effects: the one place where the screen reaches files.
//!
//! The runner may stand on a thread of its own (see [`EffectRunner::on_a_thread`]), so that typing never waits for the
//! disk. What comes of an effect goes to the inbox as a message.

mod checker;
mod draft;
mod frameworks;
mod inspection;
mod journal_handle;
mod library;
mod opening;
mod outside_journal;
mod pending;
mod saving;
mod settings;
mod slot;
#[cfg(test)]
mod tests;
mod watch;

pub(crate) use draft::import_source;
pub use journal_handle::JournalHandle;
pub use settings::SettingsFile;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use self::checker::CheckThread;
use self::opening::{fault, opened_path};
use self::pending::{AT_ONCE, JOURNALS_AT_ONCE, PendingReads};
use self::slot::{AnySlot, FileSlot};
use crate::app::{Effect, FileKind, LibraryNews, Message};
use crate::assessment::{Assessment, Inspection};
use crate::check::Levels;
use crate::config::Config;
use crate::store::library::{self as store_library, KnownEntries};
use crate::store::outside_text_kept;
use crate::store::{Frameworks, LastPlaces, PrintDoor, free_name, make_folder, recovery, slug};

/// The folders in which effects find and keep things.
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
pub struct EffectRunner {
    drafts: PathBuf,
    /// Locks of drafts whose own folder takes none.
    locks: PathBuf,
    frameworks: Arc<Frameworks>,
    framework: String,
    inspector: (String, String),
    inbox: Sender<Message>,
    now: fn() -> String,
    mark: fn() -> String,
    prints: PrintDoor,
    draft: FileSlot<Assessment>,
    inspection: FileSlot<Inspection>,
    journal: JournalHandle,
    /// Reads that are still to be done, behind whatever is asked for.
    pending: Vec<PendingReads>,
    /// The drafts of the folder as they were read last.
    known: KnownEntries,
    /// The records of where drafts were left.
    last_places: LastPlaces,
    /// The settings, where they can be changed.
    settings: Option<SettingsFile>,
    /// The levels set for the rules of the checks.
    levels: Levels,
    /// The background check.
    checker: CheckThread,
    /// True where a draft is shown before it is woven.
    weaves_behind: bool,
}

impl EffectRunner {
    /// Returns a runner over these folders. `now` returns the time of day, for people.
    pub fn new(
        folders: &Folders,
        config: &Config,
        inbox: Sender<Message>,
        now: fn() -> String,
    ) -> Self {
        let frameworks = Arc::new(Frameworks::load(&folders.frameworks));
        let state = &folders.state;
        let journal = JournalHandle::new(state, &inbox);
        Self {
            drafts: folders.drafts.clone(),
            locks: slot::locks(state),
            framework: config.framework.clone(),
            inspector: (
                config.inspector.name.clone(),
                config.inspector.office.clone(),
            ),
            draft: FileSlot::new(state, &frameworks, &journal, &inbox),
            inspection: FileSlot::new(state, &frameworks, &journal, &inbox),
            prints: PrintDoor::new(state),
            frameworks,
            journal,
            inbox,
            now,
            mark: String::new,
            pending: Vec::new(),
            known: KnownEntries::default(),
            last_places: LastPlaces::new(state),
            settings: None,
            levels: config.check.clone(),
            checker: CheckThread::default(),
            weaves_behind: false,
        }
    }

    /// Returns the same with a mark for the new ids of each draft that is opened.
    #[must_use]
    pub fn with_marks(mut self, mark: fn() -> String) -> Self {
        self.mark = mark;
        self
    }

    /// Returns the same, which looks at what is open after each so long a time.
    #[must_use]
    pub fn with_looks(mut self, every: Duration) -> Self {
        (self.draft.looks, self.inspection.looks) = (Some(every), Some(every));
        self
    }

    /// Returns the same, which lets a draft be shown before it is woven.
    #[must_use]
    pub fn with_weaving_behind(mut self) -> Self {
        self.weaves_behind = true;
        self
    }

    /// Returns the same with nothing left to come later: checks and hashes are over when they are asked for.
    #[must_use]
    pub fn in_turn(mut self) -> Self {
        self.checker = CheckThread::in_turn();
        self
    }

    /// Returns the journals of the draft and the inspection that are open.
    pub fn journal(&self) -> JournalHandle {
        self.journal.clone()
    }

    /// Carries out one effect, to its end. Copying and stopping are the terminal's business and not done here.
    pub fn perform(&mut self, effect: Effect) {
        self.carry_out(effect);
        while !self.pending.is_empty() {
            self.read_more();
        }
    }

    /// Carries out one effect; what takes long is only begun.
    fn carry_out(&mut self, effect: Effect) {
        let message = match effect {
            Effect::Save { content, revision } => Some(self.save(&content, revision)),
            Effect::Journal(note) => return self.journal.note(&note),
            opens @ (Effect::Open(_) | Effect::OpenNamed { .. } | Effect::Unlock { .. }) => {
                self.opens(opens)
            }
            Effect::CheckFile(kind) => self.slot(kind).check(),
            Effect::SaveAs {
                content,
                revision,
                name,
            } => Some(self.save_as(&content, revision, name)),
            Effect::GoOnAt(kind, path) => self.slot(kind).go_on_at(path),
            Effect::WriteAnew(kind) => return self.slot(kind).write_anew(),
            Effect::TakeOver(kind) => self.slot(kind).take_over(),
            Effect::WaitFor(kind) => return self.slot(kind).wait_for_holder(),
            Effect::OpenAgain(kind) => self.slot(kind).open_again(),
            Effect::Close(kind) => return self.close(kind),
            Effect::KeepPlace { id, words } => return self.last_places.keep(&id, &words),
            Effect::Hash { id, reference } => return self.hash(id, reference),
            Effect::ReadImport { of, name } => return self.read_import(of, name),
            later
            @ (Effect::WeaveDraft { .. } | Effect::CheckDraft { .. } | Effect::Suggest(_)) => {
                return self.checker.start(later, &self.inbox);
            }
            Effect::AddHouseWord(word) => Some(self.add_house_word(&word)),
            Effect::SetAside(journal) => return recovery::set_aside(&journal),
            Effect::List => self.list(),
            Effect::Settings => Some(self.list_settings()),
            Effect::ChangeSetting { path, value } => Some(self.change_setting(path, value)),
            Effect::Preview(path) => return self.preview_later(path),
            Effect::LookInside { words, paths } => return self.look_later(words, paths),
            Effect::ReadDrafts { inspection, named } => return self.read_later(inspection, named),
            Effect::CreateInspection(title) => Some(self.create_inspection(&title)),
            Effect::Beside(inspection) => Some(self.beside(&inspection)),
            Effect::CreateBeside {
                subject,
                framework,
                carried,
            } => Some(self.create_beside(&subject, framework.as_deref(), carried)),
            Effect::Create { subject, framework } => {
                Some(self.create(&subject, framework.as_deref()))
            }
            Effect::ReadOld(path) => return self.read_old(path),
            Effect::BeginOld(old) => Some(self.begin_old(&old)),
            Effect::CreateExample(framework) => Some(self.example(&framework)),
            Effect::Succeed {
                from,
                year,
                framework,
            } => Some(self.succeed(&from, &year, &framework)),
            Effect::ReadEarlier(named) => self.read_earlier(named),
            Effect::FindEarlier => self.find_earlier(),
            Effect::Frameworks(purpose) => Some(self.list_frameworks(purpose)),
            Effect::Framework(id) => Some(self.find_framework(&id)),
            Effect::Duplicate(path) => self.duplicate(&path),
            Effect::Rename(path, name) => self.rename(&path, &name),
            Effect::Restore { from, to } => self.bring_back(&from, &to),
            Effect::Trash(path) => Some(self.trash(path)),
            Effect::WritePrints { prints, told } => Some(self.write_prints(&prints, &told)),
            Effect::OutsideKept(folder, words) => {
                return outside_text_kept(&folder, &words, false);
            }
            Effect::Copy(_) | Effect::Redraw | Effect::Suspend | Effect::Quit => None,
            Effect::Shape(_) | Effect::CatchMouse(_) => None,
            Effect::EditOutside(_) | Effect::LookOutside => None,
        };
        self.send(message);
    }

    fn rename(&mut self, path: &Path, name: &str) -> Option<Message> {
        let renamed = store_library::rename(path, name, &self.locks);
        self.then_list(Some(path), renamed, ("It is now called", ""))
    }

    fn bring_back(&mut self, from: &Path, to: &Path) -> Option<Message> {
        let restored = store_library::restore(from, to);
        self.then_list(Some(to), restored, ("Brought back:", ""))
    }

    /// Reads a few more of the files that are still to be read.
    fn read_more(&mut self) {
        let Some(pending) = self.pending.first_mut() else {
            return;
        };
        let (message, done) = match pending {
            PendingReads::Preview(path) => {
                let (path, frameworks) = (std::mem::take(path), &self.frameworks);
                let preview = library::preview(&path, frameworks, &self.levels);
                (
                    Message::Library(LibraryNews::Previewed { path, preview }),
                    true,
                )
            }
            PendingReads::Inside { words, rest } => {
                let some = rest.split_off(rest.len().saturating_sub(AT_ONCE));
                let found = library::inside(&some, words, &self.frameworks);
                let (words, last) = (words.clone(), rest.is_empty());
                let news = LibraryNews::FoundInside { words, found, last };
                (Message::Library(news), last)
            }
            PendingReads::Unfinished(rest) => {
                let some = rest.split_off(rest.len().saturating_sub(JOURNALS_AT_ONCE));
                let found = library::unfinished(&self.draft.state, &some);
                let done = rest.is_empty();
                (Message::Library(LibraryNews::Unfinished(found)), done)
            }
            PendingReads::Library {
                listing,
                first,
                read,
            } => {
                let cards = listing.read(&self.frameworks, &mut self.known, AT_ONCE);
                let plain = cards.iter().filter(|card| !card.sealed);
                read.extend(plain.map(|card| card.path.clone()));
                let cards = cards.into_iter().map(library::card).collect();
                let first = std::mem::take(first);
                let last = listing.is_done();
                let news = LibraryNews::Listed { cards, first, last };
                (Message::Library(news), last)
            }
            PendingReads::Drafts { inspection, named } => {
                let (inspection, mut left) = (inspection.clone(), std::mem::take(named));
                let message = self.read_some(&inspection, &mut left);
                let done = left.is_empty();
                if let Some(PendingReads::Drafts { named, .. }) = self.pending.first_mut() {
                    *named = left;
                }
                (message, done)
            }
        };
        let read = done.then(|| self.pending.remove(0));
        if let Some(PendingReads::Library { mut read, .. }) = read {
            self.send(Some(self.list_trash()));
            read.reverse();
            if !read.is_empty() {
                self.pending.push(PendingReads::Unfinished(read));
            }
        }
        self.send(Some(message));
    }

    /// Puts the runner on a thread. It works until the sender is dropped, and then all that was asked is done but
    /// for reading, which nobody waits for any more.
    pub fn on_a_thread(mut self) -> (Sender<Effect>, JoinHandle<()>) {
        let (post, orders): (_, Receiver<Effect>) = channel();
        let worker = std::thread::spawn(move || {
            loop {
                let effect = match self.pending.is_empty() {
                    true => orders.recv().map_err(|_| TryRecvError::Disconnected),
                    false => orders.try_recv(),
                };
                let effect = match effect {
                    Ok(effect) => effect,
                    Err(TryRecvError::Disconnected) => return,
                    Err(TryRecvError::Empty) => {
                        if catch_unwind(AssertUnwindSafe(|| self.read_more())).is_err() {
                            self.pending.clear();
                            let why =
                                "A fault in Assay itself: not all drafts are shown.".to_owned();
                            self.send(Some(Message::Failed(why)));
                        }
                        continue;
                    }
                };
                // Whatever goes wrong with one effect, the next save must still be made.
                let kind = match &effect {
                    Effect::Save { content, .. } | Effect::SaveAs { content, .. } => content.kind(),
                    _ => FileKind::Draft,
                };
                let opens = opened_path(&effect);
                let done = catch_unwind(AssertUnwindSafe(|| self.carry_out(effect)));
                if done.is_err() {
                    self.send(Some(fault(opens, kind)));
                }
            }
        });
        (post, worker)
    }

    fn slot(&mut self, kind: FileKind) -> &mut dyn AnySlot {
        match kind {
            FileKind::Draft => &mut self.draft,
            FileKind::Inspection => &mut self.inspection,
        }
    }

    /// Lets go of an open file; of an inspection also what was still to be read of it.
    fn close(&mut self, kind: FileKind) {
        self.slot(kind).close();
        if kind == FileKind::Inspection {
            self.pending
                .retain(|pending| !matches!(pending, PendingReads::Drafts { .. }));
        }
    }

    fn send(&self, message: Option<Message>) {
        if let Some(message) = message {
            // Nobody listens once the screen has closed.
            let _ = self.inbox.send(message);
        }
    }

    /// Returns a free name for a new draft or inspection in the folder of drafts, which is made where it is not there.
    fn new_path(&self, name: &str) -> Result<PathBuf, Message> {
        make_folder(&self.drafts).map_err(|error| Message::Failed(error.to_string()))?;
        Ok(free_name(&self.drafts, &slug(name)))
    }
}

impl Drop for EffectRunner {
    /// Brings the journals to the disk.
    fn drop(&mut self) {
        self.draft.close();
        self.inspection.close();
        self.journal.close_library();
    }
}
