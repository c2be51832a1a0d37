//! What a line asks for, where no text takes it.

use crate::app::{Command, CommandEntry, Scope, State, TABLE};
use crate::store::format::near;
use crate::text::{fold, same};

/// A word that is known wherever one is, beside the commands of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OwnWord {
    /// Tell what can be done here or, with a name, what that does.
    Help(Option<Command>),
    /// Tell of a command that there is none of this name.
    HelpWrong(String),
    /// Tell every command of every place.
    HelpAll,
    /// Tell where one is.
    Where,
    /// Tell the rows, from this one on.
    List(usize),
    /// Tell the statement from this sentence on, or the text that is open.
    Read(usize),
    /// Put other words in the place of some of the text that is open.
    Change(String),
    /// Go to the row after the one at hand, or before it.
    Step(bool),
    /// Go to the row of this number, and only tell of it.
    GoRow(usize),
    /// Go to the page of this title.
    Go(String),
    /// Go on behind the words that stand in a text.
    Add,
}

/// The words, each with what it does.
pub(super) const OWN: [(&str, &str); 10] = [
    (
        "help",
        "what can be done here; help NAME, what a command does; help all, every command",
    ),
    ("where", "where you are, and what stands there"),
    (
        "list",
        "what is listed here, with its numbers; list 21, from that number on",
    ),
    (
        "read",
        "the statement, sentence by sentence, with what each stands on; read 12, from that sentence on; in a text, the text",
    ),
    ("next", "the row after this one"),
    ("previous", "the row before it"),
    (
        "go",
        "go 2, to that row, which is only told; go TITLE, to that page of the draft; go pages, go findings, go statement",
    ),
    ("add", "go on behind the words that stand in the text"),
    (
        "words",
        "words LINE, that line as words, though it is the name of a command",
    ),
    (
        "change",
        "change OLD / NEW, other words in the place of some of the text; nothing behind the stroke takes them out",
    ),
];

/// The fewest letters that begin a command's name beyond doubt, where other words follow.
const ENOUGH: usize = 3;

/// The panes of a draft, by the names that they are gone to by.
pub(super) const PANES: [(&str, Scope); 3] = [
    ("pages", Scope::Headings),
    ("findings", Scope::Findings),
    ("statement", Scope::Statement),
];

/// The meaning of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Nothing: the line is empty.
    Nothing,
    /// The row of this number.
    Row(usize),
    /// A command of the table, at the row of a number where one is given.
    Command(Command, Option<usize>),
    /// A command, by the beginning of its name.
    Begun(Command),
    /// A command that has no meaning here.
    Elsewhere(Command),
    /// One of several commands.
    Several(Vec<&'static str>),
    /// A word that is known everywhere.
    Own(OwnWord),
    /// A name that is not known, and the one that was probably meant.
    Near(&'static str),
    /// Words.
    Words,
}

/// Returns what a line asks for.
pub(super) fn read(state: &State, line: &str) -> Order {
    let line = line.trim();
    if line.is_empty() {
        return Order::Nothing;
    }
    if let Ok(number) = line.parse() {
        return Order::Row(number);
    }
    let name = fold(line).split_whitespace().collect::<Vec<_>>().join("-");
    if let Some(own) = own(state, line, &name) {
        return Order::Own(own);
    }
    let here: Vec<&CommandEntry> = entries(state.scope()).collect();
    if let Some(order) = named(&here, &name) {
        return order;
    }
    // "open 2": the command at a row.
    if let Some((name, number)) = name.rsplit_once('-')
        && let Ok(number) = number.parse()
        && !name.is_empty()
        && name != "help"
    {
        match named(&here, name).or_else(|| beginning(&here, name)) {
            Some(Order::Command(command, None) | Order::Begun(command)) => {
                return Order::Command(command, Some(number));
            }
            Some(Order::Several(names)) => return Order::Several(names),
            _ => {}
        }
    }
    if let Some(title) = page_title(state, line, true) {
        return Order::Own(OwnWord::Go(title));
    }
    if let Some(command) = Command::from_name(&name) {
        return Order::Elsewhere(command);
    }
    if name.contains('-') && !here.iter().any(|entry| entry.name.starts_with(&name)) {
        return Order::Words;
    }
    beginning(&here, &name)
        .or_else(|| Some(Order::Own(OwnWord::Go(page_title(state, line, false)?))))
        .or_else(|| {
            let names = here.iter().map(|entry| entry.name);
            let known = names.chain(OWN.iter().map(|(name, _)| *name));
            near(&name, known.collect::<Vec<_>>()).map(Order::Near)
        })
        .unwrap_or(Order::Words)
}

/// A line that begins with the name of a command, or with the beginning of one, and goes on with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OrderWithWords {
    /// The commands that it may begin with: of several, none is meant for certain.
    pub(super) names: Vec<&'static str>,
    /// The words behind.
    pub(super) words: String,
}

