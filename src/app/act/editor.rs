//! Commands on a draft: moving about, rewriting by hand.

use super::change::changeable;
use super::comparison::ask_rewrite;
use super::{Effects, ask, ask_first};
use crate::app::command::Command;
use crate::app::consent::Consent;
use crate::app::editor::DraftEditor;
use crate::app::layout::{self, Pane};
use crate::app::overlay::{Comparison, Overlay, Picker, QuestionKind, TextPage};
use crate::app::state::State;
use crate::statement::whole_paragraph;
use crate::text::counted;

/// Does something with the draft that cannot fail.
pub(super) fn with(state: &mut State, with: fn(&mut DraftEditor)) {
    if let Some(editor) = &mut state.editor {
        with(editor);
    }
}

/// Turns to the next heading or to the one before; a text that is typed in is saved and left. Where the statement is all
/// that has room, the page that is turned to takes its place: what is turned to is always seen.
pub(super) fn turn(state: &mut State, forwards: bool) -> Option<Effects> {
    let shown = layout::editor(state.size, Pane::Statement)
        .findings
        .is_some();
    let editor = state.editor.as_mut()?;
    let typed = editor.typing.is_some();
    editor.stop_typing();
    editor.turn(forwards);
    if editor.pane == Pane::Statement {
        editor.follow_page();
    }
    if editor.pane == Pane::Statement && !shown {
        editor.go_to_pane(Pane::Findings);
    }
    typed.then(|| state.save())
}

/// Marks all findings that are meant, and says how many those are.
pub(super) fn mark_all(state: &mut State) {
    if let Some(editor) = &mut state.editor {
        editor.mark_all();
        let marked = counted(editor.marked(), "finding");
        let back = state.key(state.scope(), Command::Back);
        state.inform(format!("{marked} marked; {back} lets go of marks."));
    }
}

pub(super) fn go_to_pane(state: &mut State, from: fn(Pane) -> Pane) {
    if let Some(editor) = &mut state.editor {
        editor.go_to_pane(from(editor.pane));
    }
}

/// Goes to the pane to the right; in a form in which fields were just filled in, to the next of these.
pub(super) fn next_pane(state: &mut State) {
    let forms = |editor: &mut DraftEditor| match editor.goes_by_fields() {
        true => editor.go_to_field(true).map(|_| ()),
        false => {
            editor.go_to_pane(editor.pane.next());
            Ok(())
        }
    };
    let done = state.editor.as_deref_mut().map(forms);
    if let Some(done) = done {
        state.warn_on_err(done);
    }
}

pub(super) fn show_source(state: &mut State) {
    let editor = state.editor.as_mut();
    if !editor.is_some_and(|editor| editor.go_to_source()) {
        state.inform("These words are the framework's; the draft's own can be set under About.");
    }
}

pub(super) fn filter_evidence(state: &mut State) {
    let picker = state.editor.as_deref().map(Picker::of_evidence);
    state.overlays.extend(picker.map(Overlay::Picker));
}

pub(super) fn provenance(state: &mut State) {
    let page = state.editor.as_deref().and_then(TextPage::provenance);
    state.overlays.extend(page.map(Overlay::Page));
}

pub(super) fn take_over(state: &mut State) -> Option<()> {
    let kind = state.top_file();
    let taken = state.file(kind).filter(|file| file.taken);
    let who = taken?.read_only.clone().unwrap_or_default();
    ask_first(state, Consent::TakeOver(kind), &who);
    Some(())
}

/// Rewrites the sentence under the cursor by hand; where a hand edit has gone stale, shows both texts first.
pub(super) fn rewrite(state: &mut State) -> Option<()> {
    let editor = changeable(state)?;
    let at = editor
        .stale()
        .iter()
        .position(|it| it.sentence == Some(editor.sentence));
    if let Some(comparison) = at.and_then(|at| Comparison::of_stale(editor, at)) {
        state.overlays.push(Overlay::Comparison(comparison));
        return None;
    }
    let words = editor.document().sentence(editor.sentence).map(|sentence| {
        let mut by_hand = editor.assessment.overrides.iter().rev();
        let by_hand = by_hand.find(|it| it.sentence == sentence.key);
        let words = by_hand.map_or(&sentence.text, |it| &it.text);
        (sentence.key.clone(), words.clone())
    });
    let (key, words) = words?;
    ask_rewrite(state, &key, &words);
    Some(())
}

/// Asks why the sentence under the cursor is worded by hand.
pub(super) fn say_why(state: &mut State) -> Option<()> {
    let (key, why) = changeable(state)?.by_hand_here()?;
    let (asked, why) = (QuestionKind::WhyByHand(key.to_owned()), why.to_owned());
    let help = "For whoever reads the draft after you; it is not spoken.";
    ask(state, asked, "Why is it worded by hand?", help, &why);
    Some(())
}

pub(super) fn rewrite_paragraph(state: &mut State) -> Option<()> {
    let editor = changeable(state)?;
    let paragraph = editor.document().paragraphs.get(editor.sentence.0);
    let words = paragraph.map(|paragraph| {
        let whole = whole_paragraph(&editor.framework, paragraph);
        let mut by_hand = editor.assessment.overrides.iter();
        let words = by_hand.find(|it| it.sentence == whole.key);
        (whole.key, words.map_or(whole.text, |it| it.text.clone()))
    });
    let (key, words) = words?;
    ask_rewrite(state, &key, &words);
    Some(())
}

pub(super) fn back(state: &mut State) -> Option<Effects> {
    let editor = state.editor.as_mut()?;
    if editor.unmark() || editor.search.take().is_some() {
        return None;
    }
    // Who fills in a form is done with that first, whether the field is one to be typed in or one to be chosen.
    if editor.goes_by_fields() {
        editor.leave_form();
        return Some(state.save());
    }
    if editor.pane != Pane::Findings || !editor.leave_details() {
        editor.go_to_pane(Pane::Headings);
    }
    Some(state.save())
}
