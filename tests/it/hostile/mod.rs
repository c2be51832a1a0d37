//! Files from strangers: whatever they hold and however they are called, they are shown and never obeyed,
//! and what cannot be used is refused and left as it was.

mod files;
mod limits;
mod shown;

use std::path::Path;

use crate::support::home::Home;

const EXAMPLE: &str = include_str!("../../../assets/examples/annual.toml");
const ANNUAL: &str = include_str!("../../../assets/frameworks/annual.toml");

/// The least that a draft has.
const LEAST: &str =
    "format = 1\nid = \"a\"\nframework = \"annual\"\n\n[subject]\nname = \"Mere\"\n";

/// One of each sort of what must never reach a terminal: a window title, a clear, a C1 sequence, overrides and
/// isolates, marks of direction, separators, a tag, a byte order mark.
const HOSTILE: &str = "\u{1b}]0;PWNED\u{7}\u{1b}[2J\u{9b}2J\u{7f}\u{202e}\u{2066}\u{200f}\u{2028}\u{2029}\u{e0041}\u{feff}";

/// The same as TOML writes it between quotes.
const ESCAPED: &str = "\\u001b]0;PWNED\\u0007\\u001b[2J\\u009b2J\\u007f\\u202e\\u2066\\u200f\\u2028\\u2029\\U000e0041\\ufeff";

/// A draft in which every text holds all of that, and a comment and a key that nothing reads too.
fn hostile_draft() -> String {
    let mut draft = String::from("# \u{202e}a comment\u{2066}\n");
    for line in EXAMPLE.lines() {
        let kept = [
            "id =",
            "kind =",
            "heading =",
            "grade =",
            "stance =",
            "framework =",
            "join =",
            "refer =",
            "source =",
        ];
        let fixed = kept.iter().any(|key| line.starts_with(key)) || !line.contains(" = \"");
        let text = line.strip_suffix('"').filter(|_| !fixed);
        match text {
            Some(text) => draft.push_str(&format!("{text} {ESCAPED}\"")),
            None => draft.push_str(line),
        }
        draft.push('\n');
    }
    draft = draft.replace(
        "[overall]\n",
        &format!("[overall]\nmarking = \"SECRET{ESCAPED}\"\n"),
    );
    draft.push_str(&format!("\n[[findings]]\nid = \"f{ESCAPED}\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"a\u{202e}b\"\n"));
    draft.push_str(&format!("\n[stranger]\n\"{ESCAPED}\" = \"{ESCAPED}\"\n"));
    draft
}

/// The framework under another id, with all of that in its words.
fn hostile_framework(id: &str) -> String {
    ANNUAL
        .replace("id = \"annual\"", &format!("id = \"{id}\""))
        .lines()
        .map(|line| {
            let spoken = [
                "title", "version", "about", "question", "pillar", "words", "meaning", "greeting",
            ];
            let is_spoken = spoken
                .iter()
                .any(|key| line.starts_with(&format!("{key} = ")));
            match line.strip_suffix('"').filter(|_| is_spoken) {
                Some(text) => format!("{text} {ESCAPED}\"\n"),
                None => format!("{line}\n"),
            }
        })
        .collect()
}

/// What would harm a terminal in these words; nothing where there is nothing.
fn harm(words: &str) -> Option<char> {
    words
        .chars()
        .find(|c| *c != '\t' && assay::text::mark(*c).is_some())
}

/// Every file and folder below a folder, by its path there.
fn tree(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(folder).expect("below it");
            found.push(name.to_string_lossy().into_owned());
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Runs the program to its end; gives its status and all that it wrote. One that never ends is ended.
fn run(home: &Home, arguments: &[&str]) -> (i32, String) {
    let mut command = assert_cmd::Command::from_std(home.assay());
    let done = command
        .args(arguments)
        .timeout(std::time::Duration::from_secs(120))
        .output()
        .expect("it runs");
    let mut words = String::from_utf8(done.stdout).expect("text");
    words.push_str(std::str::from_utf8(&done.stderr).expect("text"));
    (done.status.code().unwrap_or(-1), words)
}
