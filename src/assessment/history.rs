//! Undo and redo without limit.

use super::taken_back::not_standing;
use super::{
    Assessment, Edit, EditError, Editable, HistoryEntry, PlacedWords, Touched, WordsTakenBack,
};

/// Edits that are undone together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step<E = Edit> {
    /// The edits, in the order in which they were made.
    pub edits: Vec<E>,
    /// The words that waited for a place until it put them in. They wait again while it is taken back.
    pub placed: Vec<PlacedWords>,
    /// True where another program did it while the document was closed here, and it was taken in at the opening.
    pub of_another: bool,
}

/// The steps that were done and undone.
#[derive(Clone, Debug)]
pub struct History<D: Editable = Assessment> {
    done: Vec<Step<D::Edit>>,
    undone: Vec<Step<D::Edit>>,
    open: bool,
    /// True where it was told that the next step back is another program's.
    stopped: bool,
    log: Vec<HistoryEntry<D::Edit>>,
    /// The words that were taken back, and to which redo leads no more.
    taken_back: Vec<WordsTakenBack>,
}

impl<D: Editable> Default for History<D> {
    fn default() -> Self {
        Self {
            done: Vec::new(),
            undone: Vec::new(),
            open: false,
            stopped: false,
            log: Vec::new(),
            taken_back: Vec::new(),
        }
    }
}

impl<D: Editable> History<D> {
    /// Makes an edit and remembers it. With `together` it joins the step before, unless that has been
    /// closed: a word typed letter by letter is undone whole. What was undone can be made again no more.
    ///
    /// # Errors
    /// The edit does not fit the document; nothing is then changed or remembered.
    pub fn make(
        &mut self,
        edit: D::Edit,
        together: bool,
        document: &mut D,
    ) -> Result<(), EditError> {
        let taken_back = self.words_taken_back(document);
        document.apply(&edit)?;
        self.taken_back.extend(taken_back);
        let joined = together && self.open && !self.done.is_empty();
        self.log.push(HistoryEntry::Edit {
            edit: edit.clone(),
            joined,
        });
        self.remember(edit, together);
        Ok(())
    }

    /// Ends the step: what is made from here on is undone by itself.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Opens the last step again: what is made next with `together` joins it.
    pub fn reopen(&mut self) {
        self.open = true;
    }

    /// Takes the last step back and returns it, or `None` where there is none, or where one of its edits does not fit.
    /// The document and the step are then as they were.
    pub fn undo(&mut self, document: &mut D) -> Option<Step<D::Edit>> {
        self.open = false;
        self.stopped = false;
        let step = self.done.last()?;
        apply_all(step.edits.iter().rev().map(D::inverse), document)?;
        self.log.push(HistoryEntry::Undo);
        self.remember_undo();
        self.undone.last().cloned()
    }

    /// Makes the step that was last taken back again, and returns it, or `None` where there is none, or where one of
    /// its edits does not fit. The document and the step are then as they were.
    pub fn redo(&mut self, document: &mut D) -> Option<Step<D::Edit>> {
        self.open = false;
        let step = self.undone.last()?;
        apply_all(step.edits.iter().cloned(), document)?;
        self.log.push(HistoryEntry::Redo);
        self.remember_redo();
        self.done.last().cloned()
    }

