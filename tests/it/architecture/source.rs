//! The source as the checks read it: comments and texts taken out, test code cut away wherever it stands.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub struct Source {
    /// The folder of `src`; empty for the files at its top.
    pub folder: String,
    /// The path inside `src`, with `/` on every system.
    pub path: String,
    /// The file as it is.
    pub raw: String,
    /// As long as `raw`, byte for byte: comments, texts and test code are blanks.
    pub code: String,
    /// Each text that is no test code's, without its quotes.
    pub texts: Vec<String>,
}

impl Source {
    /// Whether the file is compiled for tests only, as its name says.
    pub fn is_test(&self) -> bool {
        is_test_path(&self.path)
    }

    pub fn lines(&self) -> usize {
        self.raw.lines().count()
    }
}

/// Test code is what stands in `tests.rs`, `tests_support.rs`, a file named `…_tests.rs` or a folder `tests`.
pub fn is_test_path(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or_default();
    name == "tests_support.rs"
        || name == "tests.rs"
        || name.ends_with("_tests.rs")
        || parts.any(|folder| folder == "tests")
}

/// Every file of `src`, test code too.
pub fn all() -> &'static [Source] {
    static ALL: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut found = Vec::new();
        walk(&root, &mut |path| {
            let raw = fs::read_to_string(path).expect("a source file can be read");
            let inside = path.strip_prefix(&root).expect("it lies in src");
            found.push(read(&inside.to_string_lossy().replace('\\', "/"), &raw));
        });
        assert!(found.len() > 200, "the walk has found the source");
        found
    });
    &ALL
}

/// Every file of `src` that ships.
pub fn shipped() -> impl Iterator<Item = &'static Source> + Clone {
    all().iter().filter(|source| !source.is_test())
}

fn walk(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder of the source")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, visit);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            visit(&path);
        }
    }
}

pub fn read(path: &str, raw: &str) -> Source {
    let (mut code, texts) = blanked(raw);
    let cut = test_items(&code);
    let texts = texts
        .into_iter()
        .filter(|(at, _)| !cut.iter().any(|range| range.contains(at)))
        .map(|(_, text)| text)
        .collect();
    for range in cut {
        let blank = blank(&code[range.clone()]);
        code.replace_range(range, &blank);
    }
    let folder = path.split_once('/').map_or("", |(folder, _)| folder);
    Source {
        folder: folder.to_owned(),
        path: path.to_owned(),
        raw: raw.to_owned(),
        code,
        texts,
    }
}

fn blank(text: &str) -> String {
    let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
    text.bytes().map(blank).collect()
}

/// The code with blanks for comments and for what stands between quotes, and each text with its place.
fn blanked(raw: &str) -> (String, Vec<(usize, String)>) {
    let mut code = String::with_capacity(raw.len());
    let mut texts = Vec::new();
    while let Some(next) = raw[code.len()..].chars().next() {
        let at = code.len();
        let rest = &raw[at..];
        if rest.starts_with("//") {
            code.push_str(&blank(&rest[..rest.find('\n').unwrap_or(rest.len())]));
        } else if rest.starts_with("/*") {
            code.push_str(&blank(&rest[..block_comment(rest)]));
        } else if let Some((open, text, close)) = literal(rest, code.chars().next_back()) {
            code.push_str(&rest[..open]);
            code.push_str(&blank(&rest[open..open + text]));
            code.push_str(&rest[open + text..open + text + close]);
            if !rest[..open].ends_with('\'') {
                texts.push((at, rest[open..open + text].to_owned()));
            }
        } else if next.is_ascii() {
            code.push(next);
        } else {
            code.push_str(&blank(&rest[..next.len_utf8()]));
        }
    }
    (code, texts)
}

/// How long a comment is that may hold others.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// How long the opening, the inside and the closing of a text or character are that begins here.
fn literal(rest: &str, before: Option<char>) -> Option<(usize, usize, usize)> {
    let in_a_name = before.is_some_and(|before| before.is_alphanumeric() || before == '_');
    let prefix = rest.find(|c: char| !"bcr".contains(c)).unwrap_or(0);
    let raw = rest[..prefix].ends_with('r') && !in_a_name;
    let hashes = rest[prefix..].bytes().take_while(|b| *b == b'#').count();
    if raw && prefix <= 2 && rest[prefix + hashes..].starts_with('"') {
        let open = prefix + hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = rest[open..]
            .find(&end)
            .unwrap_or(rest.len() - open - end.len());
        return Some((open, inside, end.len()));
    }
    if let Some(inside) = rest.strip_prefix('"') {
        return Some((1, until_quote(inside, '"')?, 1));
    }
    let mut inside = rest.strip_prefix('\'')?.chars();
    let first = inside.next()?;
    // Else it is a lifetime or a label.
    let is_character = first == '\\' || inside.next() == Some('\'');
    is_character.then(|| until_quote(&rest[1..], '\'').map(|inside| (1, inside, 1)))?
}

fn until_quote(inside: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, next) in inside.char_indices() {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if next == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// Where the items stand that are compiled for tests only, each with its attributes.
fn test_items(code: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, _) in code.match_indices("#[cfg(") {
        let inside = at + "#[cfg(".len();
        let end = inside + closing(&code[inside..]).unwrap_or(0);
        let is_for_tests = means_test(&code[inside..end]);
        let known = found.last().is_some_and(|last| last.contains(&at));
        if is_for_tests && !known {
            found.push(at..item_end(code, at));
        }
    }
    found
}

