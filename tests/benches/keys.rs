//! What a key costs: through the state machine, the weaving and the drawing, to the cells of a frame.
//!
//! `cargo bench --bench keys` prints each for drafts of 10 to 10,000 findings; the terminal is memory, so
//! what a real one adds is measured from outside (see `assay.toml` beside this file).

#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::cell::RefCell;
use std::fmt::Write as _;
use std::sync::Arc;

use assay::app::layout::Size;
use assay::app::{Effect, JournalNote, Key, Keymap, Message, OpenedDraft, State, update};
use assay::assessment::Framework;
use assay::config::Theme;
use assay::render::{Print, PrintFormat};
use assay::store::format;
use assay::store::journal::{Base, Journal, JournalName, JournalThread};
use assay::tui::View;
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

const FINDINGS: [usize; 4] = [10, 100, 1_000, 10_000];

fn framework() -> Arc<Framework> {
    let text = include_str!("../../assets/frameworks/annual.toml");
    Arc::new(format::framework::read("annual.toml", text).expect("the built-in framework"))
}

/// A draft of so many findings, spread over the headings, no two alike.
fn draft(findings: usize) -> String {
    let mut text = String::from(
        "format = 1\nid = \"bench\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n\n[inspector]\nname = \"A N Inspector\"\n\n[overall]\nstance = \"pleased\"\n",
    );
    let headings = [
        "crime-prevention",
        "victims",
        "offenders",
        "finances",
        "legitimacy",
    ];
    for at in 0..findings {
        let heading = headings[at * headings.len() / findings];
        let kind = if at % 3 == 2 {
            "improvement"
        } else {
            "strength"
        };
        let verb = if at % 3 == 2 {
            "needs to review"
        } else {
            "understands"
        };
        writeln!(
            text,
            "\n[[findings]]\nid = \"f{at}\"\nheading = \"{heading}\"\nkind = \"{kind}\"\ntext = \"The constabulary {verb} how its team number {at} serves the people of the district.\""
        )
        .expect("memory");
    }
    text
}

struct DraftEditor {
    state: State,
    view: View,
    terminal: Terminal<TestBackend>,
    journal_thread: Option<JournalThread>,
}

impl DraftEditor {
    fn new(findings: usize) -> Self {
        let framework = framework();
        let known = Arc::clone(&framework);
        let text = draft(findings);
        let read = format::read("bench.toml", &text, &move |_| Ok(Arc::clone(&known)));
        let size = Size {
            width: 120,
            height: 40,
        };
        let mut bench = Self {
            state: State::new(size, Keymap::default()),
            view: View::new(&Theme::built_in("dark").expect("a theme")),
            terminal: Terminal::new(TestBackend::new(size.width, size.height)).expect("memory"),
            journal_thread: None,
        };
        let assessment = read.expect("the draft is right").assessment;
        let opened = OpenedDraft::plain(assessment, framework, "bench.toml".into());
        update(&mut bench.state, Message::OpenedDraft(Box::new(opened)));
        bench
    }

    fn keys(&mut self, keys: &str) {
        for key in Key::sequence(keys).expect("keys") {
            update(&mut self.state, Message::Key(key));
        }
        // What is noted in the journal is written to a disk, and measured beside this.
        let noted = self.state.settle();
        let _ = self.state.check();
        if let (Some(journal_thread), Some(Effect::Journal(JournalNote::Draft(entries)))) =
            (&self.journal_thread, noted)
        {
            journal_thread.append(&entries, jiff::Timestamp::now());
        }
        self.draw();
    }

    /// The same with a journal in a folder of the machine's temporary one.
    fn with_journal(findings: usize, folder: &std::path::Path) -> Self {
        let text = draft(findings);
        let name = JournalName::new("bench", &folder.join("bench.toml"));
        let places = vec![folder.join("bench.journal")];
        let journal = Journal::new(name, places, Base::new(&text));
        Self {
            journal_thread: Some(JournalThread::new(journal, Box::new(|_| {}))),
            ..Self::new(findings)
        }
    }

