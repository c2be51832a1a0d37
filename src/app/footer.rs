//! The keys of the line at the bottom: those that do something on what the cursor is on, the next step first.

use super::command::{Command, CommandEntry, TABLE};
use super::editor::{DraftEditor, EditorRow, Page, PageTally, SlipKind};
use super::key::Key;
use super::key_sequence::label;
use super::layout;
use super::needs::problem_to_put_right;
use super::overlay::{ComparisonKind, Overlay, PickerPurpose};
use super::scope::Scope;
use super::state::State;
use super::waiting_keys::WaitingKeys;
use crate::assessment::{JudgmentField, OVERALL, OverallField, Place};
use crate::text;

/// A key of the line at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FooterKey {
    /// The command.
    pub command: Command,
    /// The key, or those one after the other, as a label.
    pub key: String,
    /// The keys, as they are still to be pressed.
    pub keys: Vec<Key>,
    /// The words beside it.
    pub words: String,
}

/// Columns for a name in the words beside a key.
const NAME: usize = 24;

impl State {
    /// Returns the keys that do something here, the next step first, then the foremost; help at the end.
    pub fn footer(&self) -> Vec<FooterKey> {
        if let Some(waiting) = self.waiting_keys() {
            return self.may_follow(waiting);
        }
        let scope = self.scope();
        let next = self.next_step();
        // What the very thing at the cursor lacks comes behind the next step, before all that is possible everywhere.
        let lacks = |command| command == Command::RecordEvidence && self.lacks_evidence(scope);
        let rank = |command: Command, footer: u8| match &next {
            Some((step, _)) if *step == command => (0, 0),
            _ if lacks(command) => (1, 0),
            _ => (2, footer),
        };
        let step = |command: Command| next.as_ref().is_some_and(|(it, _)| *it == command);
        let mut entries: Vec<_> = TABLE
            .iter()
            .filter(|entry| entry.is_in(scope))
            .filter(|entry| self.place_here(entry, scope) > 0 || step(entry.command))
            .filter(|entry| self.can(entry.command, scope).is_ok())
            .filter_map(|entry| Some((entry, self.keymap.keys_in(scope, entry.command).next()?)))
            .collect();
        // Where two keys lead out alike, one is named.
        let back = entries.iter().any(|(it, _)| it.command == Command::Back);
        if back && !self.overlays.is_empty() {
            entries.retain(|(it, _)| it.command != Command::Close);
        }
        // From field to field Enter goes as well.
        if self.offered().is_none() {
            entries.retain(|(it, _)| it.command != Command::NextField);
        }
        // Keys that wait in a text with modes take all but these.
        if let Some(looks) = self.mode_waits() {
            entries.retain(|(it, _)| match it.command {
                Command::Done | Command::Back => true,
                Command::Next | Command::Answer => looks,
                _ => false,
            });
        }
        entries.sort_by_cached_key(|(entry, _)| rank(entry.command, self.place_here(entry, scope)));
        let keys = entries.into_iter().map(|(entry, keys)| FooterKey {
            command: entry.command,
            key: keys.label(),
            keys: keys.keys().to_vec(),
            words: match &next {
                Some((step, words)) if *step == entry.command => words.clone(),
                _ => self.footer_words(entry.command, scope, entry.short),
            },
        });
        keys.collect()
    }

    /// Returns the keys that wait for what follows in this place.
    pub(super) fn waiting_keys(&self) -> Option<&WaitingKeys> {
        let scope = self.scope();
        self.waiting_keys
            .as_ref()
            .filter(|keys| keys.scope == scope)
    }

    /// Returns what may follow the keys that wait, as keys of the line at the bottom: of each command that does something.
    pub(super) fn may_follow(&self, waiting: &WaitingKeys) -> Vec<FooterKey> {
        let scope = waiting.scope;
        let follow = |entry: &CommandEntry| {
            let mut keys = self.keymap.keys_in(scope, entry.command);
            let rest = keys.find_map(|keys| keys.keys().strip_prefix(&*waiting.keys))?;
            Some(FooterKey {
                command: entry.command,
                key: label(rest),
                keys: rest.to_vec(),
                words: entry.short.to_owned(),
            })
        };
        let here = TABLE.iter().filter(|entry| entry.is_in(scope));
        let able = here.filter(|entry| self.can(entry.command, scope).is_ok());
        able.filter_map(follow).collect()
    }

