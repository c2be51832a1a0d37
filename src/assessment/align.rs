//! Which item of one version of a draft is which item of another.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::Arc;

use super::{
    Acceptance, AcceptanceField, Assessment, Evidence, EvidenceField, Figure, FigureField, Finding,
    FindingField, Head, Inspector, Item, Note, NoteField, Outlook, OutlookField, Overall, Override,
    OverrideField, Period, Place, Recommendation, Record, Response, ResponseField, StatementWords,
    Subject, TrayItem, TrayItemField, Value,
};

/// A record that stands in a list of a draft.
pub(super) trait ListRecord: Record + Eq + Hash {
    /// What one of them is called.
    const NOUN: &'static str;
    /// The list's name in a file.
    const TABLE: &'static str;
    /// Whether [`ListRecord::KEY`] is an identity. For a hand edit its sentence is: one is spoken of each.
    const HAS_ID: bool;
    /// Its identity; or what it is about, by which it can be told where nothing else is alike.
    const KEY: Self::Field;
    /// What it says.
    const WORDS: Self::Field;

    fn place(at: usize, field: Self::Field) -> Place;
    fn item(this: &Arc<Self>) -> Item;
    fn of(assessment: &Assessment) -> &[Arc<Self>];
    fn of_mut(assessment: &mut Assessment) -> &mut Vec<Arc<Self>>;

    fn key_text(&self) -> &str {
        self.text(Self::KEY).unwrap_or_default()
    }
}

macro_rules! listed {
    ($($record:ident / $field:ident $list:ident, $noun:literal, $has_id:literal, $key:ident, $words:ident;)*) => {$(
        impl ListRecord for $record {
            const NOUN: &'static str = $noun;
            const TABLE: &'static str = stringify!($list);
            const HAS_ID: bool = $has_id;
            const KEY: $field = $field::$key;
            const WORDS: $field = $field::$words;

            fn place(at: usize, field: $field) -> Place {
                Place::$record(at, field)
            }

            fn item(this: &Arc<Self>) -> Item {
                Item::$record(Arc::clone(this))
            }

            fn of(assessment: &Assessment) -> &[Arc<Self>] {
                &assessment.$list
            }

            fn of_mut(assessment: &mut Assessment) -> &mut Vec<Arc<Self>> {
                &mut assessment.$list
            }
        }
    )*};
}

listed! {
    Finding / FindingField findings, "finding", true, Id, Text;
    Evidence / EvidenceField evidence, "evidence", true, Id, Title;
    Figure / FigureField figures, "figure", true, Id, Value;
    Outlook / OutlookField outlook, "look-ahead", true, Id, Text;
    Response / ResponseField responses, "response", false, By, Text;
    Note / NoteField notes, "note", false, On, Text;
    Acceptance / AcceptanceField accepted, "acceptance", false, On, Why;
    TrayItem / TrayItemField tray, "waiting", true, Id, Rationale;
    Override / OverrideField overrides, "hand edit", true, Sentence, Text;
}

/// The places of all values that stand in no list and under no heading.
pub(super) fn single_places() -> Vec<Place> {
    let mut all = Vec::new();
    all.extend(Head::FIELDS.iter().copied().map(Place::Head));
    all.extend(Subject::FIELDS.iter().copied().map(Place::Subject));
    all.extend(Inspector::FIELDS.iter().copied().map(Place::Inspector));
    all.extend(Period::FIELDS.iter().copied().map(Place::Period));
    all.extend(StatementWords::FIELDS.iter().copied().map(Place::Statement));
    all.extend(Overall::FIELDS.iter().copied().map(Place::Overall));
    all
}

/// The name in a file of the table that a value stands in; empty for the head, which has none.
pub(super) fn table(place: &Place) -> &'static str {
    match place {
        Place::Head(_) => "",
        Place::Subject(_) => "subject",
        Place::Inspector(_) => "inspector",
        Place::Period(_) => "period",
        Place::Statement(_) => "statement",
        Place::Overall(_) => "overall",
        Place::Judgment(..) => "grades",
        Place::Finding(..) | Place::Recommendation(..) => Finding::TABLE,
        Place::Evidence(..) => Evidence::TABLE,
        Place::Figure(..) => Figure::TABLE,
        Place::Outlook(..) => Outlook::TABLE,
        Place::Response(..) => Response::TABLE,
        Place::Note(..) => Note::TABLE,
        Place::Acceptance(..) => Acceptance::TABLE,
        Place::TrayItem(..) => TrayItem::TABLE,
        Place::Override(..) => Override::TABLE,
    }
}

