//! The one integration binary: everything that a user gains or must never lose, from outside.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic
)]
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::print_stdout)]

mod architecture;
mod boxes;
mod charts;
mod checks;
mod cli;
#[cfg(unix)]
mod ends;
mod examples;
mod flows;
mod formats;
mod hostile;
mod inspections;
mod london;
mod merges;
mod picture;
mod problems;
mod recovery;
mod saving;
mod screens;
mod standing;
mod support;
mod terminal;
mod tray;
mod years;
