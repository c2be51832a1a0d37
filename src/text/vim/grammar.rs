//! THE table of the keys of normal and visual mode. Help and `assay keys` are made from it.

use super::object::VimObject;

/// The keys that no letter stands for, as a terminal sends them.
pub(super) mod control {
    pub(in super::super) const ESC: char = '\x1b';
    pub(in super::super) const ENTER: char = '\r';
    pub(in super::super) const ERASE: char = '\x08';
    pub(in super::super) const ERASE_WORD: char = '\x17';
    pub(in super::super) const ERASE_LINE: char = '\x15';
    pub(in super::super) const REDO: char = '\x12';
    pub(in super::super) const INTERRUPT: char = '\x03';
}

/// A way to go in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum VimMotion {
    Left,
    Right,
    /// Down, over rows as they are wrapped or, with an operator, over lines.
    Down,
    Up,
    WordOn {
        big: bool,
    },
    WordBack {
        big: bool,
    },
    WordEnd {
        big: bool,
    },
    WordEndBack {
        big: bool,
    },
    LineStart,
    FirstSign,
    LineEnd,
    /// To a character on the line, or till before it.
    Find(VimFind),
    FindAgain {
        reversed: bool,
    },
    SentenceOn,
    SentenceBack,
    ParagraphOn,
    ParagraphBack,
    /// To the first line, or to the one whose number is the count.
    First,
    Last,
    /// To the bracket that belongs to this one.
    Match,
    Search {
        on: bool,
        words: String,
    },
    SearchAgain {
        reversed: bool,
    },
    SearchWord {
        on: bool,
    },
    /// So many rows.
    Rows {
        down: bool,
        many: usize,
    },
}

/// A character that is gone to on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct VimFind {
    pub(super) sign: char,
    pub(super) on: bool,
    pub(super) till: bool,
}

/// A thing that is done to a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Delete,
    Change,
    Yank,
    SwapCase,
    ToSmall,
    ToCapitals,
}

/// Where inserting begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InsertAt {
    Here,
    Behind,
    FirstSign,
    LineEnd,
    LineBelow,
    LineAbove,
}

/// The deed of a command, without its count and register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum VimVerb {
    Go(VimMotion),
    Operate(Operator, OperatedOn),
    Insert(InsertAt),
    Replace(char),
    Put {
        before: bool,
    },
    Join {
        blank: bool,
    },
    SwapCaseHere,
    Undo,
    Redo,
    Repeat,
    Visual {
        lines: bool,
    },
    /// In visual mode: the other end.
    OtherEnd,
    SelectObject {
        object: VimObject,
        around: bool,
    },
}

/// The thing that an operator goes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OperatedOn {
    Motion(VimMotion),
    Object {
        object: VimObject,
        around: bool,
    },
    Lines,
    /// The selection; `lines` takes whole lines.
    Selection {
        lines: bool,
    },
}

/// A command with its count and register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VimCommand {
    pub(super) register: Option<char>,
    pub(super) count: Option<usize>,
    pub(super) verb: VimVerb,
}

/// A row of the table: the keys, what follows them, and what they are for.
pub struct VimKeys {
    /// The keys, with the names of what follows them.
    pub keys: &'static str,
    /// The words for what they do.
    pub help: &'static str,
}

macro_rules! vim_keys {
    ($($keys:literal $help:literal;)*) => {
        /// The keys of normal and visual mode, as help shows them.
        pub const VIM_KEYS: &[VimKeys] = &[$(VimKeys { keys: $keys, help: $help }),*];
    };
}

