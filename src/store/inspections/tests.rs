#![allow(clippy::unwrap_used)]
use super::*;

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
