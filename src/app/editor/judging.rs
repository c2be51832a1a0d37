//! The grounds that lay before the inspector when a grade, a reason or the opening was chosen.

use super::DraftEditor;
use crate::assessment::{JudgmentField, OverallField, Place, Value};
use crate::statement::{judgment_basis, overall_basis};

impl DraftEditor {
    /// Returns what a judgment that is made now stands on, and where that is kept, or `None` for places that are no judgment.
    pub(in crate::app) fn stands_on_now(&self, place: &Place) -> Option<(Place, Option<Value>)> {
        let (kept, lines) = match place {
            Place::Judgment(id, field) => {
                let kept = match field {
                    JudgmentField::Grade => JudgmentField::GradeStoodOn,
                    JudgmentField::Rationale => JudgmentField::RationaleStoodOn,
                    _ => return None,
                };
                let lines = judgment_basis(&self.assessment, &self.framework, id);
                (Place::Judgment(id.clone(), kept), lines)
            }
            Place::Overall(field) => {
                let kept = match field {
                    OverallField::Stance => OverallField::StanceStoodOn,
                    OverallField::Grade => OverallField::GradeStoodOn,
                    OverallField::Rationale => OverallField::RationaleStoodOn,
                    _ => return None,
                };
                let lines = overall_basis(&self.assessment, &self.framework);
                (Place::Overall(kept), lines)
            }
            _ => return None,
        };
        // Where there was nothing, that is remembered too.
        let lines = match lines.is_empty() {
            true => vec!["nothing".to_owned()],
            false => lines,
        };
        Some((kept, Some(Value::List(lines))))
    }
}
