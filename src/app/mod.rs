//! The state machine of the screen.
mod command;
mod key;
mod keymap;

pub use command::{Command, Entry, Scope, TABLE};
pub use key::{Code, Key};
pub use keymap::{Clash, Keymap};
