//! What is told of one file: a draft, a draft that is refused, an inspection.

use std::collections::HashSet;
use std::path::Path;

use serde::Serialize;

use crate::assessment::{Assessment, Framework};
use crate::check::{self, CheckReport, Checker, Levels, Problem, Severity, spelling};
use crate::parallel;
use crate::statement::weave;
use crate::store::format::{self, Draft, FileProblem, Lines, PartlyRead, ReadInspection};
use crate::store::{Frameworks, UnreadDraft, draft_path, predecessor, read_draft};

/// A problem as it is reported.
#[derive(Debug, Serialize)]
pub(super) struct JsonProblem {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) severity: &'static str,
    /// The rule that found it; "format" for a slip in the file's keys.
    pub(super) rule: &'static str,
    pub(super) what: String,
    pub(super) remedy: String,
    /// The purpose of the rule; empty for slips in keys.
    pub(super) why: &'static str,
    /// The address that it is on, as an acceptance names it; empty where it cannot be accepted.
    pub(super) on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fix: Option<JsonFix>,
    /// The reason for which it is let stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accepted: Option<String>,
}

/// The change that puts it right.
#[derive(Debug, Serialize)]
pub(super) struct JsonFix {
    /// The text, by its address: `findings/3/text`.
    pub(super) text: String,
    /// The place in it, in bytes.
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
}

/// A file that is checked.
pub(super) struct CheckedFile<'f> {
    pub(super) path: &'f Path,
    /// The name that messages call it.
    pub(super) name: &'f str,
    pub(super) text: &'f str,
}

