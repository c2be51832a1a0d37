//! Long answers in parts, for a person at a terminal: what does not fit into one is said when it is asked for.

/// The most lines of a part.
const PART: usize = 20;
/// The most lines behind a part that are said with it: nothing is gained by asking for a few, and a list that tells its
/// first rows, and how it goes on, is one part.
const FEW: usize = 7;

/// The lines of an answer that are still to be said.
#[derive(Debug, Default)]
pub(super) struct AnswerParts {
    rest: Vec<String>,
}

impl AnswerParts {
    /// Returns the first part of an answer; what was left of another is let go of.
    pub(super) fn first(&mut self, said: Vec<String>) -> Vec<String> {
        let mut said = said;
        self.rest = match said.len() > PART + FEW {
            true => said.split_off(PART),
            false => Vec::new(),
        };
        said
    }

    /// Returns all that was not said yet.
    pub(super) fn rest(&mut self) -> Vec<String> {
        std::mem::take(&mut self.rest)
    }

    /// Returns what stands before the next line where there is more to be said.
    pub(super) fn prompt(&self) -> Option<String> {
        match self.rest.len() {
            0 => None,
            more => Some(format!("{more} more lines, Enter goes on>")),
        }
    }
}
