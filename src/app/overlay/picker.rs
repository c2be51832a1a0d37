//! Choosing a value, with the sentence that it would give shown before it is chosen.

use super::Narrowing;
use crate::app::bench::{Bench, Choice, EvidenceFilter, choices};
use crate::app::message::{Card, Waiting};
use crate::assessment::{FindingField, OverallField, Place, Record};
use crate::statement;

/// What something is chosen for.
#[derive(Clone, Debug)]
pub enum Chooses {
    /// The value of a field.
    Value(Place),
    /// Which evidence is shown, in the order of the choices.
    Evidence(Vec<EvidenceFilter>),
    /// Which draft is added to the inspection, by their names there, in the order of the choices.
    Drafts(Vec<String>),
    /// Whether edits that wait are brought in: the first choice is that they are.
    Waiting(Waiting),
}

/// A list of things to choose from, most often the values of one field.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What is chosen.
    pub title: String,
    /// What a choice is for.
    pub chooses: Chooses,
    /// Everything that can be chosen.
    pub choices: Vec<Choice>,
    /// What is typed and which is chosen.
    pub narrowing: Narrowing,
    /// What the preview is: "It would be spoken:", or nothing where it is what the choice means.
    pub lead: &'static str,
    /// The sentence that the choice would give, or what it means in full.
    pub preview: String,
    /// What goes with the choices, as "2 headings are not yet graded".
    pub note: String,
}

impl Picker {
    /// A list for a field; nothing where its value is typed.
    pub fn new(title: &str, bench: &mut Bench, place: Place) -> Option<Self> {
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
            chooses: Chooses::Value(place),
            choices,
            narrowing: Narrowing {
                filter: String::new(),
                at,
            },
            lead: "",
            preview: String::new(),
            note: String::new(),
        };
        if matches!(
            picker.chooses,
            Chooses::Value(Place::Overall(OverallField::Stance))
        ) {
            picker.note = ungraded(bench);
        }
        picker.look(bench);
        Some(picker)
    }

    /// A list of which evidence to show.
    pub fn of_evidence(bench: &Bench) -> Self {
        let mut filters = Vec::new();
        let mut choices = Vec::new();
        for (filter, meaning, many) in bench.evidence_filters() {
            choices.push(Choice {
                label: filter.title(),
                meaning: format!("{many} · {meaning}"),
                sets: Vec::new(),
                current: filter == bench.evidence_filter,
                suggested: None,
            });
            filters.push(filter);
        }
        Self {
            title: "Which evidence".to_owned(),
            chooses: Chooses::Evidence(filters),
            choices,
            narrowing: Narrowing::default(),
            lead: "",
            preview: String::new(),
            note: String::new(),
        }
    }

    /// A list of drafts that can be added to an inspection.
    pub fn of_drafts(drafts: Vec<(String, Card)>) -> Self {
        let choice = |(named, card): &(String, Card)| Choice {
            label: card.subject.clone(),
            meaning: match (&card.broken, card.year.as_str()) {
                (Some(why), _) => format!("{named} · ! {why}"),
                (None, "") => named.clone(),
                (None, year) => format!("{year} · {named}"),
            },
            sets: Vec::new(),
            current: false,
            suggested: None,
        };
        Self {
            title: "Add a draft".to_owned(),
            choices: drafts.iter().map(choice).collect(),
            chooses: Chooses::Drafts(drafts.into_iter().map(|(named, _)| named).collect()),
            narrowing: Narrowing::default(),
            lead: "",
            preview: String::new(),
            note: String::new(),
        }
    }

    /// Whether edits that wait are to be brought in.
    pub fn of_waiting(waiting: Waiting) -> Self {
        let s = if waiting.steps == 1 { "" } else { "s" };
        let choice = |label: String, meaning: &str| Choice {
            label,
            meaning: meaning.to_owned(),
            sets: Vec::new(),
            current: false,
            suggested: None,
        };
        let mut picker = Self {
            title: "Is this the same draft?".to_owned(),
            note: format!(
                "{} edit{s} since {} wait, made to {}, which is gone.",
                waiting.steps, waiting.since, waiting.was
            ),
            choices: vec![
                choice(
                    "Bring the edits in".to_owned(),
                    "They were made to a draft of this identity. They are merged with what stands here, as one step that undo takes back.",
                ),
                choice(
                    "Leave them".to_owned(),
                    "They wait, and are asked about again. `assay recover` has them too.",
                ),
            ],
            chooses: Chooses::Waiting(waiting),
            narrowing: Narrowing::default(),
            lead: "",
            preview: String::new(),
        };
        if let Some(first) = picker.choices.first() {
            picker.preview.clone_from(&first.meaning);
        }
        picker
    }

    /// What can be chosen under the filter, what is called so or begins so first.
    pub fn shown(&self) -> impl Iterator<Item = &Choice> {
        let words = self.narrowing.filter.to_lowercase();
        let mut fitting: Vec<(u8, &Choice)> = self
            .choices
            .iter()
            .filter_map(|choice| {
                let label = choice.label.to_lowercase();
                let all = format!("{label} {}", choice.meaning.to_lowercase());
                if !words.split_whitespace().all(|word| all.contains(word)) {
                    return None;
                }
                let rank = match () {
                    () if words.is_empty() || label == words => 0,
                    () if label.starts_with(&words) => 1,
                    () if label.contains(&words) => 2,
                    () => 3,
                };
                Some((rank, choice))
            })
            .collect();
        fitting.sort_by_key(|(rank, _)| *rank);
        fitting.into_iter().map(|(_, choice)| choice)
    }

    /// The choice under the cursor.
    pub fn chosen(&self) -> Option<&Choice> {
        self.shown().nth(self.narrowing.at)
    }

    /// Works out the sentence that the choice under the cursor would give.
    pub fn look(&mut self, bench: &mut Bench) {
        let Some(choice) = self.chosen() else {
            self.preview.clear();
            return;
        };
        let (lead, preview) = match &self.chooses {
            Chooses::Value(Place::Finding(_, FindingField::Evidence | FindingField::Against)) => {
                ("", String::new())
            }
            Chooses::Value(Place::Finding(at, _)) => {
                ("It would be spoken:", preview(bench, *at, choice))
            }
            Chooses::Value(Place::Overall(_)) => ("It would be spoken:", choice.meaning.clone()),
            _ => ("", choice.meaning.clone()),
        };
        (self.lead, self.preview) = (lead, preview);
    }
}

/// How many headings the grades say nothing of yet, for people.
fn ungraded(bench: &Bench) -> String {
    match statement::tally(&bench.assessment, &bench.framework).ungraded {
        0 => String::new(),
        1 => "1 heading is not yet graded: ✓ marks what the others suggest.".to_owned(),
        many => format!("{many} headings are not yet graded: ✓ marks what the others suggest."),
    }
}

fn preview(bench: &mut Bench, at: usize, choice: &Choice) -> String {
    let Some(mut finding) = bench
        .assessment
        .findings
        .get(at)
        .map(|finding| (**finding).clone())
    else {
        return String::new();
    };
    for (place, after) in &choice.sets {
        if let Place::Finding(_, field) = place
            && finding.set(*field, after.clone()).is_err()
        {
            return String::new();
        }
    }
    bench.preview(at, &finding)
}
