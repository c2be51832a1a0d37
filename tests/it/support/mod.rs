//! What the tests share: a home of their own, a sitting at the real loop, the real binary in a pty.

pub mod film;
pub mod frames;
pub mod home;
pub mod listener;
pub mod needs;
mod others;
pub mod pty;
pub mod script;
pub mod sitting;
pub mod snapshots;
pub mod typist;
pub mod weaving_laws;
pub mod witness;
pub mod world;
