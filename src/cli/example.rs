//! `assay example`: a draft to read and to try things on.

use super::{Fault, Session};

/// The example, about a body that is invented.
pub const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

pub(super) fn run(session: &mut Session<'_>) -> Result<(), Fault> {
    session.out.write_all(EXAMPLE.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use super::EXAMPLE;
    use crate::assessment::Kind;
    use crate::store::format;

    #[test]
    fn the_example_shows_every_kind_of_finding_and_most_of_what_a_draft_can_say() {
        let file = include_str!("../../assets/frameworks/annual.toml");
        let annual = Arc::new(format::framework::read("annual.toml", file).unwrap());
        let draft = format::read("example", EXAMPLE, &|_| Ok(Arc::clone(&annual))).unwrap();
        assert_eq!(draft.warnings, []);
        let said = draft.assessment;
        let any =
            |test: fn(&crate::assessment::Finding) -> bool| said.findings.iter().any(|it| test(it));
        for kind in Kind::ALL {
            assert!(
                said.findings.iter().any(|finding| finding.kind == *kind),
                "{kind:?}"
            );
        }
        assert!(any(|it| it.join.is_some()) && any(|it| it.also) && any(|it| it.refer.is_some()));
        assert!(any(|it| it.order.is_some()) && any(|it| !it.paragraph.is_empty()));
        assert!(any(|it| it.spoken == Some(false) && !it.why.is_empty()));
        assert!(any(|it| !it.stance.is_empty()) && any(|it| !it.recommendations.is_empty()));
        assert!(!said.figures.is_empty() && !said.evidence.is_empty() && said.outlook.len() == 2);
        assert!(
            annual
                .headings
                .iter()
                .all(|heading| said.judgment(&heading.id).is_settled())
        );
    }
}