/// A value as words to be read, none of them left out.
pub(super) fn words(value: &Value) -> String {
    let Value::Recommendations(items) = value else {
        return value.to_string();
    };
    let one = |item: &Recommendation| {
        let parts = [&item.text, &item.deadline, &item.addressee];
        let said: Vec<&str> = parts.into_iter().map(String::as_str).collect();
        let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
        said.join(" · ")
    };
    items.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// Items of two versions in pairs.
pub(super) struct Pairs {
    /// For each item before, its place after.
    pub(super) after: Vec<Option<usize>>,
    /// For each item after, its place before.
    pub(super) before: Vec<Option<usize>>,
}

/// Which of several items alike are paired.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Alike {
    /// The first with the first, the second with the second.
    InOrder,
    /// None of them: who knows which is which?
    Never,
}

impl Pairs {
    /// No pairs yet, of lists of these lengths.
    pub(super) fn none(before: usize, after: usize) -> Self {
        Self {
            after: vec![None; before],
            before: vec![None; after],
        }
    }

    /// For a difference: by identity, and what is left by all but the identity; without an identity by
    /// equality, and what is left by what it is about.
    pub(super) fn nearest<R: ListRecord>(before: &[Arc<R>], after: &[Arc<R>]) -> Self {
        let mut pairs = Self::none(before.len(), after.len());
        pairs.join_ends(before, after);
        if R::HAS_ID {
            pairs.join_keys(before, after, Alike::InOrder);
            let rest = |item: &Arc<R>| without_key(item.as_ref());
            pairs.join(before, after, Alike::InOrder, rest);
        } else {
            pairs.join(before, after, Alike::InOrder, Arc::clone);
            pairs.join_keys(before, after, Alike::InOrder);
        }
        pairs
    }

    /// For a merge: by identity alone; without an identity by equality, and what is left by what it is
    /// about where that leaves no doubt.
    pub(super) fn sure<R: ListRecord>(before: &[Arc<R>], after: &[Arc<R>]) -> Self {
        let mut pairs = Self::none(before.len(), after.len());
        pairs.join_surely(before, after);
        pairs
    }

    /// The same, for what is not paired yet.
    pub(super) fn join_surely<R: ListRecord>(&mut self, before: &[Arc<R>], after: &[Arc<R>]) {
        if R::HAS_ID {
            self.join_keys(before, after, Alike::InOrder);
        } else {
            self.join(before, after, Alike::InOrder, Arc::clone);
            self.join_keys(before, after, Alike::Never);
        }
    }

    /// Pairs two items.
    pub(super) fn pair(&mut self, before: usize, after: usize) {
        if let (Some(one), Some(other)) = (self.after.get_mut(before), self.before.get_mut(after)) {
            *one = Some(after);
            *other = Some(before);
        }
    }

    /// Pairs what both lists begin and end with.
    fn join_ends<R: ListRecord>(&mut self, before: &[Arc<R>], after: &[Arc<R>]) {
        let alike = |(one, other): &(&Arc<R>, &Arc<R>)| one == other;
        let start = before.iter().zip(after).take_while(alike).count();
        let rest = before.len().min(after.len()) - start;
        let ends = before.iter().rev().zip(after.iter().rev()).take(rest);
        let end = ends.take_while(alike).count();
        for at in 0..start {
            self.pair(at, at);
        }
        for back in 1..=end {
            self.pair(before.len() - back, after.len() - back);
        }
    }

    /// Pairs items of the same key that are not paired yet.
    pub(super) fn join_keys<'a, R: ListRecord>(
        &mut self,
        before: &'a [Arc<R>],
        after: &'a [Arc<R>],
        alike: Alike,
    ) {
        self.join(before, after, alike, |item: &'a Arc<R>| item.key_text());
    }

    /// Pairs items that are not paired yet and have the same mark.
    pub(super) fn join<'a, R: ListRecord, K: Eq + Hash>(
        &mut self,
        before: &'a [Arc<R>],
        after: &'a [Arc<R>],
        alike: Alike,
        mark: impl Fn(&'a Arc<R>) -> K,
    ) {
        let mut marked: HashMap<K, (VecDeque<usize>, VecDeque<usize>)> = HashMap::new();
        for (at, item) in alone(&self.after, before) {
            marked.entry(mark(item)).or_default().0.push_back(at);
        }
        if marked.is_empty() {
            return;
        }
        for (at, item) in alone(&self.before, after) {
            if let Some((_, found)) = marked.get_mut(&mark(item)) {
                found.push_back(at);
            }
        }
        for (old, new) in marked.into_values() {
            if alike == Alike::Never && (old.len() > 1 || new.len() > 1) {
                continue;
            }
            for (before, after) in old.into_iter().zip(new) {
                self.pair(before, after);
            }
        }
    }
}

fn alone<'a, T>(paired: &[Option<usize>], items: &'a [T]) -> impl Iterator<Item = (usize, &'a T)> {
    let free: Vec<bool> = paired.iter().map(Option::is_none).collect();
    let items = items.iter().enumerate().zip(free);
    items.filter_map(|(item, free)| free.then_some(item))
}

/// The item without its identity.
pub(super) fn without_key<R: ListRecord>(item: &R) -> R {
    let mut rest = item.clone();
    if let Some(key) = rest.text_mut(R::KEY) {
        key.clear();
    }
    rest
}
