//! `assay new`: a draft is made, and nothing is ever overwritten.

use std::path::PathBuf;

use clap::Args;

use super::session::framework;
use super::{Fault, Session};
use crate::assessment::Assessment;
use crate::store::journal::NoNet;
use crate::store::{DraftFile, free_name, new_id, slug};
use crate::text::visible_line;

/// `assay new`
#[derive(Debug, Args)]
pub struct New {
    /// The file; without one, the draft goes into your folder of drafts, named after the body and the
    /// year
    file: Option<PathBuf>,
    /// The framework; the one of your settings where none is given
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    /// The body inspected; how it is spoken of and its noun are filled in where it is known
    #[arg(long, value_name = "NAME")]
    subject: String,
    /// Who signs; the name of your settings where none is given
    #[arg(long, value_name = "NAME")]
    inspector: Option<String>,
    /// The inspector's office; the one of your settings where none is given
    #[arg(long)]
    office: Option<String>,
    /// The year, as "2015" or "2021/22"; this one where none is given
    #[arg(long, value_name = "LABEL")]
    year: Option<String>,
}

impl New {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), Fault> {
        if self.subject.trim().is_empty() {
            let what = "the subject is empty; write --subject \"City of London Police\"";
            return Err(Fault::Unusable(what.into()));
        }
        let config = session.settings()?.config.clone();
        let frameworks = session.frameworks()?;
        let id = self.framework.as_deref().unwrap_or(&config.framework);
        let framework = framework(&frameworks, id)?;

        let mut draft = Assessment::about(&new_id(&self.subject), &framework, &self.subject);
        let given = |given: &Option<String>, settled: &str| {
            given.clone().unwrap_or_else(|| settled.to_owned())
        };
        draft.inspector.name = given(&self.inspector, &config.inspector.name);
        draft.inspector.office = given(&self.office, &config.inspector.office);
        let this_year = jiff::Zoned::now().year().to_string();
        draft.period.label = given(&self.year, &this_year);

        let path = match &self.file {
            Some(path) => path.clone(),
            None => {
                let stem = slug(&format!("{} {}", draft.subject.name, draft.period.label));
                free_name(&session.drafts()?, &stem)
            }
        };
        // A link that leads nowhere is somebody's too.
        if path.symlink_metadata().is_ok() {
            return Err(Fault::Refused(format!(
                "{}: it is there already, and nothing is ever written over; name another file, or open this one",
                visible_line(&path.display().to_string())
            )));
        }
        let mut file = DraftFile::new(&path, &draft, &framework);
        file.save(&draft, 0, &mut NoNet)
            .map_err(|error| Fault::Unusable(error.to_string()))?;
        let name = path.display().to_string();
        writeln!(session.out, "{}", visible_line(&name))?;
        Ok(())
    }
}
