//! Ids that both sides gave to new items of their own, and what names them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::assessment::address::counted;
use crate::assessment::align::without_key;
use crate::assessment::{Address, Assessment, Item, List};

/// Old ids and the new ones.
type Ids = HashMap<String, String>;

/// Gives items of one list their new ids, and what names them with them.
type IdFollower = fn(&mut Assessment, &Ids);

/// Returns theirs, with ids of its own for what it and ours added under the same.
///
/// Evidence comes first and findings after figures, so that an item is compared with its like when
/// what it names has its last id.
pub(super) fn apart<'a>(
    base: &Assessment,
    ours: &Assessment,
    theirs: &'a Assessment,
) -> Cow<'a, Assessment> {
    let mut theirs = Cow::Borrowed(theirs);
    let follow: [(List, IdFollower); 4] = [
        (List::Evidence, follow_evidence),
        (List::Figures, follow_figures),
        (List::Findings, follow_findings),
        (List::Outlook, follow_outlook),
    ];
    for (list, follow) in follow {
        let ids = taken_twice(list, base, ours, &theirs);
        if !ids.is_empty() {
            follow(theirs.to_mut(), &ids);
            follow_notes(theirs.to_mut(), |on| ids.get(on).cloned());
        }
    }
    theirs
}

/// Returns the ids that ours and theirs each gave to a new item of its own, with new ones for theirs.
fn taken_twice(list: List, base: &Assessment, ours: &Assessment, theirs: &Assessment) -> Ids {
    let mut ids = Ids::new();
    let old: HashSet<&str> = base.ids(list).collect();
    let new = |of: &Assessment| -> Vec<Item> {
        let items = of.items(list).into_iter();
        items.filter(|item| !old.contains(item.key())).collect()
    };
    let (own, other) = (new(ours), new(theirs));
    let mine: HashMap<&str, &Item> = own.iter().map(|item| (item.key(), item)).collect();
    let other_ids: HashSet<&str> = other.iter().map(Item::key).collect();
    let clashing = other.iter().filter(|item| {
        let same = mine.get(item.key());
        same.is_some_and(|same| alone(same) != alone(item))
    });
    let clashing: Vec<&Item> = clashing.collect();
    if clashing.is_empty() {
        return ids;
    }
    // An item of theirs that a merge has brought into ours before keeps the id that it got there.
    let mut there: HashMap<Item, Vec<&str>> = HashMap::new();
    for item in own.iter().rev() {
        if !other_ids.contains(item.key()) {
            there.entry(alone(item)).or_default().push(item.key());
        }
    }
    let mut free = FreeIds::new(list, [base, ours, theirs]);
    for item in clashing {
        let twin = there.get_mut(&alone(item)).and_then(Vec::pop);
        let id = twin.map_or_else(|| free.next(), str::to_owned);
        ids.insert(item.key().to_owned(), id);
    }
    ids
}

/// Returns the item without its id, and without what may name another item of its list: that has its last id only after
/// all are known.
fn alone(item: &Item) -> Item {
    let mut alone = without_key(item);
    if let Item::Figure(figure) = &mut alone {
        Arc::make_mut(figure).part_of.clear();
    }
    alone
}

/// Ids that are free in several versions.
struct FreeIds {
    prefix: &'static str,
    highest: u64,
}

impl FreeIds {
    fn new(list: List, versions: [&Assessment; 3]) -> Self {
        let prefix = list.id_prefix();
        let number = |id: &str| id.strip_prefix(prefix).and_then(|n| n.parse::<u64>().ok());
        let all = versions.into_iter().flat_map(|version| version.ids(list));
        Self {
            prefix,
            highest: all.filter_map(number).max().unwrap_or(0),
        }
    }

    fn next(&mut self) -> String {
        self.highest = self.highest.saturating_add(1);
        format!("{}{}", self.prefix, self.highest)
    }
}

/// Changes the items of a list; those that stay as they are go on being shared.
fn change<R: Clone + PartialEq>(items: &mut [Arc<R>], change: impl Fn(&mut R)) {
    for item in items {
        let mut changed = item.as_ref().clone();
        change(&mut changed);
        if changed != **item {
            *item = Arc::new(changed);
        }
    }
}

fn swap(id: &mut String, ids: &Ids) {
    if let Some(new) = ids.get(id.as_str()) {
        id.clone_from(new);
    }
}

