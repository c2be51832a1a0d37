#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use jiff::SignedDuration;
use proptest::prelude::*;
use tempfile::TempDir;

use super::VersionReason::{Merged, Restored, Saved, SetAside};
use super::*;
use crate::store::disk::fault_tests::{self as fault, InjectedFault};

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn now() -> Timestamp {
    at("2026-11-22T09:45:00Z")
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

struct VersionsFixture {
    folder: TempDir,
}

impl VersionsFixture {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn draft(&self) -> PathBuf {
        self.folder.path().join("draft.toml")
    }

    fn versions(&self) -> Versions {
        Versions::of(&self.state(), "wexmoor-1", &self.draft())
    }
}

/// Returns the texts that are kept, the newest first.
fn texts(versions: &Versions) -> Vec<String> {
    let list = versions.list();
    list.iter()
        .map(|version| versions.read_text(version).unwrap())
        .collect()
}

#[test]
fn what_is_kept_is_given_back_with_its_time_and_reason() {
    let fixture = VersionsFixture::new();
    let versions = fixture.versions();
    assert_eq!(versions.list(), []);
    assert!(!fixture.state().exists(), "looking makes nothing");
    let text = "name = \"Wexmoor\" # žluť\r\n";
    let path = versions.keep_text(text, now(), Saved).unwrap().unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let full = fingerprint(text.as_bytes());
    let digits = full.get(..8).unwrap();
    assert_eq!(name, format!("20261122T094500.000000Z-{digits}-saved.toml"));
    let list = versions.list();
    assert_eq!(list.len(), 1);
    assert_eq!((list[0].time, list[0].why), (now(), Saved));
    assert_eq!(list[0].size, text.len() as u64);
    assert_eq!(versions.read_text(&list[0]).unwrap(), text);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }
}

#[test]
fn saves_keep_one_version_an_hour_and_everything_else_is_kept() {
    let fixture = VersionsFixture::new();
    let versions = fixture.versions();
    let minute = SignedDuration::from_mins(1);
    let mut time = at("2026-11-22T09:57:00Z");
    for nth in 0..6 {
        versions
            .keep_text(&format!("save {nth}"), time, Saved)
            .unwrap();
        time += minute;
    }
    assert_eq!(texts(&versions), ["save 3", "save 0"]);
    for why in [SetAside, Restored, Merged] {
        versions
            .keep_text(&format!("{why:?}"), time, why)
            .unwrap()
            .unwrap();
        time += SignedDuration::from_micros(1);
    }
    assert_eq!(
        texts(&versions),
        ["Merged", "Restored", "SetAside", "save 3", "save 0"]
    );
}

#[test]
fn the_same_words_are_not_kept_twice_in_a_row() {
    let fixture = VersionsFixture::new();
    let versions = fixture.versions();
    let keep = |text: &str, after: i64| {
        versions
            .keep_text(text, now() + hours(after), Merged)
            .unwrap()
            .is_some()
    };
    assert!(keep("a", 0));
    assert!(!keep("a", 1));
    assert!(keep("b", 2));
    assert!(keep("a", 3), "it is not what was kept last");
    // A file of another content under the name of this one does not stand for it.
    let newest = versions.list()[0].path.clone();
    fs::write(newest, "torn").unwrap();
    assert!(keep("a", 4));
}

#[test]
fn an_identity_is_never_a_path() {
    let fixture = VersionsFixture::new();
    let long = "x".repeat(100_000);
    for id in ["../../../etc", "/etc/passwd", "a/b", "..", "\0", &long, ""] {
        let versions = Versions::of(&fixture.state(), id, &fixture.draft());
        let path = versions.keep_text(id, now(), Saved).unwrap().unwrap();
        let inside = path.strip_prefix(fixture.state().join("versions")).unwrap();
        assert_eq!(inside.components().count(), 2, "{inside:?}");
        assert_eq!(texts(&versions), [id]);
    }
    let keys = fs::read_dir(fixture.state().join("versions")).unwrap();
    assert_eq!(keys.count(), 7, "each has its own");
}

