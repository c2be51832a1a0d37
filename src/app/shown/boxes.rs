//! What is said of boxes beside their titles and rows.

use crate::app::command::Command;
use crate::app::overlay::{Palette, Question};
use crate::app::scope::Scope;
use crate::app::state::State;

impl State {
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
