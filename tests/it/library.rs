//! The library: the list of drafts, and beside it the one that is chosen.

use std::path::PathBuf;

use assay::app::{DraftCard, LibraryNews, Message};

use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

const DRAFTS: [(&str, &str); 4] = [
    (
        "annual.toml",
        include_str!("../../assets/examples/annual.toml"),
    ),
    (
        "caldermere.toml",
        include_str!("../../assets/examples/peel-2018.toml"),
    ),
    (
        "thornmoor.toml",
        include_str!("../../assets/examples/frs-2023.toml"),
    ),
    (
        "estuary.toml",
        include_str!("../../assets/examples/inspection/estuary.toml"),
    ),
];

/// A sitting at a library of some drafts and an inspection, each last changed at the same time for people.
fn library(width: u16, height: u16, more: &[(&str, &str)]) -> Sitting {
    let mut sitting = Sitting::new(width, height);
    for (name, text) in DRAFTS.iter().chain(more) {
        sitting.home.write(&format!("data/assay/{name}"), text);
    }
    sitting.keys("<ctrl-l>");
    let mut cards: Vec<DraftCard> = sitting.state.library.cards.clone().expect("drafts");
    cards.sort_by(|one, other| one.path.cmp(&other.path));
    for card in &mut cards {
        card.changed = "1 Mar 2023 11:42".to_owned();
    }
    sitting.send(Message::Library(LibraryNews::Listed {
        cards,
        first: true,
        last: true,
    }));
    sitting
}

/// The example without an opening and without two of its grades, as a draft on the way looks.
fn on_the_way() -> String {
    let example = DRAFTS[0].1;
    let stance = example.lines().find(|line| line.starts_with("stance = \""));
    let without = example.replacen(stance.expect("an opening"), "", 1);
    without.replacen("grade = \"good\"", "", 2)
}

#[test]
fn the_chosen_draft_stands_beside_the_list_where_there_is_room() {
    for (width, height, size) in [
        (120, 40, "a wide screen"),
        (80, 24, "eighty columns"),
        (200, 60, "a very wide screen"),
        (40, 12, "forty columns"),
    ] {
        let on_the_way = on_the_way();
        let mut sitting = library(width, height, &[("begun.toml", &on_the_way)]);
        sitting.keys("<home><down>");
        let name = format!("the library on {size}");
        snapshot("screens", &name, &sitting.styled());
    }
}

#[test]
fn what_is_left_to_do_is_said_in_the_list_and_in_full_beside_it() {
    let on_the_way = on_the_way();
    let mut sitting = library(140, 40, &[("begun.toml", &on_the_way)]);
    sitting.keys("<home><down>");
    let screen = sitting.screen();
    for words in [
        "2 to grade, opening",
        "Annual assessment · begun.toml",
        "the statement has no opening sentence",
        "no grade yet",
        "requires improvement",
    ] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    // The inspection beside it says which drafts it is of.
    sitting.keys("<end><up>");
    let screen = sitting.screen();
    assert!(screen.contains("inspection of 3"), "{screen}");
    assert!(screen.contains("saltmarsh.toml"), "{screen}");
}

