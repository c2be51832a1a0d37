//! Changes to a sentence that was read: the place of "also", and verbs in the infinitive.

use std::ops::Range;

use super::lexicon::{self, Classes};
use super::marks::{self, opens_clause};
use super::token::{Token, Uses, Words};
use super::verbs::candidates;
use super::word_set::{WordSet, words};
use super::{Certainty, VerbForm, read};

/// Returns the byte before which "also" goes: behind "is", "should" and the "has" of a perfect, in front of other verbs
/// and the adverbs before them.
pub(super) fn also(tokens: &[Token], verb: usize, form: VerbForm) -> Option<usize> {
    let token = tokens.get(verb)?;
    let quoted = |token: &Token| token.raw.contains(['“', '”', '"', '‘']);
    if tokens.get(..=verb)?.iter().any(quoted) {
        return None;
    }
    if token.word.contains('\'') && !token.word.ends_with("n't") {
        // "It's", "There's": which verb it is cannot be seen.
        return None;
    }
    // "could and should"
    if tokens
        .get(verb + 1)
        .is_some_and(|next| next.is_one_of(words!["and", "or"]))
    {
        return None;
    }
    // "There are, however, gaps."
    if token.can_be(Uses::AUXILIARY) && token.is_parted() {
        return None;
    }
    // "should always review": "also" says of what is asked once that it is asked of all.
    let limits = words![
        "always",
        "only",
        "especially",
        "particularly",
        "just",
        "even",
        "simply",
        "both",
        "either",
    ];
    if tokens
        .get(verb + 1)
        .is_some_and(|next| next.is_one_of(limits))
    {
        return None;
    }
    let behind = matches!(form, VerbForm::Be | VerbForm::Modal | VerbForm::Perfect)
        && !token.is_parted()
        && !token.word.ends_with("n't")
        && token.word != "cannot";
    if behind {
        return tokens.get(verb + 1).map(|next| next.at);
    }
    let adverbs = tokens.get(..verb)?.iter().rev().take_while(|token| {
        let adverb = token.is_adverb() || token.is(Classes::DEGREE);
        adverb && !token.is_parted() && token.at > 0
    });
    let first = verb - adverbs.count();
    tokens.get(first).map(|token| token.at)
}

/// Returns true where the verb asks something of its subject.
pub(super) fn is_demand(tokens: &[Token], verb: usize, form: VerbForm) -> bool {
    let is = |words: &WordSet| tokens.get(verb).is_some_and(|token| token.is_one_of(words));
    match form {
        VerbForm::Modal => is(words![
            "should",
            "must",
            "could",
            "ought",
            "can",
            "needn't",
            "shouldn't",
        ]),
        VerbForm::HasTo => true,
        _ => is(words!["needs", "need"]),
    }
}

/// Returns true where the verb certainly asks something of its subject; "must" does of the body alone, for "victims must
/// wait" says what is so.
pub(super) fn is_request(tokens: &[Token], verb: usize, of_body: bool) -> bool {
    let Some(token) = tokens.get(verb) else {
        return false;
    };
    let to = tokens.get(verb + 1..).unwrap_or_default().iter();
    let to = to.take_while(|it| it.is_adverb() || it.word == "to");
    let needs =
        token.is_one_of(words!["needs", "need"]) && to.last().is_some_and(|it| it.word == "to");
    needs
        || token.is_one_of(words!["should", "ought", "shouldn't"])
        || of_body && token.word == "must"
}

/// "to see", but not "to schools".
pub(super) fn is_infinitive(tokens: &[Token], at: usize) -> bool {
    let is_to = tokens.get(at).is_some_and(|token| token.word == "to");
    let adverbs = tokens.get(at + 1..).unwrap_or_default().iter();
    let behind = at + 1 + adverbs.take_while(|it| it.is_adverb()).count();
    let verb = tokens.get(behind);
    is_to
        && verb.is_some_and(|it| it.can_be(Uses::BASE) || it.is_one_of(words!["be", "have", "do"]))
}

/// Returns true where the verb is denied, by itself or by an adverb beside it: "doesn't", "is not", "rarely tells".
pub(super) fn is_denied(tokens: &[Token], verb: usize) -> bool {
    let denies = |token: &Token| {
        token.word.ends_with("n't")
            || token.is_one_of(words![
                "cannot", "not", "never", "rarely", "seldom", "hardly", "barely", "scarcely", "no",
                "neither", "nor",
            ])
    };
    let beside = |token: &&Token| token.is_adverb() || denies(token);
    let behind = tokens.get(verb + 1..).unwrap_or_default().iter();
    let before = tokens.get(..verb).unwrap_or_default().iter().rev();
    let longer = tokens
        .get(verb.saturating_sub(2)..verb)
        .is_some_and(|pair| pair.iter().map(|it| it.word).eq(["no", "longer"]));
    longer
        || tokens.get(verb).is_some_and(denies)
        || behind.take_while(beside).any(denies)
        || before.take_while(beside).any(denies)
}

