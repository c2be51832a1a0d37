//! Last year beside this year, in words and signs that need no colour.

use super::WordTone;
use crate::app::editor::DraftEditor;
use crate::assessment::{Apart, Direction, Predecessor};
use crate::text::counted;

/// Returns what stood last year under a heading: the grade with its year, and which way it went.
pub fn last_year(editor: &DraftEditor, id: &str) -> (String, WordTone) {
    match &editor.predecessor {
        Predecessor::None => ("…".to_owned(), WordTone::Quiet),
        Predecessor::Unread(_) => (
            "not to be had; About tells why".to_owned(),
            WordTone::Warning,
        ),
        Predecessor::Read(earlier) => {
            let beside = earlier.beside(&editor.assessment, &editor.framework, id);
            match beside {
                None => ("nothing was judged here".to_owned(), WordTone::Quiet),
                Some(beside) => {
                    let direction = beside.direction;
                    let words = match direction {
                        Direction::Unknown => beside.dated_words(),
                        _ => format!(
                            "{} {} {}",
                            beside.dated_words(),
                            direction.sign(),
                            direction.words()
                        ),
                    };
                    (words, WordTone::Direction(direction))
                }
            }
        }
    }
}

/// Returns what became of last year's draft.
pub fn predecessor(editor: &DraftEditor) -> (String, WordTone) {
    match &editor.predecessor {
        Predecessor::None => ("reading it …".to_owned(), WordTone::Quiet),
        Predecessor::Unread(why) => (format!("! {why}"), WordTone::Warning),
        Predecessor::Read(earlier) => {
            let (then, framework) = (&earlier.assessment, &earlier.framework);
            let parts = [
                then.subject.name.as_str(),
                earlier.year(),
                framework.title.as_str(),
            ];
            let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            let words = parts.join(" · ");
            let Some(apart) = earlier.apart(&editor.framework) else {
                return (words, WordTone::Quiet);
            };
            let (was, is) = (framework.scale.len(), editor.framework.scale.len());
            let told = match apart {
                Apart::Scales => format!("{} then, {is} now: the ", counted(was, "grade")),
                Apart::Programmes => "grades of the ".to_owned(),
            };
            let words = format!("{words} ≠ {told}{}", apart.words());
            (words, WordTone::Warning)
        }
    }
}
