//! `assay recover`: what waits in journals, without the screen.

mod boxes;
mod sealed;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use self::boxes::{is_told, tell_of_boxes, tell_of_outside};
use self::sealed::{is_sealed, tell_of_sealed};
use super::output::put_new;
use super::{CliError, Session, Unlocking};
use crate::store::recovery::{self, UnsavedJournal, WaitingWords, Whereabouts};
use crate::store::seal::Passphrase;
use crate::store::{Places, outside_texts};
use crate::text::{counted, visible_line};

/// `assay recover`
#[derive(Debug, Args)]
pub(super) struct RecoverArgs {
    /// What to bring back: its name in the list, or the draft; without it, what waits is listed
    what: Option<String>,
    /// Write the draft with all that its journal has to this new file (`-` is standard output), and leave
    /// draft and journal as they are
    #[arg(long, value_name = "PATH", requires = "what")]
    output: Option<PathBuf>,
    /// Also what was set aside: journals that others took the place of
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    unlocking: Unlocking,
}

impl RecoverArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let places = session.places()?;
        let near = self.near(session);
        if let Some(what) = self.what.as_deref().filter(|what| is_sealed(what)) {
            return self.sealed(session, &places, Path::new(what));
        }
        let named = self.what.as_deref();
        let locked = named.and_then(|it| recovery::locked_journal(&places.state, &near, it));
        if let Some((journal, draft)) = locked {
            return self.locked(session, &places, &journal, &draft);
        }
        let all = self.all || named.is_some();
        let all = recovery::unsaved_journals(&places.state, &near, all);
        // A name that was in any list is one here; what was set aside has no other.
        let is_named = |one: &UnsavedJournal| Some(one.name.as_str()) == named;
        let unsaved: Vec<UnsavedJournal> = all
            .into_iter()
            .filter(|one| self.all || !one.set_aside || is_named(one))
            .collect();
        let Some(what) = &self.what else {
            let waiting = recovery::waiting_words(&places.state, &near, self.all);
            let outside = outside_texts(&places.state);
            let locked = recovery::any_is_locked(&places.state, &near);
            let beside = recovery::kept_beside_others(&places.state, &near, &session.frameworks()?);
            if !unsaved.is_empty() {
                list(session, &unsaved)?;
            } else if outside.is_empty()
                && beside.is_empty()
                && !waiting.iter().any(|one| is_told(one, self.all))
            {
                writeln!(
                    session.out,
                    "{}",
                    match locked {
                        true => "Nothing waits that can be read without a passphrase.",
                        false => "Nothing waits.",
                    }
                )?;
                if !self.all && !waiting.is_empty() {
                    let words = "Earlier words, which nobody asked to be kept, are listed by `assay recover --all`.";
                    writeln!(session.out, "{words}")?;
                }
            }
            if locked {
                let words = "What waits of a sealed draft comes back where that is opened; `assay recover PATH` tells of it.";
                writeln!(session.out, "{words}")?;
            }
            tell_of_sealed(session, &recovery::gone_sealed(&places.state, &near))?;
            tell_of_kept_beside(session, &beside)?;
            tell_of_outside(session, &outside)?;
            return tell_of_boxes(session, &waiting, self.all);
        };
        let beside = session.note_kept_beside(Path::new(what));
        let chosen = match chosen(&unsaved, what) {
            Err(CliError::Unusable(why)) => {
                return self.without_edits(session, &places, &near, (beside, why));
            }
            chosen => chosen?,
        };
        match &self.output {
            Some(output) => {
                let text = text(session, &chosen.journal, None)?;
                write(session, text.as_bytes(), output).map(|_| ())
            }
            None => bring_back(session, &places, chosen, None),
        }
    }

    /// Tells of the words in boxes of a draft of which no edits wait; where there are none, why nothing is done.
    fn without_edits(
        &self,
        session: &mut Session<'_>,
        places: &Places,
        near: &[PathBuf],
        (beside, why): (bool, String),
    ) -> Result<(), CliError> {
        let what = Path::new(self.what.as_deref().unwrap_or_default());
        let whole = what.canonicalize().or_else(|_| std::path::absolute(what));
        let mut words = recovery::waiting_words(&places.state, near, self.all);
        words.retain(|one| whole.as_ref().is_ok_and(|whole| is_of(one, whole)));
        if words.iter().any(|one| is_told(one, self.all)) && self.output.is_none() {
            return tell_of_boxes(session, &words, self.all);
        }
        match beside {
            true => {
                let why = "nothing of it waits in its journal, but words of it stand beside it";
                Err(CliError::file(what.display(), why))
            }
            false => Err(CliError::Unusable(why)),
        }
    }

    /// Returns the folders in which drafts may have a journal beside them.
    fn near(&self, session: &mut Session<'_>) -> Vec<PathBuf> {
        // Broken settings keep nobody from their words.
        let drafts = session.drafts().ok();
        let named = self.what.as_deref().map(Path::new).and_then(Path::parent);
        let here = Some(PathBuf::from("."));
        let all = [here, drafts, named.map(Path::to_owned)];
        all.into_iter().flatten().collect()
    }
}

/// Returns true for words in a box of the draft that is in this place, which may be another than it was.
fn is_of(words: &WaitingWords, place: &Path) -> bool {
    let file = words.file.as_deref();
    let now = match &words.whereabouts {
        Whereabouts::Moved(now) | Whereabouts::MayBe(now) | Whereabouts::Trashed(now) => Some(now),
        Whereabouts::There | Whereabouts::Replaced | Whereabouts::Gone => None,
    };
    // The draft may have become a link to where it went.
    let linked = file.and_then(|file| file.canonicalize().ok());
    file == Some(place) || linked.as_deref() == Some(place) || now.is_some_and(|now| now == place)
}

