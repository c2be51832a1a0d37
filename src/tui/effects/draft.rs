//! The draft that is open.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::EffectRunner;
use super::slot::ShownDocument;
use crate::app::{FileKind, Message, OldStatement, OpenedDraft, OpenedFile, Secret};
use crate::assessment::{Assessment, Framework};
use crate::exchange::{ImportSource, SourceTable, is_table};
use crate::old_text::{OldText, draft_of};
use crate::store::format::decode;
use crate::store::seal::Passphrase;
use crate::store::{
    DraftFile, ExternalChange, Frameworks, at_home, attachments, new_id, read_bytes, read_old,
};

impl ShownDocument for Assessment {
    const KIND: FileKind = FileKind::Draft;

    fn opened(file: OpenedFile<Self>, framework: Arc<Framework>, new: bool) -> Message {
        Message::OpenedDraft(Box::new(OpenedDraft {
            file,
            framework,
            new,
            mark: String::new(),
            unwoven: false,
        }))
    }

    fn changed(elsewhere: ExternalChange<Self>) -> Message {
        Message::ChangedElsewhere {
            base: Box::new(elsewhere.base),
            theirs: Box::new(elsewhere.theirs),
            descent: elsewhere.descent,
        }
    }
}

impl EffectRunner {
    /// Opens a draft, with what its journal has beyond its file.
    pub(super) fn open(&mut self, path: &Path, new: bool) -> Message {
        let opened = self.draft.open(path, None, new);
        self.marked(opened)
    }

    /// Gives a draft that was opened the mark of its new ids.
    fn marked(&self, mut message: Message) -> Message {
        if let Message::OpenedDraft(opened) = &mut message {
            opened.mark = (self.mark)();
            opened.unwoven = self.weaves_behind;
        }
        message
    }

    /// Opens a sealed draft.
    pub(super) fn unlock(&mut self, path: &Path, words: Secret) -> Message {
        match Passphrase::new(words.0) {
            Ok(words) => {
                let opened = self.draft.open(path, Some(words), false);
                self.marked(opened)
            }
            Err(why) => Message::Sealed {
                path: path.to_owned(),
                why: Some(why.to_string()),
            },
        }
    }

    pub(super) fn create(&mut self, subject: &str, framework: Option<&str>) -> Message {
        match self.fresh(subject, framework) {
            Ok((assessment, framework)) => match self.new_path(subject) {
                Ok(path) => self.begin(&path, &assessment, &framework),
                Err(failed) => failed,
            },
            Err(why) => Message::Failed(why),
        }
    }

    /// Returns a draft about a body that nothing is said in yet, under the framework of this id or, without one, the
    /// configured one.
    pub(super) fn fresh(
        &self,
        subject: &str,
        framework: Option<&str>,
    ) -> Result<(Assessment, Arc<Framework>), String> {
        let id = framework.unwrap_or(&self.framework);
        let framework = self.frameworks.get(id);
        let framework = framework.map_err(|error| format!("Framework \"{id}\": {error}"))?;
        let mut assessment = Assessment::about(&new_id(subject), &framework, subject);
        (assessment.inspector.name, assessment.inspector.office) = self.inspector.clone();
        Ok((assessment, framework))
    }

    /// Reads an old statement, on a thread of its own: it is woven many times over, and another program may have to take its
    /// text out of a PDF.
    pub(super) fn read_old(&self, path: PathBuf) {
        let frameworks = Arc::clone(&self.frameworks);
        self.later(move || match old_statement(&path, &frameworks) {
            Ok(old) => Message::OldRead(old),
            Err(why) => Message::Failed(why),
        });
    }

    /// Makes a draft of an old statement, and opens it.
    pub(super) fn begin_old(&mut self, old: &OldStatement) -> Message {
        match self.new_path(&old.name) {
            Ok(path) => self.begin(&path, &old.draft, &old.framework),
            Err(failed) => failed,
        }
    }

