//! What was taken out and comes back as its author wrote it.

#![allow(clippy::unwrap_used)]

use super::tests::{COMMENTED, annual, reading};
use super::*;
use crate::store::format::parts::content_of;

#[test]
fn an_undone_delete_puts_everything_back() {
    let before = reading(COMMENTED);
    for at in 0..before.findings.len() {
        let mut after = before.clone();
        let mut removed_text = RemovedText::default();
        let removed = after.findings.remove(at);
        let without = save(COMMENTED, &before, &after, &annual(), &mut removed_text).unwrap();
        let mut back = after.clone();
        back.findings.insert(at, removed);
        let text = save(&without, &after, &back, &annual(), &mut removed_text).unwrap();
        if at == 1 {
            // Its tables stand on both sides of the item of evidence, and come back together.
            assert!(text.contains("X-b-more") && text.contains("C-f-b below"));
        } else {
            assert_eq!(text, COMMENTED, "{at}");
        }
    }
}

/// Whatever is taken out first, and put back first.
#[test]
fn lines_with_dots_that_were_all_taken_out_come_back_with_their_comments() {
    let base = "format = 1\nid = \"x\"\nframework = \"annual\"\nperiod.label = \"2015\" # C-label\nperiod.published = 2015-07-01 # C-published\n\n[overall]\nstance = \"pleased\"\n";
    let whole = content_of(base, &annual()).unwrap();
    let mut one = whole.clone();
    one.period.label.clear();
    let mut other = whole.clone();
    other.period.published.clear();
    let mut none = one.clone();
    none.period.published.clear();
    for out in [&one, &other] {
        for back in [&one, &other] {
            let mut removed = RemovedText::default();
            let (mut text, mut now) = (base.to_owned(), &whole);
            for next in [out, &none, back, &whole] {
                text = save(&text, now, next, &annual(), &mut removed).unwrap();
                now = next;
            }
            for mark in ["# C-label", "# C-published"] {
                assert!(text.contains(mark), "{text}");
            }
        }
    }
    // By now the table has a header: there they have no dots.
    let mut removed = RemovedText::default();
    let gone = save(base, &whole, &none, &annual(), &mut removed).unwrap();
    let headed = gone.replace("[overall]", "[period]\nlabel = \"2015\"\n\n[overall]");
    let text = save(&headed, &other, &whole, &annual(), &mut removed).unwrap();
    assert!(
        text.contains("\npublished = 2015-07-01 # C-published"),
        "{text}"
    );
}

#[test]
fn grades_in_lines_with_dots_come_back_with_their_comments() {
    let head = "format = 1\nid = \"x\"\nframework = \"annual\"\n";
    let end = "\n[overall]\nstance = \"pleased\"\n";
    let lines = |dots: &str| {
        format!(
            "{dots}victims.grade = \"good\" # C-grade\n{dots}victims.rationale = \"Because.\" # C-why\n{dots}finances.grade = \"good\" # C-other\n"
        )
    };
    for base in [
        format!("{head}{}{end}", lines("grades.")),
        format!("{head}\n[grades]\n{}{end}", lines("")),
    ] {
        come_back(&base);
    }
}

fn come_back(base: &str) {
    let whole = content_of(base, &annual()).unwrap();
    let without = |headings: &[&str], field: &str| {
        let mut draft = whole.clone();
        for heading in headings {
            match field {
                "grade" => draft.grades.get_mut(*heading).unwrap().grade = None,
                "rationale" => draft.grades.get_mut(*heading).unwrap().rationale.clear(),
                _ => drop(draft.grades.remove(*heading)),
            }
        }
        draft
    };
    let both: &[&str] = &["victims", "finances"];
    for steps in [
        vec![without(&["victims"], "grade")],
        vec![without(&["victims"], "rationale")],
        vec![without(&["victims"], "all")],
        vec![without(both, "all")],
        vec![without(&["victims"], "grade"), without(&["victims"], "all")],
        vec![without(&["victims"], "rationale"), without(both, "all")],
        vec![without(both, "grade"), without(both, "all")],
        vec![without(both, "all"), without(&["victims"], "all")],
    ] {
        let mut removed = RemovedText::default();
        let (mut text, mut now) = (base.to_owned(), &whole);
        for next in steps.iter().chain([&whole]) {
            text = save(&text, now, next, &annual(), &mut removed).unwrap();
            now = next;
        }
        for mark in ["# C-grade", "# C-why", "# C-other"] {
            assert!(text.contains(mark), "{steps:?}\n{text}");
        }
    }
}
