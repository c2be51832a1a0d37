//! The inspection that is open: its file, and the drafts that it names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{EffectRunner, Rest, card};
use crate::app::{DraftStatus, Message, News, OpenedInspection, ReadDraft};
use crate::assessment::{Assessment, Inspection};
use crate::statement::NoticeDraft;
use crate::store::journal::NoSaveJournal;
use crate::store::{
    DraftFile, Frameworks, InspectionFile, InspectionSaved, Unread, draft_path, free_name, library,
    name_in, new_id, read_draft, slug,
};

/// How many drafts are read and woven at once, before whatever else is asked for has its turn.
const AT_ONCE: usize = 16;

impl EffectRunner {
    /// Opens an inspection. Its drafts are read when they are asked for.
    pub(super) fn open_inspection(&mut self, path: &Path) -> Message {
        match InspectionFile::open(path) {
            Ok((file, read)) => {
                let opened = OpenedInspection {
                    path: file.path().to_owned(),
                    inspection: read.inspection,
                    read_only: read.read_only,
                };
                self.inspection = Some(file);
                Message::Inspection(News::OpenedDraft(Box::new(opened)))
            }
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Looks whether another program has changed the inspection.
    pub(super) fn look_at_inspection(&mut self) -> Option<Message> {
        let (base, theirs) = self.inspection.as_mut()?.look()?;
        Some(Message::Inspection(News::Changed {
            base: Box::new(base),
            theirs: Box::new(theirs),
        }))
    }

    /// Puts drafts behind those that are still to be read; one that waits already waits once.
    pub(super) fn read_later(&mut self, inspection: PathBuf, mut named: Vec<String>) {
        let waiting = self.rest.iter_mut().find_map(|rest| match rest {
            Rest::Drafts {
                inspection: other,
                named,
            } if *other == inspection => Some(named),
            _ => None,
        });
        match waiting {
            Some(waiting) => {
                let known: BTreeSet<&String> = waiting.iter().collect();
                named.retain(|name| !known.contains(name));
                waiting.append(&mut named);
            }
            None => self.rest.push(Rest::Drafts { inspection, named }),
        }
    }

    /// Lets go of the inspection, and of what was still to be read of it.
    pub(super) fn close_inspection(&mut self) {
        self.inspection = None;
        self.rest
            .retain(|rest| matches!(rest, Rest::Library { .. }));
    }

    pub(super) fn open_named(&mut self, inspection: &Path, named: &str) -> Message {
        match draft_path(inspection, named) {
            Some(path) => self.open(&path, false),
            None => Message::Failed(format!("\"{named}\" names no draft here.")),
        }
    }

    pub(super) fn save_inspection(&mut self, inspection: &Inspection, revision: u64) -> Message {
        let Some(file) = &mut self.inspection else {
            let why = "No inspection is open.".to_owned();
            return Message::Inspection(News::NotSaved { why });
        };
        let at = (self.now)();
        Message::Inspection(match file.save(inspection) {
            Ok(InspectionSaved::Done) => News::Saved { revision, at },
            Ok(InspectionSaved::Merged(merged)) => News::Merged(Box::new(merged)),
            Err(error) => News::NotSaved {
                why: format!("Not saved: {error}"),
            },
        })
    }

    pub(super) fn create_inspection(&mut self, title: &str) -> Message {
        let inspection = Inspection {
            id: new_id(title),
            title: title.to_owned(),
            ..Inspection::default()
        };
        match InspectionFile::create(&self.drafts, &slug(title), &inspection) {
            Ok(path) => self.open_inspection(&path),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// The drafts in the folder of an inspection.
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
                Message::Inspection(News::Beside(named.collect()))
            }
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Makes a draft beside the open inspection.
    pub(super) fn create_beside(&mut self, subject: &str, framework: Option<&str>) -> Message {
        let Some(inspection) = self.inspection.as_ref().map(InspectionFile::path) else {
            return Message::Failed("No inspection is open.".to_owned());
        };
        let id = framework.unwrap_or(&self.framework);
        let framework = match self.frameworks.get(id) {
            Ok(framework) => framework,
            Err(error) => return Message::Failed(format!("Framework \"{id}\": {error}")),
        };
        let mut assessment = Assessment::about(&new_id(subject), &framework, subject);
        (assessment.inspector.name, assessment.inspector.office) = self.inspector.clone();
        let folder = inspection.parent().unwrap_or(Path::new(""));
        let path = free_name(folder, &slug(subject));
        let Some(named) = name_in(inspection, &path) else {
            return Message::Failed("The draft cannot be made beside the inspection.".to_owned());
        };
        let mut file = DraftFile::new(&path, &assessment, &framework);
        match file.save(&assessment, 0, &mut NoSaveJournal) {
            Ok(_) => Message::Inspection(News::Made(named)),
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
        Message::Inspection(News::Read {
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
            told: NoticeDraft::of(&draft.assessment, &draft.framework),
            assessment: draft.assessment,
            framework: draft.framework,
        })),
        Err(Unread::Missing) => DraftStatus::Missing,
        Err(Unread::Sealed) => DraftStatus::Sealed,
        Err(Unread::Broken(why)) => DraftStatus::Broken(why),
    }
}
