//! Evidence, figures and grades on their way between a draft and the tables and notes of others.
//!
//! This folder owns what a table of somebody else means (which column is which field, which row is which item, and
//! whether the draft has it) and how the tables of a draft are written for them. It must not know where a file is,
//! nor what is shown. The usual names of columns are `assets/exchange.toml`.
//!
//! Nothing of a table is left out untold: a column that is no field goes into the note, where the item has one, and is
//! told of where it has none. Nothing of a draft is changed: a row that says something else than the draft is told of,
//! and its reader decides.

mod columns;
mod notes;
mod offers;
mod out;
mod source_table;

pub use columns::{ColumnRole, TableColumns, UnknownField};
pub use notes::is_table;
pub use offers::{ImportSource, OfferedItem, Standing, offers};
pub use out::{EXPORTS, Export, rows};
pub use source_table::{SourceRow, SourceTable, TableError, csv_text};
