//! The sets of keys: keys that wait for others, what each set does where words are typed, and that a set is changed from
//! inside, at once.

use assay::app::{KeySet, Message, Scope, TABLE};
use assay::config::{Config, load};

use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n";

/// Somebody at the first finding of a draft.
fn at_finding(set: KeySet) -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT).with_keys(set);
    sitting.go_to_first("victims");
    sitting
}

/// Somebody at the first finding with keys of their own.
fn with_bindings(settings: &str) -> Sitting {
    let mut sitting = at_finding(KeySet::Plain);
    let config: Config = load(settings, "c").expect("settings");
    sitting.state.keymap = config.keymap().into();
    sitting
}

fn text(sitting: &Sitting) -> String {
    sitting.editor().assessment.findings[0].text.clone()
}

#[test]
fn a_key_that_waits_shows_what_may_follow_and_is_given_up() {
    let mut sitting = at_finding(KeySet::Emacs);
    sitting.keys("<ctrl-x>");
    let screen = sitting.screen();
    assert!(
        screen.contains("Ctrl-X waits for the key that follows"),
        "{screen}"
    );
    assert!(screen.contains("Ctrl-S save"), "{screen}");
    for gives_up in ["<esc>", "<ctrl-g>"] {
        let mut sitting = at_finding(KeySet::Emacs);
        sitting.keys("<ctrl-x>").keys(gives_up);
        assert!(sitting.state.editor.is_some());
        assert!(!sitting.screen().contains("Ctrl-S save"));
        // The next key is a command again.
        sitting.keys("+").keys("Its custody is good.<esc>");
        assert!(sitting.texts().contains(&"Its custody is good.".to_owned()));
    }
    sitting.keys("d");
    assert!(sitting.screen().contains("Ctrl-X d is no key here."));
    assert_eq!(text(&sitting), "The force answers.");
}

#[test]
fn keys_one_after_the_other_do_what_the_table_says() {
    let mut sitting = at_finding(KeySet::Emacs);
    sitting.keys("<enter>X<ctrl-x><ctrl-s>");
    assert!(sitting.file().contains("The force answers.X"));
    sitting.keys("<ctrl-x>u");
    assert_eq!(text(&sitting), "The force answers.");
    sitting.keys("<ctrl-x>h<ctrl-w>");
    assert_eq!(text(&sitting), "");
    // A character behind a key that waits in a text, and is none that may follow, is text.
    sitting.keys("<ctrl-x>z");
    assert_eq!(text(&sitting), "z");
    sitting.keys("<ctrl-y>");
    assert_eq!(text(&sitting), "zThe force answers.");
}

#[test]
fn letters_that_wait_and_come_to_nothing_are_words() {
    let settings = "[keys]\ngrade = []\nadd = [\"g g\"]\nkind = [\"g t\"]\n";
    for prose in ["going on", "gathers evidence"] {
        let mut sitting = with_bindings(settings);
        let before = sitting.editor().assessment.clone();
        sitting.keys(prose);
        let screen = sitting.screen();
        assert_eq!(sitting.editor().assessment, before, "{screen}");
        assert!(screen.contains(&format!("“{prose}” is kept")), "{screen}");
        // All of it at once is words too, whatever waited.
        let mut sitting = with_bindings(settings);
        sitting.keys("g");
        sitting.message(Message::Burst(prose[1..].to_owned()));
        let screen = sitting.screen();
        assert!(screen.contains(&format!("“{prose}” is kept")), "{screen}");
    }
    let mut sitting = with_bindings(settings);
    sitting.keys("gg");
    assert!(sitting.editor().typing.is_some(), "{}", sitting.screen());
}

#[test]
fn settings_take_keys_one_after_the_other_and_refuse_what_clashes_by_its_name() {
    let refused = |settings: &str| load(settings, "c").expect_err("a clash").to_string();
    let prefix = refused("[keys]\nadd = [\"d d\"]\n");
    assert!(
        prefix.contains("\"d\" is bound to both \"add\" and \"delete\", by itself to one of them"),
        "{prefix}"
    );
    let in_set = refused("key-set = \"emacs\"\n[keys]\nadd = [\"ctrl-x\"]\n");
    assert!(in_set.contains("in the key set \"emacs\""), "{in_set}");
    // The set may stand anywhere above, and what is free in one need not be in another.
    let free = "[keys]\nadd = [\"ctrl-x a\"]\ncut = []\n";
    assert!(load(free, "c").is_ok());
    assert!(load(&format!("key-set = \"emacs\"\n{free}"), "c").is_ok());
    let no_set = refused("key-set = \"emac\"\n");
    assert!(no_set.contains("did you mean \"emacs\"?"), "{no_set}");
    let no_key = refused("[keys]\nadd = [\"ctrl-x crtl-s\"]\n");
    assert!(
        no_key.contains("\"ctrl-x crtl-s\" is not a key"),
        "{no_key}"
    );
}

