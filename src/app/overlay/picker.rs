//! Choosing a value, with the sentence that it would give shown before it is chosen.

use std::sync::Arc;

use super::MappingTable;
use super::few_answers::{Intake, MissingAnswer, SpellingAnswer};
use crate::app::card::TrashedCard;
use crate::app::consent::Consent;
use crate::app::editor::{
    Choice, DraftEditor, EvidenceFilter, MisspeltWord, choices, sample, ungraded,
};
use crate::app::effect::FrameworkPurpose;
use crate::app::field::TextField;
use crate::app::file::{FileKind, UnplacedWords};
use crate::app::list::RowList;
use crate::app::message::{Candidate, SettingRow};
use crate::assessment::{
    Address, FindingField, Framework, HeadField, Item, JudgmentField, MovedEdits, OverallField,
    Place, Record, Shape, Value, is_prose,
};
use crate::check::Problem;
use crate::text::same;

/// The purpose of a choice.
#[derive(Clone, Debug)]
pub enum PickerPurpose {
    /// The value of a field.
    Value(Place),
    /// A filter of the evidence, in the order of the choices.
    Evidence(Vec<EvidenceFilter>),
    /// A draft in the trash to bring back, in the order of the choices.
    Trash(Vec<TrashedCard>),
    /// A draft to add to the inspection, by their names there, in the order of the choices.
    Drafts(Vec<String>),
    /// Words that wait for a place, in the order of the choices: one is put in, or forgotten; behind them all.
    Waiting {
        /// The words.
        waiting: Vec<UnplacedWords>,
        /// True where it is forgotten.
        forget: bool,
    },
    /// The decision on edits that wait: the first choice is that they are brought in.
    MovedEdits(MovedEdits),
    /// Last year's draft; the last choice is to type its name.
    Predecessor,
    /// The place for something of the tray: its place there, and the ids of what is judged.
    Tray(usize, Vec<String>),
    /// The heading in another framework that a heading goes to; `None` is the tray.
    Mapping(Vec<Option<String>>),
    /// A framework.
    Framework(FrameworkPurpose, Vec<Arc<Framework>>),
    /// A setting, in the order of the choices.
    Settings(Vec<SettingRow>),
    /// The value of a setting.
    Setting(Box<SettingRow>),
    /// The question what is to become of what is here where its file is gone; answers in the order of the choices.
    Missing(FileKind, Vec<MissingAnswer>),
    /// The use that is made of words that came where no text is open: as findings, as one, or none.
    TakeIn(Intake),
    /// Evidence and figures of others: the first choice takes all in, those behind it one each.
    Import(Vec<Item>),
    /// A misspelt word, and the answers in the order of the choices.
    Spelling(MisspeltWord, Vec<SpellingAnswer>),
    /// A problem to go to, in the order of the choices.
    Problems(Vec<Problem>),
    /// The question whether something is done that reaches beyond what is open; the second choice is that it is.
    Consent(Consent),
}

/// A list of things to choose from, most often the values of one field.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The title of the list.
    pub title: String,
    /// The purpose of a choice.
    pub purpose: PickerPurpose,
    /// Everything that can be chosen.
    pub choices: Vec<Choice>,
    /// The words that narrow the list.
    pub(in crate::app) field: TextField,
    /// The choices as rows, in the same order.
    pub list: RowList,
    /// The words before the preview: "It would be spoken:", or none where it is the meaning of the choice.
    pub lead: &'static str,
    /// The sentence that the choice would give, or what it means in full.
    pub preview: String,
    /// A note on the choices, as "2 headings are not yet graded".
    pub note: String,
}

impl Picker {
    pub(in crate::app) fn over(title: &str, purpose: PickerPurpose, choices: Vec<Choice>) -> Self {
        let mut list = RowList::new(choices.iter().map(Choice::row).collect());
        if let Some(now) = choices.iter().position(|choice| choice.current) {
            list.light(now);
        }
        let mut picker = Self {
            title: title.to_owned(),
            purpose,
            choices,
            field: TextField::search(""),
            list,
            lead: "",
            preview: String::new(),
            note: String::new(),
        };
        picker.update_preview(None);
        picker
    }

    /// Returns a list for a field, or `None` where its value is typed.
    pub fn new(title: &str, editor: &mut DraftEditor, place: Place) -> Option<Self> {
        let choices = choices(&editor.assessment, &editor.framework, &place);
        if choices.is_empty() {
            return None;
        }
        let stance = matches!(place, Place::Overall(OverallField::Stance));
        let few = matches!(place.shape(), Shape::Choice(_))
            || matches!(
                place,
                Place::Judgment(_, JudgmentField::Grade) | Place::Overall(OverallField::Grade)
            );
        let mut picker = Self::over(title, PickerPurpose::Value(place), choices);
        if few {
            picker.list = picker.list.by_beginnings();
        }
        if stance {
            picker.note = ungraded(editor);
        }
        picker.update_preview(Some(editor));
        Some(picker)
    }

