//! Figures: numbers that are typed once and spoken everywhere.

use super::declare::record;
use super::value::Shape;

record! {
    /// A number of the draft's ledger. Prose names it as `{id}`.
    Figure / FigureField {
        /// Identity, made once; what prose names.
        Id id: String = "id", Shape::Id;
        /// The number as typed (`50000`, `10.3`), or words.
        Value value: String = "value", Shape::Amount;
        /// The unit that it counts in: "percent", "£", "days".
        Unit unit: String = "unit", Shape::Line;
        /// Its name, for people who read the ledger.
        Label label: String = "label", Shape::Line;
        /// The time that it covers: "year ending 30 June 2022".
        Period period: String = "period", Shape::Line;
        /// The whole that it was drawn from, a number (`x of n`).
        Of of: String = "of", Shape::Amount;
        /// The id of the figure that it is a part of.
        PartOf part_of: String = "part-of", Shape::Line;
        /// The id of the evidence that it comes from.
        Source source: String = "source", Shape::Line;
    }
}

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
        let known =
            (1..=12).contains(&date.month) && (1..=date.last_of_month()).contains(&date.day);
        known.then_some(date)
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
        let month = MONTHS
            .get(usize::from(self.month).saturating_sub(1))
            .copied()
            .unwrap_or_default();
        format!("{} {} {}", self.day, month, self.year)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
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
}
