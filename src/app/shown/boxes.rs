//! What is said of boxes beside their titles and rows.

use super::item_words;
use crate::app::command::Command;
use crate::app::editor::EditorRow;
use crate::app::overlay::{Palette, Question, QuestionKind};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::{Address, Place};

impl State {
    /// Returns the words that a question is about: the finding, the text of the number, the sentence as it would be woven
    /// now. They stand first in its box, which covers them where they stand.
    pub fn asked_about(&self, question: &Question) -> Option<String> {
        let editor = self.editor.as_deref()?;
        let said = |address: &Address| {
            let place = editor.assessment.place_of(address)?;
            let row = match place {
                Place::Finding(at, _) => EditorRow::Finding(at),
                place => EditorRow::Field(place),
            };
            let words = item_words(editor, &row).text;
            (!words.trim().is_empty()).then(|| format!("“{}”", words.trim()))
        };
        match &question.asked {
            QuestionKind::Evidence { finding, .. } => {
                let said = said(finding)?;
                let many = match editor.assessment.place_of(finding) {
                    Some(Place::Finding(at, _)) => editor.chosen_with(at).len(),
                    _ => 1,
                };
                Some(match many {
                    0 | 1 => said,
                    many => format!("{said} and {} more", many - 1),
                })
            }
            QuestionKind::FileNumber { text, .. } => said(text),
            QuestionKind::Rewrite(key) => {
                let woven = editor.woven_beneath(key)?;
                Some(format!("Woven now: “{woven}”"))
            }
            QuestionKind::WhyByHand(key) => {
                let mut edits = editor.assessment.overrides.iter();
                let edit = edits.find(|it| it.sentence == *key)?;
                Some(format!("“{}”", edit.text.trim()))
            }
            _ => None,
        }
    }

    /// Returns what helps to answer a question, or why its answer was not taken.
    pub fn help_of(&self, question: &Question) -> String {
        match (&question.refused, question.field.is_restored()) {
            (Some(why), _) => why.clone(),
            (None, false) => match question.named_figure() {
                Some(name) => format!("Texts name it {{{name}}}."),
                None => question.help.clone(),
            },
            (None, true) => {
                let key = self.key(Scope::Asking, Command::EraseToStart);
                let way = match question.field.gives_way() {
                    true => "; typing takes its place",
                    false => "",
                };
                format!(
                    "What you typed here before is back{way}; {key} clears it. {}",
                    question.help
                )
            }
        }
    }

    /// Returns what is done with words that no command has, where a draft is open to be searched.
    pub fn sought_instead(&self, palette: &Palette) -> Option<String> {
        let words = palette.sought().filter(|_| self.editor.is_some())?;
        let key = self.key(Scope::Choosing, Command::Choose);
        Some(format!(
            "{key} looks for “{words}” in the draft: in its pages, its fields, and in all that is written."
        ))
    }
}
