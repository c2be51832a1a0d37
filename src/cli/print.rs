//! `assay print`: the statement, or the whole report; of an inspection, the thematic report.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::inspection::InspectionDrafts;
use super::output::{is_standard, put_print};
use super::{CliError, Session, Unlocking};
use crate::assessment::{Inspection, Predecessor};
use crate::check::{Checker, Problem, Severity};
use crate::render::{self, Edition, Print, PrintFormat, PrintOptions, Printed};
use crate::statement::weave;
use crate::store::format::DraftOrInspection;
use crate::store::{PrintContent, predecessor};
use crate::text::{agreeing, counted, listed, same, visible_line};

/// `assay print`
#[derive(Debug, Args)]
pub(super) struct PrintArgs {
    /// The draft, or the inspection of several bodies; - reads standard input
    pub(super) file: PathBuf,
    /// The form of the print; where none is named, the one that --output ends with, or else plain text
    #[arg(long, value_parser = choice(Edition::Statement))]
    format: Option<PrintFormat>,
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
    /// Print the open review notes too, for those who work on the draft: in a document of Word as comments at their
    /// sentences, else at the end. No print has them unless this is asked for, since what reviewers say to each other is
    /// not for whoever reads what is published; those on what is sensitive are in none
    #[arg(long)]
    with_notes: bool,
    #[command(flatten)]
    to: PrintTarget,
}

/// The target of a print, and the way in which its sources are opened.
#[derive(Debug, Args)]
pub(super) struct PrintTarget {
    /// Write to this file, which only you may read, and not to standard output. An earlier print
    /// of the same sort is replaced; whatever else is there, or was changed since, is not
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace what is there all the same, unless it is a draft that is open
    #[arg(long, requires = "output")]
    force: bool,
    /// Put its number before each sentence, for those who check the facts: the same one in every format, as long as no
    /// sentence before it comes, goes or moves. JSON, and a print with sources, have the numbers anyway
    #[arg(long)]
    numbered: bool,
    /// List the texts of the draft that this print does not have in it, each with the reason, in place of the print
    #[arg(long)]
    left_out: bool,
    #[command(flatten)]
    pub(super) unlocking: Unlocking,
}

/// The list of what a print leaves out, among the editions that are told apart.
const LEFT_OUT: &str = "what is left out";

/// Lines longer than this are hard to follow with the eye, however wide the terminal is.
const WIDEST: usize = 100;

