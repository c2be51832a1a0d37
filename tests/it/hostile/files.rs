//! What a file is made of, where ids lead, and what is left of a file that was refused.

use std::fs;
#[cfg(unix)]
use std::path::Path;

use super::{ANNUAL, EXAMPLE, LEAST, run, tree};
use crate::support::home::Home;
use crate::support::pty::Pty;
use crate::support::sitting::Sitting;

/// Files that are refused, and what is told of them: the table in the docs of the format, row by row.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let and = |more: &str| format!("{LEAST}{more}").into_bytes();
    let finding = "[[findings]]\nid = \"f\"\nheading = \"victims\"\nkind = \"context\"\n";
    let mut latin = and("# caf");
    latin.extend(b"\xe9\n");
    let wide: Vec<u8> = LEAST.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        (
            "no UTF-8",
            latin,
            "7:6: the byte 0xe9 is not UTF-8 text; save the file as UTF-8",
        ),
        (
            "UTF-16",
            [b"\xff\xfe".to_vec(), wide].concat(),
            "1:1: the byte 0xff is not UTF-8 text",
        ),
        (
            "NUL",
            and("noun = \"a\0b\"\n"),
            "7:10: a control character stands here (U+0000); take it out, or write \\u0000",
        ),
        (
            "NUL in a comment",
            and("# a\0\n"),
            "7:4: a comment holds a control character; take it out",
        ),
        (
            "escape",
            and("noun = \"\u{1b}[2J\"\n"),
            "7:9: a control character stands here (U+001B)",
        ),
        (
            "lone CR",
            LEAST.replace('\n', "\r").into_bytes(),
            "1:12: a carriage return stands alone",
        ),
        (
            "CR in a text",
            and("noun = \"\"\"a\rb\"\"\"\n"),
            "7:13: a carriage return stands alone",
        ),
        (
            "key twice",
            and("name = \"b\"\n"),
            "7:1: \"name\" stands twice here; keep one of the two",
        ),
        (
            "table twice",
            and("[subject]\n"),
            "7:2: \"subject\" stands twice here",
        ),
        (
            "id twice",
            and(&finding.repeat(2)),
            "11:1: two have the id \"f\": each finding needs its own; give this one another; the first is on line 7",
        ),
        (
            "empty id",
            LEAST.replace("\"a\"", "\"\"").into_bytes(),
            "2:6: \"id\" is empty",
        ),
        ("empty", Vec::new(), "1:1: the file has no \"format\""),
    ]
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place_and_left_as_it_was() {
    use std::time::{Duration, SystemTime};
    for (what, bytes, wanted) in refused() {
        let home = Home::new();
        let path = home.write("data/assay/d.toml", "");
        fs::write(&path, &bytes).expect("the file");
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let file = fs::OpenOptions::new()
            .write(true)
            .open(&path)
            .expect("the file");
        file.set_modified(long_ago).expect("a time");
        drop(file);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("a mode");
        }
        let before = fs::metadata(&path).expect("the file");
        let name = path.to_str().expect("a name");
        for arguments in [
            &["print", name][..],
            &["check", name],
            &["print", name, "--output", "p.txt"],
        ] {
            let (status, told) = run(&home, arguments);
            assert_eq!(status, 2, "{what}");
            assert!(
                told.starts_with(&format!("error: {name}:{wanted}")),
                "{what}: {told}"
            );
        }
        assert_eq!(run(&home, &["list"]).0, 0, "{what}");
        let mut pty = Pty::start(&home, &[name], (100, 30));
        assert_eq!(pty.end(), 2, "{what}");
        let mut pty = Pty::start(&home, &[], (100, 30));
        pty.see("draft");
        pty.send("\rq");
        assert_eq!(pty.end(), 0, "{what}");
        let after = fs::metadata(&path).expect("the file");
        assert_eq!(fs::read(&path).expect("the file"), bytes, "{what}");
        assert_eq!(after.modified().expect("a time"), long_ago, "{what}");
        assert_eq!(after.permissions(), before.permissions(), "{what}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            assert_eq!(
                (after.ino(), after.nlink()),
                (before.ino(), before.nlink()),
                "{what}"
            );
        }
        assert_eq!(tree(&home.drafts()), ["d.toml"], "{what}");
        assert!(!home.path().join("p.txt").exists());
    }
}

