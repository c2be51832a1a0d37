//! The update of the state by a message.

mod file;
mod inspection;
mod keys;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::act;
use crate::app::command::Command;
use crate::app::editor::{DraftEditor, DraftTarget, Page};
use crate::app::effect::{Effect, FrameworkPurpose};
use crate::app::exit::Exit;
use crate::app::file::FileKind;
use crate::app::message::{Message, OpenedDraft};
use crate::app::overlay::{AwaitedNews, Overlay, Picker, Question, QuestionKind};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::app::stray::Stray;
use crate::app::walk::Walk;
use crate::assessment::{Assessment, Framework, Predecessor};
use crate::check::{CheckReport, Problem};
use crate::statement::Weaver;
use crate::text::{agreeing, counted};
use keys::{handle_key, take_burst};

/// Takes a message in, and returns what is to be done in the world.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    // What was done is in the journal before anything that follows from it: a save says how much of the
    // journal it has in it.
    let sent = state.is_sent(&message);
    let by_hand = message.is_typed() || matches!(message, Message::Pointer(_));
    let steps = state.editor.as_deref().map(DraftEditor::undo_depth);
    let field = state.typed_field().filter(|_| !sent);
    let (typed, changes) = (message.is_typed(), state.changes());
    let mut effects = apply(state, message);
    if !typed
        && changes
            .zip(state.changes())
            .is_some_and(|(was, is)| was != is)
    {
        state.letters_stand();
    }
    state.keep_words();
    state.keep_taken_back();
    if let Some(field) = field
        && !state.exit.is_ending()
        && let now = state.typed_field()
        && !field.is_still(now.as_ref())
        && !(by_hand && field.goes_on_in(now.as_ref()))
    {
        let back = state.editor.as_deref().map(DraftEditor::undo_depth) < steps;
        let other = if back { Command::Redo } else { Command::Undo };
        state.was_taken_away(&field, by_hand.then_some(other));
    }
    effects.extend(state.reopen());
    effects.extend(state.follow_mode());
    if let (Some(walk), Some(editor)) = (&mut state.walk, &state.editor) {
        walk.follow(editor, state.overlays.last(), &effects);
    }
    if let Some(editor) = &mut state.editor {
        effects.extend(editor.follow_names());
        effects.extend(editor.missing_framework());
        effects.extend(editor.weave_elsewhere());
    }
    state.note_opening(&effects);
    if !effects.is_empty() {
        let notes: Vec<Effect> = std::iter::from_fn(|| state.note()).collect();
        effects.splice(0..0, notes);
    }
    effects
}

fn apply(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        typed @ (Message::Key(_)
        | Message::Character(_)
        | Message::Alone
        | Message::Command(_)
        | Message::Paste(_)
        | Message::UnclosedPaste(_)
        | Message::Burst(_)) => return take_typed(state, typed),
        Message::Resize(size) => state.size = size,
        Message::Pause => return paused(state),
        Message::Due => return state.save_and_look(),
        Message::Rested => return rested(state),
        Message::Pointer(event) => return act::pointed(state, event),
        Message::Tick(milliseconds) => state.tick(milliseconds),
        // Something may have happened to the file meanwhile.
        Message::Focus | Message::Continued => return state.check_files(),
        Message::Stop => return act::suspend(state),
        Message::ChangedElsewhere {
            base,
            theirs,
            descent,
        } => {
            return state.merge_in(&base, &theirs, descent, "Another program changed the draft");
        }
        Message::File(kind, news) => return file::handle(state, kind, news),
        Message::Inspection(news) => return inspection::handle(state, news),
        Message::OpenedDraft(opened) => open(state, *opened),
        Message::Sealed { path, why } => ask_for_passphrase(state, &path, why),
        Message::Library(news) => {
            state.library.take_news(news);
            return go_to_lost(state);
        }
        Message::Earlier { named, predecessor } => take_earlier(state, &named, predecessor),
        Message::EarlierFound(found) => act::offer_earlier(state, found),
        frameworks @ Message::Frameworks { .. } => offer_frameworks(state, frameworks),
        Message::Framework(found) => take_framework(state, found),
        Message::Hashed {
            id,
            reference,
            hash,
        } => return take_hash(state, &id, &reference, hash),
        Message::OldRead(old) => return act::begin_old(state, old),
        Message::ImportRead { of, name, source } => {
            act::offer_import(state, &of, &name, &source);
        }
        Message::Woven { id, weaver } => take_woven(state, &id, *weaver),
        Message::Checked {
            assessment,
            report,
            spelling,
        } => take_check(state, *assessment, report, spelling),
        Message::EditedOutside(text, outcome) => return act::take_edited(state, text, *outcome),
        Message::LeftOutside(folder, words) => return act::take_left(state, folder, &words),
        Message::OpenOutside(words) => act::tell_open(state, &words),
        Message::StandsOutside(folder, words) => return act::take_standing(state, &folder, words),
        Message::Suggested { word, spellings } => act::take_spellings(state, &word, spellings),
        Message::Settings(news) => return act::take_settings(state, news),
        Message::Unanswered(words) => state.library.kept.take_in(&words),
        // What was copied or printed answers no box.
        Message::Done(text) => state.inform(text),
        Message::Moved { was, path, words } => moved(state, was.as_deref(), path, words),
        Message::Failed(text) => return failed(state, text),
        Message::NotOpened { path, why } => return not_opened(state, &path, why),
        Message::Trashed { from, to } => return trashed(state, from, to),
        Message::End => {
            let mut effects = act::word_rests(state).unwrap_or_default();
            state.exit = Exit::Signalled;
            effects.extend(state.save_and_quit());
            return effects;
        }
    }
    Vec::new()
}

