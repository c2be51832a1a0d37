//! What each command does: one arm a command, one file a place. What takes more than a few lines lives
//! with what it changes.

mod change;
mod comparison;
mod editor;
mod inspection;
mod library;
mod overlay;
mod problems;
mod typing;
mod years;

pub(super) use years::offer_earlier;

use super::command::{Command, Scope};
use super::message::{Effect, Message};
use super::overlay::{Overlay, PageKind, Palette, QuestionKind, TextPage};
use super::state::State;
use super::update::update;
use crate::text::{self, Erase, Motion};

type Effects = Vec<Effect>;

/// Does a command.
pub(super) fn act(state: &mut State, command: Command) -> Effects {
    match command {
        Command::Help => {
            let here = state.scope();
            if !matches!(state.overlays.last(), Some(Overlay::Page(page)) if page.kind == PageKind::Help)
            {
                let help = TextPage::help(&state.keymap, here);
                state.overlays.push(Overlay::Page(help));
            }
            Vec::new()
        }
        Command::Palette => {
            let palette = Palette::new(state.scope());
            state.overlays.push(Overlay::Palette(palette));
            Vec::new()
        }
        Command::Suspend => update(state, Message::Stop),
        Command::Quit => state.end(),
        _ if !state.overlays.is_empty() => overlay::over(state, command),
        _ if state.editor.is_some() => editor::on_bench(state, command),
        _ if state.grid.is_some() => inspection::on_grid(state, command),
        _ => library::in_library(state, command),
    }
}

/// Puts typed characters in.
pub(super) fn typed(state: &mut State, text: &str) -> Effects {
    match state.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => {
            picker.narrowing.narrow(text);
            picker.look(state.editor.as_deref_mut());
        }
        Some(Overlay::Palette(palette)) => {
            palette.narrowing.narrow(text);
            palette.look();
        }
        Some(Overlay::Question(question)) => {
            question.insert(text);
            live_filter(state);
        }
        Some(
            Overlay::Page(_) | Overlay::Comparison(_) | Overlay::Mapping(_) | Overlay::Problems(_),
        ) => {}
        None => {
            let done = state
                .editor
                .as_mut()
                .map_or(Ok(()), |editor| editor.insert(text));
            state.warn_on_err(done);
        }
    }
    Vec::new()
}

/// Puts pasted text in where text is taken, cleaned of what a terminal could trip over.
pub(super) fn pasted(state: &mut State, pasted: &str) -> Effects {
    match state.scope() {
        Scope::Typing | Scope::Asking | Scope::Choosing => {
            typed(state, &text::paste(pasted, false))
        }
        _ => {
            state.warn("Begin typing somewhere first; then paste.");
            Vec::new()
        }
    }
}

fn live_filter(state: &mut State) {
    if let Some(Overlay::Question(question)) = state.overlays.last()
        && question.asked == QuestionKind::Filter
    {
        state.library.filter.clone_from(&question.text);
        state.library.at = 0;
    }
}

/// How far a command moves in a list; nothing where it does not.
fn stride(command: Command, page: isize) -> Option<isize> {
    Some(match command {
        Command::Up | Command::CursorUp => -1,
        Command::Down | Command::CursorDown => 1,
        Command::PageUp => -page,
        Command::PageDown => page,
        Command::First => -1_000_000,
        Command::Last => 1_000_000,
        _ => return None,
    })
}

fn erasing(command: Command) -> Option<Erase> {
    Some(match command {
        Command::EraseBack => Erase::Back,
        Command::EraseForward => Erase::Forward,
        Command::EraseWordBack => Erase::WordBack,
        Command::EraseWordForward => Erase::WordForward,
        Command::EraseToStart => Erase::ToRowStart,
        Command::EraseToEnd => Erase::ToRowEnd,
        _ => return None,
    })
}

fn motion(command: Command) -> Option<(Motion, bool)> {
    Some(match command {
        Command::CursorLeft => (Motion::Left, false),
        Command::CursorRight => (Motion::Right, false),
        Command::CursorUp => (Motion::Up, false),
        Command::CursorDown => (Motion::Down, false),
        Command::WordLeft => (Motion::WordLeft, false),
        Command::WordRight => (Motion::WordRight, false),
        Command::RowStart => (Motion::RowStart, false),
        Command::RowEnd => (Motion::RowEnd, false),
        Command::TextStart => (Motion::Start, false),
        Command::TextEnd => (Motion::End, false),
        Command::SelectLeft => (Motion::Left, true),
        Command::SelectRight => (Motion::Right, true),
        Command::SelectUp => (Motion::Up, true),
        Command::SelectDown => (Motion::Down, true),
        Command::SelectWordLeft => (Motion::WordLeft, true),
        Command::SelectWordRight => (Motion::WordRight, true),
        Command::SelectRowStart => (Motion::RowStart, true),
        Command::SelectRowEnd => (Motion::RowEnd, true),
        _ => return None,
    })
}