/// Whether a condition of `cfg` holds in tests only.
fn means_test(condition: &str) -> bool {
    let condition = condition.trim();
    let Some(all) = condition.strip_prefix("all(") else {
        return condition == "test";
    };
    let all = all.strip_suffix(')').unwrap_or(all);
    parts(all).any(means_test)
}

/// What stands between the commas that are in no bracket.
fn parts(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    list.split(move |c: char| {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        depth == 0 && c == ','
    })
}

/// How far it is to the bracket that closes what was open at the start.
pub fn closing(code: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => return Some(at),
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where an item ends that begins here with its attributes.
fn item_end(code: &str, begin: usize) -> usize {
    let mut at = begin;
    loop {
        at += code[at..].len() - code[at..].trim_start().len();
        if !code[at..].starts_with("#[") {
            break;
        }
        at += 2;
        at += closing(&code[at..]).map_or(0, |end| end + 1);
    }
    let words = code[at..].split(|c: char| !c.is_alphanumeric() && c != '_');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(6).collect();
    let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
    // What has a body ends with it; what has a value ends behind it; a field or an arm ends at its comma.
    let body = is(&[
        "fn",
        "mod",
        "impl",
        "struct",
        "enum",
        "trait",
        "macro_rules",
        "extern",
    ]);
    let value = !body && is(&["use", "const", "static", "let", "type"]);
    let mut depth = 0_usize;
    for (step, byte) in code[at..].bytes().enumerate() {
        let next = at + step + 1;
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => return next - 1,
            b'}' if depth == 1 && !value => return next,
            b')' | b']' | b'}' => depth -= 1,
            b';' if depth == 0 => return next,
            b',' if depth == 0 && !body && !value => return next,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn test_code_is_cut_away_wherever_it_stands_and_nothing_else_is() {
    let raw = r##"
// ratatui in a comment, with a " quote
use a::b; /* one /* in */ another " */
#[cfg(test)]
mod tests;
#[cfg(all(test, feature = "seal"))]
use gone::{one, two};
struct Kept<'a> { quote: char, text: &'a str,
    #[cfg(test)]
    only_in_tests: bool,
    stays: bool }
#[cfg(any(test, unix))]
fn on_unix() { let _ = ('"', '\'', '{', b'}', "a } \" {", r#"raw " } mod"#); }
#[cfg(test)]
#[allow(clippy::panic)]
mod inline {
    #[cfg(test)] fn inner() { let _ = "}"; }
}
#[cfg(not(test))]
fn behind() { 'label: loop { break 'label } }
#[cfg(test)]
const VALUE: Pair = Pair { a: 1 };
fn last() -> &'static str { "said" }
"##;
    let source = read("app/some.rs", raw);
    let code = &source.code;
    assert_eq!(code.len(), raw.len());
    assert_eq!(code.lines().count(), raw.lines().count());
    for kept in [
        "use a::b;",
        "struct Kept<'a>",
        "text: &'a str",
        "stays: bool",
        "fn on_unix()",
        "fn behind() { 'label: loop { break 'label } }",
        "fn last() -> &'static str { \"    \" }",
    ] {
        assert!(code.contains(kept), "`{kept}` is gone:\n{code}");
    }
    for gone in [
        "ratatui", "another", "mod", "gone", "only", "VALUE", "inner", "raw", "clippy",
    ] {
        assert!(!code.contains(gone), "`{gone}` is there:\n{code}");
    }
    assert_eq!(source.texts, ["a } \\\" {", "raw \" } mod", "said"]);
    assert_eq!(source.folder, "app");
}

#[test]
fn a_test_file_is_known_by_its_name_alone() {
    for path in [
        "app/tests.rs",
        "app/tests/keys.rs",
        "statement/rules_tests.rs",
        "statement/tests_support.rs",
    ] {
        assert!(is_test_path(path), "{path}");
    }
    for path in [
        "store/format/rules.rs",
        "app/latests.rs",
        "tests_of.rs",
        "store/faults.rs",
    ] {
        assert!(!is_test_path(path), "{path}");
    }
}

/// No shipped file declares a module that its name marks as test code, and none that is for tests only is
/// named otherwise: the folders hold what the attributes say.
#[test]
fn what_is_compiled_for_tests_only_is_named_so() {
    for source in all() {
        if source.is_test() {
            continue;
        }
        for line in source.code.lines() {
            let Some((_, name)) = line.split_once("mod ") else {
                continue;
            };
            if let Some(name) = name.strip_suffix(';') {
                let file = format!("{name}.rs");
                assert!(!is_test_path(&file), "{}: `{name}` ships", source.path);
            }
        }
        let before = blanked(&source.raw).0;
        for range in test_items(&before) {
            let item = before[range].trim_end();
            let name = item.rsplit_once("mod ").map(|(_, name)| name);
            if let Some(name) = name.and_then(|name| name.strip_suffix(';')) {
                let file = format!("{name}.rs");
                assert!(
                    is_test_path(&file),
                    "{}: `{name}` is for tests only",
                    source.path
                );
            }
        }
    }
}
