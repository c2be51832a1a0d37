//! Every call of a save and of a journal's append, failed and made the last one: the draft is whole, old or
//! new, and each edit that was acknowledged is back after a restart.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::disk::DiskCall;
use super::disk::fault_tests::{InjectedFault, calls, plan};
use super::frameworks::Frameworks;
use super::journal::{Journal, JournalName, NoSaveJournal};
use super::recovery::{self, RecoveredOpening};
use crate::assessment::{Assessment, Edit, FindingField, History, HistoryEntry, Place};
use crate::text::Splice;

const OLD: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"\" # here\n";

/// The system's numbers of the errors that a disk gives.
const EIO: i32 = 5;
const EACCES: i32 = 13;
const ENOSPC: i32 = 28;

/// The state of the draft's file in its folder.
#[derive(Clone, Copy, Debug, PartialEq)]
enum FileSetup {
    /// By itself.
    Plain,
    /// With a second name that is to stay one.
    Linked,
}

/// The work that was acknowledged.
#[derive(Debug, Default)]
struct AcknowledgedWork {
    /// Words that the journal took.
    words: String,
    /// True where a save was reported.
    saved: bool,
}

fn letter(at: usize, letter: &str) -> Edit {
    Edit::Splice {
        place: Place::Finding(0, FindingField::Text),
        splice: Splice {
            at,
            removed: String::new(),
            inserted: letter.to_owned(),
        },
    }
}

fn draft(folder: &Path) -> PathBuf {
    folder.join("drafts/draft.toml")
}

/// Types three letters, saves, and types three more.
fn type_and_save(folder: &Path) -> AcknowledgedWork {
    let mut acknowledged = AcknowledgedWork::default();
    let state = folder.join("state");
    let frameworks = Frameworks::load(&folder.join("none"));
    let Ok(opening) =
        recovery::open::<Assessment>(&state, &draft(folder), &frameworks, None, false)
    else {
        return acknowledged;
    };
    let RecoveredOpening {
        mut file, reopened, ..
    } = opening;
    let mut assessment = reopened.document;
    // The last resort is the machine's temporary folder, which a test leaves alone.
    let name = JournalName::new("wexmoor", &draft(folder));
    let mut places = super::journal::places(&state, &name);
    places.pop();
    let base = super::journal::Base::new(OLD);
    let mut journal = Journal::new(name, places, base);
    let mut history = History::default();
    let mut typed = |letters: &str,
                     assessment: &mut Assessment,
                     journal: &mut Journal,
                     acknowledged: &mut AcknowledgedWork| {
        for one in letters.chars() {
            let at = assessment.findings[0].text.len();
            history
                .make(letter(at, &one.to_string()), true, assessment)
                .unwrap();
            let log: Vec<HistoryEntry> = history.take_log();
            if journal.append(&log, Timestamp::now()).is_ok() {
                acknowledged.words.clone_from(&assessment.findings[0].text);
            }
        }
    };
    typed("abc", &mut assessment, &mut journal, &mut acknowledged);
    let _ = journal.sync();
    if file.save(&assessment, 3, &mut journal).is_ok() {
        acknowledged.saved = true;
        acknowledged.words.clone_from(&assessment.findings[0].text);
    }
    typed("def", &mut assessment, &mut journal, &mut acknowledged);
    let _ = journal.sync();
    acknowledged
}

fn begin(setting: FileSetup) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("drafts")).unwrap();
    fs::write(draft(folder.path()), OLD).unwrap();
    if setting == FileSetup::Linked {
        fs::hard_link(draft(folder.path()), folder.path().join("other.toml")).unwrap();
    }
    folder
}

/// Looks at what is left, and opens the draft again.
fn check(folder: &Path, setting: FileSetup, acknowledged: &AcknowledgedWork, what: &str) {
    let new = OLD.replace("\"\" # here", "\"abc\" # here");
    let whole = |text: &str| text == OLD || text == new;
    let before = fs::read_to_string(draft(folder)).unwrap();
    if setting == FileSetup::Plain {
        assert!(whole(&before), "{what}: the draft is torn:\n{before}");
    }
    let frameworks = Frameworks::load(&folder.join("none"));
    let opening = recovery::open::<Assessment>(
        &folder.join("state"),
        &draft(folder),
        &frameworks,
        None,
        false,
    );
    let opening = opening.unwrap_or_else(|error| panic!("{what}: not opened: {error}"));
    let after = fs::read_to_string(draft(folder)).unwrap();
    assert!(whole(&after), "{what}: the draft is torn:\n{after}");
    if acknowledged.saved {
        assert_eq!(after, new, "{what}: a save was reported");
    }
    let back = &opening.reopened.document.findings[0].text;
    assert!(
        back.starts_with(&acknowledged.words),
        "{what}: \"{}\" was acknowledged and \"{back}\" is back",
        acknowledged.words
    );
    assert!("abcdef".starts_with(back.as_str()), "{what}: {back}");
    if setting == FileSetup::Linked {
        let other = fs::read_to_string(folder.join("other.toml")).unwrap();
        assert_eq!(other, after, "{what}: both names are names of one draft");
    }
}

