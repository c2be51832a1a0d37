//! Numbers in prose: those that belong in the ledger, and how the others are written.

use super::Rule;
use super::house::house;
use super::text_context::{TextContext, TextProblem};
use super::words::{Numeral, Word};
use crate::assessment::MONTHS;
use crate::statement::{group_thousands, number_word};
use crate::text::capital;

/// The way in which a text refers to figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureUse {
    /// Freely: numbers need not be in the ledger.
    Any,
    /// By their names in braces.
    Named,
    /// As they are spoken: a hand edit.
    Spoken,
}

/// A number with the words around it.
struct NumberInText<'w, 't> {
    words: &'w [Word<'t>],
    at: usize,
    numeral: Numeral,
}

impl<'w, 't> NumberInText<'w, 't> {
    fn word(&self, step: isize) -> Option<&'w Word<'t>> {
        self.words.get(self.at.checked_add_signed(step)?)
    }

    fn next(&self) -> Option<&'w Word<'t>> {
        let here = self.word(0)?;
        self.word(1).filter(|_| !here.parted)
    }

    fn before(&self) -> Option<&'w Word<'t>> {
        self.word(-1).filter(|word| !word.parted)
    }

    /// Returns true where it belongs to a date, a name or a number that everybody knows.
    fn is_name(&self) -> bool {
        let house = house();
        let is_month = |word: &Word<'_>| MONTHS.contains(&word.text);
        let named = self.before().is_some_and(|word| {
            house.named_by.has(word.text) || is_month(word) || word.has_capital() && !word.opens
        });
        // "May 19, 2023": a comma stands between.
        let dated = self.next().is_some_and(is_month);
        let known = self
            .word(0)
            .is_some_and(|word| house.known_numbers.has(word.text));
        self.numeral.is_year() || named || dated || known || self.is_year_behind()
    }

    /// Returns true where it is a year of centuries ago, by the word before it and nothing behind it: "since 1839".
    fn is_year_behind(&self) -> bool {
        let year = |whole: u64| (1000..1900).contains(&whole);
        let opens = |word: &Word<'_>| word.is_one_of(&["in", "since", "until", "from"]);
        // "one in 1200"
        let share = self.word(-2).is_some_and(|word| {
            word.text == "one" || word.text.starts_with(|sign: char| sign.is_ascii_digit())
        });
        !share
            && self.before().is_some_and(opens)
            && self.next().is_none_or(|word| {
                let goes_on = ["and", "but", "as", "by", "to", "for", "when", "after"];
                !word.text.starts_with(char::is_alphabetic) || word.is_one_of(&goes_on)
            })
            && !self.numeral.comma
            && self.numeral.whole().is_some_and(year)
    }

    /// Returns true where it is a span of time that is no finding: "within 28 days", "24 hours a day".
    fn is_span(&self) -> bool {
        let house = house();
        let time = self.next().is_some_and(|word| house.times.has(word.text));
        let span = self.before().is_some_and(|word| house.spans.has(word.text));
        time && (span || self.numeral.digits == "24")
    }

    /// Returns true where it is an age: "under 18", "over 65".
    fn is_age(&self) -> bool {
        let bounded = self
            .before()
            .is_some_and(|word| word.is_one_of(&["under", "over"]));
        let small = self.numeral.whole().is_some_and(|whole| whole < 100);
        let ends = self
            .next()
            .is_none_or(|word| word.is_one_of(&["and", "or", "who", "in", "at"]));
        bounded && small && ends && !self.numeral.marked
    }

    fn is_percent(&self) -> bool {
        let next = self.next().map(Word::small);
        self.numeral.marked || next.is_some_and(|word| word == "percent" || word == "per")
    }

    /// Returns true for the small number in "4 of 40" or "1 to 12", which keeps its digits beside a large one.
    fn is_beside_a_larger_one(&self) -> bool {
        const LINKS: [&str; 6] = ["of", "to", "and", "or", "out", "in"];
        let large = |step: isize| {
            let other = self.word(step).and_then(|word| Numeral::of(word.text));
            other.is_some_and(|other| {
                other.whole().is_some_and(|whole| whole > 10) && !other.is_year()
            })
        };
        let linked = |word: Option<&Word<'_>>| word.is_some_and(|word| word.is_one_of(&LINKS));
        linked(self.next()) && (2..=4).any(large)
            || linked(self.before()) && [-2, -3].into_iter().any(large)
    }

