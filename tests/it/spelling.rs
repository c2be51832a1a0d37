//! A misspelt word is underlined in the text that is typed in, and a key offers what can be done about it: a spelling, the
//! draft's words, the house's, or to let it stand here.

#![cfg(feature = "spelling")]

use assay::assessment::Place;
use ratatui::style::Modifier;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force keeps each reciept of its officers.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force files every reciept.\"\n";

/// Somebody who types in the first finding, of which the spelling was looked at.
fn typing() -> Sitting {
    let mut sitting = Sitting::read_along(120, 40, DRAFT);
    sitting.go_to_first("victims");
    sitting.until(|screen| screen.contains("reciept\" is not in the dictionary"));
    sitting.keys("<enter>");
    sitting
}

fn text(sitting: &Sitting, at: usize) -> &str {
    &sitting.editor().assessment.findings[at].text
}

/// The words of the screen that are underlined, where the text is typed in.
fn underlined(sitting: &Sitting) -> String {
    let cells = sitting.buffer().content().iter();
    let marked = cells.filter(|cell| cell.modifier.contains(Modifier::UNDERLINED));
    marked.map(|cell| cell.symbol()).collect()
}

/// The number of misspelt words that the checks tell of.
fn told(sitting: &Sitting) -> usize {
    let all = sitting.editor().problems().all().iter();
    all.filter(|problem| problem.rule.id() == "spelling")
        .count()
}

/// Waits until the checks tell of so many misspelt words.
fn wait_for(sitting: &mut Sitting, many: usize) {
    for _ in 0..2000 {
        if told(sitting) == many {
            return;
        }
        std::thread::park_timeout(std::time::Duration::from_millis(5));
        sitting.pause();
    }
    panic!("waited in vain:\n{}", sitting.screen());
}

#[test]
fn a_misspelt_word_is_underlined_where_it_is_typed_and_another_spelling_takes_its_place_in_one_step()
 {
    let mut sitting = typing();
    assert_eq!(underlined(&sitting), "reciept");
    let before = sitting.editor().assessment.clone();
    sitting.keys("<ctrl-home><ctrl-right><ctrl-right><ctrl-right><ctrl-right><alt-.>");
    sitting.until(|screen| screen.contains("receipt"));
    let screen = sitting.screen();
    assert!(screen.contains("“reciept”: how is it spelt?"), "{screen}");
    sitting.keys("receipt<enter>");
    assert_eq!(
        text(&sitting, 0),
        "The force keeps each receipt of its officers."
    );
    assert_eq!(underlined(&sitting), "");
    // Typing goes on behind the word, and one undo takes it back.
    assert!(sitting.editor().typing.is_some());
    sitting.keys("<ctrl-z>");
    assert_eq!(sitting.editor().assessment, before);
}

#[test]
fn until_it_is_known_what_may_be_meant_enter_takes_nothing() {
    let mut sitting = typing();
    let before = sitting.editor().assessment.clone();
    let word = sitting
        .editor()
        .misspelt_in(&Place::Finding(0, assay::assessment::FindingField::Text));
    assert_eq!(word.len(), 1);
    sitting.keys("<ctrl-home><ctrl-right><ctrl-right><ctrl-right><ctrl-right><alt-.>");
    let Some(assay::app::Overlay::Picker(picker)) = sitting.state.overlays.last() else {
        panic!("no list: {}", sitting.screen());
    };
    let known = picker.list.all().len() > 3;
    assert_eq!(picker.list.lit().is_some(), known);
    sitting.until(|screen| !screen.contains("Looking for what may be meant"));
    sitting.keys("<esc>");
    assert_eq!(sitting.editor().assessment, before);
    assert!(sitting.editor().typing.is_some(), "the text is open still");
    // Where the cursor is on no such word, the key says what it needs.
    sitting.keys("<ctrl-home><alt-.>");
    let screen = sitting.screen();
    assert!(
        screen.contains("Put the cursor on a word that is underlined"),
        "{screen}"
    );
}

#[test]
fn a_word_of_the_draft_is_right_in_all_of_it_and_in_its_file() {
    let mut sitting = typing();
    assert_eq!(told(&sitting), 2);
    sitting
        .keys("<ctrl-home><ctrl-right><ctrl-right><ctrl-right><ctrl-right><alt-.>draft's<enter>");
    assert_eq!(underlined(&sitting), "");
    sitting.keys("<esc>");
    wait_for(&mut sitting, 0);
    let file = sitting.file();
    assert!(file.contains("words = [\"reciept\"]"), "{file}");
    sitting.keys("u");
    wait_for(&mut sitting, 2);
    assert!(!sitting.file().contains("words ="), "{}", sitting.file());
}

#[test]
fn a_word_of_the_house_is_kept_in_the_settings_beside_those_that_are_there() {
    let mut sitting = typing();
    sitting
        .home
        .write("config.toml", "# mine\nwords = \"Wexmoor\"\n");
    sitting
        .keys("<ctrl-home><ctrl-right><ctrl-right><ctrl-right><ctrl-right><alt-.>house's<enter>");
    let home = sitting.home.path().to_owned();
    let settings = std::fs::read_to_string(home.join("config.toml")).expect("settings");
    assert_eq!(settings, "# mine\nwords = \"Wexmoor reciept\"\n");
    let screen = sitting.screen();
    assert!(
        screen.contains("Words of the house: Wexmoor reciept"),
        "{screen}"
    );
    sitting.keys("<esc>");
    wait_for(&mut sitting, 0);
}

#[test]
fn a_word_that_is_ignored_here_is_told_of_elsewhere_and_so_are_others_here() {
    let mut sitting = typing();
    sitting.keys("<ctrl-home><ctrl-right><ctrl-right><ctrl-right><ctrl-right><alt-.>ignore<enter>");
    assert_eq!(underlined(&sitting), "");
    sitting.keys("<ctrl-end> Wel<esc>").pause();
    sitting.until(|screen| screen.contains("Wel\" is not in the dictionary"));
    let problems = sitting.editor().problems().all().iter();
    let told: Vec<String> = problems
        .filter(|problem| problem.rule.id() == "spelling")
        .map(|problem| format!("{} {}", problem.place, problem.what))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|told| told.starts_with("f2")), "{told:?}");
}

#[test]
fn the_same_draft_is_told_the_same_each_time() {
    let home = Home::new();
    // Of words that are as near as others, one is suggested.
    let text = "The symlink of the collegue was definately recieved in the enviroment, tommorow untill the goverment.";
    let draft = DRAFT.replace("The force files every reciept.", text);
    home.write("d.toml", &draft);
    let check = || {
        let told = home.assay().args(["check", "--all", "d.toml"]).output();
        String::from_utf8(told.expect("it runs").stdout).expect("text")
    };
    let first = check();
    assert!(first.contains("symlink"), "{first}");
    for _ in 0..6 {
        assert_eq!(check(), first);
    }
}