/// Returns the command that a line begins with and the words behind it, which are no part of its name.
pub(super) fn with_words(state: &State, line: &str) -> Option<OrderWithWords> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let here: Vec<&CommandEntry> = entries(state.scope()).collect();
    let known = |name: &str| {
        let mut own = OWN.iter().map(|(own, _)| *own);
        let short = match named(&here, name) {
            Some(Order::Command(command, _)) => Some(command.entry().name),
            _ => None,
        };
        let there = Command::from_name(name).map(|command| command.entry().name);
        short.or_else(|| own.find(|own| *own == name)).or(there)
    };
    for many in (1..words.len()).rev() {
        let (first, rest) = words.split_at_checked(many)?;
        if let Some(name) = known(&fold(&first.join("-"))) {
            let (names, words) = (vec![name], rest.join(" "));
            return Some(OrderWithWords { names, words });
        }
    }
    let (first, rest) = words.split_first()?;
    let first = fold(first);
    let names: Vec<&'static str> = match beginning(&here, &first) {
        _ if rest.is_empty() || first.chars().count() < ENOUGH => Vec::new(),
        Some(Order::Begun(command)) => vec![command.entry().name],
        Some(Order::Several(names)) => names,
        _ => Vec::new(),
    };
    let words = rest.join(" ");
    (!names.is_empty()).then_some(OrderWithWords { names, words })
}

/// Returns true for a line that reads like a sentence, or a part of one: its first word may be a command's by chance, and
/// no word is to be lost.
pub(super) fn is_prose(line: &str) -> bool {
    let line = line.trim();
    let many = line.split_whitespace().count();
    let ends = line.ends_with(['.', '!', '?', '…', ',', ';', ':', '”', '"']);
    let begins = line.starts_with(char::is_uppercase);
    many > 6 || many > 2 && (ends || begins && many > 3)
}

/// Returns the name of the command, of whichever place, that a line is and nothing else.
pub(super) fn called(state: &State, line: &str) -> Option<&'static str> {
    let mut words: Vec<String> = line.split_whitespace().map(fold).collect();
    // "go about", but not "go on": the title of a page is typed in full.
    let page = line.trim().split_once(char::is_whitespace);
    if page
        .is_some_and(|(first, title)| same(first, "go") && page_title(state, title, true).is_some())
    {
        return Some("go");
    }
    let is_number = |word: &String| word.parse::<usize>().is_ok();
    if words.len() > 1 && words.last().is_some_and(is_number) {
        words.pop();
    }
    let known = OWN.iter().map(|(name, _)| *name);
    let known = known.chain(PANES.map(|(name, _)| name));
    let name = words.join("-");
    let mut known = known;
    let own = known.find(|known| *known == name);
    let here = entries(state.scope()).find(|entry| entry.name == name);
    let there = || TABLE.iter().find(|entry| entry.name == name);
    own.or_else(|| here.or_else(there).map(|entry| entry.name))
}