#[test]
fn a_set_is_changed_from_inside_at_once() {
    let mut sitting = at_finding(KeySet::Plain);
    sitting.keys(",key-set<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("emacs"), "{screen}");
    sitting.keys("emacs<enter>");
    assert_eq!(sitting.state.keymap.set(), KeySet::Emacs);
    sitting.keys("<esc><ctrl-x>");
    assert!(
        sitting.screen().contains("Ctrl-X waits"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn the_line_editors_keys_put_back_what_they_cut() {
    for set in [KeySet::Plain, KeySet::Emacs] {
        let mut sitting = at_finding(set);
        sitting.keys("<enter><ctrl-a><ctrl-k>Now <ctrl-y>");
        assert_eq!(text(&sitting), "Now The force answers.", "{set:?}");
        // In a box too.
        let mut sitting = Sitting::at(120, 40, DRAFT).with_keys(set);
        sitting
            .keys("<esc><esc>qn")
            .keys("Wexmoor<ctrl-u>In <ctrl-y>");
        let field = sitting.state.overlays.last().and_then(|it| it.field());
        assert_eq!(field.map(|it| it.text()), Some("In Wexmoor"), "{set:?}");
    }
    // Where something was taken back, the plain set makes it again.
    let mut sitting = at_finding(KeySet::Plain);
    sitting.keys("<enter><ctrl-a><ctrl-k><ctrl-z><ctrl-y>");
    assert_eq!(text(&sitting), "");
}

#[test]
fn what_was_cut_before_takes_the_place_of_what_was_put_back() {
    let mut sitting = at_finding(KeySet::Emacs);
    sitting.keys("<enter><ctrl-a><alt-d><ctrl-e><ctrl-w>");
    assert_eq!(text(&sitting), " force ");
    sitting.keys("<ctrl-y>");
    assert_eq!(text(&sitting), " force answers.");
    sitting.keys("<alt-y>");
    assert_eq!(text(&sitting), " force The");
    sitting.keys("<alt-y>");
    assert_eq!(text(&sitting), " force answers.");
    sitting.keys("<left><alt-y>");
    assert_eq!(text(&sitting), " force answers.");
    assert!(
        sitting
            .screen()
            .contains("Nothing was put back by the last key")
    );
}

#[test]
fn a_mark_selects_until_something_is_done_with_it() {
    let mut sitting = at_finding(KeySet::Emacs);
    sitting.keys("<enter><ctrl-a><ctrl-space><alt-f><alt-f><alt-w><ctrl-e> <ctrl-y>");
    assert_eq!(text(&sitting), "The force answers. The force");
    sitting.keys("<ctrl-a><ctrl-space><alt-f><ctrl-g><ctrl-e><ctrl-w>");
    assert_eq!(text(&sitting), "The force answers. The ");
}

#[test]
fn every_place_has_no_key_twice_in_any_set() {
    for set in KeySet::ALL {
        let map = assay::app::Keymap::new(set, &Default::default());
        let map = map.expect("no clash");
        for entry in TABLE {
            for scope in Scope::ALL.iter().filter(|scope| entry.is_in(**scope)) {
                let all = entry.sequences(set);
                let text =
                    |it: &&assay::app::KeySequence| !(scope.takes_text() && it.begins_typed());
                let here = map.keys_in(*scope, entry.command).count();
                assert_eq!(
                    here,
                    all.iter().filter(text).count(),
                    "{} {scope:?}",
                    entry.name
                );
            }
        }
    }
}

#[test]
fn the_set_emacs_goes_by_sentences_and_pages_and_looks_back() {
    let draft = DRAFT.replace("The force answers.", "The force answers. It is led well.");
    let at = |keys: &str| {
        let mut sitting = Sitting::at(120, 40, &draft).with_keys(KeySet::Emacs);
        sitting.go_to_first("victims");
        sitting.keys("<enter>").keys(keys);
        text(&sitting)
    };
    assert_eq!(
        at("<ctrl-a><alt-e>|"),
        "The force answers.| It is led well."
    );
    assert_eq!(
        at("<ctrl-a><alt-e><alt-e>|"),
        "The force answers. It is led well.|"
    );
    assert_eq!(at("<alt-a>|"), "The force answers. |It is led well.");
    assert_eq!(at("<alt-a><alt-a>|"), "|The force answers. It is led well.");
    assert_eq!(
        at("<alt-a><alt-a><ctrl-space><alt-e><ctrl-w>"),
        " It is led well."
    );

    let mut sitting = Sitting::at(120, 40, EXAMPLE).with_keys(KeySet::Emacs);
    let first = sitting.screen();
    sitting.keys("<ctrl-v>");
    assert_ne!(sitting.screen(), first);
    sitting.keys("<home>").keys("<ctrl-v>");
    let down = sitting.editor().page;
    sitting.keys("<alt-v>");
    assert_ne!(sitting.editor().page, down);

    // In a text as long as some pages.
    let long = draft.replace("It is led well.", &"It is led well. ".repeat(200));
    let mut sitting = Sitting::at(120, 40, &long).with_keys(KeySet::Emacs);
    sitting.go_to_first("victims");
    sitting.keys("<enter><alt-less>");
    let place = |sitting: &Sitting| sitting.editor().typing.as_ref().map(|it| it.cursor.at());
    let start = place(&sitting);
    sitting.keys("<ctrl-v>");
    assert!(place(&sitting) > start, "{:?}", place(&sitting));
    sitting.keys("<alt-v>");
    assert_eq!(place(&sitting), start);

    let mut sitting = Sitting::at(120, 40, EXAMPLE).with_keys(KeySet::Emacs);
    sitting.keys("<ctrl-s>constabulary<enter>");
    let spot = |sitting: &Sitting| (sitting.editor().page, sitting.editor().row);
    sitting.keys("nn");
    let here = spot(&sitting);
    sitting.keys("n<ctrl-r>");
    assert_eq!(spot(&sitting), here);
    sitting.keys("<ctrl-g><ctrl-r>");
    assert!(
        sitting.screen().contains("Find words"),
        "{}",
        sitting.screen()
    );
}

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");
