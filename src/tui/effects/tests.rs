#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::path::Path;

use super::*;
use crate::app::{
    BoxJournal, DraftStatus, FileContent, FileNews, InspectionNews, JournalNote, State,
};
use crate::assessment::JournalStanding;

const EXAMPLE: &str = include_str!("../../../assets/examples/annual.toml");

fn runner(folder: &Path) -> (EffectRunner, Receiver<Message>) {
    let (post, inbox) = channel();
    let folders = Folders {
        drafts: folder.to_owned(),
        frameworks: folder.join("frameworks"),
        state: folder.join("state"),
    };
    let runner = EffectRunner::new(&folders, &Config::default(), post, String::new);
    (runner, inbox)
}

#[test]
fn a_large_folder_keeps_nobody_waiting_who_asks_for_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..3 * AT_ONCE {
        let text = EXAMPLE.replacen("id = \"", &format!("id = \"n{at}-"), 1);
        std::fs::write(folder.path().join(format!("{at}.toml")), text).unwrap();
    }
    let (mut runner, inbox) = runner(folder.path());
    runner.carry_out(Effect::List);
    assert!(inbox.try_recv().is_err(), "nothing is read yet");
    runner.read_more();
    let first = inbox.try_recv().unwrap();
    let Message::Library(LibraryNews::Listed { cards, first, .. }) = first else {
        panic!("the first drafts: {first:?}");
    };
    assert!(first && cards.len() == AT_ONCE);
    // A draft is opened before the rest is read.
    runner.carry_out(Effect::Open(folder.path().join("7.toml")));
    assert!(matches!(inbox.try_recv().unwrap(), Message::OpenedDraft(_)));
    // Asked once more, the folder is read from its beginning.
    runner.carry_out(Effect::List);
    let mut library = crate::app::Library::default();
    while !runner.pending.is_empty() {
        runner.read_more();
        match inbox.try_recv().unwrap() {
            Message::Library(news) => library.take_news(news),
            other => panic!("{other:?}"),
        }
        let many = library.cards.as_ref().unwrap().len();
        assert_eq!(
            library.filling,
            many < 3 * AT_ONCE,
            "it grows as it is read"
        );
    }
}

#[test]
fn drafts_of_an_inspection_come_a_few_at_a_time_and_saving_goes_before_them() {
    let folder = tempfile::tempdir().unwrap();
    let named: Vec<String> = (0..40).map(|at| format!("{at}.toml")).collect();
    let list: Vec<String> = named.iter().map(|name| format!("\"{name}\"")).collect();
    let path = folder.path().join("i.toml");
    let text = format!("format = 1\nid = \"i\"\ndrafts = [{}]\n", list.join(", "));
    std::fs::write(&path, &text).unwrap();
    std::fs::write(folder.path().join("3.toml"), EXAMPLE).unwrap();
    let (mut runner, inbox) = runner(folder.path());
    runner.carry_out(Effect::Open(path.clone()));
    let Message::Inspection(InspectionNews::Opened { file: opened, .. }) =
        inbox.try_recv().unwrap()
    else {
        panic!("the inspection");
    };
    runner.carry_out(Effect::ReadDrafts {
        inspection: path,
        named,
    });
    runner.read_more();
    let Message::Inspection(InspectionNews::Read { read, .. }) = inbox.try_recv().unwrap() else {
        panic!("the first drafts");
    };
    let good = read
        .iter()
        .filter(|(_, it)| matches!(it, DraftStatus::Read(_)));
    assert_eq!((read.len(), good.count()), (16, 1));
    runner.carry_out(Effect::Save {
        content: FileContent::Inspection(Box::new(opened.reopened.document)),
        revision: 1,
    });
    assert!(matches!(
        inbox.try_recv().unwrap(),
        Message::File(FileKind::Inspection, FileNews::Saved { revision: 1, .. })
    ));
    // What nobody looks at any more is not read.
    runner.carry_out(Effect::Close(FileKind::Inspection));
    assert!(runner.pending.is_empty());
}

/// Presses a key and returns what is to be done for it.
fn press(state: &mut crate::app::State, key: &str) -> Vec<Effect> {
    let key = crate::app::Key::parse(key).unwrap();
    let mut effects = crate::app::update(state, Message::Key(key));
    effects.extend(std::iter::from_fn(|| state.settle()));
    effects
}

#[test]
fn a_key_reads_one_file_whether_the_library_has_ten_drafts_or_a_thousand() {
    for many in [10, 1000] {
        let folder = tempfile::tempdir().unwrap();
        for at in 0..many {
            let small = "format = 1\nid = \"a\"\nframework = \"annual\"\n";
            std::fs::write(folder.path().join(format!("{at}.toml")), small).unwrap();
        }
        let (mut runner, inbox) = runner(folder.path());
        let size = crate::app::layout::Size {
            width: 120,
            height: 40,
        };
        let mut state = crate::app::State::new(size, crate::app::Keymap::default());
        runner.perform(Effect::List);
        while let Ok(message) = inbox.try_recv() {
            crate::app::update(&mut state, message);
        }
        assert_eq!(state.library.many(), many);
        let read = runner.known.read;
        for key in ["down", "down", "up", "end", "home", "pagedown"] {
            let effects = press(&mut state, key);
            let [Effect::Preview(path)] = &effects[..] else {
                panic!("{key}: {effects:?}");
            };
            assert_eq!(Some(path), state.library.chosen().map(|card| &card.path));
            runner.perform(Effect::Preview(path.clone()));
            let mut news = inbox.try_iter();
            let preview = news.next().unwrap();
            assert!(news.next().is_none());
            crate::app::update(&mut state, preview);
            assert!(state.library.preview().is_some());
        }
        assert_eq!(runner.known.read, read, "the folder is not read again");
        // What is shown already is not read again, nor anything where there is no room for it.
        assert!(press(&mut state, "f9").is_empty());
        state.size.width = 80;
        assert!(press(&mut state, "down").is_empty());
    }
}

