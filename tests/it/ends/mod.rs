//! Every way in which a terminal program ends, done to the real binary: no word that was on the screen is
//! missing afterwards, and the terminal is as it was found.

mod boxes;
mod fault;
mod kill;
mod refused;
mod signals;

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use assay::store::{DraftFile, Frameworks};
use rustix::process::{Pid, Signal, kill_process};

use crate::support::home::Home;
use crate::support::pty::Pty;

const SIZE: (u16, u16) = (120, 50);

const DRAFT: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\" # said\n";

/// How many characters are typed.
const CHARACTERS: usize = 300;

/// To the first heading's findings, and a new strength: what is typed next goes into it.
const TO_A_FINDING: &str = "\x1b[H\x1b[B\x1b[B\t+";

/// What is typed: words with numbers, each of which can be found on a screen.
fn sentence() -> String {
    (0..CHARACTERS / 4)
        .map(|number| format!("w{number:02} "))
        .collect()
}

fn draft(home: &Home) -> PathBuf {
    home.path().join("draft.toml")
}

fn open(home: &Home) -> Pty {
    ready(Pty::start(home, &["draft.toml"], SIZE))
}

fn ready(pty: Pty) -> Pty {
    pty.see("Wexmoor Constabulary");
    pty.see("Headings");
    pty
}

/// A new draft, opened, with the cursor in a new finding.
fn at_a_finding(home: &Home) -> Pty {
    home.write("draft.toml", DRAFT);
    let mut pty = open(home);
    to_a_finding(&mut pty);
    pty
}

fn to_a_finding(pty: &mut Pty) {
    pty.send(TO_A_FINDING);
    pty.see("1 finding");
}

/// How many characters of the sentence stand on the screen, not counting blanks.
fn shown(pty: &Pty) -> usize {
    let (screen, begun) = (pty.text(), pty.before_cursor());
    let words = (0..CHARACTERS / 4).map(|number| format!("w{number:02}"));
    let (mut whole, mut part) = (0, 0);
    for word in words {
        if screen.contains(&word) {
            whole += word.len();
            continue;
        }
        let ends = |length: &usize| begun.ends_with(&word[..*length]);
        part = (1..word.len()).rev().find(ends).unwrap_or(0);
        break;
    }
    whole + part
}

/// What stands in the draft's file: nothing where it cannot be read, which it always can.
fn read(draft: &Path) -> String {
    let frameworks = Frameworks::load(Path::new("none"));
    let (_, draft) = DraftFile::open(draft, &frameworks, None).expect("the draft is whole");
    let findings = &draft.document.findings;
    findings.last().map_or(String::new(), |finding| {
        finding.text.split_whitespace().collect()
    })
}

/// The sentence as far as it is in the draft after the program has been started again and left.
fn back(home: &Home) -> String {
    // Whatever the end was, the file is a draft, and nothing else stands in it than was typed.
    is_a_beginning(&read(&draft(home)));
    let mut pty = open(home);
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    let text = read(&draft(home));
    is_a_beginning(&text);
    let whole = std::fs::read_to_string(draft(home)).expect("the draft");
    assert!(
        whole.contains("# ours") && whole.contains("# said"),
        "{whole}"
    );
    text
}

fn is_a_beginning(text: &str) {
    let sentence: String = sentence().split_whitespace().collect();
    assert!(sentence.starts_with(text), "not what was typed: {text}");
}

fn signal(pid: u32, signal: Signal) {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw);
    kill_process(pid.expect("a process"), signal).expect("the process is there");
}

/// How the system says that a process stands: R, S, T …
fn state(pid: u32) -> String {
    let told = std::process::Command::new("ps")
        .args(["-o", "state=", "-p", &pid.to_string()])
        .output();
    String::from_utf8_lossy(&told.expect("ps").stdout)
        .trim()
        .to_owned()
}

/// Chance that can be had again: the seed is printed, and set by `ASSAY_SEED`.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let given = std::env::var("ASSAY_SEED").ok();
        let seed = given.and_then(|seed| seed.parse().ok()).unwrap_or_else(|| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            u64::try_from(now.expect("a clock").as_nanos() >> 10).expect("a clock") | 1
        });
        println!("ASSAY_SEED={seed}");
        Self(seed)
    }

    /// A number below the one given.
    fn below(&mut self, most: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(most.max(1)).expect("a number")).expect("a number")
    }
}
