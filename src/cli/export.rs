//! `assay export`: the tables of drafts as CSV.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValue;

use super::output::put_new;
use super::{CliError, Session, Unlocking};
use crate::exchange::{EXPORTS, Export, csv_text, rows};

/// `assay export`
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The table
    #[arg(value_parser = tables())]
    table: String,
    /// The drafts; of several, each row says which it is of
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Write it to a file that is not there yet, instead of standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    unlocking: Unlocking,
}

fn tables() -> clap::builder::PossibleValuesParser {
    let value = |export: &Export| PossibleValue::new(export.id).help(export.words);
    EXPORTS.iter().map(value).collect::<Vec<_>>().into()
}

impl ExportArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let Some(export) = EXPORTS.iter().find(|export| export.id == self.table) else {
            return Err(CliError::Unusable(format!(
                "there is no table \"{}\"",
                self.table
            )));
        };
        session.unlock_with(&self.unlocking);
        let frameworks = session.frameworks()?;
        let mut columns = export.columns();
        let several = self.files.len() > 1;
        if several {
            columns.splice(0..0, ["draft", "body", "year", "framework"]);
        }
        let mut all = Vec::new();
        for file in &self.files {
            let draft = session.draft(file, &frameworks)?;
            let whose = &draft.assessment;
            for row in rows(export, whose, &draft.framework) {
                let mut cells = Vec::new();
                if several {
                    cells.extend([
                        whose.head.id.clone(),
                        whose.subject.name.clone(),
                        whose.period.label.clone(),
                        whose.head.framework.clone(),
                    ]);
                }
                cells.extend(row);
                all.push(cells);
            }
        }
        let text = csv_text(&columns, &all);
        match &self.output {
            Some(path) => put_new(session, path, text.as_bytes()).map(drop),
            None => session.print(text),
        }
    }
}
