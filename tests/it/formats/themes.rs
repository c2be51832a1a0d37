//! What every theme promises: that all of it can be read, wherever it stands, on whichever terminal.

use assay::config::{BUILT_IN, Colour, ColourDepth, Look, StyleRole, Terminal, Theme, of_index};

/// What letters stand on: a role with a ground, over which letters of other roles are written.
const GROUNDS: [StyleRole; 5] = [
    StyleRole::Text,
    StyleRole::Page,
    StyleRole::Box,
    StyleRole::Selected,
    StyleRole::SelectedAway,
];

/// Lines and nothing else; what they part is also parted by blank cells.
const LINES: [StyleRole; 1] = [StyleRole::Rule];

fn mixed(colour: Option<Colour>) -> Option<[u8; 3]> {
    match colour? {
        Colour::Named(_) => None,
        Colour::Indexed(index) => of_index(index),
        Colour::Rgb(red, green, blue) => Some([red, green, blue]),
    }
}

/// The relative luminance of a colour, from 0 to 1 (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn theme(name: &str, depth: ColourDepth) -> Theme {
    Theme::built_in(name).expect("a theme").at(depth)
}

#[test]
fn every_text_stands_out_from_every_ground_in_every_theme_and_depth() {
    let mut pairs = 0;
    for (name, depth, least) in [
        ("dark", ColourDepth::Millions, 4.5),
        ("dark", ColourDepth::Indexed, 4.5),
        ("light", ColourDepth::Millions, 4.5),
        ("light", ColourDepth::Indexed, 4.5),
        ("contrast", ColourDepth::Millions, 7.0),
        ("contrast", ColourDepth::Indexed, 7.0),
    ] {
        let theme = theme(name, depth);
        for role in StyleRole::ALL.iter().filter(|role| !LINES.contains(role)) {
            let look = theme.look(*role);
            let Some(letters) = mixed(look.fg) else {
                continue;
            };
            let own = [look.bg, look.bg];
            let others = GROUNDS.map(|ground| theme.look(ground).bg);
            let grounds = match look.bg {
                Some(_) if *role != StyleRole::Text => own.iter(),
                _ => others.iter(),
            };
            for ground in grounds {
                let ground =
                    mixed(*ground).unwrap_or_else(|| panic!("{name}: a ground is left out"));
                let found = contrast(letters, ground);
                let role = role.name();
                assert!(
                    found >= least,
                    "{name} {depth:?}: {role} has {found:.2} : 1 on {ground:?}"
                );
                pairs += 1;
            }
        }
    }
    assert!(pairs > 800, "{pairs}");
}

#[test]
fn the_theme_of_sixteen_colours_can_be_read_under_any_palette() {
    // Of Solarized, and of others, the bright colours are shades of the ground, and black and white may be it.
    for role in StyleRole::ALL {
        let look = theme("terminal", ColourDepth::Few).look(*role);
        assert_eq!(look.bg, None, "{}", role.name());
        assert!(
            matches!(look.fg, None | Some(Colour::Named(1..=6))),
            "{}",
            role.name()
        );
    }
    // Bold alone is in some settings a colour and in others nothing.
    let looks = |role| theme("terminal", ColourDepth::Few).look(role);
    for (one, other) in [
        (StyleRole::Selected, StyleRole::Text),
        (StyleRole::Selected, StyleRole::SelectedAway),
        (StyleRole::Lit, StyleRole::Text),
        (StyleRole::Title, StyleRole::Text),
        (StyleRole::PaneTitle, StyleRole::Dim),
        (StyleRole::Error, StyleRole::Saved),
        (StyleRole::OfferChosen, StyleRole::Offer),
        (StyleRole::Marking, StyleRole::Text),
    ] {
        let thin = |role| Look {
            bold: false,
            ..looks(role)
        };
        assert_ne!(thin(one), thin(other), "{} {}", one.name(), other.name());
    }
}

#[test]
fn a_theme_of_mixed_colours_gives_way_where_there_are_sixteen() {
    assert_eq!(theme("dark", ColourDepth::Few).name, "terminal");
    assert_eq!(theme("plain", ColourDepth::Few).name, "plain");
    let text = theme("dark", ColourDepth::Indexed).look(StyleRole::Text);
    assert!(matches!(text.fg, Some(Colour::Indexed(16..))), "{text:?}");
}

#[test]
fn the_same_thing_looks_the_same_and_an_error_never_looks_saved() {
    for (name, _) in BUILT_IN {
        let theme = Theme::built_in(name).expect("a theme");
        let look = |role| theme.look(role);
        for (bad, fine) in [
            (StyleRole::Error, StyleRole::Saved),
            (StyleRole::Error, StyleRole::Notice),
            (StyleRole::Error, StyleRole::Warning),
            (StyleRole::Unsaved, StyleRole::Saved),
        ] {
            assert_ne!(look(bad), look(fine), "{name}");
        }
        let greys: std::collections::BTreeSet<String> = StyleRole::ALL
            .iter()
            .filter_map(|role| mixed(look(*role).fg))
            .filter(|[red, green, blue]| {
                let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
                most - least < 30
            })
            .map(|colour| format!("{colour:?}"))
            .collect();
        // Text and its strong form, quiet, and lines; letters on the marking's own ground are that ground.
        assert!(greys.len() <= 5, "{name}: {greys:?}");
    }
}

#[test]
fn a_terminal_says_how_many_colours_it_has() {
    let says = |colorterm, term| {
        Terminal {
            colorterm,
            term,
            ..Terminal::default()
        }
        .depth()
    };
    assert_eq!(
        says(Some("truecolor"), Some("xterm")),
        ColourDepth::Millions
    );
    assert_eq!(says(Some("24bit"), None), ColourDepth::Millions);
    assert_eq!(says(None, Some("xterm-direct")), ColourDepth::Millions);
    assert_eq!(says(None, Some("tmux-256color")), ColourDepth::Indexed);
    assert_eq!(says(Some(""), Some("linux")), ColourDepth::Few);
    assert_eq!(says(None, None), ColourDepth::Few);
}
