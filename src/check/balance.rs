//! The findings and evidence for a grade and against it, counted. Nothing is weighed here.

use crate::assessment::{Assessment, Kind};
use crate::statement::count_words;
use crate::text::counted;

/// The findings and evidence under a heading, for and against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Strengths and practices.
    pub praise: usize,
    /// The words in them.
    pub words_of_praise: usize,
    /// Areas for improvement and causes of concern.
    pub needs: usize,
    /// The words in them.
    pub words_of_need: usize,
    /// The number of times that evidence is named for a finding.
    pub supports: usize,
    /// The number of times that evidence is named against one.
    pub against: usize,
}

/// Counts what is recorded under a heading, for and against. Context is on no side.
pub fn balance(assessment: &Assessment, heading: &str) -> Balance {
    let mut balance = Balance::default();
    for (_, finding) in assessment.under(heading) {
        let words = count_words(&finding.text);
        if finding.kind.is_need() {
            balance.needs += 1;
            balance.words_of_need += words;
        } else if finding.kind != Kind::Context {
            balance.praise += 1;
            balance.words_of_praise += words;
        }
        balance.supports += finding.evidence.len();
        balance.against += finding.against.len();
    }
    balance
}

impl std::fmt::Display for Balance {
    /// Writes it as "54 words for (3 findings), 61 against (2)".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} for ({}), {} against ({})",
            counted(self.words_of_praise, "word"),
            counted(self.praise, "finding"),
            self.words_of_need,
            self.needs
        )
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::assessment::Finding;

    #[test]
    fn each_side_is_counted_and_context_is_on_none() {
        let finding = |kind, text: &str, evidence: &[&str]| {
            Arc::new(Finding {
                heading: "victims".into(),
                kind,
                text: text.into(),
                evidence: evidence.iter().map(ToString::to_string).collect(),
                ..Finding::default()
            })
        };
        let draft = Assessment {
            findings: vec![
                finding(Kind::Strength, "The force listens well.", &["e1", "e2"]),
                finding(Kind::Practice, "It calls back.", &[]),
                finding(Kind::Concern, "It is late.", &["e1"]),
                finding(Kind::Context, "It is a large county by the sea.", &[]),
            ],
            ..Assessment::default()
        };
        let found = balance(&draft, "victims");
        assert_eq!(found.to_string(), "7 words for (2 findings), 3 against (1)");
        assert_eq!((found.supports, found.against), (3, 0));
        assert_eq!(balance(&draft, "offenders"), Balance::default());
    }
}
