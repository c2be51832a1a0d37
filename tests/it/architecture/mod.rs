//! The invariants of the crate docs, each kept by reading the source.

mod paths;
mod shape;
mod source;
mod tables;

use std::fs;
use std::path::Path;

use source::shipped;

/// Which folders a folder may name. What is not here may name nothing of the crate.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("exchange", &["old_text", "assessment", "text"]),
    ("assessment", &["text"]),
    ("grammar", &[]),
    ("statement", &["assessment", "text", "grammar"]),
    ("check", &["statement", "assessment", "text", "grammar"]),
    ("old_text", &["statement", "assessment", "text", "grammar"]),
    ("render", &["statement", "assessment", "text", "grammar"]),
    ("store", &["assessment", "text"]),
    ("config", &["app", "check", "store", "text"]),
    (
        "app",
        &[
            "assessment",
            "statement",
            "check",
            "render",
            "text",
            "grammar",
            "exchange",
        ],
    ),
    (
        "tui",
        &[
            "exchange",
            "app",
            "assessment",
            "statement",
            "check",
            "old_text",
            "render",
            "store",
            "config",
            "text",
        ],
    ),
    // Of `tui` only what is no screen: the runner of effects, the way in, the way out.
    (
        "linear",
        &[
            "app",
            "assessment",
            "statement",
            "store",
            "config",
            "text",
            "tui",
        ],
    ),
    (
        "cli",
        &[
            "app",
            "assessment",
            "statement",
            "check",
            "old_text",
            "render",
            "store",
            "config",
            "text",
            "tui",
            "linear",
            "exchange",
        ],
    ),
];

const PURE: &[&str] = &[
    "text",
    "grammar",
    "assessment",
    "statement",
    "check",
    "old_text",
    "render",
    "exchange",
    "app",
];

fn refuse(folders: &[&str], but: &[&str], words: &[&str], why: &str) {
    for path in but {
        let known = shipped().any(|source| source.path == *path);
        assert!(known, "{path} is excepted, and is not there");
    }
    let kept = shipped().filter(|source| folders.contains(&source.folder.as_str()));
    for source in kept.filter(|source| !but.contains(&source.path.as_str())) {
        for word in words {
            let found = source.code.lines().position(|line| line.contains(word));
            assert!(
                found.is_none(),
                "{}:{}: `{word}`: {why}",
                source.path,
                found.unwrap_or(0) + 1
            );
        }
    }
}

/// Every folder but these; the files at the top of `src` are in the folder without a name.
fn all_but(folders: &[&str]) -> Vec<&'static str> {
    let all = MAY_NAME.iter().map(|(name, _)| *name).chain([""]);
    all.filter(|name| !folders.contains(name)).collect()
}

#[test]
fn no_folder_reaches_around_another() {
    for source in shipped() {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == source.folder) else {
            assert!(source.folder.is_empty(), "{} has no rule", source.folder);
            continue;
        };
        for other in paths::folders_named(source) {
            let known = MAY_NAME.iter().any(|(name, _)| *name == other);
            assert!(
                !known || other == source.folder || allowed.contains(&other.as_str()),
                "{}: `{}` may not name `{other}`",
                source.path,
                source.folder
            );
        }
    }
}

#[test]
fn only_the_terminal_folder_names_the_terminal() {
    let why = "only `tui` knows the terminal";
    refuse(&all_but(&["tui"]), &[], &["ratatui", "crossterm"], why);
}

#[test]
fn whoever_tells_lines_knows_no_screen() {
    let words = [
        "layout::",
        "width",
        "Key::",
        "StyleRole",
        "tui::View",
        "tui::run",
        "tui::step",
        "\\x1b",
        "\\u{1b}",
    ];
    let why = "what is told in lines has no width, no key, no colour and no sequence";
    refuse(
        &["linear"],
        &["linear/session.rs", "linear/view/draft.rs"],
        &words,
        why,
    );
}

#[test]
fn only_the_store_and_the_loader_of_settings_touch_files() {
    let why = "only `store` and the loader of `config` touch the file system";
    let words = [
        "std::fs",
        "fs::read",
        " File::open",
        "(File::open",
        "tempfile::",
    ];
    refuse(&all_but(&["store", ""]), &["config/read.rs"], &words, why);
}

#[test]
fn pure_folders_have_no_clock_no_environment_and_no_chance() {
    let words = [
        "std::time",
        "Instant::",
        "SystemTime",
        "jiff::",
        "std::env",
        "std::thread",
        "rand::",
        "getrandom",
        "std::io",
        "std::process",
        "std::net",
    ];
    // Archives are written and read by a library, in memory.
    let archives = ["render/formats/docx/package.rs", "old_text/docx.rs"];
    refuse(PURE, &archives, &words, "this folder is pure");
}

