//! What the fuzz targets share: frameworks, edits made of bytes, a journal on the disk, and the look over
//! everything that is printed.
//!
//! Each target takes bytes, makes something of them that a user or a stranger could do, and panics where a law
//! of Assay does not hold. The laws stand in the targets.

mod hand;

/// What the tests from outside have: a home of their own, a sitting at the real loop, and who looks on. They use more
/// of it than is used here.
#[allow(dead_code)]
#[path = "../../it/support"]
pub mod support {
    mod frames;
    mod home;
    mod others;
    pub mod script;
    mod sitting;
    pub mod witness;
    mod world;
}

use std::path::Path;
use std::sync::{Arc, OnceLock};

use arbitrary::Unstructured;
use assay::assessment::{Assessment, Framework, HistoryEntry};
use assay::render::{self, Edition, Print, PrintFormat};
use assay::store::Frameworks;
use assay::store::format::{self, Draft, FrameworkMissing, Refused};
use assay::store::journal::{Base, Journal, JournalName};
use assay::{check, statement};

pub use hand::{Hand, Texts, written};

/// The example draft that the program ships.
pub const EXAMPLE: &str = include_str!("../../../assets/examples/annual.toml");

/// A draft with comments and unknown keys of its author's, in every layout that TOML has.
pub const COMMENTED: &str = include_str!("../../../src/store/format/write/commented.toml");

/// The built-in frameworks.
pub fn frameworks() -> &'static Frameworks {
    static ALL: OnceLock<Frameworks> = OnceLock::new();
    ALL.get_or_init(|| Frameworks::load(Path::new("")))
}

/// The built-in framework of this id.
pub fn framework(id: &str) -> Result<Arc<Framework>, FrameworkMissing> {
    frameworks().get(id)
}

/// Reads a draft under the built-in frameworks.
pub fn read(text: &str) -> Result<Draft, Refused> {
    format::read("draft.toml", text, &framework)
}

/// The example draft, read.
pub fn example() -> Draft {
    static READ: OnceLock<Draft> = OnceLock::new();
    READ.get_or_init(|| read(EXAMPLE).expect("the example is right"))
        .clone()
}

/// Weaves, checks and prints in every form. Nothing hidden may be in a printed text.
pub fn print_all(assessment: &Assessment, framework: &Framework) {
    let document = statement::weave(assessment, framework);
    for problem in check::check(assessment, framework, &document) {
        assert!(!problem.what.is_empty() && !problem.rule.id().is_empty());
    }
    let plain = Print::statement(&document, assessment, framework);
    let prints = [
        (Edition::Statement, PrintFormat::Text, None),
        (Edition::Statement, PrintFormat::Text, Some(72)),
        (Edition::Sources, PrintFormat::Text, None),
        (Edition::Sources, PrintFormat::Text, Some(1)),
        (Edition::Statement, PrintFormat::Markdown, None),
        (Edition::Sources, PrintFormat::Markdown, None),
        (Edition::Statement, PrintFormat::Json, None),
    ];
    for (edition, format, width) in prints {
        let print = render::print_text(&Print { edition, ..plain }, format, width);
        assert!(!assay::text::has_hidden(&print), "hidden: {print:?}");
    }
}

/// The bytes of a journal that the real writer made of these entries. `batches` are how many of them it gets at
/// a time; what is left comes as one more.
pub fn journal(base: &str, entries: &[HistoryEntry], batches: &[usize]) -> Vec<u8> {
    // In memory where there is such a folder: a disk would be most of what a run costs.
    let memory = Path::new("/dev/shm");
    let folder = tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir());
    let folder = folder.expect("a temporary folder");
    let path = folder.path().join("d.journal");
    let name = JournalName {
        id: "d".into(),
        draft: "/d.toml".into(),
    };
    let mut journal = Journal::new(name, vec![path.clone()], Base::new(base));
    let now = "2026-01-01T00:00:00Z".parse().expect("a time");
    let mut rest = entries;
    for batch in batches {
        let (now_in, later) = rest.split_at((*batch).min(rest.len()));
        journal.append(now_in, now).expect("the journal is written");
        rest = later;
    }
    journal.append(rest, now).expect("the journal is written");
    // It gives back the space that it had set aside.
    drop(journal);
    std::fs::read(&path).expect("the journal is there")
}

/// A number below `many`, of the input's next bytes; 0 when the input is used up.
pub fn below(input: &mut Unstructured<'_>, many: usize) -> usize {
    input
        .int_in_range(0..=many.saturating_sub(1))
        .unwrap_or_default()
}
