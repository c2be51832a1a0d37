//! The terminal: input, drawing, carrying out effects.
mod input;
mod run;
mod styles;
mod terminal;
mod view;

pub use run::{World, run};
pub use view::View;
