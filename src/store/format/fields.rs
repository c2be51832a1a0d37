//! Saving the fields of one record: values replaced where they stand, lines put in and taken out.

use std::ops::Range;

use toml_edit::{InlineTable, Item, Key, Table, TableLike, Value as Toml};

use super::inline::{ListPart, relist};
use super::layout::{line_end, line_start};
use super::literal::key as literal_key;
use super::removed::RemovedLine;
use super::tables::stays;
use super::writer::Writer;
use crate::assessment::{FieldSpec, Fields, Shape, Value};

/// The place where the fields of a record stand.
#[derive(Clone, Copy)]
pub(super) enum FieldSite<'a> {
    /// On lines of their own: under a header, or as keys with dots.
    Lines(&'a Table),
    /// Between braces.
    Braces(&'a InlineTable),
}

impl<'a> FieldSite<'a> {
    pub(super) fn of(item: &'a Item) -> Option<Self> {
        match item {
            Item::Table(table) => Some(Self::Lines(table)),
            Item::Value(Toml::InlineTable(table)) => Some(Self::Braces(table)),
            _ => None,
        }
    }

    pub(super) fn table(self) -> &'a dyn TableLike {
        match self {
            Self::Lines(table) => table,
            Self::Braces(table) => table,
        }
    }
}

/// The name of a record in the removed text. A record without an id is named by its place, which a save may
/// change: what is taken out is kept for the place that the record has afterwards.
pub(super) struct RecordPath {
    pub(super) was: String,
    pub(super) now: String,
}

impl RecordPath {
    /// Returns the name of a record that does not move.
    pub(super) fn fixed(name: &str) -> Self {
        Self {
            was: name.to_owned(),
            now: name.to_owned(),
        }
    }
}

/// Another value for a field that has one.
struct FieldChange<'v> {
    key: &'static str,
    shape: Shape,
    before: Option<&'v Value>,
    now: &'v Value,
}

/// A field whose value is to be put in where there is none, and its place among the record's fields.
struct NewField {
    nth: usize,
    key: &'static str,
    value: Value,
    shape: Shape,
}