    /// Returns the place of a command in the footer of a scope, lowest first; 0 keeps it out. Where findings are marked, what
    /// is done to them comes first.
    fn place_here(&self, entry: &CommandEntry, scope: Scope) -> u8 {
        use Command::{Back, Delete, Frame, Kind, MoveTo, RecordEvidence};
        match (entry.command, scope) {
            // Where one goes from sentence to sentence nothing is lit that would say so.
            (Command::Down, Scope::Aloud) => 2,
            (Command::PageDown, Scope::Aloud) => 3,
            // What nobody tells of is no next step.
            (Command::PutRight, Scope::Findings) if !self.is_told_to_be_put_right() => 0,
            (Command::GoThere, Scope::Checking) => 1,
            // Where it is to be had, it is what that list is for.
            (Command::ForgetWaiting, Scope::Choosing) => 2,
            (Command::Rewrite, Scope::Comparing) => 1,
            // Behind the last field of a recommendation another is offered, and so is the way on.
            (Command::NextPane, Scope::Findings) if self.goes_by_fields() => 1,
            // Names are offered, and nothing else says how one is chosen.
            (Command::CursorDown, Scope::Typing) if self.offers_names() => 3,
            // Typing goes on.
            (Command::PutRight, Scope::Typing) => 4,
            (Kind | Frame | MoveTo | RecordEvidence | Delete | Back, Scope::Findings)
                if self.marked() > 0 =>
            {
                1
            }
            _ => entry.footer,
        }
    }

    /// Returns true where names are offered under the field that is typed in, and none is chosen.
    fn offers_names(&self) -> bool {
        let typing = self.editor.as_deref().and_then(|it| it.typing.as_ref());
        let list = typing.map(|it| &it.offers.list);
        list.is_some_and(|it| it.shown().len() > 0 && it.lit_at().is_none())
    }

    /// Returns true where the keys go from field to field of a form that is filled in.
    fn goes_by_fields(&self) -> bool {
        let editor = self.editor.as_deref();
        editor.is_some_and(DraftEditor::goes_by_fields)
    }

    /// Returns true where the cursor is on a finding that stands on no evidence yet.
    fn lacks_evidence(&self, scope: Scope) -> bool {
        let editor = self.editor.as_deref();
        scope == Scope::Findings && editor.is_some_and(DraftEditor::lacks_evidence)
    }

    /// Returns true where a key puts right what the checks tell of here.
    fn is_told_to_be_put_right(&self) -> bool {
        let told = problem_to_put_right(self).zip(self.editor.as_deref());
        told.is_some_and(|(problem, editor)| editor.is_put_right_by_key(problem))
    }

    /// Returns how many findings are marked.
    fn marked(&self) -> usize {
        self.editor.as_ref().map_or(0, |editor| editor.marked())
    }

    /// Returns what a key does here, in a word or two.
    fn footer_words(&self, command: Command, scope: Scope, short: &str) -> String {
        let words = match (command, scope) {
            (Command::Done | Command::Back, _) if self.mode_waits().is_some() => {
                Some("give it up".to_owned())
            }
            (Command::Next | Command::Answer, _) if self.mode_waits().is_some() => {
                Some("look for it".to_owned())
            }
            (Command::Done | Command::Back, _) if self.leaves_mode() => {
                Some("normal mode".to_owned())
            }
            (Command::Close, Scope::Library) => Some("leave".to_owned()),
            (Command::CursorDown, Scope::Typing) => Some("choose".to_owned()),
            (Command::Back, Scope::Findings) if self.goes_by_fields() => Some("done".to_owned()),
            (Command::NextPane, Scope::Findings) if self.goes_by_fields() => {
                Some("next field".to_owned())
            }
            (Command::Down, Scope::Aloud) => Some("next sentence".to_owned()),
            (Command::PageDown, Scope::Aloud) => Some("next paragraph".to_owned()),
            (Command::Back, Scope::Headings | Scope::Findings | Scope::Statement)
                if self.marked() > 0 =>
            {
                Some(format!("let go of {}", self.marked()))
            }
            (Command::NextProblem, _) => {
                let editor = self.editor.as_deref();
                let searches = editor.is_some_and(|it| it.search.is_some());
                searches.then(|| "next place".to_owned())
            }
            (Command::PutRight, _) => {
                let problem = problem_to_put_right(self);
                let editor = self.editor.as_deref();
                let stale = problem
                    .zip(editor)
                    .and_then(|(it, editor)| editor.stale_judgment(it));
                let slip = match scope {
                    Scope::Typing => editor.and_then(DraftEditor::slip_at_cursor),
                    Scope::Findings => editor.and_then(DraftEditor::slip_here),
                    _ => problem
                        .zip(editor)
                        .and_then(|(it, editor)| editor.slip_of(it)),
                };
                match slip.map(|slip| slip.kind) {
                    Some(SlipKind::Number) => Some("make it a figure".to_owned()),
                    Some(SlipKind::Spelling) => Some("spelling".to_owned()),
                    None => stale.map(|_| "still so".to_owned()),
                }
            }
            (Command::Choose, _) if self.chooses_problem() => Some("go there".to_owned()),
            (Command::Choose, _) => self.choice().map(|name| format!("take “{name}”")),
            (Command::Answer, _) => self.offered().map(|name| format!("take “{name}”")),
            (Command::Next, _) => {
                let offered = self.offered().map(|name| format!("take “{name}”"));
                offered.or_else(|| self.goes_on_to().map(str::to_owned))
            }
            (Command::NextField | Command::TakeOffer, _) => {
                self.offered().map(|_| "the same".to_owned())
            }
            (Command::Edit, _) => {
                let row = self.editor.as_deref().and_then(DraftEditor::current);
                match row {
                    Some(row) if row.is_chosen() => Some("choose".to_owned()),
                    Some(EditorRow::Figure(_) | EditorRow::Graded(_)) => Some("open".to_owned()),
                    _ => None,
                }
            }
            _ => self.words_in_box(command).map(str::to_owned),
        };
        words.unwrap_or_else(|| short.to_owned())
    }

