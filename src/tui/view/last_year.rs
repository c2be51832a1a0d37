//! Last year beside this year, in words and signs that need no colour.

use crate::app::DraftEditor;
use crate::assessment::{Apart, Direction, Predecessor};
use crate::config::StyleRole;
use crate::text::counted;

/// Returns the role of a direction.
pub(super) fn direction_role(direction: Direction) -> StyleRole {
    match direction {
        Direction::Better => StyleRole::Strength,
        Direction::Worse => StyleRole::Concern,
        Direction::Apart(_) => StyleRole::Warning,
        Direction::Same | Direction::NotAnew | Direction::Unknown => StyleRole::Dim,
    }
}

/// Returns what stood last year under a heading: the grade with its year, and which way it went.
pub(super) fn last_year(editor: &DraftEditor, id: &str) -> (String, StyleRole) {
    match &editor.predecessor {
        Predecessor::None => ("…".to_owned(), StyleRole::Dim),
        Predecessor::Unread(_) => (
            "not to be had; About tells why".to_owned(),
            StyleRole::Warning,
        ),
        Predecessor::Read(earlier) => {
            let beside = earlier.beside(&editor.assessment, &editor.framework, id);
            match beside {
                None => ("nothing was judged here".to_owned(), StyleRole::Dim),
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
                    (words, direction_role(direction))
                }
            }
        }
    }
}

/// Returns what became of last year's draft.
pub(super) fn predecessor(editor: &DraftEditor) -> (String, StyleRole) {
    match &editor.predecessor {
        Predecessor::None => ("reading it …".to_owned(), StyleRole::Dim),
        Predecessor::Unread(why) => (format!("! {why}"), StyleRole::Warning),
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
                return (words, StyleRole::Dim);
            };
            let (was, is) = (framework.scale.len(), editor.framework.scale.len());
            let told = match apart {
                Apart::Scales => format!("{} then, {is} now: the ", counted(was, "grade")),
                Apart::Programmes => "grades of the ".to_owned(),
            };
            let words = format!("{words} ≠ {told}{}", apart.words());
            (words, StyleRole::Warning)
        }
    }
}
