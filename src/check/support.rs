//! The support of a grade: the smallest losses that would leave it unsupported by the rules.

use std::collections::{HashMap, VecDeque};

use super::{Rule, naming};
use crate::assessment::{Address, Assessment, Finding, Framework, Grade, Kind, List};
use crate::text::listed;

/// The findings and evidence that a grade rests on. It says nothing of whether the grade is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeSupport {
    /// The grade.
    pub grade: Grade,
    /// The losses that would leave it unsupported, the smallest first. Empty where a rule reports it as it is.
    pub losses: Vec<Loss>,
}

/// Findings or evidence whose loss, all of them together and nothing less, would break a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The rule that would report the grade.
    pub rule: Rule,
    /// The findings and then the evidence that would be lost, in the draft's order.
    pub lost: Vec<Address>,
}

impl Loss {
    /// Returns what would be lost, for people: "finding “The force …” alone", "… and … together".
    pub fn named(&self, draft: &Assessment, framework: &Framework) -> String {
        let lost = self.lost.iter();
        let names: Vec<String> = lost
            .map(|address| naming::name(draft, framework, address))
            .collect();
        match names.as_slice() {
            [] => String::new(),
            [only] => format!("{only} alone"),
            all => format!("{} together", listed(all, "and")),
        }
    }
}

/// Returns what the grade of a heading rests on: "good rests on one finding alone". `None` where the heading
/// has no grade of this inspection. No grade is computed or proposed.
///
/// Two losses are looked for: the findings of the kind that the grade stands for, and the smallest set of findings and
/// evidence without which no finding under the heading would stand on evidence.
pub fn grade_support(
    assessment: &Assessment,
    framework: &Framework,
    heading: &str,
) -> Option<GradeSupport> {
    framework.heading(heading)?;
    let judgment = assessment.grades.get(heading)?;
    let grade = judgment.grade.filter(|_| judgment.state.is_none())?;
    let findings: Vec<&Finding> = assessment
        .under(heading)
        .map(|(_, each)| each.as_ref())
        .collect();
    let (kind, rule): (fn(&Finding) -> bool, Rule) = match grade {
        Grade::Outstanding | Grade::Good => {
            (|each| each.kind.is_praise(), Rule::GoodWithoutStrength)
        }
        Grade::Adequate => (|each| each.kind.is_need(), Rule::AdequateWithoutImprovement),
        Grade::RequiresImprovement => (
            |each| each.kind.is_need(),
            Rule::RequiresImprovementWithoutNeed,
        ),
        Grade::Inadequate => (
            |each| each.kind == Kind::Concern,
            Rule::InadequateWithoutConcern,
        ),
    };
    let bearing = findings.iter().filter(|each| kind(each));
    let bearing = Loss {
        rule,
        lost: bearing
            .map(|each| Address::Item(List::Findings, each.id.clone()))
            .collect(),
    };
    let ground = Loss {
        rule: Rule::GradeWithoutEvidence,
        lost: EvidenceGraph::new(assessment, &findings).least(),
    };
    let mut losses = vec![bearing, ground];
    // Where one is empty already, a rule speaks as it is.
    if losses.iter().any(|loss| loss.lost.is_empty()) {
        losses.clear();
    }
    losses.sort_by_key(|loss| loss.lost.len());
    Some(GradeSupport { grade, losses })
}

/// Findings, the evidence that they stand on, and which stands on which.
struct EvidenceGraph<'a> {
    findings: Vec<&'a str>,
    evidence: Vec<&'a str>,
    /// For each finding, indices into `evidence`.
    on: Vec<Vec<usize>>,
}

impl<'a> EvidenceGraph<'a> {
    fn new(assessment: &'a Assessment, findings: &[&'a Finding]) -> Self {
        let mut places: HashMap<&str, Option<usize>> = HashMap::new();
        for evidence in &assessment.evidence {
            places.insert(&evidence.id, None);
        }
        let mut ground = Self {
            findings: Vec::new(),
            evidence: Vec::new(),
            on: Vec::new(),
        };
        for finding in findings {
            let mut on = Vec::new();
            for id in &finding.evidence {
                let Some(place) = places.get_mut(id.as_str()) else {
                    continue;
                };
                let at = *place.get_or_insert_with(|| {
                    ground.evidence.push(id);
                    ground.evidence.len() - 1
                });
                on.push(at);
            }
            if !on.is_empty() {
                ground.findings.push(&finding.id);
                ground.on.push(on);
            }
        }
        ground
    }

    fn on(&self, finding: usize) -> &[usize] {
        self.on.get(finding).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the fewest findings and items of evidence that touch every tie between them. By König's theorem they are
    /// as many as ties can be chosen of which no two meet, and can be read off such a choice.
    fn least(&self) -> Vec<Address> {
        let mut of_finding: Vec<Option<usize>> = vec![None; self.findings.len()];
        let mut of_evidence: Vec<Option<usize>> = vec![None; self.evidence.len()];
        for start in 0..self.findings.len() {
            self.augment(start, &mut of_finding, &mut of_evidence);
        }
        // What is reached from the evidence left over, by ties not chosen and back by ties chosen.
        let mut under: Vec<Vec<usize>> = vec![Vec::new(); self.evidence.len()];
        for (finding, on) in self.on.iter().enumerate() {
            for at in on {
                if let Some(under) = under.get_mut(*at) {
                    under.push(finding);
                }
            }
        }
        let free = (0..self.evidence.len()).filter(|at| of_evidence.get(*at) == Some(&None));
        let mut queue: VecDeque<usize> = free.collect();
        let mut reached = vec![false; self.findings.len()];
        let mut reached_evidence = vec![false; self.evidence.len()];
        while let Some(at) = queue.pop_front() {
            if let Some(seen) = reached_evidence.get_mut(at) {
                *seen = true;
            }
            for finding in under.get(at).into_iter().flatten() {
                let Some(seen) = reached.get_mut(*finding).filter(|seen| !**seen) else {
                    continue;
                };
                *seen = true;
                queue.extend(of_finding.get(*finding).copied().flatten());
            }
        }
        let findings = self.findings.iter().zip(&reached);
        let evidence = self.evidence.iter().zip(&reached_evidence);
        findings
            .filter(|(_, reached)| **reached)
            .map(|(id, _)| Address::Item(List::Findings, (*id).to_owned()))
            .chain(
                evidence
                    .filter(|(_, reached)| !**reached)
                    .map(|(id, _)| Address::Item(List::Evidence, (*id).to_owned())),
            )
            .collect()
    }

    /// Chooses one tie more, if there is a way to: from a finding without one, the shortest way to evidence without
    /// one.
    fn augment(
        &self,
        start: usize,
        of_finding: &mut [Option<usize>],
        of_evidence: &mut [Option<usize>],
    ) {
        let mut came_from: HashMap<usize, usize> = HashMap::new();
        let mut queue = VecDeque::from([start]);
        let mut end = None;
        'search: while let Some(finding) = queue.pop_front() {
            for at in self.on(finding) {
                if came_from.contains_key(at) {
                    continue;
                }
                came_from.insert(*at, finding);
                match of_evidence.get(*at).copied().flatten() {
                    Some(other) => queue.push_back(other),
                    None => {
                        end = Some(*at);
                        break 'search;
                    }
                }
            }
        }
        while let Some(at) = end {
            let Some(finding) = came_from.get(&at).copied() else {
                return;
            };
            end = of_finding.get(finding).copied().flatten();
            if let (Some(one), Some(other)) = (of_finding.get_mut(finding), of_evidence.get_mut(at))
            {
                *one = Some(at);
                *other = Some(finding);
            }
        }
    }
}
