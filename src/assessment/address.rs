//! Addresses: what everything in an assessment is called, by id.
//!
//! A [`Place`] counts items, so it is right for one version of a draft only: edits and journals use it. An
//! [`Address`] names them, so it stays right when items are moved: problems, acceptances, review notes, hand edits,
//! what a sentence stands on and what waits in the tray use it. How an address is spelt is known here alone.

use std::borrow::Cow;
use std::fmt;

use super::place::GRADES;
use super::{Assessment, List, Place, RecordAt, Single};

/// Leads from a finding to one of its recommendations, which are counted.
const RECOMMENDATION: &str = "recommendations.";

/// Leads to the sentence that speaks an item of the look-ahead, by the item's id.
const LOOK_AHEAD: &str = "outlook.";

/// Leads to a hand edit, by the key of its sentence.
const HAND_EDIT: &str = "overrides.";

impl List {
    /// Returns the key of what its items are known by, or `None` where they have no such thing.
    pub fn id_key(self) -> Option<&'static str> {
        let specs = RecordAt::Item(self, 0).specs();
        let key = specs.get(self.spec().key).map(|key| key.key);
        key.filter(|_| self.has_identity())
    }
}

/// The name of something in a draft.
///
/// Files spell it as it is displayed. There, an id alone names the item of whichever list has it, so that only a
/// draft can tell what is meant: [`Address::parse`] asks it.
///
/// ```
/// use assay::assessment::{Address, Assessment, Finding, FindingField, List, Place};
///
/// let mut draft = Assessment::default();
/// draft.findings.push(std::sync::Arc::new(Finding { id: "f3".into(), ..Finding::default() }));
/// let finding = Address::parse("f3", &draft);
/// assert_eq!(finding, Address::Item(List::Findings, "f3".into()));
/// assert_eq!(draft.place_of(&finding), Some(Place::Finding(0, FindingField::Text)));
///
/// let kind = draft.address_of(&Place::Finding(0, FindingField::Kind)).unwrap();
/// assert_eq!(kind.to_string(), "f3/kind");
/// assert_eq!(kind.owner(), &finding);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Address {
    /// A field of a table that stands once, as `subject.name`; a table or list as a whole; or a key at the top of
    /// a file, as `framework`.
    Field(String),
    /// The judgment of a heading, by the heading's id.
    Judgment(String),
    /// An item of a list, by id; a hand edit by the key of its sentence.
    Item(List, String),
    /// An item of a list whose items have no id, by its place there.
    Nth(List, usize),
    /// A woven sentence, by its key.
    Sentence(String),
    /// A value of a judgment or item, by its key: `text`, `recommendations.1/text` (counted from 1).
    Value(Box<Self>, String),
}

impl Address {
    /// Reads what names something in a draft: `f3`, `f3/text`, `f3/recommendations.1/text`, `grades.victims/grade`,
    /// `overrides.f3+f4`, `responses.1`, `responses.the force` (the first by it), `subject/name`, `framework`.
    /// Whatever names nothing else is taken for the key of a sentence.
    pub fn parse(on: &str, draft: &Assessment) -> Self {
        let nested = on.find(&format!("/{RECOMMENDATION}"));
        let splits = [nested, on.rfind('/')].into_iter().flatten();
        for (owner, key) in splits.filter_map(|at| on.split_at_checked(at)) {
            // Items of two lists may have one id; what follows it tells which is meant.
            let has = |list: &&List| draft.ids(**list).any(|id| id == owner);
            let items = List::ALL.iter().filter(has);
            let items = items.map(|list| Self::Item(*list, owner.to_owned()));
            let owners = std::iter::once(Self::parse_owner(owner, draft)).chain(items);
            let key = key.trim_start_matches('/');
            let mut values = owners.map(|owner| Self::Value(Box::new(owner), key.to_owned()));
            if let Some(value) = values.find(|value| draft.place_of(value).is_some()) {
                return value;
            }
        }
        let counted = Place::from_address(on).and_then(|place| draft.address_of(&place));
        counted.unwrap_or_else(|| Self::parse_owner(on, draft))
    }

