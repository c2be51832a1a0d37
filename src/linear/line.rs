//! What a line does where no text takes it: a command, a number, a word that is known everywhere, words that wait.

use super::order::{self, Order, OwnWord, PANES, is_of_screen};
use super::session::LinearSession;
use super::view::{LinearView, OpenText, TextEnd, by_number};
use super::{findings, help, telling};
use crate::app::{Command, Message, Overlay, Scope, SearchPlace};

impl LinearSession {
    /// Does a line where no text takes it, or only one that narrows a list.
    pub(super) fn do_line(&mut self, line: &str) {
        let scope = self.state.scope();
        if scope == Scope::Choosing && self.take_called(line) {
            return;
        }
        // A full stop before a command means nothing more where no text is open.
        let order = line.trim().strip_prefix('.').filter(|rest| {
            let first = rest.chars().next();
            first.is_none_or(char::is_alphanumeric)
        });
        if order == Some("") && self.narrows() {
            self.command(Command::SelectAll);
            self.command(Command::EraseBack);
            let now = LinearView::of(&self.state);
            return self.said.extend(telling::listed(&now, 1));
        }
        if order == Some("") {
            return self.say("No text is open that a full stop would end.");
        }
        match order::read(&self.state, order.unwrap_or(line)) {
            Order::Nothing => self.do_nothing(),
            Order::Row(number) => self.take_row(number),
            Order::Command(command, _) | Order::Begun(command) if is_of_screen(command) => {
                self.say(help::of_screen(command));
            }
            Order::Command(command, None) => self.command(command),
            Order::Command(command, Some(number)) => {
                if let Some(why) = findings::refused(&self.state, command, number) {
                    self.say(why);
                } else if self.light(number) {
                    self.command(command);
                }
            }
            Order::Own(own) => self.do_own(own),
            _ if self.chose_at_once(line) => {}
            // Where words narrow a list, only a name that is typed in full is none of them.
            _ if self.narrows() => self.narrow(line),
            // A question of a few answers is answered by one of them.
            Order::Elsewhere(_) | Order::Several(_) | Order::Near(_)
                if scope == Scope::Choosing =>
            {
                self.say("Type the number of an answer; an empty line leaves things as they are.");
            }
            Order::Begun(command) => self.command(command),
            Order::Elsewhere(command) => self.say(help::elsewhere(command)),
            Order::Several(names) => {
                let names = names.join(", ");
                self.say(format!(
                    "Several commands begin so: {names}. Type more of one."
                ));
            }
            Order::Near(name) => self.say(format!(
                "There is no “{}” here; did you mean “{name}”?",
                line.trim()
            )),
            Order::Words => self.take_words(line),
        }
    }

    /// Tells what begins like a line with a Tab behind it; true where that is all that was asked for. In a text, and in what
    /// narrows a list, only behind a full stop.
    pub(super) fn told_what_begins(&mut self, text: Option<&OpenText>, line: &str) -> bool {
        let Some(line) = line.strip_suffix('\t') else {
            return false;
        };
        let line = match (text, line.strip_prefix('.')) {
            (Some(text), Some(behind)) if !text.secret => behind,
            (Some(_), _) => return false,
            (None, behind) => behind.unwrap_or(line),
        };
        let begun = order::begun(&self.state, line);
        // Prose, or a row of a table, with a Tab at its end: words, which are taken or kept as others are.
        let prose = match text {
            Some(_) => line.trim().contains(char::is_whitespace),
            None => line.split_whitespace().count() > 2,
        };
        if begun.is_empty() && prose {
            return false;
        }
        self.said.extend(help::begun(&begun, line));
        true
    }

    /// Returns true where words narrow the list that is open.
    fn narrows(&self) -> bool {
        let text = LinearView::of(&self.state).text;
        text.is_some_and(|text| text.end == TextEnd::Narrows)
    }

    /// Narrows the list that is open.
    fn narrow(&mut self, line: &str) {
        let LinearView { text, at, .. } = LinearView::of(&self.state);
        let before = text.map_or_else(String::new, |text| text.words);
        self.put_in_filter(line.trim());
        if LinearView::of(&self.state).rows().next().is_some() {
            return;
        }
        self.put_in_filter(&before);
        if let Some(at) = at {
            self.light(at + 1);
        }
        let words = line.trim();
        // Somebody who did not hear that a list was opened writes on.
        let kept = match order::is_prose(line) {
            true => {
                self.state.let_wait(words);
                " The words are kept: “waiting” lists them."
            }
            false => "",
        };
        self.say(format!(
            "Nothing here has “{words}”; the list is as it was.{kept} An empty line leaves it."
        ));
    }

    /// Puts words in the place of those that narrow the list.
    fn put_in_filter(&mut self, words: &str) {
        self.give(Message::Command(Command::SelectAll));
        match words {
            "" => self.give(Message::Command(Command::EraseBack)),
            words => self.give(Message::Paste(words.to_owned())),
        }
        self.drain();
    }

    /// Does an empty line: it leaves things as they are.
    fn do_nothing(&mut self) {
        match self.state.scope() {
            Scope::Interrupted => self.command(Command::GoOn),
            _ if !self.state.overlays.is_empty() => self.command(Command::Back),
            _ => self
                .said
                .extend(telling::at_hand(&LinearView::of(&self.state))),
        }
    }

