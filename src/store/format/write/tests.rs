#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr
)]

use std::sync::Arc;

use super::*;
use crate::assessment::{Evidence, Figure, Finding, Grade, Judgment, Outlook, Recommendation};
use crate::store::format::parts::content_of;
use crate::store::format::{FrameworkMissing, framework, read};

pub(super) const COMMENTED: &str = include_str!("commented.toml");
pub(super) const BRACES: &str = include_str!("braces.toml");
pub(super) const DOTTED: &str = include_str!("dotted.toml");
const ANNUAL: &str = include_str!("../../../../assets/frameworks/annual.toml");

pub(super) fn annual() -> Arc<Framework> {
    thread_local!(static ANNUAL_READ: Arc<Framework> = Arc::new(framework::read("annual", ANNUAL).unwrap()));
    ANNUAL_READ.with(Arc::clone)
}

/// Saves a draft, and sees that it comes to what a save in the tree of the whole comes to.
pub(super) fn saved_both_ways(
    base: &str,
    before: &Assessment,
    after: &Assessment,
    framework: &Framework,
    removed: &mut RemovedText,
) -> Result<String, Unwritable> {
    let mut of_whole = removed.clone();
    let text = save(base, before, after, framework, removed);
    if before != after {
        let whole = whole(base, before, after, framework, &mut of_whole);
        assert_eq!(text, whole);
    }
    text
}

pub(super) fn reading(text: &str) -> Assessment {
    let of = |_: &str| -> Result<Arc<Framework>, FrameworkMissing> { Ok(annual()) };
    let draft = read("d.toml", text, &of).unwrap_or_else(|refused| panic!("{refused}\n{text}"));
    draft.assessment
}

/// Returns the text after a change.
fn saved(base: &str, change: impl FnOnce(&mut Assessment)) -> String {
    let before = reading(base);
    let mut after = before.clone();
    change(&mut after);
    saved_both_ways(
        base,
        &before,
        &after,
        &annual(),
        &mut RemovedText::default(),
    )
    .unwrap_or_else(|_| panic!("{after:#?}"))
}

/// Returns the lines taken out (`-`) and put in (`+`) by a change.
fn difference(base: &str, change: impl FnOnce(&mut Assessment)) -> Vec<String> {
    diff(base, &saved(base, change))
}

/// Returns the lines between the first and the last that differ.
pub(super) fn diff(base: &str, text: &str) -> Vec<String> {
    let (old, new): (Vec<_>, Vec<_>) = (
        base.split_inclusive('\n').collect(),
        text.split_inclusive('\n').collect(),
    );
    let shorter = old.len().min(new.len());
    let ahead = old.iter().zip(&new).take_while(|(o, n)| o == n).count();
    let behind = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(o, n)| o == n)
        .count();
    let behind = behind.min(shorter - ahead);
    let out = old[ahead..old.len() - behind]
        .iter()
        .map(|line| format!("-{line}"));
    let into = new[ahead..new.len() - behind]
        .iter()
        .map(|line| format!("+{line}"));
    out.chain(into)
        .map(|line| line.trim_end_matches('\n').to_owned())
        .collect()
}

fn finding(a: &mut Assessment, at: usize) -> &mut Finding {
    Arc::make_mut(&mut a.findings[at])
}

#[test]
fn nothing_changed_is_nothing_written() {
    assert_eq!(saved(COMMENTED, |_| {}), COMMENTED);
}

#[test]
fn a_changed_value_keeps_the_comment_behind_it() {
    let lines = difference(COMMENTED, |a| a.subject.name = "Kent \\ \"Police\"".into());
    assert_eq!(
        lines,
        [
            "-name = 'City of \"London\" Police' # C-name",
            "+name = \"Kent \\\\ \\\"Police\\\"\" # C-name",
        ]
    );
    let lines = difference(COMMENTED, |a| a.period.fieldwork_from = "2015-04-01".into());
    assert_eq!(
        lines,
        [
            "-fieldwork-from = 2015-03-01 # C-from",
            "+fieldwork-from = 2015-04-01 # C-from"
        ]
    );
    let lines = difference(COMMENTED, |a| a.period.fieldwork_from = "in spr".into());
    assert_eq!(lines[1], "+fieldwork-from = \"in spr\" # C-from");
    let lines = difference(COMMENTED, |a| {
        Arc::make_mut(&mut a.figures[0]).value = "52".into()
    });
    assert_eq!(lines, ["-value = 50_000 # C-n1", "+value = 52 # C-n1"]);
}

