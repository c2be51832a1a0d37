//! The invariants of the crate docs, each kept by reading the source.

use std::fs;
use std::path::{Path, PathBuf};

/// Which folders a folder may name. What is not here may name nothing of the crate.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("assessment", &["text"]),
    ("statement", &["assessment", "text"]),
    ("check", &["statement", "assessment", "text"]),
    ("render", &["statement", "assessment", "text"]),
    ("store", &["assessment", "text"]),
    ("config", &["app", "check", "store", "text"]),
    (
        "app",
        &["assessment", "statement", "check", "render", "text"],
    ),
    (
        "tui",
        &[
            "app",
            "assessment",
            "statement",
            "check",
            "render",
            "store",
            "config",
            "text",
        ],
    ),
    (
        "cli",
        &[
            "app",
            "assessment",
            "statement",
            "check",
            "render",
            "store",
            "config",
            "text",
            "tui",
        ],
    ),
];

const PURE: &[&str] = &["text", "assessment", "statement", "check", "render", "app"];

struct Source {
    folder: String,
    path: PathBuf,
    /// The code without comments and without test modules.
    code: String,
    lines: usize,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut |path| {
        let text = fs::read_to_string(path).expect("a source file can be read");
        let inside = path.strip_prefix(&root).expect("it lies in src");
        let mut parts = inside.components();
        let first = parts.next().expect("a name").as_os_str().to_string_lossy();
        let folder = if parts.next().is_some() {
            first.into_owned()
        } else {
            String::new()
        };
        let code = text
            .split("#[cfg(test)]\nmod ")
            .next()
            .unwrap_or_default()
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        found.push(Source {
            folder,
            path: inside.to_owned(),
            code,
            lines: text.lines().count(),
        });
    });
    assert!(found.len() > 40, "the walk has found the source");
    found
}

fn walk(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder of the source")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, visit);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            visit(&path);
        }
    }
}

/// The places at which code that only tests use may do as it likes.
fn is_test_code(path: &Path) -> bool {
    let name = path.to_string_lossy();
    ["tests", "laws", "rules", "testing", "properties", "faults"]
        .iter()
        .any(|part| name.ends_with(&format!("{part}.rs")) || name.contains(&format!("{part}/")))
        && !name.contains("format/rules.rs")
}

fn refuse(sources: &[Source], folders: impl Fn(&str) -> bool, words: &[&str], why: &str) {
    for source in sources
        .iter()
        .filter(|source| folders(&source.folder) && !is_test_code(&source.path))
    {
        for word in words {
            assert!(
                !source.code.contains(word),
                "{}: `{word}`: {why}",
                source.path.display()
            );
        }
    }
}

#[test]
fn no_folder_reaches_around_another() {
    for source in sources() {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == source.folder) else {
            assert!(source.folder.is_empty(), "{} has no rule", source.folder);
            continue;
        };
        if is_test_code(&source.path) {
            continue;
        }
        for (other, _) in MAY_NAME {
            let named = source.code.contains(&format!("crate::{other}::"))
                || source.code.contains(&format!("use crate::{other};"));
            assert!(
                !named || *other == source.folder || allowed.contains(other),
                "{}: `{}` may not name `{other}`",
                source.path.display(),
                source.folder
            );
        }
    }
}

#[test]
fn only_the_terminal_folder_names_the_terminal() {
    let why = "only `tui` knows the terminal";
    refuse(
        &sources(),
        |folder| folder != "tui",
        &["ratatui", "crossterm"],
        why,
    );
}

#[test]
fn only_the_store_and_the_loader_of_settings_touch_files() {
    let sources: Vec<Source> = sources()
        .into_iter()
        .filter(|source| source.path != Path::new("config/read.rs"))
        .collect();
    let why = "only `store` and the loader of `config` touch the file system";
    let words = [
        "std::fs",
        "fs::read",
        " File::open",
        "(File::open",
        "tempfile::",
    ];
    refuse(
        &sources,
        |folder| !folder.is_empty() && folder != "store",
        &words,
        why,
    );
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
        "std::io",
    ];
    refuse(
        &sources(),
        |folder| PURE.contains(&folder),
        &words,
        "this folder is pure",
    );
}

#[test]
fn only_the_command_line_prints() {
    let words = ["println!", "print!(", "eprint!("];
    let why = "only `cli` and `main` print";
    refuse(
        &sources(),
        |folder| folder != "cli" && !folder.is_empty(),
        &words,
        why,
    );
}

#[test]
fn what_leaves_the_program_leaves_it_by_a_door_that_is_kept() {
    let sources: Vec<Source> = sources()
        .into_iter()
        .filter(|source| {
            let doors = ["cli/mod.rs", "cli/panic.rs", "tui/terminal.rs"];
            !doors.iter().any(|door| source.path == Path::new(door))
        })
        // Asking whether it is a terminal is no writing.
        .map(|mut source| {
            for out in ["io::stdout().is_terminal()", "io::stderr().is_terminal()"] {
                source.code = source.code.replace(out, "");
            }
            source
        })
        .collect();
    let why = "what is written goes through `Marked` or a frame";
    refuse(&sources, |_| true, &["io::stdout()", "io::stderr()"], why);
}

#[test]
fn no_file_has_grown_past_a_better_cut() {
    for source in sources() {
        assert!(
            source.lines <= 700,
            "{}: {} lines; there is a better cut",
            source.path.display(),
            source.lines
        );
    }
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
