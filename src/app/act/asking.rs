//! The consequences of the answer to a question.

use super::typing::live_filter;
use super::{Effects, IntoEffects, inspection, problems};
use crate::app::editor::DraftEditor;
use crate::app::effect::{Effect, FrameworkPurpose, Secret};
use crate::app::overlay::{Overlay, QuestionKind};
use crate::app::state::State;
use crate::assessment::{Date, List};

pub(super) fn take_offer(state: &mut State) {
    if let Some(Overlay::Question(question)) = state.overlays.last_mut() {
        question.take(true);
    }
    live_filter(state);
}

pub(super) fn answer(state: &mut State) -> Effects {
    let Some(Overlay::Question(question)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    if question.take(false) {
        return Vec::new();
    }
    // In a passphrase, blanks count.
    let text = match question.asked.is_secret() {
        true => question.text.clone(),
        false => question.text.trim().to_owned(),
    };
    let asked = question.asked.clone();
    let top = state.top_file();
    let may_change = state.file(top).map_or(Ok(()), |file| file.may_change());
    let refused = match may_change {
        // The file may have been taken over since the question was put: the words stay in it.
        Err(why) if asked.changes_file() => Some(why),
        _ => refuse(&asked, &text, state.editor.as_deref()),
    };
    if refused.is_some() {
        if let Some(Overlay::Question(question)) = state.overlays.last_mut() {
            question.refused = refused;
        }
        return Vec::new();
    }
    state.overlays.pop();
    answered(state, asked, text)
}

/// Returns why an answer is refused, or `None` where it is taken.
fn refuse(asked: &QuestionKind, text: &str, editor: Option<&DraftEditor>) -> Option<String> {
    let why = match asked {
        QuestionKind::Passphrase(_) if text.is_empty() => "A passphrase is wanted.",
        QuestionKind::NextYear(_) if text.is_empty() => "A year is wanted.",
        QuestionKind::NewDraft
        | QuestionKind::NewBody
        | QuestionKind::NewInspection
        | QuestionKind::Rename(_)
        | QuestionKind::SaveAs(_)
            if text.is_empty() =>
        {
            "A name is wanted."
        }
        QuestionKind::Published if !text.is_empty() && Date::read(text).is_none() => {
            "This is no day of the calendar; write it as 19 May 2023 or 2023-05-19."
        }
        QuestionKind::LetStand { .. } if text.is_empty() => "A problem stands only with a reason.",
        QuestionKind::NewFigure => return editor?.refuse_id(List::Figures, text, None),
        QuestionKind::RenameFigure(at) => {
            return editor?.refuse_id(List::Figures, text, Some(*at));
        }
        _ => return None,
    };
    Some(why.to_owned())
}

/// Sets the day of publication, and tells it in words; `None` takes it out.
fn published(state: &mut State, day: Option<Date>) -> Effects {
    let text = day.map(|day| day.to_string()).unwrap_or_default();
    let effects = inspection::change(state, |it| it.published = text);
    if let Some(day) = day.filter(|_| !effects.is_empty()) {
        state.inform(format!("Published on {}.", day.spoken()));
    }
    effects
}

fn answered(state: &mut State, asked: QuestionKind, text: String) -> Effects {
    match asked {
        QuestionKind::NewDraft => vec![Effect::Frameworks(FrameworkPurpose::New(text))],
        QuestionKind::NextYear(from) => {
            vec![Effect::Frameworks(FrameworkPurpose::NextYear {
                from,
                year: text,
            })]
        }
        QuestionKind::NewInspection => vec![Effect::CreateInspection(text)],
        QuestionKind::NewBody => vec![inspection::make(state, text)],
        QuestionKind::Title => inspection::change(state, |it| it.title = text),
        QuestionKind::Published => published(state, Date::read(&text)),
        QuestionKind::Rename(path) => vec![Effect::Rename(path, text)],
        QuestionKind::SaveAs(kind) => state.save_as(kind, text).into_effects(),
        QuestionKind::NewFigure => {
            if let Some(editor) = &mut state.editor {
                let done = editor.add_figure(&text);
                state.warn_on_err(done);
            }
            Vec::new()
        }
        QuestionKind::RenameFigure(at) => {
            if let Some(editor) = &mut state.editor {
                let done = editor.rename_figure(at, &text);
                state.warn_on_err(done);
            }
            state.save()
        }
        QuestionKind::Filter => Vec::new(),
        QuestionKind::Rewrite(key) => {
            if let Some(editor) = &mut state.editor {
                let done = editor.rewrite(&key, &text);
                state.report(done);
            }
            state.save()
        }
        QuestionKind::LetStand { rule, on } => {
            let done = state
                .editor
                .as_mut()
                .map(|editor| editor.let_stand(&rule, &on, &text));
            if done.and_then(|done| state.warn_on_err(done)).is_some() {
                state.inform("It stands, with your reason; undo takes that back.");
            }
            problems::list_again(state);
            state.save()
        }
        QuestionKind::Evidence { finding, against } => {
            if !text.is_empty()
                && let Some(editor) = &mut state.editor
            {
                let done = editor.record_evidence(finding, &text, against);
                state.report(done);
            }
            state.save()
        }
        QuestionKind::Passphrase(path) => {
            state.inform("Opening a sealed draft takes a moment.");
            let words = Secret(text);
            vec![Effect::Unlock { path, words }]
        }
    }
}
