//! What a file holds is shown as marks: on the screen, in every print, in every message.

use assay::config::Config;
use std::fs;

use super::{ESCAPED, EXAMPLE, HOSTILE, LEAST, harm, hostile_draft, hostile_framework, run};
use crate::support::home::{Home, SETTINGS};
use crate::support::pty::Pty;
use crate::support::sitting::Sitting;

/// A name that a file can have and a terminal should not see. No separator stands in it.
fn hostile_name() -> String {
    format!("x{HOSTILE}\nerror: y.toml")
}

#[test]
fn nothing_that_any_command_prints_can_repaint_the_terminal() {
    let home = Home::new();
    home.write("d.toml", &hostile_draft());
    home.write("own.toml", &LEAST.replace("annual", "own"));
    home.write(&hostile_name(), &hostile_draft());
    home.write(
        &format!("drafts{HOSTILE}/bad.toml"),
        &LEAST.replace("annual", ESCAPED),
    );
    home.write(
        "bad.toml",
        &LEAST.replace("Mere\"", &format!("Mere\"\nnoun = {HOSTILE}")),
    );
    home.write(
        "config/assay/frameworks/own.toml",
        &hostile_framework("own"),
    );
    home.write(
        &format!("config/assay/frameworks/{}", hostile_name()),
        "format = 1\n",
    );
    home.write(
        SETTINGS,
        &format!("drafts = \"drafts{ESCAPED}\"\n[inspector]\nname = \"{ESCAPED}\"\n"),
    );
    let (name, folder) = (hostile_name(), format!("drafts{HOSTILE}"));
    let (flag, marker) = (format!("--{HOSTILE}"), format!("PWNED{HOSTILE}"));
    let cases: &[&[&str]] = &[
        &["print", "d.toml"],
        &["print", "d.toml", "--width", "40"],
        &["print", "d.toml", "--sources"],
        &["print", "d.toml", "--format", "markdown"],
        &["print", "d.toml", "--format", "markdown", "--sources"],
        &["print", "d.toml", "--format", "json"],
        &["print", "own.toml", "--sources"],
        &["print", &name],
        &["print", &name, "--output", &name],
        &["print", "bad.toml"],
        &["print", &marker],
        &["check", "d.toml", &name, "bad.toml"],
        &["check", "d.toml", &name, "--format", "json"],
        &["list", "."],
        &["list", &folder],
        &["list", &marker],
        &["list"],
        &["frameworks"],
        &["frameworks", "own"],
        &["frameworks", &marker],
        &["new", &name, "--subject", "Mere"],
        &[
            "new",
            "made.toml",
            "--subject",
            &marker,
            "--framework",
            &marker,
        ],
        &["new", "made.toml", "--subject", &marker],
        &["config"],
        &["paths"],
        &["keys"],
        &[&marker],
        &[&flag],
        &["print", &flag],
        &["print", "d.toml", "--format", &marker],
    ];
    for arguments in cases {
        let (_, words) = run(&home, arguments);
        assert!(!words.is_empty(), "{arguments:?}");
        assert_eq!(harm(&words), None, "{arguments:?}\n{words}");
        // A name on two lines would pass for a message of its own.
        assert!(!words.contains("\nerror: y.toml"), "{arguments:?}\n{words}");
    }
    let made = home.path().join("made.toml");
    assert!(
        !made.exists(),
        "a name that hides something is refused whole"
    );

    // Broken settings and themes are told in the same way.
    for settings in [
        format!("\"{ESCAPED}\" = 1\n"),
        format!("theme = \"{ESCAPED}\"\n"),
        format!("theme = {HOSTILE}\n"),
        format!("[keys]\nsave = [\"{ESCAPED}\"]\n"),
        "theme = \"own\"\n".to_owned(),
    ] {
        home.write(SETTINGS, &settings);
        home.write(
            "config/assay/themes/own.toml",
            &format!("\"{ESCAPED}\" = {{ fg = \"{ESCAPED}\" }}"),
        );
        let (status, words) = run(&home, &["config"]);
        assert_eq!(status, 2, "{settings}");
        assert_eq!(harm(&words), None, "{settings}\n{words}");
    }
}

#[test]
fn json_keeps_every_character_and_text_shows_its_mark() {
    let home = Home::new();
    home.write("d.toml", &LEAST.replace("Mere", ESCAPED));
    let done = home
        .assay()
        .args(["print", "d.toml", "--format", "json"])
        .output();
    let json = done.expect("it runs").stdout;
    let value: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(value.pointer("/subject/name"), Some(&HOSTILE.into()));
    let (_, text) = run(&home, &["print", "d.toml"]);
    assert!(text.contains("␛]0;PWNED␇␛[2J\u{fffd}2J␡\u{fffd}"), "{text}");
    let (_, json) = run(&home, &["check", "d.toml", "--format", "json"]);
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
}

