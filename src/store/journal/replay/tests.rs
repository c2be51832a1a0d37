#![allow(clippy::unwrap_used)]
use super::*;
use crate::assessment::{Edit, Place, SubjectField, Value};

/// Found by fuzzing: the replay made two steps of one, and the next undo took back half of it.
#[test]
fn what_joined_a_step_that_was_made_again_is_taken_back_with_it_after_a_replay_too() {
    let set = |before: &str, after: &str| Edit::Set {
        place: Place::Subject(SubjectField::Name),
        before: Some(Value::Text(before.into())).filter(|_| !before.is_empty()),
        after: Some(Value::Text(after.into())),
    };
    let (mut draft, mut made) = (Assessment::default(), History::default());
    made.make(set("", "Kent"), false, &mut draft).unwrap();
    made.undo(&mut draft).unwrap();
    made.redo(&mut draft).unwrap();
    made.reopen();
    made.make(set("Kent", "Kent Police"), true, &mut draft)
        .unwrap();
    made.undo(&mut draft).unwrap();
    assert_eq!(draft, Assessment::default());

    let name = JournalName::new("", Path::new(""));
    let lines: Vec<String> = made.take_log().iter().map(|it| line(0, it)).collect();
    let replay = Replay::of_lines(&name, Base::new(""), 0, &lines, &RecordProtection::Open);
    for done in 0..=replay.entries.len() {
        let mut again = Assessment::default();
        for (nth, wanted) in ["Kent", "", "Kent", "Kent Police", ""].iter().enumerate() {
            if nth < done {
                again.subject.name = (*wanted).to_owned();
            }
        }
        let history = replay.apply_to(done, &mut again).unwrap();
        assert_eq!((again, history.depth()), (draft.clone(), 0), "{done}");
    }
}
