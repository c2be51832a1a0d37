//! The program in which a text is edited, while the screen is its own.

use std::path::Path;
use std::process::Command;

use crate::app::OutsideOutcome;
use crate::store::OutsideFile;

/// Lets the user edit a text in the program that the environment names.
pub(super) fn edit(state: &Path, words: &str, editor: Option<String>) -> OutsideOutcome {
    let failed = |why: String| OutsideOutcome {
        words: None,
        failure: Some(why),
    };
    let Some(editor) = editor else {
        return failed("Neither VISUAL nor EDITOR names a program: set one, as EDITOR=nano, and start Assay again.".to_owned());
    };
    let file = match OutsideFile::write(state, &format!("{words}\n")) {
        Ok(file) => file,
        Err(error) => return failed(error.to_string()),
    };
    let ended = command(&editor, &file.path()).status();
    let name = editor.split_whitespace().next().unwrap_or_default();
    let failure = match ended {
        Ok(status) if status.success() => None,
        // What a shell says where there is no such program.
        Ok(status) if status.code() == Some(127) => Some(format!(
            "There is no program {name}: VISUAL or EDITOR names it."
        )),
        Ok(status) => Some(format!("{name} ended with a failure ({status}).")),
        Err(error) => Some(format!("{name} cannot be started: {error}.")),
    };
    match file.take_back() {
        Ok(text) => OutsideOutcome {
            words: Some(text),
            failure,
        },
        Err(error) => failed(error.to_string()),
    }
}

/// Returns the program that the environment names, with its arguments; the one for full screens first.
pub(super) fn named() -> Option<String> {
    let names = ["VISUAL", "EDITOR"].into_iter();
    let mut named = names.filter_map(|name| std::env::var(name).ok());
    named.find(|named| !named.trim().is_empty())
}

/// Returns the command that edits a file: what the environment says may have arguments, as a shell reads them.
fn command(editor: &str, path: &Path) -> Command {
    #[cfg(unix)]
    {
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!("{editor} \"$@\""))
            .arg(editor)
            .arg(path);
        command
    }
    #[cfg(not(unix))]
    {
        let mut words = editor.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).arg(path);
        command
    }
}
