//! The entry of a rule, how the table of them is declared, and the families that rules are sorted into.

use super::Severity;

/// The subject of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Names and ids: each names one thing that is there.
    Names,
    /// Grades, and the findings that bear them out.
    Grades,
    /// The evidence that findings stand on.
    Evidence,
    /// The ledger, and numbers in prose.
    Figures,
    /// Needs, recommendations and deadlines.
    Needs,
    /// The opening and the sentences of the statement.
    Statement,
    /// Days, years and the changes between them.
    Time,
    /// Words that contradict what was judged.
    Coherence,
    /// House style.
    Style,
    /// Acceptances.
    Accepted,
}

impl Family {
    /// Returns its word in lists and prints.
    pub fn word(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Grades => "grades",
            Self::Evidence => "evidence",
            Self::Figures => "figures",
            Self::Needs => "needs",
            Self::Statement => "statement",
            Self::Time => "time",
            Self::Coherence => "coherence",
            Self::Style => "style",
            Self::Accepted => "accepted",
        }
    }
}

/// The entry of a rule in the table.
#[derive(Clone, Copy, Debug)]
pub struct RuleEntry {
    /// Its name in settings, drafts and lists.
    pub id: &'static str,
    /// Its family.
    pub family: Family,
    /// Its weight where the settings give no other.
    pub severity: Severity,
    /// A sentence on what it looks for.
    pub seeks: &'static str,
    /// A sentence on why that matters.
    pub why: &'static str,
}

/// Declares the rules, each with its name, id, family, weight, what it looks for and why.
macro_rules! rules {
    ($($name:ident $id:literal $family:ident $severity:ident $seeks:literal $why:literal;)*) => {
        /// A rule about what a good draft is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $seeks] $name,)*
        }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns its entry in the table.
            pub fn entry(self) -> &'static $crate::check::family::RuleEntry {
                match self {
                    $(Self::$name => &$crate::check::family::RuleEntry {
                        id: $id,
                        family: $crate::check::family::Family::$family,
                        severity: $crate::check::Severity::$severity,
                        seeks: $seeks,
                        why: $why,
                    },)*
                }
            }
        }
    };
}

pub(super) use rules;
