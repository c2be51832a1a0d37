//! `assay completions`: for a shell to source.

use clap::{Args, Command};
use clap_complete::Shell;

use super::{CliError, Session};

/// `assay completions`
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl CompletionsArgs {
    /// Prints the completions of a command line.
    pub(super) fn run(
        &self,
        mut command_line: Command,
        session: &mut Session<'_>,
    ) -> Result<(), CliError> {
        // The generator panics where it cannot write, so it writes to memory.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command_line, "assay", &mut script);
        session.print(script)
    }
}
