//! The list of problems is read at a glance: each message before its place, no two rows alike, and narrowed by typing.

use std::collections::BTreeSet;

use assay::app::Overlay;

use crate::support::sitting::Sitting;

/// A grade, its reason and the opening, all chosen before what is there now.
const STALE: &str = "format = 1\nid = \"fen\"\nframework = \"peel-2023\"\n\n[subject]\nname = \"Fenland Police\"\nnoun = \"force\"\n\n[overall]\nstance = \"pleased\"\nstance-stood-on = [\"finding f1 0000000000000000\"]\n\n[grades.prevention]\ngrade = \"good\"\ngrade-stood-on = [\"finding f1 0000000000000000\"]\nrationale = \"The force works with others.\"\nrationale-stood-on = [\"finding f1 0000000000000000\"]\n\n[[findings]]\nid = \"f1\"\nheading = \"prevention\"\nkind = \"strength\"\ntext = \"The force works well with its partners and listens to what they say.\"\nevidence = [\"e1\"]\n\n[[evidence]]\nid = \"e1\"\nkind = \"document\"\ntitle = \"Crime data integrity audit of 412 incident records\"\n";

fn list(sitting: &Sitting) -> &assay::app::RowList {
    match sitting.state.overlays.last() {
        Some(Overlay::Problems(list)) => &list.list,
        Some(Overlay::Picker(picker)) => &picker.list,
        _ => panic!("no list:\n{}", sitting.screen()),
    }
}

/// The rows of the list as they stand on the screen.
fn rows(sitting: &Sitting) -> Vec<String> {
    let many = list(sitting).shown().len();
    let screen = sitting.screen();
    let rows = screen.lines().filter(|line| {
        let mut signs = line.trim_start_matches(['│', ' ', '▌', '▸']).chars();
        matches!(signs.next(), Some('!' | '✗' | '·')) && signs.next() == Some(' ')
    });
    rows.take(many)
        .map(|row| row.trim_matches(['│', ' ', '▌']).to_owned())
        .collect()
}

#[test]
fn a_message_of_the_list_is_read_before_its_place_and_no_place_says_it_again() {
    for (width, height) in [(120, 40), (80, 24)] {
        let mut sitting = Sitting::at(width, height, STALE);
        sitting.keys("c");
        let screen = sitting.screen();
        let room = usize::from(width) - 20;
        let mut seen = 0;
        for row in list(&sitting).shown() {
            if row.label.chars().count() <= room
                && screen.contains(row.label.split(": ").next().expect("words"))
            {
                seen += 1;
            }
            assert!(
                row.right.is_empty() || !row.label.contains(&row.right),
                "{row:?}"
            );
        }
        assert!(seen > 3, "{seen}: {screen}");
        let dated = "evidence “Crime data integrity audit of 412 i…” has no date";
        assert!(width < 100 || screen.contains(dated), "{screen}");
    }
}

#[test]
fn no_two_rows_of_what_the_checks_tell_read_alike_at_any_width() {
    for (width, height) in [(120, 40), (80, 40), (40, 30)] {
        let mut sitting = Sitting::at(width, height, STALE);
        sitting.keys("c");
        let rows = rows(&sitting);
        let stale = rows
            .iter()
            .filter(|row| row.contains("grade of") || row.contains("statement's opening"));
        assert_eq!(stale.count(), 3, "{}", sitting.screen());
        let all: BTreeSet<&String> = rows.iter().collect();
        assert_eq!(all.len(), rows.len(), "{}", sitting.screen());
    }
}

#[test]
fn the_list_of_problems_is_narrowed_by_typing_and_leads_to_what_is_left() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut sitting = Sitting::at(width, height, STALE);
        sitting.keys("c");
        let all = list(&sitting).shown().len();
        sitting.keys("/has no date");
        assert_eq!(list(&sitting).shown().len(), 1, "{}", sitting.screen());
        // Back in the list all of it is there, and its keys are commands again.
        sitting.keys("<esc>");
        assert_eq!(list(&sitting).shown().len(), all);
        sitting.keys("/<backspace>412 i<enter>");
        assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
        let here = sitting.editor().problems_here();
        assert!(
            here.iter().any(|it| it.rule.id() == "evidence-undated"),
            "{}",
            sitting.screen()
        );
        // By where it is, and by its weight, too.
        sitting.keys("c/preventing<esc>");
        sitting.keys("/<backspace>warning");
        let warnings = list(&sitting).shown().len();
        assert!(warnings > 0 && warnings < all);
    }
}
