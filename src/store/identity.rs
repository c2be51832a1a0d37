//! Identities and names of files.

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

/// Returns the name of a draft's file without its ending, and the ending, which is double where it is sealed.
pub(super) fn split_name(path: &Path) -> (String, &'static str) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.strip_suffix(SEALED) {
        Some(stem) if !stem.is_empty() => (stem.to_owned(), SEALED),
        _ => {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            (stem.into_owned(), PLAIN)
        }
    }
}
