//! The findings and evidence for a grade and against it, counted. Nothing is weighed here.

use crate::assessment::{Assessment, Kind};

/// The kinds that are counted, those of praise first. Context is on no side.
const KINDS: [Kind; 4] = [
    Kind::Strength,
    Kind::Practice,
    Kind::Improvement,
    Kind::Concern,
];

/// The findings and evidence under a heading, kind by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// The findings of each of the [`KINDS`].
    counts: [usize; KINDS.len()],
    /// The number of times that evidence is named for a finding.
    pub supports: usize,
    /// The number of times that evidence is named against one.
    pub against: usize,
}

/// Counts what is recorded under a heading.
pub fn balance(assessment: &Assessment, heading: &str) -> Balance {
    let mut balance = Balance::default();
    for (_, finding) in assessment.under(heading) {
        let counts = KINDS.iter().zip(&mut balance.counts);
        for (_, findings) in counts.filter(|(kind, _)| **kind == finding.kind) {
            *findings += 1;
        }
        balance.supports += finding.evidence.len();
        balance.against += finding.against.len();
    }
    balance
}

impl Balance {
    /// Returns true where nothing is found that speaks for a grade or against it.
    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(|findings| *findings == 0)
    }
}

impl std::fmt::Display for Balance {
    /// Writes it as "1 strength, 2 areas for improvement": what is counted, whichever way it speaks.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counts = || KINDS.iter().zip(self.counts);
        let some = |of: fn(Kind) -> bool| counts().any(|(kind, it)| of(*kind) && it > 0);
        let mut parts: Vec<String> = counts()
            .filter(|(_, findings)| *findings > 0)
            .map(|(kind, findings)| kind.counted(findings))
            .collect();
        match (some(Kind::is_praise), some(Kind::is_need)) {
            (true, true) => {}
            (true, false) => parts.push("nothing to improve".to_owned()),
            (false, true) => parts.insert(0, "no strength".to_owned()),
            (false, false) => parts.push("nothing found".to_owned()),
        }
        f.write_str(&parts.join(", "))
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
            "1 strength, 1 promising practice, 1 cause of concern"
        );
        assert_eq!((found.supports, found.against), (3, 0));
        assert_eq!(balance(&draft, "offenders"), Balance::default());
        let none = Balance::default().to_string();
        assert_eq!(none, "nothing found");
        let two = Balance {
            counts: [0, 0, 2, 0],
            ..Balance::default()
        };
        let words = "no strength, 2 areas for improvement";
        assert_eq!(two.to_string(), words);
    }
}