impl PrintArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let edition = match () {
            () if self.report => Edition::Report,
            () if self.sources => Edition::Sources,
            () if self.grades => Edition::Grades,
            () => Edition::Statement,
        };
        let format = self.to.format(session, self.format, self.width)?;
        refuse_width(format, self.width)?;
        refuse(format, edition)?;
        session.unlock_with(&self.to.unlocking);
        let frameworks = session.frameworks()?;
        let (name, _, content) = session.content(&self.file, &frameworks)?;
        let draft = match content {
            DraftOrInspection::Draft(draft) => draft,
            DraftOrInspection::Inspection(read) => {
                return self.theme(session, (&name, read.inspection), format);
            }
        };
        let (assessment, framework) = (&draft.assessment, &*draft.framework);
        let width = self.to.wrapped(session, self.width);
        let named = &assessment.head.predecessor;
        let before = match self.report || self.grades {
            true => predecessor(&self.file, named, &frameworks),
            false => Predecessor::None,
        };
        if let Predecessor::Unread(why) = &before {
            let note = format!("last year's draft cannot be read: {why}");
            session.notes.push(visible_line(&note).into_owned());
        }
        let document = weave(assessment, framework);
        // A print is had whatever is wrong with the settings.
        let levels = session.settings().map(|it| it.config.check.clone());
        let levels = levels.unwrap_or_default();
        let mut checker = Checker::new();
        checker.set_predecessor(&predecessor(&self.file, named, &frameworks));
        let problems = checker
            .report(assessment, framework, &document, &levels)
            .problems;
        for gap in problems.iter().filter(|it| it.leaves_gap()) {
            let gap = format!("{}; {}", gap.what, gap.remedy);
            session.notes.push(visible_line(&gap).into_owned());
        }
        let grave = |it: &&Problem| it.severity != Severity::Advice && !it.leaves_gap();
        let many = problems.iter().filter(grave).count();
        if many > 0 {
            let (warnings, stand) = (counted(many, "warning"), agreeing(many, "stands", "stand"));
            session.notes.push(format!(
                "{warnings} {stand} in the draft; `assay check` lists them"
            ));
        }
        let of = Printed::Draft {
            document: &document,
            assessment,
            framework,
            predecessor: &before,
        };
        let print = Print {
            edition,
            options: self.options(),
            of,
        };
        let text = self.to.print(session, &print, format, width);
        let made_of = std::slice::from_ref(&self.file);
        let name = self.options().name(format.edition(edition));
        self.to.put(session, made_of, (&text, &name, format))
    }

    /// Returns the additions that are asked for.
    fn options(&self) -> PrintOptions {
        PrintOptions {
            notes: self.with_notes,
            ..self.to.options()
        }
    }

    /// Prints the thematic report of an inspection.
    fn theme(
        &self,
        session: &mut Session<'_>,
        read: (&str, Inspection),
        format: PrintFormat,
    ) -> Result<(), CliError> {
        let theme = InspectionDrafts::read(session, &self.file, read)?;
        if self.with_notes {
            return Err(CliError::Unusable(
                "the prints of an inspection have no review notes; print one of its drafts, or leave --with-notes out"
                    .into(),
            ));
        }
        if self.sources || !format.can(Edition::Theme) {
            let without = PrintFormat::ALL.iter().copied();
            let without = without.filter(|format| !format.can(Edition::Theme));
            let without = without.map(|format| format!(" and none in {}", format.entry().title));
            return Err(CliError::Unusable(format!(
                "an inspection has no print with sources{}; print one of its drafts, or the inspection as {}",
                without.collect::<String>(),
                formats(Edition::Theme)
            )));
        }
        let width = self.to.wrapped(session, self.width);
        let text = theme.print(Edition::Theme, self.options(), |print| {
            self.to.print(session, print, format, width)
        });
        session.notes.extend(theme.gaps());
        let name = self.options().name(Edition::Theme);
        let print = (text.as_slice(), name.as_str(), format);
        self.to.put(session, &theme.files(&self.file), print)?;
        theme.whole()
    }
}

/// Returns the choice among the formats that can make an edition, for an option.
pub(super) fn choice(edition: Edition) -> impl TypedValueParser<Value = PrintFormat> {
    let values = PrintFormat::of(edition).map(|format| {
        let entry = format.entry();
        PossibleValue::new(entry.id)
            .aliases(entry.aliases)
            .help(entry.words)
    });
    PossibleValuesParser::new(values).map(|name| {
        let mut all = PrintFormat::ALL.iter().copied();
        all.find(|format| {
            let entry = format.entry();
            same(entry.id, &name) || entry.aliases.iter().any(|alias| same(alias, &name))
        })
        .unwrap_or_default()
    })
}

/// Returns the formats that can make an edition: "text, markdown or html".
fn formats(edition: Edition) -> String {
    let ids: Vec<&str> = PrintFormat::of(edition).map(|it| it.entry().id).collect();
    listed(&ids, "or")
}

/// Says which formats there are for what is asked of a draft, where this is none of them.
pub(super) fn refuse(format: PrintFormat, edition: Edition) -> Result<(), CliError> {
    if format.can(edition) {
        return Ok(());
    }
    let (title, others) = (format.entry().title, formats(edition));
    Err(CliError::Unusable(match edition {
        Edition::Report => {
            format!("--report has no {title}; print it as {others}, or leave --report out")
        }
        Edition::Notice => format!("the notice has no {title}; print it as {others}"),
        Edition::Sources => format!("--sources has no {title}; print it as {others}"),
        _ => format!("--grades is no part of the {title}; print it as {others}"),
    }))
}

/// Refuses a width for other formats than text, which alone is wrapped.
pub(super) fn refuse_width(format: PrintFormat, width: Option<u16>) -> Result<(), CliError> {
    match width {
        Some(_) if format != PrintFormat::Text => Err(CliError::Unusable(
            "--width wraps text only; leave it out, or print with --format text".into(),
        )),
        _ => Ok(()),
    }
}

