//! Numbers of an old text that go into the ledger.

use super::cues::cues;
use crate::assessment::{Figure, MONTHS};
use crate::statement::spoken;
use crate::text::same;

/// Takes the amounts of a sentence into the ledger, and puts their names in their place. What would not be spoken as it
/// stood, a year, a day and a number of less than eleven stay as they are.
pub(super) fn into_ledger(text: &str, ledger: &mut Vec<Figure>) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut written: Vec<String> = Vec::with_capacity(words.len());
    let mut skip = false;
    for (at, word) in words.iter().enumerate() {
        if std::mem::take(&mut skip) {
            continue;
        }
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '?', '!']);
        let tail = word.get(bare.len()..).unwrap_or_default();
        let next = words.get(at + 1).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|it| words.get(it)).copied();
        match amount(bare, next, tail, before) {
            Some((mut figure, takes_next)) => {
                figure.id = format!("n{}", ledger.len() + 1);
                let from = at + 1 + usize::from(takes_next);
                figure.label = label(words.get(from..).unwrap_or_default());
                let tail = match takes_next {
                    true => next.trim_start_matches(char::is_alphabetic),
                    false => tail,
                };
                written.push(format!("{{{}}}{tail}", figure.id));
                skip = takes_next;
                ledger.push(figure);
            }
            None => written.push((*word).to_owned()),
        }
    }
    written.join(" ")
}

/// Returns the figure that a word is, with the unit behind it, and whether that is the next word.
fn amount(bare: &str, next: &str, tail: &str, before: Option<&str>) -> Option<(Figure, bool)> {
    let next = next.trim_end_matches([',', '.', ';', ':', ')', '?', '!']);
    let (pounds, digits) = match bare.strip_prefix('£') {
        Some(rest) => (true, rest),
        None => (false, bare),
    };
    let plain: String = digits.chars().filter(|sign| *sign != ',').collect();
    let number: f64 = plain.parse().ok()?;
    if !plain.starts_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let money = ["million", "billion"]
        .iter()
        .find(|it| pounds && **it == next);
    let percent = next == "percent" && !pounds;
    let takes_next = tail.is_empty() && (money.is_some() || percent);
    let is_date = MONTHS.iter().any(|it| same(it, next))
        || before.is_some_and(|it| MONTHS.iter().any(|month| same(month, it)));
    let is_year = !digits.contains(',') && digits.len() == 4 && (1900.0..2100.0).contains(&number);
    if !takes_next && !pounds && (number < 11.0 || is_year || is_date) {
        return None;
    }
    let unit = match (takes_next, money, pounds) {
        (true, Some(money), _) => format!("£ {money}"),
        (true, None, _) => "percent".to_owned(),
        (false, _, true) => "£".to_owned(),
        (false, _, false) => String::new(),
    };
    let figure = Figure {
        value: plain,
        unit,
        ..Figure::default()
    };
    let stood = match takes_next {
        true => format!("{bare} {next}"),
        false => bare.to_owned(),
    };
    (spoken(&figure) == stood).then_some((figure, takes_next))
}

/// Returns what a number counts: up to three words behind it, as far as a sign or a small linking word.
fn label(words: &[&str]) -> String {
    let mut label = Vec::new();
    for word in words.iter().take(3) {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '?', '!']);
        let ends = bare.len() < 3 || cues().not_labels.iter().any(|it| it == bare);
        if ends || !bare.chars().all(|it| it.is_alphabetic() || it == '-') {
            break;
        }
        label.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    label.join(" ")
}