/// Takes note that somebody pauses.
fn paused(state: &mut State) -> Vec<Effect> {
    let mut effects = act::word_rests(state).unwrap_or_default();
    effects.extend(state.save_and_look());
    effects
}

/// Takes note that somebody took time before the key that comes. Whoever goes on with a word that has just been kept goes on
/// with it there.
fn rested(state: &mut State) -> Vec<Effect> {
    act::word_rests(state).unwrap_or_else(|| {
        state.keys_rested();
        Vec::new()
    })
}

fn take_hash(state: &mut State, id: &str, reference: &str, hash: String) -> Vec<Effect> {
    let editor = state.editor.as_mut();
    if !editor.is_some_and(|editor| editor.was_hashed(id, reference, hash)) {
        return Vec::new();
    }
    state.inform("The file's hash is kept; `assay verify` tells when it changes.");
    state.save()
}

fn offer_frameworks(state: &mut State, frameworks: Message) {
    if let Message::Frameworks {
        purpose,
        all,
        likely,
        refused,
    } = frameworks
    {
        let now = state.editor.as_ref().map(|it| it.framework.id.clone());
        let now = now.filter(|_| purpose == FrameworkPurpose::Change);
        let likely = now.unwrap_or(likely);
        let picker = Picker::of_frameworks(purpose, all, &likely, refused);
        state.overlays.push(Overlay::Picker(picker));
    }
}

fn take_woven(state: &mut State, id: &str, weaver: Weaver) {
    if let Some(editor) = &mut state.editor {
        editor.take_woven(id, weaver);
    }
}

fn take_check(
    state: &mut State,
    draft: Assessment,
    report: Option<CheckReport>,
    spelling: Vec<Problem>,
) {
    if let Some(editor) = &mut state.editor {
        editor.take_check(draft, report, spelling);
    }
}

fn moved(state: &mut State, was: Option<&Path>, path: PathBuf, words: String) {
    if let Some(was) = was {
        state.came_about(&AwaitedNews::Renamed(was.to_owned()));
        state.arriving.moved(was, &path);
    }
    state.library.seek(path);
    state.inform(words);
}

fn not_opened(state: &mut State, path: &Path, why: String) -> Vec<Effect> {
    state.opening_is_over(path);
    failed(state, why)
}

fn failed(state: &mut State, why: String) -> Vec<Effect> {
    state.awaited = None;
    state.target = None;
    state.trail.stay();
    state.warn(why);
    match state.trail.is_lost() {
        true => go_to_lost(state)
            .into_iter()
            .chain([Effect::List])
            .collect(),
        false => Vec::new(),
    }
}

/// Opens a draft that was gone back to and was not where it had been, as soon as the folder tells where it is.
fn go_to_lost(state: &mut State) -> Vec<Effect> {
    if state.editor.is_some() || !state.overlays.is_empty() {
        state.trail.give_up();
    }
    let Some(path) = state.trail.find(&state.library) else {
        return Vec::new();
    };
    state.status = None;
    vec![Effect::Open(path)]
}

fn take_typed(state: &mut State, message: Message) -> Vec<Effect> {
    state.trail.give_up();
    state.came_at_once = matches!(
        message,
        Message::Paste(_) | Message::UnclosedPaste(_) | Message::Burst(_)
    );
    // What is typed while it ends would mean something else than it was typed for.
    if state.exit.is_ending() {
        state.first_character = None;
        return Vec::new();
    }
    match message {
        Message::Key(key) => return handle_key(state, key),
        Message::Character(key) if state.takes_text() => return handle_key(state, key),
        Message::Character(key) => state.first_character = Some(key),
        Message::Alone => {
            let key = state.first_character.take();
            return key.map_or_else(Vec::new, |key| handle_key(state, key));
        }
        Message::Command(command) => return keys::give(state, command),
        Message::Paste(text) => act::take_paste(state, &text),
        Message::UnclosedPaste(text) => act::pasted_without_end(state, &text),
        Message::Burst(text) => return take_burst(state, &text),
        _ => {}
    }
    Vec::new()
}

