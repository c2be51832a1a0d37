//! Days of the calendar, as drafts write them and as people do.

use crate::text::fold;

/// A day of the calendar, as drafts write it: `2023-05-19`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the last of the month.
    pub day: u8,
}

/// The months, as they are spoken.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Reads a day as people write it: "22 June 2023", "22nd of June, 2023", "Thursday, June 22 2023", "22/6/23",
    /// "2023-06-22". Numbers alone are in British order, day before month. Returns `None` where it is not a day of the
    /// calendar, where it has no year, and where it names another day of the week.
    ///
    /// ```
    /// use assay::assessment::Date;
    ///
    /// let day = |typed| Date::read(typed).map(|date| date.to_string());
    /// assert_eq!(day("22 June 2023").as_deref(), Some("2023-06-22"));
    /// assert_eq!(day("4/5/2023").as_deref(), Some("2023-05-04"));
    /// assert_eq!(day("Friday 22 June 2023"), None);
    /// ```
    pub fn read(typed: &str) -> Option<Self> {
        // What is longer is no day, and is not cut into pieces.
        if typed.len() > 64 {
            return None;
        }
        let folded = fold(typed);
        let words = folded.split(|sign: char| !sign.is_alphanumeric());
        let mut weekday = None;
        let mut parts = Vec::new();
        for word in words.filter(|word| !matches!(*word, "" | "of" | "the")) {
            match named(word, &WEEKDAYS) {
                Some(nth) if weekday.is_none() => weekday = Some(nth),
                _ => parts.push(word),
            }
        }
        let [first, second, third] = <[&str; 3]>::try_from(parts).ok()?;
        let month = |word| named(word, &MONTHS).map(|nth| nth + 1);
        let year_first = first.len() == 4 && digits(first).is_some();
        let (day, month, year) = match (month(first), month(second)) {
            (Some(month), None) => (day_of(second)?, month, year_of(third)?),
            (None, Some(month)) if year_first => (day_of(third)?, month, year_of(first)?),
            (None, Some(month)) => (day_of(first)?, month, year_of(third)?),
            (None, None) if year_first => (digits(third)?, digits(second)?, year_of(first)?),
            (None, None) => (digits(first)?, digits(second)?, year_of(third)?),
            (Some(_), Some(_)) => return None,
        };
        let date = Self {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        };
        let right = weekday.is_none_or(|nth| nth == date.weekday());
        (date.is_known() && right).then_some(date)
    }

    /// Returns the day of the week, counted from Sunday.
    fn weekday(self) -> u16 {
        // Each month begins so many days of the week after January, where the year is counted from March.
        const SHIFTS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let shift = SHIFTS.get(usize::from(self.month) - 1).copied();
        // Four centuries are whole weeks, and keep the year above nothing.
        let year = self.year + 400 - u16::from(self.month < 3);
        let days = year + year / 4 - year / 100 + year / 400;
        (days + shift.unwrap_or_default() + u16::from(self.day)) % 7
    }

    /// Reads `2023-05-19`; returns `None` where it is not a day of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, many: usize| {
            part.len() == many && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        let date = Self {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        date.is_known().then_some(date)
    }

    fn is_known(self) -> bool {
        (1..=12).contains(&self.month) && (1..=self.last_of_month()).contains(&self.day)
    }

    fn last_of_month(self) -> u8 {
        let by = |years: u16| self.year.is_multiple_of(years);
        let leap = by(4) && (!by(100) || by(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Returns the day in house style: "19 May 2023".
    pub fn spoken(self) -> String {
        format!("{} {}", self.day, self.spoken_month())
    }

    /// Returns its month: "May 2023".
    pub fn spoken_month(self) -> String {
        let month = MONTHS.get(usize::from(self.month).saturating_sub(1));
        format!("{} {}", month.copied().unwrap_or_default(), self.year)
    }
}

/// The days of the week.
const WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

/// Returns the place of a name that a folded word is, or begins with three letters or more.
fn named(word: &str, names: &[&str]) -> Option<u16> {
    let begins = |name: &&str| word.len() >= 3 && fold(name).starts_with(word);
    let nth = names.iter().position(begins)?;
    u16::try_from(nth).ok()
}

/// Reads "22" or "22nd".
fn day_of(word: &str) -> Option<u16> {
    let bare = word.trim_end_matches(|sign: char| sign.is_ascii_lowercase());
    let ending = word.strip_prefix(bare)?;
    match ending {
        "" | "st" | "nd" | "rd" | "th" => digits(bare),
        _ => None,
    }
}

/// Reads "2023", or "23" of this century.
fn year_of(word: &str) -> Option<u16> {
    match word.len() {
        2 => digits(word).map(|year| 2000 + year),
        4 => digits(word),
        _ => None,
    }
}

/// Reads a number of digits alone.
fn digits(word: &str) -> Option<u16> {
    let all = word.bytes().all(|byte| byte.is_ascii_digit());
    if all { word.parse().ok() } else { None }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn a_day_is_read_spoken_and_written() {
        let date = Date::parse("2023-05-19").map(|date| (date.spoken(), date.to_string()));
        assert_eq!(date, Some(("19 May 2023".into(), "2023-05-19".into())));
        for wrong in [
            "2023-02-29",
            "2023-13-01",
            "2023-5-1",
            "2023-05-19-1",
            "today",
            "",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        assert!(Date::parse("2024-02-29").is_some());
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for typed in [
            "22 June 2023",
            " 22  june 2023 ",
            "22nd June 2023",
            "22nd of June, 2023",
            "the 22nd of June 2023",
            "Thursday 22 June 2023",
            "Thu, 22 Jun 2023",
            "June 22 2023",
            "June 22nd, 2023",
            "2023 June 22",
            "22 Jun. 2023",
            "22-June-2023",
            "22/6/2023",
            "22/06/2023",
            "22.6.2023",
            "22 6 2023",
            "22-06-2023",
            "22/6/23",
            "22 June ’23",
            "2023-06-22",
            "2023-6-22",
            "2023/06/22",
            "２２ June ２０２３",
        ] {
            let read = Date::read(typed).map(Date::spoken);
            assert_eq!(read.as_deref(), Some("22 June 2023"), "{typed}");
        }
        // An order that could be two is the British one.
        let read = Date::read("4/5/2023").map(Date::spoken);
        assert_eq!(read.as_deref(), Some("4 May 2023"));
        let read = Date::read("1 Sept 2024").map(Date::spoken);
        assert_eq!(read.as_deref(), Some("1 September 2024"));
        for wrong in [
            "",
            "June",
            "22 June",
            "June 2023",
            "31 June 2023",
            "29 February 2023",
            "6/22/2023",
            "0/6/2023",
            "22/6/202",
            "Friday 22 June 2023",
            "22 Ju 2023",
            "22xx June 2023",
            "22 June 2023 2023",
            "22 June June",
            "99999999999999999999 June 2023",
            "within 3 months",
            "½ June 2023",
        ] {
            assert_eq!(Date::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_that_is_written_is_read_again_in_every_form() {
        for (year, weekday) in [
            (1583, 6),
            (1900, 1),
            (2000, 6),
            (2023, 0),
            (2024, 1),
            (9999, 5),
        ] {
            let first = Date {
                year,
                month: 1,
                day: 1,
            };
            assert_eq!(first.weekday(), weekday, "{first}");
            let mut days = 0;
            for month in 1..=12 {
                for day in 1..=31 {
                    let date = Date { year, month, day };
                    if !date.is_known() {
                        continue;
                    }
                    assert_eq!(Date::parse(&date.to_string()), Some(date));
                    assert_eq!(date.weekday(), (weekday + days) % 7, "{date}");
                    let name = WEEKDAYS[usize::from(date.weekday())];
                    for form in [
                        date.to_string(),
                        date.spoken(),
                        format!("{day}/{month}/{year}"),
                        format!("{name}, {}", date.spoken()),
                    ] {
                        assert_eq!(Date::read(&form), Some(date), "{form}");
                    }
                    days += 1;
                }
            }
        }
    }
}
