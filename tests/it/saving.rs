//! The file of a draft, or of an inspection: what a save writes, and what it leaves alone.

use std::path::Path;

use assay::assessment::{Assessment, Editable, HistoryEntry, Inspection, InspectionEdit};
use assay::store::journal::{
    Base, Journal, JournalEdit, JournalName, JournalThread, NoSaveJournal, Replay,
};
use assay::store::{DraftFile, Frameworks, InspectionFile, SaveError, Saved};

const DRAFT: &str = "# mine\nformat = 1\nid = \"a\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\" # ours\n";

fn opened(folder: &Path) -> (DraftFile, Assessment) {
    let path = folder.join("draft.toml");
    std::fs::write(&path, DRAFT).unwrap();
    let frameworks = Frameworks::load(&folder.join("none"));
    let (file, draft) = DraftFile::open(&path, &frameworks, None).unwrap();
    (file, draft.document)
}

#[test]
fn opening_and_saving_unchanged_never_writes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, assessment) = opened(folder.path());
    let before = std::fs::metadata(file.path()).unwrap().modified().unwrap();
    file.save(&assessment, 0, &mut NoSaveJournal).unwrap();
    assert_eq!(
        std::fs::metadata(file.path()).unwrap().modified().unwrap(),
        before
    );
}

#[test]
fn a_save_touches_only_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, mut assessment) = opened(folder.path());
    assessment.subject.name = "Wexmoor Police".into();
    file.save(&assessment, 0, &mut NoSaveJournal).unwrap();
    let text = std::fs::read_to_string(file.path()).unwrap();
    assert_eq!(
        text,
        DRAFT.replace("Wexmoor Constabulary", "Wexmoor Police")
    );
}

#[test]
fn a_file_changed_by_another_program_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, mut assessment) = opened(folder.path());
    let path = file.path().to_owned();
    let theirs = DRAFT.replace("# ours", "# theirs");
    std::fs::write(&path, &theirs).unwrap();
    assessment.subject.name = "Wexmoor Police".into();
    let error = file.save(&assessment, 0, &mut NoSaveJournal).unwrap_err();
    let SaveError::ChangedElsewhere(elsewhere) = error else {
        panic!("the change must be noticed: {error}");
    };
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
    assert_eq!(elsewhere.base, elsewhere.theirs, "only a comment changed");
    // What the other program wrote is the ground of the next save.
    file.save(&assessment, 0, &mut NoSaveJournal).unwrap();
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        theirs.replace("Wexmoor Constabulary", "Wexmoor Police")
    );
}

#[test]
fn a_file_that_became_something_else_is_left_and_ours_goes_on_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, mut assessment) = opened(folder.path());
    let path = file.path().to_owned();
    std::fs::write(&path, "shopping: eggs").unwrap();
    assessment.subject.name = "Wexmoor Police".into();
    let error = file.save(&assessment, 0, &mut NoSaveJournal).unwrap_err();
    let SaveError::Kept { kept } = error else {
        panic!("the change must be noticed: {error}");
    };
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "shopping: eggs");
    assert!(
        std::fs::read_to_string(&kept)
            .unwrap()
            .contains("Wexmoor Police")
    );
    assessment.subject.noun = "force".into();
    file.save(&assessment, 0, &mut NoSaveJournal).unwrap();
    assert!(
        std::fs::read_to_string(&kept)
            .unwrap()
            .contains("\"force\"")
    );
}

const INSPECTION: &str = "# mine\nformat = 1\nid = \"i\"\ndrafts = [\"a.toml\"] # one\n";

fn inspection(folder: &Path) -> (InspectionFile, Inspection) {
    let path = folder.join("i.toml");
    std::fs::write(&path, INSPECTION).unwrap();
    let frameworks = Frameworks::load(&folder.join("none"));
    let (file, read) = InspectionFile::open(&path, &frameworks, None).unwrap();
    (file, read.document)
}

