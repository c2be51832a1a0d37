//! What the rows of a table offer to a draft.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::columns::{ColumnRole, TableColumns, specs, unit};
use super::source_table::{SourceRow, SourceTable, unguarded};
use crate::assessment::{
    Assessment, Date, Evidence, EvidenceField, Figure, FigureField, Item, List, Record as _, Shape,
    Value, vocabulary,
};
use crate::text::{fold, paste, visible_line};

/// An item that a row offers.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferedItem {
    /// The line of the row, counted from 1.
    pub line: usize,
    /// The item; without an identity where the row gives none.
    pub item: Item,
    /// How it stands to the draft.
    pub standing: Standing,
    /// The things to be told of it: days that are none, characters that were left out.
    pub told: Vec<String>,
}

impl OfferedItem {
    /// Returns what people know the item by; empty where it has no name.
    pub fn name(&self) -> &str {
        match &self.item {
            Item::Figure(figure) => &figure.label,
            Item::Evidence(evidence) => &evidence.title,
            _ => "",
        }
    }
}

/// How an item that is offered stands to a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The draft has nothing like it.
    New,
    /// The item of this identity says the same already.
    Same(String),
    /// The item of this identity says something else in these fields.
    Differs(String, Vec<&'static str>),
    /// It says nothing by which people would know it.
    Nameless,
}

/// Returns what the rows of a table offer to a draft, in their order. A row that is the same as an earlier one is that.
pub fn offers(table: &SourceTable, columns: &TableColumns, draft: &Assessment) -> Vec<OfferedItem> {
    let mut known = KnownItems::of(draft, columns.list);
    let rows = table.rows.iter().map(|row| {
        let (item, told) = item_of(table, columns, row);
        known.offer(row.line, item, told)
    });
    rows.collect()
}

/// The content of a file or a folder of somebody else.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportSource {
    /// Tables.
    Tables(Vec<SourceTable>),
    /// The files of a folder, as evidence.
    Files {
        /// An item for each.
        evidence: Vec<Evidence>,
        /// The things to be told: files that cannot be read, and that there are more.
        told: Vec<String>,
    },
    /// The parts of a file of notes, as evidence, each with the line in which it begins.
    Notes(Vec<(usize, Evidence)>),
}

impl ImportSource {
    /// Returns what is to be told of it beside what it offers: columns that have no place, files that cannot be read.
    pub fn told(&self) -> Vec<String> {
        let Self::Tables(tables) = self else {
            return match self {
                Self::Files { told, .. } => told.clone(),
                _ => Vec::new(),
            };
        };
        let unused = tables.iter().flat_map(|table| {
            let columns = TableColumns::of(table, None);
            let named = table.columns.iter().zip(columns.roles);
            named.filter(|(_, role)| *role == ColumnRole::Unused)
        });
        unused
            .map(|(name, _)| format!("the column “{}” has no place", visible_line(name.trim())))
            .collect()
    }

    /// Returns what it offers to a draft, each column used as it is called. Items of a folder are counted in place of lines.
    pub fn offers(&self, draft: &Assessment) -> Vec<OfferedItem> {
        match self {
            Self::Tables(tables) => {
                let all = tables.iter();
                let all = all.map(|table| offers(table, &TableColumns::of(table, None), draft));
                all.flatten().collect()
            }
            Self::Notes(parts) => {
                let mut known = KnownItems::of(draft, List::Evidence);
                let parts = parts.iter().cloned();
                parts
                    .map(|(line, part)| known.offer(line, Item::from(part), Vec::new()))
                    .collect()
            }
            Self::Files { evidence, .. } => {
                let mut known = KnownItems::of(draft, List::Evidence);
                known.files = true;
                let items = evidence.iter().cloned().map(Item::from).enumerate();
                items
                    .map(|(nth, item)| known.offer(nth + 1, item, Vec::new()))
                    .collect()
            }
        }
    }
}

/// The items that a draft has, by what they are known by.
#[derive(Default)]
struct KnownItems {
    by_id: HashMap<String, Item>,
    by_reference: HashMap<String, Item>,
    by_name: HashMap<(String, String), Item>,
    /// The rows before, and the identities that they have.
    met: HashSet<Item>,
    ids: HashSet<String>,
    /// True where items are files, which are known by where they are; several may come from one docket.
    files: bool,
}

