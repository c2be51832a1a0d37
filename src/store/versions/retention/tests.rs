#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use proptest::prelude::*;

use super::VersionReason::{Merged, Saved};
use super::*;

fn now() -> Timestamp {
    "2026-11-22T09:45:00Z".parse().unwrap()
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

/// Returns the ages in hours that stay, of versions of these ages in hours, which come the newest first.
fn left(ages: &[i64]) -> Vec<i64> {
    let versions: Vec<_> = ages
        .iter()
        .map(|age| (now() - hours(*age), Saved))
        .collect();
    let stays = staying(&versions, now());
    let pairs = ages.iter().zip(stays);
    pairs
        .filter(|(_, stays)| *stays)
        .map(|(age, _)| *age)
        .collect()
}

#[test]
fn versions_thin_with_age() {
    // Nothing of the last day goes.
    let day: Vec<i64> = (0..=24).collect();
    assert_eq!(left(&day), day);
    // Then the last of each day: now is 9:45, so that 23:45 the day before yesterday is 34 hours ago.
    let days: Vec<i64> = (0..=96).collect();
    let expected: Vec<i64> = (0..=25).chain([34, 58, 82, 96]).collect();
    assert_eq!(left(&days), expected);
    // A version every six hours for five years.
    let years: Vec<i64> = (0..5 * 365 * 4).map(|nth| nth * 6).collect();
    let left = left(&years);
    let between = |from: i64, to: i64| {
        let days = |age: &&i64| **age > from * 24 && **age <= to * 24;
        left.iter().filter(days).count()
    };
    assert_eq!(between(-1, 1), 5);
    assert!((29..=30).contains(&between(1, 30)), "{}", between(1, 30));
    assert!(
        (48..=49).contains(&between(30, 365)),
        "{}",
        between(30, 365)
    );
    assert!(
        (48..=50).contains(&between(365, 5 * 365)),
        "{}",
        between(365, 5 * 365)
    );
    assert_eq!(left.last(), years.last());
}

#[test]
fn what_was_set_aside_restored_or_merged_stays_for_thirty_days() {
    let merged: Vec<_> = (0..60 * 24)
        .map(|age| (now() - hours(age), Merged))
        .collect();
    let stays = staying(&merged, now());
    assert!(stays[..=30 * 24].iter().all(|stays| *stays));
    let beyond = stays[30 * 24 + 1..].iter().filter(|stays| **stays).count();
    assert!(beyond <= 7, "{beyond}");
    // It takes nobody's place: the day's last save stays beside it.
    let ages = [(0, Saved), (49, Merged), (50, Saved), (900, Saved)];
    let versions = ages.map(|(age, why)| (now() - hours(age), why));
    assert_eq!(staying(&versions, now()), [true; 4]);
}

proptest! {
    #[test]
    fn thinning_keeps_the_newest_and_the_oldest_and_is_done_at_once(
        mut ages in prop::collection::vec((-100_i64..40_000, 0_usize..4), 0..200),
    ) {
        ages.sort_unstable();
        let versions: Vec<_> = ages
            .iter()
            .map(|(age, why)| (now() - hours(*age), VersionReason::ALL[*why]))
            .collect();
        let stays = staying(&versions, now());
        prop_assert_eq!(stays.len(), versions.len());
        prop_assert!(stays.first().is_none_or(|stays| *stays));
        prop_assert!(stays.last().is_none_or(|stays| *stays));
        let left: Vec<_> = versions
            .iter()
            .zip(&stays)
            .filter(|(_, stays)| **stays)
            .map(|(version, _)| *version)
            .collect();
        prop_assert!(staying(&left, now()).iter().all(|stays| *stays));
        // Wherever something was, something is left: of each day, week or month.
        let spans = |versions: &[(Timestamp, VersionReason)]| {
            let mut spans: Vec<_> = versions
                .iter()
                .map(|(time, _)| format!("{:?}", RetentionSpan::of(*time, now())))
                .collect();
            spans.dedup();
            spans
        };
        prop_assert_eq!(spans(&left), spans(&versions));
    }
}
