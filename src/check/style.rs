//! House style: words, spellings, capitals, days, contractions, agreement, the passive.

use super::Rule;
use super::house::{Phrase, house};
use super::numbers;
use super::text_context::{TextContext, TextProblem};
use super::words::{Numeral, Word, spelt_out};
use crate::assessment::{MONTHS, vocabulary};
use crate::text::capital;

/// Scans a text for what is not in house style.
pub(super) fn scan(context: &TextContext, text: &str, words: &[Word<'_>]) -> Vec<TextProblem> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        if word.text.starts_with('{') {
            continue;
        }
        if word.text.starts_with(|sign: char| sign.is_ascii_digit()) {
            found.extend(numbers::form(text, words, at));
            found.extend(day_ending(text, rest));
            found.extend(programme_year(text, word));
            continue;
        }
        found.extend(preferred_phrase(context, text, rest));
        found.extend(ize_ending(text, word));
        found.extend(ligatures(text, word));
        found.extend(contraction(context, text, word));
        found.extend(month_first(text, rest));
        found.extend(passive(context, words, at));
        found.extend(another_noun(context, rest));
        if word.opens {
            found.extend(plural_subject(text, rest));
            found.extend(plural_body(context, text, rest));
        }
    }
    found
}

/// Reports another noun of the body's kind: "the force" of a constabulary, but not "the force of". It may be another body's,
/// and so it is spoken as typed and nothing is certain.
fn another_noun(context: &TextContext, rest: &[Word<'_>]) -> Option<TextProblem> {
    let [the, noun, ..] = rest else {
        return None;
    };
    if !the.is("the") || the.parted {
        return None;
    }
    let bare = noun
        .text
        .strip_suffix("'s")
        .or_else(|| noun.text.strip_suffix("’s"));
    let bare = bare.unwrap_or(noun.text);
    let kinds = &vocabulary().nouns_of_one_kind;
    let other = kinds
        .iter()
        .any(|[own, other]| *own == context.noun && *other == bare);
    // "The force used is not recorded" is no body.
    let of = rest
        .get(2)
        .is_some_and(|next| matches!(next.text, "of" | "used"));
    let own = &context.noun;
    let told = || {
        TextProblem::new(
            Rule::AnotherNoun,
            format!("\"the {bare}\" is called the {own} in this draft"),
            format!("write \"the {own}\", unless another body is meant"),
        )
        .at(noun.at)
    };
    (other && !of).then(told)
}

/// Reports a phrase for which the house has another.
fn preferred_phrase(context: &TextContext, text: &str, rest: &[Word<'_>]) -> Option<TextProblem> {
    let first = rest.first()?;
    let phrases = house().say.get(first.text)?;
    let fits = |phrase: &&Phrase| fits(context, phrase, rest);
    let phrase = phrases
        .iter()
        .filter(fits)
        .max_by_key(|phrase| phrase.words.len())?;
    let last = rest.get(phrase.words.len() - 1)?;
    let typed = text.get(first.at..last.end()).unwrap_or_default();
    let becomes = match !phrase.usage.exact && first.has_capital() {
        true => capital(phrase.becomes),
        false => phrase.becomes.to_owned(),
    };
    Some(TextProblem::certain(
        phrase.usage.rule,
        format!("\"{typed}\": {}", phrase.usage.why),
        text,
        first.at..last.end(),
        becomes,
    ))
}

fn fits(context: &TextContext, phrase: &Phrase, rest: &[Word<'_>]) -> bool {
    let count = phrase.words.len();
    let usage = &phrase.usage;
    // Where the year is not known, only what holds in every year is reported.
    let in_force = match context.year {
        Some(year) => {
            usage.since.is_none_or(|since| since <= year)
                && usage.until.is_none_or(|until| year <= until)
        }
        None => usage.since.or(usage.until).is_none(),
    };
    let same = |(word, wanted): (&Word<'_>, &&str)| match usage.exact {
        true => word.text == *wanted,
        false => word.is(wanted),
    };
    let opens = rest.first().is_some_and(|word| word.opens);
    let parted = rest
        .iter()
        .take(count.saturating_sub(1))
        .any(|word| word.parted);
    let titled = || {
        let last = rest
            .get(count.saturating_sub(1))
            .is_none_or(|word| word.parted);
        !last && rest.get(count).is_some_and(Word::has_capital)
    };
    in_force
        && rest.len() >= count
        && rest.iter().zip(&phrase.words).all(same)
        && !parted
        && !(usage.not_opening && opens)
        && !(usage.not_before_capital && titled())
}

/// Reports a word with a ligature, which PDF readers copy for the letters that it shows.
fn ligatures(text: &str, word: &Word<'_>) -> Option<TextProblem> {
    if word.text.is_ascii() {
        return None;
    }
    let becomes = spelt_out(word.text);
    (becomes != word.text).then(|| {
        TextProblem::certain(
            Rule::Ligature,
            format!("\"{}\" has one character for several letters", word.text),
            text,
            word.at..word.end(),
            becomes.into_owned(),
        )
    })
}

/// Words that have a z of their own.
const Z_OF_THEIR_OWN: [&str; 12] = [
    "size", "prize", "seize", "capsize", "maize", "resize", "downsize", "oversize", "assize",
    "baize", "gaze", "upsize",
];

/// Reports -ize where the house writes -ise.
fn ize_ending(text: &str, word: &Word<'_>) -> Option<TextProblem> {
    let low = word.small();
    if !low.as_bytes().windows(2).any(|two| two == b"iz") || word.has_capital() && !word.opens {
        return None;
    }
    const ENDS: [(&str, &str); 8] = [
        ("izations", "ize"),
        ("ization", "ize"),
        ("izing", "ize"),
        ("izers", "ize"),
        ("ized", "ize"),
        ("izes", "ize"),
        ("izer", "ize"),
        ("ize", "ize"),
    ];
    let (end, verb) = ENDS
        .iter()
        .find_map(|(end, verb)| Some((low.strip_suffix(end)?, verb)))?;
    if end.len() < 2 || Z_OF_THEIR_OWN.contains(&format!("{end}{verb}").as_str()) {
        return None;
    }
    // All before the ending is as long in small letters as it is typed, or there is nothing to say.
    let z = end.len() + 1;
    let (head, tail) = (word.text.get(..z)?, word.text.get(z..)?);
    let tail = tail.strip_prefix(['z', 'Z'])?;
    let becomes = format!("{head}s{tail}");
    Some(TextProblem::certain(
        Rule::HouseSpelling,
        format!("\"{}\": the house writes -ise", word.text),
        text,
        word.at..word.end(),
        becomes,
    ))
}

/// Reports a contraction, in the years before they were usual.
fn contraction(context: &TextContext, text: &str, word: &Word<'_>) -> Option<TextProblem> {
    let is_early = context.year? < house().contractions_from;
    if !is_early || !word.text.contains(['\'', '’']) {
        return None;
    }
    let plain = word.text.replace('’', "'").to_lowercase();
    if house().contractions_before.contains(&plain.as_str()) {
        return None;
    }
    let long = house().contractions.get(plain.as_str());
    let known = long.is_some()
        || plain.ends_with("n't")
        || plain.ends_with("'re")
        || plain.ends_with("'ve");
    if !known {
        return None;
    }
    let what = format!("\"{}\" is too light for its year", word.text);
    Some(match long {
        Some(long) => {
            let becomes = match word.has_capital() {
                true => capital(long),
                false => (*long).to_owned(),
            };
            TextProblem::certain(Rule::Contraction, what, text, word.at..word.end(), becomes)
        }
        None => TextProblem::new(Rule::Contraction, what, "write it in full"),
    })
}

/// Reports "19th May": a day has no ending in house style.
fn day_ending(text: &str, rest: &[Word<'_>]) -> Option<TextProblem> {
    let (first, month) = (rest.first()?, rest.get(1)?);
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| first.text.strip_suffix(end))?;
    let is_day = digits
        .parse::<u8>()
        .is_ok_and(|day| (1..=31).contains(&day));
    if !is_day || !MONTHS.contains(&month.text) || first.parted {
        return None;
    }
    Some(TextProblem::certain(
        Rule::DateStyle,
        format!(
            "\"{} {}\" is not how a day is written",
            first.text, month.text
        ),
        text,
        first.at..month.end(),
        format!("{digits} {}", month.text),
    ))
}

/// Reports "May 19, 2023": the day comes first in house style.
fn month_first(text: &str, rest: &[Word<'_>]) -> Option<TextProblem> {
    let [month, day, year, ..] = rest else {
        return None;
    };
    if !MONTHS.contains(&month.text) || month.parted {
        return None;
    }
    let is_day = day
        .text
        .parse::<u8>()
        .is_ok_and(|day| (1..=31).contains(&day));
    let is_year = Numeral::of(year.text).is_some_and(|year| year.is_year());
    if !is_day || !is_year {
        return None;
    }
    let becomes = format!("{} {} {}", day.text, month.text, year.text);
    let typed = text.get(month.at..year.end()).unwrap_or_default();
    Some(TextProblem::certain(
        Rule::DateStyle,
        format!("\"{typed}\" is not how a day is written"),
        text,
        month.at..year.end(),
        becomes,
    ))
}

/// Reports "2021-22" and "2021–2022": house style is 2021/22.
fn programme_year(text: &str, word: &Word<'_>) -> Option<TextProblem> {
    let (from, to) = word.text.split_once(['-', '–', '/'])?;
    let first: u32 = from.parse().ok().filter(|_| from.len() == 4)?;
    let short = format!("{:02}", (first + 1) % 100);
    let long = (first + 1).to_string();
    let becomes = format!("{from}/{short}");
    if !(to == short || to == long) || word.text == becomes || !(1990..2100).contains(&first) {
        return None;
    }
    Some(TextProblem::certain(
        Rule::DateStyle,
        format!(
            "\"{}\" is not how a year of a programme is written",
            word.text
        ),
        text,
        word.at..word.end(),
        becomes,
    ))
}

/// Reports "Some aspects of policing has declined": a plural subject, and the first verb after it singular.
fn plural_subject(text: &str, rest: &[Word<'_>]) -> Option<TextProblem> {
    let house = house();
    let after = house.openers.at(rest)?;
    let noun = rest.get(after..)?;
    // "Some of the force is" is one; a noun of many ends in s within two words.
    let head = noun
        .iter()
        .take(2)
        .take_while(|word| !word.is("of"))
        .position(|word| {
            let low = word.small();
            low.ends_with('s')
                && !low.ends_with("ss")
                && !low.ends_with("us")
                && !low.ends_with("'s")
        })?;
    let mut beyond = noun.iter().skip(head).take(10);
    if beyond.next()?.parted {
        return None;
    }
    for word in beyond {
        if word.is_one_of(&house.many) || house.parts.has(word.text) {
            return None;
        }
        if let Some(nth) = house.one.iter().position(|one| word.is(one)) {
            let becomes = (*house.many.get(nth)?).to_owned();
            let subject = text.get(rest.first()?.at..noun.get(head)?.end())?;
            return Some(TextProblem::certain(
                Rule::Agreement,
                format!("\"{subject}\" are many, and \"{}\" is of one", word.text),
                text,
                word.at..word.end(),
                becomes,
            ));
        }
        if word.parted {
            return None;
        }
    }
    None
}

/// Reports "The force have": the body is singular.
fn plural_body(context: &TextContext, text: &str, rest: &[Word<'_>]) -> Option<TextProblem> {
    let [the, noun, verb, behind @ ..] = rest else {
        return None;
    };
    // "The force need not pay", "The force need only ask"
    let asks = verb.is("need")
        && behind
            .first()
            .is_some_and(|it| it.is_one_of(&house().need_behind));
    let is_body = the.is("the") && noun.is(&context.noun) && !noun.parted && !asks;
    let nth = house().many.iter().position(|many| verb.is(many))?;
    let becomes = (*house().one.get(nth)?).to_owned();
    is_body.then(|| {
        TextProblem::certain(
            Rule::Agreement,
            format!(
                "the {} is one, and \"{}\" is of many",
                context.noun, verb.text
            ),
            text,
            verb.at..verb.end(),
            becomes,
        )
    })
}

/// Reports "was found by officers": a passive that names the agent last.
fn passive(context: &TextContext, words: &[Word<'_>], at: usize) -> Option<TextProblem> {
    let house = house();
    let word = words
        .get(at)
        .filter(|word| house.be.has(word.text) && !word.parted)?;
    let mut next = at + 1;
    // "is often given": one adverb may stand between.
    if words.get(next)?.text.ends_with("ly") {
        next += 1;
    }
    let verb = words.get(next)?;
    let participle = verb.text.ends_with("ed") || house.irregular.has(verb.text);
    let by = words.get(next + 1)?;
    if !participle || verb.parted || !by.is("by") || by.parted {
        return None;
    }
    let agent = words.get(next + 2..)?;
    let body = agent.first().is_some_and(|word| word.is("the"))
        && agent
            .get(1)
            .is_some_and(|word| word.is(&context.noun) && !word.text.ends_with("'s"));
    (body || house.by.at(agent).is_some()).then(|| {
        TextProblem::new(
            Rule::Passive,
            format!("\"{} {} by\" names last who did it", word.text, verb.text),
            "begin with who did it",
        )
        .at(word.at)
    })
}
