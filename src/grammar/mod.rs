//! English as far as the weaving has to understand it: one function, [`read`], that says of a sentence what it is.
//!
//! This folder owns the classes of words, and how the subject, the main verb and the first word of a sentence are
//! found. It must not know findings, frameworks or statements, nor change a word.
//!
//! # In doubt, unsure
//!
//! A rule of the weaving changes a sentence only where its shape is certain, so a false "yes" costs an inspector a wrong
//! sentence, and "unsure" costs nothing but reach. Hence the one test on which all rests: **a word that may be a noun too
//! is the verb only where no later word could be** (`verbs`). "The force records crime" has no later verb, so "records"
//! is it; in "The force records crime unit is small" it is not. Words that may be finite verbs are listed generously, and
//! each clause inside the sentence (who, which, that, how …) takes one of them.
//!
//! # How it is made
//!
//! `lexicon` looks words up in one table, made from the spelling dictionary and `assets/grammar.toml`; `letters` sees what
//! signs and letters show, `token` says all that a word could be where it stands (its `uses`), and `marks` what the words beside it
//! tell of it; the words that a rule looks for are a `word_set` or a `phrase_set`, made as the program is compiled, and `tokens`
//! knows at once that a sentence has none of them; `verbs` lists the candidates and `clauses` says in which clause they stand; `body` judges a sentence that opens with
//! the body or with "it", `main_verb` any other, `no_subject`, `predicate` and `orders` one that opens with its verb, `fragment` what is no
//! sentence at all, `content` what only stands for a noun phrase, `agreement` a verb that does not agree, and `noun_phrase` what stands before the verb; `form` tells "has improved" from "has a plan"; `place` where "also" goes,
//! and which verbs "continues to" changes; `links` what ties it to the
//! sentence before (with all the others that do, as `tied` gathers them), `pointing` what its pronouns stand for, `agent` for which group an "it" might stand, `leaning` whether it
//! adds to it, `answering` whether it is understood only behind it, `naming` whether it names all that it speaks of, and `lead_in` what is set apart at its head; `capital` whether the first word may be small. Nothing is read from a file or waited for, so it can run on each key.

mod agent;
mod agreement;
mod answering;
mod body;
mod capital;
mod clauses;
mod content;
mod form;
mod fragment;
mod lead_in;
mod leaning;
mod letters;
mod lexicon;
mod links;
mod main_verb;
mod marks;
mod named;
mod no_subject;
mod noun_phrase;
mod orders;
mod phrase_set;
mod place;
mod pointing;
mod predicate;
mod reading;
mod tied;
mod token;
mod tokens;
mod uses;
mod verbs;
mod word_set;

pub use content::ContentForm;
pub use form::VerbForm;
pub use lexicon::{Classes, SET_BITS, SLOTS, classes, hash, is_word, tag};
pub use place::{infinitive, without_subject};
pub use pointing::{leads_in_it, offers, pointer};
pub use reading::{Antecedent, BodyBehind, Certainty, Pointer, Reading, Typed, Verb};

use token::{Token, Uses, Words};
use tokens::{Tokens, end_of_sentence};
use word_set::{WordSet, words};

/// Words at the head of a sentence that deny or limit what it says.
const NEGATIVE: &WordSet = words![
    "no", "nobody", "none", "nothing", "neither", "nowhere", "never", "rarely", "seldom", "hardly",
    "barely", "scarcely", "few", "little", "only", "not", "nor",
];

