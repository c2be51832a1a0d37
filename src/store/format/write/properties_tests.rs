//! Laws that hold for any edit of any draft, tried with hostile texts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use proptest::prelude::*;

use super::tests::{BRACES, COMMENTED, DOTTED, annual, diff, reading, saved_both_ways};
use super::*;
use crate::assessment::{
    Edit, Item as ListItem, List, Place, Recommendation, RecordAt, Shape, Single, Value,
    tables_tests,
};
use crate::store::format::fresh;
use crate::store::format::parts::content_of;

/// Texts that break careless writers of TOML.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\""),
        Just("\"\"\""),
        Just("'''"),
        Just("\\"),
        Just("\\n"),
        Just("\t"),
        Just("e\u{301}"),
        Just("👩\u{200d}🏫"),
        Just("\u{0}"),
        Just("\u{1b}[2J"),
        Just("\u{202e}"),
        Just("\u{feff}"),
        Just("# no"),
        Just("[[findings]]"),
        Just(" = "),
        Just("{x}"),
        Just("\u{2028}"),
        Just("\u{7f}"),
        Just("\u{85}"),
        Just("words and "),
        Just("50_000"),
        Just("2015-01-01"),
        Just("-7.50"),
    ];
    prop_oneof![
        4 => prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,20}",
        1 => Just("x".repeat(5000)),
    ]
}

/// Returns a value that a field of this shape takes.
fn value(shape: Shape, text: String, n: usize) -> Option<Value> {
    Some(match shape {
        Shape::Choice(words) => Value::Text(words[n % words.len()].into()),
        Shape::Flag => Value::Flag(n.is_multiple_of(2)),
        Shape::Whole => Value::Whole(n as i64 - 3),
        Shape::List => Value::List((0..n % 4).map(|i| format!("{text}{i}")).collect()),
        Shape::Recommendations => Value::Recommendations(
            (0..n % 3)
                .map(|i| Recommendation {
                    text: format!("{text}{i}"),
                    ..Recommendation::default()
                })
                .collect(),
        ),
        _ => Value::Text(text),
    })
}

/// Returns the place of every record of an assessment but the head.
fn records<'a>(of: &'a Assessment, framework: &'a Framework) -> Vec<RecordAt<'a>> {
    let mut all = tables_tests::records(of);
    let other =
        |at: &RecordAt| matches!(at, RecordAt::Judgment(_) | RecordAt::Single(Single::Head));
    all.retain(|at| !other(at));
    let headings = framework.headings.iter();
    all.extend(headings.map(|heading| RecordAt::Judgment(&heading.id)));
    all
}

/// Returns the address of every value of a record but its id.
fn places(record: RecordAt<'_>) -> Vec<Place> {
    let mut all = record.places();
    all.retain(|place| place.shape() != Shape::Id);
    all
}

/// Returns one random edit of an assessment as it is, or `None` where the choice does not fit.
fn edit(
    a: &Assessment,
    (what, n, m, text): &(u8, usize, usize, String),
    serial: usize,
) -> Option<Edit> {
    let list = List::ALL[n % List::ALL.len()];
    let id = format!("new{serial}");
    match what % 6 {
        0 => {
            let mut item = ListItem::new(list);
            let fields = item.fields_mut();
            let mut set = |key: &str, text: &str| {
                if let Some(nth) = fields.position(key) {
                    let text = Value::Text(text.to_owned());
                    fields.set_value(nth, Some(text)).unwrap();
                }
            };
            set("id", &id);
            set("heading", "victims");
            let says = RecordAt::Item(list, 0).specs()[list.spec().says];
            set(says.key, text);
            if list == List::Findings {
                set("kind", "context");
            }
            Some(Edit::Insert {
                at: m % (a.len(list) + 1),
                item,
            })
        }
        1 => {
            let at = m % a.len(list).max(1);
            Some(Edit::Remove {
                at,
                item: a.item(list, at)?,
            })
        }
        2 => {
            let len = a.len(list);
            (len > 0).then(|| Edit::Move {
                list,
                from: m % len,
                to: (m / 7) % len,
            })
        }
        _ => {
            let framework = annual();
            let records = records(a, &framework);
            let places = places(records[n % records.len()]);
            let place = places[m % places.len()].clone();
            let after = match m % 5 {
                0 if place.key() != "heading" && place.key() != "kind" => None,
                _ => value(place.shape(), text.clone(), *m),
            };
            let before = a.get(&place);
            // A value may be one that is left out, like "no" for a flag that is "no" where nothing is written.
            let mut with = a.clone();
            let set = Edit::Set {
                place: place.clone(),
                before: before.clone(),
                after,
            };
            set.apply(&mut with).ok()?;
            let after = with.get(&place);
            (before != after).then_some(Edit::Set {
                place,
                before,
                after,
            })
        }
    }
}

