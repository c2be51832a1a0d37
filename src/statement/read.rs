//! Texts as sentences, each of them a subject with its predicate, or a whole.
//!
//! A reading depends on the finding, the body's names and the values that it names, and on nothing
//! around it. So it can be kept until one of these changes.

use std::sync::Arc;

use super::context::WeavingContext;
use super::split;
use super::words::{collapse, count, with_stop};
use super::{Reason, Source, by_hand::hash};
use crate::assessment::{Finding, vocabulary};

/// The way in which a sentence names the body that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SentenceSubject {
    /// It does not open with the body: it is kept whole, as typed.
    Whole,
    /// "The force".
    Noun,
    /// The body's name.
    Name,
    /// "It".
    It,
}

/// A sentence as it was read.
#[derive(Debug)]
pub(super) struct ReadSentence {
    /// The words as typed, with values put in and a full stop.
    pub(super) text: String,
    /// The way in which it names the body.
    pub(super) subject: SentenceSubject,
    /// The byte at which the predicate begins; 0 in a whole sentence.
    predicate: usize,
    /// The fields, figures and framework words that were put in.
    pub(super) uses: Vec<Source>,
}

impl ReadSentence {
    pub(super) fn new(context: &WeavingContext, raw: &str, last: bool) -> Self {
        let filled = context.fill(raw);
        let text = if last {
            with_stop(filled.text)
        } else {
            filled.text
        };
        let (subject, predicate) = subject(context, &text);
        Self {
            predicate: text.len() - predicate.len(),
            subject,
            text,
            uses: filled.uses,
        }
    }

    /// Makes a whole sentence of words that come from no finding.
    pub(super) fn whole(text: String, uses: Vec<Source>) -> Self {
        Self {
            text,
            subject: SentenceSubject::Whole,
            predicate: 0,
            uses,
        }
    }

    /// Returns what is said of the body; the whole text where it does not open with it.
    pub(super) fn predicate(&self) -> &str {
        self.text.get(self.predicate..).unwrap_or_default()
    }

    /// Returns true where the body is the subject.
    pub(super) fn is_about_body(&self) -> bool {
        self.subject != SentenceSubject::Whole
    }

    /// Returns the number of words in the predicate, or in the whole.
    pub(super) fn words(&self) -> usize {
        count(self.predicate())
    }

    /// Returns true where it has a comma; one inside a number does not count.
    pub(super) fn has_comma(&self) -> bool {
        self.text.contains(", ")
    }
}

/// A finding as it was read.
#[derive(Debug)]
pub(super) struct FindingReading {
    /// Its sentences; none where nothing is written.
    pub(super) sentences: Vec<ReadSentence>,
    /// Its normalized text: equal for two findings that say the same.
    pub(super) text: NormalizedText,
    /// The reason why it is not spoken, as far as the finding alone decides that.
    pub(super) reason: Option<Reason>,
    /// True where values may have been put in, so that it must be read again when one changes.
    pub(super) has_values: bool,
}

/// A text without case, stop and the body's way of being named, with its hash, so that most comparisons end there.
pub(super) type NormalizedText = (u64, Arc<str>);

impl FindingReading {
    pub(super) fn new(context: &WeavingContext, finding: &Finding) -> Self {
        let sentences = read_sentences(context, &finding.text);
        let reason = if sentences.is_empty() {
            Some(Reason::Empty)
        } else if finding.sensitive {
            Some(Reason::Sensitive)
        } else if finding.spoken == Some(false) {
            Some(Reason::Silenced(finding.why.clone()))
        } else {
            None
        };
        Self {
            text: normalized(&sentences),
            sentences,
            reason,
            has_values: finding.text.contains('{'),
        }
    }
}

/// Reads a text as sentences.
pub(super) fn read_sentences(context: &WeavingContext, text: &str) -> Vec<ReadSentence> {
    let line = collapse(text);
    let sentences = split::sentences(&line);
    let last = sentences.len().saturating_sub(1);
    sentences
        .into_iter()
        .enumerate()
        .map(|(at, raw)| ReadSentence::new(context, raw, at == last))
        .collect()
}

/// Returns the words without case, stop and the body's way of being named.
pub(super) fn normalized(sentences: &[ReadSentence]) -> NormalizedText {
    let mut text = String::new();
    for sentence in sentences {
        if sentence.is_about_body() {
            text.push_str("it ");
        }
        text.push_str(&sentence.predicate().to_lowercase());
        text.push(' ');
    }
    let text = text.trim_end_matches(['.', ' ']);
    (hash(text), text.into())
}

/// Splits a sentence into the way in which it names the body, and what it says of it.
fn subject<'t>(context: &WeavingContext, text: &'t str) -> (SentenceSubject, &'t str) {
    let whole = (SentenceSubject::Whole, text);
    if let Some(rest) = text.strip_prefix("It ") {
        return if is_empty_it(rest) {
            whole
        } else {
            (SentenceSubject::It, rest)
        };
    }
    if let Some(rest) = context.after_name(text) {
        return if goes_on(rest) {
            whole
        } else {
            (SentenceSubject::Name, rest)
        };
    }
    let the = text
        .strip_prefix("The ")
        .or_else(|| text.strip_prefix("the "));
    let Some((noun, rest)) = the.and_then(|rest| rest.split_once(' ')) else {
        return whole;
    };
    let own = noun == context.noun();
    if own && !goes_on(rest) || vocabulary().nouns.contains(&noun) && has_plain_verb(rest) {
        (SentenceSubject::Noun, rest)
    } else {
        whole
    }
}

/// Returns true where a subject goes on beyond the noun: "The force and its partners", "The service given by".
/// Then the sentence is kept whole, which is always safe.
fn goes_on(rest: &str) -> bool {
    let mut words = rest.split(' ');
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let participle = first.ends_with("ed") || matches!(first, "given" | "seen" | "shown");
    vocabulary().more_subject.contains(&first)
        || participle && matches!(second, "by" | "is" | "was")
}

/// Returns true where what follows is surely a verb of the body's. Asked where a noun is not the draft's own:
/// "The service" may then be what a victim is given, not the body.
fn has_plain_verb(rest: &str) -> bool {
    let first = rest.split(' ').next().unwrap_or_default();
    let auxiliary = matches!(
        first,
        "should" | "must" | "can" | "could" | "may" | "might" | "will" | "would"
    );
    let third_person = first.ends_with('s') && !first.ends_with("ss") && !goes_on(rest);
    auxiliary || third_person && first != "users"
}

/// Returns true where "It" stands for nothing ("It is clear that …"), so that no noun may take its place.
fn is_empty_it(rest: &str) -> bool {
    let mut words = rest.split(' ');
    let verb = words.next().unwrap_or_default();
    if !matches!(verb, "is" | "was" | "seems" | "appears" | "remains") {
        return false;
    }
    let few: Vec<&str> = words.take(6).collect();
    matches!(verb, "seems" | "appears") && few.first() == Some(&"that")
        || few.windows(2).any(|pair| {
            matches!(pair, [judged, link] if vocabulary().said_of_it.contains(judged)
                && matches!(*link, "that" | "whether" | "to" | "for" | "how" | "why"))
        })
}