#[test]
fn an_update_is_a_function_of_state_and_message() {
    // What is kept between two calls is in the state, where a test sees it.
    let words = [
        "RefCell",
        " Cell<",
        "Mutex",
        "RwLock",
        "Atomic",
        "LazyLock",
        "OnceLock",
        "static mut",
        "thread_local!",
    ];
    refuse(
        &["app"],
        &[],
        &words,
        "what `update` remembers is in the state",
    );
    let app = shipped().filter(|source| source.folder == "app");
    let signature = "pub fn update(state: &mut State, message: Message) -> Vec<Effect>";
    let many = app.filter(|source| source.code.contains(signature)).count();
    assert_eq!(many, 1, "there is one `update`");
}

#[test]
fn words_are_typed_in_one_field() {
    refuse(
        &["app"],
        &["app/field.rs", "app/editor/typing.rs"],
        &["Cursor::", "&Cursor", ": Cursor", "<Cursor"],
        "a box has a `TextField`, with the keys of every other and its words kept",
    );
}

#[test]
fn only_the_command_line_prints() {
    let words = ["println!", "print!(", "eprint!(", "dbg!("];
    refuse(
        &all_but(&["cli", ""]),
        &[],
        &words,
        "only `cli` and `main` print",
    );
}

#[test]
fn nothing_that_ships_seals_with_the_work_of_a_test() {
    refuse(
        &all_but(&[]),
        &[
            "store/seal/sealed.rs",
            "store/seal/unbuilt.rs",
            "store/seal/mod.rs",
        ],
        &["seal_quickly_in_tests"],
        "only tests seal quickly",
    );
    let seal = include_str!("../../../src/store/seal/sealed.rs");
    let quick = "#[cfg(debug_assertions)]\n#[doc(hidden)]\npub fn seal_quickly_in_tests()";
    assert!(
        seal.contains(quick),
        "a build that ships has no such function"
    );
}

#[test]
fn nothing_panics() {
    let words = [
        ".unwrap()",
        ".expect(",
        ".unwrap_err()",
        ".expect_err(",
        "panic!(",
        "unreachable!(",
        "todo!(",
        "unimplemented!(",
        "assert!(",
        "assert_eq!(",
        "assert_ne!(",
        "allow(",
    ];
    refuse(
        &all_but(&[]),
        &[],
        &words,
        "what cannot be is an error, and is not allowed",
    );
    // What cannot be seen in a word is seen by these.
    let manifest = include_str!("../../../Cargo.toml");
    for lint in [
        "unwrap_used",
        "expect_used",
        "panic",
        "indexing_slicing",
        "string_slice",
    ] {
        assert!(
            manifest.contains(&format!("\n{lint} = \"warn\"\n")),
            "{lint} is looked for"
        );
    }
    assert!(manifest.contains("\nunsafe_code = \"forbid\"\n"));
    let run = include_str!("../../../.ci/run");
    assert!(
        run.contains("cargo clippy --locked --all-targets -- -D warnings"),
        "{run}"
    );
}

#[test]
fn what_leaves_the_program_leaves_it_by_a_door_that_is_kept() {
    let doors = ["cli/mod.rs", "cli/panic.rs", "tui/terminal.rs"];
    for door in doors {
        assert!(
            shipped().any(|source| source.path == door),
            "{door} is a door"
        );
    }
    for source in shipped().filter(|source| !doors.contains(&source.path.as_str())) {
        // Asking whether it is a terminal is no writing.
        for out in ["io::stdout()", "io::stderr()"] {
            let asked = format!("{out}.is_terminal()");
            let used = source.code.matches(out).count() - source.code.matches(&asked).count();
            assert_eq!(
                used, 0,
                "{}: what is written goes through `Marked` or a frame",
                source.path
            );
        }
    }
}

