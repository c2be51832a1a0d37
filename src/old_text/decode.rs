//! The letters of an old file, in whichever way it has them.

use super::block::OldText;
use crate::text::fold;

/// The characters of Windows-1252 that differ from those of Unicode, from byte 0x80 on.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

impl OldText {
    /// Reads the bytes of an old file: a document of Word, a page of HTML, a plain text or Markdown.
    ///
    /// # Errors
    /// It is none of these, or holds more than is read.
    pub fn of(bytes: &[u8]) -> Result<Self, OldTextError> {
        if bytes.starts_with(b"PK") {
            return Self::docx(bytes);
        }
        if bytes.starts_with(b"%PDF") {
            return Err(OldTextError::NoText);
        }
        if bytes.contains(&0) && !is_utf16(bytes) {
            return Err(OldTextError::NoText);
        }
        let text = decoded(bytes);
        Ok(match is_page(&text) {
            true => Self::html(&text),
            false => Self::plain(&text),
        })
    }
}

/// The reason for which an old file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OldTextError {
    /// It holds no text.
    #[error("it is no text; save it as text, Markdown, HTML or a document of Word")]
    NoText,
    /// It is an archive, and no document of Word.
    #[error(
        "it is no document of Word, or a broken one; open it in Word and save it again as .docx"
    )]
    NoDocument,
    /// It becomes too large where it is unpacked.
    #[error("it is too large when it is unpacked; save its text by itself")]
    TooLarge,
    /// Its elements stand too deep in each other.
    #[error("it is set too deep; save its text by itself")]
    TooDeep,
}

/// Returns true for a page of HTML: it begins with a mark of one, or has paragraphs marked as one has.
fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(2000).collect();
    let head = fold(&head);
    let opens = [
        "<!doctype html",
        "<html",
        "<?xml",
        "<head",
        "<body",
        "<article",
        "<div",
        "<p>",
        "<h1",
    ];
    opens.iter().any(|mark| head.starts_with(mark))
        || head.contains("<html")
        || head.contains("</p>")
}

fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])
}

/// Returns the text of bytes: UTF-8, UTF-16 with its mark or, where neither, the letters of Windows, so that no word of an
/// old file is refused.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if is_utf16(bytes) {
        let little = bytes.starts_with(&[0xFF, 0xFE]);
        let units = bytes.get(2..).unwrap_or_default().chunks(2);
        let unit = |pair: &[u8]| match (pair, little) {
            ([low, high], true) | ([high, low], false) => u16::from_be_bytes([*high, *low]),
            _ => 0xFFFD,
        };
        return String::from_utf16_lossy(&units.map(unit).collect::<Vec<u16>>());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{FEFF}').to_owned(),
        Err(_) if is_nearly_utf8(bytes) => String::from_utf8_lossy(bytes)
            .trim_start_matches('\u{FEFF}')
            .to_owned(),
        Err(_) => {
            let letter = |byte: &u8| {
                let windows = byte
                    .checked_sub(0x80)
                    .and_then(|it| WINDOWS.get(usize::from(it)));
                windows.copied().unwrap_or(char::from(*byte))
            };
            bytes.iter().map(letter).collect()
        }
    }
}

/// Returns true where more letters of several bytes are right than wrong: a wrong byte or two in a text that is UTF-8 do not
/// change its other letters.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > wrong
}
