//! What can be said on the command line. The words here are what `--help` and the manual page say.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{
    check, completions, config, example, frameworks, history, keys, list, new, notice, print,
    recover, seal, unseal, verify,
};

/// Draft graded assessments, and hear the statement take shape as you write.
///
/// Without a command, Assay opens on the full screen: the library of your drafts, or the draft or
/// inspection FILE.
#[derive(Debug, Parser)]
#[command(
    name = "assay",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_help_heading = "Commands",
    after_help = "Exit status: 0 fine; 1 a check found an error, or the work was refused; 2 wrong usage, or a file that cannot be used."
)]
pub struct Arguments {
    /// The draft or inspection to open; the library where none is given
    pub file: Option<PathBuf>,
    /// What to do instead
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a draft
    New(new::New),
    /// Print the statement of a draft, or the whole report; of an inspection, the thematic report
    Print(print::Print),
    /// Print the notice of an inspection of several bodies, for the press
    Notice(notice::Notice),
    /// Tell every problem of drafts, each with its place
    Check(check::Check),
    /// Tell which files that findings stand on have moved or were altered
    Verify(verify::Verify),
    /// Seal a draft with a passphrase, as `age -p` would
    Seal(seal::Seal),
    /// Take the seal off a draft
    Unseal(unseal::Unseal),
    /// List the drafts of a folder, with their grades and how far they are
    List(list::List),
    /// List what waits in journals after a crash, and bring it back
    Recover(recover::Recover),
    /// List the earlier versions of a draft; show one, compare it, or bring it back
    History(history::History),
    /// List the frameworks, or show one in full
    Frameworks(frameworks::Frameworks),
    /// Print an example draft, with comments that explain it
    Example(example::Example),
    /// Show the settings in force, and where each comes from
    Config(config::Config),
    /// List every command of the full screen, with its keys
    Keys(keys::Keys),
    /// Tell where settings, drafts, themes and frameworks are kept
    Paths,
    /// Print completions for a shell
    Completions(completions::Completions),
    /// Print the manual page
    Man,
}
