//! Whose inspectors they are: His or Her Majesty's, by the day on which an assessment appears.

use super::{Assessment, Date, vocabulary};
use crate::text::year_in;

/// The words of a reign and its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reign {
    /// The first day; the first that is known began before all.
    pub since: Date,
    /// The words: "His Majesty's".
    pub words: &'static str,
}

/// Returns the reigns that the program knows, the earliest first.
pub fn reigns() -> impl DoubleEndedIterator<Item = Reign> {
    let all = vocabulary().majesties.iter();
    all.filter_map(|[since, words]| {
        let since = Date::parse(since)?;
        Some(Reign { since, words })
    })
}

/// Returns the reign in which a day falls.
pub fn reigning(day: Date) -> Option<Reign> {
    let all = || reigns();
    all()
        .rev()
        .find(|reign| reign.since <= day)
        .or(all().next())
}

impl Assessment {
    /// Returns the words for whose inspectors they are, and the field whose day says so: the day of publication, else
    /// the last of fieldwork, else the end of the year that it is of. Where none is written, they are today's.
    pub fn majesty(&self) -> (&'static str, &'static str) {
        let (reign, path) = self.reign();
        let reign = reign.or_else(|| reigns().next_back());
        (reign.map_or("", |reign| reign.words), path)
    }

    /// Returns the words that it can be: those of the day that says so or, where none is written, all there are, today's
    /// first.
    pub fn majesties(&self) -> impl Iterator<Item = &'static str> {
        let (reign, _) = self.reign();
        let all = reign.is_none().then(|| reigns().rev());
        let all = reign.into_iter().chain(all.into_iter().flatten());
        all.map(|reign| reign.words)
    }

    fn reign(&self) -> (Option<Reign>, &'static str) {
        let period = &self.period;
        let end = |year: u16| Date {
            year,
            month: 12,
            day: 31,
        };
        let days = [
            ("period.published", Date::parse(&period.published)),
            ("period.fieldwork-to", Date::parse(&period.fieldwork_to)),
            ("period.label", year_in(&period.label).map(end)),
        ];
        let known = days.into_iter().find_map(|(path, day)| Some((path, day?)));
        match known {
            Some((path, day)) => (reigning(day), path),
            None => (None, "period.published"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_follows_the_day_of_publication() {
        let mut draft = Assessment::default();
        assert_eq!(draft.majesty().0, "His Majesty's");
        for (label, to, published, words) in [
            ("2015", "", "", "Her Majesty's"),
            ("2022", "", "", "His Majesty's"),
            ("2021/22", "2022-09-30", "", "His Majesty's"),
            ("2021/22", "2022-04-30", "2022-09-07", "Her Majesty's"),
            ("2021/22", "2022-04-30", "2022-09-08", "His Majesty's"),
            ("2021/22", "2022-04-30", "2022-11-25", "His Majesty's"),
        ] {
            draft.period.label = label.to_owned();
            draft.period.fieldwork_to = to.to_owned();
            draft.period.published = published.to_owned();
            assert_eq!(draft.majesty().0, words, "{label} {to} {published}");
        }
    }
}