impl KnownItems {
    fn of(draft: &Assessment, list: List) -> Self {
        let mut known = Self::default();
        match list {
            List::Figures => {
                let items = draft.figures.iter().map(Arc::clone).map(Item::Figure);
                items.for_each(|item| known.add(&item));
            }
            _ => {
                let items = draft.evidence.iter().map(Arc::clone).map(Item::Evidence);
                items.for_each(|item| known.add(&item));
            }
        }
        known
    }

    fn add(&mut self, item: &Item) {
        if let Some(id) = item.fields().id().filter(|id| !id.is_empty()) {
            self.by_id.insert(id.to_owned(), item.clone());
        }
        if let Some(reference) = reference_of(item) {
            self.by_reference
                .entry(reference.to_owned())
                .or_insert_with(|| item.clone());
        }
        if let Some(name) = name_of(item) {
            self.by_name.entry(name).or_insert_with(|| item.clone());
        }
    }

    /// Measures an item by the draft, and by the rows before it: the very same is one, and no two have one identity.
    fn offer(&mut self, line: usize, mut item: Item, mut told: Vec<String>) -> OfferedItem {
        let mut standing = self.standing(&item);
        let id = item.fields().id().unwrap_or_default().to_owned();
        if standing == Standing::New && !id.is_empty() && !self.ids.insert(id.clone()) {
            let nth = specs(item.list())
                .iter()
                .position(|spec| spec.shape == Shape::Id);
            let _ = nth.map(|nth| item.fields_mut().set_value(nth, None));
            told.push(format!(
                "\"{id}\" is the identity of an earlier row, and this gets another"
            ));
        }
        if standing == Standing::New && !self.met.insert(item.clone()) {
            standing = Standing::Same(String::new());
        }
        OfferedItem {
            line,
            item,
            standing,
            told,
        }
    }

    fn standing(&self, item: &Item) -> Standing {
        let name = name_of(item);
        let id = item.fields().id().filter(|id| !id.is_empty());
        let there = id.and_then(|id| self.by_id.get(id));
        let file = reference_of(item).filter(|_| self.files);
        let there = there.or_else(|| self.by_reference.get(file?));
        // Two files are two, whatever they are called.
        let one_file = |there: &&Item| {
            let (one, other) = (reference_of(there), reference_of(item));
            one.is_none() || other.is_none() || one == other
        };
        let there = there.or_else(|| self.by_name.get(name.as_ref()?).filter(one_file));
        let Some(there) = there else {
            return match name {
                Some(_) => Standing::New,
                None => Standing::Nameless,
            };
        };
        let (given, has) = (item.fields(), there.fields());
        let differs = |nth: &usize| {
            let value = given.value(*nth);
            value.is_some() && value != has.value(*nth)
        };
        let all = specs(item.list());
        let fields = (0..all.len()).filter(differs);
        let fields: Vec<&str> = fields
            .filter_map(|nth| all.get(nth))
            .filter(|spec| spec.shape != Shape::Id)
            .map(|spec| spec.key)
            .collect();
        let id = has.id().unwrap_or_default().to_owned();
        match fields.is_empty() {
            true => Standing::Same(id),
            false => Standing::Differs(id, fields),
        }
    }
}

/// Returns what people know an item by: evidence by its title and day, a figure by its name and time. `None` where it has
/// no name.
fn name_of(item: &Item) -> Option<(String, String)> {
    let (name, time) = match item {
        Item::Figure(figure) => (&figure.label, &figure.period),
        Item::Evidence(evidence) => (&evidence.title, &evidence.date),
        _ => return None,
    };
    let name = fold(name.trim());
    (!name.is_empty()).then(|| (name, fold(time.trim())))
}

/// Returns the file or address that an item of evidence names.
fn reference_of(item: &Item) -> Option<&str> {
    match item {
        Item::Evidence(evidence) => Some(evidence.reference.trim()).filter(|it| !it.is_empty()),
        _ => None,
    }
}

