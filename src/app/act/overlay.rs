//! What commands do to lists, questions and pages over the screen.

use std::sync::Arc;

use super::{Effects, act, erasing, live_filter, motion, stride};
use crate::app::command::Command;
use crate::app::message::{Effect, Secret, Wanted};
use crate::app::overlay::{
    Chooses, Format, Overlay, PageKind, Picker, PrintForm, QuestionKind, TextPage,
};
use crate::app::state::State;
use crate::assessment::{Date, FindingField, HeadField, List, MovedEdits, Place, Shape};

pub(super) fn over(state: &mut State, command: Command) -> Effects {
    if matches!(command, Command::Back | Command::Close) {
        return back_from_overlay(state);
    }
    let page = isize::try_from(state.size.height / 2).unwrap_or(1).max(1);
    match state.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            if let Some(by) = stride(command, page) {
                let many = picker.shown().count();
                picker.narrowing.step(by, many);
            } else if let Some(erase) = erasing(command) {
                picker.narrowing.erase(erase);
            } else if command == Command::Choose {
                return choose(state);
            }
            picker.look(state.editor.as_deref_mut());
            Vec::new()
        }
        Some(Overlay::Palette(palette)) => {
            if let Some(by) = stride(command, page) {
                let many = palette.shown.len();
                palette.narrowing.step(by, many);
            } else if let Some(erase) = erasing(command) {
                palette.narrowing.erase(erase);
                palette.look();
            } else if command == Command::Choose
                && let Some(chosen) = palette.chosen()
            {
                state.overlays.pop();
                return act(state, chosen);
            }
            Vec::new()
        }
        Some(Overlay::Question(_)) => ask(state, command),
        Some(Overlay::Page(sheet)) => {
            if let Some(by) = stride(command, page) {
                sheet.scroll(by);
                return Vec::new();
            }
            match sheet.kind {
                PageKind::Print(form) => print(state, form, command),
                PageKind::StatusMessage(form) => super::inspection::print(state, form, command),
                PageKind::Help | PageKind::Provenance => Vec::new(),
            }
        }
        Some(Overlay::Mapping(table)) => {
            match (command, stride(command, page)) {
                (_, Some(by)) => table.step(by),
                (Command::MapToTray, _) => table.send(None),
                (Command::MapHeading, _) => {
                    let picker = Picker::of_mapping(table);
                    state.overlays.extend(picker.map(Overlay::Picker));
                }
                (Command::ApplyFramework, _) => return super::years::apply_framework(state),
                _ => {}
            }
            Vec::new()
        }
        Some(Overlay::Problems(list)) => {
            if let Some(by) = stride(command, page) {
                list.step(by);
                return Vec::new();
            }
            super::problems::in_list(state, command)
        }
        Some(Overlay::Comparison(comparison)) => {
            if let Some(by) = stride(command, page) {
                comparison.step(by);
                return Vec::new();
            }
            super::comparison::compare(state, command)
        }
        None => Vec::new(),
    }
}

fn back_from_overlay(state: &mut State) -> Effects {
    let gone = state.overlays.pop();
    if let Some(Overlay::Question(question)) = gone
        && question.asked == QuestionKind::Filter
    {
        state.library.filter.clear();
    }
    Vec::new()
}