    /// Remembers an edit that the document already holds: for a history that is read back.
    ///
    /// What was undone before is forgotten, as with [`History::make`]. With `together` it joins the
    /// step before while that is open, which it is until it is closed or a step is undone or redone.
    pub fn remember(&mut self, edit: D::Edit, together: bool) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(step) if together && self.open => step.edits.push(edit),
            _ => self.done.push(Step {
                edits: vec![edit],
                placed: Vec::new(),
                of_another: false,
            }),
        }
        self.open = true;
        self.stopped = false;
    }

    /// Takes note that the last step is what another program did. It is no part of what is done here next.
    pub fn was_of_another(&mut self) {
        if self.remember_of_another() {
            self.log.push(HistoryEntry::OfAnother);
        }
    }

    /// Remembers that the last step is what another program did. False where there is none.
    pub fn remember_of_another(&mut self) -> bool {
        self.open = false;
        let step = self.done.last_mut();
        step.map(|step| step.of_another = true).is_some()
    }

    /// Returns true where the next step back is another program's and nobody was told so yet: then it is not taken, and
    /// the next time it is.
    pub fn stops_at_another(&mut self) -> bool {
        let is_of_another = self.done.last().is_some_and(|step| step.of_another);
        is_of_another && !std::mem::replace(&mut self.stopped, true)
    }

    /// Remembers that the last step was taken back, in a document from which it is already gone.
    /// False where there is none.
    pub fn remember_undo(&mut self) -> bool {
        self.open = false;
        let step = self.done.pop();
        let some = step.is_some();
        self.undone.extend(step);
        some
    }

    /// Remembers that the step last taken back was made again, in a document that already holds it.
    /// False where there is none.
    pub fn remember_redo(&mut self) -> bool {
        self.open = false;
        let step = self.undone.pop();
        let some = step.is_some();
        self.done.extend(step);
        some
    }

    /// Remembers that the last step put in words that had waited for a place.
    pub fn placed(&mut self, words: PlacedWords) {
        if let Some(step) = self.done.last_mut()
            && !step.placed.contains(&words)
        {
            step.placed.push(words);
        }
    }

    /// Returns what was done since the last call, for the journal.
    pub fn take_log(&mut self) -> Vec<HistoryEntry<D::Edit>> {
        std::mem::take(&mut self.log)
    }

    /// Returns the words that were taken back and to which redo leads no more, since this was asked last.
    pub fn take_taken_back(&mut self) -> Vec<WordsTakenBack> {
        std::mem::take(&mut self.taken_back)
    }

    /// Takes the place of another history, of the same document before it was opened once more: the words to which the redo
    /// of that one led, and this one's does not, are taken back for good. `left` is the document as that one left it.
    pub fn succeed(&mut self, document: &D, before: &mut Self, left: &D) {
        let mut lost = std::mem::take(&mut before.taken_back);
        lost.extend(before.words_taken_back(left));
        let reached = self.words_taken_back(document);
        let lost = not_standing(lost, |each| {
            document.each_text(each);
            reached.iter().for_each(|one| each(&one.text));
        });
        self.taken_back.extend(lost);
    }

    /// Returns the texts to which the next edit takes the way: those that stood anywhere on it, and stand in the document
    /// no more.
    fn words_taken_back(&self, document: &D) -> Vec<WordsTakenBack> {
        if self.undone.is_empty() {
            return Vec::new();
        }
        let (found, _) = self.touched(document).into_found();
        // What stands in another place is not gone.
        let found = not_standing(found, |each| document.each_text(each));
        match found.len() {
            0..=FEW => apart(found),
            _ => found,
        }
    }

    /// Goes the way that was taken back, and compares what each edit touched where most of it stood.
    fn touched(&self, document: &D) -> Touched {
        let mut later = document.clone();
        let mut touched = Touched::default();
        let mut erasing = false;
        for step in self.undone.iter().rev() {
            let puts_in = step.edits.iter().any(D::puts_in);
            let takes_out = step.edits.iter().any(|it| D::puts_in(&D::inverse(it)));
            // Of what is erased word by word, all that stood there first.
            if takes_out && !erasing {
                document.compare(&later, &mut touched);
            }
            erasing = takes_out && !puts_in;
            let mut edits = step.edits.iter();
            if edits.any(|edit| later.touch(edit, &mut touched).is_err()) {
                break;
            }
        }
        document.compare(&later, &mut touched);
        touched
    }

    /// Returns the step that would be taken back next, or made again.
    pub fn next(&self, back: bool) -> Option<&Step<D::Edit>> {
        match back {
            true => self.done.last(),
            false => self.undone.last(),
        }
    }

    /// Returns the steps that can be taken back, the oldest first.
    pub fn steps(&self) -> &[Step<D::Edit>] {
        &self.done
    }

    /// Returns the number of steps that can be taken back.
    pub fn depth(&self) -> usize {
        self.done.len()
    }
}

/// The most texts that are each compared with every other.
const FEW: usize = 100;

/// Leaves out the texts that others of them have in theirs.
fn apart(all: Vec<WordsTakenBack>) -> Vec<WordsTakenBack> {
    let mut kept: Vec<WordsTakenBack> = Vec::new();
    for one in all {
        if !kept.iter().any(|it| it.text.contains(&one.text)) {
            kept.retain(|it| !one.text.contains(&it.text));
            kept.push(one);
        }
    }
    kept
}

/// Makes all the edits in order, or none: where one does not fit, those before it are taken back.
fn apply_all<D: Editable>(edits: impl Iterator<Item = D::Edit>, document: &mut D) -> Option<()> {
    let mut made: Vec<D::Edit> = Vec::new();
    for edit in edits {
        if document.apply(&edit).is_err() {
            for edit in made.iter().rev() {
                // What has just been made fits backwards.
                let _ = document.apply(&D::inverse(edit));
            }
            return None;
        }
        made.push(edit);
    }
    Some(())
}

#[cfg(test)]
mod tests;
