//! The names by which people tell journals apart. Each stays the name of its journal for good, wherever that is moved and
//! whatever it is set aside for: it is made of the first lines, which nothing changes once they are written.

use std::path::Path;

use crate::store::disk;
use crate::store::journal::hash;

/// The number of lines that no other journal has: the file that it is of, what it was begun on, and what came first, with
/// its time.
const LINES: usize = 3;

/// The most bytes of these that are looked at.
const MOST: u64 = 64 * 1024;

/// Returns the name of a journal for people.
pub(super) fn short_name(journal: &Path) -> String {
    let bytes = disk::read(journal, MOST).unwrap_or_default();
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let end = ends.map(|(at, _)| at).nth(LINES - 1).unwrap_or(bytes.len());
    letters(bytes.get(..end).unwrap_or_default())
}

/// Returns the name of a journal that has its first lines from another, which is called by them.
pub(super) fn name_of_copy(journal: &Path) -> String {
    letters(journal.as_os_str().as_encoded_bytes())
}

fn letters(of: &[u8]) -> String {
    // No vowels, so that no word comes of it.
    const LETTERS: &[u8; 16] = b"bcdfghjkmnpqrstv";
    let digits = hash(of);
    let digits = digits.chars().filter_map(|digit| digit.to_digit(16));
    let letters = digits.filter_map(|digit| LETTERS.get(usize::try_from(digit).ok()?));
    letters.take(6).map(|letter| char::from(*letter)).collect()
}
