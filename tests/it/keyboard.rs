//! What comes from the terminal, from outside: pastes that are not marked or never end, answers of the terminal, Esc
//! with a letter, a screen that somebody else has written over.

use assay::app::{Code, Key, Message, Scope, TABLE};
use assay::assessment::{Finding, Reads};

use crate::support::home::Home;
use crate::support::pty::{EXAMPLE, Pty, SIZE, draft, opened};
use crate::support::sitting::Sitting;

const PROSE: &str = "The force Tests our rd patience; good!";

/// Goes to the findings of the first heading and begins a strength.
fn begin_strength(pty: &mut Pty) {
    pty.send("\x1b[H\x1b[B\x1b[B\t+");
    pty.see("Esc done");
}

fn burst(text: &str) -> Message {
    Message::Burst(text.to_owned())
}

#[test]
fn prose_that_comes_at_once_where_no_text_is_open_does_nothing_and_is_kept() {
    let home = Home::new();
    let mut pty = opened(&home);
    pty.send("\x1b[H\x1b[B\x1b[B\t");
    pty.see("Enter edit");
    pty.send(PROSE);
    pty.see("No text is open: “The force Tests our rd patience; good!” is kept. Ctrl-V makes a finding of it");
    pty.send("\x13");
    pty.see("Everything is saved.");
    assert_eq!(draft(&home), EXAMPLE, "no command ran");
    // What was pasted is put in where a text is opened.
    pty.send("+");
    pty.see("“The force Tests our rd patience; good!” waits for a place: Ctrl-V puts it in");
    pty.send("\x16");
    pty.see("The force Tests our rd patience");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert!(draft(&home).contains(PROSE));
}

#[test]
fn nothing_runs_in_any_place_without_a_text() {
    for keys in ["", "<tab>", "<tab><tab>", "p", "?", "i", "c", ":"] {
        let mut sitting = Sitting::at(100, 30, EXAMPLE);
        sitting.keys("<home><down><down>").keys(keys);
        let before = sitting.editor().assessment.clone();
        let overlays = sitting.state.overlays.len();
        let takes_text = sitting.state.scope().takes_text();
        sitting.message(burst("The force\tdoes\nwell and qqq.\n"));
        assert_eq!(sitting.editor().assessment, before, "{keys}");
        assert_eq!(sitting.state.overlays.len(), overlays, "{keys}");
        let told = sitting
            .screen()
            .contains("“The force does well and qqq.” is kept");
        assert_eq!(told, !takes_text, "{keys}\n{}", sitting.screen());
    }
}

#[test]
fn a_line_and_its_enter_that_come_together_are_both_taken() {
    let mut sitting = Sitting::at(100, 30, EXAMPLE);
    sitting.keys("<home><down><down><tab>+");
    sitting.message(burst("The force listens.\n"));
    sitting.message(burst("It learns."));
    assert!(sitting.texts().contains(&"The force listens.".to_owned()));
    assert!(sitting.texts().contains(&"It learns.".to_owned()));
    // Several lines are a paste, and stay in the text that is open.
    sitting.message(burst(" It saves\nits paper.\n"));
    let both = "It learns. It saves its paper.".to_owned();
    assert!(sitting.texts().contains(&both), "{:?}", sitting.texts());
    assert!(sitting.editor().typing.is_some());
}

#[test]
fn what_is_kept_goes_into_a_question_and_is_kept_until_it_is_in_a_draft() {
    let mut sitting = Sitting::new(100, 30);
    sitting.paste("Wexmoor");
    sitting.paste("Constabulary");
    assert!(
        sitting
            .screen()
            .contains("“Constabulary” is kept. Ctrl-V puts it in")
    );
    sitting.keys("n<ctrl-v>");
    let overlay = sitting.state.overlays.last().expect("a question");
    let field = overlay.field().expect("it has a text");
    assert_eq!(field.text(), "Constabulary", "what came last");
    // The question is given up: nothing is lost.
    sitting.keys("<esc>x<enter>+<ctrl-v><home><ctrl-v>");
    assert!(sitting.texts().contains(&"Wexmoor Constabulary".to_owned()));
    sitting.keys("<esc>+");
    assert!(!sitting.screen().contains("waits for a place"));
}

