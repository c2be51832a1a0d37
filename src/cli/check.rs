//! `assay check`: every problem of drafts, each with its place.

mod content;

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use content::{CheckedFile, JsonProblem, of_inspection, of_refused, problems};

use super::{CliError, Session, Unlocking};
use crate::check::{self, Levels, Rule, Severity};
use crate::render;
use crate::store::format::{self, Draft, DraftOrInspection};
use crate::text::{visible_line, width};

/// `assay check`
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The drafts and inspections; - reads standard input
    #[arg(required_unless_present = "rules")]
    pub(super) files: Vec<PathBuf>,
    /// The form of the list
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    format: CheckFormat,
    /// List the rules, each with its weight and what it looks for, and look at no draft
    #[arg(long, conflicts_with = "files")]
    rules: bool,
    /// Say of each problem why it matters
    #[arg(long)]
    explain: bool,
    /// List last, for each grade, what speaks for it and against, and what would leave it unsupported
    #[arg(long, conflicts_with = "format")]
    support: bool,
    /// List last what the drafts accept, with the reason
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    unlocking: Unlocking,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum CheckFormat {
    /// A line for each problem
    Text,
    /// A JSON list of problems
    Json,
    /// A table for a README; of rules only
    #[value(hide = true)]
    Markdown,
}

/// Prints what speaks for each grade of a draft and against it, and what would leave it unsupported.
fn support(session: &mut Session<'_>, draft: &Draft) -> Result<(), CliError> {
    let (draft, framework) = (&draft.assessment, &draft.framework);
    for heading in &framework.headings {
        let Some(support) = check::grade_support(draft, framework, &heading.id) else {
            continue;
        };
        let grade = framework.grade_words(support.grade);
        let balance = check::balance(draft, &heading.id);
        let line = format!("{}: {grade}: {balance}", heading.title);
        writeln!(session.out, "{}", visible_line(&line))?;
        if support.losses.is_empty() {
            writeln!(session.out, "    the rules speak against it as it is")?;
        }
        for loss in support.losses.iter().filter(|loss| !loss.lost.is_empty()) {
            let line = format!("rests on {} [{}]", loss.named(draft, framework), loss.rule);
            writeln!(session.out, "    {}", visible_line(&line))?;
        }
    }
    Ok(())
}

/// A rule as it is listed.
#[derive(Debug, Serialize)]
struct JsonRule {
    rule: &'static str,
    family: &'static str,
    severity: &'static str,
    seeks: &'static str,
    why: &'static str,
}

impl CheckArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        session.unlock_with(&self.unlocking);
        let levels = session.settings()?.config.check.clone();
        if self.rules {
            return self.list_rules(session, &levels);
        }
        let frameworks = session.frameworks()?;
        let mut found = Vec::new();
        let mut read = Vec::new();
        let mut unusable = Vec::new();
        for file in &self.files {
            // One file that cannot be used keeps nobody from hearing about the others.
            let (name, text, content) = match session.read_any(file, &frameworks) {
                Ok(read) => read,
                Err(CliError::Unusable(why)) => {
                    unusable.push(why);
                    continue;
                }
                Err(fault) => return Err(fault),
            };
            let from = CheckedFile {
                path: file,
                name: &name,
                text: &text,
            };
            match content {
                Ok(DraftOrInspection::Draft(mut draft)) => {
                    found.extend(problems(&from, &mut draft, &frameworks, &levels));
                    read.extend(self.support.then_some(draft));
                }
                Ok(DraftOrInspection::Inspection(read)) => {
                    found.extend(of_inspection(&from, *read, &frameworks, &levels));
                }
                Err(refused) => {
                    unusable.push(refused.to_string());
                    // A word that is not known hides nothing else that is wrong.
                    if let Some(partly) = format::read_partly(&text, &|id| frameworks.get(id)) {
                        found.extend(of_refused(&from, &partly, &frameworks, &levels));
                    }
                }
            }
        }
        found.retain(|problem| self.all || problem.accepted.is_none());
        found.sort_by_key(|problem| problem.accepted.is_some());
        match self.format {
            CheckFormat::Text | CheckFormat::Markdown => {
                for problem in &found {
                    writeln!(session.out, "{}", line(problem))?;
                    if self.explain && !problem.why.is_empty() {
                        writeln!(session.out, "    {}", problem.why)?;
                    }
                }
            }
            CheckFormat::Json => json(session, &found)?,
        }
        for draft in &read {
            support(session, draft)?;
        }
        let errors = found.iter().any(|problem| {
            problem.accepted.is_none() && problem.severity == Severity::Error.word()
        });
        CliError::of_all(&unusable, errors)
    }

    fn list_rules(&self, session: &mut Session<'_>, levels: &Levels) -> Result<(), CliError> {
        match self.format {
            CheckFormat::Json => json(session, &listed(levels))?,
            CheckFormat::Markdown => session.print(rules_markdown(levels))?,
            CheckFormat::Text => {
                let rules = listed(levels);
                let wide = rules.iter().map(|rule| width(rule.rule)).max().unwrap_or(0);
                for rule in rules {
                    let gap = " ".repeat(wide - width(rule.rule));
                    let JsonRule {
                        rule,
                        severity,
                        seeks,
                        why,
                        ..
                    } = rule;
                    writeln!(session.out, "{rule}{gap}  {severity:7}  {seeks}")?;
                    if self.explain {
                        writeln!(session.out, "{:wide$}           {why}", "")?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn json<T: Serialize>(session: &mut Session<'_>, list: &T) -> Result<(), CliError> {
    let json = serde_json::to_string_pretty(list).unwrap_or_default();
    writeln!(session.out, "{}", render::escape_hidden(&json))?;
    Ok(())
}

fn listed(levels: &Levels) -> Vec<JsonRule> {
    let one = |rule: &Rule| {
        let entry = rule.entry();
        JsonRule {
            rule: entry.id,
            family: entry.family.word(),
            severity: levels.of(*rule).word(),
            seeks: entry.seeks,
            why: entry.why,
        }
    };
    Rule::ALL.iter().map(one).collect()
}

/// Returns the table of rules for README, a table for each family.
pub fn rules_markdown(levels: &Levels) -> String {
    let mut text = String::new();
    let mut family = "";
    for rule in listed(levels) {
        if rule.family != family {
            let gap = if family.is_empty() { "" } else { "\n" };
            family = rule.family;
            text.push_str(&format!(
                "{gap}| {family} | | tells |\n| --- | --- | --- |\n"
            ));
        }
        text.push_str(&format!(
            "| `{}` | {} | {} |\n",
            rule.rule, rule.severity, rule.seeks
        ));
    }
    text
}

fn line(problem: &JsonProblem) -> String {
    let JsonProblem {
        file,
        line,
        column,
        severity,
        rule,
        what,
        remedy,
        ..
    } = problem;
    let text = match &problem.accepted {
        None => format!("{file}:{line}:{column}: {severity}: {what}; {remedy} [{rule}]"),
        Some(why) => format!("{file}:{line}:{column}: accepted: {what}; {why} [{rule}]"),
    };
    visible_line(&text).into_owned()
}
