//! The pictures in the README are frames of the real program, and these tests say when one is old.
//! `ASSAY_PICTURE=new cargo test picture` draws them anew.

use std::fmt::Write as _;
use std::path::Path;

use anstyle_svg::Term;
use assay::app::Message;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::support::film::Film;
use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// The drafts of an inspection, and its own file.
const ESTUARY: [(&str, &str); 4] = [
    (
        "estuary.toml",
        include_str!("../../assets/examples/inspection/estuary.toml"),
    ),
    (
        "greyhaven.toml",
        include_str!("../../assets/examples/inspection/greyhaven.toml"),
    ),
    (
        "saltmarsh.toml",
        include_str!("../../assets/examples/inspection/saltmarsh.toml"),
    ),
    (
        "thornby.toml",
        include_str!("../../assets/examples/inspection/thornby.toml"),
    ),
];

fn at_work(keys: &str) -> Sitting {
    let mut sitting = Sitting::at(120, 34, EXAMPLE);
    sitting.keys("<home><down><down><tab>").keys(keys);
    sitting
}

#[test]
fn the_picture_in_the_readme_is_the_program_as_it_is() {
    is_kept("picture", &at_work(""));
}

#[test]
fn the_picture_of_a_first_start_is_the_program_as_it_is() {
    is_kept("picture-start", &Sitting::new(100, 26));
}

#[test]
fn the_picture_of_what_a_sentence_stands_on_is_the_program_as_it_is() {
    is_kept("picture-provenance", &at_work("i"));
}

#[test]
fn the_picture_of_an_inspection_is_the_program_as_it_is() {
    let mut sitting = Sitting::new(120, 22);
    let mut estuary = None;
    for (name, text) in ESTUARY {
        let path = sitting.home.write(&format!("data/assay/{name}"), text);
        estuary.get_or_insert(path);
    }
    sitting.open_file(&estuary.expect("the inspection"));
    is_kept("picture-inspection", &sitting);
}

#[test]
fn the_picture_of_the_light_theme_is_the_program_as_it_is() {
    let config = assay::config::Config::default();
    let mut sitting = Sitting::with(120, 34, "light", &config);
    sitting.open(EXAMPLE);
    sitting.keys("<home><down><down><tab>");
    is_kept("picture-light", &sitting);
}

#[test]
fn the_picture_of_a_statement_that_is_read_aloud_is_the_program_as_it_is() {
    let mut sitting = at_work("s<down><down><down><space>");
    for _ in 0..40 {
        sitting.message(Message::Tick(1000));
    }
    is_kept("picture-aloud", &sitting);
}

/// The main job: what is pressed, as one or as words that are typed, and for how many milliseconds it is looked at.
const FILM: &[(&str, &str, u64)] = &[
    ("n", "", 900),
    ("", "Wexmoor Constabulary", 500),
    ("<enter>", "", 1400),
    ("<enter>", "", 1400),
    ("<enter>", "Rosalind Achterberg", 500),
    ("<tab>", "His M", 700),
    ("<down>", "", 600),
    ("<tab>", "", 500),
    ("<tab>", "2026", 500),
    ("<esc>", "", 900),
    ("]]", "", 1300),
    ("+", "keeps victims informed from the first call on", 900),
    (
        "<enter>",
        "trains every officer to recognise repeat victims",
        900,
    ),
    ("<esc>", "", 500),
    ("-", "should record every crime within a day", 900),
    ("<esc>", "", 600),
    ("v", "Audit of 120 case files, March 2026", 700),
    ("<enter>", "", 1200),
    ("<up>", "", 700),
    ("f", "", 1100),
    ("", "pleased", 1300),
    ("<enter>", "", 1600),
    ("g", "", 1300),
    ("", "good", 700),
    ("<enter>", "", 1300),
    ("o", "", 1300),
    ("", "most", 1300),
    ("<enter>", "", 1800),
    ("p", "", 2600),
    ("<enter>", "", 3000),
];

#[test]
fn the_film_is_a_picture_of_the_program_as_it_is() {
    let mut sitting = Sitting::new(112, 28);
    let mut film = Film::of(sitting.home.path());
    let add = |film: &mut Film, sitting: &mut Sitting, milliseconds| {
        let typed = sitting.state.scope().takes_text();
        let cursor = typed.then(|| sitting.cursor());
        film.add(sitting.buffer(), cursor, milliseconds);
    };
    add(&mut film, &mut sitting, 1800);
    for (key, words, pause) in FILM {
        sitting.keys(key);
        add(&mut film, &mut sitting, 160);
        let letters: Vec<char> = words.chars().collect();
        for typed in letters.chunks(5) {
            sitting.keys(&typed.iter().collect::<String>());
            add(&mut film, &mut sitting, 200);
        }
        film.wait(*pause);
    }
    let screen = sitting.screen();
    assert!(screen.contains("Printed to"), "{screen}");
    let svg = film.svg();
    assert!(svg.len() < 300_000, "{} bytes", svg.len());
    assert!(!svg.contains("<script"));
    is_kept_svg("film", &svg);
}

/// Compares a picture with the frame that is on the screen, or draws it anew where that is asked for.
fn is_kept(name: &str, sitting: &Sitting) {
    let svg = Term::new().render_svg(&ansi(sitting.buffer()));
    // The rows do not touch; what is seen between them is the ground of the theme.
    let svg = match sitting.buffer()[(0, 0)].bg {
        Color::Rgb(r, g, b) => {
            let ground = format!(".bg {{ fill: #{r:02X}{g:02X}{b:02X} }}");
            svg.replacen(".bg { fill: #000000 }", &ground, 1)
        }
        _ => svg,
    };
    is_kept_svg(name, &svg);
}

fn is_kept_svg(name: &str, svg: &str) {
    let path = format!("assets/{name}.svg");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("ASSAY_PICTURE").is_some() {
        std::fs::write(&path, svg).expect("the picture can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == svg,
        "assets/{name}.svg is old: ASSAY_PICTURE=new cargo test picture"
    );
}

/// A frame as the escapes that a terminal would be sent.
fn ansi(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut last = None;
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            let look = (cell.fg, cell.bg, cell.modifier);
            if last != Some(look) {
                // Each by itself: of two colours in one, the reader of them mixes the parts.
                text.push_str("\x1b[0m");
                for look in [
                    colour(cell.fg, 30),
                    colour(cell.bg, 40),
                    modifiers(cell.modifier),
                ] {
                    if let Some(look) = look.strip_prefix(';') {
                        let _ = write!(text, "\x1b[{look}m");
                    }
                }
                last = Some(look);
            }
            text.push_str(cell.symbol());
        }
        text.push_str("\x1b[0m\n");
    }
    text
}

fn colour(colour: Color, base: u8) -> String {
    let named = |n: u8| {
        if n < 8 {
            format!(";{}", base + n)
        } else {
            format!(";{}", base + 52 + n)
        }
    };
    match colour {
        Color::Reset => String::new(),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        Color::Indexed(n) => format!(";{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => format!(";{};2;{r};{g};{b}", base + 8),
    }
}

fn modifiers(modifier: Modifier) -> String {
    [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
    ]
    .into_iter()
    .filter(|(flag, _)| modifier.contains(*flag))
    .map(|(_, code)| format!(";{code}"))
    .collect()
}
