//! What a key puts right, where it is asked how: numbers that are no figures, and words that are misspelt.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::{DraftEditor, EditorRow};
use crate::app::layout::Pane;
use crate::assessment::{
    Acceptance, Address, Assessment, Edit, HeadField, Item, List, Place, Value,
};
use crate::check::{Problem, Rule, spelling};
use crate::text::Splice;

/// Something in a text that can be put right once it is said how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Slip {
    /// The text.
    pub(in crate::app) place: Place,
    /// The byte at which it begins.
    pub(in crate::app) at: usize,
    /// Its kind.
    pub(in crate::app) kind: SlipKind,
}

/// The kind of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum SlipKind {
    /// A number that is no figure yet.
    Number,
    /// A word that no dictionary has.
    Spelling,
}

/// A misspelt word, wherever its text is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisspeltWord {
    /// The text that it stands in.
    pub text: Address,
    /// The byte at which it began.
    pub at: usize,
    /// The word.
    pub word: String,
}

impl DraftEditor {
    /// Returns the slip that a problem tells of.
    pub(in crate::app) fn slip_of(&self, problem: &Problem) -> Option<Slip> {
        let spot = problem.words.as_ref()?;
        let kind = match problem.rule {
            Rule::BareNumber => {
                self.number_at(&spot.place, spot.at)?;
                SlipKind::Number
            }
            Rule::Spelling => {
                spelling::misspelt(&self.assessment, problem)?;
                SlipKind::Spelling
            }
            _ => return None,
        };
        Some(Slip {
            place: spot.place.clone(),
            at: spot.at,
            kind,
        })
    }

    /// Returns the problem that a key puts right here: the one that is told where it can, else the first that it can.
    pub(in crate::app) fn problem_to_put_right(&self) -> Option<&Problem> {
        let told = self.problem_here()?;
        if self.is_put_right_by_key(told) {
            return Some(told);
        }
        let mut here = self.problems_here().into_iter();
        here.find(|it| self.is_put_right_by_key(it)).or(Some(told))
    }

    /// Returns the slip that a key asks about here: that of the problem which it puts right, else the first number of the
    /// row that is no figure, be it told of or not.
    pub(in crate::app) fn slip_here(&self) -> Option<Slip> {
        let problem = self.problem_to_put_right();
        if let Some(problem) = problem.filter(|it| self.is_put_right_by_key(it)) {
            return self.slip_of(problem);
        }
        let place = self.row_place()?;
        let at = self.first_number(&place)?.range.start;
        let kind = SlipKind::Number;
        Some(Slip { place, at, kind })
    }

    /// Returns the reason why no number of the row is asked about, where it has one.
    pub(in crate::app) fn number_told(&self) -> Option<String> {
        let place = self.row_place()?;
        let number = self.number_in_name(&place)?;
        Some(format!(
            "“{number}” is of a date or a name, and counts nothing."
        ))
    }

    fn row_place(&self) -> Option<Place> {
        let row = self.current().filter(|_| self.pane == Pane::Findings);
        row.and_then(EditorRow::place)
    }

    /// Returns true where a key puts a problem right, or asks how; others are for the author to say.
    pub(in crate::app) fn is_put_right_by_key(&self, problem: &Problem) -> bool {
        problem.fix.is_some()
            || self.stale_judgment(problem).is_some()
            || self.slip_of(problem).is_some()
    }

    /// Returns the slip at the cursor of the text that is typed in.
    pub(in crate::app) fn slip_at_cursor(&self) -> Option<Slip> {
        let typing = self.typing.as_ref()?;
        let at = typing.cursor.at();
        let slip = |at: usize, kind: SlipKind| Slip {
            place: typing.place.clone(),
            at,
            kind,
        };
        if let Some(number) = self.number_at(&typing.place, at) {
            return Some(slip(number.range.start, SlipKind::Number));
        }
        let mut words = self.misspelt_in(&typing.place).into_iter();
        let word = words.find(|range| (range.start..=range.end).contains(&at))?;
        Some(slip(word.start, SlipKind::Spelling))
    }

    /// Takes note of the words that were found misspelt.
    pub(super) fn note_misspelt(&mut self) {
        let (draft, found) = (&self.proof.spelling_of, &self.proof.spelling);
        let words = found.iter().filter_map(|it| spelling::misspelt(draft, it));
        self.misspelt = words.map(str::to_owned).collect();
    }

    /// Returns what was found misspelt and stands as it stood then.
    pub(super) fn standing_slips(&self) -> Vec<Problem> {
        let (then, now) = (&self.proof.spelling_of, &self.assessment);
        // Looked up by id only where there is anything to look up: there may be as many as findings.
        let (before, after) = (OnceCell::new(), OnceCell::new());
        let stands = |problem: &&Problem| match (&problem.words, &problem.place) {
            (Some(words), _) => then.text(&words.place) == now.text(&words.place),
            (None, Address::Item(List::Findings, id)) => {
                let before = before.get_or_init(|| texts_of(then));
                before.get(id.as_str()) == after.get_or_init(|| texts_of(now)).get(id.as_str())
            }
            (None, _) => true,
        };
        let slips = self.proof.spelling.iter();
        slips.filter(stands).cloned().collect()
    }

