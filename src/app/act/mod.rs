//! The functions of the commands: one a command, named in the command table, in the file of what it is about.
//! What takes more than a few lines lives with what it changes.

mod asking;
mod change;
mod choosing;
mod comparison;
mod editor;
mod frameworks;
mod general;
mod importing;
mod inspection;
mod intake;
mod killing;
mod library;
mod modes;
mod moving;
mod outside;
mod pointer;
mod printing;
mod problems;
mod reading;
mod saving;
mod searching;
mod settings;
mod spelling;
mod stray;
mod taken_back;
mod typing;
mod waiting;
mod word_ends;

pub(super) use comparison::write_on;
pub(super) use frameworks::offer_earlier;
pub(super) use general::suspend;
pub(super) use importing::{begin_old, offer as offer_import};
pub(super) use inspection::ask_date;
pub(super) use intake::take_paste;
pub(super) use modes::{ModeKey, is_held_in_mode, take_mode_key};
pub(super) use outside::{take_edited, take_left, take_standing, tell_open};
pub(super) use pointer::pointed;
pub(super) use reading::read_aloud;
pub(super) use saving::{ask_about_missing, ask_name};
pub(super) use searching::go_on_from_library;
pub(super) use settings::take_settings;
pub(super) use spelling::take_spellings;
pub(super) use stray::{take_stray, was_command};
pub(super) use taken_back::keep_typed;
pub(super) use typing::put_in;
pub(super) use waiting::{burst, offer_unplaced, pasted, pasted_without_end, put_in_told, quoted};
pub(super) use word_ends::{word_ends_before, word_rests};

use super::command::{Command, command_rows, command_table};
use super::consent::Consent;
use super::editor::DraftEditor;
use super::effect::{Effect, FrameworkPurpose};
use super::layout::Pane;
use super::overlay::{Overlay, Picker, Question, QuestionKind};
use super::scope::Scope;
use super::scope::scopes::*;
use super::state::State;
use crate::assessment::{FindingField, Kind};
use crate::render::{PrintFormat, print_formats};
use crate::text::{Erase, Motion, Rewrite};
use moving::Stride;
use typing::TEXT_PAGE;

type Effects = Vec<Effect>;

/// The result of a command's function: some effects, one or none; `None` where there was nothing to do it to.
trait IntoEffects {
    /// Returns them all.
    fn into_effects(self) -> Effects;
}

impl IntoEffects for () {
    fn into_effects(self) -> Effects {
        Vec::new()
    }
}

impl IntoEffects for Effect {
    fn into_effects(self) -> Effects {
        vec![self]
    }
}

impl<T: IntoEffects> IntoEffects for Option<T> {
    fn into_effects(self) -> Effects {
        self.map(T::into_effects).unwrap_or_default()
    }
}

impl IntoEffects for Effects {
    fn into_effects(self) -> Effects {
        self
    }
}

macro_rules! dispatch {
    ($($group:literal { $($command:ident: $name:expr, $short:expr,
       [$($scopes:expr => $file:ident::$function:ident($($argument:expr),*) $(if $($need:ident)&+)?),+],
       [$($key:expr),*] $($set:ident [$($other:expr),*])*, $footer:expr, $help:expr $(, $also:literal)?;)* })*) => {
        fn dispatch(state: &mut State, scope: Scope, command: Command) -> Effects {
            match command {
                $($(Command::$command => {
                    $(if has($scopes, scope) {
                        return $file::$function(state, $($argument),*).into_effects();
                    })+
                })*)*
            }
            Vec::new()
        }
    };
}
command_table!(dispatch);

/// Does a command, as the table says for the place that the user is in; where it has no place there, nothing. Where
/// something is missing that it needs, says so.
pub(super) fn act(state: &mut State, command: Command) -> Effects {
    let scope = state.scope();
    state.look_through_for(command);
    match state.can(command, scope) {
        Ok(()) => {
            let from = state.editor.as_ref().map(|editor| editor.spot());
            let effects = dispatch(state, scope, command);
            if let (Some(from), Some(editor)) = (from, &state.editor) {
                state.trail.remember(from, editor, command);
            }
            effects
        }
        Err(missing) => {
            state.inform(missing);
            Vec::new()
        }
    }
}

fn has(scopes: &[Scope], scope: Scope) -> bool {
    scopes.contains(&scope)
}

/// Asks whether something is done that reaches beyond what is open; with a note on it.
fn ask_first(state: &mut State, consent: Consent, note: &str) {
    let picker = Picker::of_consent(consent, note);
    state.overlays.push(Overlay::Picker(picker));
}

/// Puts a question.
fn ask(state: &mut State, asked: QuestionKind, title: &str, help: &str, text: &str) {
    let question = Question::new(asked, title, help, text);
    state.overlays.push(Overlay::Question(question));
}
