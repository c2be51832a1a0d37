//! The example file: every setting, each line commented out.

use std::fmt::Write as _;

use super::keys::list;
use super::{Config, SETTINGS};
use crate::app::TABLE;
use crate::check::Rule;

/// The mark before a setting that is commented out; a line of words has one `#` more. So taking this away from every
/// line that has it, and one `#` from the others, gives a file in which every setting has its default.
pub const LEAD: &str = "# ";

/// Returns `config.example.toml`, made from the defaults and the command table.
pub fn example() -> String {
    let config = Config::default();
    let mut text = String::new();
    let words = |text: &mut String, lines: &[&str]| {
        for line in lines {
            let _ = writeln!(text, "## {line}");
        }
    };
    words(
        &mut text,
        &[
            "Settings of Assay. Every line is commented out and shows its default; take the",
            "\"# \" off a line, and off the [table] above it, to settle something else.",
            "`assay paths` tells where this file belongs, `assay config` what is in force.",
        ],
    );
    let mut table = "";
    for setting in SETTINGS {
        text.push('\n');
        if setting.table != table {
            table = setting.table;
            let _ = writeln!(text, "{LEAD}[{table}]");
        }
        words(&mut text, setting.help);
        let _ = writeln!(text, "{LEAD}{} = {}", setting.key, (setting.show)(&config));
    }
    text.push('\n');
    words(
        &mut text,
        &[
            "How much each rule of the check weighs: error, warning, advice, or off. `assay check --rules --explain`",
            "says what each looks for, and why.",
        ],
    );
    let _ = writeln!(text, "{LEAD}[check]");
    for rule in Rule::ALL {
        let level = config.check.of(*rule).word();
        let _ = writeln!(text, "{LEAD}{rule} = \"{level}\"");
    }
    text.push('\n');
    words(
        &mut text,
        &[
            "The keys of every command. A list takes the place of the default; an empty one leaves the",
            "command without a key, and the palette still has it. A key is a character or enter, esc, tab,",
            "space, backspace, delete, insert, up, down, left, right, home, end, pageup, pagedown, f1 … f24,",
            "with ctrl-, alt- or shift- before it; keys that are pressed one after the other have a blank between",
            "them, as in \"ctrl-x ctrl-s\". A plain character does nothing while text is typed. These are the",
            "keys of the plain set; what you give here holds in whichever set you choose.",
        ],
    );
    let _ = writeln!(text, "{LEAD}[keys]");
    for entry in TABLE {
        words(&mut text, &[entry.help]);
        let _ = writeln!(text, "{LEAD}{} = {}", entry.name, list(entry.keys));
    }
    text
}
