//! Laws of differences and merges, tried on versions that grew apart by random edits.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::OnceLock;

use proptest::prelude::*;

use super::small_tests::orderless;
use super::*;
use crate::assessment::align::words as words_of;
use crate::assessment::{
    Edit, FieldSpec, Item, Recommendation, RecordAt, Shape, differences, edits, tables_tests,
};

/// A choice of an edit: what, where, which, and how new ids are made.
pub(crate) type EditChoice = (u8, usize, usize, usize);

pub(crate) fn choices() -> impl Strategy<Value = Vec<EditChoice>> {
    let one = (
        any::<u8>(),
        0..10_000_usize,
        0..10_000_usize,
        0..10_000_usize,
    );
    prop::collection::vec(one, 0..14)
}

pub(crate) fn cases() -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 200;
    }
    config
}

/// Makes versions; no word that it writes is written twice.
pub(crate) struct Hand {
    name: &'static str,
    written: usize,
    /// What the ids of new items begin with, where no other hand may give the same.
    ids: &'static str,
}

impl Hand {
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            written: 0,
            ids: "",
        }
    }

    fn words(&mut self, many: usize) -> String {
        let mut word = || {
            self.written += 1;
            format!("w{}{}", self.name, self.written)
        };
        (0..=many % 3).map(|_| word()).collect::<Vec<_>>().join(" ")
    }

    /// Returns a new item, which names others of the draft.
    fn item(&mut self, of: &Assessment, list: List, n: usize) -> Item {
        let words = self.words(n);
        let any = |list: List, n: usize| {
            let all: Vec<&str> = of.ids(list).collect();
            all.get(n % (all.len() + 1))
                .map_or(String::new(), |id| (*id).to_owned())
        };
        let text = |text: &str| Value::Text(text.to_owned());
        let special = match list {
            List::Findings => vec![
                ("heading", text(["victims", "overall"][n % 2])),
                ("kind", text(["concern", "strength"][n % 2])),
                (
                    "text",
                    text(&format!("{words} {{{}}}", any(List::Figures, n))),
                ),
                ("evidence", Value::List(vec![any(List::Evidence, n)])),
            ],
            List::Figures => vec![
                ("source", text(&any(List::Evidence, n))),
                ("part-of", text(&any(List::Figures, n))),
            ],
            List::Responses => vec![("by", text(["the force", "the mayor"][n % 2]))],
            List::Notes | List::Accepted => vec![("on", text(&any(List::Findings, n)))],
            List::Tray => vec![("of", text(&any(List::Findings, n)))],
            List::Overrides => {
                let [one, other] = [n, n / 3].map(|n| any(List::Findings, n));
                vec![("sentence", text(&format!("{one}+{other}")))]
            }
            _ => Vec::new(),
        };
        let mut item = Item::new(list);
        let fields = item.fields_mut();
        fields
            .set_value(list.spec().says, Some(text(&words)))
            .unwrap();
        if let Some(nth) = fields.position("id") {
            let id = match self.ids {
                "" => of.free_id(list),
                own => format!("{own}{}", self.written),
            };
            fields.set_value(nth, Some(text(&id))).unwrap();
        }
        for (key, value) in special {
            let nth = fields.position(key).unwrap();
            fields.set_value(nth, Some(value)).unwrap();
        }
        item
    }

    /// Returns a value that the place takes.
    fn value(&mut self, of: &Assessment, place: &Place, n: usize) -> Option<Value> {
        let evidence = || of.ids(List::Evidence).map(str::to_owned);
        Some(match place.shape() {
            _ if n.is_multiple_of(7) && place.key() != "kind" => return None,
            Shape::Choice(words) => Value::Text(words[n % words.len()].into()),
            Shape::Flag => Value::Flag(n.is_multiple_of(2)),
            Shape::Whole => Value::Whole(n as i64 % 3),
            Shape::List => Value::List(evidence().skip(n % 3).step_by(1 + n % 2).collect()),
            Shape::Recommendations => {
                let mut now = match of.get(place) {
                    Some(Value::Recommendations(now)) => now,
                    _ => Vec::new(),
                };
                let many = now.len();
                match n % 4 {
                    0 if many > 0 => drop(now.remove(n % many)),
                    1 if many > 0 => now[n / 4 % many].text = self.words(n),
                    2 if many > 0 => now.rotate_left(1),
                    _ => now.push(Recommendation {
                        text: self.words(n),
                        deadline: self.words(0),
                        ..Recommendation::default()
                    }),
                }
                Value::Recommendations(now)
            }
            // Several may become about the same.
            _ if place.key() == "by" => Value::Text(["the force", "the mayor", ""][n % 3].into()),
            _ => Value::Text(self.words(n)),
        })
    }

    pub(crate) fn edit(&mut self, of: &Assessment, (what, n, m, k): EditChoice) -> Option<Edit> {
        let list = List::ALL[n % List::ALL.len()];
        let len = of.len(list);
        match what % 8 {
            0 | 1 => {
                let at = m % (len + 1);
                let item = self.item(of, list, k);
                // No sentence has two hand edits.
                let twice = |item: &Item| match item {
                    Item::Override(new) => {
                        of.overrides.iter().any(|old| old.sentence == new.sentence)
                    }
                    _ => false,
                };
                (!twice(&item)).then_some(Edit::Insert { at, item })
            }
            2 => {
                let at = m % len.max(1);
                let item = of.item(list, at)?;
                Some(Edit::Remove { at, item })
            }
            3 => (len > 0).then(|| Edit::Move {
                list,
                from: m % len,
                to: k % len,
            }),
            _ => {
                let place = any_place(of, n * 31 + m);
                let (before, after) = (of.get(&place), self.value(of, &place, k));
                Some(Edit::Set {
                    place,
                    before,
                    after,
                })
            }
        }
    }

    fn version(&mut self, from: &Assessment, choices: &[EditChoice]) -> Assessment {
        let mut version = from.clone();
        for choice in choices {
            if let Some(edit) = self.edit(&version, *choice) {
                edit.apply(&mut version).unwrap();
            }
        }
        version
    }
}

