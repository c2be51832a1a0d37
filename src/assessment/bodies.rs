//! The names of the bodies that are inspected, for completion.

use super::{Assessment, Framework, vocabulary};
use crate::text::{fold, same};

/// A body that is inspected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: &'static str,
    /// Other names that it goes by, separated by semicolons.
    pub other_names: &'static str,
    /// The noun that it is spoken of by.
    pub noun: &'static str,
    /// True of a fire and rescue service, which is inspected under programmes of its own.
    pub is_fire: bool,
}

impl Body {
    /// Returns the name inside a sentence, where it takes an article there: "the City of London Police".
    pub fn spoken(&self) -> Option<&'static str> {
        self.other_names
            .split("; ")
            .find(|name| name.starts_with("the "))
    }

    /// Returns the body of this name or other name, however its capitals and accents are typed.
    pub fn named(typed: &str) -> Option<Self> {
        // "Hampshire Constabulary (name before 2022)" is found without what stands in brackets.
        let bare = |name: &str| name.split(" (").next().unwrap_or_default().to_owned();
        let typed = bare(typed);
        let called = |name: &str| same(&bare(name), &typed);
        let by_name = bodies().find(|body| called(body.name));
        by_name.or_else(|| bodies().find(|body| body.other_names.split(';').any(called)))
    }
}

impl Framework {
    /// Returns true for a programme under which a body of this name is inspected: one for fire and rescue services or,
    /// where it is none of them, one for forces.
    pub fn is_for(&self, subject: &str) -> bool {
        let is_fire = match Body::named(subject) {
            Some(body) => body.is_fire,
            None => fold(subject).contains("fire"),
        };
        is_fire == (self.noun == "service")
    }
}

impl Assessment {
    /// Returns an empty assessment about a body, with all that its name tells: the noun, and how it is spoken of. A
    /// body that is not known has the noun that its name ends in, else the framework's.
    pub fn about(id: &str, framework: &Framework, subject: &str) -> Self {
        let mut assessment = Self::new(id, framework);
        let subject = subject.trim();
        if let Some(body) = Body::named(subject) {
            assessment.subject.name = body.name.to_owned();
            assessment.subject.noun = body.noun.to_owned();
            assessment.subject.spoken = body.spoken().unwrap_or_default().to_owned();
        } else {
            assessment.subject.name = subject.to_owned();
            let name = fold(subject);
            if let Some(noun) = vocabulary().nouns.iter().find(|noun| name.ends_with(*noun)) {
                assessment.subject.noun = (*noun).to_owned();
            }
        }
        assessment
    }
}

/// Returns the 43 territorial police forces of England and Wales, British Transport Police, and the 44 fire and rescue
/// services of England, from public lists of their names (`assets/bodies`).
pub fn bodies() -> impl Iterator<Item = Body> {
    let police = include_str!("../../assets/bodies/forces.tsv");
    let fire = include_str!("../../assets/bodies/fire.tsv");
    let rows = |text: &'static str| text.lines().filter(|line| !line.starts_with('#'));
    let force = |line: &'static str| {
        let mut cells = line.split('\t').skip(1);
        Some(Body {
            name: cells.next()?,
            other_names: cells.next()?,
            noun: cells.next()?,
            is_fire: false,
        })
    };
    let service = |line: &'static str| {
        let (name, noun) = line.split_once('\t')?;
        Some(Body {
            name,
            other_names: "",
            noun,
            is_fire: true,
        })
    };
    rows(police)
        .filter_map(force)
        .chain(rows(fire).filter_map(service))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_body_has_a_name_and_a_known_noun() {
        assert_eq!(bodies().count(), 88);
        for body in bodies() {
            assert!(!body.name.is_empty());
            assert!(vocabulary().nouns.contains(&body.noun), "{body:?}");
        }
    }
}
