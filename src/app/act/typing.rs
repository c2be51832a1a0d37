//! Typed text, and commands on it: in the draft, in a question, in a list that is narrowed.

use super::{Effects, change, general};
use crate::app::command::Command;
use crate::app::editor::{DraftEditor, EditorRow};
use crate::app::effect::Effect;
use crate::app::field::TextField;
use crate::app::overlay::Overlay;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::Shape;
use crate::text::{self, Erase, Motion, agreeing, counted, splice_between};

/// The most characters of a text that are quoted in a message.
const QUOTED: usize = 40;

/// Does something to the text in the box on top; true where it changes it. `None` where no box is open.
fn in_box(state: &mut State, with: impl FnOnce(&mut TextField) -> bool) -> Option<bool> {
    let field = state.overlays.last_mut()?.field_mut();
    let changed = field.is_some_and(with);
    if changed {
        state.follow_field();
    }
    Some(changed)
}

/// Puts typed characters in.
pub(in crate::app) fn typed(state: &mut State, text: &str) {
    if in_box(state, |field| field.insert(text)).is_none() {
        try_to(state, |editor| editor.insert(text));
    } else if state.overlays.last().is_some_and(|it| it.field().is_none())
        && let Some(no_letters) = no_letters(state)
    {
        state.inform(no_letters);
    }
}

/// Puts pasted text in where text is taken, cleaned of what nobody could see in it; tells how much that was. Where no
/// text is open, nothing is done by it: it is kept until it can be put in, behind what is kept already.
pub(in crate::app) fn pasted(state: &mut State, pasted: &str, continued: bool) {
    state.status = None;
    if state.typed_field().is_some() {
        let clean = text::paste(pasted, false);
        if let Some(hidden) = hidden_told(clean.left_out) {
            state.inform(hidden);
        }
        return typed(state, &clean.text);
    }
    keep_stray(state, pasted, continued, pasted);
}

/// Says how many hidden characters were left out, where any were.
pub(super) fn hidden_told(many: usize) -> Option<String> {
    let hidden = counted(many, "hidden character");
    (many > 0).then(|| format!("{hidden} {} left out.", agreeing(many, "was", "were")))
}

/// Keeps words that came where no text is open, behind what waits for a place already, and tells of these.
pub(super) fn keep_stray(state: &mut State, words: &str, continued: bool, told: &str) {
    let mut unplaced = state.unplaced();
    if !unplaced.is_empty() && !continued {
        unplaced.push('\n');
    }
    unplaced.push_str(words);
    state.set_unplaced(&unplaced);
    state.cut_first = false;
    let all = (told.len() < unplaced.len()).then_some(unplaced.as_str());
    let way_in = way_in(state, all);
    let kept = format!("{} is kept.{way_in}", quoted(told));
    state.warn(match no_letters(state) {
        Some(no_letters) => format!("{no_letters} {kept}"),
        None => format!("No text is open: {kept}"),
    });
}

/// Says that letters do nothing where that is so in a list.
fn no_letters(state: &State) -> Option<String> {
    let is_list = state.scope() == Scope::Choosing;
    let key = is_list.then(|| state.key(Scope::Choosing, Command::Choose))?;
    Some(format!(
        "Letters do nothing here: the arrows choose, and {key} takes."
    ))
}

/// Puts in what was pasted, and says that its end is not known.
pub(in crate::app) fn pasted_without_end(state: &mut State, text: &str) {
    pasted(state, text, false);
    let what = state.status.take().map_or_else(
        || format!("{} characters were pasted.", text.chars().count()),
        |status| status.text,
    );
    state.warn(format!(
        "{what} The terminal did not say where the paste ends."
    ));
}

/// Returns words by which a text is known: itself in quotes, or its beginning.
pub(in crate::app) fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0..=QUOTED => format!("“{line}”"),
        many => {
            let begins = text::truncate(&line, QUOTED);
            format!("“{begins}” ({})", counted(many, "character"))
        }
    }
}

