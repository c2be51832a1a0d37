//! Words that are looked for in a long draft: a key is answered by a part of it, the rest comes behind the frame, and what is
//! found in the end is what was found in one look.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use assay::app::{Effect, Key, Keymap, Message, Overlay, SearchList, State, layout::Size, update};
use assay::config::Theme;
use assay::tui::{Environment, View, run};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::sitting::Sitting;

/// The most texts that a key, or a turn behind it, makes ready to be looked through.
const PART: usize = 1_500;

fn draft(findings: usize) -> String {
    let head = "format = 1\nid = \"long\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n";
    let findings = (0..findings).map(|nth| {
        let heading = ["crime-prevention", "victims", "finances"][nth % 3];
        let kind = ["strength", "improvement"][nth % 2];
        // Where the words stand one behind the other is known late: such a place comes before all that was found.
        let ward = match nth % 100 {
            99 => "ward seven",
            _ => "seventh ward",
        };
        format!(
            "\n[[findings]]\nid = \"f{nth}\"\nheading = \"{heading}\"\nkind = \"{kind}\"\ntext = \"The constabulary’s team {nth} answers callers in the {ward} of its area.\"\n"
        )
    });
    format!("{head}{}", findings.collect::<String>())
}

fn sitting() -> Sitting {
    let mut sitting = Sitting::at(120, 40, &draft(1_800));
    sitting.pause();
    sitting
}

fn folded(sitting: &Sitting) -> usize {
    sitting.editor().search_texts_folded()
}

/// Gives a key as it comes between two frames: nothing is looked through behind it.
fn press(sitting: &mut Sitting, key: Key) {
    let _ = update(&mut sitting.state, Message::Key(key));
}

fn turn(sitting: &mut Sitting) -> bool {
    let more = sitting.state.looks_on();
    if more {
        let _ = sitting.state.look_on();
    }
    more
}

fn list(sitting: &Sitting) -> &SearchList {
    match sitting.state.overlays.last() {
        Some(Overlay::Search(search)) => search,
        other => panic!("no search: {other:?}"),
    }
}

/// Returns what the box shows.
fn shown(sitting: &Sitting) -> (String, String, Vec<String>, Option<usize>, String) {
    let search = list(sitting);
    let rows = search.list.shown();
    (
        search.title(),
        search.note(),
        rows.map(|row| format!("{} · {}", row.label, row.note))
            .collect(),
        search.list.lit_at(),
        search.words.clone(),
    )
}

#[test]
fn a_key_costs_a_part_of_a_long_draft_and_is_answered_by_it() {
    let mut sitting = sitting();
    let all = {
        sitting.keys("/<esc>");
        folded(&sitting)
    };
    assert!(all > 2 * PART, "{all}");
    let mut sitting = self::sitting();
    for key in Key::sequence("/callers").unwrap() {
        let before = folded(&sitting);
        press(&mut sitting, key);
        assert!(folded(&sitting) - before <= PART, "{key:?}");
        assert!(sitting.state.looks_on(), "{key:?}");
    }
    let first = shown(&sitting);
    assert!(first.0.ends_with("looking on …"), "{first:?}");
    assert_eq!(first.2.len(), 200, "what was found so far is there");
    let mut before = folded(&sitting);
    while turn(&mut sitting) {
        assert!(folded(&sitting) - before <= PART);
        before = folded(&sitting);
    }
    assert_eq!(before, all, "each text is made ready once");
    assert_eq!(shown(&sitting).0, "Find: 1800 places");
    // Once all of it is ready, no key makes anything anew, and nothing goes on by itself.
    for key in Key::sequence("<backspace><backspace>rs<esc>/ward<enter>nN").unwrap() {
        press(&mut sitting, key);
        while turn(&mut sitting) {}
    }
    assert_eq!(folded(&sitting), all);
    assert!(!sitting.state.looks_on());
}