#[test]
fn a_new_field_stands_among_its_neighbours() {
    let lines = difference(COMMENTED, |a| finding(a, 0).stance = "reassured".into());
    assert_eq!(lines, ["+stance = \"reassured\""]);
    let text = saved(COMMENTED, |a| finding(a, 0).stance = "reassured".into());
    assert!(text.contains("kind = \"strength\"\nstance = \"reassured\"\ntext = "));
    // In a table in another order, at its end, before what the author wrote below.
    let text = saved(COMMENTED, |a| finding(a, 1).also = Some(true));
    assert!(
        text.contains("    \"e2\",\n]\nalso = true\n  # C-f-b below\n"),
        "{text}"
    );
    let text = saved(COMMENTED, |a| a.subject.spoken = "the City".into());
    assert!(text.contains("# C-name\nspoken = \"the City\"\nnoun"));
    let text = saved(COMMENTED, |a| {
        a.grades.get_mut("offenders").unwrap().rationale = "So.".into()
    });
    assert!(
        text.contains("grade = \"good\"\nrationale = \"So.\"\n\n# ---- C-section"),
        "{text}"
    );
}

#[test]
fn a_field_set_to_nothing_goes_and_a_text_stays_empty() {
    let lines = difference(COMMENTED, |a| finding(a, 3).spoken = None);
    assert_eq!(lines, ["-spoken = false # C-d-spoken"]);
    let lines = difference(COMMENTED, |a| finding(a, 0).text = String::new());
    assert_eq!(lines[1], "+text = \"\" # C-a-text");
}

#[test]
fn a_list_of_ids_keeps_the_comments_of_those_that_stay() {
    let text = saved(COMMENTED, |a| {
        finding(a, 1).evidence = vec!["e2".into(), "e3".into()]
    });
    assert!(
        text.contains("evidence = [\n    # C-e2\n    \"e2\",\n    \"e3\",\n]\n"),
        "{text}"
    );
}

#[test]
fn a_new_table_stands_where_a_new_file_has_it() {
    let text = saved(COMMENTED, |a| a.overall.stance = "pleased".into());
    assert!(
        text.contains("found.\"\"\"\n\n[overall]\nstance = \"pleased\"\n\n[grades.crime"),
        "{text}"
    );
    let text = saved(COMMENTED, |a| {
        let victims = Judgment {
            grade: Some(Grade::Good),
            ..Judgment::default()
        };
        a.grades.insert("victims".into(), victims);
    });
    assert!(
        text.contains("# X-panel\n\n[grades.victims]\ngrade = \"good\"\n\n[grades.offenders]"),
        "{text}"
    );
    let text = saved(COMMENTED, |a| {
        a.outlook.push(Arc::new(Outlook {
            id: "l1".into(),
            text: "how".into(),
        }));
    });
    assert!(
        text.contains("part-of = \"n1\"\n\n[[outlook]]\nid = \"l1\"\ntext = \"how\"\n\n[[notes]]"),
        "{text}"
    );
}

