#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]

use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;

use super::bytes::Arrivals;
use crate::app::layout::Size;
use crate::app::{Exit, Key, Keymap, Message, State, update};

/// Takes pieces that arrive at the milliseconds given, as the loop that reads does, and waits until nothing is left.
/// Hands on what each piece gives, and then each wait, with the number of pieces that were taken.
fn arrive<'a>(
    pieces: impl IntoIterator<Item = (u64, &'a [u8])>,
    mut hand_on: impl FnMut(Message, usize),
) {
    let start = Instant::now();
    let mut arrivals = Arrivals::new(start);
    let mut out = Vec::new();
    let mut taken = 0;
    for (at, bytes) in pieces {
        let now = start + Duration::from_millis(at);
        while let Some(deadline) = arrivals.deadline().filter(|deadline| *deadline <= now) {
            arrivals.rest(deadline, &mut out);
        }
        out.drain(..).for_each(|message| hand_on(message, taken));
        taken += 1;
        arrivals.take(bytes, now, &mut out);
        out.drain(..).for_each(|message| hand_on(message, taken));
    }
    while let Some(deadline) = arrivals.deadline() {
        arrivals.rest(deadline, &mut out);
    }
    out.drain(..).for_each(|message| hand_on(message, taken));
}

/// Returns the messages of pieces as they are where no text is open: a character that was told of is a key, or the
/// first of a burst.
pub(super) fn messages<'a>(pieces: impl IntoIterator<Item = (u64, &'a [u8])>) -> Vec<String> {
    let (mut out, mut told) = (Vec::new(), None);
    arrive(pieces, |message, _| match message {
        Message::Character(key) => assert_eq!(told.replace(key), None, "one at a time"),
        Message::Alone => out.extend(told.take().map(Message::Key)),
        Message::Burst(text) => {
            let first = told.take().and_then(Key::typed);
            let text = first.into_iter().chain(text.chars()).collect();
            out.push(Message::Burst(text));
        }
        message => {
            assert_eq!(told, None, "what was told of is known before {message:?}");
            out.push(message);
        }
    });
    assert_eq!(told, None);
    out.iter().map(shown).collect()
}

/// Returns the screen with a question, into which a name is typed.
fn asked() -> State {
    let size = Size {
        width: 100,
        height: 30,
    };
    let mut state = State::new(size, Keymap::default());
    update(&mut state, Message::Key(Key::char('n')));
    update(&mut state, Message::Rested);
    assert!(state.scope().takes_text());
    state
}

/// Returns what is typed in the question.
fn answer(state: &State) -> String {
    let field = state.overlays.last().and_then(|overlay| overlay.field());
    field.unwrap().text().to_owned()
}

fn shown(message: &Message) -> String {
    match message {
        Message::Key(key) => key.to_string(),
        message => format!("{message:?}"),
    }
}

fn together(bytes: &[u8]) -> Vec<String> {
    messages([(0, bytes)])
}

/// Cuts bytes into pieces, each with the time since the one before.
fn cut<'a>(bytes: &'a [u8], cuts: &[(usize, u64)]) -> Vec<(u64, &'a [u8])> {
    let mut places: Vec<usize> = cuts.iter().map(|(at, _)| at % (bytes.len() + 1)).collect();
    places.extend([0, bytes.len()]);
    places.sort_unstable();
    places.dedup();
    let mut now = 0;
    let waits = cuts.iter().map(|(_, wait)| *wait).cycle();
    let waits: Vec<u64> = waits.take(places.len()).collect();
    let pieces = places.windows(2).enumerate().map(|(nth, ends)| {
        now += waits.get(nth).copied().unwrap_or_default();
        (now, &bytes[ends[0]..ends[1]])
    });
    pieces.collect()
}