#[test]
fn check_tells_each_hidden_character_with_its_line() {
    let home = Home::new();
    let draft = LEAST
        .replace("\n\n[subject]", " # \u{202e}\n\n[subject]")
        .replace("Mere", "M\u{200f}e\\u001bre")
        + "noun = \"force\" # seen\n[own]\n\"a\\u2066\" = 1\n";
    home.write("d.toml", &draft);
    let (status, told) = run(&home, &["check", "d.toml"]);
    assert!(status < 2);
    let hidden: Vec<&str> = told
        .lines()
        .filter(|line| line.contains("cannot be seen"))
        .collect();
    let places = [
        "d.toml:3:24: warning: ",
        "d.toml:6:10: warning: ",
        "d.toml:9:3: warning: ",
    ];
    assert_eq!(hidden.len(), places.len(), "{told}");
    for (line, place) in hidden.iter().zip(places) {
        assert!(line.starts_with(place), "{told}");
    }
    assert!(hidden[1].contains("(U+200F), and 1 more"), "{told}");
    // Looking at it changed nothing.
    let kept = fs::read_to_string(home.path().join("d.toml")).expect("the draft");
    assert_eq!(kept, draft);
}

#[test]
fn no_cell_of_any_screen_holds_a_control_or_deceptive_character() {
    let sizes = [(120, 40), (80, 24), (40, 12), (24, 5)];
    let screens = [
        "",
        "<tab>",
        "<tab><tab>",
        "<end>",
        "<home>",
        "g",
        "o",
        "f",
        "p",
        "pm",
        "pJ",
        "ps",
        ":",
        "?",
        "<enter>",
        " ",
        "<home><tab><enter>",
        "]]<tab> ",
        "<end><tab><enter>",
        "m",
        "t",
    ];
    for (width, height) in sizes {
        for keys in screens {
            let mut sitting = Sitting::at(width, height, &hostile_draft());
            assert!(sitting.state.editor.is_some(), "the draft opens");
            sitting.keys("<home><down><down><tab>").keys(keys);
            clean(&sitting, keys);
        }
        // The library, and what it tells of files whose names are hostile.
        let mut sitting = Sitting::with(width, height, "dark", &Config::default());
        sitting.home.write(
            &format!("data/assay/{}", hostile_name()),
            "format = 1\nframework = \"x\"\n",
        );
        sitting.home.write("data/assay/b.toml", &hostile_draft());
        for keys in [
            "<ctrl-l>",
            "<down>",
            "<home><enter>",
            "c",
            "r",
            "<esc>d",
            "u",
            "n",
        ] {
            sitting.keys(keys);
            clean(&sitting, keys);
        }
    }
}

#[test]
fn a_framework_from_a_stranger_is_shown_as_marks_too() {
    let mut sitting = Sitting::new(120, 40);
    sitting
        .home
        .write("frameworks/own.toml", &hostile_framework("own"));
    let draft = EXAMPLE.replace("framework = \"annual\"", "framework = \"own\"");
    sitting.home.write("data/assay/d.toml", &draft);
    sitting.keys("<ctrl-l><enter>");
    let editor = sitting.state.editor.as_ref().expect("the draft opens");
    assert!(harm(&editor.framework.title).is_some() && harm(&sitting.statement()).is_none());
    for keys in [
        "<home><down><down>w",
        "<tab>",
        "g",
        "<esc>f",
        "<esc>m",
        "<esc>o",
        "<esc>p",
        "<esc><tab>",
    ] {
        sitting.keys(keys);
        clean(&sitting, keys);
    }
}

fn clean(sitting: &Sitting, keys: &str) {
    for cell in &sitting.buffer().content {
        let symbol = cell.symbol();
        assert_eq!(
            harm(symbol),
            None,
            "{keys}: {symbol:?}\n{}",
            sitting.screen()
        );
        assert!(!symbol.contains('\n'), "{keys}");
    }
}

