//! What became of each sentence of an old text.

/// The fate of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is spoken again as it was.
    Placed,
    /// It is on record and is not spoken: a recommendation, a heading of the framework, a marking.
    Recorded,
    /// It waits in the tray, since its heading is not certain.
    Waits,
    /// It is kept as a note, since it is no sentence of the statement.
    Noted,
    /// It is in the draft, and would be spoken in these words.
    Differs(String),
    /// It is spoken again as it was, and somewhere else.
    Elsewhere,
}

/// A sentence of an old text, and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldSentence {
    /// The line of the file in which it begins, counted from 1.
    pub line: usize,
    /// Its words.
    pub text: String,
    /// Its fate.
    pub fate: Fate,
    /// The finding that it became; empty where it became none.
    pub finding: String,
}
