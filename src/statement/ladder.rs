//! The ladder: how a statement opens, and which grades suggest which opening.
//!
//! The inspector chooses the rung. Grades only suggest a band of rungs, and a rung outside its band
//! is a warning of the check, never a refusal: statements with the same grades have opened warmly and
//! coolly, for good reasons.

use super::context::{ByHand, WeavingContext};
use super::front;
use crate::assessment::{
    Assessment, Band, Counts, Framework, Grade, Heading, JudgmentState, Kind, Rung,
};

/// The grades counted as bands count them: those of the groups of the plan, the headings, the pillars or the
/// whole, as the framework's [`Counts`] say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GradeTally {
    /// The number of outstanding grades; a group counts by its lowest grade.
    pub outstanding: usize,
    /// The number below good, the inadequate ones among them.
    pub below_good: usize,
    /// The number below adequate, the inadequate ones among them.
    pub below_adequate: usize,
    /// The number of inadequate grades.
    pub inadequate: usize,
    /// True where there is a cause of concern.
    pub concern: bool,
    /// The number of grades in all.
    pub graded: usize,
    /// The number of pillars and headings that the framework grades, and the whole where it does, for which nothing
    /// is decided yet.
    pub ungraded: usize,
    /// The number of those for which something is.
    pub settled: usize,
}

impl GradeTally {
    /// Returns true where grades have a say: there are some, and at least half of what is graded is decided. A band
    /// takes what is missing for as good as it can be.
    pub fn has_say(&self) -> bool {
        self.graded > 0 && self.settled >= self.ungraded
    }
}

/// Counts the grades. What is narrative or was not inspected does not count.
pub fn tally(assessment: &Assessment, framework: &Framework) -> GradeTally {
    let mut tally = GradeTally {
        concern: assessment
            .findings
            .iter()
            .any(|finding| finding.kind == Kind::Concern),
        ..GradeTally::default()
    };
    for grade in counted(assessment, framework) {
        tally.graded += 1;
        tally.outstanding += usize::from(grade == Grade::Outstanding);
        tally.below_good += usize::from(grade.is_below_good());
        tally.below_adequate += usize::from(grade > Grade::Adequate);
        tally.inadequate += usize::from(grade == Grade::Inadequate);
    }
    let settled = |id: &str| {
        let judgment = assessment.grades.get(id);
        judgment.is_some_and(crate::assessment::Judgment::is_settled)
    };
    let graded = framework.graded().map(|heading| settled(&heading.id));
    let whole = framework
        .graded_overall
        .then(|| assessment.overall.grade.is_some());
    for is_settled in graded.chain(whole) {
        tally.settled += usize::from(is_settled);
        tally.ungraded += usize::from(!is_settled);
    }
    tally
}

/// Returns the grades that bands count.
fn counted(assessment: &Assessment, framework: &Framework) -> Vec<Grade> {
    let grade = |id: &str| {
        let judgment = assessment.grades.get(id)?;
        match judgment.state {
            Some(JudgmentState::Narrative | JudgmentState::NotInspected) => None,
            _ => judgment.grade,
        }
    };
    match framework.counts {
        // Grades are in order from the best: the greatest is the lowest.
        Counts::Groups => {
            let groups = framework.plan.iter();
            let lowest = |ids: &Vec<String>| ids.iter().filter_map(|id| grade(id)).max();
            groups.filter_map(lowest).collect()
        }
        Counts::Headings => {
            let headings = framework.headings.iter().filter(|heading| heading.graded);
            headings.filter_map(|heading| grade(&heading.id)).collect()
        }
        Counts::Pillars => {
            let pillars = framework.pillars.iter().filter(|pillar| pillar.graded);
            let of_pillar = |pillar: &Heading| {
                let headings = framework.headings_of(&pillar.id);
                grade(&pillar.id).or_else(|| headings.filter_map(|each| grade(&each.id)).max())
            };
            pillars.filter_map(of_pillar).collect()
        }
        Counts::Overall => assessment.overall.grade.into_iter().collect(),
    }
}

fn is_open(rung: &Rung, tally: &GradeTally) -> bool {
    rung.bands.is_empty() || rung.bands.iter().any(|band| holds(band, tally))
}

/// Returns whether the grades suggest a rung; `None` where too little is graded yet for them to have a say. A rung without
/// bands is open to all.
pub fn suggested(assessment: &Assessment, framework: &Framework, rung: &Rung) -> Option<bool> {
    let tally = tally(assessment, framework);
    tally.has_say().then(|| is_open(rung, &tally))
}

/// Returns how the openings begin that the grades suggest, for people: "“I am pleased …” or “I am satisfied …”". `None`
/// where the grades have no say, or suggest none.
pub fn suggested_words(assessment: &Assessment, framework: &Framework) -> Option<String> {
    let tally = tally(assessment, framework);
    let rungs = framework.ladder.iter().filter(|_| tally.has_say());
    let open = rungs.filter(|rung| !rung.bands.is_empty() && is_open(rung, &tally));
    let mut all: Vec<String> = open.map(|rung| format!("“{}”", rung.begins())).collect();
    all.dedup();
    let last = all.pop()?;
    Some(match all.is_empty() {
        true => last,
        false => format!("{} or {last}", all.join(", ")),
    })
}

/// Returns true where a tally is within a band's bounds.
pub fn holds(band: &Band, tally: &GradeTally) -> bool {
    let within = |bounds: Option<(usize, usize)>, many: usize| {
        bounds.is_none_or(|(fewest, most)| (fewest..=most).contains(&many))
    };
    within(band.outstanding, tally.outstanding)
        && within(band.below_good, tally.below_good)
        && within(band.below_adequate, tally.below_adequate)
        && within(band.inadequate, tally.inadequate)
        && band.concern.is_none_or(|concern| concern == tally.concern)
}

/// Returns the words with which a rung, in this form, would open this statement.
pub fn opening(assessment: &Assessment, framework: &Framework, rung: &Rung, form: &str) -> String {
    let by_hand = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &by_hand);
    front::rung_words(&context, rung, form)
}
