//! The world around somebody at the keys: other programs, a disk, and the end of the program.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use assay::app::layout::Pane;
use assay::app::{DraftEditor, Message, Page, State};
use assay::assessment::{Assessment, is_unplaced};
use assay::store::recovery::{WaitingWords, waiting_words, words_of_sealed};
use assay::store::seal::{BUILT, Passphrase, is_sealed, seal, unseal};

use super::home::Home;
use super::script::Happening;
use super::sitting::Sitting;

/// The draft that everything happens to.
pub const DRAFT: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n# of the first\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force made {disruptions} disruptions.\"\n\n# of the second\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n\n[[figures]]\nid = \"disruptions\"\nvalue = \"12\"\n\n[[figures]]\nid = \"distances\"\nvalue = \"15\"\n";

/// The passphrase of a draft that is sealed.
pub(super) const PASSPHRASE: &str = "correct horse battery";

const INSPECTION: &str =
    "format = 1\nid = \"estuary\"\ntitle = \"Estuary\"\ndrafts = [\"draft.toml\"]\n";

pub(super) fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned()).expect("a passphrase")
}

/// Somebody's place, from which a key opens a box.
#[derive(Clone, Debug, PartialEq)]
pub enum Position {
    /// In the draft.
    Draft(Pane, Page, usize, (usize, usize)),
    /// At a file of the library.
    Library(Option<PathBuf>),
    /// In the inspection.
    Inspection,
}

/// What came of a happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Nothing,
    Happened,
    /// The program is over.
    Ended,
}

/// Somebody at the keys, and the world around.
pub struct World {
    pub(super) home: Home,
    path: PathBuf,
    /// How many sentences came that had not come before, and how often the draft was moved.
    pub(super) sentences: usize,
    moves: usize,
    pub(super) sitting: Option<Sitting>,
    /// Somebody else, on another machine.
    pub other: Option<Sitting>,
    /// Somebody else at the inspection, on another machine.
    pub(super) inspector: Option<Sitting>,
    /// Whether another program did something to the file.
    pub foreign: bool,
    /// Whether the file is gone, and nobody was asked what to do.
    pub gone: bool,
    broken: bool,
    /// Whether the draft is sealed.
    pub(super) sealed: bool,
    /// What was sealed and has been opened: that takes a while each time.
    opened: RefCell<HashMap<Vec<u8>, String>>,
    /// Whether something has happened.
    begun: bool,
    /// Whether somebody else had the draft, or it was given another name or put away here.
    others: bool,
    /// Whether, before the last end, somebody else had to do with the file.
    pub was_changed_elsewhere: bool,
}

impl World {
    pub fn new() -> Self {
        let home = Home::new();
        let path = home.write("data/assay/draft.toml", DRAFT);
        home.write("data/assay/estuary.toml", INSPECTION);
        let world = Self {
            sitting: Some(Sitting::resume(100, 36, home.clone(), &path)),
            other: None,
            inspector: None,
            home,
            path,
            sentences: 0,
            moves: 0,
            foreign: false,
            gone: false,
            broken: false,
            sealed: false,
            opened: RefCell::default(),
            begun: false,
            others: false,
            was_changed_elsewhere: false,
        };
        world.writes_others();
        world
    }

    /// The state folder.
    pub(super) fn state_folder(&self) -> PathBuf {
        self.home.path().join("state/assay")
    }

    /// The folder of drafts, where it is now.
    pub(super) fn folder(&self) -> PathBuf {
        match self.broken {
            true => self.home.path().join("away"),
            false => self.home.drafts(),
        }
    }

    pub fn path(&self) -> PathBuf {
        self.path.clone()
    }

    /// The word by which the last sentence is known that came.
    pub fn mark(&self) -> String {
        format!("mark{}mark", self.sentences)
    }

    /// Somebody who opens a file, with its passphrase where it is sealed.
    fn opens(&self, path: &Path) -> Sitting {
        let mut sitting = Sitting::resume(100, 36, self.home.clone(), path);
        if self.sealed {
            sitting.keys(PASSPHRASE).keys("<enter>");
        }
        sitting
    }

    /// What the draft's file says.
    pub fn text(&self) -> Option<String> {
        let bytes = fs::read(self.path()).ok()?;
        Some(self.unsealed(bytes))
    }

