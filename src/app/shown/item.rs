//! Findings, figures, evidence and what waits in the tray, in words.

use std::ops::Range;

use super::value::{tags, waiting_tags, waiting_words};
use crate::app::editor::{DraftEditor, EditorRow, EvidenceUses, is_old, uses};
use crate::assessment::{Date, Kind};
use crate::statement::{Values, recorded};
use crate::text::counted;

/// Returns what is to be written in an item, while it is: in a new finding, and in an item of the look-ahead.
pub fn item_help(editor: &DraftEditor, row: &EditorRow) -> Option<String> {
    let place = row.place()?;
    let typing = editor.typing.as_ref().filter(|it| it.place == place)?;
    let noun = editor.assessment.noun();
    match row {
        EditorRow::Outlook(_) => Some(format!(
            "Begin with “how the {noun} …”: what is said before it is put there. At most two are read aloud."
        )),
        EditorRow::Finding(at) if typing.fresh => {
            let kind = editor.assessment.findings.get(*at)?.kind;
            let begin = match kind {
                Kind::Strength | Kind::Practice => format!("“The {noun} does …”"),
                Kind::Improvement => format!("“The {noun} needs to …”"),
                Kind::Concern => format!("“The {noun} does not …”"),
                Kind::Context => format!("“The {noun} serves …”"),
            };
            Some(format!("In a sentence, as you would say it: {begin}."))
        }
        _ => None,
    }
}

/// The words of an item, and where figures stand in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemWords {
    /// The words.
    pub text: String,
    /// The stretches that are the values of figures.
    pub figures: Vec<Range<usize>>,
}

/// Returns the words of an item as they are read: a figure that is named in curly brackets by its value, until somebody
/// types in the text or looks for words.
pub fn item_words(editor: &DraftEditor, row: &EditorRow) -> ItemWords {
    let assessment = &editor.assessment;
    if let EditorRow::TrayItem(at) = row {
        let item = assessment.tray.get(*at);
        return ItemWords {
            text: item.map(|item| waiting_words(item)).unwrap_or_default(),
            figures: Vec::new(),
        };
    }
    let Some(place) = row.place() else {
        return ItemWords::default();
    };
    let text = assessment.text(&place).unwrap_or_default();
    let typed = editor.typing.as_ref().is_some_and(|it| it.place == place);
    match typed || editor.search.is_some() || !text.contains('{') {
        true => ItemWords {
            text: text.to_owned(),
            figures: Vec::new(),
        },
        false => with_values(editor, text),
    }
}

/// Returns a text with the values of its figures in it. A name that stands for none stays as it is.
fn with_values(editor: &DraftEditor, text: &str) -> ItemWords {
    let values = Values::new(&editor.assessment, &editor.framework);
    let mut words = ItemWords::default();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        words.text.push_str(before);
        let Some((name, after)) = behind.split_once('}') else {
            rest = behind;
            words.text.push('{');
            continue;
        };
        let named = format!("{{{name}}}");
        let at = words.text.len();
        if values.figures(&named).next().is_some() && values.unknown(&named).is_empty() {
            words.text.push_str(&values.fill(&named));
            words.figures.push(at..words.text.len());
        } else {
            words.text.push_str(&named);
        }
        rest = after;
    }
    words.text.push_str(rest);
    words
}

/// Returns what an item of evidence is, and what rests on it.
fn evidence_tags(editor: &DraftEditor, at: usize) -> String {
    let assessment = &editor.assessment;
    let Some(item) = assessment.evidence.get(at) else {
        return String::new();
    };
    let uses = uses(assessment, &item.id);
    let date = Date::parse(&item.date).map_or(item.date.clone(), Date::spoken);
    let mut tags = vec![item.kind.replace('-', " "), date, item.place.clone()];
    let mut count = |many: usize, side: &str, of: &str| {
        if many > 0 {
            tags.push(format!("{side} {}", counted(many, of)));
        }
    };
    count(uses.supports, "for", "finding");
    count(uses.against, "against", "finding");
    count(uses.figures, "for", "figure");
    if uses == EvidenceUses::default() {
        tags.push("unused".to_owned());
    }
    if is_old(assessment, item) {
        tags.push("old".to_owned());
    }
    tags.retain(|words| !words.is_empty());
    tags.join(" · ")
}

/// Returns a figure in words: its name in texts, how it is spoken, what it tells.
pub fn figure_words(editor: &DraftEditor, at: usize) -> String {
    let Some(figure) = editor.assessment.figures.get(at) else {
        return String::new();
    };
    let mut words = format!("{{{}}} {}", figure.id, recorded(figure));
    if !figure.label.is_empty() {
        words.push_str(" · ");
        words.push_str(&figure.label);
    }
    words
}

/// Returns what stands below the words of an item: what is set on it, and what rests on it.
pub fn item_tags(editor: &DraftEditor, row: &EditorRow) -> String {
    let assessment = &editor.assessment;
    let tags = match row {
        EditorRow::Finding(at) => assessment.findings.get(*at).map(|it| tags(it)),
        EditorRow::Evidence(at) => Some(evidence_tags(editor, *at)),
        EditorRow::TrayItem(at) => assessment.tray.get(*at).map(|it| waiting_tags(it)),
        _ => None,
    };
    tags.unwrap_or_default()
}
