//! When a notice may be used.

use crate::assessment::{Date, Inspection, ReportWords};
use crate::statement::words::collapse;
use crate::text::fold;

/// The word of an inspection for a notice that may be used at once.
const AT_ONCE: &str = "immediate";

/// Returns the words that say when a notice may be used, as the framework has them; empty where the inspection does not say.
pub fn release_words(inspection: &Inspection, words: &ReportWords) -> String {
    let typed = collapse(&inspection.release);
    match typed.as_str() {
        "" => String::new(),
        typed if fold(typed) == AT_ONCE => words.immediate.clone(),
        typed => {
            let until = spoken_time(typed, words).unwrap_or_else(|| typed.to_owned());
            words.embargoed.replace("{until}", &until)
        }
    }
}

/// Says whether what is typed says when a notice may be used: at once, from a day on, or from a time of it.
pub fn is_release(typed: &str, words: &ReportWords) -> bool {
    let typed = collapse(typed);
    fold(&typed) == AT_ONCE || spoken_time(&typed, words).is_some()
}

/// Returns a day, with the time where one is typed behind it: "00:01 on 19 May 2023". `None` where it is neither.
fn spoken_time(typed: &str, words: &ReportWords) -> Option<String> {
    if let Some(date) = Date::parse(typed) {
        return Some(date.spoken());
    }
    let (day, time) = typed.split_once([' ', 'T'])?;
    let date = Date::parse(day)?;
    let (hour, minute) = time.split_once(':')?;
    let number = |digits: &str, below: u8| {
        let is_number = digits.len() == 2 && digits.bytes().all(|it| it.is_ascii_digit());
        is_number && digits.parse::<u8>().is_ok_and(|number| number < below)
    };
    (number(hour, 24) && number(minute, 60)).then(|| {
        let words = words.at_time.replace("{time}", time);
        words.replace("{date}", &date.spoken())
    })
}
