//! The names of the bodies that are inspected, for completion.

/// A body that is inspected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub name: &'static str,
    /// Other names that it goes by, separated by semicolons.
    pub other_names: &'static str,
    /// The noun that it is spoken of by.
    pub noun: &'static str,
}

/// The 43 territorial police forces of England and Wales, British Transport Police, and the 44 fire
/// and rescue services of England, from public lists of their names (`assets/bodies`).
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
        })
    };
    let service = |line: &'static str| {
        let (name, noun) = line.split_once('\t')?;
        Some(Body {
            name,
            other_names: "",
            noun,
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
            assert!(crate::assessment::NOUNS.contains(&body.noun), "{body:?}");
        }
    }
}