/// Returns the place of every record of an assessment.
fn records(of: &Assessment) -> Vec<RecordAt<'_>> {
    let mut all = tables_tests::records(of);
    all.retain(|at| !matches!(at, RecordAt::Judgment(_)));
    all.extend(["victims", "leadership"].map(RecordAt::Judgment));
    all
}

/// Returns true where the field holds neither an id nor what names one.
fn is_free(spec: &FieldSpec) -> bool {
    let names = [
        "id",
        "part-of",
        "source",
        "sentence",
        "on",
        "needs-first",
        "framework",
    ];
    !names.contains(&spec.key)
}

/// The address of every value of a record but the ids and what names them.
fn places(record: RecordAt<'_>) -> impl Iterator<Item = Place> {
    let free = record.specs().iter().enumerate();
    let free = free.filter(|(_, spec)| is_free(spec));
    free.filter_map(move |(nth, _)| Place::of(record, nth))
}

/// One of an assessment: a short record is chosen as often as a long one.
fn any_place(of: &Assessment, n: usize) -> Place {
    let records = records(of);
    let record = records[n % records.len()];
    let places: Vec<Place> = places(record).collect();
    places[n / records.len() % places.len()].clone()
}

/// Returns every word that a hand has written.
fn written(of: &Assessment) -> BTreeSet<String> {
    let places: Vec<Place> = records(of).into_iter().flat_map(places).collect();
    let texts = places.iter().filter_map(|place| of.text(place));
    let words = texts.flat_map(str::split_whitespace);
    let ours = words.filter(|word| word.starts_with('w'));
    ours.map(str::to_owned).collect()
}

pub(crate) fn base() -> &'static Assessment {
    static BASE: OnceLock<Assessment> = OnceLock::new();
    BASE.get_or_init(make_base)
}

/// Makes a draft with something in every list.
fn make_base() -> Assessment {
    let mut hand = Hand::new("b");
    let mut base = Assessment::default();
    let inserts = (0..35).map(|n| (0, n, n * 5, n * 3));
    let sets = (0..60).map(|n| (4 + (n % 4) as u8, n * 7, n * 13, n * 11 + 1));
    for choice in inserts.chain(sets) {
        if let Some(edit) = hand.edit(&base, choice) {
            edit.apply(&mut base).unwrap();
        }
    }
    base
}

fn versions(
    start: &[EditChoice],
    ours: &[EditChoice],
    theirs: &[EditChoice],
) -> (Assessment, Assessment, Assessment) {
    let base = Hand::new("s").version(base(), start);
    let ours = Hand::new("o").version(&base, ours);
    let theirs = Hand::new("t").version(&base, theirs);
    (base, ours, theirs)
}