    /// Returns what the key does that goes on from what is typed in, where it does not go on to another of the same.
    fn goes_on_to(&self) -> Option<&'static str> {
        let editor = self.editor.as_deref()?;
        Some(match editor.is_typing_in_item() {
            true if editor.is_inside_text() => "split here",
            true => return None,
            // Where one pane has little room, so have the keys.
            false if editor.is_before_field() && self.size.width < layout::TWO_PANES => "next",
            false if editor.is_before_field() => "next field",
            false => "done",
        })
    }

    /// Returns what a key does in the box on top, where that differs by what is shown in it.
    fn words_in_box(&self, command: Command) -> Option<&'static str> {
        let narrow = self.size.width < layout::TWO_PANES;
        match (command, self.overlays.last()?) {
            (Command::KeepOurs | Command::TakeTheirs, Overlay::Comparison(it))
                if it.compared == ComparisonKind::Stale =>
            {
                Some(match command {
                    Command::KeepOurs if narrow => "mine",
                    Command::KeepOurs => "keep my words",
                    _ if narrow => "woven",
                    _ => "take the woven ones",
                })
            }
            (Command::Rewrite, Overlay::Comparison(_)) if narrow => Some("write"),
            (Command::Rewrite, Overlay::Comparison(_)) => Some("write it"),
            (Command::ForgetWaiting, Overlay::Picker(_)) => Some("forget"),
            (Command::PrintLeftOut, Overlay::Page(page)) if page.is_left_out() => Some("the print"),
            (Command::ReplaceFound, Overlay::Search(it)) if it.field.text().trim().is_empty() => {
                Some("last words")
            }
            _ => None,
        }
    }

    /// Returns true where a problem is chosen to go to: its message is no name.
    fn chooses_problem(&self) -> bool {
        let top = self.overlays.last();
        matches!(top, Some(Overlay::Picker(it)) if matches!(it.purpose, PickerPurpose::Problems(_)) && it.chosen().is_some())
    }

    /// Returns the name of the lit row of the list on top.
    fn choice(&self) -> Option<String> {
        let row = match self.overlays.last()? {
            Overlay::Picker(picker) => picker.list.lit_row()?,
            // What it would do is said beside it.
            _ => return None,
        };
        Some(text::truncate(&row.label, NAME).into_owned())
    }

    /// Returns the name that Enter and Tab would take of those that are offered.
    fn offered(&self) -> Option<String> {
        let offers = match (self.overlays.last(), &self.editor) {
            (Some(Overlay::Question(question)), _) => &question.field.offers,
            (None, Some(editor)) => &editor.typing.as_ref()?.offers,
            _ => return None,
        };
        let row = offers
            .list
            .lit_at()
            .and_then(|at| offers.list.all().get(at))?;
        Some(text::truncate(&row.label, NAME).into_owned())
    }

    /// Returns what whoever works through the draft does next, with the words beside its key.
    fn next_step(&self) -> Option<(Command, String)> {
        let editor = self.editor.as_deref()?;
        let about = matches!(self.scope(), Scope::Headings | Scope::Findings);
        if about && editor.goes_by_fields() {
            if editor.is_behind_recommendation() {
                return Some((Command::Add, "another recommendation".to_owned()));
            }
            // What Tab does differs from what it does elsewhere: that is told before all.
            return Some((Command::NextPane, "next field".to_owned()));
        }
        if !about || editor.detail().is_some() || editor.marked() > 0 {
            return None;
        }
        if matches!(editor.page, Page::Heading(_)) && editor.tally() == PageTally::default() {
            return Some((Command::Add, "add a finding".to_owned()));
        }
        let judged = editor.judged_place(JudgmentField::Grade, OverallField::Grade);
        let open = match &judged {
            Some(Place::Judgment(id, _)) => {
                let graded = editor.framework.judged(id).is_some_and(|it| it.graded);
                graded && !editor.is_settled(id)
            }
            // Only where the whole has a grade.
            Some(_) => !editor.is_settled(OVERALL),
            None => false,
        };
        if open {
            return Some((Command::SetGrade, "give a grade".to_owned()));
        }
        let next = editor.page_beyond(true)?;
        let title = text::truncate(editor.page_title(next), NAME);
        Some((Command::NextHeading, format!("{title} is next")))
    }
}