fn choose(state: &mut State) -> Effects {
    let Some(Overlay::Picker(picker)) = state.overlays.pop() else {
        return Vec::new();
    };
    if matches!(picker.chooses, Chooses::Drafts(_)) {
        return super::inspection::add(state, picker);
    }
    let (Some(choice), Some(at)) = (picker.chosen(), picker.chosen_at()) else {
        return Vec::new();
    };
    let (place, editor) = match (&picker.chooses, &mut state.editor) {
        (Chooses::Framework(wanted, all), _) => {
            let framework = all.get(at).map(Arc::clone);
            return framework.map_or_else(Vec::new, |framework| {
                super::years::framework_chosen(state, wanted.clone(), &framework)
            });
        }
        (Chooses::Evidence(filters), Some(editor)) => {
            if let Some(filter) = filters.get(at) {
                editor.filter_evidence(filter.clone());
            }
            return Vec::new();
        }
        (Chooses::Mapping(ids), _) => {
            if let (Some(Overlay::Mapping(table)), Some(id)) =
                (state.overlays.last_mut(), ids.get(at))
            {
                table.send(id.clone());
            }
            return Vec::new();
        }
        (Chooses::Tray(waiting, ids), Some(editor)) => {
            let done = ids.get(at).map(|id| editor.place_waiting(*waiting, id));
            if let Some(told) = done.and_then(|done| state.warn_on_err(done)) {
                state.tell(told);
            }
            return state.save();
        }
        (Chooses::MovedEdits(waiting), Some(_)) if at == 0 => {
            return bring_in_waiting(state, &waiting.clone());
        }
        (Chooses::MovedEdits(_) | Chooses::Drafts(_), _) => return Vec::new(),
        (Chooses::Predecessor, Some(_)) if choice.sets.is_empty() => {
            super::years::type_predecessor(state);
            return Vec::new();
        }
        (Chooses::Predecessor, Some(editor)) => (Place::Head(HeadField::Predecessor), editor),
        (Chooses::Value(place), Some(editor)) => (place.clone(), editor),
        (_, None) => return Vec::new(),
    };
    let mut sets = choice.sets.clone();
    sets.extend(editor.stands_on_now(&place));
    let edits = editor.setting(&sets);
    let finding = match place {
        Place::Finding(at, FindingField::Heading) => Some(at),
        _ => None,
    };
    let done = editor.change(edits);
    if done.is_ok()
        && let Some(at) = finding
        && editor.detail.is_none()
        && editor.page != crate::app::editor::Page::Tray
    {
        editor.show(&Place::Finding(at, FindingField::Text));
    }
    // Of a list more than one may be wanted.
    if place.shape() == Shape::List
        && let Some(editor) = &mut state.editor
        && let Some(mut again) = Picker::new(&picker.title, editor, place.clone())
    {
        again.narrowing = picker.narrowing.clone();
        state.overlays.push(Overlay::Picker(again));
    }
    state.warn_on_err(done);
    state.save()
}

/// Edits that were made to this draft in another file are brought in.
fn bring_in_waiting(state: &mut State, waiting: &MovedEdits) -> Effects {
    let mut effects = state.bring_in(&waiting.base, &waiting.with, "The edits were brought in");
    effects.push(Effect::SetAside(waiting.journal.clone()));
    effects
}

