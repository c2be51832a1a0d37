//! The spread of grades over bodies: counted, and never added up to anything.

use super::{Framework, Grade};

/// The number of bodies with each grade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Each grade of the scale, the best first, with how many have it.
    pub grades: Vec<(Grade, usize)>,
    /// The number that have none, or one that is not on the scale.
    pub ungraded: usize,
}

impl Spread {
    /// Counts grades on the framework's scale.
    pub fn of(framework: &Framework, grades: impl Iterator<Item = Option<Grade>>) -> Self {
        let mut spread = Self {
            grades: framework.scale.iter().map(|it| (it.grade, 0)).collect(),
            ungraded: 0,
        };
        for grade in grades {
            let mut scale = spread.grades.iter_mut();
            match scale.find(|(point, _)| Some(*point) == grade) {
                Some((_, many)) => *many += 1,
                None => spread.ungraded += 1,
            }
        }
        spread
    }

    /// Returns the highest number that has one grade, or none.
    pub fn most(&self) -> usize {
        let grades = self.grades.iter().map(|(_, many)| *many);
        grades.chain([self.ungraded]).max().unwrap_or(0)
    }
}