/// Reads a sentence. `names` are the ways in which the body may be named at its head, without an article: a noun in
/// small letters ("force"), which wants "The" before it, or a name ("Essex Police").
///
/// ```
/// use assay::grammar::{Certainty, VerbForm, read};
///
/// let reading = read("The force records crime with care.", &["force"]);
/// assert_eq!(reading.body_is_subject, Certainty::Yes);
/// assert_eq!(reading.verb.map(|verb| verb.form), Some(VerbForm::Third));
///
/// let reading = read("The force control room is well led.", &["force"]);
/// assert_eq!(reading.body_is_subject, Certainty::No);
/// ```
pub fn read<N: AsRef<str>>(text: &str, names: &[N]) -> Reading {
    let words = Words::new(text);
    let mut all = words.tokens(text);
    let end = end_of_sentence(&all);
    let many = all.len();
    let tokens = all.get_mut(..end).unwrap_or_default();
    marks::mark(tokens);
    let tokens = &Tokens::new(tokens);
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return Reading::default();
    };
    let is_question = last
        .raw
        .trim_end_matches(['"', '\'', '”', '’', ')'])
        .ends_with('?');
    let is_small = capital::is_small(tokens, None, is_question);
    let mut reading = Reading {
        body_is_subject: Certainty::No,
        is_small,
        opens_doubtfully: capital::opens_doubtfully(tokens, is_small),
        is_several: end < many,
        opens_with_quotation: first.opens_quotation() && !first.is_mentioned(),
        has_quotation: text.contains(['“', '”', '"']),
        is_negative: is_negative(tokens),
        is_question,
        counts: leaning::counts(tokens),
        is_dependent: fragment::is_dependent(tokens),
        opens_with_infinitive: place::is_infinitive(tokens, 0),
        is_order: orders::is_order(tokens, 0),
        is_compound: clauses::is_compound(tokens),
        has_no_verb: !noun_phrase::may_have_verb(tokens),
        is_set_off: lead_in::is_set_off(tokens),
        is_set_alone: is_inverted(tokens)
            || first.word == "let"
            || first.is_one_of(words!["yes", "no"]) && first.is_parted()
            || first.word == "as" && tokens.get(1).is_some_and(|it| it.can_be(Uses::AUXILIARY))
            || tokens.iter().any(|token| token.after.contains(':')),
        content: content::content_form(tokens),
        disagrees: agreement::disagreement(tokens)
            .and_then(|(at, form)| Some((tokens.get(at)?.range(), form))),
        lacks_subject: Certainty::No,
        ..tied::tied(tokens)
    };
    let quoted = reading.opens_with_quotation;
    if is_question || quoted || is_inverted(tokens) {
        reading.is_clause = Certainty::Unsure;
        return reading;
    }
    let verb = find_verb(tokens, names, &mut reading);
    reading.is_small = capital::is_small(tokens, verb, is_question);
    let also = first.word == "also" && !first.is_parted();
    let opens = !reading.opens_with_body() && (!reading.opens_linked || also);
    if opens {
        reading.lacks_subject = match no_subject::lacks_subject(tokens, verb.is_some()) {
            Certainty::Yes if !takes_subject(text, names) => Certainty::Unsure,
            certainty => certainty,
        };
    }
    if reading.lacks_subject == Certainty::Yes {
        reading.is_small = Certainty::Yes;
    }
    if reading.lacks_subject == Certainty::No && fragment::is_fragment(tokens, verb) {
        reading.lacks_subject = Certainty::Unsure;
    }
    reading.opens_doubtfully = capital::opens_doubtfully(tokens, reading.is_small);
    reading.body_behind = named::behind_lead_in(tokens, names, end);
    reading.is_clause = is_clause(tokens, verb, reading.body_is_subject == Certainty::Yes);
    // "The force's slow" says what it is, and owns nothing.
    let behind_owner = named::behind_owner(tokens, names);
    reading.body_owns = behind_owner.filter(|_| reading.is_clause != Certainty::Unsure);
    if let Some(at) = verb {
        describe_verb(tokens, at, end, &mut reading);
    }
    reading
}

/// Returns the text with a body of this noun as its subject: "understands victims." → "The force understands victims.".
pub fn with_subject(text: &str, noun: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next().map(char::to_lowercase);
    let first: String = first.into_iter().flatten().collect();
    format!("The {noun} {first}{}", signs.as_str())
}

/// Returns true where the body is certainly the subject once it is put in before the text.
fn takes_subject<N: AsRef<str>>(text: &str, names: &[N]) -> bool {
    let noun = names.first().map_or("force", AsRef::as_ref);
    let with_subject = with_subject(text, noun);
    read(&with_subject, names).body_is_subject == Certainty::Yes
}

