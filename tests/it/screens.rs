//! What the screens look like: styled frames, at the sizes that people have, and at every size there is.

use assay::config::Config;

use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// A frame as a snapshot whose name is a sentence.
fn shows(sentence: &str, sitting: &Sitting) {
    snapshot("screens", sentence, &sitting.styled());
}

/// Goes to the first heading's findings, whatever page the draft opened on.
const TO_FIRST_HEADING: &str = "<home><down><down><tab>";

#[test]
fn an_empty_library_says_what_to_do_next() {
    shows(
        "an empty library says what to do next",
        &Sitting::new(80, 24),
    );
}

#[test]
fn a_draft_on_a_wide_screen_shows_headings_findings_and_statement_side_by_side() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys(TO_FIRST_HEADING);
    shows("three panes with the finding's sentence lit", &sitting);
}

#[test]
fn a_draft_on_a_small_screen_shows_findings_beside_the_statement() {
    let mut sitting = Sitting::at(80, 24, EXAMPLE);
    sitting.keys(TO_FIRST_HEADING);
    shows("two panes on eighty columns", &sitting);
}

#[test]
fn a_draft_on_a_tiny_screen_is_a_page_at_a_time() {
    let mut sitting = Sitting::at(40, 12, EXAMPLE);
    shows("the headings alone on forty columns", &sitting);
    sitting.keys(TO_FIRST_HEADING);
    shows("the findings alone on forty columns", &sitting);
    sitting.keys("<tab>");
    shows("the statement alone on forty columns", &sitting);
}

#[test]
fn a_text_that_is_typed_in_has_the_cursor_and_the_statement_follows() {
    let mut sitting = Sitting::at(80, 24, EXAMPLE);
    sitting
        .keys(TO_FIRST_HEADING)
        .keys("+The constabulary listens to 子ども.");
    shows("typing a finding with wide characters", &sitting);
    let (x, y) = sitting.cursor();
    assert!(x < 80 && y < 24);
}

#[test]
fn a_frame_is_chosen_with_its_sentence_shown_first() {
    let mut sitting = Sitting::at(100, 30, EXAMPLE);
    sitting.keys(TO_FIRST_HEADING).keys("f<down>");
    shows("choosing a frame with the sentence it would give", &sitting);
}

#[test]
fn an_opening_is_chosen_with_its_band_marked() {
    let mut sitting = Sitting::at(100, 30, EXAMPLE);
    sitting.keys("o");
    shows("choosing the opening with its band marked", &sitting);
}

#[test]
fn a_grade_is_chosen_with_its_meaning() {
    let mut sitting = Sitting::at(80, 24, EXAMPLE);
    sitting.keys(TO_FIRST_HEADING).keys("g");
    shows("choosing a grade with its meaning", &sitting);
}

#[test]
fn nothing_is_told_by_colour_alone() {
    let mut sitting = Sitting::with(80, 24, "plain", &Config::default());
    let path = sitting.home.write("data/assay/draft.toml", EXAMPLE);
    assert!(path.exists());
    sitting.keys("<ctrl-l><enter>").keys(TO_FIRST_HEADING);
    let styled = sitting.styled();
    let colours = [
        "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "Gray", "Indexed", "Rgb",
    ];
    let looks = styled.split("---\n").nth(1).expect("the styles");
    for line in looks.lines() {
        let look = line.rsplit('"').next().expect("a look");
        assert!(
            colours.iter().all(|colour| !look.contains(colour)),
            "{line}"
        );
    }
    assert!(
        looks.contains("BOLD") && looks.contains("REVERSED"),
        "{looks}"
    );
    shows("a draft without any colour", &sitting);
}

const MARKING: &str = "OFFICIAL-SENSITIVE";

/// The example with a protective marking.
fn marked(marking: &str) -> String {
    let draft = EXAMPLE.replace(
        "[overall]\n",
        &format!("[overall]\nmarking = \"{marking}\"\n"),
    );
    assert_ne!(draft, EXAMPLE);
    draft
}

