//! THE command table. Dispatch, footer, help, palette and `assay keys` are made from it; a command stands
//! nowhere else, but for the function that does it.

use super::key_set::KeySet;
use super::scope::{Scope, scopes};
use crate::render::print_formats;

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
    /// Other words by which it is found, one blank between them.
    pub also: &'static str,
    /// The title of the commands that it belongs to.
    pub group: &'static str,
    /// The scopes in which it is available, in groups: a group has one function that does it.
    pub places: &'static [&'static [Scope]],
    /// Its keys, unless another set has others or config says otherwise.
    pub keys: &'static [&'static str],
    /// Those that it has in sets in which it has others.
    pub other_keys: &'static [(KeySet, &'static [&'static str])],
    /// Its place in the footer, lowest first; 0 keeps it out.
    pub footer: u8,
}

/// Hands the rows of the table to a macro. A row is
///
/// ```text
/// Command: name, words for the footer, [scopes => file of `act`::function(arguments) if need & need],
///     [keys] Set [keys in this set], footer, help, other words by which it is found;
/// ```
///
/// Keys with a blank between them are pressed one after the other. A set that is not named has the keys of all.
/// A need is a function of `needs`, and there may be none; where one is not met, the footer and the palette leave the
/// command out, and its key says what it needs. The other words may be left out.
/// The function is given the state, and then the arguments that stand here; a row without one does not compile.
/// The commands that show a print in a format come from the table of formats.
macro_rules! command_table {
    ($then:ident) => {
        print_formats! { command_rows $then }
    };
}
pub(super) use command_table;

