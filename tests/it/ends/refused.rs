//! A disk that refuses: calls of the system that fail or end the program there, and a disk that is full and
//! is not any more.

#![cfg(target_os = "linux")]

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use assay::store::journal::{JournalName, places};
use rustix::process::{Pid, Resource, Rlimit, Signal, prlimit};

use super::{DRAFT, SIZE, TO_A_FINDING, at_a_finding, back, draft, read, shown, signal};
use crate::support::home::Home;
use crate::support::needs;
use crate::support::pty::Pty;

/// No file may grow any more, as on a disk that is full; or all may again.
fn full(pid: u32, full: bool) {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw);
    let limit = Rlimit {
        current: full.then_some(0),
        maximum: None,
    };
    prlimit(pid, Resource::Fsize, limit).expect("the limit is ours to set");
}

/// A program that has words which it can write nowhere.
fn with_words_in_memory(home: &Home) -> Pty {
    let mut pty = at_a_finding(home);
    pty.send("w00 w01");
    pty.see("w01");
    full(pty.process_id(), true);
    // As many keys as a journal may have names, and more.
    for key in " w02 w03 w04".chars() {
        pty.send(&key.to_string());
    }
    pty.see("Not saved");
    pty.see("w04");
    pty
}

const ALL: &str = "w00w01w02w03w04";

#[test]
fn a_full_disk_is_told_and_what_was_typed_meanwhile_is_safe_when_there_is_room() {
    let home = Home::new();
    let mut pty = with_words_in_memory(&home);
    full(pty.process_id(), false);
    // Nobody needs to press a key for it.
    pty.until("the words in the file", || read(&draft(&home)) == ALL);
    pty.send(" w05");
    pty.see("w05");
    signal(pty.process_id(), Signal::KILL);
    pty.end();
    assert_eq!(back(&home), format!("{ALL}w05"), "the journal goes on");
}

#[test]
fn what_was_written_before_the_disk_was_full_is_back_after_a_kill() {
    let home = Home::new();
    let mut pty = with_words_in_memory(&home);
    signal(pty.process_id(), Signal::KILL);
    pty.end();
    let back = back(&home);
    assert!(back.starts_with("w00w01"), "{back}");
}

#[test]
fn asked_to_end_with_words_in_memory_it_ends_when_they_are_saved() {
    let home = Home::new();
    let mut pty = with_words_in_memory(&home);
    let pid = pty.process_id();
    for asked in [Signal::TERM, Signal::HUP, Signal::INT] {
        signal(pid, asked);
    }
    let before = tries(&home);
    pty.until("one more try", || tries(&home) > before + 1);
    assert!(!pty.has_ended());
    full(pid, false);
    assert_eq!(pty.end(), 0);
    assert_eq!(read(&draft(&home)), ALL);
    pty.finish();
    assert!(pty.is_left_clean());
}

#[test]
fn hung_up_with_words_in_memory_it_waits_for_the_disk_and_not_for_a_processor() {
    let home = Home::new();
    let mut pty = with_words_in_memory(&home);
    let pid = pty.process_id();
    pty.hang_up();
    let before = tries(&home);
    pty.until("one more try", || tries(&home) > before + 1);
    assert!(!pty.has_ended());
    // A thread that waits is never seen running for long; one that asks again and again always is.
    let seen: Vec<usize> = (0..40)
        .map(|_| {
            std::thread::park_timeout(std::time::Duration::from_millis(5));
            running(pid)
        })
        .collect();
    let busy = seen.iter().filter(|threads| **threads > 0).count();
    assert!(busy < seen.len() / 2, "{seen:?}");
    full(pid, false);
    assert_eq!(pty.end(), 0);
    let said = read(&draft(&home));
    assert!(said.starts_with(ALL), "{said}");
}

/// When the folder of the draft last changed: each try makes a file there, and takes it away.
fn tries(home: &Home) -> u128 {
    let folder = fs::metadata(home.path()).expect("the folder");
    let changed = folder.modified().expect("a time");
    let changed = changed.duration_since(std::time::UNIX_EPOCH);
    changed.expect("a time").as_nanos()
}

/// How many of a program's threads run now.
fn running(pid: u32) -> usize {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).expect("the program runs");
    let runs = |path: PathBuf| {
        let told = fs::read_to_string(path.join("stat")).unwrap_or_default();
        told.rsplit(") ")
            .next()
            .is_some_and(|told| told.starts_with('R'))
    };
    tasks.flatten().filter(|task| runs(task.path())).count()
}

/// What becomes of a call of the system.
#[derive(Clone, Debug)]
struct Case {
    calls: &'static str,
    fault: String,
    /// Which call of each thread.
    when: String,
    /// Only calls on the journal.
    journal: bool,
}

#[derive(Debug, Default)]
struct Came {
    cases: usize,
    /// How many of them met a call.
    met: usize,
    /// How many ended the program.
    ended: usize,
    shown: usize,
    back: usize,
    /// Characters that were shown together with the words that they are in memory only.
    in_memory: usize,
}

