//! Nothing of anybody's own is overwritten, whatever path a command or a key leads to.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use assay::store::EXAMPLES;
use assay::store::lock::{self, Lock, Locking};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const NOTES: &str = "my own notes\n";

fn example() -> &'static str {
    EXAMPLES[0].1
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn run(home: &Home, arguments: &[&str]) -> Output {
    home.assay().args(arguments).output().unwrap()
}

fn told(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// What a command that is refused says; it ends with 1 or 2 and says nothing else.
fn refused(home: &Home, arguments: &[&str]) -> String {
    let done = run(home, arguments);
    let words = told(&done);
    assert!(
        matches!(done.status.code(), Some(1 | 2)),
        "{arguments:?}: {words}"
    );
    // What a print leaves out is noted before it goes anywhere.
    let lines = words.lines().filter(|line| !line.starts_with("note: "));
    lines.map(|line| format!("{line}\n")).collect()
}

fn done(home: &Home, arguments: &[&str]) -> String {
    let done = run(home, arguments);
    assert!(done.status.success(), "{arguments:?}: {}", told(&done));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// A home with two drafts.
fn home() -> (Home, PathBuf, PathBuf) {
    let home = Home::new();
    let one = home.write("kent.toml", example());
    let other = home.write("b.toml", &example().replace("Wexmoor", "Wessex"));
    (home, one, other)
}

fn locked(home: &Home, draft: &Path) -> Lock {
    match lock::lock(draft, &home.path().join("state/assay/locks")) {
        Ok(Locking::Ours(lock)) => lock,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_print_replaces_an_earlier_one_that_nobody_touched_and_nothing_else() {
    let (home, _, _) = home();
    let print =
        |more: &[&'static str]| [&["print", "kent.toml", "--output", "k.txt"], more].concat();
    let to = home.write("k.txt", NOTES);
    let words = refused(&home, &print(&[]));
    assert!(
        words.starts_with("error: k.txt: it is there already"),
        "{words}"
    );
    assert!(words.contains("--force"), "{words}");
    assert_eq!(read(&to), NOTES);

    done(&home, &print(&["--force"]));
    assert!(read(&to).contains("Wexmoor"));
    // From here on it is a print of ours, whatever its mode.
    fs::set_permissions(&to, Permissions::from_mode(0o644)).unwrap();
    done(&home, &print(&["--width", "60"]));
    assert!(read(&to).lines().all(|line| line.chars().count() <= 60));
    assert_eq!(mode(&to), 0o600);
    // Until somebody writes into it.
    fs::write(&to, read(&to) + NOTES).unwrap();
    let theirs = read(&to);
    refused(&home, &print(&[]));
    assert_eq!(read(&to), theirs);
}

#[test]
fn a_print_never_replaces_a_draft_unless_that_is_forced_and_then_it_is_among_its_versions() {
    let (home, one, other) = home();
    let before = read(&other);
    let print = ["print", "kent.toml", "--output", "b.toml"];
    let words = refused(&home, &print);
    assert!(
        words.starts_with("error: b.toml: ") && words.contains("is a draft"),
        "{words}"
    );
    let forced = [&print[..], &["--force"]].concat();
    let lock = locked(&home, &other);
    let words = refused(&home, &forced);
    assert!(words.contains("has it open"), "{words}");
    assert_eq!(read(&other), before);
    drop(lock);
    done(&home, &forced);
    assert_ne!(read(&other), before);
    let kept = done(&home, &["history", "b.toml", "--show", "1"]);
    assert_eq!(kept, before);
    // Not even that loses the draft that is printed.
    for itself in ["kent.toml", "./kent.toml"] {
        let words = refused(
            &home,
            &["print", "kent.toml", "--output", itself, "--force"],
        );
        assert!(words.contains("the draft itself"), "{words}");
    }
    assert_eq!(read(&one), example());
}

/// Every command that writes to a path that somebody names, up to that path.
fn commands(home: &Home) -> Vec<Vec<&'static str>> {
    home.write(
        "inspection.toml",
        "format = 1\nid = \"i\"\ntitle = \"Two\"\ndrafts = [\"kent.toml\"]\n",
    );
    vec![
        vec!["print", "kent.toml", "--output"],
        vec![
            "print",
            "kent.toml",
            "--report",
            "--format",
            "html",
            "--output",
        ],
        vec!["notice", "inspection.toml", "--output"],
        vec!["frameworks", "new", "our-own", "--output"],
        vec!["history", "kent.toml", "--show", "1", "--output"],
        vec!["recover", "waiting.toml", "--output"],
        vec!["new", "--subject", "Kent Police"],
        vec!["new", "--from", "b.toml"],
        #[cfg(feature = "seal")]
        vec![
            "unseal",
            "sealed.toml.age",
            "--passphrase-file",
            "words",
            "--output",
        ],
    ]
}

/// A home in which each of the commands would succeed.
fn home_for_all() -> Home {
    let mut sitting = Sitting::new(120, 40);
    let kent = sitting.home.write("kent.toml", example());
    let waiting = sitting.home.write("waiting.toml", example());
    sitting
        .home
        .write("b.toml", &example().replace("id = \"", "id = \"b-"));
    sitting.home.write("words", "quiet lantern, 9 harbours\n");
    let id = example()
        .lines()
        .find(|line| line.starts_with("id = "))
        .unwrap();
    let id = id.split('"').nth(1).unwrap();
    let versions = assay::store::Versions::of(&sitting.home.path().join("state/assay"), id, &kent);
    let why = assay::store::VersionReason::SetAside;
    let older = example().replace("label = \"2023\"", "label = \"2022\"");
    versions
        .keep_text(&older, jiff::Timestamp::now(), why)
        .unwrap();
    fs::write(&waiting, example().replace(id, "waiting")).unwrap();
    sitting = Sitting::resume(120, 40, sitting.kill(), &waiting);
    sitting.stalled = true;
    sitting.keys("aA word of its own.<esc>");
    let home = sitting.kill();
    #[cfg(feature = "seal")]
    {
        home.write("sealed.toml", example());
        done(
            &home,
            &["seal", "sealed.toml", "--passphrase-file", "words"],
        );
    }
    home
}

/// Everything in a folder, by name: what it is, and what stands in it.
fn everything(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let what = match path.symlink_metadata().unwrap() {
                it if it.is_symlink() => format!("link to {:?}", fs::read_link(&path).unwrap()),
                it if it.is_dir() => format!("{:?}", everything(&path)),
                it => format!("{:o} {}", it.permissions().mode(), read(&path)),
            };
            (path, what)
        })
        .collect();
    all.sort();
    all
}

#[test]
fn no_command_writes_over_what_stands_where_it_is_told_to_write() {
    let home = home_for_all();
    let target = home.path().join("target");
    fs::create_dir(&target).unwrap();
    for command in commands(&home) {
        // What a draft is called is no matter of choice.
        let is_new = command[0] == "new";
        let ending = |name: &str| match is_new {
            true => name.replace(".txt", ".toml"),
            false => name.to_owned(),
        };
        let free = ending("target/free.txt");
        let name = home.path().join(&free);
        done(&home, &[&command[..], &[&free]].concat());
        assert_eq!(mode(&name), 0o600, "{command:?}");
        fs::remove_file(&name).unwrap();
        for (what, made, why) in [
            ("notes.txt", "file", "it is there already"),
            ("draft.toml", "draft", "it is there already"),
            ("protected.txt", "read-only", "it is there already"),
            ("folder", "folder", "this is a folder"),
            ("link.txt", "link", "it is there already"),
            ("nowhere.txt", "dangling", "what it leads to is not there"),
            ("round.txt", "circle", ""),
            ("missing/x.txt", "", "its folder is not there"),
            ("notes.txt/x.txt", "file", "a part of its path is a file"),
        ] {
            if is_new && made == "folder" {
                continue;
            }
            let what = ending(what);
            let at = target.join(&what);
            match made {
                "file" => fs::write(target.join(ending("notes.txt")), NOTES).unwrap(),
                "draft" => fs::write(&at, example()).unwrap(),
                "read-only" => {
                    fs::write(&at, NOTES).unwrap();
                    fs::set_permissions(&at, Permissions::from_mode(0o444)).unwrap();
                }
                "folder" => fs::create_dir(&at).unwrap(),
                "link" => {
                    fs::write(target.join("linked.txt"), NOTES).unwrap();
                    symlink("linked.txt", &at).unwrap();
                }
                "dangling" => symlink("gone.txt", &at).unwrap(),
                "circle" => symlink(ending("round.txt"), &at).unwrap(),
                _ => {}
            }
            let before = everything(&target);
            let named = format!("target/{what}");
            let words = refused(&home, &[&command[..], &[&named]].concat());
            assert!(
                words.starts_with(&format!("error: {named}: ")),
                "{command:?}: {words}"
            );
            assert!(words.contains(why), "{command:?}: {words}");
            assert!(words.contains("; "), "what would be right: {words}");
            assert_eq!(everything(&target), before, "{command:?} {what}");
            fs::remove_dir_all(&target).unwrap();
            fs::create_dir(&target).unwrap();
        }
    }
}

#[test]
fn what_keeps_nothing_is_written_to_as_a_shell_would() {
    let home = home_for_all();
    let plain = done(&home, &["print", "kent.toml"]);
    for standard in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        let printed = done(&home, &["print", "kent.toml", "--output", standard]);
        assert_eq!(printed, plain, "{standard}");
        // Into a file that the shell has opened, and written to before.
        let path = home.path().join("out.txt");
        fs::write(&path, NOTES).unwrap();
        let out = fs::OpenOptions::new().append(true).open(&path).unwrap();
        let print = ["print", "kent.toml", "--output", standard];
        let status = home.assay().args(print).stdout(out).status().unwrap();
        assert!(status.success());
        assert_eq!(read(&path), format!("{NOTES}{plain}"), "{standard}");
    }
    let done_on_stderr = run(&home, &["print", "kent.toml", "--output", "/dev/stderr"]);
    assert_eq!(told(&done_on_stderr), plain);
    for command in commands(&home) {
        if command[0] != "new" {
            done(&home, &[&command[..], &["/dev/null"]].concat());
            let out = done(&home, &[&command[..], &["/dev/stdout"]].concat());
            assert!(out.len() > 5, "{command:?}: {out}");
        }
    }
    let pipe = home.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let reader = Command::new("cat")
        .arg(&pipe)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    done(&home, &["print", "kent.toml", "--output", "pipe"]);
    let read = reader.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&read.stdout), plain);
    assert_eq!(read.stdout.len(), plain.len());
    assert!(
        !home.path().join("state/assay/prints").exists(),
        "no record of a pipe"
    );
    #[cfg(target_os = "linux")]
    {
        let full = run(&home, &["print", "kent.toml", "--output", "/dev/full"]);
        assert_eq!(full.status.code(), Some(2));
        assert!(told(&full).contains("the disk is full"), "{}", told(&full));
    }
}