#[test]
fn a_key_that_nothing_reads_is_kept_and_a_slip_is_told() {
    let home = Home::new();
    home.write(
        "d.toml",
        &format!("{LEAST}colour = \"red\"\nspokne = \"the Mere\"\n[mine]\na = 1\n"),
    );
    let (status, told) = run(&home, &["check", "d.toml"]);
    assert!(status < 2);
    assert!(
        told.contains(
            "d.toml:8:1: warning: \"spokne\" in [subject] is not read; did you mean \"spoken\"?"
        ),
        "{told}"
    );
    assert!(!told.contains("colour") && !told.contains("mine"), "{told}");
    let own = ANNUAL.replacen("id = \"annual\"", "id = \"own\"\ncolour = \"red\"", 1);
    home.write("config/assay/frameworks/own.toml", &own);
    let (status, told) = run(&home, &["frameworks"]);
    assert_eq!(status, 2);
    assert!(told.contains("has no key \"colour\""), "{told}");
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_stay_through_a_save() {
    let windows = format!("\u{feff}{}", EXAMPLE.replace('\n', "\r\n"));
    let mut sitting = Sitting::at(100, 30, &windows);
    sitting
        .keys("<home><down><down><tab>+A new word.<esc>")
        .keys("<home><tab><enter>x<esc><ctrl-s>");
    let saved = sitting.file();
    assert!(saved.starts_with('\u{feff}'));
    assert!(saved.contains("A new word."));
    assert_eq!(saved.matches('\n').count(), saved.matches("\r\n").count());
    assert_eq!(saved.matches('\u{feff}').count(), 1);
    // Every line that was there is there, in its order; but the one that was changed.
    let mut left = saved.split('\n');
    let gone = windows.split('\n').filter(|line| {
        !left.clone().any(|other| other == *line) || !left.any(|other| other == *line)
    });
    assert!(gone.count() <= 1);
    let home = sitting.leave();
    assert_eq!(run(&home, &["check", "data/assay/draft.toml"]).0, 0);
}

#[test]
fn a_control_character_that_a_text_holds_as_an_escape_stays_one() {
    let draft = format!("{LEAST}noun = \"a\\u0000b\" # kept\n");
    let mut sitting = Sitting::at(100, 30, &draft);
    assert_eq!(sitting.editor().assessment.subject.noun, "a\0b");
    sitting.keys("<home><tab><enter>x<esc><ctrl-s>");
    let saved = sitting.file();
    assert_ne!(saved, draft);
    assert!(saved.contains("noun = \"a\\u0000b\" # kept\n"), "{saved}");
}

#[cfg(unix)]
#[test]
fn an_id_is_never_a_path() {
    let home = Home::new();
    let draft = EXAMPLE
        .replacen("id = \"", "id = \"../../evil-", 1)
        .replacen("id = \"answering\"", "id = \"../../../evil\"", 1);
    assert_ne!(draft, EXAMPLE);
    let before = {
        home.write("data/assay/draft.toml", &draft);
        home.write("evil.toml", "a = 1\n");
        home.write(
            "config/assay/evil.toml",
            &ANNUAL.replace("id = \"annual\"", "id = \"../evil\""),
        );
        home.write(
            "config/assay/frameworks/one.toml",
            &ANNUAL.replace("id = \"annual\"", "id = \"../evil\""),
        );
        tree(home.path())
    };
    // The whole way through the screen: opened, changed, saved, printed, copied, put in the trash.
    let mut pty = Pty::start(&home, &[], (100, 30));
    pty.see("1 draft");
    pty.send("\r");
    pty.see("Headings");
    pty.send("\x1b[H\x1b[B\x1b[B\t+");
    pty.see("Esc done");
    pty.send("A word that is new.\x1b");
    pty.see("Enter edit");
    pty.send("\x13");
    pty.until("the words in the file", || {
        fs::read_to_string(home.drafts().join("draft.toml"))
            .is_ok_and(|text| text.contains("A word that is new."))
    });
    pty.send("p");
    pty.see("Print · text");
    pty.send("\r");
    pty.see("Printed to");
    pty.send("qq");
    pty.see("1 draft");
    pty.send("c\x1b[B\r");
    pty.see("2 drafts");
    pty.send("d\x1b[B\r");
    pty.see("1 draft");
    pty.send("q");
    assert_eq!(pty.end(), 0);
    let allowed = |name: &str| {
        ["data", "state", "state/assay"].contains(&name)
            || Path::new(name).starts_with("data/assay")
            || Path::new(name).starts_with("state/assay")
    };
    let new: Vec<String> = tree(home.path())
        .into_iter()
        .filter(|name| !before.contains(name) && !allowed(name))
        .collect();
    assert_eq!(new, Vec::<String>::new());
    assert_eq!(
        fs::read_to_string(home.path().join("evil.toml")).expect("it"),
        "a = 1\n"
    );

    // A framework's id is a name and no path: neither in its file, nor where it is asked for.
    let (status, told) = run(&home, &["frameworks"]);
    assert_eq!(status, 2);
    assert!(
        told.contains("one.toml:") && told.contains("\"../evil\" cannot be an id"),
        "{told}"
    );
    for arguments in [
        &["frameworks", "../evil"][..],
        &["new", "n.toml", "--subject", "x", "--framework", "../evil"],
    ] {
        let (status, told) = run(&home, arguments);
        assert_eq!(status, 2);
        assert!(told.contains("there is no framework \"../evil\""), "{told}");
    }
    home.write("d.toml", &LEAST.replace("annual", "../evil"));
    let (status, told) = run(&home, &["print", "d.toml"]);
    assert_eq!(status, 2);
    assert!(
        told.contains("d.toml:3:13: there is no framework \"../evil\""),
        "{told}"
    );
    // A theme neither.
    home.write(crate::support::home::SETTINGS, "theme = \"../evil\"\n");
    let (status, told) = run(&home, &["config"]);
    assert_eq!(status, 2);
    assert!(told.contains("there is no theme \"../evil\""), "{told}");
    fs::remove_file(home.path().join(crate::support::home::SETTINGS)).expect("the settings");

    // Headings with slashes: refused in a framework, and in a draft that names one.
    home.write(
        "config/assay/frameworks/two.toml",
        &ANNUAL
            .replace("\"annual\"", "\"two\"")
            .replace("\"victims\"", "\"../victims\""),
    );
    let (_, told) = run(&home, &["frameworks"]);
    assert!(told.contains("\"../victims\" cannot be an id"), "{told}");
    home.write(
        "d.toml",
        &format!("{LEAST}[grades.\"../../x\"]\ngrade = \"good\"\n"),
    );
    let (status, told) = run(&home, &["print", "d.toml"]);
    assert_eq!(status, 2);
    assert!(told.contains("annual has no heading \"../../x\""), "{told}");

    // The name of a body makes a file's name, and stays in its folder.
    let (status, told) = run(&home, &["new", "--subject", "../../../x/y"]);
    assert_eq!(status, 0, "{told}");
    let made = Path::new(told.trim());
    assert_eq!(made.parent().expect("a folder"), home.drafts());
}

#[cfg(unix)]
#[test]
fn prints_are_for_their_owner_only_whatever_the_mask_says() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.write("d.toml", EXAMPLE);
    let mode = |path: &Path| {
        let metadata = fs::metadata(path).expect("it is there");
        metadata.permissions().mode() & 0o777
    };
    fs::create_dir(home.path().join("deep")).expect("a folder");
    for format in ["text", "markdown", "json"] {
        let done = std::process::Command::new("sh")
            .args([
                "-c",
                "umask 000; exec \"$0\" print d.toml --format \"$1\" --output deep/\"$1\"",
            ])
            .arg(env!("CARGO_BIN_EXE_assay"))
            .arg(format)
            .env_clear()
            .envs(home.variables())
            .current_dir(home.path())
            .status();
        assert!(done.expect("sh").success());
        assert_eq!(
            mode(&home.path().join("deep").join(format)),
            0o600,
            "{format}"
        );
    }

    let mut sitting = Sitting::at(100, 30, EXAMPLE);
    sitting.keys("p<enter>pm<enter>pJ<enter>");
    for ending in ["txt", "md", "json"] {
        let path = sitting.home.drafts().join(format!("draft.{ending}"));
        assert_eq!(mode(&path), 0o600, "{ending}");
    }
    // The folder of drafts and the trash in it.
    let home = Home::new();
    assert_eq!(run(&home, &["new", "--subject", "Mere"]).0, 0);
    assert_eq!(mode(&home.drafts()), 0o700);
}