/// The program under a tracer that makes its calls fail.
fn traced(home: &Home, strace: &Path, case: &Case, arguments: &[&str]) -> Pty {
    let mut all: Vec<OsString> = ["-f", "-qq", "-o"].map(OsString::from).to_vec();
    all.push(home.path().join("trace").into());
    let Case {
        calls, fault, when, ..
    } = case;
    all.extend(["-e".into(), format!("trace={calls}").into()]);
    all.extend([
        "-e".into(),
        format!("inject={calls}:{fault}:when={when}").into(),
    ]);
    if case.journal {
        let name = JournalName::new("wexmoor", &draft(home));
        let places = places(&home.path().join("state/assay"), &name);
        all.extend(["-P".into(), places[0].clone().into()]);
    }
    all.push(env!("CARGO_BIN_EXE_assay").into());
    all.extend(arguments.iter().map(OsString::from));
    Pty::start_by(home, strace.as_os_str(), &all, SIZE)
}

fn is_saved(pty: &Pty) -> bool {
    let text = pty.text();
    text.match_indices("saved ").any(|(at, words)| {
        let next = text[at + words.len()..].chars().next();
        next.is_some_and(|next| next.is_ascii_digit())
    })
}

/// Types, leaves the field, which saves, and types on, as far as the program lets us. Gives how many
/// characters stood on the screen when it said that they were saved.
fn sit(pty: &mut Pty) -> usize {
    let mut saved = 0;
    if !pty.reach("the draft", |pty| pty.text().contains("Headings")) {
        return saved;
    }
    pty.try_send(TO_A_FINDING);
    if !pty.reach("the field", |pty| pty.text().contains("1 finding")) {
        return saved;
    }
    pty.try_send("w00 w01 ");
    pty.try_send("w02 w03");
    if !pty.reach("the words", |pty| shown(pty) >= 12) {
        return saved;
    }
    pty.try_send("\x1b");
    let told = |pty: &Pty| is_saved(pty) || pty.text().contains("Not saved");
    if !pty.reach("what came of the save", told) {
        return saved;
    }
    if is_saved(pty) {
        saved = shown(pty);
    }
    pty.try_send("\r");
    if !pty.reach("the field again", |pty| pty.text().contains("Esc done")) {
        return saved;
    }
    pty.try_send(" w04");
    pty.reach("the words after it", |pty| shown(pty) >= 15);
    saved
}

fn try_case(strace: &Path, case: &Case, came: &mut Came) {
    let home = Home::new();
    home.write("draft.toml", DRAFT);
    let mut pty = traced(&home, strace, case, &["draft.toml"]);
    let saved = sit(&mut pty);
    let ended = pty.has_ended();
    if !ended {
        kill_traced(&mut pty);
    }
    pty.finish();
    let trace = fs::read_to_string(home.path().join("trace")).expect("what the tracer saw");
    let (text, shown) = (pty.text(), shown(&pty));
    let warned = ["NO JOURNAL", "DISK DOES NOT ANSWER"];
    let in_memory = warned.iter().any(|words| text.contains(words));
    let in_file = read(&draft(&home)).len();
    assert!(
        in_file >= saved,
        "{case:?}: saved, and not in the file\n{text}"
    );
    let back = back(&home).len();
    if in_memory {
        came.in_memory += shown.saturating_sub(back);
    } else {
        assert!(
            back >= shown,
            "{case:?}: {back} of {shown} are back\n{text}\n{trace}"
        );
    }
    came.cases += 1;
    came.met += usize::from(ended || trace.contains("INJECTED"));
    came.ended += usize::from(ended);
    came.shown += shown;
    came.back += back;
}

fn kill_traced(pty: &mut Pty) {
    let tracer = pty.process_id();
    let path = format!("/proc/{tracer}/task/{tracer}/children");
    let children = fs::read_to_string(path).unwrap_or_default();
    for child in children.split_whitespace() {
        signal(child.parse().expect("a process"), Signal::KILL);
    }
    pty.end();
}

fn case(calls: &'static str, fault: &str, when: &str, journal: bool) -> Case {
    let fault = match fault {
        "KILL" => "signal=KILL".to_owned(),
        error => format!("error={error}"),
    };
    Case {
        calls,
        fault,
        when: when.to_owned(),
        journal,
    }
}

const RENAME: &str = "rename,renameat,renameat2";

fn try_all(cases: &[Case]) {
    let Some(strace) = needs::strace() else {
        return;
    };
    let mut came = Came::default();
    for case in cases {
        try_case(&strace, case, &mut came);
    }
    println!("{came:?}");
    assert!(
        came.met * 2 > came.cases,
        "most faults met a call: {came:?}"
    );
}

