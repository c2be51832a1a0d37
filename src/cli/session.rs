//! The session that commands share: where they read and write, the settings, the frameworks, a draft by name.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::CliError;
use super::marked::{Marked, shown_path};
use super::unlocking::Unlocking;
use crate::assessment::Framework;
use crate::config::{self, Loaded, Terminal, Theme};
use crate::store::format::{self, Draft, DraftOrInspection, FrameworkMissing, Refused, near_or};
use crate::store::library::{self, Called};
use crate::store::recovery::{self, FileWaiting, UnsavedJournal};
use crate::store::seal::{self, Passphrase, SealError};
use crate::store::{Frameworks, Places, at_home, read_bytes};
use crate::text::{agreeing, counted, listed, visible_line};

/// One run of the program. What a command does not ask for is not read: `assay print` looks at no
/// settings, so that broken settings keep nobody from their statement.
pub(super) struct Session<'a> {
    /// The way out for results, with nothing hidden in them.
    pub(super) out: Marked<&'a mut dyn Write>,
    /// The input that `-` stands for.
    pub input: &'a mut dyn Read,
    /// The columns of the terminal that results go to; nothing where they go to a pipe or a file.
    pub width: Option<usize>,
    /// Notes beside the results, printed on standard error at the end.
    pub notes: Vec<String>,
    settings: Option<Loaded>,
    unlocking: Unlocking,
    /// The passphrase that opened a draft last; it opens the next one too, more often than not.
    passphrase: Option<Arc<Passphrase>>,
}

impl<'a> Session<'a> {
    /// Returns a session with these ends.
    pub(super) fn new(
        out: &'a mut dyn Write,
        input: &'a mut dyn Read,
        width: Option<usize>,
    ) -> Self {
        Self {
            out: Marked::new(out),
            input,
            width,
            notes: Vec::new(),
            settings: None,
            unlocking: Unlocking::default(),
            passphrase: None,
        }
    }

    /// Prints a whole text.
    pub(super) fn print(&mut self, text: impl AsRef<[u8]>) -> Result<(), CliError> {
        Ok(self.out.write_all(text.as_ref())?)
    }

    /// Returns the folders in which things are kept.
    ///
    /// # Errors
    /// The machine knows no home for this user.
    pub(super) fn places(&self) -> Result<Places, CliError> {
        Places::from_env().ok_or_else(|| {
            CliError::Unusable(
                "there is no home folder; set HOME, or XDG_CONFIG_HOME and XDG_DATA_HOME".into(),
            )
        })
    }

    /// Returns the settings.
    ///
    /// # Errors
    /// The file is there and cannot be used.
    pub(super) fn settings(&mut self) -> Result<&Loaded, CliError> {
        let loaded = match self.settings.take() {
            Some(loaded) => loaded,
            None => {
                let places = self.places()?;
                config::read_among(&places.config, &places.themes)?
            }
        };
        Ok(self.settings.insert(loaded))
    }

    /// Returns the folder of drafts: the one that the settings name, or the usual place.
    ///
    /// # Errors
    /// The settings cannot be used.
    pub(super) fn drafts(&mut self) -> Result<PathBuf, CliError> {
        let places = self.places()?;
        let settled = self.settings()?.config.drafts.clone();
        Ok(settled.map_or(places.drafts, |folder| at_home(&folder)))
    }

    /// Leads a name to the draft in the folder of drafts that it is of, where nothing stands in the present folder under it;
    /// notes which. What is found nowhere stays as it is, and is told of by the command.
    ///
    /// # Errors
    /// Several drafts may be meant, or one of nearly the same name; that is not said of what may be a misspelt `command`.
    pub(super) fn look_up(&mut self, file: &mut PathBuf, command: bool) -> Result<(), CliError> {
        if file.as_path() == Path::new("-") || file.symlink_metadata().is_ok() {
            return Ok(());
        }
        // Whoever has broken settings hears of the file that is not there.
        let Ok(folder) = self.drafts() else {
            return Ok(());
        };
        match library::called(&folder, file) {
            Called::Draft(path) => {
                self.notes
                    .push(format!("{} is {}", shown_path(file), shown_path(&path)));
                *file = path;
                Ok(())
            }
            Called::Several(names) => {
                let why = format!(
                    "several of your drafts are called so: {}; name one in full",
                    listed(&names, "and")
                );
                Err(CliError::file(file.display(), why))
            }
            Called::Near(name) if !command => {
                let why = format!(
                    "there is no draft of this name, here or among yours; did you mean \"{name}\"?"
                );
                Err(CliError::file(file.display(), why))
            }
            Called::Near(_) | Called::Nothing => Ok(()),
        }
    }

    /// Returns the theme that the settings and the terminal ask for.
    ///
    /// # Errors
    /// The settings or the theme cannot be used.
    pub(super) fn theme(&mut self) -> Result<Theme, CliError> {
        let folder = self.places()?.themes;
        let loaded = self.settings()?;
        Ok(in_terminal(|terminal| {
            config::read_theme(loaded, &folder, terminal)
        })?)
    }