/// Says once what waits to be put in, where a text was opened just now. From then on a sign says that something does.
pub(in crate::app) fn offer_unplaced(state: &mut State, before: Scope) {
    let scope = state.scope();
    if scope == before || state.typed_field().is_none() || state.status.is_some() {
        return;
    }
    // A list takes no prose.
    if matches!(scope, Scope::Choosing | Scope::Searching) {
        return;
    }
    let unplaced = state.unplaced();
    let Some(key) = state.keymap.label(scope, Command::PasteBack) else {
        return;
    };
    if unplaced.is_empty() {
        return;
    }
    let waits = quoted(&unplaced);
    let cut = state.cut_or_copied();
    let told = match state.cut_first && !cut.is_empty() {
        true => format!(
            "{waits} waits for a place: {key} puts in {}, which was cut or copied last, and pressed again what waits.",
            quoted(&cut)
        ),
        false => format!("{waits} waits for a place: {key} puts it in here."),
    };
    if state.offered == told {
        return;
    }
    let palette = state.key(scope, Command::Palette);
    let name = Command::ForgetWaiting.entry().short;
    state.inform(match palette.is_empty() {
        true => told.clone(),
        false => format!("{told} {palette} “{name}” is rid of it."),
    });
    state.offered = told;
}

/// Forgets what waits for a place: it is what was cut last, until something else is.
pub(super) fn forget_waiting(state: &mut State) {
    let unplaced = text::paste(&state.unplaced(), false).text;
    state.set_unplaced("");
    let key = state.key(Scope::Typing, Command::PasteBack);
    state.inform(format!(
        "{} waits no more; until something else is cut, {key} still puts it in.",
        quoted(&unplaced)
    ));
    keep_cut(state, unplaced);
}

/// Returns the key that puts in what is kept, in a sentence, with what that is where it is more than was told of; empty
/// where there is none. Where findings are, it makes one of it.
fn way_in(state: &State, all: Option<&str>) -> String {
    let what = all.map_or_else(|| "it".to_owned(), quoted);
    let finding = state.takes_findings();
    let (scope, command) = match finding {
        true => (state.scope(), Command::TakeIn),
        false => (Scope::Typing, Command::PasteBack),
    };
    let key = state.keymap.label(scope, command);
    key.map_or_else(String::new, |key| match finding {
        true => format!(" {key} makes a finding of {what}."),
        false => format!(" {key} puts {what} in where you type."),
    })
}

/// Does something to the draft, or warns why it cannot be done.
fn try_to(state: &mut State, with: impl FnOnce(&mut DraftEditor) -> Result<(), String>) {
    let done = state.editor.as_deref_mut().map_or(Ok(()), with);
    state.warn_on_err(done);
}

pub(super) fn go(state: &mut State, motion: Motion) {
    let down = matches!(motion, Motion::Down);
    let among_offers = down || matches!(motion, Motion::Up);
    let moved = in_box(state, |field| {
        match among_offers {
            true => {
                field.offers.step(down);
            }
            false => field.go(motion, false),
        }
        false
    });
    if moved.is_none()
        && let Some(editor) = &mut state.editor
        && !(among_offers && editor.choose_offer(down))
    {
        editor.move_cursor(motion, false, state.size);
    }
}

pub(super) fn select(state: &mut State, motion: Motion) {
    let selected = in_box(state, |field| {
        field.go(motion, true);
        false
    });
    if selected.is_none()
        && let Some(editor) = &mut state.editor
    {
        editor.move_cursor(motion, true, state.size);
    }
}

pub(super) fn select_all(state: &mut State) {
    let selected = in_box(state, |field| {
        field.select_all();
        false
    });
    if selected.is_none()
        && let Some(editor) = &mut state.editor
    {
        editor.select_all();
    }
}

/// Erases at the cursor. What goes in one piece is cut: it is kept as what was cut last, and one key after the other
/// cuts on.
pub(super) fn erase(state: &mut State, what: Erase) {
    let selected = selected(state).map(str::to_owned);
    let piece = selected.is_some() || !matches!(what, Erase::Back | Erase::Forward);
    state.cut_goes_on &= piece;
    let before = piece
        .then(|| state.typed_text().map(str::to_owned))
        .flatten();
    if in_box(state, |field| field.erase(what)).is_none() {
        try_to(state, |editor| editor.erase(what));
    }
    let after = state.field_text();
    let erased = before
        .zip(after)
        .and_then(|(before, after)| splice_between(&before, after));
    if let Some(erased) = erased.map(|splice| splice.removed) {
        let goes_on = state.cut_goes_on && selected.is_none();
        let cut = match what {
            _ if !goes_on => erased,
            Erase::Forward | Erase::WordForward | Erase::ToLineEnd => {
                state.clipboard.clone() + &erased
            }
            _ => erased + &state.clipboard,
        };
        keep_cut(state, cut);
        state.cut_goes_on = true;
    }
}

/// Keeps what was cut, to be put back in.
fn keep_cut(state: &mut State, text: String) {
    state.clipboard = text;
    state.cut_first = true;
    state.keep_cut();
}