fn ask_for_passphrase(state: &mut State, path: &Path, why: Option<String>) {
    state.opening_is_over(path);
    // What is typed from here on is a secret, and goes on with nothing.
    state.stray = Stray::Nothing;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let title = format!("Passphrase for {name}");
    let help = "What you type is not shown. A wrong passphrase changes nothing.";
    let asked = QuestionKind::Passphrase(path.to_owned());
    let mut question = Question::new(asked, &title, help, "");
    question.refused = why;
    state.status = None;
    state.overlays.push(Overlay::Question(question));
}

fn take_earlier(state: &mut State, named: &str, predecessor: Predecessor) {
    let Some(editor) = &mut state.editor else {
        return;
    };
    let why = match &predecessor {
        Predecessor::Unread(why) => Some(why.clone()),
        Predecessor::None | Predecessor::Read(_) => None,
    };
    editor.take_earlier(named, predecessor);
    if let Some(why) = why {
        state.warn(format!("Last year's draft cannot be read: {why}"));
    }
}

fn take_framework(state: &mut State, found: Result<Arc<Framework>, String>) {
    match (found, &mut state.editor) {
        (Ok(framework), Some(editor)) => editor.take_framework(&framework),
        (Ok(_), None) => {}
        (Err(why), _) => state.warn(why),
    }
}

fn trashed(state: &mut State, from: PathBuf, to: PathBuf) -> Vec<Effect> {
    let name = from
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let key = state.key(Scope::Library, Command::RestoreDraft);
    let name = name.unwrap_or_default();
    state.inform(format!("{name} is in the trash; {key} brings it back."));
    state.library.put_away.push((from, to));
    vec![Effect::List]
}

fn open(state: &mut State, opened: OpenedDraft) {
    let mut report = file::OpeningReport::of(&opened.file.reopened);
    let last_place = opened.file.last_place.clone();
    let moved = opened.file.reopened.moved.clone();
    let arrived = state.take_arriving(&opened.file.path);
    let new = opened.new;
    let mut editor = DraftEditor::new(opened, Arc::clone(&state.levels));
    editor.file.kept.take_typed(&arrived);
    editor.inspectors = state.library.inspectors();
    // Opened once more, it is shown where it was left.
    let again = state
        .editor
        .as_mut()
        .filter(|before| before.assessment.head.id == editor.assessment.head.id);
    let taken = again.map(|before| {
        editor.restore_position(before);
        editor.file.kept.take_typed(&before.file.kept);
        editor.succeed(before);
        before.file.taken
    });
    if taken.is_none() {
        state.trail.resume(&mut editor, last_place.as_deref());
        state.walk = Walk::through(&editor.assessment);
        let id = Some(&editor.assessment.head.id);
        if let Some(walk) = &mut state.walk {
            walk.left = state.walk_left.as_ref() == id;
        }
    }
    let again = taken.unwrap_or_default();
    let target = state.target.take();
    if let Some(target) = &target {
        editor.open_at(target);
    }
    // Of what is new only an old statement that was read has something that waits.
    let waiting = if new { editor.waiting() } else { 0 };
    if waiting > 0 {
        editor.turn_page(Page::Tray);
    }
    if new {
        state.came_about(&AwaitedNews::NewDraft);
    }
    state.let_go.remove(&editor.file.path);
    report.closed = editor.unplace_closed_boxes();
    state.editor = Some(Box::new(editor));
    let mut report = report.words(state, FileKind::Draft);
    if new
        && report.is_empty()
        && let Some(file) = state.file(FileKind::Draft)
    {
        // Nobody looks for what was just made where no other program keeps anything.
        report = format!("Kept in {}; prints go beside it.", file.path.display());
        if waiting > 0 {
            let many = counted(waiting, "sentence");
            report = format!(
                "{many} of the old statement {} for a heading here. {report}",
                agreeing(waiting, "waits", "wait")
            );
        }
    }
    state.overlays.clear();
    if target == Some(DraftTarget::Aloud) {
        act::read_aloud(state);
    }
    // The one that was met first lies on top.
    for moved in moved.into_iter().rev() {
        let picker = Picker::of_waiting(moved);
        state.overlays.push(Overlay::Picker(picker));
    }
    if !again && target.is_none() {
        act::go_on_from_library(state);
    }
    file::report_opened(state, FileKind::Draft, report, again);
}
