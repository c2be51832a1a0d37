//! What a folder of drafts costs, in the library and in the grid of an inspection, from 10 to 1,000 drafts.
//!
//! What a user waits for is the first frame, and it needs no draft at all; the rest is filled in behind it, a few
//! files at a time.

#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use assay::app::layout::Size;
use assay::app::{Effect, Keymap, Message, PrintForm, State, TextPage, update};
use assay::config::{Config, Theme};
use assay::render::{Edition, print};
use assay::store::Frameworks;
use assay::store::library::{self, KnownEntries, Listing};
use assay::tui::{EffectRunner, Folders, View};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

fn main() {
    divan::main();
}

const DRAFTS: [usize; 3] = [10, 100, 1_000];
const EXAMPLE: &str = include_str!("../../assets/examples/peel-2023.toml");

/// A folder of so many drafts, each as large as an example, and an inspection of them all; one of them is broken.
fn folder(drafts: usize) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut names = Vec::new();
    for at in 0..drafts {
        let name = format!("draft-{at}.toml");
        let mut text = EXAMPLE.replacen("id = \"", &format!("id = \"b{at}-"), 1);
        if at == drafts / 2 {
            text = text.replacen("framework = \"", "framework = \"none-", 1);
        }
        std::fs::write(folder.path().join(&name), text).expect("a draft");
        names.push(format!("\"{name}\""));
    }
    let text = format!(
        "format = 1\nid = \"all\"\ntitle = \"All\"\ndrafts = [{}]\n",
        names.join(", ")
    );
    let path = folder.path().join("all.toml");
    std::fs::write(&path, text).expect("an inspection");
    (folder, path)
}

/// The screen, and a desk over a folder.
struct Screen {
    state: State,
    view: View,
    terminal: Terminal<TestBackend>,
    runner: EffectRunner,
    inbox: Receiver<Message>,
}

impl Screen {
    fn new(folder: &Path) -> Self {
        let (post, inbox) = channel();
        let folders = Folders {
            drafts: folder.to_owned(),
            frameworks: folder.join("frameworks"),
            state: folder.join("state"),
        };
        let size = Size {
            width: 120,
            height: 40,
        };
        Self {
            state: State::new(size, Keymap::default()),
            view: View::new(&Theme::built_in("dark").expect("a theme")),
            terminal: Terminal::new(TestBackend::new(120, 40)).expect("memory"),
            runner: EffectRunner::new(&folders, &Config::default(), post, String::new),
            inbox,
        }
    }

    /// Carries out an effect and whatever follows from it.
    fn perform(&mut self, effect: Effect) {
        self.runner.perform(effect);
        while let Ok(message) = self.inbox.try_recv() {
            for effect in update(&mut self.state, message) {
                self.runner.perform(effect);
            }
        }
    }

    fn draw(&mut self) {
        let Self {
            state,
            view,
            terminal,
            ..
        } = self;
        view.draw(terminal, state).expect("memory");
    }
}

/// The first frame of the library: nothing of the folder is read yet.
#[divan::bench(args = [0, 10, 100, 1_000])]
fn library_first_frame(bencher: Bencher<'_, '_>, drafts: usize) {
    let (folder, _) = folder(drafts);
    bencher.bench_local(|| {
        let mut screen = Screen::new(folder.path());
        screen.draw();
    });
}

/// Until the first drafts are known: every file of the folder is looked at, the first 64 are read.
#[divan::bench(args = DRAFTS)]
fn library_first_drafts(bencher: Bencher<'_, '_>, drafts: usize) {
    let (folder, _) = folder(drafts);
    let frameworks = Frameworks::load(Path::new("none"));
    bencher.bench_local(|| {
        let mut listing = Listing::of(folder.path()).expect("a folder");
        let mut known = KnownEntries::default();
        listing.read(&frameworks, &mut known, 64).len()
    });
}

/// Until the whole folder is read.
#[divan::bench(args = DRAFTS)]
fn library_filled(bencher: Bencher<'_, '_>, drafts: usize) {
    let (folder, _) = folder(drafts);
    let frameworks = Frameworks::load(Path::new("none"));
    bencher.bench_local(|| library::list(folder.path(), &frameworks).map(|cards| cards.len()));
}

/// The first frame of an inspection: its own file is read, and none of its drafts.
#[divan::bench(args = DRAFTS)]
fn grid_first_frame(bencher: Bencher<'_, '_>, drafts: usize) {
    let (folder, path) = folder(drafts);
    bencher.bench_local(|| {
        let mut screen = Screen::new(folder.path());
        screen.runner.perform(Effect::Open(path.clone()));
        let opened = screen.inbox.recv().expect("an inspection");
        let _ = update(&mut screen.state, opened);
        screen.draw();
    });
}

/// Until every draft of an inspection is read, woven and in the grid.
#[divan::bench(args = DRAFTS, sample_count = 10)]
fn grid_filled(bencher: Bencher<'_, '_>, drafts: usize) {
    let (folder, path) = folder(drafts);
    bencher.bench_local(|| {
        let mut screen = Screen::new(folder.path());
        screen.perform(Effect::Open(path.clone()));
        screen.draw();
    });
}

/// A key in the grid, with every draft read: the cursor moved, and a frame.
#[divan::bench(args = DRAFTS)]
fn grid_key(bencher: Bencher<'_, '_>, drafts: usize) {
    let (folder, path) = folder(drafts);
    let mut screen = Screen::new(folder.path());
    screen.perform(Effect::Open(path));
    let keys = ["down", "up"].map(|key| assay::app::Key::parse(key).expect("a key"));
    let mut nth = 0;
    bencher.bench_local(|| {
        nth += 1;
        let _ = update(&mut screen.state, Message::Key(keys[nth % 2]));
        screen.draw();
    });
}

/// The notice of an inspection, from drafts that are read.
#[divan::bench(args = DRAFTS, sample_count = 10)]
fn notice_printed(bencher: Bencher<'_, '_>, drafts: usize) {
    let (folder, path) = folder(drafts);
    let mut screen = Screen::new(folder.path());
    screen.perform(Effect::Open(path));
    let grid = screen.state.grid.as_ref().expect("an inspection");
    let form = PrintForm {
        edition: Edition::Notice,
        ..PrintForm::default()
    };
    bencher.bench_local(|| {
        TextPage::noticed(grid, form, |this, format| print(this, format, None)).len()
    });
}