    /// Returns the number of words, from this one on, of a part and its whole ("11 of 40").
    fn of_whole(&self) -> Option<usize> {
        let mut step = 1;
        let of = |step| self.word(step).filter(|word| word.is("of") && !word.parted);
        if self.word(1).is_some_and(|word| word.is("out")) {
            step += 1;
        }
        of(step)?;
        step += 1;
        if self.word(step).is_some_and(|word| word.is("the")) {
            step += 1;
        }
        Numeral::of(self.word(step)?.text)?;
        usize::try_from(step + 1).ok()
    }
}

/// Returns true where the number that a word begins belongs to a date, a name or a number that everybody knows.
pub(super) fn is_in_name(words: &[Word<'_>], at: usize) -> bool {
    let numeral = words.get(at).and_then(|word| Numeral::of(word.text));
    numeral.is_some_and(|numeral| NumberInText { words, at, numeral }.is_name())
}

/// Scans a text for numbers that belong in the ledger, or are typed again.
pub(super) fn scan(
    context: &TextContext,
    text: &str,
    words: &[Word<'_>],
    figures: FigureUse,
) -> Vec<TextProblem> {
    let mut found = Vec::new();
    if figures == FigureUse::Any {
        return found;
    }
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let here = at;
        at += 1;
        let Some(numeral) = Numeral::of(word.text) else {
            continue;
        };
        let number = NumberInText {
            words,
            at: here,
            numeral,
        };
        let whole = number.of_whole();
        let small = number.numeral.whole().is_some_and(|whole| whole <= 10);
        if number.is_name()
            || number.is_span()
            || number.is_age()
            || small && whole.is_none() && !number.is_percent()
        {
            continue;
        }
        if let Some(taken) = whole {
            at = here + taken;
        }
        let last = words.get(at - 1).map_or(text.len(), Word::end);
        let typed = text.get(word.at..last).unwrap_or_default();
        found.extend(number_problem(
            context,
            text,
            word,
            &number,
            (typed, figures),
        ));
    }
    found
}

fn number_problem(
    context: &TextContext,
    text: &str,
    word: &Word<'_>,
    number: &NumberInText<'_, '_>,
    (typed, figures): (&str, FigureUse),
) -> Option<TextProblem> {
    let digits = &number.numeral.digits;
    if let Some((id, spoken)) = context.ledger.get(digits) {
        if figures == FigureUse::Spoken {
            return None;
        }
        let what = format!("\"{typed}\" is the figure {{{id}}}, typed again");
        let named = format!("{{{id}}}");
        let rest = text.get(word.at..).unwrap_or_default();
        let after = rest.strip_prefix(spoken.as_str());
        let whole = after.is_some_and(|after| !after.starts_with(char::is_alphanumeric));
        return Some(match whole {
            true => {
                let range = word.at..word.at + spoken.len();
                TextProblem::certain(Rule::FigureRetyped, what, text, range, named)
            }
            false => {
                let advice = format!("write \"{named}\"");
                TextProblem::new(Rule::FigureRetyped, what, advice).at(word.at)
            }
        });
    }
    if context.wholes.contains(digits) {
        return None;
    }
    let problem = TextProblem::new(
        Rule::BareNumber,
        format!("\"{typed}\" is none of the figures"),
        "add it to Figures with its source, and name it here in braces",
    );
    Some(problem.at(word.at))
}

/// Reports a number that is not in house style: words to ten, commas in thousands.
pub(super) fn form(text: &str, words: &[Word<'_>], at: usize) -> Option<TextProblem> {
    let word = words.get(at)?;
    let numeral = Numeral::of(word.text)?;
    let number = NumberInText { words, at, numeral };
    let numeral = &number.numeral;
    if numeral.marked || numeral.fraction || number.is_name() {
        return None;
    }
    let value = numeral.whole()?;
    let units = number
        .next()
        .is_some_and(|word| house().units.has(word.text));
    if let Some(name) = number_word(&numeral.digits) {
        let beside = number.is_beside_a_larger_one();
        if units || beside || value == 0 {
            return None;
        }
        let name = match word.opens {
            true => capital(name),
            false => name.to_owned(),
        };
        return Some(TextProblem::certain(
            Rule::NumberInWords,
            format!("\"{}\" is a number up to ten", word.text),
            text,
            word.at..word.end(),
            name,
        ));
    }
    if value >= 1000 && !numeral.comma {
        let grouped = group_thousands(&numeral.digits);
        return Some(TextProblem::certain(
            Rule::Thousands,
            format!("\"{}\" has no comma in its thousands", word.text),
            text,
            word.at..word.end(),
            grouped,
        ));
    }
    None
}
