#![allow(missing_docs)]
use assay::app::{Key, Keymap, Message, Opened, State, layout::Size, update};
use ratatui::{Terminal, backend::TestBackend};
use std::sync::Arc;

#[test]
fn dev() {
    let f = include_str!("../../assets/frameworks/annual.toml");
    let fw = Arc::new(assay::store::format::framework::read("annual", f).unwrap());
    let t = std::fs::read_to_string("/work/shared/acceptance/city-of-london-2015.toml").unwrap();
    let fw2 = fw.clone();
    let d = assay::store::format::read("x", &t, &move |_| Ok(fw2.clone())).unwrap();
    let (w, h) = std::env::var("SIZE")
        .ok()
        .and_then(|s| {
            let (a, b) = s.split_once('x')?;
            Some((a.parse().ok()?, b.parse().ok()?))
        })
        .unwrap_or((120, 40));
    let size = Size {
        width: w,
        height: h,
    };
    let mut state = State::new(size, Keymap::default(), vec![]);
    update(
        &mut state,
        Message::Opened(Box::new(Opened {
            assessment: d.assessment,
            framework: fw,
            name: "x".into(),
            read_only: None,
            new: false,
        })),
    );
    let keys = std::env::var("KEYS").unwrap_or_default();
    for k in Key::sequence(&keys).unwrap() {
        update(&mut state, Message::Key(k));
    }
    let mut term = Terminal::new(TestBackend::new(w, h)).unwrap();
    let theme = assay::config::Theme::built_in("dark").unwrap();
    let mut view = assay::tui::View::new(&theme);
    term.draw(|f| view.draw(f, &state)).unwrap();
    println!("{}", term.backend());
}
