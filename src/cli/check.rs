//! `assay check`: every problem of drafts, each with its place.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Fault, Session, Unlocking};
use crate::assessment::List;
use crate::check::{self, Severity, Where};
use crate::render;
use crate::statement::weave;
use crate::store::Frameworks;
use crate::store::format::{self, Lines, Refused};
use crate::text::visible_line;

/// `assay check`
#[derive(Debug, Args)]
pub struct Check {
    /// The drafts; - reads standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The form of the list
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    unlocking: Unlocking,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// A line for each problem
    Text,
    /// A JSON list of problems
    Json,
}

/// A problem as it is told.
#[derive(Debug, Serialize)]
struct Told {
    file: String,
    line: usize,
    column: usize,
    severity: &'static str,
    /// The rule that found it; "format" where the file itself is refused.
    rule: &'static str,
    what: String,
    remedy: String,
}

impl Check {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), Fault> {
        session.unlock_with(&self.unlocking);
        let frameworks = session.frameworks()?;
        let mut told = Vec::new();
        let mut unusable = Vec::new();
        for file in &self.files {
            // One file that cannot be used keeps nobody from hearing about the others.
            match session.text(file) {
                Ok((name, text)) => match problems(&name, &text, &frameworks) {
                    Ok(problems) => told.extend(problems),
                    Err(refused) => unusable.push(refused.to_string()),
                },
                Err(Fault::Unusable(why)) => unusable.push(why),
                Err(fault) => return Err(fault),
            }
        }
        match self.format {
            Form::Text => {
                for problem in &told {
                    writeln!(session.out, "{}", line(problem))?;
                }
            }
            Form::Json => {
                let json = serde_json::to_string_pretty(&told).unwrap_or_default();
                writeln!(session.out, "{}", render::escape_hidden(&json))?;
            }
        }
        let errors = told
            .iter()
            .any(|problem| problem.severity == Severity::Error.word());
        match (unusable.is_empty(), errors) {
            (false, _) => Err(Fault::Unusable(unusable.join("\n"))),
            (true, true) => Err(Fault::Found),
            (true, false) => Ok(()),
        }
    }
}

fn line(problem: &Told) -> String {
    let Told {
        file,
        line,
        column,
        severity,
        what,
        remedy,
        ..
    } = problem;
    let text = format!("{file}:{line}:{column}: {severity}: {what}; {remedy}");
    visible_line(&text).into_owned()
}

/// What the draft's readers would stumble over, and slips in its keys.
fn problems(name: &str, text: &str, frameworks: &Frameworks) -> Result<Vec<Told>, Refused> {
    let draft = format::read(name, text, &|id| frameworks.get(id))?;
    let document = weave(&draft.assessment, &draft.framework);
    let found = check::check(&draft.assessment, &draft.framework, &document);
    let lines = Lines::of(text);
    let slip = |rule| {
        move |slip: format::Problem| Told {
            file: name.to_owned(),
            line: slip.line,
            column: slip.column,
            severity: Severity::Warning.word(),
            rule,
            what: slip.what,
            remedy: slip.hint,
        }
    };
    let slips = draft.warnings.into_iter().map(slip("format"));
    // The text knows the very line, and what stands in comments and in keys that nothing reads.
    let hidden = format::hidden(text).into_iter().map(slip(check::HIDDEN));
    let others = found
        .into_iter()
        .filter(|problem| problem.rule != check::HIDDEN);
    let problems = others.map(|problem| {
        let place = lines.as_ref().map(|lines| place(lines, &problem.place));
        let (line, column) = place.unwrap_or((1, 1));
        Told {
            file: name.to_owned(),
            line,
            column,
            severity: problem.severity.word(),
            rule: problem.rule,
            what: problem.what,
            remedy: problem.remedy,
        }
    });
    Ok(slips.chain(hidden).chain(problems).collect())
}

/// The line of what a problem is about.
fn place(lines: &Lines<'_>, place: &Where) -> (usize, usize) {
    match place {
        Where::Field(path) => lines.field(path),
        Where::Heading(id) => lines.heading(id),
        Where::Finding(id) => lines.item(List::Findings, "id", id),
        Where::Evidence(id) => lines.item(List::Evidence, "id", id),
        Where::Figure(id) => lines.item(List::Figures, "id", id),
        Where::Outlook(id) => lines.item(List::Outlook, "id", id),
        Where::Response(nth) => lines.nth(List::Responses, *nth),
        Where::Note(nth) => lines.nth(List::Notes, *nth),
        Where::Override(key) => lines.item(List::Overrides, "sentence", key),
        Where::Sentence(key) => sentence(lines, key),
    }
}

/// A sentence stands where the first stands that it says: its key is made of their ids.
fn sentence(lines: &Lines<'_>, key: &str) -> (usize, usize) {
    let first = key.split('+').next().unwrap_or(key);
    match first.strip_prefix("outlook.") {
        Some(id) => lines.item(List::Outlook, "id", id),
        None if first.contains('.') => lines.field(first),
        None => lines.item(List::Findings, "id", first),
    }
}
