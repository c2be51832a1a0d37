//! Steps inside of a text that nobody sees: the words that one passed, selected, took out or put in, and where that led.

use super::session::LinearSession;
use super::view::TextEnd;
use crate::app::{Command, Message, Overlay, State};
use crate::text::{erased_at, splice_between, truncate};

/// The most characters of a text that are told.
const TOLD: usize = 80;

/// The text that is typed in, and the cursor in it, before a step.
pub(super) struct CursorBefore {
    field: (usize, String),
    text: String,
    at: usize,
    selected: Option<String>,
}

impl CursorBefore {
    /// Returns the text and the cursor of what is typed in; none of a secret.
    pub(super) fn of(state: &State) -> Option<Self> {
        let depth = state.overlays.len();
        let (name, text, cursor) = match (state.overlays.last(), &state.editor) {
            (Some(Overlay::Question(question)), _) if question.asked.is_secret() => return None,
            (Some(overlay), _) => {
                let field = overlay.field()?;
                (String::new(), field.text(), field.cursor())
            }
            (None, editor) => {
                let editor = editor.as_deref()?;
                let typing = editor.typing.as_ref()?;
                let text = editor.assessment.text(&typing.place).unwrap_or_default();
                (format!("{:?}", typing.place), text, &typing.cursor)
            }
        };
        let selected = cursor.selection().and_then(|range| text.get(range));
        Some(Self {
            field: (depth, name),
            text: text.to_owned(),
            at: cursor.at(),
            selected: selected.filter(|it| !it.is_empty()).map(str::to_owned),
        })
    }

    /// Returns what stands before the cursor, and what behind it.
    pub(super) fn around(&self) -> (&str, &str) {
        self.text.split_at_checked(self.at).unwrap_or_default()
    }

    /// Returns true where the cursor is not at the end.
    pub(super) fn is_inside(&self) -> bool {
        self.at < self.text.len()
    }

    /// Returns what became of it by a step; `None` where something else is typed in now.
    pub(super) fn told(&self, now: &Self) -> Option<String> {
        if self.field != now.field {
            return None;
        }
        let stands = now.stands();
        let (removed, inserted) = differing(&self.text, &now.text, now.at);
        let (removed, inserted) = (removed.as_str(), inserted.as_str());
        Some(match (removed.trim(), inserted.trim()) {
            _ if self.text != now.text => match (removed, inserted) {
                (removed, "") => format!("Taken out: {}. You stand {stands}.", quoted(removed)),
                ("", inserted) => format!("Put in: {}. You stand {stands}.", quoted(inserted)),
                (removed, inserted) => {
                    format!(
                        "{} is {} now. You stand {stands}.",
                        quoted(removed),
                        quoted(inserted)
                    )
                }
            },
            _ if self.selected != now.selected => match &now.selected {
                Some(words) => format!("Selected: {}.", quoted(words)),
                None => format!("Nothing is selected any more. You stand {stands}."),
            },
            _ if self.at != now.at => {
                let passed = self.text.get(self.at.min(now.at)..self.at.max(now.at));
                match passed.unwrap_or_default() {
                    passed if passed.trim().is_empty() => format!("You stand {stands}."),
                    passed => format!("Passed: {}. You stand {stands}.", quoted(passed)),
                }
            }
            _ => format!("Nothing there: you stand {stands}."),
        })
    }

    /// Returns where the cursor stands, in words.
    fn stands(&self) -> String {
        let (behind, before) = self.around();
        let last = behind.split_whitespace().next_back();
        let next = before.split_whitespace().next();
        let inside =
            behind.ends_with(char::is_alphanumeric) && before.starts_with(char::is_alphanumeric);
        match (last, next) {
            (None, None) => "in an empty text".to_owned(),
            (Some(last), None) => format!("at the end, behind “{last}”"),
            (None, Some(next)) => format!("at the beginning, before “{next}”"),
            (Some(last), Some(next)) if inside => {
                format!("inside of “{last}{next}”, behind “{last}”")
            }
            (Some(_), Some(next)) => format!("before “{next}”"),
        }
    }
}

