//! Whatever happens to somebody at the keys, every character that was shown in a text box is kept.
//!
//! The laws are a [`Witness`]'s. Scripts that show something known stand in `tests/fuzz/seeds/words`, where fuzzing
//! begins with them; here each is run, and then as many of chance as a test has time for.

use std::fs;
use std::path::Path;

use crate::support::script::{Happening, read};
use crate::support::witness::Witness;
use crate::support::world::World;

/// The number of scripts of chance, and of happenings in each.
const SCRIPTS: u64 = 40;
const LENGTH: usize = 40;

/// Returns the law that a script breaks, and how, where it does.
fn broken(script: &str) -> Option<String> {
    let run = || {
        let mut witness = Witness::new();
        let mut happenings = read(script).into_iter();
        happenings.find_map(|happening| witness.sees(&happening).err())
    };
    // One that ends in a panic hides none of the others.
    std::panic::catch_unwind(run).unwrap_or_else(|_| Some("it panics".to_owned()))
}

#[test]
fn what_was_lost_once_is_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds/words");
    let seeds = fs::read_dir(folder).expect("the seeds");
    let mut seeds: Vec<_> = seeds.map(|seed| seed.expect("a seed").path()).collect();
    seeds.sort();
    assert!(seeds.len() > 10);
    let mut wrong = Vec::new();
    for seed in seeds {
        let name = seed
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let why = broken(&fs::read_to_string(&seed).expect("a seed"));
        wrong.extend(why.map(|why| format!("{name}: {why}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A script of this seed: the same each time.
fn of_chance(seed: u64) -> String {
    let mut now = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = |many: usize| {
        now ^= now << 13;
        now ^= now >> 7;
        now ^= now << 17;
        (now >> 11) as usize % many
    };
    let many = Happening::BEGINNINGS.len();
    let mut script = Happening::BEGINNINGS[seed as usize % many].to_owned();
    for _ in 0..LENGTH {
        match below(14) {
            0..=2 => script.push_str([" word", "The force", "x", "{dis", "sure."][below(5)]),
            3..=5 => script.push_str(&format!("<{}>", KEYS[below(KEYS.len())])),
            6..=8 => script.push_str(LETTERS[below(LETTERS.len())]),
            9 => script.push_str("<prose>"),
            10 | 11 => script.push_str(PHRASES[below(PHRASES.len())]),
            _ => {
                let (name, _) = &Happening::NAMED[below(Happening::ANY_TIME)];
                script.push_str(&format!("<{name}>"));
            }
        }
    }
    script
}

const KEYS: [&str; 25] = [
    "esc",
    "enter",
    "tab",
    "down",
    "up",
    "home",
    "end",
    "backspace",
    "ctrl-s",
    "ctrl-u",
    "left",
    "space",
    "shift-left",
    "ctrl-alt-a",
    "ctrl-x",
    "ctrl-v",
    "ctrl-w",
    "ctrl-k",
    "ctrl-z",
    "ctrl-r",
    "ctrl-y",
    "page-down",
    "ctrl-home",
    "delete",
    "ctrl-c",
];

const LETTERS: [&str; 46] = [
    "a", "e", "v", "V", "A", "d", "u", "U", "J", "t", "r", "]", "n", "y", "i", "S", "T", "c", "/",
    "O", "=", "E", "N", "R", "D", "K", "L", "P", "X", "M", "m", "f", "g", "k", "s", "x", "+", "-",
    "!", "[", ":", ".", "*", "u", "u", "U",
];

/// What leads somewhere, which single keys hardly do.
const PHRASES: [&str; 26] = [
    "<esc><esc><library>",
    "<esc><esc><library><draft>",
    "<esc><esc><library><second>",
    "<esc><esc><library><third>",
    "<esc><esc><library><third-wrong>",
    "<esc><esc><library><draft-wrong>",
    "<esc><esc><library><arriving>",
    "<esc><esc><library><arriving-given-up>",
    "<esc><esc><library><inspection>",
    "<esc><esc><library><inspection>t<prose><enter>",
    "<esc><esc><library><inspection>t<prose><inspection-taken-over><enter>",
    "<inspection-taken-over>t<prose><enter>",
    "<esc><esc><library>n<prose>",
    "<esc><esc><library>r<prose>",
    "<home><down><down><down><tab><home><down><down>",
    "<home><down><down><down><tab><home><down><down><enter><end><prose><esc>",
    "=<prose><esc>",
    "v<prose><enter>",
    "v<prose><esc>",
    "<taken-over><prose><taken-back>",
    "<prose><taken-over><undos><taken-back>",
    "<prose><undos>x",
    "<undos><redos>",
    "<prose><ctrl-u>",
    ":what waits<enter>",
    "<stalled><prose><killed>",
];

#[test]
fn whatever_happens_every_character_that_was_shown_is_kept() {
    let first = std::env::var("ASSAY_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let first: u64 = first.unwrap_or(1);
    // One that broke a law is told by its script, and is tried again by it.
    if let Ok(script) = std::env::var("ASSAY_SCRIPT") {
        return assert_eq!(broken(&script), None, "{script}");
    }
    let many = std::env::var("ASSAY_SCRIPTS").ok();
    let many = many.and_then(|many| many.parse().ok()).unwrap_or(SCRIPTS);
    let wrong = (first..first + many).filter_map(|seed| {
        let script = of_chance(seed);
        broken(&script).map(|why| format!("ASSAY_SEED={seed}: {script}\n{why}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What the scripts begin with is so: the laws say nothing of a draft that is not open.
#[test]
fn a_draft_stands_when_a_script_begins_as_the_script_says() {
    for beginning in Happening::BEGINNINGS {
        let mut world = World::new();
        for happening in read(beginning) {
            world.happens(&happening);
        }
        let file = fs::read(world.path()).expect("the draft's file");
        let sealed = beginning.contains("<sealed>") && assay::store::seal::BUILT;
        assert_eq!(assay::store::seal::is_sealed(&file), sealed, "{beginning}");
        assert!(world.draft().is_some(), "{beginning}");
        let waits = beginning.contains("<paste>");
        assert_eq!(
            world.waits_for_a_place("pasted in one go"),
            waits,
            "{beginning}"
        );
        let file = &world.state().editor.as_ref().expect("a draft").file;
        let theirs = beginning.contains("<read-only>");
        assert_eq!(file.read_only.is_some(), theirs, "{beginning}");
    }
}