impl Writer<'_> {
    /// Changes the fields in which a record differs from what it was. `path` names the record in the removed text.
    pub(super) fn fields(
        &mut self,
        site: FieldSite<'_>,
        path: &RecordPath,
        was: &dyn Fields,
        now: &dyn Fields,
    ) {
        let mut fresh = Vec::new();
        let mut gone = Vec::new();
        let specs = now.specs();
        for (nth, spec) in specs.iter().enumerate() {
            let (before, value) = (was.value(nth), now.value(nth));
            if before == value {
                continue;
            }
            let (key, shape) = (spec.key, spec.shape);
            if shape == Shape::Recommendations && self.recommendations(site, path, &before, &value)
            {
                continue;
            }
            let written = site.table().get_key_value(key);
            let kept = || stays(key, shape);
            match (written, value.or_else(kept)) {
                (Some((_, item)), Some(value)) => {
                    let change = FieldChange {
                        key,
                        shape,
                        before: before.as_ref(),
                        now: &value,
                    };
                    self.replace(site, path, item, &change);
                }
                (Some((name, item)), None) => gone.push((name, item, key, before)),
                (None, Some(value)) => fresh.push(NewField {
                    nth,
                    key,
                    value,
                    shape,
                }),
                (None, None) => {}
            }
        }
        match site {
            FieldSite::Lines(table) => {
                for (name, item, key, value) in gone {
                    self.remove_line(path, name, item, key, value);
                }
                for field in fresh {
                    self.add_line(table, path, specs, field);
                }
            }
            FieldSite::Braces(table) if !gone.is_empty() || !fresh.is_empty() => {
                let gone: Vec<_> = gone
                    .iter()
                    .filter_map(|(_, item, ..)| item.span())
                    .collect();
                self.braces(table, specs, &gone, fresh);
            }
            FieldSite::Braces(_) => {}
        }
    }

    /// Puts another value where one stands. What surrounds it stays.
    fn replace(
        &mut self,
        site: FieldSite<'_>,
        path: &RecordPath,
        item: &Item,
        change: &FieldChange<'_>,
    ) {
        let Some(span) = item.span() else {
            return;
        };
        let style = match site {
            FieldSite::Lines(_) => self.style,
            FieldSite::Braces(_) => self.style.flat(),
        };
        let plain = |value: &Value| style.literal(value, change.shape);
        if let Some(before) = change.before {
            let text = self.patch.text(span.clone());
            self.removed_text
                .keep_value(&path.now, change.key, plain(before), text);
        }
        if let Some(text) = self
            .removed_text
            .value(&path.was, change.key, &plain(change.now))
        {
            self.patch.replace(span, text);
            return;
        }
        if let (Value::List(now), Some(array)) = (change.now, item.as_array()) {
            let ends: Vec<usize> = array.iter().filter_map(|v| Some(v.span()?.end)).collect();
            let mut free: Vec<Option<&str>> = array.iter().map(Toml::as_str).collect();
            let part = |text: &String| {
                let old = free.iter().position(|old| *old == Some(text));
                match old.and_then(|place| free.get_mut(place).map(|slot| (place, slot))) {
                    Some((place, slot)) => {
                        *slot = None;
                        ListPart::Old(place)
                    }
                    None => {
                        let value = Value::Text(text.clone());
                        ListPart::New(self.style.flat().literal(&value, Shape::Line))
                    }
                }
            };
            let parts: Vec<ListPart> = now.iter().map(part).collect();
            relist(&mut self.patch, span, &ends, &parts);
            return;
        }
        self.patch.replace(span, plain(change.now));
    }

    fn remove_line(
        &mut self,
        path: &RecordPath,
        name: &Key,
        item: &Item,
        key: &'static str,
        value: Option<Value>,
    ) {
        let (Some(name), Some(span)) = (name.span(), item.span()) else {
            return;
        };
        let base = self.patch.base;
        let line = line_start(base, name.start)..line_end(base, span.end);
        let above = line_start(base, line.start.saturating_sub(1))..line.start;
        let kept = RemovedLine {
            text: self.patch.text(line.clone()).to_owned(),
            before_key: self.patch.text(line.start..name.start).to_owned(),
            value,
            behind: self.patch.text(span.end..line.end).to_owned(),
            above: self.patch.text(above).to_owned(),
        };
        self.removed_text.keep_line(&path.now, key, kept);
        self.patch.replace(line, "");
    }

    /// Puts a line in: where it was taken from, else among its neighbours in the record's order.
    fn add_line(&mut self, table: &Table, path: &RecordPath, specs: &[FieldSpec], field: NewField) {
        let base = self.patch.base;
        let lines = own_lines(base, table);
        let literal = self.style.literal(&field.value, field.shape);
        let dots = lines
            .first()
            .map_or("", |line| self.patch.text(line.before_key.clone()));
        let mut text = format!("{dots}{} = {literal}", literal_key(field.key));
        let kept = self.removed_text.line(&path.was, field.key).cloned();
        let mut at = None;
        if let Some(line) = kept {
            // A line with dots is none of a table that has a header by now.
            let fits = line.before_key.trim() == dots.trim();
            if fits && line.value.as_ref() == Some(&field.value) {
                text = line.text.trim_end_matches(['\r', '\n']).to_owned();
            } else {
                text.push_str(line.behind.trim_end());
            }
            at = self.line_below(table, &line.above);
        }
        let header = table
            .span()
            .filter(|span| !span.is_empty() && !table.is_dotted());
        let at = at.unwrap_or_else(|| match (place(specs, &lines, field.nth), header) {
            (LinePosition::After(end), _) => end,
            (LinePosition::First(_), Some(header)) => line_end(base, header.end),
            (LinePosition::First(start), None) => start,
            (LinePosition::None, Some(header)) => {
                let last = lines.iter().map(|line| line.range.end).max();
                last.unwrap_or_else(|| line_end(base, header.end))
            }
            (LinePosition::None, None) => {
                lines.iter().map(|line| line.range.end).max().unwrap_or(0)
            }
        });
        self.insert_line(at, text);
    }

    /// Returns the byte after the line of this text, among the lines of a table.
    pub(super) fn line_below(&self, table: &Table, above: &str) -> Option<usize> {
        let base = self.patch.base;
        let piece = self.layout.piece(table)?;
        let range = self.layout.pieces.get(piece)?.clone();
        let header = table.span()?.start;
        let mut at = range.start;
        for line in base.get(range)?.split_inclusive('\n') {
            at += line.len();
            if at > header && line == above {
                return Some(at);
            }
        }
        None
    }

    /// Puts a whole line in at the beginning of another, or at the end of the text.
    pub(super) fn insert_line(&mut self, at: usize, text: String) {
        let base = self.patch.base;
        let open = at == base.len() && !base.is_empty() && !base.ends_with('\n');
        let line = match open {
            true => format!("{}{text}", self.style.eol),
            false => format!("{text}{}", self.style.eol),
        };
        self.patch.replace(at..at, line);
    }

    fn braces(
        &mut self,
        table: &InlineTable,
        specs: &[FieldSpec],
        gone: &[Range<usize>],
        fresh: Vec<NewField>,
    ) {
        let Some(span) = table.span() else {
            return;
        };
        // The parts in the order of the file, with the field that each is.
        let mut values: Vec<(usize, Option<usize>, bool)> = Vec::new();
        for (keys, value) in table.get_values() {
            let Some(at) = value.span() else { continue };
            let field = match keys.as_slice() {
                [key] => specs.iter().position(|spec| spec.key == key.get()),
                _ => None,
            };
            values.push((at.end, field, gone.contains(&at)));
        }
        values.sort_unstable_by_key(|(end, ..)| *end);
        let ends: Vec<usize> = values.iter().map(|(end, ..)| *end).collect();
        let mut parts: Vec<(Option<usize>, ListPart)> = Vec::new();
        for (place, (_, field, gone)) in values.iter().enumerate() {
            if !gone {
                parts.push((*field, ListPart::Old(place)));
            }
        }
        for field in fresh {
            let literal = self.style.flat().literal(&field.value, field.shape);
            let text = format!("{} = {literal}", literal_key(field.key));
            let before =
                |(other, _): &(Option<usize>, ListPart)| other.is_some_and(|n| n < field.nth);
            let at = parts.iter().rposition(before).map_or(0, |place| place + 1);
            let at = if parts.iter().any(before) {
                at
            } else {
                parts.len()
            };
            parts.insert(at, (Some(field.nth), ListPart::New(text)));
        }
        let parts: Vec<ListPart> = parts.into_iter().map(|(_, part)| part).collect();
        relist(&mut self.patch, span, &ends, &parts);
    }
}

