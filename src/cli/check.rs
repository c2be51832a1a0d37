//! `assay check`: every problem of drafts, each with its place.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{CliError, Session, Unlocking};
use crate::check::{self, Checker, Levels, Problem, Rule, Severity, spelling};
use crate::render;
use crate::statement::weave;
use crate::store::format::{self, Draft, Lines};
use crate::store::{Frameworks, predecessor};
use crate::text::{visible_line, width};

/// `assay check`
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The drafts; - reads standard input
    #[arg(required_unless_present = "rules")]
    files: Vec<PathBuf>,
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
        let grade = framework
            .scale_point(support.grade)
            .map_or(support.grade.word(), |point| &point.words);
        let balance = check::balance(draft, &heading.id);
        let line = format!("{}: {grade}: {balance}", heading.title);
        writeln!(session.out, "{}", visible_line(&line))?;
        if support.losses.is_empty() {
            writeln!(session.out, "    the rules speak against it as it is")?;
        }
        for loss in support.losses.iter().filter(|loss| !loss.lost.is_empty()) {
            let line = format!("rests on {loss} [{}]", loss.rule);
            writeln!(session.out, "    {}", visible_line(&line))?;
        }
    }
    Ok(())
}

/// A problem as it is reported.
#[derive(Debug, Serialize)]
struct JsonProblem {
    file: String,
    line: usize,
    column: usize,
    severity: &'static str,
    /// The rule that found it; "format" for a slip in the file's keys.
    rule: &'static str,
    what: String,
    remedy: String,
    /// The purpose of the rule; empty for slips in keys.
    why: &'static str,
    /// The address that it is on, as an acceptance names it; empty where it cannot be accepted.
    on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix>,
    /// The reason for which it is let stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<String>,
}

/// The change that puts it right.
#[derive(Debug, Serialize)]
struct JsonFix {
    /// The text, by its address: `findings/3/text`.
    text: String,
    /// The place in it, in bytes.
    at: usize,
    removed: String,
    inserted: String,
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
            match session.text(file) {
                Ok((name, text)) => match format::read(&name, &text, &|id| frameworks.get(id)) {
                    Ok(mut draft) => {
                        let from = (file.as_path(), name.as_str(), text.as_str());
                        found.extend(problems(from, &mut draft, &frameworks, &levels));
                        read.extend(self.support.then_some(draft));
                    }
                    Err(refused) => unusable.push(refused.to_string()),
                },
                Err(CliError::Unusable(why)) => unusable.push(why),
                Err(fault) => return Err(fault),
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
            CheckFormat::Markdown => session.out.write_all(rules_markdown(levels).as_bytes())?,
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

/// Returns the problems of a draft, and slips in its keys.
fn problems(
    (file, name, text): (&Path, &str, &str),
    draft: &mut Draft,
    frameworks: &Frameworks,
    levels: &Levels,
) -> Vec<JsonProblem> {
    let slips = std::mem::take(&mut draft.warnings);
    let (assessment, framework) = (&draft.assessment, &*draft.framework);
    let document = weave(assessment, framework);
    let mut checker = Checker::new();
    checker.set_predecessor(&predecessor(file, &assessment.head.predecessor, frameworks));
    let mut found = checker.report(assessment, framework, &document, levels);
    if let Some(dictionary) = spelling::Dictionary::british() {
        let spelt = spelling::check(dictionary, assessment, framework);
        found = spelling::with(found, spelt, assessment, levels);
    }
    let lines = Lines::of(text);
    let slip = |rule| {
        move |slip: format::FileProblem| JsonProblem {
            file: name.to_owned(),
            line: slip.line,
            column: slip.column,
            severity: Severity::Warning.word(),
            rule,
            what: slip.what,
            remedy: slip.hint,
            why: "",
            on: String::new(),
            fix: None,
            accepted: None,
        }
    };
    let slips = slips.into_iter().map(slip("format"));
    // The text knows the very line, and what stands in comments and in keys that nothing reads.
    let hidden = format::hidden(text)
        .into_iter()
        .map(slip(check::HIDDEN.id()));
    let others = found
        .problems
        .into_iter()
        .filter(|problem| problem.rule != check::HIDDEN);
    let one = |problem: Problem, accepted: Option<String>| {
        let place = lines.as_ref().map(|lines| lines.place(&problem.place));
        let (line, column) = place.unwrap_or((1, 1));
        JsonProblem {
            file: name.to_owned(),
            line,
            column,
            severity: problem.severity.word(),
            rule: problem.rule.id(),
            what: problem.what,
            remedy: problem.remedy,
            why: problem.rule.entry().why,
            on: problem.place.to_string(),
            fix: problem.fix.map(|fix| JsonFix {
                text: fix.place.address(),
                at: fix.splice.at,
                removed: fix.splice.removed,
                inserted: fix.splice.inserted,
            }),
            accepted,
        }
    };
    let accepted = found.accepted.into_iter();
    let accepted: Vec<JsonProblem> = accepted
        .map(|accepted| one(accepted.problem, Some(accepted.why)))
        .collect();
    let problems = others.map(|problem| one(problem, None));
    slips
        .chain(hidden)
        .chain(problems)
        .chain(accepted)
        .collect()
}
