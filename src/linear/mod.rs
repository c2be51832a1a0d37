//! The program in lines, for those who hear it, feel it or have no screen: a question, an answer, a line at a time.
//!
//! It is another face of the same state machine: [`update`](crate::app::update) and the runner of effects are those of the
//! full screen, and so are the journal, the locks, the questions that are asked first. Nothing is done here that a
//! command of the table does not do, and a command that is added there is had here by its name.
//!
//! This folder owns what a line means and what is said of what came of it. It must not know a screen: no width, no key,
//! no colour, no sequence that moves a cursor. It writes to whoever hands it a writer.
//!
//! # A line
//!
//! - Where **a text is open**, a line is words of it, whatever they are. Prose goes on, line by line, until a full stop
//!   stands alone; a field ends with its line; a question is answered by it. What begins with a full stop and a letter is a
//!   command (`.help`), with a number an offered name (`.2`), with two full stops a line that begins with one.
//! - Elsewhere a line is **a number** of what was listed, **a command** by its name or the beginning of it where no other
//!   begins so, with a number that command at that row (`open 2`), or one of a few words that are known everywhere
//!   (`help`, `where`, `list`, `read`, `next`, `previous`, `go TITLE`). What is none of these is never run: one or two words
//!   look for a command, and all others are words that wait for a place, as what is pasted where no text is open.
//! - **An empty line** leaves things as they are: a list, a question, a text that was opened. It does nothing ever.
//!
//! # What is said
//!
//! First what the line did, then what changed: another place is told with its title, its help and its numbered rows; a row
//! that changed or was gone to with what it means, what it is spoken as and what the checks tell of it; a text that was
//! opened with its label, the words in it and how it ends. Then the prompt. All that follows from a line is done before
//! the prompt: nothing comes by itself and nothing by a clock, so that the same lines are always told the same.
//!
//! - `order`: what a line asks for. `line`, `typing`: how it is done. `view`: what is to be told of the state; `telling`:
//!   what of it is new. `session`: one sitting. `input`: where lines come from.

mod help;
mod input;
mod line;
mod order;
mod session;
mod start;
mod telling;
mod typed;
mod typing;
mod view;

pub use session::{LinearSession, LinearWorld};
pub use start::{AskSecret, LinearOptions, start};
