//! `assay frameworks check`: every problem of a framework's file.

use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;

use crate::check::check_framework;
use crate::cli::{CliError, Session};
use crate::store::Frameworks;
use crate::store::format::framework;
use crate::text::visible_line;

/// `assay frameworks check`
#[derive(Debug, Args)]
pub(super) struct FrameworksCheckArgs {
    /// The framework's file; - reads standard input
    file: PathBuf,
}

impl FrameworksCheckArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let (name, text) = session.text(&self.file)?;
        let mut found = Vec::new();
        let errors = match framework::read_at_most(&name, &text, usize::MAX) {
            Err(refused) => {
                let errors = refused.problems.into_iter();
                found.extend(errors.map(|it| (it.line, it.column, "error", it.what, it.hint)));
                true
            }
            Ok(read) => {
                for slip in check_framework(&read) {
                    let part = slip.part;
                    let (line, column) = framework::place(&text, part.table, part.at, part.key);
                    found.push((line, column, "warning", slip.what, slip.remedy));
                }
                let taken = Frameworks::is_built_in(&read.id);
                if taken {
                    let (line, column) = framework::place(&text, "", 0, "id");
                    let what = format!("Assay comes with a framework \"{}\"", read.id);
                    found.push((
                        line,
                        column,
                        "error",
                        what,
                        "give this one another id".into(),
                    ));
                }
                taken
            }
        };
        found.sort_by_key(|problem| (problem.0, problem.1));
        for (line, column, severity, what, remedy) in &found {
            let text = format!("{name}:{line}:{column}: {severity}: {what}; {remedy}");
            writeln!(session.out, "{}", visible_line(&text))?;
        }
        match errors {
            true => Err(CliError::Found),
            false => Ok(()),
        }
    }
}
