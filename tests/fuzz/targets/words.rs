//! Somebody at the keys of the real loop, over real files, while other programs write them, saves fail, and the program
//! is killed and started again: every character that was shown in a text box is kept.
//!
//! The input is a script. The laws stand with those who look on, and `tests/it/words.rs` runs the seeds too.

#![no_main]

use assay_fuzz::support::{script, witness::Witness};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let script = String::from_utf8_lossy(input);
    let mut witness = Witness::new();
    for happening in script::read(&script) {
        if let Err(why) = witness.sees(&happening) {
            panic!("{why}");
        }
    }
});
