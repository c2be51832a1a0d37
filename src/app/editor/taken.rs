//! The steps that were taken, for whoever asks.

use super::DraftEditor;
use crate::assessment::{Edit, FindingField, Place, RecordAt};

impl DraftEditor {
    /// Returns how many steps can be taken back.
    pub fn undo_depth(&self) -> usize {
        self.history.depth()
    }

    /// Returns what the next step back did where it leads away from the text that is open to something else, and nobody was
    /// told so yet: then it is not taken, and the next time it is.
    pub(in crate::app) fn stop_at_start(&mut self) -> Option<String> {
        let depth = self.undo_depth();
        let typing = self.typing.as_ref()?;
        let step = self.history.next(true)?;
        let here = |edit: &Edit| match edit {
            Edit::Set {
                place: Place::Finding(at, FindingField::Recommendations),
                ..
            } => matches!(typing.place.parts().0, RecordAt::Recommendation(of, _) if of == *at),
            Edit::Splice { place, .. } | Edit::Set { place, .. } => *place == typing.place,
            // What opened the text is taken back with it.
            Edit::Insert { at, item } => typing.place.parts().0 == RecordAt::Item(item.list(), *at),
            Edit::Remove { .. } | Edit::Move { .. } => false,
        };
        let told = typing.stopped_at == Some(depth);
        let stays = told || step.edits.iter().any(here);
        let next = (!stays).then(|| step.told(&self.assessment, &self.framework, false));
        if let Some(typing) = &mut self.typing {
            typing.stopped_at = next.is_some().then_some(depth);
        }
        next
    }

    /// Returns what another program did, where that is the next step back and nobody was told so yet: then it is not taken,
    /// and the next time it is.
    pub(in crate::app) fn stop_at_another(&mut self) -> Option<String> {
        match self.history.stops_at_another() {
            true => self.last_told(),
            false => None,
        }
    }

    /// Returns what the last step did, in a few words.
    pub(in crate::app) fn last_told(&self) -> Option<String> {
        let step = self.history.next(true)?;
        Some(step.told(&self.assessment, &self.framework, false))
    }
}
