//! Places and lists as words, for whatever is written down about an edit.

use super::edit::List;
use super::place::Place;
use super::{
    Acceptance, Evidence, Figure, Finding, Head, Inspector, Judgment, Note, Outlook, Overall,
    Override, Period, Recommendation, Record, Response, StatementWords, Subject, TrayItem,
};

impl List {
    /// Every list, in the order of a file.
    pub const ALL: &'static [Self] = &[
        Self::Findings,
        Self::Evidence,
        Self::Figures,
        Self::Outlook,
        Self::Responses,
        Self::Notes,
        Self::Accepted,
        Self::Tray,
        Self::Overrides,
    ];

    /// The list's key in a file: `findings`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Evidence => "evidence",
            Self::Figures => "figures",
            Self::Outlook => "outlook",
            Self::Responses => "responses",
            Self::Notes => "notes",
            Self::Accepted => "accepted",
            Self::Tray => "tray",
            Self::Overrides => "overrides",
        }
    }

    /// The list of this key.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.word() == word)
    }
}

/// The field of a record by its key.
fn field<R: Record>(key: &str) -> Option<R::Field> {
    let mut fields = R::FIELDS.iter().copied();
    fields.find(|field| R::key(*field) == key)
}

impl Place {
    /// The place as words: `findings/3/text`, `grades/victims/rationale`, `subject/name`. Items are
    /// counted from 0.
    ///
    /// ```
    /// use assay::assessment::{FindingField, Place};
    /// let place = Place::Finding(3, FindingField::Text);
    /// assert_eq!(place.address(), "findings/3/text");
    /// assert_eq!(Place::from_address("findings/3/text"), Some(place));
    /// ```
    pub fn address(&self) -> String {
        let key = self.key();
        let (table, item) = match self {
            Self::Head(_) => ("head", None),
            Self::Subject(_) => ("subject", None),
            Self::Inspector(_) => ("inspector", None),
            Self::Period(_) => ("period", None),
            Self::Statement(_) => ("statement", None),
            Self::Overall(_) => ("overall", None),
            Self::Judgment(heading, _) => return format!("grades/{heading}/{key}"),
            Self::Recommendation(at, nth, _) => {
                return format!("findings/{at}/recommendations/{nth}/{key}");
            }
            Self::Finding(at, _) => ("findings", Some(at)),
            Self::Evidence(at, _) => ("evidence", Some(at)),
            Self::Figure(at, _) => ("figures", Some(at)),
            Self::Outlook(at, _) => ("outlook", Some(at)),
            Self::Response(at, _) => ("responses", Some(at)),
            Self::Note(at, _) => ("notes", Some(at)),
            Self::Acceptance(at, _) => ("accepted", Some(at)),
            Self::TrayItem(at, _) => ("tray", Some(at)),
            Self::Override(at, _) => ("overrides", Some(at)),
        };
        match item {
            Some(at) => format!("{table}/{at}/{key}"),
            None => format!("{table}/{key}"),
        }
    }

    /// The place that these words name; nothing where they name none.
    pub fn from_address(address: &str) -> Option<Self> {
        let (table, rest) = address.split_once('/')?;
        let single = match table {
            "head" => Some(Self::Head(field::<Head>(rest)?)),
            "subject" => Some(Self::Subject(field::<Subject>(rest)?)),
            "inspector" => Some(Self::Inspector(field::<Inspector>(rest)?)),
            "period" => Some(Self::Period(field::<Period>(rest)?)),
            "statement" => Some(Self::Statement(field::<StatementWords>(rest)?)),
            "overall" => Some(Self::Overall(field::<Overall>(rest)?)),
            _ => None,
        };
        if single.is_some() {
            return single;
        }
        let (owner, key) = rest.rsplit_once('/')?;
        if table == "grades" {
            return Some(Self::Judgment(owner.to_owned(), field::<Judgment>(key)?));
        }
        if let Some((at, nth)) = owner.split_once("/recommendations/") {
            let place = (at.parse().ok()?, nth.parse().ok()?);
            let key = field::<Recommendation>(key)?;
            return (table == "findings").then_some(Self::Recommendation(place.0, place.1, key));
        }
        let at = owner.parse().ok()?;
        Some(match List::from_word(table)? {
            List::Findings => Self::Finding(at, field::<Finding>(key)?),
            List::Evidence => Self::Evidence(at, field::<Evidence>(key)?),
            List::Figures => Self::Figure(at, field::<Figure>(key)?),
            List::Outlook => Self::Outlook(at, field::<Outlook>(key)?),
            List::Responses => Self::Response(at, field::<Response>(key)?),
            List::Notes => Self::Note(at, field::<Note>(key)?),
            List::Accepted => Self::Acceptance(at, field::<Acceptance>(key)?),
            List::Tray => Self::TrayItem(at, field::<TrayItem>(key)?),
            List::Overrides => Self::Override(at, field::<Override>(key)?),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn places() -> Vec<Place> {
        fn all<R: Record>(make: impl Fn(R::Field) -> Place) -> Vec<Place> {
            R::FIELDS.iter().copied().map(make).collect()
        }
        [
            all::<Head>(Place::Head),
            all::<Subject>(Place::Subject),
            all::<Inspector>(Place::Inspector),
            all::<Period>(Place::Period),
            all::<StatementWords>(Place::Statement),
            all::<Overall>(Place::Overall),
            all::<Judgment>(|field| Place::Judgment("a/b".into(), field)),
            all::<Recommendation>(|field| Place::Recommendation(1, 2, field)),
            all::<Finding>(|field| Place::Finding(7, field)),
            all::<Evidence>(|field| Place::Evidence(0, field)),
            all::<Figure>(|field| Place::Figure(12, field)),
            all::<Outlook>(|field| Place::Outlook(1, field)),
            all::<Response>(|field| Place::Response(1, field)),
            all::<Note>(|field| Place::Note(1, field)),
            all::<Acceptance>(|field| Place::Acceptance(1, field)),
            all::<TrayItem>(|field| Place::TrayItem(1, field)),
            all::<Override>(|field| Place::Override(1, field)),
        ]
        .concat()
    }

    #[test]
    fn every_place_is_found_again_by_its_words() {
        for place in places() {
            assert_eq!(Place::from_address(&place.address()).unwrap(), place);
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
            "grades/text",
        ] {
            assert_eq!(Place::from_address(words), None, "{words}");
        }
    }
}
