//! The laws of the keys, at the real loop, from wherever somebody has got to: a key that the footer names does something,
//! the lit row is what Enter takes, Esc changes no text, Tab takes nothing that was not chosen, and undo gives back
//! every byte.

use assay::app::layout::Pane;
use assay::app::{
    Command, Exit, Key, KeySet, Message, Overlay, PickerPurpose, PointerDeed, PointerEvent, TABLE,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// Keys that somebody presses besides those that the footer names.
const OTHERS: &[&str] = &[
    "<down>",
    "<up>",
    "<home>",
    "<end>",
    "<tab>",
    "<shift-tab>",
    "]",
    "[",
    "e",
    "c",
    "{",
    "d",
    "<ctrl-k>",
    "-",
    "w",
    "<right>",
];

/// Returns the keys that the footer names here.
fn named(sitting: &Sitting) -> Vec<(Command, Vec<Key>)> {
    let keys = sitting.state.footer().into_iter();
    keys.map(|named| (named.command, named.keys)).collect()
}

/// Presses keys one after the other.
fn press(sitting: &mut Sitting, keys: &[Key]) {
    for key in keys {
        sitting.message(Message::Key(*key));
    }
}

/// Goes wherever these steps lead: each is a key that the footer names, or another.
fn walk(set: KeySet, size: (u16, u16), steps: &[prop::sample::Index]) -> Sitting {
    let mut sitting = Sitting::at(size.0, size.1, EXAMPLE).with_keys(set);
    for step in steps {
        let keys = named(&sitting);
        let at = step.index(keys.len() + OTHERS.len());
        match keys.get(at) {
            // Whoever leaves gets nowhere.
            Some((Command::Close | Command::Quit | Command::Back, _)) => {}
            Some((_, keys)) => press(&mut sitting, keys),
            None => drop(sitting.keys(OTHERS[at - keys.len()])),
        }
        if sitting.state.editor.is_none() || sitting.state.exit != Exit::Stay {
            break;
        }
    }
    sitting
}

fn sets() -> impl Strategy<Value = KeySet> {
    prop::sample::select(KeySet::ALL.to_vec())
}

fn sizes() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        Just((120, 40)),
        Just((80, 24)),
        Just((40, 12)),
        Just((200, 60))
    ]
}

/// Every text that somebody has typed, but for an item that was begun and has none.
fn texts(sitting: &Sitting) -> Vec<String> {
    let editor = sitting.state.editor.as_deref();
    let Some(draft) = editor.map(|editor| &editor.assessment) else {
        return Vec::new();
    };
    let findings = draft.findings.iter().map(|finding| finding.text.clone());
    let outlook = draft.outlook.iter().map(|item| item.text.clone());
    let why = draft.grades.values().map(|it| it.rationale.clone());
    let evidence = draft.evidence.iter().map(|item| item.title.clone());
    let all = findings.chain(outlook).chain(why).chain(evidence);
    all.filter(|text| !text.trim().is_empty()).collect()
}

/// Returns true where words stand in the draft, in a box, or among those that wait for a place.
fn has_words(sitting: &Sitting, words: &str) -> bool {
    let state = &sitting.state;
    let draft = state.editor.as_deref();
    let draft = draft.map(|it| format!("{:?} {:?}", it.assessment, it.file.kept));
    let boxes = state.overlays.iter().filter_map(|it| it.field());
    let boxes: Vec<&str> = boxes.map(|it| it.text()).collect();
    format!("{draft:?} {:?} {boxes:?}", state.library.kept).contains(words)
}