#[test]
fn whatever_is_looked_through_between_the_keys_the_same_is_found() {
    let searches = [
        "ward seven",
        "seven w",
        "team 17<backspace>3",
        "victims<ctrl-u>area",
    ];
    for (nth, keys) in searches.into_iter().enumerate() {
        let mut whole = sitting();
        whole.keys("/").types_on(keys);
        let mut parts = sitting();
        for (at, key) in Key::sequence(&format!("/{keys}"))
            .unwrap()
            .into_iter()
            .enumerate()
        {
            press(&mut parts, key);
            // None, one or two turns go by before the next key.
            for _ in 0..(at * 7 + nth) % 3 {
                turn(&mut parts);
            }
        }
        while turn(&mut parts) {}
        assert_eq!(shown(&parts), shown(&whole), "{keys}");
        parts.message(Message::Focus);
        whole.message(Message::Focus);
        assert_eq!(parts.screen(), whole.screen(), "{keys}");
    }
}

#[test]
fn a_row_that_somebody_went_to_stays_lit_while_others_are_found() {
    let mut sitting = sitting();
    for key in Key::sequence("/wa<down><down>").unwrap() {
        press(&mut sitting, key);
    }
    let lit = |sitting: &Sitting| list(sitting).list.lit_row().map(|row| row.label.clone());
    let before = lit(&sitting);
    assert!(before.is_some());
    let found = list(&sitting).many;
    while turn(&mut sitting) {}
    assert!(list(&sitting).many > found);
    assert_eq!(lit(&sitting), before);
}

#[test]
fn enter_behind_letters_that_came_at_once_goes_where_it_goes_at_leisure() {
    for keys in [
        "/ward seven<enter>",
        "/team 1799<enter>",
        "/seventh ward<enter>nn",
    ] {
        let mut at_leisure = sitting();
        at_leisure.keys(keys);
        let mut at_once = sitting();
        for key in Key::sequence(keys).unwrap() {
            press(&mut at_once, key);
        }
        let end = |sitting: &Sitting| {
            let editor = sitting.editor();
            let said = sitting.state.status.as_ref().map(|it| it.text.clone());
            (editor.page, editor.row, editor.finding(), said)
        };
        assert_eq!(end(&at_once), end(&at_leisure), "{keys}");
        assert!(at_once.state.overlays.is_empty());
    }
}

#[test]
fn words_are_replaced_in_all_texts_also_before_all_were_looked_through() {
    let mut sitting = sitting();
    for key in Key::sequence("/answers callers<ctrl-r>helps callers<enter>").unwrap() {
        press(&mut sitting, key);
    }
    let screen = sitting.message(Message::Focus).screen();
    assert!(screen.contains("in 1800 of 1800 texts"), "{screen}");
}

/// A window at which each frame brings the next key.
struct FastHand {
    keys: std::vec::IntoIter<Key>,
    post: Sender<Message>,
}

impl Environment<TestBackend> for FastHand {
    fn perform(&mut self, _: Effect) {}

    fn begin_frame(&mut self, _: &mut Terminal<TestBackend>) -> io::Result<bool> {
        Ok(false)
    }

    fn end_frame(&mut self, _: &mut Terminal<TestBackend>) -> io::Result<()> {
        let gone = || io::Error::other("the window is gone");
        let next = self.keys.next().ok_or_else(gone)?;
        self.post.send(Message::Key(next)).map_err(io::Error::other)
    }
}

#[test]
fn a_key_that_waits_is_taken_before_more_of_the_draft_is_looked_through() {
    let mut sitting = sitting();
    let size = Size {
        width: 120,
        height: 40,
    };
    let mut state = std::mem::replace(&mut sitting.state, State::new(size, Keymap::default()));
    let (post, inbox) = channel();
    let keys = Key::sequence("/call").unwrap();
    let mut hand = FastHand {
        keys: keys.into_iter(),
        post,
    };
    let mut view = View::new(&Theme::built_in("dark").unwrap());
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let pause = Duration::from_secs(5);
    let gone = run(
        &mut terminal,
        &mut state,
        &mut view,
        &inbox,
        &mut hand,
        pause,
    );
    assert!(gone.is_err());
    assert!(state.looks_on(), "no part of it came before a key");
}
