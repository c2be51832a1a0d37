//! Places of values and of records: as words, and what stands there.

use super::tables::KnownBy;
use super::{Assessment, FieldSpec, Fields, Item, List, Place, RecordAt, Shape, Single, Value};

/// The key of the table of judgments.
pub(crate) const GRADES: &str = "grades";

impl RecordAt<'_> {
    /// Returns the key in a file of the table that the record stands in; that of the head stands for the top of the
    /// file.
    pub fn table(self) -> &'static str {
        match self {
            Self::Single(single) => single.word(),
            Self::Judgment(_) => GRADES,
            Self::Item(list, _) => list.word(),
            Self::Recommendation(..) => List::Findings.word(),
        }
    }

    /// Returns the places of all its values.
    pub fn places(self) -> Vec<Place> {
        let all = 0..self.specs().len();
        all.filter_map(|nth| Place::of(self, nth)).collect()
    }
}

impl List {
    /// Returns the prefix of new ids in this list.
    pub fn id_prefix(self) -> &'static str {
        self.spec().id_prefix
    }

    /// Returns the highest number that one of the ids is made with: 12 where one is `f12` or `f12-k3x9`. 0 where none is.
    pub(super) fn last_number<'a>(self, ids: impl Iterator<Item = &'a str>) -> u64 {
        let prefix = self.id_prefix();
        // A number without end, which only a hand or a stranger writes, is no beginning to count on from.
        let most = u64::from(u32::MAX);
        let number = |id: &str| {
            let rest = id.strip_prefix(prefix)?;
            let digits = rest.split_once('-').map_or(rest, |(digits, _)| digits);
            digits.parse::<u64>().ok()
        };
        let numbers = ids.filter_map(number).filter(|n| *n < most);
        numbers.max().unwrap_or(0)
    }

    /// Returns the list's key in a file: `findings`.
    pub fn word(self) -> &'static str {
        self.spec().word
    }

    /// Returns the list of this key.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.word() == word)
    }

    /// Returns true where its items have an identity by which they are known.
    pub(super) fn has_identity(self) -> bool {
        self.spec().known_by == KnownBy::Identity
    }
}

impl Item {
    /// Returns its identity; or what it is about, by which it is known where nothing else is alike.
    pub(super) fn key(&self) -> &str {
        let key = self.list().spec().key;
        self.fields().text_of(key).unwrap_or_default()
    }
}

impl Place {
    fn spec(&self) -> Option<&'static FieldSpec> {
        let (record, nth) = self.parts();
        record.specs().get(nth)
    }

    /// Returns the key that stands for the value in its table.
    pub fn key(&self) -> &'static str {
        self.spec().map_or("", |spec| spec.key)
    }

    /// Returns the shape of the value.
    pub fn shape(&self) -> Shape {
        self.spec().map_or(Shape::Line, |spec| spec.shape)
    }

    /// Returns true where the value is what a judgment or a hand edit stood on when it was made.
    pub fn is_ground(&self) -> bool {
        self.key().ends_with("stood-on")
    }

    /// Returns true where the value is text that is edited in place.
    pub fn is_text(&self) -> bool {
        matches!(
            self.shape(),
            Shape::Prose | Shape::Line | Shape::Id | Shape::Named | Shape::Date | Shape::Amount
        )
    }

    /// Returns the place as words: `findings/3/text`, `grades/victims/rationale`, `subject/name`. Items are counted
    /// from 0.
    ///
    /// ```
    /// use assay::assessment::{FindingField, Place};
    /// let place = Place::Finding(3, FindingField::Text);
    /// assert_eq!(place.address(), "findings/3/text");
    /// assert_eq!(Place::from_address("findings/3/text"), Some(place));
    /// ```
    pub fn address(&self) -> String {
        let (key, (record, _)) = (self.key(), self.parts());
        let table = record.table();
        match record {
            RecordAt::Single(_) => format!("{table}/{key}"),
            RecordAt::Judgment(heading) => format!("{table}/{heading}/{key}"),
            RecordAt::Item(_, at) => format!("{table}/{at}/{key}"),
            RecordAt::Recommendation(at, nth) => {
                format!("{table}/{at}/recommendations/{nth}/{key}")
            }
        }
    }

    /// Returns the place that these words name, or `None` where there is none.
    pub fn from_address(words: &str) -> Option<Self> {
        let (owner, key) = words.rsplit_once('/')?;
        let record = match owner.split_once('/') {
            None => {
                let mut singles = Single::ALL.iter();
                RecordAt::Single(*singles.find(|single| single.word() == owner)?)
            }
            Some((GRADES, heading)) => RecordAt::Judgment(heading),
            Some((table, at)) => match (List::from_word(table)?, at.split_once('/')) {
                (list, None) => RecordAt::Item(list, at.parse().ok()?),
                (List::Findings, Some((at, rest))) => {
                    let nth = rest.strip_prefix("recommendations/")?.parse().ok()?;
                    RecordAt::Recommendation(at.parse().ok()?, nth)
                }
                _ => return None,
            },
        };
        let mut specs = record.specs().iter();
        Self::of(record, specs.position(|spec| spec.key == key)?)
    }
}

impl Assessment {
    /// Returns the value at a place, or `None` where it is left out, or where there is no such item.
    pub fn get(&self, place: &Place) -> Option<Value> {
        let (record, nth) = place.parts();
        self.record(record)?.value(nth)
    }

    /// Returns the ids of a list at a place; none where it has no list.
    pub fn ids_at(&self, place: &Place) -> Vec<String> {
        match self.get(place) {
            Some(Value::List(ids)) => ids,
            _ => Vec::new(),
        }
    }