#[test]
fn who_turns_the_page_sees_what_was_turned_to_in_every_pane_at_every_size() {
    for (width, height) in [(40, 12), (67, 20), (80, 24), (120, 40)] {
        for pane in [Pane::Headings, Pane::Findings, Pane::Statement] {
            let mut sitting = Sitting::at(width, height, EXAMPLE);
            let go = |sitting: &mut Sitting, pane: Pane| {
                while sitting.editor().pane != pane {
                    sitting.keys("<tab>");
                }
            };
            go(&mut sitting, Pane::Headings);
            sitting.keys("<home>");
            let pages = sitting.editor().pages().len();
            for key in ["]", "["] {
                for _ in 1..pages {
                    go(&mut sitting, pane);
                    let before = sitting.screen();
                    sitting.keys(key);
                    assert_ne!(sitting.screen(), before, "{width}×{height} {pane:?} {key}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn each_key_that_the_footer_names_does_something_there(
        set in sets(),
        size in sizes(),
        steps in vec(any::<prop::sample::Index>(), 0..10),
        pressed in any::<prop::sample::Index>(),
    ) {
        let mut sitting = walk(set, size, &steps);
        let keys = named(&sitting);
        prop_assert!(!keys.is_empty(), "{}", sitting.screen());
        let (command, keys) = pressed.get(&keys);
        let (screen, copied) = (sitting.styled(), sitting.copied.len());
        let overlays = sitting.state.overlays.len();
        press(&mut sitting, keys);
        let told = sitting.state.status.as_ref().is_some_and(|status| !status.bad);
        let did = sitting.styled() != screen
            || sitting.copied.len() != copied
            || sitting.state.overlays.len() != overlays
            || sitting.state.exit != Exit::Stay
            || told;
        prop_assert!(did, "{set:?} {command:?} {keys:?}\n{}", sitting.screen());
    }

    #[test]
    fn words_that_come_at_once_are_somewhere_wherever_one_is(
        set in sets(),
        size in sizes(),
        steps in vec(any::<prop::sample::Index>(), 0..10),
        words in "zq[a-z]{2,6} of the [a-z]{3,8}\\.",
        pasted in any::<bool>(),
        more in vec(any::<prop::sample::Index>(), 0..3),
    ) {
        let mut sitting = walk(set, size, &steps);
        sitting.message(match pasted {
            true => Message::Paste(words.clone()),
            false => Message::Burst(words.clone()),
        });
        prop_assert!(has_words(&sitting, &words), "{set:?} {words}\n{}", sitting.screen());
        // Whoever goes elsewhere then takes none of them along, but by a key that erases or takes back.
        let keys = ["<down>", "<up>", "<left>", "<right>", "<tab>", "<esc>", "<home>"];
        for key in more {
            let key = *key.get(keys.as_slice());
            sitting.keys(key);
            prop_assert!(has_words(&sitting, &words), "{set:?} {words}\n{}", sitting.screen());
        }
    }

    #[test]
    fn no_click_and_no_drag_on_a_page_changes_a_text(
        set in sets(),
        size in sizes(),
        steps in vec(any::<prop::sample::Index>(), 0..8),
        points in vec((0..4u8, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..8),
    ) {
        let mut sitting = walk(set, size, &steps);
        let before = texts(&sitting);
        for (what, x, y) in points {
            if sitting.state.editor.is_none() || !sitting.state.overlays.is_empty() {
                break;
            }
            // The keys at the bottom are pressed by it.
            let cell = (
                u16::try_from(x.index(usize::from(size.0))).unwrap(),
                u16::try_from(y.index(usize::from(size.1 - 3))).unwrap(),
            );
            let deed = match what {
                0 => PointerDeed::Drag,
                times => PointerDeed::Click { times },
            };
            sitting.message(Message::Pointer(PointerEvent { deed, cell, on: None }));
            prop_assert_eq!(&texts(&sitting), &before, "{:?} {:?}\n{}", deed, cell, sitting.screen());
        }
    }

    #[test]
    fn the_lit_row_is_what_enter_takes(
        set in sets(),
        size in sizes(),
        steps in vec(any::<prop::sample::Index>(), 0..8),
        opens in "[ogftmO]",
        typed in "[a-z]{0,2}",
        down in 0..4usize,
    ) {
        let mut sitting = walk(set, size, &steps);
        sitting.keys(&opens).keys(&typed).keys(&"<down>".repeat(down));
        let Some(Overlay::Picker(picker)) = sitting.state.overlays.last() else {
            return Ok(());
        };
        let sets = match (&picker.purpose, picker.chosen()) {
            (PickerPurpose::Value(_), choice) => choice.map(|choice| choice.sets.clone()),
            _ => return Ok(()),
        };
        let draft = sitting.editor().assessment.clone();
        sitting.keys("<enter>");
        match sets {
            Some(sets) => {
                for (place, value) in sets {
                    prop_assert_eq!(sitting.editor().assessment.get(&place), value);
                }
            }
            // Nothing has the words: nothing is taken, and the list stays.
            None => {
                prop_assert!(matches!(sitting.state.overlays.last(), Some(Overlay::Picker(_))));
                prop_assert_eq!(&sitting.editor().assessment, &draft);
            }
        }
    }

    #[test]
    fn esc_changes_no_text(
        set in sets(),
        size in sizes(),
        steps in vec(any::<prop::sample::Index>(), 0..10),
        typed in "[a-z{ ]{0,4}",
    ) {
        let mut sitting = walk(set, size, &steps);
        if sitting.state.scope().takes_text() {
            sitting.keys(&typed);
        }
        let before = texts(&sitting);
        for _ in 0..4 {
            if sitting.state.editor.is_none() {
                break;
            }
            sitting.keys("<esc>");
            if sitting.state.editor.is_some() {
                prop_assert_eq!(&texts(&sitting), &before, "{}", sitting.screen());
            }
        }
    }

    #[test]
    fn tab_takes_no_offer_that_was_not_chosen(
        set in sets(),
        size in sizes(),
        page in 0..3usize,
        row in 0..16usize,
        typed in "[a-zA-Z]{0,3}",
    ) {
        let mut sitting = Sitting::at(size.0, size.1, EXAMPLE).with_keys(set);
        sitting.keys("<home>").keys(&"]".repeat(page)).keys("<tab>");
        sitting.keys(&"<down>".repeat(row)).keys("<enter>");
        let typing = |sitting: &Sitting| sitting.editor().typing.clone();
        if typing(&sitting).is_none() || !sitting.state.overlays.is_empty() {
            return Ok(());
        }
        if sitting.state.mode_words().is_some_and(|mode| mode == "NORMAL") {
            sitting.keys("A");
        }
        sitting.keys(&typed);
        let Some(now) = typing(&sitting) else { return Ok(()) };
        let text = |sitting: &Sitting| {
            sitting.editor().assessment.text(&now.place).map(str::to_owned)
        };
        let (before, lit) = (text(&sitting), now.offers.list.lit_row().cloned());
        sitting.keys("<tab>");
        let after = text(&sitting);
        match lit {
            None => prop_assert_eq!(after, before),
            Some(row) => prop_assert!(
                after == before || after.is_some_and(|after| after.contains(&row.label)),
            ),
        }
    }

    #[test]
    fn undo_gives_back_every_byte_whatever_a_command_did(
        set in sets(),
        steps in vec(any::<prop::sample::Index>(), 0..6),
        pressed in any::<prop::sample::Index>(),
        typed in "[a-z ]{0,5}",
    ) {
        let mut sitting = walk(set, (120, 40), &steps);
        sitting.keys("<esc>").pause();
        for _ in 0..3 {
            let idle = sitting.state.overlays.is_empty()
                && sitting.state.editor.as_ref().is_some_and(|it| it.typing.is_none());
            if idle || sitting.state.editor.is_none() {
                break;
            }
            sitting.keys("<esc>").pause();
        }
        if sitting.state.editor.is_none() || !sitting.state.overlays.is_empty() {
            return Ok(());
        }
        let scope = sitting.state.scope();
        let commands: Vec<_> = TABLE
            .iter()
            .filter(|entry| entry.is_in(scope))
            .filter(|entry| !matches!(entry.command, Command::Close | Command::Quit | Command::Back))
            .filter(|entry| !matches!(entry.command, Command::Undo | Command::Redo | Command::SaveAs))
            .collect();
        let command = pressed.get(&commands).command;
        let Some(keys) = sitting.state.keymap.keys_in(scope, command).next().cloned() else {
            return Ok(());
        };
        let (before, depth) = (sitting.file(), sitting.editor().undo_depth());
        let written = sitting.editor().assessment.clone();
        press(&mut sitting, keys.keys());
        // Whatever it asks for is answered.
        // Where letters may be commands, none takes back what was there before.
        let typed = if set == KeySet::Vim { typed.replace('u', "x") } else { typed };
        for _ in 0..3 {
            if sitting.state.scope().takes_text() {
                sitting.keys(&typed).keys("<enter>");
            }
        }
        for _ in 0..6 {
            let idle = sitting.state.overlays.is_empty()
                && sitting.state.editor.as_ref().is_some_and(|it| it.typing.is_none());
            if idle {
                break;
            }
            sitting.keys("<esc>");
        }
        if sitting.state.editor.is_none() {
            return Ok(());
        }
        sitting.pause();
        for _ in 0..40 {
            // Steps that came to nothing, as what was added and left empty, undo passes over.
            if sitting.editor().undo_depth() <= depth || sitting.editor().assessment == written {
                break;
            }
            sitting.keys("u");
        }
        sitting.pause();
        prop_assert!(sitting.editor().undo_depth() >= depth);
        prop_assert_eq!(sitting.file(), before, "{:?}", command);
    }
}
