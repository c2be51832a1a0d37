//! The list of headings: where one begins, how much was found under each, and which has something to be put right.

use assay::app::PageTally;

use crate::support::sitting::Sitting;

const PEEL: &str = include_str!("../../assets/examples/peel-2023.toml");

/// The rows of the list of headings.
fn pane(sitting: &Sitting, columns: usize) -> Vec<String> {
    let screen = sitting.screen();
    let rows = screen.lines().skip(1);
    rows.map(|row| row.chars().take(columns).collect())
        .collect()
}

/// How much the draft has of each page, as it is counted there; nothing where it has nothing.
fn counts(sitting: &Sitting) -> Vec<String> {
    let tallies = sitting.editor().tallies().iter();
    let some = tallies.filter(|it| **it != PageTally::default());
    some.map(ToString::to_string).collect()
}

#[test]
fn what_was_found_under_a_heading_is_counted_beside_it_at_every_width() {
    for (width, height) in [(110, 40), (120, 40), (160, 50), (80, 24), (40, 30)] {
        let mut sitting = Sitting::at(width, height, PEEL);
        sitting.keys("<esc><esc>");
        let columns = match width {
            ..60 => 40,
            60..130 => 25,
            _ => 31,
        };
        let wanted = counts(&sitting);
        assert!(wanted.len() > 9, "{wanted:?}");
        let pane = pane(&sitting, columns).join("\n");
        let mut left = pane.as_str();
        for counts in wanted {
            let at = left.find(&format!(" {counts}"));
            let at = at.unwrap_or_else(|| panic!("{counts} at {width}:\n{pane}"));
            left = &left[at + counts.len()..];
        }
    }
}

#[test]
fn a_heading_begins_where_its_other_rows_do_not() {
    for width in [110, 120, 160] {
        let sitting = Sitting::at(width, 40, PEEL);
        let begins: Vec<String> = pane(&sitting, 25)
            .iter()
            .map(|row| row.trim_start_matches(['│', '▌', '!']).to_owned())
            .filter(|row| row.starts_with(' ') && !row.starts_with("  "))
            .map(|row| row.trim().to_owned())
            .collect();
        for heading in &sitting.editor().framework.headings {
            let first = heading.title.split(' ').next().expect("a word");
            let begin = begins.iter().filter(|row| row.starts_with(first));
            assert!(begin.count() >= 1, "{first} at {width}: {begins:?}");
        }
        for inside in ["victims", "deterring", "suspects", "workforce", "public"] {
            assert!(
                !begins.iter().any(|row| row.starts_with(inside)),
                "{inside}: {begins:?}"
            );
        }
    }
}

#[test]
fn a_heading_with_something_to_be_put_right_has_the_sign_of_that() {
    let draft = PEEL.replacen("grade = \"outstanding\"", "grade = \"inadequate\"", 1);
    assert_ne!(draft, PEEL);
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut sitting = Sitting::at(width, height, PEEL);
        sitting.keys("<esc><esc><home>");
        let signs = |sitting: &Sitting| {
            let marked = pane(sitting, 25);
            let marked = marked.iter().filter(|row| row.starts_with('!'));
            marked.map(|row| row.trim().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            signs(&sitting),
            Vec::<String>::new(),
            "{}",
            sitting.screen()
        );
        let mut sitting = Sitting::at(width, height, &draft);
        sitting.keys("<esc><esc><home>");
        let signs = signs(&sitting);
        assert!(
            signs.iter().any(|row| row.starts_with("!Prevent")),
            "{signs:?}\n{}",
            sitting.screen()
        );
    }
}
