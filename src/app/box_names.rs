//! The names of the boxes of a draft that are about something in it, and whether each can still be opened: what it is
//! about may be in the draft no more.

use crate::assessment::{Address, Assessment, Framework};
use crate::statement::{Document, whole_paragraph};

/// Before the address of a finding.
pub(super) const EVIDENCE_FOR: &str = "evidence for ";
/// Before the address of a finding.
pub(super) const EVIDENCE_AGAINST: &str = "evidence against ";
/// Before the address of a figure.
pub(super) const FIGURE_NAME: &str = "new name of figure ";
/// Before the address of a text.
pub(super) const NUMBER_IN: &str = "what a number counts in ";
/// Before the key of a sentence, or of a paragraph.
pub(super) const WORDING: &str = "wording of ";
/// Before the key of a sentence, or of a paragraph, that is worded by hand.
pub(super) const WHY_BY_HAND: &str = "reason for the wording of ";
/// Before what a paragraph is about, in its key.
const WHOLE: &str = "paragraph.";
/// Before a rule.
pub(super) const REASON: &str = "reason why ";
/// Between a rule and the address of its problem.
pub(super) const STANDS_AT: &str = " stands at ";
/// Before what a list that is narrowed is called.
pub(super) const SEARCH: &str = "search in ";

/// Returns true where the words of a box narrow a list: nobody waits for them.
pub fn is_search(on: &str) -> bool {
    on.starts_with(SEARCH)
}

/// The names of the lists that are empty whenever they are opened, since other things are looked for each time.
pub(super) const KEYS: &str = "the keys";
pub(super) const COMMANDS: &str = "the commands";

/// Returns true where the words of a list are put in again by a key only.
pub fn is_search_by_key(on: &str) -> bool {
    let list = on.strip_prefix(SEARCH);
    list.is_some_and(|list| [KEYS, COMMANDS].contains(&list))
}

/// Returns the name of a box of a draft for people: what it is about by its words, and not by an id.
pub fn box_told(on: &str, draft: &Assessment, framework: &Framework) -> String {
    told(on, |item| {
        let place = draft.place_of(&Address::parse(item, draft))?;
        Some(place.named(draft, framework))
    })
}

/// Returns the same of a box whose draft has no more what it is about.
pub(super) fn closed_box_told(on: &str) -> String {
    told(on, |_| None)
}

fn told(on: &str, named: impl Fn(&str) -> Option<String>) -> String {
    let heads = [
        (EVIDENCE_FOR, "a finding that is gone"),
        (EVIDENCE_AGAINST, "a finding that is gone"),
        (FIGURE_NAME, "that is gone"),
        (NUMBER_IN, "a text that is gone"),
        (WORDING, "a sentence"),
        (WHY_BY_HAND, "a sentence"),
    ];
    let mut about = heads.into_iter().filter_map(|(head, gone)| {
        let item = on.strip_prefix(head)?;
        let by_key = [WORDING, WHY_BY_HAND].contains(&head);
        let name = named(item).filter(|_| !by_key);
        let gone = match item.starts_with(WHOLE) && by_key {
            true => "a paragraph",
            false => gone,
        };
        Some(format!("{head}{}", name.as_deref().unwrap_or(gone)))
    });
    about.next().unwrap_or_else(|| on.to_owned())
}

/// Returns true where a box of this name can be opened in a draft as it is: what it is about is in it.
pub fn has_box(
    on: &str,
    (draft, framework): (&Assessment, &Framework),
    document: &Document,
) -> bool {
    let stands = |on: &str| draft.place_of(&Address::parse(on, draft)).is_some();
    let mut heads = [EVIDENCE_FOR, EVIDENCE_AGAINST, FIGURE_NAME, NUMBER_IN].into_iter();
    if let Some(item) = heads.find_map(|head| on.strip_prefix(head)) {
        return stands(item);
    }
    let spoken = |key: &str| {
        let by_hand = draft.overrides.iter().any(|it| it.sentence == key);
        by_hand
            || document.paragraphs.iter().any(|paragraph| {
                let mut sentences = paragraph.sentences.iter();
                sentences.any(|it| it.key == key)
                    || whole_paragraph(framework, paragraph).key == key
            })
    };
    if let Some(key) = on.strip_prefix(WORDING) {
        return spoken(key);
    }
    if let Some(key) = on.strip_prefix(WHY_BY_HAND) {
        return draft.overrides.iter().any(|it| it.sentence == key);
    }
    let reason = on
        .strip_prefix(REASON)
        .and_then(|on| on.split_once(STANDS_AT));
    reason.is_none_or(|(_, on)| match Address::parse(on, draft) {
        Address::Sentence(key) => key.is_empty() || stands(on) || spoken(&key),
        _ => true,
    })
}
