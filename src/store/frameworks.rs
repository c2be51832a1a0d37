//! The frameworks that there are: the built-in ones, and those that the user dropped into a folder.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::built_in::FRAMEWORKS;
use super::file::read_bytes;
use super::format::{self, FrameworkMissing, Refused};
use super::identity::{is_draft_name, is_sealed_name};
use crate::assessment::Framework;

/// The frameworks that there are. Each is read when it is first asked for, so that a draft opens no
/// slower for those that it does not use.
#[derive(Debug, Default)]
pub struct Frameworks {
    folder: PathBuf,
    built_in: [OnceLock<Option<Arc<Framework>>>; FRAMEWORKS.len()],
    own: OnceLock<UserFrameworks>,
    all: OnceLock<Vec<Arc<Framework>>>,
}

/// The frameworks of the user's folder.
#[derive(Debug, Default)]
struct UserFrameworks {
    good: Vec<Arc<Framework>>,
    broken: Vec<(PathBuf, String)>,
}

impl Frameworks {
    /// Returns the built-in ones, and those of a folder, which may be missing.
    pub fn load(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            ..Self::default()
        }
    }

    /// Returns the framework of this id. A built-in one cannot be replaced by a file.
    ///
    /// # Errors
    /// There is none, or its file is refused.
    pub fn get(&self, id: &str) -> Result<Arc<Framework>, FrameworkMissing> {
        if let Some(at) = FRAMEWORKS.iter().position(|(known, _)| *known == id)
            && let Some(framework) = self.built_in(at)
        {
            return Ok(framework);
        }
        let own = self.own();
        if let Some(framework) = own.good.iter().find(|framework| framework.id == id) {
            return Ok(Arc::clone(framework));
        }
        // A broken file cannot say its id for certain; its name mostly does.
        let named = own
            .broken
            .iter()
            .find(|(path, _)| path.file_stem().is_some_and(|stem| stem == id));
        match named {
            Some((_, reason)) => Err(FrameworkMissing::Broken {
                reason: reason.clone(),
            }),
            None => Err(FrameworkMissing::Unknown { known: self.ids() }),
        }
    }

    /// Returns true where a framework of this id comes with the program.
    pub fn is_built_in(id: &str) -> bool {
        FRAMEWORKS.iter().any(|(known, _)| *known == id)
    }

    /// Returns all that can be used, the built-in ones first.
    pub fn all(&self) -> &[Arc<Framework>] {
        self.all.get_or_init(|| {
            (0..FRAMEWORKS.len())
                .filter_map(|at| self.built_in(at))
                .chain(self.own().good.iter().cloned())
                .collect()
        })
    }

    /// Returns the user's files that are refused, each with all that is wrong with it.
    pub fn broken(&self) -> impl Iterator<Item = &str> {
        self.own().broken.iter().map(|(_, reason)| reason.as_str())
    }

    fn ids(&self) -> Vec<String> {
        let own = self.own().good.iter().map(|framework| framework.id.clone());
        FRAMEWORKS
            .iter()
            .map(|(id, _)| (*id).to_owned())
            .chain(own)
            .collect()
    }

    fn built_in(&self, at: usize) -> Option<Arc<Framework>> {
        let (slot, (_, text)) = (self.built_in.get(at)?, FRAMEWORKS.get(at)?);
        slot.get_or_init(|| format::framework::read_built_in(text).map(Arc::new))
            .clone()
    }

    fn own(&self) -> &UserFrameworks {
        self.own.get_or_init(|| {
            let mut own = UserFrameworks::default();
            let entries = std::fs::read_dir(&self.folder)
                .into_iter()
                .flatten()
                .flatten();
            let mut files: Vec<PathBuf> = entries
                .map(|entry| entry.path())
                .filter(|path| is_draft_name(path) && !is_sealed_name(path))
                .collect();
            files.sort();
            for path in files {
                match read(&path) {
                    Ok(framework) => {
                        let built_in = Self::is_built_in(&framework.id);
                        let twice = own.good.iter().any(|other| other.id == framework.id);
                        if built_in || twice {
                            let reason = format!(
                                "{}: there is a framework \"{}\" already; give this one another id",
                                path.display(),
                                framework.id
                            );
                            own.broken.push((path, reason));
                        } else {
                            own.good.push(Arc::new(framework));
                        }
                    }
                    Err(reason) => own.broken.push((path, reason)),
                }
            }
            own
        })
    }
}

fn read(path: &Path) -> Result<Framework, String> {
    let name = path.display().to_string();
    let bytes = read_bytes(path).map_err(|error| error.to_string())?;
    let text = format::decode(&name, bytes).map_err(|refused: Refused| refused.to_string())?;
    format::framework::read(&name, &text).map_err(|refused| refused.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn every_built_in_framework_can_be_used_and_is_named_as_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let frameworks = Frameworks::load(folder.path());
        for (id, text) in FRAMEWORKS {
            let whole = format::framework::read(id, text).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(*frameworks.get(id).unwrap(), whole);
            assert_eq!(whole.id, id);
        }
        assert_eq!(frameworks.all().len(), FRAMEWORKS.len());
    }

    #[test]
    fn a_file_dropped_in_is_a_framework_and_a_bad_one_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let annual = FRAMEWORKS[0].1;
        let own = annual.replace("id = \"annual\"", "id = \"our-own\"");
        std::fs::write(folder.path().join("our-own.toml"), own).unwrap();
        std::fs::write(folder.path().join("copy.toml"), annual).unwrap();
        std::fs::write(
            folder.path().join("bad.toml"),
            annual.replace("grade = \"good\"", "grade = \"god\""),
        )
        .unwrap();
        let frameworks = Frameworks::load(folder.path());
        assert_eq!(frameworks.get("our-own").unwrap().id, "our-own");
        let messages: Vec<&str> = frameworks.broken().collect();
        assert_eq!(messages.len(), 2);
        assert!(messages[0].contains("bad.toml:"), "{messages:?}");
        assert!(messages[1].contains("already"), "{messages:?}");
        assert!(matches!(
            frameworks.get("bad"),
            Err(FrameworkMissing::Broken { .. })
        ));
        assert!(matches!(
            frameworks.get("nothing"),
            Err(FrameworkMissing::Unknown { .. })
        ));
    }
}