/// Returns a sentence of the first person without its subject, where another that it is to follow has the same: behind
/// "I commend …", "I'm sure that …" → "am sure that …".
pub fn without_subject(before: &str, text: &str) -> Option<String> {
    let subject = |text: &str| {
        let (word, rest) = text.split_once(' ')?;
        let (pronoun, verb) = word.split_once(['\'', '’']).unwrap_or((word, ""));
        let verb = match verb {
            "" => "",
            "m" => "am ",
            "re" => "are ",
            "ve" => "have ",
            _ => return None,
        };
        let pronoun = pronoun.to_lowercase();
        let is_first = matches!(pronoun.as_str(), "i" | "we");
        is_first.then(|| (pronoun, format!("{verb}{rest}")))
    };
    let ((first, _), (second, rest)) = (subject(before)?, subject(text)?);
    (first == second).then_some(rest)
}

/// Returns what the body does, from its verb on and with every verb in the infinitive: "The force upholds an ethical
/// culture and promotes good standards." → "uphold an ethical culture and promote good standards.". `None` where the
/// body is not certainly the subject, or one of the verbs not certainly its own or without an infinitive.
pub fn infinitive<N: AsRef<str>>(text: &str, names: &[N]) -> Option<String> {
    let reading = read(text, names);
    let verb = reading
        .verb
        .filter(|_| reading.body_is_subject == Certainty::Yes)?;
    if reading.is_compound || reading.is_several || reading.is_negative || reading.goes_on {
        return None;
    }
    let words = Words::new(text);
    let mut tokens = words.tokens(text);
    marks::mark(&mut tokens);
    let main = tokens
        .iter()
        .position(|token| token.range() == verb.range)?;
    let mut changed = vec![(verb.range, base(&tokens, main, verb.form)?)];
    let (all, _) = candidates(&tokens, main + 1, tokens.len());
    // "continues to never lose boats" is no English.
    let denied = words![
        "never", "rarely", "seldom", "hardly", "barely", "scarcely", "not", "only",
    ];
    if tokens
        .get(..main)?
        .iter()
        .any(|token| token.is_one_of(denied))
    {
        return None;
    }
    // "finds boats, then sells them"
    let goes_on = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        before.is_some_and(|before| before.is_parted() || before.word == "then")
    };
    let third = |at: usize| tokens.get(at).is_some_and(|it| it.can_be(Uses::THIRD));
    if all
        .iter()
        .any(|each| !each.after_coordinator && goes_on(each.at) && third(each.at))
    {
        return None;
    }
    for candidate in all
        .iter()
        .filter(|each| each.after_coordinator || each.certain)
    {
        let inside = (main + 1..candidate.at).any(|at| opens_clause(&tokens, at, tokens.len()));
        let token = tokens.get(candidate.at)?;
        if token.can_be(Uses::BASE) && !token.can_be(Uses::THIRD) && !candidate.certain {
            // A noun, or an infinitive already: "and report".
            continue;
        }
        let noun = token.can_be(Uses::ANY_NOUN);
        if inside || noun || candidate.certain || !token.can_be(Uses::THIRD) {
            return None;
        }
        changed.push((token.range(), base(&tokens, candidate.at, VerbForm::Third)?));
    }
    let predicate = text.get(reading.predicate..)?;
    Some(replaced(predicate, reading.predicate, &changed))
}

/// Returns a text that begins at the byte `from` of another with words put in the place of others.
fn replaced(text: &str, from: usize, changed: &[(Range<usize>, String)]) -> String {
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for (range, word) in changed {
        let start = range.start.saturating_sub(from);
        made.push_str(text.get(at..start).unwrap_or_default());
        made.push_str(word);
        at = range.end.saturating_sub(from);
    }
    made.push_str(text.get(at..).unwrap_or_default());
    made
}

