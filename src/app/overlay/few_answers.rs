//! Questions that a few answers are offered for, as lists that no letter narrows.

use std::path::PathBuf;

use crate::text;

/// The most lines in which it is shown what words are as findings.
const SHOWN: usize = 4;

/// An answer to the question what is to become of what is here where its file is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissingAnswer {
    /// It goes on where the file is now.
    GoOnAt(PathBuf),
    /// The file is written anew where it was.
    WriteAnew,
    /// It is saved under another name.
    SaveAs,
}

/// An answer to what is to become of a misspelt word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpellingAnswer {
    /// It is spelt otherwise.
    Spelling(String),
    /// It is one of the draft's words.
    OfDraft,
    /// It is one of the house's words.
    OfHouse,
    /// It stands here as it is.
    Here,
}

/// Words of many lines that came where no text is open, to be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// The words as they came.
    pub words: String,
    /// The words as findings.
    pub items: Vec<String>,
}

impl Intake {
    /// Returns words that are more than one finding; `None` where they are not.
    pub(in crate::app) fn of(words: &str) -> Option<Self> {
        let items = text::items(words);
        let words = words.to_owned();
        (items.len() > 1).then_some(Self { words, items })
    }

    /// Returns the words as one finding.
    pub(in crate::app) fn as_one(&self) -> String {
        text::paste(&self.words, false).text
    }

    /// Returns the texts that an answer gives.
    pub(in crate::app) fn texts(&self, answer: usize) -> Vec<String> {
        match answer {
            0 => self.items.clone(),
            1 => vec![self.as_one()],
            _ => Vec::new(),
        }
    }

    /// Returns what an answer gives, for people.
    pub(super) fn shown(&self, answer: usize) -> String {
        match answer {
            0 => {
                let most = match self.items.len() {
                    many if many > SHOWN => SHOWN - 1,
                    many => many,
                };
                let more = self.items.len() - most;
                let more = (more > 0).then(|| format!("… and {more} more"));
                let items = self.items.iter().take(most);
                let items = items.map(|item| format!("• {item}")).chain(more);
                items.collect::<Vec<_>>().join("\n")
            }
            1 => self.as_one(),
            _ => "Nothing is done: they wait until they are put in somewhere.".to_owned(),
        }
    }
}
