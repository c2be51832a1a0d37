//! The set of keys with modes, at the real loop: which mode a text opens in, that no word is lost whatever is pressed, that
//! the last change is one step, and that what comes at once is words.

use assay::app::{KeySet, Message};
use proptest::prelude::*;

use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers calls. It is well led.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

/// Somebody at the first finding.
fn at_finding() -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT).with_keys(KeySet::Vim);
    sitting.go_to_first("victims");
    sitting
}

/// Somebody in the text of the first finding.
fn in_text() -> Sitting {
    let mut sitting = at_finding();
    sitting.keys("<enter>");
    sitting
}

fn text(sitting: &Sitting) -> String {
    sitting.editor().assessment.findings[0].text.clone()
}

/// What the keys make of the first finding.
fn made(keys: &str) -> String {
    let mut sitting = in_text();
    sitting.keys(keys);
    text(&sitting)
}

fn mode(sitting: &Sitting) -> String {
    sitting.state.mode_words().unwrap_or_default()
}

#[test]
fn a_text_with_words_opens_in_normal_mode_and_a_new_one_in_insert_mode() {
    let mut sitting = in_text();
    assert_eq!(mode(&sitting), "NORMAL");
    assert!(sitting.screen().contains("NORMAL"), "{}", sitting.screen());
    sitting.keys("i");
    assert_eq!(mode(&sitting), "INSERT");
    assert!(
        sitting.screen().contains("Esc normal mode"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc>");
    assert!(
        sitting.screen().contains("Esc done"),
        "{}",
        sitting.screen()
    );
    sitting.keys("v");
    assert_eq!(mode(&sitting), "VISUAL");
    sitting.keys("<esc><esc>");
    assert!(sitting.editor().typing.is_none());
    sitting.keys("+");
    assert_eq!(mode(&sitting), "INSERT");
    sitting.keys("Its custody is good.<esc><esc>");
    assert!(sitting.texts().contains(&"Its custody is good.".to_owned()));
    // A box that asks for words takes them.
    let mut sitting = at_finding();
    sitting.keys("r");
    assert_eq!(mode(&sitting), "INSERT", "{}", sitting.screen());
}

#[test]
fn operators_go_over_words_sentences_and_the_whole() {
    assert_eq!(made("0dw"), "force answers calls. It is well led.");
    assert_eq!(made("0das"), "It is well led.");
    assert_eq!(
        made("0wciwservice<esc>"),
        "The service answers calls. It is well led."
    );
    assert_eq!(made("difiGone.<esc>"), "Gone.");
    assert_eq!(made("gUif"), "THE FORCE ANSWERS CALLS. IT IS WELL LED.");
    assert_eq!(made("02dw$p"), "answers calls. It is well led.The force ");
    assert_eq!(made("0veyP"), "TheThe force answers calls. It is well led.");
    assert_eq!(
        made("0/well<enter>ciwbadly<esc>"),
        "The force answers calls. It is badly led."
    );
    assert_eq!(made("ddp"), "The force answers calls. It is well led.");
}

#[test]
fn a_change_is_one_step_and_is_made_again_by_one_key() {
    let mut sitting = in_text();
    sitting.keys("0wcwbody of people<esc>");
    assert_eq!(
        text(&sitting),
        "The body of people answers calls. It is well led."
    );
    sitting.keys("w.");
    assert_eq!(
        text(&sitting),
        "The body of people body of people calls. It is well led."
    );
    sitting.keys("uu");
    assert_eq!(text(&sitting), "The force answers calls. It is well led.");
    sitting.keys("<ctrl-r>");
    assert_eq!(
        text(&sitting),
        "The body of people answers calls. It is well led."
    );
    // In a box too.
    let mut sitting = at_finding();
    sitting.keys("rIt is led well.<esc>0dwu");
    let field = sitting.state.overlays.last().and_then(|it| it.field());
    let editor = sitting.editor();
    let typed = editor
        .typing
        .as_ref()
        .map(|it| editor.assessment.text(&it.place));
    let words = field
        .map(|it| it.text().to_owned())
        .or(typed.flatten().map(str::to_owned));
    assert_eq!(words.as_deref(), Some("It is led well."));
}

#[test]
fn in_a_new_finding_too_each_change_is_a_step_and_no_letter_behind_undo_reaches_another() {
    let mut sitting = at_finding();
    let before = sitting.texts();
    sitting.keys("+abc def<esc>0dwu");
    assert!(
        sitting.texts().contains(&"abc def".to_owned()),
        "{}",
        sitting.screen()
    );
    // Taking back the words takes the finding away: what is typed behind is said to have no field, and deletes nothing.
    sitting.keys("u").types_on("d");
    assert_eq!(sitting.texts(), before, "{}", sitting.screen());
}

#[test]
fn what_an_operator_takes_is_what_was_cut_last_and_outlives_a_kill() {
    let mut sitting = in_text();
    sitting.keys("0d2w");
    let home = sitting.kill();
    let draft = home.drafts().join("draft.toml");
    let mut again = Sitting::resume(120, 40, home.clone(), &draft).with_keys(KeySet::Vim);
    again.keys("]+<ctrl-v><esc><esc>");
    assert!(
        again.texts().iter().any(|text| text.contains("The force")),
        "{:?}",
        again.texts()
    );
}

#[test]
fn a_line_is_opened_as_a_new_finding_where_a_text_is_one_line() {
    let mut sitting = in_text();
    sitting.keys("oIts custody is good.<esc><esc>");
    assert_eq!(sitting.texts()[1], "Its custody is good.");
    assert_eq!(text(&sitting), "The force answers calls. It is well led.");
}

#[test]
fn what_comes_at_once_in_normal_mode_is_words() {
    for at_once in ["dada did it", "The Jury xxx", "yes\nand no"] {
        let mut sitting = in_text();
        sitting.message(Message::Burst(at_once.to_owned()));
        let words = at_once.replace('\n', " ");
        assert!(text(&sitting).contains(&words), "{}", text(&sitting));
        assert_eq!(text(&sitting).len(), DRAFT_TEXT.len() + words.len());
        sitting.keys("u");
        assert_eq!(text(&sitting), DRAFT_TEXT);
    }
    // A key that is held down goes on.
    let mut sitting = in_text();
    sitting.keys("0");
    sitting.message(Message::Burst("llll".to_owned()));
    sitting.keys("x");
    assert_eq!(text(&sitting), "The orce answers calls. It is well led.");
}

const DRAFT_TEXT: &str = "The force answers calls. It is well led.";

#[test]
fn letters_where_no_text_is_open_are_words_in_this_set_too() {
    let mut sitting = at_finding();
    let before = sitting.editor().assessment.clone();
    sitting.keys("The add and delete the good evidence of fire risk.");
    assert_eq!(sitting.editor().assessment, before);
    assert!(sitting.screen().contains("No text is open"));
    // One that is deleted, and another that is opened, by the letters of a word.
    let mut sitting = at_finding();
    let before = sitting.editor().assessment.clone();
    sitting.keys("delays grow");
    assert_eq!(sitting.editor().assessment, before, "{}", sitting.screen());
}

#[test]
fn a_key_of_no_use_says_how_words_are_typed() {
    let mut sitting = in_text();
    sitting.keys("Q");
    let screen = sitting.screen();
    assert!(
        screen.contains("Q does nothing in normal mode: i begins to type"),
        "{screen}"
    );
    sitting.keys(":");
    assert!(
        sitting.screen().contains("Commands"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn keys_that_wait_are_shown_with_what_gives_them_up() {
    let mut sitting = in_text();
    sitting.keys("2d");
    let screen = sitting.screen();
    assert!(screen.contains("NORMAL 2d  Esc give it up"), "{screen}");
    assert!(!screen.contains("Tab next field"), "{screen}");
    sitting.keys("<esc>/led");
    let screen = sitting.screen();
    assert!(screen.contains("NORMAL /led"), "{screen}");
    assert!(screen.contains("Enter look for it"), "{screen}");
    sitting.keys("<enter>x");
    assert_eq!(text(&sitting), "The force answers calls. It is well ed.");
}

#[test]
fn help_and_the_list_of_keys_have_what_the_modes_do() {
    let mut sitting = in_text();
    sitting.keys("<ctrl-g>normal mode");
    assert!(
        sitting.screen().contains("gg G") || sitting.screen().contains("d c y"),
        "{}",
        sitting.screen()
    );
    for set in KeySet::ALL {
        let home = crate::support::home::Home::new();
        let out = home.assay().args(["keys", "--set", set.name()]).output();
        let told = String::from_utf8(out.expect("it runs").stdout).expect("text");
        assert_eq!(
            told.contains("In a text, in normal and visual mode"),
            set == KeySet::Vim
        );
        assert_eq!(told.contains("Ctrl-X Ctrl-S"), set == KeySet::Emacs);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whatever_is_pressed_undo_gives_every_text_back(
        steps in prop::collection::vec(prop::sample::select(STEPS.to_vec()), 1..14),
    ) {
        let mut sitting = at_finding();
        sitting.pause();
        let (before, depth) = (sitting.file(), sitting.editor().undo_depth());
        sitting.keys("<enter>");
        for step in steps {
            if sitting.editor().typing.is_some() {
                sitting.keys(step);
            }
        }
        for _ in 0..5 {
            if sitting.editor().typing.is_some() || !sitting.state.overlays.is_empty() {
                sitting.keys("<esc>");
            }
        }
        prop_assert!(sitting.editor().typing.is_none(), "{}", sitting.screen());
        for _ in 0..60 {
            if sitting.editor().undo_depth() <= depth {
                break;
            }
            sitting.keys("<ctrl-z>");
        }
        sitting.pause();
        prop_assert_eq!(sitting.file(), before);
    }
}

/// Keys of all sorts, each a command or a part of one.
const STEPS: &[&str] = &[
    "d",
    "c",
    "y",
    "w",
    "b",
    "e",
    "$",
    "0",
    "iw",
    "as",
    "if",
    "x",
    "p",
    "P",
    "v",
    "V",
    "u",
    "<ctrl-r>",
    ".",
    "3",
    "\"a",
    "fe",
    "t ",
    "~",
    "gU",
    "J",
    "o",
    "O",
    "A",
    "I",
    "text ",
    "<esc>",
    "<esc>",
    "/is<enter>",
    "n",
    "*",
    "<backspace>",
    "<ctrl-w>",
    "<left>",
    "<right>",
    "<home>",
    "<shift-left>",
    "<ctrl-k>",
    "<delete>",
    "<enter>",
    "dd",
    "cc",
    "s",
    "rZ",
];

#[test]
fn a_count_of_any_size_is_done_at_once_and_says_where_it_is_less() {
    let mut sitting = in_text();
    sitting.keys("099999999999999999999999iab<esc>");
    assert!(text(&sitting).starts_with("abab"));
    assert_eq!(text(&sitting).len(), DRAFT_TEXT.len() + 2 * 9_999);
    sitting.keys("u");
    assert_eq!(text(&sitting), DRAFT_TEXT);
    // However much is put in by one count, it is no more than a text can be.
    let most = 200_000;
    let word = "officer ".repeat(500);
    let mut sitting = in_text();
    sitting.keys("09999i").paste(&word).keys("<esc>");
    assert!(text(&sitting).len() < most, "{}", text(&sitting).len());
    assert!(
        sitting.screen().contains("It is put in"),
        "{}",
        sitting.screen()
    );
    sitting.keys("u");
    assert_eq!(text(&sitting), DRAFT_TEXT);
    for again in [
        "09999yyif9999p",
        "0yif9999p",
        "0d$9999p",
        "0yif9999p9999p",
        "0iab<backspace>c<esc>9999.",
        "09999iab<backspace>c<esc>",
    ] {
        let mut sitting = in_text();
        sitting.keys(again);
        let all = text(&sitting);
        assert!(
            all.len() > 1_000 || again.contains("yy"),
            "{again}: {}",
            all.len()
        );
        assert!(all.len() < 2 * most, "{again}: {}", all.len());
    }
}

#[test]
fn steps_are_taken_back_by_a_count_and_those_of_other_texts_are_left() {
    let mut sitting = at_finding();
    sitting.keys("<down><enter>0x<esc><up><enter>0xxx");
    assert_eq!(text(&sitting), " force answers calls. It is well led.");
    sitting.keys("2u");
    assert_eq!(text(&sitting), "he force answers calls. It is well led.");
    sitting.keys("2<ctrl-r>");
    assert_eq!(text(&sitting), " force answers calls. It is well led.");
    sitting.keys("20u");
    assert_eq!(text(&sitting), DRAFT_TEXT);
    // In a box, where there are no more steps than were made.
    let mut sitting = Sitting::at(120, 40, DRAFT).with_keys(KeySet::Vim);
    sitting
        .keys("qn")
        .keys("Wexmoor police<esc>0dwx9999u9999<ctrl-r>");
    let field = sitting.state.overlays.last().and_then(|it| it.field());
    assert_eq!(
        field.map(|it| it.text()),
        Some("olice"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn no_line_is_opened_in_a_box_or_a_field_of_one_and_both_stay_open() {
    for open in ["o", "O"] {
        let mut sitting = Sitting::at(120, 40, DRAFT).with_keys(KeySet::Vim);
        sitting.keys("qn").keys("Wexmoor<esc>").keys(open);
        assert!(
            sitting.screen().contains("This text is one line"),
            "{}",
            sitting.screen()
        );
        let field = sitting.state.overlays.last().and_then(|it| it.field());
        assert_eq!(field.map(|it| it.text()), Some("Wexmoor"));
        let mut sitting = Sitting::at(120, 40, DRAFT).with_keys(KeySet::Vim);
        sitting.keys("<home><tab><enter>").keys(open);
        assert!(sitting.editor().typing.is_some(), "{}", sitting.screen());
        assert!(
            sitting.screen().contains("This text is one line"),
            "{}",
            sitting.screen()
        );
    }
}
