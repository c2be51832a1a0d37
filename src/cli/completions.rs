//! `assay completions`: for a shell to source.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Arguments, Fault, Session};

/// `assay completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), Fault> {
        // The generator panics where it cannot write, so it writes to memory.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "assay", &mut script);
        session.out.write_all(&script)?;
        Ok(())
    }
}
