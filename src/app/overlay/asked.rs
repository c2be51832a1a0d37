//! Questions with a few answers, as lists: no letter narrows them, so that none answers.

use std::path::Path;

use super::few_answers::{Intake, MissingAnswer};
use super::picker::{Picker, PickerPurpose};
use crate::app::consent::Consent;
use crate::app::editor::Choice;
use crate::app::file::{FileKind, MissingFile};
use crate::assessment::{EditsFrom, Kind, MovedEdits};
use crate::text::{agreeing, counted};

impl Picker {
    /// Returns the question what is to become of what is here, where its file is gone.
    pub fn of_missing(kind: FileKind, was: &Path, missing: &MissingFile) -> Self {
        let name = kind.name();
        let now = missing.now.iter().map(|now| {
            let meaning = format!("{} is saved from here on.", now.display());
            let answer = MissingAnswer::GoOnAt(now.clone());
            ("Go on where it is now", meaning, answer)
        });
        let was = was.display();
        let anew = format!("{was} is made again, with the folder where that is gone.");
        let aside = "What is here is saved in a file of its own, and goes on there.".to_owned();
        let others = [
            (
                "Write it again where it was",
                anew,
                MissingAnswer::WriteAnew,
            ),
            ("Save it under another name", aside, MissingAnswer::SaveAs),
        ];
        let all = now.chain(others);
        let all =
            all.map(|(label, meaning, answer)| (Choice::plain(label, &meaning, false), answer));
        let (choices, answers) = all.unzip();
        let title = match missing.now {
            Some(_) => format!("The {name}'s file was moved"),
            None => format!("The {name}'s file is gone"),
        };
        Self::over(&title, PickerPurpose::Missing(kind, answers), choices)
    }

    /// Returns the question whether edits that wait are to be merged in.
    pub fn of_waiting(waiting: MovedEdits) -> Self {
        let (title, brings) = match waiting.from {
            EditsFrom::Gone => (
                "Is this the same draft?",
                "They were made to a draft of this identity. They are merged with what stands here, as one step that undo takes back.",
            ),
            EditsFrom::Beside => (
                "Bring in what was kept beside this draft?",
                "They are merged with what stands here, as one step that undo takes back. The file beside it stays, and is asked about no more.",
            ),
        };
        let choices = vec![
            Choice::plain("Bring the edits in", brings, false),
            Choice::plain(
                "Leave them",
                "They wait, and are asked about again. `assay recover` has them too.",
                false,
            ),
        ];
        let note = format!(
            "{} since {} {}: they {}.",
            counted(waiting.steps, "edit"),
            waiting.since,
            agreeing(waiting.steps, "waits", "wait"),
            waiting.whence()
        );
        let purpose = PickerPurpose::MovedEdits(waiting);
        let mut picker = Self::over(title, purpose, choices);
        picker.note = note;
        picker
    }

    /// Returns the question what words of many lines become: findings of this kind, one, or none.
    pub fn of_intake(intake: Intake, kind: Kind, heading: &str) -> Self {
        let many = intake.items.len();
        let choices = [
            (
                counted(many, "finding"),
                format!("each a {}, without bullets and numbers", kind.title()),
            ),
            ("One finding".to_owned(), "all of it, as it is".to_owned()),
            (
                "Let the words wait".to_owned(),
                "they are kept until they are put in".to_owned(),
            ),
        ];
        let choices = choices.map(|(label, meaning)| Choice::plain(&label, &meaning, false));
        let title = format!("{} under {heading}?", counted(many, "finding"));
        let purpose = PickerPurpose::TakeIn(intake);
        Self::over(&title, purpose, choices.to_vec())
    }

    /// Returns the question whether something is done that reaches beyond what is open; what is lit is that it is not.
    pub fn of_consent(consent: Consent, note: &str) -> Self {
        let words = consent.words();
        let choices = vec![
            Choice::plain("Leave it as it is", "Nothing is done.", false),
            Choice::plain(&words.label, &words.meaning, false),
        ];
        let mut picker = Self::over(&words.title, PickerPurpose::Consent(consent), choices);
        note.clone_into(&mut picker.note);
        picker
    }
}