#[test]
fn a_paste_that_never_ends_is_told_and_leaves_no_key_dead() {
    let home = Home::new();
    let mut pty = opened(&home);
    begin_strength(&mut pty);
    pty.send("\x1b[200~The force listens");
    pty.see("The terminal did not say where the paste ends.");
    pty.send(".");
    pty.see("The force listens.");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert!(draft(&home).contains("The force listens."));
}

#[test]
fn what_is_cut_to_the_start_or_the_end_is_no_matter_of_how_wide_the_window_is() {
    const WORDS: &str = "The force listens to victims and tells them, within three days, what it has done about it.";
    for (width, height) in [(40, 12), (120, 40)] {
        let typed = |keys: &str| {
            let mut sitting = Sitting::at(width, height, EXAMPLE);
            sitting.keys("<home><down><down><enter>+").paste(WORDS);
            sitting.keys(keys).keys("<esc>");
            let texts = sitting.texts();
            texts
                .into_iter()
                .find(|text| text.contains("Xq"))
                .expect("the finding")
        };
        assert_eq!(typed("<ctrl-u>Xq"), "Xq", "{width}");
        assert_eq!(
            typed("<ctrl-left><ctrl-left>Xq<ctrl-k>"),
            WORDS.replace("it.", "Xq"),
            "{width}"
        );
        assert_eq!(typed("<ctrl-a><ctrl-k>Xq"), "Xq", "{width}");
        assert_eq!(
            typed("<ctrl-home><ctrl-right>Xq<ctrl-k>"),
            "The Xq",
            "{width}"
        );
        assert_eq!(
            typed("<ctrl-a>Xq<ctrl-e><backspace>"),
            format!("Xq{}", WORDS.trim_end_matches('.')),
            "{width}"
        );
    }
}