fn follow_evidence(of: &mut Assessment, ids: &Ids) {
    change(&mut of.evidence, |item| swap(&mut item.id, ids));
    change(&mut of.findings, |finding| {
        for id in finding.evidence.iter_mut().chain(&mut finding.against) {
            swap(id, ids);
        }
    });
    change(&mut of.figures, |figure| swap(&mut figure.source, ids));
}

fn follow_figures(of: &mut Assessment, ids: &Ids) {
    change(&mut of.figures, |figure| {
        swap(&mut figure.id, ids);
        swap(&mut figure.part_of, ids);
    });
    let slots = |text: &mut String| *text = with_slots(text, ids);
    change(&mut of.findings, |finding| slots(&mut finding.text));
    change(&mut of.outlook, |item| slots(&mut item.text));
    change(&mut of.overrides, |edited| slots(&mut edited.text));
    let own = &mut of.statement;
    for text in [
        &mut own.title,
        &mut own.greeting,
        &mut own.remit,
        &mut own.ending,
    ] {
        slots(text);
    }
}

fn follow_findings(of: &mut Assessment, ids: &Ids) {
    change(&mut of.findings, |finding| swap(&mut finding.id, ids));
    follow_sentences(of, |key| in_key(key, ids));
}

fn follow_outlook(of: &mut Assessment, ids: &Ids) {
    change(&mut of.outlook, |item| swap(&mut item.id, ids));
    follow_sentences(of, |key| {
        let item = Address::look_ahead_in(key)?;
        Some(Address::look_ahead_key(&in_key(item, ids)?))
    });
}

/// Gives hand edits the new keys of their sentences, and the notes on hand edits with them.
fn follow_sentences(of: &mut Assessment, new: impl Fn(&str) -> Option<String>) {
    change(&mut of.overrides, |edited| {
        if let Some(key) = new(&edited.sentence) {
            edited.sentence = key;
        }
    });
    follow_notes(of, |on| {
        let key = new(Address::hand_edit_in(on)?)?;
        Some(Address::Item(List::Overrides, key).to_string())
    });
}

/// Gives notes and acceptances the new name of what they are on; what follows a slash is a field of it.
fn follow_notes(of: &mut Assessment, new: impl Fn(&str) -> Option<String>) {
    let follow = |on: &mut String| {
        let item = Address::item_in(on);
        if let Some(name) = new(item) {
            let field = on.get(item.len()..).unwrap_or_default();
            *on = format!("{name}{field}");
        }
    };
    change(&mut of.notes, |note| follow(&mut note.on));
    change(&mut of.accepted, |accepted| follow(&mut accepted.on));
}

/// Returns the key of a sentence with new ids in it: `f3`, `f3.2` for its second, `f3+f4` for two joined; `None` where
/// no id of it is new.
fn in_key(key: &str, ids: &Ids) -> Option<String> {
    let part = |part: &str| match ids.get(part) {
        Some(new) => Some(new.clone()),
        None => {
            let (id, nth) = counted(part)?;
            Some(format!("{}.{nth}", ids.get(id)?))
        }
    };
    let parts: Vec<Option<String>> = key.split('+').map(part).collect();
    parts.iter().any(Option::is_some).then(|| {
        let both = key.split('+').zip(parts);
        let parts = both.map(|(old, new)| new.unwrap_or_else(|| old.to_owned()));
        parts.collect::<Vec<_>>().join("+")
    })
}

/// Returns a text with new ids in its `{id}`, `{id.period}` and `{id.label}`.
fn with_slots(text: &str, ids: &Ids) -> String {
    let mut all = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, opened)) = rest.split_once('{') {
        all.push_str(before);
        all.push('{');
        let ends = |sign: char| matches!(sign, '{' | '}') || sign.is_whitespace();
        let name = opened.split(ends).next().unwrap_or_default();
        rest = opened.get(name.len()..).unwrap_or_default();
        let id = [".period", ".label"]
            .iter()
            .find_map(|suffix| name.strip_suffix(suffix))
            .filter(|_| !ids.contains_key(name))
            .unwrap_or(name);
        match ids.get(id).filter(|_| rest.starts_with('}')) {
            Some(new) => {
                all.push_str(new);
                all.push_str(name.get(id.len()..).unwrap_or_default());
            }
            None => all.push_str(name),
        }
    }
    all.push_str(rest);
    all
}
