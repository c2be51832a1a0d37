//! Choosing a value, with the sentence that it would give shown before it is chosen.

use super::Narrowing;
use crate::app::bench::{Bench, Choice, choices};
use crate::assessment::{Edit, Place};
use crate::statement;

/// A list of values for one field.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What is chosen.
    pub title: String,
    /// The field.
    pub place: Place,
    /// Everything that can be chosen.
    pub choices: Vec<Choice>,
    /// What is typed and which is chosen.
    pub narrowing: Narrowing,
    /// The sentence that the choice would give, where it shapes one.
    pub preview: String,
    /// What goes with the choices, as "2 headings are not yet graded".
    pub note: String,
}

impl Picker {
    /// A list for a field; nothing where its value is typed.
    pub fn new(title: &str, bench: &Bench, place: Place) -> Option<Self> {
        let choices = choices(&bench.assessment, &bench.framework, &place);
        if choices.is_empty() {
            return None;
        }
        let at = choices
            .iter()
            .position(|choice| choice.current)
            .unwrap_or(0);
        let mut picker = Self {
            title: title.to_owned(),
            place,
            choices,
            narrowing: Narrowing {
                filter: String::new(),
                at,
            },
            preview: String::new(),
            note: String::new(),
        };
        picker.look(bench);
        Some(picker)
    }

    /// What can be chosen under the filter.
    pub fn shown(&self) -> impl Iterator<Item = &Choice> {
        let words = self.narrowing.filter.to_lowercase();
        self.choices.iter().filter(move |choice| {
            let all = format!("{} {}", choice.label, choice.meaning).to_lowercase();
            words.split_whitespace().all(|word| all.contains(word))
        })
    }

    /// The choice under the cursor.
    pub fn chosen(&self) -> Option<&Choice> {
        self.shown().nth(self.narrowing.at)
    }

    /// Works out the sentence that the choice under the cursor would give.
    pub fn look(&mut self, bench: &Bench) {
        self.preview = self
            .chosen()
            .map_or_else(String::new, |choice| preview(bench, &self.place, choice));
    }
}

fn preview(bench: &Bench, place: &Place, choice: &Choice) -> String {
    let Place::Finding(at, _) = place else {
        return String::new();
    };
    let mut changed = bench.assessment.clone();
    for (place, after) in &choice.sets {
        let edit = Edit::Set {
            place: place.clone(),
            before: changed.get(place),
            after: after.clone(),
        };
        if edit.apply(&mut changed).is_err() {
            return String::new();
        }
    }
    match changed.findings.get(*at) {
        Some(finding) => statement::preview(&bench.assessment, &bench.framework, *at, finding),
        None => String::new(),
    }
}
