//! What commands do on a draft: going about, undo, save, print.

use super::change::change;
use super::comparison::ask_rewrite;
use super::typing::typing;
use super::{Effects, stride};
use crate::app::command::Command;
use crate::app::file::FileKind;
use crate::app::layout::Pane;
use crate::app::message::Effect;
use crate::app::overlay::{Comparison, Overlay, Picker, PrintForm, TextPage};
use crate::app::state::State;
use crate::statement::whole_paragraph;

pub(super) fn on_bench(state: &mut State, command: Command) -> Effects {
    let size = state.size;
    let page = isize::try_from(size.height / 3).unwrap_or(1).max(1);
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    if editor.typing.is_some() {
        return typing(state, command);
    }
    if let Some(by) = stride(command, page) {
        match (editor.pane, command) {
            (Pane::Headings, Command::First | Command::Last) => {
                let pages = editor.pages();
                let end = if command == Command::First {
                    pages.first()
                } else {
                    pages.last()
                };
                editor.turn_page(end.copied().unwrap_or_default());
            }
            (Pane::Headings, _) => editor.turn(by > 0),
            (Pane::Findings, Command::First | Command::Last) => editor.step_to_end(by > 0),
            (Pane::Findings, _) => editor.step(by),
            (Pane::Statement, Command::First | Command::Last) => editor.sentence_to_end(by > 0),
            (Pane::Statement, _) => editor.step_sentence(by),
        }
        return Vec::new();
    }
    match command {
        Command::NextPane => editor.go_to_pane(match editor.pane {
            Pane::Headings => Pane::Findings,
            Pane::Findings => Pane::Statement,
            Pane::Statement => Pane::Headings,
        }),
        Command::PreviousPane => editor.go_to_pane(match editor.pane {
            Pane::Headings => Pane::Statement,
            Pane::Findings => Pane::Headings,
            Pane::Statement => Pane::Findings,
        }),
        Command::OpenHeading => editor.go_to_pane(Pane::Findings),
        Command::NextHeading => editor.turn(true),
        Command::PreviousHeading => editor.turn(false),
        Command::Prompts => editor.toggle_prompts(),
        Command::ShowSource => {
            if !editor.go_to_source() {
                state.tell(
                    "These words are the framework's; the draft's own can be set under About.",
                );
            }
        }
        Command::Rewrite => rewrite(state),
        Command::RewriteParagraph => rewrite_paragraph(state),
        Command::FilterEvidence => {
            let picker = Picker::of_evidence(editor);
            state.overlays.push(Overlay::Picker(picker));
        }
        Command::Provenance => match TextPage::provenance(editor) {
            Some(sheet) => state.overlays.push(Overlay::Page(sheet)),
            None => state.tell("Nothing is spoken from here."),
        },
        Command::TakeOver if editor.file.taken => return vec![Effect::TakeOver(FileKind::Draft)],
        Command::TakeOver => state.tell("Nobody else has this draft open."),
        Command::Differences => match Comparison::of(editor) {
            Some(comparison) => state.overlays.push(Overlay::Comparison(comparison)),
            None => state.tell("Nothing was recovered, and no other program met your changes."),
        },
        Command::NextProblem => return super::problems::walk(state, true),
        Command::PreviousProblem => return super::problems::walk(state, false),
        Command::Problems => super::problems::list(state),
        Command::PutRight | Command::LetStand => return super::problems::here(state, command),
        Command::Undo | Command::Redo => return undo_redo(state, command),
        Command::Save => return save_now(state),
        Command::Back => return back(state),
        Command::Close => return state.close_file(),
        Command::Print => {
            let sheet = TextPage::print(editor, PrintForm::default());
            state.overlays.push(Overlay::Page(sheet));
        }
        Command::CopyStatement => {
            return vec![Effect::Copy(TextPage::printed(
                editor,
                PrintForm::default(),
                None,
            ))];
        }
        _ => return change(state, command),
    }
    Vec::new()
}

/// Rewrites the sentence under the cursor by hand; where a hand edit has gone stale, shows both texts first.
fn rewrite(state: &mut State) {
    let Some(editor) = &state.editor else {
        return;
    };
    if let Some(why) = editor.file.read_only.clone() {
        state.warn(why);
        return;
    }
    let at = editor
        .stale()
        .iter()
        .position(|it| it.sentence == Some(editor.sentence));
    if let Some(comparison) = at.and_then(|at| Comparison::of_stale(editor, at)) {
        state.overlays.push(Overlay::Comparison(comparison));
        return;
    }
    let Some(sentence) = editor.document().sentence(editor.sentence) else {
        state.tell("There is no sentence here yet.");
        return;
    };
    let by_hand = editor.assessment.overrides.iter();
    let mut by_hand = by_hand
        .filter(|it| it.sentence == sentence.key)
        .map(|it| it.text.clone());
    let words = by_hand.next_back().unwrap_or_else(|| sentence.text.clone());
    let key = sentence.key.clone();
    ask_rewrite(state, &key, &words);
}

fn rewrite_paragraph(state: &mut State) {
    let Some(editor) = &state.editor else {
        return;
    };
    if let Some(why) = editor.file.read_only.clone() {
        state.warn(why);
        return;
    }
    let Some(paragraph) = editor.document().paragraphs.get(editor.sentence.0) else {
        state.tell("There is no paragraph here yet.");
        return;
    };
    let whole = whole_paragraph(&editor.framework, paragraph);
    let mut by_hand = editor.assessment.overrides.iter();
    let words = by_hand.find(|it| it.sentence == whole.key);
    let words = words.map_or(whole.text, |it| it.text.clone());
    ask_rewrite(state, &whole.key, &words);
}

fn back(state: &mut State) -> Effects {
    let Some(editor) = &mut state.editor else {
        return Vec::new();
    };
    if editor.pane == Pane::Findings && editor.leave_details() {
        return state.save();
    }
    match editor.pane {
        Pane::Headings => state.close_file(),
        _ => {
            editor.go_to_pane(Pane::Headings);
            state.save()
        }
    }
}

pub(super) fn undo_redo(state: &mut State, command: Command) -> Effects {
    let back = command == Command::Undo;
    let done = state
        .editor
        .as_mut()
        .is_some_and(|editor| editor.undo_redo(back));
    if !done {
        state.tell(if back {
            "Nothing to take back."
        } else {
            "Nothing to make again."
        });
    }
    Vec::new()
}

pub(super) fn save_now(state: &mut State) -> Effects {
    let effects = state.save();
    if effects.is_empty() {
        let saved = state
            .editor
            .as_ref()
            .is_some_and(|editor| !editor.file.is_unsaved());
        if saved {
            state.tell("Everything is saved.");
        }
    }
    effects
}
