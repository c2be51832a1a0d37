//! # Assay
//!
//! A full-screen terminal program, and one of questions and answers in lines, for inspectors who draft graded assessments: findings, evidence
//! and grades go in, and a statement that reads like an inspector speaking takes shape beside them.
//!
//! ## The map
//!
//! | folder | owns | must not know |
//! | --- | --- | --- |
//! | [`text`] | graphemes, widths, soft wrap, the cursor in editable prose | anything else |
//! | [`assessment`] | the vocabulary: assessment, finding, figure, grade, framework; edits, their inverses | files, screens, how a sentence is made |
//! | [`grammar`] | English: a sentence → its subject, main verb and first word, or that these are not certain | anything else |
//! | [`statement`] | assessment → document of paragraphs and sentences, each with its sources | files, screens |
//! | [`check`] | THE rule table; assessment + statement → problems | files, screens |
//! | [`old_text`] | an old text → a draft: its blocks, and what each sentence is recognised as | where a file is, screens |
//! | [`render`] | document → text, Markdown, HTML, DOCX, PDF, JSON; the report | where the bytes go |
//! | [`exchange`] | the tables of others ↔ evidence, figures, grades: which column is which field, whether a draft has it | files, screens |
//! | [`store`] | files: format of drafts, inspections and frameworks, comment-keeping save, library, places | screens, how a sentence is made |
//! | [`config`] | settings, key bindings, themes, located errors about them | what a command does |
//! | [`app`] | the state machine: `update(state, message) → effects`; the one command table | files, clocks, terminals |
//! | [`tui`] | the terminal: input, drawing, carrying out effects | what a key means |
//! | [`linear`] | the same in lines: what a line means, what is said of what came of it | a screen: widths, keys, colours, sequences |
//! | [`cli`] | the commands of the command line, one file each | what is drawn |
//!
//! Arrows point down only: `text → ∅`; `grammar → ∅`; `assessment → text`; `statement → assessment, grammar`;
//! `check → statement, grammar`; `old_text → statement, grammar`; `render → statement, grammar`; `exchange → old_text, assessment, text`; `store → assessment`; `config → store`'s located errors,
//! `check`'s rules and `app`'s command and key types; `app → assessment, statement, check, render, text, grammar, exchange`; `tui → app` and
//! what it shows, `old_text`, `store` and `config`; `linear → app`, and of `tui` what is no screen: the runner of effects, the way in,
//! the way out; `cli → all`.
//!
//! ## Words
//!
//! Of the field; each is a type or a field of one.
//!
//! | word | means |
//! | --- | --- |
//! | body, noun | the force or service that is inspected; what it is called after "the": force, constabulary, service, brigade |
//! | framework | a programme of inspections as data: headings, scale, ladder, frames and every word that a statement adds |
//! | heading, pillar | a question that is inspected and mostly graded; a group of headings |
//! | finding | one thing found: strength, area for improvement, cause of concern, practice or context |
//! | evidence, figure, ledger | a record that findings rest on; a number that is typed once; the evidence and figures together |
//! | grade, scale, judgment | a word such as good; the grades of a framework in order; all that was decided about a heading |
//! | ladder, rung, band | the openings that a framework offers, from warm to grave; one of them; the grades that suggest it |
//! | frame | words in which a finding is spoken: "I am pleased that …"; a finding names one as its `stance` |
//! | voice | what differs by inspector and round in how it is spoken: words that turn, I or we, joined or short |
//! | statement, weaving | the text that is read out; how it is made from the findings |
//! | hand edit, stale | a sentence or paragraph that the author rewrote; no longer resting on what it rested on then |
//! | reading | what is known of a sentence: whether the body is its subject or it has none, its main verb, its first word; in doubt it is spoken as typed |
//! | notice, report | the text for the press about an inspection of several bodies; everything that was recorded, set out for publication |
//! | stage, closing | how closely a body is monitored between inspections, and since when; the words that end a statement |
//! | apart | said of two programmes whose grades are never compared: on two scales, or because one of them says so |
//! | tray | what found no place when a draft's framework was changed or an old text was read, and waits for one |
//! | old text, piece | a statement or report from elsewhere that is read into a draft; a sentence, heading or row of it |
//!
//! Of the code.
//!
//! | word | means |
//! | --- | --- |
//! | draft, assessment | a file; what stands in it |
//! | record, table, list of a draft | a struct whose fields can be walked by name; where it stands in a draft; a table of many |
//! | place, address | a value by counting items, right for one version of a draft; the same by ids, right for all |
//! | edit, step, history | one change with an exact inverse; edits that are undone together; all that can be undone |
//! | journal, recovery | the file to which each edit goes before it is on the screen; bringing back what no save has written |
//! | problem, rule, fix | something to be put right; the row of the table that found it; the change that puts it right |
//! | unplaced, cut | words that wait for a place, since no box has them; what a key cut last |
//! | consent | what is asked about before it is done, since it reaches beyond what is open |
//! | state, message, effect | all that the screen shows; what happened; what the world is asked for |
//! | key set, prefix, mode | which keys do what: plain, emacs, vim; keys that wait for others; what keys mean in a text of the last |
//! | scope, command, overlay | a place in which keys have their meaning; what a key does there; what lies over a screen until it is answered |
//! | list, lit row | the one list from which is chosen, whatever it is of; the row that Enter takes |
//! | editor, grid | an open draft on the screen; an open inspection |
//! | face | the full screen, or lines: both show and change one state by one table of commands |
//!
//! ## Where is … added?
//!
//! `cargo test` names what is missing, and a path that does not exist here.
//!
//! - **A rule of the check**: a row in `src/check/table/record.rs` or `src/check/table/words.rs`; where it is about a finding's own text, a function called in
//!   `src/check/finding_scan.rs`, about any text one in `src/check/style.rs`, else one in the file of its family, called
//!   from that file's `check`; a draft that breaks it and nothing else, `tests/data/checks/RULE.toml`, with `# here` at
//!   the line that is reported.
//! - **A command with a key**: a row in `src/app/command.rs`; the function that it names, in `src/app/act`, where
//!   `editor::with` does for what cannot fail. Names in the row's arguments are imported in `src/app/act/mod.rs`.
//!   Nothing more is to be done for those who use the program line by line: it is had there by its name, with its help.
//!   Where a key set has other keys for it, they stand in the row too.
//! - **A key of the modes of vi**: `src/text/vim/grammar.rs`, and its line in the table there that help shows; rows of
//!   `tests/data/vim.tsv` from the real program by `ASSAY_VIM=new cargo test vim_beside`.
//! - **A framework**: `assets/frameworks/ID.toml`, `assets/examples/ID.toml`, and its id in `src/store/built_in.rs`.
//! - **A frame that all frameworks have**: `assets/frames.toml`; what a voice, a frame and a rung may say,
//!   `assets/frameworks/VOICES.md`.
//! - **A field of a finding**: a line in `src/assessment/finding.rs`, anywhere; whether hand edits and grades go stale
//!   with it, in `src/statement/by_hand.rs`, which does not compile before; where the screen shows it, a line in
//!   `src/app/editor/rows.rs`, where the report prints it, one in `src/render/report`, and which prints have a place for
//!   it, in `src/render/left_out/table.rs`, which does not compile before either.
//! - **A list of a draft**: its record in `src/assessment/records.rs`, its entry in `src/assessment/tables.rs`; which
//!   prints have a place for its texts, in `src/render/left_out/table.rs`.
//! - **A print format**: a row in `src/render/formats/mod.rs`, and its writer beside it, of a text, of bytes or of pages
//!   that are set with a font, which is also asked for editions that its row leaves out and then prints its own; its escapes are tried in
//!   `src/render/properties_tests.rs`.
//! - **A screen over the others**: its state in `src/app/overlay` with a variant of `Overlay`, its keys in
//!   `src/app/command.rs`, its drawing in `src/tui/view`, called in `src/tui/view/overlay.rs`, and what is told of it in
//!   `src/linear/view/boxes.rs`, which does not compile before; words for both in `src/app/shown`. A box in which words are
//!   typed has a `TextField`, and so every key of one, and its words are kept; a question is a variant of
//!   `QuestionKind`, with a name for its words. Its name and the keys that lead to it, in `tests/it/gallery.rs`, which does
//!   not compile before.
//! - **A list to choose from**: its rows as [`app::RowList`], drawn by `src/tui/view/list.rs`; nothing else knows which
//!   row is lit.
//! - **A thing that the mouse reaches**: a variant of `PointerTarget` in `src/app/pointer.rs`, what a click on it does in
//!   `src/app/act/pointer.rs`, and where it stands, noted as it is drawn, in `src/tui/view`.
//! - **A theme**: `assets/themes/NAME.toml`, and a line in `src/config/theme.rs`.
//! - **A wish of an author about a sentence**: its word in `src/assessment/finding.rs`, what it does in `src/statement`,
//!   only where the shape is certain, what tells that it cannot be done in `src/check/asked.rs`, its meaning on the
//!   screen and the words that may stand before a sentence in `assets/words.toml`; cases in
//!   `tests/data/weaving/rules.toml`, those too in which it keeps its hands off.
//! - **A name that a column of a table is often given**: a word in `assets/exchange.toml`; a table that drafts give out, a row
//!   in `src/exchange/out.rs`.
//! - **A list in the statement**: a `[[lists]]` in the framework.
//! - **A word of the house style**: a line in `assets/style.toml`; for a list of another kind a field in
//!   `src/check/house.rs`. Words that are offered on the screen: `assets/words.toml`.
//! - **A word that is read wrongly**: its list in `assets/grammar.toml`, then `ASSAY_LEXICON=new cargo test lexicon`; the
//!   sentence as a case in `tests/data/weaving/cases.toml`.
//! - **A word by which an old text is read**: its list in `assets/old_text.toml`; a sentence that needs it, with its heading and
//!   kind, in `tests/data/old`.
//! - **A setting**: a field in `src/config/mod.rs`, a row in `src/config/settings.rs`, with its name for people and the
//!   values that it is often given.
//! - **A step of the walk through the example**: a `[[steps]]` in `assets/walk.toml`; what is waited for in it, where nothing
//!   there says it, a variant in `src/app/walk.rs`.
//! - **A command of the command line**: its file in `src/cli`, a variant in `src/cli/args.rs`, an arm in
//!   `src/cli/mod.rs`.
//!
//! Then, after a look at what changed: `cargo run -- config --example > config.example.toml` makes the example of the
//! settings anew, `INSTA_UPDATE=always cargo test --test it` the snapshots (keys, rules, manual, screens; `… --test it
//! settled screens` is quicker), and `ASSAY_PICTURE=new cargo test picture` README's pictures and
//! its film. What a key costs, in allocations and bytes, stands in `tests/data/counts.tsv`; what became less is written
//! down by `ASSAY_COUNTS=new cargo test --test counts`, and what became more is looked into.
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
//! - Whoever tells lines knows no screen: no width, no key, no colour, and no sequence is ever sent.
//!   (`whoever_tells_lines_knows_no_screen`; in `tests/it/linear` what a sitting says, from random lines too.)
//! - Nothing but `cli` and `main` prints. Nothing panics. (`only_the_command_line_prints`, `nothing_panics`.)
//! - What leaves the program leaves it by one of two doors, and nothing hidden goes through: `cli`'s writer,
//!   for results, errors and panics, and the last look at each frame in `tui`. A print that is no text goes as it is to a
//!   file or a program, and to no terminal.
//!   (`what_leaves_the_program_leaves_it_by_a_door_that_is_kept`.)
//! - What reaches beyond the open draft, another file or who may write it, is done only when it was chosen in a list that
//!   no letter answers and that is not lit at it: `src/app/consent.rs`. (In `tests/it/consent.rs`
//!   `each_letter_and_enter_leave_the_files_of_others_and_their_locks_alone`,
//!   `prose_in_the_library_moves_copies_and_overwrites_no_file`.)
//! - What stands at a path is somebody's own. What a user named is written by one door (`store/door.rs`), which
//!   overwrites nothing; only a print takes the place of an earlier one of the same edition that nobody has touched. A command
//!   writes a draft under its lock, and not while edits of it wait: `store/claim.rs`.
//!   (`every_path_that_is_written_goes_through_the_door`; each command and each sort of path in
//!   `tests/it/overwriting.rs`.)
//! - One place says which journals belong to a file (`store/recovery/belonging.rs`) and one where they can stand
//!   (`store/recovery/standing.rs`). What is sealed takes all that belongs to it along, and nothing of it can be read.
//!   (`one_place_says_which_journals_belong_to_a_file`; `tests/it/sealed`.)
//! - `update` is a function of state and message. What touches the world is returned as an
//!   effect and comes back as a message. (`an_update_is_a_function_of_state_and_message`.)
//! - Words are typed in one field, whichever box it is in, and are kept until they are answered or cleared; what takes
//!   a field from whoever types in it says so before a letter does anything else. They go into a journal of the file that
//!   they are about, sealed as that is, whoever writes the file, and so they go where it goes. What has no box any more
//!   waits for a place, and one key puts it in.
//!   (`words_are_typed_in_one_field`; in `tests/it/boxes.rs`
//!   `what_is_typed_in_a_box_of_whichever_kind_is_back_until_it_is_answered_or_cleared`,
//!   `what_is_typed_after_a_take_over_in_a_box_of_whichever_kind_is_kept`,
//!   `a_draft_that_is_taken_over_while_somebody_types_takes_no_letter_for_a_command`.)
//! - A rule of the check stands once, in its table: `assay check --rules` and the settings are made from it.
//!   (`a_rule_stands_once`.)
//! - A command stands once, in the table: dispatch, footer, help, palette, settings and `assay keys`
//!   are made from it. (`a_command_stands_once`.)
//! - Keys mean one thing in a place, in every key set, and none begins the keys of another. What a key of normal mode takes
//!   is cut or copied, and is one step of undo; what comes at once is words in every mode.
//!   (In `tests/it/key_sets.rs` `every_place_has_no_key_twice_in_any_set`; in `tests/it/vim.rs`
//!   `a_change_is_one_step_and_is_made_again_by_one_key`, `what_comes_at_once_in_normal_mode_is_words`.)
//! - A print format stands once, in the table of `render`: command line, screen, keys and file names are made from it;
//!   a table of an assessment once, in `assessment`'s declaration: edits, differences, merges, journal and files walk it.
//!   (`a_format_prints_what_its_row_says_and_no_two_have_one_name` in `render`,
//!   `every_field_is_compared_edited_and_undone` and `every_field_is_merged` in `assessment`.)
//! - A word that a statement says stands in framework data, a key in the command table, a default
//!   in `Config::default()`. (`words_that_a_statement_says_are_no_text_in_code`,
//!   `keys_stand_in_the_command_table`; `the_example_file_is_the_defaults_commented_out` in `tests/it/formats`.)
//! - Words that narrow a list, and names that may be spelt in two ways, are compared by the fold of `text` and by
//!   nothing else. (`words_are_looked_for_through_one_fold`.)
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
pub mod exchange;
pub mod grammar;
pub mod linear;
pub mod old_text;
mod parallel;
pub mod render;
pub mod statement;
pub mod store;
pub mod text;
pub mod tui;