fn quoted(words: &str) -> String {
    match words.trim() {
        "" => "a blank".to_owned(),
        words => format!("“{}”", truncate(words, TOLD)),
    }
}

/// Returns what of a text is gone, and what is in its place now that the cursor stands there.
fn differing(before: &str, now: &str, cursor: usize) -> (String, String) {
    let erased = erased_at(before, now, cursor).and_then(|range| before.get(range));
    let splice = || splice_between(before, now).map(|it| (it.removed, it.inserted));
    match erased {
        Some(erased) => (erased.to_owned(), String::new()),
        None => splice().unwrap_or_default(),
    }
}

/// Returns true for a command that goes about in a text, or changes it, and does nothing else.
fn is_step(command: Command) -> bool {
    use Command::{
        Done, EditOutside, ForgetWaiting, Next, NextField, PreviousField, Split, Waiting,
    };
    let leads_on = matches!(
        command,
        Done | EditOutside | ForgetWaiting | Next | NextField | PreviousField | Split | Waiting
    );
    command.entry().group == "Typing" && !leads_on
}

impl LinearSession {
    /// Does a command where a text is open, and tells what a step inside of it came to.
    pub(super) fn step_in_text(&mut self, command: Command) {
        let before = CursorBefore::of(&self.state);
        self.command(command);
        let is_told = is_step(command) && self.state.status.is_none();
        let Some((before, now)) = before
            .zip(CursorBefore::of(&self.state))
            .filter(|_| is_told)
        else {
            return;
        };
        // What is typed next goes in there, once a step was made.
        self.typed.inside = now.is_inside();
        self.typed.behind |= !now.is_inside() && before.is_inside();
        if let Some(told) = before.told(&now) {
            self.say(told);
        }
    }

    /// Puts other words in the place of some of the text that is open.
    pub(super) fn change_words(&mut self, words: &str) {
        let (old, new) = words.split_once(" /").unwrap_or((words, ""));
        let (old, new) = (old.trim(), new.trim());
        let view = super::view::LinearView::of(&self.state);
        let Some(text) = view
            .text
            .as_ref()
            .filter(|it| it.end != TextEnd::Narrows && !it.secret)
        else {
            return self.say(
                "“.change OLD / NEW” is for a text that is open: “edit 3” opens that of row 3.",
            );
        };
        let many = match old.is_empty() {
            true => 0,
            false => text.words.matches(old).count(),
        };
        let Some((before, behind)) = text.words.split_once(old).filter(|_| many == 1) else {
            return self.say(match many {
                0 => format!("Nothing was changed: “{old}” does not stand in this text. “.read” reads it."),
                many => format!("Nothing was changed: “{old}” stands there {many} times. Type more of the words around it."),
            });
        };
        // Nothing in the place of words leaves one blank where two met.
        let behind = match new.is_empty() && (before.is_empty() || before.ends_with(' ')) {
            true => behind.strip_prefix(' ').unwrap_or(behind),
            false => behind,
        };
        let before = match new.is_empty() && behind.is_empty() {
            true => before.trim_end(),
            false => before,
        };
        let now = format!("{before}{new}{behind}");
        self.give(Message::Command(Command::SelectAll));
        self.give(Message::Paste(now));
        self.drain();
        if self.state.status.as_ref().is_some_and(|status| status.bad) {
            return;
        }
        self.say(match new {
            "" => format!("“{old}” is taken out."),
            new => format!("“{old}” is “{new}” now."),
        });
        let view = super::view::LinearView::of(&self.state);
        if let Some(text) = &view.text {
            self.said.push(format!("It says: “{}”", text.words));
        }
        match text.end {
            TextEnd::Line => self.done(),
            TextEnd::Answer => self.say("A full stop alone takes it."),
            _ => self.typed.many += 1,
        }
    }
}