impl PrintTarget {
    /// Returns the additions that are asked for.
    pub(super) fn options(&self) -> PrintOptions {
        PrintOptions {
            numbered: self.numbered,
            notes: false,
        }
    }

    /// Returns the form of a print: as asked, or else as the ending of the file says that it goes to; a width is one of text.
    ///
    /// # Errors
    /// This build has no such print. It is no text, and would go to a terminal, or in the place of a list of texts.
    pub(super) fn format(
        &self,
        session: &Session<'_>,
        asked: Option<PrintFormat>,
        width: Option<u16>,
    ) -> Result<PrintFormat, CliError> {
        let ending = self.output.as_deref().and_then(Path::extension);
        let ending = ending.map(|it| it.to_string_lossy());
        let mut all = PrintFormat::ALL.iter().copied();
        let named = all.find(|format| {
            let extension = format.entry().extension;
            ending.as_deref().is_some_and(|it| same(it, extension))
        });
        // A width makes it text, under any name that a text may have.
        let named = named.filter(|format| width.is_none() || !format.is_text());
        let format = asked.or(named).unwrap_or_default();
        if let Some(why) = format.unbuilt() {
            return Err(CliError::Unusable(why.to_owned()));
        }
        let title = format.entry().title;
        let terminal = session.width.is_some() && self.goes_to_standard();
        match format.is_text() {
            true => Ok(format),
            false if self.left_out && asked.is_none() => Err(CliError::Unusable(format!(
                "--left-out lists texts, and {title} is no text; name a file with another ending, or say --format"
            ))),
            false if terminal && !self.left_out => Err(CliError::Unusable(format!(
                "{title} is no text that a terminal shows; name a file with --output, or leave --format out"
            ))),
            false => Ok(format),
        }
    }

    /// Returns true where the print goes to standard output.
    fn goes_to_standard(&self) -> bool {
        self.output.as_deref().is_none_or(is_standard)
    }

    /// Returns the width of text: as asked, or as the terminal is that it goes to.
    pub(super) fn wrapped(&self, session: &Session<'_>, asked: Option<u16>) -> Option<usize> {
        let terminal = session.width.filter(|_| self.goes_to_standard());
        match asked {
            Some(width) => Some(usize::from(width)),
            None => terminal.map(|width| width.min(WIDEST)),
        }
    }

    /// Makes a print, or the list of what is left out of it. Of a print that lacks what nobody would expect it to lack,
    /// that is noted.
    pub(super) fn print(
        &self,
        session: &mut Session<'_>,
        print: &Print<'_>,
        format: PrintFormat,
        width: Option<usize>,
    ) -> Vec<u8> {
        if self.left_out {
            let left = render::left_out(print, format);
            let lines = left.iter().map(ToString::to_string);
            let lines: String = lines
                .map(|each| format!("{}\n", visible_line(&each)))
                .collect();
            return match lines.is_empty() {
                true => b"Every text is in the print.\n".to_vec(),
                false => lines.into_bytes(),
            };
        }
        let told = render::told(print, format);
        if told > 0 {
            // Who is told is told of all.
            let all = render::left_out(print, format).into_iter();
            let told = all.filter(|it| it.address != render::GRADES).count();
            let (texts, are) = (counted(told, "text"), agreeing(told, "is", "are"));
            session.notes.push(format!(
                "{texts} {are} not in this print; --left-out lists what is not, with the reasons"
            ));
        }
        let lacking = render::lacking(print, format);
        session
            .notes
            .extend(lacking.map(|it| visible_line(&it).into_owned()));
        render::print(print, format, width)
    }

    /// Writes a print, or the list of what is left out of it, to where it goes: neither takes the place of the other.
    pub(super) fn put(
        &self,
        session: &mut Session<'_>,
        made_of: &[PathBuf],
        (bytes, name, format): (&[u8], &str, PrintFormat),
    ) -> Result<(), CliError> {
        let edition = match self.left_out {
            true => LEFT_OUT,
            false => name,
        };
        let print = PrintContent { bytes, edition };
        let is_text = self.left_out || format.is_text();
        let output = self.output.as_deref();
        put_print(session, output, self.force, made_of, print, is_text)
    }
}
