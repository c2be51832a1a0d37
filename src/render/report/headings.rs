//! The judgments and findings of a report, heading by heading.

use std::collections::BTreeSet;

use super::super::answers::answers_to;
use super::super::block::{Block, ListItem, Run, TableRow, labelled, words};
use super::super::words::{fill, heading};
use super::super::{line, line_or};
use super::writer::ReportWriter;
use crate::assessment::{
    Date, Finding, FindingField, Judgment, JudgmentState, Kind, OVERALL, Recommendation,
};
use crate::text::{capital, same};

impl ReportWriter<'_> {
    /// Adds the table of every heading with its pillar and its judgment; then the other judgments; then the whole.
    pub(super) fn judgments(&mut self) {
        let mut rows = Vec::new();
        for heading in &self.framework.headings {
            let judgment = self.draft.judgment(&heading.id);
            rows.push(self.judged(
                line(&heading.title),
                line(&heading.pillar),
                &judgment,
                heading.graded,
            ));
        }
        for (id, judgment) in &self.draft.grades {
            if self.framework.heading(id).is_none() && id != OVERALL {
                rows.push(self.judged(self.judged_name(id), String::new(), judgment, true));
            }
        }
        let whole = self.whole();
        if whole.is_settled() {
            rows.push(self.judged(self.say(&self.words.overall), String::new(), &whole, true));
        }
        let terms = self.words;
        self.title(2, &terms.judgments);
        let columns = [&*terms.heading, &*terms.pillar, &*terms.judgment];
        self.table(&terms.judgments, &columns, rows);
    }

    fn judged(&self, name: String, pillar: String, judgment: &Judgment, graded: bool) -> TableRow {
        TableRow {
            number: None,
            grade: judgment.grade,
            cells: vec![
                capital(&name),
                capital(&pillar),
                capital(&self.judgment(judgment, graded)),
            ],
        }
    }

    /// Returns a judgment in the framework's words.
    pub(super) fn judgment(&self, judgment: &Judgment, graded: bool) -> String {
        let grade = judgment.grade.map(|grade| {
            let point = self.framework.scale_point(grade);
            point.map_or_else(
                || grade.word().replace('-', " "),
                |point| line(&point.words),
            )
        });
        let words = self.words;
        match (judgment.state, grade) {
            (Some(JudgmentState::CarriedOver), grade) => {
                let grade = grade.unwrap_or_else(|| self.say(&words.not_graded));
                let year = line_or(&judgment.from, || "…".to_owned());
                fill(
                    &words.carried_over,
                    &[("{grade}", &grade), ("{year}", &year)],
                )
            }
            (Some(JudgmentState::NotInspected), _) => self.say(&words.not_inspected),
            (Some(JudgmentState::Narrative), _) => self.say(&words.narrative),
            (None, Some(grade)) => grade,
            (None, None) if graded => self.say(&words.not_graded),
            (None, None) => self.say(&words.narrative),
        }
    }

    /// Returns the judgment of the whole. Its reason may stand in either of two places, or in both.
    pub(super) fn whole(&self) -> Judgment {
        let (whole, judgment) = (&self.draft.overall, self.draft.judgment(OVERALL));
        let reasons = [&whole.rationale, &judgment.rationale].map(|reason| reason.trim());
        let rationale = match reasons {
            [own, other] if own == other || other.is_empty() => own.to_owned(),
            _ => reasons.join(" ").trim().to_owned(),
        };
        let graded = match whole.grade {
            Some(_) => whole.judgment(),
            None => judgment,
        };
        Judgment {
            rationale,
            ..graded
        }
    }

    /// Adds the reasons for judgments that have no section of their own: of pillars, and of what neither the framework
    /// nor a finding knows.
    pub(super) fn other_reasons(&mut self) {
        let grades = self.draft.grades.iter();
        let others = grades.filter(|(id, judgment)| {
            let sectioned = *id == OVERALL
                || self.framework.heading(id).is_some()
                || self.found(id).next().is_some();
            !sectioned && !judgment.rationale.trim().is_empty()
        });
        let reasons: Vec<Block> = others
            .map(|(id, judgment)| {
                let name = capital(&self.judged_name(id));
                let grade = self.judgment(judgment, true);
                Block::Words(vec![
                    Run::Strong(format!("{name}: {grade}.")),
                    Run::Plain(self.say(&judgment.rationale)),
                ])
            })
            .collect();
        self.blocks.extend(reasons);
    }

    /// Returns the name of a judgment that is of no heading of the framework.
    fn judged_name(&self, id: &str) -> String {
        let mut pillars = self.framework.headings.iter();
        match pillars.any(|each| each.pillar == *id) {
            true => line(id),
            false => heading(self.framework, id),
        }
    }

    /// Adds the whole, then each heading of the framework, then headings that only findings know.
    pub(super) fn headings(&mut self) {
        let framework = self.framework;
        let whole = self.whole();
        let mut seen = BTreeSet::from([OVERALL]);
        let judged = whole.is_settled() || !whole.rationale.is_empty();
        if judged || self.found(OVERALL).next().is_some() {
            let title = self.words.overall.clone();
            self.section(&title, "", OVERALL, judged.then_some((&whole, true)));
        }
        for heading in &framework.headings {
            if seen.insert(&heading.id) {
                let judgment = self.draft.judgment(&heading.id);
                let judged = Some((&judgment, heading.graded));
                let empty = !heading.graded
                    && judgment == Judgment::default()
                    && self.found(&heading.id).next().is_none();
                if self.part && empty {
                    continue;
                }
                let noun = &self.draft.subject.noun;
                let question = framework.asked_of(noun, &heading.question);
                self.section(&heading.title, &question, &heading.id, judged);
            }
        }
        for finding in &self.draft.findings {
            if !finding.sensitive && seen.insert(&finding.heading) {
                let judgment = self.draft.judgment(&finding.heading);
                let judged = self.draft.grades.contains_key(&finding.heading);
                let title = heading(framework, &finding.heading);
                self.section(
                    &title,
                    "",
                    &finding.heading,
                    judged.then_some((&judgment, true)),
                );
            }
        }
    }

    /// Returns the findings under a heading that may be printed, with their places.
    fn found<'r>(&'r self, heading: &'r str) -> impl Iterator<Item = (usize, &'r Finding)> {
        let found = self.draft.under(heading);
        let found = found.map(|(at, finding)| (at, finding.as_ref()));
        found.filter(|(_, finding)| !finding.sensitive)
    }

    fn section(
        &mut self,
        title: &str,
        question: &str,
        heading: &str,
        judged: Option<(&Judgment, bool)>,
    ) {
        self.title(2, title);
        if !question.trim().is_empty() && !self.part {
            let question = words(self.say(question));
            self.blocks.push(question);
        }
        if let Some((judgment, graded)) = judged {
            let grade = format!("{}.", capital(&self.judgment(judgment, graded)));
            let mut runs = vec![Run::Strong(grade)];
            if !judgment.rationale.trim().is_empty() {
                runs.push(Run::Plain(self.say(&judgment.rationale)));
            }
            self.blocks.push(Block::Words(runs));
        }
        let terms = self.words;
        let kinds = [
            (Kind::Strength, &terms.strength, &terms.strengths),
            (Kind::Practice, &terms.practice, &terms.practice),
            (Kind::Concern, &terms.concern, &terms.concerns),
            (Kind::Improvement, &terms.improvement, &terms.improvements),
            (Kind::Context, &terms.context, &terms.context),
        ];
        let mut nothing = true;
        for (kind, one, many) in kinds {
            let items = self.items(heading, kind);
            if !items.is_empty() {
                nothing = false;
                self.title(3, if items.len() == 1 { one } else { many });
                self.blocks.push(Block::List(items));
            }
        }
        let why = judged.is_some_and(|(judgment, _)| !judgment.rationale.trim().is_empty());
        // What is described only, or was not inspected, says so above.
        let ungraded = judged.is_some_and(|(judgment, _)| {
            let state = judgment.state;
            state.is_some_and(|it| it != JudgmentState::CarriedOver)
        });
        if nothing && !ungraded && !(self.part && why) {
            let nothing = words(self.say(&terms.nothing));
            self.blocks.push(nothing);
        }
    }

    /// Returns the findings of a kind, needs in the order in which they are spoken.
    fn items(&self, heading: &str, kind: Kind) -> Vec<ListItem> {
        let mut found: Vec<(usize, &Finding)> = self.found(heading).collect();
        found.retain(|(_, finding)| finding.kind == kind);
        if kind.is_need() {
            found.sort_by_key(|(_, finding)| (finding.order.is_none(), finding.order));
        }
        let items = found.into_iter().filter_map(|(at, finding)| {
            let said = self
                .alone
                .get(at)
                .map(|said| line(said))
                .unwrap_or_default();
            let said = match said.is_empty() {
                // Nothing is written: the end of the report tells so, unless something hangs on it.
                true if finding.recommendations.is_empty()
                    && self.ground(finding, &FindingField::GROUND).next().is_none()
                    && answers_to(finding, self.draft).is_empty() =>
                {
                    return None;
                }
                true => "…".to_owned(),
                false => said,
            };
            let mut runs = vec![Run::Plain(said)];
            if !self.part {
                runs.extend(self.ledger.cited(finding, self.words));
            }
            let advice = finding.recommendations.iter();
            let advice = advice.map(|each| self.recommendation(each));
            Some(ListItem {
                runs,
                items: self
                    .ground(finding, &FindingField::GROUND)
                    .chain(advice)
                    .chain(answers_to(finding, self.draft))
                    .collect(),
            })
        });
        items.collect()
    }

    /// Returns grounds of a finding, each under its own word.
    pub(super) fn ground<'r>(
        &'r self,
        finding: &'r Finding,
        wanted: &'r [FindingField],
    ) -> impl Iterator<Item = ListItem> + 'r {
        let terms = self.words;
        let leads = [
            &terms.looked_at,
            &terms.found,
            &terms.comparison,
            &terms.effect,
        ];
        let fields = FindingField::GROUND.into_iter().zip(leads);
        let fields = fields.filter(|(field, _)| wanted.contains(field));
        fields.filter_map(|(field, lead)| {
            let text = self.say(finding.ground(field));
            (!text.is_empty()).then(|| labelled(&self.say(lead), text))
        })
    }

    pub(super) fn recommendation(&self, advice: &Recommendation) -> ListItem {
        let terms = self.words;
        let mut lead = self.say(&terms.recommendation);
        if !advice.addressee.trim().is_empty() {
            let addressee = self.say(&advice.addressee);
            lead = format!(
                "{lead} {}",
                fill(&terms.addressee, &[("{addressee}", &addressee)])
            );
        }
        let deadline = match Date::read(advice.deadline.trim()) {
            Some(date) => fill(&terms.by_date, &[("{date}", &date.spoken())]),
            None => self.say(&advice.deadline),
        };
        let text = match self.say(&advice.text) {
            text if text.is_empty() => "…".to_owned(),
            text => text,
        };
        // "Within six months, the force should …" says by itself by when.
        let begins = text
            .get(..deadline.len())
            .is_some_and(|begins| same(begins, &deadline));
        if !deadline.is_empty() && !begins {
            lead = format!("{lead}, {deadline}");
        }
        labelled(&lead, text)
    }
}
