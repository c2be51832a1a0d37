//! Hidden characters made visible.
//!
//! A draft may hold anything: an escape sequence that would repaint the terminal, a direction
//! override that makes a sentence read backwards, letters that cannot be seen at all. Whatever goes
//! to a screen or a print goes through [`visible`], so that it shows what it is. The file keeps what it has.
//!
//! A mark has no mark of its own: what is marked already stays as it is, however often it is marked.

use std::borrow::Cow;

/// Returns `s` with every control and deceptive character replaced by a mark.
///
/// | character | becomes |
/// | --- | --- |
/// | newline | itself |
/// | tab | one space |
/// | other C0 controls, DEL | their pictures: `␀` … `␟`, `␡` |
/// | C1 controls, direction controls, line separators, tags, invisible format characters | `\u{FFFD}` |
///
/// The joiners and variation selectors that emoji and many scripts need stay.
///
/// ```
/// use assay::text::visible;
///
/// assert_eq!(visible("\u{1b}[2J"), "␛[2J");
/// assert_eq!(visible("paid\u{202e}diap"), "paid\u{fffd}diap");
/// assert_eq!(visible("👩\u{200d}🏫 café"), "👩\u{200d}🏫 café");
/// ```
pub fn visible(s: &str) -> Cow<'_, str> {
    if has_hidden(s) {
        Cow::Owned(s.chars().map(|c| mark(c).unwrap_or(c)).collect())
    } else {
        Cow::Borrowed(s)
    }
}

/// Returns [`visible`] for what must stay on one line, as the name of a file: a newline becomes its picture too,
/// so that no name can pass for two lines.
///
/// ```
/// use assay::text::visible_line;
///
/// assert_eq!(visible_line("a\nerror: b"), "a␊error: b");
/// ```
pub fn visible_line(s: &str) -> Cow<'_, str> {
    match visible(s) {
        shown if shown.contains('\n') => Cow::Owned(shown.replace('\n', "␊")),
        shown => shown,
    }
}

/// Returns [`visible`] for text that is piped, written to a file or copied: tabs stay as they are.
///
/// ```
/// use assay::text::printable;
///
/// assert_eq!(printable("a\tb\u{1b}c\n"), "a\tb␛c\n");
/// ```
pub fn printable(s: &str) -> Cow<'_, str> {
    if !is_plain(s) && s.chars().any(|c| c != '\t' && mark(c).is_some()) {
        let kept = |c| if c == '\t' { c } else { mark(c).unwrap_or(c) };
        Cow::Owned(s.chars().map(kept).collect())
    } else {
        Cow::Borrowed(s)
    }
}

/// Returns true where [`visible`] would change anything.
///
/// ```
/// use assay::text::has_hidden;
///
/// assert!(has_hidden("zero\u{200b}width"));
/// assert!(!has_hidden("two\nlines"));
/// ```
pub fn has_hidden(s: &str) -> bool {
    !is_plain(s) && s.chars().any(|c| mark(c).is_some())
}

/// Returns true where a text is made of what everybody sees, as most are, and need be looked at no further.
fn is_plain(s: &str) -> bool {
    s.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~'))
}

/// A pasted text, ready to be put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The text.
    pub text: String,
    /// The number of characters that were left out because nobody could have seen them.
    pub left_out: usize,
}

/// Cleans pasted text for insertion. Line ends become newlines and tabs spaces. Hidden characters, which web pages, word
/// processors and PDF readers hand over with the words, are left out and counted: soft hyphens, byte order marks, spaces
/// and joiners without width, direction marks, controls. Ligatures become the letters that they stand for. Where there is
/// room for one line only, each newline and the blanks around it become one space, and those at either end go.
///
/// No-break spaces and curly quotes can be seen and stay.
///
/// ```
/// use assay::text::paste;
///
/// assert_eq!(paste("one \r\n  two\r", true).text, "one \n  two\n");
/// assert_eq!(paste("one \r\n  two\r", false).text, "one two");
/// let hidden = paste("\u{feff}the fire ser\u{ad}vice’s \u{fb02}eet", false);
/// assert_eq!((hidden.text.as_str(), hidden.left_out), ("the fire service’s fleet", 2));
/// ```
pub fn paste(s: &str, multiline: bool) -> Pasted {
    let mut clean = String::with_capacity(s.len());
    let mut left_out = 0;
    let mut chars = s.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\t' => clean.push(' '),
            // Word processors copy a line break within a paragraph as one of these.
            '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            c if mark(c).is_some() => left_out += 1,
            c => match ligature(c) {
                Some(letters) => clean.push_str(letters),
                None => clean.push(c),
            },
        }
    }
    left_out += drop_stray_joiners(&mut clean);
    let text = match multiline || !clean.contains('\n') {
        true => clean,
        false => one_line(&clean),
    };
    Pasted { text, left_out }
}

/// Takes out joiners that join nothing: beside the letters of English they can only have been copied with them. Returns
/// how many there were.
fn drop_stray_joiners(text: &mut String) -> usize {
    let joiner = |c: &char| matches!(c, '\u{200C}' | '\u{200D}');
    if !text.contains(['\u{200C}', '\u{200D}']) {
        return 0;
    }
    let mut kept = String::with_capacity(text.len());
    let mut dropped = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !joiner(&c) {
            kept.push(c);
            continue;
        }
        let mut run = String::from(c);
        while let Some(more) = chars.next_if(joiner) {
            run.push(more);
        }
        let joins = kept
            .chars()
            .next_back()
            .is_some_and(|c| !c.is_ascii() && !c.is_whitespace())
            && !chars.peek().is_some_and(char::is_ascii_alphanumeric);
        match joins {
            true => kept.push_str(&run),
            false => dropped += run.chars().count(),
        }
    }
    *text = kept;
    dropped
}