    pub(super) fn unsealed(&self, bytes: Vec<u8>) -> String {
        if !is_sealed(&bytes) {
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        let mut opened = self.opened.borrow_mut();
        let text = opened.entry(bytes).or_insert_with_key(|bytes| {
            let open = unseal(bytes, &passphrase()).expect("its passphrase opens it");
            String::from_utf8_lossy(&open).into_owned()
        });
        text.clone()
    }

    /// Another program writes the draft's file, sealed as it is.
    fn write(&self, text: &str) {
        let bytes = match self.sealed {
            true => seal(text.as_bytes(), &passphrase()).expect("it is sealed"),
            false => text.into(),
        };
        fs::write(self.path(), bytes).expect("a file can be written");
    }

    /// Lets the draft stand otherwise when the script begins.
    fn begins(&mut self, happening: &Happening) -> Outcome {
        if self.begun || *happening == Happening::Sealed && !BUILT {
            return Outcome::Nothing;
        }
        self.sitting = None;
        if *happening == Happening::Sealed {
            self.sealed = true;
            self.write(DRAFT);
        }
        if *happening == Happening::ReadOnly {
            self.other = Some(self.opens(&self.path()));
            self.others = true;
        }
        self.sitting = Some(self.opens(&self.path()));
        Outcome::Happened
    }

    pub fn sitting(&mut self) -> &mut Sitting {
        self.sitting.as_mut().expect("somebody sits there")
    }

    pub fn state(&self) -> &State {
        &self.sitting.as_ref().expect("somebody sits there").state
    }

    pub fn draft(&self) -> Option<&Assessment> {
        let editor = self.state().editor.as_ref();
        let editor = editor.filter(|it| it.file.path == self.path());
        editor.map(|it| &it.assessment)
    }

    /// Returns true where another draft is open than the one that everything happens to.
    pub fn is_in_another(&self) -> bool {
        self.state().editor.is_some() && self.draft().is_none()
    }

    /// Returns true where nothing lies over what is open, and no text is.
    pub(super) fn is_at_rest(&self) -> bool {
        let state = self.state();
        let typing = state.editor.as_ref().is_some_and(|it| it.typing.is_some());
        state.overlays.is_empty() && !typing
    }

    /// Lets something happen.
    pub fn happens(&mut self, happening: &Happening) -> Outcome {
        let path = self.path();
        if matches!(happening, Happening::Sealed | Happening::ReadOnly) {
            return self.begins(happening);
        }
        self.begun = true;
        let text = self.text();
        match (happening, text) {
            (Happening::Key(key), _) => {
                self.sitting().send(Message::Key(*key));
                self.others |= !self.gone && !path.exists();
                if self.state().is_over() {
                    return Outcome::Ended;
                }
            }
            (Happening::Paste(text), _) => drop(self.sitting().paste(text)),
            (Happening::Prose, _) => {
                self.sentences += 1;
                let words = format!("{} was told by officers", self.mark());
                self.sitting().send(Message::Burst(words));
            }
            (Happening::Pause, _) => drop(self.sitting().pause()),
            (Happening::Focus, _) => drop(self.sitting().focus()),
            (Happening::Inspection, _) if self.state().editor.is_none() => {
                let path = self.home.drafts().join("estuary.toml");
                self.sitting().open_file(&path);
            }
            (Happening::Inspection, _) => return Outcome::Nothing,
            (Happening::Library, _) if self.is_at_rest() => {
                for _ in 0..2 {
                    if self.state().editor.is_some() || self.state().grid.is_some() {
                        self.sitting().keys("q");
                    }
                }
            }
            (
                Happening::Second
                | Happening::Third
                | Happening::ThirdWrong
                | Happening::DraftWrong
                | Happening::Arriving
                | Happening::ArrivingGivenUp
                | Happening::Undos
                | Happening::Redos
                | Happening::Retitled
                | Happening::InspectionTaken
                | Happening::Stalled,
                _,
            ) => return self.happens_beside(happening),
            (Happening::Draft, Some(_)) if self.is_at_rest() && self.state().editor.is_none() => {
                let sealed = self.sealed;
                let sitting = self.sitting();
                sitting.open_file(&path);
                if sealed {
                    sitting.keys(PASSPHRASE).keys("<enter>");
                }
            }
            (Happening::TakenBack, _) if self.is_at_rest() && self.draft().is_some() => {
                let file = &self.state().editor.as_ref().expect("a draft").file;
                if !file.taken {
                    return Outcome::Nothing;
                }
                self.sitting().keys("T<down><enter>");
            }
            (Happening::Library | Happening::Draft | Happening::TakenBack, _) => {
                return Outcome::Nothing;
            }
            (Happening::OtherTypes, Some(_)) if self.other.is_some() => {
                self.foreign = true;
                self.other_types();
            }
            (Happening::OtherLeaves, Some(_)) if self.other.is_some() => {
                let other = self.other.take().expect("somebody else");
                drop(other.leave());
                self.sitting().focus();
            }
            (Happening::OtherTypes | Happening::OtherLeaves, _) => return Outcome::Nothing,
            (Happening::Killed, _) => self.sits_down_again(),
            (Happening::KilledAndRenamed, _) => {
                self.sits_down_again();
                self.sitting = None;
                let name = self.home.drafts().join("other name.toml");
                fs::rename(&path, &name).expect("a file can be renamed");
                drop(self.opens(&name));
                fs::rename(&name, &path).expect("a file can be renamed");
                self.sitting = Some(self.opens(&path));
            }
            (Happening::KilledAndMoved, _) => {
                self.stops();
                self.moves += 1;
                self.path = self
                    .home
                    .drafts()
                    .join(format!("moved-{}.toml", self.moves));
                fs::rename(&path, &self.path).expect("a file can be renamed");
                let other = format!("id = \"other-{}\"", self.moves);
                fs::write(&path, DRAFT.replace("id = \"wexmoor\"", &other)).expect("a file");
                // Whoever opens that one takes nothing along.
                drop(Sitting::resume(100, 36, self.home.clone(), &path));
                self.opens_again();
            }
            (Happening::Broken, _) => {
                let (drafts, away) = (self.home.drafts(), self.home.path().join("away"));
                match self.broken {
                    true => {
                        fs::remove_file(&drafts).expect("a file");
                        fs::rename(&away, &drafts).expect("the folder");
                    }
                    false => {
                        fs::rename(&drafts, &away).expect("the folder");
                        fs::write(&drafts, "").expect("a file");
                    }
                }
                self.broken = !self.broken;
            }
            (Happening::TakenOver, Some(_)) if self.other.is_none() && self.draft().is_some() => {
                let mut other = self.opens(&path);
                other.keys("T<down><enter>");
                self.other = Some(other);
                self.others = true;
            }
            (_, None) | (Happening::TakenOver, _) => return Outcome::Nothing,
            (foreign, Some(text)) => {
                self.foreign = true;
                let findings = "[[findings]]";
                let new = match foreign {
                    Happening::Older => Some(DRAFT.to_owned()),
                    Happening::Rewritten => Some(format!(
                        "{text}\n{findings}\nid = \"x{}\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"Theirs.\"\n",
                        text.len()
                    )),
                    Happening::Shortened => {
                        let mut parts: Vec<&str> = text.split(findings).collect();
                        if parts.len() > 2 {
                            parts.remove(1);
                        }
                        Some(parts.join(findings))
                    }
                    _ => None,
                };
                match (new, foreign) {
                    (Some(new), _) => self.write(&new),
                    (None, Happening::Renamed) => {
                        let to = self.home.drafts().join("renamed.toml");
                        fs::rename(&path, to).expect("a file can be renamed");
                        self.gone = true;
                    }
                    (None, _) => {
                        fs::remove_file(&path).expect("a file can be deleted");
                        self.gone = true;
                    }
                }
            }
        }
        Outcome::Happened
    }

    /// Returns true if words are in the draft, in the inspection, in a file or its name, or on the screen.
    pub fn is_somewhere(&mut self, words: &str) -> bool {
        let state = self.state();
        let quoted = format!("{words:?}");
        let quoted = quoted.trim_matches('"').to_owned();
        let draft = format!(
            "{:?}",
            state
                .editor
                .as_ref()
                .map(|it| (&it.assessment, &it.conflicts))
        );
        let grid = format!("{:?}", state.grid.as_ref().map(|it| &it.inspection));
        draft.contains(&quoted)
            || grid.contains(&quoted)
            || self.sitting().screen().contains(words)
            || self
                .files()
                .iter()
                .any(|(name, text)| name.contains(words) || text.contains(words))
    }

    /// Returns true while nobody can look into what belongs to the draft: it is sealed, and not where it was.
    pub(super) fn is_out_of_sight(&self) -> bool {
        self.sealed && self.text().is_none()
    }

    /// Returns which of these words are nowhere: neither in what is open, in a box, in the name of a file or in another file
    /// than those that are open, nor among what waits. While a file is open, it may have what was taken out of it since.
    pub fn not_kept(&mut self, mut words: Vec<String>) -> Vec<String> {
        if self.is_out_of_sight() {
            return Vec::new();
        }
        // What costs most is looked through last, and only for what is left.
        let sources: [fn(&mut Self) -> String; 4] = [
            Self::said_here,
            Self::said_in_files,
            |world| {
                world
                    .waiting()
                    .into_iter()
                    .map(|it| it.words + "\n")
                    .collect()
            },
            |world| world.said_in_journals(),
        ];
        for source in sources {
            if words.is_empty() {
                break;
            }
            let said = source(self);
            words.retain(|words| !said.contains(words.as_str()));
        }
        words
    }

    /// Returns what is open, as it is now.
    fn said_here(&mut self) -> String {
        let state = self.state();
        let boxes = state.overlays.iter().filter_map(|it| it.field());
        let boxes: String = boxes.map(|field| format!("{}\n", field.text())).collect();
        let editor = state.editor.as_ref();
        let open = editor.map(|it| (&it.assessment, &it.conflicts));
        let grid = state.grid.as_ref().map(|it| &it.inspection);
        format!("{boxes}{open:?}{grid:?}{}", self.in_memory())
    }

    /// Returns what the files say, and how they are called; of those that are open only that.
    fn said_in_files(&mut self) -> String {
        let state = self.state();
        let files = [
            state.editor.as_ref().map(|it| &it.file.path),
            state.grid.as_ref().map(|it| &it.file.path),
        ];
        let open = files.into_iter().flatten();
        let open: Vec<String> = open.map(|path| path.display().to_string()).collect();
        let said = |(name, text): (String, String)| match open.contains(&name) {
            true => name + "\n",
            false => format!("{name}\n{text}\n"),
        };
        self.files().into_iter().map(said).collect()
    }

    pub fn files(&self) -> Vec<(String, String)> {
        let folders = [self.folder(), self.folder().join(".trash")];
        let drafts = folders
            .iter()
            .filter_map(|folder| fs::read_dir(folder).ok());
        let drafts = drafts.flatten().flatten().map(|entry| entry.path());
        // What was printed is kept nowhere else by that.
        let drafts = drafts.filter(|path| {
            let ending = path.extension().unwrap_or_default();
            ending == "toml" || ending == "age"
        });
        let text = |path: PathBuf| {
            let text = self.unsealed(fs::read(&path).unwrap_or_default());
            // By its name where it belongs.
            let name = path.strip_prefix(self.folder()).unwrap_or(&path);
            (self.home.drafts().join(name).display().to_string(), text)
        };
        drafts.map(text).collect()
    }

    /// The words that wait.
    fn waiting(&self) -> Vec<WaitingWords> {
        let state = self.state_folder();
        let open = waiting_words(&state, &[self.home.drafts()], false);
        let sealed = self
            .sealed_texts()
            .into_iter()
            .flat_map(|(path, text)| words_of_sealed(&state, &path, &text, &passphrase(), false));
        open.into_iter().chain(sealed).collect()
    }

    /// Returns true if words are among those that wait to be put in or answered with.
    pub fn waits(&self, words: &str) -> bool {
        self.waiting().iter().any(|it| it.words == words)
    }

    /// Returns true if words are among those that wait for a place.
    pub fn waits_for_a_place(&self, words: &str) -> bool {
        let waiting = self.waiting();
        let mut unplaced = waiting.iter().filter(|it| is_unplaced(&it.on));
        unplaced.any(|it| it.words.contains(words))
    }

    pub fn is_changed_elsewhere(&self) -> bool {
        self.foreign || self.others || self.gone
    }

    /// The program is started again.
    pub fn sits_down_again(&mut self) {
        self.stops();
        self.opens_again();
    }

    fn opens_again(&mut self) {
        self.sitting = Some(self.opens(&self.path()));
        self.gone = false;
        self.others = false;
    }

    /// The program is killed; the draft is where it can be opened again.
    fn stops(&mut self) {
        self.was_changed_elsewhere = self.is_changed_elsewhere();
        self.sitting = None;
        self.other = None;
        if self.broken {
            let (drafts, away) = (self.home.drafts(), self.home.path().join("away"));
            fs::remove_file(&drafts).expect("a file");
            fs::rename(&away, &drafts).expect("the folder");
            self.broken = false;
        }
        let path = self.path();
        if !path.exists() {
            let renamed = self.home.drafts().join("renamed.toml");
            match renamed.exists() {
                true => fs::rename(renamed, &path).expect("a file can be renamed"),
                false => self.write(DRAFT),
            }
        }
    }

    /// Somebody else types at the end of the second finding, where it is there.
    fn other_types(&mut self) {
        let Some(other) = &mut self.other else {
            return;
        };
        other.keys("<esc>");
        if other.state.editor.is_none() || !other.state.overlays.is_empty() {
            return;
        }
        for _ in 0..3 {
            if other.editor().pane != Pane::Headings {
                other.keys("<tab>");
            }
        }
        other.keys("<home><down><down><down><tab><home>");
        for _ in 0..20 {
            if other.editor().finding() == Some(1) {
                other.keys("<enter> Theirs too.<esc>").pause();
                return;
            }
            other.keys("<down>");
        }
    }

    pub fn position(&self) -> Option<Position> {
        let state = self.state();
        match (state.editor.as_deref(), &state.grid) {
            (Some(editor), _) => (editor.detail().is_none() && self.draft().is_some()).then_some(
                Position::Draft(editor.pane, editor.page, editor.row, editor.sentence),
            ),
            (None, Some(_)) => Some(Position::Inspection),
            (None, None) => {
                let chosen = state.library.chosen().map(|card| card.path.clone());
                Some(Position::Library(chosen))
            }
        }
    }

    /// Goes to a file of the library.
    fn goes_to_library(&mut self, file: Option<PathBuf>) -> bool {
        for _ in 0..2 {
            if self.state().editor.is_some() || self.state().grid.is_some() {
                self.sitting().keys("q");
            }
        }
        let chosen = |world: &Self| {
            let card = world.state().library.chosen();
            card.map(|card| card.path.clone())
        };
        for _ in 0..20 {
            if chosen(self) == file {
                break;
            }
            self.sitting().keys("<down>");
        }
        self.state().editor.is_none() && self.state().grid.is_none() && chosen(self) == file
    }

    /// Goes to where a box was opened, by keys; returns false where it does not get there.
    pub fn goes(&mut self, at: Option<Position>) -> bool {
        let (pane, page, row, sentence) = match at {
            None => return false,
            Some(Position::Draft(pane, page, row, sentence)) => (pane, page, row, sentence),
            Some(Position::Library(file)) => return self.goes_to_library(file),
            Some(Position::Inspection) => {
                let path = self.home.drafts().join("estuary.toml");
                if !self.goes_to_library(Some(path.clone())) {
                    return false;
                }
                self.sitting().open_file(&path);
                return self.state().grid.is_some();
            }
        };
        let mut until = |key: &str, is: &dyn Fn(&DraftEditor) -> bool| {
            let there = |state: &State| state.editor.as_deref().is_some_and(is);
            for _ in 0..200 {
                if there(self.state()) {
                    return true;
                }
                self.sitting().keys(key);
            }
            false
        };
        until("<tab>", &|it| it.pane == Pane::Headings)
            && until("<home>", &|it| it.page == Page::About)
            && until("<down>", &|it| it.page == page)
            && until("<tab>", &|it| it.pane == pane)
            && until(if pane == Pane::Findings { "<home>" } else { "" }, &|it| {
                it.row <= row
            })
            && until("<down>", &|it| {
                pane == Pane::Headings || it.row == row && it.sentence == sentence
            })
    }
}
