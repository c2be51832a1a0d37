//! Sentences of any words, woven with their neighbours: no word is lost or loses its capital, nothing is said twice.
//!
//! The input is text. Lines are findings: the first sign of each says whether it is a strength, a need or context.

#![no_main]

use assay::assessment::Kind;
use assay_fuzz::example;
use libfuzzer_sys::fuzz_target;

#[path = "../../it/support/weaving_laws.rs"]
mod weaving_laws;

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    let findings: Vec<(Kind, String)> = text
        .lines()
        .take(4)
        .filter_map(|line| {
            let mut signs = line.chars();
            let kind = match signs.next()? {
                '+' => Kind::Strength,
                '=' => Kind::Context,
                _ => Kind::Improvement,
            };
            // Names in braces stand for other words, and hidden signs are told of elsewhere.
            let words: String = signs.filter(|sign| !matches!(sign, '{' | '}')).collect();
            Some((kind, words.split_whitespace().collect::<Vec<_>>().join(" ")))
        })
        .collect();
    let draft = example();
    let broken = weaving_laws::broken(&draft.assessment, &draft.framework, &findings);
    assert!(broken.is_none(), "{}", broken.unwrap_or_default());
});