    fn parse_owner(on: &str, draft: &Assessment) -> Self {
        let name = on.to_owned();
        if let Some((GRADES, heading)) = on.split_once('.') {
            return Self::Judgment(heading.to_owned());
        }
        if let Some(key) = Self::hand_edit_in(on) {
            return Self::Item(List::Overrides, key.to_owned());
        }
        let has = |list: &&List| draft.ids(**list).any(|id| id == on);
        if let Some(list) = List::ALL.iter().find(has) {
            return Self::Item(*list, name);
        }
        if let Some(id) = on.strip_prefix("tray/") {
            return Self::Item(List::Tray, id.to_owned());
        }
        let nth = |(list, key): (&str, &str)| {
            let list = List::from_word(list).filter(|list| list.id_key().is_none())?;
            let at = match key.parse::<usize>() {
                Ok(nth) => nth.checked_sub(1)?,
                Err(_) => draft.places_about(list, key).next()?,
            };
            Some(Self::Nth(list, at))
        };
        if let Some(nth) = on.split_once('.').and_then(nth) {
            return nth;
        }
        let top = || Place::from_address(&format!("head/{on}")).is_some();
        let single = Single::ALL
            .iter()
            .any(|single| *single != Single::Head && single.word() == on);
        match single || List::from_word(on).is_some() || top() {
            true => Self::Field(name),
            false => Self::Sentence(name),
        }
    }

    /// Returns the part of a spelt address that names an item, without the value of it that may follow.
    pub fn item_in(on: &str) -> &str {
        on.split('/').next().unwrap_or(on)
    }

    /// Spells the address of a value of an item that is known by its words: by what it is about, since its place
    /// changes when others come in.
    pub(super) fn of_words(list: List, about: &str, value: &str) -> String {
        format!("{}.{about}/{value}", list.word())
    }

    /// Returns what an item is about, of whose value this is the spelt address.
    pub(super) fn about_in<'a>(on: &'a str, list: List, value: &str) -> Option<&'a str> {
        let about = on.strip_prefix(list.word())?.strip_prefix('.')?;
        about.strip_suffix(value)?.strip_suffix('/')
    }

    /// Returns the key of the sentence that a spelt address of a hand edit names.
    pub(super) fn hand_edit_in(on: &str) -> Option<&str> {
        on.strip_prefix(HAND_EDIT)
    }

    /// Returns the id of the item of the look-ahead that the sentence of this key speaks.
    pub(super) fn look_ahead_in(key: &str) -> Option<&str> {
        key.strip_prefix(LOOK_AHEAD)
    }

    /// Returns the key of the sentence that speaks an item of the look-ahead.
    pub(crate) fn look_ahead_key(id: &str) -> String {
        format!("{LOOK_AHEAD}{id}")
    }

    /// Returns the key of a field of a recommendation, by the recommendation's place in its finding.
    pub(super) fn recommendation(nth: usize, field: &str) -> String {
        format!("{RECOMMENDATION}{}/{field}", nth + 1)
    }

    /// Returns the address of what has the value; of anything else its own.
    pub fn owner(&self) -> &Self {
        match self {
            Self::Value(owner, _) => owner,
            whole => whole,
        }
    }

    /// Returns the first that a sentence says, since its key is made of the ids of all, and counts those that say one
    /// thing: `f3+f4`, `f3.2`; of anything else, itself. Ids of findings are told from it by `is_finding`.
    pub fn said_first(&self, is_finding: impl Fn(&str) -> bool) -> Self {
        let Self::Sentence(key) = self else {
            return self.clone();
        };
        let first = key.split('+').next().unwrap_or(key);
        let said = match counted(first) {
            Some((said, _)) if !is_finding(first) => said,
            _ => first,
        };
        match Self::look_ahead_in(said) {
            _ if is_finding(said) => Self::Item(List::Findings, said.to_owned()),
            Some(id) => Self::Item(List::Outlook, id.to_owned()),
            None if said.contains('.') => Self::Field(said.to_owned()),
            None => Self::Item(List::Findings, said.to_owned()),
        }
    }

    /// Returns true where this is the value that stands for the whole item: a finding's text, a heading's grade.
    pub fn is_main(&self) -> bool {
        matches!(self, Self::Value(owner, key) if owner.main_key() == key)
    }

    /// Returns the key of the value that stands for the whole.
    fn main_key(&self) -> &'static str {
        match self {
            Self::Judgment(_) => "grade",
            Self::Item(List::Evidence, _) => "title",
            Self::Item(List::Figures, _) => "value",
            Self::Item(List::Tray, _) => "rationale",
            Self::Nth(List::Accepted, _) => "why",
            _ => "text",
        }
    }

    /// Returns the address as a path of keys in a file, an id alone where that is enough: `subject.name`, `f3`,
    /// `overrides.f3+f4`, `tray.w1`.
    pub fn path(&self) -> Cow<'_, str> {
        match self {
            Self::Field(name) | Self::Sentence(name) => name.into(),
            Self::Judgment(heading) => format!("{GRADES}.{heading}").into(),
            Self::Item(list @ (List::Overrides | List::Tray), id) => {
                format!("{}.{id}", list.word()).into()
            }
            Self::Item(_, id) => id.into(),
            Self::Nth(list, at) => format!("{}.{}", list.word(), at + 1).into(),
            Self::Value(..) => self.to_string().into(),
        }
    }
}