/// Answers of terminals, and what they send by themselves: nothing of it is typed.
const ANSWERS: &[&str] = &[
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "\x1b]4;1;rgb:cccc/0000/0000\x1b\\",
    "\x1b]52;c;VGhlIGZvcmNl\x07",
    "\x1b]lA title of a window\x1b\\",
    "\x1bP>|XTerm(390)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP0$r0m\x1b\\",
    "\x1bP!|464F4F54\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b[?62;22;52c",
    "\x1b[>41;390;0c",
    "\x1b[=1;0c",
    "\x1b[0n",
    "\x1b[24;80R",
    "\x1b[1;1R",
    "\x1b[0;0R",
    "\x1b[?2026;2$y",
    "\x1b[8;24;80t",
    "\x1b[?0u",
    "\x1b[<35;12;7M",
    "\x1b[<0;12;7m",
    "\x1b[M !!",
    "\x1b[32;12;7M",
    "\x1b[O",
    "\x1b[97;1:3u",
];

#[test]
fn keys_are_read_as_terminals_send_them() {
    for (bytes, key) in [
        ("a", "a"),
        ("é", "é"),
        ("\r", "enter"),
        ("\t", "tab"),
        ("\x7f", "backspace"),
        ("\x13", "ctrl-s"),
        ("\0", "ctrl-space"),
        ("\x1b", "esc"),
        ("\x1ba", "alt-a"),
        ("\x1bé", "alt-é"),
        ("\x1b<", "alt-<"),
        ("\x1b\x7f", "alt-backspace"),
        ("\x1b[A", "up"),
        ("\x1bOB", "down"),
        ("\x1b[1;3A", "alt-up"),
        ("\x1b[1;6D", "ctrl-shift-left"),
        ("\x1b[Z", "shift-tab"),
        ("\x1b[3~", "delete"),
        ("\x1b[3;5~", "ctrl-delete"),
        ("\x1b[1~", "home"),
        ("\x1bOF", "end"),
        ("\x1b[6~", "pagedown"),
        ("\x1bOP", "f1"),
        ("\x1b[[B", "f2"),
        ("\x1b[15~", "f5"),
        ("\x1b[17~", "f6"),
        ("\x1b[24~", "f12"),
        ("\x1b[34~", "f20"),
        ("\x1b[97;5u", "ctrl-a"),
        ("\x1b[97;2u", "A"),
        ("\x1b[13;2u", "shift-enter"),
        ("\x1b[27;5;106~", "ctrl-j"),
    ] {
        assert_eq!(together(bytes.as_bytes()), [key], "{bytes:?}");
        let expected = Key::parse(key).unwrap().to_string();
        assert_eq!(expected, key);
    }
    assert_eq!(together(b"\x1b[I"), ["Focus"]);
}

#[test]
fn an_escape_and_a_letter_are_one_key_only_where_they_come_together() {
    assert_eq!(together(b"\x1bn"), ["alt-n"]);
    assert_eq!(messages([(0, &b"\x1b"[..]), (10, b"n")]), ["esc", "n"]);
    assert_eq!(together(b"\x1b\x1b\x1b[A"), ["esc", "esc", "up"]);
    // The two of an answer that never comes were typed.
    assert_eq!(together(b"\x1b]"), ["alt-]"]);
    assert_eq!(together(b"\x1b]a"), ["alt-]", "a"]);
    assert_eq!(together(b"\x1b[["), ["alt-[", "["]);
    // A sequence may take its time on the way.
    assert_eq!(
        messages([(0, &b"\x1b"[..]), (15, b"["), (60, b"A")]),
        ["up"]
    );
}

#[test]
fn a_burst_that_no_hand_types_is_a_paste() {
    assert_eq!(together(b"The force"), ["Burst(\"The force\")"]);
    let lines = together(b"one\r\ttwo\n");
    assert_eq!(lines, ["Burst(\"one\\n\\ttwo\\n\")"]);
    let packets: [(u64, &[u8]); 3] = [(0, b"The "), (30, b"f"), (60, b"orce")];
    let parts = ["Burst(\"The \")", "Burst(\"f\")", "Burst(\"orce\")"];
    assert_eq!(messages(packets), parts);
    let then_typed: [(u64, &[u8]); 2] = [(0, b"The "), (60, b"f")];
    assert_eq!(messages(then_typed), ["Burst(\"The \")", "f"]);
    // A hand, a key held down, keys that are no text.
    let typed: [(u64, &[u8]); 3] = [(0, b"T"), (30, b"h"), (60, b"e")];
    assert_eq!(messages(typed), ["T", "h", "e"]);
    assert_eq!(together(b"jjjjj"), ["Burst(\"jjjjj\")"]);
    let then: [(u64, &[u8]); 2] = [(0, b"jjj"), (30, b"d")];
    assert_eq!(messages(then), ["Burst(\"jjj\")", "d"]);
    assert_eq!(together(b"\x1b[B\x1b[B\t+"), ["down", "down", "tab", "+"]);
    assert_eq!(together(b"q\r"), ["q", "enter"]);
    assert_eq!(
        together(b"The force\x13"),
        ["Burst(\"The force\")", "ctrl-s"]
    );
}