macro_rules! command_rows {
    ($then:ident $($format:ident {
        id: $id:literal, aliases: $aliases:tt, words: $words:literal,
        title: $title:literal, extension: $extension:literal,
        prints: $prints:expr, writer: $writer:expr,
        command: $print:ident, key: $key:literal, footer: $footer:literal, help: $help:literal,
    })*) => {
        $then! {
            "Moving about" {
            Up: "up", "up", [LISTS => moving::go(Stride::Up)], ["up", "k"] Emacs ["up", "k", "ctrl-p"], 0, "Go up.";
            Down: "down", "down", [LISTS => moving::go(Stride::Down)], ["down", "j"] Emacs ["down", "j", "ctrl-n"], 0, "Go down.";
            PageUp: "page-up", "page up", [LISTS => moving::go(Stride::PageUp), &[Typing] => typing::go(Motion::PageUp(TEXT_PAGE))], ["pageup"] Emacs ["pageup", "alt-v"], 0, "Go up a page.";
            PageDown: "page-down", "page down", [LISTS => moving::go(Stride::PageDown), &[Typing] => typing::go(Motion::PageDown(TEXT_PAGE))], ["pagedown"] Emacs ["pagedown", "ctrl-v"], 0, "Go down a page.";
            First: "first", "first", [LISTS => moving::go(Stride::First)], ["home"], 0, "Go to the first.";
            Last: "last", "last", [LISTS => moving::go(Stride::Last)], ["end"], 0, "Go to the last.";
            NextPane: "next-pane", "pane", [EDITOR => editor::next_pane()], ["tab", "right"] Emacs ["tab", "right", "ctrl-x o"], 6, "Go to the next pane: headings, findings, statement.";
            PreviousPane: "previous-pane", "back", [EDITOR => editor::go_to_pane(Pane::previous)], ["shift-tab", "left"], 0, "Go to the pane before.";
            NextHeading: "next-heading", "next heading", [EDITOR => editor::turn(true) if page_beyond, &[Typing] => editor::turn(true) if page_beyond], ["]", "ctrl-]", "ctrl-5"], 7, "Go to the next heading, from within a text too.", "heading page chapter section";
            PreviousHeading: "previous-heading", "heading before", [EDITOR => editor::turn(false) if page_beyond], ["["], 0, "Go to the heading before.", "chapter section page";
            GoBack: "go-back", "where I was", [EDITOR => general::follow_trail(true) if been_elsewhere, &[Library] => general::follow_trail(true) if been_elsewhere], ["less"], 8, "Go back to where you were before the last jump: to another page, to what was found, to a problem, to another draft.", "return jump jumped last back where was history search place previous";
            GoForward: "go-forward", "forward again", [EDITOR => general::follow_trail(false) if been_elsewhere, &[Library] => general::follow_trail(false) if been_elsewhere], [">"], 0, "Go forward again to where you went back from.", "jump where was history next";
            Prompts: "prompts", "prompts", [EDITOR => editor::with(DraftEditor::toggle_prompts) if prompts], ["w"], 0, "Show or hide what the framework asks you to look at.", "questions look at guidance criteria characteristics of good";
            }
            "The library" {
            OpenDraft: "open", "open", [&[Library] => library::with_draft(Effect::Open) if draft_chosen], ["enter"], 1, "Open the draft.";
            NewDraft: "new", "new", [&[Library] => library::new_draft()], ["n"], 2, "Begin a new draft; or make one of an old statement, by the path of its file.", "create start report old read import statement";
            NextYear: "next-year", "next year", [&[Library] => library::next_year() if draft_chosen], ["y"], 6, "Begin this year's draft from last year's: the body and the names of the figures come with it.", "roll forward copy";
            DuplicateDraft: "duplicate", "duplicate", [&[Library] => library::ask_about(Consent::Duplicate) if draft_chosen], ["c"], 4, "Make a copy of the draft, with an identity of its own; asks first.", "copy clone";
            RenameDraft: "rename", "rename", [&[Library] => library::rename() if draft_chosen], ["r"], 5, "Give the draft's file another name; asks first.";
            TrashDraft: "trash", "to trash", [&[Library] => library::ask_about(Consent::Trash) if draft_chosen], ["d"], 6, "Put the draft in the trash; asks first.", "delete remove bin";
            RestoreDraft: "restore", "bring back", [&[Library] => library::restore() if trashed], ["u"], 0, "Bring a draft back that was put in the trash; of several, the one that is chosen.", "undo untrash undelete deleted recover";
            Filter: "filter", "filter", [&[Library] => library::filter() if any_draft, &[Checking] => problems::filter()], ["/"], 3, "Find drafts by words in their names, or in what is written in them; in the list of problems, those that have the words, to go to one.", "search find narrow inside";
            Reload: "reload", "reload", [&[Library] => library::reload(), &[Inspection] => inspection::reload()], ["ctrl-l"], 0, "Read the folder, or the drafts of the inspection, again, and draw the screen anew.";
            OpenExample: "example", "example", [&[Library] => library::open_example()], ["x"], 0, "Open a copy of a framework's example, to try things on.", "sample demo tutorial learn walk";
            NewInspection: "new-inspection", "inspection", [&[Library] => library::new_inspection()], ["i"], 7, "Begin an inspection of several bodies, each with a draft of its own.", "several forces thematic group";
            }
            "An inspection" {
            OpenCell: "open-cell", "open", [&[Inspection] => inspection::open_cell() if body_chosen], ["enter"], 1, "Open the draft at what the cursor is on; going back leads here again.";
            NextInspectionPage: "next-sheet", "page", [&[Inspection] => inspection::with(|it| it.turn(true))], ["tab"], 2, "Show the next page: grades, what each was told, figures, answers.";
            PreviousInspectionPage: "previous-sheet", "page before", [&[Inspection] => inspection::with(|it| it.turn(false))], ["shift-tab"], 0, "Show the page before.";
            ColumnRight: "column-right", "column", [&[Inspection] => inspection::with(|it| it.step_column(true))], ["right", "l"], 0, "Go to the next column.";
            ColumnLeft: "column-left", "column before", [&[Inspection] => inspection::with(|it| it.step_column(false))], ["left", "h"], 0, "Go to the column before.";
            AddDraft: "add-draft", "add", [&[Inspection] => inspection::add_draft() if changeable], ["a"], 3, "Add drafts of the folder to the inspection.";
            NewBody: "new-body", "new", [&[Inspection] => inspection::new_body() if changeable], ["n"], 4, "Make a new draft and add it to the inspection.";
            RemoveDraft: "remove-draft", "take out", [&[Inspection] => inspection::remove() if changeable & body_chosen], ["d", "delete"], 5, "Take the draft out of the inspection; its file stays as it is, and undo brings it back.", "delete";
            Retitle: "title", "title", [&[Inspection] => inspection::ask_title() if changeable], ["t"], 0, "Say what the report is called.", "name";
            Publish: "publication", "date", [&[Inspection] => inspection::ask_date() if changeable], ["D"], 0, "Say on which day the report is published.", "day publish";
            }
            "Findings and fields" {
            Edit: "edit", "edit", [&[Findings] => change::edit() if changeable & row], ["enter", "e"], 1, "Edit the text, or choose a value.", "change write type";
            Add: "add", "add", [&[Headings, Findings] => change::add() if changeable & addable], ["a"], 2, "Add one after this, of the same kind; in the details of a finding, a recommendation.", "new insert create finding recommendation recommend action deadline";
            AddStrength: "add-strength", "strength", [&[Headings, Findings] => change::add_finding(Kind::Strength) if changeable & addable], ["+"], 0, "Add a strength: something done well.", "positive praise good";
            AddImprovement: "add-improvement", "area for improvement", [&[Headings, Findings] => change::add_finding(Kind::Improvement) if changeable & addable], ["-"], 0, "Add an area for improvement.", "afi weakness needs improvement";
            AddConcern: "add-concern", "concern", [&[Headings, Findings] => change::add_finding(Kind::Concern) if changeable & addable], ["!"], 0, "Add a cause of concern.", "risk failure serious";
            AddPractice: "add-practice", "practice", [&[Headings, Findings] => change::add_finding(Kind::Practice) if changeable & addable], ["*"], 0, "Add a practice worth copying elsewhere.", "innovative promising";
            AddContext: "add-context", "context", [&[Headings, Findings] => change::add_finding(Kind::Context) if changeable & addable], ["="], 0, "Add context: neither praise nor blame.", "background note";
            TakeIn: "take-in", "new finding", [&[Headings, Findings] => intake::take_in() if changeable & words_wait & takes_findings], ["ctrl-v"] Emacs ["ctrl-y"], 8, "Make a finding of the words that wait for a place, or one of each line; what is pasted here is asked about at once.", "paste import bullets lines list split many clipboard";
            Mark: "mark", "mark", [&[Findings] => editor::with(DraftEditor::toggle_mark) if finding], ["x"], 7, "Mark the finding, or no longer: kind, frame, evidence, moving and deleting are then done to all that are marked; going back lets go of the marks.", "select several many multiple bulk tick choose";
            MarkDown: "mark-down", "mark down", [&[Findings] => editor::with(|it| it.mark_on(true)) if finding], ["shift-down"], 0, "Mark the finding and the one below, and go there: from here to there.", "select several many range extend";
            MarkUp: "mark-up", "mark up", [&[Findings] => editor::with(|it| it.mark_on(false)) if finding], ["shift-up"], 0, "Mark the finding and the one above, and go there.", "select several many range extend";
            MarkAll: "mark-all", "mark all", [&[Findings] => editor::mark_all() if any_finding], ["M"], 0, "Mark every finding of the page or, while words are looked for, every one in the draft that has them; again, none.", "select several many multiple bulk search found";
            Kind: "kind", "kind", [&[Findings] => change::choose_of_finding("Kind", FindingField::Kind) if changeable & findings], ["t"], 3, "Choose what the finding is.", "type strength need concern change need";
            Frame: "frame", "frame", [&[Findings] => change::choose_of_finding("Frame", FindingField::Stance) if changeable & findings], ["f"], 4, "Choose the frame that the finding is spoken in.", "stance spoken pleased words pleased satisfied concerned phrase";
            Details: "details", "details", [&[Findings] => change::details() if details], ["space"], 5, "Show every field of the finding, and its recommendations.", "fields join also order options more properties recommendation recommend action deadline";
            RecordEvidence: "evidence", "evidence", [&[Findings] => change::ask_for_evidence(false) if changeable & findings], ["v"], 6, "Record in a line what the finding stands on, or choose it from what is on record.", "source ledger proof cite citation reference footnote attach document";
            RecordAgainst: "weighs-against", "against", [&[Findings] => change::ask_for_evidence(true) if changeable & findings], ["V"], 0, "Record in a line what weighs against the finding.", "evidence counter";
            FilterEvidence: "filter-evidence", "which", [&[Headings, Findings] => editor::filter_evidence()], ["\\"], 0, "Choose which evidence is shown: unused, old, of a kind, under a heading.";
            ImportEvidence: "import", "from a file", [&[Headings, Findings] => importing::ask() if changeable & ledger], ["I"], 7, "Take evidence and figures out of a table (CSV or TOML), or out of a folder of files: each is shown before it comes in.", "import csv spreadsheet excel folder attach load interviews data return";
            Rewrite: "rewrite", "by hand", [&[Statement] => editor::rewrite() if changeable & sentence, &[Comparing] => comparison::rewrite() if changeable & by_hand], ["e"], 3, "Rewrite the sentence by hand; where what it stood on has changed, both texts are shown.", "override wording edit sentence change wording manual";
            RewriteParagraph: "rewrite-paragraph", "paragraph", [&[Statement] => editor::rewrite_paragraph() if changeable & sentence], ["E"], 0, "Rewrite the whole paragraph by hand.", "override wording";
            Provenance: "provenance", "see why", [EDITOR => editor::provenance() if grounds], ["i"], 2, "Show what a sentence stands on and what weighs against it; from evidence, every sentence that leans on it; from a grade, what speaks for it and against, and what would leave it unsupported.", "why sources evidence trace explain based";
            ReadOtherwise: "read-otherwise", "read otherwise", [&[Findings, Statement] => change::and_report(DraftEditor::read_otherwise) if changeable & one & read_otherwise], ["R"], 7, "Say that a sentence is about the body, or that another subject only begins like it; again leaves it to the program.", "subject grammar";
            MoveTo: "move-to", "move to", [&[Findings] => change::move_to() if changeable & movable], ["m"], 0, "Move the finding to another heading.", "heading refile heading";
            MoveUp: "move-up", "move up", [&[Findings] => change::shift(true) if changeable & neighbour, &[Inspection] => inspection::shift(false) if changeable & neighbour], ["alt-up", "K"], 0, "Move it up, before its neighbour.", "order reorder sort";
            MoveDown: "move-down", "move down", [&[Findings] => change::shift(false) if changeable & neighbour, &[Inspection] => inspection::shift(true) if changeable & neighbour], ["alt-down", "J"], 0, "Move it down, behind its neighbour.", "order reorder sort";
            Delete: "delete", "delete", [&[Findings] => change::delete() if changeable & deletable], ["d", "delete"], 0, "Delete it; undo brings it back.", "remove erase cut drop";
            NeedsFirst: "needs-first", "improvement first", [&[Headings, Findings] => change::and_report(DraftEditor::toggle_needs_first) if changeable & heading], ["F"], 0, "Let this heading's paragraph begin with its areas for improvement and causes of concern, or no longer.";
            BeginParagraph: "begin-paragraph", "¶ before", [&[Findings] => change::and_report(DraftEditor::toggle_begins_paragraph) if changeable & one & finding], ["P"], 8, "Let a new paragraph begin with this finding, or no longer.", "new ¶ break line";
            SetGrade: "grade", "grade", [&[Headings, Findings] => change::grade() if changeable & judged], ["g"], 6, "Choose the heading's grade from the scale, or say that it has none.", "judge mark rating score judgment good inadequate assess";
            Rationale: "rationale", "rationale", [&[Headings, Findings] => change::rationale() if changeable & judged, &[Statement] => editor::say_why() if changeable & worded_by_hand], ["r"], 0, "Write why this grade; of a sentence by hand, why it is worded so.", "why reason grade explain justification";
            Opening: "opening", "opening", [EDITOR => change::opening() if changeable], ["o"], 0, "Choose the sentence that the statement stands under.", "ladder first sentence headline summary lead sentence";
            Voice: "voice", "voice", [EDITOR => change::voice() if changeable], ["O"], 0, "Choose the voice in which the statement is spoken: the words that turn, I or we, joined or short.", "style tone tense person we I";
            OpenHeading: "open-heading", "open", [&[Headings] => editor::with(|it| it.go_to_pane(Pane::Findings))], ["enter"], 1, "Go into the heading.";
            ShowSource: "show-source", "to its finding", [&[Statement] => editor::show_source() if source], ["enter"], 1, "Go to what the sentence stands on.";
            }
            "Reading aloud" {
            ReadAloud: "read-aloud", "read aloud", [EDITOR => reading::open() if spoken, &[Library] => reading::from_library() if draft_chosen], ["s"], 0, "Read the statement aloud: the page alone, with a clock and the sentence that is due.", "speak listen rehearse present time pace minutes full screen preview";
            StartStop: "start-stop", "clock", [&[Aloud] => reading::start_stop()], ["space"], 1, "Start the clock, or stop it.", "pause time";
            Faster: "faster", "faster", [&[Aloud] => reading::change_pace(true)], ["+", "="], 10, "Read five words a minute more.", "pace speed";
            Slower: "slower", "slower", [&[Aloud] => reading::change_pace(false)], ["-"], 10, "Read five words a minute fewer.", "pace speed";
            }
            "Looking for words" {
            Find: "find", "find", [EDITOR => searching::find(), &[Typing] => searching::find_from_text()], ["/"] Emacs ["/", "ctrl-s"], 6, "Find words in all that is open, or go to a heading, a finding, a figure by a few letters of it.", "search look go jump replace substitute";
            FindBack: "find-back", "find back", [EDITOR => searching::find_back(), &[Typing] => searching::find_back()], [] Emacs ["ctrl-r"], 0, "Go to the place before that has the words which are looked for; where none are, find some.", "backwards reverse";
            GoToFound: "go-to-found", "go there", [&[Searching] => searching::go() if lit], ["enter"], 1, "Go to the place; its words stay lit until you go back, and “next problem” goes from place to place.";
            ReplaceFound: "replace", "replace", [&[Searching] => searching::ask_by() if changeable & replaceable], ["ctrl-r"], 2, "Put other words in the place of these, in all texts or in some; each is shown before it is changed.", "substitute change";
            ReplaceChosen: "replace-chosen", "replace", [&[Replacing] => searching::replace() if changeable & chosen_to_replace], ["enter"], 1, "Replace the words in the texts that have a sign; undo takes all of it back in one step.";
            LeaveText: "leave-text", "not this one", [&[Replacing] => searching::toggle()], ["space"], 2, "Let this text be as it is, or replace the words in it after all.", "skip";
            LeaveAll: "leave-all", "all or none", [&[Replacing] => searching::toggle_all()], ["a"], 3, "Let all texts be as they are, to choose one by one, or replace the words in all of them.", "skip";
            }
            "What the checks tell" {
            NextProblem: "next-problem", "problem", [EDITOR => searching::next(true) if found_or_problem], ["n"], 5, "Go to the next thing from here that the checks tell of, and round again; while words are looked for, to the next place that has them.", "check error warning warnings next";
            PreviousProblem: "previous-problem", "problem before", [EDITOR => searching::next(false) if found_or_problem], ["N"], 0, "Go to the problem before, or to the place before that has the words.";
            Problems: "problems", "problems", [EDITOR => problems::list() if problem], ["c"], 0, "List every problem, each with why it matters and what to do.", "check errors warnings spelling style lint proofread validate quality check list stale out of date";
            PutRight: "put-right", "put right", [&[Findings, Statement] => problems::put_right_here() if changeable & fixable, &[Checking] => problems::put_right() if changeable & fixable, &[Typing] => problems::put_right_in_text() if changeable & slip_at_cursor], [".", "alt-."] Vim [".", "ctrl-x s"], 1, "Make the change that puts a problem right, where there is no doubt about it; where there is, choose: how a word is spelt, what a number counts.", "fix spelling dictionary number figure ledger braces correct autofix repair still so";
            LetStand: "let-stand", "let stand", [&[Findings, Statement] => problems::let_stand_here() if changeable & told, &[Checking] => problems::let_stand() if changeable & told], ["A"], 2, "Let a problem stand, and say why.", "accept ignore dismiss skip";
            }
            "Typing" {
            Done: "done", "done", [&[Typing] => typing::done()], ["esc"], 1, "Stop typing; every word is kept. Where an offered name is chosen, let go of it first.";
            Next: "next", "next one", [&[Typing] => typing::next()], ["enter", "ctrl-n"] Emacs ["enter"], 2, "Go on to a new one after this; inside a text, what stands behind the cursor becomes one of its own. From a field of a form, go on to the next field.";
            NextField: "next-field", "next field", [&[Typing] => typing::next_field(true)], ["tab"], 3, "Take the name that is chosen of those offered, and go to the next field.";
            PreviousField: "previous-field", "field before", [&[Typing] => typing::next_field(false)], ["shift-tab"], 0, "Take the name that is chosen of those offered, and go to the field before.", "back up";
            Split: "split", "split here", [&[Typing] => typing::split() if inside], ["ctrl-t"] Emacs ["ctrl-o"], 0, "Split the finding in two at the cursor.", "break";
            CursorLeft: "cursor-left", "left", [FIELDS => typing::go(Motion::Left)], ["left", "ctrl-b"] Vim ["left"], 0, "Go a character to the left.";
            CursorRight: "cursor-right", "right", [FIELDS => typing::go(Motion::Right)], ["right", "ctrl-f"] Vim ["right"], 0, "Go a character to the right.";
            CursorUp: "cursor-up", "up", [&[Typing, Asking] => typing::go(Motion::Up)], ["up"] Emacs ["up", "ctrl-p"], 0, "Go a row up, or to the name above in a list that is offered.";
            CursorDown: "cursor-down", "down", [&[Typing, Asking] => typing::go(Motion::Down)], ["down"] Emacs ["down", "ctrl-n"], 0, "Go a row down, or to the name below in a list that is offered.";
            WordLeft: "word-left", "word left", [FIELDS => typing::go(Motion::WordLeft)], ["ctrl-left", "alt-left", "alt-b"] Emacs ["ctrl-left", "alt-left"] Vim ["ctrl-left", "alt-left"], 0, "Go a word to the left.";
            WordRight: "word-right", "word right", [FIELDS => typing::go(Motion::WordRight)], ["ctrl-right", "alt-right", "alt-f"] Emacs ["ctrl-right", "alt-right"] Vim ["ctrl-right", "alt-right"], 0, "Go a word to the right.";
            RowStart: "row-start", "row start", [&[Typing, Asking] => typing::go(Motion::RowStart)], ["home"], 0, "Go to the start of the row, as the line is wrapped here; again, to the start of the line.";
            RowEnd: "row-end", "row end", [&[Typing, Asking] => typing::go(Motion::RowEnd)], ["end"], 0, "Go to the end of the row, as the line is wrapped here; again, to the end of the line.";
            LineStart: "line-start", "line start", [&[Typing, Asking] => typing::go(Motion::LineStart)], ["ctrl-a"] Vim [], 0, "Go to the start of the line, over all its rows.", "paragraph beginning";
            LineEnd: "line-end", "line end", [&[Typing, Asking] => typing::go(Motion::LineEnd)], ["ctrl-e"] Vim [], 0, "Go to the end of the line, over all its rows.", "paragraph";
            TextStart: "text-start", "start", [FIELDS => typing::go(Motion::Start)], ["ctrl-home", "alt-less"] Vim ["ctrl-home"], 0, "Go to the start of the text.";
            TextEnd: "text-end", "end", [FIELDS => typing::go(Motion::End)], ["ctrl-end", "alt->"] Vim ["ctrl-end"], 0, "Go to the end of the text.";
            SelectLeft: "select-left", "select left", [FIELDS => typing::select(Motion::Left)], ["shift-left"], 0, "Select a character to the left.";
            SelectRight: "select-right", "select right", [FIELDS => typing::select(Motion::Right)], ["shift-right"], 0, "Select a character to the right.";
            SelectUp: "select-up", "select up", [&[Typing] => typing::select(Motion::Up)], ["shift-up"], 0, "Select a row up.";
            SelectDown: "select-down", "select down", [&[Typing] => typing::select(Motion::Down)], ["shift-down"], 0, "Select a row down.";
            SelectWordLeft: "select-word-left", "select word left", [FIELDS => typing::select(Motion::WordLeft)], ["ctrl-shift-left", "alt-shift-left"], 0, "Select a word to the left.";
            SelectWordRight: "select-word-right", "select word right", [FIELDS => typing::select(Motion::WordRight)], ["ctrl-shift-right", "alt-shift-right"], 0, "Select a word to the right.";
            SelectRowStart: "select-row-start", "select to start", [FIELDS => typing::select(Motion::RowStart)], ["shift-home"], 0, "Select to the start of the row.";
            SelectRowEnd: "select-row-end", "select to end", [FIELDS => typing::select(Motion::RowEnd)], ["shift-end"], 0, "Select to the end of the row.";
            SelectAll: "select-all", "select all", [FIELDS => typing::select_all()], ["ctrl-alt-a"] Emacs ["ctrl-x h"], 0, "Select the whole text.";
            EraseBack: "erase-back", "erase", [FIELDS => typing::erase(Erase::Back)], ["backspace"], 0, "Erase the character before the cursor, or cut the selection.";
            EraseForward: "erase-forward", "erase forward", [FIELDS => typing::erase(Erase::Forward)], ["delete", "ctrl-d"] Vim ["delete"], 0, "Erase the character under the cursor, or cut the selection.";
            EraseWordBack: "erase-word-back", "erase word", [FIELDS => typing::erase(Erase::WordBack)], ["ctrl-w", "alt-backspace"] Emacs [] Vim ["ctrl-w"], 0, "Cut the word before the cursor.";
            EraseWordForward: "erase-word-forward", "erase word forward", [FIELDS => typing::erase(Erase::WordForward)], ["ctrl-delete"], 0, "Cut the word after the cursor.";
            EraseToStart: "erase-to-start", "erase to start", [FIELDS => typing::erase(Erase::ToLineStart)], ["ctrl-u"], 0, "Cut all before the cursor, to the start of the line, over all its rows.", "clear";
            EraseToEnd: "erase-to-end", "erase to end", [FIELDS => typing::erase(Erase::ToLineEnd)], ["ctrl-k"] Vim [], 0, "Cut all behind the cursor, to the end of the line, over all its rows.", "clear";
            Cut: "cut", "cut", [FIELDS => typing::cut()], ["ctrl-x"] Emacs [] Vim [], 0, "Cut the selection to the clipboard.";
            Copy: "copy", "copy", [FIELDS => typing::copy_selected()], ["ctrl-c", "alt-c"] Emacs ["alt-w"] Vim [], 0, "Copy the selection to the clipboard.";
            PasteBack: "paste", "paste", [FIELDS => waiting::paste_back()], ["ctrl-v"] Emacs ["ctrl-x ctrl-y"], 0, "Put in the words that wait for a place, as what was pasted where no text was open; else what was cut or copied here last.";
            Waiting: "waiting", "what waits", [WRITING => waiting::list() if words_are_kept, &[Library] => waiting::list() if words_are_kept], ["alt-k"] Vim ["ctrl-x k"], 0, "List the words that wait for a place, what came last first, to put one of them in; behind them what was replaced in a box, cut earlier, or taken back.", "pasted kept place unplaced stray";
            ForgetWaiting: "forget-waiting", "forget what waits", [WRITING => waiting::forget_waiting() if words_are_kept, &[Library] => waiting::forget_waiting() if words_are_kept, &[Choosing] => waiting::forget_lit() if waits_listed], ["alt-r"] Vim ["ctrl-x r"], 0, "Let the words that wait for a place wait no longer; of several, one that is chosen, or all; in their list, those of the lit row.", "rid drop discard pasted kept";
            EditOutside: "edit-outside", "editor", [&[Typing, Asking] => outside::edit() if open_to_others], ["alt-e"] Emacs ["ctrl-x ctrl-e"] Vim ["ctrl-x ctrl-e"], 0, "Edit the text in the program that VISUAL or EDITOR names; what comes back is one edit.", "$EDITOR $VISUAL vim vi nano emacs external program elsewhere";
            Yank: "yank", "put back", [FIELDS => killing::yank() if was_cut], [] Emacs ["ctrl-y"], 0, "Put in what was cut or copied last.", "paste kill insert";
            YankOlder: "yank-older", "what was before", [FIELDS => killing::yank_older() if was_cut], [] Emacs ["alt-y"], 0, "Put in the place of what was put back last what was cut or copied before it, and round again.", "paste kill ring pop";
            SetMark: "set-mark", "mark here", [FIELDS => killing::set_mark()], [] Emacs ["ctrl-space"], 0, "Select from here on, wherever the cursor goes, until something is done with it.", "region selection begin";
            DropMark: "drop-mark", "no mark", [&[Typing] => killing::drop_mark()], [] Emacs ["ctrl-g"], 0, "Select nothing any more.", "region selection end cancel";
            WordStart: "word-start", "word start", [FIELDS => typing::go(Motion::WordStart)], [] Emacs ["alt-b"], 0, "Go to the start of the word, or of the one before, over all that is no word.";
            WordEnd: "word-end", "word end", [FIELDS => typing::go(Motion::WordEnd)], [] Emacs ["alt-f"], 0, "Go to the end of the word, or of the next, over all that is no word.";
            SentenceStart: "sentence-start", "sentence start", [FIELDS => typing::go(Motion::SentenceStart)], [] Emacs ["alt-a"], 0, "Go to the start of the sentence, or of the one before.";
            SentenceEnd: "sentence-end", "sentence end", [FIELDS => typing::go(Motion::SentenceEnd)], [] Emacs ["alt-e"], 0, "Go to the end of the sentence, or of the next.";
            EraseToWordStart: "erase-to-word-start", "erase word", [FIELDS => typing::erase(Erase::ToWordStart)], [] Emacs ["alt-backspace"], 0, "Cut back to the start of the word, with all that is no word before the cursor.";
            EraseToWordEnd: "erase-to-word-end", "erase word", [FIELDS => typing::erase(Erase::ToWordEnd)], [] Emacs ["alt-d"], 0, "Cut on to the end of the word, with all that is no word behind the cursor.";
            EraseToBlank: "erase-to-blank", "erase to blank", [FIELDS => typing::erase(Erase::ToBlank)], [] Emacs ["ctrl-w"], 0, "Cut the selection or, where there is none, back to the blank before the cursor.", "kill region rubout";
            SwapCharacters: "swap-characters", "swap", [FIELDS => killing::rewrite(Rewrite::SwapCharacters)], [] Emacs ["ctrl-t"], 0, "Swap the characters on both sides of the cursor, at the end of a line the two before it.", "transpose";
            SwapWords: "swap-words", "swap words", [FIELDS => killing::rewrite(Rewrite::SwapWords)], [] Emacs ["alt-t"], 0, "Swap the words on both sides of the cursor, at the end the two before it.", "transpose";
            WordToCapitals: "word-to-capitals", "CAPITALS", [FIELDS => killing::rewrite(Rewrite::ToCapitals)], [] Emacs ["alt-u"], 0, "Write the rest of the word, or the next, in capitals.", "upcase uppercase case";
            WordToSmall: "word-to-small", "small", [FIELDS => killing::rewrite(Rewrite::ToSmall)], [] Emacs ["alt-l"], 0, "Write the rest of the word, or the next, in small letters.", "downcase lowercase case";
            WordCapital: "word-capital", "Capital", [FIELDS => killing::rewrite(Rewrite::Capital)], [] Emacs ["alt-c"], 0, "Write the rest of the word, or the next, with a capital and small letters.", "capitalise capitalize case";
            UndoTyping: "undo-typing", "undo", [BOXES => typing::undo()], ["ctrl-z"] Emacs ["ctrl-x u", "ctrl-_", "ctrl-7", "ctrl-z"], 0, "Take back the last word that was typed in the box.";
            RedoTyping: "redo-typing", "redo", [BOXES => killing::redo_or_yank_in_box()], ["ctrl-y"] Emacs ["ctrl-alt-_", "ctrl-alt-7"], 0, "Type again in the box what was taken back; where nothing was, put in what was cut or copied last.", "yank";
            }
            "Lists, questions, pages" {
            Choose: "choose", "choose", [&[Choosing] => choosing::choose() if lit], ["enter"], 1, "Take this one.";
            LastWords: "last-words", "last words", [&[Choosing] => choosing::last_words() if has_last_words], ["ctrl-r"], 3, "Put in the words by which this list was narrowed last.", "again filter history";
            Answer: "answer", "go on", [&[Asking] => asking::answer() if answerable], ["enter"], 1, "Take the answer.";
            TakeOffer: "take-offer", "complete", [&[Asking] => asking::take_offer() if offer], ["tab"], 2, "Take the name that is offered.";
            Back: "back", "back", [&[Library] => library::back() if filtered, &[Inspection] => inspection::first_page() if page_behind, EDITOR => editor::back() if pane_behind, OVERLAYS => general::close()], ["esc"] Emacs ["esc", "ctrl-g"], 9, "Go back, and leave things as they are: what was typed in a box is there when it is opened again.";
            GoOn: "go-on", "go on", [&[Interrupted] => general::close()], ["enter"], 1, "Go on, after what you were typing in was taken away.";
            $($print: concat!("print-", $id), $title, [&[Printing] => printing::show_as(PrintFormat::$format) if format], [$key], $footer, $help;)*
            PrintSources: "print-sources", "sources", [&[Printing] => printing::sources() if of_draft & edition], ["s"], 8, "Number each sentence and list what it stands on, or not.";
            PrintReport: "print-report", "report", [&[Printing] => printing::report() if edition], ["r"], 4, "Show the whole report with every finding, or the statement or notice again.";
            PrintGrades: "print-grades", "grades", [&[Printing] => printing::grades() if of_draft & edition], ["g"], 4, "Show the grades below the statement, each on its scale with last year's beside it, or not.";
            PrintNumbers: "print-numbers", "numbers", [&[Printing] => printing::numbers() if numberable], ["n"], 9, "Put its number before each sentence, for those who check the facts, or take the numbers out.", "factual accuracy refer sentence numbered comments";
            PrintNotes: "print-notes", "notes", [&[Printing] => printing::notes() if of_draft], ["c"], 10, "Print the open review notes too, for those who work on the draft, or without them, as it is published.", "comments reviewers";
            PrintLeftOut: "print-left-out", "left out", [&[Printing] => printing::left_out()], ["l"], 5, "List the texts that the print does not have in it, with the reasons, or show the print again.";
            PrintWith: "print-with", "this too", [&[Printing] => printing::with()], ["x"], 7, "Let the format that is shown be written too when others are, or no longer: one key then writes them all.", "several formats mark select also together";
            PrintWrite: "print-write", "write file", [&[Printing] => printing::write()], ["enter"], 1, "Write the print to a file beside the draft.";
            PrintCopy: "print-copy", "copy", [&[Printing] => printing::copy()], ["y"], 2, "Copy what is shown to the clipboard.";
            }
            "Two versions" {
            GoThere: "go-there", "go there", [&[Comparing, Recovering] => comparison::go_there() if stands, &[Checking] => problems::go_there() if told_place], ["enter"], 3, "Go to where the words stand.";
            KeepOurs: "keep-ours", "keep ours", [&[Comparing] => comparison::take(false) if choice_of_two], ["o"], 1, "Keep the words that stand here; the other program's stay in a review note that is done with.";
            TakeTheirs: "take-theirs", "take theirs", [&[Comparing] => comparison::take(true) if choice_of_two], ["t"], 2, "Take the other program's words in place of these; undo brings these back.";
            SetAside: "set-aside", "set aside", [&[Recovering] => comparison::set_aside() if changeable], ["x"], 1, "Set what was recovered aside: the draft is as its file was, and undo brings it back.";
            }
            "Another framework" {
            MapHeading: "map-heading", "elsewhere", [&[Mapping] => frameworks::map_heading()], ["enter"], 2, "Choose where the heading goes in the other framework.";
            MapToTray: "map-to-tray", "to the tray", [&[Mapping] => frameworks::map_to_tray()], ["x"], 3, "Let what the heading holds wait in the tray.";
            ApplyFramework: "apply-framework", "change it", [&[Mapping] => frameworks::apply_framework()], ["y"], 1, "Change the framework now; undo takes it back in one step.";
            Aside: "aside", "aside", [&[Findings] => change::and_report(DraftEditor::set_waiting_aside) if changeable & waiting], ["X"], 0, "Set what waits in the tray aside, or take it up again.", "tray later";
            }
            "The draft" {
            Undo: "undo", "undo", [WRITING => general::undo_redo(true) if changeable & history, &[Checking] => problems::undo_redo(true) if changeable & history, &[Interrupted] => general::step_behind(true)], ["u", "ctrl-z"] Emacs ["u", "ctrl-x u", "ctrl-_", "ctrl-7", "ctrl-z"], 8, "Take back the last change.", "back revert take back mistake deleted removed restore trash";
            Redo: "redo", "redo", [EDITOR_OR_GRID => general::undo_redo(false) if changeable & history, &[Typing] => killing::redo_or_yank() if changeable & redo_or_yank, &[Checking] => problems::undo_redo(false) if changeable & history, &[Interrupted] => general::step_behind(false)], ["U", "ctrl-y", "ctrl-r"] Emacs ["U", "ctrl-alt-_", "ctrl-alt-7"], 0, "Make the change again that was taken back; in a text where none was, put in what was cut or copied last.", "again forward yank";
            Save: "save", "save", [WRITING => saving::save()], ["ctrl-s"] Emacs ["ctrl-x ctrl-s"], 0, "Save now. Assay also saves by itself, after each pause and on leaving a field.", "write keep autosave store";
            SaveAs: "save-as", "save as", [EDITOR_OR_GRID => saving::save_as() if changeable], ["S"] Emacs ["S", "ctrl-x ctrl-w"], 0, "Save under another name, in another folder perhaps, and go on there.", "rename copy export move";
            LastYear: "last-year", "last year", [&[Headings, Findings] => change::request(Effect::FindEarlier) if changeable], ["Y"], 0, "Name last year's draft, so that its grades stand beside this year's.", "predecessor previous compare before";
            ChangeFramework: "change-framework", "framework", [&[Headings, Findings] => change::request(Effect::Frameworks(FrameworkPurpose::Change)) if changeable], ["W"], 0, "Change the framework; nothing is lost by it, what finds no place waits in the tray.", "programme template peel scale";
            TakeOver: "take-over", "take over", [EDITOR_OR_GRID => editor::take_over() if taken], ["T"], 0, "Take a draft or an inspection over that somebody else has open; what they typed is kept. Asks first.", "locked read only lock";
            Differences: "differences", "what differs", [EDITOR => comparison::show() if differences], ["D"], 0, "Show what was recovered, or what another program changed, side by side with what stood there.", "merge recovered conflict versions diff compare history";
            Print: "print", "print", [EDITOR_OR_GRID => printing::print()], ["p"], 7, "Print the statement, or the notice of an inspection: see it whole, write it to a file, copy it.", "export write file pdf word read aloud minutes count docx html markdown json save as export send mail preview publish report";
            CopyStatement: "copy-statement", "copy", [EDITOR_OR_GRID => printing::copy_statement()], ["y"], 0, "Copy the statement, or the notice, to the clipboard of your terminal.", "clipboard mail send";
            }
            "Everywhere" {
            Settings: "settings", "settings", [&[Library, Inspection, Headings, Findings, Statement] => settings::settings()], [","], 0, "Show the settings with what each is for, and change one: a theme is seen before it is chosen.", "theme colour color preferences options config dark light font size configure setup name of inspector autosave mouse width";
            Walk: "walk", "walk", [EDITOR => general::walk()], ["z"], 0, "Leave the walk through the example, or take it up again where it was.", "tour tutorial example learn introduction guide start";
            Palette: "palette", "commands", [&[Library, Inspection, Headings, Findings, Statement, Typing] => general::palette()], [":", "ctrl-p"] Emacs [":", "alt-x"], 10, "Find a command by its name.", "search";
            Help: "help", "help", [ALL => general::help() if unhelped], ["?", "ctrl-g"] Emacs ["?", "alt-?"], 11, "Show every key, those of this place first, and find one by what it does.", "keys manual shortcuts search find bindings what";
            Redraw: "redraw", "redraw", [EDITOR => general::redraw(), &[Typing] => general::redraw(), OVERLAYS => general::redraw()], ["ctrl-l"], 0, "Draw the screen anew, where another program has written over it.", "refresh screen garbled";
            Suspend: "suspend", "suspend", [KEYED => general::suspend()], [], 0, "Stop Assay and go back to the shell; `fg` goes on.", "background shell";
            Close: "close", "close", [KEYED => general::close()], ["q"] Emacs ["q", "ctrl-x k"], 9, "Close the page, the draft or the inspection; in the library, leave Assay.", "leave exit library go back";
            Quit: "quit", "leave", [ALL => general::leave()], ["ctrl-q"] Emacs ["ctrl-x ctrl-c", "ctrl-q"], 0, "Leave Assay. Everything is saved first.", "exit close close program end";
            }
        }
    };
}
pub(super) use command_rows;

