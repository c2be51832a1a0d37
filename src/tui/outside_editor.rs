//! The program in which a text is edited, while the screen is its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::app::OutsideOutcome;
use crate::store::OutsideFile;

/// Within this time nobody edits a text: what returns by then has handed it to a program that goes on.
const AT_ONCE: Duration = Duration::from_secs(1);

/// The texts that are edited in other programs.
#[derive(Debug)]
pub struct OutsideEditor {
    /// The state folder, in which they lie.
    state: PathBuf,
    /// Those that stay written out for programs that may edit them still.
    standing: Vec<OutsideFile>,
}

impl OutsideEditor {
    /// Returns one that keeps the texts in a state folder.
    pub fn new(state: &Path) -> Self {
        Self {
            state: state.to_owned(),
            standing: Vec::new(),
        }
    }

    /// Lets the user edit a text in the program that the environment names.
    pub fn edit(&mut self, words: &str) -> OutsideOutcome {
        let (outcome, stays) = edit(&self.state, words, named());
        self.standing.extend(stays);
        outcome
    }

    /// Returns the texts that stay written out, as they are now, each with its folder.
    pub fn standing(&self) -> impl Iterator<Item = (PathBuf, String)> {
        let texts = self.standing.iter();
        texts.filter_map(|file| Some((file.folder().to_owned(), file.read().ok()?)))
    }
}

/// Lets the user edit a text in the program that the environment names. Where that returns at once with nothing changed, the
/// text stays written out: another program may edit it still.
fn edit(
    state: &Path,
    words: &str,
    editor: Option<String>,
) -> (OutsideOutcome, Option<OutsideFile>) {
    let failed = |why: String| {
        let outcome = OutsideOutcome {
            failure: Some(why),
            ..OutsideOutcome::default()
        };
        (outcome, None)
    };
    let Some(editor) = editor else {
        return failed("Neither VISUAL nor EDITOR names a program: set one, as EDITOR=nano, and start Assay again.".to_owned());
    };
    let written = format!("{words}\n");
    let file = match OutsideFile::write(state, &written) {
        Ok(file) => file,
        Err(error) => return failed(error.to_string()),
    };
    let began = Instant::now();
    let started = file.held_by(|| command(&editor, &file.path()).spawn());
    let ended = started.and_then(|mut editor| editor.wait());
    let at_once = began.elapsed() < AT_ONCE;
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
    if failure.is_none() && at_once && file.read().is_ok_and(|text| text == written) {
        file.stays(&written);
        let outcome = OutsideOutcome {
            stays: Some(file.folder().to_owned()),
            ..OutsideOutcome::default()
        };
        return (outcome, Some(file));
    }
    match file.take_back() {
        Ok(text) => {
            let outcome = OutsideOutcome {
                words: Some(text),
                failure,
                stays: None,
            };
            (outcome, None)
        }
        Err(error) => failed(error.to_string()),
    }
}

/// Returns the program that the environment names, with its arguments; the one for full screens first.
fn named() -> Option<String> {
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
