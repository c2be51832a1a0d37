//! The answers of the body, in its own words: nothing is put into them.

use super::block::{Block, ListItem, Run};
use super::line;
use super::sources::day;
use crate::assessment::{Assessment, Finding, Response};
use crate::statement::sentences;
use crate::text::same;

/// Words by which somebody speaks of themselves: what has one is quoted.
const OF_ONESELF: [&str; 10] = [
    "i",
    "me",
    "my",
    "mine",
    "myself",
    "we",
    "us",
    "our",
    "ours",
    "ourselves",
];

/// Returns the answers that no finding has which is printed with its own; none to what is sensitive
/// or kept out.
pub(super) fn answers(draft: &Assessment, printed: impl Fn(&str) -> bool) -> Vec<Block> {
    let general = draft.responses.iter().map(AsRef::as_ref);
    let general = general.filter(|each: &&Response| {
        let on = each.on.trim();
        on.is_empty() || !printed(on) && !is_sensitive(on, draft) && !is_kept_out(on, draft)
    });
    let set = set(general, draft).into_iter();
    set.map(|answer| match answer {
        PrintedAnswer::Quoted(words, by) => Block::Quote(words, by),
        PrintedAnswer::Told(words) => Block::Words(vec![Run::Said(words)]),
    })
    .collect()
}

/// Returns the answers to a finding, as items under it.
pub(super) fn answers_to(finding: &Finding, draft: &Assessment) -> Vec<ListItem> {
    let responses = draft.responses.iter().map(AsRef::as_ref);
    let own = responses.filter(|each| !finding.id.is_empty() && each.on.trim() == finding.id);
    let set = set(own, draft).into_iter();
    set.map(|answer| ListItem {
        runs: vec![Run::Said(match answer {
            PrintedAnswer::Quoted(words, by) => format!("“{words}” – {by}"),
            PrintedAnswer::Told(words) => words,
        })],
        items: Vec::new(),
    })
    .collect()
}

/// Says whether a finding that is answered is sensitive.
pub(super) fn is_sensitive(on: &str, draft: &Assessment) -> bool {
    let mut findings = draft.findings.iter();
    findings.any(|finding| finding.sensitive && finding.id == on.trim())
}

/// Says whether a finding that is answered is kept out of what is published by its author: its answer would tell of it.
pub(super) fn is_kept_out(on: &str, draft: &Assessment) -> bool {
    let mut findings = draft.findings.iter();
    findings.any(|finding| finding.spoken == Some(false) && finding.id == on.trim())
}

/// An answer, as it is printed.
enum PrintedAnswer {
    /// Words, and who said them when.
    Quoted(String, String),
    /// A sentence that tells what was said.
    Told(String),
}

/// Returns answers as they are printed. What is told names whose it is, unless the one before it has.
fn set<'a>(
    responses: impl Iterator<Item = &'a Response>,
    draft: &Assessment,
) -> Vec<PrintedAnswer> {
    let mut set = Vec::new();
    let mut before = None;
    for response in responses {
        let (text, lead) = (line(&response.text), line(&response.lead));
        if text.is_empty() {
            continue;
        }
        let by = [line(&response.by), day(&response.date)];
        let by: Vec<String> = by.into_iter().filter(|it| !it.is_empty()).collect();
        let by = match by.is_empty() {
            true => line(&draft.subject.name),
            false => by.join(", "),
        };
        set.push(match !lead.is_empty() && can_be_told(&text) {
            true => {
                let told = with_stop(format!("{lead} {text}"));
                PrintedAnswer::Told(match before.as_ref() == Some(&by) {
                    true => told,
                    false => format!("{told} ({by})"),
                })
            }
            false => PrintedAnswer::Quoted(unquoted(&text).to_owned(), by.clone()),
        });
        before = Some(by);
    }
    set
}

/// Returns words with a full stop, unless they end a sentence.
fn with_stop(words: String) -> String {
    match words.ends_with(['.', '!', '?', '…']) {
        true => words,
        false => words + ".",
    }
}

/// Says whether words can follow "that": a clause of one sentence, no question, which begins small, in which nobody speaks
/// of themselves, and which is no quotation. In doubt they are quoted as they are typed.
fn can_be_told(text: &str) -> bool {
    let begins_small = text.starts_with(|sign: char| sign.is_lowercase());
    let asks_or_quotes = text.contains(['?', '!', '“', '”', '"', '‘']);
    if asks_or_quotes || sentences(text).len() != 1 {
        return false;
    }
    let mut words = text.split(|sign: char| !sign.is_alphanumeric());
    let of_oneself = |word: &str| OF_ONESELF.iter().any(|own| same(own, word));
    begins_small && !words.any(of_oneself)
}

/// Returns an answer without the quotation marks around the whole of it: a print has its own.
fn unquoted(text: &str) -> &str {
    let inner = [('“', '”'), ('"', '"'), ('‘', '’')]
        .iter()
        .find_map(|(open, close)| {
            let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
            Some((inner, *open))
        });
    match inner {
        Some((inner, open)) if !inner.contains(['“', '”', '"', open]) => inner,
        _ => text,
    }
}