#[test]
fn a_renamed_draft_keeps_its_versions_and_one_without_identity_has_those_of_its_place() {
    let fixture = VersionsFixture::new();
    fixture.versions().keep_text("mine", now(), Saved).unwrap();
    let renamed = fixture.draft().with_file_name("renamed.toml");
    let there = Versions::of(&fixture.state(), "wexmoor-1", &renamed);
    assert_eq!(texts(&there), ["mine"]);
    let nameless = Versions::of(&fixture.state(), "", &renamed);
    nameless.keep_text("other", now(), Saved).unwrap();
    let again = Versions::of(&fixture.state(), "", &renamed);
    assert_eq!(texts(&again), ["other"]);
    assert_eq!(
        texts(&Versions::of(&fixture.state(), "", &fixture.draft())),
        [""; 0]
    );
}

#[test]
fn the_versions_of_a_deleted_draft_are_found_by_where_it_was() {
    let fixture = VersionsFixture::new();
    assert!(Versions::last_at(&fixture.state(), &fixture.draft()).is_none());
    let versions = fixture.versions();
    versions.keep_text("mine", now(), Saved).unwrap();
    let found = Versions::last_at(&fixture.state(), &fixture.draft()).unwrap();
    assert_eq!(texts(&found), ["mine"]);
    // It moved away, and another draft came to that place.
    let moved = fixture.draft().with_file_name("moved.toml");
    let there = Versions::of(&fixture.state(), "wexmoor-1", &moved);
    there.keep_text("moved", now() + hours(1), Saved).unwrap();
    assert!(Versions::last_at(&fixture.state(), &fixture.draft()).is_none());
    assert_eq!(
        texts(&Versions::last_at(&fixture.state(), &moved).unwrap()),
        ["moved", "mine"]
    );
    // The one of which a version was kept last.
    let newer = Versions::of(&fixture.state(), "other", &moved);
    newer.keep_text("newer", now() + hours(2), Saved).unwrap();
    assert_eq!(
        texts(&Versions::last_at(&fixture.state(), &moved).unwrap()),
        ["newer"]
    );
    // What stands in that file is only ever compared.
    for key in fs::read_dir(fixture.state().join("versions")).unwrap() {
        let path = key.unwrap().path().join("path");
        fs::write(&path, vec![b'/'; 1_000_000]).unwrap();
    }
    assert!(Versions::last_at(&fixture.state(), &moved).is_none());
}

#[test]
fn foreign_files_are_left_alone_and_never_listed() {
    let fixture = VersionsFixture::new();
    let versions = fixture.versions();
    let path = versions.keep_text("a", now(), Saved).unwrap().unwrap();
    let folder = path.parent().unwrap();
    let foreign = [
        "notes.txt",
        "20261122T094500.000000Z-1a2b3c4d-saved.toml~",
        "20261122T094500.000000Z-1a2b3c4d-other.toml",
        "20261122T094500.000000Z-1A2B3C4D-saved.toml",
        "20261122T094500.000000Z-1a2b3c4-saved.toml",
        "20261122T094500Z-1a2b3c4d-saved.toml",
        "20261322T094500.000000Z-1a2b3c4d-saved.toml",
        "+20261122T094500.000000Z-1a2b3c4d-saved.toml",
        "žluťoučký-kůň-saved.toml",
        "-saved.toml",
        ".toml",
    ];
    for name in foreign {
        fs::write(folder.join(name), "theirs").unwrap();
    }
    let named = "20261122T094501.000000Z-1a2b3c4d-saved.toml";
    fs::create_dir(folder.join(named)).unwrap();
    #[cfg(unix)]
    {
        let named = "20261122T094502.000000Z-1a2b3c4d-saved.toml";
        std::os::unix::fs::symlink(&path, folder.join(named)).unwrap();
    }
    versions
        .keep_text("b", now() + hours(24 * 900), Saved)
        .unwrap();
    assert_eq!(texts(&versions), ["b", "a"]);
    for name in foreign {
        assert!(folder.join(name).exists(), "{name}");
    }
}

