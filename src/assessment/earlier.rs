//! Last year's draft beside this year's: which way each grade went, and what a new year begins with.
//!
//! Nothing is computed here but the direction between two grades that people gave on one scale. Grades that do not
//! compare have none.

use std::sync::Arc;

use super::{
    Apart, Assessment, Figure, Framework, Grade, Heading, Judgment, JudgmentState, OVERALL,
};
use crate::text;

/// Last year's draft, read only to be set beside this year's.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The draft.
    pub assessment: Assessment,
    /// The framework that it is written under.
    pub framework: Arc<Framework>,
}

/// The predecessor that a draft names, and whether it could be read.
#[derive(Clone, Debug, Default)]
pub enum Predecessor {
    /// It names none.
    #[default]
    None,
    /// It was read.
    Read(Arc<Earlier>),
    /// It could not be read; why, for people.
    Unread(String),
}

/// The direction in which a grade went since last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Better than last year.
    Better,
    /// As last year.
    Same,
    /// Worse than last year.
    Worse,
    /// The two grades do not compare.
    Apart(Apart),
    /// This year's is an earlier year's grade, so nothing was judged anew.
    NotAnew,
    /// One of the two years has no grade here.
    Unknown,
}

impl Direction {
    /// Returns a sign for it, that can be read without colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Better => "↑",
            Self::Same => "=",
            Self::Worse => "↓",
            Self::Apart(_) => "≠",
            Self::NotAnew => "↩",
            Self::Unknown => "",
        }
    }

    /// Returns its words, for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Better => "better now",
            Self::Same => "the same now",
            Self::Worse => "worse now",
            Self::Apart(why) => why.words(),
            Self::NotAnew => "not judged anew",
            Self::Unknown => "",
        }
    }
}

/// Last year's judgment, compared with this year's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierJudgment {
    /// Last year's judgment.
    pub before: Judgment,
    /// Last year's grade or state in words, in those of its framework: "requires improvement", "not inspected".
    pub words: String,
    /// The year that it is of; that of the grade itself where it was carried over then already. Empty where
    /// nothing says so.
    pub year: String,
    /// The direction in which it went.
    pub direction: Direction,
}

impl EarlierJudgment {
    /// Returns last year's grade with its year: "good in 2018".
    pub fn dated_words(&self) -> String {
        match self.year.as_str() {
            "" => self.words.clone(),
            year => format!("{} in {year}", self.words),
        }
    }
}

impl Earlier {
    /// Returns the year of the draft.
    pub fn year(&self) -> &str {
        self.assessment.period.label.trim()
    }

    /// Returns the reason for which its grades do not compare with those of a framework; see [`Framework::apart`].
    pub fn apart(&self, framework: &Framework) -> Option<Apart> {
        self.framework.apart(framework)
    }

    /// Returns last year's judgment of a heading or pillar of this year's, or for [`OVERALL`] of the whole; `None`
    /// where nothing was judged then.
    pub fn beside(
        &self,
        now: &Assessment,
        framework: &Framework,
        id: &str,
    ) -> Option<EarlierJudgment> {
        let before = match id {
            OVERALL => whole(&self.assessment),
            id => {
                let mine = framework.judged(id)?;
                let theirs = counterpart(mine, &self.framework)?;
                self.assessment.grades.get(&theirs.id)?.clone()
            }
        };
        let now = match id {
            OVERALL => whole(now),
            id => now.judgment(id),
        };
        let point = before
            .grade
            .and_then(|grade| self.framework.scale_point(grade));
        let words = match (before.state, point) {
            (Some(JudgmentState::Narrative), _) => "narrative".to_owned(),
            (Some(JudgmentState::NotInspected), _) => "not inspected".to_owned(),
            (_, Some(point)) => point.words.clone(),
            (_, None) => return None,
        };
        let year = match before.state {
            Some(JudgmentState::CarriedOver) if !before.from.trim().is_empty() => {
                before.from.trim()
            }
            _ => self.year(),
        };
        Some(EarlierJudgment {
            direction: self.direction(&before, &now, framework),
            words,
            year: year.to_owned(),
            before,
        })
    }

