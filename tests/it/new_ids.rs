//! What a draft says of a finding or of evidence is never said of another: no id is given out twice, neither after the
//! first was deleted, nor in two copies, nor to two files.

use std::fs;
use std::path::PathBuf;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\
noun = \"constabulary\"\n\n[[evidence]]\nid = \"visit\"\ntitle = \"Visit to the cells\"\n";

fn at_draft() -> (Sitting, PathBuf) {
    let home = Home::new();
    let path = home.write("data/assay/one.toml", DRAFT);
    (Sitting::of_its_own(home, &path), path)
}

fn ids(sitting: &Sitting) -> Vec<String> {
    let findings = &sitting.editor().assessment.findings;
    findings.iter().map(|finding| finding.id.clone()).collect()
}

/// Types a finding, rewrites its sentence by hand and deletes it.
fn rewritten_and_deleted(sitting: &mut Sitting) -> String {
    sitting.keys("<tab>=The constabulary has old radios.<esc>");
    let id = ids(sitting).pop().expect("a finding");
    sitting.keys("<tab>e<ctrl-e> Nobody likes them.<enter>");
    assert!(sitting.statement().contains("Nobody likes them."));
    sitting.keys("<shift-tab>d");
    assert_eq!(ids(sitting).len(), 0);
    id
}

#[test]
fn what_was_written_of_a_deleted_finding_is_not_spoken_instead_of_the_next() {
    for restarted in [false, true] {
        let (mut sitting, path) = at_draft();
        let deleted = rewritten_and_deleted(&mut sitting);
        if restarted {
            sitting = Sitting::of_its_own(sitting.leave(), &path);
        }
        sitting.keys("=The constabulary buys new cars.<esc>");
        assert_ne!(ids(&sitting), [deleted]);
        let statement = sitting.statement();
        assert!(statement.contains("buys new cars"), "{statement}");
        assert!(!statement.contains("Nobody likes"), "{statement}");
    }
}

#[test]
fn what_was_undone_gives_its_id_to_no_other() {
    let (mut sitting, _) = at_draft();
    sitting.keys("<tab>=Radios are old.<esc>");
    let undone = ids(&sitting);
    sitting.keys("uuuu=Cars are new.<esc>");
    assert_eq!(sitting.texts(), ["Cars are new."]);
    assert_ne!(ids(&sitting), undone);
}

#[test]
fn two_who_add_at_the_same_time_add_two() {
    let (mut one, path) = at_draft();
    let other = Home::new();
    let copy = other.write("data/assay/one.toml", DRAFT);
    let mut two = Sitting::of_its_own(other, &copy);
    two.keys("<tab>+The constabulary mends its radios.<esc>vRota of March<enter>f<down><enter>");
    let theirs = two.file();
    drop(two);
    one.keys("<tab>=Snow fell in March.<esc>vMinutes of the board<enter>");
    fs::write(&path, theirs).expect("a copy over it");
    one.keys("<ctrl-s>");
    let mut texts = one.texts();
    texts.sort();
    assert_eq!(
        texts,
        ["Snow fell in March.", "The constabulary mends its radios."]
    );
    let draft = &one.editor().assessment;
    for (text, source) in [
        ("Snow fell in March.", "Minutes of the board"),
        ("The constabulary mends its radios.", "Rota of March"),
    ] {
        let finding = draft.findings.iter().find(|it| it.text == text);
        let finding = finding.expect("both stand");
        let titles = finding.evidence.iter().map(|id| {
            let item = draft.evidence_item(id).expect("evidence");
            item.title.as_str()
        });
        assert_eq!(titles.collect::<Vec<_>>(), [source]);
    }
}

#[test]
fn a_file_that_stays_takes_nothing_of_the_one_that_was_made_of_it() {
    let (mut sitting, path) = at_draft();
    sitting.keys("S<ctrl-u>new.toml<enter>");
    let new = sitting.home.drafts().join("new.toml");
    assert!(new.exists());
    sitting.keys("<tab>=Unsaved");
    let home = sitting.kill();
    fs::rename(&new, home.drafts().join("renamed.toml")).expect("it is moved");
    let mut sitting = Sitting::of_its_own(home, &path);
    assert_eq!(sitting.texts(), [] as [&str; 0], "{}", sitting.screen());
    sitting.keys("q");
    let home = sitting.leave();
    let renamed = home.drafts().join("renamed.toml");
    let sitting = Sitting::of_its_own(home, &renamed);
    assert_eq!(sitting.texts(), ["Unsaved"], "{}", sitting.screen());
}

#[test]
fn what_was_typed_before_another_name_was_taken_is_undone_behind_it_and_all_comes_back() {
    let (mut sitting, _) = at_draft();
    sitting.keys("<tab>=Before it.<esc>S<ctrl-u>new.toml<enter>");
    let new = sitting.home.drafts().join("new.toml");
    sitting.keys("u");
    assert_eq!(sitting.texts(), ["Before "]);
    sitting.keys("uu");
    assert!(sitting.texts().is_empty(), "{:?}", sitting.texts());
    sitting.keys("=Behind it");
    let mut sitting = Sitting::of_its_own(sitting.kill(), &new);
    assert_eq!(sitting.texts(), ["Behind it"], "{}", sitting.screen());
    sitting.keys("<ctrl-s>q");
    let mut sitting = Sitting::of_its_own(sitting.leave(), &new);
    assert_eq!(sitting.texts(), ["Behind it"], "{}", sitting.screen());
    assert!(!sitting.screen().contains("does not fit"));
    sitting.keys("uuu");
    assert!(sitting.texts().is_empty(), "{:?}", sitting.texts());
}
