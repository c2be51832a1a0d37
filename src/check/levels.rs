//! What a user has settled about the rules.

use std::collections::HashMap;

use super::{Problem, Rule, Severity};

/// How much a rule weighs: as a severity, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Its problems are told with this weight.
    TextProblem(Severity),
    /// Its problems are not told.
    Off,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 4] = [
        Self::TextProblem(Severity::Error),
        Self::TextProblem(Severity::Warning),
        Self::TextProblem(Severity::Advice),
        Self::Off,
    ];

    /// A word for it, as the settings have it.
    pub fn word(self) -> &'static str {
        match self {
            Self::TextProblem(severity) => severity.word(),
            Self::Off => "off",
        }
    }

    /// The level of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// The rules that weigh other than the table has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(HashMap<Rule, Level>);

impl Levels {
    /// Settles a rule.
    pub fn set(&mut self, rule: Rule, level: Level) {
        match level == Level::TextProblem(rule.entry().severity) {
            true => self.0.remove(&rule),
            false => self.0.insert(rule, level),
        };
    }

    /// How much a rule weighs.
    pub fn of(&self, rule: Rule) -> Level {
        let settled = self.0.get(&rule).copied();
        settled.unwrap_or(Level::TextProblem(rule.entry().severity))
    }

    /// Gives problems the weight that is settled, and takes out those that are not to be told.
    pub fn apply(&self, problems: &mut Vec<Problem>) {
        if self.0.is_empty() {
            return;
        }
        problems.retain_mut(|problem| match self.of(problem.rule) {
            Level::TextProblem(severity) => {
                problem.severity = severity;
                true
            }
            Level::Off => false,
        });
    }
}
