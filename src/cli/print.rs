//! `assay print`: the statement, or the whole report; of an inspection, the thematic report.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::inspection::InspectionDrafts;
use super::{CliError, Session, Unlocking};
use crate::assessment::Predecessor;
use crate::render::{self, Edition};
use crate::statement::weave;
use crate::store::{format, predecessor, write_whole};
use crate::text::visible_line;

/// `assay print`
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// The draft, or the inspection of several bodies; - reads standard input
    file: PathBuf,
    /// The form of the print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
    /// Wrap text to this many columns. Without it, text goes to a pipe a line a paragraph, and is wrapped to
    /// the width of a terminal
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    width: Option<u16>,
    /// Number the sentences, list what each stands on, and which stand on least
    #[arg(long)]
    sources: bool,
    /// Print the whole report: judgments, the statement, every finding with its evidence, figures, responses
    #[arg(long, conflicts_with = "sources")]
    report: bool,
    /// Print the grades below the statement, each at its place on the scale, last year's beside it
    #[arg(long, conflicts_with_all = ["sources", "report"])]
    grades: bool,
    /// Write to this file, which only you may read, and not to standard output
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[command(flatten)]
    unlocking: Unlocking,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum FormatArg {
    /// Plain text
    Text,
    /// Markdown
    #[value(alias = "md")]
    Markdown,
    /// One page of HTML, for a browser or for paper
    Html,
    /// JSON, always with all sources
    Json,
}

/// Lines longer than this are hard to follow with the eye, however wide the terminal is.
const WIDEST: usize = 100;

impl PrintArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        if self.width.is_some() && self.format != FormatArg::Text {
            return Err(CliError::Unusable(
                "--width wraps text only; leave it out, or print with --format text".into(),
            ));
        }
        if self.grades && self.format == FormatArg::Json {
            return Err(CliError::Unusable(
                "--grades is no part of the JSON; print it as text, markdown or html".into(),
            ));
        }
        if self.report && self.format == FormatArg::Json {
            return Err(CliError::Unusable(
                "--report has no JSON; print it as text, markdown or html, or leave --report out"
                    .into(),
            ));
        }
        let output = self
            .output
            .as_deref()
            .filter(|path| *path != Path::new("-"));
        session.unlock_with(&self.unlocking);
        let frameworks = session.frameworks()?;
        let (name, text) = session.text(&self.file)?;
        if format::read_opening(&name, &text).is_ok_and(|opening| opening.is_inspection) {
            return self.theme(session, output, (&name, &text));
        }
        let draft = format::read(&name, &text, &|id| frameworks.get(id))?;
        let (assessment, framework) = (&draft.assessment, &*draft.framework);
        let document = weave(assessment, framework);
        let width = wrapped(session, self.width, output);
        let named = &assessment.head.predecessor;
        let before = match self.report || self.grades {
            true => predecessor(&self.file, named, &frameworks),
            false => Predecessor::None,
        };
        if let Predecessor::Unread(why) = &before {
            let note = format!("last year's draft cannot be read: {why}");
            session.notes.push(visible_line(&note).into_owned());
        }
        let (document, before) = (&document, &before);
        let edition = match () {
            () if self.report => Edition::Report,
            () if self.sources => Edition::Sources,
            () if self.grades => Edition::Grades,
            () => Edition::Statement,
        };
        let form = match self.format {
            FormatArg::Text => render::PrintFormat::Text,
            FormatArg::Markdown => render::PrintFormat::Markdown,
            FormatArg::Html => render::PrintFormat::Html,
            FormatArg::Json => render::PrintFormat::Json,
        };
        let print = (edition, form);
        let text = render::print(print, document, assessment, framework, before, width);
        put(session, output, std::slice::from_ref(&self.file), &text)
    }

    /// Prints the thematic report of an inspection.
    fn theme(
        &self,
        session: &mut Session<'_>,
        output: Option<&Path>,
        read: (&str, &str),
    ) -> Result<(), CliError> {
        let theme = InspectionDrafts::read(session, &self.file, read)?;
        let (inspection, drafts) = (&theme.inspection, theme.inspected());
        let text = match self.format {
            _ if self.sources => None,
            FormatArg::Text => {
                let width = wrapped(session, self.width, output);
                Some(render::theme_text(inspection, &drafts, width))
            }
            FormatArg::Markdown => Some(render::theme_markdown(inspection, &drafts)),
            FormatArg::Html => Some(render::theme_html(inspection, &drafts)),
            FormatArg::Json => None,
        };
        let Some(text) = text else {
            return Err(CliError::Unusable(
                "an inspection has no print with sources and none in JSON; print one of its drafts, or the inspection as text, markdown or html"
                    .into(),
            ));
        };
        let mut files = vec![self.file.clone()];
        files.extend(theme.files.iter().cloned());
        put(session, output, &files, &text)?;
        theme.whole()
    }
}

/// How wide text is: as asked, or as the terminal is that it goes to.
pub(super) fn wrapped(
    session: &Session<'_>,
    asked: Option<u16>,
    output: Option<&Path>,
) -> Option<usize> {
    let terminal = session.width.filter(|_| output.is_none());
    match asked {
        Some(width) => Some(usize::from(width)),
        None => terminal.map(|width| width.min(WIDEST)),
    }
}

/// Writes a print to where it goes, but never over a file that it is made of: `--output` with the wrong name would
/// lose it.
pub(super) fn put(
    session: &mut Session<'_>,
    output: Option<&Path>,
    sources: &[PathBuf],
    text: &str,
) -> Result<(), CliError> {
    let Some(path) = output else {
        session.out.write_all(text.as_bytes())?;
        session.out.flush()?;
        return Ok(());
    };
    let same = |path: &Path| path.canonicalize().ok();
    if let Some(target) = same(path)
        && sources
            .iter()
            .any(|source| same(source).as_ref() == Some(&target))
    {
        return Err(CliError::Refused(format!(
            "{}: this is the draft itself; name another file",
            visible_line(&path.display().to_string())
        )));
    }
    write_whole(path, text.as_bytes()).map_err(|error| CliError::Unusable(error.to_string()))
}