/// Every field of every table, as the declaration has them.
#[test]
fn every_field_is_written_and_read_again() {
    let (draft, versions) = tables_tests::versions();
    let base = fresh(&draft, &annual());
    assert_eq!(content_of(&base, &annual()).unwrap(), draft);
    for (place, changed) in versions {
        assert_eq!(
            content_of(&fresh(&changed, &annual()), &annual()).unwrap(),
            changed
        );
        let mut removed = RemovedText::default();
        let text = saved_both_ways(&base, &draft, &changed, &annual(), &mut removed).unwrap();
        assert_ne!(text, base, "{place:?}");
        let back = saved_both_ways(&text, &changed, &draft, &annual(), &mut removed).unwrap();
        assert_eq!(back, base, "{place:?}");
    }
}

/// Marks of the author's that stand in a text.
fn marks(text: &str, prefix: &str) -> Vec<String> {
    let words = text.split([' ', '\n', '\r']);
    let mut marks: Vec<String> = words
        .filter(|word| word.starts_with(prefix))
        .map(str::to_owned)
        .collect();
    marks.sort();
    marks
}

fn bases() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(COMMENTED.to_owned()),
        1 => Just(COMMENTED.replace('\n', "\r\n")),
        1 => Just(format!("\u{feff}{}", COMMENTED.trim_end())),
        2 => Just(BRACES.to_owned()),
        1 => Just(BRACES.replace('\n', "\r\n")),
        2 => Just(DOTTED.to_owned()),
    ]
}

/// Returns a few cases on every run; `PROPTEST_CASES` asks for more.
fn cases() -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 64;
    }
    config
}

proptest! {
    #![proptest_config(cases())]

    /// One field is edited: its line changes, every other byte stays.
    #[test]
    fn an_edit_changes_the_lines_of_its_field_only(base in bases(), n in 0..10_000usize, m in 0..10usize, text in hostile()) {
        let before = reading(&base);
        let framework = annual();
        let records = records(&before, &framework);
        let places = records.into_iter().flat_map(places).filter(|p| p.shape() != Shape::Recommendations);
        let places: Vec<Place> = places.collect();
        let place = places[n % places.len()].clone();
        let set = Edit::Set { place: place.clone(), before: before.get(&place), after: value(place.shape(), text, m) };
        let mut after = before.clone();
        set.apply(&mut after).unwrap();
        let result = saved_both_ways(&base, &before, &after, &annual(), &mut RemovedText::default()).unwrap();
        prop_assert_eq!(content_of(&result, &annual()).unwrap(), after);
        if base.contains("\r\n") {
            prop_assert_eq!(result.matches('\n').count(), result.matches("\r\n").count());
        }
        prop_assert_eq!(base.starts_with('\u{feff}'), result.starts_with('\u{feff}'));
        let lines = diff(&base, &result);
        let out: Vec<&String> = lines.iter().filter(|line| line.starts_with('-')).collect();
        let key = place.key();
        let spans_lines = ["greeting", "evidence"].contains(&key);
        prop_assert!(out.len() <= 1 || spans_lines, "{lines:#?}");
        if let Some(first) = out.first() && !spans_lines && !first.contains('{') {
            prop_assert!(first.contains(key), "{lines:#?}");
        }
    }

    /// Any edits, saved after each, then all taken back, saved after each: what is read is what was meant,
    /// and nothing that the author wrote is missing in the end.
    #[test]
    fn edits_and_their_undoing_lose_nothing(base in bases(), edits in prop::collection::vec((any::<u8>(), 0..1000usize, 0..1000usize, hostile()), 1..12)) {
        let mut removed_text = RemovedText::default();
        let start = reading(&base);
        let (mut now, mut text) = (start.clone(), base.clone());
        let mut done = Vec::new();
        for (serial, choice) in edits.iter().enumerate() {
            let Some(edit) = edit(&now, choice, serial) else { continue };
            let before = now.clone();
            edit.apply(&mut now).unwrap();
            text = saved_both_ways(&text, &before, &now, &annual(), &mut removed_text).unwrap();
            done.push(edit);
            prop_assert_eq!(&content_of(&text, &annual()).unwrap(), &now);
        }
        for finding in &now.findings {
            let mark = format!("# C-f-{}", finding.id);
            prop_assert_eq!(text.contains(&mark), base.contains(&mark), "{} {}", mark, text);
        }
        for edit in done.iter().rev() {
            let before = now.clone();
            edit.inverse().apply(&mut now).unwrap();
            text = saved_both_ways(&text, &before, &now, &annual(), &mut removed_text).unwrap();
        }
        prop_assert_eq!(&now, &start);
        prop_assert_eq!(marks(&text, "C-"), marks(&base, "C-"), "{}", text);
        prop_assert_eq!(marks(&text, "X-"), marks(&base, "X-"), "{}", text);
    }

    /// Many edits, one save.
    #[test]
    fn many_edits_are_saved_at_once(base in bases(), edits in prop::collection::vec((any::<u8>(), 0..1000usize, 0..1000usize, hostile()), 1..30)) {
        let before = reading(&base);
        let mut after = before.clone();
        for (serial, choice) in edits.iter().enumerate() {
            if let Some(edit) = edit(&after, choice, serial) {
                edit.apply(&mut after).unwrap();
            }
        }
        let text = saved_both_ways(&base, &before, &after, &annual(), &mut RemovedText::default());
        prop_assert!(text.is_ok(), "{:#?}", after);
        let again = fresh(&after, &annual());
        prop_assert_eq!(content_of(&again, &annual()).unwrap(), after);
    }
}
