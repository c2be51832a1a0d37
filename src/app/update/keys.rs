//! Keys: what each does where it is pressed, alone or behind others that wait for it.

use crate::app::act::{self, ModeKey};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::key_sequence::label;
use crate::app::keymap::Bound;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::{BeforeKey, Stray};
use crate::app::waiting_keys::WaitingKeys;

/// Takes a key. What the one before it changed stays told of while characters are typed, so that what the next opens does
/// not hide it.
pub(super) fn handle_key(state: &mut State, key: Key) -> Vec<Effect> {
    let told = state.status.take().and_then(|it| it.change);
    let told = told.filter(|_| key.typed().is_some());
    let before = state.changes();
    let effects = press(state, key);
    act::write_on(state);
    if key.typed().is_some() && state.changes() != before && !state.scope().takes_text() {
        state.tell_change();
    }
    state.tell_behind(told);
    state.tell_stale();
    effects
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(effects) = follow(state, key) {
        return effects;
    }
    if let Some((mut effects, again)) = act::word_ends_before(state, key) {
        if again {
            effects.extend(press(state, key));
        }
        return effects;
    }
    if let Some(effects) = act::take_stray(state, key) {
        return effects;
    }
    match act::take_mode_key(state, key) {
        ModeKey::Other => {}
        ModeKey::Command(command) => return run(state, key, command),
        ModeKey::Done(effects) => {
            note_key(state, key, None);
            return effects;
        }
    }
    let scope = state.scope();
    match state.keymap.bound(scope, &[key]) {
        Some(Bound::Command(command)) => return run(state, key, command),
        Some(Bound::Prefix(_)) => {
            wait(state, vec![key]);
            return Vec::new();
        }
        None => {}
    }
    let (there, same) = note_key(state, key, None);
    let text = scope.takes_text();
    // No hand holds Ctrl and Alt for nothing; Alt with a letter may be meant for another window.
    if let Some(both) = key.behind_esc().filter(|_| text || key.ctrl) {
        if let Some(told) = would_delete(state, both) {
            state.inform(told);
            return Vec::new();
        }
        let keys = both.into_iter();
        return keys.flat_map(|key| handle_key(state, key)).collect();
    }
    if let Some(character) = key.typed().filter(|_| text) {
        let mut buffer = [0; 4];
        act::put_in(state, character.encode_utf8(&mut buffer));
    } else if state.overlays.is_empty() {
        if !text {
            tell_of_another_pane(state, scope, key);
        }
        tell_of_no_key(state, scope, key);
    }
    if state.typed_field().is_none() {
        act::was_command(state, key, there, true, same);
    }
    Vec::new()
}

/// Says of a letter with Alt that it is no key of this text, where Esc and the letter would delete what is typed in: whoever
/// holds Alt means a word, and whoever means both presses the letter once more. With anything else Esc and the letter are
/// what they are.
fn would_delete(state: &State, [_, letter]: [Key; 2]) -> Option<String> {
    let in_place = state.scope() == Scope::Typing && !state.leaves_mode();
    let command = state.keymap.command(Scope::Findings, letter);
    let character = letter
        .typed()
        .filter(|_| in_place && command == Some(Command::Delete))?;
    let done = state.key(Scope::Typing, Command::Done);
    Some(format!(
        "Alt-{character} is no key while you type, and nothing is deleted: {done} leaves the text, and {character} deletes there."
    ))
}

/// Takes note of a key, and of the command that it does. Returns what is there before it, and whether it is the same as the
/// last.
fn note_key(state: &mut State, key: Key, command: Option<Command>) -> (BeforeKey, bool) {
    let text = state.scope().takes_text();
    let same = state.last_key.is_some_and(|(last, _)| last == key);
    let again = same && state.last_key.is_some_and(|(_, left)| left);
    state.last_key = Some((key, again || text));
    state.cut_goes_on &= command.is_some_and(Command::erases);
    if !command.is_some_and(Command::puts_back) {
        state.cuts.was_left();
    }
    let steps = state.undo_depth();
    let there = BeforeKey {
        open: state.open_file(),
        draft: key
            .typed()
            .filter(|_| !text)
            .and_then(|_| state.draft_before()),
        depth: steps.unwrap_or_default(),
        steps: steps.unwrap_or(usize::MAX),
        overlays: state.overlays.len(),
    };
    (there, same)
}

/// Does the command of a key, or of keys of which this is the first.
fn run(state: &mut State, key: Key, command: Command) -> Vec<Effect> {
    let scope = state.scope();
    let (there, same) = note_key(state, key, Some(command));
    // What erases in insert mode is typing.
    if !command.erases() {
        state.modes.vim.moved();
    }
    state.weave();
    let does = state.can(command, scope).is_ok();
    let effects = act::act(state, command);
    if !scope.takes_text() {
        act::was_command(state, key, there, !does, same);
    }
    act::offer_unplaced(state, scope);
    effects
}

/// Does a command that was given by its name: it is never a letter of a word, and joins nothing that keys did before.
pub(super) fn give(state: &mut State, command: Command) -> Vec<Effect> {
    let scope = state.scope();
    state.status = None;
    state.stray = Stray::Nothing;
    state.waiting_keys = None;
    state.last_key = None;
    state.cut_goes_on &= command.erases();
    if !command.puts_back() {
        state.cuts.was_left();
    }
    state.weave();
    let effects = act::act(state, command);
    act::offer_unplaced(state, scope);
    state.tell_stale();
    effects
}

