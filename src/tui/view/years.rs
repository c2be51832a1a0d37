//! Last year beside this year, in words and signs that need no colour.

use crate::app::Bench;
use crate::assessment::{Direction, Predecessor};
use crate::config::Role;

/// The role of a direction.
pub(super) fn direction_role(direction: Direction) -> Role {
    match direction {
        Direction::Better => Role::Strength,
        Direction::Worse => Role::Concern,
        Direction::OtherScale => Role::Warning,
        Direction::Same | Direction::NotAnew | Direction::Unknown => Role::Dim,
    }
}

/// What stood last year under a heading: the grade with its year, and which way it went.
pub(super) fn last_year(bench: &Bench, id: &str) -> (String, Role) {
    match &bench.predecessor {
        Predecessor::None => ("…".to_owned(), Role::Dim),
        Predecessor::Unread(_) => ("not to be had; About tells why".to_owned(), Role::Warning),
        Predecessor::Read(earlier) => {
            let beside = earlier.beside(&bench.assessment, &bench.framework, id);
            match beside {
                None => ("nothing was judged here".to_owned(), Role::Dim),
                Some(beside) => {
                    let direction = beside.direction;
                    let words = match direction {
                        Direction::Unknown => beside.told(),
                        _ => format!(
                            "{} {} {}",
                            beside.told(),
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

/// What became of last year's draft.
pub(super) fn predecessor(bench: &Bench) -> (String, Role) {
    match &bench.predecessor {
        Predecessor::None => ("reading it …".to_owned(), Role::Dim),
        Predecessor::Unread(why) => (format!("! {why}"), Role::Warning),
        Predecessor::Read(earlier) => {
            let (then, framework) = (&earlier.assessment, &earlier.framework);
            let parts = [
                then.subject.name.as_str(),
                earlier.year(),
                framework.title.as_str(),
            ];
            let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            let words = parts.join(" · ");
            if earlier.has_scale_of(&bench.framework) {
                return (words, Role::Dim);
            }
            let (was, is) = (framework.scale.len(), bench.framework.scale.len());
            (
                format!("{words} ≠ {was} grades then, {is} now: the two scales do not compare"),
                Role::Warning,
            )
        }
    }
}
