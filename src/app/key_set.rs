//! The sets of keys that can be chosen.

/// A set of keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeySet {
    /// The keys as they come, with those of the line editor of a shell where words are typed.
    #[default]
    Plain,
    /// Those of Emacs.
    Emacs,
    /// Those of vi, with its modes where words are typed.
    Vim,
}

impl KeySet {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Emacs, Self::Vim];

    /// Returns its name in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Emacs => "emacs",
            Self::Vim => "vim",
        }
    }

    /// Returns the set of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.name() == name)
    }
}
