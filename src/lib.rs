//! # Assay
//!
//! A full-screen terminal program for inspectors who draft graded assessments: findings, evidence
//! and grades go in, and a statement that reads like an inspector speaking takes shape beside them.
//!
//! ## The map
//!
//! | folder | owns | must not know |
//! | --- | --- | --- |
//! | [`text`] | graphemes, widths, soft wrap, the cursor in editable prose | anything else |
//! | [`assessment`] | the vocabulary: assessment, finding, figure, grade, framework; edits, their inverses | files, screens, how a sentence is made |
//! | [`statement`] | assessment → document of paragraphs and sentences, each with its sources | files, screens |
//! | [`check`] | THE rule table; assessment + statement → problems | files, screens |
//! | [`render`] | document → text, Markdown, HTML, JSON; the report | where the bytes go |
//! | [`store`] | files: format of drafts, inspections and frameworks, comment-keeping save, library, places | screens, how a sentence is made |
//! | [`config`] | settings, key bindings, themes, located errors about them | what a command does |
//! | [`app`] | the state machine: `update(state, message) → effects`; the one command table | files, clocks, terminals |
//! | [`tui`] | the terminal: input, drawing, carrying out effects | what a key means |
//! | [`cli`] | the commands of the command line, one file each | what is drawn |
//!
//! Arrows point down only: `text → ∅`; `assessment → text`; `statement → assessment`;
//! `check → statement`; `render → statement`; `store → assessment`; `config → store`'s located errors,
//! `check`'s rules and `app`'s command and key types; `app → assessment, statement, check, render, text`; `tui → app` and
//! what it shows, `store` and `config`; `cli → all`.
//!
//! ## Invariants
//!
//! Each is kept by a test in `tests/it/architecture.rs`.
//!
//! - Only `tui` names ratatui or crossterm. Only `store` and the loader of `config` touch the file
//!   system. No clock, environment or randomness in `text`, `assessment`, `statement`, `check`, `app`.
//! - Nothing but `cli` and `main` prints. Nothing panics.
//! - What leaves the program leaves it by one of two doors, and nothing hidden goes through: `cli`'s writer,
//!   for results, errors and panics, and the last look at each frame in `tui`.
//! - `update` is a function of state and message. What touches the world is returned as an
//!   effect and comes back as a message.
//! - A rule of the check stands once, in its table: `assay check --rules`, settings and README are made from it.
//! - A command stands once, in the table: dispatch, footer, help, palette, `assay keys` and the
//!   README are made from it.
//! - A word that a statement says stands in framework data, a key in the command table, a default
//!   in `Config::default()`.
//! - No assessment is judged: grades are set by people, and nothing here computes one.

pub mod app;
pub mod assessment;
pub mod check;
pub mod cli;
pub mod config;
pub mod render;
pub mod statement;
pub mod store;
pub mod text;
pub mod tui;
