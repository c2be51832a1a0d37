//! The library: every draft with what is left to do in it.

use super::rows::plain;
use super::{LinearLine, LinearView};
use crate::app::shown::{WAYS, WHAT, file_name, left_to_do, library_count, unfinished};
use crate::app::{DraftCard, Scope, State};

pub(super) fn view(state: &State) -> LinearView {
    let library = &state.library;
    let filter = library.filter();
    let mut lead = Vec::new();
    if library.cards.as_ref().is_some_and(Vec::is_empty) {
        lead.push(WHAT.to_owned());
        lead.extend(WAYS.iter().map(|(command, title, words)| {
            let name = state.key(Scope::Library, *command);
            format!("{name}: {title}, {words}.")
        }));
    } else if library.many() == 0 && !filter.is_empty() {
        lead.push("No draft has these words, in its name or inside.".to_owned());
    }
    let row = |card: &DraftCard| LinearLine::Row(words_of(state, card));
    let count = plain(&library_count(state));
    LinearView {
        id: format!("library {filter}"),
        title: match library.cards.as_ref().is_some_and(Vec::is_empty) {
            true => "The library: no draft yet.".to_owned(),
            false => format!("The library: {count}."),
        },
        lead,
        lines: library.shown().map(row).collect(),
        at: (library.many() > 0).then_some(library.at),
        detail: Vec::new(),
        prompt: "library".to_owned(),
        ..LinearView::default()
    }
}

/// Returns a draft in a line.
fn words_of(state: &State, card: &DraftCard) -> String {
    let (left, _) = left_to_do(card);
    let left = match card.inspection {
        Some(_) => left,
        None if card.broken.is_some() || card.sealed || left == "all chosen" => left,
        None => format!("to choose: {left}"),
    };
    let waits = unfinished(state, card).unwrap_or_default();
    let parts = [
        card.subject.as_str(),
        card.year_beside_name(),
        &left,
        &waits,
        &card.framework,
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(plain).collect();
    let mut words = format!("{}; {}", parts.join(", "), file_name(card));
    if let Some(found) = state.library.inside(card) {
        words = format!("{words} – {} ({})", found.words, plain(&found.note));
    }
    words
}