    /// Returns every theme that can be chosen, by its name in the settings.
    ///
    /// # Errors
    /// The settings cannot be used.
    pub(super) fn themes(&mut self) -> Result<Vec<(String, Theme)>, CliError> {
        let folder = self.places()?.themes;
        let loaded = self.settings()?;
        Ok(in_terminal(|terminal| {
            config::read_themes(loaded, &folder, terminal)
        }))
    }

    /// Returns the frameworks that there are, the user's own among them.
    ///
    /// # Errors
    /// The machine knows no home for this user.
    pub(super) fn frameworks(&self) -> Result<Frameworks, CliError> {
        Ok(Frameworks::load(&self.places()?.frameworks))
    }

    /// Notes where the environment names a time zone that is not known: times are then in UTC.
    pub(super) fn note_unknown_zone(&mut self) {
        let named = std::env::var_os("TZ").unwrap_or_default();
        if !named.is_empty() && TimeZone::system().is_unknown() {
            let named = named.to_string_lossy();
            let named = visible_line(&named);
            self.notes.push(format!(
                "TZ is \"{named}\", which is no time zone that is known here, so times are in UTC; write it as Europe/London"
            ));
        }
    }

    /// Takes passphrases from where the arguments say, from here on.
    pub(super) fn unlock_with(&mut self, unlocking: &Unlocking) {
        self.unlocking = unlocking.clone();
    }

    /// Returns a draft, sealed or not; `-` is standard input.
    ///
    /// # Errors
    /// It cannot be read, or holds something wrong.
    pub(super) fn draft(
        &mut self,
        file: &Path,
        frameworks: &Frameworks,
    ) -> Result<Draft, CliError> {
        let (name, text, read) = self.read_any(file, frameworks)?;
        match read? {
            DraftOrInspection::Draft(draft) => Ok(*draft),
            // Says what it lacks.
            DraftOrInspection::Inspection(_) => {
                Ok(format::read(&name, &text, &|id| frameworks.get(id))?)
            }
        }
    }

    /// Returns what stands in a file, sealed or not: a draft or an inspection; with the name that messages call it, and
    /// its text.
    ///
    /// # Errors
    /// It cannot be read, or holds something wrong.
    pub(super) fn content(
        &mut self,
        file: &Path,
        frameworks: &Frameworks,
    ) -> Result<(String, String, DraftOrInspection), CliError> {
        let (name, text, content) = self.read_any(file, frameworks)?;
        Ok((name, text, content?))
    }

    /// Does the same; what stands in the file may be refused while its text is known.
    ///
    /// # Errors
    /// The file cannot be read or opened.
    pub(super) fn read_any(
        &mut self,
        file: &Path,
        frameworks: &Frameworks,
    ) -> Result<(String, String, Result<DraftOrInspection, Refused>), CliError> {
        let (name, text, sealed) = self.unsealed(file)?;
        let (head, content) = format::read_any(&name, &text, &|id| frameworks.get(id));
        let id = head.map_or_else(String::new, |head| head.id);
        self.note_waiting_of(file, (&text, &id), sealed);
        Ok((name, text, content))
    }

    /// Returns the text of a file, sealed or not, and the name that messages call it.
    ///
    /// # Errors
    /// It cannot be read or opened.
    pub(super) fn text(&mut self, file: &Path) -> Result<(String, String), CliError> {
        let (name, text, sealed) = self.unsealed(file)?;
        let id = format::read_opening("", &text).map_or_else(|_| String::new(), |head| head.id);
        self.note_waiting_of(file, (&text, &id), sealed);
        Ok((name, text))
    }

    /// Returns the name and the text of a file, and whether it is sealed.
    fn unsealed(&mut self, file: &Path) -> Result<(String, String, bool), CliError> {
        let (name, bytes) = self.bytes(file)?;
        let sealed = seal::is_sealed(&bytes);
        let bytes = self.opened(&name, bytes)?;
        let text = format::decode(&name, bytes)?;
        Ok((name, text, sealed))
    }