macro_rules! entries {
    ($($group:literal { $($command:ident: $name:expr, $short:expr,
       [$($scopes:expr => $file:ident::$function:ident($($argument:expr),*) $(if $($need:ident)&+)?),+],
       [$($key:expr),*] $($set:ident [$($other:expr),*])*, $footer:expr, $help:expr $(, $also:literal)?;)* })*) => {
        /// Something that can be done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $($(#[doc = $help] $command,)*)* }

        use scopes::*;

        /// The table.
        pub const TABLE: &[CommandEntry] = &[
            $($(CommandEntry {
                command: Command::$command,
                name: $name,
                short: $short,
                help: $help,
                also: concat!("" $(, $also)?),
                group: $group,
                places: &[$($scopes),+],
                keys: &[$($key),*],
                other_keys: &[$((KeySet::$set, &[$($other),*])),*],
                footer: $footer,
            },)*)*
        ];
    };
}
command_table!(entries);

impl Command {
    /// Returns the table's entry.
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
                also: "",
                group: "",
                places: &[],
                keys: &[],
                other_keys: &[],
                footer: 0,
            },
        };
        TABLE.get(self as usize).unwrap_or(&FIRST)
    }

    /// Returns true where it erases at the cursor.
    pub(super) fn erases(self) -> bool {
        matches!(
            self,
            Self::EraseBack
                | Self::EraseForward
                | Self::EraseWordBack
                | Self::EraseWordForward
                | Self::EraseToWordStart
                | Self::EraseToWordEnd
                | Self::EraseToBlank
                | Self::EraseToStart
                | Self::EraseToEnd
        )
    }

    /// Returns true where it puts back what was cut.
    pub(super) fn puts_back(self) -> bool {
        matches!(
            self,
            Self::Yank | Self::YankOlder | Self::Redo | Self::RedoTyping
        )
    }

    /// Returns the command of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        TABLE
            .iter()
            .find(|entry| entry.name == name)
            .map(|entry| entry.command)
    }
}

impl CommandEntry {
    /// Returns its keys in a set, as the table has them.
    pub fn keys_in(&self, set: KeySet) -> &'static [&'static str] {
        let mut others = self.other_keys.iter();
        let other = others.find(|(of, _)| *of == set);
        other.map_or(self.keys, |(_, keys)| keys)
    }

    /// Returns every scope in which it is available.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        self.places.iter().copied().flatten().copied()
    }

    /// Returns true where it is available in a scope.
    pub fn is_in(&self, scope: Scope) -> bool {
        self.scopes().any(|other| other == scope)
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
            let scopes: std::collections::BTreeSet<Scope> = entry.scopes().collect();
            assert_eq!(scopes.len(), entry.scopes().count(), "{}", entry.name);
        }
    }
}
