//! A setting given another value in the text of its file, of which all else stays as it is.

use toml_edit::{DocumentMut, Item, Value};

use super::load::load;

/// Returns the text of a settings file with another value for a setting, given by its path: comments, order and what
/// stands beside it are kept. What is no value as TOML writes one is a text. `name` is what problems call the file.
///
/// # Errors
/// The file, or the value, would be refused; why.
pub fn with_setting(text: &str, path: &str, value: &str, name: &str) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error| format!("{name}: {error}"))?;
    let mut value: Value = value.trim().parse().unwrap_or_else(|_| Value::from(value));
    let (table, key) = path.split_once('.').unwrap_or(("", path));
    let table = match table {
        "" => Some(document.as_table_mut() as &mut dyn toml_edit::TableLike),
        table => document
            .entry(table)
            .or_insert_with(toml_edit::table)
            .as_table_like_mut(),
    };
    let table = table.ok_or_else(|| format!("{name}: \"{path}\" stands in no table"))?;
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(now) => {
            // What stands behind the value on its line stays there.
            *value.decor_mut() = now.decor().clone();
            *now = value;
        }
        None => {
            table.insert(key, Item::Value(value));
        }
    }
    let text = document.to_string();
    match load(&text, name) {
        Ok(_) => Ok(text),
        Err(refused) => Err(refused.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_value_changes_and_every_comment_stays() {
        let text = "# mine\ntheme = \"dark\" # at night\n\n[print]\n# for the wall\nwidth = 66\n";
        let new = with_setting(text, "theme", "\"light\"", "c").unwrap();
        assert_eq!(new, text.replace("\"dark\"", "\"light\""));
        let new = with_setting(text, "print.width", "0", "c").unwrap();
        assert_eq!(new, text.replace("66", "0"));
        // What is not there yet comes in, above the tables or in its own.
        let new = with_setting(text, "mouse", "true", "c").unwrap();
        assert!(new.contains("mouse = true\n\n[print]"), "{new}");
        let new = with_setting(text, "inspector.name", "Rosalind Achterberg", "c").unwrap();
        assert!(new.starts_with(text), "{new}");
        assert!(
            new.contains("[inspector]\nname = \"Rosalind Achterberg\""),
            "{new}"
        );
        // A value that would be refused is told of, with what would be right.
        let why = with_setting(text, "print.width", "\"wide\"", "c").unwrap_err();
        assert!(why.contains("a whole number is wanted"), "{why}");
    }
}
