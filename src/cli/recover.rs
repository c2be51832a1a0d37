//! `assay recover`: what waits in journals, without the screen.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::history::lock_draft;
use super::{CliError, Session};
use crate::store::recovery::{self, UnsavedJournal, WaitingWords};
use crate::store::{Places, write_whole};
use crate::text::visible_line;

/// `assay recover`
#[derive(Debug, Args)]
pub(super) struct RecoverArgs {
    /// What to bring back: its number in the list, or the draft; without it, what waits is listed
    what: Option<String>,
    /// Write the draft with all that its journal has to this new file (`-` is standard output), and leave
    /// draft and journal as they are
    #[arg(long, value_name = "PATH", requires = "what")]
    output: Option<PathBuf>,
    /// Also what was set aside: journals that others took the place of
    #[arg(long)]
    all: bool,
}

impl RecoverArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let places = session.places()?;
        let unsaved = recovery::unsaved_journals(&places.state, self.all);
        let Some(what) = &self.what else {
            let waiting = recovery::waiting_words(&places.state);
            if !unsaved.is_empty() || waiting.is_empty() {
                list(session, &unsaved)?;
            }
            return tell_of_boxes(session, &waiting);
        };
        let chosen = chosen(&unsaved, what)?;
        match &self.output {
            Some(output) => write(session, chosen, output),
            None => bring_back(session, &places, chosen),
        }
    }
}

fn list(session: &mut Session<'_>, unsaved: &[UnsavedJournal]) -> Result<(), CliError> {
    if unsaved.is_empty() {
        writeln!(session.out, "Nothing waits: every edit is in its draft.")?;
        return Ok(());
    }
    for (at, one) in unsaved.iter().enumerate() {
        let s = if one.steps == 1 { "" } else { "s" };
        let gone = if one.there {
            ""
        } else {
            "  (the draft is gone)"
        };
        writeln!(
            session.out,
            "{:>3}  {} edit{s}, {} to {}  {}{gone}",
            at + 1,
            one.steps,
            local(one.since),
            local(one.until),
            visible_line(&one.draft.display().to_string()),
        )?;
    }
    let advice = "\nOpening a draft brings its edits back; `assay recover N` does so without the screen, and `--output PATH` writes the whole to another file.";
    writeln!(session.out, "{advice}")?;
    Ok(())
}

/// Tells of the words that stand in boxes which nobody has answered.
fn tell_of_boxes(session: &mut Session<'_>, waiting: &[WaitingWords]) -> Result<(), CliError> {
    if waiting.is_empty() {
        return Ok(());
    }
    let lead = "Typed into a box and not answered with; the box offers it when it is opened again:";
    writeln!(session.out, "{lead}")?;
    for one in waiting {
        let file = one.file.as_ref().map(|file| file.display().to_string());
        let of = file.unwrap_or_else(|| "the library".to_owned());
        let (of, on, words) = (
            visible_line(&of),
            visible_line(&one.on),
            visible_line(&one.words),
        );
        writeln!(session.out, "  {of}, {on}: {words}")?;
    }
    Ok(())
}

/// Returns the journal of this number or draft.
fn chosen<'a>(unsaved: &'a [UnsavedJournal], what: &str) -> Result<&'a UnsavedJournal, CliError> {
    let number: Option<usize> = what.parse().ok();
    let numbered = number.and_then(|number| unsaved.get(number.checked_sub(1)?));
    let path = Path::new(what);
    let whole = path.canonicalize().or_else(|_| std::path::absolute(path));
    let whole = whole.unwrap_or_else(|_| path.to_owned());
    let named = || unsaved.iter().find(|one| one.draft == whole);
    numbered.or_else(named).ok_or_else(|| {
        let why = "nothing of it waits; `assay recover` lists what does";
        CliError::file(what, why)
    })
}

/// Writes the draft with all that its journal has to another file.
fn write(
    session: &mut Session<'_>,
    chosen: &UnsavedJournal,
    output: &Path,
) -> Result<(), CliError> {
    let text = text(session, &chosen.journal)?;
    if output == Path::new("-") {
        session.out.write_all(text.as_bytes())?;
        return Ok(());
    }
    if output.symlink_metadata().is_ok() {
        let why = "it is there already, and nothing is ever written over; name another file";
        return Err(CliError::Refused(format!("{}: {why}", output.display())));
    }
    let written = write_whole(output, text.as_bytes());
    written.map_err(|error| CliError::Unusable(error.to_string()))?;
    writeln!(
        session.out,
        "{}",
        visible_line(&output.display().to_string())
    )?;
    Ok(())
}

fn text(session: &Session<'_>, journal: &Path) -> Result<String, CliError> {
    recovery::text_of(journal, &session.frameworks()?).map_err(CliError::Unusable)
}

/// Brings the edits back into the draft: into its file, or where that is gone, into a new one in its place.
fn bring_back(
    session: &mut Session<'_>,
    places: &Places,
    chosen: &UnsavedJournal,
) -> Result<(), CliError> {
    let draft = &chosen.draft;
    if !chosen.there {
        let text = text(session, &chosen.journal)?;
        let written = write_whole(draft, text.as_bytes());
        written.map_err(|error| CliError::Unusable(error.to_string()))?;
    }
    let _lock = lock_draft(draft, places)?;
    let frameworks = session.frameworks()?;
    let steps = recovery::save(&places.state, draft, &frameworks).map_err(CliError::Unusable)?;
    let steps = if chosen.there { steps } else { chosen.steps };
    let s = if steps == 1 { "" } else { "s" };
    let draft = draft.display().to_string();
    writeln!(
        session.out,
        "{steps} edit{s} brought back into {}",
        visible_line(&draft)
    )?;
    Ok(())
}

fn local(moment: Timestamp) -> String {
    let local = moment.to_zoned(TimeZone::system());
    local.strftime("%-d %b %Y %H:%M").to_string()
}