#[test]
fn a_paste_that_is_not_closed_ends_and_no_key_is_dead() {
    assert_eq!(together(b"\x1b[200~abc"), ["UnclosedPaste(\"abc\")"]);
    assert_eq!(together(b"\x1b[200~abc\x1b[20"), ["UnclosedPaste(\"abc\")"]);
    // Somebody goes on: each key is its own.
    for (key, name) in [
        ("x", "x"),
        ("\x1b", "esc"),
        ("\x13", "ctrl-s"),
        ("\x1b[A", "up"),
    ] {
        let pieces = [(0, &b"\x1b[200~abc"[..]), (300, key.as_bytes())];
        assert_eq!(messages(pieces), ["UnclosedPaste(\"abc\")", name]);
    }
    // An end that comes late says nothing.
    let late: [(u64, &[u8]); 2] = [(0, b"\x1b[200~abc"), (2000, b"\x1b[201~")];
    assert_eq!(messages(late), ["UnclosedPaste(\"abc\")"]);
    assert_eq!(
        together(b"\x1b[200~a\x1b[A\x1b[201~\x1b[200~b\x1b[201~\x13"),
        ["Paste(\"a\\u{1b}[A\")", "Paste(\"b\")", "ctrl-s"]
    );
}

#[test]
fn an_answer_is_never_text_and_ends_where_a_key_begins() {
    for answer in ANSWERS {
        assert_eq!(together(answer.as_bytes()), [""; 0], "{answer:?}");
        let followed = format!("{answer}\x13");
        assert_eq!(together(followed.as_bytes()), ["ctrl-s"], "{answer:?}");
    }
    assert_eq!(together(b"\x1b]11;rgb:\x1b[A"), ["up"]);
    assert_eq!(together(b"\x1b]11;rgb:\r"), ["enter"]);
    assert_eq!(together(b"\x1b[12;\x1b[A"), ["up"]);
}

fn piece() -> impl Strategy<Value = Vec<u8>> {
    let made = [
        "\x1b",
        "\x1b[200~",
        "\x1b[201~",
        "\x1b[",
        "\x1b]1",
        "é",
        "prose",
        "\r",
    ];
    prop_oneof![
        vec(any::<u8>(), 0..6),
        proptest::sample::select(ANSWERS).prop_map(|answer| answer.as_bytes().to_vec()),
        proptest::sample::select(made.to_vec()).prop_map(|made| made.as_bytes().to_vec()),
    ]
}

