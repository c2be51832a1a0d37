//! `assay [FILE]`: the full screen.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap::error::ErrorKind;

use super::{Arguments, CliError, Session};
use crate::store::format::near;
use crate::{linear, tui};

pub(super) fn run(
    file: Option<PathBuf>,
    linear: bool,
    session: &mut Session<'_>,
) -> Result<(), CliError> {
    if let Some(file) = &file {
        there(file)?;
    }
    let at_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    if linear || at_terminal && draws_nothing() {
        return in_lines(file, at_terminal, session);
    }
    if !at_terminal {
        return Err(CliError::Unusable(
            "the full screen needs a terminal for its input and output; `assay --linear` needs none, and `assay --help` lists the commands that need none"
                .into(),
        ));
    }
    screen(file, session)
}

/// Returns true where the terminal can do no more than write a line below another, as its name or its size says.
fn draws_nothing() -> bool {
    let term = std::env::var("TERM").unwrap_or_default();
    let named = matches!(
        term.as_str(),
        "dumb" | "unknown" | "emacs" | "network" | "dialup"
    );
    named || tui::has_no_room()
}

/// The things that both faces of the program open with.
struct Opening {
    folders: tui::Folders,
    config: crate::config::Config,
    settings: tui::SettingsFile,
    view: tui::View,
}

fn opening(session: &mut Session<'_>) -> Result<Opening, CliError> {
    session.note_unknown_zone();
    let places = session.places()?;
    let drafts = session.drafts()?;
    let (theme, themes) = (session.theme()?, session.themes()?);
    let config = session.settings()?.config.clone();
    let mouse = config.mouse;
    Ok(Opening {
        folders: tui::Folders {
            drafts,
            frameworks: places.frameworks,
            state: places.state,
        },
        config,
        view: tui::View::new(&theme)
            .with_themes(&themes)
            .with_mouse(mouse),
        settings: tui::SettingsFile {
            path: places.config,
            themes: themes.into_iter().map(|(name, _)| name).collect(),
            colourless: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        },
    })
}

/// Opens the full screen: the one call into the folder that draws.
fn screen(file: Option<PathBuf>, session: &mut Session<'_>) -> Result<(), CliError> {
    let opening = opening(session)?;
    ended(tui::start(tui::StartOptions {
        file,
        folders: opening.folders,
        config: opening.config,
        view: opening.view,
        settings: opening.settings,
    }))
}

/// Opens the same line by line.
fn in_lines(
    file: Option<PathBuf>,
    at_terminal: bool,
    session: &mut Session<'_>,
) -> Result<(), CliError> {
    let opening = opening(session)?;
    let options = linear::LinearOptions {
        file,
        folders: opening.folders,
        config: opening.config,
        settings: opening.settings,
        at_terminal,
        ask_secret: at_terminal.then_some(super::unlocking::typed),
    };
    ended(linear::start(options, &mut session.out))
}

/// Returns how the program ends after a sitting.
fn ended(sat: io::Result<Vec<String>>) -> Result<(), CliError> {
    let unsaved = sat.map_err(|error| match error.kind() {
        // A draft that cannot be opened: the message has its place already.
        io::ErrorKind::InvalidData => CliError::Unusable(error.to_string()),
        io::ErrorKind::BrokenPipe => CliError::from(error),
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