#[test]
fn what_was_changed_in_a_draft_is_what_stands_beside_the_list_afterwards() {
    let mut sitting = Sitting::new(140, 50);
    sitting.home.write("data/assay/draft.toml", DRAFTS[0].1);
    sitting.keys("<ctrl-l>");
    assert!(
        sitting.screen().contains("balanced budget"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter><home><down><down><tab>+The constabulary keeps its word.<esc>q");
    let screen = sitting.screen();
    assert!(screen.contains("drafts of assessments"), "{screen}");
    assert!(screen.contains("keeps its word"), "{screen}");
}

#[test]
fn the_marking_of_a_draft_stands_over_its_statement_in_the_library_too() {
    let marked = DRAFTS[0].1.replace(
        "[overall]\n",
        "[overall]\nmarking = \"OFFICIAL-SENSITIVE\"\n",
    );
    let mut sitting = Sitting::new(120, 40);
    sitting.home.write("data/assay/draft.toml", &marked);
    sitting.keys("<ctrl-l>");
    assert!(sitting.screen().contains("OFFICIAL-SENSITIVE"));
}

#[test]
fn a_filter_is_cleared_and_the_cursor_stays_on_its_draft() {
    let mut sitting = library(120, 40, &[]);
    sitting.keys("/thornmoor<enter>");
    assert_eq!(sitting.state.library.many(), 1);
    sitting.keys("<esc>");
    assert_eq!(sitting.state.library.many(), 4);
    let chosen = sitting.state.library.chosen().map(|card| card.path.clone());
    let named = |path: PathBuf| path.ends_with("thornmoor.toml");
    assert!(chosen.is_some_and(named));
    // The framework is looked for as well as the body.
    sitting.keys("/peel<enter>");
    assert_eq!(sitting.state.library.many(), 1);
}

/// The steps of the walk as somebody does them who does what they say.
const STEPS: [&str; 12] = [
    "]]",
    "<tab>",
    "+The constabulary answers letters within a day<esc>",
    "<tab>",
    "<enter>",
    "-Should answer every letter<esc>",
    "vInterview with the post room, May 2023<enter>",
    "<home><down><down><down>fpleased-that<enter>",
    "ggood<enter>",
    "o<down><enter>",
    "c<esc>",
    "p<enter><esc>",
];

#[test]
fn the_walk_has_twelve_steps_each_done_by_the_user_and_the_last_one_prints() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("x<enter>");
    for (nth, keys) in STEPS.iter().enumerate() {
        let step = format!("Step {} of 12", nth + 1);
        let screen = sitting.screen();
        assert!(screen.contains(&step), "{step}\n{screen}");
        if nth == 2 {
            snapshot("screens", "the walk through the example", &sitting.styled());
        }
        sitting.keys(keys);
    }
    let screen = sitting.screen();
    assert!(screen.contains("The walk is over"), "{screen}");
    let mut files = std::fs::read_dir(sitting.home.drafts()).expect("the folder");
    assert!(files.any(|file| {
        let name = file.expect("a file").file_name();
        name.to_string_lossy().ends_with(".txt")
    }));
}

#[test]
fn the_walk_is_left_and_taken_up_again_where_it_was() {
    let mut sitting = Sitting::new(80, 24);
    sitting.keys("x<enter>").keys(&STEPS[..6].concat());
    assert!(
        sitting.screen().contains("Step 7 of 12"),
        "{}",
        sitting.screen()
    );
    sitting.keys("z");
    assert!(!sitting.screen().contains("Step 7 of 12"));
    sitting.keys("z");
    assert!(sitting.screen().contains("Step 7 of 12"));
    // Another day: what stands in the draft tells where the walk stands.
    let mut sitting = Sitting::again(40, 12, sitting.leave());
    sitting.keys("<enter>");
    assert!(
        sitting.screen().contains("7/12 Say how you know"),
        "{}",
        sitting.screen()
    );
    // No other draft is walked through.
    let sitting = Sitting::at(80, 24, DRAFTS[0].1);
    assert!(!sitting.screen().contains("of 12"));
}

#[test]
fn a_theme_is_seen_before_it_is_chosen_and_esc_brings_back_the_one_before() {
    let mut sitting = Sitting::at(120, 40, DRAFTS[0].1);
    let settings = sitting.home.path().join("config.toml");
    let own = "# mine\nmouse = false # never\n";
    std::fs::write(&settings, own).expect("a file");
    let ground = |sitting: &Sitting| sitting.buffer()[(0, 2)].bg;
    let dark = ground(&sitting);
    sitting.keys(",");
    snapshot("screens", "the settings", &sitting.styled());
    sitting.keys("theme<enter>light");
    assert_ne!(ground(&sitting), dark, "it is seen");
    sitting.keys("<esc>");
    assert_eq!(ground(&sitting), dark, "Esc brings back what was");
    assert_eq!(std::fs::read_to_string(&settings).expect("a file"), own);
    sitting.keys("<enter>light<enter>");
    assert_ne!(ground(&sitting), dark, "it is chosen");
    let saved = std::fs::read_to_string(&settings).expect("a file");
    assert_eq!(saved, format!("{own}theme = \"light\"\n"));
}

#[test]
fn a_setting_is_changed_from_inside_and_a_wrong_value_is_refused_with_what_would_be_right() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys(",inspector.name<enter>Rosalind Achterberg<enter>");
    // The list stays, with what was set in it, and shows all.
    let screen = sitting.screen();
    assert!(
        screen.contains("Rosalind Achterberg") && screen.contains("Theme: "),
        "{screen}"
    );
    sitting.keys("<esc>");
    let settings = sitting.home.path().join("config.toml");
    let saved = std::fs::read_to_string(&settings).expect("a file");
    assert_eq!(saved, "[inspector]\nname = \"Rosalind Achterberg\"\n");
    // The next draft goes by it.
    sitting.keys("nWexmoor Constabulary<enter><enter>");
    assert_eq!(
        sitting.editor().assessment.inspector.name,
        "Rosalind Achterberg"
    );
    sitting.keys(",print.width<enter>another<enter><ctrl-u>wide<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("a whole number is wanted"), "{screen}");
    assert_eq!(std::fs::read_to_string(&settings).expect("a file"), saved);
}

#[test]
fn who_closes_a_draft_is_on_it_in_the_library_and_reading_aloud_leads_back_there() {
    let mut sitting = Sitting::new(120, 40);
    for name in ["Wexmoor Constabulary", "Saltmarsh Police", "Thornby Police"] {
        sitting.keys("n").keys(name).keys("<enter><enter>");
        sitting.keys("<enter>Rosalind Achterberg<esc>q");
    }
    let chosen = |sitting: &Sitting| {
        let card = sitting.state.library.chosen().expect("a draft");
        card.subject.clone()
    };
    assert_eq!(chosen(&sitting), "Thornby Police");
    sitting.keys("<down><down>");
    let wanted = chosen(&sitting);
    sitting.keys("<enter>q");
    assert_eq!(chosen(&sitting), wanted);
    sitting.keys("s");
    assert!(sitting.state.read_aloud().is_some(), "{}", sitting.screen());
    sitting.keys("<esc>");
    assert!(sitting.state.editor.is_none(), "{}", sitting.screen());
    assert_eq!(chosen(&sitting), wanted);
}

#[test]
fn who_signed_the_last_draft_is_offered_for_the_next() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("nWexmoor Constabulary<enter><enter>");
    sitting.keys("<enter>Rosalind Achterberg<tab>His<down><tab><esc>q");
    sitting.keys("nSaltmarsh Police<enter><enter><enter>");
    assert!(
        sitting.screen().contains("Rosalind Achterberg"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<down><tab><esc>");
    let inspector = &sitting.editor().assessment.inspector;
    assert_eq!(inspector.name, "Rosalind Achterberg");
    assert!(inspector.office.contains("Majesty"), "{inspector:?}");
}

#[test]
fn an_empty_row_that_is_left_leads_back_to_where_it_was_begun() {
    let mut sitting = Sitting::at(120, 40, DRAFTS[0].1);
    sitting.keys("<home>]]<tab><home>");
    let here = |sitting: &Sitting| {
        let editor = sitting.editor();
        (editor.pane, editor.page, editor.row)
    };
    let before = here(&sitting);
    sitting.keys("+<esc>");
    assert_eq!(here(&sitting), before);
}

#[test]
fn words_that_are_in_a_draft_find_it_and_stay_lit_when_it_is_opened() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut sitting = library(width, height, &[]);
        sitting.keys("/ANGLERS");
        let screen = sitting.screen();
        assert!(screen.contains("No draft has these words"), "{screen}");
        // Case is nothing.
        sitting.keys("<ctrl-u>OXYGEN tells");
        let shown = sitting.state.library.shown().map(|it| it.subject.clone());
        assert_eq!(
            shown.collect::<Vec<_>>(),
            ["Thornmoor Fire and Rescue Service"]
        );
        let screen = sitting.screen();
        let said = match width {
            40 => "Thornmoor",
            _ => "… supplier of home oxygen tells",
        };
        assert!(screen.contains(said), "{screen}");
        // The first Enter ends the typing, the second opens what was found; no place was left for it yet.
        sitting.keys("<enter><enter>");
        let screen = sitting.screen();
        assert!(!screen.contains("where you were"), "{screen}");
        let editor = sitting.editor();
        let on = editor
            .assessment
            .text(&editor.current().unwrap().place().unwrap());
        assert!(on.unwrap().contains("oxygen"), "{on:?}");
        assert!(editor.search.is_some());
    }
}

