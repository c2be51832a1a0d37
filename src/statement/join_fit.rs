//! Whether two sentences read well as one that nobody asked for.

use super::context::WeavingContext;
use super::plan::PlacedFinding;
use super::read::ReadSentence;
use super::words::{bare_word, without_stop};
use crate::grammar::{Certainty, VerbForm};

/// Returns true where it says "it" of something else, straight behind its verb: "has given it clear aims".
pub(super) fn has_other_it(sentence: &ReadSentence) -> bool {
    let mut words = sentence.predicate().split(' ').take(3);
    sentence.is_about_body() && words.any(|word| bare_word(word) == "it")
}

/// Adverbs by which a sentence sums up a heading.
const HOW_WELL: [&str; 5] = ["well", "effectively", "efficiently", "adequately", "poorly"];

/// Words behind which a clause of its own stands in a sentence, to which what is joined would seem to belong: with "that" or
/// without it.
const CLAUSE_OPENERS: [&str; 29] = [
    "that", "what", "whether", "how", "who", "whom", "whose", "why", "if", "until", "when",
    "because", "unless", "where", "so", "told", "tell", "tells", "say", "says", "said", "think",
    "thinks", "believe", "believes", "feel", "feels", "insist", "insists",
];

/// Returns true where a finding sums up how well the body does something.
pub(super) fn says_how_well(placed: &PlacedFinding) -> bool {
    let first = placed.reading.sentences.first();
    placed.is_about_body()
        && first.is_some_and(|it| {
            let mut words = it.predicate().split(' ').map(bare_word);
            words.any(|word| HOW_WELL.contains(&word))
        })
}

/// Returns true where two sentences may be opposites, which no "and" joins: they are of two times ("had no plan", "has one"),
/// or one only may be so ("may be small").
fn may_be_opposites(first: &ReadSentence, second: &ReadSentence) -> bool {
    let verb = |sentence: &ReadSentence| {
        let verb = sentence.reading.verb.as_ref()?;
        Some((
            verb.form,
            sentence.text.get(verb.range.clone())?.to_lowercase(),
        ))
    };
    let (Some(one), Some(other)) = (verb(first), verb(second)) else {
        return false;
    };
    let is_past = |(form, word): &(VerbForm, String)| {
        *form == VerbForm::Past || ["was", "were", "had", "did", "used"].contains(&word.as_str())
    };
    let may =
        |(_, word): &(VerbForm, String)| ["may", "might", "could", "used"].contains(&word.as_str());
    is_past(&one) != is_past(&other) || may(&one) || may(&other)
}

/// Returns true where a join that nobody asked for reads well, as far as can be known before it is made.
pub(super) fn reads_well(
    context: &WeavingContext,
    first: (&PlacedFinding, &ReadSentence),
    second: (&PlacedFinding, &ReadSentence),
) -> bool {
    let limit = context.voice.join_words;
    let simple = |(placed, sentence): (&PlacedFinding, &ReadSentence)| {
        let reading = &sentence.reading;
        placed.frame_use.is_bare()
            && reading.is_clause != Certainty::No
            && reading.lacks_subject == Certainty::No
            && !reading.is_compound
            && !reading.has_quotation
    };
    // "Senior leaders support …, and senior leaders encourage …": one subject is not said twice.
    let opens_alike = |one: &ReadSentence, other: &ReadSentence| {
        let words = one.subject_words().filter(|words| !words.is_empty());
        let head = words.and_then(|words| other.text.get(..words.len())?.into());
        head.zip(words)
            .is_some_and(|(head, words)| head.eq_ignore_ascii_case(words))
    };
    let one_subject = !first.0.is_about_body()
        && (opens_alike(first.1, second.1) || opens_alike(second.1, first.1));
    // "Victims say that they are believed, and cases go to court": the second would be what they say, or one more condition.
    let holds_a_clause = {
        let mut words = first.1.text.split(' ').map(bare_word);
        words.any(|word| CLAUSE_OPENERS.contains(&word.to_lowercase().as_str()))
    };
    // "… deal with nuisance, and nuisance is", "and meals are free, and staff like it".
    let said_last = second
        .1
        .subject_words()
        .map(str::trim)
        .filter(|it| !it.is_empty());
    let again = said_last.is_some_and(|words| {
        let said = without_stop(&first.1.text).to_lowercase();
        !second.0.is_about_body() && said.ends_with(&words.to_lowercase())
    });
    // "… at home, and the service is free, and residents like it"
    let and_twice = [", and ", ", but "]
        .iter()
        .any(|link| second.1.text.contains(link));
    // "…, and as a result, the force": what leads in begins a sentence.
    let before_verb = second.1.subject_words().unwrap_or(&second.1.text);
    let leads_in = !second.0.is_about_body() && before_verb.contains(", ");
    // "The force trains cooks, and the force's survey is thorough": its noun would be said twice.
    let noun_twice =
        first.0.is_about_body() && !second.0.is_about_body() && context.names_body(before_verb);
    simple(first)
        && simple(second)
        && !one_subject
        && !holds_a_clause
        && !again
        && !and_twice
        && !leads_in
        && !noun_twice
        && !has_other_it(second.1)
        && !may_be_opposites(first.1, second.1)
        && first.0.is_about_body() == second.0.is_about_body()
        && !first.1.has_comma()
        && first.1.words() + second.1.words() < limit
}
