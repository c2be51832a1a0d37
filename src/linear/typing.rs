//! What a line does where a text is open: it is words.

use super::help;
use super::order::{self, Order, OwnWord, is_of_screen};
use super::session::LinearSession;
use super::steps::CursorBefore;
use super::telling;
use super::typed::TypedLines;
use super::view::{LinearView, OpenText, TextEnd};
use crate::app::{Command, Message, Overlay, Scope, State};
use crate::assessment::{Date, Shape};
use crate::text::same;

impl LinearSession {
    /// Does a line where a text is open: it is words, but for what begins with a full stop.
    pub(super) fn do_in_text(&mut self, text: &OpenText, line: &str) {
        if self.typed.id != text.id {
            self.typed = TypedLines {
                id: text.id.clone(),
                ..TypedLines::default()
            };
        }
        let trimmed = line.trim();
        match line.strip_prefix('.') {
            _ if text.secret => match line.is_empty() {
                true => self.command(Command::Back),
                false => self.put_and_answer(text, line),
            },
            Some("") => self.end_text(text),
            Some(rest) if as_words(rest).is_some() => {
                self.typed.doubted = String::new();
                self.take_words_of(text, as_words(rest).unwrap_or_default());
            }
            Some(rest) if rest.starts_with('.') => self.take_text(text, rest),
            Some(rest) if !rest.starts_with(char::is_whitespace) => {
                self.do_dotted(text, line, rest.trim());
            }
            _ if trimmed.is_empty() => self.leave_text(text),
            _ => self.take_text(text, line),
        }
    }

    /// Does a command that is given where a text is open, or takes the name of a number that is offered.
    fn do_dotted(&mut self, text: &OpenText, line: &str, order: &str) {
        if let Some(command) = self.numbered_elsewhere(order) {
            return self.say(help::elsewhere(command));
        }
        match order::read(&self.state, order) {
            Order::Row(number) => self.take_offer(text, number),
            Order::Command(command, _) | Order::Begun(command) if is_of_screen(command) => {
                self.say(help::of_screen(command));
            }
            Order::Command(command, None) | Order::Begun(command) => self.step_in_text(command),
            Order::Command(command, Some(_)) => self.say(format!(
                "Nothing was done: “.{}” takes no number here.",
                command.entry().name
            )),
            Order::Own(OwnWord::Add) => {
                self.typed.behind = true;
                self.typed.inside = false;
                self.say("What you type now goes on behind the words that stand there.");
            }
            Order::Own(own) => self.do_own(own),
            Order::Words if order.contains(char::is_whitespace) => {
                match order::with_words(&self.state, order) {
                    Some(with) => self.do_with_words(&with, line),
                    None => self.take_text(text, line),
                }
            }
            Order::Elsewhere(command) => self.say(help::elsewhere(command)),
            Order::Several(names) => {
                let names = names.join(", ");
                self.say(format!("Several commands begin so: {names}. Type more of one."));
            }
            Order::Near(name) => {
                self.say(format!("There is no “{order}” here; did you mean “.{name}”? It was not taken as words."));
            }
            Order::Words | Order::Nothing => self.say(format!(
                "There is no command “{order}”, and it was not taken as words: a line of words that begins with a full stop begins with two."
            )),
        }
    }

    /// Returns the command of another place that is given with a number: "delete 3".
    fn numbered_elsewhere(&self, order: &str) -> Option<Command> {
        let (name, number) = order.rsplit_once(char::is_whitespace)?;
        number.parse::<usize>().ok()?;
        match order::read(&self.state, name.trim()) {
            Order::Elsewhere(command) => Some(command),
            _ => None,
        }
    }

    /// Takes the offered name of a number.
    fn take_offer(&mut self, text: &OpenText, number: usize) {
        let many = text.offers.len();
        let Some(wanted) = number.checked_sub(1).filter(|at| *at < many) else {
            if text.end == TextEnd::Answer {
                return self.take_row(number);
            }
            return self.say(match many {
                0 => "No names are offered here.".to_owned(),
                _ => format!("There is no .{number}: the names go from .1 to .{many}."),
            });
        };
        let steps = match text.lit {
            Some(at) if at <= wanted => wanted - at,
            Some(at) => wanted + many - at,
            None => wanted + 1,
        };
        for _ in 0..steps {
            self.give(Message::Command(Command::CursorDown));
        }
        self.drain();
        let row = |state: &State| state.editor.as_ref().map(|editor| editor.row);
        let before = row(&self.state);
        self.command(Command::Next);
        // A field is answered by itself, and the next is asked for by its number.
        if text.end == TextEnd::Line && row(&self.state) > before {
            self.done();
            self.command(Command::Up);
        }
        let name = text.offers.get(wanted).map_or("", String::as_str);
        self.say(format!("Taken: {}.", name.trim()));
    }