    /// Takes the row of a number: opens it, or chooses it, as Enter does on a screen.
    pub(super) fn take_row(&mut self, number: usize) {
        let taken = by_number(self.state.scope());
        if self.light(number)
            && let Some((command, _)) = taken
        {
            self.command(command);
        }
    }

    /// Goes to the row of a number, and only tells of it.
    pub(super) fn go_to_row(&mut self, number: usize) {
        let before = LinearView::of(&self.state).at;
        if self.light(number) && before == Some(number - 1) {
            let now = LinearView::of(&self.state);
            self.said.extend(telling::at_hand(&now));
        }
    }

    /// Lights the row of a number, as going up and down does. False where there is none.
    pub(super) fn light(&mut self, number: usize) -> bool {
        let view = LinearView::of(&self.state);
        let (rows, scope) = (view.rows().count(), self.state.scope());
        let Some(wanted) = number.checked_sub(1).filter(|at| *at < rows) else {
            self.say(no_number(number, rows));
            return false;
        };
        let (up, down) = match scope {
            Scope::Asking => (Command::CursorUp, Command::CursorDown),
            _ => (Command::Up, Command::Down),
        };
        let steps = match view.at {
            Some(at) if at <= wanted => vec![down; wanted - at],
            Some(at) => vec![up; at - wanted],
            None if scope == Scope::Asking => vec![down; wanted + 1],
            None => [Command::First]
                .into_iter()
                .chain(vec![down; wanted])
                .collect(),
        };
        for step in steps {
            self.give(Message::Command(step));
        }
        self.drain();
        let now = LinearView::of(&self.state);
        now.at == Some(wanted)
    }

    pub(super) fn do_own(&mut self, own: OwnWord) {
        let view = LinearView::of(&self.state);
        match own {
            OwnWord::Help(None) => self.said.extend(help::here(&self.state)),
            OwnWord::Help(Some(command)) => self.said.extend(help::of(&self.state, command)),
            OwnWord::HelpWrong(words) => self.help_wrong(&words),
            OwnWord::HelpAll => self.command(Command::Help),
            OwnWord::Where => {
                self.say(view.title.clone());
                self.said.extend(view.lead.iter().cloned());
                self.said.extend(telling::at_hand(&view));
            }
            OwnWord::List(from) => {
                let many = view.rows().count();
                if from == 1 {
                    self.say(view.title.clone());
                } else if !(1..=many).contains(&from) {
                    return self.say(no_number(from, many));
                }
                self.said.extend(telling::listed(&view, from));
            }
            OwnWord::Read(from) => self.read(&view, from),
            OwnWord::Change(words) => self.change_words(&words),
            OwnWord::Step(forwards) => self.step(forwards),
            OwnWord::GoRow(number) => self.go_to_row(number),
            OwnWord::Go(title) => self.go_to_page(&title),
            OwnWord::Add => self.say("Where a text is open, “.add” goes on behind its words; “add-strength” and its like add a finding."),
        }
    }

    /// Goes to the next row, or the one before; says where there is none.
    fn step(&mut self, forwards: bool) {
        let before = LinearView::of(&self.state);
        self.command(if forwards { Command::Down } else { Command::Up });
        let now = LinearView::of(&self.state);
        if (&now.id, now.at, &now.detail) == (&before.id, before.at, &before.detail) {
            self.say(match forwards {
                true => "Nothing comes after this.",
                false => "Nothing comes before this.",
            });
        }
    }

    /// Goes to the pane of a draft that is called so. False where none is.
    fn go_to_pane(&mut self, title: &str) -> bool {
        let Some((_, scope)) = PANES.into_iter().find(|(name, _)| *name == title) else {
            return false;
        };
        for _ in PANES {
            if self.state.scope() != scope {
                // The other way leads through the fields of a form.
                self.command(Command::PreviousPane);
            }
        }
        true
    }

    /// Goes to a page of the draft by its title, as the list of commands does, and into it; or to a pane.
    fn go_to_page(&mut self, title: &str) {
        if !self.state.overlays.is_empty() || self.state.editor.is_none() {
            return self.say("Pages are those of a draft: leave this first, by an empty line.");
        }
        let before = LinearView::of(&self.state).id;
        if self.go_to_pane(title) {
            if LinearView::of(&self.state).id == before {
                self.say(format!("You are in the {title} already."));
            }
            return;
        }
        self.command(Command::Palette);
        let many = match self.state.overlays.last() {
            Some(Overlay::Palette(palette)) => palette.list.shown().len(),
            _ => 0,
        };
        for _ in 0..many {
            if self.looked_at_page(title) {
                self.command(Command::Choose);
                self.go_to_pane("findings");
                if LinearView::of(&self.state).id == before {
                    self.say(format!("You are at {title} already."));
                }
                return;
            }
            self.give(Message::Command(Command::Down));
        }
        self.command(Command::Back);
    }

    /// Returns true where the lit row of the list of commands leads to the page of this title.
    fn looked_at_page(&self, title: &str) -> bool {
        let (Some(Overlay::Palette(palette)), Some(editor)) =
            (self.state.overlays.last(), &self.state.editor)
        else {
            return false;
        };
        match palette.chosen_place() {
            Some(SearchPlace::Page(page)) => editor.page_title(*page) == title,
            _ => false,
        }
    }
}

/// Says of a number that no row has it.
fn no_number(number: usize, rows: usize) -> String {
    match rows {
        0 => format!("There is nothing with a number here, and so no {number}."),
        _ => format!("There is no {number} here: the numbers go from 1 to {rows}."),
    }
}
