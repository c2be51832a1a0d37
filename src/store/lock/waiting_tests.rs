#![allow(clippy::unwrap_used, clippy::panic)]
use std::fs;
use std::sync::{Arc, mpsc};
use std::thread;

use super::tests::{LockFixture, held, waited};
use super::*;

#[test]
fn a_draft_that_is_let_go_of_is_free_though_somebody_still_looks_at_its_lock() {
    let fixture = LockFixture::new();
    fs::create_dir_all(fixture.folder.path().join("other")).unwrap();
    fs::hard_link(
        fixture.draft(),
        fixture.folder.path().join("other/same.toml"),
    )
    .unwrap();
    let first = Arc::new(fixture.ours());
    let looks = Arc::clone(&first);
    first.release();
    let second = fixture.ours();
    // Nor does the end of the look take anything away.
    drop((first, looks));
    assert!(second.is_ours() && fixture.file().exists());
    held(fixture.lock());
}

#[test]
fn a_lock_that_is_made_anew_keeps_the_file_under_all_its_names() {
    let fixture = LockFixture::new();
    let other = fixture.folder.path().join("same.toml");
    fs::hard_link(fixture.draft(), &other).unwrap();
    let first = fixture.ours();
    fs::remove_file(fixture.file()).unwrap();
    let again = lock_again(&fixture.draft(), &fixture.fallback(), Some(&first)).unwrap();
    let Locking::Ours(second) = again else {
        panic!("nobody else has it");
    };
    drop(first);
    held(lock(&other, &fixture.fallback()).unwrap());
    assert!(second.is_ours());
    drop(second);
    drop(fixture.ours());
}

#[test]
fn whoever_waits_has_the_draft_as_soon_as_it_is_free() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    let (sender, inbox) = mpsc::channel();
    let (draft, fallback) = (fixture.draft(), fixture.fallback());
    thread::scope(|scope| {
        for _ in 0..3 {
            let sender = sender.clone();
            let (draft, fallback) = (&draft, &fallback);
            scope.spawn(move || sender.send(waited(draft, fallback)).unwrap());
        }
        assert!(inbox.try_recv().is_err(), "nobody has it before it is free");
        drop(first);
        for _ in 0..3 {
            let lock = inbox.recv().unwrap();
            assert!(lock.is_ours());
            assert!(inbox.try_recv().is_err(), "one at a time");
        }
    });
    assert_eq!(fixture.names("drafts"), ["draft.toml"]);
}

#[test]
fn a_draft_that_is_wanted_no_more_is_had_by_nobody_who_waited_for_it() {
    let fixture = LockFixture::new();
    let (draft, fallback) = (fixture.draft(), fixture.fallback());
    for _ in 0..200 {
        let first = fixture.ours();
        let wait = LockWait::default();
        thread::scope(|scope| {
            let waits = scope.spawn(|| wait.lock(&draft, &fallback).unwrap());
            wait.give_up();
            drop(first);
            // Whoever closes a draft and opens it again has it again.
            drop(fixture.ours());
            assert!(waits.join().unwrap().is_none());
        });
        assert_eq!(fixture.names("drafts"), ["draft.toml"]);
    }
}

#[test]
fn whoever_waits_goes_on_waiting_when_somebody_else_takes_over() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    let (sender, inbox) = mpsc::channel();
    let (draft, fallback) = (fixture.draft(), fixture.fallback());
    thread::scope(|scope| {
        scope.spawn(|| sender.send(waited(&draft, &fallback)).unwrap());
        let second = take_over(&draft, &fallback).unwrap();
        drop(first);
        assert!(second.is_ours());
        drop(second);
        assert!(inbox.recv().unwrap().is_ours());
    });
}