    /// Returns a list of which evidence to show.
    pub fn of_evidence(editor: &DraftEditor) -> Self {
        let mut filters = Vec::new();
        let mut choices = Vec::new();
        for (filter, meaning, many) in editor.evidence_filters() {
            let meaning = format!("{many} · {meaning}");
            let current = filter == editor.evidence_filter;
            choices.push(Choice::plain(&filter.title(), &meaning, current));
            filters.push(filter);
        }
        let mut picker = Self::over("Which evidence", PickerPurpose::Evidence(filters), choices);
        picker.list.light(0);
        picker
    }

    /// Returns a list of drafts that could be last year's, those about the same body first.
    pub fn of_earlier(editor: &DraftEditor, mut found: Vec<Candidate>) -> Self {
        let (now, body) = (
            &editor.assessment.head.predecessor,
            &editor.assessment.subject,
        );
        found.sort_by_key(|each| !same(&each.subject, &body.name));
        let place = Place::Head(HeadField::Predecessor);
        let choice = |label: &str, meaning: &str, value: &str| Choice {
            sets: vec![(
                place.clone(),
                (!value.is_empty()).then(|| Value::Text(value.to_owned())),
            )],
            ..Choice::plain(label, meaning, now == value)
        };
        let one = |each: &Candidate| {
            let label = [each.subject.as_str(), each.year.as_str()];
            let label = label.map(str::trim).join(" ");
            let meaning = match each.framework.as_str() {
                "" => each.named.clone(),
                framework => format!("{framework} · {}", each.named),
            };
            choice(label.trim(), &meaning, &each.named)
        };
        let mut choices: Vec<Choice> = found.iter().map(one).collect();
        let none = "Nothing stands beside this year's grades.";
        choices.push(choice("no earlier draft", none, ""));
        let typed = "Type its name, from this draft's folder on.";
        choices.push(Choice::plain("another file", typed, false));
        Self::over("Last year's draft", PickerPurpose::Predecessor, choices)
    }

    /// Returns a list of places for what waits in the tray, or `None` where it can have none.
    pub fn of_tray(editor: &DraftEditor, at: usize) -> Option<Self> {
        let places = editor.places_for(at);
        let item = editor.assessment.tray.get(at)?;
        let choice = |(id, title): &(String, String)| {
            let current = item.of == Address::Judgment(id.clone()).path();
            Choice::plain(title, "", current)
        };
        let choices: Vec<Choice> = places.iter().map(choice).collect();
        let ids = places.into_iter().map(|(id, _)| id).collect();
        let title = format!("Where does “{}” go?", item.title);
        let some = !choices.is_empty();
        some.then(|| Self::over(&title, PickerPurpose::Tray(at, ids), choices))
    }

    /// Returns a list of headings of another framework, for the row of the table that is looked at.
    pub fn of_mapping(table: &MappingTable) -> Option<Self> {
        let row = table.rows.get(table.at)?;
        let places = table.places();
        let choice = |(id, title): &(Option<String>, String)| {
            let meaning = match id {
                Some(id) => table.question(id),
                None => "What it holds waits there, in sight.".to_owned(),
            };
            Choice::plain(title, &meaning, *id == row.mapping.to)
        };
        let choices = places.iter().map(choice).collect();
        let ids = places.iter().map(|(id, _)| id.clone()).collect();
        let title = format!("Where does “{}” go?", row.title);
        Some(Self::over(&title, PickerPurpose::Mapping(ids), choices))
    }

    /// Returns the field that narrows the list. A question of a few answers has none: letters do nothing there.
    pub fn field(&self) -> Option<&TextField> {
        self.is_narrowed_by_typing().then_some(&self.field)
    }

    /// Returns the same, to be typed in.
    pub(super) fn field_mut(&mut self) -> Option<&mut TextField> {
        self.is_narrowed_by_typing().then_some(&mut self.field)
    }

    fn is_narrowed_by_typing(&self) -> bool {
        !matches!(
            self.purpose,
            PickerPurpose::Consent(_)
                | PickerPurpose::Missing(..)
                | PickerPurpose::MovedEdits(_)
                | PickerPurpose::TakeIn(_)
        )
    }

    /// Returns the lit choice, by its place among all.
    pub fn chosen_at(&self) -> Option<usize> {
        self.list.lit_at()
    }

