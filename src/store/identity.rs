//! Identities and names of files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Returns small letters, digits and hyphens out of any name; `draft` where nothing is left.
///
/// ```
/// use assay::store::slug;
/// assert_eq!(slug("City of London Police, 2021/22"), "city-of-london-police-2021-22");
/// assert_eq!(slug("../../etc"), "etc");
/// assert_eq!(slug("…"), "draft");
/// ```
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().take(200) {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "draft".to_owned()
    } else {
        slug.chars()
            .take(60)
            .collect::<String>()
            .trim_end_matches('-')
            .to_owned()
    }
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