/// Takes back what was done last to the text in a box, or makes it again.
pub(super) fn undo_redo(state: &mut State, back: bool) {
    if in_box(state, |field| field.undo_redo(back)) == Some(false) {
        general::nothing_to_undo(state, back);
    }
}

/// Takes the name that is chosen, and returns true where the text goes on behind it, or `None` where it cannot be taken.
fn take_offer(state: &mut State) -> Option<bool> {
    let taken = state.editor.as_mut()?.take_offer();
    state.warn_on_err(taken)
}

/// Stops typing. Where a name that is offered is chosen, only lets go of that: no text is changed by leaving it.
pub(super) fn done(state: &mut State) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    if editor.leave_offers() {
        return None;
    }
    editor.stop_typing();
    Some(state.save())
}

/// Goes on to a new item after the one that is typed in; splits it where the cursor stands inside it. A
/// field has nothing after it, and is done.
pub(super) fn next(state: &mut State) -> Option<Effects> {
    let (Some(false), Some(editor)) = (take_offer(state), &mut state.editor) else {
        return None;
    };
    let goes_on = editor.is_typing_in_item();
    if goes_on && editor.is_inside_text() {
        let done = editor.split();
        state.warn_on_err(done);
        return Some(state.save());
    }
    let untaken = editor.offers_untaken();
    editor.stop_typing();
    let effects = state.save();
    if goes_on {
        change::add(state);
    }
    if untaken {
        let key = state.key(Scope::Typing, Command::CursorDown);
        state.inform(format!(
            "Nothing was chosen: {key} goes into the names while they are offered."
        ));
    }
    Some(effects)
}

pub(super) fn next_field(state: &mut State) -> Option<Effects> {
    let (Some(false), Some(editor)) = (take_offer(state), &mut state.editor) else {
        return None;
    };
    editor.stop_typing();
    editor.step(1);
    let typed = matches!(editor.current(), Some(EditorRow::Field(place))
        if place.is_text() && !matches!(place.shape(), Shape::Named | Shape::Id));
    if typed {
        let done = editor.type_here();
        state.warn_on_err(done);
    }
    Some(state.save())
}

pub(super) fn split(state: &mut State) {
    try_to(state, DraftEditor::split)
}

/// Returns the text that is selected. Who can type in a box sees what is in it, but for a secret.
fn selected(state: &State) -> Option<&str> {
    match state.overlays.last() {
        Some(overlay) => overlay.box_name().and(overlay.field())?.selected(),
        None => state.editor.as_ref()?.selected(),
    }
}

pub(super) fn copy(state: &mut State) -> Option<Effect> {
    state.clipboard = selected(state)?.to_owned();
    state.cut_first = true;
    Some(Effect::Copy(state.clipboard.clone()))
}

pub(super) fn cut(state: &mut State) -> Option<Effect> {
    let copied = copy(state);
    if copied.is_some() {
        erase(state, Erase::Back);
        state.cut_goes_on = false;
        let search = |overlay: &Overlay| overlay.field().is_some_and(TextField::is_search);
        if !state.overlays.last().is_some_and(search) {
            state.keep_cut();
        }
    }
    copied
}

/// Returns words with a blank where they come beside a word.
fn spaced(state: &State, words: &str) -> String {
    let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let (before, after) = state.around_cursor();
    let [first, last] = [words.chars().next(), words.chars().next_back()];
    let ends = before.is_some_and(|sign| sign.is_alphanumeric() || ".,;:!?".contains(sign));
    let blank = |wanted: bool| if wanted { " " } else { "" };
    format!(
        "{}{words}{}",
        blank(ends && is_word(first)),
        blank(is_word(last) && is_word(after))
    )
}

/// Puts in what was pasted where no text was open, or what was cut or copied, whichever came last; where both wait, the
/// other comes next. What is put into a question is kept until it is in a draft: questions are given up.
pub(super) fn paste_back(state: &mut State) {
    let (unplaced, cut) = (state.unplaced(), state.cut_or_copied());
    let nothing_cut = cut.is_empty();
    let waits = !unplaced.is_empty() && (nothing_cut || !state.cut_first);
    let text = match waits {
        true => text::paste(&unplaced, false).text,
        false => cut,
    };
    let spaced = match waits {
        true => spaced(state, &text),
        false => text.clone(),
    };
    typed(state, &spaced);
    if state.status.as_ref().is_some_and(|status| status.bad) {
        return;
    }
    state.cut_first = waits;
    if state.overlays.is_empty() {
        match waits {
            true => state.set_unplaced(""),
            false => state.was_put_back(&text),
        }
        if nothing_cut {
            state.clipboard = text;
        }
    }
}
