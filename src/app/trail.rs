//! Where one was in the open draft: a jump remembers from where it was made, so that one goes back and forward again;
//! and each draft is opened again where it was left while the program ran.
//!
//! Places are known by what stands there, and so stay right when other things come in. Going about step by step is no
//! jump: only from where such a walk began is remembered.

use std::collections::BTreeMap;

use super::command::Command;
use super::editor::{DraftEditor, EditorRow, Page};
use super::layout::Pane;
use crate::assessment::Address;

/// The most places that are remembered.
const MOST: usize = 100;

/// A place in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    page: Page,
    pane: Pane,
    /// The value that the row of the cursor stands for.
    on: Option<Address>,
    sentence: (usize, usize),
}

/// The places from which jumps were made, those last that were made last.
#[derive(Debug, Default)]
pub(super) struct Trail {
    back: Vec<Spot>,
    forward: Vec<Spot>,
    /// True where the last command walked from page to page.
    walking: bool,
    /// The places in which drafts were left, by their identities.
    left: BTreeMap<String, Spot>,
}

impl Trail {
    /// Remembers a place from which a command led to where the cursor is now.
    pub(super) fn remember(&mut self, from: Spot, editor: &DraftEditor, command: Command) {
        if matches!(command, Command::GoBack | Command::GoForward) {
            return;
        }
        let to = editor.spot();
        let walks = matches!(
            command,
            Command::NextHeading | Command::PreviousHeading | Command::Up | Command::Down
        );
        let jumps = from.page != to.page || (leads_elsewhere(command) && from != to);
        let again = std::mem::replace(&mut self.walking, walks) && walks;
        if jumps && !again {
            self.forward.clear();
            self.back.push(from);
            let over = self.back.len().saturating_sub(MOST);
            self.back.drain(..over);
        }
    }

    /// Goes back to where the last jump was made from, or forward again.
    pub(super) fn go(&mut self, editor: &mut DraftEditor, back: bool) {
        let (from, to) = match back {
            true => (&mut self.back, &mut self.forward),
            false => (&mut self.forward, &mut self.back),
        };
        if let Some(spot) = from.pop() {
            to.push(editor.spot());
            editor.go_to_spot(&spot);
        }
    }

    /// Remembers where a draft is left, and forgets the jumps in it.
    pub(super) fn leave(&mut self, editor: &DraftEditor) {
        let id = editor.assessment.head.id.clone();
        self.left.insert(id, editor.spot());
        self.back.clear();
        self.forward.clear();
    }

    /// Goes to where a draft was left, where it was.
    pub(super) fn resume(&self, editor: &mut DraftEditor) {
        if let Some(spot) = self.left.get(&editor.assessment.head.id) {
            editor.go_to_spot(spot);
        }
    }

    /// Returns true where there is a place to go to.
    pub(super) fn has(&self, back: bool) -> bool {
        match back {
            true => !self.back.is_empty(),
            false => !self.forward.is_empty(),
        }
    }
}

/// Returns true for a command that leads to what is somewhere else, and it may be on the same page.
fn leads_elsewhere(command: Command) -> bool {
    matches!(
        command,
        Command::GoToFound
            | Command::GoThere
            | Command::NextProblem
            | Command::PreviousProblem
            | Command::ShowSource
    )
}

impl DraftEditor {
    /// Returns where the cursor is.
    pub(super) fn spot(&self) -> Spot {
        let place = self.current().and_then(EditorRow::place);
        Spot {
            page: self.page,
            pane: self.pane,
            on: place.and_then(|place| self.assessment.address_of(&place)),
            sentence: self.sentence,
        }
    }

    /// Goes to a place, or as near to it as there is still something.
    fn go_to_spot(&mut self, spot: &Spot) {
        self.stop_typing();
        if self.pages().contains(&spot.page) {
            self.turn_page(spot.page);
        }
        let place = spot.on.as_ref().and_then(|on| self.assessment.place_of(on));
        if let Some(place) = place {
            self.show(&place);
        }
        self.pane = spot.pane;
        if self.document().sentence(spot.sentence).is_some() {
            self.sentence = spot.sentence;
        }
    }
}