/// Returns what the second or a later sentence of its kind says, and which of them it is: `f3` and 2 of `f3.2`.
pub(super) fn counted(key: &str) -> Option<(&str, usize)> {
    let (said, nth) = key.rsplit_once('.')?;
    Some((said, nth.parse().ok()?))
}

impl fmt::Display for Address {
    /// Writes it as review notes and acceptances name it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(_) | Self::Item(List::Tray, _) => {
                f.write_str(&self.path().replacen('.', "/", 1))
            }
            Self::Value(owner, key) => match owner.as_ref() {
                Self::Item(List::Tray, id) => write!(f, "{id}/{key}"),
                owner => write!(f, "{owner}/{key}"),
            },
            whole => f.write_str(&whole.path()),
        }
    }
}

impl Assessment {
    /// Returns the places, in a list whose items have no id, of those that are about the same.
    pub(super) fn places_about<'a>(
        &'a self,
        list: List,
        about: &'a str,
    ) -> impl Iterator<Item = usize> + 'a {
        let all = 0..self.len(list);
        all.filter(move |at| self.item(list, *at).is_some_and(|item| item.key() == about))
    }

    /// Returns the place of what an address names; of an item or judgment, that of the value that stands for it; `None`
    /// where there is no such item, and for sentences and whole tables.
    pub fn place_of(&self, address: &Address) -> Option<Place> {
        let owner = address.owner();
        let key = match address {
            Address::Value(_, key) => key.as_str(),
            whole => whole.main_key(),
        };
        let key = match key.strip_prefix(RECOMMENDATION) {
            Some(rest) => {
                let (nth, field) = rest.split_once('/').unwrap_or((rest, "text"));
                let nth = nth.parse::<usize>().ok()?.checked_sub(1)?;
                format!("recommendations/{nth}/{field}")
            }
            None => key.to_owned(),
        };
        let words = match owner {
            Address::Field(path) => match path.contains('.') {
                true => path.replacen('.', "/", 1),
                false => format!("head/{path}"),
            },
            Address::Judgment(heading) => format!("{GRADES}/{heading}/{key}"),
            Address::Item(list, id) => {
                let at = match list {
                    List::Overrides => self.overrides.iter().position(|it| it.sentence == *id),
                    list => self.ids(*list).position(|other| other == id),
                };
                format!("{}/{}/{key}", list.word(), at?)
            }
            Address::Nth(list, at) => {
                let main = format!("{}/{at}/{}", list.word(), owner.main_key());
                self.text(&Place::from_address(&main)?)?;
                format!("{}/{at}/{key}", list.word())
            }
            Address::Sentence(_) | Address::Value(..) => return None,
        };
        Place::from_address(&words)
    }

    /// Returns the address of the value at a place, or `None` where there is no such item.
    pub fn address_of(&self, place: &Place) -> Option<Address> {
        let words = place.address();
        let (table, rest) = words.split_once('/')?;
        if table == GRADES {
            let (heading, key) = rest.rsplit_once('/')?;
            let owner = Address::Judgment(heading.to_owned());
            return Some(Address::Value(Box::new(owner), key.to_owned()));
        }
        let Some(list) = List::from_word(table) else {
            return Some(Address::Field(match table {
                "head" => rest.to_owned(),
                table => format!("{table}.{rest}"),
            }));
        };
        let (at, key) = rest.split_once('/')?;
        let owner = match list.id_key() {
            Some(id) => {
                let id = Place::from_address(&format!("{table}/{at}/{id}"))?;
                Address::Item(list, self.text(&id)?.to_owned())
            }
            None => Address::Nth(list, at.parse().ok()?),
        };
        let key = match key.split_once('/') {
            Some((_, rest)) => {
                let (nth, field) = rest.split_once('/')?;
                Address::recommendation(nth.parse().ok()?, field)
            }
            None => key.to_owned(),
        };
        Some(Address::Value(Box::new(owner), key))
    }
}

#[cfg(test)]
mod tests;
