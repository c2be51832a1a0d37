//! A draft of the folder by what people call it.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::format::near;
use super::super::identity::{slug, split_draft_name};
use crate::text::fold;

/// The draft of the folder that a name leads to, or drafts that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// One draft, or the one that is called just so.
    Draft(PathBuf),
    /// Several, whose names begin so, or have a word that does.
    Several(Vec<String>),
    /// None; one has nearly this name.
    Near(String),
    /// None.
    Nothing,
}

/// Looks a draft up in the folder of drafts: by its file's name, with the ending or without it, in any capitals; without
/// the ending, the beginning of the name will do where one draft alone begins so, and where none does, that of a word in it.
/// A path is no name.
pub fn called(folder: &Path, name: &Path) -> Called {
    let typed = name.to_string_lossy();
    let is_path = name.parent().is_none_or(|parent| parent != Path::new(""));
    if is_path || fold(&typed).trim().is_empty() {
        return Called::Nothing;
    }
    let whole = split_draft_name(&typed);
    let wanted = slug(whole.map_or(&typed, |(stem, _)| stem));
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<(String, PathBuf)> = files
        .filter_map(|file| {
            let own = file.file_name();
            let (stem, _) = split_draft_name(own.to_str()?)?;
            Some((stem.to_owned(), file.path()))
        })
        .collect();
    names.sort();
    let exact = names.iter().find(|(stem, _)| slug(stem) == wanted);
    if let Some((_, path)) = exact {
        return Called::Draft(path.clone());
    }
    let begins = |stem: &&(String, PathBuf)| whole.is_none() && slug(&stem.0).starts_with(&wanted);
    let mut found: Vec<&(String, PathBuf)> = names.iter().filter(begins).collect();
    if found.is_empty() && whole.is_none() {
        let within = format!("-{wanted}");
        let has = |stem: &&(String, PathBuf)| slug(&stem.0).contains(&within);
        found = names.iter().filter(has).collect();
    }
    match found.as_slice() {
        [(_, path)] => Called::Draft(path.clone()),
        [] => {
            let stems = names.iter().map(|(stem, _)| stem.as_str());
            near(&wanted, stems).map_or(Called::Nothing, |stem| Called::Near(stem.to_owned()))
        }
        several => Called::Several(several.iter().map(|(stem, _)| stem.clone()).collect()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_draft_is_found_by_its_name_or_where_it_is_plain_by_its_beginning() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in [
            "derbyshire-constabulary.toml",
            "surrey-police.toml",
            "surrey-police-2.toml",
            "King’s report.toml",
            "sealed.toml.age",
            "notes.txt",
        ] {
            fs::write(path(name), "").unwrap();
        }
        let of = |name: &str| called(folder.path(), Path::new(name));
        let is = |name: &str| Called::Draft(path(name));
        let derbyshire = is("derbyshire-constabulary.toml");
        for name in [
            "derbyshire",
            "Derbyshire Constabulary",
            "derbyshire-constabulary",
            "derbyshire-constabulary.TOML",
        ] {
            assert_eq!(of(name), derbyshire, "{name}");
        }
        assert_eq!(of("surrey-police"), is("surrey-police.toml"));
        assert_eq!(of("kings report"), is("King’s report.toml"));
        assert_eq!(of("sealed"), is("sealed.toml.age"));
        let several = ["surrey-police", "surrey-police-2"].map(str::to_owned);
        assert_eq!(of("surrey"), Called::Several(several.to_vec()));
        assert_eq!(of("constabulary"), derbyshire, "a word in it");
        assert_eq!(of("police"), of("surrey"));
        let near = Called::Near("derbyshire-constabulary".to_owned());
        assert_eq!(of("derbishire-constabulary.toml"), near);
        // A whole name is that of one file, and a path that of a place.
        assert_eq!(of("derbyshire.toml"), Called::Nothing);
        for name in [
            "",
            "  ",
            "…",
            "./derbyshire",
            "/derbyshire",
            "notes",
            "x/../derbyshire",
        ] {
            assert_eq!(of(name), Called::Nothing, "{name}");
        }
    }
}
