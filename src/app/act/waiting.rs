//! The words that were pasted or typed where no text is open wait for a place: they are told of, put in by a key, listed, and
//! forgotten where they are wanted no more.

use std::path::Path;

use super::typing::{self, keep_cut, no_letters};
use crate::app::command::Command;
use crate::app::editor::Choice;
use crate::app::file::{KeptWith, UnplacedWords};
use crate::app::opening::sealed_name;
use crate::app::overlay::{Overlay, Picker, PickerPurpose};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::Stray;
use crate::app::waiting::PutIn;
use crate::assessment::{MOST_EARLIER, is_earlier};
use crate::text::{self, Motion, agreeing, counted};

/// Of words that went because their typist typed on.
const EARLIER_TOLD: &str = "what was replaced, cut earlier or taken back";
/// The most characters of a text that are quoted in a message.
const QUOTED: usize = 40;
/// Below this many columns what waits is told of in one short line.
const SHORT: u16 = 60;

/// Puts pasted text in where text is taken, cleaned of what nobody could see in it; tells how much that was. Where no
/// text is open, nothing is done by it: it is kept until it can be put in.
pub(in crate::app) fn pasted(state: &mut State, pasted: &str) {
    state.status = None;
    if state.typed_field().is_none() {
        return keep_stray(state, None, pasted);
    }
    let clean = text::paste(pasted, false);
    if let Some(hidden) = hidden_told(clean.left_out) {
        state.inform(hidden);
    }
    if state.has_modes() && !state.modes.vim.inserts() {
        typing::end_step(state);
    }
    state.modes.vim.typed(&clean.text);
    typing::put_in(state, &clean.text);
}

/// Says how many hidden characters were left out, where any were.
pub(super) fn hidden_told(many: usize) -> Option<String> {
    let hidden = counted(many, "hidden character");
    (many > 0).then(|| format!("{hidden} {} left out.", agreeing(many, "was", "were")))
}

/// Puts in characters that came faster than any hand types, as what is pasted. Where no text is open they go on with words
/// that came just before, and what comes at once goes on with them.
pub(in crate::app) fn burst(state: &mut State, text: &str) {
    if state.typed_field().is_some() {
        // No hand goes on with it letter by letter.
        state.stray = Stray::Nothing;
        return pasted(state, text);
    }
    let before = match std::mem::take(&mut state.stray) {
        Stray::Words(words, _) => Some(words),
        Stray::Nothing | Stray::Letters(_) => None,
    };
    let words = before.clone().unwrap_or_default() + text;
    keep_stray(state, before.as_deref(), &words);
    state.stray = Stray::Words(words, None);
}

/// Keeps words that came where no text is open, in the place of those that they go on with, and tells of them.
pub(super) fn keep_stray(state: &mut State, before: Option<&str>, words: &str) {
    match before.and_then(|before| state.name_of_waiting(before)) {
        Some(begun) => state.set_words(&begun, words),
        None => state.let_wait(words),
    }
    state.cut_first = false;
    let (puts_in, ways_out) = (way_in(state), state.ways_out(state.scope()));
    let kept = format!("{} is kept.{puts_in}{ways_out}", quoted(words));
    state.warn(match no_letters(state) {
        Some(no_letters) => format!("{no_letters} {kept}"),
        None => format!("No text is open: {kept}"),
    });
}

/// Returns the key that puts in what is kept, in a sentence; empty where there is none. Where findings are, it makes one
/// of it.
fn way_in(state: &State) -> String {
    let (scope, command, does) = match state.takes_findings() {
        true => (state.scope(), Command::TakeIn, "makes a finding of it"),
        false => (
            Scope::Typing,
            Command::PasteBack,
            "puts it in where you type",
        ),
    };
    let key = state.keymap.label(scope, command);
    key.map_or_else(String::new, |key| format!(" {key} {does}."))
}

