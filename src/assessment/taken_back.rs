//! Words that were taken back, and that redo leads to no more once an edit has taken its place.

use std::collections::{HashMap, HashSet};

use super::{
    AcceptanceField, Assessment, EvidenceField, FigureField, FindingField, HeadField, Inspection,
    InspectionField, NoteField, OverrideField, Place, Recommendation, Record, Shape,
    StatementField, TrayItemField, Value, is_prose,
};
use crate::text::splice_between;

/// The most characters of a text that is taken for one line.
const LINE: usize = 80;

/// A text with words that are in a document no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsTakenBack {
    /// The text as it was.
    pub text: String,
    /// The part of it that is gone; no word of that is cut.
    pub gone: String,
}

impl WordsTakenBack {
    /// Returns what a text has beyond the one that stands now, or `None` where that is no word. A letter by itself is
    /// none, but where it took the place of another in one.
    ///
    /// ```
    /// use assay::assessment::WordsTakenBack;
    ///
    /// let gone = |now, text| WordsTakenBack::between(now, text).map(|it| it.gone);
    /// assert_eq!(gone("Wexmoor Cons", "Wexmoor Constable").unwrap(), "Constable");
    /// assert_eq!(gone("The cat sat.", "The cut sat.").unwrap(), "The cut sat.");
    /// assert_eq!(gone("", " Rota "). unwrap(), "Rota");
    /// assert_eq!(gone("The force", "The forces"), None);
    /// assert_eq!(gone("The force", "x"), None);
    /// ```
    pub fn between(now: &str, text: &str) -> Option<Self> {
        let splice = splice_between(now, text)?;
        let is_letter = |sign: char| sign.is_alphanumeric();
        let is_word = |sign: char| is_letter(sign) || "'’-".contains(sign);
        let letters = |words: &str| words.chars().filter(|it| is_letter(*it)).count();
        let new = &splice.inserted;
        let end = splice.at + new.len();
        let (before, after) = (text.get(..splice.at)?, text.get(end..)?);
        // A word is whole where what is gone begins or ends inside it.
        let begins = match new.starts_with(is_word) {
            true => before.trim_end_matches(is_word).len(),
            false => splice.at,
        };
        let ends = match new.ends_with(is_word) {
            true => text.len() - after.trim_start_matches(is_word).len(),
            false => end,
        };
        // What took the place of other words is what a whole line was, however alike the two are.
        let took_place = splice.removed.contains(is_letter);
        let gone = match took_place && text.chars().count() <= LINE {
            true => text.trim(),
            false => text.get(begins..ends)?.trim(),
        };
        let is_one = match letters(new) {
            0 => false,
            1 => took_place && letters(gone) > 1 || !new.is_ascii(),
            _ => true,
        };
        is_one.then(|| Self {
            text: text.to_owned(),
            gone: gone.to_owned(),
        })
    }

    /// Returns the whole text where more of it is gone than is quickly typed again, else what is gone.
    pub fn worth_keeping(&self) -> &str {
        match is_prose(&self.gone) {
            true => &self.text,
            false => &self.gone,
        }
    }
}

/// Leaves out of what was taken back what stands in another place, where `texts` hands out all that stand.
pub(super) fn not_standing(
    found: Vec<WordsTakenBack>,
    texts: impl FnOnce(&mut dyn FnMut(&str)),
) -> Vec<WordsTakenBack> {
    if found.is_empty() {
        return found;
    }
    // By a word of each, so that all are looked for at once.
    let mut sought: HashMap<&str, Vec<(usize, &str)>> = HashMap::new();
    for (nth, one) in found.iter().enumerate() {
        let longest = words(&one.gone).max_by_key(|word| word.len());
        let all = sought.entry(longest.unwrap_or_default()).or_default();
        all.push((nth, &one.gone));
    }
    let mut stands = vec![false; found.len()];
    texts(&mut |text| {
        for word in words(text) {
            for (nth, gone) in sought.get(word).into_iter().flatten() {
                if let Some(stands) = stands.get_mut(*nth).filter(|stands| !**stands) {
                    *stands = text.contains(gone);
                }
            }
        }
    });
    let found = found.into_iter().zip(stands);
    found
        .filter(|(_, stands)| !stands)
        .map(|(one, _)| one)
        .collect()
}

/// Returns the words of a text without the signs around them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Hands out the texts of a draft that people type.
pub(super) fn each_of_draft(of: &Assessment, each: &mut dyn FnMut(&str)) {
    for (at, record) in of.records_of(|_| true) {
        for nth in 0..at.specs().len() {
            if let Some(value) = record.value(nth)
                && Place::of(at, nth).is_some_and(|place| place.is_typed())
            {
                texts(&value).into_iter().for_each(&mut *each);
            }
        }
    }
}

/// Hands out the texts of an inspection.
pub(super) fn each_of_inspection(of: &Inspection, each: &mut dyn FnMut(&str)) {
    for field in Inspection::FIELDS {
        if *field != InspectionField::Id
            && let Some(value) = of.get(*field)
        {
            texts(&value).into_iter().for_each(&mut *each);
        }
    }
}

/// Returns the texts of a value that have words beyond another's, each with which of the texts it is.
pub(super) fn of_values(
    now: Option<&Value>,
    other: Option<&Value>,
) -> Vec<(usize, WordsTakenBack)> {
    let (now, other) = (now.map(texts), other.map(texts));
    let now = now.unwrap_or_default();
    let there: HashSet<&str> = now.iter().copied().collect();
    let other = other.unwrap_or_default().into_iter().enumerate();
    let new = other.filter(|(_, text)| !there.contains(text));
    let between = |(nth, text)| {
        let before = now.get(nth).copied().unwrap_or_default();
        Some((nth, WordsTakenBack::between(before, text)?))
    };
    new.filter_map(between).collect()
}

/// Returns the texts of a value; those of a list each by itself.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Text(text) => vec![text],
        Value::List(items) => items.iter().map(String::as_str).collect(),
        Value::Recommendations(items) => items.iter().flat_map(of_recommendation).collect(),
        Value::Flag(_) | Value::Whole(_) => Vec::new(),
    }
}

fn of_recommendation(advice: &Recommendation) -> [&str; 3] {
    [&advice.text, &advice.deadline, &advice.addressee]
}

impl Place {
    /// Returns true where people type the value, and neither choose it nor leave it to the program.
    pub(super) fn is_typed(&self) -> bool {
        match self {
            Self::Head(HeadField::Words)
            | Self::Statement(StatementField::Contrast)
            | Self::Finding(_, FindingField::Recommendations) => true,
            Self::Head(_)
            | Self::Finding(_, FindingField::Was | FindingField::Status)
            | Self::Figure(_, FigureField::PartOf | FigureField::Source)
            | Self::Evidence(
                _,
                EvidenceField::Kind | EvidenceField::Sha256 | EvidenceField::Reliability,
            )
            | Self::Note(_, NoteField::On)
            | Self::Acceptance(_, AcceptanceField::Rule | AcceptanceField::On)
            | Self::Override(_, OverrideField::Sentence | OverrideField::Basis)
            | Self::TrayItem(
                _,
                TrayItemField::Of | TrayItemField::Framework | TrayItemField::Value,
            ) => false,
            place => matches!(
                place.shape(),
                Shape::Prose | Shape::Line | Shape::Date | Shape::Amount
            ),
        }
    }
}