/// Says in the reading what the main verb at this index tells: its form, the place of "also", what follows from it.
fn describe_verb(tokens: &[Token], at: usize, end: usize, reading: &mut Reading) {
    let (Some(first), Some(token)) = (tokens.first(), tokens.get(at)) else {
        return;
    };
    let past = reading.body_is_subject == Certainty::Yes
        && token.can_be(Uses::PAST)
        && token.can_be(Uses::BASE);
    let form = match form::form_at(tokens, at, end) {
        VerbForm::Unsure if past => VerbForm::Past,
        form => form,
    };
    // "Of its cells, only two are dry.", "Too often, nobody does."
    let before = tokens.get(..at).unwrap_or_default();
    reading.is_negative |= before.windows(2).any(|pair| match pair {
        [comma, limit] => comma.after == "," && limit.is_one_of(NEGATIVE) || limit.word == "only",
        _ => false,
    });
    reading.goes_on = links::goes_on(tokens, at);
    reading.several = noun_phrase::several(tokens, at);
    // "has opened a suite"
    let behind = tokens.get(at + 1..).unwrap_or_default();
    let done = |it: &&Token| it.is_adverb() || it.can_be(Uses::PARTICIPLES);
    let object = behind.iter().find(|it| !done(it));
    reading.introduces = object.is_some_and(|it| it.is_one_of(words!["a", "an", "one"]));
    // "should return them": what a modal verb leads is no thing.
    let leads = usize::from(token.is(Classes::MODAL));
    reading.mentions = noun_phrase::names_one(tokens, at + 1 + leads);
    reading.names_group = agent::names_group(tokens, at + 1);
    // "This makes crews afraid" says what comes of the sentence before, and adds nothing to it.
    let result = first.is_one_of(words!["this", "that", "these", "those"])
        && tokens
            .get(1..at)
            .is_some_and(|between| between.iter().all(Token::is_adverb));
    if !reading.is_negative && !result {
        reading.also = place::also(tokens, at, form);
    }
    reading.is_demand = place::is_demand(tokens, at, form);
    reading.is_request = place::is_request(tokens, at, reading.opens_with_body());
    reading.is_denied = place::is_denied(tokens, at);
    reading.names_need = reading.is_demand || place::lacks(tokens, at);
    reading.asks_passively = reading.is_demand && place::is_passive(tokens, at);
    reading.finds_no_fault = !reading.is_denied && place::finds_no_fault(tokens, at);
    let tells = || tokens.iter().skip(1).any(|token| token.word == "that");
    reading.grants_fault |= reading.finds_no_fault && tells();
    let range = token.range();
    reading.verb = Some(Verb { range, form });
}

/// Returns whether words with this main verb are a clause; `sure` is true where the body is certainly their subject.
fn is_clause(tokens: &[Token], verb: Option<usize>, sure: bool) -> Certainty {
    let end = tokens.len();
    let inside = |verb: usize| (0..verb).any(|at| marks::opens_clause(tokens, at, end));
    match verb {
        Some(verb) if !inside(verb) && (sure || !may_be_phrase(tokens, verb)) => Certainty::Yes,
        // "The partners it works with agree": what is left may be its verb.
        None if marks::any_takes_clause(tokens) => Certainty::Unsure,
        None if noun_phrase::has_no_verb(tokens, end) && !tokens.iter().any(is_unknown) => {
            Certainty::No
        }
        _ => Certainty::Unsure,
    }
}

fn candidates_between(tokens: &[Token], from: usize, to: usize) -> bool {
    from < to
        && verbs::candidates(tokens, from, to)
            .0
            .iter()
            .any(|it| it.certain)
}

/// Returns true where what looks like a clause may be a noun phrase: "the way cooks are treated", "the use of vans".
fn may_be_phrase(tokens: &[Token], verb: usize) -> bool {
    let second_is = |words: &WordSet| tokens.get(1).is_some_and(|token| token.is_one_of(words));
    let the = tokens.first().is_some_and(|token| token.word == "the");
    let noun = tokens
        .get(verb)
        .is_some_and(|token| token.can_be(Uses::ANY_NOUN));
    let at_end = noun && verb + 1 == tokens.len();
    // "the chief constable for the way he has"
    let way = |at: usize| {
        let opens = tokens
            .get(at..at + 2)
            .is_some_and(|two| two.iter().map(|it| it.word).eq(["the", "way"]));
        opens && !candidates_between(tokens, at + 2, verb)
    };
    the && second_is(words!["way", "ways", "manner", "extent"])
        || (1..verb).any(way)
        || at_end && !noun_phrase::is_behind_pronoun(tokens, verb)
}

/// Returns true for a word that is not known, and may be a verb: one that is misspelt, or new.
fn is_unknown(token: &Token) -> bool {
    let written = Uses::KNOWN
        .or(Uses::CAPITAL)
        .or(Uses::DIGIT)
        .or(Uses::HYPHEN);
    !token.can_be(written.or(Uses::OWNER).or(Uses::ADJECTIVE))
        && token.word.chars().all(char::is_alphabetic)
}

