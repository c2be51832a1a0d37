//! Which column of a table gives which field.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::source_table::{LISTED, SourceTable};
use crate::assessment::{FieldSpec, Item, List, Shape};
use crate::text::fold;

const TEXT: &str = include_str!("../../assets/exchange.toml");

static NAMES: LazyLock<ColumnNames> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// The usual names of columns.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnNames {
    #[serde(borrow)]
    evidence: HashMap<&'static str, Vec<&'static str>>,
    #[serde(borrow)]
    figures: HashMap<&'static str, Vec<&'static str>>,
    /// The signs and words beside a number, and the unit that they say.
    #[serde(borrow)]
    units: HashMap<&'static str, &'static str>,
}

/// Returns the unit that a sign or word beside a number says.
pub(super) fn unit(said: &str) -> Option<&'static str> {
    NAMES.units.get(said).copied()
}

/// The use of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// It gives this field, by its place among the fields of the item.
    Field(usize),
    /// It is no field, and goes into the note.
    Note,
    /// It is no field, and there is no note: it stays where it is.
    Unused,
}

/// The uses of the columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumns {
    /// The list that its rows are items of.
    pub list: List,
    /// The use of each column.
    pub roles: Vec<ColumnRole>,
}

/// A column or a field that was named and is not there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no {sort} \"{named}\"; there are {}", .there.join(", "))]
pub struct UnknownField {
    sort: &'static str,
    named: String,
    there: Vec<String>,
}

impl TableColumns {
    /// Returns the uses of a table's columns: each gives the field that has its name or one of the usual names for it, the
    /// first where several would. A table that does not say what it is of is of the list more of whose fields it gives.
    pub fn of(table: &SourceTable, list: Option<List>) -> Self {
        let asked = table.list.or(list);
        let all = LISTED.map(|list| Self::for_list(table, list));
        let [evidence, figures] = all;
        match asked {
            Some(List::Figures) => figures,
            Some(_) => evidence,
            None if figures.weight() > evidence.weight() => figures,
            None => evidence,
        }
    }

    fn for_list(table: &SourceTable, list: List) -> Self {
        let specs = specs(list);
        let mut roles = vec![None; table.columns.len()];
        // A column that has the very name of a field goes before one that is only called like it.
        for exactly in [true, false] {
            for (nth, column) in table.columns.iter().enumerate() {
                let free = |field: &usize| !roles.contains(&Some(ColumnRole::Field(*field)));
                let found = (0..specs.len())
                    .filter(free)
                    .find(|field| is_called(list, specs.get(*field), column, exactly));
                if let (Some(role @ None), Some(found)) = (roles.get_mut(nth), found) {
                    *role = Some(ColumnRole::Field(found));
                }
            }
        }
        let rest = rest_of(list);
        let roles = roles.into_iter().map(|role| role.unwrap_or(rest));
        Self {
            list,
            roles: roles.collect(),
        }
    }

    /// Returns the number of fields that columns give, twice that where the one by which an item is known is among them.
    fn weight(&self) -> usize {
        let fields = self.roles.iter().filter_map(|role| match role {
            ColumnRole::Field(nth) => Some(*nth),
            _ => None,
        });
        let fields: Vec<usize> = fields.collect();
        fields.len() << usize::from(fields.contains(&self.list.spec().says))
    }

    /// Gives a column another use: a field by its key, or none where it is empty.
    ///
    /// # Errors
    /// There is no such column, or no such field.
    pub fn set(
        &mut self,
        table: &SourceTable,
        column: &str,
        field: &str,
    ) -> Result<(), UnknownField> {
        let named = |name: &String| fold(name.trim()) == fold(column.trim());
        let unknown = |sort, named: &str, there| UnknownField {
            sort,
            named: named.to_owned(),
            there,
        };
        let Some(nth) = table.columns.iter().position(named) else {
            return Err(unknown("column", column, table.columns.clone()));
        };
        let specs = specs(self.list);
        let role = match field.trim() {
            "" => rest_of(self.list),
            field => match specs.iter().position(|spec| spec.key == field) {
                Some(nth) => ColumnRole::Field(nth),
                None => {
                    let keys = specs.iter().map(|spec| spec.key.to_owned());
                    return Err(unknown("field", field, keys.collect()));
                }
            },
        };
        // A field has one column.
        for other in &mut self.roles {
            if *other == role && matches!(role, ColumnRole::Field(_)) {
                *other = rest_of(self.list);
            }
        }
        if let Some(there) = self.roles.get_mut(nth) {
            *there = role;
        }
        Ok(())
    }

    /// Returns the use of a column in words: the key of its field, or where it goes.
    pub fn words(&self, nth: usize) -> &'static str {
        match self.roles.get(nth) {
            Some(ColumnRole::Field(field)) => {
                specs(self.list).get(*field).map_or("", |spec| spec.key)
            }
            Some(ColumnRole::Note) => "into the note, with its name",
            Some(ColumnRole::Unused) | None => "not taken: a figure has no place for it",
        }
    }
}

/// Returns the use of a column that is no field.
fn rest_of(list: List) -> ColumnRole {
    match list {
        List::Evidence => ColumnRole::Note,
        _ => ColumnRole::Unused,
    }
}

/// Returns the fields of the items of a list.
pub(super) fn specs(list: List) -> &'static [FieldSpec] {
    Item::new(list).fields().specs()
}

fn is_called(list: List, spec: Option<&FieldSpec>, column: &str, exactly: bool) -> bool {
    let Some(spec) = spec else {
        return false;
    };
    let plain = |name: &str| -> String {
        let folded = fold(name);
        let words = folded.split(|sign: char| !sign.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let column = plain(column);
    if exactly {
        return plain(spec.key) == column;
    }
    // An identity is nothing else than that: a number of somebody's own is not taken for one.
    let usual = match list {
        List::Evidence => NAMES.evidence.get(spec.key),
        _ => NAMES.figures.get(spec.key),
    };
    spec.shape != Shape::Id
        && usual.is_some_and(|names| names.iter().any(|name| plain(name) == column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_are_shipped_are_of_fields_and_each_field_has_a_line() {
        let names = toml::from_str::<ColumnNames>(TEXT);
        assert!(names.is_ok(), "{names:?}");
        let names = names.unwrap_or_default();
        for (list, names) in [
            (List::Evidence, &names.evidence),
            (List::Figures, &names.figures),
        ] {
            let mut keys: Vec<&str> = names.keys().copied().collect();
            let mut fields: Vec<&str> = specs(list).iter().map(|spec| spec.key).collect();
            keys.sort_unstable();
            fields.sort_unstable();
            assert_eq!(keys, fields);
        }
    }
}