    fn draw(&mut self) {
        let Self {
            state,
            view,
            terminal,
            ..
        } = self;
        terminal
            .draw(|frame| view.draw(frame, state))
            .expect("memory");
    }
}

/// A letter typed into the first finding of the middle heading.
#[divan::bench(args = FINDINGS)]
fn a_letter_typed(bencher: Bencher<'_, '_>, findings: usize) {
    let bench = RefCell::new(DraftEditor::new(findings));
    bench
        .borrow_mut()
        .keys("<home><down><down><down><down><tab><home><down><down><enter>");
    bencher.bench_local(|| bench.borrow_mut().keys("e"));
}

/// The same with the journal written, as on a user's machine.
#[divan::bench(args = FINDINGS)]
fn a_letter_typed_and_noted(bencher: Bencher<'_, '_>, findings: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bench = RefCell::new(DraftEditor::with_journal(findings, folder.path()));
    bench
        .borrow_mut()
        .keys("<home><down><down><down><down><tab><home><down><down><enter>");
    bencher.bench_local(|| bench.borrow_mut().keys("e"));
}

/// The cursor moved from one finding to the next and back.
#[divan::bench(args = FINDINGS)]
fn the_next_finding(bencher: Bencher<'_, '_>, findings: usize) {
    let bench = RefCell::new(DraftEditor::new(findings));
    bench
        .borrow_mut()
        .keys("<home><down><down><down><down><tab>");
    bencher.bench_local(|| {
        bench.borrow_mut().keys("<down>");
        bench.borrow_mut().keys("<up>");
    });
}

/// A finding added and taken back.
#[divan::bench(args = FINDINGS)]
fn a_finding_added_and_undone(bencher: Bencher<'_, '_>, findings: usize) {
    let bench = RefCell::new(DraftEditor::new(findings));
    bench
        .borrow_mut()
        .keys("<home><down><down><down><down><tab>");
    bencher.bench_local(|| bench.borrow_mut().keys("aThe constabulary listens.<esc>uu"));
}

/// A draft read from its text.
#[divan::bench(args = FINDINGS)]
fn a_draft_read(bencher: Bencher<'_, '_>, findings: usize) {
    let (text, framework) = (draft(findings), framework());
    bencher.bench_local(|| {
        let known = Arc::clone(&framework);
        format::read("bench.toml", &text, &move |_| Ok(Arc::clone(&known))).is_ok()
    });
}

/// A whole statement woven and printed.
#[divan::bench(args = FINDINGS)]
fn a_statement_printed(bencher: Bencher<'_, '_>, findings: usize) {
    let framework = framework();
    let known = Arc::clone(&framework);
    let text = draft(findings);
    let read = format::read("bench.toml", &text, &move |_| Ok(Arc::clone(&known)));
    let assessment = read.expect("the draft is right").assessment;
    bencher.bench_local(|| {
        let document = assay::statement::weave(&assessment, &framework);
        let statement = Print::statement(&document, &assessment, &framework);
        assay::render::print(&statement, PrintFormat::Text, None).len()
    });
}

/// One changed text brought into the text of a draft, with all else of it left as it is.
#[divan::bench(args = FINDINGS)]
fn a_text_saved(bencher: Bencher<'_, '_>, findings: usize) {
    let (base, framework) = (draft(findings), framework());
    let known = Arc::clone(&framework);
    let read = format::read("bench.toml", &base, &move |_| Ok(Arc::clone(&known)));
    let before = read.expect("the draft is right").assessment;
    let mut after = before.clone();
    Arc::make_mut(&mut after.findings[findings / 2]).text = "Other words.".into();
    bencher.bench_local(|| {
        let mut attic = format::RemovedText::default();
        format::save(&base, &before, &after, &framework, &mut attic).is_ok()
    });
}