#[test]
fn a_name_comes_before_what_is_inside_and_esc_shows_all_drafts_again() {
    let mut sitting = library(120, 40, &[]);
    let all = sitting.state.library.many();
    sitting.keys("/thornmoor");
    let shown: Vec<String> = sitting
        .state
        .library
        .shown()
        .map(|it| it.subject.clone())
        .collect();
    assert_eq!(shown, ["Thornmoor Fire and Rescue Service"]);
    sitting.keys("<ctrl-u>force");
    let shown = sitting.state.library.many();
    assert!(shown >= 1, "{}", sitting.screen());
    sitting.keys("<esc>");
    assert_eq!(sitting.state.library.many(), all);
    assert!(
        sitting
            .state
            .library
            .shown()
            .all(|card| sitting.state.library.inside(card).is_none())
    );
}

#[test]
fn a_draft_that_is_changed_is_looked_into_anew() {
    let mut sitting = library(120, 40, &[]);
    sitting.keys("/moorland rescue dogs");
    assert_eq!(sitting.state.library.many(), 0, "{}", sitting.screen());
    let changed =
        DRAFTS[2]
            .1
            .replacen("within a day", "within a day, with moorland rescue dogs", 1);
    assert_ne!(changed, DRAFTS[2].1);
    sitting.home.write("data/assay/thornmoor.toml", &changed);
    sitting.keys("<enter><ctrl-l>");
    assert_eq!(sitting.state.library.many(), 1, "{}", sitting.screen());
    // What has them no more is not shown for them any more.
    sitting.home.write("data/assay/thornmoor.toml", DRAFTS[2].1);
    sitting.keys("<ctrl-l>");
    assert_eq!(sitting.state.library.many(), 0, "{}", sitting.screen());
}

