#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::fs;

use tempfile::TempDir;

use jiff::tz::TimeZone;

use super::*;
use crate::store::disk::fault_tests::{self as fault, InjectedFault};

/// A folder with a draft in it, and another for locks that find no place there.
pub(super) struct LockFixture {
    pub(super) folder: TempDir,
}

impl LockFixture {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("drafts")).unwrap();
        let fixture = Self { folder };
        fs::write(fixture.draft(), "format = 1\n").unwrap();
        fixture
    }

    pub(super) fn draft(&self) -> PathBuf {
        self.folder.path().join("drafts/draft.toml")
    }

    pub(super) fn file(&self) -> PathBuf {
        self.folder.path().join("drafts/.draft.toml.lock")
    }

    pub(super) fn fallback(&self) -> PathBuf {
        self.folder.path().join("state/locks")
    }

    pub(super) fn lock(&self) -> Locking {
        lock(&self.draft(), &self.fallback()).unwrap()
    }

    pub(super) fn ours(&self) -> Lock {
        ours(self.lock())
    }

    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.folder.path().join(folder)) else {
            return Vec::new();
        };
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

pub(super) fn waited(draft: &Path, fallback: &Path) -> Lock {
    let lock = LockWait::default().lock(draft, fallback);
    lock.unwrap().unwrap()
}

fn ours(locking: Locking) -> Lock {
    match locking {
        Locking::Ours(lock) => lock,
        other => panic!("it must be ours: {other:?}"),
    }
}

pub(super) fn held(locking: Locking) -> Holder {
    match locking {
        Locking::Held(holder) => holder,
        other => panic!("it must be held: {other:?}"),
    }
}

const ELSEWHERE: &str = "# Assay\nuser = \"Jo Field\"\nhost = \"tern.example\"\npid = 41\nsince = \"2026-11-22T10:42:00Z\"\ntoken = \"x\"\n";

#[test]
fn whoever_comes_second_learns_who_has_the_draft() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    let holder = held(fixture.lock());
    let owner = LockOwner::from_env();
    assert_eq!((&holder.user, &holder.host), (&owner.user, &owner.host));
    assert_eq!(holder.pid, std::process::id());
    assert!(first.is_ours());
    // Another draft in the folder is free.
    let other = fixture.draft().with_file_name("other.toml");
    drop(ours(lock(&other, &fixture.fallback()).unwrap()));
}

#[cfg(unix)]
#[test]
fn two_ways_to_one_draft_meet_at_one_lock() {
    let fixture = LockFixture::new();
    let link = fixture.folder.path().join("link.toml");
    std::os::unix::fs::symlink("drafts/draft.toml", &link).unwrap();
    let folder = fixture.folder.path().join("way");
    std::os::unix::fs::symlink("drafts", &folder).unwrap();
    let first = fixture.ours();
    held(lock(&link, &fixture.fallback()).unwrap());
    held(lock(&folder.join("draft.toml"), &fixture.fallback()).unwrap());
    drop(first);
    drop(ours(lock(&link, &fixture.fallback()).unwrap()));
}

