//! The program used line by line: by the real binary with lines piped in, and by random lines in memory.

mod acceptance;
mod heard;
mod laws;
mod lines;
mod transcript;