    /// Ends a text as it stands, or takes what stands in a question for the answer.
    fn end_text(&mut self, text: &OpenText) {
        match text.end {
            TextEnd::Answer => {
                // As it is typed, whatever is offered in its place.
                let rows = LinearView::of(&self.state).rows().count();
                if rows > 0 {
                    self.light(rows);
                }
                self.command(Command::Answer);
            }
            _ => self.done(),
        }
    }

    /// Leaves a text as it is.
    fn leave_text(&mut self, text: &OpenText) {
        match text.end {
            TextEnd::Answer => self.command(Command::Back),
            TextEnd::FullStop if self.typed.many > 0 => {
                self.say("The text is still open: a full stop alone ends it.");
            }
            _ => self.done(),
        }
    }

    /// Stops typing; what is offered is let go of first.
    pub(super) fn done(&mut self) {
        self.typed = TypedLines::default();
        for _ in 0..2 {
            if self.state.scope() == Scope::Typing {
                self.command(Command::Done);
            }
        }
    }

    /// Takes a line as words of the text that is open.
    fn take_text(&mut self, text: &OpenText, line: &str) {
        if !self.doubts(text, line) {
            self.take_words_of(text, line);
        }
    }

    /// Takes words as words, whatever they are.
    fn take_words_of(&mut self, text: &OpenText, line: &str) {
        match text.end {
            TextEnd::Answer => self.put_and_answer(text, line),
            _ => self.put_in_place(text, line),
        }
    }

    /// Takes no name of a command, with a number or without one, for an answer, a field, or the first words of a text: who was
    /// not heard says it once more, so that it is taken as words only where that is said. Where words stand before it in a
    /// text of many lines, it may be the last of a sentence.
    fn doubts(&mut self, text: &OpenText, line: &str) -> bool {
        // Whoever goes on with other words may have meant it as one.
        let doubted = std::mem::take(&mut self.typed.doubted);
        self.state.keep_earlier(&doubted);
        if self.doubts_number(text, line) {
            return true;
        }
        let view = LinearView::of(&self.state);
        let mut offered = text.offers.iter().map(String::as_str).chain(view.rows());
        let goes_on = text.end == TextEnd::FullStop && self.typed.many > 0;
        let name = match order::called(&self.state, line) {
            Some(name) if !goes_on => name,
            _ => return false,
        };
        if offered.any(|offer| same(offer, line)) {
            return false;
        }
        let words = line.trim();
        let way = match order::read(&self.state, name) {
            order
                if name == "go"
                    || matches!(order, Order::Elsewhere(_) | Order::Own(OwnWord::Go(_))) =>
            {
                "has its place outside of this text, which an empty line leaves".to_owned()
            }
            _ => format!("is given here by “.{name}”"),
        };
        self.say(format!(
            "“{words}” was not taken: it is the name of a command, which {way}. To have it as words, type “.words {words}”."
        ));
        self.typed.doubted = words.to_owned();
        true
    }

    /// Takes no number alone for the first words of a text: somebody who did not hear that one was opened means a row.
    fn doubts_number(&mut self, text: &OpenText, line: &str) -> bool {
        let words = line.trim();
        let is_row = |words: &str| words.len() < 3 && words.parse::<usize>().is_ok();
        let editor = self.state.editor.as_deref();
        let shape = editor
            .and_then(|it| it.typing.as_ref())
            .map(|it| it.place.shape());
        let in_words = matches!(shape, Some(Shape::Prose | Shape::Line)) && text.end.is_in_place();
        if self.typed.many > 0 || !in_words || !is_row(words) || is_row(text.words.trim()) {
            return false;
        }
        self.say(format!(
            "“{words}” was not taken: a number alone is that of a row, and a text is open, which an empty line leaves. To have it as words, type “.words {words}”."
        ));
        self.typed.doubted = words.to_owned();
        true
    }