fn item_of(table: &SourceTable, columns: &TableColumns, row: &SourceRow) -> (Item, Vec<String>) {
    let mut item = Item::new(columns.list);
    let mut told = Vec::new();
    let mut rest = Vec::new();
    let all = specs(columns.list);
    let mut left_out = 0;
    for ((cell, role), column) in row.cells.iter().zip(&columns.roles).zip(&table.columns) {
        let cell = unguarded(cell);
        let spec = match role {
            ColumnRole::Field(nth) => all.get(*nth).zip(Some(*nth)),
            ColumnRole::Note | ColumnRole::Unused => None,
        };
        let prose = spec.is_none_or(|(spec, _)| spec.shape == Shape::Prose);
        let pasted = paste(cell.trim(), prose);
        left_out += pasted.left_out;
        let text = pasted.text;
        if text.trim().is_empty() {
            continue;
        }
        match spec {
            Some((spec, nth)) => {
                let value = match spec.shape {
                    Shape::Date => day(text, &mut told),
                    Shape::Id if !is_id(&text) => {
                        told.push(format!(
                            "\"{}\" can be no identity and is left out; it takes letters of English, digits, - and _",
                            visible_line(&text)
                        ));
                        if columns.list == List::Evidence {
                            rest.push(format!("{}: {text}", visible_line(column.trim())));
                        }
                        continue;
                    }
                    _ => text,
                };
                // All fields of both lists are texts.
                let _ = item.fields_mut().set_value(nth, Some(Value::Text(value)));
            }
            None if *role == ColumnRole::Note => {
                rest.push(format!("{}: {text}", visible_line(column.trim())));
            }
            None => {}
        }
    }
    match columns.list {
        List::Figures => amount(&mut item),
        _ => kind_and_note(&mut item, &rest),
    }
    if left_out > 0 {
        told.push(format!(
            "{left_out} characters that cannot be seen are left out"
        ));
    }
    (item, told)
}

/// Returns true for what can be the identity of an item, and can be named in a text.
fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.len() <= 40 && text.bytes().all(fits)
}

/// Returns a day as drafts write it; one that is none stays as it was typed, and is told of.
fn day(text: String, told: &mut Vec<String>) -> String {
    match Date::read(&text) {
        Some(date) => date.to_string(),
        None => {
            told.push(format!(
                "\"{}\" is no day of the calendar and stays as it is; write 22 June 2023",
                visible_line(&text)
            ));
            text
        }
    }
}

/// Spells a kind that is known as it is spelt here, and adds to the note what is no field.
fn kind_and_note(item: &mut Item, rest: &[String]) {
    let Item::Evidence(evidence) = &*item else {
        return;
    };
    let plain = |kind: &str| fold(kind).replace([' ', '_'], "-");
    let is = |known: &&&str| plain(&evidence.kind) == plain(known);
    let kind = vocabulary().evidence_kinds.iter().find(is);
    let kind = kind.map(|kind| Value::Text((*kind).to_owned()));
    let note: Vec<&str> = std::iter::once(evidence.note.as_str())
        .chain(rest.iter().map(String::as_str))
        .filter(|part| !part.is_empty())
        .collect();
    let note = Value::Text(note.join("\n"));
    let fields = item.fields_mut();
    if kind.is_some() {
        let _ = fields.set_value(Evidence::nth(EvidenceField::Kind), kind);
    }
    if !rest.is_empty() {
        let _ = fields.set_value(Evidence::nth(EvidenceField::Note), Some(note));
    }
}

/// Takes the commas out of a number, and a unit from beside it where the row gives none.
fn amount(item: &mut Item) {
    let Item::Figure(figure) = &*item else {
        return;
    };
    let typed = figure.value.trim();
    let number_from = typed.find(|sign: char| sign.is_ascii_digit());
    let number_to = typed.rfind(|sign: char| sign.is_ascii_digit());
    let (Some(from), Some(to)) = (number_from, number_to) else {
        return;
    };
    let (before, number) = typed.split_at(from);
    let (number, behind) = number.split_at(to + 1 - from);
    let said = match (before.trim(), behind.trim()) {
        ("", "") => None,
        (sign, "") | ("", sign) => match unit(sign) {
            Some(unit) => Some(unit),
            None => return,
        },
        _ => return,
    };
    let Some(value) = without_commas(number) else {
        return;
    };
    let is_free = figure.unit.is_empty();
    // A number beside another unit than the row gives stays as it was typed.
    if said.is_some_and(|said| !is_free && figure.unit != said) {
        return;
    }
    let fields = item.fields_mut();
    let nth = Figure::nth;
    let _ = fields.set_value(nth(FigureField::Value), Some(Value::Text(value)));
    if let (Some(said), true) = (said, is_free) {
        let _ = fields.set_value(nth(FigureField::Unit), Some(Value::Text(said.to_owned())));
    }
}

/// Returns a number without the commas between its thousands; `None` where it is no number, or commas stand elsewhere.
fn without_commas(number: &str) -> Option<String> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let groups_fit = groups.all(|group| group.len() == 3 && digits(group));
    let first_fits = digits(first) && (first.len() <= 3 || !whole.contains(','));
    (groups_fit && first_fits && digits(part)).then(|| number.replace(',', ""))
}
