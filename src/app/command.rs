//! THE command table. Dispatch, footer, help, palette, `assay keys` and the README's table are made from
//! it; a command stands nowhere else.

/// Where a command is to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// The list of drafts.
    Library,
    /// An inspection of several bodies.
    Inspection,
    /// The headings of a draft.
    Headings,
    /// The findings, or the fields of a form, in the middle.
    Findings,
    /// The statement.
    Statement,
    /// Text being typed in place.
    Typing,
    /// A list to choose from.
    Choosing,
    /// A line to be filled in.
    Asking,
    /// A page to be read.
    Reading,
    /// A print, before it is written.
    Printing,
    /// Two versions side by side, of which one is to be taken.
    Comparing,
    /// What was recovered, beside what the file had.
    Recovering,
    /// Where the headings of a framework go in another.
    Mapping,
    /// The list of problems.
    Checking,
}

impl Scope {
    /// All scopes.
    pub const ALL: &'static [Self] = &[
        Self::Library,
        Self::Inspection,
        Self::Headings,
        Self::Findings,
        Self::Statement,
        Self::Typing,
        Self::Choosing,
        Self::Asking,
        Self::Reading,
        Self::Printing,
        Self::Comparing,
        Self::Recovering,
        Self::Mapping,
        Self::Checking,
    ];

    /// Whether characters are text here, so that no plain character can be a command.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::Typing | Self::Choosing | Self::Asking)
    }

    /// The heading in help.
    pub fn title(self) -> &'static str {
        match self {
            Self::Library => "In the library",
            Self::Inspection => "In an inspection",
            Self::Headings => "In the headings",
            Self::Findings => "In the findings",
            Self::Statement => "In the statement",
            Self::Typing => "While typing",
            Self::Choosing => "While choosing from a list",
            Self::Asking => "While answering a question",
            Self::Reading => "While reading a page",
            Self::Printing => "While looking at a print",
            Self::Comparing => "While comparing two versions",
            Self::Recovering => "While looking at what was recovered",
            Self::Mapping => "While changing the framework",
            Self::Checking => "In the list of problems",
        }
    }
}

/// A command as the table has it.
#[derive(Clone, Copy, Debug)]
pub struct CommandEntry {
    /// The command.
    pub command: Command,
    /// Its name in config, palette and `assay keys`.
    pub name: &'static str,
    /// One or two words for the footer.
    pub short: &'static str,
    /// A sentence for help.
    pub help: &'static str,
    /// Where it is to be had.
    pub scopes: &'static [Scope],
    /// Its keys, unless config says otherwise.
    pub keys: &'static [&'static str],
    /// Its place in the footer, lowest first; 0 keeps it out.
    pub footer: u8,
}

use Scope::{
    Asking, Checking, Choosing, Comparing, Findings, Headings, Inspection, Library, Mapping,
    Printing, Reading, Recovering, Statement, Typing,
};

const ALL: &[Scope] = Scope::ALL;
const BENCH: &[Scope] = &[Headings, Findings, Statement];
const BENCH_GRID: &[Scope] = &[Headings, Findings, Statement, Inspection];
const BENCH_TYPING: &[Scope] = &[Headings, Findings, Statement, Typing, Inspection];
const LISTS: &[Scope] = &[
    Library, Inspection, Headings, Findings, Statement, Choosing, Reading, Printing, Comparing,
    Recovering, Mapping, Checking,
];
const KEYED: &[Scope] = &[
    Library, Inspection, Headings, Findings, Statement, Reading, Printing, Comparing, Recovering,
    Mapping, Checking,
];

macro_rules! commands {
    ($($command:ident $name:literal $short:literal $scopes:expr, [$($key:literal),*], $footer:literal, $help:literal;)*) => {
        /// Something that can be done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $(#[doc = $help] $command,)* }

        /// The table.
        pub const TABLE: &[CommandEntry] = &[
            $(CommandEntry {
                command: Command::$command,
                name: $name,
                short: $short,
                help: $help,
                scopes: $scopes,
                keys: &[$($key),*],
                footer: $footer,
            },)*
        ];
    };
}

