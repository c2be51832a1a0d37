//! Commands in the library.

use std::path::PathBuf;

use super::{Effects, ask, ask_first};
use crate::app::card::TrashedCard;
use crate::app::consent::Consent;
use crate::app::effect::{Effect, FrameworkPurpose};
use crate::app::overlay::{Overlay, Picker, QuestionKind};
use crate::app::state::State;

/// Does something with the chosen draft.
pub(super) fn with_draft(state: &mut State, effect: fn(PathBuf) -> Effect) -> Option<Effect> {
    let chosen = state.library.chosen();
    chosen.map(|card| effect(card.path.clone()))
}

/// Asks whether something is done to the chosen draft.
pub(super) fn ask_about(state: &mut State, consent: fn(PathBuf) -> Consent) -> Option<()> {
    let path = state.library.chosen()?.path.clone();
    ask_first(state, consent(path), "");
    Some(())
}

pub(super) fn new_draft(state: &mut State) {
    let title = "Which body is the assessment about?";
    let help = "A few letters find it; any other name will do. The path of an old statement makes a draft of that.";
    ask(state, QuestionKind::NewDraft, title, help, "")
}

pub(super) fn next_year(state: &mut State) -> Option<()> {
    let card = state.library.chosen()?;
    let asked = QuestionKind::NextYear(state.library.file(card));
    let after = year_after(&card.year);
    let title = "Which year is the new draft for?";
    let help = "It begins with the body and the names of the figures; last year's grades stand beside its own.";
    ask(state, asked, title, help, &after);
    Some(())
}

pub(super) fn rename(state: &mut State) -> Option<()> {
    let file = state.library.file(state.library.chosen()?);
    let stem = file.path.file_stem().unwrap_or_default().to_string_lossy();
    let (title, stem) = ("What is the file to be called?", stem.into_owned());
    let help = "The draft itself stays as it is.";
    ask(state, QuestionKind::Rename(file), title, help, &stem);
    Some(())
}

/// Brings the one draft back that is in the trash; of several, asks which.
pub(super) fn restore(state: &mut State) -> Option<Effect> {
    match state.library.trashed.as_slice() {
        [] => None,
        [only] => Some(bring_back(only)),
        several => {
            let picker = Picker::of_trash(several.iter().rev().cloned().collect());
            state.overlays.push(Overlay::Picker(picker));
            None
        }
    }
}

/// Returns the effect that brings a draft back from the trash.
pub(super) fn bring_back(draft: &TrashedCard) -> Effect {
    Effect::Restore {
        from: draft.file.clone(),
        to: draft.was.clone(),
    }
}

pub(super) fn filter(state: &mut State) {
    let now = state.library.filter().to_owned();
    let title = "Words in a draft, or in its name";
    ask(state, QuestionKind::Filter, title, "", &now)
}

pub(super) fn reload(_: &mut State) -> Effects {
    vec![Effect::Redraw, Effect::List]
}

pub(super) fn open_example(_: &mut State) -> Effect {
    Effect::Frameworks(FrameworkPurpose::Example)
}

pub(super) fn new_inspection(state: &mut State) {
    let title = "What is the report called?";
    let help =
        "An inspection of several bodies names a draft for each; they stand beside its file.";
    ask(state, QuestionKind::NewInspection, title, help, "")
}

pub(super) fn back(state: &mut State) {
    state.library.set_filter("");
}

/// Returns the year after a year of a programme: "2018" → "2019", "2018/19" → "2019/20"; empty where it is none.
fn year_after(year: &str) -> String {
    let mut parts = year.trim().split('/');
    let digits = |part: Option<&str>, many: usize| {
        let part =
            part.filter(|it| it.len() == many && it.bytes().all(|byte| byte.is_ascii_digit()));
        part.and_then(|part| part.parse::<u32>().ok())
    };
    let (first, second) = (digits(parts.next(), 4), parts.next());
    match (first, second, digits(second, 2), parts.next()) {
        (Some(first), None, _, _) => (first + 1).to_string(),
        (Some(first), Some(_), Some(second), None) => {
            format!("{}/{:02}", first + 1, (second + 1) % 100)
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::year_after;

    #[test]
    fn the_next_year_of_a_programme_is_written_as_this_one_is() {
        for (year, next) in [
            ("2018", "2019"),
            ("2018/19", "2019/20"),
            ("1999/00", "2000/01"),
            ("2098/99", "2099/00"),
            ("spring", ""),
            ("2018/2019", ""),
        ] {
            assert_eq!(year_after(year), next, "{year}");
        }
    }
}
