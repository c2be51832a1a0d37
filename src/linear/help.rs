//! Help in lines: what can be done here, and what a command does.

use super::order::{OWN, is_of_screen};
use crate::app::{Command, Scope, State};
use crate::text::uncapital;

/// The lines that are said first.
pub(super) const GREETING: [&str; 3] = [
    "Assay, line by line. A line is a command, a number that opens or takes what was listed, or words where a text is open.",
    "“help” tells what can be done here, “where” where you are, “list” what is here, “read” the whole statement; where a text is open, a command begins with a full stop, as “.help”.",
    "An empty line leaves things as they are. “quit” leaves Assay. Everything is saved as you go.",
];

/// Returns what can be done here: what comes next, then all else by its name.
pub(super) fn here(state: &State) -> Vec<String> {
    let scope = state.scope();
    // In a text that takes every line, each is given behind a full stop.
    let is_text = matches!(scope, Scope::Typing | Scope::Asking);
    let dot = if is_text { "." } else { "" };
    let mut lines = vec![format!("{}:", scope.title())];
    let mut footer = state.footer();
    footer.retain(|key| is_told(key.command, scope));
    let told: Vec<Command> = footer.iter().map(|key| key.command).collect();
    lines.extend(footer.iter().map(|key| {
        let entry = key.command.entry();
        match key.words.as_str() {
            words if words == entry.short => format!("{dot}{}: {}", entry.name, entry.help),
            words => format!("{dot}{}: {words}. {}", entry.name, entry.help),
        }
    }));
    let mut others: Vec<String> = Vec::new();
    for (entry, can) in state.commands_here() {
        if can.is_ok() && !told.contains(&entry.command) && is_told(entry.command, scope) {
            others.push(format!("{dot}{}", entry.name));
        }
    }
    if !others.is_empty() {
        lines.push(format!("Also: {}.", others.join(", ")));
    }
    let own = OWN.iter().filter(|(name, _)| match *name {
        "add" => scope == Scope::Typing,
        "change" | "words" => is_text,
        "next" | "previous" | "go" => !is_text,
        _ => true,
    });
    lines.extend(own.map(|(name, words)| format!("{dot}{name}: {words}.")));
    lines.push(match scope.takes_text() {
        true if is_text => "A text is open: what you type is words. A command here begins with a full stop, as “.help”; a line of words that begins with one begins with two. A line that is only a command's name is not taken: “.words” before it takes it as words.".to_owned(),
        true => "What you type narrows the list, but for a command's name and a number.".to_owned(),
        false => "A name can be cut short where no other begins so, and a Tab behind its beginning tells all that begin so. With a number, a command is done to that row: “frame 2”.".to_owned(),
    });
    lines
}

/// Returns true where a command is worth telling of to somebody who hears lines: rows are gone to by their numbers.
fn is_told(command: Command, scope: Scope) -> bool {
    let in_lines = is_of_screen(command)
        || matches!(
            command,
            Command::Palette | Command::Help | Command::Up | Command::Down | Command::Suspend
        );
    // Of those that move a cursor and cut what is behind it nothing is heard.
    let in_text = match command.entry().group {
        "Moving about" => false,
        "Typing" => matches!(
            command,
            Command::Done
                | Command::Next
                | Command::NextField
                | Command::PreviousField
                | Command::PasteBack
                | Command::EditOutside
                | Command::UndoTyping
                | Command::RedoTyping
        ),
        _ => true,
    };
    !in_lines && (in_text || !scope.takes_text())
}

/// Returns what begins so, each with what it does.
pub(super) fn begun(begun: &[String], line: &str) -> Vec<String> {
    if begun.is_empty() {
        return vec![format!("Nothing here begins with “{}”.", line.trim())];
    }
    let all = begun.iter().map(|name| match Command::from_name(name) {
        Some(command) => format!("{name}: {}", command.entry().help),
        None => match OWN.iter().find(|(own, _)| own == name) {
            Some((own, words)) => format!("{own}: {words}."),
            None => name.clone(),
        },
    });
    all.collect()
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

/// Returns why a command that means something on a screen alone is not done.
pub(super) fn of_screen(command: Command) -> String {
    format!(
        "Nothing was done: “{}” is for a screen, and lines have none.",
        command.entry().name
    )
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
