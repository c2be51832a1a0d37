//! Finding what cannot be seen in a file. Reading keeps it; this is for those who ask.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::problem::{FileProblem, LocatedProblem, located};
use crate::text::mark;

/// Returns the characters of a file that would not be seen where it is shown: controls, direction controls,
/// separators, tags ([`crate::text::visible()`] has the list), whether they stand there as they are or as escapes, in
/// values, keys and comments. One problem for each line that has any.
///
/// Tabs, line ends and a byte order mark at the very beginning are no trap.
///
/// ```
/// use assay::store::format::hidden;
///
/// let found = hidden("a = 1\nb = \"x\\u202Ey\" # \u{200b}\n");
/// assert_eq!((found.len(), found[0].line, found[0].column), (1, 2, 7));
/// assert!(found[0].what.contains("U+202E"));
/// ```
pub fn hidden(text: &str) -> Vec<FileProblem> {
    // The place of the first of a line, what it is, how many come after it, and where the line ends.
    let mut found: Vec<(usize, char, usize, usize)> = Vec::new();
    let mut note = |at: usize, sign: char| match found.last_mut() {
        Some((_, _, more, end)) if at < *end => *more += 1,
        _ => {
            let rest = text.get(at..).unwrap_or_default();
            let end = at + rest.find('\n').unwrap_or(rest.len());
            found.push((at, sign, 0, end));
        }
    };
    for token in Source::new(text).lex() {
        let from = token.span().start();
        let raw = text.get(from..token.span().end()).unwrap_or_default();
        let is_plain = |byte| matches!(byte, b'\n' | b' '..=b'~') && byte != b'\\';
        if raw.bytes().all(is_plain) {
            continue;
        }
        let escapes = matches!(
            token.kind(),
            TokenKind::BasicString | TokenKind::MlBasicString
        );
        let mut rest = raw;
        while let Some(sign) = rest.chars().next() {
            let at = from + raw.len() - rest.len();
            let (sign, len) = match (escapes, sign) {
                (true, '\\') => escape(rest),
                (_, '\r') if rest.starts_with("\r\n") => ('\n', 1),
                (_, sign) => (sign, sign.len_utf8()),
            };
            let begins = at == 0 && sign == '\u{FEFF}';
            if sign != '\t' && !begins && mark(sign).is_some() {
                note(at, sign);
            }
            rest = rest.get(len..).unwrap_or_default();
        }
    }
    let problem = |(at, sign, more, _): (usize, char, usize, usize)| {
        let mut what = format!(
            "a character that cannot be seen (U+{:04X})",
            u32::from(sign)
        );
        if more > 0 {
            what.push_str(&format!(", and {more} more on this line"));
        }
        LocatedProblem::new(
            at,
            what,
            "type the words again, or paste them as plain text",
        )
    };
    located(text, found.into_iter().map(problem).collect(), usize::MAX).0
}

/// Returns the character that an escape stands for, and how many bytes it takes. One that is none stands for a
/// backslash.
fn escape(rest: &str) -> (char, usize) {
    let code = |digits: usize| {
        let hex = rest.get(2..2 + digits)?;
        let sign = char::from_u32(u32::from_str_radix(hex, 16).ok()?)?;
        Some((sign, 2 + digits))
    };
    let read = match rest.as_bytes().get(1) {
        Some(b'b') => Some(('\u{8}', 2)),
        Some(b'f') => Some(('\u{C}', 2)),
        Some(b'e') => Some(('\u{1B}', 2)),
        Some(b'r') => Some(('\r', 2)),
        Some(b'"' | b'\\') => Some(('\\', 2)),
        Some(b'x') => code(2),
        Some(b'u') => code(4),
        Some(b'U') => code(8),
        _ => None,
    };
    read.unwrap_or(('\\', 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    fn places(text: &str) -> Vec<(usize, usize)> {
        let found = hidden(text);
        found.iter().map(|it| (it.line, it.column)).collect()
    }

    #[test]
    fn what_cannot_be_seen_is_reported_wherever_it_stands() {
        let text = "\u{feff}# a comment \u{202e}\r\n\
            \"k\\u001by\" = 1\r\n\
            a = '\\u202E is no escape here'\r\n\
            b = \"\"\"one\r\n\ttwo \\\\u202E\r\n\\U000E0041\u{2029}\"\"\"\r\n\
            c = \"\\e[2J\\r\\n\" # \u{e0041}\r\n";
        assert_eq!(places(text), [(1, 13), (2, 3), (6, 1), (7, 6)]);
        let found = hidden(text);
        assert!(found[2].what.contains("U+E0041), and 1 more"), "{found:?}");
        assert_eq!(places("a = \"é 👩\u{200d}🏫 \\u00E9 \\t\"\n"), []);
        assert_eq!(places("a = \"\\"), []);
        assert_eq!(places("a = \"\u{feff}\""), [(1, 6)]);
    }

    #[test]
    fn a_line_full_of_them_is_reported_once() {
        let text = format!("a = \"{}\"\n", "\u{202e}".repeat(100_000));
        let found = hidden(&text);
        assert_eq!(found.len(), 1);
        assert!(found[0].what.contains("and 99999 more"));
    }
}