/// The files that write to a path or take one away, each with why that takes nothing from anybody.
const WRITERS: &[(&str, &str)] = &[
    (
        "store/door.rs",
        "what a user named: nothing is there yet, or it keeps nothing",
    ),
    (
        "store/edited/saving.rs",
        "a save: it knows what it replaces",
    ),
    (
        "store/file/left_over.rs",
        "takes away new files that never came to their place",
    ),
    (
        "store/file.rs",
        "whole files, for those that are listed here",
    ),
    ("store/journal/replay.rs", "journals"),
    ("store/journal/copied.rs", "journals"),
    ("store/journal/open.rs", "journals"),
    ("store/journal/rewrite.rs", "journals"),
    ("store/journal/writer.rs", "journals"),
    ("store/journal/writer/syncing.rs", "journals"),
    ("store/journal/writer/moving.rs", "journals"),
    (
        "store/last_places.rs",
        "where drafts were left, in the state folder",
    ),
    ("store/library.rs", "moves to names that are free"),
    ("store/lock.rs", "locks"),
    (
        "store/prints.rs",
        "prints, over prints that nobody has touched",
    ),
    (
        "store/settings.rs",
        "settings: what another program wrote meanwhile stays",
    ),
    (
        "store/outside_text.rs",
        "the lock of a text that is edited elsewhere, and what is left of it",
    ),
    ("store/recovery/outside.rs", "the lock of a journal"),
    (
        "store/recovery/mod.rs",
        "journals; a save that was cut off in the middle",
    ),
    (
        "store/sealing/along.rs",
        "takes away what was written anew under another name",
    ),
    (
        "store/sealing.rs",
        "takes away what was read back from its new place",
    ),
    (
        "store/versions.rs",
        "earlier versions; under its lock, a draft that became one",
    ),
];

#[test]
fn every_path_that_is_written_goes_through_the_door() {
    let calls = [
        "fs::write",
        "fs::rename",
        "fs::copy",
        "fs::remove",
        "fs::hard_link",
        "fs::create_dir",
        "fs::set_permissions",
        "fs::symlink",
        " File::create",
        "(File::create",
        "OpenOptions",
        "DirBuilder",
    ];
    let why = "the calls that write stand in one file";
    refuse(&all_but(&[]), &["store/disk.rs"], &calls, why);
    let words = [
        "disk::create(",
        "disk::open(",
        "disk::open_lock(",
        "disk::rename(",
        "disk::place_new(",
        "disk::write(",
        "disk::truncate(",
        "disk::set_mode(",
        "disk::remove(",
        "write_whole(",
        "replace_private(",
        "write_free(",
        // What `replace` is handed, which has the name of many other functions.
        "&mut || ",
    ];
    let writers: Vec<&str> = WRITERS.iter().map(|(path, _)| *path).collect();
    let why = "what a user named is written by `write_new` or `PrintDoor`, and a draft by its save";
    refuse(&all_but(&[]), &writers, &words, why);
    for source in shipped().filter(|source| writers.contains(&source.path.as_str())) {
        let writes = words.iter().any(|word| source.code.contains(word));
        assert!(
            writes,
            "{} writes nothing; take it off the list",
            source.path
        );
    }
    // A draft that a command writes is locked first, by the function that does the work.
    for (path, before, after) in [
        ("store/draft_change.rs", "claim(", ".save("),
        ("store/prints.rs", "claim(", "replace_private("),
        ("store/recovery/unsaved.rs", "lock_draft(", "write_new("),
        ("store/sealing.rs", "claim(", "disk::remove("),
        ("store/versions.rs", "claim(", "= replace("),
    ] {
        let found = shipped().find(|source| source.path == path);
        let code = &found.expect("a file").code;
        let at = |word: &str| code.find(word);
        assert!(
            at(before).is_some() && at(before) < at(after),
            "{path}: {before} {after}"
        );
    }
    let saved = [".save(", "lock::lock(", "lock::take_over("];
    let why = "a command leaves it to the store, which takes the lock";
    refuse(&["cli"], &[], &saved, why);
}

#[test]
fn one_place_says_which_journals_belong_to_a_file() {
    let named = ["JournalName::new(", "temporary()"];
    let known = [
        "store/recovery/belonging.rs",
        "store/recovery/standing.rs",
        // A journal that was read is compared with the file that it was read for.
        "store/recovery/mod.rs",
        "store/journal/place.rs",
        // The journal of an open file goes along where that goes.
        "tui/effects/saving.rs",
    ];
    let why = "the journals of a file are those that `FileJournals` finds";
    refuse(&all_but(&[]), &known, &named, why);
}

#[test]
fn no_grade_is_computed() {
    let grades = [
        "Outstanding",
        "Good",
        "Adequate",
        "RequiresImprovement",
        "Inadequate",
    ];
    let grades = grades.map(|grade| format!("Grade::{grade}"));
    let grades: Vec<&str> = grades.iter().map(String::as_str).collect();
    // The checks look at grades, as does the ladder of openings; screen and lists show them; none of them can
    // set one.
    let show = ["check", "tui", "cli"];
    refuse(
        &all_but(&show),
        // A framework's scale has grades, and so has a rung's band.
        &["statement/ladder.rs", "store/format/framework.rs"],
        &grades,
        "no grade is named where one could be set",
    );
    let words = ["&mut Assessment", "edits::", "Edit::"];
    refuse(
        &["check", "statement", "render"],
        &[],
        &words,
        "an assessment is only read here",
    );
    refuse(
        &["tui", "cli", "linear"],
        &[],
        &["edits::grade", ".grade = "],
        "grades are set by people",
    );
}