#[test]
fn a_save_of_an_inspection_touches_only_what_changed_and_an_undo_gives_back_every_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, before) = inspection(folder.path());
    let mut after = before.clone();
    after.drafts.push("b.toml".into());
    file.save(&after, 1, &mut NoSaveJournal).unwrap();
    let text = std::fs::read_to_string(file.path()).unwrap();
    assert_eq!(
        text,
        INSPECTION.replace("\"a.toml\"", "\"a.toml\", \"b.toml\"")
    );
    file.save(&before, 2, &mut NoSaveJournal).unwrap();
    assert_eq!(std::fs::read_to_string(file.path()).unwrap(), INSPECTION);
}

#[test]
fn what_another_program_made_of_an_inspection_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, mut ours) = inspection(folder.path());
    let path = file.path().to_owned();
    let theirs = INSPECTION
        .replace("# mine", "# theirs")
        .replace("a.toml", "x.toml");
    std::fs::write(&path, &theirs).unwrap();
    ours.drafts.push("b.toml".into());
    let error = file.save(&ours, 1, &mut NoSaveJournal).unwrap_err();
    let SaveError::ChangedElsewhere(met) = error else {
        panic!("the change must be noticed: {error}");
    };
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
    let merged = Inspection::merge_since(&ours, &met.base, &ours, &met.theirs);
    assert_eq!(merged.drafts, ["b.toml", "x.toml"]);
    file.save(&merged, 2, &mut NoSaveJournal).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.starts_with("# theirs") && text.contains("x.toml"),
        "{text}"
    );

    std::fs::write(&path, "shopping: eggs").unwrap();
    ours.drafts.clear();
    let error = file.save(&ours, 3, &mut NoSaveJournal).unwrap_err();
    assert!(matches!(error, SaveError::Kept { .. }), "{error}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "shopping: eggs");
}

#[cfg(unix)]
#[test]
fn what_was_taken_back_after_a_save_that_failed_needs_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, before) = inspection(folder.path());
    let mut rights = std::fs::metadata(file.path()).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(file.path(), rights).unwrap();
    let mut after = before.clone();
    after.title = "New".into();
    file.save(&after, 1, &mut NoSaveJournal).unwrap_err();
    let saved = file.save(&before, 2, &mut NoSaveJournal).unwrap();
    assert_eq!(saved, Saved::Already);
}

#[test]
fn what_was_done_to_an_inspection_is_read_again() {
    let before = Inspection {
        title: "Old".into(),
        drafts: vec!["a.toml".into()],
        ..Inspection::default()
    };
    let after = Inspection {
        published: "2023-05-19".into(),
        introduction: "Two\nlines \"quoted\".".into(),
        drafts: vec!["b/c.toml".into(), "a.toml".into()],
        ..Inspection::default()
    };
    let edits = before.edits_to(&after);
    assert_eq!(edits.len(), 4);
    let edits = edits
        .into_iter()
        .map(|edit| HistoryEntry::Edit { edit, joined: true });
    for entry in edits.chain([HistoryEntry::Undo, HistoryEntry::Redo]) {
        let line = InspectionEdit::encode(&entry).to_string();
        let again: serde_json::Value = line.parse().unwrap();
        assert_eq!(InspectionEdit::decode(&again), Some(entry), "{line}");
    }
    for text in [
        "[]",
        "[1]",
        "[\"field\",true,\"no\",null,null]",
        "[\"field\",true,\"title\",1,2]",
    ] {
        let json = text.parse().unwrap();
        assert_eq!(InspectionEdit::decode(&json), None, "{text}");
    }
}

#[test]
fn a_journal_that_is_gone_on_with_loses_nothing_when_the_one_before_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let places = vec![folder.path().join("one.journal")];
    let name = JournalName::new("i", &folder.path().join("i.toml"));
    let base = Base::new("");
    let thread = |journal| JournalThread::new(journal, Box::new(|_| {}));
    let read = || {
        Replay::<Inspection>::read(&places[0], None)
            .unwrap()
            .unwrap()
    };
    let (undo, now) = (
        [HistoryEntry::<InspectionEdit>::Undo],
        jiff::Timestamp::now(),
    );

    let first = thread(Journal::new(name.clone(), places.clone(), base.clone()));
    first.append(&undo, now);
    first.close();
    let second = thread(read().resume(name, places.clone(), base, 0).unwrap());
    second.append(&undo, now);
    drop(first);
    second.close();
    assert_eq!(read().entries.len(), 2);
}
