//! Evidence that comes out of files of others, on the screen: each item is shown before it is in the draft.

use assay::app::Page;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "# kept\nformat = 1\nid = \"d\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[evidence]]\nid = \"e1\"\ntitle = \"Chief officer\"\nkind = \"interview\"\n";

const TABLE: &str = "Title,Kind,Day,Notes\nSergeants of custody,Focus group,5/3/2024,They wait\nCall takers,interview,6/3/2024,\nChief officer,interview,,\nPanel,survey,31/2/2024,\n";

/// Somebody on the page of the evidence of a draft, beside which these files stand.
fn at_evidence(files: &[(&str, &str)]) -> Sitting {
    let home = Home::new();
    for (name, text) in files {
        home.write(&format!("data/assay/{name}"), text);
    }
    let draft = home.write("data/assay/draft.toml", DRAFT);
    let mut sitting = Sitting::resume(120, 40, home, &draft);
    while sitting.editor().page != Page::Evidence {
        sitting.keys("]");
    }
    sitting
}

fn titles(sitting: &Sitting) -> Vec<String> {
    let evidence = sitting.editor().assessment.evidence.iter();
    evidence.map(|item| item.title.clone()).collect()
}

#[test]
fn one_item_of_a_table_comes_in_after_a_look_and_the_list_stays_for_the_others() {
    let mut sitting = at_evidence(&[("t.csv", TABLE)]);
    sitting.keys("I").keys("t.csv<enter>");
    sitting.until(|screen| screen.contains("From t.csv"));
    let screen = sitting.screen();
    for seen in [
        "From t.csv",
        "all 3 items",
        "Sergeants of custody",
        "1 row is there already",
    ] {
        assert!(screen.contains(seen), "{seen}:\n{screen}");
    }
    sitting.keys("<down>");
    let screen = sitting.screen();
    assert!(screen.contains("date: 2024-03-05"), "{screen}");
    assert!(screen.contains("note: They wait"), "{screen}");
    assert_eq!(titles(&sitting), ["Chief officer"], "nothing is in yet");

    sitting.keys("<enter>");
    assert_eq!(titles(&sitting), ["Chief officer", "Sergeants of custody"]);
    let screen = sitting.screen();
    assert!(
        screen.contains("all 2 items") && screen.contains("Call takers"),
        "{screen}"
    );

    // The rest at once, in one step.
    sitting.keys("<home><enter>");
    assert_eq!(sitting.editor().assessment.evidence.len(), 4);
    assert!(
        sitting.file().contains("title = \"Panel\""),
        "{}",
        sitting.file()
    );
    sitting.keys("u");
    assert_eq!(titles(&sitting), ["Chief officer", "Sergeants of custody"]);
    sitting.keys("u").pause();
    assert_eq!(sitting.file(), DRAFT);
}

#[test]
fn esc_takes_nothing_in_and_what_is_there_is_told_as_nothing_new() {
    let mut sitting = at_evidence(&[
        ("t.csv", TABLE),
        ("same.csv", "Title,Kind\nChief officer,interview\n"),
    ]);
    sitting.keys("I").keys("t.csv<enter>");
    sitting.until(|screen| screen.contains("From t.csv"));
    sitting.keys("<esc>");
    assert_eq!(titles(&sitting), ["Chief officer"]);
    sitting.keys("I").keys("same.csv<enter>");
    sitting.until(|screen| screen.contains("same.csv"));
    let screen = sitting.screen();
    assert!(
        screen.contains("Nothing of “same.csv” comes in. 1 row is there already."),
        "{screen}"
    );
}

#[test]
fn the_files_of_a_folder_are_offered_and_a_file_that_is_not_there_is_told() {
    let mut sitting = at_evidence(&[("notes/minutes.txt", "said"), ("bad.csv", "title,,kind\n")]);
    sitting.keys("I").keys("notes<enter>");
    sitting.until(|screen| screen.contains("From notes"));
    sitting.keys("<down><enter>");
    let evidence = &sitting.editor().assessment.evidence;
    let last = evidence.last().expect("one came in");
    assert_eq!(
        (last.title.as_str(), last.reference.as_str()),
        ("minutes", "notes/minutes.txt")
    );
    assert_eq!(last.sha256.len(), 64);
    sitting.keys("I").keys("nowhere.csv<enter>");
    sitting.until(|screen| screen.contains("nowhere.csv"));
    sitting.keys("I").keys("bad.csv<enter>");
    sitting.until(|screen| screen.contains("bad.csv:1:1: column 2 has no name"));
    assert_eq!(sitting.editor().assessment.evidence.len(), 2);
}

#[test]
fn the_key_says_where_it_is_of_use() {
    let mut sitting = at_evidence(&[]);
    sitting.keys("[[[").keys("I");
    let screen = sitting.screen();
    assert!(
        screen.contains("Evidence and figures come in on their own pages"),
        "{screen}"
    );
}
