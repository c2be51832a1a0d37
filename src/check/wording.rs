//! Sentences that are long, open alike or repeat a word.

use std::sync::Arc;

use super::house::{GradeWords, house};
use super::text_context::TextContext;
use super::words::{self, Word, small};
use super::{CheckContext, Problem, Rule, place_of, problem};
use crate::assessment::{Address, List};
use crate::statement::{self, ParagraphRole, Sentence, WORDS_A_MINUTE, count_words};
use crate::text::counted;

/// The number of words beyond which a sentence is hard to hear. The longest of a real statement, read aloud, has 34.
const MOST_WORDS: usize = 35;
/// The number of words beyond which nobody can follow.
const FAR_TOO_MANY: usize = 50;
/// The number of sentences in a row that may not open alike.
const ALIKE: usize = 4;

/// The results of scanning one sentence, so that it need be scanned only once.
#[derive(Debug)]
pub(super) struct SentenceScan {
    words: usize,
    /// Words that stand twice running, and where.
    repeated: Vec<(String, usize)>,
    /// Its first two words, in small letters.
    opening: String,
    /// The words by which it asks something of the body.
    pub(super) asks: Option<String>,
    /// The words of grades that it uses.
    pub(super) grades: Vec<&'static GradeWords>,
}

/// Scans one sentence.
pub(super) fn scan(context: &TextContext, sentence: &Sentence) -> SentenceScan {
    let text = sentence.text.as_str();
    let words = words::words(text);
    let opening = match words.as_slice() {
        [first, second, ..] => format!("{} {}", first.text, second.text).to_lowercase(),
        _ => String::new(),
    };
    let mut grades = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        let entries = house().grade_words.get(word.text);
        let entries = entries.into_iter().flatten();
        grades.extend(entries.filter(|entry| words::begin_with(rest, &entry.words)));
    }
    SentenceScan {
        words: count_words(text),
        repeated: repeated(text),
        opening,
        asks: asks(context, text, &words),
        grades,
    }
}

/// Returns the words that ask something of the body, where it is their subject.
fn asks(context: &TextContext, text: &str, words: &[Word<'_>]) -> Option<String> {
    let house = house();
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        let Some(taken) = house.asks.at(rest) else {
            continue;
        };
        let before = text.get(..word.at).unwrap_or_default().trim_end();
        let before = before.strip_suffix(" also").unwrap_or(before);
        let it = before.eq_ignore_ascii_case("it")
            || [", and it", "However, it", "But it"]
                .iter()
                .any(|end| before.ends_with(end));
        let noun = before
            .strip_suffix(context.noun.as_str())
            .is_some_and(|before| {
                let before = before.trim_end();
                before.eq_ignore_ascii_case("the") || before.ends_with(" the")
            });
        if it
            || noun
            || context
                .names
                .iter()
                .any(|name| before.ends_with(name.as_str()))
        {
            let last = rest.get(taken - 1)?;
            return text.get(word.at..last.end()).map(str::to_owned);
        }
    }
    None
}

/// Words that may stand twice in a row.
const MAY_REPEAT: [&str; 2] = ["had", "that"];

pub(super) fn repeated(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut before = "";
    let mut start = 0;
    for run in text.split(' ') {
        // A sign between two words parts them: "very, very".
        let word = run.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
        let may = || MAY_REPEAT.iter().any(|may| word.eq_ignore_ascii_case(may));
        if is_word && is_same(word, before) && !may() {
            found.push((word.to_owned(), start));
        }
        before = run;
        start += run.len() + 1;
    }
    found
}

/// Returns true where words are the same in small letters.
fn is_same(word: &str, other: &str) -> bool {
    match word.is_ascii() && other.is_ascii() {
        true => word.eq_ignore_ascii_case(other),
        false => small(word) == small(other),
    }
}

/// Returns the place where a sentence is to be corrected.
pub(super) fn place(sentence: &Sentence) -> Address {
    if sentence.rules.contains(&statement::WeavingRule::ByHand) {
        return Address::Item(List::Overrides, sentence.key.clone());
    }
    match sentence.parts.as_slice() {
        [only] => place_of(&only.source, &sentence.key),
        _ => Address::Sentence(sentence.key.clone()),
    }
}

pub(super) fn check(context: &CheckContext, scans: &[Arc<SentenceScan>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut scans = scans.iter();
    let mut words = 0;
    for paragraph in &context.document.paragraphs {
        let mut running = 0;
        let mut opening = "";
        for (sentence, scan) in paragraph.sentences.iter().zip(scans.by_ref()) {
            problems.extend(scan.repeated.iter().map(|word| twice(sentence, word)));
            if paragraph.role == ParagraphRole::Title {
                continue;
            }
            words += scan.words;
            problems.extend(long(sentence, scan.words));
            running = match scan.opening == opening && !opening.is_empty() {
                true => running + 1,
                false => 1,
            };
            opening = &scan.opening;
            if running == ALIKE {
                problems.push(problem(
                    Rule::RepeatedOpening,
                    place(sentence),
                    format!("four sentences running open with \"{opening}\""),
                    "open one of them otherwise, or join two",
                ));
            }
        }
    }
    problems.extend(too_long(words));
    problems
}

/// The longest that a statement may take to read aloud, in seconds.
const MOST_SECONDS: usize = 240;

fn too_long(words: usize) -> Option<Problem> {
    let seconds = (words * 60).div_ceil(WORDS_A_MINUTE);
    (seconds > MOST_SECONDS).then(|| {
        problem(
            Rule::StatementTooLong,
            Address::Field("statement".to_owned()),
            format!(
                "the statement takes {} and {} to read aloud",
                counted(seconds / 60, "minute"),
                counted(seconds % 60, "second")
            ),
            "keep what matters most; leave a finding unspoken with spoken = false, and say why",
        )
    })
}

fn long(sentence: &Sentence, words: usize) -> Option<Problem> {
    let rule = match words {
        words if words > FAR_TOO_MANY => Rule::VeryLongSentence,
        words if words > MOST_WORDS => Rule::LongSentence,
        _ => return None,
    };
    Some(problem(
        rule,
        place(sentence),
        format!(
            "the sentence that begins \"{}\" has {}, which is hard to hear",
            sentence
                .text
                .split_whitespace()
                .take(4)
                .collect::<Vec<_>>()
                .join(" "),
            counted(words, "word")
        ),
        "make two of it",
    ))
}

fn twice(sentence: &Sentence, (word, start): &(String, usize)) -> Problem {
    let mut parts = sentence.parts.iter();
    let says = parts.find(|part| part.range.contains(start));
    let by_part = says.map(|part| place_of(&part.source, &sentence.key));
    problem(
        Rule::RepeatedWord,
        by_part.unwrap_or_else(|| Address::Sentence(sentence.key.clone())),
        format!("\"{word}\" stands twice in a row"),
        "take one of them out",
    )
}
