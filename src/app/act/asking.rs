//! The consequences of the answer to a question.

use std::path::Path;

use super::{Effects, IntoEffects, ask_first, inspection, problems, searching};
use crate::app::command::Command;
use crate::app::consent::Consent;
use crate::app::editor::{DraftEditor, figure_name};
use crate::app::effect::{Effect, FrameworkPurpose, Secret};
use crate::app::overlay::{Overlay, QuestionKind};
use crate::app::state::State;
use crate::assessment::{Date, List, Place};
use crate::text::fold;

pub(super) fn take_offer(state: &mut State) {
    if let Some(Overlay::Question(question)) = state.overlays.last_mut()
        && question.take()
    {
        question.refused = None;
    }
}

pub(super) fn answer(state: &mut State) -> Effects {
    let Some(Overlay::Question(question)) = state.overlays.last_mut() else {
        return Vec::new();
    };
    // The lit row is the answer.
    question.take();
    // In a passphrase, blanks count.
    let text = match question.asked.is_secret() {
        true => question.field.text().to_owned(),
        false => question.field.text().trim().to_owned(),
    };
    let asked = question.asked.clone();
    let text = match asked {
        QuestionKind::NewFigure | QuestionKind::RenameFigure(_) => figure_name(&text),
        _ => text,
    };
    let top = state.top_file();
    let may_change = state.file(top).map_or(Ok(()), |file| file.may_change());
    let refused = match may_change {
        // The file may have been taken over since the question was put: the words stay in it.
        Err(why) if asked.changes_file() => {
            let key = state.key(top.scope(), Command::TakeOver);
            let taken = state.file(top).is_some_and(|file| file.taken);
            Some(match taken {
                true => format!(
                    "{why}. What you typed stays in the box; {key} takes it back where no box is open."
                ),
                false => why,
            })
        }
        _ => refuse(&asked, &text, state.editor.as_deref()),
    };
    if refused.is_some() {
        if let Some(Overlay::Question(question)) = state.overlays.last_mut() {
            question.refused = refused;
        }
        return Vec::new();
    }
    let (name, overlay) = (state.top_box(), state.overlays.pop());
    let (awaited, in_file) = (asked.awaits(), asked.changes_file());
    let answer = text.clone();
    match answered(state, asked, text) {
        Ok(effects) => {
            match awaited {
                Some(ref news) => state.awaited = name.map(|name| (name, news.clone())),
                None => state.forget(name.as_ref()),
            }
            if in_file && awaited.is_none() {
                state.was_answered_with(&answer);
            }
            effects
        }
        // What is wrong with it is said where the words still are.
        Err(why) => {
            state.overlays.extend(overlay);
            if let Some(Overlay::Question(question)) = state.overlays.last_mut() {
                question.refused = Some(why);
            }
            Vec::new()
        }
    }
}

/// The answer where what was asked about was taken out meanwhile.
const GONE: &str =
    "What this is about is no longer in the draft. The words stay here, and come back with it.";

/// Returns true where the ending of a draft's file, where a name has it, stands at its end and nowhere else.
fn ends_once(name: &str) -> bool {
    let file = Path::new(name).file_name().unwrap_or_default();
    let file = file.to_string_lossy();
    let name = file.strip_suffix(".age").unwrap_or(&file);
    [".toml", ".TOML"].iter().all(|ending| {
        let stem = name.strip_suffix(ending).unwrap_or(name);
        !stem.contains(ending)
    })
}

/// The endings of files in which old statements stand.
const OLD_TEXTS: [&str; 7] = [".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf"];

/// Returns true for the path of an old statement, which no body is called.
fn is_old_text(text: &str) -> bool {
    let name = fold(unquoted(text));
    OLD_TEXTS
        .iter()
        .any(|ending| name.ends_with(ending) && name.len() > ending.len())
}

/// Returns a path without the quotes that a terminal puts around one that is dropped into it.
fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let bare = text.strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
    let bare = bare.or_else(|| text.strip_prefix('"')?.strip_suffix('"'));
    bare.unwrap_or(text)
}