#[test]
fn a_print_from_the_screen_takes_another_name_where_its_own_is_somebodys() {
    let sitting = Sitting::new(120, 40);
    let draft = sitting.home.write("data/assay/kent.toml", example());
    let beside = |name: &str| draft.with_file_name(name);
    fs::write(beside("kent.txt"), NOTES).unwrap();
    fs::create_dir(beside("kent.html")).unwrap();
    symlink("gone", beside("kent.md")).unwrap();
    let made = Command::new("mkfifo")
        .arg(beside("kent.json"))
        .status()
        .unwrap();
    assert!(made.success());
    let mut sitting = Sitting::resume(120, 40, sitting.kill(), &draft);
    sitting.keys("p<enter>");
    let screen = sitting.screen();
    assert!(
        screen.contains("/kent-2.txt") && screen.contains("kent.txt is no print"),
        "{screen}"
    );
    assert_eq!(read(&beside("kent.txt")), NOTES);
    assert!(read(&beside("kent-2.txt")).contains("Wexmoor"));
    assert_eq!(mode(&beside("kent-2.txt")), 0o600);
    // The next one replaces our own, and no more names are taken.
    sitting.keys("<esc>p<enter>");
    assert!(
        sitting.screen().contains("/kent-2.txt"),
        "{}",
        sitting.screen()
    );
    assert!(!beside("kent-3.txt").exists());
    fs::write(beside("kent-2.txt"), NOTES).unwrap();
    sitting.keys("<esc>p<enter>");
    assert_eq!(read(&beside("kent-2.txt")), NOTES);
    assert!(beside("kent-3.txt").exists());
    for (key, ending) in [("h", "html"), ("m", "md"), ("J", "json")] {
        sitting.keys(&format!("<esc>p{key}<enter>"));
        let name = format!("kent-2.{ending}");
        assert!(
            sitting.screen().contains(&format!("/{name}")),
            "{}",
            sitting.screen()
        );
        assert!(beside(&name).is_file());
    }
}

