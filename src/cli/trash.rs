//! `assay trash`: the drafts in the trash, and how one is brought back.

use std::io::Write as _;

use clap::Args;

use super::marked::shown_path;
use super::{CliError, Session};
use crate::store::library::{TrashedDraft, in_trash, restore};
use crate::text::{same, visible_line};

/// `assay trash`
#[derive(Debug, Args)]
pub(super) struct TrashArgs {
    /// The draft to bring back, by its name in the list; without it, what is in the trash is listed. Of several of one
    /// name it is the one that was put there last
    name: Option<String>,
}

impl TrashArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let folder = session.drafts()?;
        let trashed = in_trash(&folder);
        let Some(wanted) = &self.name else {
            if trashed.is_empty() {
                return session.print("Nothing is in the trash.\n");
            }
            for draft in trashed.iter().rev() {
                let at = draft.at.strftime("%-d %b %Y %H:%M");
                let name = name_of(draft);
                writeln!(session.out, "{}  put there {at}", visible_line(&name))?;
            }
            let advice = "\n`assay trash NAME` brings one back.";
            writeln!(session.out, "{advice}")?;
            return Ok(());
        };
        let called = |draft: &&TrashedDraft| {
            let name = name_of(draft);
            let stem = name.split_once('.').map_or(name.as_str(), |(stem, _)| stem);
            same(&name, wanted) || same(stem, wanted)
        };
        let Some(draft) = trashed.iter().rfind(called) else {
            let why = "nothing of this name is in the trash; `assay trash` lists what is";
            return Err(CliError::file(wanted, why));
        };
        let back = restore(&draft.file, &draft.was).map_err(CliError::unusable)?;
        writeln!(session.out, "brought back: {}", shown_path(&back))?;
        Ok(())
    }
}

/// Returns the name that a draft in the trash had.
fn name_of(draft: &TrashedDraft) -> String {
    let name = draft.was.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
