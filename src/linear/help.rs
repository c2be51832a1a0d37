//! Help in lines: what can be done here, and what a command does.

use super::order::OWN;
use crate::app::{Command, Scope, State};
use crate::text::uncapital;

/// The lines that are said first.
pub(super) const GREETING: [&str; 3] = [
    "Assay, line by line. A line is a command, a number that goes to what was listed, or words where a text is open.",
    "“help” tells what can be done here, “where” where you are, “list” what is here, “read” the whole statement.",
    "An empty line leaves things as they are. “quit” leaves Assay. Everything is saved as you go.",
];

/// Returns what can be done here: what comes next, then all else by its name.
pub(super) fn here(state: &State) -> Vec<String> {
    let scope = state.scope();
    let mut lines = vec![format!("{}:", scope.title())];
    let mut footer = state.footer();
    footer.retain(|key| is_told(key.command, scope));
    let told: Vec<Command> = footer.iter().map(|key| key.command).collect();
    lines.extend(footer.iter().map(|key| {
        let entry = key.command.entry();
        match key.words.as_str() {
            words if words == entry.short => format!("{}: {}", entry.name, entry.help),
            words => format!("{}: {words}. {}", entry.name, entry.help),
        }
    }));
    let mut others: Vec<&str> = Vec::new();
    for (entry, can) in state.commands_here() {
        if can.is_ok() && !told.contains(&entry.command) && is_told(entry.command, scope) {
            others.push(entry.name);
        }
    }
    if !others.is_empty() {
        lines.push(format!("Also: {}.", others.join(", ")));
    }
    let own = OWN
        .iter()
        .filter(|(name, _)| (*name == "add") == (scope == Scope::Typing));
    lines.extend(own.map(|(name, words)| format!("{name}: {words}.")));
    lines.push(match scope.takes_text() {
        true => "A text is open: what you type is words. A command here begins with a full stop, as “.help”; a line of words that begins with one begins with two.".to_owned(),
        false => "A name can be cut short where no other begins so. With a number, a command is done to that row: “open 2”.".to_owned(),
    });
    lines
}

/// Returns true where a command is worth telling of to somebody who hears lines: rows are gone to by their numbers.
fn is_told(command: Command, scope: Scope) -> bool {
    let in_lines = matches!(
        command,
        Command::Redraw
            | Command::Palette
            | Command::Help
            | Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
    );
    !(in_lines || scope.takes_text() && command.entry().group == "Moving about")
}

/// Returns what a command does, and what it needs here.
pub(super) fn of(state: &State, command: Command) -> Vec<String> {
    let entry = command.entry();
    let mut lines = vec![format!("{}: {}", entry.name, entry.help)];
    let here = state.commands_here();
    let here = here.into_iter().find(|(other, _)| other.command == command);
    match here {
        None => lines.push(elsewhere(command)),
        Some((_, Err(missing))) => lines.push(format!("Not now: {missing}")),
        Some((_, Ok(()))) => {}
    }
    lines
}

/// Returns where a command has its meaning, where that is not here.
pub(super) fn elsewhere(command: Command) -> String {
    let scopes: Vec<String> = command
        .entry()
        .scopes()
        .map(|it| uncapital(it.title()))
        .collect();
    format!(
        "“{}” is not for here; it is for: {}.",
        command.entry().name,
        scopes.join(", ")
    )
}
