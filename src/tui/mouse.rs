//! The mouse, caught or left to the terminal while the program runs.

use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::execute;

use super::terminal::UnbufferedStdout;

/// Catches the mouse, or leaves it to the terminal again. Where a terminal knows none, nothing is caught.
pub(super) fn catch(caught: bool) {
    let _ = match caught {
        true => execute!(UnbufferedStdout, EnableMouseCapture),
        false => execute!(UnbufferedStdout, DisableMouseCapture),
    };
}
