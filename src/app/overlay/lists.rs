//! Lists to choose from that are of no draft: drafts of a folder, settings and their values.

use super::Overlay;
use super::few_answers::SpellingAnswer;
use super::picker::{Picker, PickerPurpose};
use crate::app::card::{DraftCard, TrashedCard};
use crate::app::editor::{Choice, MisspeltWord};
use crate::app::message::{SettingRow, SettingValue};

/// The path of the setting that is seen before it is chosen.
pub(in crate::app) const THEME: &str = "theme";

impl Picker {
    /// Returns a list of drafts in the trash.
    pub fn of_trash(trashed: Vec<TrashedCard>) -> Self {
        let choice = |draft: &TrashedCard| {
            let name = draft.was.file_name().unwrap_or_default();
            let meaning = format!("put in the trash {}", draft.at);
            Choice::plain(&name.to_string_lossy(), &meaning, false)
        };
        let choices = trashed.iter().map(choice).collect();
        Self::over(
            "Bring back which draft?",
            PickerPurpose::Trash(trashed),
            choices,
        )
    }

    /// Returns a list of drafts that can be added to an inspection.
    pub fn of_drafts(drafts: Vec<(String, DraftCard)>) -> Self {
        let choice = |(named, card): &(String, DraftCard)| {
            let meaning = match (&card.broken, card.year.as_str()) {
                (Some(why), _) => format!("{named} · ! {why}"),
                (None, _) if card.sealed => format!("sealed · {named}"),
                (None, "") => named.clone(),
                (None, year) => format!("{year} · {named}"),
            };
            Choice::plain(&card.subject, &meaning, false)
        };
        let choices = drafts.iter().map(choice).collect();
        let named = drafts.into_iter().map(|(named, _)| named).collect();
        Self::over("Add a draft", PickerPurpose::Drafts(named), choices)
    }

    /// Returns a list of what can be done about a misspelt word. Until it is known what may be meant by it, nothing is lit:
    /// what Enter takes does not change under the hand.
    pub fn of_spelling(word: MisspeltWord, spellings: Option<Vec<String>>) -> Self {
        use SpellingAnswer::{Here, OfDraft, OfHouse, Spelling};
        let known = spellings.is_some();
        let spellings = spellings.unwrap_or_default();
        let many = spellings.len();
        let spelt = spellings.into_iter().map(|spelling| {
            let choice = Choice::plain(&spelling, "", false);
            (choice, Spelling(spelling))
        });
        let others = [
            (
                "add to the draft's words",
                "It is right in all of this draft.",
                OfDraft,
            ),
            (
                "add to the house's words",
                "It is right in every draft: it is kept in your settings.",
                OfHouse,
            ),
            ("ignore here", "It stands in this text as it is.", Here),
        ];
        let others =
            others.map(|(label, meaning, answer)| (Choice::plain(label, meaning, false), answer));
        let (choices, answers) = spelt.chain(others).unzip();
        let title = format!("“{}”: how is it spelt?", word.word);
        let purpose = PickerPurpose::Spelling(word, answers);
        let mut picker = Self::over(&title, purpose, choices);
        picker.note = match (known, many) {
            (false, _) => "Looking for what may be meant …".to_owned(),
            (true, 0) => "No word that the dictionary has is near it.".to_owned(),
            (true, _) => String::new(),
        };
        if !known {
            picker.list.light_none();
            picker.update_preview(None);
        }
        picker
    }

    /// Returns a list of the settings, each with its value and what it is for.
    pub fn of_settings(rows: Vec<SettingRow>) -> Self {
        let choice = |row: &SettingRow| {
            let label = format!("{}: {}", row.label, row.words);
            let mut choice = Choice::plain(&label, &row.help, false);
            choice.words = row.path.clone();
            choice
        };
        let choices = rows.iter().map(choice).collect();
        Self::over("Settings", PickerPurpose::Settings(rows), choices)
    }

    /// Returns a list of the values of a setting; `None` where its value is typed.
    pub fn of_values(row: SettingRow) -> Option<Self> {
        let choice =
            |it: &SettingValue| Choice::plain(&it.words, &it.meaning, it.value == row.value);
        let mut choices: Vec<Choice> = row.values.iter().map(choice).collect();
        if row.typed {
            choices.push(Choice::plain("another number", &row.help, false));
        }
        let title = row.label.clone();
        let some = !row.values.is_empty();
        some.then(|| Self::over(&title, PickerPurpose::Setting(Box::new(row)), choices))
    }
}

/// Returns the theme that is looked at in a list of them, which is not chosen yet.
pub fn theme_looked_at(overlays: &[Overlay]) -> Option<&str> {
    match overlays.last()? {
        Overlay::Picker(picker) => match &picker.purpose {
            PickerPurpose::Setting(row) if row.path == THEME => {
                picker.chosen().map(|choice| choice.label.as_str())
            }
            _ => None,
        },
        _ => None,
    }
}