/// Lets keys wait for what follows.
fn wait(state: &mut State, keys: Vec<Key>) {
    let scope = state.scope();
    let waiting = WaitingKeys { scope, keys };
    state.inform(format!(
        "{} waits for the key that follows; Esc gives it up.",
        label(&waiting.keys)
    ));
    state.waiting_keys = Some(waiting);
}

/// Takes a key behind keys that wait. `None` where none do, or where it is a character that goes into the text.
fn follow(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let mut waiting = state.waiting_keys.take()?;
    let scope = state.scope();
    if waiting.scope != scope {
        return None;
    }
    let letters = waiting.typed().filter(|_| !scope.takes_text());
    waiting.keys.push(key);
    match state.keymap.bound(scope, &waiting.keys) {
        Some(Bound::Command(command)) => {
            let first = waiting.keys.first().copied()?;
            return Some(run(state, first, command));
        }
        Some(Bound::Prefix(_)) => {
            wait(state, waiting.keys);
            return Some(Vec::new());
        }
        None => {}
    }
    let leaves = |command| matches!(command, Command::Back | Command::Done | Command::DropMark);
    if state.keymap.command(scope, key).is_some_and(leaves) {
        state.status = None;
        return Some(Vec::new());
    }
    // Letters of which nothing has come are those of a word.
    if let Some(letters) = letters
        && let Some(typed) = key.typed()
    {
        act::keep_typed(state, format!("{letters}{typed}"));
        return Some(Vec::new());
    }
    if key.typed().is_some() && scope.takes_text() {
        return None;
    }
    state.inform(format!("{} is no key here.", label(&waiting.keys)));
    Some(Vec::new())
}

/// Says of a key that does nothing in this pane of a draft, or in an inspection, what it does in another pane, and which
/// key leads there.
fn tell_of_another_pane(state: &mut State, scope: Scope, key: Key) {
    let panes = [Scope::Findings, Scope::Headings, Scope::Statement];
    let of_draft = panes.contains(&scope);
    if !of_draft && scope != Scope::Inspection {
        return;
    }
    let keymap = &state.keymap;
    let mut others = panes.iter().filter(|other| **other != scope);
    let known = others.find_map(|other| Some((*other, keymap.command(*other, key)?)));
    if let Some((other, command)) = known {
        let way = match of_draft {
            true => format!(
                "{} leads to the next pane",
                state.key(scope, Command::NextPane)
            ),
            false => format!("{} opens the draft", state.key(scope, Command::OpenCell)),
        };
        let (label, name) = (key.label(), command.entry().short);
        let place = crate::text::uncapital(other.title());
        state.inform(format!("{label} is “{name}” {place}: {way}."));
    }
}

/// Says of a key that is none of a letter and does nothing here that this is so: whoever knows it from elsewhere waits for it.
fn tell_of_no_key(state: &mut State, scope: Scope, key: Key) {
    if state.status.is_none() && key.typed().is_none() {
        let help = state.key(scope, Command::Help);
        state.inform(format!(
            "{} is no key here; {help} shows every key.",
            key.label()
        ));
    }
}

/// Takes characters that came together. One line and the key behind it can have been typed by somebody whose keys
/// arrive late. One character over and over is a key held down where its command is one to be held down for; whatever
/// else it would do, it does not do again and again unseen.
pub(super) fn take_burst(state: &mut State, text: &str) -> Vec<Effect> {
    let first = state.first_character.take().and_then(Key::typed);
    // Where letters wait for what follows, they are the first of what came.
    let waiting = state.waiting_keys.take();
    let text_open = state.scope().takes_text();
    let letters = waiting.filter(|_| !text_open).and_then(|it| it.typed());
    let text: String = letters
        .into_iter()
        .chain(first.map(String::from))
        .chain([text.to_owned()])
        .collect();
    let text = &text;
    let stray = matches!(state.stray, Stray::Words(..));
    if let Some(key) = Key::held(text).filter(|key| act::is_held_in_mode(state, *key)) {
        return (text.chars())
            .flat_map(|_| handle_key(state, key))
            .collect();
    }
    if !state.scope().takes_text()
        && !stray
        && let Some(key) = Key::held(text)
        && let Some(command) = state.keymap.command(state.scope(), key)
        && is_held_down(command)
    {
        let many = text.chars().count();
        return (0..many).flat_map(|_| handle_key(state, key)).collect();
    }
    match Key::line_and_key(text).filter(|_| state.typed_field().is_some()) {
        Some((line, key)) => {
            act::pasted(state, line);
            handle_key(state, key)
        }
        None => {
            act::burst(state, text);
            act::write_on(state);
            Vec::new()
        }
    }
}

/// Returns true where a command's key is held down to go on and on: it moves, or its like takes it back.
fn is_held_down(command: Command) -> bool {
    matches!(
        command,
        Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::NextPane
            | Command::PreviousPane
            | Command::NextHeading
            | Command::PreviousHeading
            | Command::ColumnLeft
            | Command::ColumnRight
            | Command::NextInspectionPage
            | Command::PreviousInspectionPage
            | Command::NextProblem
            | Command::PreviousProblem
            | Command::MoveUp
            | Command::MoveDown
            | Command::Undo
            | Command::Redo
    )
}
