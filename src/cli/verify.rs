//! `assay verify`: the check whether the files that findings stand on are where they were and say what they said.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{CliError, Session, Unlocking};
use crate::assessment::Assessment;
use crate::store::attachments::{self, Attachment};
use crate::store::format::DraftOrInspection;
use crate::text::visible;

/// `assay verify`
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// The drafts
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Keep the hash of each file that has none yet, so that a change is told from now on
    #[arg(long)]
    record: bool,
    #[command(flatten)]
    unlocking: Unlocking,
}

impl VerifyArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        session.unlock_with(&self.unlocking);
        let frameworks = session.frameworks()?;
        let mut wrong = false;
        let mut unusable = Vec::new();
        for file in &self.files {
            // One draft that cannot be used keeps nobody from hearing about the others.
            let draft = match session.content(file, &frameworks) {
                Ok((_, _, DraftOrInspection::Draft(draft))) => draft.assessment,
                // An inspection has no evidence of its own; its drafts are named beside it.
                Ok((_, _, DraftOrInspection::Inspection(_))) => continue,
                Err(CliError::Unusable(why)) => {
                    unusable.push(why);
                    continue;
                }
                Err(fault) => return Err(fault),
            };
            let folder = file.parent().unwrap_or(Path::new(""));
            let (lines, hashes) = verify_draft(&draft, folder, &mut wrong);
            let name = visible(&file.display().to_string()).into_owned();
            for line in lines {
                writeln!(session.out, "{name}: {}", visible(&line))?;
            }
            if hashes.is_empty() {
                continue;
            }
            if self.record {
                let many = hashes.len();
                let state = session.places()?.state;
                attachments::record(file, &hashes, &frameworks, &state)?;
                writeln!(session.out, "{name}: recorded {many}")?;
            } else {
                session.notes.push(format!(
                    "{}: {} without a hash; `assay verify --record` keeps it",
                    name,
                    hashes.len()
                ));
            }
        }
        CliError::of_all(&unusable, wrong)
    }
}

/// Returns messages about a draft's evidence, and the hashes that are not kept yet, by id.
fn verify_draft(
    draft: &Assessment,
    folder: &Path,
    wrong: &mut bool,
) -> (Vec<String>, Vec<(String, String)>) {
    let (mut lines, mut hashes) = (Vec::new(), Vec::new());
    for item in &draft.evidence {
        let (id, reference) = (&item.id, &item.reference);
        let leans = draft
            .findings
            .iter()
            .filter(|finding| finding.evidence.contains(id) || finding.against.contains(id));
        let leans: Vec<&str> = leans.map(|finding| finding.id.as_str()).collect();
        let leans = match leans.is_empty() {
            true => String::new(),
            false => format!("; {} stand on it", leans.join(", ")),
        };
        let (line, bad) = match attachments::inspect(item, folder) {
            Attachment::NoFile => continue,
            Attachment::Whole => (format!("{id}: {reference}: as it was"), false),
            Attachment::Unrecorded(hash) => {
                hashes.push((id.clone(), hash));
                (
                    format!("{id}: {reference}: there, with no hash kept"),
                    false,
                )
            }
            Attachment::Altered => (
                format!("{id}: {reference}: ALTERED since it was recorded{leans}"),
                true,
            ),
            Attachment::Gone => (format!("{id}: {reference}: GONE{leans}"), true),
            Attachment::Moved(to) => (
                format!("{id}: {reference}: MOVED to {}", to.display()),
                true,
            ),
            Attachment::Unreadable(why) => {
                (format!("{id}: {reference}: cannot be read: {why}"), true)
            }
        };
        *wrong |= bad;
        lines.push(line);
    }
    (lines, hashes)
}
