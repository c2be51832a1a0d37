//! A home that nobody lives in: no test ever sees the user's own folders.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use tempfile::TempDir;

/// Where a home's settings are.
pub const SETTINGS: &str = "config/assay/config.toml";

#[derive(Clone)]
pub struct Home {
    folder: Arc<TempDir>,
}

impl Home {
    pub fn new() -> Self {
        Self {
            folder: Arc::new(tempfile::tempdir().expect("a temporary folder")),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of drafts that the environment leads to.
    pub fn drafts(&self) -> PathBuf {
        self.path().join("data/assay")
    }

    /// The variables that keep a program inside this home.
    pub fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.path().to_owned()),
            ("XDG_CONFIG_HOME", self.path().join("config")),
            ("XDG_DATA_HOME", self.path().join("data")),
            ("XDG_STATE_HOME", self.path().join("state")),
            ("XDG_CACHE_HOME", self.path().join("cache")),
            ("TMPDIR", self.path().join("tmp")),
            ("ASSAY_CONFIG", self.path().join(SETTINGS)),
        ]
    }

    /// The program, at home here.
    pub fn assay(&self) -> Command {
        // The fuzz targets share this file, and have no such program.
        let program: Option<&str> = option_env!("CARGO_BIN_EXE_assay");
        let mut command = Command::new(program.unwrap_or_default());
        command
            .env_clear()
            .envs(self.variables())
            .current_dir(self.path());
        command
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        std::fs::write(&path, text).expect("a file can be written");
        path
    }
}
