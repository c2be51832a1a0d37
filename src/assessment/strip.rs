//! The grades of a draft on their scale, last year's beside this year's: what a chart or a table of them shows.

use super::earlier::{Direction, Predecessor};
use super::{Apart, Assessment, Framework, Judgment, JudgmentState, OVERALL};

/// The grades of a draft, each at its place on the scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The scale in words, best first.
    pub scale: Vec<String>,
    /// The whole, the pillars each before its headings, the headings in order; only what the framework grades.
    pub rows: Vec<StripRow>,
    /// This year, as the draft calls it; empty where it does not.
    pub year: String,
    /// Last year, where its draft was read.
    pub last_year: Option<String>,
    /// The reason for which last year's grades do not compare with these, and stand on no place of this scale.
    pub apart: Option<Apart>,
}

/// A grade at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripRow {
    /// The id of what is judged: a heading, a pillar, or [`OVERALL`].
    pub id: String,
    /// Its title; empty for the whole.
    pub title: String,
    /// True where it stands above headings: the whole, or a pillar.
    pub above: bool,
    /// This year's place on the scale.
    pub now: Option<usize>,
    /// True where that is an earlier year's grade.
    pub carried_over: bool,
    /// The state in place of a grade; `None` where there is one, or where nothing is decided.
    pub state: Option<JudgmentState>,
    /// Last year's place on the scale; `None` where there is none, or where it does not compare.
    pub before: Option<usize>,
    /// Last year's grade in words, with its year.
    pub before_words: String,
    /// The direction in which it went.
    pub direction: Direction,
}

/// Returns the grades of a draft on its framework's scale, beside those of its predecessor.
pub fn strip(draft: &Assessment, framework: &Framework, predecessor: &Predecessor) -> Strip {
    let earlier = predecessor.earlier();
    let apart = earlier.and_then(|earlier| earlier.apart(framework));
    let place = |judgment: &Judgment| {
        let grade = judgment.grade?;
        let graded = matches!(judgment.state, None | Some(JudgmentState::CarriedOver));
        let mut scale = framework.scale.iter();
        let at = scale.position(|point| point.grade == grade);
        at.filter(|_| graded)
    };
    let row = |id: &str, title: &str, above: bool| {
        let judgment = match id {
            OVERALL => Judgment {
                grade: draft.overall.grade,
                ..Judgment::default()
            },
            id => draft.judgment(id),
        };
        let beside = predecessor.beside(draft, framework, id);
        let then = beside.as_ref().filter(|_| apart.is_none());
        StripRow {
            id: id.to_owned(),
            title: title.to_owned(),
            above,
            now: place(&judgment),
            carried_over: judgment.state == Some(JudgmentState::CarriedOver),
            state: judgment
                .state
                .filter(|it| *it != JudgmentState::CarriedOver),
            before: then.and_then(|it| place(&it.before)),
            before_words: beside
                .as_ref()
                .map(|it| it.dated_words())
                .unwrap_or_default(),
            direction: beside.map_or(Direction::Unknown, |it| it.direction),
        }
    };
    let mut rows = Vec::new();
    if framework.graded_overall {
        rows.push(row(OVERALL, "", true));
    }
    let mut seen: Vec<&str> = Vec::new();
    for heading in &framework.headings {
        let mut pillars = framework.pillars.iter();
        let pillar = pillars.find(|it| it.graded && it.id == heading.pillar);
        if let Some(pillar) = pillar.filter(|it| !seen.contains(&it.id.as_str())) {
            seen.push(&pillar.id);
            rows.push(row(&pillar.id, &pillar.title, true));
        }
        if heading.graded {
            rows.push(row(&heading.id, &heading.title, false));
        }
    }
    Strip {
        scale: framework.scale.iter().map(|it| it.words.clone()).collect(),
        rows,
        year: draft.period.label.trim().to_owned(),
        last_year: earlier.map(|earlier| earlier.year().to_owned()),
        apart,
    }
}