/// A line of a table: a key of its own and its value.
pub(super) struct OwnLine<'a> {
    key: &'a str,
    /// The part of the line before the key: blanks, and the keys with dots that lead to it.
    before_key: Range<usize>,
    pub(super) range: Range<usize>,
}

pub(super) fn own_lines<'a>(base: &str, table: &'a Table) -> Vec<OwnLine<'a>> {
    let mut lines: Vec<OwnLine<'a>> = Vec::new();
    for (key, item) in table.iter() {
        let name = table.key(key).and_then(Key::span);
        let (Some(name), Some(value), true) = (name, item.span(), item.is_value()) else {
            continue;
        };
        let start = line_start(base, name.start);
        lines.push(OwnLine {
            key,
            before_key: start..name.start,
            range: start..line_end(base, value.end),
        });
    }
    lines.sort_unstable_by_key(|line| line.range.start);
    lines
}

/// The position of a field among the lines of its table.
enum LinePosition {
    /// After the line that ends here.
    After(usize),
    /// Before all others, the first of which begins here.
    First(usize),
    /// The lines do not stand in the record's order, so at their end.
    None,
}

fn place(specs: &[FieldSpec], lines: &[OwnLine<'_>], nth: usize) -> LinePosition {
    let place = |key: &str| specs.iter().position(|spec| spec.key == key);
    let known: Vec<(usize, &OwnLine<'_>)> = lines
        .iter()
        .filter_map(|line| Some((place(line.key)?, line)))
        .collect();
    if !known.is_sorted_by_key(|(place, _)| *place) {
        return LinePosition::None;
    }
    let before = known.iter().rev().find(|(place, _)| *place < nth);
    match (before, known.first()) {
        (Some((_, line)), _) => LinePosition::After(line.range.end),
        (None, Some((_, line))) => LinePosition::First(line.range.start),
        (None, None) => LinePosition::None,
    }
}