#[test]
fn every_command_that_writes_a_draft_leaves_one_alone_that_somebody_has_open() {
    let home = home_for_all();
    let evidence = home.write(
        "waiting-evidence.toml",
        &example().replacen("reference = \"", "reference = \"words\" # ", 1),
    );
    let commands: &[&[&str]] = &[
        &["history", "kent.toml", "--restore", "1"],
        &["recover", "waiting.toml"],
        &["print", "kent.toml", "--output", "b.toml", "--force"],
        &["verify", "waiting-evidence.toml", "--record"],
        #[cfg(feature = "seal")]
        &["seal", "kent.toml", "--passphrase-file", "words"],
        #[cfg(feature = "seal")]
        &["unseal", "sealed.toml.age", "--passphrase-file", "words"],
    ];
    for command in commands {
        let names = [
            "kent.toml",
            "waiting.toml",
            "b.toml",
            "waiting-evidence.toml",
            "sealed.toml.age",
        ];
        let paths: Vec<PathBuf> = names.iter().map(|name| home.path().join(name)).collect();
        let locks: Vec<Lock> = paths
            .iter()
            .filter(|path| path.exists())
            .map(|path| locked(&home, path))
            .collect();
        let before: Vec<_> = paths.iter().map(|path| fs::read(path).ok()).collect();
        let words = refused(&home, command);
        assert!(words.contains("has it open"), "{command:?}: {words}");
        let after: Vec<_> = paths.iter().map(|path| fs::read(path).ok()).collect();
        assert!(before == after, "{command:?}");
        drop(locks);
        let done = run(&home, command);
        assert!(done.status.success(), "{command:?}: {}", told(&done));
        let after: Vec<_> = paths.iter().map(|path| fs::read(path).ok()).collect();
        assert!(before != after, "{command:?} was held up by the lock alone");
    }
    assert!(evidence.exists());
}

