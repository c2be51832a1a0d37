//! `assay import`: evidence and figures of others come into a draft, after a look at what each column and row becomes.

use std::collections::HashSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{CliError, Session, Unlocking};
use crate::assessment::{Assessment, Item, List};
use crate::exchange::{ImportSource, OfferedItem, SourceTable, Standing, TableColumns, offers};
use crate::store::change_draft;
use crate::text::{counted, listed, visible, visible_line};
use crate::tui::import_source;

/// `assay import`
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The draft that they come into
    pub(super) draft: PathBuf,
    /// A table of evidence or figures (CSV, or TOML spelt as in a draft); notes (Word, HTML, Markdown, text, PDF), cut at
    /// their headings; or a folder whose files are evidence. - is standard input, a table
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// Write it into the draft; without this, it is only shown what would come in
    #[arg(long)]
    write: bool,
    /// The list that a table is of, where its columns leave that in doubt
    #[arg(long, value_name = "LIST")]
    list: Option<ImportList>,
    /// Let a column give a field: "Interviewee=title"; "Column=" gives none
    #[arg(long = "column", value_name = "COLUMN=FIELD", value_parser = column)]
    columns: Vec<(String, String)>,
    #[command(flatten)]
    unlocking: Unlocking,
}

/// A list that a table can be of.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ImportList {
    /// Evidence
    Evidence,
    /// Figures
    Figures,
}

impl From<ImportList> for List {
    fn from(list: ImportList) -> Self {
        match list {
            ImportList::Evidence => Self::Evidence,
            ImportList::Figures => Self::Figures,
        }
    }
}

fn column(typed: &str) -> Result<(String, String), &'static str> {
    match typed.split_once('=') {
        Some((column, field)) => Ok((column.to_owned(), field.to_owned())),
        None => Err("write the column's name, \"=\" and the field: \"Interviewee=title\""),
    }
}

impl ImportArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        session.unlock_with(&self.unlocking);
        let frameworks = session.frameworks()?;
        let draft = session.draft(&self.draft, &frameworks)?.assessment;
        let mut taken: Vec<Item> = Vec::new();
        let mut met: HashSet<Item> = HashSet::new();
        for source in &self.sources {
            let found = self.offered(session, source, &draft)?;
            // What comes twice comes in once.
            let new = found
                .into_iter()
                .filter(|offer| offer.standing == Standing::New);
            taken.extend(
                new.map(|offer| offer.item)
                    .filter(|item| met.insert(item.clone())),
            );
        }
        let many = counted(taken.len(), "item");
        let name = visible(&self.draft.display().to_string()).into_owned();
        if taken.is_empty() {
            return session.print("Nothing new.\n");
        }
        if !self.write {
            session.notes.push(format!(
                "{name}: nothing was written; `--write` takes {many} in"
            ));
            return Ok(());
        }
        let state = session.places()?.state;
        let passphrase = session.passphrase();
        change_draft(&self.draft, &frameworks, passphrase, &state, &|draft| {
            let edits = draft.insertions(taken.iter().cloned());
            let mut edits = edits.iter();
            edits.try_for_each(|edit| edit.apply(draft).map_err(|why| why.to_string()))
        })?;
        session.print(format!("{name}: {many} taken in.\n"))
    }

    /// Shows what a source has, and returns what it offers.
    fn offered(
        &self,
        session: &mut Session<'_>,
        source: &Path,
        draft: &Assessment,
    ) -> Result<Vec<OfferedItem>, CliError> {
        let name = visible(&source.display().to_string()).into_owned();
        let home = self.draft.parent().unwrap_or(Path::new(""));
        let found = match source == Path::new("-") {
            true => {
                let (name, text) = session.plain_text(source)?;
                let tables = SourceTable::read(&name, &text);
                tables
                    .map(ImportSource::Tables)
                    .map_err(|error| format!("{name}:{error}"))
            }
            false => import_source(home, source, &name),
        };
        let found = found.map_err(CliError::Unusable)?;
        let tables = match &found {
            ImportSource::Tables(tables) => tables,
            whole => {
                session.notes.extend(whole.told());
                let noun = match whole {
                    ImportSource::Notes(_) => "heading",
                    _ => "file",
                };
                let found = whole.offers(draft);
                writeln!(session.out, "{name}: {}", counted(found.len(), noun))?;
                tell(session, &name, &found)?;
                return Ok(found);
            }
        };
        let mut all = Vec::new();
        for table in tables {
            let mut columns = TableColumns::of(table, self.list.map(List::from));
            for (column, field) in &self.columns {
                columns
                    .set(table, column, field)
                    .map_err(|error| CliError::file(&name, error))?;
            }
            let found = offers(table, &columns, draft);
            show(session, &name, table, &columns, &found)?;
            all.extend(found);
        }
        Ok(all)
    }
}

/// Prints which column gives what, and what each row becomes.
fn show(
    session: &mut Session<'_>,
    name: &str,
    table: &SourceTable,
    columns: &TableColumns,
    found: &[OfferedItem],
) -> Result<(), CliError> {
    let list = columns.list.word();
    let many = counted(found.len(), "row");
    writeln!(session.out, "{name}: {many} of {list}")?;
    let width = table.columns.iter().map(|column| column.chars().count());
    let width = width.max().unwrap_or(0).min(30);
    for (nth, column) in table.columns.iter().enumerate() {
        let column = visible_line(column);
        writeln!(session.out, "  {column:width$}  {}", columns.words(nth))?;
    }
    tell(session, name, found)
}

/// Prints what each row becomes.
fn tell(session: &mut Session<'_>, name: &str, found: &[OfferedItem]) -> Result<(), CliError> {
    for offer in found {
        let says = visible_line(offer.name());
        let standing = match &offer.standing {
            Standing::New => "new".to_owned(),
            Standing::Same(id) if id.is_empty() => "the same as an earlier row".to_owned(),
            Standing::Same(id) => format!("there already, as {id}"),
            Standing::Differs(id, fields) => {
                format!("left as it is: {id} has another {}", listed(fields, "and"))
            }
            Standing::Nameless => "not taken: it has no name".to_owned(),
        };
        writeln!(session.out, "{name}:{}: {says}: {standing}", offer.line)?;
        for told in &offer.told {
            session.notes.push(format!("{name}:{}: {told}", offer.line));
        }
    }
    Ok(())
}
