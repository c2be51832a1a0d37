//! Scrolling, over every list and page and at many sizes: never past the end, and a window that grows is filled.

use assay::app::layout::{Size, page};

use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// The keys that open each list and page there is, from the findings of the first heading.
const PLACES: &[&str] = &[
    "",
    "<tab>",
    "<shift-tab>",
    "]]]]]]]]]]]",
    "?",
    "p",
    "pr",
    "<tab>i",
    "g",
    "f",
    "m",
    "o",
    ":",
    "c",
    "W<down><enter>",
    "/",
];

/// Those of them that are read and have no cursor.
const PAGES: &[&str] = &["p", "pr", "<tab>i"];

const SIZES: &[(u16, u16)] = &[
    (1, 1),
    (29, 9),
    (31, 11),
    (40, 12),
    (80, 24),
    (110, 30),
    (200, 70),
];

fn at(size: (u16, u16), place: &str) -> Sitting {
    let mut sitting = Sitting::at(size.0, size.1, EXAMPLE);
    sitting.keys("<home><down><down><tab>").keys(place);
    sitting
}

/// Returns the words of the page.
fn inside(sitting: &Sitting) -> Vec<String> {
    let area = page(sitting.state.size).inner;
    let (x, width) = (usize::from(area.x), usize::from(area.width));
    let (y, height) = (usize::from(area.y), usize::from(area.height));
    let screen = sitting.screen();
    let lines = screen.lines().skip(y).take(height);
    let cut = |line: &str| line.chars().skip(x).take(width).collect::<String>();
    lines.map(|line| cut(line).trim_end().to_owned()).collect()
}

#[test]
fn a_window_that_is_small_for_a_moment_shows_all_again() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("<tab><down>");
    let before = sitting.screen();
    assert_eq!(sitting.flicks(40, 12).screen(), before);
}

#[test]
fn nothing_is_scrolled_past_its_end_and_a_window_that_grows_is_filled() {
    for place in PLACES {
        for small in SIZES {
            let mut sitting = at(*small, place);
            sitting.keys("<home>");
            let first = sitting.screen();
            sitting.keys("<end>");
            let end = sitting.screen();
            sitting.keys("<pagedown><down><end>");
            assert_eq!(sitting.screen(), end, "{place} at {small:?}");
            // Back from the end is back at once: no key is used up on what was past it.
            if PAGES.contains(place) && small.1 >= 9 {
                sitting.keys("<up>");
                assert!(
                    sitting.screen() != end || first == end,
                    "{place} at {small:?}"
                );
            }
            let inner = |(width, height): (u16, u16)| page(Size { width, height }).inner;
            let larger = SIZES.iter().filter(|large| {
                let (small, large) = (inner(*small), inner(**large));
                let grown = large.width >= small.width && large.height > small.height;
                PAGES.contains(place) && grown
            });
            let larger = larger.step_by(3);
            for large in larger {
                let mut grown = at(*small, place);
                grown.keys("<end>").resize(large.0, large.1);
                let mut there = at(*large, place);
                there.keys("<end>");
                let (grown, there) = (inside(&grown), inside(&there));
                assert_eq!(grown, there, "{place}: {small:?} to {large:?}");
            }
        }
    }
}
