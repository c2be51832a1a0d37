//! Last year's draft: found from this year's, and only ever read.

use std::path::{Component, Path};
use std::sync::Arc;

use super::file::{folder_of, read_bytes};
use super::format;
use super::frameworks::Frameworks;
use super::library::{self, LibraryEntry};
use super::seal::{is_sealed, is_sealed_name};
use crate::assessment::{Earlier, Predecessor};

/// Returns the predecessor that a draft names, counted from the draft's folder. Whatever is wrong with it is a
/// line of the answer and stops nothing. A sealed one is left sealed.
pub fn predecessor(draft: &Path, named: &str, frameworks: &Frameworks) -> Predecessor {
    let named = named.trim();
    if named.is_empty() {
        return Predecessor::None;
    }
    let path = folder_of(draft).join(named);
    let same = |path: &Path| path.canonicalize().ok();
    if same(&path).is_some_and(|path| same(draft) == Some(path)) {
        return Predecessor::Unread(format!("{named}: this is the draft itself"));
    }
    match earlier(&path, named, frameworks) {
        Ok(earlier) => Predecessor::Read(Arc::new(earlier)),
        Err(why) => Predecessor::Unread(why),
    }
}

/// Reads a draft that is only to be compared with. `named` is what messages call it.
///
/// # Errors
/// It cannot be read; why, in a line for people.
pub fn earlier(path: &Path, named: &str, frameworks: &Frameworks) -> Result<Earlier, String> {
    let first = |text: String| text.lines().next().unwrap_or_default().to_owned();
    let bytes = read_bytes(path).map_err(|error| format!("{named}: {}", error.what))?;
    if is_sealed(&bytes) || is_sealed_name(path) {
        return Err(format!(
            "{named}: it is sealed, and its grades stay inside; unseal it to set them beside these"
        ));
    }
    let text = format::decode(named, bytes).map_err(|refused| first(refused.to_string()))?;
    let draft = format::read(named, &text, &|id| frameworks.get(id));
    let draft = draft.map_err(|refused| first(refused.to_string()))?;
    Ok(Earlier {
        assessment: draft.assessment,
        framework: draft.framework,
    })
}

/// Returns the path by which a draft names another file: from its own folder on, with `/` between folders on every
/// system.
pub fn named_from(draft: &Path, other: &Path) -> String {
    let canonical = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (from, to) = (canonical(folder_of(draft)), canonical(other));
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (from.components().collect(), to.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return other.display().to_string();
    }
    let up = from.iter().skip(shared).map(|_| "..".to_owned());
    let down = to.iter().skip(shared);
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// Returns the drafts that could be a draft's predecessor, each as it would be named: those of its own folder, then
/// those of the folder of drafts. Broken ones are among them, for they may be mended.
pub fn candidates(
    draft: &Path,
    drafts: &Path,
    frameworks: &Frameworks,
) -> Vec<(String, LibraryEntry)> {
    let own = folder_of(draft);
    let canonical = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut folders = vec![own.to_owned()];
    if canonical(own) != canonical(drafts) {
        folders.push(drafts.to_owned());
    }
    let entries = folders
        .iter()
        .filter_map(|folder| library::list(folder, frameworks).ok());
    entries
        .flatten()
        .filter(|entry| canonical(&entry.path) != canonical(draft))
        .map(|entry| (named_from(draft, &entry.path), entry))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    const DRAFT: &str =
        "format = 1\nid = \"a\"\nframework = \"annual\"\n\n[period]\nlabel = \"2018\"\n";

    fn why(of: Predecessor) -> String {
        match of {
            Predecessor::Unread(why) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_cannot_be_read_is_reported_in_a_line_and_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let frameworks = Frameworks::load(&folder.path().join("none"));
        let write =
            |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("now.toml", DRAFT);
        write("then.toml", DRAFT);
        write(
            "broken.toml",
            "format = 1\nid = \"a\"\nframework = \"anual\"\n",
        );
        write("sealed.toml.age", "age-encryption.org/v1\n");
        let draft = folder.path().join("now.toml");
        let of = |named: &str| predecessor(&draft, named, &frameworks);
        let read = of("then.toml");
        assert_eq!(read.earlier().unwrap().year(), "2018");
        assert!(matches!(of("  "), Predecessor::None));
        assert!(why(of("gone.toml")).starts_with("gone.toml: "));
        assert!(why(of("broken.toml")).contains("anual"));
        assert!(why(of("sealed.toml.age")).contains("sealed"));
        assert!(why(of("now.toml")).contains("itself"));
        assert!(why(of(".")).starts_with(".: "));
    }

    #[test]
    fn a_file_is_named_from_the_drafts_folder_and_found_there_again() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("2018"), folder.path().join("2019"));
        std::fs::create_dir_all(&old).unwrap();
        std::fs::create_dir_all(&new).unwrap();
        let (old, new) = (old.join("a.toml"), new.join("a.toml"));
        std::fs::write(&old, DRAFT).unwrap();
        std::fs::write(&new, DRAFT).unwrap();
        assert_eq!(named_from(&new, &old), "../2018/a.toml");
        let frameworks = Frameworks::load(&folder.path().join("none"));
        let found = candidates(&new, old.parent().unwrap(), &frameworks);
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["../2018/a.toml"]);
        assert!(predecessor(&new, names[0], &frameworks).earlier().is_some());
    }
}