    /// Returns the lit choice: what Enter takes.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.chosen_at()?)
    }

    /// Returns true where something is said of the lit choice below the list.
    pub fn explains(&self) -> bool {
        !matches!(
            self.purpose,
            PickerPurpose::Value(Place::Finding(
                _,
                FindingField::Evidence | FindingField::Against
            ))
        )
    }

    /// Shows the choices that have the words in the field.
    pub fn narrow(&mut self, editor: Option<&mut DraftEditor>) {
        self.list.narrow(self.field.text());
        // What was typed before and finds nothing hides nothing; prose is no filter, and no row is taken over it.
        let is_filter = self.field.gives_way() && !is_prose(self.field.text());
        if is_filter && self.list.shown().len() == 0 {
            self.list.narrow("");
        }
        self.update_preview(editor);
    }

    /// Goes on where another list of the same was: its words, its lit row.
    pub fn resume(&mut self, before: Self, editor: Option<&mut DraftEditor>) {
        self.field = before.field;
        if before.list.is_narrowed() {
            self.list.narrow(self.field.text());
        }
        if let Some(lit) = before.list.lit_at() {
            self.list.light(lit);
        }
        self.update_preview(editor);
    }

    /// Goes on where another list of the same was that had other rows: its words and, where one was lit, the row of that
    /// label.
    pub(in crate::app) fn resume_at(&mut self, before: Self, lit: Option<&str>) {
        self.field = before.field;
        if before.list.is_narrowed() {
            self.list.narrow(self.field.text());
        }
        let row = lit.and_then(|lit| self.choices.iter().position(|it| it.label == lit));
        if let Some(row) = row {
            self.list.light(row);
        }
        self.update_preview(None);
    }

    /// Takes a choice out, by its place among all.
    pub fn remove(&mut self, at: usize) {
        if at < self.choices.len() {
            self.choices.remove(at);
            self.list.remove(at);
            // What it was found by is said, and below stands what is lit now.
            if self.list.is_narrowed() {
                self.field = TextField::search("");
                self.list.narrow("");
                self.list
                    .light(at.min(self.choices.len().saturating_sub(1)));
            }
            self.update_preview(None);
        }
    }

    /// Gives the first choice another name, where that says how many there are.
    pub(in crate::app) fn rename_first(&mut self, label: &str) {
        if let Some(first) = self.choices.first_mut() {
            label.clone_into(&mut first.label);
            self.list.rename_first(label);
        }
    }

    /// Works out the sentence that the choice under the cursor would give.
    pub fn update_preview(&mut self, editor: Option<&mut DraftEditor>) {
        let Some(choice) = self.chosen() else {
            self.preview.clear();
            return;
        };
        let place = match &self.purpose {
            PickerPurpose::Value(place) => Some(place),
            _ => None,
        };
        let (lead, preview) = match (place, editor) {
            (Some(Place::Finding(_, FindingField::Evidence | FindingField::Against)), _) => {
                ("", String::new())
            }
            (Some(Place::Finding(at, field)), Some(editor)) => {
                let spoken = preview_all(editor, *at, choice);
                let framed = |choice: &&Choice| choice.sets.iter().all(|(_, to)| to.is_none());
                let without = self.choices.iter().find(framed);
                let without =
                    without.filter(|it| *field == FindingField::Stance && it.label != choice.label);
                let unframed = without.map(|none| preview_all(editor, *at, none));
                match unframed.is_some_and(|words| words == spoken) {
                    true => (
                        "It does not fit these words, which would be spoken without it:",
                        spoken,
                    ),
                    false => ("It would be spoken:", spoken),
                }
            }
            (
                Some(
                    place @ (Place::Overall(OverallField::Stance | OverallField::JoinNeed)
                    | Place::Statement(_)),
                ),
                Some(editor),
            ) => match sample(editor, place, choice) {
                spoken if spoken.is_empty() => ("", choice.meaning.clone()),
                spoken => ("It would be spoken:", spoken),
            },
            _ => match (&self.purpose, self.chosen_at()) {
                (PickerPurpose::TakeIn(intake), Some(at)) => ("", intake.shown(at)),
                _ => ("", choice.meaning.clone()),
            },
        };
        (self.lead, self.preview) = (lead, preview);
    }
}

/// So many findings are shown as they would be spoken: each is woven anew.
const PREVIEWED: usize = 4;

/// Returns how the first of the findings that are chosen would be spoken, one behind the other; `at` is one of them.
fn preview_all(editor: &mut DraftEditor, at: usize, choice: &Choice) -> String {
    let all = editor.chosen_with(at);
    let more = all.len().saturating_sub(PREVIEWED);
    let some = all.into_iter().take(PREVIEWED);
    let spoken = some.map(|at| preview(editor, at, choice));
    let mut spoken: Vec<String> = spoken.filter(|words| !words.is_empty()).collect();
    spoken.extend((more > 0).then(|| format!("… and {more} more")));
    spoken.join(" ")
}

fn preview(editor: &mut DraftEditor, at: usize, choice: &Choice) -> String {
    let Some(mut finding) = editor
        .assessment
        .findings
        .get(at)
        .map(|finding| (**finding).clone())
    else {
        return String::new();
    };
    for (place, after) in &choice.sets {
        if let Place::Finding(of, field) = place
            && *of == at
            && finding.set(*field, after.clone()).is_err()
        {
            return String::new();
        }
    }
    editor.preview(at, &finding)
}