/// Gives a file an access list beside its mode, by which another user may read it.
#[cfg(target_os = "linux")]
fn list_of_access() -> Vec<u8> {
    let entry = |tag: u16, may: u16, id: u32| {
        [
            &tag.to_le_bytes()[..],
            &may.to_le_bytes(),
            &id.to_le_bytes(),
        ]
        .concat()
    };
    let none = u32::MAX;
    let entries = [
        entry(1, 6, none),
        entry(2, 4, 4711),
        entry(4, 0, none),
        entry(16, 4, none),
        entry(32, 0, none),
    ];
    [&2u32.to_le_bytes()[..], &entries.concat()].concat()
}

#[cfg(target_os = "linux")]
fn attribute(path: &Path, name: &str) -> Option<Vec<u8>> {
    let file = fs::File::open(path).unwrap();
    let mut value = vec![0; 4096];
    let length = rustix::fs::fgetxattr(&file, name, value.as_mut_slice()).ok()?;
    value.truncate(length);
    Some(value)
}

#[cfg(target_os = "linux")]
#[test]
fn a_save_keeps_access_lists_and_attributes_and_adds_none() {
    use rustix::fs::{XattrFlags, fsetxattr};
    use std::os::unix::fs::MetadataExt;
    const LIST: &str = "system.posix_acl_access";
    const INHERITED: &str = "system.posix_acl_default";
    for listed in [true, false] {
        let mut sitting = Sitting::at(120, 40, example());
        let folder = sitting.home.drafts();
        if crate::support::needs::attributes(&folder).is_none() {
            return;
        }
        let set = |path: &Path, name: &str, value: &[u8]| {
            let file = fs::File::open(path).unwrap();
            fsetxattr(&file, name, value, XattrFlags::empty()).unwrap();
        };
        let draft = folder.join("draft.toml");
        set(&draft, "user.filed-by", b"the records office");
        match listed {
            true => set(&draft, LIST, &list_of_access()),
            // Whatever is made in the folder gets one, and the draft has none.
            false => set(&folder, INHERITED, &list_of_access()),
        }
        let (list, mode_before) = (attribute(&draft, LIST), mode(&draft));
        assert_eq!(list.is_some(), listed);
        let before = fs::metadata(&draft).unwrap().ino();
        sitting.keys("aA word of its own.<esc><ctrl-s>");
        assert!(read(&draft).contains("A word of its own."));
        assert_ne!(fs::metadata(&draft).unwrap().ino(), before, "a new file");
        let filed = attribute(&draft, "user.filed-by");
        assert_eq!(filed.as_deref(), Some(&b"the records office"[..]));
        assert_eq!(attribute(&draft, LIST), list);
        assert_eq!(mode(&draft), mode_before);
    }
}

