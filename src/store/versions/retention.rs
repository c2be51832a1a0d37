//! The versions that stay, by their age.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::VersionReason;

#[cfg(test)]
mod tests;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The part of the past that one version stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RetentionSpan {
    Day(i64),
    Week(i64),
    Month(i64),
}

impl RetentionSpan {
    /// Returns the span of a time, by its age, or `None` for the last day, of which everything stays.
    fn of(time: Timestamp, now: Timestamp) -> Option<Self> {
        let age = now.duration_since(time);
        let day = time.as_second().div_euclid(24 * 3600);
        if age <= DAY {
            None
        } else if age <= DAY * 30 {
            Some(Self::Day(day))
        } else if age <= DAY * 365 {
            // Day 0 was a Thursday; weeks begin on Mondays.
            Some(Self::Week((day + 3).div_euclid(7)))
        } else {
            let date = time.to_zoned(TimeZone::UTC).date();
            Some(Self::Month(
                i64::from(date.year()) * 12 + i64::from(date.month()),
            ))
        }
    }
}

/// Returns which of these versions stay, which come the newest first: all of the last day, one a day of the last
/// thirty, one a week of the last year, one a month from before; each the last of its span. The newest and the oldest
/// stay always, and what was not merely replaced by a save stays for thirty days at least, whatever else stays of its
/// day.
pub(super) fn staying(versions: &[(Timestamp, VersionReason)], now: Timestamp) -> Vec<bool> {
    let mut taken: Option<RetentionSpan> = None;
    let last = versions.len().saturating_sub(1);
    let stays = |(nth, (time, why)): (usize, &(Timestamp, VersionReason))| {
        if *why != VersionReason::Saved && now.duration_since(*time) <= DAY * 30 {
            return true;
        }
        let Some(span) = RetentionSpan::of(*time, now) else {
            return true;
        };
        let first = taken != Some(span);
        taken = Some(span);
        first || nth == 0 || nth == last
    };
    versions.iter().enumerate().map(stays).collect()
}