fn cuts() -> impl Strategy<Value = Vec<(usize, u64)>> {
    vec((any::<usize>(), 0..15u64), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn where_bytes_are_cut_makes_no_difference(
        pieces in vec(piece(), 0..8),
        cuts in vec(any::<usize>(), 0..12),
    ) {
        let bytes = pieces.concat();
        let cuts: Vec<(usize, u64)> = cuts.into_iter().map(|at| (at, 0)).collect();
        prop_assert_eq!(messages(cut(&bytes, &cuts)), together(&bytes));
    }

    #[test]
    fn an_answer_that_comes_in_parts_is_never_text(
        answers in vec(proptest::sample::select(ANSWERS), 1..4),
        cuts in cuts(),
    ) {
        let bytes = answers.concat().into_bytes();
        let seen = messages(cut(&bytes, &cuts));
        prop_assert_eq!(seen, Vec::<String>::new());
    }

    #[test]
    fn an_answer_that_breaks_off_is_never_text(
        answer in proptest::sample::select(ANSWERS),
        many in 3..40usize,
    ) {
        let bytes = answer.as_bytes();
        let bytes = &bytes[..many.min(bytes.len())];
        prop_assert_eq!(together(bytes), Vec::<String>::new());
    }

    #[test]
    fn whatever_came_before_a_key_is_a_key(pieces in vec(piece(), 0..8)) {
        let bytes = pieces.concat();
        let seen = messages([(0, &bytes[..]), (5000, b"q")]);
        prop_assert_eq!(seen.last().map(String::as_str), Some("q"));
    }

    #[test]
    fn a_paste_is_whole_however_it_comes(
        text in "[ -~éŵ\r\n\t]{1,60}",
        closed in any::<bool>(),
        cuts in cuts(),
    ) {
        let end = if closed { "\x1b[201~" } else { "" };
        let bytes = format!("\x1b[200~{text}{end}");
        let seen = messages(cut(bytes.as_bytes(), &cuts));
        let message = if closed { Message::Paste(text) } else { Message::UnclosedPaste(text) };
        prop_assert_eq!(seen, vec![shown(&message)]);
    }

    #[test]
    fn no_character_is_lost(text in "[ -~éŵ]{0,40}", cuts in vec((any::<usize>(), 0..80u64), 1..12)) {
        let seen = messages(cut(text.as_bytes(), &cuts));
        let mut typed = String::new();
        for message in seen {
            match message.strip_prefix("Burst(\"").and_then(|rest| rest.strip_suffix("\")")) {
                Some(burst) => typed.push_str(&burst.replace("\\\"", "\"").replace("\\'", "'").replace("\\\\", "\\")),
                None => typed.push_str(&message.replace("space", " ")),
            }
        }
        prop_assert_eq!(typed, text);
    }
}

proptest! {
    // Each with a whole screen.
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_letter_by_itself_is_text_at_once_where_a_text_is_open(
        text in "[A-Za-zé]{1,20}",
        waits in vec(4..80u64, 20),
    ) {
        let mut now = 0;
        let letters: Vec<(u64, String)> = text.chars().zip(waits).map(|(letter, wait)| {
            now += wait;
            (now, letter.to_string())
        }).collect();
        let mut state = asked();
        // How much was typed with each letter, before anything else came.
        let mut typed = vec![0; letters.len() + 1];
        arrive(letters.iter().map(|(at, letter)| (*at, letter.as_bytes())), |message, taken| {
            update(&mut state, message);
            typed[taken] = answer(&state).chars().count();
        });
        prop_assert_eq!(typed, (0..=letters.len()).collect::<Vec<_>>());
        prop_assert_eq!(answer(&state), text);
    }

    #[test]
    fn prose_runs_no_command_however_it_comes_and_whenever_the_text_closes(
        text in "[A-Za-z ,.?:é]{0,40}",
        cuts in vec((any::<usize>(), 0..2u64), 1..10),
        closes in 0..12usize,
    ) {
        // No hand types this.
        let text = format!("{text}qn?");
        let mut state = asked();
        let mut nth = 0;
        arrive(cut(text.as_bytes(), &cuts), |message, _| {
            if nth == closes {
                state.overlays.clear();
            }
            update(&mut state, message);
            nth += 1;
        });
        if nth <= closes {
            prop_assert_eq!(answer(&state), text);
            return Ok(());
        }
        prop_assert!(state.overlays.is_empty(), "{}", state.overlays.len());
        prop_assert_eq!(state.exit, Exit::Stay);
        // What was typed is kept, and the rest goes in behind it, with a blank where it comes beside a word.
        update(&mut state, Message::Rested);
        update(&mut state, Message::Key(Key::char('n')));
        update(&mut state, Message::Key(Key::parse("ctrl-v").unwrap()));
        let letters = |text: &str| text.replace(' ', "");
        prop_assert_eq!(letters(&answer(&state)), letters(&text));
    }
}
