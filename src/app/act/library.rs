//! What commands do in the library.

use super::{Effects, stride};
use crate::app::command::{Command, Scope};
use crate::app::message::{Effect, Wanted};
use crate::app::overlay::{Overlay, Question, QuestionKind};
use crate::app::state::State;

pub(super) fn in_library(state: &mut State, command: Command) -> Effects {
    let page = isize::try_from(state.size.height)
        .unwrap_or(1)
        .saturating_sub(4)
        .max(1);
    if let Some(by) = stride(command, page) {
        state.library.step(by);
        return Vec::new();
    }
    let chosen = state.library.chosen().map(|card| card.path.clone());
    match command {
        Command::NewDraft => {
            let question = Question::new(
                QuestionKind::NewDraft,
                "Which body is the assessment about?",
                "A few letters find it; any other name will do as well.",
                "",
            );
            state.overlays.push(Overlay::Question(question));
            Vec::new()
        }
        Command::OpenExample => vec![Effect::Frameworks(Wanted::Example)],
        Command::NextYear => {
            let after = state.library.chosen().map(|card| next_year(&card.year));
            if let (Some(path), Some(after)) = (chosen, after) {
                let question = Question::new(
                    QuestionKind::NextYear(path),
                    "Which year is the new draft for?",
                    "It begins with the body and the names of the figures; last year's grades stand beside its own.",
                    &after,
                );
                state.overlays.push(Overlay::Question(question));
            }
            Vec::new()
        }
        Command::NewInspection => {
            let question = Question::new(
                QuestionKind::NewInspection,
                "What is the report called?",
                "An inspection of several bodies names a draft for each; they stand beside its file.",
                "",
            );
            state.overlays.push(Overlay::Question(question));
            Vec::new()
        }
        Command::Filter => {
            let now = state.library.filter.clone();
            let question = Question::new(
                QuestionKind::Filter,
                "Show drafts with these words",
                "",
                &now,
            );
            state.overlays.push(Overlay::Question(question));
            Vec::new()
        }
        Command::Reload => vec![Effect::List],
        Command::RestoreDraft => match state.library.trashed.pop() {
            Some((to, from)) => vec![Effect::Restore { from, to }],
            None => {
                state.tell("Nothing was put in the trash here since you started.");
                Vec::new()
            }
        },
        Command::Back if !state.library.filter.is_empty() => {
            state.library.filter.clear();
            Vec::new()
        }
        Command::Back => {
            let key = state
                .keymap
                .label(Scope::Library, Command::Close)
                .unwrap_or_default();
            state.tell(format!("{key} leaves Assay."));
            Vec::new()
        }
        Command::Close => state.end(),
        Command::OpenDraft => chosen.map(Effect::Open).into_iter().collect(),
        Command::DuplicateDraft => chosen.map(Effect::Duplicate).into_iter().collect(),
        Command::TrashDraft => chosen.map(Effect::Trash).into_iter().collect(),
        Command::RenameDraft => {
            if let Some(path) = chosen {
                let stem = path
                    .file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned());
                let question = Question::new(
                    QuestionKind::Rename(path),
                    "What is the file to be called?",
                    "The draft itself stays as it is.",
                    &stem.unwrap_or_default(),
                );
                state.overlays.push(Overlay::Question(question));
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The year after a year of a programme: "2018" → "2019", "2018/19" → "2019/20"; nothing where it is none.
fn next_year(year: &str) -> String {
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
    use super::next_year;

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
            assert_eq!(next_year(year), next, "{year}");
        }
    }
}
