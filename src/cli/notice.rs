//! `assay notice`: what the press is told of an inspection of several bodies.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::inspection::InspectionDrafts;
use super::print::{put, wrapped};
use super::{CliError, Session, Unlocking};
use crate::render;
use crate::statement::notice;

/// `assay notice`
#[derive(Debug, Args)]
#[command(
    after_help = "A draft that cannot be read is left out of the notice and told as an error; the rest is printed."
)]
pub struct NoticeArgs {
    /// The inspection, a file that names its drafts; - reads standard input
    inspection: PathBuf,
    /// The form of the notice
    #[arg(long, value_enum, default_value_t = NoticeFormat::Text)]
    format: NoticeFormat,
    /// Wrap text to this many columns. Without it, text goes to a pipe a line a paragraph, and is wrapped to
    /// the width of a terminal
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    width: Option<u16>,
    /// Write to this file, which only you may read, and not to standard output
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[command(flatten)]
    unlocking: Unlocking,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum NoticeFormat {
    /// Plain text
    Text,
    /// Markdown
    #[value(alias = "md")]
    Markdown,
    /// One page of HTML, for a browser or for paper
    Html,
}

impl NoticeArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        if self.width.is_some() && self.format != NoticeFormat::Text {
            return Err(CliError::Unusable(
                "--width wraps text only; leave it out, or print with --format text".into(),
            ));
        }
        let output = self.output.as_deref();
        let output = output.filter(|path| *path != Path::new("-"));
        session.unlock_with(&self.unlocking);
        let (name, text) = session.text(&self.inspection)?;
        let theme = InspectionDrafts::read(session, &self.inspection, (&name, &text))?;
        let drafts = theme.inspected();
        let notice = notice(&theme.inspection, &drafts);
        let print = match self.format {
            NoticeFormat::Text => {
                let width = wrapped(session, self.width, output);
                render::notice_text(&notice, &drafts, width)
            }
            NoticeFormat::Markdown => render::notice_markdown(&notice, &drafts),
            NoticeFormat::Html => render::notice_html(&notice, &drafts),
        };
        let mut files = vec![self.inspection.clone()];
        files.extend(theme.files.iter().cloned());
        session.notes.extend(theme.kept_back());
        put(session, output, &files, &print)?;
        theme.whole()
    }
}