/// Finds the main verb, and says in the reading what it found of the subject.
fn find_verb<N: AsRef<str>>(tokens: &[Token], names: &[N], reading: &mut Reading) -> Option<usize> {
    let end = tokens.len();
    let it = tokens
        .first()
        .is_some_and(|token| token.word == "it" && token.raw != "IT" && !token.is_parted())
        && end > 1;
    let named = names.iter().enumerate();
    let mut named =
        named.filter_map(|(nth, name)| Some((nth, named::behind_name(tokens, name.as_ref())?)));
    let (behind, (sure, verb)) = if it {
        (1, body::subject_it(tokens, end))
    } else if let Some((nth, behind)) = named.next() {
        reading.named = Some(nth);
        (behind, body::subject_before(tokens, behind, end))
    } else {
        let found = main_verb::main_verb(tokens, end);
        reading.has_lead_in = found.has_lead_in;
        return found.at;
    };
    reading.body_is_subject = sure;
    reading.predicate = tokens.get(behind).map_or(0, |token| token.at);
    if it || sure == Certainty::Yes {
        return verb;
    }
    let found = main_verb::main_verb(tokens, end);
    reading.has_lead_in = found.has_lead_in;
    found.at.filter(|&at| {
        let auxiliary = tokens
            .get(at)
            .is_some_and(|token| token.can_be(Uses::AUXILIARY));
        at > behind && (sure == Certainty::No || auxiliary)
    })
}

/// Returns true where the subject is a negative or a limit: "no officer", "very few victims".
fn is_negative(tokens: &[Token]) -> bool {
    let (Some(first), second) = (tokens.first(), tokens.get(1)) else {
        return false;
    };
    let second_is = |words: &WordSet| second.is_some_and(|second| second.is_one_of(words));
    let denied = first.word.strip_suffix("'s").unwrap_or(first.word);
    let number = second.is_some_and(|second| {
        second.is(Classes::NUMBER)
            || second.can_be(Uses::DIGIT)
            || second.is_one_of(words!["a", "an", "some"])
    });
    NEGATIVE.contains(denied)
        || first.is_one_of(words!["very", "so", "too", "precious", "how", "as"])
            && second_is(words!["few", "little"])
        || first.is_one_of(words!["almost", "virtually", "practically"])
            && second.is_some_and(|second| second.is_one_of(NEGATIVE))
        || first.is_one_of(words!["just", "under", "below"]) && number
        || first.is_one_of(words!["under", "below"]) && second_is(words!["half"])
        || first.word == "a" && second_is(words!["mere", "minority", "handful", "fraction"])
        || first.is_one_of(words!["less", "fewer"]) && second_is(words!["than"])
        || first.word == "at" && second_is(words!["most", "best"])
        || first.is_one_of(words!["at", "under", "in", "on"]) && second_is(words!["no"])
}

/// Returns true where the verb comes before the subject: "Rarely does the force", "At no time did".
fn is_inverted(tokens: &[Token]) -> bool {
    let (Some(first), Some(second)) = (tokens.first(), tokens.get(1)) else {
        return false;
    };
    let opens = first.is_one_of(words![
        "never", "rarely", "seldom", "hardly", "barely", "scarcely", "nor", "neither", "only",
        "not", "at", "under", "so",
    ]);
    // "Not only does the force listen"
    let only = first.word == "not"
        && second.word == "only"
        && tokens.get(2).is_some_and(|it| it.can_be(Uses::AUXILIARY));
    // "Most worrying is the mould.", "Worst of all is the smell."
    let degree = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            let word = token.is_one_of(words!["equally", "particularly", "especially", "also"]);
            token.is(Classes::DEGREE) || word
        })
    };
    let be = |at: usize| tokens.get(at).is_some_and(|token| token.is(Classes::BE));
    let is_predicate = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.can_be(Uses::ING)
                || token.can_be(Uses::ADJECTIVE) && !token.can_be(Uses::ANY_NOUN)
        })
    };
    let behind = usize::from(degree(0)) + usize::from(degree(0) && degree(1));
    let of_all = first.is_one_of(words!["worst", "best"]) && second.word == "of" && be(3);
    let predicate = of_all || behind > 0 && is_predicate(behind) && be(behind + 1);
    predicate
        || only
        || first.word == "so" && second.word == "too"
        || opens && second.can_be(Uses::AUXILIARY) && !links::is_neither_of_two(tokens)
        || first.is_one_of(words!["at", "under", "in", "on"]) && second.word == "no"
}
