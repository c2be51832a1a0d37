//! `assay new`: a draft is made, and nothing is ever overwritten.

use std::path::{Path, PathBuf};

use clap::Args;

use super::marked::shown_path;
use super::session::framework;
use super::{CliError, Session};
use crate::assessment::{Assessment, Earlier, successor};
use crate::store::{
    DraftFile, Frameworks, earlier, free_name, make_folder, named_from, new_id, refuse_name, slug,
};
use crate::text::{has_hidden, visible_line};

/// `assay new`
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// The file; without one, the draft goes into your folder of drafts, named after the body and the
    /// year
    file: Option<PathBuf>,
    /// The framework; that of last year's draft, or of your settings, where none is given
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    /// The body inspected; how it is spoken of and its noun are filled in where it is known
    #[arg(long, value_name = "NAME", required_unless_present = "from", value_parser = one_line)]
    subject: Option<String>,
    /// Last year's draft: the body and the names of its figures come with it, and its grades stand beside the new
    /// draft's
    #[arg(long, value_name = "FILE", conflicts_with = "subject")]
    from: Option<PathBuf>,
    /// Who signs; the name of your settings where none is given
    #[arg(long, value_name = "NAME", value_parser = one_line)]
    inspector: Option<String>,
    /// The inspector's office; the one of your settings where none is given
    #[arg(long, value_parser = one_line)]
    office: Option<String>,
    /// The year, as "2015" or "2021/22"; this one where none is given
    #[arg(long, value_name = "LABEL", value_parser = one_line)]
    year: Option<String>,
}

/// Returns a name as it was typed.
///
/// # Errors
/// It could not have been typed in the line that it goes to.
fn one_line(typed: &str) -> Result<String, &'static str> {
    match typed.contains('\n') || has_hidden(typed) {
        true => Err("it holds a line break or a character that cannot be seen; leave that out"),
        false => Ok(typed.to_owned()),
    }
}

impl NewArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let config = session.settings()?.config.clone();
        let frameworks = session.frameworks()?;
        let before = match &self.from {
            Some(from) => Some(self.last_year(from, &frameworks)?),
            None => None,
        };
        let subject = match (&self.subject, &before) {
            (Some(subject), _) => subject.as_str(),
            (None, Some(before)) => before.assessment.subject.name.as_str(),
            (None, None) => "",
        };
        if subject.trim().is_empty() && before.is_none() {
            let what = "the subject is empty; write --subject \"City of London Police\"";
            return Err(CliError::Unusable(what.into()));
        }
        let usual = match &before {
            Some(before) => &before.framework.id,
            None => &config.framework,
        };
        let id = self.framework.as_deref().unwrap_or(usual);
        let framework = framework(&frameworks, id)?;
        let this_year = jiff::Zoned::now().year().to_string();
        let year = self.year.clone().unwrap_or(this_year);
        let id = new_id(subject);
        let mut draft = match &before {
            Some(before) => successor(before, &framework, &id, &year, ""),
            None => Assessment::about(&id, &framework, subject),
        };
        draft.period.label = year;
        let settle = |place: &mut String, given: &Option<String>, settled: &str| match given {
            Some(given) => place.clone_from(given),
            None if !settled.is_empty() => settled.clone_into(place),
            None => {}
        };
        settle(
            &mut draft.inspector.name,
            &self.inspector,
            &config.inspector.name,
        );
        settle(
            &mut draft.inspector.office,
            &self.office,
            &config.inspector.office,
        );

        let path = match &self.file {
            Some(path) => path.clone(),
            None => {
                let stem = slug(&format!("{} {}", draft.subject.name, draft.period.label));
                let folder = session.drafts()?;
                make_folder(&folder).map_err(CliError::unusable)?;
                free_name(&folder, &stem)
            }
        };
        if let Some(from) = &self.from {
            draft.head.predecessor = named_from(&path, from);
        }
        if let Some(why) = refuse_name(&path) {
            return Err(CliError::file(path.display(), why));
        }
        DraftFile::create(&path, &draft, &framework)?;
        session.print(shown_path(&path) + "\n")
    }

    fn last_year(&self, from: &Path, frameworks: &Frameworks) -> Result<Earlier, CliError> {
        let name = from.display().to_string();
        earlier(from, &name, frameworks)
            .map_err(|why| CliError::Unusable(visible_line(&why).into_owned()))
    }
}