#[test]
fn whatever_the_system_refuses_what_was_on_the_screen_is_back() {
    try_all(&[
        case("write", "KILL", "1", true),
        case("write", "KILL", "4", true),
        case("write", "EIO", "1", true),
        case("write", "ENOSPC", "3", true),
        case("openat", "EACCES", "1", false),
        case("openat", "ENOSPC", "1", true),
        case("openat", "KILL", "1", true),
        case("fdatasync", "EIO", "1", false),
        case("fdatasync", "KILL", "1", false),
        case("fsync", "EIO", "1", false),
        case("fsync", "KILL", "1", false),
        case("fsync", "KILL", "2", false),
        case(RENAME, "EACCES", "1", false),
        case(RENAME, "KILL", "1", false),
        case("fchmod", "EIO", "1", false),
        case("fchmod", "KILL", "1", false),
        case("fallocate", "ENOSPC", "1", false),
        case("mkdir", "EACCES", "1+", false),
    ]);
}

#[test]
#[ignore = "takes minutes"]
fn whichever_call_the_system_refuses_what_was_on_the_screen_is_back() {
    let mut cases = Vec::new();
    for fault in ["EIO", "ENOSPC", "EACCES", "KILL"] {
        for when in ["1", "2", "3", "1+"] {
            for calls in ["fdatasync", "fsync", RENAME, "fchmod", "fallocate", "mkdir"] {
                cases.push(case(calls, fault, when, false));
            }
            for calls in ["write", "openat", "fdatasync"] {
                cases.push(case(calls, fault, when, true));
            }
        }
        for when in 4..12 {
            cases.push(case("write", fault, &when.to_string(), true));
        }
    }
    // Frames as well: a terminal that is gone in the middle of one.
    for when in (3..30).step_by(3) {
        for fault in ["EIO", "KILL"] {
            cases.push(case("write", fault, &when.to_string(), false));
        }
    }
    try_all(&cases);
}

#[test]
fn a_new_draft_is_there_whole_or_not_at_all() {
    let Some(strace) = needs::strace() else {
        return;
    };
    for fault in ["EIO", "EACCES", "KILL"] {
        let home = Home::new();
        fs::create_dir_all(home.drafts()).expect("a folder");
        let case = case("link,linkat", fault, "1", false);
        let mut pty = traced(&home, &strace, &case, &[]);
        pty.see("Welcome to Assay");
        pty.send("n");
        pty.see("Enter go on");
        pty.send("Wexmoor");
        pty.see("Wexmoor");
        pty.send("\r");
        pty.see("Under which framework?");
        pty.send("\r");
        let there = pty.reach("the draft", |pty| pty.text().contains("Headings"));
        assert_eq!(there, fault != "KILL", "{fault}");
        if there {
            kill_traced(&mut pty);
        }
        let drafts: Vec<PathBuf> = fs::read_dir(home.drafts())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        assert_eq!(drafts.len(), usize::from(there), "{fault}: {drafts:?}");
        for draft in drafts {
            read(&draft);
        }
    }
}

#[test]
fn whoever_leaves_with_words_that_are_not_saved_is_told_where_they_are_and_scripts_are_too() {
    let home = Home::new();
    let mut pty = at_a_finding(&home);
    pty.send("w00 w01");
    pty.see("w01");
    let path = draft(&home);
    let mut rights = fs::metadata(&path).expect("the draft").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights.clone()).expect("rights");
    pty.send("\x1b");
    pty.see("write-protected");
    pty.send("\x11");
    assert_eq!(pty.end(), 1, "{}", pty.text());
    pty.finish();
    let told = pty.text();
    for words in ["error:", "draft.toml", "write-protected", "assay recover"] {
        let told: String = told.split_whitespace().collect();
        let words: String = words.split_whitespace().collect();
        assert!(told.contains(&words), "{words} is missing from\n{told}");
    }
    assert!(pty.is_left_clean());
    #[expect(clippy::permissions_set_readonly_false, reason = "a file of the test")]
    rights.set_readonly(false);
    fs::set_permissions(&path, rights).expect("rights");
    assert_eq!(back(&home), "w00w01");
}

#[test]
fn what_a_kill_leaves_beside_a_draft_is_gone_at_its_next_opening_and_nothing_else() {
    let Some(strace) = needs::strace() else {
        return;
    };
    let home = Home::new();
    home.write("draft.toml", DRAFT);
    let left = || {
        let names = fs::read_dir(home.path()).expect("a folder").flatten();
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names
            .filter(|name| name.ends_with(".tmp"))
            .collect::<Vec<_>>()
    };
    // Somebody saves another draft in the same folder.
    let others = home.write(".assay-0123456789ab-1-0.tmp", "theirs");
    let case = case(RENAME, "KILL", "1", false);
    let mut pty = traced(&home, &strace, &case, &["draft.toml"]);
    pty.reach("the draft", |pty| pty.text().contains("Headings"));
    pty.try_send(TO_A_FINDING);
    pty.reach("the field", |pty| pty.text().contains("1 finding"));
    pty.try_send("w00\x1b");
    pty.until("a kill in the middle of a save", || left().len() == 2);
    pty.end();
    assert_eq!(back(&home), "w00");
    assert_eq!(left().len(), 1, "{:?}", left());
    assert!(others.exists());
}
