//! The arguments of the command line. The words here are what `--help` and the manual page say.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{
    check, completions, config, example, export, frameworks, history, import, keys, list, new,
    notice, print, read, recover, seal, trash, unseal, verify,
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
pub(super) struct Arguments {
    /// The draft or inspection to open; the library where none is given
    pub(super) file: Option<PathBuf>,
    /// Open it line by line instead of on the full screen: questions and answers, for screen readers, braille, plain
    /// terminals and scripts. A terminal that cannot draw is used so by itself
    #[arg(long)]
    pub(super) linear: bool,
    /// What to do instead
    #[command(subcommand)]
    pub(super) command: Option<CliCommand>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum CliCommand {
    /// Make a draft
    New(new::NewArgs),
    /// Make a draft of an old statement or report, sentence by sentence
    Read(read::ReadArgs),
    /// Print the statement of a draft, or the whole report; of an inspection, the thematic report
    Print(print::PrintArgs),
    /// Print the notice of an inspection of several bodies, for the press
    Notice(notice::NoticeArgs),
    /// Tell every problem of drafts, each with its place
    Check(check::CheckArgs),
    /// Tell which files that findings stand on have moved or were altered
    Verify(verify::VerifyArgs),
    /// Take evidence and figures out of tables and folders of others into a draft
    Import(import::ImportArgs),
    /// Print the figures, evidence or grades of drafts as CSV, for spreadsheets
    Export(export::ExportArgs),
    /// Seal a draft with a passphrase, as `age -p` would
    Seal(seal::SealArgs),
    /// Take the seal off a draft
    Unseal(unseal::UnsealArgs),
    /// List the drafts of a folder, with their grades and how far they are
    List(list::ListArgs),
    /// List what waits in journals after a crash, and bring it back
    Recover(recover::RecoverArgs),
    /// List the earlier versions of a draft; show one, compare it, or bring it back
    History(history::HistoryArgs),
    /// List the frameworks, or show one in full
    Frameworks(frameworks::FrameworksArgs),
    /// Print an example draft, with comments that explain it
    Example(example::ExampleArgs),
    /// Show the settings in force, and where each comes from
    Config(config::ConfigArgs),
    /// List the drafts in the trash, and bring one back
    Trash(trash::TrashArgs),
    /// List every command of the full screen, with its keys
    Keys(keys::KeysArgs),
    /// Tell where settings, drafts, themes and frameworks are kept
    Paths,
    /// Print the JSON Schema of what print, notice, check and list write as JSON
    Schema,
    /// Print completions for a shell
    Completions(completions::CompletionsArgs),
    /// Print the manual page
    Man,
}

impl Arguments {
    /// Returns the drafts and inspections that are named, to be read: each is looked for in the folder of drafts where it
    /// does not stand where it is named.
    pub(super) fn drafts_named(&mut self) -> Vec<&mut PathBuf> {
        let command = match &mut self.command {
            Some(command) => command,
            None => return self.file.iter_mut().collect(),
        };
        match command {
            CliCommand::Print(it) => vec![&mut it.file],
            CliCommand::Notice(it) => vec![&mut it.inspection],
            CliCommand::Check(it) => it.files.iter_mut().collect(),
            CliCommand::Verify(it) => it.files.iter_mut().collect(),
            CliCommand::Import(it) => vec![&mut it.draft],
            CliCommand::Export(it) => it.files.iter_mut().collect(),
            CliCommand::Seal(it) => vec![&mut it.file],
            CliCommand::Unseal(it) => vec![&mut it.file],
            CliCommand::History(it) => vec![&mut it.file],
            CliCommand::New(_)
            | CliCommand::Read(_)
            | CliCommand::List(_)
            | CliCommand::Recover(_)
            | CliCommand::Trash(_)
            | CliCommand::Frameworks(_)
            | CliCommand::Example(_)
            | CliCommand::Config(_)
            | CliCommand::Keys(_)
            | CliCommand::Paths
            | CliCommand::Schema
            | CliCommand::Completions(_)
            | CliCommand::Man => Vec::new(),
        }
    }
}