commands! {
    // Moving about
    Up "up" "up" LISTS, ["up", "k"], 0, "Go up.";
    Down "down" "down" LISTS, ["down", "j"], 0, "Go down.";
    PageUp "page-up" "page up" LISTS, ["pageup"], 0, "Go up a page.";
    PageDown "page-down" "page down" LISTS, ["pagedown"], 0, "Go down a page.";
    First "first" "first" LISTS, ["home"], 0, "Go to the first.";
    Last "last" "last" LISTS, ["end"], 0, "Go to the last.";
    NextPane "next-pane" "pane" BENCH, ["tab", "right"], 6, "Go to the next pane: headings, findings, statement.";
    PreviousPane "previous-pane" "back" BENCH, ["shift-tab", "left"], 0, "Go to the pane before.";
    NextHeading "next-heading" "next heading" BENCH, ["]"], 7, "Go to the next heading.";
    PreviousHeading "previous-heading" "heading before" BENCH, ["["], 0, "Go to the heading before.";
    Prompts "prompts" "prompts" BENCH, ["w"], 0, "Show or hide what the framework asks you to look at.";

    // The library
    OpenDraft "open" "open" &[Library], ["enter"], 1, "Open the draft.";
    NewDraft "new" "new" &[Library], ["n"], 2, "Begin a new draft.";
    NextYear "next-year" "next year" &[Library], ["y"], 0, "Begin this year's draft from last year's: the body and the names of the figures come with it.";
    DuplicateDraft "duplicate" "duplicate" &[Library], ["c"], 4, "Make a copy of the draft, with an identity of its own.";
    RenameDraft "rename" "rename" &[Library], ["r"], 5, "Give the draft's file another name.";
    TrashDraft "trash" "to trash" &[Library], ["d"], 6, "Put the draft in the trash.";
    RestoreDraft "restore" "bring back" &[Library], ["u"], 0, "Bring back the draft that was put in the trash last.";
    Filter "filter" "filter" &[Library], ["/"], 3, "Show only drafts with these words.";
    Reload "reload" "reload" &[Library, Inspection], ["ctrl-l"], 0, "Read the folder, or the drafts of the inspection, again.";
    OpenExample "example" "example" &[Library], ["x"], 0, "Open a copy of a framework's example, to try things on.";

    NewInspection "new-inspection" "inspection" &[Library], ["i"], 7, "Begin an inspection of several bodies, each with a draft of its own.";

    // An inspection
    OpenCell "open-cell" "open" &[Inspection], ["enter"], 1, "Open the draft at what the cursor is on; going back leads here again.";
    NextSheet "next-sheet" "page" &[Inspection], ["tab"], 2, "Show the next page: grades, what each was told, figures, answers.";
    PreviousSheet "previous-sheet" "page before" &[Inspection], ["shift-tab"], 0, "Show the page before.";
    ColumnRight "column-right" "column" &[Inspection], ["right", "l"], 0, "Go to the next column.";
    ColumnLeft "column-left" "column before" &[Inspection], ["left", "h"], 0, "Go to the column before.";
    AddDraft "add-draft" "add" &[Inspection], ["a"], 3, "Add drafts of the folder to the inspection.";
    NewBody "new-body" "new" &[Inspection], ["n"], 4, "Make a new draft and add it to the inspection.";
    RemoveDraft "remove-draft" "take out" &[Inspection], ["d", "delete"], 5, "Take the draft out of the inspection; its file stays as it is, and undo brings it back.";
    Retitle "title" "title" &[Inspection], ["t"], 0, "Say what the report is called.";
    Publish "publication" "date" &[Inspection], ["D"], 0, "Say on which day the report is published.";

    // Findings and fields
    Edit "edit" "edit" &[Findings], ["enter", "e"], 1, "Edit the text, or choose a value.";
    Add "add" "add" &[Headings, Findings], ["a"], 2, "Add one after this, of the same kind.";
    AddStrength "add-strength" "strength" &[Headings, Findings], ["+"], 0, "Add a strength: something done well.";
    AddImprovement "add-improvement" "need" &[Headings, Findings], ["-"], 0, "Add an area for improvement.";
    AddConcern "add-concern" "concern" &[Headings, Findings], ["!"], 0, "Add a cause of concern.";
    AddPractice "add-practice" "practice" &[Headings, Findings], ["*"], 0, "Add a practice worth copying elsewhere.";
    AddContext "add-context" "context" &[Headings, Findings], ["="], 0, "Add context: neither praise nor blame.";
    Kind "kind" "kind" &[Findings], ["t"], 3, "Choose what the finding is.";
    Frame "frame" "frame" &[Findings], ["f"], 4, "Choose the frame that the finding is spoken in.";
    Details "details" "details" &[Findings], ["space"], 5, "Show every field of the finding.";
    RecordEvidence "evidence" "evidence" &[Findings], ["v"], 6, "Record in a line what the finding stands on, or choose it from the ledger.";
    RecordAgainst "weighs-against" "against" &[Findings], ["V"], 0, "Record in a line what weighs against the finding.";
    FilterEvidence "filter-evidence" "which" &[Headings, Findings], ["/"], 0, "Choose which evidence is shown: unused, old, of a kind, under a heading.";
    Rewrite "rewrite" "by hand" &[Statement, Comparing], ["e"], 3, "Rewrite the sentence by hand; where what it stood on has changed, both texts are shown.";
    RewriteParagraph "rewrite-paragraph" "paragraph" &[Statement], ["E"], 0, "Rewrite the whole paragraph by hand.";
    Provenance "provenance" "stands on" &[Headings, Findings, Statement], ["i"], 2, "Show what a sentence stands on and what weighs against it; from evidence, every sentence that leans on it; from a grade, what speaks for it and against, and what would leave it unsupported.";
    MoveTo "move-to" "move to" &[Findings], ["m"], 0, "Move the finding to another heading.";
    MoveUp "move-up" "move up" &[Findings, Inspection], ["alt-up", "K"], 0, "Move it up, before its neighbour.";
    MoveDown "move-down" "move down" &[Findings, Inspection], ["alt-down", "J"], 0, "Move it down, behind its neighbour.";
    Delete "delete" "delete" &[Findings], ["d", "delete"], 0, "Delete it; undo brings it back.";
    NeedsFirst "needs-first" "needs first" &[Headings, Findings], ["F"], 0, "Let this heading's paragraph begin with its needs, or no longer.";
    SetGrade "grade" "grade" &[Headings, Findings], ["g"], 6, "Choose the heading's grade from the scale, or say that it has none.";
    Rationale "rationale" "rationale" &[Headings, Findings], ["r"], 0, "Write why this grade.";
    Opening "opening" "opening" BENCH, ["o"], 0, "Choose the opening sentence from the ladder.";
    OpenHeading "open-heading" "open" &[Headings], ["enter"], 1, "Go into the heading.";
    ShowSource "show-source" "to its finding" &[Statement], ["enter"], 1, "Go to what the sentence stands on.";

    // What the checks tell
    NextProblem "next-problem" "problem" BENCH, ["n"], 5, "Go to the next thing that wants you: what the checks tell, the gravest first.";
    PreviousProblem "previous-problem" "problem before" BENCH, ["N"], 0, "Go to the problem before.";
    Problems "problems" "problems" BENCH, ["c"], 0, "List every problem, each with why it matters and what to do.";
    PutRight "put-right" "put right" &[Findings, Statement, Checking], ["."], 1, "Make the change that puts a problem right, where there is no doubt about it.";
    LetStand "let-stand" "let stand" &[Findings, Statement, Checking], ["A"], 2, "Let a problem stand, and say why.";

    // Typing
    Done "done" "done" &[Typing], ["esc"], 1, "Stop typing; every word is kept.";
    Next "next" "next one" &[Typing], ["enter", "ctrl-n"], 2, "Go on to a new one after this; inside a text, what stands behind the cursor becomes one of its own. A field is done.";
    NextField "next-field" "next field" &[Typing], ["tab"], 3, "Take the name that is offered, or go to the next field.";
    Split "split" "split here" &[Typing], ["ctrl-t"], 0, "Split the finding in two at the cursor.";
    CursorLeft "cursor-left" "left" &[Typing, Asking], ["left", "ctrl-b"], 0, "Go a character to the left.";
    CursorRight "cursor-right" "right" &[Typing, Asking], ["right", "ctrl-f"], 0, "Go a character to the right.";
    CursorUp "cursor-up" "up" &[Typing, Asking], ["up"], 0, "Go a row up, or to the name above in a list that is offered.";
    CursorDown "cursor-down" "down" &[Typing, Asking], ["down"], 0, "Go a row down, or to the name below in a list that is offered.";
    WordLeft "word-left" "word left" &[Typing, Asking], ["ctrl-left", "alt-left", "alt-b"], 0, "Go a word to the left.";
    WordRight "word-right" "word right" &[Typing, Asking], ["ctrl-right", "alt-right", "alt-f"], 0, "Go a word to the right.";
    RowStart "row-start" "row start" &[Typing, Asking], ["home", "ctrl-a"], 0, "Go to the start of the row.";
    RowEnd "row-end" "row end" &[Typing, Asking], ["end", "ctrl-e"], 0, "Go to the end of the row.";
    TextStart "text-start" "start" &[Typing, Asking], ["ctrl-home", "alt-less"], 0, "Go to the start of the text.";
    TextEnd "text-end" "end" &[Typing, Asking], ["ctrl-end", "alt->"], 0, "Go to the end of the text.";
    SelectLeft "select-left" "select left" &[Typing], ["shift-left"], 0, "Select a character to the left.";
    SelectRight "select-right" "select right" &[Typing], ["shift-right"], 0, "Select a character to the right.";
    SelectUp "select-up" "select up" &[Typing], ["shift-up"], 0, "Select a row up.";
    SelectDown "select-down" "select down" &[Typing], ["shift-down"], 0, "Select a row down.";
    SelectWordLeft "select-word-left" "select word left" &[Typing], ["ctrl-shift-left", "alt-shift-left"], 0, "Select a word to the left.";
    SelectWordRight "select-word-right" "select word right" &[Typing], ["ctrl-shift-right", "alt-shift-right"], 0, "Select a word to the right.";
    SelectRowStart "select-row-start" "select to start" &[Typing], ["shift-home"], 0, "Select to the start of the row.";
    SelectRowEnd "select-row-end" "select to end" &[Typing], ["shift-end"], 0, "Select to the end of the row.";
    SelectAll "select-all" "select all" &[Typing], ["alt-a"], 0, "Select the whole text.";
    EraseBack "erase-back" "erase" &[Typing, Choosing, Asking], ["backspace"], 0, "Erase the character before the cursor, or the selection.";
    EraseForward "erase-forward" "erase forward" &[Typing, Asking], ["delete", "ctrl-d"], 0, "Erase the character under the cursor, or the selection.";
    EraseWordBack "erase-word-back" "erase word" &[Typing, Choosing, Asking], ["ctrl-w", "alt-backspace"], 0, "Erase the word before the cursor.";
    EraseWordForward "erase-word-forward" "erase word forward" &[Typing, Asking], ["alt-d", "ctrl-delete"], 0, "Erase the word after the cursor.";
    EraseToStart "erase-to-start" "erase to start" &[Typing, Choosing, Asking], ["ctrl-u"], 0, "Erase to the start of the row.";
    EraseToEnd "erase-to-end" "erase to end" &[Typing, Asking], ["ctrl-k"], 0, "Erase to the end of the row.";
    Cut "cut" "cut" &[Typing], ["ctrl-x"], 0, "Cut the selection to the clipboard.";
    Copy "copy" "copy" &[Typing], ["ctrl-c", "alt-c"], 0, "Copy the selection to the clipboard.";
    PasteBack "paste" "paste" &[Typing], ["ctrl-v"], 0, "Put in what was cut or copied here last.";

    // Lists, questions, pages
    Choose "choose" "choose" &[Choosing], ["enter"], 1, "Take this one.";
    Answer "answer" "go on" &[Asking], ["enter"], 1, "Take the answer.";
    TakeOffer "take-offer" "complete" &[Asking], ["tab"], 2, "Take the name that is offered.";
    Back "back" "back" &[Library, Inspection, Headings, Findings, Statement, Choosing, Asking, Reading, Printing, Comparing, Recovering, Mapping, Checking], ["esc"], 9, "Go back, and leave things as they are.";
    PrintText "print-text" "text" &[Printing], ["t"], 3, "Show the print as plain text.";
    PrintMarkdown "print-markdown" "Markdown" &[Printing], ["m"], 4, "Show the print as Markdown.";
    PrintJson "print-json" "JSON" &[Printing], ["J"], 5, "Show the print as JSON.";
    PrintHtml "print-html" "HTML" &[Printing], ["h"], 7, "Show the print as a page of HTML.";
    PrintSources "print-sources" "sources" &[Printing], ["s"], 6, "Number each sentence and list what it stands on, or not.";
    PrintReport "print-report" "report" &[Printing], ["r"], 8, "Show the whole report with every finding, or the statement or notice again.";
    PrintGrades "print-grades" "grades" &[Printing], ["g"], 8, "Show the grades below the statement, each on its scale with last year's beside it, or not.";
    PrintWrite "print-write" "write file" &[Printing], ["enter"], 1, "Write the print to a file beside the draft.";
    PrintCopy "print-copy" "copy" &[Printing], ["y"], 2, "Copy what is shown to the clipboard.";

    // Two versions
    GoThere "go-there" "go there" &[Comparing, Recovering, Checking], ["enter"], 3, "Go to where the words stand.";
    KeepOurs "keep-ours" "keep ours" &[Comparing], ["o"], 1, "Keep the words that stand here; the other program's stay in a review note that is done with.";
    TakeTheirs "take-theirs" "take theirs" &[Comparing], ["t"], 2, "Take the other program's words in place of these; undo brings these back.";
    SetAside "set-aside" "set aside" &[Recovering], ["x"], 1, "Set what was recovered aside: the draft is as its file was, and undo brings it back.";

    // Another framework
    MapHeading "map-heading" "elsewhere" &[Mapping], ["enter"], 2, "Choose where the heading goes in the other framework.";
    MapToTray "map-to-tray" "to the tray" &[Mapping], ["x"], 3, "Let what the heading holds wait in the tray.";
    ApplyFramework "apply-framework" "change it" &[Mapping], ["y"], 1, "Change the framework now; undo takes it back in one step.";
    Aside "aside" "aside" &[Findings], ["X"], 0, "Set what waits in the tray aside, or take it up again.";

    // The draft
    Undo "undo" "undo" BENCH_TYPING, ["u", "ctrl-z"], 8, "Take back the last change.";
    Redo "redo" "redo" BENCH_TYPING, ["U", "ctrl-y", "ctrl-r"], 0, "Make the change again that was taken back.";
    Save "save" "save" BENCH_TYPING, ["ctrl-s"], 0, "Save now. Assay also saves by itself, after each pause and on leaving a field.";
    LastYear "last-year" "last year" &[Headings, Findings], ["Y"], 0, "Name last year's draft, so that its grades stand beside this year's.";
    ChangeFramework "change-framework" "framework" &[Headings, Findings], ["W"], 0, "Change the framework; nothing is lost by it, what finds no place waits in the tray.";
    TakeOver "take-over" "take over" BENCH_GRID, ["T"], 0, "Take a draft or an inspection over that somebody else has open; what they typed is kept.";
    Differences "differences" "what differs" BENCH, ["D"], 0, "Show what was recovered, or what another program changed, side by side with what stood there.";
    Print "print" "print" BENCH_GRID, ["p"], 7, "Print the statement, or the notice of an inspection: see it whole, write it to a file, copy it.";
    CopyStatement "copy-statement" "copy" BENCH_GRID, ["y"], 0, "Copy the statement, or the notice, to the clipboard of your terminal.";

    // Everywhere
    Palette "palette" "commands" &[Library, Inspection, Headings, Findings, Statement, Typing], [":", "ctrl-p"], 10, "Find a command by its name.";
    Help "help" "help" ALL, ["?", "ctrl-g"], 11, "Show every key.";
    Suspend "suspend" "suspend" KEYED, [], 0, "Stop Assay and go back to the shell; `fg` goes on.";
    Close "close" "close" KEYED, ["q"], 0, "Close the page, the draft or the inspection; in the library, leave Assay.";
    Quit "quit" "leave" ALL, ["ctrl-q"], 0, "Leave Assay. Everything is saved.";
}

impl Command {
    /// The table's entry.
    pub fn entry(self) -> &'static CommandEntry {
        // The table is made in the order of the enum, so the place is known; the first entry stands
        // in where that should ever fail.
        static FIRST: CommandEntry = match TABLE.first() {
            Some(entry) => *entry,
            None => CommandEntry {
                command: Command::Quit,
                name: "",
                short: "",
                help: "",
                scopes: &[],
                keys: &[],
                footer: 0,
            },
        };
        TABLE.get(self as usize).unwrap_or(&FIRST)
    }

    /// The command of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        TABLE
            .iter()
            .find(|entry| entry.name == name)
            .map(|entry| entry.command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_once_at_its_own_place() {
        for (at, entry) in TABLE.iter().enumerate() {
            assert_eq!(entry.command as usize, at);
            assert_eq!(Command::from_name(entry.name), Some(entry.command));
            assert!(entry.help.ends_with('.'), "{}", entry.name);
        }
    }
}