#[test]
fn a_clean_end_leaves_nothing_behind() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    assert_eq!(fixture.names("drafts"), [".draft.toml.lock", "draft.toml"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(fixture.file()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    drop(first);
    assert_eq!(fixture.names("drafts"), ["draft.toml"]);
    drop(fixture.ours());
}

#[test]
fn the_lock_of_a_program_that_was_killed_locks_nobody_out() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    let left = fs::read(fixture.file()).unwrap();
    drop(first);
    // What a killed program leaves is its file, which nothing holds any more.
    fs::write(fixture.file(), left).unwrap();
    let second = fixture.ours();
    assert!(second.is_ours());
    held(fixture.lock());
    drop(second);
    // One that was killed while it wrote its first bytes, or on a full disk.
    for torn in [
        "",
        "# As",
        "# Assay has the draft of",
        "# Assay\nuser = \"J",
    ] {
        fs::write(fixture.file(), torn).unwrap();
        drop(fixture.ours());
    }
    assert_eq!(fixture.names("drafts"), ["draft.toml"]);
}

#[test]
fn a_lock_of_another_machine_is_for_the_user_to_decide() {
    let fixture = LockFixture::new();
    fs::write(fixture.file(), ELSEWHERE).unwrap();
    let Locking::Doubtful(holder, LockDoubt::OtherHost) = fixture.lock() else {
        panic!("nobody can know");
    };
    assert_eq!((holder.user.as_str(), holder.pid), ("Jo Field", 41));
    assert_eq!(fs::read_to_string(fixture.file()).unwrap(), ELSEWHERE);
    // There is nothing that could be waited for.
    let message = LockWait::default()
        .lock(&fixture.draft(), &fixture.fallback())
        .unwrap_err();
    assert_eq!(message.kind(), io::ErrorKind::Unsupported);
    let taken = take_over(&fixture.draft(), &fixture.fallback()).unwrap();
    assert!(taken.is_ours());
    held(fixture.lock());
    drop(taken);
    assert_eq!(fixture.names("drafts"), ["draft.toml"]);
    // Where the system holds it, the other machine's program is alive.
    fs::write(fixture.file(), ELSEWHERE).unwrap();
    let theirs = File::open(fixture.file()).unwrap();
    theirs.lock().unwrap();
    assert_eq!(held(fixture.lock()).host, "tern.example");
}

#[test]
fn whoever_is_taken_over_notices_before_the_next_save() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    let second = take_over(&fixture.draft(), &fixture.fallback()).unwrap();
    assert!(!first.is_ours() && second.is_ours());
    // Its end takes nothing away from the one who has the draft now.
    drop(first);
    assert!(second.is_ours() && fixture.file().exists());
    held(fixture.lock());
    drop(second);
    assert_eq!(fixture.names("drafts"), ["draft.toml"]);
}

#[test]
fn a_lock_written_over_in_place_is_noticed_too() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    fs::write(fixture.file(), ELSEWHERE).unwrap();
    assert!(!first.is_ours());
    drop(first);
    assert_eq!(fs::read_to_string(fixture.file()).unwrap(), ELSEWHERE);
}

#[test]
fn a_lock_that_was_merely_deleted_has_been_taken_over_by_nobody() {
    let fixture = LockFixture::new();
    let first = fixture.ours();
    fs::remove_file(fixture.file()).unwrap();
    assert!(first.is_ours());
    let second = fixture.ours();
    assert!(!first.is_ours() && second.is_ours());
}

#[test]
fn a_file_that_is_no_lock_is_never_written_to() {
    let fixture = LockFixture::new();
    let huge = vec![b'#'; 10_000_000];
    let padded = [HEAD.as_bytes(), &huge].concat();
    for foreign in [&huge[..], &padded, b"\x00\xff\x1b[2J", b"my own words\n"] {
        fs::write(fixture.file(), foreign).unwrap();
        let first = fixture.ours();
        held(fixture.lock());
        assert!(first.is_ours());
        let second = take_over(&fixture.draft(), &fixture.fallback()).unwrap();
        assert!(!first.is_ours() && second.is_ours());
        drop((first, second));
        assert!(fs::read(fixture.file()).unwrap() == foreign);
        assert_eq!(fixture.names("state/locks"), [""; 0]);
    }
}

#[cfg(unix)]
#[test]
fn pipes_links_and_folders_in_its_place_hang_nothing_and_are_left_alone() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let fixture = LockFixture::new();
    let precious = fixture.folder.path().join("precious");
    fs::write(&precious, "").unwrap();
    let make: [&dyn Fn(); 4] = [
        &|| mknodat(CWD, fixture.file(), FileType::Fifo, Mode::RWXU, 0).unwrap(),
        &|| std::os::unix::fs::symlink(&precious, fixture.file()).unwrap(),
        &|| fs::hard_link(&precious, fixture.file()).unwrap(),
        &|| fs::create_dir(fixture.file()).unwrap(),
    ];
    for make in make {
        make();
        let first = fixture.ours();
        held(fixture.lock());
        let second = take_over(&fixture.draft(), &fixture.fallback()).unwrap();
        assert!(!first.is_ours() && second.is_ours());
        drop((first, second));
        drop(waited(&fixture.draft(), &fixture.fallback()));
        assert_eq!(fs::read(&precious).unwrap(), b"");
        let _ = fs::remove_file(fixture.file()).or_else(|_| fs::remove_dir(fixture.file()));
    }
    // One that takes the place of a lock that is held.
    let first = fixture.ours();
    fs::remove_file(fixture.file()).unwrap();
    mknodat(CWD, fixture.file(), FileType::Fifo, Mode::RWXU, 0).unwrap();
    assert!(!first.is_ours());
    drop(first);
    assert!(fixture.file().exists());
}

