//! Findings that are marked: nobody who hears lines sees the marks, so a number means its row, and whatever is done to
//! several names them.

use assay::app::{Scope, TABLE};

use super::laws::{at_example, draft, leave_all};
use crate::support::home::Home;
use crate::support::listener::{Listener, begin_draft, hears, written};

const WORDS: [&str; 4] = [
    "The force answers emergency calls in time.",
    "The force listens to victims at every stage.",
    "The force keeps a record of each vulnerable child.",
    "The force visits victims of burglary within a day.",
];

/// A new draft with four strengths under one heading: their rows are 3 to 6.
fn at_four(home: &Home) -> Listener {
    let mut listener = begin_draft(home);
    listener.say("go Victims");
    for words in WORDS {
        listener.say_all(&["add-strength", words, "."]);
    }
    listener
}

#[test]
fn what_is_marked_is_told_by_each_answer_and_a_number_is_done_to_no_other_row() {
    let home = Home::new();
    let mut listener = at_four(&home);
    listener.say("mark 4");
    hears(
        &listener,
        "1 finding is marked, on this page 4; “back” lets go of marks.",
    );
    listener.say("mark 5");
    hears(&listener, "2 findings are marked, on this page 4, 5");
    for line in ["where", "next", "previous", "list", "grade good"] {
        listener.say(line);
        hears(&listener, "2 findings are marked, on this page 4, 5.");
    }
    for line in [
        "delete 3",
        "move-up 6",
        "kind 3",
        "frame 3",
        "kind 3 context",
        "evidence 6",
    ] {
        listener.say(line);
        hears(&listener, "Nothing was done");
        hears(&listener, "4, “The force listens to victims");
        assert_eq!(
            listener.prompt, "Victims>",
            "{line}: {}",
            listener.transcript
        );
    }
    for words in WORDS {
        assert!(written(&home).contains(words), "{}", listener.transcript);
    }
    listener.say("kind");
    hears(
        &listener,
        "The 2 findings that are marked: “The force listens to victims",
    );
    listener.say("");
    listener.say("go Overall");
    hears(
        &listener,
        "2 findings are marked, none of them on this page",
    );
    listener.say("go Victims");
    listener.say("delete");
    hears(&listener, "Deleted 2 findings");
    hears(&listener, "“The force listens to victims");
    hears(&listener, "“The force keeps a record");
    hears(&listener, "No finding is marked any more.");
    listener.say("where");
    assert!(
        !listener.heard().contains("marked"),
        "{}",
        listener.transcript
    );
    listener.say("undo");
    listener.say("mark 3");
    listener.say("back");
    hears(&listener, "No finding is marked any more.");
    assert_eq!(listener.prompt, "Victims>", "{}", listener.transcript);
    listener.hang_up();
    for words in WORDS {
        assert!(written(&home).contains(words));
    }
}

#[test]
fn what_is_moved_is_told_by_its_own_row_and_what_it_stands_behind() {
    let home = Home::new();
    let mut listener = at_four(&home);
    listener.say("mark 4");
    listener.say("mark 5");
    listener.say("go 3");
    listener.say("move-down");
    hears(&listener, "“The force listens to victims");
    hears(&listener, "is 5 now: behind “The force visits");
    hears(&listener, "is 6 now: the last, behind “The force listens");
    listener.say("move-to");
    let overall = listener.find(|row| row.starts_with("Overall") || row.starts_with("The whole"));
    let overall = overall.unwrap_or_else(|| listener.number("Crime prevention"));
    listener.say(&overall.to_string());
    hears(&listener, "is 8 now: the first, before");
    hears(&listener, "is 9 now: the last, behind");
    hears(&listener, "The 2 findings that are marked");
    listener.say("undo");
    listener.say("back");
    listener.say("move-up 4");
    hears(&listener, "is 3 now: the first, before “The force answers");
    // What is added behind the row at hand is told of as much.
    listener.say("go 3");
    listener.say("add-context");
    hears(&listener, "is 4 now: behind “The force visits");
    listener.hang_up();
}

#[test]
fn no_command_with_a_number_reaches_findings_that_are_marked_elsewhere() {
    let left_out = [
        "close",
        "quit",
        "undo",
        "redo",
        "save-as",
        "settings",
        "last-year",
        "change-framework",
        "go-back",
        "go-forward",
        "copy-statement",
        "take-over",
        "walk",
        "print",
        "read-aloud",
        "suspend",
        "palette",
        "help",
        "find",
    ];
    let commands = TABLE.iter().filter(|it| it.is_in(Scope::Findings));
    for entry in commands.filter(|it| !left_out.contains(&it.name)) {
        let (_home, mut session) = at_example();
        for line in ["go Legitimacy", "list"] {
            session.answer(line);
        }
        let said = session.answer("list");
        let rows: Vec<&str> = said
            .iter()
            .filter(|line| {
                line.contains(". strength: ") || line.contains(". area for improvement: ")
            })
            .filter_map(|line| Some(line.split_once('.')?.0))
            .collect();
        let [first, others @ ..] = rows.as_slice() else {
            panic!("no findings: {said:?}");
        };
        for row in others {
            session.answer(&format!("mark {row}"));
        }
        let before = draft(&session).expect("a draft");
        let marked = |session: &assay::linear::LinearSession| -> Vec<String> {
            let editor = session.state().editor.as_ref().expect("a draft");
            let all = 0..before.findings.len();
            let all = all.filter(|at| editor.is_marked(*at));
            all.map(|at| before.findings[at].id.clone()).collect()
        };
        let ids = marked(&session);
        assert!(!ids.is_empty(), "{said:?}");
        session.answer(&format!("{} {first}", entry.name));
        session.answer("2");
        leave_all(&mut session);
        let after = draft(&session).expect("a draft");
        for id in ids {
            assert_eq!(before.finding(&id), after.finding(&id), "{}", entry.name);
        }
    }
}
