//! What was cut or copied, one behind the other, so that what came before the last can be put back too.

/// The most that are kept.
const MOST: usize = 32;

/// The texts that were cut or copied, the last at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cuts {
    all: Vec<String>,
    /// The bytes that were put back by the last key, and how many cuts lie behind what they are.
    put_back: Option<(usize, usize)>,
}

impl Cuts {
    /// Takes note of what was cut or copied; where it `goes_on` with the last, it takes its place.
    pub(super) fn remember(&mut self, text: &str, goes_on: bool) {
        if goes_on || self.all.last().is_some_and(|last| last == text) {
            self.all.pop();
        }
        self.all.push(text.to_owned());
        let over = self.all.len().saturating_sub(MOST);
        self.all.drain(..over);
    }

    /// Takes note that the last was put back, in so many bytes.
    pub(super) fn was_put_back(&mut self, bytes: usize) {
        self.put_back = Some((bytes, 0));
    }

    /// Takes note that another key was pressed than one that puts back.
    pub(super) fn was_left(&mut self) {
        self.put_back = None;
    }

    /// Returns the bytes that were put back by the last key and what takes their place; `None` where that key was another.
    pub(super) fn older(&mut self) -> Option<(usize, String)> {
        let (bytes, behind) = self.put_back?;
        let behind = (behind + 1) % self.all.len().max(1);
        let older = self.all.iter().rev().nth(behind)?.clone();
        self.put_back = Some((older.len(), behind));
        Some((bytes, older))
    }
}
