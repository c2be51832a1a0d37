//! `assay frameworks new`: a framework to begin with. Nothing is ever overwritten.

use std::path::PathBuf;

use clap::Args;

use crate::cli::marked::shown_path;
use crate::cli::output::put_new;
use crate::cli::{CliError, Session};
use crate::store::format::framework;
use crate::store::{Frameworks, make_folder};
use crate::text::visible_line;

/// A framework that passes every check, with a comment for each part.
const SKELETON: &str = include_str!("../../../assets/skeleton.toml");

/// The id that stands in the skeleton.
const ITS_ID: &str = "id = \"my-framework\"";

/// `assay frameworks new`
#[derive(Debug, Args)]
pub(super) struct FrameworksNewArgs {
    /// The framework's id: a–z, 0–9 and hyphens
    id: String,
    /// The file; without one, ID.toml in your folder of frameworks. - writes to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl FrameworksNewArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let id = self.id.as_str();
        if Frameworks::is_built_in(id) {
            return Err(CliError::Refused(format!(
                "Assay comes with a framework \"{id}\"; choose another id"
            )));
        }
        let text = SKELETON.replacen(ITS_ID, &format!("id = \"{id}\""), 1);
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(good) || framework::read(id, &text).is_err() {
            return Err(CliError::Unusable(format!(
                "\"{}\" cannot be an id; write one with a–z, 0–9 and -, as \"our-own\"",
                visible_line(id)
            )));
        }
        let path = match &self.output {
            Some(path) => path.clone(),
            None => {
                let folder = session.places()?.frameworks;
                make_folder(&folder).map_err(CliError::unusable)?;
                folder.join(format!("{id}.toml"))
            }
        };
        match put_new(session, &path, text.as_bytes())? {
            true => session.print(shown_path(&path) + "\n"),
            false => Ok(()),
        }
    }
}
