//! A journal: whatever bytes it has, what it gives back is what was written into it, up to where it is whole.
//!
//! - An input that begins with `=` says what was done to the example. The real writer writes it down, it is cut
//!   off or altered somewhere, and must give back the first of the entries and the draft as it was after them.
//! - One that begins with `#` has records without checksums, a line each; these are put before them.
//! - Any other is a journal's file.

#![no_main]

use std::path::Path;

use arbitrary::Unstructured;
use assay::assessment::{Assessment, History, HistoryEntry};
use assay::store::journal::Replay;
use assay_fuzz::{EXAMPLE, Hand, Texts, below, example, journal, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| match input {
    [b'=', rest @ ..] => written(rest),
    [b'#', rest @ ..] => wound(&records(rest)),
    whole => wound(whole),
});

/// Lines as records.
fn records(lines: &[u8]) -> Vec<u8> {
    let mut journal = Vec::new();
    for (nth, line) in lines.split(|byte| *byte == b'\n').enumerate() {
        let body = [format!("{nth} ").as_bytes(), line].concat();
        journal.extend_from_slice(format!("{:08x} ", crc32fast::hash(&body)).as_bytes());
        journal.extend_from_slice(&body);
        journal.push(b'\n');
    }
    journal
}

/// A stranger's journal.
fn wound(bytes: &[u8]) {
    let Some(replay) = Replay::of(Path::new("j"), bytes, None) else {
        return;
    };
    let start = match read(&replay.base.text) {
        Ok(draft) => draft.assessment,
        Err(_) => example().assessment,
    };
    assert!(replay.length <= bytes.len() as u64);
    assert!(replay.last_saved() <= replay.entries.len());
    let saved = replay.entries_in(&replay.base.hash).unwrap_or(0);
    assert!(saved <= replay.entries.len());
    for done in [0, saved, replay.entries.len()] {
        let mut draft = start.clone();
        match replay.apply_to(done, &mut draft) {
            // What a stranger wrote may not fit when it is taken back; then it stays.
            Ok(mut history) => while history.undo(&mut draft).is_some() {},
            Err(stuck) => assert!(stuck.0 < replay.entries.len()),
        }
    }
}

/// What the real writer wrote, cut off or altered.
fn written(input: &[u8]) {
    let mut input = Unstructured::new(input);
    let (cut, flip) = (below(&mut input, 1 << 16), below(&mut input, 9));
    let (entries, drafts, batches) = done(&mut input);
    let mut bytes = journal(EXAMPLE, &entries, &batches);
    if entries.is_empty() {
        return;
    }
    let whole = <Replay>::of(Path::new("j"), &bytes, None).expect("a whole journal");
    assert!(!whole.torn);
    let back: Vec<&HistoryEntry> = whole.entries.iter().map(|(_, entry)| entry).collect();
    assert_eq!(back, entries.iter().collect::<Vec<_>>());
    let cut = cut % (bytes.len() + 1);
    match (flip, bytes.get_mut(cut)) {
        (0..8, Some(byte)) => *byte ^= 1 << flip,
        _ => bytes.truncate(cut),
    }
    let mut heads = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let Some(replay) = Replay::of(Path::new("j"), &bytes, None) else {
        // Only where the head or the base was hit.
        let head = heads.nth(1).map_or(bytes.len(), |(at, _)| at);
        assert!(cut <= head, "{cut} of {head}");
        return;
    };
    let back: Vec<&HistoryEntry> = replay.entries.iter().map(|(_, entry)| entry).collect();
    let first: Vec<&HistoryEntry> = entries.iter().take(back.len()).collect();
    assert_eq!(back, first, "no prefix");
    let mut draft = example().assessment;
    let mut history = replay
        .apply_to(0, &mut draft)
        .expect("the journal fits the draft");
    assert_eq!(draft, drafts[back.len()]);
    let mut known = drafts[back.len()].clone();
    replay
        .apply_to(back.len(), &mut known)
        .expect("the journal fits the draft");
    assert_eq!(known, drafts[back.len()]);
    while history.undo(&mut draft).is_some() {}
    assert_eq!(history.depth(), 0);
    assert_eq!(draft, drafts[0]);
}

/// What the input says was done: the entries, the draft before the first and after each of them, and how many
/// entries came together.
fn done(input: &mut Unstructured<'_>) -> (Vec<HistoryEntry>, Vec<Assessment>, Vec<usize>) {
    let start = example();
    let mut draft = start.assessment.clone();
    let mut hand = Hand::new("x", &start.framework, Texts::Hostile);
    let mut history = History::default();
    let (mut entries, mut drafts, mut batches) = (Vec::new(), vec![draft.clone()], Vec::new());
    while !input.is_empty() {
        match below(input, 12) {
            0 => drop(history.undo(&mut draft)),
            1 => drop(history.redo(&mut draft)),
            2 => history.close(),
            3 => history.reopen(),
            4 => batches.push(entries.len() - batches.iter().sum::<usize>()),
            what => {
                if let Some(edit) = hand.edit(&draft, input) {
                    let made = history.make(edit, what % 2 == 0, &mut draft);
                    made.expect("the edit fits");
                }
            }
        }
        for entry in history.take_log() {
            entries.push(entry);
            drafts.push(draft.clone());
        }
    }
    (entries, drafts, batches)
}