vim_keys! {
    "h l j k" "Go a character left or right, a row down or up; with an operator j and k take whole lines.";
    "w b e ge W B E gE" "Go by words: to the start of the next or the one before, to the end of this or the one before; with a capital all without a blank is one.";
    "0 ^ $" "Go to the start of the line, to its first character that is no blank, to its end.";
    "f F t T" "Go to the next character of this sort on the line, or to the one before; t and T stop beside it.";
    "; ," "Find it again, or the other way.";
    "( ) { }" "Go by sentences, by paragraphs.";
    "gg G" "Go to the first line or the last, or to the one of the count.";
    "%" "Go to the bracket that belongs to this one.";
    "/ ? n N * #" "Look for words in this text, on or back; again; for the word at the cursor.";
    "Ctrl-D Ctrl-U Ctrl-F Ctrl-B" "Go eight rows down or up, or sixteen.";
    "d c y" "Cut, change or copy what a motion or an object takes; twice the line.";
    "g~ gu gU" "Swap the case of what a motion or an object takes, write it small or in capitals; ~ swaps that of a character.";
    "iw aw iW aW" "An object: the word, without its blank or with it.";
    "is as ip ap" "An object: the sentence, the paragraph.";
    "i\" a\" i' a' i( a( i[ a[ i{ a{" "An object: what stands in quotes or brackets, without them or with them.";
    "if af" "An object: the whole text, as of this finding.";
    "i a I A" "Insert before the cursor or behind it, at the start of the line or at its end; Esc goes back to normal mode.";
    "o O" "Open a line below or above; in a text of one line o begins a new one after this, as Enter does.";
    "x X D C s S Y" "Short for dl, dh, d$, c$, cl, cc and yy.";
    "r" "Put another character in the place of this one.";
    "J gJ" "Join the lines, with a blank between or without.";
    "p P" "Put in what was cut or copied last, behind the cursor or before it.";
    "\"" "Take the next command's words to a register, or from one: a to z, 0 what was copied last, _ none, + the clipboard.";
    "u Ctrl-R" "Undo, and redo.";
    "." "Do the last change again.";
    "v V" "Select characters or lines: then a motion or an object, and an operator; o goes to the other end.";
}

pub(super) const MOTIONS: &[(&str, VimMotion)] = &[
    ("h", VimMotion::Left),
    ("\x08", VimMotion::Left),
    ("l", VimMotion::Right),
    (" ", VimMotion::Right),
    ("j", VimMotion::Down),
    ("k", VimMotion::Up),
    (
        "gj",
        VimMotion::Rows {
            down: true,
            many: 1,
        },
    ),
    (
        "gk",
        VimMotion::Rows {
            down: false,
            many: 1,
        },
    ),
    ("w", VimMotion::WordOn { big: false }),
    ("W", VimMotion::WordOn { big: true }),
    ("b", VimMotion::WordBack { big: false }),
    ("B", VimMotion::WordBack { big: true }),
    ("e", VimMotion::WordEnd { big: false }),
    ("E", VimMotion::WordEnd { big: true }),
    ("ge", VimMotion::WordEndBack { big: false }),
    ("gE", VimMotion::WordEndBack { big: true }),
    ("0", VimMotion::LineStart),
    ("^", VimMotion::FirstSign),
    ("$", VimMotion::LineEnd),
    (";", VimMotion::FindAgain { reversed: false }),
    (",", VimMotion::FindAgain { reversed: true }),
    (")", VimMotion::SentenceOn),
    ("(", VimMotion::SentenceBack),
    ("}", VimMotion::ParagraphOn),
    ("{", VimMotion::ParagraphBack),
    ("gg", VimMotion::First),
    ("G", VimMotion::Last),
    ("%", VimMotion::Match),
    ("n", VimMotion::SearchAgain { reversed: false }),
    ("N", VimMotion::SearchAgain { reversed: true }),
    ("*", VimMotion::SearchWord { on: true }),
    ("#", VimMotion::SearchWord { on: false }),
    (
        "\x04",
        VimMotion::Rows {
            down: true,
            many: 8,
        },
    ),
    (
        "\x15",
        VimMotion::Rows {
            down: false,
            many: 8,
        },
    ),
    (
        "\x06",
        VimMotion::Rows {
            down: true,
            many: 16,
        },
    ),
    (
        "\x02",
        VimMotion::Rows {
            down: false,
            many: 16,
        },
    ),
];

pub(super) const OPERATORS: &[(&str, Operator)] = &[
    ("d", Operator::Delete),
    ("c", Operator::Change),
    ("y", Operator::Yank),
    ("g~", Operator::SwapCase),
    ("gu", Operator::ToSmall),
    ("gU", Operator::ToCapitals),
];