fn ids_are_unique(of: &Assessment) -> bool {
    List::ALL.iter().all(|list| {
        let mut seen = BTreeSet::new();
        of.ids(*list).all(|id| seen.insert(id))
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn edits_lead_from_one_version_to_another_and_back(start in choices(), ours in choices(), theirs in choices()) {
        let (_, from, to) = versions(&start, &ours, &theirs);
        let edits = edits(&from, &to);
        let mut now = from.clone();
        for edit in &edits {
            prop_assert_eq!(edit.apply(&mut now), Ok(()), "{:?}", edit);
        }
        prop_assert_eq!(&now, &to);
        for edit in edits.iter().rev() {
            prop_assert_eq!(edit.inverse().apply(&mut now), Ok(()), "{:?}", edit);
        }
        prop_assert_eq!(&now, &from);
        let found = differences(&from, &to);
        prop_assert_eq!(found.is_empty(), edits.is_empty());
        for each in found.iter().filter(|each| !each.what.starts_with("order of")) {
            let (there, words) = if each.what.ends_with("was taken out") {
                (&from, &each.before)
            } else {
                (&to, &each.after)
            };
            let value = there.get(&each.place).as_ref().map(words_of);
            prop_assert_eq!(&value, words, "{:?}", each);
        }
    }

    #[test]
    fn a_side_that_changed_nothing_changes_nothing(start in choices(), ours in choices()) {
        let (base, ours, _) = versions(&start, &ours, &[]);
        for (own, other) in [(&base, &ours), (&ours, &base), (&ours, &ours)] {
            let merged = merge(&base, own, other);
            prop_assert_eq!(&merged.assessment, &ours);
            prop_assert_eq!(merged.conflicts.len(), 0);
        }
    }

    /// The same by the long way: something else has changed as well.
    #[test]
    fn what_one_side_alone_changed_stands(start in choices(), ours in choices()) {
        let (base, mut ours, _) = versions(&start, &ours, &[]);
        ours.subject = base.subject.clone();
        let mut theirs = base.clone();
        theirs.subject.name = "Kent Police".into();
        let mut wanted = ours.clone();
        wanted.subject.name.clone_from(&theirs.subject.name);
        for (own, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = merge(&base, own, other);
            prop_assert_eq!(&merged.assessment, &wanted);
            prop_assert_eq!(merged.conflicts.len(), 0);
        }
    }

    #[test]
    fn no_word_of_either_side_is_lost(start in choices(), ours in choices(), theirs in choices()) {
        let (base, ours, theirs) = versions(&start, &ours, &theirs);
        let old = written(&base);
        let new: BTreeSet<String> = written(&ours).union(&written(&theirs)).cloned().collect();
        for (own, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = merge(&base, own, other);
            let kept = written(&merged.assessment);
            let lost: Vec<&String> = new.difference(&old).filter(|word| !kept.contains(*word)).collect();
            prop_assert!(lost.is_empty(), "{:?}", lost);
            prop_assert!(!ids_are_unique(own) || !ids_are_unique(other) || ids_are_unique(&merged.assessment));
            for conflict in &merged.conflicts {
                prop_assert_eq!(&merged.assessment.get(&conflict.place), &conflict.ours, "{:?}", conflict);
                prop_assert!(conflict.stands_already() || merged.assessment.notes.iter().any(|note| conflict.is_told_by(note)));
                // It can be shown side by side, and taken.
                prop_assert_eq!(conflict.place_in(&merged.assessment), Some(conflict.place.clone()), "{:?}", conflict);
            }
        }
    }

    /// Ours was saved, and theirs grew out of what was there when it was opened: it never saw ours.
    #[test]
    fn no_word_put_in_since_a_draft_was_opened_is_taken_out_by_who_never_saw_it(start in choices(), ours in choices(), theirs in choices()) {
        let (opened, ours, theirs) = versions(&start, &ours, &theirs);
        let merged = merge_since(&opened, &ours, &ours, &theirs);
        let kept = written(&merged.assessment);
        let old = written(&opened);
        let new: BTreeSet<String> = written(&ours).union(&written(&theirs)).cloned().collect();
        let lost: Vec<&String> = new.difference(&old).filter(|word| !kept.contains(*word)).collect();
        prop_assert!(lost.is_empty(), "{:?}", lost);
    }

    #[test]
    fn merging_again_changes_nothing(start in choices(), ours in choices(), theirs in choices()) {
        let (base, ours, theirs) = versions(&start, &ours, &theirs);
        for (own, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let once = merge(&base, own, other).assessment;
            let twice = merge(&base, &once, other).assessment;
            let edits = edits(&once, &twice);
            prop_assert!(edits.is_empty(), "{:#?}", edits);
            prop_assert_eq!(once, twice);
        }
    }

    /// The same is merged, whoever merges: with their value taken wherever both changed one, it is what they get. The
    /// order may be another.
    #[test]
    fn a_merge_is_the_same_from_both_sides(start in choices(), ours in choices(), theirs in choices()) {
        let base = Hand::new("s").version(base(), &start);
        let version = |name, choices: &[EditChoice]| {
            let ids = name;
            Hand { ids, ..Hand::new(name) }.version(&base, choices)
        };
        let (ours, theirs) = (version("o", &ours), version("t", &theirs));
        let mut here = merge(&base, &ours, &theirs);
        let there = merge(&base, &theirs, &ours);
        prop_assert_eq!(here.conflicts.len(), there.conflicts.len());
        for conflict in &here.conflicts {
            here.assessment.set(&conflict.place, conflict.theirs.clone()).unwrap();
            here.assessment.tidy(&conflict.place);
        }
        prop_assert_eq!(orderless(here.assessment), orderless(there.assessment));
    }
}
