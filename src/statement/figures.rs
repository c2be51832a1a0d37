//! Figures in house style: words to ten, digits from 11, commas in thousands.

use crate::assessment::{Assessment, Figure};

/// The mark in a sentence for something that is not written yet.
pub(super) const MISSING: &str = "…";

/// Returns the text on one line, or the mark where it is empty.
pub(super) fn or_missing(text: &str) -> String {
    match super::words::collapse(text) {
        text if text.is_empty() => MISSING.to_owned(),
        text => text,
    }
}

const WORDS: [&str; 11] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Returns a figure as it is spoken: `9` → "nine", `3200` → "3,200", `10` percent → "10 percent",
/// `3.2` million pounds → "£3.2 million". What is no number is spoken as typed.
pub fn spoken(figure: &Figure) -> String {
    let value = super::words::collapse(&figure.value);
    let unit = super::words::collapse(&figure.unit);
    if value.is_empty() {
        return MISSING.to_owned();
    }
    let Some(digits) = grouped(&value) else {
        return with_unit(&value, &unit);
    };
    match unit.to_lowercase().as_str() {
        "%" | "percent" | "per cent" => format!("{digits} percent"),
        "£" | "gbp" | "pound" | "pounds" => format!("£{digits}"),
        "£m" | "£ million" | "million pounds" => format!("£{digits} million"),
        "£bn" | "£ billion" | "billion pounds" => format!("£{digits} billion"),
        _ => with_unit(number_word(&value).unwrap_or(&digits), &unit),
    }
}

/// Returns a figure as it is on record, with the number that it was drawn from: "52 of 506", "94 percent of 3,200".
pub fn recorded(figure: &Figure) -> String {
    let of = super::words::collapse(&figure.of);
    if of.is_empty() {
        return spoken(figure);
    }
    let digits = part(&figure.value, &of).filter(|_| figure.unit.trim().is_empty());
    digits.unwrap_or_else(|| format!("{} of {of}", spoken(figure)))
}

/// Returns the ways in which a figure can be spoken besides its value: the form behind its name in braces, and the
/// words. Those that need a whole are there where the figure has one.
///
/// `{calls.part}` "52 of 506" · `{calls.percent}` "10.3 percent" · `{calls.ratio}` "one in ten" ·
/// `{calls.period}` · `{calls.label}`
pub fn forms(assessment: &Assessment, figure: &Figure) -> Vec<(&'static str, String)> {
    let mut forms = Vec::new();
    let whole = whole(assessment, figure);
    if let Some(whole) = whole {
        let named = [
            ("part", part(&figure.value, whole)),
            ("percent", percent(&figure.value, whole)),
            ("ratio", ratio(&figure.value, whole)),
        ];
        forms.extend(
            named
                .into_iter()
                .filter_map(|(name, words)| Some((name, words?))),
        );
    }
    for (name, text) in [("period", &figure.period), ("label", &figure.label)] {
        let text = super::words::collapse(text);
        if !text.is_empty() {
            forms.push((name, text));
        }
    }
    forms
}

/// Returns the whole that a figure is a part of: the number that it was drawn from, or the figure that it names.
fn whole<'a>(assessment: &'a Assessment, figure: &'a Figure) -> Option<&'a str> {
    if !figure.of.trim().is_empty() {
        return Some(&figure.of);
    }
    let whole = assessment.figure(figure.part_of.trim())?;
    Some(&whole.value)
}

/// Returns "52 of 506": an audit's numbers stay digits.
fn part(value: &str, whole: &str) -> Option<String> {
    Some(format!(
        "{} of {}",
        grouped(value.trim())?,
        grouped(whole.trim())?
    ))
}

/// Returns the value as a fraction of the whole, from 0 to 1; `None` where either is no number, or the value is the
/// larger.
fn share(value: &str, whole: &str) -> Option<f64> {
    let number = |text: &str| text.trim().replace(',', "").parse::<f64>().ok();
    let (value, whole) = (number(value)?, number(whole)?);
    (whole > 0.0 && value >= 0.0 && value <= whole).then(|| value / whole)
}

/// Returns "10.3 percent": one decimal, and none where it is zero.
fn percent(value: &str, whole: &str) -> Option<String> {
    let number = format!("{:.1}", share(value, whole)? * 100.0);
    Some(format!(
        "{} percent",
        number.strip_suffix(".0").unwrap_or(&number)
    ))
}

/// Returns the nearest ratio, "one in ten" or "three in four", with "about" where it is off by more than a twentieth.
fn ratio(value: &str, whole: &str) -> Option<String> {
    let share = share(value, whole)?;
    if share <= 0.0 || share >= 1.0 {
        return None;
    }
    let off = |part: u32, of: u32| (f64::from(part) / f64::from(of) - share).abs() / share;
    let few = (2..=10_u32).flat_map(|of| (1..of).map(move |part| (part, of)));
    // What is rarer than one in ten is one in so many.
    let rare = (11..=1000_u32).map(|of| (1, of));
    let (part, of) = few
        .chain(rare)
        .min_by(|(part, of), (other, another)| off(*part, *of).total_cmp(&off(*other, *another)))?;
    let words = |number: u32| {
        let digits = number.to_string();
        number_word(&digits).map_or(digits.clone(), str::to_owned)
    };
    let about = if off(part, of) > 0.05 { "about " } else { "" };
    Some(format!("{about}{} in {}", words(part), words(of)))
}

fn with_unit(value: &str, unit: &str) -> String {
    if unit.is_empty() {
        value.to_owned()
    } else {
        format!("{value} {unit}")
    }
}

/// Returns the word for a whole number up to ten.
pub fn number_word(value: &str) -> Option<&'static str> {
    WORDS.get(value.parse::<usize>().ok()?).copied()
}

/// Puts commas into the thousands of a run of digits.
pub fn group_thousands(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns the number with commas in its thousands; `None` where the value is no plain number. A number
/// with a leading zero (a docket, a code) is no amount, and is left alone.
fn grouped(value: &str) -> Option<String> {
    let (sign, number) = match value.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", value),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if !digits(whole) || leading_zero || fraction.is_some_and(|fraction| !digits(fraction)) {
        return None;
    }
    let mut spoken = format!("{sign}{}", group_thousands(whole));
    if let Some(fraction) = fraction {
        spoken.push('.');
        spoken.push_str(fraction);
    }
    Some(spoken)
}

#[cfg(test)]
mod tests;
