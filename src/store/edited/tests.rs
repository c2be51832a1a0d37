#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use proptest::prelude::*;

use super::*;
use crate::assessment::{Edit, Editable, History, List};
use crate::store::journal::NoSaveJournal;

/// A draft whose comments stand wherever a person may put them.
const DRAFT: &str = "# head\nformat = 1\nid = \"w\"\nframework = \"annual\" # which\n\n# of the body\n[subject]\nname = \"Wexmoor\"\n\n# alone\n\n# above a\n[[findings]]\nid = \"a\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"One.\" # said\n# below a\n\n# above b\n[[findings]]\nid = \"b\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"Two.\"\n[[findings]]\nid = \"c\" # c\nheading = \"victims\"\nkind = \"concern\"\ntext = \"Three.\"\n[[findings.recommendations]]\ntext = \"Mend.\" # why\n\n\n# above e\n[[evidence]]\nid = \"e\"\ntitle = \"Survey\"\n# between\n\n[[findings]]\nid = \"d\"\nheading = \"offenders\"\nkind = \"strength\"\ntext = \"Four.\"\n# the end";

/// Returns an edit of the draft: a finding or an item of evidence that goes, moves, or says something else.
fn edit(draft: &Assessment, (what, n, m): (u8, usize, usize)) -> Edit {
    let list = match n % 5 {
        0 => List::Evidence,
        _ => List::Findings,
    };
    let many = draft.len(list);
    let changed = |draft: &Assessment| {
        let mut after = draft.clone();
        if let Some(finding) = after.findings.get(m % draft.findings.len().max(1)).cloned() {
            let mut finding = (*finding).clone();
            finding.text.push_str(" And so.");
            after.findings[m % draft.findings.len()] = Arc::new(finding);
        }
        after.subject.noun.push('n');
        draft.edits_to(&after).remove(0)
    };
    match what % 3 {
        0 if many > 0 => {
            let at = m % many;
            let item = draft.item(list, at).unwrap();
            Edit::Remove { at, item }
        }
        1 if many > 1 => Edit::Move {
            list,
            from: n % many,
            to: m % many,
        },
        _ => changed(draft),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_taken_back_gives_back_every_byte(
        steps in prop::collection::vec((any::<u8>(), 0..40_usize, 0..40_usize, any::<bool>()), 1..12),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.toml");
        fs::write(&path, DRAFT).unwrap();
        let frameworks = Frameworks::load(folder.path());
        let (mut file, read) = DraftFile::open(&path, &frameworks, None).unwrap();
        let mut draft = read.document;
        let mut history = History::default();
        let text = || fs::read_to_string(&path).unwrap();
        // The text at each depth of the history at which it was saved.
        let mut texts = vec![Some(DRAFT.to_owned())];
        for (what, n, m, saves) in steps {
            history.make(edit(&draft, (what, n, m)), false, &mut draft).unwrap();
            history.close();
            texts.push(None);
            if saves {
                file.save(&draft, 0, &mut NoSaveJournal).unwrap();
                *texts.last_mut().unwrap() = Some(text());
            }
        }
        while history.undo(&mut draft).is_some() {
            texts.pop();
            file.save(&draft, 0, &mut NoSaveJournal).unwrap();
            if let Some(before) = texts.last().unwrap() {
                prop_assert_eq!(&text(), before);
            }
        }
        prop_assert_eq!(text(), DRAFT);
    }
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_not_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.toml");
    fs::write(&path, DRAFT).unwrap();
    let frameworks = Frameworks::load(folder.path());
    let (mut file, read) = DraftFile::open(&path, &frameworks, None).unwrap();
    let mut after = read.document.clone();
    after.findings.remove(0);
    file.save(&after, 0, &mut NoSaveJournal).unwrap();
    let theirs = fs::read_to_string(&path)
        .unwrap()
        .replace("# head", "# theirs");
    fs::write(&path, &theirs).unwrap();
    match file.status() {
        FileStatus::Changed(version) => drop(file.adopt(*version)),
        other => panic!("{other:?}"),
    }
    file.save(&read.document, 0, &mut NoSaveJournal).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("# theirs") && text.contains("# above a"),
        "{text}"
    );
}
