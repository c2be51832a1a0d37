//! Tables that are written as lines with dots: `period.label = "2015"`.

use toml_edit::Table;

use super::fields::own_lines;
use super::layout::line_end;
use super::literal::key as literal_key;
use super::removed::RemovedLine;
use super::writer::Writer;
use crate::assessment::{FieldSpec, Fields};

impl Writer<'_> {
    /// Puts the fields of a record back in lines with dots of a table, where the last of such lines was taken out of it: what
    /// its author wrote behind them comes back with them. Returns false where none was.
    pub(super) fn put_dotted_back(&mut self, table: &Table, name: &str, now: &dyn Fields) -> bool {
        let specs = now.specs();
        let kept = |spec: &FieldSpec| {
            let line = self.removed_text.line(name, spec.key);
            line.filter(|it| !it.before_key.trim().is_empty()).cloned()
        };
        let kept: Vec<Option<RemovedLine>> = specs.iter().map(kept).collect();
        let dots = kept.iter().flatten().next().map(|it| it.before_key.clone());
        // Under a header they have fewer.
        let whole = name.split('/').next().unwrap_or(name);
        let at_root = std::ptr::eq(table, self.root());
        let fits = |dots: &String| dots.trim_start().starts_with(whole) == at_root;
        let Some(dots) = dots.filter(fits) else {
            return false;
        };
        let lines = own_lines(self.patch.base, table);
        let header = table.span().filter(|span| !at_root && !span.is_empty());
        let header = header.map_or(0, |span| line_end(self.patch.base, span.end));
        let end = lines.iter().map(|line| line.range.end).max();
        let end = end.unwrap_or(header);
        for ((nth, spec), line) in specs.iter().enumerate().zip(kept) {
            let Some(value) = now.value(nth) else {
                continue;
            };
            let literal = self.style.literal(&value, spec.shape);
            let key = literal_key(spec.key);
            let text = match &line {
                Some(line) if line.value.as_ref() == Some(&value) => {
                    line.text.trim_end_matches(['\r', '\n']).to_owned()
                }
                Some(line) => format!("{dots}{key} = {literal}{}", line.behind.trim_end()),
                None => format!("{dots}{key} = {literal}"),
            };
            let above = line.and_then(|line| self.line_below(table, &line.above));
            self.insert_line(above.unwrap_or(end), text);
        }
        true
    }
}