/// Puts in what was pasted, and says that its end is not known.
pub(in crate::app) fn pasted_without_end(state: &mut State, text: &str) {
    pasted(state, text);
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
    let line = one_line(text);
    match line.chars().count() {
        0..=QUOTED => format!("“{line}”"),
        many => {
            let begins = text::truncate(&line, QUOTED);
            format!("“{begins}” ({})", counted(many, "character"))
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Says what the key that puts words back puts in, and how what waits is had otherwise; `where_to` is the place. `None`
/// where nothing waits.
pub(in crate::app) fn put_in_told(state: &State, scope: Scope, where_to: &str) -> Option<String> {
    let key = state.keymap.label(scope, Command::PasteBack)?;
    let waiting = state.waiting();
    let waits = quoted(&waiting.last()?.words);
    let told = match state.put_in_next()? {
        PutIn::Cut(cut) => format!(
            "{waits} waits for a place: {key} puts in {} first, which was cut or copied last; {}, it puts in what waits.",
            quoted(&cut),
            state.keymap.told("pressed again", "given again")
        ),
        PutIn::Waiting(_) => format!("{waits} waits for a place: {key} puts it in {where_to}."),
    };
    let more = match waiting.len() {
        0 | 1 => String::new(),
        many => format!(
            " {} more {}.",
            many - 1,
            agreeing(many - 1, "waits", "wait")
        ),
    };
    Some(told + &more)
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
    let Some(told) = put_in_told(state, scope, "here") else {
        return;
    };
    // Whatever else is cut meanwhile, they are told of once, and once more where something that was cut comes before them.
    let waiting = state.waiting();
    let cut_first = matches!(state.put_in_next(), Some(PutIn::Cut(_)));
    let words = waiting.iter().map(|it| it.words.clone()).collect();
    let offered = (words, cut_first);
    if state.offered == offered || state.offered == (offered.0.clone(), true) {
        return;
    }
    let (command, does) = match waiting.len() {
        1 => (Command::ForgetWaiting, "is rid of it"),
        _ => (Command::Waiting, "lists all"),
    };
    let way = state.keymap.way_to(scope, command);
    let way = way.map_or_else(String::new, |way| format!(" {way} {does}."));
    state.inform(match state.size.width < SHORT {
        true => short_told(&waiting, &state.key(scope, Command::PasteBack), cut_first),
        false => format!("{told}{way}"),
    });
    state.offered = offered;
}

/// Says in a line of a narrow window that words wait, and which key puts them in.
fn short_told(waiting: &[UnplacedWords], key: &str, cut_first: bool) -> String {
    let last = waiting.last().map_or("", |it| &it.words);
    let words = one_line(last);
    let words = text::truncate(&words, 10);
    match (key, cut_first) {
        ("", _) => format!("“{words}” waits"),
        (key, true) => format!("“{words}” waits; {key} twice puts it in"),
        (key, false) => format!("“{words}” waits; {key} puts it in"),
    }
}

/// Lists what waits for a place, to put one of it in.
pub(super) fn list(state: &mut State) {
    open(state, false);
}

/// Forgets what waits for a place, or asks which of it.
pub(super) fn forget_waiting(state: &mut State) {
    let mut waiting = state.waiting();
    match (waiting.pop(), waiting.len()) {
        (Some(one), 0) => forget(state, &[one]),
        _ => open(state, true),
    }
}

/// Forgets the words of the lit row of the list, and shows what is left of it.
pub(super) fn forget_lit(state: &mut State) {
    let Some(Overlay::Picker(picker)) = state.overlays.last() else {
        return;
    };
    let (PickerPurpose::Waiting { waiting, .. }, Some(at)) =
        (&picker.purpose, picker.list.lit_at())
    else {
        return;
    };
    let all = waiting
        .get(at)
        .map_or_else(|| waiting.clone(), |one| vec![one.clone()]);
    state.overlays.pop();
    forget(state, &all);
    if !state.waiting().is_empty() {
        open(state, false);
    }
}

/// Lists what waits, what came last first, and behind it the earlier words.
fn open(state: &mut State, forget: bool) {
    let lists = [state.waiting(), state.earlier()];
    let here = lists.into_iter().flat_map(reversed);
    // Those of others are listed too, since no file has them.
    let left = state.left_arriving().into_iter();
    let left = left.filter(|(path, _)| state.words_arrive() != Some(*path));
    let waiting: Vec<UnplacedWords> = here.chain(left.map(|(_, each)| each)).collect();
    let choice = |each: &UnplacedWords| {
        let line = one_line(&each.words);
        let label = text::truncate(&line, QUOTED);
        if let Some(path) = kept_for(each) {
            let meaning = format!("for {}, which is sealed: {line}", sealed_name(path));
            return Choice::plain(&label, &meaning, false);
        }
        let meaning = match (is_earlier(&each.name.on), label == line) {
            (true, true) => EARLIER_TOLD.to_owned(),
            (true, false) => format!("{EARLIER_TOLD}: {line}"),
            (false, true) => String::new(),
            (false, false) => line.clone(),
        };
        Choice::plain(&label, &meaning, false)
    };
    let mut choices: Vec<Choice> = waiting.iter().map(choice).collect();
    let title = match forget {
        true => {
            choices.push(Choice::plain("all of them", "None waits any more.", false));
            "Which of what waits is to be forgotten?"
        }
        false => "Words that wait for a place",
    };
    let any_earlier = waiting.iter().any(|each| is_earlier(&each.name.on));
    let purpose = PickerPurpose::Waiting { waiting, forget };
    let mut picker = Picker::over(title, purpose, choices);
    if any_earlier {
        picker.note = format!(
            "Of {EARLIER_TOLD} the last {} are kept, and as many of a word or two.",
            counted(MOST_EARLIER, "text")
        );
    }
    state.overlays.push(Overlay::Picker(picker));
}

/// Returns the sealed draft that words came for, where it was not opened.
fn kept_for(words: &UnplacedWords) -> Option<&Path> {
    match &words.name.with {
        KeptWith::Sealed(path) => Some(path),
        KeptWith::File(_) | KeptWith::Library => None,
    }
}

fn reversed(list: Vec<UnplacedWords>) -> impl Iterator<Item = UnplacedWords> {
    list.into_iter().rev()
}

/// Puts in what was chosen of what waits, or makes it the next that is put in and returns true; or forgets it.
pub(super) fn chosen(state: &mut State, waiting: &[UnplacedWords], rid: bool, at: usize) -> bool {
    let one = waiting.get(at);
    let sealed = one.and_then(kept_for).map(sealed_name);
    match one {
        _ if rid => {
            let all = one.map_or_else(|| waiting.to_vec(), |one| vec![one.clone()]);
            forget(state, &all);
        }
        Some(one) if state.typed_field().is_some() => put_in(state, one),
        // The next that is put in is of what is open.
        Some(one) if sealed.is_some() => {
            let name = sealed.unwrap_or_default();
            state.inform(format!(
                "{} waits for {name}, and is offered when that is opened. In a text, this list puts it in there.",
                quoted(&one.words)
            ));
        }
        Some(one) => {
            state.let_wait(&one.words);
            state.cut_first = false;
            return true;
        }
        None => {}
    }
    false
}

/// Forgets words that wait for a place. The last of them are what was cut last, until something else is.
fn forget(state: &mut State, waiting: &[UnplacedWords]) {
    for each in waiting {
        state.forget(Some(&each.name));
    }
    let Some(last) = waiting.first() else {
        return;
    };
    let key = state.key(Scope::Typing, Command::PasteBack);
    let what = match waiting.len() {
        1 => format!("{} waits no more", quoted(&last.words)),
        many => format!("{} wait no more", counted(many, "text")),
    };
    let cut = text::paste(&last.words, false).text;
    state.inform(format!(
        "{what}. {} is what was cut last now, which {key} puts in.",
        quoted(&cut)
    ));
    match waiting.iter().any(|each| kept_for(each).is_some()) {
        // Nothing of what is sealed goes into another journal.
        true => {
            state.clipboard = cut;
            state.cut_first = true;
        }
        false => keep_cut(state, cut),
    }
}

/// Returns words with a blank where they come beside a word.
fn spaced(state: &State, words: &str) -> String {
    let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let (before, after) = state.around_cursor();
    let [first, last] = [words.chars().next(), words.chars().next_back()];
    let ends = |sign: Option<char>| is_word(sign) || sign.is_some_and(|it| ".,;:!?".contains(it));
    let blank = |wanted: bool| if wanted { " " } else { "" };
    format!(
        "{}{words}{}",
        blank(ends(before) && is_word(first)),
        blank(ends(last) && is_word(after))
    )
}

/// Puts in what was pasted where no text was open, or what was cut or copied, whichever came last; where both wait, the
/// other comes next.
pub(super) fn paste_back(state: &mut State) {
    match state.put_in_next() {
        None => {}
        Some(PutIn::Waiting(waiting)) => put_in(state, &waiting),
        Some(PutIn::Cut(cut)) => {
            let done = is_typed(state, &cut);
            state.cut_first &= !done;
            if done && state.overlays.is_empty() {
                state.was_put_back(&cut);
            }
        }
    }
}

/// Puts in words that wait. What is put into a question is kept until it is in a draft: questions are given up.
fn put_in(state: &mut State, waiting: &UnplacedWords) {
    let text = text::paste(&waiting.words, false).text;
    if !is_typed(state, &spaced(state, &text)) {
        return;
    }
    state.cut_first = true;
    if state.overlays.is_empty() {
        state.took_place(&waiting.name);
        if state.cut_or_copied().is_empty() && state.waiting().is_empty() {
            state.clipboard = text;
        }
    }
}

/// Types words; true where that went well. They go behind what was kept in a box, and do not take its place: both may be
/// of one sentence.
fn is_typed(state: &mut State, words: &str) -> bool {
    if let Some(field) = state.overlays.last_mut().and_then(Overlay::field_mut)
        && field.gives_way()
    {
        field.go(Motion::End, false);
    }
    typing::put_in(state, words);
    !state.status.as_ref().is_some_and(|status| status.bad)
}
