//! The names in the margin beside the statement.

use crate::app::DraftEditor;
use crate::assessment::TRAY;
use crate::statement::ParagraphRole;
use crate::text::{rows, truncate};

/// Returns what stands in the margin beside a row of a paragraph: the names of its headings, wrapped to so many columns,
/// a name after the other. What has no room beside the last row ends in a mark.
pub(super) fn paragraph_label(
    editor: &DraftEditor,
    role: &ParagraphRole,
    width: u16,
    (row, last): (usize, bool),
) -> String {
    let names = names(editor, role);
    let width = usize::from(width);
    let mut all = names.iter().flat_map(|name| {
        let wrapped = rows(name, width).into_iter();
        wrapped.map(|row| name.get(row.range).unwrap_or_default().trim_end())
    });
    let words = all.nth(row).unwrap_or_default();
    match last && all.next().is_some() {
        true => truncate(&format!("{words} …"), width).into_owned(),
        false => truncate(words, width).into_owned(),
    }
}

/// Returns the names of the headings that a paragraph speaks of, as they stand in it.
fn names(editor: &DraftEditor, role: &ParagraphRole) -> Vec<String> {
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