#[test]
fn keys_stand_in_the_command_table() {
    let words = ["Key::char(", "Key::plain(", "Key::parse(", "Key::sequence("];
    let why = "what a key does is settled in the command table";
    refuse(
        &["app", "tui", "cli", "linear"],
        &["app/key.rs", "app/keymap.rs", "tui/input/decode.rs"],
        &words,
        why,
    );
    refuse(&all_but(&[]), &["tui/input/events.rs"], &["KeyCode::"], why);
}

/// Where the texts of more than one word are that `statement` has and no statement says.
const NOT_SPOKEN: &[(&str, &str)] = &[
    ("statement/by_hand.rs", "why a sentence by hand is old"),
    ("statement/document.rs", "why something is not spoken"),
];

#[test]
fn words_that_a_statement_says_are_no_text_in_code() {
    // The units that a ledger may have, to be read and not to be said.
    let read = ["per cent", "million pounds", "billion pounds"];
    let is_word = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    for source in shipped().filter(|source| source.folder == "statement") {
        if NOT_SPOKEN.iter().any(|(path, _)| *path == source.path) {
            continue;
        }
        for text in &source.texts {
            let words: Vec<&str> = text.split(' ').collect();
            let spoken = words
                .windows(2)
                .any(|pair| pair.iter().all(|word| is_word(word)));
            assert!(
                !spoken || read.contains(&text.as_str()),
                "{}: {text:?}: what a statement says stands in framework data",
                source.path
            );
        }
    }
}

#[test]
fn each_invariant_of_the_crate_docs_names_the_tests_that_keep_it() {
    let docs = include_str!("../../../src/lib.rs");
    let (_, after) = docs.split_once("## Invariants").expect("the invariants");
    let section = after
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("//!") && !line.contains("## "));
    let lines: Vec<&str> = section
        .map(|line| line.trim_start_matches("//!").trim())
        .collect();
    let text = lines.join("\n");
    let tests = [
        include_str!("mod.rs"),
        include_str!("shape.rs"),
        include_str!("tables.rs"),
        include_str!("../boxes.rs"),
        include_str!("../consent.rs"),
        include_str!("../formats/settings.rs"),
        include_str!("../../../src/assessment/tables_tests.rs"),
        include_str!("../../../src/render/tests.rs"),
        include_str!("../key_sets.rs"),
        include_str!("../vim.rs"),
    ];
    let items = text.split("\n- ").skip(1);
    let mut many = 0;
    for item in items {
        let named: Vec<&str> = item.split('`').skip(1).step_by(2).collect();
        let is_test = |name: &&str| {
            let test = format!("#[test]\nfn {}() {{", name);
            tests.iter().any(|file| file.contains(&test))
        };
        assert!(named.iter().any(is_test), "no test is named by: {item}");
        for name in named.iter().filter(|name| name.matches('_').count() > 1) {
            assert!(is_test(name), "{name} is no test here: {item}");
        }
        many += 1;
    }
    assert!(many >= 8, "the invariants are found: {many}");
}

#[test]
fn the_top_level_holds_what_belongs_there_and_nothing_else() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "assets",
        "tests",
        "config.example.toml",
        "README.md",
        "LICENSE",
        "target",
    ];
    for entry in fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("the package") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy();
        assert!(
            name.starts_with('.') || allowed.contains(&name.as_ref()),
            "{name} does not belong at the top level"
        );
    }
}

#[test]
fn the_readme_is_read_in_five_minutes() {
    let lines = include_str!("../../../README.md").lines().count();
    assert!(
        lines <= 250,
        "{lines} lines; tables of keys and rules are shown by the program"
    );
}

#[test]
fn the_paths_that_the_crate_docs_lead_to_are_there() {
    let docs = include_str!("../../../src/lib.rs");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_path = |name: &&str| {
        ["src/", "assets/", "tests/"]
            .iter()
            .any(|it| name.starts_with(it))
    };
    let named = docs.split('`').skip(1).step_by(2).filter(is_path);
    let mut many = 0;
    for path in named {
        // `ID` and its like stand for a name that somebody chooses.
        let known = path
            .split('/')
            .take_while(|part| !part.starts_with(char::is_uppercase));
        let known: Vec<&str> = known.collect();
        assert!(root.join(known.join("/")).exists(), "{path} is not there");
        many += 1;
    }
    assert!(many >= 20, "the paths are found: {many}");
}