/// Commands that are short for an operator and what it goes over, or stand alone.
pub(super) const ALONE: &[(&str, VimVerb)] = &[
    ("i", VimVerb::Insert(InsertAt::Here)),
    ("a", VimVerb::Insert(InsertAt::Behind)),
    ("I", VimVerb::Insert(InsertAt::FirstSign)),
    ("A", VimVerb::Insert(InsertAt::LineEnd)),
    ("o", VimVerb::Insert(InsertAt::LineBelow)),
    ("O", VimVerb::Insert(InsertAt::LineAbove)),
    (
        "x",
        VimVerb::Operate(Operator::Delete, OperatedOn::Motion(VimMotion::Right)),
    ),
    (
        "X",
        VimVerb::Operate(Operator::Delete, OperatedOn::Motion(VimMotion::Left)),
    ),
    (
        "D",
        VimVerb::Operate(Operator::Delete, OperatedOn::Motion(VimMotion::LineEnd)),
    ),
    (
        "C",
        VimVerb::Operate(Operator::Change, OperatedOn::Motion(VimMotion::LineEnd)),
    ),
    (
        "s",
        VimVerb::Operate(Operator::Change, OperatedOn::Motion(VimMotion::Right)),
    ),
    ("S", VimVerb::Operate(Operator::Change, OperatedOn::Lines)),
    ("Y", VimVerb::Operate(Operator::Yank, OperatedOn::Lines)),
    ("p", VimVerb::Put { before: false }),
    ("P", VimVerb::Put { before: true }),
    ("J", VimVerb::Join { blank: true }),
    ("gJ", VimVerb::Join { blank: false }),
    ("~", VimVerb::SwapCaseHere),
    ("u", VimVerb::Undo),
    ("\x12", VimVerb::Redo),
    (".", VimVerb::Repeat),
    ("v", VimVerb::Visual { lines: false }),
    ("V", VimVerb::Visual { lines: true }),
];

const SELECTED: OperatedOn = OperatedOn::Selection { lines: false };
const SELECTED_LINES: OperatedOn = OperatedOn::Selection { lines: true };

/// Commands of visual mode that are others there, or none elsewhere.
pub(super) const VISUAL: &[(&str, VimVerb)] = &[
    ("d", VimVerb::Operate(Operator::Delete, SELECTED)),
    ("x", VimVerb::Operate(Operator::Delete, SELECTED)),
    ("D", VimVerb::Operate(Operator::Delete, SELECTED_LINES)),
    ("X", VimVerb::Operate(Operator::Delete, SELECTED_LINES)),
    ("c", VimVerb::Operate(Operator::Change, SELECTED)),
    ("s", VimVerb::Operate(Operator::Change, SELECTED)),
    ("C", VimVerb::Operate(Operator::Change, SELECTED_LINES)),
    ("S", VimVerb::Operate(Operator::Change, SELECTED_LINES)),
    ("y", VimVerb::Operate(Operator::Yank, SELECTED)),
    ("Y", VimVerb::Operate(Operator::Yank, SELECTED_LINES)),
    ("~", VimVerb::Operate(Operator::SwapCase, SELECTED)),
    ("g~", VimVerb::Operate(Operator::SwapCase, SELECTED)),
    ("u", VimVerb::Operate(Operator::ToSmall, SELECTED)),
    ("gu", VimVerb::Operate(Operator::ToSmall, SELECTED)),
    ("U", VimVerb::Operate(Operator::ToCapitals, SELECTED)),
    ("gU", VimVerb::Operate(Operator::ToCapitals, SELECTED)),
    ("p", VimVerb::Put { before: false }),
    ("P", VimVerb::Put { before: true }),
    ("J", VimVerb::Join { blank: true }),
    ("gJ", VimVerb::Join { blank: false }),
    ("o", VimVerb::OtherEnd),
    ("v", VimVerb::Visual { lines: false }),
    ("V", VimVerb::Visual { lines: true }),
];