    /// Puts a line into a question, and takes it for the answer where nothing is offered in its place.
    fn put_and_answer(&mut self, text: &OpenText, line: &str) {
        // A number is that of a name that is offered.
        if !text.secret
            && let Ok(number) = line.trim().parse::<usize>()
            && (1..=LinearView::of(&self.state).rows().count()).contains(&number)
        {
            return self.take_row(number);
        }
        self.give(Message::Command(Command::SelectAll));
        self.give(Message::Paste(line.to_owned()));
        self.drain();
        let list = match self.state.overlays.last() {
            Some(Overlay::Question(question)) => &question.field.offers.list,
            _ => return,
        };
        let many = list.shown().len();
        let words = day_of(line).unwrap_or_else(|| line.trim().to_owned());
        let called = list.shown().position(|row| same(&row.label, &words));
        match called {
            _ if many == 0 => self.command(Command::Answer),
            Some(at) => {
                if self.light(at + 1) {
                    self.command(Command::Answer);
                }
            }
            None => {
                self.say(format!(
                    "Names that “{}” may mean; a number takes one, a full stop alone takes the words as typed:",
                    line.trim()
                ));
                // What is other than it was is told by itself.
                let now = LinearView::of(&self.state);
                if self.is_told(&now) {
                    self.said.extend(telling::listed(&now, 1));
                }
            }
        }
    }

    /// Puts words in at the cursor, with a blank where they come beside others.
    fn put_in_here(&mut self, words: &str) {
        let around = CursorBefore::of(&self.state);
        let (behind, before) = around.as_ref().map_or(("", ""), CursorBefore::around);
        let blank = |beside: bool| if beside { " " } else { "" };
        let first = blank(behind.ends_with(|it: char| !it.is_whitespace()));
        let last = blank(before.starts_with(char::is_alphanumeric));
        self.give(Message::Paste(format!("{first}{words}{last}")));
    }

    /// Puts a line into the text that is typed in place.
    fn put_in_place(&mut self, text: &OpenText, line: &str) {
        // Where one of several names was waited for, the next line is another answer, and no more of the first.
        let first = (self.typed.many == 0 || self.typed.held) && !self.typed.behind;
        let words = line.trim();
        let inside = std::mem::take(&mut self.typed.inside);
        if inside {
            self.put_in_here(words);
        } else if first && !text.words.is_empty() {
            self.give(Message::Command(Command::SelectAll));
            self.give(Message::Paste(words.to_owned()));
        } else {
            self.give(Message::Command(Command::TextEnd));
            let blank = !text.words.is_empty() && !text.words.ends_with(char::is_whitespace);
            let blank = if blank { " " } else { "" };
            self.give(Message::Paste(format!("{blank}{words}")));
        }
        self.drain();
        self.typed.many += 1;
        if self.state.status.as_ref().is_some_and(|status| status.bad) {
            return;
        }
        if self.typed.many > 1
            && let Some(name) = order::called(&self.state, words)
        {
            self.say(format!(
                "“{words}” was taken as words; “.{name}” is the command, “.undo” takes words back."
            ));
        }
        let view = LinearView::of(&self.state);
        let Some(now) = &view.text else {
            return;
        };
        let called = now.offers.iter().position(|offer| same(offer, words));
        match (now.end, now.offers.is_empty(), called) {
            (TextEnd::Line, false, Some(at)) => self.take_offer(now, at + 1),
            // A day is taken as people write it: what is offered is the same day.
            (TextEnd::Line, false, None) if day_of(words).is_some() => self.done(),
            (TextEnd::Line, false, None) if !self.typed.held => {
                self.typed.held = true;
                self.say("Names that this may mean; a full stop and its number takes one, an empty line leaves what you typed:");
                self.said.extend(telling::offers(&view));
            }
            (TextEnd::Line, ..) => {
                let was = text.words.trim();
                if first && !was.is_empty() && was != words {
                    self.say(format!("In place of “{was}”; “undo” brings that back."));
                }
                self.done();
            }
            _ => {
                let what = if inside {
                    "Put in where you stood. ".to_owned()
                } else if first && !text.words.is_empty() {
                    format!(
                        "Taken in place of “{}”; “undo” brings that back. ",
                        text.words
                    )
                } else {
                    "Taken. ".to_owned()
                };
                let end = match self.typed.many {
                    1 => "More lines may follow; a full stop alone ends it.",
                    _ => "It is still open.",
                };
                self.say(format!("{what}{end}").trim());
                self.said.extend(telling::offers(&view));
            }
        }
    }
}

/// Returns the words of a line that says that they are words.
fn as_words(order: &str) -> Option<&str> {
    let (first, words) = order.split_once(char::is_whitespace)?;
    (same(first, "words") && !words.trim().is_empty()).then_some(words.trim())
}

/// Returns a day as a draft writes it, where words are one.
fn day_of(words: &str) -> Option<String> {
    Date::read(words.trim()).map(|day| day.to_string())
}
