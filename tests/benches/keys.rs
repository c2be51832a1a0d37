//! What a key costs: through the state machine, the weaving and the drawing, to the cells of a frame.
//!
//! `cargo bench --bench keys` prints each for drafts of 10 to 10,000 findings; the terminal is memory, so
//! what a real one adds is measured from outside (see `assay.toml` beside this file).

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing
)]

mod editing;

use std::cell::RefCell;
use std::sync::Arc;

use assay::render::{Print, PrintFormat};
use assay::store::format;
use assay::store::journal::{Base, Journal, JournalName, JournalThread};
use divan::Bencher;
use editing::{DraftEditor, draft, framework};

fn main() {
    divan::main();
}

const FINDINGS: [usize; 4] = [10, 100, 1_000, 10_000];

/// A letter typed into the first finding of the middle heading, until its frame.
#[divan::bench(args = FINDINGS)]
fn a_letter_typed(bencher: Bencher<'_, '_>, findings: usize) {
    let bench = RefCell::new(DraftEditor::new(findings));
    bench
        .borrow_mut()
        .keys("<home><down><down><down><down><tab><home><down><down><enter>");
    bencher.bench_local(|| bench.borrow_mut().keys("e"));
}

/// A draft with a journal in a folder of the machine's temporary one.
fn with_journal(findings: usize, folder: &std::path::Path) -> DraftEditor {
    let text = draft(findings);
    let name = JournalName::new("bench", &folder.join("bench.toml"));
    let places = vec![folder.join("bench.journal")];
    let journal = Journal::new(name, places, Base::new(&text));
    let mut editor = DraftEditor::new(findings);
    editor.journal_thread = Some(JournalThread::new(journal, Box::new(|_| {})));
    editor
}

/// The same with the journal written, as on a user's machine.
#[divan::bench(args = FINDINGS)]
fn a_letter_typed_and_noted(bencher: Bencher<'_, '_>, findings: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bench = RefCell::new(with_journal(findings, folder.path()));
    bench
        .borrow_mut()
        .keys("<home><down><down><down><down><tab><home><down><down><enter>");
    bencher.bench_local(|| bench.borrow_mut().keys("e"));
}

/// The same with what comes behind the frame, when the hand rests.
#[divan::bench(args = FINDINGS)]
fn a_letter_typed_and_checked(bencher: Bencher<'_, '_>, findings: usize) {
    let bench = RefCell::new(DraftEditor::new(findings));
    bench
        .borrow_mut()
        .keys("<home><down><down><down><down><tab><home><down><down><enter>");
    bencher.bench_local(|| {
        let mut bench = bench.borrow_mut();
        bench.keys("e") + bench.rest()
    });
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
