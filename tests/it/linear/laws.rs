//! Laws of lines, from random ones: no word is lost, undo is complete, no escape sequence is ever said.

use std::cell::RefCell;

use assay::app::{Effect, Message, Scope, TABLE};
use assay::assessment::Assessment;
use assay::config::Config;
use assay::linear::{LinearSession, LinearWorld};
use assay::tui::{Folders, SettingsFile};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::support::home::Home;

const EXAMPLE: &str = include_str!("../../../assets/examples/annual.toml");

/// Nothing beside files.
struct Nowhere;

impl LinearWorld for Nowhere {
    fn perform(&mut self, _: Effect) -> Vec<Message> {
        Vec::new()
    }
}

fn session(home: &Home) -> LinearSession {
    let folders = Folders {
        drafts: home.drafts(),
        frameworks: home.path().join("frameworks"),
        state: home.path().join("state/assay"),
    };
    let settings = SettingsFile {
        path: home.path().join("config.toml"),
        themes: Vec::new(),
        colourless: true,
    };
    let config = Config::default();
    LinearSession::new(&folders, &config, settings, Box::new(Nowhere), || {
        "10:42".to_owned()
    })
}

pub(super) fn at_example() -> (Home, LinearSession) {
    let home = Home::new();
    let path = home.write("data/assay/draft.toml", EXAMPLE);
    let mut session = session(&home);
    session
        .begin(Some(path), Vec::new)
        .expect("the example opens");
    (home, session)
}

/// Commands of a draft; what closes it, or asks for another file or for words to look for, is not among them.
fn command() -> impl Strategy<Value = String> {
    let left_out = [
        "close",
        "quit",
        "save-as",
        "settings",
        "find",
        "last-year",
        "change-framework",
        "go-back",
        "go-forward",
        "palette",
        "help",
        "filter-evidence",
        "suspend",
        "copy-statement",
        "read-aloud",
        "edit-outside",
        "forget-waiting",
        "take-over",
        "replace",
        "walk",
        "print-write",
    ];
    let names: Vec<&str> = TABLE
        .iter()
        .filter(|entry| {
            let mut scopes = entry.scopes();
            scopes.any(|it| {
                matches!(
                    it,
                    Scope::Findings | Scope::Headings | Scope::Statement | Scope::Typing
                )
            })
        })
        .map(|entry| entry.name)
        .filter(|name| !left_out.contains(name))
        .collect();
    prop_oneof![
        3 => prop::sample::select(names.clone()).prop_map(str::to_owned),
        1 => prop::sample::select(names).prop_map(|name| format!(".{name}")),
    ]
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => command(),
        3 => (1..14_usize).prop_map(|number| number.to_string()),
        2 => Just(String::new()),
        2 => Just(".".to_owned()),
        2 => prop::sample::select(vec![
            "add-strength", "add-improvement", "go Victims", "go Figures", "go Evidence", "go About", "findings",
            "statement", "next", "previous", "list", "where", "read", "help", ".add", "undo", "details",
            "go 2", "go 5", ".help", ".where", ".undo", ".frame", "add-\t", ".un\t", "problems", "1", "2",
        ]).prop_map(str::to_owned),
        4 => "[a-z]{2,9}".prop_map(|word| format!("The zq{word} of the officers is seen.")),
    ]
}

/// The draft, and all words that wait or stand in boxes of it.
fn all_words(session: &LinearSession) -> String {
    let state = session.state();
    let editor = state.editor.as_ref();
    let draft = editor.map(|it| format!("{:?} {:?}", it.assessment, it.file.kept));
    let boxes: Vec<&str> = state
        .overlays
        .iter()
        .filter_map(|it| it.field())
        .map(|it| it.text())
        .collect();
    format!("{draft:?} {:?} {boxes:?}", state.library.kept)
}

pub(super) fn draft(session: &LinearSession) -> Option<Assessment> {
    session
        .state()
        .editor
        .as_ref()
        .map(|it| it.assessment.clone())
}

/// Leaves whatever is open over the panes of the draft.
pub(super) fn leave_all(session: &mut LinearSession) {
    for _ in 0..12 {
        let state = session.state();
        let is_typing = state.editor.as_ref().is_some_and(|it| it.typing.is_some());
        match (state.overlays.is_empty(), is_typing) {
            (true, false) => return,
            (true, true) => drop(session.answer(".")),
            _ => drop(session.answer("")),
        }
    }
}

thread_local! {
    static LAST: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_undo_is_complete_and_nothing_but_words_is_said(lines in vec(line(), 1..30)) {
        LAST.with(|last| last.borrow_mut().clear());
        let (_home, mut session) = at_example();
        let before = draft(&session);
        for line in &lines {
            let narrows = session.state().overlays.last().and_then(|it| it.field()).is_some_and(|_| {
                matches!(session.state().scope(), Scope::Choosing | Scope::Searching)
            });
            let said = session.answer(line);
            LAST.with(|last| last.borrow_mut().push(format!("> {line}\n{}", said.join("\n"))));
            let told = || LAST.with(|last| last.borrow().join("\n"));
            prop_assert!(!said.is_empty(), "no line is without an answer: {}", told());
            for words in said.iter().chain([&session.prompt()]) {
                prop_assert!(!words.contains('\x1b'), "{}", told());
                prop_assert!(!words.contains('\n'), "a line is a line: {}", told());
            }
            prop_assert!(!session.is_over(), "{}", told());
            if let Some(mark) = line.split(' ').find(|word| word.starts_with("zq")) && !narrows {
                prop_assert!(all_words(&session).contains(mark), "{mark} is lost: {}", told());
            }
        }
        leave_all(&mut session);
        let told = || LAST.with(|last| last.borrow().join("\n"));
        let after = draft(&session);
        let mut steps = 0;
        while session.state().editor.as_ref().is_some_and(|it| it.undo_depth() > 0) {
            session.answer("undo");
            leave_all(&mut session);
            steps += 1;
            prop_assert!(steps < 400, "undo goes on: {}", told());
        }
        prop_assert_eq!(draft(&session), before, "{}", told());
        // Steps that came to nothing, as what was added and left empty, are passed over either way.
        for _ in 0..steps {
            if draft(&session) == after {
                break;
            }
            session.answer("redo");
            leave_all(&mut session);
        }
        prop_assert_eq!(draft(&session), after, "{}", told());
    }

    #[test]
    fn the_same_lines_are_always_told_the_same(lines in vec(line(), 1..12)) {
        let tell = || {
            let (_home, mut session) = at_example();
            let said: Vec<String> = lines.iter().flat_map(|line| session.answer(line)).collect();
            said
        };
        let (one, other) = (tell(), tell());
        let plain = |said: Vec<String>| -> Result<Vec<String>, TestCaseError> { Ok(said) };
        prop_assert_eq!(plain(one)?, plain(other)?);
    }
}