impl CheckedFile<'_> {
    /// Returns what a file says that no rule of the content looks at: slips in its keys, and characters that cannot be
    /// seen. The text knows their very lines, and what stands in comments and in keys that nothing reads.
    fn slips(&self, slips: Vec<FileProblem>) -> Vec<JsonProblem> {
        let slip = |rule: &'static str| {
            move |slip: FileProblem| JsonProblem {
                file: self.name.to_owned(),
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
        let hidden = format::hidden(self.text).into_iter();
        slips.chain(hidden.map(slip(check::HIDDEN.id()))).collect()
    }

    /// Returns the problems of a report that are wanted, and after them what is accepted.
    fn reported(
        &self,
        lines: Option<&Lines<'_>>,
        found: CheckReport,
        wanted: &dyn Fn(&Problem) -> bool,
    ) -> Vec<JsonProblem> {
        let place = |problem: &Problem| {
            let place = lines.map(|lines| lines.place(&problem.place));
            place.unwrap_or((1, 1))
        };
        let problems = found.problems.into_iter();
        // What is hidden is told with its very line.
        let problems = problems.filter(|it| it.rule != check::HIDDEN && wanted(it));
        let problems = problems.map(|problem| {
            let place = place(&problem);
            self.one(problem, place, None)
        });
        let accepted = found.accepted.into_iter().map(|accepted| {
            let place = place(&accepted.problem);
            self.one(accepted.problem, place, Some(accepted.why))
        });
        problems.chain(accepted).collect()
    }

    /// Returns a problem as it is reported, at its line and column.
    fn one(
        &self,
        problem: Problem,
        (line, column): (usize, usize),
        accepted: Option<String>,
    ) -> JsonProblem {
        JsonProblem {
            file: self.name.to_owned(),
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
    }
}

/// Returns the problems of a draft, and slips in its keys.
pub(super) fn problems(
    file: &CheckedFile<'_>,
    draft: &mut Draft,
    frameworks: &Frameworks,
    levels: &Levels,
) -> Vec<JsonProblem> {
    let mut told = file.slips(std::mem::take(&mut draft.warnings));
    let (assessment, framework) = (&draft.assessment, &*draft.framework);
    let beside = || {
        let lines = Lines::of(file.text);
        (lines, spelt((assessment, framework), levels))
    };
    // The dictionary takes as long to read as the rules take for a draft.
    let ((lines, spelt), found) = parallel::both(beside, || {
        report(file, (assessment, framework), frameworks, levels)
    });
    let found = spelling::with(found, spelt, assessment, levels);
    told.extend(file.reported(lines.as_ref(), found, &|_| true));
    told
}

/// Returns the problems of a draft that was refused, as far as they stand whatever was meant by what is wrong: those
/// that every reading of it has, of items that were read whole.
pub(super) fn of_refused(
    file: &CheckedFile<'_>,
    partly: &PartlyRead,
    frameworks: &Frameworks,
    levels: &Levels,
) -> Vec<JsonProblem> {
    let framework = &*partly.framework;
    let key = |problem: &Problem| (problem.rule, problem.place.clone(), problem.what.clone());
    let mut readings = partly.readings.iter();
    let Some(first) = readings.next() else {
        return Vec::new();
    };
    let mut found = report(file, (first, framework), frameworks, levels);
    for reading in readings {
        let other = report(file, (reading, framework), frameworks, levels);
        let others: HashSet<_> = other.problems.iter().map(key).collect();
        found.problems.retain(|it| others.contains(&key(it)));
    }
    let spelt = spelt((first, framework), levels);
    let found = spelling::with(found, spelt, first, levels);
    let lines = Lines::of(file.text);
    let item = |at: usize| lines.as_ref().map(|lines| lines.item_at(at));
    let unread: HashSet<_> = partly.unread.iter().map(|at| item(*at)).collect();
    let whole = |problem: &Problem| {
        let at = lines.as_ref().map_or(0, |lines| lines.byte(&problem.place));
        !unread.contains(&item(at))
    };
    let mut told = file.slips(Vec::new());
    told.extend(file.reported(lines.as_ref(), found, &whole));
    told
}

/// Returns what the rules find in a draft, without spelling.
fn report(
    file: &CheckedFile<'_>,
    (assessment, framework): (&Assessment, &Framework),
    frameworks: &Frameworks,
    levels: &Levels,
) -> CheckReport {
    let document = weave(assessment, framework);
    let mut checker = Checker::new();
    let named = &assessment.head.predecessor;
    checker.set_predecessor(&predecessor(file.path, named, frameworks));
    checker.report(assessment, framework, &document, levels)
}

/// Returns the words that are not in the dictionary; none where there is no dictionary.
fn spelt((assessment, framework): (&Assessment, &Framework), levels: &Levels) -> Vec<Problem> {
    spelling::Dictionary::british().map_or_else(Vec::new, |dictionary| {
        spelling::check(dictionary, assessment, framework, levels)
    })
}

/// Returns the problems of an inspection: slips in its keys, its own words, and drafts that it names in vain.
pub(super) fn of_inspection(
    file: &CheckedFile<'_>,
    read: ReadInspection,
    frameworks: &Frameworks,
    levels: &Levels,
) -> Vec<JsonProblem> {
    let mut told = file.slips(read.warnings);
    let mut found = check::check_inspection(&read.inspection);
    for named in &read.inspection.drafts {
        let Some(path) = draft_path(file.path, named) else {
            continue;
        };
        // What is sealed is whole; only nobody can look inside from here.
        match read_draft(&path, frameworks) {
            Err(UnreadDraft::Missing) => {
                found.push(check::draft_unread(named, "there is no such file"));
            }
            Err(UnreadDraft::Broken(why)) => {
                let first = why.lines().next().unwrap_or_default();
                found.push(check::draft_unread(named, first));
            }
            Ok(_) | Err(UnreadDraft::Sealed) => {}
        }
    }
    levels.apply(&mut found);
    found.sort_by_key(|problem| problem.severity);
    let found = CheckReport {
        problems: found,
        accepted: Vec::new(),
    };
    let lines = Lines::of(file.text);
    told.extend(file.reported(lines.as_ref(), found, &|_| true));
    told
}