#[test]
fn of_many_drafts_that_are_passed_only_the_last_is_read_and_nobody_waits_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |at: usize| folder.path().join(format!("{at}.toml"));
    for at in 0..40 {
        std::fs::write(path(at), EXAMPLE).unwrap();
    }
    let (mut runner, inbox) = runner(folder.path());
    runner.carry_out(Effect::List);
    for at in 0..40 {
        runner.carry_out(Effect::Preview(path(at)));
    }
    // A draft is opened before anything is read to be looked at.
    runner.carry_out(Effect::Open(path(7)));
    assert!(matches!(inbox.try_recv().unwrap(), Message::OpenedDraft(_)));
    while !runner.pending.is_empty() {
        runner.read_more();
    }
    let read: Vec<_> = inbox
        .try_iter()
        .filter_map(|message| match message {
            Message::Library(LibraryNews::Previewed { path, .. }) => Some(path),
            _ => None,
        })
        .collect();
    assert_eq!(read, [path(39)]);
}

#[test]
fn what_is_noted_where_no_journal_is_open_is_told_as_kept_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runner, inbox) = runner(folder.path());
    let words = || vec![crate::assessment::BoxEdit::whole("a box", "Words.")];
    for kind in FileKind::ALL {
        let edits = match kind {
            FileKind::Draft => JournalNote::Draft(Vec::new()),
            FileKind::Inspection => JournalNote::Inspection(Vec::new()),
        };
        for note in [
            edits,
            JournalNote::Boxes(BoxJournal::Own(kind), words()),
            JournalNote::Boxes(BoxJournal::Outside(kind), words()),
        ] {
            runner.carry_out(Effect::Journal(note));
            let told = inbox.try_recv().unwrap();
            let Message::File(of, FileNews::Journal(JournalStanding::Nowhere(_))) = told else {
                panic!("{told:?}");
            };
            assert_eq!(of, kind);
        }
    }
    // The library has a journal of its own.
    runner.carry_out(Effect::Journal(JournalNote::Boxes(
        BoxJournal::Library,
        words(),
    )));
    assert!(inbox.try_recv().is_err());
}

/// Opens the example as the program does, and returns the state with what is to be done behind its first frame.
fn open_unwoven(folder: &Path) -> (EffectRunner, Receiver<Message>, State, Effect) {
    let path = folder.join("d.toml");
    std::fs::write(&path, EXAMPLE).unwrap();
    let (runner, inbox) = runner(folder);
    let mut runner = runner.in_turn().with_weaving_behind();
    let size = crate::app::layout::Size {
        width: 120,
        height: 40,
    };
    let mut state = State::new(size, crate::app::Keymap::default());
    runner.perform(Effect::Open(path));
    let effects = crate::app::update(&mut state, inbox.try_recv().unwrap());
    let weaves = |it: &Effect| matches!(it, Effect::WeaveDraft { .. });
    let weave = effects.into_iter().find(weaves).unwrap();
    (runner, inbox, state, weave)
}

#[test]
fn a_draft_is_shown_before_it_is_woven_and_says_then_what_it_says_now() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runner, inbox, mut state, weave) = open_unwoven(folder.path());
    let words = |state: &State| {
        let editor = state.editor.as_ref().unwrap();
        let sentences = editor.document().sentences();
        let words: Vec<String> = sentences.map(|it| it.text.clone()).collect();
        (editor.is_woven(), words)
    };
    let all = |state: &State| {
        let editor = state.editor.as_ref().unwrap();
        let document = crate::statement::weave(&editor.assessment, &editor.framework);
        let words: Vec<String> = document.sentences().map(|it| it.text.clone()).collect();
        (true, words)
    };
    // The findings are there, and nothing is checked that is not woven.
    assert!(!state.editor.as_ref().unwrap().rows.is_empty());
    assert!(state.settle().is_none() && state.next_check().is_none() && !state.check());
    assert_eq!(words(&state), (false, Vec::new()));
    // What changed meanwhile is in the statement too.
    let editor = state.editor.as_mut().unwrap();
    Arc::make_mut(&mut editor.assessment.findings[0]).text = "The force listens.".to_owned();
    runner.perform(weave);
    crate::app::update(&mut state, inbox.try_recv().unwrap());
    assert_eq!(words(&state), all(&state));
    assert!(state.wants_check());
}

#[test]
fn a_command_that_needs_the_statement_does_not_wait_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runner, inbox, mut state, weave) = open_unwoven(folder.path());
    press(&mut state, "tab");
    let said = |state: &State| {
        let editor = state.editor.as_ref().unwrap();
        assert!(editor.is_woven());
        editor.document().sentences().count()
    };
    let many = said(&state);
    assert!(many > 0);
    // What comes late takes nothing back.
    runner.perform(weave);
    crate::app::update(&mut state, inbox.try_recv().unwrap());
    assert_eq!(said(&state), many);
}

#[test]
fn what_was_woven_of_another_draft_makes_nobody_wait() {
    let folder = tempfile::tempdir().unwrap();
    let (mut runner, inbox, mut state, weave) = open_unwoven(folder.path());
    let other = crate::app::Message::Woven {
        id: "another".to_owned(),
        weaver: Box::default(),
    };
    crate::app::update(&mut state, other);
    assert!(!state.editor.as_ref().unwrap().is_woven());
    runner.perform(weave);
    crate::app::update(&mut state, inbox.try_recv().unwrap());
    assert!(state.editor.as_ref().unwrap().is_woven());
}