    fn direction(&self, before: &Judgment, now: &Judgment, framework: &Framework) -> Direction {
        let graded = |judgment: &Judgment| match judgment.state {
            None | Some(JudgmentState::CarriedOver) => judgment.grade,
            Some(JudgmentState::Narrative | JudgmentState::NotInspected) => None,
        };
        let (Some(then), Some(grade)) = (graded(before), graded(now)) else {
            return Direction::Unknown;
        };
        if let Some(apart) = self.apart(framework) {
            return Direction::Apart(apart);
        }
        let place = |grade: Grade| framework.scale.iter().position(|it| it.grade == grade);
        match (place(then), place(grade)) {
            _ if now.state == Some(JudgmentState::CarriedOver) => Direction::NotAnew,
            (Some(then), Some(now)) if now < then => Direction::Better,
            (Some(then), Some(now)) if now > then => Direction::Worse,
            (Some(_), Some(_)) => Direction::Same,
            _ => Direction::Unknown,
        }
    }
}

impl Predecessor {
    /// Returns last year's draft, where it was read.
    pub fn earlier(&self) -> Option<&Earlier> {
        match self {
            Self::Read(earlier) => Some(earlier),
            Self::None | Self::Unread(_) => None,
        }
    }

    /// Returns last year's judgment; see [`Earlier::beside`].
    pub fn beside(
        &self,
        now: &Assessment,
        framework: &Framework,
        id: &str,
    ) -> Option<EarlierJudgment> {
        self.earlier()?.beside(now, framework, id)
    }
}

fn whole(assessment: &Assessment) -> Judgment {
    match assessment.overall.grade {
        Some(_) => assessment.overall.judgment(),
        None => assessment.judgment(OVERALL),
    }
}

/// Returns the heading or pillar of another framework that asks the same: it has the same id, else the same title, else
/// the same question. Pillars answer to pillars, and headings to headings.
pub fn counterpart<'f>(heading: &Heading, of: &'f Framework) -> Option<&'f Heading> {
    // Only headings belong to a pillar, or stand where there are none.
    let pillar = !of.headings.iter().any(|other| other.id == heading.id)
        && of.pillars.iter().any(|other| other.id == heading.id);
    let among = if pillar { &of.pillars } else { &of.headings };
    let same = |one: &str, other: &str| !one.trim().is_empty() && text::same(one, other);
    let by = |test: &dyn Fn(&&Heading) -> bool| among.iter().find(test);
    by(&|other| other.id == heading.id)
        .or_else(|| by(&|other| same(&other.title, &heading.title)))
        .or_else(|| by(&|other| same(&other.question, &heading.question)))
}

/// Returns the draft that a new year begins with: the body, how it is spoken of, what the figures are called. Findings,
/// evidence and numbers are last year's and stay there, and so do grades, unless the framework lets a grade stand from
/// the year before; then it stands with its year.
///
/// `predecessor` is the file of last year's draft, as the new one names it.
pub fn successor(
    earlier: &Earlier,
    framework: &Framework,
    id: &str,
    year: &str,
    predecessor: &str,
) -> Assessment {
    let before = &earlier.assessment;
    let mut draft = Assessment::new(id, framework);
    draft.head.predecessor = predecessor.to_owned();
    draft.head.words.clone_from(&before.head.words);
    draft.subject = before.subject.clone();
    draft.inspector = before.inspector.clone();
    draft.period.label = year.to_owned();
    draft.statement.remit.clone_from(&before.statement.remit);
    draft.overall.marking.clone_from(&before.overall.marking);
    let figure = |figure: &Arc<Figure>| {
        Arc::new(Figure {
            value: String::new(),
            period: String::new(),
            of: String::new(),
            source: String::new(),
            ..(**figure).clone()
        })
    };
    draft.figures = before.figures.iter().map(figure).collect();
    if framework.carries_over && earlier.apart(framework).is_none() {
        for heading in framework.graded() {
            let judged = counterpart(heading, &earlier.framework);
            let judged = judged.and_then(|judged| before.grades.get(&judged.id));
            if let Some(judgment) = judged.filter(|it| it.grade.is_some())
                && matches!(judgment.state, None | Some(JudgmentState::CarriedOver))
            {
                let from = match judgment.state {
                    Some(_) if !judgment.from.trim().is_empty() => judgment.from.clone(),
                    _ => before.period.label.clone(),
                };
                let carried = Judgment {
                    grade: judgment.grade,
                    state: Some(JudgmentState::CarriedOver),
                    from,
                    ..Judgment::default()
                };
                draft.grades.insert(heading.id.clone(), carried);
            }
        }
    }
    draft
}

#[cfg(test)]
mod tests;
