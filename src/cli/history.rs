//! `assay history`: earlier versions of a draft.

mod lines;

use std::fmt::{Display, Write as _};
use std::io;
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use self::lines::LineDiff;
use super::output::put_new;
use super::{CliError, Session, Unlocking};
use crate::store::seal::{is_sealed, unseal};
use crate::store::{
    Places, Version, VersionReason, Versions, format, read_bytes, refuse_sealed_name,
};
use crate::text::{agreeing, counted, visible};

/// `assay history`
#[derive(Debug, Args)]
pub(super) struct HistoryArgs {
    /// The draft; one that was deleted can be named too
    pub(super) file: PathBuf,
    /// Show what has changed between version N and the draft
    #[arg(long, value_name = "N", group = "what")]
    diff: Option<usize>,
    /// Print version N
    #[arg(long, value_name = "N", groups = ["what", "whole"])]
    show: Option<usize>,
    /// Put version N in the draft's place; what stands there becomes a version itself
    #[arg(long, value_name = "N", groups = ["what", "whole"])]
    restore: Option<usize>,
    /// Write the version to this new file, which only you may read, and leave the draft as it is
    #[arg(long, value_name = "PATH", requires = "whole")]
    output: Option<PathBuf>,
    #[command(flatten)]
    unlocking: Unlocking,
}

impl HistoryArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let places = session.places()?;
        let present = self.present()?;
        let versions = self.versions(&places, present.as_deref());
        let list = versions.list();
        if list.is_empty() && present.is_none() {
            let why = "it is not there, and no earlier version of it is kept";
            return Err(self.fault(format!("{why}; `assay list` shows drafts")));
        }
        if let Some(number) = self.diff {
            let version = self.numbered(&list, number)?;
            let versions = (&versions, version, number);
            let text = self.difference(session, versions, present.as_deref())?;
            session.print(text)
        } else if let Some(number) = self.show.or(self.restore) {
            let version = self.numbered(&list, number)?;
            match &self.output {
                Some(path) => {
                    if let Some(why) = refuse_sealed_name(path).filter(|_| version.sealed) {
                        return Err(CliError::file(path.display(), why));
                    }
                    let bytes = versions.read(version).map_err(CliError::unusable)?;
                    put_new(session, path, &bytes).map(drop)
                }
                None if self.restore.is_some() => self.restore(session, &versions, version, number),
                None => {
                    let text = self.text(session, &versions, version)?;
                    session.print(shown(&text))
                }
            }
        } else {
            session.note_unknown_zone();
            session.print(self.table(&versions, &list, present.as_deref()))
        }
    }

    /// Returns the bytes of the draft, or `None` where it was deleted.
    fn present(&self) -> Result<Option<Vec<u8>>, CliError> {
        match self.file.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            _ => read_bytes(&self.file).map(Some).map_err(CliError::unusable),
        }
    }

    /// Returns the draft's versions, by its identity; where that is not known or has none, by its place.
    fn versions(&self, places: &Places, present: Option<&[u8]>) -> Versions {
        let id = present
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .and_then(|text| format::read_opening("", text).ok())
            .map(|opening| opening.id);
        let own = Versions::of(&places.state, id.as_deref().unwrap_or_default(), &self.file);
        if !own.list().is_empty() {
            return own;
        }
        Versions::last_at(&places.state, &self.file).unwrap_or(own)
    }

    fn numbered<'a>(&self, list: &'a [Version], number: usize) -> Result<&'a Version, CliError> {
        let found = number.checked_sub(1).and_then(|at| list.get(at));
        found.ok_or_else(|| {
            let there = match list.len() {
                0 => "none is kept yet".to_owned(),
                1 => "there is version 1 only".to_owned(),
                many => format!("there are versions 1 to {many}, the newest first"),
            };
            self.fault(format!("there is no version {number}; {there}"))
        })
    }

    /// Returns the text of a version, out of its seal where it has one.
    fn text(
        &self,
        session: &mut Session<'_>,
        versions: &Versions,
        version: &Version,
    ) -> Result<String, CliError> {
        if !version.sealed {
            return versions.read_text(version).map_err(CliError::unusable);
        }
        let bytes = versions.read(version).map_err(CliError::unusable)?;
        self.unsealed(session, &bytes)
    }

    /// Returns the text of sealed bytes.
    fn unsealed(&self, session: &mut Session<'_>, bytes: &[u8]) -> Result<String, CliError> {
        let name = self.file.display().to_string();
        let passphrase = self.unlocking.passphrase(&name, &mut session.notes)?;
        let plain = unseal(bytes, &passphrase).map_err(|why| CliError::file(&name, why))?;
        Ok(format::decode(&name, plain)?)
    }

    fn difference(
        &self,
        session: &mut Session<'_>,
        (versions, version, number): (&Versions, &Version, usize),
        present: Option<&[u8]>,
    ) -> Result<String, CliError> {
        let old = self.text(session, versions, version)?;
        let Some(present) = present else {
            return Err(self.fault("it is not there; show the version instead"));
        };
        let new = match is_sealed(present) {
            true => self.unsealed(session, present)?,
            false => String::from_utf8_lossy(present).into_owned(),
        };
        let diff = LineDiff::of(&old, &new);
        let names = (
            format!("version {number}, {}", local(version.time)),
            self.file.display().to_string().replace('\n', " "),
        );
        Ok(visible(&diff.unified(&names.0, &names.1)).into_owned())
    }

    fn restore(
        &self,
        session: &mut Session<'_>,
        versions: &Versions,
        version: &Version,
        number: usize,
    ) -> Result<(), CliError> {
        let file = self.file.display().to_string();
        let present = self.present()?;
        let sealed = present.as_deref().is_some_and(is_sealed);
        let opened_by = sealed
            .then(|| self.unlocking.passphrase(&file, &mut session.notes))
            .transpose()?;
        let kept = versions.restore(version, Timestamp::now(), opened_by.as_ref())?;
        let after = match kept {
            Some(_) => "; what stood there is version 1 now",
            None => "",
        };
        let file = visible(&file);
        session.print(format!("Version {number} is back in {file}{after}.\n"))
    }

    fn table(&self, versions: &Versions, list: &[Version], present: Option<&[u8]>) -> String {
        if list.is_empty() {
            let file = self.file.display().to_string();
            return format!("No earlier version of {} is kept yet.\n", visible(&file));
        }
        let mut text = format!(
            "{:>3}  {:<16}  {:<21}  {:>10}  DIFFERENCE\n",
            "N", "TIME", "KEPT", "SIZE"
        );
        for (at, version) in list.iter().enumerate() {
            let _ = writeln!(
                text,
                "{:>3}  {:<16}  {:<21}  {:>10}  {}",
                at + 1,
                local(version.time),
                reason(version.why),
                size(version.size),
                differs(versions, version, present)
            );
        }
        text
    }

    fn fault(&self, why: impl Display) -> CliError {
        CliError::file(self.file.display(), why)
    }
}

