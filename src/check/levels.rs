//! The weights of rules that a user has set.

use std::collections::HashMap;

use super::{Problem, Rule, Severity};

/// The weight of a rule: a severity, or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Its problems are reported with this severity.
    Weight(Severity),
    /// Its problems are not reported.
    Off,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 4] = [
        Self::Weight(Severity::Error),
        Self::Weight(Severity::Warning),
        Self::Weight(Severity::Advice),
        Self::Off,
    ];

    /// Returns its word in the settings.
    pub fn word(self) -> &'static str {
        match self {
            Self::Weight(severity) => severity.word(),
            Self::Off => "off",
        }
    }

    /// Returns the level of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// The rules whose weight differs from the table's, and the words that the house has besides those of the dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    of: HashMap<Rule, Level>,
    /// Words that are spelt right in every draft, with blanks between them.
    pub words: String,
}

impl Levels {
    /// Sets the weight of a rule.
    pub fn set(&mut self, rule: Rule, level: Level) {
        match level == Level::Weight(rule.entry().severity) {
            true => self.of.remove(&rule),
            false => self.of.insert(rule, level),
        };
    }

    /// Returns the weight of a rule.
    pub fn of(&self, rule: Rule) -> Level {
        let settled = self.of.get(&rule).copied();
        settled.unwrap_or(Level::Weight(rule.entry().severity))
    }

    /// Gives problems the weights that are set, and removes those of rules that are off.
    pub fn apply(&self, problems: &mut Vec<Problem>) {
        if self.of.is_empty() {
            return;
        }
        problems.retain_mut(|problem| match self.of(problem.rule) {
            Level::Weight(severity) => {
                problem.severity = severity;
                true
            }
            Level::Off => false,
        });
    }
}
