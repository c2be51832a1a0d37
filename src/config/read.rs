//! The loader: the one place here that touches the file system.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::load::{load_among, load_with_places};
use super::loaded::Loaded;
use super::settings::Wrong;
use super::theme::{BUILT_IN, Terminal, Theme, choose};
use crate::store::format::{Refused, decode, near_or};

/// The reason for which a settings or theme file gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// It holds something that is wrong, and the place is told.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It could not be read at all.
    #[error("{name}: {error}")]
    Unread {
        /// The file, as the user named it.
        name: String,
        /// Why.
        error: io::Error,
    },
}

/// Returns the settings of a file. A file that is not there gives the defaults: nobody needs one.
///
/// # Errors
/// The file is there and cannot be read or used.
pub fn read(path: &Path) -> Result<Loaded, Unusable> {
    let name = path.display().to_string();
    match text(path)? {
        Some(text) => Ok(load_with_places(&text, &name)?),
        None => Ok(Loaded {
            name,
            ..Loaded::default()
        }),
    }
}

/// Returns the same, with what is wrong with the name of the theme told among the rest; `themes` is the user's folder of
/// them.
///
/// # Errors
/// The file is there and cannot be read or used.
pub fn read_among(path: &Path, themes: &Path) -> Result<Loaded, Unusable> {
    let name = path.display().to_string();
    match text(path)? {
        Some(text) => Ok(load_among(&text, &name, &|theme| no_theme(theme, themes))?),
        None => read(path),
    }
}

/// Returns what is wrong with the name of a theme that is neither ours nor in the user's folder.
fn no_theme(name: &str, folder: &Path) -> Option<Wrong> {
    let mut names = vec!["auto".to_owned()];
    names.extend(BUILT_IN.iter().map(|(name, _)| (*name).to_owned()));
    names.extend(in_folder(folder));
    if names.iter().any(|known| known == name) {
        return None;
    }
    let there = || {
        format!(
            "write one of {}, or put {name}.toml there",
            names.join(", ")
        )
    };
    let hint = near_or(name, names.iter().map(String::as_str), there);
    let what = format!("there is no theme \"{name}\" in {}", folder.display());
    Some(Wrong(what, hint))
}

/// Returns the theme that the settings mean: a file of this name in the user's folder, or a built-in one. So a file
/// called `dark.toml` there takes the place of our own.
///
/// # Errors
/// There is no such theme, or its file cannot be used.
pub fn read_theme(
    loaded: &Loaded,
    folder: &Path,
    terminal: Terminal<'_>,
) -> Result<Theme, Unusable> {
    let name = choose(&loaded.config.theme, terminal);
    // A name is a name and no path, so that a settings file can reach no other folder.
    let plain = !name.contains(['/', '\\']) && !name.starts_with('.');
    if plain {
        let path = folder.join(format!("{name}.toml"));
        if let Some(text) = text(&path)? {
            let theme = Theme::parse(&text, name, &path.display().to_string())?;
            return Ok(theme.at(terminal.depth()));
        }
    }
    if let Some(theme) = Theme::built_in(name) {
        return Ok(theme.at(terminal.depth()));
    }
    let Wrong(what, hint) = no_theme(name, folder).unwrap_or_else(|| {
        let what = format!("the theme \"{name}\" is no file that can be read");
        Wrong(what, "take another".to_owned())
    });
    Err(loaded.refuse("theme", what, hint).into())
}

/// Returns every theme that can be chosen, by its name in the settings: the one that the terminal asks for, ours and the
/// user's own. One that cannot be used is left out.
pub fn read_themes(loaded: &Loaded, folder: &Path, terminal: Terminal<'_>) -> Vec<(String, Theme)> {
    let ours = BUILT_IN.iter().map(|(name, _)| (*name).to_owned());
    let mut names: Vec<String> = std::iter::once("auto".to_owned()).chain(ours).collect();
    names.extend(in_folder(folder));
    names.dedup();
    let mut loaded = loaded.clone();
    let themes = names.into_iter().filter_map(|name| {
        loaded.config.theme.clone_from(&name);
        let theme = read_theme(&loaded, folder, terminal).ok()?;
        Some((name, theme))
    });
    themes.collect()
}

/// Returns the names of the user's themes, in order; none where there is no folder.
fn in_folder(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            Some(
                entry
                    .file_name()
                    .to_str()?
                    .strip_suffix(".toml")?
                    .to_owned(),
            )
        })
        .collect();
    names.sort();
    names
}

/// As much as any settings or theme file could sensibly have.
const MOST: u64 = 1024 * 1024;

/// Returns the text of a file, or `None` where there is none.
fn text(path: &Path) -> Result<Option<String>, Unusable> {
    let name = path.display().to_string();
    match bytes(path) {
        Ok(bytes) => Ok(Some(decode(&name, bytes)?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Unusable::Unread { name, error }),
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    // Asked before it is opened: opening a FIFO waits for somebody to write.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("this is no ordinary file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(MOST + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(io::Error::other(
            "the file is larger than 1 MiB; is it the one that was meant?",
        ));
    }
    Ok(bytes)
}
