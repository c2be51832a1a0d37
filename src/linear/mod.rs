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
//!   command (`.help`), with a number an offered name (`.2`), with two full stops a line that begins with one. A line that is
//!   nothing but a command's name is not taken where a text begins or a line is all of it: who was not heard repeats
//!   himself, so `.words list` takes it.
//! - Elsewhere a line is **a number** of what was listed, which is opened or taken as by Enter on a screen (`go 2` only
//!   tells of it), **a command** by its name or the beginning of it where no other begins so, with a number that command at
//!   that row (`frame 2`), with words the value of that name (`grade good`), or one of a few words that are known
//!   everywhere (`help`, `where`, `list`, `read`, `next`, `previous`, `go TITLE`). What is none of these is never run: one
//!   or two words look for a command, and all others are words that wait for a place, as what is pasted where no text is
//!   open.
//! - **An empty line** leaves things as they are: a list, a question, a text that was opened. It changes nothing ever.
//! - **Words that no Enter ended** when the lines end are no line: they are not done, and wait for a place. Only in a file, where
//!   no text is open, the last line needs no end to be a command.
//! - **A Tab at the end of a line** asks what begins so. It is sent with Enter: to complete a line as it is typed, the
//!   terminal's own line would have to be drawn here, which is done by sequences, and screen readers follow the terminal's.
//!
//! # What is said
//!
//! First what the line did, then what changed: another place is told with its title, its help, its numbered rows and how one
//! of them is taken; a row that changed or was gone to with what it means, what it is spoken as and what the checks tell of
//! it; a text that was opened with its label, the words in it and how it ends. Then the prompt. All that follows from a line
//! is done before the prompt: nothing comes by itself and nothing by a clock, so that the same lines are always told the
//! same. A long answer comes in parts where a person types at a terminal, and whole where lines come from elsewhere.
//!
//! - `order`: what a line asks for. `line`, `typing`: how it is done. `view`: what is to be told of the state; `telling`:
//!   what of it is new. `session`: one sitting. `input`: where lines come from; `parts`: what of a long
//!   answer is said at once.

mod doing;
mod findings;
mod help;
mod input;
mod line;
mod order;
mod parts;
mod reading;
mod session;
mod start;
mod steps;
mod telling;
mod typed;
mod typing;
mod values;
mod view;
mod words;

pub use session::{LinearSession, LinearWorld};
pub use start::{AskSecret, LinearOptions, start};
