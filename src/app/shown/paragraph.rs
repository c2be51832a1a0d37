//! The paragraphs of the statement, by what they speak of.

use crate::app::editor::DraftEditor;
use crate::assessment::{Address, List, TRAY};
use crate::render;
use crate::statement::{ParagraphRole, Sentence, Source};
use crate::text::{truncate, uncapital};

/// The most characters of a text by which it is known.
const KNOWN_BY: usize = 48;

/// Returns what a sentence stands on, each in a few words: findings by their beginning, evidence by its title.
pub fn sources_of(editor: &DraftEditor, sentence: &Sentence) -> Vec<String> {
    let sources = sentence.sources.iter();
    sources.map(|source| source_words(editor, source)).collect()
}

fn source_words(editor: &DraftEditor, source: &Source) -> String {
    let draft = &editor.assessment;
    let known = |words: &str| truncate(words.trim(), KNOWN_BY).into_owned();
    match source {
        Source::Draft(Address::Item(List::Findings, id)) => draft.finding(id).map_or_else(
            || format!("finding {id}"),
            |it| format!("{} “{}”", uncapital(it.kind.title()), known(&it.text)),
        ),
        Source::Draft(Address::Item(List::Evidence, id)) => {
            let title = draft.evidence_item(id).map_or("", |it| it.title.as_str());
            format!("evidence “{}”", known(title))
        }
        Source::Draft(Address::Item(List::Figures, id)) => format!("figure {id}"),
        Source::Draft(Address::Item(List::Outlook, id)) => {
            let item = draft.outlook.iter().find(|it| it.id == *id);
            format!("look-ahead “{}”", known(item.map_or("", |it| &it.text)))
        }
        Source::Draft(address) => format!("your words: {}", render::field(address)),
        Source::Framework(name) => format!("the framework's words: {}", render::part(name)),
    }
}

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
