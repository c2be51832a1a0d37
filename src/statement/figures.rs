//! Figures in house style: words to ten, digits from 11, commas in thousands.

use crate::assessment::Figure;

/// What stands in a sentence for something that is not written yet.
pub(super) const MISSING: &str = "…";

const WORDS: [&str; 11] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// A figure as it is spoken: `9` → "nine", `3200` → "3,200", `10` percent → "10 percent",
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
        _ => with_unit(in_words(&value).unwrap_or(&digits), &unit),
    }
}

fn with_unit(value: &str, unit: &str) -> String {
    if unit.is_empty() {
        value.to_owned()
    } else {
        format!("{value} {unit}")
    }
}

/// Whole numbers up to ten have words.
fn in_words(value: &str) -> Option<&'static str> {
    WORDS.get(value.parse::<usize>().ok()?).copied()
}

/// The number with commas in its thousands; nothing where the value is no plain number. A number
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
    let mut spoken = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            spoken.push(',');
        }
        spoken.push(digit);
    }
    if let Some(fraction) = fraction {
        spoken.push('.');
        spoken.push_str(fraction);
    }
    Some(spoken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(value: &str, unit: &str) -> String {
        spoken(&Figure {
            value: value.into(),
            unit: unit.into(),
            ..Figure::default()
        })
    }

    #[test]
    fn whole_numbers_have_words_to_ten_and_digits_from_eleven() {
        assert_eq!(say("0", ""), "zero");
        assert_eq!(say("10", "days"), "ten days");
        assert_eq!(say("11", "days"), "11 days");
        assert_eq!(say("50000", ""), "50,000");
        assert_eq!(say("1234567", ""), "1,234,567");
    }

    #[test]
    fn decimals_and_negatives_keep_the_digits_as_typed() {
        assert_eq!(say("10.30", ""), "10.30");
        assert_eq!(say("4321.5", "hours"), "4,321.5 hours");
        assert_eq!(say("-3", ""), "-3");
    }

    #[test]
    fn percentages_and_money_are_always_digits() {
        assert_eq!(say("9", "%"), "9 percent");
        assert_eq!(say("10", "percent"), "10 percent");
        assert_eq!(say("3200", "£"), "£3,200");
        assert_eq!(say("3.2", "£m"), "£3.2 million");
        assert_eq!(say("1.1", "billion pounds"), "£1.1 billion");
    }

    #[test]
    fn what_is_no_number_is_spoken_as_typed() {
        assert_eq!(say("about half", ""), "about half");
        assert_eq!(say("007", ""), "007");
        assert_eq!(say("1.2.3", ""), "1.2.3");
        assert_eq!(say(" ", "days"), MISSING);
    }
}
