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
    /// Writes it as "3 findings for it (54 words), 2 against it (61 words)".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = |findings: usize, words: usize| match findings {
            0 => String::new(),
            _ => format!(" ({})", counted(words, "word")),
        };
        let (praise, needs) = (self.praise, self.needs);
        let found = match praise {
            0 => "nothing found".to_owned(),
            _ => counted(praise, "finding"),
        };
        let needs_words = words(needs, self.words_of_need);
        let against = match needs {
            0 => "none".to_owned(),
            _ => needs.to_string(),
        };
        let praise = words(praise, self.words_of_praise);
        write!(
            f,
            "{found} for it{praise}, {against} against it{needs_words}"
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
        assert_eq!(
            found.to_string(),
            "2 findings for it (7 words), 1 against it (3 words)"
        );
        assert_eq!((found.supports, found.against), (3, 0));
        assert_eq!(balance(&draft, "offenders"), Balance::default());
    }
}
