//! The places in which keys have their meaning, by themselves and in groups.

macro_rules! scope_table {
    ($($scope:ident: $title:literal, $what:literal;)*) => {
        /// The place in which a command is available.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Scope { $(#[doc = $what] $scope,)* }

        impl Scope {
            /// All scopes.
            pub const ALL: &'static [Self] = &[$(Self::$scope),*];

            /// Returns the heading in help.
            pub fn title(self) -> &'static str {
                match self { $(Self::$scope => $title,)* }
            }
        }
    };
}

scope_table! {
    Library: "In the library", "The list of drafts.";
    Inspection: "In an inspection", "An inspection of several bodies.";
    Headings: "In the headings", "The headings of a draft.";
    Findings: "In the findings", "The findings, or the fields of a form, in the middle.";
    Statement: "In the statement", "The statement.";
    Typing: "While typing", "Text being typed in place.";
    Choosing: "While choosing from a list", "A list to choose from.";
    Searching: "While looking for words", "Words that are looked for in the draft.";
    Replacing: "Before words are replaced", "The texts in which words are to be replaced.";
    Asking: "While answering a question", "A line to be filled in.";
    Reading: "While reading a page", "A page to be read.";
    Aloud: "While reading aloud", "The statement alone, to be read aloud by the clock.";
    Printing: "While looking at a print", "A print, before it is written.";
    Comparing: "While comparing two versions", "Two versions side by side, of which one is to be taken.";
    Recovering: "While looking at what was recovered", "What was recovered, beside what the file had.";
    Mapping: "While changing the framework", "Where the headings of a framework go in another.";
    Checking: "In the list of problems", "The list of problems.";
    Interrupted: "When a field was taken away", "The page that says what took the field away, until that is acknowledged.";
}

impl Scope {
    /// Returns true where characters are text here, or were just now, so that no plain character can be a command.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Typing | Self::Choosing | Self::Searching | Self::Asking | Self::Interrupted
        )
    }
}

/// Scopes, by themselves and in the groups in which commands are mostly available.
pub(super) mod scopes {
    use super::Scope;
    pub(in crate::app) use super::Scope::{
        Aloud, Asking, Checking, Choosing, Comparing, Findings, Headings, Inspection, Interrupted,
        Library, Mapping, Printing, Reading, Recovering, Replacing, Searching, Statement, Typing,
    };

    pub(in crate::app) const ALL: &[Scope] = Scope::ALL;
    /// The panes of a draft.
    pub(in crate::app) const EDITOR: &[Scope] = &[Headings, Findings, Statement];
    pub(in crate::app) const EDITOR_OR_GRID: &[Scope] =
        &[Headings, Findings, Statement, Inspection];
    pub(in crate::app) const WRITING: &[Scope] =
        &[Headings, Findings, Statement, Typing, Inspection];
    pub(in crate::app) const OVERLAYS: &[Scope] = &[
        Choosing,
        Searching,
        Replacing,
        Asking,
        Reading,
        Aloud,
        Printing,
        Comparing,
        Recovering,
        Mapping,
        Checking,
        Interrupted,
    ];
    /// The scopes with a text field.
    pub(in crate::app) const FIELDS: &[Scope] = &[Typing, Asking, Choosing, Searching];
    /// The boxes with one.
    pub(in crate::app) const BOXES: &[Scope] = &[Asking, Choosing, Searching];
    /// The scopes with a list to go up and down in.
    pub(in crate::app) const LISTS: &[Scope] = &[
        Library, Inspection, Headings, Findings, Statement, Choosing, Reading, Aloud, Printing,
        Comparing, Recovering, Mapping, Checking, Searching, Replacing,
    ];
    /// The scopes in which a plain character is a command.
    pub(in crate::app) const KEYED: &[Scope] = &[
        Library, Inspection, Headings, Findings, Statement, Reading, Aloud, Printing, Comparing,
        Recovering, Mapping, Checking, Replacing,
    ];
}
