//! The program used line by line: by the real binary with lines piped in, and by random lines in memory.

mod acceptance;
mod again;
mod answers;
mod heard;
mod hints;
mod inside;
mod laws;
mod lines;
mod long;
mod said;
mod several;
mod transcript;
mod unended;
