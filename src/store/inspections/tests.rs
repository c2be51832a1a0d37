#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use std::fs;

const TEXT: &str = "# mine\nformat = 1\nid = \"i\"\ndrafts = [\"a.toml\"] # one\n";

fn opened(folder: &Path) -> (InspectionFile, Inspection) {
    let path = folder.join("i.toml");
    fs::write(&path, TEXT).unwrap();
    let (file, read) = InspectionFile::open(&path).unwrap();
    (file, read.inspection)
}

#[test]
fn a_save_touches_only_what_changed_and_an_undo_gives_back_every_byte() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, before) = opened(folder.path());
    let mut after = before.clone();
    after.drafts.push("b.toml".into());
    assert_eq!(file.save(&after).unwrap(), InspectionSaved::Done);
    let text = fs::read_to_string(file.path()).unwrap();
    assert_eq!(text, TEXT.replace("\"a.toml\"", "\"a.toml\", \"b.toml\""));
    file.save(&before).unwrap();
    assert_eq!(fs::read_to_string(file.path()).unwrap(), TEXT);
}

#[test]
fn what_another_program_changed_is_brought_together_and_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, mut ours) = opened(folder.path());
    let theirs = TEXT
        .replace("# mine", "# theirs")
        .replace("a.toml", "x.toml");
    fs::write(file.path(), &theirs).unwrap();
    ours.drafts.push("b.toml".into());
    let InspectionSaved::Merged(merged) = file.save(&ours).unwrap() else {
        panic!("the change must be noticed");
    };
    assert_eq!(merged.drafts, ["b.toml", "x.toml"]);
    assert_eq!(fs::read_to_string(file.path()).unwrap(), theirs);
    file.save(&merged).unwrap();
    let text = fs::read_to_string(file.path()).unwrap();
    assert!(
        text.starts_with("# theirs") && text.contains("x.toml"),
        "{text}"
    );

    fs::write(file.path(), "shopping: eggs").unwrap();
    ours.drafts.clear();
    let told = file.save(&ours).unwrap_err().to_string();
    assert!(told.contains("something else"), "{told}");
    assert_eq!(fs::read_to_string(file.path()).unwrap(), "shopping: eggs");
}

#[test]
fn drafts_are_found_from_the_inspections_folder_and_nowhere_else() {
    let file = Path::new("/home/a/i.toml");
    let path = draft_path(file, "north/./b.toml").unwrap();
    assert_eq!(path, Path::new("/home/a/north/b.toml"));
    assert_eq!(draft_path(file, "../b.toml"), None);
    let named = |path: &str| name_in(file, Path::new(path));
    assert_eq!(named("/home/a/north/b.toml").unwrap(), "north/b.toml");
    assert_eq!(named("/home/b.toml"), None);
    assert_eq!(
        draft_path(Path::new("i.toml"), "b.toml").unwrap(),
        Path::new("b.toml")
    );
}