#[test]
fn one_goes_back_from_a_draft_to_the_one_before_and_to_where_one_was_in_it() {
    let mut sitting = library(120, 40, &[]);
    let here = |sitting: &Sitting| {
        let editor = sitting.editor();
        let name = editor.assessment.subject.name.clone();
        (name, editor.page_title(editor.page).to_owned())
    };
    sitting.keys("<less>");
    assert!(
        sitting.screen().contains("nor left a draft"),
        "{}",
        sitting.screen()
    );
    sitting.keys("/caldermere<enter><enter>]]]");
    let first = here(&sitting);
    // What was just typed is saved on the way.
    sitting.keys("+Words that nobody saved yet<esc>q");
    sitting.keys("/thornmoor<enter><enter>]]]]");
    let second = here(&sitting);
    assert_ne!(first.0, second.0);
    // The walk to the page first, then over to the other draft.
    sitting.keys("<less><less>");
    assert_eq!(here(&sitting), first);
    assert!(
        sitting
            .texts()
            .iter()
            .any(|it| it == "Words that nobody saved yet")
    );
    sitting.keys(">");
    assert_eq!(here(&sitting).0, second.0);
    // From the library, too.
    sitting.keys("q<less>");
    assert_eq!(here(&sitting).0, second.0);
    // A draft that has another name meanwhile is found by what it is, whoever gave it that.
    let second = here(&sitting);
    sitting.keys("q");
    let drafts = sitting.home.drafts();
    let is_at = |sitting: &Sitting, name: &str| {
        let path = &sitting.editor().file.path;
        assert!(path.ends_with(name), "{path:?}\n{}", sitting.screen());
    };
    std::fs::rename(drafts.join("thornmoor.toml"), drafts.join("moor.toml")).unwrap();
    sitting.keys("<less>");
    assert_eq!(here(&sitting), second);
    is_at(&sitting, "moor.toml");
    std::fs::rename(drafts.join("caldermere.toml"), drafts.join("mere.toml")).unwrap();
    sitting.keys("<less>");
    assert_eq!(here(&sitting), first);
    is_at(&sitting, "mere.toml");
    sitting.keys("q/<ctrl-u>caldermere<enter>r<ctrl-u>lake<enter><down><enter>");
    assert!(drafts.join("lake.toml").exists(), "{}", sitting.screen());
    sitting.keys("<less>");
    assert_eq!(here(&sitting), first);
    is_at(&sitting, "lake.toml");
    sitting.keys("]");
    let third = here(&sitting);
    // Under another name it goes on, and so does the way back in it.
    sitting.keys("S<ctrl-u>tarn<enter>]]");
    is_at(&sitting, "tarn.toml");
    sitting.keys("<less>");
    assert_eq!(here(&sitting), third);
    is_at(&sitting, "tarn.toml");
    sitting.keys("q/<ctrl-u>thornmoor<enter><enter>");
    is_at(&sitting, "moor.toml");
    // A draft that is gone leaves one where one is told of it.
    sitting.keys("q");
    std::fs::remove_file(drafts.join("moor.toml")).unwrap();
    sitting.keys("<less>");
    assert!(sitting.state.editor.is_none());
    assert!(
        sitting.screen().contains("moor.toml"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn the_next_start_opens_a_draft_where_it_was_left_as_far_as_that_is_still_there() {
    let here = |sitting: &Sitting| {
        let editor = sitting.editor();
        let place = editor.current().and_then(|row| row.place());
        (editor.page, editor.pane, place, editor.sentence)
    };
    for (keys, leave) in [
        ("]]]<tab><down>", "q<ctrl-q>"),
        ("]]<tab><tab><down>", "<ctrl-q>"),
        ("/oxygen<enter><esc>", "<ctrl-q>"),
    ] {
        let mut sitting = library(120, 40, &[]);
        sitting.keys("/thornmoor<enter><enter>").keys(keys);
        let left = here(&sitting);
        sitting.keys(leave);
        let mut again = Sitting::at_library(120, 40, sitting.leave());
        again.keys("/thornmoor<enter><enter>");
        assert_eq!(here(&again), left, "{keys}");
    }
    // The finding is gone from the file when it is opened again.
    let mut sitting = library(120, 40, &[]);
    sitting.keys("/thornmoor<enter><enter>/oxygen<enter><esc><ctrl-q>");
    let home = sitting.leave();
    let without = DRAFTS[2].1.replacen("oxygen", "nothing of the kind", 1);
    home.write(
        "data/assay/thornmoor.toml",
        &without.replacen("id = \"f", "id = \"other-f", 40),
    );
    let mut again = Sitting::at_library(120, 40, home);
    again.keys("/thornmoor<enter><enter>");
    assert!(again.state.editor.is_some(), "{}", again.screen());
}

#[test]
fn a_draft_with_edits_or_words_that_are_in_no_file_says_so_in_its_row_and_beside_it_until_it_has_them()
 {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut sitting = library(width, height, &[]);
        sitting.keys("/thornmoor<enter><enter>").keys("]]]<tab>");
        sitting.stalled = true;
        sitting.keys("+It is a moor<esc>");
        // The machine goes down before anything is saved.
        let home = sitting.kill();
        let mut again = Sitting::at_library(width, height, home);
        again.keys("<home>");
        let screen = again.screen();
        let told = match width {
            40 => screen.contains("not saved") || screen.contains('●'),
            _ => screen.contains("edits not saved") || screen.contains("edit not saved"),
        };
        assert!(told, "{screen}");
        again.keys("/thornmoor<enter>");
        let beside = "not in the file";
        assert!(
            width < 100 || again.screen().contains(beside),
            "{}",
            again.screen()
        );
        // Once it was opened and saved, nothing waits.
        again.keys("<enter>").pause();
        again.message(Message::Rested);
        again.keys("<ctrl-s>q<esc>");
        let screen = again.screen();
        assert!(
            !screen.contains("not saved") && !screen.contains('●'),
            "{screen}"
        );
    }
    // Words in a box that nobody has answered.
    let mut sitting = library(120, 40, &[]);
    sitting.keys("/thornmoor<enter><enter>]]]<tab>vA survey<esc>q<esc>");
    assert!(
        sitting.screen().contains("words wait"),
        "{}",
        sitting.screen()
    );
}
