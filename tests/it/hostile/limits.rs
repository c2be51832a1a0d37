//! Files that are too deep, too long, too large, or no files at all: refused, and never waited for.

use std::fs;

use super::{ANNUAL, LEAST, run};
use crate::support::home::{Home, SETTINGS};
use crate::support::pty::Pty;

/// Each way to stand deep in each other.
fn deep() -> [String; 4] {
    let many = 100_000;
    let dots = vec!["a"; 70].join(".");
    [
        format!("x = {}{}\n", "[".repeat(many), "]".repeat(many)),
        format!("x = {}1{}\n", "{a = ".repeat(many), "}".repeat(many)),
        format!("[a{}]\n", ".a".repeat(many)),
        format!(
            "x = {}1{}\n",
            format!("{{{dots} = ").repeat(70),
            "}".repeat(70)
        ),
    ]
}

#[test]
fn a_file_that_is_a_hundred_thousand_deep_is_refused_and_overflows_no_stack() {
    let home = Home::new();
    for deep in deep() {
        home.write("d.toml", &format!("{LEAST}\n{deep}"));
        let small = std::process::Command::new("sh")
            .args(["-c", "ulimit -s 512; exec \"$0\" print d.toml"])
            .arg(env!("CARGO_BIN_EXE_assay"))
            .env_clear()
            .envs(home.variables())
            .current_dir(home.path())
            .output()
            .expect("sh");
        let told = String::from_utf8_lossy(&small.stderr);
        assert_eq!(small.status.code(), Some(2), "{told}");
        assert!(told.starts_with("error: d.toml:8:"), "{told}");
        assert!(
            told.contains("too deeply; 32 levels are the most"),
            "{told}"
        );

        home.write(
            "config/assay/frameworks/own.toml",
            &format!("{ANNUAL}\n{deep}"),
        );
        let (status, told) = run(&home, &["frameworks"]);
        assert_eq!(status, 2);
        assert!(
            told.contains("own.toml:") && told.contains("too deeply"),
            "{told}"
        );
        for settings in [deep.as_str(), "theme = \"deep\"\n"] {
            home.write("config/assay/themes/deep.toml", &deep);
            home.write(SETTINGS, settings);
            let (status, told) = run(&home, &["config"]);
            assert_eq!(status, 2);
            assert!(told.contains("too deeply"), "{told}");
        }
        fs::remove_file(home.path().join(SETTINGS)).expect("the settings");
        // The screen reads on another thread, with a stack of its own.
        home.write("data/assay/d.toml", &format!("{LEAST}\n{deep}"));
        let mut pty = Pty::start(&home, &[], (100, 30));
        pty.see("1 draft");
        pty.send("\r");
        pty.see("too deeply");
        pty.send("q");
        assert_eq!(pty.end(), 0);
    }
}

#[test]
fn a_list_or_an_id_without_end_is_refused_at_its_line() {
    let home = Home::new();
    let refused = |draft: String, wanted: &str| {
        home.write("d.toml", &draft);
        let (status, told) = run(&home, &["check", "d.toml"]);
        assert_eq!(status, 2, "{told}");
        assert!(
            told.starts_with(&format!("error: d.toml:{wanted}")),
            "{told}"
        );
    };
    let many = "[[notes]]\n".repeat(100_001);
    refused(
        format!("{LEAST}{many}"),
        "7:1: \"notes\" holds 100001 items; 100000 are the most that are read",
    );
    refused(
        format!("{LEAST}x = [{}]\n", "1,".repeat(100_001)),
        "7:5: \"x\" holds 100001 items",
    );
    refused(
        LEAST.replace("\"a\"", &format!("\"{}\"", "a".repeat(201))),
        "2:6: \"id\" has 201 bytes; give it a name of 200 at most",
    );
    let finding = format!(
        "[[findings]]\nid = \"{}\"\nheading = \"victims\"\nkind = \"context\"\n",
        "é".repeat(101)
    );
    refused(format!("{LEAST}{finding}"), "8:6: \"id\" has 202 bytes");
    home.write(
        "d.toml",
        &LEAST.replace("\"a\"", &format!("\"{}\"", "a".repeat(200))),
    );
    assert!(run(&home, &["print", "d.toml"]).0 == 0);

    let frames = "[[frames]]\n".repeat(1_001);
    home.write(
        "config/assay/frameworks/own.toml",
        &format!("format = 1\n{frames}"),
    );
    let (_, told) = run(&home, &["frameworks"]);
    assert!(
        told.contains("own.toml:2:1: \"frames\" holds 1001 items; 1000 are"),
        "{told}"
    );
    home.write(
        "config/assay/frameworks/own.toml",
        &ANNUAL.replace("\"annual\"", &format!("\"{}\"", "a".repeat(201))),
    );
    let (_, told) = run(&home, &["frameworks"]);
    assert!(told.contains("\"id\" has 201 bytes"), "{told}");
    home.write(
        SETTINGS,
        &format!("[keys]\nsave = [{}]\n", "\"x\",".repeat(1_001)),
    );
    let (_, told) = run(&home, &["keys"]);
    assert!(
        told.contains("config.toml:2:8: \"save\" holds 1001 items"),
        "{told}"
    );
}

