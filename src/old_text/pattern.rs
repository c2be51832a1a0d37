//! Words of a framework, with names in braces, looked for in an old text.

use std::collections::BTreeMap;

/// Returns what stands in the place of each name of a pattern, where a text is made by it. Kinds of dashes and apostrophes
/// make no difference.
pub(super) fn captures(pattern: &str, text: &str) -> Option<BTreeMap<String, String>> {
    // Most texts begin otherwise, and are not looked at letter by letter.
    let lead = pattern
        .split(|sign: char| sign == '{' || alike(sign) != sign || matches!(sign, '-' | '\''));
    if !text.starts_with(lead.into_iter().next().unwrap_or_default()) {
        return None;
    }
    let text: Vec<char> = text.chars().collect();
    let plain: Vec<char> = text.iter().copied().map(alike).collect();
    let mut found = BTreeMap::new();
    let mut at = 0;
    let mut open: Option<String> = None;
    for part in parts(pattern) {
        match part {
            Part::Slot(name) => open = Some(name),
            Part::Words(words) => {
                let words: Vec<char> = words.chars().map(alike).collect();
                // What is captured is never nothing.
                let from = at + usize::from(open.is_some());
                let next = match open {
                    Some(_) => position(plain.get(from..)?, &words)? + from,
                    None => plain.get(at..)?.starts_with(&words).then_some(at)?,
                };
                if let Some(name) = open.take() {
                    found.insert(name, text.get(at..next)?.iter().collect());
                }
                at = next + words.len();
            }
        }
    }
    let rest: String = text.get(at..)?.iter().collect();
    match open {
        Some(_) if rest.is_empty() => None,
        Some(name) => {
            found.insert(name, rest);
            Some(found)
        }
        None => rest.is_empty().then_some(found),
    }
}

enum Part<'a> {
    Words(&'a str),
    Slot(String),
}

fn parts(pattern: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((name, after)) = behind.split_once('}') else {
            break;
        };
        if !before.is_empty() {
            parts.push(Part::Words(before));
        }
        parts.push(Part::Slot(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest));
    }
    parts
}

fn alike(sign: char) -> char {
    match sign {
        '–' | '—' | '‐' | '‑' => '-',
        '’' | '‘' => '\'',
        '\u{A0}' => ' ',
        sign => sign,
    }
}

fn position(text: &[char], words: &[char]) -> Option<usize> {
    text.windows(words.len().max(1))
        .position(|window| window == words)
}