/// All editions and formats that a draft or an inspection has, as the command line asks for them and as keys do.
fn prints_of(drafts: bool) -> Vec<(&'static str, Vec<&'static str>, String)> {
    let editions: &[(&str, &[&str], &str)] = match drafts {
        true => &[
            ("statement", &["print"], ""),
            ("sources", &["print", "--sources"], "s"),
            ("grades", &["print", "--grades"], "g"),
            ("report", &["print", "--report"], "r"),
        ],
        false => &[("notice", &["notice"], ""), ("theme", &["print"], "r")],
    };
    let formats = [("text", ""), ("markdown", "m"), ("html", "h")];
    let mut all = Vec::new();
    for (edition, arguments, key) in editions {
        for (format, then) in formats {
            let arguments = [arguments, &["--format", format][..]].concat();
            all.push((*edition, arguments, format!("{key}{then}")));
        }
    }
    all
}

/// Whoever has printed two editions has both, wherever each was sent.
#[test]
fn a_print_replaces_no_print_of_another_edition() {
    let (home, _, _) = home();
    home.write(
        "two.toml",
        "format = 1\nid = \"i\"\ntitle = \"Two\"\ndrafts = [\"kent.toml\", \"b.toml\"]\n",
    );
    for (file, drafts) in [("kent.toml", true), ("two.toml", false)] {
        let all = prints_of(drafts);
        for (first, before, _) in &all {
            for (second, after, _) in &all {
                let to = home.path().join("out");
                let _ = fs::remove_file(&to);
                let print = |how: &[&'static str]| [how, &[file, "--output", "out"]].concat();
                done(&home, &print(before));
                let words = read(&to);
                if first == second {
                    done(&home, &print(after));
                    continue;
                }
                let why = refused(&home, &print(after));
                assert!(
                    why.contains("is another print, the ") && why.contains("--force"),
                    "{before:?} then {after:?}: {why}"
                );
                assert_eq!(read(&to), words, "{before:?} then {after:?}");
                done(&home, &[&print(after)[..], &["--force"]].concat());
                assert_ne!(read(&to), words, "{before:?} then {after:?}");
            }
        }
    }
}

#[test]
fn the_list_of_what_a_print_leaves_out_replaces_no_print_and_no_print_replaces_it() {
    let (home, _, _) = home();
    let to = home.path().join("out");
    let print = ["print", "kent.toml", "--output", "out"];
    let list = [&print[..], &["--left-out"]].concat();
    for (first, second) in [(&print[..], &list[..]), (&list[..], &print[..])] {
        let _ = fs::remove_file(&to);
        done(&home, first);
        let words = read(&to);
        let why = refused(&home, second);
        assert!(why.contains("is another print"), "{why}");
        assert_eq!(read(&to), words);
        done(&home, first);
    }
}

/// Each edition that is printed from the screen has a file of its own, whose name is told before it is written.
#[test]
fn each_edition_from_the_screen_has_a_name_of_its_own_that_is_told_before() {
    let sitting = Sitting::new(120, 40);
    let draft = sitting.home.write("data/assay/kent.toml", example());
    let mut sitting = Sitting::resume(120, 40, sitting.kill(), &draft);
    let folder = draft.parent().unwrap();
    let all = prints_of(true);
    for (nth, (edition, _, keys)) in all.iter().enumerate() {
        sitting.keys(&format!("p{keys}"));
        let screen = sitting.screen();
        let told = screen
            .lines()
            .find_map(|line| line.split_once("Print · ")?.1.split_once("→ "))
            .unwrap_or_else(|| panic!("{edition}: {screen}"))
            .1;
        let told = told.split_whitespace().next().unwrap().to_owned();
        sitting.keys("<enter>");
        let screen = sitting.screen();
        assert!(screen.contains(&format!("/{told}")), "{told}: {screen}");
        sitting.keys("<esc>");
        let written = fs::read_dir(folder).unwrap();
        let names = written.map(|it| it.unwrap().file_name().into_string().unwrap());
        let prints = names.filter(|it| it.starts_with("kent") && !it.ends_with("toml"));
        assert_eq!(prints.count(), nth + 1, "{edition} as {told}");
    }
    // As JSON each is a print of its own too.
    sitting.keys("pJ<enter><esc>prJ<enter><esc>");
    assert!(folder.join("kent.json").is_file());
    assert!(folder.join("kent.report.json").is_file());
}