#[test]
fn a_draft_full_of_slips_is_told_and_not_chewed_on_for_ever() {
    let home = Home::new();
    let slips: String = (0..20_000)
        .map(|_| "[[notes]]\ntxet = \"a\"\n[[outlook]]\nid = \"o\"\ntext = \"\u{202e}\"\n")
        .collect();
    home.write("d.toml", &format!("{LEAST}{slips}"));
    let (status, told) = run(&home, &["check", "d.toml"]);
    assert_eq!(status, 2, "{}", told.lines().count());
    assert!(
        told.contains("each item of the look-ahead needs its own"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 21, "{told}");
    home.write(
        "d.toml",
        &format!(
            "{LEAST}{}",
            slips.replace("[[outlook]]\nid = \"o\"\n", "[[notes]]\n")
        ),
    );
    let (status, told) = run(&home, &["check", "d.toml"]);
    assert!(status < 2);
    assert!(told.lines().count() >= 40_000, "{}", told.lines().count());
}

#[test]
fn more_bytes_than_a_draft_may_have_are_refused() {
    let home = Home::new();
    // A hole in a file costs no room on the disk.
    let path = home.write("d.toml", LEAST);
    let file = fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .expect("the file");
    file.set_len(64 * 1024 * 1024 + 1).expect("a hole");
    for arguments in [&["print", "d.toml"][..], &["check", "d.toml"]] {
        let (status, told) = run(&home, arguments);
        assert_eq!(status, 2);
        assert!(
            told.starts_with("error: d.toml: it is larger than 64 MiB; "),
            "{told}"
        );
    }
    let (status, told) = run(&home, &["list", "."]);
    assert_eq!(status, 0);
    assert!(told.contains("larger than 64 MiB"), "{told}");
    let settings = home.write(SETTINGS, "");
    let file = fs::OpenOptions::new()
        .write(true)
        .open(settings)
        .expect("the file");
    file.set_len(1024 * 1024 + 1).expect("a hole");
    let (status, told) = run(&home, &["config"]);
    assert_eq!(status, 2);
    assert!(told.contains("larger than 1 MiB"), "{told}");
}

#[cfg(unix)]
#[test]
fn what_is_no_ordinary_file_is_refused_and_never_waited_for() {
    let home = Home::new();
    let fifo = |name: &str| {
        let path = home.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.expect("mkfifo").success());
        path
    };
    fifo("data/assay/d.toml");
    fifo("config/assay/frameworks/own.toml");
    fs::create_dir(home.path().join("folder.toml")).expect("a folder");
    let names = ["data/assay/d.toml", "folder.toml", "/dev/zero", "/dev/tty"];
    for name in names {
        for command in ["print", "check"] {
            let (status, told) = run(&home, &[command, name]);
            assert_eq!(status, 2, "{name}");
            assert!(told.starts_with(&format!("error: {name}: ")), "{told}");
        }
    }
    let (status, told) = run(&home, &["list"]);
    assert_eq!(status, 0);
    assert!(told.contains("this is not a file"), "{told}");
    let (status, told) = run(&home, &["frameworks"]);
    assert_eq!(status, 2);
    assert!(told.contains("own.toml: this is not a file"), "{told}");
    assert_eq!(
        run(&home, &["new", "data/assay/d.toml", "--subject", "x"]).0,
        1
    );
    for name in ["data/assay/d.toml", "folder.toml"] {
        let mut pty = Pty::start(&home, &[name], (80, 24));
        assert_eq!(pty.end(), 2, "{name}");
        pty.see("not a file");
    }
    fifo(SETTINGS);
    let (status, told) = run(&home, &["config"]);
    assert_eq!(status, 2);
    assert!(told.contains("this is no ordinary file"), "{told}");
    fs::remove_file(home.path().join(SETTINGS)).expect("it was made");
    home.write(SETTINGS, "theme = \"pipe\"\n");
    fifo("config/assay/themes/pipe.toml");
    let (status, told) = run(&home, &["config"]);
    assert_eq!(status, 2);
    assert!(
        told.contains("pipe.toml: this is no ordinary file"),
        "{told}"
    );
}