#[test]
fn a_marking_is_seen_at_every_size_people_have() {
    for (width, height, size) in [
        (120, 40, "a wide screen"),
        (80, 24, "eighty columns"),
        (40, 12, "forty columns"),
    ] {
        let mut sitting = Sitting::at(width, height, &marked(MARKING));
        sitting.keys(TO_FIRST_HEADING);
        let header = sitting.styled();
        let header: Vec<&str> = header
            .lines()
            .filter(|line| line.contains(MARKING) || line.starts_with("0:"))
            .collect();
        let name = format!("a marking in the header of {size}");
        snapshot("screens", &name, &header.join("\n"));
    }
}

#[test]
fn a_marking_is_seen_whatever_lies_over_the_screen_and_whatever_is_typed() {
    let overlays = [
        "",
        "<tab>",
        "<tab><tab>",
        "g",
        "o",
        "f",
        "p",
        "pJ",
        "ps",
        "?",
        ":",
        "<enter>",
        " ",
        "+words",
    ];
    for (width, height) in [(120, 40), (80, 24), (40, 12), (40, 9), (29, 12), (24, 5)] {
        for keys in overlays {
            let mut sitting = Sitting::at(width, height, &marked(MARKING));
            sitting.keys(TO_FIRST_HEADING).keys(keys);
            let screen = sitting.screen();
            let first = screen.lines().next().unwrap_or_default();
            assert!(first.contains(MARKING), "{width}×{height} {keys}\n{screen}");
        }
    }
}

#[test]
fn a_long_marking_takes_the_room_of_the_name_and_not_of_the_warning() {
    let long = "OFFICIAL-SENSITIVE PERSONAL DATA";
    let mut sitting = Sitting::at(40, 12, &marked(long));
    let first = |sitting: &Sitting| {
        sitting
            .screen()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(first(&sitting).contains(long), "{}", first(&sitting));
    sitting.keys(TO_FIRST_HEADING).keys("+words");
    assert!(first(&sitting).contains(long), "{}", first(&sitting));
    assert!(first(&sitting).ends_with('●'), "{}", first(&sitting));
    // One that is wider than the screen is cut off with a sign that it is.
    let endless = "SECRET ".repeat(40);
    let sitting = Sitting::at(40, 12, &marked(&endless));
    assert!(first(&sitting).contains("SECRET SECRET SECRET"));
    assert!(first(&sitting).ends_with('…'), "{}", first(&sitting));
}

#[test]
fn every_screen_is_drawn_at_every_size() {
    let screens: &[(&str, bool)] = &[
        ("", false),
        ("/nothing", false),
        ("n", false),
        ("nWest", false),
        ("?", false),
        ("", true),
        ("<tab>", true),
        ("<tab><tab>", true),
        ("<home><down><down>w<tab>", true),
        ("<home><down><down><tab><enter>", true),
        ("<home><down><down><tab> ", true),
        ("<home><down><down><tab>f", true),
        ("<home><tab><enter><ctrl-u>Wes", true),
        ("o", true),
        ("p", true),
        (":", true),
        ("<end>", true),
        ("<end><tab><enter>", true),
        ("<end><tab>a", true),
    ];
    let small = (1..=10).flat_map(|width| (1..=6).map(move |height| (width, height)));
    let mut sizes: Vec<(u16, u16)> = small.collect();
    sizes.extend([
        (20, 3),
        (25, 9),
        (30, 10),
        (40, 12),
        (67, 20),
        (68, 20),
        (80, 24),
        (109, 30),
        (110, 30),
        (120, 40),
        (200, 60),
        (1, 60),
        (200, 1),
    ]);
    for (keys, open) in screens {
        let mut sitting = if *open {
            Sitting::at(120, 40, EXAMPLE)
        } else {
            Sitting::new(120, 40)
        };
        sitting.keys(keys);
        for (width, height) in &sizes {
            sitting.resize(*width, *height);
        }
    }
}
