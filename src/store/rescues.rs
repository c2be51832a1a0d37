//! Files that were made beside another, which could not be written: the name of each says whose it is.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;

use super::file::folder_of;
use super::identity::{free_name_like, split_draft_name, split_name};

/// The mark, in the name of a file, of words that were kept beside another file, before the time.
const YOURS: &str = ".yours-";

/// Returns a new name beside a file for what is on the screen, since another program made something else of the file.
pub(super) fn rescue_name(path: &Path) -> PathBuf {
    beside(path, "yours")
}

/// Returns a new name beside a file for something that was kept of it.
pub(super) fn beside(path: &Path, what: &str) -> PathBuf {
    let (stem, ending) = split_name(path);
    let now = Zoned::now().strftime("%Y%m%d-%H%M%S").to_string();
    free_name_like(folder_of(path), &format!("{stem}.{what}-{now}"), ending)
}

/// Returns the file beside which this one was made, as its name says.
pub(super) fn rescued_from(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let (stem, ending) = split_draft_name(name)?;
    let (own, time) = stem.rsplit_once(YOURS)?;
    let digits =
        |part: &str, many| part.len() == many && part.bytes().all(|it| it.is_ascii_digit());
    let mut parts = time.splitn(3, '-');
    let is_time = digits(parts.next()?, 8) && digits(parts.next()?, 6);
    let is_number = |part: &str| part.bytes().all(|it| it.is_ascii_digit());
    (is_time && !own.is_empty() && parts.next().is_none_or(is_number))
        .then(|| path.with_file_name(format!("{own}{ending}")))
}

/// Returns the files from which this one came, one out of the other, the first at the end.
pub(super) fn all_rescued_from(path: &Path) -> Vec<PathBuf> {
    std::iter::successors(rescued_from(path), |before| rescued_from(before)).collect()
}

/// Returns true where a file was made beside another, or beside one that was.
pub(super) fn is_rescued_from(rescue: &Path, file: &Path) -> bool {
    all_rescued_from(rescue).iter().any(|before| before == file)
}

/// Returns the files that were made beside this one, the first at the beginning.
pub(super) fn rescues_of(path: &Path) -> Vec<PathBuf> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut all = rescues_in(folder_of(&path));
    all.retain(|rescue| is_rescued_from(rescue, &path));
    all
}

/// Returns the files of a folder that were made beside others.
pub(super) fn rescues_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    all.retain(|path| rescued_from(path).is_some());
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_that_is_made_says_whose_it_is() {
        for name in ["b.toml", "a.b.toml", "b.toml.age", "b.yours.toml"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(name);
            let first = rescue_name(&path);
            assert_eq!(rescued_from(&first), Some(path.clone()));
            fs::write(&first, "").unwrap();
            // A second of the same moment has a number behind.
            assert_eq!(rescued_from(&rescue_name(&path)), Some(path.clone()));
            let of_first = rescue_name(&first);
            assert_eq!(all_rescued_from(&of_first), [first, path]);
        }
        for name in [
            "b.toml",
            "b.yours-1.toml",
            "b.yours-20261128.toml",
            ".yours-20261128-020140.toml",
        ] {
            assert_eq!(rescued_from(Path::new(name)), None, "{name}");
        }
    }
}