/// Returns the letters for which a ligature stands; `None` for any other character.
pub fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

/// Returns the lines of `s` joined by single spaces. Blanks at the very start and end were not beside a
/// newline and stay.
fn one_line(s: &str) -> String {
    let mut line = String::with_capacity(s.len());
    let mut parts = s.split('\n').peekable();
    let mut first = true;
    while let Some(part) = parts.next() {
        let part = if first { part } else { part.trim_start() };
        let part = if parts.peek().is_some() {
            part.trim_end()
        } else {
            part
        };
        if !part.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(part);
        }
        first = false;
    }
    line
}

/// Returns the mark that stands for a hidden character; `None` for one that may be shown as it is. The mark of a tab
/// is a space.
pub fn mark(c: char) -> Option<char> {
    const REPLACED: Option<char> = Some('\u{FFFD}');
    match c {
        '\n' | ' '..='~' => None,
        '\t' => Some(' '),
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7F}' => Some('␡'),
        '\u{80}'..='\u{9F}' => REPLACED,
        // What most texts are made of is asked about no further.
        '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{34E}' => None,
        // Soft hyphen, grapheme joiner, Arabic letter mark, Mongolian vowel separator.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' => REPLACED,
        // Zero-width space, direction marks; not the joiners 200C and 200D between them.
        '\u{200B}' | '\u{200E}' | '\u{200F}' => REPLACED,
        // Line and paragraph separators, embeddings and overrides.
        '\u{2028}'..='\u{202E}' => REPLACED,
        // Word joiner, invisible operators, isolates, deprecated format characters.
        '\u{2060}'..='\u{206F}' => REPLACED,
        // Letters that cannot be seen.
        '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}' => REPLACED,
        // Byte-order mark, interlinear annotation, shorthand and musical format controls.
        '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' => REPLACED,
        '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' => REPLACED,
        // Tags, and what is set aside for their like; not the variation selectors between them.
        '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}' => REPLACED,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left_but_the_newline() {
        for c in (0..=0x10FFFF).filter_map(char::from_u32) {
            let s = c.to_string();
            let shown = visible(&s);
            assert!(
                !shown.contains(|c: char| c.is_control() && c != '\n'),
                "{c:?}"
            );
            assert!(!has_hidden(&shown), "{c:?}");
            assert_eq!(has_hidden(&s), shown != s, "{c:?}");
        }
    }

    #[test]
    fn each_control_has_its_mark() {
        assert_eq!(visible("\0\x07\x1b\x1f\x7f\u{9b}\t|"), "␀␇␛␟␡\u{fffd} |");
        assert_eq!(visible("a\r\nb"), "a␍\nb");
        for deceptive in
            "\u{61c}\u{200e}\u{200f}\u{202a}\u{202e}\u{2028}\u{2029}\u{2066}\u{2069}\u{feff}\u{2064}\u{e0001}\u{e0041}\u{e007f}\u{ad}\u{34f}\u{115f}\u{fff0}"
                .chars()
        {
            assert_eq!(visible(&deceptive.to_string()), "\u{fffd}");
        }
        for kept in [
            "\u{200c}", "\u{200d}", "\u{fe0f}", "\u{a0}", "\u{301}", "عربي",
        ] {
            assert!(matches!(visible(kept), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn a_paste_is_cleaned_once_for_all() {
        for s in [
            "\r\n\r",
            " a\t\r\n\u{b} b ",
            "\u{1b}[200~x",
            "a\n\n\nb\n",
            "\n",
            "",
        ] {
            for multiline in [true, false] {
                let clean = paste(s, multiline).text;
                assert!(!has_hidden(&clean));
                assert!(multiline || !clean.contains('\n'));
                let again = paste(&clean, multiline);
                assert_eq!((again.text, again.left_out), (clean, 0));
            }
        }
        assert_eq!(paste(" a \n\n\t b ", false).text, " a b ");
        assert_eq!(paste("soft\u{b}break\u{2029}", true).text, "soft\nbreak\n");
    }

    #[test]
    fn what_word_processors_and_pdf_readers_hide_is_left_out_and_counted() {
        for (pasted, text, left_out) in [
            ("\u{feff}The force", "The force", 1),
            ("neigh\u{ad}bour\u{200b}hood\u{2060}", "neighbourhood", 3),
            ("a\u{200e}b\u{202e}c\u{2066}d\u{2069}", "abcd", 4),
            ("a\u{200c}b\u{200d}\u{200d}é\u{200d}a", "abéa", 4),
            ("\u{1b}[1mbold\u{7f}\u{9b}", "[1mbold", 3),
            (
                "o\u{fb03}cers ﬁnd ﬂeets oﬀ ﬆ",
                "officers find fleets off st",
                0,
            ),
            (
                "“Ours” – 3\u{a0}officers’ …",
                "“Ours” – 3\u{a0}officers’ …",
                0,
            ),
            (
                "👩\u{200d}🏫 می\u{200c}خواهم ❤\u{fe0f}",
                "👩\u{200d}🏫 می\u{200c}خواهم ❤\u{fe0f}",
                0,
            ),
            ("lost \u{fffd} already", "lost \u{fffd} already", 0),
        ] {
            let clean = paste(pasted, false);
            assert_eq!((clean.text.as_str(), clean.left_out), (text, left_out));
        }
    }
}
