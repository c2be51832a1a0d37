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
/// Before the key of a sentence, or of a paragraph.
pub(super) const WORDING: &str = "wording of ";
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

/// Returns true where a box of this name can be opened in a draft as it is: what it is about is in it.
pub fn has_box(
    on: &str,
    (draft, framework): (&Assessment, &Framework),
    document: &Document,
) -> bool {
    let stands = |on: &str| draft.place_of(&Address::parse(on, draft)).is_some();
    let mut heads = [EVIDENCE_FOR, EVIDENCE_AGAINST, FIGURE_NAME].into_iter();
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
    let reason = on
        .strip_prefix(REASON)
        .and_then(|on| on.split_once(STANDS_AT));
    reason.is_none_or(|(_, on)| match Address::parse(on, draft) {
        Address::Sentence(key) => key.is_empty() || stands(on) || spoken(&key),
        _ => true,
    })
}
