//! The draft that is open.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use super::EffectRunner;
use super::slot::ShownDocument;
use crate::app::{FileKind, Message, OpenedDraft, OpenedFile, Secret};
use crate::assessment::{Assessment, Framework};
use crate::store::seal::Passphrase;
use crate::store::{DraftFile, ExternalChange, attachments, new_id};

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
