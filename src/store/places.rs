//! The places where things are kept. The one place that reads the environment for it.

use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs, UserDirs};

/// The files and folders of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The file of settings: `$ASSAY_CONFIG`, else `assay/config.toml` in `$XDG_CONFIG_HOME` or `~/.config`
    /// (on macOS too, where terminal users look for it), else the platform's place.
    pub config: PathBuf,
    /// The folder of drafts, unless the settings name another: `assay` in the documents folder, else the
    /// data folder.
    pub drafts: PathBuf,
    /// The user's own frameworks, beside the settings.
    pub frameworks: PathBuf,
    /// The user's own themes, beside the settings.
    pub themes: PathBuf,
    /// Journals, recovery and earlier versions.
    pub state: PathBuf,
}

impl Places {
    /// Returns the places that the environment and the platform give, or `None` where there is no home at all.
    pub fn from_env() -> Option<Self> {
        let own = ProjectDirs::from("", "", "assay")?;
        let absolute = |name: &str| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let folder = match (absolute("XDG_CONFIG_HOME"), BaseDirs::new()) {
            (Some(folder), _) => folder.join("assay"),
            (None, Some(dirs)) if !cfg!(windows) => dirs.home_dir().join(".config/assay"),
            _ => own.config_dir().to_owned(),
        };
        let settings = std::env::var_os("ASSAY_CONFIG").filter(|path| !path.is_empty());
        let documents =
            UserDirs::new().and_then(|dirs| dirs.document_dir().map(|dir| dir.join("assay")));
        let state = own.state_dir().unwrap_or_else(|| own.data_local_dir());
        Some(Self {
            config: settings.map_or_else(|| folder.join("config.toml"), PathBuf::from),
            drafts: documents.unwrap_or_else(|| own.data_dir().to_owned()),
            frameworks: folder.join("frameworks"),
            themes: folder.join("themes"),
            state: state.to_owned(),
        })
    }
}

/// The user of the program, and the machine, as a lock names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LockOwner {
    /// The user's name on the machine, or the number where no name is known.
    pub(super) user: String,
    /// The machine's name; empty where it has none.
    pub(super) host: String,
}

impl LockOwner {
    /// Returns the user and machine that the environment and the system name.
    pub(super) fn from_env() -> Self {
        let named = |name: &&str| std::env::var(name).ok().filter(|name| !name.is_empty());
        let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(named);
        Self {
            user: user.unwrap_or_else(numbered),
            host: host(),
        }
    }
}

#[cfg(unix)]
fn numbered() -> String {
    format!("user {}", rustix::process::getuid())
}

#[cfg(unix)]
fn host() -> String {
    let system = rustix::system::uname();
    system.nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn numbered() -> String {
    "somebody".to_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

/// Returns a path with a leading `~` as the home that it stands for.
pub fn at_home(folder: &Path) -> PathBuf {
    match (folder.strip_prefix("~"), BaseDirs::new()) {
        (Ok(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => folder.to_owned(),
    }
}
