//! The terminal: input, drawing, carrying out effects.
//!
//! This folder owns all that is outside the state machine while the full screen runs: the terminal
//! ([`run`], the input thread, one write a frame), the pictures of the state ([`View`]) and the
//! runner of effects, which reaches files ([`EffectRunner`]). It must not know what a key means: it hands keys in and draws
//! what comes out.
//!
//! Five threads: one waits for keys, one for signals, one for the terminal to go away, one runs effects, and the one
//! that was there first takes messages from all and draws. All wait without a timer, but for the save by itself
//! while something is unsaved, for the moment in which a key may turn out to be the beginning of more, and for the one after
//! which a draft is checked behind what was typed; an idle Assay
//! does nothing at all. A copy has a thread of its own for as long as programs take it.

mod backend;
mod clipboard;
mod effects;
mod input;
mod mouse;
mod outside_editor;
mod run;
mod start;
mod styles;
mod terminal;
mod view;
mod waits;

pub use backend::FrameBackend;
pub use clipboard::copy_to_programs;
pub(crate) use effects::import_source;
pub use effects::{EffectRunner, Folders, JournalHandle, SettingsFile};
pub use outside_editor::OutsideEditor;
pub use run::{Environment, fault, guarded, is_hang_up, run, save_at_the_end, step};
pub use start::{StartOptions, left_outside, open, start, state_of};
pub use terminal::{FrameBuffer, has_no_room};
pub use view::View;
