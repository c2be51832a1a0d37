//! The shape of the source: how long files and functions are, what is named twice, what goes in circles.
//! What is not yet as it should be stands in lists that may only shrink: a name that no longer belongs in one
//! fails as a new one does.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::references;
use super::source::{Source, all, closing, shipped};

const LINES_OF_A_FILE: usize = 400;
const LINES_OF_A_FUNCTION: usize = 80;

/// Files that are longer than they should be.
const LONG_FILES: &[&str] = &[];

/// Functions that are longer than they should be, each with its file.
const LONG_FUNCTIONS: &[&str] = &[];

/// The number of comments of items that begin with “What ” or “Whether ” and not with a verb: both are help that users
/// read.
const DOCS_WITHOUT_A_VERB: usize = 2;

/// Types of which there is one in each build: with sealing and without.
const IN_TWO_BUILDS: &[&str] = &["Passphrase", "SealKey", "Sealer"];

/// Files of one folder that name each other, directly or by way of others.
const CIRCLES: &[&str] = &[];

/// Fails where what is found is not what the list says, in either direction.
fn hold(what: &str, found: &BTreeSet<String>, listed: &[&str]) {
    let listed: BTreeSet<String> = listed.iter().map(|name| (*name).to_owned()).collect();
    let new: Vec<_> = found.difference(&listed).collect();
    assert!(new.is_empty(), "{what}: {new:#?}");
    let gone: Vec<_> = listed.difference(found).collect();
    assert!(gone.is_empty(), "mended; take it off the list: {gone:#?}");
}

#[test]
fn no_file_has_grown_past_a_better_cut() {
    let long = all()
        .iter()
        .filter(|source| source.lines() > LINES_OF_A_FILE);
    let long = long.map(|source| source.path.clone()).collect();
    hold("there is a better cut", &long, LONG_FILES);
}

/// The name and the number of lines of each function that has a body.
fn functions(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let begins = code[..at].chars().next_back();
        let name: String = (code[at + 3..].chars())
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        if name.is_empty() || begins.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        // The arguments may hold braces; the body is the first that stands in no bracket.
        let mut depth = 0;
        let body = code[at..].bytes().position(|byte| {
            depth += i32::from(b"([".contains(&byte)) - i32::from(b")]".contains(&byte));
            depth == 0 && (byte == b'{' || byte == b';')
        });
        let Some(body) = body
            .map(|step| at + step)
            .filter(|at| code.as_bytes()[*at] == b'{')
        else {
            continue;
        };
        let end = body + 1 + closing(&code[body + 1..]).expect("a body ends");
        found.push((name, code[at..end].lines().count()));
    }
    found
}

#[test]
fn no_function_has_grown_past_a_better_cut() {
    let mut long = BTreeSet::new();
    for source in shipped() {
        for (name, lines) in functions(&source.code) {
            if lines > LINES_OF_A_FUNCTION {
                long.insert(format!("{}: {name}", source.path));
            }
        }
    }
    hold("there is a better cut", &long, LONG_FUNCTIONS);
}

/// The types that a file declares, those of `choice!` and `record!` too.
fn types(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let code = &source.code;
    for line in code.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        let at = usize::from(word(0).starts_with("pub"));
        let at = at + usize::from(word(at).starts_with("super)"));
        // The types that belong to a trait stand indented; each has the trait's name before its own.
        let alias = word(at) == "type" && !line.starts_with(' ');
        if alias || ["struct", "enum", "trait", "union"].contains(&word(at)) {
            found.push(word(at + 1));
        }
    }
    for opening in ["\nchoice! {", "\nrecord! {", "\nrecords! {"] {
        for (at, _) in code.match_indices(opening) {
            let inside = &code[at + opening.len()..];
            let inside = &inside[..closing(inside).unwrap_or(inside.len())];
            for line in inside.lines() {
                let head = line
                    .strip_prefix("    ")
                    .filter(|line| !line.starts_with(' '));
                if let Some(names) = head.and_then(|head| head.strip_suffix(" {")) {
                    found.extend(names.split(" / "));
                }
            }
        }
    }
    let name = |word: &str| {
        word.chars()
            .take_while(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    found
        .into_iter()
        .map(name)
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn a_type_name_stands_once() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in shipped() {
        for name in types(source) {
            places.entry(name).or_default().push(source.path.clone());
        }
    }
    assert!(places.len() > 200, "the types are found: {}", places.len());
    for expected in ["Assessment", "FindingField", "Kind", "DraftEditor", "Rule"] {
        assert!(places.contains_key(expected), "{expected} is a type");
    }
    places.retain(|name, places| {
        let twice = IN_TWO_BUILDS.contains(&name.as_str());
        assert!(
            !twice || places.len() == 2,
            "{name} is in two builds: {places:?}"
        );
        !twice && places.len() > 1
    });
    assert!(places.is_empty(), "one name, two types: {places:#?}");
}

#[test]
fn docs_say_what_an_item_is_or_does() {
    let mut many = 0;
    for source in shipped() {
        let mut before = "";
        for line in source.raw.lines().map(str::trim_start) {
            let first = line
                .strip_prefix("/// ")
                .filter(|_| !before.starts_with("///"));
            let asks = |words: &str| words.starts_with("What ") || words.starts_with("Whether ");
            many += usize::from(first.is_some_and(asks));
            before = line;
        }
    }
    assert!(
        many <= DOCS_WITHOUT_A_VERB,
        "{many} docs begin with “What” or “Whether”: they are in the third person (“Returns …”)"
    );
}

#[test]
fn no_files_of_a_folder_go_in_circles() {
    let edges = references(shipped());
    let mut found = BTreeSet::new();
    for circle in circles(&edges) {
        found.insert(circle.join(" ↔ "));
    }
    hold(
        "these name each other; move what both need",
        &found,
        CIRCLES,
    );
}

/// The sets of files from each of which every other of the set is reached.
fn circles(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached = |from: &String| {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&String> = edges.get(from).into_iter().flatten().collect();
        while let Some(file) = next.pop() {
            if seen.insert(file.clone()) {
                next.extend(edges.get(file).into_iter().flatten());
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        edges.keys().map(|file| (file, reached(file))).collect();
    let mut circles = BTreeSet::new();
    for (file, beyond) in &reached {
        if beyond.contains(*file) {
            let back = |other: &&String| reached.get(other).is_some_and(|r| r.contains(*file));
            circles.insert(beyond.iter().filter(back).cloned().collect::<Vec<_>>());
        }
    }
    circles.into_iter().collect()
}

#[test]
fn a_circle_is_found_and_a_chain_is_none() {
    let edges = [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")];
    let mut map: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in edges {
        map.entry(from.to_owned())
            .or_default()
            .insert(to.to_owned());
    }
    assert_eq!(circles(&map), [["b".to_owned(), "c".to_owned()]]);
}
