//! Values as TOML.

use std::fmt::Write as _;

use super::tables::stays;
use crate::assessment::{Date, Fields, Shape, Value};
use crate::text::visible::has_hidden;

/// The style of the file being written: how it ends its lines, and whether a text may run over several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// `"\n"` or `"\r\n"`.
    pub(super) eol: &'static str,
    /// True where a text with line breaks is written over several lines.
    pub(super) tall: bool,
}

impl Style {
    /// Returns the style of a file. Where lines end as on Windows a text is kept on one line: what a line break
    /// inside quotes would mean there depends on who reads it.
    pub(super) fn of(text: &str) -> Self {
        let windows = text
            .split_once('\n')
            .is_some_and(|(line, _)| line.ends_with('\r'));
        Self {
            eol: if windows { "\r\n" } else { "\n" },
            tall: !windows,
        }
    }

    /// Returns the style for a value inside braces or brackets.
    pub(super) fn flat(self) -> Self {
        Self {
            tall: false,
            ..self
        }
    }

    /// Returns a value as TOML.
    pub(super) fn literal(self, value: &Value, shape: Shape) -> String {
        match value {
            Value::Text(text) => match shape {
                Shape::Date if Date::parse(text).is_some() => text.clone(),
                Shape::Amount if is_plain_number(text) => text.clone(),
                _ => self.string(text),
            },
            Value::Flag(flag) => flag.to_string(),
            Value::Whole(number) => number.to_string(),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.flat().string(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Recommendations(items) => {
                let items: Vec<_> = items.iter().map(|item| self.inline(item)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }

    /// Returns a text between quotes. Whatever cannot be seen is written as an escape, so that the file shows what it
    /// holds.
    fn string(self, text: &str) -> String {
        let tall = self.tall && text.contains('\n');
        let mut out = String::with_capacity(text.len() + 8);
        // The first line break after the quotes is TOML's own and not a part of the text.
        out.push_str(if tall { "\"\"\"\n" } else { "\"" });
        for c in text.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\n' if tall => out.push('\n'),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                c if has_hidden(c.encode_utf8(&mut [0; 4])) => {
                    // Writing to a string cannot fail.
                    let _ = match u32::from(c) {
                        code @ 0..=0xffff => write!(out, "\\u{code:04X}"),
                        code => write!(out, "\\U{code:08X}"),
                    };
                }
                c => out.push(c),
            }
        }
        out.push_str(if tall { "\"\"\"" } else { "\"" });
        out
    }

    /// Returns the lines of a new record, without its header.
    pub(super) fn lines(self, record: &dyn Fields) -> String {
        self.split(record).0
    }

    /// Returns the lines of a new record, and the tables of the records under it.
    fn split(self, record: &dyn Fields) -> (String, String) {
        let (mut lines, mut tables) = (String::new(), String::new());
        for (key, value, shape) in written(record) {
            if let (Shape::Recommendations, Value::Recommendations(items)) = (shape, &value) {
                for item in items {
                    tables.push_str(self.eol);
                    tables.push_str(&self.table(RECOMMENDATIONS, item));
                }
            } else {
                let value = self.literal(&value, shape);
                lines.push_str(&format!("{key} = {value}{}", self.eol));
            }
        }
        (lines, tables)
    }

    /// Returns a new record between braces.
    pub(super) fn inline(self, record: &dyn Fields) -> String {
        let fields: Vec<String> = written(record)
            .map(|(key, value, shape)| format!("{key} = {}", self.flat().literal(&value, shape)))
            .collect();
        match fields.is_empty() {
            true => "{}".into(),
            false => format!("{{ {} }}", fields.join(", ")),
        }
    }

    /// Returns a new table under a header, and the tables under it.
    pub(super) fn table(self, header: &str, record: &dyn Fields) -> String {
        let (lines, tables) = self.split(record);
        format!("{header}{}{lines}{tables}", self.eol)
    }
}

/// Returns a text between quotes on one line; whatever cannot be seen is written as an escape.
pub(crate) fn escaped(text: &str) -> String {
    let flat = Style {
        eol: "\n",
        tall: false,
    };
    flat.string(text)
}

/// The header of a recommendation.
pub(super) const RECOMMENDATIONS: &str = "[[findings.recommendations]]";

/// Returns the fields that a new record is written with.
fn written(record: &dyn Fields) -> impl Iterator<Item = (&'static str, Value, Shape)> + '_ {
    let specs = record.specs().iter().enumerate();
    specs.filter_map(|(nth, spec)| {
        let empty = || stays(spec.key, spec.shape);
        Some((spec.key, record.value(nth).or_else(empty)?, spec.shape))
    })
}

/// Returns true where a number, written bare, is read back with the same digits.
fn is_plain_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        None => text
            .parse::<i64>()
            .is_ok_and(|number| number.to_string() == text),
        Some((whole, part)) => {
            let no_zero_before = whole == "0" || !whole.starts_with('0');
            digits(whole) && digits(part) && no_zero_before && text.len() < 300
        }
    }
}

/// Returns a key as TOML writes it.
pub(super) fn key(name: &str) -> String {
    toml_edit::Key::new(name).display_repr().into_owned()
}
