//! The other files of somebody's home, beside the draft that everything happens to: a plain draft, a sealed one that opens
//! with its passphrase or does not, an inspection that another program writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use assay::app::{Key, Message};
use assay::store::Frameworks;
use assay::store::recovery::{UnsavedJournal, text_of, unsaved_journals, unsaved_of_sealed};
use assay::store::seal::{BUILT, seal};

use super::script::Happening;
use super::sitting::Sitting;
use super::world::{DRAFT, Outcome, PASSPHRASE, World, passphrase};

/// The number of keys in a burst of undo or redo.
const BURST: usize = 6;

impl World {
    /// Writes the other drafts.
    pub(super) fn writes_others(&self) {
        let other = |id: &str| DRAFT.replace("id = \"wexmoor\"", &format!("id = \"{id}\""));
        fs::write(self.second(), other("second")).expect("a file can be written");
        if BUILT {
            let sealed = seal(other("third").as_bytes(), &passphrase()).expect("it is sealed");
            fs::write(self.third(), sealed).expect("a file can be written");
        }
    }

    fn second(&self) -> PathBuf {
        self.home.drafts().join("second.toml")
    }

    /// The other draft that is sealed.
    pub(super) fn third(&self) -> PathBuf {
        self.home.drafts().join("third.toml.age")
    }

    /// Lets something happen that is about the other files, or comes as a burst of keys.
    pub(super) fn happens_beside(&mut self, happening: &Happening) -> Outcome {
        match happening {
            Happening::Undos => return self.bursts(true),
            Happening::Redos => return self.bursts(false),
            Happening::Retitled => return self.retitles(),
            Happening::InspectionTaken => return self.takes_inspection(),
            Happening::Stalled => {
                self.sitting().stalled = true;
                return Outcome::Happened;
            }
            _ => {}
        }
        if !self.is_at_rest() || self.state().editor.is_some() {
            return Outcome::Nothing;
        }
        let path = match happening {
            Happening::Second => self.second(),
            Happening::DraftWrong if self.sealed => self.path(),
            Happening::Third
            | Happening::ThirdWrong
            | Happening::Arriving
            | Happening::ArrivingGivenUp => self.third(),
            _ => return Outcome::Nothing,
        };
        if !path.exists() {
            return Outcome::Nothing;
        }
        let right = matches!(happening, Happening::Third | Happening::Arriving);
        let arrives = matches!(happening, Happening::Arriving | Happening::ArrivingGivenUp);
        if arrives {
            self.sentences += 1;
        }
        let words = format!("{} was told by officers", self.mark());
        let sitting = self.sitting();
        sitting.open_file(&path);
        if *happening == Happening::Second {
            return Outcome::Happened;
        }
        sitting.holds_openings = arrives;
        let given = if right { PASSPHRASE } else { "wrong horse" };
        sitting.keys(given).keys("<enter>");
        if arrives {
            sitting.send(Message::Burst(words));
            sitting.opens();
        }
        if !right {
            sitting.keys("<esc>");
        }
        Outcome::Happened
    }

    /// Returns true where saves are only asked for.
    pub fn is_stalled(&self) -> bool {
        self.sitting.as_ref().is_some_and(|sitting| sitting.stalled)
    }

    /// Undoes, or makes again, many times in a row: in the text that is open, or where nothing lies over the draft.
    fn bursts(&mut self, back: bool) -> Outcome {
        let mut some = false;
        for _ in 0..BURST {
            let key = match (self.state().scope().takes_text(), self.is_at_rest(), back) {
                (true, _, true) => "ctrl-z",
                (true, _, false) => "ctrl-y",
                (false, true, true) => "u",
                (false, true, false) => "U",
                (false, false, _) => break,
            };
            let key = Key::parse(key).expect("a key");
            self.sitting().send(Message::Rested);
            self.sitting().send(Message::Key(key));
            some = true;
        }
        match some {
            true => Outcome::Happened,
            false => Outcome::Nothing,
        }
    }

