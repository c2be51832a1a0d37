#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use std::time::SystemTime;

use super::*;

const DRAFT: &str = "format = 1\nid = \"a\" # mine\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[period]\nlabel = \"2019\"\n\n[grades.victims]\ngrade = \"good\"\n";

fn frameworks() -> Frameworks {
    Frameworks::load(Path::new("/nonexistent"))
}

#[test]
fn a_broken_draft_is_shown_as_such_and_stops_no_other() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.toml"), DRAFT).unwrap();
    fs::write(folder.path().join("bad.toml"), DRAFT.replace("good", "god")).unwrap();
    fs::write(folder.path().join("other.toml"), "a = 1\n").unwrap();
    fs::write(
        folder.path().join("inspection.toml"),
        "format = 1\nid = \"i\"\ntitle = \"The coast\"\ndrafts = [\"good.toml\", \"none.toml\"]\n",
    )
    .unwrap();
    let cards = list(folder.path(), &frameworks()).unwrap();
    assert_eq!(cards.len(), 3);
    let inspection = cards.iter().find(|card| card.inspection.is_some()).unwrap();
    assert_eq!(inspection.inspection, Some(2));
    assert_eq!(inspection.subject, "The coast");
    let broken: Vec<_> = cards.iter().filter(|card| card.broken.is_some()).collect();
    assert_eq!(broken.len(), 1);
    assert!(
        broken[0].broken.as_ref().unwrap().contains("bad.toml:12"),
        "{broken:?}"
    );
    let good = cards.iter().find(|card| card.year == "2019").unwrap();
    assert_eq!(
        (good.subject.as_str(), good.year.as_str()),
        ("Wexmoor Constabulary", "2019")
    );
    assert_eq!(good.grades[1], HeadingStatus::Graded(Grade::Good));
}

#[test]
fn a_copy_has_an_identity_of_its_own_and_every_other_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d.toml");
    fs::write(&path, DRAFT).unwrap();
    let copy = fs::read_to_string(duplicate(&path).unwrap()).unwrap();
    assert_ne!(copy, DRAFT);
    let others = |text: &str| {
        text.lines()
            .filter(|line| !line.starts_with("id"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(others(&copy), others(DRAFT));
    assert!(copy.contains("# mine"));
}

#[test]
fn the_trash_gives_back_what_was_put_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d.toml");
    fs::write(&path, DRAFT).unwrap();
    let kept = trash(&path, &folder.path().join("locks")).unwrap();
    assert!(!path.exists());
    fs::write(&path, "another").unwrap();
    let back = restore(&kept, &path).unwrap();
    assert_eq!(fs::read_to_string(&back).unwrap(), DRAFT);
    assert_eq!(fs::read_to_string(&path).unwrap(), "another");
}

#[test]
fn a_new_name_never_leaves_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d.toml");
    fs::write(&path, DRAFT).unwrap();
    let renamed = rename(&path, "../../Somewhere Else", &folder.path().join("locks")).unwrap();
    assert_eq!(renamed, folder.path().join("somewhere-else.toml"));
}

#[test]
fn a_sealed_draft_is_listed_moved_and_never_looked_into() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wexmoor.2019.toml.age");
    let inside = b"age-encryption.org/v1\nsealed";
    fs::write(&path, inside).unwrap();
    fs::write(folder.path().join("misnamed.toml"), inside).unwrap();
    let cards = list(folder.path(), &frameworks()).unwrap();
    assert!(
        cards
            .iter()
            .all(|card| card.sealed && card.broken.is_none())
    );
    let subjects: Vec<_> = cards.iter().map(|card| card.subject.as_str()).collect();
    assert!(subjects.contains(&"wexmoor.2019") && subjects.contains(&"misnamed"));

    for sealed in [&path, &folder.path().join("misnamed.toml")] {
        let message = duplicate(sealed).unwrap_err().to_string();
        assert!(message.contains("sealed"), "{message}");
    }
    let renamed = rename(&path, "Elsewhere.toml.age", &folder.path().join("locks")).unwrap();
    assert_eq!(renamed, folder.path().join("elsewhere.toml.age"));
    fs::write(folder.path().join("other.toml.age"), "another").unwrap();
    let second = rename(&renamed, "other", &folder.path().join("locks")).unwrap();
    assert_eq!(second, folder.path().join("other-2.toml.age"));
    let kept = trash(&second, &folder.path().join("locks")).unwrap();
    assert!(kept.to_string_lossy().ends_with(".toml.age"));
    assert!(kept.to_string_lossy().contains("other-2.2"), "{kept:?}");
    let back = restore(&kept, &second).unwrap();
    assert_eq!(back, second);
    assert_eq!(fs::read(&back).unwrap(), inside);
}

#[test]
fn of_a_thousand_files_only_those_that_changed_are_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let long_ago = SystemTime::now() - std::time::Duration::from_secs(600);
    let write = |name: &str, text: &str, when| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(when).unwrap();
    };
    for at in 0..1000 {
        write(&format!("{at}.toml"), DRAFT, long_ago);
    }
    let frameworks = frameworks();
    let mut known = KnownEntries::default();
    let list = |known: &mut KnownEntries| {
        let mut listing = Listing::of(folder.path()).unwrap();
        listing.read(&frameworks, known, usize::MAX)
    };
    let first = list(&mut known);
    assert_eq!((first.len(), known.read), (1000, 1000));
    assert_eq!(list(&mut known), first);
    assert_eq!(known.read, 1000, "none is read again");
    // As long as before and written just now: it may be written once more within the same tick, so it is not trusted.
    write("7.toml", &DRAFT.replace("2019", "2020"), SystemTime::now());
    for reads in [1001, 1002] {
        let again = list(&mut known);
        assert_eq!(known.read, reads);
        assert_eq!((again[0].year.as_str(), again.len()), ("2020", 1000));
    }
}