#[test]
fn the_terminal_is_sent_nothing_that_a_file_made_up() {
    let home = Home::new();
    home.write(&format!("data/assay/{}", hostile_name()), &hostile_draft());
    let mut pty = Pty::start(&home, &[], (100, 30));
    pty.see("1 draft");
    pty.send("\r");
    pty.see("Headings");
    // What is copied may be pasted into a shell.
    pty.send("y");
    pty.see("handed to the terminal");
    pty.send("\x1b[H\x1b[B\x1b[B\t");
    pty.see("Enter edit");
    pty.send("\r\x1b\x01\x03");
    pty.see("handed to the terminal");
    pty.send("\x1b");
    pty.see("Enter edit");
    pty.send("p");
    pty.see("Print · text");
    pty.send("\r");
    pty.see("Printed to");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    let written = String::from_utf8_lossy(&pty.written()).into_owned();
    assert!(!written.contains("\u{1b}]0;"), "no window title");
    for hidden in HOSTILE.chars().filter(|c| !c.is_ascii()) {
        assert!(!written.contains(hidden), "{hidden:?}");
    }
    let copies: Vec<String> = written
        .split("\u{1b}]52;c;")
        .skip(1)
        .map(|rest| base64(rest.split(['\u{1b}', '\u{7}']).next().unwrap_or_default()))
        .collect();
    assert_eq!(copies.len(), 2);
    for copy in &copies {
        assert!(copy.contains('␛'), "{copy}");
        assert_eq!(harm(copy), None, "{copy}");
    }
    let printed = super::tree(&home.drafts());
    let printed = printed
        .iter()
        .find(|name| name.ends_with("txt"))
        .expect("the print");
    let printed = fs::read_to_string(home.drafts().join(printed)).expect("the print");
    assert!(printed.contains('␛'));
    assert_eq!(harm(&printed), None);
}

/// What base64 stands for.
fn base64(words: &str) -> String {
    let digit =
        |c: char| "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".find(c);
    let (mut bits, mut many, mut bytes) = (0usize, 0, Vec::new());
    for value in words.chars().map_while(digit) {
        bits = (bits << 6 | value) & 0xffff;
        many += 6;
        if many >= 8 {
            many -= 8;
            bytes.push(u8::try_from(bits >> many & 0xff).expect("a byte"));
        }
    }
    String::from_utf8(bytes).expect("text")
}

#[test]
fn what_is_hidden_in_a_text_is_kept_in_the_file_as_it_is() {
    let draft = hostile_draft();
    let mut sitting = Sitting::at(100, 30, &draft);
    sitting.keys("<home><down><down><tab>+A word.<esc><ctrl-s>");
    let saved = sitting.file();
    let added: Vec<&str> = saved.lines().filter(|line| !draft.contains(line)).collect();
    assert!(
        added.iter().any(|line| line.contains("A word.")),
        "{added:?}"
    );
    // Whatever was there is there, byte for byte and in its order.
    let mut left = saved.lines();
    for line in draft.lines() {
        assert!(left.any(|other| other == line), "{line:?} is gone");
    }
}

#[test]
fn the_marking_stands_on_every_print_and_only_where_there_is_one() {
    let marked = EXAMPLE.replace(
        "[overall]\n",
        "[overall]\nmarking = \"OFFICIAL-SENSITIVE\"\n",
    );
    let home = Home::new();
    home.write("d.toml", &marked);
    home.write("bare.toml", EXAMPLE);
    for arguments in [
        &["--width", "60"][..],
        &["--sources"],
        &["--format", "markdown"],
        &["--format", "markdown", "--sources"],
    ] {
        let print = |file| run(&home, &[&["print", file], arguments].concat()).1;
        let (with, without) = (print("d.toml"), print("bare.toml"));
        let marked = format!("OFFICIAL-SENSITIVE\n\n{without}\nOFFICIAL-SENSITIVE\n");
        assert_eq!(with, marked, "{arguments:?}");
        assert!(!without.contains("OFFICIAL"));
    }
    let (_, json) = run(&home, &["print", "d.toml", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value["marking"], "OFFICIAL-SENSITIVE");
    let (_, json) = run(&home, &["print", "bare.toml", "--format", "json"]);
    assert!(!json.contains("\"marking\""));
    // The screen shows, writes and copies the same.
    let mut sitting = Sitting::at(120, 60, &marked);
    sitting.keys("p");
    let lines: Vec<String> = sitting.screen().lines().map(str::to_owned).collect();
    assert!(
        lines
            .iter()
            // The page begins in the twelfth column.
            .any(|line| line
                .chars()
                .skip(12)
                .collect::<String>()
                .starts_with("OFFICIAL-SENSITIVE")),
        "{lines:#?}"
    );
    sitting.keys("y<enter>");
    let written = fs::read_to_string(sitting.home.drafts().join("draft.txt")).expect("the print");
    for print in [&sitting.copied[0], &written] {
        assert!(print.starts_with("OFFICIAL-SENSITIVE\n\n"), "{print}");
        assert!(print.ends_with("\n\nOFFICIAL-SENSITIVE\n"), "{print}");
    }
}
