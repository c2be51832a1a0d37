//! A line of a journal: a checksum, a running number, and what it records.
//!
//! A record is a line so that a person can read a journal with any tool, and words can be got out of it even
//! where Assay cannot. JSON escapes line ends, so a line end always ends a record; a record without one,
//! or with a checksum that is not its own, was torn when the machine went down, and ends the replay.

/// The most bytes that are read of a journal. It is begun anew long before it has so many.
pub(super) const MOST: u64 = 256 * 1024 * 1024;

/// Appends a record as a line.
pub(super) fn write(to: &mut Vec<u8>, nth: u64, text: &str) {
    let body = format!("{nth} {text}");
    let sum = crc32fast::hash(body.as_bytes());
    to.extend_from_slice(format!("{sum:08x} ").as_bytes());
    to.extend_from_slice(body.as_bytes());
    to.push(b'\n');
}

/// Returns the text of the record at the head of some bytes that is to have this number, and how many bytes it takes,
/// or `None` where it is torn.
pub(super) fn read(bytes: &[u8], nth: u64) -> Option<(&str, usize)> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let (sum, body) = line.split_once(' ')?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    if sum != crc32fast::hash(body.as_bytes()) {
        return None;
    }
    let (number, text) = body.split_once(' ')?;
    (number.parse() == Ok(nth)).then_some((text, end + 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn a_record_is_read_again_and_a_torn_or_altered_one_is_not() {
        let mut bytes = Vec::new();
        write(&mut bytes, 7, "{\"a\":1}");
        assert_eq!(read(&bytes, 7), Some(("{\"a\":1}", bytes.len())));
        assert_eq!(read(&bytes, 8), None);
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end], 7), None);
        }
        for at in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[at] ^= 1;
            assert_eq!(read(&altered, 7), None, "{at}");
        }
        assert_eq!(read(&[0; 64], 0), None, "space set aside holds no record");
    }
}
