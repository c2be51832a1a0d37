//! What the folder promises, tried on texts.
use std::path::PathBuf;

use assay::app::{Command, KeySequence, Keymap};
use assay::config::*;

fn wrong(text: &str) -> Vec<String> {
    let refused = load(text, "c.toml").unwrap_err().to_string();
    refused.lines().map(str::to_owned).collect()
}

/// Says which lines differ, and how the file is made anew.
fn same_lines(file: &str, made: &str) {
    let mut differ = Vec::new();
    let (there, here) = (
        file.lines().collect::<Vec<_>>(),
        made.lines().collect::<Vec<_>>(),
    );
    for at in 0..there.len().max(here.len()) {
        let (there, here) = (there.get(at), here.get(at));
        if there != here {
            differ.push(format!("line {}: {there:?} should be {here:?}", at + 1));
        }
    }
    assert!(
        differ.is_empty(),
        "config.example.toml is old; `cargo run -- config --example > config.example.toml` makes it anew\n{}",
        differ.join("\n")
    );
}

/// Every line with its comment sign taken away: `# x = 1` is `x = 1`, `## words` is `# words`.
fn uncommented(text: &str) -> String {
    let bare = |line: &str| match line.strip_prefix("##") {
        Some(words) => format!("#{words}\n"),
        None => format!("{}\n", line.strip_prefix(LEAD).unwrap_or(line)),
    };
    text.lines().map(bare).collect()
}

const EXAMPLE: &str = include_str!("../../../config.example.toml");

#[test]
fn the_example_file_is_the_defaults_commented_out() {
    same_lines(EXAMPLE, &example());
    for line in EXAMPLE.lines() {
        assert!(line.is_empty() || line.starts_with('#'), "{line}");
    }
    assert_eq!(load(EXAMPLE, "e").unwrap(), Config::default());
    assert_eq!(load(&uncommented(EXAMPLE), "e").unwrap(), Config::default());
}

#[test]
fn the_example_file_names_every_setting_and_every_command_with_its_keys() {
    let loaded = load_with_places(&uncommented(EXAMPLE), "e").unwrap();
    for setting in SETTINGS {
        assert!(
            loaded.places.contains_key(&setting.path()),
            "{}",
            setting.path()
        );
    }
    for rule in assay::check::Rule::ALL {
        let path = format!("check.{rule}");
        assert!(loaded.places.contains_key(&path), "{path}");
    }
    for entry in assay::app::TABLE {
        let path = format!("keys.{}", entry.name);
        assert!(loaded.places.contains_key(&path), "{path}");
    }
}

#[test]
fn settings_are_taken() {
    let config = load(
        "drafts = \"/d\"\nframework = \"other\"\ntheme = \"light\"\nautosave-seconds = 5\nmouse = true\n\
         [inspector]\nname = \"Ann\"\noffice = \"Inspector\"\n[print]\nwidth = 72\n\
         [keys]\nsave = [\"ctrl-o\", \"alt-s\"]\nquit = []\n",
        "c.toml",
    )
    .unwrap();
    assert_eq!(config.drafts, Some(PathBuf::from("/d")));
    assert_eq!(config.framework, "other");
    assert_eq!(config.autosave_seconds, 5);
    assert!(config.mouse);
    assert_eq!(config.inspector.office, "Inspector");
    assert_eq!(config.print.width, 72);
    let map = config.keymap();
    assert_eq!(
        map.keys(Command::Save),
        [
            KeySequence::parse("ctrl-o").unwrap(),
            KeySequence::parse("alt-s").unwrap()
        ]
    );
    assert!(map.keys(Command::Quit).is_empty());
    assert_eq!(
        map.keys(Command::Undo),
        Keymap::default().keys(Command::Undo)
    );
}

#[test]
fn every_problem_is_told_with_its_place_and_what_would_be_right() {
    assert_eq!(
        wrong(
            "theem = \"dark\"\nautosave-seconds = 0\nmouse = \"yes\"\nwidth = 3\n[print]\nwidht = 1\n"
        ),
        [
            "c.toml:1:1: \"theem\" is no setting; did you mean \"theme\"? It may be drafts, framework, theme, \
             autosave-seconds, mouse, key-set, words, inspector, print, reading, check, keys",
            "c.toml:2:20: 0 is out of bounds; write a whole number from 1 to 60",
            "c.toml:3:9: this is a text, and true or false is wanted; write true or false, without quotes",
            "c.toml:4:1: \"width\" is no setting; \"width\" stands under [print]",
            "c.toml:6:1: \"widht\" is no setting of [print]; did you mean \"width\"? It may be width",
        ]
    );
    assert_eq!(
        wrong("inspector = \"Ann\""),
        [
            "c.toml:1:13: \"inspector\" is a table; write [inspector] on a line of its own, and its settings below"
        ]
    );
    assert!(wrong("theme = dark")[0].starts_with("c.toml:1:9: "));
}

