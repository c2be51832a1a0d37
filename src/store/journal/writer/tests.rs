#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use std::fs;

use super::*;
use crate::assessment::{Assessment, Edit};
use crate::store::disk::{DiskCall, fault_tests as fault};
use crate::store::journal::Replay;
use crate::store::journal::place::NUMBERED;

fn journal(folder: &Path) -> Journal {
    let name = JournalName {
        id: "wexmoor".to_owned(),
        draft: folder.join("draft.toml"),
    };
    let place = folder.join("one.journal");
    Journal::new(name, vec![place], Base::new("old"))
}

#[test]
fn a_text_written_over_the_old_one_is_in_a_journal_that_begins_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(folder.path());
    assert!(journal.writing_over("hash", 0, "new"));
    let replay = Replay::<Assessment>::read(journal.path().unwrap(), None)
        .unwrap()
        .unwrap();
    assert_eq!(replay.marks[0].over.as_deref(), Some("new"));
}

#[test]
fn a_journal_that_could_not_be_begun_many_times_can_be_begun_later() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(folder.path());
    let now = Timestamp::UNIX_EPOCH;
    for _ in 0..3 * NUMBERED {
        // Its file can be made each time, and not be written.
        fault::plan(Some((2, fault::InjectedFault::Once(28))));
        assert!(journal.append(&[HistoryEntry::<Edit>::Undo], now).is_err());
        let calls = fault::calls();
        assert_eq!(
            calls[..3],
            [DiskCall::Create, DiskCall::Allocate, DiskCall::Write]
        );
    }
    assert!(!journal.is_written());
    journal.append(&[HistoryEntry::<Edit>::Undo], now).unwrap();
    assert!(journal.is_written());
    let replay = Replay::<Assessment>::read(journal.path().unwrap(), None)
        .unwrap()
        .unwrap();
    assert_eq!(replay.entries.len(), 3 * 9 + 1);
}

#[test]
fn what_was_left_in_a_place_that_failed_is_taken_away_when_the_disk_has_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(folder.path());
    journal.places = ["one", "two", "three"]
        .map(|place| folder.path().join(place).join("a.journal"))
        .to_vec();
    let files = || {
        let folders = fs::read_dir(folder.path()).unwrap().flatten();
        let files = folders.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten().flatten());
        files.map(|it| it.path()).collect::<Vec<_>>()
    };
    let now = Timestamp::UNIX_EPOCH;
    let undo = [HistoryEntry::<Edit>::Undo];
    journal.append(&undo, now).unwrap();
    journal.sync().unwrap();
    let synced = journal.path().unwrap().to_owned();
    // The disk fails, whatever is asked of it.
    for _ in 0..20 {
        journal.append(&undo, now).unwrap();
        fault::plan(Some((0, fault::InjectedFault::Always(5))));
        assert!(journal.sync().is_err());
        fault::calls();
    }
    assert!(files().len() > 1);
    // Of what came to the disk before, nobody knows that it stands anywhere else.
    assert!(files().contains(&synced));
    // It answers again.
    journal.append(&undo, now).unwrap();
    journal.sync().unwrap();
    assert_eq!(files(), [journal.path().unwrap().to_owned()]);
    let replay = Replay::<Assessment>::read(journal.path().unwrap(), None);
    assert_eq!(replay.unwrap().unwrap().entries.len(), 22);
    // What is in the document's file is wanted nowhere else.
    fault::plan(Some((0, fault::InjectedFault::Once(5))));
    let (file, _) = journal.file_to_sync().unwrap().unwrap();
    journal
        .sync_failed(&file, std::io::Error::other("gone"))
        .unwrap();
    fault::calls();
    assert_eq!(files().len(), 2);
    journal.saved(&Base::new("new"), 22);
    assert_eq!(files(), [journal.path().unwrap().to_owned()]);
}