/// Returns a text for the terminal. That its lines end as on Windows is no news.
fn shown(text: &str) -> String {
    visible(&text.replace("\r\n", "\n")).into_owned()
}

/// Returns a moment as the clock on the wall has it.
pub(super) fn local(time: Timestamp) -> String {
    let local = time.to_zoned(TimeZone::system());
    local.strftime("%Y-%m-%d %H:%M").to_string()
}

fn reason(why: VersionReason) -> &'static str {
    match why {
        VersionReason::Saved => "before a save",
        VersionReason::SetAside => "set aside",
        VersionReason::Restored => "before a restore",
        VersionReason::Merged => "from another program",
        VersionReason::Replaced => "before another program",
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KiB", bytes.div_ceil(1024)),
        _ => format!("{} MiB", bytes.div_ceil(1_048_576)),
    }
}

/// Returns how a version differs from the draft, in a word.
fn differs(versions: &Versions, version: &Version, present: Option<&[u8]>) -> String {
    let Some(present) = present else {
        return "the draft is gone".to_owned();
    };
    let Ok(old) = versions.read(version) else {
        return "cannot be read".to_owned();
    };
    if old == present {
        return "none".to_owned();
    }
    if version.sealed || is_sealed(present) {
        return "sealed".to_owned();
    }
    let (old, new) = (
        String::from_utf8_lossy(&old),
        String::from_utf8_lossy(present),
    );
    let lines = LineDiff::of(&old, &new).changed();
    format!(
        "{} {}",
        counted(lines, "line"),
        agreeing(lines, "differs", "differ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_few_digits() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(1023), "1023 B");
        assert_eq!(size(1025), "2 KiB");
        assert_eq!(size(3 << 20), "3 MiB");
    }
}
