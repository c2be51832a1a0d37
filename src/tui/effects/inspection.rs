//! The inspection that is open: its file, and the drafts that it names.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::library::card;
use super::slot::ShownDocument;
use super::{EffectRunner, PendingReads};
use crate::app::{
    CarriedFields, DraftStatus, FileKind, InspectionNews, Message, OpenedFile, ReadDraft,
};
use crate::assessment::Inspection;
use crate::statement::NoticeDraft;
use crate::store::{
    DraftFile, ExternalChange, Frameworks, InspectionFile, UnreadDraft, draft_path, free_name,
    is_inspection, library, name_in, new_id, read_draft, slug,
};

/// The number of drafts that are read and woven at once, before whatever else is asked for has its turn.
const AT_ONCE: usize = 16;

impl ShownDocument for Inspection {
    const KIND: FileKind = FileKind::Inspection;

    fn opened(file: OpenedFile<Self>, (): (), new: bool) -> Message {
        let file = Box::new(file);
        Message::Inspection(InspectionNews::Opened { file, new })
    }

    fn changed(elsewhere: ExternalChange<Self>) -> Message {
        Message::Inspection(InspectionNews::ChangedElsewhere {
            base: Box::new(elsewhere.base),
            theirs: Box::new(elsewhere.theirs),
            descent: elsewhere.descent,
        })
    }
}

impl EffectRunner {
    /// Opens an inspection. Its drafts are read when they are asked for.
    pub(super) fn open_inspection(&mut self, path: &Path) -> Message {
        self.inspection.open(path, None, false)
    }

    /// Opens a file, whichever of the two stands in it.
    pub(super) fn open_file(&mut self, path: &Path) -> Message {
        if is_inspection(path) {
            return self.open_inspection(path);
        }
        match self.open(path, false) {
            // It was cut off in the middle of a save, and is whole only now.
            Message::Failed(_) if is_inspection(path) => self.open_inspection(path),
            opened => opened,
        }
    }

    /// Puts drafts behind those that are still to be read; one that waits already waits once.
    pub(super) fn read_later(&mut self, inspection: PathBuf, mut named: Vec<String>) {
        let waiting = self.pending.iter_mut().find_map(|pending| match pending {
            PendingReads::Drafts {
                inspection: other,
                named,
            } if *other == inspection => Some(named),
            _ => None,
        });
        match waiting {
            Some(waiting) => {
                let known: HashSet<&String> = waiting.iter().collect();
                named.retain(|name| !known.contains(name));
                waiting.append(&mut named);
            }
            None => self
                .pending
                .push(PendingReads::Drafts { inspection, named }),
        }
    }

    pub(super) fn open_named(&mut self, inspection: &Path, named: &str) -> Message {
        match draft_path(inspection, named) {
            Some(path) => self.open(&path, false),
            None => Message::Failed(format!("\"{named}\" names no draft here.")),
        }
    }

    pub(super) fn create_inspection(&mut self, title: &str) -> Message {
        let inspection = Inspection {
            id: new_id(title),
            title: title.to_owned(),
            ..Inspection::default()
        };
        let path = match self.new_path(title) {
            Ok(path) => path,
            Err(failed) => return failed,
        };
        match InspectionFile::create(&path, &inspection, &()) {
            Ok(()) => self.inspection.open(&path, None, true),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Returns the drafts in the folder of an inspection.
    pub(super) fn beside(&self, inspection: &Path) -> Message {
        let folder = inspection.parent().unwrap_or(Path::new(""));
        let folder = match folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => folder,
        };
        match library::list(folder, &self.frameworks) {
            Ok(cards) => {
                let named = cards.into_iter().filter_map(|one| {
                    let name = PathBuf::from(one.path.file_name()?);
                    let beside = inspection.with_file_name(name);
                    Some((name_in(inspection, &beside)?, card(one)))
                });
                Message::Inspection(InspectionNews::Beside(named.collect()))
            }
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Makes a draft beside the open inspection.
    pub(super) fn create_beside(
        &mut self,
        subject: &str,
        framework: Option<&str>,
        carried: CarriedFields,
    ) -> Message {
        let Some(inspection) = self.inspection.path() else {
            return Message::Failed("No inspection is open.".to_owned());
        };
        let (mut assessment, framework) = match self.fresh(subject, framework) {
            Ok(fresh) => fresh,
            Err(why) => return Message::Failed(why),
        };
        if !carried.inspector.name.is_empty() {
            assessment.inspector = carried.inspector;
        }
        assessment.period.label = carried.year;
        assessment.period.published = carried.published;
        let folder = inspection.parent().unwrap_or(Path::new(""));
        let path = free_name(folder, &slug(subject));
        let Some(named) = name_in(inspection, &path) else {
            return Message::Failed("The draft cannot be made beside the inspection.".to_owned());
        };
        match DraftFile::create(&path, &assessment, &framework) {
            Ok(()) => Message::Inspection(InspectionNews::Made(named)),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Reads some of the drafts that were asked for. What is left is read in the next turn.
    pub(super) fn read_some(&self, inspection: &Path, named: &mut Vec<String>) -> Message {
        let now: Vec<String> = named.drain(..named.len().min(AT_ONCE)).collect();
        let read = now.into_iter().map(|named| {
            let standing = standing(inspection, &named, &self.frameworks);
            (named, standing)
        });
        Message::Inspection(InspectionNews::Read {
            inspection: inspection.to_owned(),
            read: read.collect(),
        })
    }
}

fn standing(inspection: &Path, named: &str, frameworks: &Frameworks) -> DraftStatus {
    let Some(path) = draft_path(inspection, named) else {
        return DraftStatus::Missing;
    };
    match read_draft(&path, frameworks) {
        Ok(draft) => DraftStatus::Read(Arc::new(ReadDraft {
            notice: NoticeDraft::of(&draft.assessment, &draft.framework),
            assessment: draft.assessment,
            framework: draft.framework,
        })),
        Err(UnreadDraft::Missing) => DraftStatus::Missing,
        Err(UnreadDraft::Sealed) => DraftStatus::Sealed,
        Err(UnreadDraft::Broken(why)) => DraftStatus::Broken(why),
    }
}
