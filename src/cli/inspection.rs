//! An inspection of several bodies, read with all its drafts: what `assay notice` and `assay print` share.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{CliError, Session};
use crate::assessment::{Assessment, Framework, Inspection};
use crate::check::{Problem, gaps_of_inspection};
use crate::render::{Edition, Print, PrintOptions, Printed};
use crate::statement::{Inspected, NoticeDraft};
use crate::store::draft_path;
use crate::text::{agreeing, counted, visible_line};

/// An inspection with the drafts that could be read.
pub(super) struct InspectionDrafts {
    inspection: Inspection,
    drafts: Vec<(Assessment, Arc<Framework>, NoticeDraft)>,
    /// The files of all its drafts, those too that could not be read.
    files: Vec<PathBuf>,
    /// The errors that kept drafts from being read, a line or more each.
    unread: Vec<String>,
}

impl InspectionDrafts {
    /// Reads the drafts of an inspection. One that cannot be read stops no other.
    ///
    /// # Errors
    /// The frameworks cannot be read.
    pub(super) fn read(
        session: &mut Session<'_>,
        file: &Path,
        (name, inspection): (&str, Inspection),
    ) -> Result<Self, CliError> {
        let frameworks = session.frameworks()?;
        let mut theme = Self {
            drafts: Vec::new(),
            files: Vec::new(),
            unread: Vec::new(),
            inspection,
        };
        for named in &theme.inspection.drafts {
            // What is read names no draft that leads elsewhere.
            let Some(path) = draft_path(file, named) else {
                continue;
            };
            match session.draft(&path, &frameworks) {
                Ok(draft) => {
                    let summary = NoticeDraft::of(&draft.assessment, &draft.framework);
                    theme
                        .drafts
                        .push((draft.assessment, draft.framework, summary));
                }
                Err(CliError::Unusable(why) | CliError::Refused(why)) => theme.unread.push(why),
                Err(other) => return Err(other),
            }
            theme.files.push(path);
        }
        if theme.inspection.drafts.is_empty() {
            let what =
                "it names no drafts yet; write them into its list, or add them on the screen";
            session
                .notes
                .push(format!("{}: {what}", visible_line(name)));
        }
        Ok(theme)
    }

    /// Returns what is made of a print of it.
    pub(super) fn print(
        &self,
        edition: Edition,
        options: PrintOptions,
        made: impl FnOnce(&Print<'_>) -> Vec<u8>,
    ) -> Vec<u8> {
        let drafts = self.inspected();
        let of = Printed::Inspection {
            inspection: &self.inspection,
            drafts: &drafts,
        };
        made(&Print {
            edition,
            options,
            of,
        })
    }

    /// Returns the gaps of what is printed of it, for whoever prints it.
    pub(super) fn gaps(&self) -> Vec<String> {
        let gaps = gaps_of_inspection(&self.inspection, &self.inspected());
        let line = |(body, gap): (String, Problem)| match body.is_empty() {
            true => visible_line(&format!("{}; {}", gap.what, gap.remedy)).into_owned(),
            false => visible_line(&format!("{body}: {}; {}", gap.what, gap.remedy)).into_owned(),
        };
        gaps.into_iter().map(line).collect()
    }

    fn inspected(&self) -> Vec<Inspected<'_>> {
        let drafts = self.drafts.iter();
        drafts
            .map(|(assessment, framework, summary)| Inspected {
                assessment,
                framework,
                part: summary,
            })
            .collect()
    }

    /// Returns the files that it is made of, its own first.
    pub(super) fn files(&self, own: &Path) -> Vec<PathBuf> {
        let own = std::iter::once(own.to_owned());
        own.chain(self.files.iter().cloned()).collect()
    }

    /// Returns what a notice keeps back, for whoever prints it.
    pub(super) fn kept_back(&self) -> Vec<String> {
        let summaries = self.drafts.iter().map(|(_, _, summary)| summary);
        summaries
            .filter(|summary| summary.kept_back > 0)
            .map(|summary| {
                let (name, many) = (visible_line(&summary.name), summary.kept_back);
                let (needs, are) = (counted(many, "need"), agreeing(many, "is", "are"));
                format!("{name}: {needs} {are} kept out of its statement, and of the notice")
            })
            .collect()
    }

    /// Returns the end of the command once everything is printed: fine, or which drafts are missing from it.
    pub(super) fn whole(self) -> Result<(), CliError> {
        CliError::of_all(&self.unread, false)
    }
}