/// Returns why an answer is refused, or `None` where it is taken.
fn refuse(asked: &QuestionKind, text: &str, editor: Option<&DraftEditor>) -> Option<String> {
    let why = match asked {
        QuestionKind::Passphrase(_) if text.is_empty() => "A passphrase is wanted.",
        QuestionKind::ImportFrom if text.is_empty() => "The name of a file or a folder is wanted.",
        QuestionKind::NextYear(_) if text.is_empty() => "A year is wanted.",
        QuestionKind::NewDraft
        | QuestionKind::NewBody
        | QuestionKind::NewInspection
        | QuestionKind::Rename(_)
        | QuestionKind::SaveAs(..)
            if text.is_empty() =>
        {
            "A name is wanted."
        }
        // The name that is offered has more behind it: that is no name, and may be prose that was meant for the draft.
        QuestionKind::SaveAs(_) if !ends_once(text) => {
            "A file's name ends with .toml, and has that nowhere else."
        }
        QuestionKind::Published if !text.is_empty() && Date::read(text).is_none() => {
            "This is no day of the calendar; write it as 19 May 2023 or 2023-05-19."
        }
        QuestionKind::FileNumber { .. } if text.is_empty() => {
            "A word is wanted: what does it count?"
        }
        QuestionKind::LetStand { .. } if text.is_empty() => "A problem stands only with a reason.",
        QuestionKind::NewFigure => return editor?.refuse_id(List::Figures, text, None),
        QuestionKind::RenameFigure(figure) => {
            let Some(Place::Figure(at, _)) = editor?.assessment.place_of(figure) else {
                return Some(GONE.to_owned());
            };
            return editor?.refuse_id(List::Figures, text, Some(at));
        }
        QuestionKind::Evidence { finding, .. }
            if editor?.assessment.place_of(finding).is_none() =>
        {
            GONE
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

/// Does what the answer says.
///
/// # Errors
/// The answer cannot be taken; why.
fn answered(state: &mut State, asked: QuestionKind, text: String) -> Result<Effects, String> {
    Ok(match asked {
        QuestionKind::NewDraft if is_old_text(&text) => {
            state.inform("The old statement is being read.");
            vec![Effect::ReadOld(unquoted(&text).into())]
        }
        QuestionKind::NewDraft => vec![Effect::Frameworks(FrameworkPurpose::New(text))],
        QuestionKind::NextYear(from) => {
            vec![Effect::Frameworks(FrameworkPurpose::NextYear {
                from: from.path,
                year: text,
            })]
        }
        QuestionKind::NewInspection => vec![Effect::CreateInspection(text)],
        QuestionKind::NewBody => vec![inspection::make(state, text)],
        QuestionKind::Title => inspection::change(state, |it| it.title = text),
        QuestionKind::Published => published(state, Date::read(&text)),
        // What is called so already keeps its name, and nothing is to be asked.
        QuestionKind::Rename(file) if file.path.file_stem().is_some_and(|stem| *stem == *text) => {
            vec![Effect::Rename(file.path, text)]
        }
        QuestionKind::Rename(file) => {
            ask_first(state, Consent::Rename(file.path, text), "");
            Vec::new()
        }
        QuestionKind::SaveAs(kind) => state.save_as(kind, text).into_effects(),
        QuestionKind::Setting(path) => vec![Effect::ChangeSetting { path, value: text }],
        QuestionKind::Filter => Vec::new(),
        QuestionKind::ImportFrom => {
            let editor = state.editor.as_deref();
            let of = editor.map(|editor| editor.assessment.head.id.clone());
            let read = of.map(|of| Effect::ReadImport { of, name: text });
            read.into_effects()
        }
        QuestionKind::Replace(_) => {
            searching::list_replacements(state, &text);
            Vec::new()
        }
        QuestionKind::Passphrase(path) => {
            state.inform("Opening a sealed draft takes a moment.");
            let words = Secret(text);
            vec![Effect::Unlock { path, words }]
        }
        QuestionKind::NewFigure
        | QuestionKind::RenameFigure(_)
        | QuestionKind::FileNumber { .. }
        | QuestionKind::Rewrite(_)
        | QuestionKind::WhyByHand(_)
        | QuestionKind::LetStand { .. }
        | QuestionKind::Evidence { .. } => {
            let said = state
                .editor
                .as_mut()
                .map(|editor| in_draft(editor, &asked, &text));
            let said = said.transpose()?.unwrap_or_default();
            if !said.is_empty() {
                state.inform(said);
            }
            problems::list_again(state);
            match asked {
                // Its value is typed next.
                QuestionKind::NewFigure => Vec::new(),
                _ => state.save(),
            }
        }
    })
}

/// Changes the draft as the answer says. Returns what is to be told of it.
fn in_draft(editor: &mut DraftEditor, asked: &QuestionKind, text: &str) -> Result<String, String> {
    match asked {
        QuestionKind::NewFigure => editor.add_figure(text)?,
        QuestionKind::RenameFigure(figure) => match editor.assessment.place_of(figure) {
            Some(Place::Figure(at, _)) => editor.rename_figure(at, text)?,
            _ => return Err(GONE.to_owned()),
        },
        QuestionKind::FileNumber { text: of, number } => {
            return editor.file_number(of, number, text);
        }
        QuestionKind::Rewrite(key) => return editor.rewrite(key, text),
        QuestionKind::WhyByHand(key) => return editor.say_why_by_hand(key, text),
        QuestionKind::LetStand { rule, on } => {
            editor.let_stand(rule, on, text)?;
            return Ok("It stands, with your reason; undo takes that back.".to_owned());
        }
        QuestionKind::Evidence { finding, against } if !text.is_empty() => {
            return match editor.assessment.place_of(finding) {
                Some(Place::Finding(at, _)) => {
                    editor.record_evidence(&editor.chosen_with(at), text, *against)
                }
                _ => Err(GONE.to_owned()),
            };
        }
        _ => {}
    }
    Ok(String::new())
}
