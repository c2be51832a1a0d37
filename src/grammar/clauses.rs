//! Where the clauses of a sentence end, and whether a later word could be the verb of one.

use super::lexicon::Classes;
use super::token::{Token, Uses};
use super::verbs::{candidates, left_over};
use super::word_set::words;

/// Returns true where the word can only be, or open, the subject of a clause that begins with it.
pub(super) fn opens_with_subject(tokens: &[Token], at: usize) -> bool {
    has_subject(tokens, at) || has_plural(tokens, at)
}

/// "the people", "its officers", "they": what only a subject opens with, where a clause begins.
fn has_subject(tokens: &[Token], at: usize) -> bool {
    let subject = Classes::BEFORE_NOUN.or(Classes::PRONOUN);
    tokens.get(at).is_some_and(|it| it.is(subject))
}

/// "victims are", "young people know": a plural with a verb right behind it.
fn has_plural(tokens: &[Token], at: usize) -> bool {
    let adjective = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|it| it.can_be(Uses::ADJECTIVE) && !it.can_be(Uses::NOUNS))
    };
    let noun = at + (at..tokens.len()).take_while(adjective).count();
    let plural = tokens.get(noun).is_some_and(|it| {
        it.can_be(Uses::NOUNS) && !it.is_parted()
            || it.is_one_of(words!["staff", "police", "people"])
    });
    plural
        && tokens.get(noun + 1).is_some_and(|it| {
            let other = it.can_be(Uses::ANY_NOUN.or(Uses::ADJECTIVE));
            // "people trust it"
            let verb = it.can_be(Uses::AUXILIARY)
                || it.can_be(Uses::BASE)
                    && !it.is_closed()
                    && (!other || has_subject(tokens, noun + 2));
            verb && it.agrees_with_several()
        })
}

/// Returns true where a second clause certainly begins with this word, its subject.
pub(super) fn opens_second(tokens: &[Token], at: usize, end: usize) -> bool {
    has_plural(tokens, at) || has_subject(tokens, at) && has_verb(tokens, at, end)
}

/// Returns true where a verb is certain from this word on, and nothing is set apart before it, nor another subject named:
/// "the way they are".
fn has_verb(tokens: &[Token], from: usize, end: usize) -> bool {
    let found = candidates(tokens, from, end).0;
    let verb = found.iter().find(|each| each.certain && !each.of_clause);
    verb.and_then(|verb| tokens.get(from..verb.at))
        .is_some_and(|before| {
            let named = |it: &Token| it.is(Classes::SUBJECT_PRONOUN);
            !before.iter().any(Token::is_parted) && !before.iter().skip(1).any(named)
        })
}

/// Returns the index behind the clause that begins at `from`, where it surely ends before the sentence does.
pub(super) fn end_of_clause(tokens: &[Token], from: usize, end: usize) -> usize {
    let ends = |at: &usize| {
        let Some(token) = tokens.get(*at).filter(|token| token.is_parted()) else {
            return false;
        };
        let sign =
            token.after.contains([';', ':', '—', '–']) || matches!(token.raw, "—" | "–" | "-");
        let clause = token.after.contains(',')
            && at + 2 < end
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.is_one_of(words!["and", "but", "so", "yet", "or"]))
            && tokens.get(at + 2).is_some_and(|subject| {
                subject.is_one_of(words![
                    "it", "they", "we", "he", "she", "i", "this", "these", "there",
                ])
            });
        // "uses force rarely, and officers explain why": a list has a comma before that.
        let plural = token.after.contains(',')
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.is_one_of(words!["and", "but", "so", "yet"]))
            && opens_second(tokens, at + 2, end)
            && !tokens
                .get(from..*at)
                .is_some_and(|before| before.iter().any(Token::is_parted));
        sign || clause || plural
    };
    (from..end).find(ends).map_or(end, |at| at + 1)
}

/// Returns true where a sentence has a second clause of its own: behind a semicolon or a colon, behind ", and it", or
/// with a second auxiliary that no clause inside it takes.
pub(super) fn is_compound(tokens: &[Token]) -> bool {
    let end = tokens.len();
    let (found, _) = candidates(tokens, 0, end);
    let certain = left_over(tokens, &found, 0, end)
        .map_or(0, |left| left.iter().filter(|each| each.certain).count());
    end_of_clause(tokens, 0, end) < end || certain > 1
}

/// Returns where the clause of the word at `verb` ends: before a second one with a subject of its own, behind a comma and a
/// conjunction ("answers calls, and the people who answer them are kind").
pub(super) fn clause_end(tokens: &[Token], verb: usize) -> usize {
    let second = |at: &usize| {
        let before = tokens.get(at - 1);
        tokens
            .get(*at)
            .is_some_and(|it| it.is_one_of(words!["and", "but", "so", "yet", "although", "while"]))
            && before.is_some_and(|it| it.after.contains(','))
            && opens_with_subject(tokens, at + 1)
    };
    (verb + 2..tokens.len())
        .find(second)
        .unwrap_or(tokens.len())
}

/// Returns true where a later word could be the sentence's verb if the one at `verb` is none. `several` says, where it
/// is known, whether the subject would then be a plural.
pub(super) fn has_rival(tokens: &[Token], verb: usize, end: usize, several: Option<bool>) -> bool {
    let end = end_of_clause(tokens, verb, end);
    let (found, mut clauses) = candidates(tokens, verb + 1, end);
    // A noun phrase right behind the noun opens a clause without "that", which wants a verb too.
    let opens = tokens.get(verb + 1).is_some_and(|next| {
        next.is_one_of(words!["the", "a", "an", "no", "every", "this", "these", "those"])
            || next.is(Classes::POSSESSIVE) && next.word != "whose"
            || next.is(Classes::SUBJECT_PRONOUN) && next.word != "there"
            // "shares one office with social workers, and", but not "checks one week"
            || next.is(Classes::NUMBER)
                && tokens.get(verb + 2).is_some_and(|it| !it.is(Classes::TIME))
    });
    clauses += usize::from(opens);
    let mut found = found;
    found.retain(|candidate| !candidate.after_coordinator);
    found.len() > clauses
        && found.iter().any(|candidate| {
            let Some(token) = tokens.get(candidate.at) else {
                return false;
            };
            let fits = match several {
                Some(true) => token.agrees_with_several(),
                Some(false) => token.agrees_with_one(),
                None => true,
            };
            // A third person right behind a plural noun cannot be its verb.
            let behind_plural =
                candidate.at == verb + 1 && several != Some(false) && !token.agrees_with_several();
            fits && !candidate.of_clause && !behind_plural
        })
}
