//! The drafts of the library, in words.

use super::WordTone;
use crate::app::card::DraftCard;
use crate::app::state::State;
use crate::text::{agreeing, counted, visible_line};

/// Returns what is still to be chosen in a draft, in a few words: grades, the opening. What the checks tell stands beside
/// the list.
pub fn left_to_do(card: &DraftCard) -> (String, WordTone) {
    if card.broken.is_some() {
        return ("! cannot be opened".to_owned(), WordTone::Error);
    }
    if card.sealed {
        return ("sealed".to_owned(), WordTone::Quiet);
    }
    if let Some(drafts) = card.inspection {
        let words = format!("inspection of {drafts}");
        return (words, WordTone::Quiet);
    }
    let open = card.grades.len() - card.settled();
    let words = match (open, card.lacks_opening) {
        (0, false) => return ("all chosen".to_owned(), WordTone::Quiet),
        (0, true) => "no opening".to_owned(),
        (open, false) => format!("{open} to grade"),
        (open, true) => format!("{open} to grade, opening"),
    };
    (words, WordTone::Warning)
}

/// Returns what waits of a draft and is not in its file, in a few words.
pub fn unfinished(state: &State, card: &DraftCard) -> Option<String> {
    let waits = state.library.unfinished(card)?;
    let edits = (waits.edits > 0).then(|| format!("{} not saved", counted(waits.edits, "edit")));
    let texts = (waits.texts > 0).then(|| "words wait".to_owned());
    let parts: Vec<String> = edits.into_iter().chain(texts).collect();
    Some(parts.join(", "))
}

/// Returns the same in a sentence, with what to do.
pub fn unfinished_in_full(state: &State, card: &DraftCard) -> Option<String> {
    let waits = state.library.unfinished(card)?;
    let what = match (waits.edits, waits.texts) {
        (0, _) => "Words that were typed here wait for their place".to_owned(),
        (edits, 0) => format!("{} not in the file", are(edits)),
        (edits, _) => format!(
            "{} not in the file, and words wait for their place",
            are(edits)
        ),
    };
    Some(format!("{what}: opening the draft brings them back."))
}

fn are(edits: usize) -> String {
    format!(
        "{} {}",
        counted(edits, "edit"),
        agreeing(edits, "is", "are")
    )
}

/// Returns the name of a draft's file.
pub fn file_name(card: &DraftCard) -> String {
    let name = card.path.file_name().unwrap_or_default().to_string_lossy();
    visible_line(&name).into_owned()
}

/// Returns how many drafts there are, or how many have the words that are looked for, behind a sign that words wait.
pub fn library_count(state: &State) -> String {
    let library = &state.library;
    let many = library.many();
    let count = match (&library.cards, library.filter()) {
        (None, _) => "reading the folder …".to_owned(),
        (Some(_), "") if library.filling => format!("reading, {many} so far"),
        (Some(cards), "") if cards.is_empty() => String::new(),
        (Some(cards), "") => {
            let inspections = cards.iter().filter(|card| card.inspection.is_some());
            let inspections = inspections.count();
            let drafts = counted(many - inspections, "draft");
            match inspections {
                0 => drafts,
                some => format!("{drafts} · {}", counted(some, "inspection")),
            }
        }
        (Some(cards), filter) => {
            let on = if library.looking {
                ", looking inside …"
            } else {
                ""
            };
            format!("{many} of {} with “{filter}”{on}", cards.len())
        }
    };
    match (library.words_wait(), count.as_str()) {
        (false, _) => count,
        (true, "") => state.words_wait_told(),
        (true, count) => format!("{} · {count}", state.words_wait_told()),
    }
}
