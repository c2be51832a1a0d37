//! Words at the head of a sentence that a comma or brackets set apart.

use super::lexicon::Classes;
use super::token::Token;

/// Words that open a clause or phrase that leads in, where a comma follows.
const LEADING_IN: [&str; 13] = [
    "because", "due", "where", "when", "whenever", "while", "although", "though", "if", "unless",
    "until", "despite", "given",
];

/// Phrases that link with the sentence before, so that no turn can stand before them.
const LINKING: [&[&str]; 54] = [
    &["on", "the", "downside"],
    &["on", "the", "negative", "side"],
    &["on", "the", "other"],
    &["for", "all", "that"],
    &["be", "that", "as", "it", "may"],
    &["at", "the", "same", "time"],
    &["without", "this"],
    &["in", "fairness"],
    &["even", "then"],
    &["therefore"],
    &["thus"],
    &["hence"],
    &["consequently"],
    &["accordingly"],
    &["as", "a", "result"],
    &["as", "a", "consequence"],
    &["for", "this", "reason"],
    &["because", "of", "this"],
    &["as", "such"],
    &["if", "so"],
    &["then", "again"],
    &["regardless"],
    &["what", "is", "worse"],
    &["what", "is", "more"],
    &["worse"],
    &["worse", "still"],
    &["worst", "of", "all"],
    &["more", "worryingly"],
    &["less", "happily"],
    &["less", "positively"],
    &["alas"],
    &["too"],
    &["as", "well", "as", "this"],
    &["in", "short"],
    &["in", "fact"],
    &["indeed"],
    &["granted"],
    &["admittedly"],
    &["there"],
    &["here", "too"],
    &["in", "addition"],
    &["in", "particular"],
    &["first"],
    &["firstly"],
    &["second"],
    &["secondly"],
    &["third"],
    &["thirdly"],
    &["finally"],
    &["lastly"],
    &["equally"],
    &["otherwise"],
    &["instead"],
    &["meanwhile"],
];

/// The most words that such a phrase has.
const LONGEST_LINK: usize = 6;

/// Words that open an aside in brackets: "(As before) cells are", but not "(Some of) the cells are".
const ASIDES: [&str; 8] = ["as", "in", "on", "at", "see", "this", "we", "i"];

/// Returns true where what opens the sentence leads in as its comma shows: "because of this, cases wait", "too often, cases".
pub(super) fn is_set_off(tokens: &[Token]) -> bool {
    let comma = |token: &Token| token.after.starts_with(',');
    let last = tokens.len().saturating_sub(1);
    let Some(at) = tokens
        .get(..last)
        .and_then(|head| head.iter().position(comma))
    else {
        return false;
    };
    let often = tokens.get(at).is_some_and(|token| token.word == "often");
    let head = tokens
        .first()
        .is_some_and(|first| first.is_one_of(&LEADING_IN));
    // "Next year, plans will", "Having listened, the force has"
    let mut opening = tokens.iter().take(at + 1);
    let time = at < 3 && opening.any(|token| token.is(Classes::TIME));
    let having = tokens.first().is_some_and(|first| first.word == "having");
    head || having || time || often && at < 3
}

/// Returns true where the sentence opens with words that link, set apart, or with an aside.
pub(super) fn links(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let phrase = |phrase: &&[&str]| {
        let words = tokens.iter().take(phrase.len()).map(|token| token.word);
        let ends = tokens.get(phrase.len() - 1);
        words.eq(phrase.iter().copied()) && ends.is_some_and(|it| it.after.starts_with(','))
    };
    let aside = first.before.contains('(') && first.is_one_of(&ASIDES);
    // "Although this is good, few do": it turns by itself.
    let concedes = first.is_one_of(&["although", "though", "while", "whilst"])
        && tokens
            .get(1)
            .is_some_and(|it| it.is_one_of(&["this", "that", "these", "those", "such"]))
        || first.is_one_of(&["good", "small"]) && tokens.get(1).is_some_and(|it| it.word == "as");
    // "Thus victims wait", "Hence the delay"
    let hence = first.is_one_of(&["thus", "hence", "alas", "indeed"]);
    let apart = || {
        let head = tokens.iter().take(LONGEST_LINK);
        head.map(|it| it.after).any(|after| after.starts_with(','))
    };
    let dash = first.raw.starts_with(['–', '—']);
    aside || hence || concedes || dash || apart() && LINKING.iter().any(phrase)
}
