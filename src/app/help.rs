//! The commands as rows of a list: those of a place, to find one by its name; or all of them with their keys, as help.

use super::command::{Command, CommandEntry, TABLE};
use super::editor::{DraftEditor, Page, SearchPlace, severity_mark};
use super::key_sequence::KeySequence;
use super::key_set::KeySet;
use super::list::ListRow;
use super::overlay::Palette;
use super::scope::Scope;
use super::state::State;
use crate::assessment::{Kind, Place, StatementField};
use crate::check::Severity;
use crate::text::vim::{VIM_KEYS, VimKeys};
use crate::text::{capital, uncapital};

/// The commands by which one goes about: they come last where all are shown, since everybody tries them first.
const ABOUT: &str = "Moving about";

/// The title of the pages and fields that can be gone to.
const PLACES: &str = "Pages and fields, to go to";

/// The title of the keys of a text that has modes.
pub const MODES: &str = "In a text, in normal and visual mode";

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
    let palette = Palette::of("Commands".to_owned(), false, rows.collect());
    let editor = state.editor.as_deref();
    palette.with_places(editor.map_or_else(Vec::new, places))
}

impl State {
    /// Returns the commands of the place that the user is in, each with what it needs first where that is missing.
    pub fn commands_here(&self) -> Vec<(&'static CommandEntry, Result<(), String>)> {
        let scope = self.scope();
        let entries = TABLE.iter().filter(|entry| entry.is_in(scope));
        let entries = entries.map(|entry| (entry, self.can(entry.command, scope)));
        entries.collect()
    }
}

/// Returns the pages of a draft and what is filled in of the whole, to be gone to by name.
fn places(editor: &DraftEditor) -> Vec<(SearchPlace, ListRow)> {
    let page = |page: &Page| {
        let row = ListRow {
            label: editor.page_title(*page).to_owned(),
            note: "A page of the draft: goes to it.".to_owned(),
            words: "page heading go".to_owned(),
            group: PLACES,
            ..ListRow::default()
        };
        (SearchPlace::Page(*page), row)
    };
    let fields = editor.fields_of_whole();
    let is_twice = |label: &str| {
        let named = fields
            .iter()
            .filter(|(it, _)| it.shown_label() == Some(label));
        named.count() > 1
    };
    let field = |(place, on): &(Place, &str)| {
        let label = place.shown_label().unwrap_or_default();
        let row = ListRow {
            label: match is_twice(label) {
                false => label.to_owned(),
                true => capital(&place.named(&editor.assessment, &editor.framework)),
            },
            note: format!("A field of “{on}”: goes to it."),
            words: other_names(place).to_owned(),
            group: PLACES,
            ..ListRow::default()
        };
        (SearchPlace::Text(place.clone()), row)
    };
    let pages = editor.pages().iter().map(page);
    pages.chain(fields.iter().map(field)).collect()
}

/// Returns other words by which a field is found: the two that end a statement are each what the other is called elsewhere.
fn other_names(place: &Place) -> &'static str {
    match place {
        Place::Statement(StatementField::Closing) => "ending end last words conclusion field",
        Place::Statement(StatementField::Ending) => "closing ending end conclusion thanks field",
        _ => "field",
    }
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
        (
            entry.command,
            explained(row, state.can(entry.command, here)),
        )
    });
    let elsewhere = Scope::ALL.iter().flat_map(|scope| {
        let first =
            |entry: &&CommandEntry| !entry.is_in(here) && entry.scopes().min() == Some(*scope);
        TABLE.iter().filter(first).map(|entry| {
            let row = ListRow {
                right: keys(state, *scope, entry),
                group: scope.title(),
                unfit: Some(elsewhere_words(state, *scope, entry)),
                ..row(entry)
            };
            (entry.command, row)
        })
    });
    let what = match state.keymap.is_by_name() {
        true => "Commands",
        false => "Keys",
    };
    let title = format!("{what} · {}", here.title());
    let signs = signs().filter(|_| is_of_draft(here));
    let modes = modes().filter(|_| state.keymap.set() == KeySet::Vim && here.takes_text());
    let all = of_here.chain(modes).chain(signs).chain(elsewhere);
    let palette = Palette::of(title, true, all.collect());
    // What stands on the screen is found by what it is called there, too.
    let editor = state.editor.as_deref().filter(|_| is_of_draft(here));
    let editor = editor.filter(|_| state.overlays.is_empty());
    palette.with_places(editor.map_or_else(Vec::new, places))
}

