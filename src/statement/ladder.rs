//! The ladder: how a statement opens, and which grades suggest which opening.
//!
//! The inspector chooses the rung. Grades only suggest a band of rungs, and a rung outside its band
//! is a warning of the check, never a refusal: statements with the same grades have opened warmly and
//! coolly, for good reasons.

use super::front;
use super::voice::{ByHand, Voice};
use crate::assessment::{Assessment, Band, Framework, Grade, Kind, Rung, State};

/// What the grades add up to, as bands count them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Groups of the plan whose lowest grade is outstanding.
    pub outstanding: usize,
    /// Groups whose lowest grade is below good, the inadequate ones among them.
    pub below_good: usize,
    /// Groups whose lowest grade is inadequate.
    pub inadequate: usize,
    /// Whether there is a cause of concern.
    pub concern: bool,
    /// Groups with any grade.
    pub graded_groups: usize,
    /// Headings that the framework grades, and for which nothing is decided yet.
    pub ungraded: usize,
}

/// Counts the grades. A group of headings counts by the lowest grade among them; headings that are
/// narrative or were not inspected do not count.
pub fn tally(assessment: &Assessment, framework: &Framework) -> Tally {
    let grade = |id: &String| {
        let judgment = assessment.grades.get(id)?;
        match judgment.state {
            Some(State::Narrative | State::NotInspected) => None,
            _ => judgment.grade,
        }
    };
    let mut tally = Tally {
        concern: assessment
            .findings
            .iter()
            .any(|finding| finding.kind == Kind::Concern),
        ..Tally::default()
    };
    for ids in &framework.plan {
        // Grades are in order from the best: the greatest is the lowest.
        let Some(lowest) = ids.iter().filter_map(grade).max() else {
            continue;
        };
        tally.graded_groups += 1;
        tally.outstanding += usize::from(lowest == Grade::Outstanding);
        tally.below_good += usize::from(lowest.is_below_good());
        tally.inadequate += usize::from(lowest == Grade::Inadequate);
    }
    let settled = |id: &str| {
        let judgment = assessment.grades.get(id);
        judgment.is_some_and(crate::assessment::Judgment::is_settled)
    };
    let graded = framework.headings.iter().filter(|heading| heading.graded);
    tally.ungraded = graded.filter(|heading| !settled(&heading.id)).count();
    tally
}

/// Whether the grades suggest this rung. A rung without bands is open to all.
///
/// Ask [`tally`] for the headings that are not graded yet: until they are, a rung may be out of
/// its band only because little is known.
pub fn in_band(assessment: &Assessment, framework: &Framework, rung: &Rung) -> bool {
    let tally = tally(assessment, framework);
    rung.bands.is_empty() || rung.bands.iter().any(|band| holds(band, &tally))
}

fn holds(band: &Band, tally: &Tally) -> bool {
    let within = |bounds: Option<(usize, usize)>, many: usize| {
        bounds.is_none_or(|(fewest, most)| (fewest..=most).contains(&many))
    };
    within(band.outstanding, tally.outstanding)
        && within(band.below_good, tally.below_good)
        && within(band.inadequate, tally.inadequate)
        && band.concern.is_none_or(|concern| concern == tally.concern)
}

/// The words with which a rung would open this statement.
pub fn opening(assessment: &Assessment, framework: &Framework, rung: &Rung) -> String {
    let by_hand = ByHand::new();
    let voice = Voice::new(assessment, framework, &by_hand);
    front::rung_words(&voice, rung)
}
