//! The keys of the sets `emacs` and `plain` beside those of a shell's line editor: what bash makes of hundreds of lines and
//! keys stands in `tests/data/readline.tsv`: line, keys, what becomes of it with the cursor as `^`, and where Assay is
//! another on purpose, why.
//!
//! `ASSAY_READLINE=new cargo test readline` asks bash again for every row.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use assay::app::{Code, Key, KeySet};

use crate::support::sitting::Sitting;

const FILE: &str = "tests/data/readline.tsv";

/// The keys that the plain set has from the line editor, but for those of words: there it goes by other words.
const PLAIN: &str = "abefdkuy";

fn rows(file: &str) -> Vec<[String; 4]> {
    let rows = file.lines().filter(|row| !row.starts_with('#'));
    let parts = |row: &str| -> [String; 4] {
        let parts: Vec<String> = row.split('\t').map(str::to_owned).collect();
        parts.try_into().expect("four parts")
    };
    rows.map(parts).collect()
}

fn ours(set: KeySet, line: &str, keys: &str) -> String {
    let draft = format!(
        "format = 1\nid = \"w\"\nframework = \"annual\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"{line}\"\n"
    );
    let mut sitting = Sitting::at(120, 40, &draft).with_keys(set);
    sitting.go_to_first("victims");
    sitting.keys("<enter>").keys(keys).keys("^");
    sitting.editor().assessment.findings[0].text.clone()
}

/// The bytes that a terminal sends for a key.
fn sent(key: Key) -> Vec<u8> {
    let mut bytes = match key.code {
        Code::Backspace => vec![0x7F],
        Code::Char(sign) if key.ctrl => vec![u8::try_from(u32::from(sign) & 31).expect("a byte")],
        Code::Char(sign) => sign.to_string().into_bytes(),
        _ => panic!("no such key here"),
    };
    if key.alt {
        bytes.insert(0, 0x1B);
    }
    bytes
}

/// Asks bash; `None` where it, or a terminal to run it in, is not there.
fn asked(folder: &Path, line: &str, keys: &str) -> Option<String> {
    let script = "IFS= read -er -i \"$LINE\" line\nprintf '%s' \"$line\" > out\n";
    std::fs::write(folder.join("script"), script).ok()?;
    let _ = std::fs::remove_file(folder.join("out"));
    let mut bash = Command::new("script");
    bash.args(["-qec", "bash --norc --noprofile script", "/dev/null"]);
    bash.env("LINE", line)
        .env("INPUTRC", "/dev/null")
        .env("LC_ALL", "C.UTF-8")
        .env("TERM", "xterm");
    bash.current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut bash = bash.spawn().ok()?;
    let mut shown = Vec::new();
    let mut byte = [0];
    // It reads keys from when it has asked for pastes to be marked.
    while !shown.ends_with(b"2004h") {
        bash.stdout.as_mut()?.read_exact(&mut byte).ok()?;
        shown.push(byte[0]);
    }
    let keys = Key::sequence(keys)
        .expect("keys")
        .into_iter()
        .flat_map(sent);
    let keys: Vec<u8> = keys.chain(*b"^\r").collect();
    let mut stdin = bash.stdin.take()?;
    stdin.write_all(&keys).ok()?;
    bash.wait().ok()?;
    std::fs::read_to_string(folder.join("out")).ok()
}

#[test]
fn what_keys_make_of_a_line_is_what_the_line_editor_makes_of_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let file = std::fs::read_to_string(&path).expect("the rows");
    let mut all = rows(&file);
    if std::env::var("ASSAY_READLINE").is_ok() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut written: String = file
            .lines()
            .take_while(|row| row.starts_with('#'))
            .fold(String::new(), |text, row| text + row + "\n");
        for [line, keys, made, why] in &mut all {
            match asked(folder.path(), line, keys) {
                Some(bash) => *made = bash,
                None => return println!("left out: bash or `script` is not there"),
            }
            let _ = writeln!(written, "{line}\t{keys}\t{made}\t{why}");
        }
        std::fs::write(&path, written).expect("written");
    }
    assert!(all.len() > 150, "{}", all.len());
    let mut wrong = String::new();
    let mut in_plain = 0;
    for [line, keys, made, why] in &all {
        let ours = |set| ours(set, line, keys);
        if (ours(KeySet::Emacs) == *made) != why.is_empty() {
            let _ = writeln!(
                wrong,
                "{line} {keys}\n  bash {made}\n  ours {}",
                ours(KeySet::Emacs)
            );
        }
        let known = |key: &Key| match (key.code, key.ctrl, key.alt) {
            (Code::Char(sign), true, false) => PLAIN.contains(sign),
            (_, false, alt) => !alt,
            _ => false,
        };
        let plain = Key::sequence(keys).expect("keys").iter().all(known);
        if plain && why.is_empty() {
            in_plain += 1;
            if ours(KeySet::Plain) != *made {
                let _ = writeln!(
                    wrong,
                    "plain {line} {keys}\n  bash {made}\n  ours {}",
                    ours(KeySet::Plain)
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(in_plain > 10, "{in_plain}");
}
