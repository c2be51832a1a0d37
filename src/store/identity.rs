//! Identities and names of files.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::text::fold;

/// Returns small letters, digits and hyphens out of any name, each letter as the nearest Latin one; `draft` where
/// nothing is left, and behind what Windows keeps for a device.
///
/// ```
/// use assay::store::slug;
/// assert_eq!(slug("City of London Police, 2021/22"), "city-of-london-police-2021-22");
/// assert_eq!(slug("Siân’s Devon & Cornwall"), "sians-devon-and-cornwall");
/// assert_eq!(slug("../../etc"), "etc");
/// assert_eq!(slug("…"), "draft");
/// assert_eq!(slug("Aux."), "aux-draft");
/// ```
pub fn slug(name: &str) -> String {
    let name: String = name.chars().take(200).collect();
    let folded = fold(&name);
    let words = folded.split(|sign: char| !sign.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    // Pure ASCII: a byte is a letter.
    let mut slug = words.join("-");
    slug.truncate(60);
    slug.truncate(slug.trim_end_matches('-').len());
    match slug.as_str() {
        "" => "draft".to_owned(),
        name if is_device(name) => format!("{name}-draft"),
        _ => slug,
    }
}

/// Returns true for a name that on Windows is no file, whatever its ending.
fn is_device(name: &str) -> bool {
    let numbered = |kind| {
        let number = name.strip_prefix(kind);
        number
            .is_some_and(|number| number.len() == 1 && number.bytes().all(|it| it.is_ascii_digit()))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Returns an identity for a new draft: its name, and the moment that it was made, so that two drafts about one body
/// can be distinguished wherever they meet.
pub fn new_id(name: &str) -> String {
    let now = Timestamp::now();
    let micros = now.as_microsecond().unsigned_abs();
    format!("{}-{}", slug(name), base36(micros))
}

/// Returns what the ids of items end with that are put into a draft from now on: four letters and digits, which hardly
/// two openings of it have in common.
pub fn new_mark() -> String {
    let now = Timestamp::now().as_nanosecond().to_string();
    let made = fingerprint(format!("{now} {}", std::process::id()).as_bytes());
    let number = u64::from_str_radix(made.get(..12).unwrap_or_default(), 16);
    let digits = base36(number.unwrap_or_default());
    let from = digits.len().saturating_sub(4);
    digits.get(from..).unwrap_or_default().to_owned()
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % 36).unwrap_or(0);
        digits.push(char::from_digit(digit, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// Returns the SHA-256 of bytes, as 64 hexadecimal digits: it distinguishes texts, and makes a file name of anything.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// Returns a file of this stem that is not there yet: `stem.toml`, `stem-2.toml`, …
pub fn free_name(folder: &Path, stem: &str) -> PathBuf {
    free_name_like(folder, stem, PLAIN)
}

/// Returns a file of this stem and ending that is not there yet.
pub(super) fn free_name_like(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let first = folder.join(format!("{stem}{ending}"));
    if first.symlink_metadata().is_err() {
        return first;
    }
    (2..)
        .map(|number: u32| folder.join(format!("{stem}-{number}{ending}")))
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or(first)
}

const PLAIN: &str = ".toml";
const SEALED: &str = ".toml.age";

/// Returns the name of a draft's file without its ending, and the ending as it is usually written, which is double where
/// the draft is sealed; `None` for a name that no draft has. The one place that says what a draft's file is called.
pub fn split_draft_name(name: &str) -> Option<(&str, &'static str)> {
    [SEALED, PLAIN].into_iter().find_map(|ending| {
        let (stem, own) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
        (fold(own) == ending && !stem.is_empty()).then_some((stem, ending))
    })
}

/// Returns the file name of a path as it is shown.
fn name_of(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

/// Returns true where a file is called what a draft is, so that the library lists it.
pub(super) fn is_draft_name(path: &Path) -> bool {
    split_draft_name(&name_of(path)).is_some()
}

/// Returns true where a file is called what a sealed draft is: `NAME.toml.age`.
pub fn is_sealed_name(path: &Path) -> bool {
    split_draft_name(&name_of(path)).is_some_and(|(_, ending)| ending == SEALED)
}

/// Returns the path at which a draft is listed as what it is, sealed or not: with that ending, behind what the name has
/// else.
pub(super) fn named_as(path: &Path, sealed: bool) -> PathBuf {
    let wanted = if sealed { SEALED } else { PLAIN };
    let name = name_of(path);
    match split_draft_name(&name) {
        Some((_, ending)) if ending == wanted => path.to_owned(),
        Some((stem, _)) => path.with_file_name(format!("{stem}{wanted}")),
        None => path.with_file_name(format!("{name}{wanted}")),
    }
}

/// Returns why what is sealed may not be called so, and what would be right; `None` where it may.
pub fn refuse_sealed_name(path: &Path) -> Option<String> {
    // What is called as no draft is passes for none.
    let (_, ending) = split_draft_name(&name_of(path))?;
    (ending != SEALED).then(|| {
        let right = named_as(path, true);
        let right = right.display();
        format!("it is sealed, and a file of this name would not be; name it {right}")
    })
}

/// Returns why a new draft may not be called so, and what would be right; `None` where it may.
pub fn refuse_name(path: &Path) -> Option<String> {
    let name = name_of(path);
    let why = match split_draft_name(&name) {
        Some((_, PLAIN)) => return None,
        Some(_) => "a new draft is not sealed; `assay seal` does that later",
        None => "the name of a draft ends in .toml, or the library would not list it",
    };
    let name = name.trim();
    let stem = match (split_draft_name(name), name.rsplit_once('.')) {
        (Some((stem, _)), _) => stem,
        (None, Some((stem, ending))) if ending.chars().all(char::is_alphabetic) => stem,
        (None, _) => name,
    };
    let stem = if stem.is_empty() { "draft" } else { stem };
    let right = path.with_file_name(format!("{stem}{PLAIN}"));
    Some(format!("{why}; name it {}", right.display()))
}

/// Returns the name of a draft's file without its ending.
pub fn stem_of(path: &Path) -> String {
    split_name(path).0
}

/// Returns the name of a draft's file without its ending, and the ending.
pub(super) fn split_name(path: &Path) -> (String, &'static str) {
    let name = name_of(path);
    match split_draft_name(&name) {
        Some((stem, ending)) => (stem.to_owned(), ending),
        None => {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            (stem.into_owned(), PLAIN)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_a_drafts_or_is_refused_with_what_would_be_right() {
        for (name, right) in [
            ("b.txt", "b.toml"),
            ("b", "b.toml"),
            ("b.", "b.toml"),
            ("2021.22", "2021.22.toml"),
            ("b.toml.age", "b.toml"),
            (".toml", "draft.toml"),
            ("b.toml ", "b.toml"),
            ("b.tom", "b.toml"),
        ] {
            let path = Path::new("drafts").join(name);
            let why = refuse_name(&path).unwrap();
            let right = Path::new("drafts").join(right);
            assert!(
                why.ends_with(&format!("name it {}", right.display())),
                "{why}"
            );
            assert_eq!(refuse_name(&right), None, "{name}");
        }
        for name in [
            "b.toml",
            "b.TOML",
            "b.Toml",
            "King’s report.toml",
            "a.b.toml",
        ] {
            assert_eq!(refuse_name(Path::new(name)), None, "{name}");
        }
        assert!(is_sealed_name(Path::new("b.TOML.AGE")));
    }

    #[test]
    fn a_name_says_whether_a_draft_is_sealed() {
        for (name, plain, sealed) in [
            ("b", "b.toml", "b.toml.age"),
            ("b.toml", "b.toml", "b.toml.age"),
            ("b.toml.age", "b.toml", "b.toml.age"),
            ("b.TOML", "b.TOML", "b.toml.age"),
            ("b.TOML.AGE", "b.toml", "b.TOML.AGE"),
            ("2021.22", "2021.22.toml", "2021.22.toml.age"),
        ] {
            let [name, plain, sealed] = [name, plain, sealed].map(|it| Path::new("a").join(it));
            assert_eq!(named_as(&name, false), plain);
            assert_eq!(named_as(&name, true), sealed);
            let passes = name == sealed || !is_draft_name(&name);
            assert_eq!(refuse_sealed_name(&name).is_none(), passes);
        }
    }

    proptest! {
        #[test]
        fn a_draft_can_be_called_after_anything(name in any::<String>()) {
            let slug = slug(&name);
            let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
            prop_assert!(!slug.is_empty() && slug.len() <= 60 && slug.chars().all(plain), "{}", slug);
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !is_device(&slug), "{}", slug);
        }
    }
}
