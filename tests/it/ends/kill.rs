//! The program is killed at a random moment while somebody types.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::{Chance, at_a_finding, back, sentence, shown, signal};
use crate::support::home::Home;
use crate::support::pty::Pty;

/// When the program is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// Between two keys, or while one is being taken in.
    Typing,
    /// After leaving the field, which saves.
    Leaving,
    /// After a pause, in which it saves by itself.
    Pausing,
    /// While it saves by itself and typing goes on.
    Returning,
}

const MOMENTS: [Moment; 6] = [
    Moment::Typing,
    Moment::Leaving,
    Moment::Typing,
    Moment::Pausing,
    Moment::Leaving,
    Moment::Returning,
];

/// The most milliseconds between two bursts of keys.
const BETWEEN: usize = 12;

#[derive(Debug)]
struct Ended {
    #[allow(dead_code, reason = "told where it fails")]
    moment: Moment,
    /// How many characters stood on the screen.
    shown: usize,
    /// How many are back.
    back: usize,
    /// Whether the file alone had less than the screen, so that the journal was needed.
    behind: bool,
}

fn wait(microseconds: usize) {
    let until = Instant::now() + Duration::from_micros(u64::try_from(microseconds).expect("few"));
    while Instant::now() < until {
        std::thread::park_timeout(Duration::from_micros(50));
    }
}

/// Types some of the sentence in bursts.
fn type_in(pty: &mut Pty, text: &str, chance: &mut Chance) {
    let mut rest = text;
    while !rest.is_empty() {
        let (burst, more) = rest.split_at((1 + chance.below(8)).min(rest.len()));
        pty.send(burst);
        rest = more;
        if !rest.is_empty() {
            wait(1000 * chance.below(BETWEEN));
        }
    }
}

fn kill_once(moment: Moment, chance: &mut Chance) -> Ended {
    let home = Home::new();
    let mut pty = at_a_finding(&home);
    let sentence = sentence();
    let (before, after) = sentence.split_at(1 + chance.below(sentence.len() - 1));
    type_in(&mut pty, before, chance);
    match moment {
        Moment::Typing => wait(chance.below(6000)),
        Moment::Leaving => {
            // Sent at once with a letter, the key would be another.
            wait(chance.below(2) * 30_000);
            pty.send("\x1b");
            wait(chance.below(40_000));
        }
        Moment::Pausing => wait(985_000 + chance.below(60_000)),
        Moment::Returning => {
            wait(990_000);
            type_in(&mut pty, &after[..after.len().min(40)], chance);
            wait(chance.below(3000));
        }
    }
    signal(pty.process_id(), Signal::KILL);
    pty.end();
    pty.finish();
    let shown = shown(&pty);
    let behind = super::read(&super::draft(&home)).len() < shown;
    let back = back(&home).len();
    let ended = Ended {
        moment,
        shown,
        back,
        behind,
    };
    assert!(back >= shown, "{ended:?}; the screen was\n{}", pty.text());
    ended
}

fn kill(runs: usize) {
    let mut chance = Chance::new();
    let ended: Vec<Ended> = (0..runs)
        .map(|run| kill_once(MOMENTS[run % MOMENTS.len()], &mut chance))
        .collect();
    let sum = |of: fn(&Ended) -> usize| ended.iter().map(of).sum::<usize>();
    let missing = sum(|ended| ended.shown.saturating_sub(ended.back));
    println!(
        "{runs} kills; {} characters were on the screen, {} are back, {missing} are missing; \
         {} times the file alone had less",
        sum(|ended| ended.shown),
        sum(|ended| ended.back),
        ended.iter().filter(|ended| ended.behind).count(),
    );
    assert!(sum(|ended| ended.shown) > runs * 20, "it was typed");
}

#[test]
fn no_character_that_was_on_the_screen_is_missing_after_a_kill() {
    kill(12);
}

#[test]
#[ignore = "takes minutes"]
fn no_character_is_missing_after_two_hundred_kills() {
    kill(200);
}
