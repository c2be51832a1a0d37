//! The headings of a new framework that are suggested for those of an old one.

use std::collections::BTreeSet;

use super::{Framework, Heading, vocabulary};
use crate::text::{self, fold};

/// The reason for which a heading is suggested for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// It has the same id.
    Id,
    /// It has the same title.
    Title,
    /// It asks the same question.
    Question,
    /// Title or question have words in common.
    Words,
    /// Somebody chose it.
    Chosen,
    /// Nothing is like it.
    Nothing,
}

impl Likeness {
    /// Returns its words, for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Id => "same id",
            Self::Title => "same title",
            Self::Question => "same question",
            Self::Words => "similar words",
            Self::Chosen => "your choice",
            Self::Nothing => "nothing like it",
        }
    }
}

/// The new heading or pillar of an old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The old heading or pillar.
    pub from: String,
    /// The new one; `None` sends what it holds to the tray.
    pub to: Option<String>,
    /// The reason.
    pub why: Likeness,
}

/// Suggests a mapping for each pillar and heading of the old framework, pillars first. No new heading is suggested
/// twice.
pub fn suggest(from: &Framework, to: &Framework) -> Vec<Mapping> {
    let mut taken = BTreeSet::new();
    let mut all: Vec<Mapping> = from
        .pillars
        .iter()
        .chain(&from.headings)
        .map(|heading| Mapping {
            from: heading.id.clone(),
            to: None,
            why: Likeness::Nothing,
        })
        .collect();
    // The surest first, so that a likeness of words never takes what another has by name.
    for why in [
        Likeness::Id,
        Likeness::Title,
        Likeness::Question,
        Likeness::Words,
    ] {
        for mapping in all.iter_mut().filter(|mapping| mapping.to.is_none()) {
            let Some(old) = from.judged(&mapping.from) else {
                continue;
            };
            let among = match from.heading(&mapping.from) {
                Some(_) => &to.headings,
                None => &to.pillars,
            };
            let free = among.iter().filter(|new| !taken.contains(&new.id));
            let like = free
                .map(|new| (likeness(old, new, why), new))
                .filter(|(like, _)| *like > 0)
                .max_by_key(|(like, _)| *like);
            if let Some((_, new)) = like {
                taken.insert(new.id.clone());
                mapping.to = Some(new.id.clone());
                mapping.why = why;
            }
        }
    }
    all
}

/// Returns how like two headings are in one respect; 0 where they are not.
fn likeness(old: &Heading, new: &Heading, by: Likeness) -> usize {
    let same =
        |one: &str, other: &str| usize::from(!one.trim().is_empty() && text::same(one, other));
    match by {
        Likeness::Id => same(&old.id, &new.id),
        Likeness::Title => same(&old.title, &new.title),
        Likeness::Question => same(&old.question, &new.question),
        Likeness::Words => {
            let (one, other) = (weighty(&old.title), weighty(&new.title));
            let titles = one.intersection(&other).count();
            let questions = weighty(&old.question);
            let questions = questions.intersection(&weighty(&new.question)).count();
            let whole = titles > 0 && titles == one.len().min(other.len());
            // One word of a title says more than one of a question.
            match titles * 2 + questions {
                enough if enough >= 3 || whole => enough,
                _ => 0,
            }
        }
        Likeness::Chosen | Likeness::Nothing => 0,
    }
}

/// Returns the words of weight in a text, by how they begin: "prevention" and "preventing" are one.
fn weighty(text: &str) -> BTreeSet<String> {
    let text = fold(text);
    let words = text.split(|sign: char| !sign.is_alphabetic());
    words
        .filter(|word| word.len() > 3 && !vocabulary().light.contains(word))
        .map(|word| word.chars().take(6).collect())
        .collect()
}