    /// Returns where words stand in a text that are misspelt: what was found so when it was looked for last, and stands
    /// there now.
    pub fn misspelt_in(&self, place: &Place) -> Vec<Range<usize>> {
        if self.misspelt.is_empty() {
            return Vec::new();
        }
        let text = self.assessment.text(place).unwrap_or_default();
        let words = spelling::spelt(text).into_iter();
        let wrong = words.filter(|(_, word)| {
            let word = word.trim_end_matches(['\'', '’']);
            self.misspelt.contains(word) && !self.is_spelt_so(place, word)
        });
        wrong.map(|(at, word)| at..at + word.len()).collect()
    }

    /// Returns true where somebody has said that a word stands in a text as it is spelt.
    fn is_spelt_so(&self, place: &Place, word: &str) -> bool {
        let address = self.assessment.address_of(place);
        let on = address.map(|address| address.owner().to_string());
        self.assessment.accepted.iter().any(|it| {
            let words = it.words.trim();
            it.rule.trim() == Rule::Spelling.id()
                && (words.is_empty() || words == word)
                && on.as_deref() == Some(Address::item_in(it.on.trim()))
        })
    }

    /// Returns the misspelt word of a slip.
    pub(in crate::app) fn misspelt_word(&self, slip: &Slip) -> Option<MisspeltWord> {
        let text = self.assessment.text(&slip.place)?;
        let mut words = spelling::spelt(text).into_iter();
        let (at, word) = words.find(|(at, _)| *at == slip.at)?;
        Some(MisspeltWord {
            text: self.assessment.address_of(&slip.place)?,
            at,
            word: word.trim_end_matches(['\'', '’']).to_owned(),
        })
    }

    /// Returns where a misspelt word stands now: where it stood, else first.
    fn place_of_word(&self, word: &MisspeltWord) -> Result<(Place, usize), String> {
        let gone = || format!("“{}” is no longer there.", word.word);
        let place = self.assessment.place_of(&word.text).ok_or_else(gone)?;
        let text = self.assessment.text(&place).unwrap_or_default();
        let is = |at: &usize| {
            let here = text.get(*at..);
            here.is_some_and(|here| here.starts_with(&word.word))
        };
        let here = Some(word.at).filter(is);
        let first = || {
            let mut words = spelling::spelt(text).into_iter();
            Some(
                words
                    .find(|(_, other)| other.trim_end_matches(['\'', '’']) == word.word)?
                    .0,
            )
        };
        let at = here.or_else(first).ok_or_else(gone)?;
        Ok((place, at))
    }

    /// Puts another spelling in the place of a misspelt word, as one step that says nothing new.
    pub(in crate::app) fn respell(
        &mut self,
        word: &MisspeltWord,
        by: &str,
    ) -> Result<String, String> {
        let (place, at) = self.place_of_word(word)?;
        let splice = Splice {
            at,
            removed: word.word.clone(),
            inserted: by.to_owned(),
        };
        let edit = Edit::Splice {
            place: place.clone(),
            splice: splice.clone(),
        };
        self.reword(vec![edit])?;
        if let Some(typing) = self.typing.as_mut().filter(|typing| typing.place == place) {
            let text = self.assessment.text(&place).unwrap_or_default();
            typing.cursor.after(text, &splice);
        }
        Ok(format!("Now “{by}”."))
    }

    /// Adds a word to those that the draft has besides the dictionary's.
    pub(in crate::app) fn know_word(&mut self, word: &str) -> Result<String, String> {
        let mut words = self.assessment.head.words.clone();
        words.push(word.to_owned());
        let set = (Place::Head(HeadField::Words), Some(Value::List(words)));
        self.reword(self.setting(&[set]))?;
        self.is_known_now(word);
        Ok(format!(
            "“{word}” is one of the draft's words now; undo takes that back."
        ))
    }

    /// Lets a word be known before the spelling is looked at again.
    pub(in crate::app) fn is_known_now(&mut self, word: &str) {
        self.misspelt.remove(word);
        self.request_spelling();
    }

    /// Lets a word stand in one item as it is spelt.
    pub(in crate::app) fn let_word_stand(&mut self, word: &MisspeltWord) -> Result<String, String> {
        let (place, _) = self.place_of_word(word)?;
        let on = self.assessment.address_of(&place);
        let item = Acceptance {
            rule: Rule::Spelling.id().to_owned(),
            on: on.map(|on| on.owner().to_string()).unwrap_or_default(),
            words: word.word.clone(),
            why: "It is spelt so on purpose.".to_owned(),
            by: self.assessment.inspector.name.clone(),
            ..Acceptance::default()
        };
        let at = self.assessment.len(List::Accepted);
        let item = Item::from(item);
        self.reword(vec![Edit::Insert { at, item }])?;
        Ok(format!(
            "“{}” stands here as it is; undo takes that back.",
            word.word
        ))
    }
}

/// Returns the texts of the findings by their ids.
fn texts_of(draft: &Assessment) -> HashMap<&str, &str> {
    let texts = draft.findings.iter();
    texts.map(|it| (it.id.as_str(), it.text.as_str())).collect()
}
