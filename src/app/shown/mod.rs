//! What the state holds, in people's words: for whoever draws it in cells, and for whoever tells it in lines.
//!
//! Here nothing knows how wide anything is, nor which colour it has: words come with their [`WordTone`] at most.

mod boxes;
mod card;
mod inspection;
mod item;
mod judgment;
mod last_year;
mod paragraph;
mod value;
mod walk;
mod welcome;

pub use card::{file_name, left_to_do, library_count, unfinished, unfinished_in_full};
pub use inspection::{cell_words, line_words};
pub use item::{ItemWords, figure_words, item_help, item_tags, item_words};
pub use judgment::{PageState, judged_in_full, progress, state_of};
pub use last_year::{last_year, predecessor};
pub use paragraph::{names_beside, sources_of};
pub use value::{value, value_in_short};
pub use welcome::{WAYS, WHAT};

use crate::assessment::{Direction, Grade, Kind};

/// The tone of words: what they are, beside what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordTone {
    /// Words as any others.
    Text,
    /// The title of what stands below.
    Title,
    /// They stand in for a value that is not given.
    StandIn,
    /// They are beside the matter.
    Quiet,
    /// Something is to be looked at.
    Warning,
    /// Something is wrong.
    Error,
    /// It fits the grades.
    Fits,
    /// It is still to be chosen.
    Open,
    /// It is a grade.
    Grade(Grade),
    /// It is a finding of this kind.
    Kind(Kind),
    /// It went this way since last year.
    Direction(Direction),
}
