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
        // Words alone are no time, and are printed as they were typed: "immediately" is no embargo.
        typed => match spoken_time(typed, words) {
            Some(until) => words.embargoed.replace("{until}", &until),
            None if typed.contains(|sign: char| sign.is_ascii_digit()) => {
                words.embargoed.replace("{until}", typed)
            }
            None => typed.to_owned(),
        },
    }
}

/// Says whether what is typed says when a notice may be used: at once, from a day on, or from a time of it.
pub fn is_release(typed: &str, words: &ReportWords) -> bool {
    let typed = collapse(typed);
    fold(&typed) == AT_ONCE || spoken_time(&typed, words).is_some()
}

/// Returns a day, with the time where one is typed behind it: "00:01 on 19 May 2023". `None` where it is neither.
fn spoken_time(typed: &str, words: &ReportWords) -> Option<String> {
    if let Some(date) = Date::read(typed) {
        return Some(date.spoken());
    }
    let (day, time) = typed.rsplit_once([' ', 'T'])?;
    let date = Date::read(day)?;
    let (hour, minute) = time.split_once(':')?;
    let number = |digits: &str, below: u8| {
        let is_number = digits.bytes().all(|it| it.is_ascii_digit());
        let number = digits.parse::<u8>().ok().filter(|_| is_number);
        number.filter(|number| *number < below)
    };
    let hour = number(hour, 24).filter(|_| hour.len() <= 2)?;
    let minute = number(minute, 60).filter(|_| minute.len() == 2)?;
    let words = words
        .at_time
        .replace("{time}", &format!("{hour:02}:{minute:02}"));
    Some(words.replace("{date}", &date.spoken()))
}
