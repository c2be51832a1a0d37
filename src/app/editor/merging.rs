//! Changes of another program, merged with those made here.

use super::{Detail, DraftEditor};
use crate::assessment::{
    Assessment, Conflict, Descent, Difference, List, Merged, Place, RecordAt, Shape, differences,
    edits, merge, merge_behind, merge_since,
};

/// The outcome of a merge.
#[derive(Debug)]
pub(in crate::app) struct MergeOutcome {
    /// The number of values that came in.
    pub(in crate::app) values: usize,
    /// Values that were changed here too.
    pub(in crate::app) conflicts: Vec<Conflict>,
    /// The number of values that were replaced or taken out here, or of an older version, those that it lacks.
    pub(in crate::app) removed: usize,
}

/// Values that another program replaced or took out.
#[derive(Clone, Debug)]
pub struct ForeignRemoval {
    /// True where it put an older version over the file: what that lacks stands here.
    pub older: bool,
    /// The values.
    pub pairs: Vec<Difference>,
}

impl DraftEditor {
    /// Merges what another program has written into what is on the screen, as one step that can be taken
    /// back.
    pub(in crate::app) fn merge_in(
        &mut self,
        base: &Assessment,
        theirs: &Assessment,
        descent: Descent,
    ) -> MergeOutcome {
        let before = self.assessment.clone();
        if descent == Descent::FromHolder {
            self.opened_as = base.clone();
        }
        let older = descent == Descent::Older;
        let merged = match descent {
            Descent::Older => Merged {
                assessment: before.clone(),
                conflicts: Vec::new(),
            },
            Descent::FromSuccessor => {
                self.opened_as = theirs.clone();
                merge_behind(base, theirs, &before)
            }
            Descent::FromFile | Descent::FromHolder => {
                let merged = merge_since(&self.opened_as, base, &before, theirs);
                self.opened_as = merge(base, &self.opened_as, theirs).assessment;
                merged
            }
        };
        let removed = match older {
            true => differences(theirs, &before),
            false => {
                let mut all = differences(&before, &merged.assessment);
                all.retain(|one| one.before.is_some());
                all
            }
        };
        let edits = edits(&before, &merged.assessment);
        let values = edits.len();
        let saving = self.file.is_saving();
        self.file.was_overtaken();
        let read_only = self.file.read_only.take();
        // Edits that were made by comparing the two fit the one that they were made for.
        let _ = self.change(edits);
        self.file.read_only = read_only;
        self.follow(&before);
        // A save that is under way may put our words over theirs, so another follows it.
        if !saving && self.assessment == *theirs {
            self.file.is_met(values > 0);
        }
        // Where theirs stands, it is they who decide.
        if descent != Descent::FromSuccessor {
            self.conflicts.extend(merged.conflicts.iter().cloned());
        }
        let many = removed.len();
        if many > 0 {
            self.removal = Some(ForeignRemoval {
                older,
                pairs: removed,
            });
        }
        MergeOutcome {
            removed: many,
            values,
            conflicts: merged.conflicts,
        }
    }

    /// Goes to where another editor over the same draft was.
    pub(in crate::app) fn restore_position(&mut self, other: &Self) {
        self.pane = other.pane;
        self.turn_page(other.page);
        self.pane = other.pane;
        self.row = other.row.min(self.rows.len().saturating_sub(1));
        self.sentence = other.sentence;
        self.marks.clone_from(&other.marks);
        self.reshape();
    }

    /// Lets cursor, typing and details stay with the item that they were on, wherever that is now.
    fn follow(&mut self, before: &Assessment) {
        let now = |list: List, at: usize| {
            let id = before.ids(list).nth(at)?;
            self.assessment.ids(list).position(|other| other == id)
        };
        let detail = self.detail.and_then(|detail| {
            Some(match detail {
                Detail::Finding(at) => Detail::Finding(now(List::Findings, at)?),
                Detail::Figure(at) => Detail::Figure(now(List::Figures, at)?),
                Detail::Evidence(at) => Detail::Evidence(now(List::Evidence, at)?),
            })
        });
        let place = self.typing.as_ref().map(|typing| {
            let (record, nth) = typing.place.parts();
            let has_id = record.specs().iter().any(|spec| spec.shape == Shape::Id);
            let record = match record {
                RecordAt::Item(list, at) if has_id => RecordAt::Item(list, now(list, at)?),
                RecordAt::Recommendation(at, nth) => {
                    RecordAt::Recommendation(now(List::Findings, at)?, nth)
                }
                record => record,
            };
            Place::of(record, nth)
        });
        self.show_detail(detail);
        match place {
            None => {}
            Some(None) => self.typing = None,
            Some(Some(place)) => {
                self.show(&place);
                let text = self.assessment.text(&place).unwrap_or_default().to_owned();
                if let Some(typing) = &mut self.typing {
                    let at = typing.cursor.at().min(text.len());
                    typing.cursor.set(&text, at);
                    typing.place = place;
                }
                self.offer();
            }
        }
    }
}
