//! The one integration binary: everything that a user gains or must never lose, from outside.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic
)]
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::print_stdout)]

mod aloud;
mod architecture;
mod boxes;
mod charts;
mod checks;
mod cli;
mod consent;
mod copies;
mod cutting;
#[cfg(unix)]
mod earlier;
mod ends;
mod examples;
mod expected;
mod flows;
mod foreign;
mod formats;
mod forms;
mod gallery;
mod held;
mod hostile;
mod importing;
mod inspections;
mod intake;
mod key_sets;
mod keyboard;
mod laws;
mod left_out;
mod lexicon;
mod library;
mod linear;
mod listed;
mod london;
mod long_search;
mod looking;
mod marking;
mod merges;
mod mistaken;
#[cfg(unix)]
mod moved;
mod new_ids;
mod newcomer;
mod old_texts;
mod outside;
mod overwriting;
mod palette;
mod phantoms;
mod picture;
mod pointer;
mod printing;
mod problems;
mod programmes;
mod reading;
mod readline;
mod recovery;
mod rescued;
mod room;
mod rounds;
mod saving;
mod screens;
mod scrolling;
#[cfg(feature = "seal")]
mod sealed;
mod searching;
mod shown_the_way;
mod sidebar;
mod spelling;
mod stale;
mod standing;
mod stray;
mod stray_slips;
mod support;
mod taken;
mod terminal;
mod told;
mod tray;
mod undone;
mod vim;
mod vim_beside;
mod voices;
mod waiting;
mod weaving;
mod wishes;
mod words;
mod woven_behind;
mod years;
