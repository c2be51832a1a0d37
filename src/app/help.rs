//! The commands as rows of a list: those of a place, to find one by its name; or all of them with their keys, as help.

use super::command::{Command, CommandEntry, TABLE};
use super::list::ListRow;
use super::overlay::Palette;
use super::scope::Scope;
use super::state::State;

/// The commands by which one goes about: they come last where all are shown, since everybody tries them first.
const ABOUT: &str = "Moving about";

/// Returns the commands of the place that the user is in.
pub(super) fn palette(state: &State) -> Palette {
    let scope = state.scope();
    let entries = TABLE.iter().filter(|entry| {
        entry.is_in(scope) && !matches!(entry.command, Command::Palette | Command::Back)
    });
    let rows = entries.map(|entry| {
        let row = ListRow {
            right: state.key(scope, entry.command),
            ..row(entry)
        };
        (entry.command, needing(row, state.can(entry.command, scope)))
    });
    Palette::of("Commands".to_owned(), false, rows.collect())
}

/// Returns every command with its keys: those of the place that the user is in first, in groups, then those of the
/// other places.
pub(super) fn help(state: &State) -> Palette {
    let here = state.scope();
    let mut entries: Vec<&CommandEntry> = TABLE.iter().filter(|entry| entry.is_in(here)).collect();
    entries.sort_by_key(|entry| entry.group == ABOUT);
    let of_here = entries.into_iter().map(|entry| {
        let row = ListRow {
            right: keys(state, here, entry),
            group: entry.group,
            ..row(entry)
        };
        (entry.command, needing(row, state.can(entry.command, here)))
    });
    let elsewhere = Scope::ALL.iter().flat_map(|scope| {
        let first =
            |entry: &&CommandEntry| !entry.is_in(here) && entry.scopes().min() == Some(*scope);
        TABLE.iter().filter(first).map(|entry| {
            let row = ListRow {
                right: keys(state, *scope, entry),
                group: scope.title(),
                unfit: Some(format!("Another place has this key: “{}”.", scope.title())),
                ..row(entry)
            };
            (entry.command, row)
        })
    });
    let title = format!("Keys · {}", here.title());
    Palette::of(title, true, of_here.chain(elsewhere).collect())
}

fn row(entry: &CommandEntry) -> ListRow {
    ListRow {
        label: entry.name.replace('-', " "),
        note: entry.help.to_owned(),
        words: format!("{} {} {}", entry.name, entry.short, entry.also),
        ..ListRow::default()
    }
}

/// Returns a row that says what its command needs, where anything is missing.
fn needing(row: ListRow, can: Result<(), String>) -> ListRow {
    ListRow {
        unfit: can.err(),
        ..row
    }
}

/// Returns all keys of a command in a place.
fn keys(state: &State, scope: Scope, entry: &CommandEntry) -> String {
    let keys = state.keymap.keys(entry.command).iter();
    let keys = keys.filter(|key| state.keymap.command(scope, **key) == Some(entry.command));
    let keys: Vec<String> = keys.map(|key| key.label()).collect();
    keys.join(" ")
}
