//! `assay [FILE]`: the full screen.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap::error::ErrorKind;

use super::{Arguments, CliError, Session};
use crate::store::format::near;
use crate::tui;

pub(super) fn run(file: Option<PathBuf>, session: &mut Session<'_>) -> Result<(), CliError> {
    if let Some(file) = &file {
        there(file)?;
    }
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(CliError::Unusable(
            "the full screen needs a terminal for its input and output; `assay --help` lists the commands that need none"
                .into(),
        ));
    }
    if let Some(term) = std::env::var("TERM")
        .ok()
        .filter(|term| draws_nothing(term))
    {
        return Err(CliError::Unusable(format!(
            "the full screen needs a terminal that can draw, and TERM=\"{term}\" says that this one cannot; where it can, \
             set TERM to its name, as in `TERM=xterm-256color assay`"
        )));
    }
    screen(file, session)
}

/// Returns true for the names of terminals that can do no more than write a line below another.
fn draws_nothing(term: &str) -> bool {
    matches!(term, "dumb" | "unknown" | "emacs" | "network" | "dialup")
}

/// Opens the full screen: the one call into the folder that draws.
fn screen(file: Option<PathBuf>, session: &mut Session<'_>) -> Result<(), CliError> {
    session.note_unknown_zone();
    let places = session.places()?;
    let drafts = session.drafts()?;
    let (theme, themes) = (session.theme()?, session.themes()?);
    let config = session.settings()?.config.clone();
    let setting = tui::StartOptions {
        file,
        folders: tui::Folders {
            drafts,
            frameworks: places.frameworks,
            state: places.state,
        },
        config,
        view: tui::View::new(&theme).with_themes(&themes),
        settings: tui::SettingsFile {
            path: places.config,
            themes: themes.into_iter().map(|(name, _)| name).collect(),
            colourless: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        },
    };
    let unsaved = tui::start(setting).map_err(|error| match error.kind() {
        // A draft that cannot be opened: the message has its place already.
        io::ErrorKind::InvalidData => CliError::Unusable(error.to_string()),
        _ => CliError::Unusable(format!("the terminal: {error}")),
    })?;
    match unsaved.is_empty() {
        true => Ok(()),
        false => Err(CliError::Refused(unsaved.join("\n"))),
    }
}

/// Returns what is wrong where the first argument was read as a draft to open and others stand behind it; `None` where
/// it was read as it was meant.
pub(super) fn misread(first: &Path, error: &clap::Error) -> Option<CliError> {
    let name = first.to_string_lossy();
    let command = Arguments::command();
    if name.starts_with('-') || command.find_subcommand(&*name).is_some() {
        return None;
    }
    if let Err(missing) = there(first) {
        return Some(missing);
    }
    let why = "the full screen opens one file and takes nothing else; for more, name the command first, as `assay print FILE`";
    (error.kind() == ErrorKind::ArgumentConflict).then(|| CliError::file(name, why))
}

/// Refuses a draft that is named and not there. A misspelt command is read as the name of a draft, so the message
/// thinks of both.
fn there(file: &Path) -> Result<(), CliError> {
    if file == Path::new("-") {
        return Err(CliError::Unusable(
            "the full screen opens no standard input; `assay print -` and `assay check -` do"
                .into(),
        ));
    }
    if file.symlink_metadata().is_ok() {
        return Ok(());
    }
    Err(CliError::file(
        file.display(),
        match nearest_command(file) {
            Some(meant) => {
                format!(
                    "there is neither a command nor a draft of this name; did you mean `assay {meant}`?"
                )
            }
            None => {
                "there is no such draft; `assay list` shows yours, `assay recover` what waits of one that is gone, `assay new` makes one"
                    .to_owned()
            }
        },
    ))
}

/// Returns the command that a name was probably meant for.
pub(super) fn nearest_command(name: &Path) -> Option<String> {
    let command = Arguments::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    near(&name.display().to_string(), names).map(str::to_owned)
}
