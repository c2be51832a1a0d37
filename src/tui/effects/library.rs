//! The library: the folder of drafts, and what is shown beside the list of them.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use super::{EffectRunner, PendingReads};
use crate::app::{
    CUT, DraftCard, DraftCardGrade, FoundInside, LibraryNews, Message, Preview, PreviewedDraft,
    TrashedCard, Unfinished, found_inside, is_search,
};
use crate::check::{Checker, Levels};
use crate::statement::Weaver;
use crate::store::format::DraftOrInspection;
use crate::store::library::{HeadingStatus, LibraryEntry, Listing, duplicate, in_trash, trash};
use crate::store::{Frameworks, UnreadDraft, read_file, recovery};
use crate::text::{Query, counted};

impl EffectRunner {
    /// Begins to read the folder of drafts; what was begun before is not gone on with.
    pub(super) fn list(&mut self) -> Option<Message> {
        self.pending.retain(|pending| {
            !matches!(
                pending,
                PendingReads::Library { .. } | PendingReads::Unfinished(_)
            )
        });
        match Listing::of(&self.drafts) {
            Ok(listing) => {
                let pending = PendingReads::Library {
                    listing,
                    first: true,
                    read: Vec::new(),
                };
                self.pending.insert(0, pending);
                None
            }
            Err(error) => Some(Message::Failed(error.to_string())),
        }
    }

    /// Tells which drafts are in the trash.
    pub(super) fn list_trash(&self) -> Message {
        let trashed = in_trash(&self.drafts).into_iter().map(|draft| TrashedCard {
            file: draft.file,
            was: draft.was,
            at: draft.at.strftime("%-d %B %Y, %H:%M").to_string(),
        });
        Message::Library(LibraryNews::InTrash(trashed.collect()))
    }

    /// Puts a file before all that is still to be read; it takes the place of the one that was asked for before.
    pub(super) fn preview_later(&mut self, path: PathBuf) {
        self.pending
            .retain(|pending| !matches!(pending, PendingReads::Preview(_)));
        self.pending.insert(0, PendingReads::Preview(path));
    }

    /// Looks into drafts once all else is read; for other words than before, or for none.
    pub(super) fn look_later(&mut self, words: String, mut rest: Vec<PathBuf>) {
        self.pending
            .retain(|pending| !matches!(pending, PendingReads::Inside { .. }));
        if !rest.is_empty() {
            rest.reverse();
            self.pending.push(PendingReads::Inside { words, rest });
        }
    }

    /// Copies a draft. What waits with the original and is in no file is not in the copy, and that is told.
    pub(super) fn duplicate(&mut self, path: &Path) -> Option<Message> {
        let done = duplicate(path);
        let left = done
            .is_ok()
            .then(|| recovery::left_behind(&self.draft.state, path));
        let told = left.and_then(|(edits, boxes)| {
            let boxes = boxes.iter().filter(|on| !is_search(on)).count();
            let edits = (edits > 0).then(|| counted(edits, "change"));
            let boxes = (boxes > 0).then(|| format!("{} begun in a box", counted(boxes, "text")));
            let left: Vec<String> = [edits, boxes].into_iter().flatten().collect();
            let some = !left.is_empty();
            some.then(|| {
                format!(
                    ". What is not saved stays with the original: {}",
                    left.join(" and ")
                )
            })
        });
        self.then_list(None, done, ("Copied to", &told.unwrap_or_default()))
    }

    /// Puts a draft into the trash.
    pub(super) fn trash(&self, from: PathBuf) -> Message {
        match trash(&from, &self.locks) {
            Ok(to) => Message::Trashed { from, to },
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Reports where a draft is now, and where it is no more, and lists the folder again.
    pub(super) fn then_list(
        &mut self,
        was: Option<&Path>,
        done: Result<PathBuf, impl Display>,
        (words, more): (&str, &str),
    ) -> Option<Message> {
        match done {
            Ok(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let words = format!("{words} {name}{more}");
                let was = was.map(Path::to_owned);
                self.send(Some(Message::Moved { was, path, words }));
                self.list()
            }
            Err(error) => Some(Message::Failed(error.to_string())),
        }
    }
}

/// Returns a draft of the folder as the screen lists it.
pub(super) fn card(card: LibraryEntry) -> DraftCard {
    let changed = card.changed.map(|time| {
        let local = time.to_zoned(jiff::tz::TimeZone::system());
        local.strftime("%-d %b %Y %H:%M").to_string()
    });
    let grade = |standing: &HeadingStatus| match standing {
        HeadingStatus::Open => DraftCardGrade::Open,
        HeadingStatus::Graded(grade) => DraftCardGrade::Grade(*grade),
        HeadingStatus::Other(state) => DraftCardGrade::State(*state),
    };
    DraftCard {
        path: card.path,
        id: card.id,
        subject: card.subject,
        year: card.year,
        framework: card.framework,
        inspector: card.inspector,
        sealed: card.sealed,
        grades: card.grades.iter().map(grade).collect(),
        lacks_opening: card.lacks_opening,
        findings: card.findings,
        changed: changed.unwrap_or_default(),
        broken: card.broken,
        inspection: card.inspection,
    }
}

/// Reads a file as it is shown beside the list.
pub(super) fn preview(path: &Path, frameworks: &Frameworks, levels: &Levels) -> Preview {
    match read_file(path, frameworks) {
        Ok(DraftOrInspection::Draft(draft)) => {
            let (assessment, framework) = (draft.assessment, draft.framework);
            let mut weaver = Weaver::new();
            weaver.weave(&assessment, &framework);
            let document = weaver.into_document();
            let report = Checker::new().report(&assessment, &framework, &document, levels);
            Preview::Draft(Box::new(PreviewedDraft {
                assessment,
                framework,
                document,
                problems: report.problems,
            }))
        }
        Ok(DraftOrInspection::Inspection(read)) => Preview::Inspection(Box::new(read.inspection)),
        Err(UnreadDraft::Missing) => Preview::Nothing("Its file is no longer there.".to_owned()),
        Err(UnreadDraft::Sealed) => Preview::Nothing("It is sealed.".to_owned()),
        Err(UnreadDraft::Broken(why)) => Preview::Nothing(why),
    }
}

/// Returns what waits of these drafts, the last of them first.
pub(super) fn unfinished(state: &Path, paths: &[PathBuf]) -> Vec<(PathBuf, Unfinished)> {
    let look = |path: &PathBuf| {
        let (edits, boxes) = recovery::unfinished(state, path);
        // What narrows a list is offered there again, what was cut by its key, and nobody waits for it.
        let waits = |on: &str| !is_search(on) && on != CUT;
        let texts = boxes.iter().filter(|(on, _)| waits(on)).count();
        (path.clone(), Unfinished { edits, texts })
    };
    paths.iter().rev().map(look).collect()
}

/// Returns what these drafts have of the words, the last of them first; one that cannot be read has nothing.
pub(super) fn inside(
    paths: &[PathBuf],
    words: &str,
    frameworks: &Frameworks,
) -> Vec<(PathBuf, Option<FoundInside>)> {
    let query = Query::new(words);
    let look = |path: &PathBuf| match read_file(path, frameworks).ok()? {
        DraftOrInspection::Draft(draft) => {
            found_inside(&draft.assessment, &draft.framework, &query)
        }
        DraftOrInspection::Inspection(_) => None,
    };
    let paths = paths.iter().rev();
    paths.map(|path| (path.clone(), look(path))).collect()
}
