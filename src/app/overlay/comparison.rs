//! Two versions side by side, value by value.

use crate::app::editor::DraftEditor;
use crate::assessment::{Conflict, Difference, OverrideField, Place, Value, differences};
use crate::text::counted;

/// Two versions of some values.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The two versions.
    pub compared: ComparisonKind,
    /// The values that differ.
    pub pairs: Vec<ComparedValue>,
    /// The one that is looked at.
    pub at: usize,
}

/// The two versions that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonKind {
    /// The draft as the file had it when it was opened, and as it is now.
    RecoveredEdits,
    /// The draft as it is here, and as another program wrote it.
    Merged,
    /// The draft as it was before another program changed it, and as it is since.
    Replaced,
    /// A version of the draft that was put over its file, and the draft as it is here.
    OlderCopy,
    /// Sentences as written by hand, and as they would be woven now.
    Stale,
}

/// One value in two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedValue {
    /// The name of the value.
    pub what: String,
    /// Its place, where it still has one.
    pub place: Option<Place>,
    /// The words of the first version; `None` where it has none.
    pub left: Option<String>,
    /// The words of the second.
    pub right: Option<String>,
    /// The name that a review note has for the value.
    pub on: String,
}

impl ComparedValue {
    fn of_conflict(editor: &DraftEditor, conflict: &Conflict) -> Self {
        let place = conflict.place_in(&editor.assessment);
        let named = place
            .as_ref()
            .map(|place| place.named(&editor.assessment, &editor.framework));
        Self {
            what: named.unwrap_or_else(|| conflict.on.replace('/', " · ")),
            place,
            left: conflict.ours.as_ref().map(ToString::to_string),
            right: conflict.theirs.as_ref().map(ToString::to_string),
            on: conflict.on.clone(),
        }
    }

    /// Returns true if this is the value that was changed in two places.
    pub(in crate::app) fn is_of(&self, conflict: &Conflict) -> bool {
        let words = |value: &Option<Value>| value.as_ref().map(ToString::to_string);
        self.on == conflict.on
            && self.left == words(&conflict.ours)
            && self.right == words(&conflict.theirs)
    }
}

/// Returns the name of a value that differs: an item by its words in place of its id, where it is still there.
fn named(editor: &DraftEditor, difference: &Difference) -> String {
    let (before, after) = (&difference.before, &difference.after);
    match before.is_some() && after.is_some() {
        true => difference
            .place
            .named(&editor.assessment, &editor.framework),
        false => difference.what.clone(),
    }
}

impl Comparison {
    /// Returns what there is to compare: what another program changed, else what was recovered.
    pub fn of(editor: &DraftEditor) -> Option<Self> {
        let pair = |difference: Difference| ComparedValue {
            what: named(editor, &difference),
            place: difference.after.is_some().then_some(difference.place),
            left: difference.before,
            right: difference.after,
            on: String::new(),
        };
        let (compared, pairs) = if editor.conflicts.is_empty() {
            let (compared, pairs) = match (&editor.removal, &editor.recovered) {
                (Some(removal), _) if removal.older => {
                    (ComparisonKind::OlderCopy, removal.pairs.clone())
                }
                (Some(removal), _) => (ComparisonKind::Replaced, removal.pairs.clone()),
                (None, Some(recovered)) => (
                    ComparisonKind::RecoveredEdits,
                    differences(&recovered.before, &editor.assessment),
                ),
                (None, None) => return Self::of_stale(editor, 0),
            };
            (compared, pairs.into_iter().map(pair).collect())
        } else {
            let pairs = editor.conflicts.iter();
            let pairs = pairs.map(|conflict| ComparedValue::of_conflict(editor, conflict));
            (ComparisonKind::Merged, pairs.collect())
        };
        Some(Self {
            compared,
            pairs,
            at: 0,
        })
    }

    /// Returns the hand edits beneath which something has changed, the one with this number first looked at.
    pub fn of_stale(editor: &DraftEditor, at: usize) -> Option<Self> {
        let pairs = editor.stale().iter().map(|stale| {
            let by_hand = editor.assessment.overrides.get(stale.edit);
            let key = by_hand.map_or("", |by_hand| by_hand.sentence.as_str());
            ComparedValue {
                what: stale.reasons.join(", "),
                place: Some(Place::Override(stale.edit, OverrideField::Text)),
                left: by_hand.map(|by_hand| by_hand.text.clone()),
                right: (!stale.woven.is_empty()).then(|| stale.woven.clone()),
                on: key.to_owned(),
            }
        });
        let pairs: Vec<ComparedValue> = pairs.collect();
        (!pairs.is_empty()).then_some(Self {
            compared: ComparisonKind::Stale,
            pairs,
            at,
        })
    }

    /// Returns the title.
    pub fn title(&self) -> String {
        let many = self.pairs.len();
        match self.compared {
            ComparisonKind::RecoveredEdits => {
                let changes = counted(many, "change");
                format!("Recovered: {changes} that the file did not have")
            }
            ComparisonKind::Merged => {
                format!("Changed in two places: {}", counted(many, "value"))
            }
            ComparisonKind::Stale => {
                format!("Stale: {} on changed ground", counted(many, "hand edit"))
            }
            ComparisonKind::Replaced => {
                format!(
                    "Replaced or taken out by another program: {}",
                    counted(many, "value")
                )
            }
            ComparisonKind::OlderCopy => {
                let values = counted(many, "value");
                format!("Not in the older copy that was put over the draft: {values}")
            }
        }
    }

    /// Returns what the two versions are called.
    pub fn sides(&self) -> (&'static str, &'static str) {
        match self.compared {
            ComparisonKind::RecoveredEdits => ("in the file", "recovered"),
            ComparisonKind::Merged => ("here", "the other program's"),
            ComparisonKind::Replaced => ("before", "now"),
            ComparisonKind::OlderCopy => ("in the older copy", "here"),
            ComparisonKind::Stale => ("by hand", "woven now"),
        }
    }

    /// Returns the pair that is looked at.
    pub fn pair(&self) -> Option<&ComparedValue> {
        self.pairs.get(self.at)
    }
}