#[test]
fn wrong_keys_and_commands_are_told_with_what_was_meant() {
    assert_eq!(
        wrong("[keys]\nsvae = [\"ctrl-o\"]"),
        ["c.toml:2:1: \"svae\" is no command; did you mean \"save\"? `assay keys` lists them all"]
    );
    for (given, meant) in [
        ("crtl-s", "ctrl-s"),
        ("Ctrl+S", "ctrl-s"),
        ("C-Return", "ctrl-enter"),
        ("escape", "esc"),
        ("alt-page-up", "alt-pageup"),
        ("ctrl-I", "tab"),
        ("ctrl-S", "ctrl-s"),
    ] {
        let line = wrong(&format!("[keys]\nsave = [\"{given}\"]")).remove(0);
        assert!(line.starts_with("c.toml:2:9: "), "{line}");
        assert!(line.contains(&format!("\"{meant}\"")), "{line}");
    }
    assert_eq!(
        wrong("[keys]\nsave = \"ctrl-o\""),
        ["c.toml:2:8: a list of keys is wanted; write [\"ctrl-s\"]"]
    );
    assert_eq!(
        wrong("[keys]\nsplit = [\"x\"]"),
        [
            "c.toml:2:10: \"x\" is typed as text where \"split\" is to be had; write \"ctrl-x\" or \"alt-x\""
        ]
    );
}

#[test]
fn a_clash_names_both_commands_and_stands_at_the_line_that_made_it() {
    let lines = wrong("[keys]\nadd = [\"d\"]");
    assert_eq!(
        lines,
        [
            "c.toml:2:1: \"d\" is bound to both \"add\" and \"delete\"; give one of the two another key; \
          the table gives \"add\" [\"a\"] and \"delete\" [\"d\", \"delete\"]"
        ]
    );
    // Two commands that change keys about do not clash.
    assert!(load("[keys]\nadd = [\"d\"]\ndelete = [\"a\"]", "c.toml").is_ok());
}

#[test]
fn every_place_keeps_a_way_out() {
    let lines = wrong("[keys]\nback = []\nquit = []\ndone = []");
    assert!(
        lines.iter().any(|line| line.contains("no key leads out")),
        "{lines:?}"
    );
    assert!(load("[keys]\nquit = []", "c.toml").is_ok());
}

#[test]
fn the_built_in_themes_name_every_role_and_plain_has_no_colour() {
    for (name, text) in BUILT_IN {
        let theme = Theme::parse(text, name, name).unwrap();
        let named: Vec<&str> = text
            .lines()
            .filter_map(|line| Some(line.split_once(" = ")?.0))
            .collect();
        for role in StyleRole::ALL {
            assert!(named.contains(&role.name()), "{name}: {}", role.name());
            let look = theme.look(*role);
            assert!(
                name != "plain" || (look.fg, look.bg) == (None, None),
                "{}",
                role.name()
            );
        }
        // What must be told apart is told apart without colour too.
        let bare = |role| Look {
            fg: None,
            bg: None,
            ..theme.look(role)
        };
        if name == "plain" {
            assert_ne!(bare(StyleRole::Selected), bare(StyleRole::SelectedAway));
            assert_ne!(bare(StyleRole::Selected), bare(StyleRole::Text));
            assert_ne!(bare(StyleRole::Lit), bare(StyleRole::Text));
            assert_ne!(bare(StyleRole::Offer), bare(StyleRole::OfferChosen));
            assert_ne!(bare(StyleRole::Marking), bare(StyleRole::Text));
        }
    }
}

#[test]
fn a_theme_is_read_and_refused_with_its_places() {
    let theme = Theme::parse(
        "text = { fg = \"red\" }\nneed = { fg = \"#0a141e\", bg = 7, bold = true }",
        "t",
        "t",
    )
    .unwrap();
    assert_eq!(theme.look(StyleRole::Concern), theme.look(StyleRole::Text));
    assert_eq!(
        theme.look(StyleRole::Need).fg,
        Some(Colour::Rgb(10, 20, 30))
    );
    assert_eq!(theme.look(StyleRole::Need).bg, Some(Colour::Indexed(7)));
    assert!(
        theme.look(StyleRole::Marking).reverse,
        "a marking stands out in every theme"
    );
    let refused = Theme::parse(
        "sellected = {}\nneed = { fg = \"rad\", bolt = true, dim = 1 }\nlit = \"red\"\nkey = { fg = 256 }",
        "t",
        "t.toml",
    );
    let lines = refused.unwrap_err().to_string();
    for wanted in [
        "t.toml:1:1: \"sellected\" is no role; did you mean \"selected\"?",
        "t.toml:2:15: \"rad\" is no colour; did you mean \"red\"?",
        "t.toml:2:22: \"bolt\" is no part of a look; did you mean \"bold\"?",
        "t.toml:2:41: \"dim\" is on or off; write true or false, without quotes",
        "t.toml:3:7: a look stands in braces; write { fg = \"cyan\", bold = true }",
        "t.toml:4:14: 256 is no colour; write a number from 0 to 255",
    ] {
        assert!(lines.contains(wanted), "{wanted}\n--\n{lines}");
    }
    for text in ["#12345", "#+12345", "#12345g", "purple", ""] {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}

#[test]
fn a_file_that_is_not_there_is_the_default_and_a_theme_that_is_nowhere_is_told_at_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    assert_eq!(read(&path).unwrap().config, Config::default());
    std::fs::write(&path, "\ntheme = \"drak\"\n").unwrap();
    let loaded = read(&path).unwrap();
    let refused = read_theme(&loaded, folder.path(), Terminal::default())
        .unwrap_err()
        .to_string();
    assert!(refused.contains("config.toml:2:9: "), "{refused}");
    assert!(refused.contains("did you mean \"dark\"?"), "{refused}");
    std::fs::write(folder.path().join("drak.toml"), "text = { bold = true }").unwrap();
    let theme = read_theme(&loaded, folder.path(), Terminal::default()).unwrap();
    assert!(theme.look(StyleRole::Mark).bold);
    assert!(
        read(folder.path())
            .unwrap_err()
            .to_string()
            .contains("no ordinary file")
    );
}
