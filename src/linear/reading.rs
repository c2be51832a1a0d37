//! What is written, told in lines: the statement sentence by sentence, or the text that is open.

use super::session::LinearSession;
use super::view::{LinearView, TextEnd};
use crate::app::shown::sources_of;

impl LinearSession {
    /// Tells the statement of the draft that is open from a sentence on, or the text that is open.
    pub(super) fn read(&mut self, view: &LinearView, from: usize) {
        if let Some(text) = view.text.as_ref().filter(|it| it.end != TextEnd::Narrows) {
            return match text.words.as_str() {
                "" => self.say("Nothing is written here yet."),
                words => self.said.push(format!("“{words}”")),
            };
        }
        let Some(editor) = &self.state.editor else {
            return self.say("A draft is to be open: “open” opens one here.");
        };
        let document = editor.document();
        let sentences = document.paragraphs.iter().enumerate();
        let sentences = sentences.flat_map(|(paragraph, it)| {
            let sentences = it.sentences.iter().enumerate();
            sentences.map(move |(nth, sentence)| (paragraph > 0 && nth == 0, sentence))
        });
        let lines: Vec<String> = sentences
            .enumerate()
            .map(|(nth, (begins, sentence))| {
                let sources = sources_of(editor, sentence).join("; ");
                let paragraph = if begins { "new paragraph: " } else { "" };
                let by_hand = if sentence.woven.is_some() {
                    " (by hand)"
                } else {
                    ""
                };
                let words = &sentence.text;
                format!("{}. {paragraph}{words}{by_hand} – from {sources}", nth + 1)
            })
            .collect();
        let many = lines.len();
        if many == 0 {
            return self.say("Nothing is spoken yet: a finding or a grade begins it.");
        }
        match from.checked_sub(1).filter(|before| *before < many) {
            Some(before) => self.said.extend(lines.into_iter().skip(before)),
            None => self.say(format!(
                "There is no sentence {from}: they go from 1 to {many}."
            )),
        }
    }
}
