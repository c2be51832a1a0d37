//! `assay notice`: the notice of an inspection of several bodies, for the press.

use std::path::PathBuf;

use clap::Args;

use super::inspection::InspectionDrafts;
use super::print::{PrintTarget, choice, refuse, refuse_width};
use super::{CliError, Session};
use crate::render::{Edition, PrintFormat};
use crate::store::format::read_inspection;

/// `assay notice`
#[derive(Debug, Args)]
#[command(
    after_help = "A draft that cannot be read is left out of the notice and told as an error; the rest is printed."
)]
pub(super) struct NoticeArgs {
    /// The inspection, a file that names its drafts; - reads standard input
    pub(super) inspection: PathBuf,
    /// The form of the notice; where none is named, the one that --output ends with, or else plain text
    #[arg(long, value_parser = choice(Edition::Notice))]
    format: Option<PrintFormat>,
    /// Wrap text to this many columns. Without it, text goes to a pipe a line a paragraph, and is wrapped to
    /// the width of a terminal
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    width: Option<u16>,
    #[command(flatten)]
    to: PrintTarget,
}

impl NoticeArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let format = self.to.format(session, self.format, self.width)?;
        refuse_width(format, self.width)?;
        refuse(format, Edition::Notice)?;
        session.unlock_with(&self.to.unlocking);
        let (name, text) = session.text(&self.inspection)?;
        let inspection = read_inspection(&name, &text)?.inspection;
        let theme = InspectionDrafts::read(session, &self.inspection, (&name, inspection))?;
        let width = self.to.wrapped(session, self.width);
        let options = self.to.options();
        let print = theme.print(Edition::Notice, options, |print| {
            self.to.print(session, print, format, width)
        });
        session.notes.extend(theme.gaps());
        session.notes.extend(theme.kept_back());
        self.to.put(
            session,
            &theme.files(&self.inspection),
            (&print, &options.name(Edition::Notice), format),
        )?;
        theme.whole()
    }
}
