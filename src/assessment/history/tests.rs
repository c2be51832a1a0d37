#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use crate::assessment::{Place, SubjectField, Value};

fn set(field: SubjectField, before: &str, after: &str) -> Edit {
    let value = |text: &str| (!text.is_empty()).then(|| Value::Text(text.into()));
    Edit::Set {
        place: Place::Subject(field),
        before: value(before),
        after: value(after),
    }
}

#[test]
fn a_step_that_no_longer_fits_is_neither_half_undone_nor_forgotten() {
    let (mut draft, mut history) = (Assessment::default(), History::default());
    for (edit, together) in [
        (set(SubjectField::Name, "", "Kent Police"), false),
        (set(SubjectField::Spoken, "", "Kent"), true),
    ] {
        history.make(edit, together, &mut draft).unwrap();
    }
    // Someone else changes the value that the step would take back last.
    draft.subject.name = "Kent".into();
    let before = draft.clone();
    assert_eq!(history.undo(&mut draft), None);
    assert_eq!((&draft, history.depth()), (&before, 1));

    draft.subject.name = "Kent Police".into();
    assert!(history.undo(&mut draft).is_some());
    assert_eq!(draft, Assessment::default());
    draft.subject.spoken = "the force".into();
    let before = draft.clone();
    assert_eq!(history.redo(&mut draft), None);
    assert_eq!(draft, before);
    draft.subject.spoken.clear();
    assert_eq!(
        history.redo(&mut draft).map(|step| step.edits.len()),
        Some(2)
    );
}

#[test]
fn a_history_that_is_read_back_undoes_like_the_one_that_was_made() {
    let edits = [
        (set(SubjectField::Name, "", "K"), false),
        (set(SubjectField::Name, "K", "Ke"), true),
        (set(SubjectField::Noun, "", "service"), false),
    ];
    let (mut draft, mut made) = (Assessment::default(), History::default());
    let mut read = History::default();
    for (edit, together) in &edits {
        made.make(edit.clone(), *together, &mut draft).unwrap();
        read.remember(edit.clone(), *together);
    }
    made.undo(&mut draft);
    read.remember_undo();
    made.undo(&mut draft);
    read.remember_undo();
    made.redo(&mut draft);
    read.remember_redo();
    assert_eq!(read.steps(), made.steps());
    assert_eq!(read.steps()[0].edits.len(), 2);
    assert_eq!(read.redo(&mut draft), made.undone.last().cloned());
    assert_eq!(
        (draft.subject.noun.as_str(), draft.subject.name.as_str()),
        ("service", "Ke")
    );

    // An undone step is closed: nothing joins it, and nothing is left to make again.
    read.remember_undo();
    read.remember(set(SubjectField::Name, "Ke", "Kent"), true);
    assert_eq!((read.depth(), read.undone.len()), (2, 0));
}