#[test]
fn whichever_call_fails_or_is_the_last_no_acknowledged_word_is_lost() {
    let mut tried = 0;
    for setting in [FileSetup::Plain, FileSetup::Linked] {
        let folder = begin(setting);
        plan(None);
        let acknowledged = type_and_save(folder.path());
        let all = calls();
        assert_eq!(
            (acknowledged.words.as_str(), acknowledged.saved),
            ("abcdef", true)
        );
        check(folder.path(), setting, &acknowledged, "with no fault");
        let faults = [EIO, ENOSPC, EACCES]
            .into_iter()
            .flat_map(|error| [InjectedFault::Once(error), InjectedFault::Always(error)])
            .chain([InjectedFault::Kill]);
        for fault in faults {
            for (nth, call) in all.iter().enumerate() {
                let folder = begin(setting);
                plan(Some((nth, fault)));
                let acknowledged = type_and_save(folder.path());
                calls();
                let what = format!("{setting:?}: {fault:?} at call {nth}, {call:?}");
                check(folder.path(), setting, &acknowledged, &what);
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "{tried} faults were tried");
}

/// Faults that cost nothing that a save promises: an owner who cannot be kept, a file that stays lying about, a look at
/// where a file is. Whatever else fails is told, once, by the save that met it.
fn is_harmless(call: DiskCall) -> bool {
    matches!(call, DiskCall::Owner | DiskCall::Remove)
}

#[test]
fn a_save_that_meets_a_fault_says_so_and_the_next_one_that_meets_none_saves() {
    let (mut tried, mut told) = (0, 0);
    let open = |folder: &Path| {
        let frameworks = Frameworks::load(&folder.join("none"));
        let (file, read) =
            crate::store::DraftFile::open(&draft(folder), &frameworks, None).unwrap();
        let mut assessment = read.document;
        letter(0, "abc").apply(&mut assessment).unwrap();
        (file, assessment)
    };
    for setting in [FileSetup::Plain, FileSetup::Linked] {
        let folder = begin(setting);
        let (mut file, assessment) = open(folder.path());
        plan(None);
        file.save(&assessment, 0, &mut NoSaveJournal).unwrap();
        let all = calls();
        assert!(all.contains(&DiskCall::SyncFolder), "{all:?}");
        for error in [EIO, ENOSPC, EACCES] {
            for (nth, call) in all.iter().enumerate() {
                let folder = begin(setting);
                let (mut file, assessment) = open(folder.path());
                plan(Some((nth, InjectedFault::Once(error))));
                let saved = file.save(&assessment, 0, &mut NoSaveJournal);
                let after = calls();
                let what = format!("{setting:?}: {error} at call {nth}, {call:?}: {saved:?}");
                // A folder that refuses a new file may take the bytes in place, and a link that fails a rename.
                let other_way = after.len() > all.len() || setting == FileSetup::Linked;
                match saved {
                    Err(fault) => {
                        assert!(fault.to_string().starts_with("Not saved: "), "{what}");
                        told += 1;
                    }
                    Ok(_) => assert!(is_harmless(*call) || other_way, "{what}"),
                }
                file.save(&assessment, 0, &mut NoSaveJournal)
                    .unwrap_or_else(|error| panic!("{what}; then {error}"));
                let text = fs::read_to_string(draft(folder.path())).unwrap();
                assert!(text.contains("\"abc\" # here"), "{what}: {text}");
                tried += 1;
            }
        }
    }
    assert!(told * 2 > tried, "{told} of {tried} faults were told");
}

#[test]
fn a_version_that_cannot_be_kept_is_told_whichever_call_failed() {
    let keep = |folder: &Path| {
        let versions = crate::store::Versions::of(&folder.join("state"), "wexmoor", &draft(folder));
        let why = crate::store::VersionReason::Replaced;
        versions.keep(OLD.as_bytes(), false, Timestamp::now(), why)
    };
    let folder = begin(FileSetup::Plain);
    plan(None);
    keep(folder.path()).unwrap();
    let all = calls();
    // What follows writes down where the draft is, which costs no version.
    let version = all.iter().position(|call| *call == DiskCall::SyncFolder);
    for (nth, call) in all.iter().enumerate().take(version.unwrap() + 1) {
        let folder = begin(FileSetup::Plain);
        plan(Some((nth, InjectedFault::Once(EIO))));
        let kept = keep(folder.path());
        calls();
        let harmless = is_harmless(*call) || *call == DiskCall::Metadata;
        assert!(kept.is_err() || harmless, "{call:?}: {kept:?}");
    }
}