#[test]
fn what_a_hostile_lock_says_cannot_repaint_the_screen() {
    let fixture = LockFixture::new();
    let said = format!(
        "# Assay\nuser = \"\\u001b[2J\\n\\u202eoj{}\"\nhost = 7\npid = -1\nsince = \"soon\"\n",
        "x".repeat(3000)
    );
    fs::write(fixture.file(), &said).unwrap();
    let theirs = File::open(fixture.file()).unwrap();
    theirs.lock().unwrap();
    let holder = held(fixture.lock());
    assert_eq!((holder.pid, holder.host.as_str()), (0, ""));
    let shown = holder.to_string();
    assert!(shown.starts_with("␛[2J \u{fffd}oj"), "{shown}");
    assert!(shown.chars().count() < 300 && !shown.contains(|c: char| c.is_control()));
    // One that says nothing is reported all the same.
    fs::write(fixture.file(), "# Assay\n[[[[").unwrap();
    let shown = held(fixture.lock()).to_string();
    assert!(shown.starts_with("another Assay since "), "{shown}");
}

#[test]
fn people_see_the_time_today_and_the_date_else() {
    let holder = Holder::read(ELSEWHERE.as_bytes(), Timestamp::UNIX_EPOCH);
    let at = |time: &str| time.parse::<Timestamp>().unwrap().to_zoned(TimeZone::UTC);
    assert_eq!(
        holder.description(&at("2026-11-22T18:00:00Z")),
        "Jo Field on tern.example since 10:42"
    );
    assert_eq!(
        holder.description(&at("2026-11-23T08:00:00Z")),
        "Jo Field on tern.example since 22 November 2026, 10:42"
    );
}

#[test]
fn a_folder_that_takes_no_new_files_has_its_lock_elsewhere() {
    let fixture = LockFixture::new();
    // The first call looks at the draft, the second looks for the lock, the third makes it.
    fault::plan(Some((2, InjectedFault::Once(13))));
    let first = lock(&fixture.draft(), &fixture.fallback());
    fault::calls();
    let first = ours(first.unwrap());
    assert!(first.is_ours());
    assert_eq!(fixture.names("drafts"), ["draft.toml"]);
    assert_eq!(fixture.names("state/locks").len(), 1);
    drop(first);
    assert!(fixture.names("state/locks").is_empty());
}

#[test]
fn a_lock_that_may_not_be_opened_is_for_the_user_to_decide() {
    let fixture = LockFixture::new();
    fs::write(fixture.file(), ELSEWHERE).unwrap();
    fault::plan(Some((2, InjectedFault::Once(13))));
    let locking = lock(&fixture.draft(), &fixture.fallback());
    fault::calls();
    let Ok(Locking::Doubtful(holder, LockDoubt::Unreadable)) = locking else {
        panic!("{locking:?}");
    };
    assert!(holder.to_string().starts_with("another Assay since "));
}

#[test]
fn no_fault_of_the_disk_locks_a_draft_for_ever() {
    fault::plan(None);
    drop(LockFixture::new().ours());
    let calls = fault::calls().len();
    assert!(calls > 5);
    for nth in 0..calls {
        for fault in [
            InjectedFault::Once(5),
            InjectedFault::Always(28),
            InjectedFault::Kill,
        ] {
            let fixture = LockFixture::new();
            fault::plan(Some((nth, fault)));
            let locking = lock(&fixture.draft(), &fixture.fallback());
            if let Ok(Locking::Ours(lock)) = &locking {
                assert!(lock.is_ours(), "{nth} {fault:?}");
            }
            drop(locking);
            fault::calls();
            let later = fixture.ours();
            assert!(later.is_ours(), "{nth} {fault:?}");
            held(fixture.lock());
        }
    }
}