#[test]
fn esc_and_a_letter_read_together_are_both_unless_alt_means_something() {
    let mut sitting = Sitting::at(100, 30, EXAMPLE);
    sitting.keys("<home><down><down><tab>+The force listens");
    let before = sitting.texts().len();
    // Nothing is bound to it: the text is left, and a strength is added after it.
    sitting.keys("<alt-+>It learns");
    assert_eq!(sitting.texts().len(), before + 1);
    assert!(sitting.texts().contains(&"The force listens".to_owned()));
    // Bound: the word is erased.
    sitting.keys("<alt-backspace>");
    assert!(
        sitting.texts().contains(&"It ".to_owned()),
        "{:?}",
        sitting.texts()
    );
    // With Ctrl they are both everywhere.
    sitting.keys("<alt-ctrl-p>");
    assert!(
        sitting.screen().contains("Commands"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc>");
    // Where no text is open, Alt with a letter is no two keys.
    sitting.keys("<esc>");
    let before = sitting.texts();
    sitting.keys("<alt-d>");
    assert_eq!(sitting.texts(), before);
    assert!(Key::parse("alt-up").expect("a key").behind_esc().is_none());
}

#[test]
fn alt_with_the_letter_that_deletes_takes_no_finding_from_whoever_types_in_it() {
    for (width, height) in [(120, 40), (40, 12)] {
        let mut sitting = Sitting::at(width, height, EXAMPLE);
        sitting.keys("<home><down><down><tab>+The force listens");
        let before = sitting.texts();
        sitting.keys("<alt-d>");
        assert_eq!(sitting.texts(), before);
        assert!(sitting.editor().typing.is_some(), "the text stays open");
        let told = sitting.state.status.as_ref().map(|it| it.text.clone());
        let told = told.unwrap_or_default();
        assert!(told.contains("Alt-d is no key"), "{told}");
        // Words go on where they were, and the two keys one after the other delete.
        sitting.keys(" well<esc>");
        assert!(
            sitting
                .texts()
                .contains(&"The force listens well".to_owned())
        );
        sitting.keys("d");
        assert_eq!(sitting.texts().len(), before.len() - 1);
    }
}

/// The finding at the cursor.
fn at_cursor(sitting: &Sitting) -> &Finding {
    let at = sitting.editor().finding().expect("the cursor is on one");
    &sitting.editor().assessment.findings[at]
}

/// A text that is open in each place where there is one, with the cursor in the middle of its words.
fn in_text(scope: Scope) -> Sitting {
    let mut sitting = Sitting::at(100, 30, EXAMPLE);
    sitting.keys("<home><down><down>");
    sitting.keys(match scope {
        Scope::Typing => "<tab>+",
        Scope::Asking => "<tab>+The force.<esc>v",
        Scope::Searching => "/",
        _ => ":",
    });
    assert_eq!(sitting.state.scope(), scope);
    sitting.keys("one two three<ctrl-left>");
    sitting
}

#[test]
fn esc_and_a_letter_that_come_together_neither_change_a_text_nor_let_the_next_letter_replace_any() {
    let mut met = 0;
    for (scope, key) in TABLE.iter().flat_map(|entry| {
        let keys = entry.keys.iter().map(|key| Key::parse(key).expect("a key"));
        let keys = keys.filter(|key| key.alt && !key.ctrl && matches!(key.code, Code::Char(_)));
        keys.flat_map(|key| entry.scopes().map(move |scope| (scope, key)))
    }) {
        if !scope.takes_text() || scope == Scope::Interrupted {
            continue;
        }
        let mut sitting = in_text(scope);
        sitting.message(Message::Key(key)).keys("#");
        let words = match sitting.state.overlays.last() {
            Some(overlay) => overlay.field().expect("a text").text().to_owned(),
            None => at_cursor(&sitting).text.clone(),
        };
        assert_eq!(
            words.replace('#', ""),
            "one two three",
            "{key} in {scope:?}"
        );
        met += 1;
    }
    assert!(met > 5, "{met}");
}

#[test]
fn a_paste_where_no_text_is_open_is_offered_again_after_every_end() {
    let home = Home::new();
    let mut sitting = Sitting::again(100, 30, home);
    sitting.paste("The force listens").paste("to victims.");
    let mut sitting = Sitting::again(100, 30, sitting.kill());
    sitting.paste("And it answers.");
    let mut sitting = Sitting::again(100, 30, sitting.leave());
    let told = sitting
        .home
        .assay()
        .arg("recover")
        .output()
        .expect("it runs");
    let told = String::from_utf8(told.stdout).expect("text");
    assert!(told.contains("The force listens"), "{told}");
    sitting.keys("x<enter>+");
    let screen = sitting.screen();
    assert!(
        screen
            .contains("“And it answers.” waits for a place: Ctrl-V puts it in here. 2 more wait."),
        "{screen}"
    );
    sitting.keys("<ctrl-v><home><ctrl-v><home><ctrl-v>");
    let all = "The force listens to victims. And it answers.".to_owned();
    assert!(sitting.texts().contains(&all), "{:?}", sitting.texts());
    // Put in, it waits no more.
    let mut sitting = Sitting::again(100, 30, sitting.kill());
    sitting.keys("n");
    assert!(!sitting.screen().contains("waits for a place"));
}

#[test]
fn a_sentence_is_read_otherwise_by_a_key_that_the_footer_names() {
    let mut sitting = Sitting::at(200, 30, EXAMPLE);
    sitting.keys("<home><down><down><tab>+The constabulary listens.<esc>");
    assert!(
        sitting.screen().contains("R read otherwise"),
        "{}",
        sitting.screen()
    );
    let reads = |sitting: &Sitting| at_cursor(sitting).reads;
    assert_eq!(reads(&sitting), None);
    sitting.keys("R");
    assert!(
        sitting.screen().contains("as you say"),
        "{}",
        sitting.screen()
    );
    assert_eq!(reads(&sitting), Some(Reads::Whole));
    // Once more leaves it to the program; from its sentence too.
    sitting.keys("R");
    assert_eq!(reads(&sitting), None);
    sitting.keys("<tab>");
    let screen = sitting.screen();
    assert!(screen.contains("R read otherwise"), "{screen}");
    sitting.keys("R");
    assert_eq!(reads(&sitting), Some(Reads::Whole));
    sitting.keys("u");
    assert_eq!(reads(&sitting), None, "undo takes it back");
}

#[test]
fn what_a_terminal_answers_is_neither_text_nor_command() {
    let home = Home::new();
    let mut pty = opened(&home);
    let answers = "\x1b]11;rgb:dddd/qqqq/dddd\x1b\\\x1bP>|XTerm(390)\x1b\\\x1b_Gi=31;OK\x1b\\\
                   \x1b[?62;22c\x1b[>41;390;0c\x1b[?2026;2$y\x1b[24;80R\x1b[0n";
    pty.send(answers);
    begin_strength(&mut pty);
    pty.send(answers);
    // In two reads.
    let (first, second) = answers.split_at(9);
    pty.send(first);
    pty.send(second);
    pty.send("The force listens");
    pty.see("The force listens");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    let now = draft(&home);
    let added: Vec<&str> = now
        .lines()
        .filter(|line| !EXAMPLE.contains(*line))
        .collect();
    assert_eq!(added.len(), 2, "{added:?}");
    assert!(added.contains(&"text = \"The force listens\""), "{added:?}");
}

/// Starts the program where `wl-copy`, `xclip` and `tmux` are these scripts.
#[cfg(unix)]
fn with_programs(home: &Home, programs: &[(&str, &str)]) -> Pty {
    use std::os::unix::fs::PermissionsExt;
    for (name, script) in programs {
        let path = home.write(&format!("bin/{name}"), &format!("#!/bin/sh\n{script}\n"));
        let mode = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(path, mode).expect("a program");
    }
    home.write("draft.toml", EXAMPLE);
    let path = format!("PATH={}/bin:/usr/bin:/bin", home.path().display());
    let arguments = [
        "WAYLAND_DISPLAY=none",
        "DISPLAY=none",
        "TMUX=none",
        &path,
        env!("CARGO_BIN_EXE_assay"),
        "draft.toml",
    ];
    let pty = Pty::start_by(home, "/usr/bin/env".as_ref(), &arguments, SIZE);
    pty.see("Headings");
    pty
}

#[cfg(unix)]
#[test]
fn a_copy_is_handed_to_the_clipboards_that_there_are() {
    let home = Home::new();
    let keep =
        |name: &str| format!("cat > \"$HOME/{name}.got\"; echo \"$@\" >> \"$HOME/{name}.got\"");
    let (tmux, wayland, x) = (keep("tmux"), keep("wl-copy"), keep("xclip"));
    let programs = [("tmux", &*tmux), ("wl-copy", &*wayland), ("xclip", &*x)];
    let mut pty = with_programs(&home, &programs);
    pty.send("y");
    pty.see("characters handed to the terminal, tmux and wl-copy.");
    let got = |name: &str| std::fs::read_to_string(home.path().join(name)).unwrap_or_default();
    let copied = got("wl-copy.got");
    assert!(
        copied.contains("of Wexmoor Constabulary – Transcript"),
        "{copied}"
    );
    assert!(
        got("tmux.got").trim_end().ends_with("load-buffer -w -"),
        "{}",
        got("tmux.got")
    );
    assert_eq!(got("xclip.got"), "", "one of the machine's is enough");
    let sent = String::from_utf8_lossy(&pty.written()).contains("\x1b]52;c;");
    assert!(sent, "the terminal has it too");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
}

#[cfg(unix)]
#[test]
fn a_clipboard_that_hangs_is_given_up_and_another_takes_its_place() {
    let home = Home::new();
    let took = "cat > \"$HOME/xclip.got\"";
    let programs = [
        ("tmux", "exit 1"),
        ("wl-copy", "exec sleep 600"),
        ("xclip", took),
    ];
    let mut pty = with_programs(&home, &programs);
    pty.send("y");
    pty.send("?");
    pty.see("Keys · ");
    pty.send("\x1b");
    pty.see("characters handed to the terminal and xclip.");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
}

#[test]
fn the_first_frame_begins_on_an_empty_screen_and_ctrl_l_empties_it_again() {
    let home = Home::new();
    let mut pty = opened(&home);
    let cleared = |pty: &Pty| {
        pty.written()
            .windows(4)
            .filter(|bytes| bytes == b"\x1b[2J")
            .count()
    };
    assert_eq!(
        cleared(&pty),
        1,
        "whatever a killed program has left is gone"
    );
    // Everywhere: over the draft, in a page, in a text, in a list.
    for (keys, seen) in [
        ("", "Headings"),
        ("?", "Keys · "),
        ("\x1b", "Headings"),
        ("\t+", "Esc done"),
        ("\x10", "type to narrow"),
    ] {
        pty.send(keys);
        pty.until("a whole frame", || {
            pty.text().contains(seen) && pty.written().ends_with(b"\x1b[?2026l")
        });
        pty.scribble("\x1b[5;20r\x1b[12;30H\x1b[41mSCRIBBLE");
        pty.see("SCRIBBLE");
        pty.send("\x0c");
        pty.until("a clean screen", || !pty.text().contains("SCRIBBLE"));
    }
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
}
