//! The command line: one file a command.
//!
//! This folder owns what each command takes, prints and ends with. It must not know what is drawn: the
//! full screen is one call (`screen`).
//!
//! # How a command ends
//!
//! | status | means |
//! | --- | --- |
//! | 0 | fine; also a reader of our output who has had enough (`assay print … \| head -1`) |
//! | 1 | `check` found an error, or the work was refused: a draft stands there already; or the full screen was left with words that are not saved |
//! | 2 | wrong usage, or a file that cannot be used, or output that cannot be written |
//!
//! Results go to standard output and nothing else does, so that a script can trust what it reads there.
//! Errors go to standard error, each on a line of its own, as `error: FILE:LINE:COLUMN: what is wrong;
//! what would be right`. What is worth knowing and stops nothing goes there too, as `note: …`.
//!
//! Nothing of anybody's own is overwritten: whatever a command writes goes through the store's one door (`output.rs`), and
//! a draft is written under its lock.
//!
//! A hostile draft, or only its name, may hold an escape sequence, and nothing that quotes it may carry it
//! out. So both ways out, and the words of a panic, lead through one writer (`marked.rs`), and commands write to
//! what they are handed: nothing here prints on its own.

mod args;
mod check;
mod completions;
mod config;
mod example;
mod export;
mod fault;
mod frameworks;
mod history;
mod import;
mod inspection;
mod keys;
mod list;
mod man;
mod marked;
mod new;
mod notice;
mod output;
mod panic;
mod paths;
mod print;
mod read;
mod recover;
mod schema;
mod screen;
mod seal;
mod session;
mod trash;
mod unlocking;
mod unseal;
mod verify;

pub use check::rules_markdown;
pub use keys::markdown as keys_markdown;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Command, CommandFactory, FromArgMatches};

use args::{Arguments, CliCommand};
use fault::CliError;
use marked::Marked;
use session::Session;
use unlocking::Unlocking;

/// Reads the arguments of the process, does as they say, and returns how it ended: the whole of the program's `main`.
pub fn main() -> ExitCode {
    panic::report_marked();
    // Not locked: while the screen runs, other threads must be able to restore the terminal.
    let mut out = io::BufWriter::new(io::stdout());
    let mut input = io::stdin();
    let width = io::stdout().is_terminal().then(session::terminal_width);
    let mut session = Session::new(&mut out, &mut input, width);
    let done = run(std::env::args_os(), &mut session);
    // What is still in the buffer may meet the full disk that the rest did not.
    let notes = std::mem::take(&mut session.notes);
    let done = done.and_then(|()| session.out.flush().map_err(CliError::from));
    for note in notes {
        // Where not even that can be written there is nobody left to tell.
        let mut errors = io::stderr().lock();
        let _ = writeln!(Marked::new(&mut errors), "note: {note}");
    }
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            // Where not even that can be written there is nobody left to tell.
            let _ = fault.report(&mut io::stderr().lock());
            ExitCode::from(fault.status())
        }
    }
}

/// Returns the arguments. A word of a list may be typed in any capitals.
///
/// # Errors
/// They are wrong, or only ask for help. Where a command was misspelt, that is what is told, and not what became of the
/// arguments behind it.
fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, CliError> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let any_case = |command: Command| {
        command.mut_args(|argument| {
            let named = argument.get_action().takes_values();
            argument.ignore_case(named)
        })
    };
    let mut command = Arguments::command().mut_subcommands(any_case);
    let matches = command.try_get_matches_from_mut(&arguments);
    let parsed = matches.and_then(|mut matches| {
        let parsed = Arguments::from_arg_matches_mut(&mut matches);
        parsed.map_err(|error| error.format(&mut command))
    });
    parsed.map_err(|error| {
        let first = arguments.get(1).filter(|_| {
            let kind = error.kind();
            matches!(
                kind,
                ErrorKind::ArgumentConflict | ErrorKind::UnknownArgument
            )
        });
        let misread = first.and_then(|first| screen::misread(Path::new(first), &error));
        misread.unwrap_or_else(|| error.into())
    })
}

/// Does what the arguments say; or returns what went wrong, with the status to end with.
fn run(
    arguments: impl IntoIterator<Item = OsString>,
    session: &mut Session<'_>,
) -> Result<(), CliError> {
    let mut arguments = read(arguments)?;
    let opens = arguments.command.is_none();
    for file in arguments.drafts_named() {
        let command = opens && screen::nearest_command(file).is_some();
        session.look_up(file, command)?;
    }
    let Arguments {
        file,
        linear,
        command,
    } = arguments;
    match command {
        None => screen::run(file, linear, session),
        Some(CliCommand::New(new)) => new.run(session),
        Some(CliCommand::Read(read)) => read.run(session),
        Some(CliCommand::Print(print)) => print.run(session),
        Some(CliCommand::Notice(notice)) => notice.run(session),
        Some(CliCommand::Check(check)) => check.run(session),
        Some(CliCommand::Seal(seal)) => seal.run(session),
        Some(CliCommand::Unseal(unseal)) => unseal.run(session),
        Some(CliCommand::List(list)) => list.run(session),
        Some(CliCommand::Recover(recover)) => recover.run(session),
        Some(CliCommand::Trash(trash)) => trash.run(session),
        Some(CliCommand::History(history)) => history.run(session),
        Some(CliCommand::Verify(verify)) => verify.run(session),
        Some(CliCommand::Import(import)) => import.run(session),
        Some(CliCommand::Export(export)) => export.run(session),
        Some(CliCommand::Frameworks(frameworks)) => frameworks.run(session),
        Some(CliCommand::Example(example)) => example.run(session),
        Some(CliCommand::Config(config)) => config.run(session),
        Some(CliCommand::Keys(keys)) => keys.run(session),
        Some(CliCommand::Paths) => paths::run(session),
        Some(CliCommand::Completions(completions)) => {
            completions.run(Arguments::command(), session)
        }
        Some(CliCommand::Schema) => schema::run(session),
        Some(CliCommand::Man) => man::run(session),
    }
}
