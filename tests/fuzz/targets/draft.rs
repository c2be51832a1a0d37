//! A draft from a stranger: read, woven, checked, printed, saved.
//!
//! The input is the bytes of a file; behind its last NUL stands what is to be edited, so that a seed can be a
//! draft as it is.

#![no_main]

use arbitrary::Unstructured;
use assay::assessment::{Assessment, Judgment};
use assay::store::format::{self, Draft, RemovedText};
use assay_fuzz::{Hand, Texts, print_all, read};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus { draft(input) });

fn draft(input: &[u8]) -> Corpus {
    let cut = input.iter().rposition(|byte| *byte == 0);
    let (file, edits) = match cut {
        Some(at) => (&input[..at], &input[at + 1..]),
        None => (input, input),
    };
    let Ok(text) = format::decode("draft.toml", file.to_vec()) else {
        return Corpus::Keep;
    };
    drop(format::read_opening("draft.toml", &text));
    drop(format::hidden(&text));
    let draft = match read(&text) {
        Ok(draft) => draft,
        Err(refused) => {
            assert!(!refused.to_string().is_empty());
            return Corpus::Keep;
        }
    };
    print_all(&draft.assessment, &draft.framework);
    let mut attic = RemovedText::default();
    let said = &draft.assessment;
    let same = format::save(&text, said, said, &draft.framework, &mut attic);
    assert_eq!(same.as_deref(), Ok(text.as_str()));
    if draft.read_only.is_some() {
        return Corpus::Keep;
    }
    let fresh = format::fresh(said, &draft.framework);
    assert_eq!(again(&fresh), *said, "{fresh}");
    edited(&draft, &text, edits);
    Corpus::Keep
}

/// Makes the edit that the input says, and saves it; then takes it back, and saves that.
fn edited(draft: &Draft, text: &str, edits: &[u8]) {
    let mut hand = Hand::new("x", &draft.framework, Texts::Hostile);
    let before = &draft.assessment;
    let Some(edit) = hand.edit(before, &mut Unstructured::new(edits)) else {
        return;
    };
    let mut after = before.clone();
    edit.apply(&mut after).expect("the edit fits");
    print_all(&after, &draft.framework);
    let mut attic = RemovedText::default();
    let saved = format::save(text, before, &after, &draft.framework, &mut attic)
        .unwrap_or_else(|why| panic!("{why}: {edit:?}"));
    assert_eq!(again(&saved), settled(&after), "{edit:?}\n{saved}");
    let mut back = after.clone();
    edit.inverse().apply(&mut back).expect("its inverse fits");
    assert_eq!(back, *before, "{edit:?}");
    let saved = format::save(&saved, &after, &back, &draft.framework, &mut attic)
        .unwrap_or_else(|why| panic!("{why}: the inverse of {edit:?}"));
    assert_eq!(again(&saved), *before, "the inverse of {edit:?}\n{saved}");
}

fn again(text: &str) -> Assessment {
    match read(text) {
        Ok(draft) => draft.assessment,
        Err(refused) => panic!("{refused}\n{text}"),
    }
}

/// A judgment in which nothing is written is none.
fn settled(draft: &Assessment) -> Assessment {
    let mut draft = draft.clone();
    draft.grades.retain(|_, it| *it != Judgment::default());
    draft
}