/// Returns all that begins like a line, each as it can be typed.
pub(super) fn begun(state: &State, line: &str) -> Vec<String> {
    let line = fold(line.trim());
    let commands = entries(state.scope())
        .filter(|entry| !is_of_screen(entry.command))
        .map(|entry| entry.name);
    let own = OWN.iter().map(|(name, _)| *name);
    let editor = state.editor.iter().filter(|_| state.overlays.is_empty());
    let pages: Vec<&str> = editor
        .flat_map(|editor| editor.pages().iter().map(|page| editor.page_title(*page)))
        .collect();
    let (to_page, title) = match line.strip_prefix("go ") {
        Some(title) => (true, title),
        None => (false, line.as_str()),
    };
    let mut all: Vec<String> = commands
        .chain(own)
        .filter(|_| !to_page)
        .map(str::to_owned)
        .chain(pages.into_iter().map(|title| format!("go {title}")))
        .filter(|name| {
            let name = fold(name);
            let page = name.strip_prefix("go ");
            name.starts_with(&line) || page.is_some_and(|page| page.starts_with(title))
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// Returns true for a command that goes by rows of a screen, or draws one: in lines it means nothing.
pub(super) fn is_of_screen(command: Command) -> bool {
    matches!(
        command,
        Command::Redraw
            | Command::PageUp
            | Command::PageDown
            | Command::CursorUp
            | Command::CursorDown
            | Command::RowStart
            | Command::RowEnd
            | Command::SelectUp
            | Command::SelectDown
            | Command::SelectRowStart
            | Command::SelectRowEnd
    )
}

/// Returns the commands that have a meaning in a place.
fn entries(scope: Scope) -> impl Iterator<Item = &'static CommandEntry> {
    TABLE.iter().filter(move |entry| entry.is_in(scope))
}

/// Returns the command of this name, or of this short one where no other is called so.
fn named(here: &[&CommandEntry], name: &str) -> Option<Order> {
    let mut short = here
        .iter()
        .filter(|entry| entry.short.replace(' ', "-") == name);
    let (first, second) = (short.next(), short.next());
    let called = here.iter().find(|entry| entry.name == name);
    let entry = called.or(first.filter(|_| second.is_none()))?;
    Some(Order::Command(entry.command, None))
}

/// Returns the command that a name begins.
fn beginning(here: &[&'static CommandEntry], name: &str) -> Option<Order> {
    let begun = here.iter().filter(|entry| entry.name.starts_with(name));
    let begun: Vec<&&CommandEntry> = begun.collect();
    match begun.as_slice() {
        [] => None,
        [one] => Some(Order::Begun(one.command)),
        several => Some(Order::Several(
            several.iter().map(|entry| entry.name).collect(),
        )),
    }
}

/// Returns the word that is known everywhere.
fn own(state: &State, line: &str, name: &str) -> Option<OwnWord> {
    let (first, rest) = match line.split_once(char::is_whitespace) {
        Some((first, rest)) => (fold(first), rest.trim()),
        None => (fold(line), ""),
    };
    // What a command of this place is called means that.
    if name != "help" && entries(state.scope()).any(|entry| entry.name == name) {
        return None;
    }
    match (first.as_str(), rest) {
        ("help", "") => Some(OwnWord::Help(None)),
        ("help", "all") => Some(OwnWord::HelpAll),
        ("help", rest) => {
            let name = fold(rest).replace(' ', "-");
            match Command::from_name(&name) {
                Some(command) => Some(OwnWord::Help(Some(command))),
                None => (!is_prose(line)).then(|| OwnWord::HelpWrong(rest.to_owned())),
            }
        }
        ("where", "") => Some(OwnWord::Where),
        ("list", "") => Some(OwnWord::List(1)),
        ("list", rest) => rest.parse().ok().map(OwnWord::List),
        ("read", "") => Some(OwnWord::Read(1)),
        ("read", rest) => rest.parse().ok().map(OwnWord::Read),
        ("change", rest) => rest
            .contains(" /")
            .then(|| OwnWord::Change(rest.to_owned())),
        ("next", "") => Some(OwnWord::Step(true)),
        ("previous", "") => Some(OwnWord::Step(false)),
        ("add", "") => Some(OwnWord::Add),
        ("go", rest) if rest.parse::<usize>().is_ok() => rest.parse().ok().map(OwnWord::GoRow),
        ("go", rest) => {
            let exact = page_title(state, rest, true);
            exact
                .or_else(|| page_title(state, rest, false))
                .map(OwnWord::Go)
        }
        _ => None,
    }
}

/// Returns the title of the page that is called so or, where that is enough, begins so and no other does.
fn page_title(state: &State, words: &str, whole: bool) -> Option<String> {
    let editor = state.editor.as_ref()?;
    let pages = editor.pages();
    let panes = PANES.into_iter().map(|(name, _)| name);
    let mut titles = pages
        .iter()
        .map(|page| editor.page_title(*page))
        .chain(panes);
    if whole {
        return titles.find(|title| same(title, words)).map(str::to_owned);
    }
    let words = fold(words);
    let mut begun = titles.filter(|title| fold(title).starts_with(&words));
    let (first, second) = (begun.next(), begun.next());
    let enough = words.chars().count() > 2 && second.is_none();
    first.filter(|_| enough).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_of_the_table_is_had_by_its_name_in_each_of_its_places() {
        for scope in Scope::ALL {
            let here: Vec<&CommandEntry> = entries(*scope).collect();
            for entry in &here {
                let order = named(&here, entry.name);
                assert_eq!(
                    order,
                    Some(Order::Command(entry.command, None)),
                    "{}",
                    entry.name
                );
                // What is known everywhere has a name of its own, but for the two that are told in its place.
                let own = OWN.iter().any(|(name, _)| *name == entry.name);
                assert!(
                    !own || ["help", "next", "add"].contains(&entry.name),
                    "{}",
                    entry.name
                );
            }
        }
    }
}
