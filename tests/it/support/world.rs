//! The world around somebody at the keys: other programs, a disk, and the end of the program.

use std::fs;
use std::path::PathBuf;

use assay::app::layout::Pane;
use assay::app::{DraftEditor, Message, Page, State};
use assay::assessment::Assessment;
use assay::store::recovery::waiting_words;

use super::home::Home;
use super::script::Happening;
use super::sitting::Sitting;

/// The draft that everything happens to.
pub const DRAFT: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n# of the first\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force made {disruptions} disruptions.\"\n\n# of the second\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n\n[[figures]]\nid = \"disruptions\"\nvalue = \"12\"\n\n[[figures]]\nid = \"distances\"\nvalue = \"15\"\n";

const INSPECTION: &str =
    "format = 1\nid = \"estuary\"\ntitle = \"Estuary\"\ndrafts = [\"draft.toml\"]\n";

/// Somebody's place in a draft.
pub type Position = (Pane, Page, usize, (usize, usize));

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
    home: Home,
    sitting: Option<Sitting>,
    /// Somebody else, on another machine.
    pub other: Option<Sitting>,
    /// Whether another program did something to the file.
    pub foreign: bool,
    /// Whether the file is gone, and nobody was asked what to do.
    pub gone: bool,
    broken: bool,
    /// Whether, before the last end, somebody else had to do with the file.
    pub was_changed_elsewhere: bool,
}

impl World {
    pub fn new() -> Self {
        let home = Home::new();
        let path = home.write("data/assay/draft.toml", DRAFT);
        home.write("data/assay/estuary.toml", INSPECTION);
        Self {
            sitting: Some(Sitting::resume(100, 36, home.clone(), &path)),
            other: None,
            home,
            foreign: false,
            gone: false,
            broken: false,
            was_changed_elsewhere: false,
        }
    }

    pub fn path(&self) -> PathBuf {
        self.home.drafts().join("draft.toml")
    }

    pub fn sitting(&mut self) -> &mut Sitting {
        self.sitting.as_mut().expect("somebody sits there")
    }

    pub fn state(&self) -> &State {
        &self.sitting.as_ref().expect("somebody sits there").state
    }

    pub fn draft(&self) -> Option<&Assessment> {
        self.state().editor.as_ref().map(|it| &it.assessment)
    }

    /// Lets something happen.
    pub fn happens(&mut self, happening: &Happening) -> Outcome {
        let path = self.path();
        let text = fs::read_to_string(&path).ok();
        match (happening, text) {
            (Happening::Key(key), _) => {
                self.sitting().send(Message::Key(*key));
                if self.state().is_over() {
                    return Outcome::Ended;
                }
            }
            (Happening::Paste(text), _) => drop(self.sitting().paste(text)),
            (Happening::Pause, _) => drop(self.sitting().pause()),
            (Happening::Focus, _) => drop(self.sitting().focus()),
            (Happening::Inspection, _) if self.state().editor.is_none() => {
                let path = self.home.drafts().join("estuary.toml");
                self.sitting().open_file(&path);
            }
            (Happening::Inspection, _) => return Outcome::Nothing,
            (Happening::Killed, _) => self.sits_down_again(),
            (Happening::KilledAndRenamed, _) => {
                self.sits_down_again();
                self.sitting = None;
                let name = self.home.drafts().join("other name.toml");
                fs::rename(&path, &name).expect("a file can be renamed");
                drop(Sitting::resume(100, 36, self.home.clone(), &name));
                fs::rename(&name, &path).expect("a file can be renamed");
                self.sitting = Some(Sitting::resume(100, 36, self.home.clone(), &path));
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
                let mut other = Sitting::resume(100, 36, self.home.clone(), &path);
                other.keys("T");
                self.other = Some(other);
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
                    (Some(new), _) => fs::write(&path, new).expect("a file can be written"),
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

    pub fn files(&self) -> Vec<(String, String)> {
        let drafts = fs::read_dir(self.home.drafts())
            .into_iter()
            .flatten()
            .flatten();
        let text = |path: PathBuf| {
            let text = fs::read_to_string(&path).unwrap_or_default();
            (path.display().to_string(), text)
        };
        drafts.map(|entry| text(entry.path())).collect()
    }

    /// Returns true if words are among those that wait to be put in or answered with.
    pub fn waits(&self, words: &str) -> bool {
        let state = self.home.path().join("state/assay");
        let waiting = waiting_words(&state, &[self.home.drafts()], false);
        waiting.iter().any(|it| it.words == words)
    }

    pub fn is_changed_elsewhere(&self) -> bool {
        self.foreign || self.other.is_some() || self.gone
    }

    /// The program is started again.
    pub fn sits_down_again(&mut self) {
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
                false => fs::write(&path, DRAFT).expect("a file can be written"),
            }
        }
        self.sitting = Some(Sitting::resume(100, 36, self.home.clone(), &path));
        self.gone = false;
    }

    pub fn position(&self) -> Option<Position> {
        let editor = self.state().editor.as_deref();
        let editor = editor.filter(|it| it.detail.is_none())?;
        Some((editor.pane, editor.page, editor.row, editor.sentence))
    }

    /// Goes to where a box was opened in the draft, by keys; returns false where it does not get there.
    pub fn goes(&mut self, at: Option<Position>) -> bool {
        let Some((pane, page, row, sentence)) = at else {
            return false;
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