#[test]
fn findings_move_with_what_belongs_to_them() {
    let text = saved(COMMENTED, |a| a.findings.swap(0, 1));
    let order: Vec<usize> = [
        "C-section: the",
        "C-f-b\n",
        "X-b-more",
        "C-f-a one",
        "C-f-c",
    ]
    .iter()
    .map(|mark| text.find(mark).unwrap())
    .collect();
    assert!(order.is_sorted(), "{text}");
    let text = saved(COMMENTED, |a| {
        a.findings.remove(1);
    });
    for gone in ["C-f-b", "C-b-deadline", "X-b-more"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert!(text.contains("# X-a\n\n# C-e1 on its own\n"), "{text}");
}

#[test]
fn a_new_finding_stands_at_its_place_with_the_blank_lines_of_its_neighbours() {
    let new = || {
        Arc::new(Finding {
            id: "new".into(),
            heading: "victims".into(),
            ..Finding::default()
        })
    };
    let block =
        "[[findings]]\nid = \"new\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"\"\n";
    let text = saved(COMMENTED, |a| a.findings.insert(2, new()));
    assert!(
        text.contains(&format!("panel = true\n\n{block}\n# C-e1 on")),
        "{text}"
    );
    let text = saved(COMMENTED, |a| a.findings.push(new()));
    assert!(
        text.contains(&format!(
            "why = \"known\"\n\n\n{block}\n# ---- C-section: evidence"
        )),
        "{text}"
    );
    let text = saved(COMMENTED, |a| a.findings.insert(0, new()));
    assert!(
        text.contains(&format!("visit ----\n\n{block}\n# C-f-a one")),
        "{text}"
    );
    let text = saved(COMMENTED, |a| {
        a.figures.insert(
            1,
            Arc::new(Figure {
                id: "n3".into(),
                value: "7".into(),
                ..Figure::default()
            }),
        );
    });
    assert!(
        text.contains(
            "label = \"followers\"\n\n[[figures]]\nid = \"n3\"\nvalue = 7\n[[figures]]\n# C-n2"
        ),
        "{text}"
    );
}

#[test]
fn recommendations_are_saved_in_either_spelling() {
    let rec = |text: &str| Recommendation {
        text: text.into(),
        ..Recommendation::default()
    };
    let text = saved(COMMENTED, |a| {
        finding(a, 1).recommendations.insert(1, rec("New."))
    });
    assert!(
        text.contains(
            "# C-b-deadline\n\n[[findings.recommendations]]\ntext = \"New.\"\n\n[[findings.rec"
        ),
        "{text}"
    );
    let text = saved(COMMENTED, |a| finding(a, 1).recommendations.swap(0, 1));
    assert!(
        text.find("C-b-that").unwrap() < text.find("C-b-deadline").unwrap(),
        "{text}"
    );
    let text = saved(COMMENTED, |a| {
        finding(a, 1).recommendations[1].deadline = "soon".into()
    });
    assert!(
        text.contains("# C-b-that\ndeadline = \"soon\"\naddressee"),
        "{text}"
    );
    let text = saved(COMMENTED, |a| finding(a, 1).recommendations.clear());
    assert!(
        text.contains("# C-f-b below\n\n[findings.x-more]"),
        "{text}"
    );
    let text = saved(COMMENTED, |a| {
        finding(a, 0).recommendations = vec![rec("A.")]
    });
    assert!(
        text.contains(
            "# X-a\n\n[[findings.recommendations]]\ntext = \"A.\"\n\n[[findings]] # C-f-b"
        ),
        "{text}"
    );
    let text = saved(COMMENTED, |a| {
        finding(a, 2).recommendations[1].deadline = "in May".into()
    });
    assert!(
        text.contains("{ text = \"Two.\", deadline = \"in May\" }] # C-c-recs"),
        "{text}"
    );
    let text = saved(COMMENTED, |a| {
        finding(a, 2).recommendations.push(rec("Three."))
    });
    assert!(
        text.contains("{ text = \"Two.\" }, { text = \"Three.\" }] # C-c-recs"),
        "{text}"
    );
}

#[test]
fn braces_and_dots_are_saved_as_they_are_written() {
    let text = saved(BRACES, |a| a.subject.spoken = "the City".into());
    assert!(
        text.contains("{ name = \"City\", spoken = \"the City\", noun = \"force\" } # C-subject"),
        "{text}"
    );
    let text = saved(BRACES, |a| a.period.fieldwork_to = "2015-05-01".into());
    assert!(
        text.contains("# C-label\nperiod.fieldwork-to = 2015-05-01\nperiod.published"),
        "{text}"
    );
    let text = saved(BRACES, |a| {
        a.grades.insert(
            "finances".into(),
            Judgment {
                grade: Some(Grade::Good),
                ..Judgment::default()
            },
        );
    });
    assert!(
        text.contains("x-panel = 1 }, finances = { grade = \"good\" } }"),
        "{text}"
    );
    let text = saved(BRACES, |a| {
        a.findings.remove(1);
        a.findings.push(Arc::new(Finding {
            id: "n".into(),
            heading: "overall".into(),
            ..Finding::default()
        }));
    });
    assert!(
        text.contains("\"So.\" }, # C-c\n    { id = \"n\", "),
        "{text}"
    );
    let text = saved(BRACES, |a| {
        a.evidence.push(Arc::new(Evidence {
            id: "e".into(),
            ..Evidence::default()
        }))
    });
    assert!(text.contains("evidence = [{ id = \"e\" }]\n"), "{text}");
}

#[test]
fn a_new_item_does_not_inherit_the_comments_of_another_with_its_id() {
    let before = reading(COMMENTED);
    let mut removed_text = RemovedText::default();
    let mut after = before.clone();
    after.findings.remove(0);
    let without = save(COMMENTED, &before, &after, &annual(), &mut removed_text).unwrap();
    let mut other = after.clone();
    other.findings.push(Arc::new(Finding {
        id: "a".into(),
        heading: "overall".into(),
        ..Finding::default()
    }));
    let text = save(&without, &after, &other, &annual(), &mut removed_text).unwrap();
    assert!(!text.contains("C-f-a"), "{text}");
}

#[test]
fn two_items_of_one_id_are_not_written() {
    let mut after = reading(COMMENTED);
    let again = after.findings[0].clone();
    after.findings.push(again);
    // What is written is read back as it is meant, so nothing is lost; opening the file reports the slip.
    let text = saved(COMMENTED, |a| *a = after.clone());
    assert_eq!(content_of(&text, &annual()), Some(after));
}
