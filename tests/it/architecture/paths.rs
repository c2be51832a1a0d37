//! Which file names which: the paths in `use` and in the code, followed through what a folder hands on.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, closing};

/// A module by its path: `["store", "format", "draft"]`.
type Module = Vec<String>;

/// Which files of one folder name others of it. A file within a folder counts as that folder, and the file
/// that holds the folder together (`mod.rs`, or the one beside it) as no one: it names all that it holds.
pub fn references<'a>(
    sources: impl Iterator<Item = &'a Source> + Clone,
) -> BTreeMap<String, BTreeSet<String>> {
    let crate_map = CrateMap::new(sources.clone());
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        let from = module(&source.path);
        for path in named(&source.code) {
            let Some(to) = crate_map.resolve(&from, &path) else {
                continue;
            };
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            // One holds the other.
            if shared == from.len() || shared == to.len() || shared == 0 {
                continue;
            }
            let file = |module: &Module| module[..=shared].join("::");
            edges.entry(file(&from)).or_default().insert(file(&to));
        }
    }
    edges
}

/// The folders of `src` that a file names, whichever way it is written.
pub fn folders_named(source: &Source) -> BTreeSet<String> {
    let from = module(&source.path);
    let mut found = BTreeSet::new();
    for path in named(&source.code) {
        let up = path.iter().take_while(|part| *part == "super").count();
        let from_top = match path.first().map(String::as_str) {
            Some("crate") => path.get(1),
            Some("super") if up >= from.len() => path.get(up),
            _ => None,
        };
        found.extend(from_top.cloned());
    }
    found
}

fn module(path: &str) -> Module {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let parts = path
        .split('/')
        .filter(|part| !["lib", "main"].contains(part));
    parts.map(str::to_owned).collect()
}

struct CrateMap {
    modules: BTreeSet<Module>,
    /// What a module hands on under a name, as it writes it.
    handed_on: BTreeMap<(Module, String), Vec<String>>,
}

impl CrateMap {
    fn new<'a>(sources: impl Iterator<Item = &'a Source> + Clone) -> Self {
        let mut map = Self {
            modules: sources.clone().map(|source| module(&source.path)).collect(),
            handed_on: BTreeMap::new(),
        };
        for source in sources {
            let at = module(&source.path);
            for (path, name) in used(&source.code) {
                map.handed_on.insert((at.clone(), name), path);
            }
        }
        map
    }

    /// The module in which what a path names is declared.
    fn resolve(&self, from: &Module, path: &[String]) -> Option<Module> {
        self.follow(from, path, 8)
    }

    fn follow(&self, from: &Module, path: &[String], patience: usize) -> Option<Module> {
        if patience == 0 {
            return None;
        }
        let mut at = from.clone();
        let mut rest = path;
        match path.first()?.as_str() {
            "crate" => (at, rest) = (Vec::new(), &path[1..]),
            "self" => rest = &path[1..],
            "super" => {}
            first => {
                let mut child = from.clone();
                child.push(first.to_owned());
                if !self.modules.contains(&child) {
                    return None;
                }
            }
        }
        while let Some((first, behind)) = rest.split_first() {
            if first == "super" {
                at.pop()?;
                rest = behind;
                continue;
            }
            at.push(first.clone());
            if self.modules.contains(&at) {
                rest = behind;
                continue;
            }
            at.pop();
            // What a folder hands on is declared elsewhere.
            if let Some(onward) = self.handed_on.get(&(at.clone(), first.clone())) {
                let mut onward = onward.clone();
                onward.extend(behind.iter().cloned());
                return self.follow(&at, &onward, patience - 1).or(Some(at));
            }
            return Some(at);
        }
        Some(at)
    }
}

/// Each path that the code names: those of `use`, and those that begin within the crate.
fn named(code: &str) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = used(code).into_iter().map(|(path, _)| path).collect();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || "_:$".contains(c)) {
                continue;
            }
            let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            let path = &code[at..];
            let path = &path[..path.find(|c| !word(c)).unwrap_or(path.len())];
            let path = path.split("::").filter(|part| !part.is_empty());
            found.push(path.map(str::to_owned).collect());
        }
    }
    found
}

/// What `use` brings in: each path, with the name that it has from then on.
fn used(code: &str) -> Vec<(Vec<String>, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let line = &code[code[..at].rfind('\n').map_or(0, |at| at + 1)..at];
        if !line.trim().is_empty() && !line.trim().starts_with("pub") {
            continue;
        }
        let tree = &code[at + 4..];
        let tree = &tree[..tree.find(';').unwrap_or(0)];
        leaves(&[], tree, &mut found);
    }
    found
}

fn leaves(before: &[String], tree: &str, found: &mut Vec<(Vec<String>, String)>) {
    let tree = tree.trim();
    let mut path = before.to_vec();
    if let Some((head, inside)) = tree.split_once('{') {
        path.extend(
            head.split("::")
                .filter(|part| !part.trim().is_empty())
                .map(|part| part.trim().to_owned()),
        );
        let inside = &inside[..closing(inside).unwrap_or(inside.len())];
        let mut depth = 0;
        let each = inside.split(|c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0 && c == ','
        });
        for part in each.filter(|part| !part.trim().is_empty()) {
            leaves(&path, part, found);
        }
        return;
    }
    let (tree, name) = tree.split_once(" as ").unwrap_or((tree, ""));
    path.extend(tree.split("::").map(|part| part.trim().to_owned()));
    let name = if name.is_empty() {
        path.last().cloned().unwrap_or_default()
    } else {
        name.trim().to_owned()
    };
    if path
        .last()
        .is_some_and(|last| last == "self" || last == "*")
        && path.len() > 1
    {
        path.pop();
    }
    let name = if name == "self" {
        path.last().cloned().unwrap_or_default()
    } else {
        name
    };
    found.push((path, name));
}

#[test]
fn a_path_leads_to_where_its_name_is_declared() {
    let source = super::source::read;
    let sources = [
        source(
            "store/mod.rs",
            "mod a;\nmod b;\npub use b::{Thing, inner::Deep as Other};",
        ),
        source(
            "store/a.rs",
            "use super::{Thing, Other};\nfn f() { super::b::g(); }",
        ),
        source("store/b.rs", "pub mod inner;\npub struct Thing;"),
        source(
            "store/b/inner.rs",
            "pub struct Deep;\nuse crate::store::a::f;",
        ),
        source("app/mod.rs", "use crate::store::a;"),
    ];
    let edges = references(sources.iter());
    let set = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(edges["store::a"], set(&["store::b"]));
    assert_eq!(edges["store::b"], set(&["store::a"]));
    assert_eq!(edges.len(), 2, "{edges:?}");
}
