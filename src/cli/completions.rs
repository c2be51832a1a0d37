//! `assay completions`: for a shell to source.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Arguments, CliError, Session};

/// `assay completions`
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl CompletionsArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        // The generator panics where it cannot write, so it writes to memory.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "assay", &mut script);
        session.out.write_all(&script)?;
        Ok(())
    }
}
