//! What is said to whoever starts for the first time.

use crate::app::command::Command;

/// The program in a few words.
pub const WHAT: &str = "Assay turns an inspection into a statement. You write down what you found and choose grades; \
    the statement takes shape beside you, ready to be read out. Everything is saved as you type, and nothing \
    leaves your machine.";

/// The ways to begin, each with its title and what comes of it.
pub const WAYS: [(Command, &str, &str); 3] = [
    (
        Command::OpenExample,
        "The example",
        "a finished draft, and a walk through it in twelve steps",
    ),
    (
        Command::NewDraft,
        "A new draft",
        "say which body it is about, and start writing",
    ),
    (
        Command::NewInspection,
        "An inspection",
        "several bodies side by side, each with its own draft",
    ),
];
