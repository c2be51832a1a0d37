//! Changes that another program made to the open draft.

use super::command::Command;
use super::effect::Effect;
use super::file::FileKind;
use super::overlay::Overlay;
use super::scope::Scope;
use super::state::State;
use crate::assessment::{Address, Assessment, Descent};
use crate::text::{agreeing, counted, stopped};

impl State {
    /// Merges what was written elsewhere into the draft, and reports what came in and what conflicts.
    pub(super) fn merge_in(
        &mut self,
        base: &Assessment,
        theirs: &Assessment,
        descent: Descent,
        how: &str,
    ) -> Vec<Effect> {
        let Some(editor) = &mut self.editor else {
            return Vec::new();
        };
        let lists = lists(&self.overlays, &editor.assessment);
        let descent = editor.file.seen_as(descent);
        let brought = editor.merge_in(base, theirs, descent);
        let overlays = std::mem::take(&mut self.overlays);
        let followed = overlays.into_iter().zip(lists);
        let followed = followed.filter_map(|(overlay, of)| overlay.following(of, editor));
        self.overlays = followed.collect();
        // What was taken back here and cannot be made again any more was typed here all the same.
        self.let_taken_back_wait(FileKind::Draft);
        let came = format!("{how}: {} came in", counted(brought.values, "change"));
        let key = self.key(Scope::Headings, Command::Differences);
        match (brought.conflicts.len(), brought.removed) {
            (0, 0) if brought.values == 0 => {}
            (0, many) if descent == Descent::Older => self.warn(format!(
                "An older copy was put over the draft; {} that it lacks {} here. {key} shows which.",
                counted(many, "value"),
                agreeing(many, "stays", "stay"),
            )),
            (0, 0) => self.inform(format!("{came}.")),
            (0, many) => self.warn(format!(
                "{came}, {many} in place of words that stood here. {key} shows which."
            )),
            (_, _) if descent == Descent::FromSuccessor => {
                let told = format!(
                    "Where both changed the same words, theirs stand, and yours are in a review note ({key} shows yours)"
                );
                self.was_displaced(FileKind::Draft, told);
            }
            (many, _) => self.warn(format!(
                "{came}; {many} met yours, and both are kept. {key} shows them side by side."
            )),
        }
        self.save()
    }

    /// Tells where words are in whose place those of whoever has taken a file over stand; so does the report of that.
    pub(super) fn was_displaced(&mut self, kind: FileKind, told: String) {
        self.warn(stopped(&told));
        if let Some(file) = self.file(kind) {
            file.was_displaced(told);
        }
    }
}

/// Returns what each overlay sets a value of, by id, where it sets one.
fn lists(overlays: &[Overlay], draft: &Assessment) -> Vec<Option<Address>> {
    let of = |overlay: &Overlay| draft.address_of(overlay.value_place()?);
    overlays.iter().map(of).collect()
}