fn ask(state: &mut State, command: Command) -> Effects {
    let Some(Overlay::Question(question)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    match command {
        Command::CursorUp => question.choose(false),
        Command::CursorDown => question.choose(true),
        Command::TakeOffer => {
            question.take(true);
        }
        Command::Answer => {
            if question.take(false) {
                return Vec::new();
            }
            return answer(state);
        }
        _ => {
            if let Some((motion, _)) = motion(command) {
                question.go(motion);
            } else if let Some(erase) = erasing(command) {
                question.erase(erase);
            }
        }
    }
    live_filter(state);
    Vec::new()
}

fn answer(state: &mut State) -> Effects {
    let Some(Overlay::Question(question)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    // In a passphrase, blanks count.
    let text = match question.asked.is_secret() {
        true => question.text.clone(),
        false => question.text.trim().to_owned(),
    };
    let asked = question.asked.clone();
    let refused = match &asked {
        QuestionKind::Passphrase(_) if text.is_empty() => {
            Some("A passphrase is wanted.".to_owned())
        }
        QuestionKind::NextYear(_) if text.is_empty() => Some("A year is wanted.".to_owned()),
        QuestionKind::NewDraft
        | QuestionKind::NewBody
        | QuestionKind::NewInspection
        | QuestionKind::Rename(_)
            if text.is_empty() =>
        {
            Some("A name is wanted.".to_owned())
        }
        QuestionKind::Published if !text.is_empty() && Date::parse(&text).is_none() => {
            Some("This is no day of the calendar; write it as 2023-05-19.".to_owned())
        }
        QuestionKind::LetStand { .. } if text.trim().is_empty() => {
            Some("A problem stands only with a reason.".to_owned())
        }
        QuestionKind::NewFigure => state
            .editor
            .as_ref()
            .and_then(|editor| editor.refuse_id(List::Figures, &text, None)),
        QuestionKind::RenameFigure(at) => state
            .editor
            .as_ref()
            .and_then(|editor| editor.refuse_id(List::Figures, &text, Some(*at))),
        _ => None,
    };
    if refused.is_some() {
        question.refused = refused;
        return Vec::new();
    }
    state.overlays.pop();
    match asked {
        QuestionKind::NewDraft => vec![Effect::Frameworks(Wanted::New(text))],
        QuestionKind::NextYear(from) => {
            vec![Effect::Frameworks(Wanted::NextYear { from, year: text })]
        }
        QuestionKind::NewInspection => vec![Effect::CreateInspection(text)],
        QuestionKind::NewBody => super::inspection::make(state, text),
        QuestionKind::Title => super::inspection::change(state, |it| it.title = text),
        QuestionKind::Published => super::inspection::change(state, |it| it.published = text),
        QuestionKind::Rename(path) => vec![Effect::Rename(path, text)],
        QuestionKind::NewFigure => {
            let done = state
                .editor
                .as_mut()
                .map_or(Ok(()), |editor| editor.add_figure(&text));
            state.warn_on_err(done);
            Vec::new()
        }
        QuestionKind::RenameFigure(at) => {
            let done = state
                .editor
                .as_mut()
                .map_or(Ok(()), |editor| editor.rename_figure(at, &text));
            state.warn_on_err(done);
            state.save()
        }
        QuestionKind::Filter => Vec::new(),
        QuestionKind::Rewrite(key) => {
            let done = state
                .editor
                .as_mut()
                .map(|editor| editor.rewrite(&key, &text));
            if let Some(told) = done.and_then(|done| state.warn_on_err(done)) {
                state.tell(told);
            }
            state.save()
        }
        QuestionKind::LetStand { rule, on } => {
            let done = state
                .editor
                .as_mut()
                .map(|editor| editor.let_stand(&rule, &on, &text));
            if done.and_then(|done| state.warn_on_err(done)).is_some() {
                state.tell("It stands, with your reason; undo takes that back.");
            }
            super::problems::list_again(state);
            state.save()
        }
        QuestionKind::Evidence { finding, against } => {
            if !text.is_empty()
                && let Some(editor) = &mut state.editor
            {
                let done = editor.record_evidence(finding, &text, against);
                if let Some(told) = state.warn_on_err(done) {
                    state.tell(told);
                }
            }
            state.save()
        }
        QuestionKind::Passphrase(path) => {
            state.tell("Opening a sealed draft takes a moment.");
            let words = Secret(text);
            vec![Effect::Unlock { path, words }]
        }
    }
}

fn print(state: &mut State, form: PrintForm, command: Command) -> Effects {
    let Some(editor) = &state.editor else {
        return Vec::new();
    };
    let form = match command {
        Command::PrintText => PrintForm {
            format: Format::Text,
            ..form
        },
        Command::PrintMarkdown => PrintForm {
            format: Format::Markdown,
            ..form
        },
        Command::PrintJson => PrintForm {
            format: Format::Json,
            ..form
        },
        Command::PrintHtml => PrintForm {
            format: Format::Html,
            ..form
        },
        Command::PrintSources => PrintForm {
            sources: !form.sources,
            report: false,
            grades: false,
            ..form
        },
        Command::PrintReport => PrintForm {
            report: !form.report,
            sources: false,
            grades: false,
            ..form
        },
        Command::PrintGrades => PrintForm {
            grades: !form.grades,
            sources: false,
            report: false,
            ..form
        },
        Command::PrintCopy => {
            return vec![Effect::Copy(TextPage::printed(
                editor,
                form,
                state.print_width,
            ))];
        }
        Command::PrintWrite => {
            return vec![Effect::WritePrint {
                text: TextPage::printed(editor, form, state.print_width),
                ending: form.format.ending(),
            }];
        }
        _ => return Vec::new(),
    };
    let sheet = TextPage::print(editor, form);
    state.overlays.pop();
    state.overlays.push(Overlay::Page(sheet));
    Vec::new()
}