    /// Another program adds a word to the title of the inspection.
    fn retitles(&self) -> Outcome {
        let path = self.home.drafts().join("estuary.toml");
        let Ok(text) = fs::read_to_string(&path) else {
            return Outcome::Nothing;
        };
        let mut lines = text.lines();
        let Some(title) = lines.find(|line| line.starts_with("title = \"") && line.ends_with('"'))
        else {
            return Outcome::Nothing;
        };
        let new = format!("{} anew\"", &title[..title.len() - 1]);
        fs::write(&path, text.replacen(title, &new, 1)).expect("a file can be written");
        Outcome::Happened
    }

    /// Somebody else takes the inspection over where it is open here, and types in it; or lets go of it.
    fn takes_inspection(&mut self) -> Outcome {
        let path = self.home.drafts().join("estuary.toml");
        if !path.exists() {
            return Outcome::Nothing;
        }
        if let Some(inspector) = self.inspector.take() {
            drop(inspector.leave());
            self.sitting().focus();
            return Outcome::Happened;
        }
        if self.state().grid.is_none() {
            return Outcome::Nothing;
        }
        let mut inspector = Sitting::resume(100, 36, self.home.clone(), &path);
        inspector
            .keys("T<down><enter>")
            .keys("t<ctrl-u>Theirs<enter>")
            .pause();
        self.inspector = Some(inspector);
        Outcome::Happened
    }

    /// Returns what the journals say that are not in their files, and those that were set aside.
    pub(super) fn said_in_journals(&self) -> String {
        static FRAMEWORKS: OnceLock<Frameworks> = OnceLock::new();
        let frameworks = FRAMEWORKS.get_or_init(|| Frameworks::load(std::path::Path::new("")));
        let state = self.state_folder();
        let text = |journal: &UnsavedJournal, passphrase: Option<_>| {
            text_of(&journal.journal, frameworks, passphrase).unwrap_or_default()
        };
        let plain = unsaved_journals(&state, &[self.home.drafts()], true);
        let mut said: String = plain.iter().map(|journal| text(journal, None)).collect();
        // None is sealed where sealing is not built.
        let passphrase = BUILT.then(passphrase);
        for (path, own) in self.sealed_texts() {
            let Some(passphrase) = &passphrase else {
                continue;
            };
            for journal in unsaved_of_sealed(&state, &path, &own, passphrase) {
                said += &text(&journal, Some(passphrase));
            }
        }
        said
    }

    /// Returns the sealed drafts that there are, with what they say.
    pub(super) fn sealed_texts(&self) -> Vec<(PathBuf, String)> {
        let own = self.sealed.then(|| self.path());
        let third = BUILT.then(|| self.third());
        // One that was moved goes on where it is.
        let open = self.sitting.as_ref().and_then(|sitting| {
            let editor = sitting.state.editor.as_ref()?;
            editor.file.sealed.then(|| editor.file.path.clone())
        });
        let all: BTreeSet<PathBuf> = own.into_iter().chain(third).chain(open).collect();
        let read = |path: PathBuf| {
            // In the trash it may be called otherwise.
            let name = path.file_name()?.to_string_lossy().into_owned();
            let stem = name.split('.').next()?.to_owned();
            let trash = fs::read_dir(self.folder().join(".trash"));
            let trash = trash.into_iter().flatten().flatten();
            let trash = trash.map(|entry| entry.path()).find(|path| {
                let own = path.file_name().unwrap_or_default().to_string_lossy();
                own.starts_with(&stem) && own.ends_with(".age")
            });
            let there = [path.clone(), self.folder().join(&name)];
            let mut there = there.into_iter().chain(trash);
            let there = there.find_map(|path| fs::read(path).ok());
            Some((path, self.unsealed(there?)))
        };
        all.into_iter().filter_map(read).collect()
    }

    /// Returns the words that are in memory only.
    pub fn in_memory(&self) -> String {
        self.state().in_memory_only().join("\n")
    }

    /// Returns the files of the home, whichever they are, that have words in clear.
    pub fn in_clear(&self, words: &str) -> Vec<PathBuf> {
        fn files(folder: PathBuf, found: &mut Vec<PathBuf>) {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                match entry.path().is_dir() {
                    true => files(entry.path(), found),
                    false => found.push(entry.path()),
                }
            }
        }
        let mut all = Vec::new();
        files(self.home.path().to_owned(), &mut all);
        all.retain(|path| {
            let bytes = fs::read(path).unwrap_or_default();
            String::from_utf8_lossy(&bytes).contains(words)
        });
        all
    }
}
