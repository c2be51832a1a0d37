//! What is scanned in each text, and whether a change that is found for it is certain.

use super::numbers::{self, FigureUse};
use super::text_context::{TextContext, TextProblem};
use super::words::{self, Word};
use super::{Rule, style, wording};
use crate::text::Splice;

/// The number of words on either side of a change that are scanned again with it. No rule looks further.
const AROUND: usize = 24;

/// Scans a text of a draft, which has these words.
pub(super) fn scan(
    context: &TextContext,
    text: &str,
    words: &[Word<'_>],
    figures: FigureUse,
) -> Vec<TextProblem> {
    let mut found = style::scan(context, text, words);
    found.extend(numbers::scan(context, text, words, figures));
    if found.iter().all(|problem| problem.splice.is_none()) {
        return found;
    }
    let quotations = quotations(text);
    let whole = ScannedText {
        text,
        words,
        figures,
        told: with_repeated(found.iter().map(|it| (it.rule, it.what.clone())), text),
    };
    for problem in &mut found {
        let splice = problem.splice.as_ref();
        if splice.is_some_and(|splice| {
            // What somebody said is not put right.
            let quoted = quotations.partition_point(|mark| *mark <= splice.at) % 2 == 1;
            quoted || !whole.settles(context, problem, splice)
        }) {
            problem.splice = None;
        }
    }
    found
}

/// Returns where quotations begin and end, by turns.
fn quotations(text: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    for (at, sign) in text.char_indices() {
        let inside = marks.len() % 2 == 1;
        if sign == '"' || sign == '“' && !inside || sign == '”' && inside {
            marks.push(at);
        }
    }
    marks
}

/// A text that was scanned.
struct ScannedText<'t> {
    text: &'t str,
    words: &'t [Word<'t>],
    figures: FigureUse,
    /// All that was told of it.
    told: Vec<(Rule, String)>,
}

impl ScannedText<'_> {
    /// Returns true where a change takes its problem away and brings no other: only then is it certain.
    fn settles(&self, context: &TextContext, problem: &TextProblem, splice: &Splice) -> bool {
        let Self {
            text,
            words,
            figures,
            told: whole,
        } = self;
        let first = words.partition_point(|word| word.end() <= splice.at);
        let last = words.partition_point(|word| word.at < splice.at + splice.removed.len());
        let start = |nth: usize| words.get(nth).map(|word| word.at);
        let from = match first.checked_sub(AROUND) {
            Some(nth) => start(nth).unwrap_or_default(),
            None => 0,
        };
        let to = start(last + AROUND).unwrap_or(text.len());
        let Some(before) = text.get(from..to) else {
            return false;
        };
        let mut after = before.to_owned();
        let moved = Splice {
            at: splice.at.saturating_sub(from),
            ..splice.clone()
        };
        if moved.apply(&mut after).is_err() {
            return false;
        }
        let part = match before.len() == text.len() {
            true => None,
            false => Some(told(context, before, *figures)),
        };
        let told_before = part.as_ref().unwrap_or(whole);
        let own = |(rule, what): &(Rule, String)| *rule == problem.rule && *what == problem.what;
        if !told_before.iter().any(own) {
            return false;
        }
        let mut left: Vec<Rule> = told_before.iter().map(|(rule, _)| *rule).collect();
        // What is told of a number that stays is told of it as it is written then.
        let mut new = told(context, &after, *figures).into_iter();
        let taken = left.iter().position(|rule| *rule == problem.rule);
        taken.map(|at| left.swap_remove(at));
        new.all(|(rule, _)| {
            let old = left.iter().position(|old| *old == rule);
            old.map(|at| left.swap_remove(at)).is_some()
        })
    }
}

/// Returns what is told of a text.
fn told(context: &TextContext, text: &str, figures: FigureUse) -> Vec<(Rule, String)> {
    let words = words::words(text);
    let found = style::scan(context, text, &words).into_iter();
    let found = found.chain(numbers::scan(context, text, &words, figures));
    with_repeated(found.map(|problem| (problem.rule, problem.what)), text)
}

/// Adds the words that stand twice in a row in a text to what is told of it.
fn with_repeated(told: impl Iterator<Item = (Rule, String)>, text: &str) -> Vec<(Rule, String)> {
    let repeated = wording::repeated(text).into_iter();
    let repeated = repeated.map(|(word, _)| (Rule::RepeatedWord, word));
    told.chain(repeated).collect()
}
