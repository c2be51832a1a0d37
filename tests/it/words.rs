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
    let mut witness = Witness::new();
    let mut happenings = read(script).into_iter();
    happenings.find_map(|happening| witness.sees(&happening).err())
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
    let keys = [
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
    ];
    let many = Happening::BEGINNINGS.len();
    let mut script = Happening::BEGINNINGS[seed as usize % many].to_owned();
    for _ in 0..LENGTH {
        match below(11) {
            0..=2 => script.push_str([" word", "The force", "x", "{dis", "sure."][below(5)]),
            3..=5 => script.push_str(&format!("<{}>", keys[below(keys.len())])),
            6..=8 => script.push_str(
                [
                    "a", "e", "v", "V", "A", "d", "u", "U", "J", "t", "r", "]", "n", "y", "i", "S",
                    "T", "c", "/", "O", "=",
                ][below(21)],
            ),
            9 => script.push_str("<prose>"),
            _ => {
                let (name, _) = &Happening::NAMED[below(Happening::ANY_TIME)];
                script.push_str(&format!("<{name}>"));
            }
        }
    }
    script
}

#[test]
fn whatever_happens_every_character_that_was_shown_is_kept() {
    let first = std::env::var("ASSAY_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let first: u64 = first.unwrap_or(1);
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
