//! `assay example`: drafts to read and to try things on.

use clap::Args;

use super::{CliError, Session};
use crate::store::EXAMPLES;
use crate::store::format::near_or;

/// `assay example`
#[derive(Debug, Args)]
pub(super) struct ExampleArgs {
    /// The framework that it is written under
    #[arg(default_value = "annual")]
    framework: String,
}

impl ExampleArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let wanted = self.framework.as_str();
        let Some((_, text)) = EXAMPLES.iter().find(|(id, _)| *id == wanted) else {
            let known = EXAMPLES.map(|(id, _)| id);
            let hint = near_or(wanted, known, || format!("there are {}", known.join(", ")));
            return Err(CliError::Unusable(format!(
                "there is no example under \"{wanted}\"; {hint}"
            )));
        };
        session.print(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::EXAMPLES;
    use crate::assessment::Kind;
    use crate::store::{Frameworks, format};

    #[test]
    fn every_example_shows_every_kind_of_finding_and_leaves_nothing_unsettled() {
        let frameworks = Frameworks::load(Path::new("none"));
        for (id, text) in EXAMPLES {
            let draft = format::read(id, text, &|id| frameworks.get(id)).unwrap();
            assert_eq!(draft.warnings, [], "{id}");
            assert_eq!(draft.framework.id, id);
            let assessment = draft.assessment;
            for kind in Kind::ALL {
                let shown = assessment
                    .findings
                    .iter()
                    .any(|finding| finding.kind == *kind);
                assert!(shown, "{id}: {kind:?}");
            }
            let mut recommended = assessment
                .findings
                .iter()
                .flat_map(|each| &each.recommendations);
            assert!(recommended.clone().count() > 0, "{id}");
            assert!(recommended.all(|each| !each.deadline.is_empty()), "{id}");
            assert!(
                assessment
                    .findings
                    .iter()
                    .all(|each| !each.evidence.is_empty()),
                "{id}"
            );
            assert!(
                !assessment.figures.is_empty() && !assessment.outlook.is_empty(),
                "{id}"
            );
            let judged = draft
                .framework
                .pillars
                .iter()
                .chain(&draft.framework.headings);
            for judged in judged {
                let judgment = assessment.judgment(&judged.id);
                assert!(judgment.is_settled(), "{id}: {}", judged.id);
                assert!(!judgment.rationale.is_empty(), "{id}: {}", judged.id);
            }
            let whole =
                assessment.overall.grade.is_some() && !assessment.overall.rationale.is_empty();
            assert_eq!(whole, draft.framework.graded_overall, "{id}");
        }
    }

    #[test]
    fn the_first_example_shows_most_of_what_a_draft_can_say() {
        let frameworks = Frameworks::load(Path::new("none"));
        let (_, text) = EXAMPLES[0];
        let draft = format::read("example", text, &|id| frameworks.get(id)).unwrap();
        let draft = draft.assessment;
        let any = |test: fn(&crate::assessment::Finding) -> bool| {
            draft.findings.iter().any(|it| test(it))
        };
        assert!(
            any(|it| it.join.is_some())
                && any(|it| it.also.is_some())
                && any(|it| it.refer.is_some())
        );
        assert!(any(|it| it.order.is_some()) && any(|it| !it.paragraph.is_empty()));
        assert!(any(|it| it.spoken == Some(false) && !it.why.is_empty()));
        assert!(any(|it| !it.stance.is_empty()) && draft.outlook.len() == 2);
    }
}
