//! Who an old text is about, who signed it, and when.

use std::collections::BTreeMap;

use super::block::OldText;
use super::cues::cues;
use crate::assessment::{Body, bodies, vocabulary};

/// The first blocks of a text, in which names are looked for.
const FRONT: usize = 12;

/// The names that stand in an old text; empty where they do not.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) body: String,
    pub(super) noun: String,
    pub(super) inspector: String,
    pub(super) office: String,
    pub(super) period: String,
}

impl Names {
    /// Finds the names in a text; the body is the one that is named.
    pub(super) fn find(text: &OldText, body: Option<&str>) -> Self {
        let front = || text.blocks.iter().take(FRONT).map(|it| it.text.as_str());
        let body = body.map(|body| Body::named(body).map_or(body, |it| it.name).to_owned());
        Self {
            body: body
                .or_else(|| known_body(text))
                .unwrap_or_else(|| body_by_noun(text)),
            noun: noun(text),
            inspector: front().find_map(inspector).unwrap_or_default(),
            office: front().find_map(office).unwrap_or_default(),
            period: front().take(3).find_map(period).unwrap_or_default(),
        }
    }
}

/// Returns the body of the built-in list that a text names most, those in its title first.
fn known_body(text: &OldText) -> Option<String> {
    let mut best: Option<(usize, String)> = None;
    for body in bodies() {
        let other = body
            .other_names
            .split("; ")
            .map(|it| it.split(" (").next().unwrap_or(it));
        let named: Vec<&str> = std::iter::once(body.name)
            .chain(other)
            .filter(|it| it.contains(' '))
            .collect();
        let mut many = 0;
        for (nth, block) in text.blocks.iter().enumerate() {
            let here = named
                .iter()
                .map(|name| block.text.matches(name).count())
                .max();
            let weight = if nth == 0 { 20 } else { 1 };
            many += here.unwrap_or(0) * weight;
        }
        // "West Yorkshire Police" has no "Yorkshire Police" in it that is another's; the longer name is the right one.
        let longer = |(most, name): &(usize, String)| {
            many > *most || many == *most && body.name.len() > name.len()
        };
        if many > 0 && best.as_ref().is_none_or(longer) {
            best = Some((many, body.name.to_owned()));
        }
    }
    best.map(|(_, name)| name)
}

/// Returns the name in capitals before a noun of a body that stands most in the front of a text.
fn body_by_noun(text: &OldText) -> String {
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut seen = 0;
    for block in text.blocks.iter().take(FRONT * 3) {
        let words: Vec<&str> = block.text.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            let bare = without_owner(word);
            let is_noun = ["Police", "Constabulary", "Service", "Brigade"].contains(&bare);
            if let Some(name) = is_noun.then(|| name_before(&words, at, bare)).flatten() {
                seen += 1;
                let known = found.entry(name).or_insert((0, seen));
                known.0 += 1;
            }
        }
    }
    let most = found
        .into_iter()
        .max_by_key(|(_, (many, first))| (*many, std::cmp::Reverse(*first)));
    most.map(|(name, _)| name).unwrap_or_default()
}

fn name_before(words: &[&str], at: usize, last: &str) -> Option<String> {
    let links = ["and", "of", "&", "the"];
    let mut from = at;
    while let Some(word) = from.checked_sub(1).and_then(|before| words.get(before)) {
        let bare = word.trim_matches(['“', '"', '(']);
        let ends = word.ends_with([',', '.', ':', ';', '’', '!', '?']) || word.ends_with("'s");
        let capital = bare.starts_with(|sign: char| sign.is_alphabetic() && !sign.is_lowercase());
        if ends || !(capital || links.contains(&bare)) {
            break;
        }
        from -= 1;
    }
    let mut name: Vec<&str> = words.get(from..at)?.to_vec();
    while name
        .first()
        .is_some_and(|it| links.contains(it) || *it == "The")
    {
        name.remove(0);
    }
    let named = !name.is_empty() && name.len() <= 8;
    let other = [
        "Inspector",
        "Inspectorate",
        "Majesty's",
        "HMI",
        "National",
        "Ambulance",
    ];
    let is_other = name.iter().any(|it| other.contains(it));
    name.push(last);
    (named && !is_other).then(|| name.join(" "))
}

fn without_owner(word: &str) -> &str {
    let bare = word.trim_end_matches([',', '.', ':', ';', ')', '!', '?']);
    bare.strip_suffix("'s")
        .or_else(|| bare.strip_suffix("’s"))
        .unwrap_or(bare)
}

/// Returns the noun by which a text speaks of the body most.
fn noun(text: &OldText) -> String {
    let nouns = vocabulary().nouns.iter();
    let counted = nouns.map(|noun| {
        let (small, large) = (format!("the {noun} "), format!("The {noun} "));
        let owner = format!("he {noun}'s");
        let count = |words: &str| {
            let blocks = text.blocks.iter();
            blocks
                .map(|it| it.text.matches(words).count())
                .sum::<usize>()
        };
        (count(&small) + count(&large) + count(&owner), *noun)
    });
    let most = counted
        .filter(|(many, _)| *many > 0)
        .max_by_key(|(many, _)| *many);
    most.map(|(_, noun)| noun.to_owned()).unwrap_or_default()
}

/// Returns the name behind one of the words that stand before an inspector's.
fn inspector(text: &str) -> Option<String> {
    let text = text.replace('’', "'");
    let mut found: Option<(usize, String)> = None;
    for before in &cues().before_names {
        for (at, _) in text.match_indices(before.as_str()) {
            let behind = text.get(at + before.len()..).unwrap_or_default();
            if let Some(name) = person(behind)
                && found.as_ref().is_none_or(|(first, _)| at < *first)
            {
                found = Some((at, name));
            }
        }
    }
    found.map(|(_, name)| name)
}

/// Returns the name of a person with which a text begins: two words with capitals at least.
fn person(text: &str) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for word in text.split(' ').take(6) {
        let bare = without_owner(word);
        let opens = bare
            .chars()
            .next()
            .is_some_and(|it| it.is_alphabetic() && !it.is_lowercase());
        if !opens {
            break;
        }
        name.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    let other = [
        "Her",
        "His",
        "Majesty",
        "HM",
        "Inspector",
        "Police",
        "Constabulary",
    ];
    let is_person = name.len() >= 2 && !name.iter().any(|it| other.contains(it));
    is_person.then(|| name.join(" "))
}

/// Returns the longest office of an inspector that a text names.
fn office(text: &str) -> Option<String> {
    let crowns = vocabulary()
        .majesties
        .iter()
        .map(|[_, words]| *words)
        .chain(["HM"]);
    let offices = crowns.flat_map(|crown| {
        let all = vocabulary().offices.iter();
        all.map(move |office| office.replace("{majesty}", crown))
    });
    let text = text.replace('’', "'");
    let named = offices.filter(|office| text.contains(office.as_str()));
    named.max_by_key(String::len)
}

/// Returns the first year of a programme in a text: "2015", "2018/19".
fn period(text: &str) -> Option<String> {
    let is_sign = |sign: char| sign.is_ascii_digit() || matches!(sign, '/' | '-' | '–');
    let mut words = text.split(|sign: char| !is_sign(sign));
    let year = |word: &&str| {
        let mut parts = word.split(['/', '-', '–']);
        let first = parts.next().unwrap_or_default();
        let first = first.len() == 4 && (first.starts_with("20") || first.starts_with("19"));
        let second = parts.next().is_none_or(|it| matches!(it.len(), 2 | 4));
        first && second && parts.next().is_none()
    };
    words.find(year).map(str::to_owned)
}
