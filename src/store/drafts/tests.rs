#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::store::journal::NoSaveJournal;

const DRAFT: &str = "# mine\nformat = 1\nid = \"a\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\" # ours\n";

fn opened(folder: &Path) -> (DraftFile, Assessment) {
    let path = folder.join("draft.toml");
    std::fs::write(&path, DRAFT).unwrap();
    let frameworks = Frameworks::load(&folder.join("none"));
    let (file, draft) = DraftFile::open(&path, &frameworks, None).unwrap();
    (file, draft.assessment)
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
