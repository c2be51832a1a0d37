//! What comes out of the files of others: old statements, and evidence and figures, each shown before it is in the draft.

use super::Effects;
use super::change::changeable;
use crate::app::command::Command;
use crate::app::editor::Choice;
use crate::app::effect::{Effect, OldStatement};
use crate::app::overlay::{AwaitedNews, Overlay, Picker, PickerPurpose, Question, QuestionKind};
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::assessment::Item;
use crate::exchange::{ImportSource, OfferedItem, Standing};
use crate::text::{agreeing, counted};

/// Makes a draft of an old statement that was read. Whoever has gone on to something else meanwhile is told of it.
pub(in crate::app) fn begin_old(state: &mut State, old: OldStatement) -> Effects {
    if state.files().next().is_none() && state.overlays.is_empty() {
        return vec![Effect::BeginOld(old)];
    }
    let key = state.key(Scope::Library, Command::NewDraft);
    state.inform(format!(
        "“{}” is read; {key} with its path, in the library, makes its draft.",
        old.name
    ));
    Vec::new()
}

/// Asks for a file or a folder.
pub(super) fn ask(state: &mut State) -> Option<()> {
    changeable(state)?;
    let help = "A table saved as CSV, with a name over each column; notes, cut at their headings; or a folder \
                whose files are evidence. From the draft's folder, or a whole path.";
    let question = Question::new(
        QuestionKind::ImportFrom,
        "Which file or folder do they come from?",
        help,
        "",
    );
    state.overlays.push(Overlay::Question(question));
    Some(())
}

/// Shows what a file has that the draft has not.
pub(in crate::app) fn offer(state: &mut State, of: &str, name: &str, source: &ImportSource) {
    let Some(editor) = state
        .editor
        .as_deref()
        .filter(|it| it.assessment.head.id == of)
    else {
        return;
    };
    // Whoever is at work meanwhile is not disturbed.
    if state.typed_field().is_some() || !state.overlays.is_empty() {
        let key = state.key(Scope::Findings, Command::ImportEvidence);
        return state.inform(format!(
            "“{name}” is read; {key} with its name, on the page of evidence, shows what it has."
        ));
    }
    let offered = source.offers(&editor.assessment);
    // Its name waits in its box until what it has was shown.
    state.came_about(&AwaitedNews::ImportRead);
    let told = source.told();
    let note = note(&offered, &told);
    let new = offered
        .into_iter()
        .filter(|offered| offered.standing == Standing::New);
    let new: Vec<OfferedItem> = new.collect();
    if new.is_empty() {
        return state.inform(format!("Nothing of “{name}” comes in. {note}"));
    }
    let all = Choice::plain(
        &format!("all {}", counted(new.len(), "item")),
        "Each of those below comes in; undo takes all of them out again.",
        false,
    );
    let choices = std::iter::once(all).chain(new.iter().map(choice)).collect();
    let items = new.into_iter().map(|offered| offered.item).collect();
    let title = format!("From {name}");
    let mut picker = Picker::over(&title, PickerPurpose::Import(items), choices);
    picker.note = note;
    state.overlays.push(Overlay::Picker(picker));
}

fn choice(offered: &OfferedItem) -> Choice {
    let fields = offered.item.fields();
    // Its name stands before them.
    let named = |key: &str| matches!(key, "title" | "label");
    let values = fields.specs().iter().enumerate();
    let values = values.filter(|(_, spec)| !named(spec.key));
    let values =
        values.filter_map(|(nth, spec)| Some(format!("{}: {}", spec.key, fields.value(nth)?)));
    let told = offered.told.iter().map(|told| format!("! {told}"));
    let meaning: Vec<String> = values.chain(told).collect();
    Choice::plain(offered.name(), &meaning.join(" · "), false)
}

/// Returns what is told of the rows that do not come in.
fn note(offered: &[OfferedItem], more: &[String]) -> String {
    let many = |is: fn(&Standing) -> bool| offered.iter().filter(|it| is(&it.standing)).count();
    let same = many(|it| matches!(it, Standing::Same(_)));
    let differ = many(|it| matches!(it, Standing::Differs(..)));
    let nameless = many(|it| matches!(it, Standing::Nameless));
    let told = |many: usize, words: &str| {
        let verb = agreeing(many, "is", "are");
        (many > 0).then(|| format!("{} {verb} {words}", counted(many, "row")))
    };
    let parts = [
        told(same, "there already"),
        told(differ, "otherwise in the draft, which stays as it is"),
        told(nameless, "without a name"),
    ];
    let parts = parts.into_iter().flatten().chain(more.iter().cloned());
    let parts: Vec<String> = parts.collect();
    match parts.is_empty() {
        true => String::new(),
        false => format!("{}.", parts.join("; ")),
    }
}

/// Takes the lit item in, or all; the list stays where others are left.
pub(super) fn take(state: &mut State, mut picker: Picker) -> Option<Effects> {
    let at = picker.chosen_at()?;
    let PickerPurpose::Import(items) = &mut picker.purpose else {
        return None;
    };
    let taken: Vec<Item> = match at.checked_sub(1) {
        None => std::mem::take(items),
        Some(nth) if nth < items.len() => vec![items.remove(nth)],
        Some(_) => return None,
    };
    let left = items.len();
    let done = changeable(state)?.take_in_items(taken);
    let told = state.warn_on_err(done)?;
    let undo = state.key(Scope::Findings, Command::Undo);
    let leave = state.key(Scope::Choosing, Command::Back);
    state.inform(match left {
        0 => format!("{told}; {undo} takes that back."),
        _ => format!("{told}; {leave} when that is all."),
    });
    if left > 0 {
        picker.remove(at);
        picker.rename_first(&format!("all {}", counted(left, "item")));
        state.overlays.push(Overlay::Picker(picker));
    }
    Some(state.save())
}
