//! The names in the margin beside the statement.

use crate::app::DraftEditor;
use crate::statement::ParagraphRole;

/// Returns the name that stands in the margin beside a paragraph: the first of its headings, or that of the finding that
/// begins it.
pub(super) fn paragraph_label(editor: &DraftEditor, role: &ParagraphRole) -> String {
    let framework = &editor.framework;
    let heading = match role {
        ParagraphRole::Title
        | ParagraphRole::Greeting
        | ParagraphRole::Named(_)
        | ParagraphRole::List(_) => None,
        ParagraphRole::Overall => return "Overall".to_owned(),
        ParagraphRole::LookAhead => return "Look-ahead".to_owned(),
        ParagraphRole::Begun(id) => {
            let mut findings = editor.assessment.findings.iter();
            let finding = findings.find(|finding| finding.id == *id);
            finding.map(|finding| &finding.heading)
        }
        ParagraphRole::Group(nth) => framework.plan.get(*nth).and_then(|ids| ids.first()),
    };
    let heading = heading.and_then(|id| framework.heading(id));
    heading.map_or_else(String::new, |heading| heading.title.clone())
}