    /// Returns the text of a file that is no draft: a table, notes.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub(super) fn plain_text(&mut self, file: &Path) -> Result<(String, String), CliError> {
        let (name, bytes) = self.bytes(file)?;
        let text = format::decode(&name, bytes)?;
        Ok((name, text))
    }

    /// Returns the passphrase that opened a draft last.
    pub(super) fn passphrase(&self) -> Option<&Arc<Passphrase>> {
        self.passphrase.as_ref()
    }

    fn note_waiting_of(&mut self, file: &Path, content: (&str, &str), sealed: bool) {
        let passphrase = self.passphrase.take();
        self.note_waiting(file, content, passphrase.as_deref().filter(|_| sealed));
        self.passphrase = passphrase;
        self.note_kept_beside(file);
    }

    /// Notes that words of a draft stand in a file beside it, since it could not be written. Returns true where that is so.
    pub(super) fn note_kept_beside(&mut self, file: &Path) -> bool {
        let state = self.places().map(|places| places.state);
        let (Ok(state), Ok(frameworks)) = (state, self.frameworks()) else {
            return false;
        };
        let kept = recovery::kept_beside(&state, file, &frameworks);
        for beside in &kept {
            self.notes.push(format!(
                "{}: words of it were kept beside it, in {}, and it has not all of them; opening it offers to bring them in",
                shown_path(file),
                shown_path(beside),
            ));
        }
        !kept.is_empty()
    }

    /// Notes that edits of a draft wait in its journal: what is made of the file does not have them.
    pub(super) fn note_waiting(
        &mut self,
        file: &Path,
        content: (&str, &str),
        passphrase: Option<&Passphrase>,
    ) {
        let state = self.places().map(|places| places.state).ok();
        let waiting = state.map(|state| recovery::waiting_by_id(&state, file, content, passphrase));
        let FileWaiting { edits, left_locked } = waiting.unwrap_or_default();
        if left_locked {
            self.notes.push(format!(
                "{}: edits may wait that another passphrase opens; `assay recover` with that one and `--output` writes them to a new file",
                shown_path(file),
            ));
        }
        let Some(UnsavedJournal {
            steps, asks, was, ..
        }) = edits
        else {
            return;
        };
        if asks {
            self.notes.push(format!(
                "{}: {} {} that may be its own: made to {}, which is gone; opening it asks",
                shown_path(file),
                counted(steps, "edit"),
                agreeing(steps, "waits", "wait"),
                shown_path(&was),
            ));
            return;
        }
        self.notes.push(format!(
            "{}: {} {} in its journal and not in the file; opening it brings back what waits",
            shown_path(file),
            counted(steps, "edit"),
            agreeing(steps, "waits", "wait"),
        ));
    }

    /// Returns the name and the bytes of a file.
    pub(super) fn bytes(&mut self, file: &Path) -> Result<(String, Vec<u8>), CliError> {
        if file == Path::new("-") {
            let name = "standard input".to_owned();
            let mut bytes = Vec::new();
            let mut most = (&mut *self.input).take(format::MAX_BYTES + 1);
            most.read_to_end(&mut bytes)
                .map_err(|error| CliError::file(&name, error))?;
            return Ok((name, bytes));
        }
        let bytes = read_bytes(file).map_err(CliError::unusable)?;
        Ok((file.display().to_string(), bytes))
    }

    /// Returns the bytes of a file, out of its seal where it has one.
    ///
    /// # Errors
    /// There is no passphrase to be had, or it does not open the file.
    pub(super) fn opened(&mut self, name: &str, bytes: Vec<u8>) -> Result<Vec<u8>, CliError> {
        if !seal::is_sealed(&bytes) {
            return Ok(bytes);
        }
        if let Some(passphrase) = &self.passphrase {
            match seal::unseal(&bytes, passphrase) {
                // A person can be asked for another one.
                Err(SealError::WrongPassphrase) if self.unlocking.asks() => {}
                opened => return opened.map_err(|why| CliError::file(name, why)),
            }
        }
        let passphrase = self.unlocking.passphrase(name, &mut self.notes)?;
        let opened = seal::unseal(&bytes, &passphrase).map_err(|why| CliError::file(name, why))?;
        self.passphrase = Some(Arc::new(passphrase));
        Ok(opened)
    }
}

/// Returns the framework of this id.
///
/// # Errors
/// There is none, or its file is broken.
pub(super) fn framework(frameworks: &Frameworks, id: &str) -> Result<Arc<Framework>, CliError> {
    frameworks.get(id).map_err(|missing| match missing {
        FrameworkMissing::Unknown { known } => {
            let there = || format!("there are {}", known.join(", "));
            let hint = near_or(id, known.iter().map(String::as_str), there);
            CliError::Unusable(format!("there is no framework \"{id}\"; {hint}"))
        }
        FrameworkMissing::Broken { reason } => CliError::Unusable(reason),
    })
}

/// Returns the columns of the terminal; 80 where it does not say.
pub(super) fn terminal_width() -> usize {
    terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0))
}

/// Does something with what the terminal says of itself.
fn in_terminal<T>(with: impl FnOnce(Terminal<'_>) -> T) -> T {
    let says = |name: &str| std::env::var(name).ok();
    let (no_color, colorfgbg) = (says("NO_COLOR"), says("COLORFGBG"));
    let (colorterm, term) = (says("COLORTERM"), says("TERM"));
    with(Terminal {
        no_color: no_color.as_deref(),
        colorfgbg: colorfgbg.as_deref(),
        colorterm: colorterm.as_deref(),
        term: term.as_deref(),
    })
}