    /// Does what takes its time on a thread of its own, and tells of it; in turn where everything is done so.
    fn later(&self, work: impl FnOnce() -> Message + Send + 'static) {
        let inbox = self.inbox.clone();
        let tell = move || drop(inbox.send(work()));
        match self.checker.is_in_turn() {
            true => tell(),
            false => drop(thread::spawn(tell)),
        }
    }

    pub(super) fn begin(
        &mut self,
        path: &Path,
        assessment: &Assessment,
        framework: &Arc<Framework>,
    ) -> Message {
        // The draft has its file from the first moment, so that even a name that was typed is safe.
        match DraftFile::create(path, assessment, framework) {
            Ok(()) => self.open(path, true),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Reads tables, or the files of a folder, for the open draft, on a thread of its own.
    pub(super) fn read_import(&self, of: String, name: String) {
        let Some(draft) = self.draft.path() else {
            return;
        };
        let home = draft.parent().unwrap_or(Path::new("")).to_owned();
        let path = home.join(at_home(Path::new(&name)));
        self.later(move || match import_source(&home, &path, &name) {
            Ok(source) => Message::ImportRead { of, name, source },
            Err(why) => Message::Failed(why),
        });
    }

    /// Takes the hash of a file that the open draft names, on a thread of its own: it may be large, or far away.
    /// One that is no file is none.
    pub(super) fn hash(&self, id: String, reference: String) {
        let Some(draft) = self.draft.path() else {
            return;
        };
        let path = draft.parent().unwrap_or(Path::new("")).join(&reference);
        let inbox = self.inbox.clone();
        let take = move || {
            if let Ok(hash) = attachments::hash_of(&path) {
                let _ = inbox.send(Message::Hashed {
                    id,
                    reference,
                    hash,
                });
            }
        };
        match self.checker.is_in_turn() {
            true => take(),
            false => drop(thread::spawn(take)),
        }
    }
}

/// Returns what a file or a folder of somebody else has for a draft in the folder `home`; messages call it by its `name`.
///
/// # Errors
/// It cannot be read; with its name, and the place where that is known.
pub(crate) fn import_source(home: &Path, path: &Path, name: &str) -> Result<ImportSource, String> {
    let at = |error: &dyn Display| format!("{name}: {error}");
    if path.is_dir() {
        let found = attachments::evidence_of_folder(path, home).map_err(|error| at(&error))?;
        return match found.told.first() {
            Some(why) if found.evidence.is_empty() => Err(why.clone()),
            _ => Ok(ImportSource::Files {
                evidence: found.evidence,
                told: found.told,
            }),
        };
    }
    if !is_table(name) {
        let bytes = read_old(path).map_err(|error| error.to_string())?;
        let file = attachments::evidence_of_file(path, home).map_err(|error| at(&error))?;
        return ImportSource::notes(&bytes, &file).map_err(|error| at(&error));
    }
    let bytes = read_bytes(path).map_err(|error| error.to_string())?;
    let text = decode(name, bytes).map_err(|error| error.to_string())?;
    let tables = SourceTable::read(name, &text).map_err(|error| format!("{name}:{error}"))?;
    Ok(ImportSource::Tables(tables))
}

/// Reads an old statement as a draft without a file.
fn old_statement(path: &Path, frameworks: &Frameworks) -> Result<OldStatement, String> {
    let path = at_home(path);
    let name = path.display();
    let bytes = read_old(&path).map_err(|error| error.to_string())?;
    let text = OldText::of(&bytes).map_err(|why| format!("{name}: {why}"))?;
    if text.blocks.is_empty() {
        return Err(format!("{name}: it holds no words"));
    }
    let read = draft_of(&text, "", frameworks.all(), None, None);
    let mut read = read.ok_or("there is no framework")?;
    let subject = &read.draft.subject.name;
    let id = new_id(subject);
    let named = match subject.is_empty() {
        true => path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        false => subject.clone(),
    };
    read.draft.head.id = id;
    Ok(OldStatement {
        name: format!("{named} {}", read.draft.period.label),
        draft: Box::new(read.draft),
        framework: read.framework,
    })
}
