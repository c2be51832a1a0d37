//! Where a paragraph begins.

use super::DraftEditor;
use crate::assessment::{FindingField, Place, Value};

impl DraftEditor {
    /// Lets a paragraph begin with the finding under the cursor, or no longer. Returns what it does now, in words.
    pub(in crate::app) fn toggle_begins_paragraph(&mut self) -> Result<String, String> {
        let finding = self.finding();
        let finding = finding.and_then(|at| Some((at, self.assessment.findings.get(at)?)));
        let Some((at, finding)) = finding else {
            return Err("Go to a finding first.".to_owned());
        };
        let name = finding.paragraph.trim().to_owned();
        let now = !finding.begins_paragraph;
        let value = now.then_some(Value::Flag(true));
        let place = Place::Finding(at, FindingField::BeginsParagraph);
        let edits = self.setting(&[(place, value)]);
        self.change(edits)?;
        Ok(match (now, name.as_str()) {
            (true, "") => "A new paragraph begins with this finding.".to_owned(),
            (true, name) => format!(
                "It stands in the paragraph \"{name}\"; without that name a new one begins here."
            ),
            (false, _) => "No new paragraph begins here any longer.".to_owned(),
        })
    }
}
