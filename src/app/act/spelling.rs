//! A misspelt word: the list of what can be done about it, and its consequences. What is likely to be meant takes some
//! hundredths of a second to find, and comes into the list when it is found.

use super::Effects;
use super::change::changeable;
use crate::app::editor::{MisspeltWord, Slip};
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, Picker, PickerPurpose, SpellingAnswer};
use crate::app::state::State;

/// Lists what can be done about a misspelt word.
pub(super) fn list(state: &mut State, slip: &Slip) -> Option<Effects> {
    let word = changeable(state)?.misspelt_word(slip)?;
    let effect = Effect::Suggest(word.word.clone());
    state
        .overlays
        .push(Overlay::Picker(Picker::of_spelling(word, None)));
    Some(vec![effect])
}

/// Puts the spellings that were found for a word into the list of it, where that is still open.
pub(in crate::app) fn take_spellings(state: &mut State, word: &str, spellings: Vec<String>) {
    let listed = state.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Picker(picker) => match &picker.purpose {
            PickerPurpose::Spelling(of, _) if of.word == word => Some((of.clone(), picker)),
            _ => None,
        },
        _ => None,
    });
    if let Some((of, picker)) = listed {
        let lit = picker.chosen().map(|choice| choice.label.clone());
        let before = std::mem::replace(picker, Picker::of_spelling(of, Some(spellings)));
        picker.resume_at(before, lit.as_deref());
    }
}

/// Does what was chosen.
pub(super) fn chosen(
    state: &mut State,
    word: &MisspeltWord,
    answer: &SpellingAnswer,
) -> Option<Effects> {
    let editor = changeable(state)?;
    let done = match answer {
        SpellingAnswer::Spelling(by) => editor.respell(word, by),
        SpellingAnswer::OfDraft => editor.know_word(&word.word),
        SpellingAnswer::OfHouse => {
            editor.is_known_now(&word.word);
            return Some(vec![Effect::AddHouseWord(word.word.clone())]);
        }
        SpellingAnswer::Here => editor.let_word_stand(word),
    };
    state.report(done);
    Some(state.save())
}
