//! Roles, and how each one looks. Our own types: what a terminal makes of them is the screen's business.

use std::fmt;

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    /// One of the terminal's own sixteen, 0 to 15, in the usual order: black, red, green, yellow, blue,
    /// magenta, cyan, white, then the bright ones. Which shade it is, the user has chosen.
    Named(u8),
    /// One of the 256 colours.
    Indexed(u8),
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

const COLOURS: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl Colour {
    /// The names of the sixteen.
    pub const NAMES: [&str; 16] = COLOURS;

    /// Reads `cyan`, `bright-black` or `#87afd7`.
    pub fn parse(text: &str) -> Option<Self> {
        let named = COLOURS.iter().position(|name| *name == text);
        if let Some(place) = named {
            return u8::try_from(place).ok().map(Self::Named);
        }
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let pair = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        // from_str_radix takes a sign.
        let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        plain.then_some(Self::Rgb(pair(0)?, pair(2)?, pair(4)?))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(place) => {
                f.write_str(COLOURS.get(usize::from(*place)).copied().unwrap_or("white"))
            }
            Self::Indexed(number) => write!(f, "{number}"),
            Self::Rgb(red, green, blue) => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

/// The look of something on the screen. What is left out is left to what lies beneath, in the end the terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// The colour of the letters.
    pub fg: Option<Colour>,
    /// The colour behind them.
    pub bg: Option<Colour>,
    /// Bold.
    pub bold: bool,
    /// Faint.
    pub dim: bool,
    /// Slanted.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Letters and ground changed about.
    pub reverse: bool,
}

macro_rules! roles {
    ($($role:ident $name:literal $what:literal;)*) => {
        /// The role of something on the screen, which settles its look.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum StyleRole { $(#[doc = $what] $role,)* }

        impl StyleRole {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$role),*];

            /// Returns the name in a theme file.
            pub fn name(self) -> &'static str {
                match self { $(Self::$role => $name),* }
            }
        }
    };
}

roles! {
    Text "text" "Ordinary text; what a role that a theme leaves out looks like.";
    Page "page" "The ground of the statement, which is set as a page.";
    Box "box" "The ground of what lies over a screen.";
    Behind "behind" "What lies behind it.";
    Dim "dim" "What matters less.";
    Title "title" "The title of the program, a page or the statement.";
    Marking "marking" "The protective marking of the open draft; bold and reversed in a theme that leaves it out.";
    Label "label" "The name of a field.";
    Rule "rule" "The lines between panes.";
    RuleFocus "rule-focus" "The lines around the pane that has the keys.";
    PaneTitle "pane-title" "The title of the pane that has the keys.";
    Heading "heading" "A heading of the framework.";
    Selected "selected" "The selected row of the pane that has the keys.";
    SelectedAway "selected-away" "The selected row of another pane.";
    Lit "lit" "The sentence that speaks the finding under the cursor.";
    Strength "strength" "A strength.";
    Need "need" "An area for improvement.";
    Concern "concern" "A cause of concern.";
    Practice "practice" "A practice worth copying.";
    Context "context" "Context.";
    Outstanding "outstanding" "The grade outstanding.";
    Good "good" "The grade good.";
    Adequate "adequate" "The grade adequate.";
    RequiresImprovement "requires-improvement" "The grade requires improvement.";
    Inadequate "inadequate" "The grade inadequate.";
    Ungraded "ungraded" "No grade, or none yet.";
    InBand "in-band" "A rung that the grades suggest.";
    Warning "warning" "Something to look at.";
    Error "error" "Something that is wrong.";
    Notice "notice" "What has just been done.";
    Key "key" "A key in the footer or in help.";
    KeyLabel "key-label" "What the key does.";
    Selection "selection" "Selected text.";
    Placeholder "placeholder" "What stands in an empty field.";
    Offer "offer" "A name that is offered.";
    OfferChosen "offer-chosen" "The name that would be taken.";
    Matched "matched" "The letters of a row that were typed to find it; underlined in a theme that leaves it out.";
    Misspelt "misspelt" "A word that no dictionary has, in a text that is typed in; underlined in a theme that leaves it out.";
    Figure "figure" "A figure in a text that only names it, shown by its value; underlined in a theme that leaves it out.";
    Saved "saved" "Everything is on the disk.";
    Unsaved "unsaved" "Something is not on the disk yet.";
    Removed "removed" "Words that the other of two versions has not, in the first.";
    Added "added" "Words that the other of two versions has not, in the second.";
    Mark "mark" "A mark that stands for a hidden character, or for words cut off.";
}

impl StyleRole {
    /// Returns the role of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.name() == name)
    }
}