    /// Returns the text at a place, where it is text that is edited in place.
    pub fn text(&self, place: &Place) -> Option<&str> {
        let (record, nth) = place.parts();
        match (self.record(record), place) {
            (Some(record), _) => record.text_of(nth),
            // A heading that nothing has been judged under has empty texts.
            (None, Place::Judgment(..)) if place.is_text() => Some(""),
            (None, _) => None,
        }
    }

    /// Returns a record, if there is one; a heading that nothing has been judged under has none.
    pub fn record(&self, at: RecordAt<'_>) -> Option<&dyn Fields> {
        Some(match at {
            RecordAt::Single(single) => self.single(single),
            RecordAt::Judgment(heading) => self.grades.get(heading)?,
            RecordAt::Item(list, at) => self.list(list).record(at)?,
            RecordAt::Recommendation(at, nth) => self.findings.get(at)?.recommendations.get(nth)?,
        })
    }

    /// Returns a record, to be changed; a judgment is made where there is none.
    pub(crate) fn record_mut(&mut self, at: RecordAt<'_>) -> Option<&mut dyn Fields> {
        Some(match at {
            RecordAt::Single(single) => self.single_mut(single),
            RecordAt::Judgment(heading) => self.grades.entry(heading.to_owned()).or_default(),
            RecordAt::Item(list, at) => self.list_mut(list).record_mut(at)?,
            RecordAt::Recommendation(at, nth) => {
                let finding = std::sync::Arc::make_mut(self.findings.get_mut(at)?);
                finding.recommendations.get_mut(nth)?
            }
        })
    }

    /// Returns the records of those tables that are wanted, in the order of a file. A list is asked about by its first
    /// item; recommendations stand in their findings.
    pub fn records_of(
        &self,
        wanted: impl Fn(RecordAt<'_>) -> bool,
    ) -> Vec<(RecordAt<'_>, &dyn Fields)> {
        let singles = Single::ALL.iter().copied().map(RecordAt::Single);
        let singles = singles.filter(|at| wanted(*at));
        let judgments = self
            .grades
            .keys()
            .map(|heading| RecordAt::Judgment(heading));
        let judgments = judgments.filter(|at| wanted(*at));
        let lists = List::ALL.iter().copied();
        let lists = lists.filter(|list| wanted(RecordAt::Item(*list, 0)));
        let items =
            lists.flat_map(|list| (0..self.len(list)).map(move |at| RecordAt::Item(list, at)));
        let all = singles.chain(judgments).chain(items);
        all.filter_map(|at| Some((at, self.record(at)?))).collect()
    }

    /// Returns the record of a number, all being counted as they stand in a file; recommendations stand in their findings.
    pub fn nth_record(&self, nth: usize) -> Option<RecordAt<'_>> {
        if let Some(single) = Single::ALL.get(nth) {
            return Some(RecordAt::Single(*single));
        }
        let nth = nth - Single::ALL.len();
        if let Some(heading) = self.grades.keys().nth(nth) {
            return Some(RecordAt::Judgment(heading));
        }
        let mut nth = nth.checked_sub(self.grades.len())?;
        for list in List::ALL.iter().copied() {
            match nth.checked_sub(self.len(list)) {
                None => return Some(RecordAt::Item(list, nth)),
                Some(rest) => nth = rest,
            }
        }
        None
    }

    /// Returns the number of items of a list.
    pub fn len(&self, list: List) -> usize {
        self.list(list).len()
    }

    /// Returns an item of a list.
    pub fn item(&self, list: List, at: usize) -> Option<Item> {
        self.list(list).item(at)
    }

    /// Returns all items of a list.
    pub fn items(&self, list: List) -> Vec<Item> {
        let items = self.list(list);
        (0..items.len()).filter_map(|at| items.item(at)).collect()
    }

    /// Returns all items of a list, as their fields.
    pub fn records(&self, list: List) -> Vec<&dyn Fields> {
        let items = self.list(list);
        (0..items.len()).filter_map(|at| items.record(at)).collect()
    }

    /// Puts other items in the place of all that a list has.
    pub(crate) fn replace(&mut self, list: List, items: Vec<Item>) {
        self.list_mut(list).replace(items);
    }

    /// Returns the ids in use in a list; empty for lists whose items have none.
    pub fn ids(&self, list: List) -> Box<dyn Iterator<Item = &str> + '_> {
        let is_id = |spec: &FieldSpec| spec.shape == Shape::Id;
        let Some(id) = RecordAt::Item(list, 0).specs().iter().position(is_id) else {
            return Box::new(std::iter::empty());
        };
        let items = self.list(list);
        let one = move |at| items.record(at).and_then(|item| item.text_of(id));
        Box::new((0..items.len()).map(move |at| one(at).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_place_is_found_again_by_its_words() {
        let singles = Single::ALL.iter().map(|single| RecordAt::Single(*single));
        let lists = List::ALL
            .iter()
            .zip([7, 0, 12, 1, 2, 3, 4, 5, 6].into_iter().cycle());
        let lists = lists.map(|(list, at)| RecordAt::Item(*list, at));
        let others = [RecordAt::Judgment("a/b"), RecordAt::Recommendation(1, 2)];
        for record in singles.chain(lists).chain(others) {
            let places = record.places();
            assert_eq!(places.len(), record.specs().len());
            for place in places {
                assert_eq!(Place::from_address(&place.address()).unwrap(), place);
            }
        }
    }

    #[test]
    fn words_that_name_no_place_name_none() {
        for words in [
            "",
            "a",
            "findings/x/text",
            "findings/1/no",
            "findings/1",
            "findings/1/recommendations/text",
            "evidence/1/recommendations/0/text",
            "grades/text",
        ] {
            assert_eq!(Place::from_address(words), None, "{words}");
        }
    }
}