/// Returns the words on a command of another place: where that is, what it does, and the key that leads there.
fn elsewhere_words(state: &State, scope: Scope, entry: &CommandEntry) -> String {
    let here = state.scope();
    let way = match scope {
        Scope::Searching | Scope::Replacing => Some(Command::Find),
        Scope::Printing => Some(Command::Print),
        Scope::Aloud => Some(Command::ReadAloud),
        Scope::Checking => Some(Command::Problems),
        _ => None,
    };
    let key = way.and_then(|command| state.keymap.label(here, command));
    let way = key.map_or_else(String::new, |key| format!(" {key} leads there."));
    format!("{}: {}{way}", scope.title(), uncapital(entry.help))
}

/// Returns true for the places in which findings and problems have their signs.
fn is_of_draft(scope: Scope) -> bool {
    use Scope::*;
    matches!(scope, Headings | Findings | Statement | Typing | Checking)
}

/// Returns the keys of a text that has modes, each with what it does.
fn modes() -> impl Iterator<Item = (Command, ListRow)> {
    let row = |keys: &VimKeys| ListRow {
        label: keys.keys.to_owned(),
        note: keys.help.to_owned(),
        words: "vim vi normal visual mode".to_owned(),
        group: MODES,
        unfit: Some(keys.help.to_owned()),
        ..ListRow::default()
    };
    VIM_KEYS.iter().map(move |keys| (Command::Help, row(keys)))
}

/// Returns the signs that stand before things, each with what it says.
fn signs() -> impl Iterator<Item = (Command, ListRow)> {
    let kinds = [
        Kind::Strength,
        Kind::Improvement,
        Kind::Concern,
        Kind::Practice,
        Kind::Context,
    ];
    let kinds = kinds.map(|kind| (kind.sign(), kind.title(), "A kind of finding."));
    let weights = [Severity::Error, Severity::Warning, Severity::Advice];
    let weights = weights.map(|weight| {
        let told = "The checks tell of something here.";
        (severity_mark(weight), weight.word(), told)
    });
    let others = [
        (
            "~",
            "stale hand edit",
            "The sentence is worded by hand, and what it stood on has changed.",
        ),
        (
            "›",
            "leans on it",
            "The sentence leans on what the cursor is on.",
        ),
        ("✓", "fits", "The grades suggest it."),
        ("•", "now", "It is chosen now."),
    ];
    let all = kinds.into_iter().chain(weights).chain(others);
    all.map(|(sign, label, note)| {
        let row = ListRow {
            label: label.to_owned(),
            note: note.to_owned(),
            words: "sign mark legend".to_owned(),
            right: sign.to_owned(),
            group: "Signs",
            unfit: Some(format!("This is a sign, and no key. {note}")),
            ..ListRow::default()
        };
        (Command::Help, row)
    })
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

/// Returns a row that says what its command does, and behind that what it needs, where anything is missing.
fn explained(row: ListRow, can: Result<(), String>) -> ListRow {
    let Err(why) = can else {
        return row;
    };
    ListRow {
        unfit: Some(format!("{} {why}", row.note)),
        words: format!("{} {}", row.words, row.note),
        note: String::new(),
        ..row
    }
}

/// Returns all keys of a command in a place.
fn keys(state: &State, scope: Scope, entry: &CommandEntry) -> String {
    // Whoever gives commands by their names has them before the words already.
    if state.keymap.is_by_name() {
        return String::new();
    }
    let keys = state.keymap.keys_in(scope, entry.command);
    let keys: Vec<String> = keys.map(KeySequence::label).collect();
    keys.join(" ")
}
