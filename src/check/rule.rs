//! The names of rules, as files and people use them.

use super::table::Rule;

impl Rule {
    /// Returns its name in settings, drafts and lists.
    pub fn id(self) -> &'static str {
        self.entry().id
    }

    /// Returns the rule of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}