/// Tells of files that were made beside others, which have not all of their words.
fn tell_of_kept_beside(
    session: &mut Session<'_>,
    beside: &[(PathBuf, PathBuf)],
) -> Result<(), CliError> {
    if beside.is_empty() {
        return Ok(());
    }
    let lead = "Kept beside a draft while that could not be written; opening the draft offers to bring it in:";
    writeln!(session.out, "{lead}")?;
    for (rescue, of) in beside {
        let (rescue, of) = (visible_path(rescue), visible_path(of));
        writeln!(session.out, "  {rescue}, of {of}")?;
    }
    Ok(())
}

fn list(session: &mut Session<'_>, unsaved: &[UnsavedJournal]) -> Result<(), CliError> {
    for one in unsaved {
        let gone = match &one.whereabouts {
            Whereabouts::There => String::new(),
            Whereabouts::Moved(_) => format!("  (it was {})", visible_path(&one.was)),
            Whereabouts::MayBe(now) => {
                let now = visible_path(now);
                format!("  (the draft is gone; {now} may be it, and asks when it is opened)")
            }
            Whereabouts::Trashed(now) => {
                format!("  (the draft is in the trash: {})", visible_path(now))
            }
            Whereabouts::Replaced => {
                "  (another draft stands there now: only --output writes this one)".to_owned()
            }
            Whereabouts::Gone => "  (the draft is gone)".to_owned(),
        };
        let aside = match one.set_aside {
            true => "  (set aside; only --output writes this one)",
            false => "",
        };
        writeln!(
            session.out,
            "{}  {}, {} to {}  {}{gone}{aside}",
            one.name,
            counted(one.steps, "edit"),
            local(one.since),
            local(one.until),
            visible_path(&one.draft),
        )?;
    }
    let advice = "\nOpening a draft brings its edits back; `assay recover NAME` does so without the screen, and `--output PATH` writes the whole to another file.";
    writeln!(session.out, "{advice}")?;
    Ok(())
}

fn visible_path(path: &Path) -> String {
    visible_line(&path.display().to_string()).into_owned()
}

/// Returns the journal of this name or draft.
fn chosen<'a>(unsaved: &'a [UnsavedJournal], what: &str) -> Result<&'a UnsavedJournal, CliError> {
    let path = Path::new(what);
    let path_name = path.as_os_str();
    let whole = path.canonicalize().or_else(|_| std::path::absolute(path));
    let whole = whole.unwrap_or_else(|_| path.to_owned());
    let may_be =
        |one: &UnsavedJournal| matches!(&one.whereabouts, Whereabouts::MayBe(now) if *now == whole);
    let meant = |one: &&UnsavedJournal| {
        one.name == what || one.draft == whole || one.was == whole || may_be(one)
    };
    // From any folder a draft is known by its name, as far as it is the only one of that name.
    let named = |one: &&UnsavedJournal| {
        let names = |path: &Path| {
            let names = [path.file_name(), path.file_stem()];
            names.contains(&Some(path_name))
        };
        names(&one.draft) || names(&one.was)
    };
    let exact = unsaved.iter().any(|one| meant(&one));
    let mut found = unsaved
        .iter()
        .filter(|one| if exact { meant(one) } else { named(one) });
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => {
            let why = "several wait; name one by the letters that `assay recover` lists it with";
            Err(CliError::Refused(format!("{what}: {why}")))
        }
        (None, _) if what.parse::<usize>().is_ok() => {
            let why = "a number would mean another one as soon as one is brought back";
            let hint = "name it by the letters that `assay recover` lists it with";
            Err(CliError::file(what, format!("{why}; {hint}")))
        }
        (None, _) => {
            let why = "nothing of it waits; `assay recover` lists what does";
            Err(CliError::file(what, why))
        }
    }
}

/// Writes the draft with all that its journal has to another file. Gives true where that is a file.
fn write(session: &mut Session<'_>, bytes: &[u8], output: &Path) -> Result<bool, CliError> {
    let is_file = put_new(session, output, bytes)?;
    if is_file {
        let name = output.display().to_string();
        writeln!(session.out, "{}", visible_line(&name))?;
    }
    Ok(is_file)
}

fn text(
    session: &Session<'_>,
    journal: &Path,
    passphrase: Option<&Passphrase>,
) -> Result<String, CliError> {
    let text = recovery::text_of(journal, &session.frameworks()?, passphrase);
    text.map_err(CliError::Unusable)
}

/// Brings the edits back into the draft: into its file, or where that is gone, into a new one in its place.
fn bring_back(
    session: &mut Session<'_>,
    places: &Places,
    chosen: &UnsavedJournal,
    passphrase: Option<&Arc<Passphrase>>,
) -> Result<(), CliError> {
    let draft = &chosen.draft;
    let frameworks = session.frameworks()?;
    let steps = recovery::save(&places.state, chosen, &frameworks, passphrase)?;
    let draft = draft.display().to_string();
    if steps == 0 {
        let name = &chosen.name;
        let why = match chosen.whereabouts {
            Whereabouts::Replaced => format!(
                "nothing was brought back: another draft stands there than the one that was edited; \
                 `assay recover {name} --output FILE` writes that one, with its edits, to a file of its own"
            ),
            _ => format!(
                "nothing was brought back, and nothing was changed: the file is further than these edits; \
                 `assay recover {name} --output FILE` writes the draft with them to a file of its own"
            ),
        };
        return Err(CliError::file(&draft, why));
    }
    writeln!(
        session.out,
        "{} brought back into {}",
        counted(steps, "edit"),
        visible_line(&draft)
    )?;
    Ok(())
}

fn local(moment: Timestamp) -> String {
    let local = moment.to_zoned(TimeZone::system());
    local.strftime("%-d %b %Y %H:%M").to_string()
}