#[test]
fn sealed_versions_are_bytes_under_a_name_that_says_so() {
    let fixture = VersionsFixture::new();
    let versions = fixture.versions();
    let sealed = b"age-encryption.org/v1\n\xff\x00";
    assert!(is_sealed(sealed) && !is_sealed(b"format = 1\n"));
    let path = versions.keep(sealed, true, now(), SetAside).unwrap();
    assert!(
        path.unwrap()
            .to_str()
            .unwrap()
            .ends_with("-set-aside.toml.age")
    );
    let list = versions.list();
    assert!(list[0].sealed);
    assert_eq!(versions.read(&list[0]).unwrap(), sealed);
    assert!(versions.read_text(&list[0]).is_err());
    // What is sealed does not come to lie open.
    versions
        .keep_text("open", now() - hours(1), SetAside)
        .unwrap();
    fs::write(fixture.draft(), sealed).unwrap();
    let open = versions.list().remove(1);
    let message = versions
        .restore(&open, now(), None)
        .unwrap_err()
        .to_string();
    assert!(message.contains("the draft is sealed"), "{message}");
    assert_eq!(fs::read(fixture.draft()).unwrap(), sealed);
}

#[test]
fn a_version_comes_back_and_what_stood_there_becomes_one() {
    let fixture = VersionsFixture::new();
    let versions = fixture.versions();
    let old = now() - hours(24 * 40);
    versions.keep_text("oldest", old - hours(1), Saved).unwrap();
    versions.keep_text("old", old, Saved).unwrap();
    versions
        .keep_text("older of the week", old + hours(2), Saved)
        .unwrap();
    fs::write(fixture.draft(), "present").unwrap();
    // It is thinned by what is kept now, and comes back all the same.
    let version = versions.list().remove(1);
    let kept = versions.restore(&version, now(), None).unwrap().unwrap();
    assert!(!version.path.exists());
    assert_eq!(fs::read_to_string(fixture.draft()).unwrap(), "old");
    assert_eq!(fs::read_to_string(kept).unwrap(), "present");
    assert_eq!(versions.list()[0].why, Restored);
    // A draft that was deleted comes back too.
    fs::remove_file(fixture.draft()).unwrap();
    let version = versions.list().remove(0);
    assert_eq!(versions.restore(&version, now(), None).unwrap(), None);
    assert_eq!(fs::read_to_string(fixture.draft()).unwrap(), "present");
}

#[test]
fn a_fault_of_the_disk_leaves_the_draft_old_or_restored_and_the_old_one_kept() {
    let prepared = || {
        let fixture = VersionsFixture::new();
        fixture
            .versions()
            .keep_text("old", now() - hours(1), Merged)
            .unwrap();
        fs::write(fixture.draft(), "present").unwrap();
        let version = fixture.versions().list().remove(0);
        (fixture, version)
    };
    let (fixture, version) = prepared();
    fault::plan(None);
    fixture.versions().restore(&version, now(), None).unwrap();
    let calls = fault::calls().len();
    assert!(calls > 10);
    for nth in 0..calls {
        for fault in [
            InjectedFault::Once(5),
            InjectedFault::Once(13),
            InjectedFault::Always(28),
            InjectedFault::Kill,
        ] {
            let (fixture, version) = prepared();
            fault::plan(Some((nth, fault)));
            let done = fixture.versions().restore(&version, now(), None);
            fault::calls();
            let case = format!("{nth} {fault:?} {done:?}");
            let there = fs::read_to_string(fixture.draft()).unwrap();
            let kept = texts(&fixture.versions());
            assert!(kept.contains(&"old".to_owned()), "{case}");
            match there.as_str() {
                "present" => assert!(done.is_err(), "{case}"),
                "old" => assert!(kept.contains(&"present".to_owned()), "{case}"),
                torn => panic!("{case}: {torn:?}"),
            }
        }
    }
}

proptest! {
    #[test]
    fn names_are_read_as_they_were_written(
        micros in 0_i64..4_000_000_000_000_000,
        hash in "[0-9a-f]{8}",
        why in 0_usize..4,
        sealed: bool,
        any in ".*",
    ) {
        let time = Timestamp::from_microsecond(micros).unwrap();
        let why = VersionReason::ALL[why];
        let said = name(time, &hash, why, sealed);
        prop_assert_eq!(parts(&said), Some((time, hash.as_str(), why, sealed)));
        prop_assert_eq!(parts(&any), None);
    }
}