/// Returns the infinitive of a verb of one subject; `None` where it has none, or cannot be told.
fn base(tokens: &[Token], at: usize, form: VerbForm) -> Option<String> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    match (token.word, form) {
        ("is", VerbForm::Be) if next.is_one_of(words!["not", "to"]) || next.can_be(Uses::ING) => {
            None
        }
        ("is", VerbForm::Be) => Some("be".to_owned()),
        ("has", VerbForm::HasObject) if next.word != "not" => Some("have".to_owned()),
        ("does", VerbForm::Third) => Some("do".to_owned()),
        (word, VerbForm::Third) => {
            let ies = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
            let es = word.strip_suffix("es").map(str::to_owned);
            let hissing = ["sses", "shes", "ches", "xes", "zzes"];
            // "passes" is no form of "passe".
            let mute = !hissing.iter().any(|ending| word.ends_with(ending));
            let s = word.strip_suffix('s').filter(|_| mute).map(str::to_owned);
            let verb = |stem: &String| {
                lexicon::classes(stem).is_some_and(|it| it.any(Classes::VERB.or(Classes::BASE)))
            };
            [s, es, ies].into_iter().flatten().find(verb)
        }
        _ => None,
    }
}

/// Verbs of what somebody knows of itself, or awaits.
const KNOWING: &WordSet = words![
    "recognises",
    "recognised",
    "recognise",
    "accepts",
    "accepted",
    "accept",
    "acknowledges",
    "acknowledged",
    "acknowledge",
    "realises",
    "realised",
    "understands",
    "understood",
    "knows",
    "known",
    "agrees",
    "agreed",
    "aware",
];

/// Verbs of what goes on as it was, behind "should": "keep it that way", "build on this".
const KEEPING: &WordSet = words![
    "keep",
    "continue",
    "maintain",
    "sustain",
    "preserve",
    "retain",
    "build",
    "stick",
    "celebrate",
    "publicise",
    "reinvest",
    "carry",
    "go",
    "expand",
];

/// Returns true where the main verb at this index tells what its subject knows of itself, awaits, or is to go on with:
/// "recognises that it should", "is aware that", "look forward to", "should keep it".
pub(super) fn finds_no_fault(tokens: &[Token], verb: usize) -> bool {
    let own = tokens
        .get(verb)
        .is_some_and(|it| !it.can_be(Uses::AUXILIARY));
    let skips = |at: &usize| tokens.get(*at).is_some_and(Token::is_adverb);
    let behind = match own {
        true => verb,
        false => verb + 1 + (verb + 1..tokens.len()).take_while(skips).count(),
    };
    let is = |at: usize, words: &WordSet| tokens.get(at).is_some_and(|it| it.is_one_of(words));
    let modal = tokens.get(verb).is_some_and(|it| it.is(Classes::MODAL));
    let clause = is(
        behind + 1,
        words!["that", "it", "its", "how", "where", "what", "this"],
    ) || is(behind + 1, words!["the"]) && is(behind + 2, words!["need"])
        || is(behind + 1, words!["of"]);
    let awaits =
        is(behind, words!["look", "looks", "looking"]) && is(behind + 1, words!["forward"]);
    let keeps =
        modal && (is(behind, KEEPING) || is(behind, words!["be"]) && is(behind + 1, KEEPING));
    keeps || !modal && (is(behind, KNOWING) && clause || awaits)
}

/// Verbs of what somebody lacks or fails to do.
const LACKING: &WordSet = words![
    "lacks",
    "lack",
    "fails",
    "fail",
    "struggles",
    "struggle",
    "neglects",
    "ignores",
    "misses",
    "needs",
];

/// Participles of what somebody has failed to do, or does no more.
const FAILED: &WordSet = words![
    "closed",
    "failed",
    "stopped",
    "cut",
    "neglected",
    "ignored",
    "missed",
    "struggled",
    "reduced",
];

/// Words of what is too little or too much.
const TOO_LITTLE: &WordSet = words![
    "no",
    "too",
    "few",
    "little",
    "insufficient",
    "inadequate",
    "slow",
    "poor",
    "yet",
];

/// Returns true where the verb at this index says what its subject lacks or fails to do.
pub(super) fn lacks(tokens: &[Token], verb: usize) -> bool {
    let is = |at: usize, words: &WordSet| tokens.get(at).is_some_and(|it| it.is_one_of(words));
    let of_having = is(verb, words!["has", "have", "is", "are"]);
    let needs = is(verb, words!["will", "may", "might"]) && is(verb + 1, words!["need", "have"]);
    is(verb, LACKING)
        || is(verb, words!["has", "have"]) && is(verb + 1, FAILED)
        || of_having && is(verb + 1, TOO_LITTLE)
        || needs
}

/// "should be replaced", "needs to be cut", "must also be told".
pub(super) fn is_passive(tokens: &[Token], verb: usize) -> bool {
    let behind = tokens.iter().skip(verb + 1);
    let mut behind =
        behind.filter(|token| !token.is_adverb() && token.word != "to" && token.word != "have");
    let be = behind
        .next()
        .is_some_and(|it| it.is_one_of(words!["be", "been"]));
    be && behind.next().is_some_and(|it| it.can_be(Uses::PARTICIPLES))
}
