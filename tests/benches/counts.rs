//! What a key costs, in counts that no other work on the machine touches: allocations and bytes sent.
//!
//! Each count stands in `tests/data/counts.tsv`, and what comes to more than a twentieth above or below it fails: what
//! grew is looked into, and what became less is written down by `ASSAY_COUNTS=new cargo test --test counts`.
//! Instructions, where valgrind is: `valgrind --tool=callgrind` on the bench of keys, with two sample sizes.

#![cfg(all(target_os = "linux", feature = "seal", feature = "spelling"))]
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing
)]

mod editing;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use editing::DraftEditor;

/// Keys by which a text of the middle heading is open to be typed in.
const INTO_A_TEXT: &str = "<home><down><down><down><down><tab><home><down><down><enter>";

/// Letters as they are typed; each is counted, and the mean is what is compared.
const TYPED: &str = "The team is led well and it records what it does";

type Counts = BTreeMap<String, u64>;

/// Counts what letters cost, each for itself, in a draft of so many findings.
fn of_letters(findings: usize, counts: &mut Counts) {
    let mut editor = DraftEditor::new(findings);
    editor.keys(INTO_A_TEXT);
    let _ = editor.rest();
    let (mut typing, mut resting, mut bytes) = (0, 0, 0);
    for letter in TYPED.chars() {
        let key = match letter {
            ' ' => "<space>".to_owned(),
            letter => letter.to_string(),
        };
        let shown = allocation_counter::measure(|| bytes += editor.keys(&key));
        typing += shown.count_total;
        resting += allocation_counter::measure(|| bytes += editor.rest()).count_total;
    }
    let many = TYPED.len() as u64;
    let mut put =
        |what: &str, sum: u64| counts.insert(format!("{what}, {findings} findings"), sum / many);
    put("allocations until a letter is shown", typing);
    put("allocations behind a letter", resting);
    put("bytes sent for a letter", bytes as u64);
}

/// Counts what a burst costs that one frame shows.
fn of_a_burst(findings: usize, counts: &mut Counts) {
    let mut editor = DraftEditor::new(findings);
    editor.keys(INTO_A_TEXT);
    let keys = "e".repeat(1_000);
    let shown = allocation_counter::measure(|| {
        editor.keys(&keys);
    });
    counts.insert(
        format!("allocations of a burst of 1,000 letters, {findings} findings"),
        shown.count_total,
    );
}

/// Counts what it takes to show a draft that was read.
fn of_an_opening(findings: usize, counts: &mut Counts) {
    let mut editor = DraftEditor::new(findings);
    let shown = allocation_counter::measure(|| editor.open_again());
    counts.insert(
        format!("allocations until a draft is shown, {findings} findings"),
        shown.count_total,
    );
}

fn written(text: &str) -> Counts {
    let rows = text.lines().filter_map(|line| line.split_once('\t'));
    rows.map(|(what, count)| (what.to_owned(), count.parse().expect("a number")))
        .collect()
}

#[test]
fn a_key_costs_no_more_than_is_written_beside_it() {
    let mut counts = Counts::new();
    for findings in [10, 100, 3_000] {
        of_letters(findings, &mut counts);
    }
    of_a_burst(100, &mut counts);
    for findings in [100, 3_000] {
        of_an_opening(findings, &mut counts);
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/counts.tsv");
    if std::env::var_os("ASSAY_COUNTS").is_some_and(|set| set == "new") {
        let mut text = String::new();
        for (what, count) in &counts {
            writeln!(text, "{what}\t{count}").expect("memory");
        }
        std::fs::write(path, text).expect("tests/data is written to");
        return;
    }
    let expected = written(&std::fs::read_to_string(path).expect("tests/data/counts.tsv"));
    let names = |counts: &Counts| counts.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&counts),
        names(&expected),
        "other things are counted than are written"
    );
    let differ = |(what, count): (&String, &u64)| {
        let before = expected[what];
        let is_near = count.abs_diff(before) * 20 <= before;
        (!is_near).then(|| format!("{what}: {count}, and {before} is written"))
    };
    let differ: Vec<String> = counts.iter().filter_map(differ).collect();
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}
