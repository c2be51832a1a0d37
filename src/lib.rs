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
//! Each is kept by the tests that it names; they stand in `tests/it/architecture` where nothing else is said.
//!
//! - Only `tui` names ratatui or crossterm. Only `store` and the loader of `config` touch the file
//!   system. No clock, environment or randomness in `text`, `assessment`, `statement`, `check`, `app`.
//!   (`only_the_terminal_folder_names_the_terminal`,
//!   `only_the_store_and_the_loader_of_settings_touch_files`,
//!   `pure_folders_have_no_clock_no_environment_and_no_chance`; the arrows of the map:
//!   `no_folder_reaches_around_another`.)
//! - Nothing but `cli` and `main` prints. Nothing panics. (`only_the_command_line_prints`, `nothing_panics`.)
//! - What leaves the program leaves it by one of two doors, and nothing hidden goes through: `cli`'s writer,
//!   for results, errors and panics, and the last look at each frame in `tui`.
//!   (`what_leaves_the_program_leaves_it_by_a_door_that_is_kept`.)
//! - `update` is a function of state and message. What touches the world is returned as an
//!   effect and comes back as a message. (`an_update_is_a_function_of_state_and_message`.)
//! - A rule of the check stands once, in its table: `assay check --rules` and the settings are made from it.
//!   (`a_rule_stands_once`.)
//! - A command stands once, in the table: dispatch, footer, help, palette, settings and `assay keys`
//!   are made from it. (`a_command_stands_once`.)
//! - A word that a statement says stands in framework data, a key in the command table, a default
//!   in `Config::default()`. (`words_that_a_statement_says_are_no_text_in_code`,
//!   `keys_stand_in_the_command_table`; `the_example_file_is_the_defaults_commented_out` in `tests/it/formats`.)
//! - No assessment is judged: grades are set by people, and nothing here computes one.
//!   (`no_grade_is_computed`.)
//! - A type name stands once, a file has at most 400 lines and a function 80, and no files of a folder go in
//!   circles; what is not there yet is listed in `shape.rs`, in lists that may only shrink.
//!   (`a_type_name_stands_once`, `no_file_has_grown_past_a_better_cut`,
//!   `no_function_has_grown_past_a_better_cut`, `no_files_of_a_folder_go_in_circles`.)

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
