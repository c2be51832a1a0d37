//! The paragraphs of the statement, by what they speak of.

use crate::app::editor::DraftEditor;
use crate::assessment::TRAY;
use crate::statement::ParagraphRole;

/// Returns the names of the headings that a paragraph speaks of, as they stand in it.
pub fn names_beside(editor: &DraftEditor, role: &ParagraphRole) -> Vec<String> {
    let framework = &editor.framework;
    let title = |id: &String| framework.heading(id).map(|it| it.title.clone());
    let spoken = |id: &&String| {
        let mut under = editor.assessment.under(id);
        under.any(|(_, finding)| finding.spoken != Some(false) && finding.heading != TRAY)
    };
    match role {
        ParagraphRole::Title
        | ParagraphRole::Greeting
        | ParagraphRole::Named(_)
        | ParagraphRole::List(_) => Vec::new(),
        ParagraphRole::Overall => vec!["Overall".to_owned()],
        ParagraphRole::LookAhead => vec!["Look-ahead".to_owned()],
        ParagraphRole::Begun(id) => {
            let mut findings = editor.assessment.findings.iter();
            let finding = findings.find(|finding| finding.id == *id);
            let name = finding.and_then(|finding| title(&finding.heading));
            name.into_iter().collect()
        }
        ParagraphRole::Group(nth) => {
            let ids = framework.plan.get(*nth);
            let ids = ids.into_iter().flatten().filter(spoken);
            ids.filter_map(title).collect()
        }
    }
}
